"""What is exported is listed for readers, and the other way round."""

from pathlib import Path

from generator.building.run import build
from generator.pages import exports
from generator.site.verifier import known
from generator.sources import READERS


def test_every_export_has_a_line_for_readers(seed_project: Path) -> None:
    """`WHAT` is what the page of downloads, the contract and the manual's reference are made of."""
    assert not build(seed_project, progress=False).problems
    made = {file.name for file in (seed_project / "docs" / "data").iterdir()}
    tables = {name for name in made if name.endswith((".csv", ".jsonl", ".bib", ".ics"))}
    assert exports.WHAT.keys() <= made
    assert tables - {"explore.jsonl"} <= exports.WHAT.keys()


def test_the_verifier_knows_every_kind_of_article() -> None:
    """It imports nothing of ours, so it has the suffixes written down: an article of another would be one of no article."""
    assert set(known.ARTICLES) == set(READERS)
