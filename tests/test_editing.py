"""Corrections end to end: written to the sidecar with its comments kept, applied, marked, exported, reported when they fit nothing."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.build import build
from generator.cli import main
from generator.editing import correct


def test_comments_and_other_keys_are_kept(tmp_path: Path) -> None:
    sidecar = tmp_path / "a.yml"
    sidecar.write_text("# The editor's own words.\npublished: 2016-08-09  # checked\n", "utf-8")
    correct(sidecar, {"id": "q-0000000001", "speaker": "Ann Field"})
    text = correct(sidecar, {"id": "q-0000000001", "speaker": None})
    assert "# The editor's own words." in text
    assert "# checked" in text
    assert text.count("q-0000000001") == 1


def test_a_corrected_speaker_is_on_the_page_and_in_the_exports(seed_project: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(seed_project, project)
    quotes = json.loads((project / "docs/data/quotes.json").read_text("utf-8"))
    target = next(q for q in quotes if "Your call after" in q["content"][0]["text"])
    assert main(["edit", target["id"], "--speaker", "Vladimir Putin", "--note", "A test", "--project", str(project)]) == 0
    build(project, jobs=1)
    changed = next(q for q in json.loads((project / "docs/data/quotes.json").read_text("utf-8")) if q["id"] == target["id"])
    assert (changed["speaker"], changed["edited"], changed["note"]) == ("vladimir-putin", True, "A test")
    assert "corrected by the editor" in (project / "docs/quotes.md").read_text("utf-8")
    assert ",True,A test" in (project / "docs/data/quotes.csv").read_text("utf-8")


def test_a_correction_that_fits_nothing_is_reported(seed_project: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(seed_project, project)
    (sidecar,) = (project / "seeds").glob("*.yml")
    correct(sidecar, {"id": "f-00000000ff", "hide": True})
    assert any("f-00000000ff" in line for line in build(project, jobs=1).warnings)


@pytest.mark.parametrize(
    ("arguments", "says"), [(["f-00000000ff", "--hide"], "Nothing on the pages"), (["f-00000000ff"], "Say what to set")]
)
def test_wrong_edits_are_one_sentence(
    seed_project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert main(["edit", *arguments, "--project", str(seed_project)]) == 1
    assert says in capsys.readouterr().err
