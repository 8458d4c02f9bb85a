"""The text that a reader makes of a page or a PDF is kept, so that what was published can be proved later."""

from __future__ import annotations

from pathlib import Path

from generator.building.cache import Cache, text_place
from generator.building.extraction import extract
from tests.sources.adding.server import story


def test_the_text_of_a_web_page_is_kept_under_its_records_hash(tmp_path: Path) -> None:
    seeds, records = tmp_path / "seeds", tmp_path / ".briefing" / "records"
    seeds.mkdir()
    (seeds / "ferry.html").write_bytes(story("ferry"))
    (seeds / "note.txt").write_bytes(b"A note\n\nThe council met on Monday.\n")
    found = list(extract(sorted(seeds.iterdir()), jobs=1, cache=Cache(records, None), progress=False))
    page, note = (each.record for each in found)
    assert page is not None
    assert note is not None
    kept = Path(text_place(str(records), page.sha256))
    assert kept.read_text("utf-8") == page.text
    assert not Path(text_place(str(records), note.sha256)).exists()  # the file itself is the proof
    Cache(records, None).keep_only(set())
    assert kept.exists()
