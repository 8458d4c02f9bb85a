"""Corrections end to end: written to the sidecar with its comments kept, applied, marked, exported, reported when they fit nothing."""

from __future__ import annotations

import html
import json
import shlex
import shutil
from pathlib import Path

import pytest
import yaml

from generator.building.editing import correct
from generator.building.run import build
from generator.cli import main
from generator.settings import read_settings
from generator.site.check import problems


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
    assert "speaker set by the editor" in (project / "docs/quotes.md").read_text("utf-8")
    assert ",True,speaker note,A test" in (project / "docs/data/quotes.csv").read_text("utf-8")


def test_a_correction_that_fits_nothing_is_reported(seed_project: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(seed_project, project)
    (sidecar,) = (project / "seeds").glob("*.yml")
    correct(sidecar, {"id": "f-00000000ff", "hide": True})
    assert any("f-00000000ff" in line for line in build(project, jobs=1).warnings)


def test_every_correction_is_written_by_the_command_shown_and_exported(seed_project: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(seed_project, project)
    data = project / "docs" / "data"

    def exported(name: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = json.loads((data / f"{name}.json").read_text("utf-8"))
        return found

    facts = [str(fact["id"]) for fact in exported("facts")]
    event = next(str(e["id"]) for e in exported("events") if e["day"]["value"] == "2016-07-01")  # type: ignore[index]
    quote = str(exported("quotes")[-1]["id"])
    for edit in (
        [facts[5], "--pin", "--heading", "A sign", "--note", "Seen on the tape."],
        [facts[1], "--hide"],
        [facts[2], "--order", "4"],
        [event, "--date", "2016-07-02", "--note", "The ministry gives the 2nd."],
        [quote, "--no-speaker"],
        ["Recep Tayyip Erdogan", "--rename", "President Erdogan", "--note", "As our style has it."],
        ["Russia", "--merge", "Russian"],
    ):
        assert main(["edit", *edit, "--project", str(project)]) == 0
    (sidecar,) = (project / "seeds").glob("*.yml")
    assert sidecar.read_text("utf-8").startswith("# Supplied by the editor"), "the comment is kept"
    assert build(project, jobs=1).warnings == []

    shown = exported("facts")
    assert [fact["id"] for fact in shown][:4] == [facts[5], facts[0], facts[3], facts[2]]
    assert facts[1] not in [fact["id"] for fact in shown]
    assert (shown[0]["heading"], shown[0]["note"], shown[0]["edited"]) == ("A sign", "Seen on the tape.", True)
    moved = next(e for e in exported("events") if e["id"] == event)
    assert (moved["day"]["value"], moved["edited"]) == ("2016-07-02", True)  # type: ignore[index]
    assert next(q for q in exported("quotes") if q["id"] == quote)["speaker"] is None
    people = {str(s["id"]): s for s in exported("people")}
    assert (people["recep-tayyip-erdogan"]["name"], people["recep-tayyip-erdogan"]["edited"]) == ("President Erdogan", True)
    assert "russian" not in people
    assert "Russian" in people["russia"]["aliases"]  # type: ignore[operator]

    pages = {name: html.unescape((project / "docs" / f"{name}.md").read_text("utf-8")) for name in ("facts", "chronology")}
    assert "A sign" in pages["facts"]
    assert "editor’s heading" in pages["facts"]
    assert "Seen on the tape." in pages["facts"]
    assert facts[1] not in pages["facts"]
    entry = pages["chronology"].split(f'id="{event}"')[1].split("</li>")[0]
    assert "2 July 2016" in entry
    assert "date set by the editor" in entry
    assert "The ministry gives the 2nd." in entry
    person = html.unescape((project / "docs/subjects/recep-tayyip-erdogan.md").read_text("utf-8"))
    assert "As our style has it." in person
    assert "2016-07-02" in (data / "events.csv").read_text("utf-8")
    assert list(problems(project, read_settings(project))) == [], "all links and spans hold"


def test_the_walk_through_of_the_readme_works(seed_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "p"
    shutil.copytree(seed_project, project)
    monkeypatch.chdir(project)
    text = (Path(__file__).parent.parent.parent / "README.md").read_text("utf-8")
    section = text.split("## Correct the machine")[1].split("## ")[0]
    lines = [line.strip() for line in section.splitlines() if line.startswith("    briefing ")]
    assert sum("edit" in line for line in lines) >= 5
    back = next(n for n, line in enumerate(lines) if "--undo" in line)
    for line in lines[:back]:
        if line not in {"briefing pdf", "briefing index"}:  # of the built site: their own tests run them
            assert main(shlex.split(line)[1:]) == 0, line
    changed = html.unescape(Path("docs/changes.md").read_text("utf-8"))
    assert "July 2, 2016" in changed or "2016-07-02" in changed
    feed = Path("docs/changes.xml").read_text("utf-8")
    assert "<entry>" in feed
    facts = json.loads(Path("docs/data/facts.json").read_text("utf-8"))
    assert facts[0]["heading"] == "Tourists may fly again"
    sidecar = next(Path("seeds").glob("*.yml")).read_text("utf-8")
    assert "date: '2016-07-02'" in sidecar, "as the README shows it"
    shown = yaml.safe_load(section.split("```yaml")[1].split("```")[0])
    assert {str(c.get("id", c.get("person"))): c for c in shown["corrections"]} == {
        str(c.get("id", c.get("person"))): c for c in yaml.safe_load(sidecar)["corrections"]
    }
    for line in lines[back:]:
        assert main(shlex.split(line)[1:]) == 0, line
    assert "President Erdogan" not in Path("docs/people.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["f-00000000ff", "--hide"], "Nothing on the pages"),
        (["f-00000000ff"], "Say what to set"),
        (["Russia", "--merge", "Rusia"], "has the name 'Rusia' (nearest: Russia"),
    ],
)
def test_wrong_edits_are_one_sentence(
    seed_project: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], says: str
) -> None:
    assert main(["edit", *arguments, "--project", str(seed_project)]) == 1
    assert says in capsys.readouterr().err
