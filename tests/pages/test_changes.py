"""What changed since an earlier build: found by id, and by words after an edit; shown on a page and in an Atom feed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.building.run import build
from generator.cli import main
from generator.dossier.changes import Change, Detail, compare
from generator.errors import BriefingError
from generator.pages.feed import ATOM, feed

STORY = "The bridge of Harbourtown\n\nMayor Ann Field opened the bridge on 3 May 2021. “It will stand,” said Field.{more}\n"
MORE = "\n\nThe council paid $4 million for it, said Treasurer Bo Reed."


def fact(name: str, text: str, **more: str) -> dict[str, str]:
    return {"id": name, "text": text, **more}


def test_an_item_is_the_same_by_its_id() -> None:
    before = {"facts": [fact("f-1", "It rained.", date="2021-05-03"), fact("f-2", "It ended.")]}
    now = {"facts": [fact("f-1", "It rained.", date="2021-05-04"), fact("f-3", "It began.")]}
    assert compare(before, now) == (
        Change("facts", "new", "f-3", "It began.", ""),
        Change("facts", "changed", "f-1", "It rained.", "", (Detail("date", "2021-05-03", "2021-05-04"),)),
        Change("facts", "gone", "f-2", "It ended.", ""),
    )


def test_an_item_that_an_edit_before_it_moved_has_not_changed() -> None:
    assert compare({"facts": [fact("f-1", "It rained.")]}, {"facts": [fact("f-9", "It rained.")]}) == ()


def test_two_events_of_one_sentence_are_told_apart() -> None:
    def row(name: str, trigger: str, day: str) -> dict[str, str]:
        return {"id": name, "sentence": "They met and signed.", "trigger": trigger, "date": day}

    before = {"events": [row("e-1", "met", "2021-05-03"), row("e-2", "signed", "2021-05-04")]}
    now = {"events": [row("e-8", "signed", "2021-05-04"), row("e-9", "met", "2021-05-03")]}
    assert compare(before, now) == ()


def test_the_feed_is_atom_and_holds_any_text() -> None:
    hostile = Change("facts", "new", "f-1", "<script>\x00\ud800]]>&amp;", "")
    root = ElementTree.fromstring(feed("A & B", "https://example.org/x", "2021-05-03", [(hostile, "facts.html#f-1")]))
    entry = root.find(f"{{{ATOM}}}entry")
    assert entry is not None
    assert entry.findtext(f"{{{ATOM}}}summary") == "<script>  ]]>&amp;"
    link = entry.find(f"{{{ATOM}}}link")
    assert link is not None
    assert link.get("href") == "https://example.org/x/facts.html#f-1"
    assert root.findtext(f"{{{ATOM}}}updated") == "2021-05-03T00:00:00Z"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "briefing.yml").write_text("title: The bridge\n")
    (tmp_path / "seeds" / "bridge.txt").write_text(STORY.format(more=""), "utf-8")
    (tmp_path / "seeds" / "bridge.yml").write_text("published: 2021-05-04\n")
    build(tmp_path, jobs=1, progress=False)
    return tmp_path


def grow(project: Path) -> None:
    (project / "seeds" / "bridge.txt").write_text(STORY.format(more=MORE), "utf-8")


def page(project: Path) -> str:
    return (project / "docs" / "changes.md").read_text("utf-8")


def test_the_previous_build_is_the_last_that_said_something_else(project: Path) -> None:
    (project / "briefing.yml").write_text("title: The bridge\nchanges_since: previous\n")
    build(project, jobs=1, progress=False)
    assert "No fact, quotation or event is new" in page(project)
    grow(project)
    build(project, jobs=1, progress=False)
    assert "New facts" in page(project)
    assert "million" in page(project)
    shown = page(project)
    (project / "briefing.yml").write_text("title: The new bridge\nchanges_since: previous\n")
    build(project, jobs=1, progress=False)
    assert page(project) == shown, "another title says nothing new"
    assert not build(project, jobs=1, progress=False).fresh


def test_a_folder_and_a_revision_are_compared_with(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-C", str(project), "-c", "user.name=a", "-c", "user.email=a@b", *arguments], check=True)

    shutil.copytree(project / "docs", project / "first")
    git("init", "--quiet")
    git("add", "docs")
    git("commit", "--quiet", "-m", "first")
    grow(project)
    monkeypatch.chdir(project)
    assert main(["build", "--jobs", "1", "--since", "first"]) == 0
    by_folder = page(project)
    assert main(["build", "--jobs", "1", "--since", "HEAD"]) == 0
    assert page(project) == by_folder.replace("first", "HEAD")
    assert "New facts" in by_folder
    assert not build(project, jobs=1, progress=False).fresh, "what --since added stays until something changes"
    entries = ElementTree.parse(project / "docs" / "changes.xml").getroot().findall(f"{{{ATOM}}}entry")
    assert len(entries) == by_folder.count('class="change ')
    other = json.loads((project / "docs" / "changes.json").read_text("utf-8"))
    assert other["version"] == "https://jsonfeed.org/version/1.1"
    assert [item["id"] for item in other["items"]] == [entry.findtext(f"{{{ATOM}}}id") for entry in entries]
    assert all(item["content_text"] and item["url"] and item["title"] for item in other["items"])
    feeds = {file.stem: ElementTree.parse(file).getroot() for file in (project / "docs" / "feeds").iterdir()}
    assert set(feeds) <= {file.stem for file in (project / "docs" / "subjects").iterdir()}, "whoever has a feed has a page"
    hrefs = {str(link.get("href")) for root in feeds.values() for link in root.iter(f"{{{ATOM}}}link")}
    assert all(href.startswith("../") for href in hrefs), "a feed lies a folder deeper than the pages"
    own = {name: {e.findtext(f"{{{ATOM}}}id") for e in root.findall(f"{{{ATOM}}}entry")} for name, root in feeds.items()}
    everything = {entry.findtext(f"{{{ATOM}}}id") for entry in entries}
    assert all(found <= everything for found in own.values())
    assert any(own.values()), "somebody is told of in what is new"
    assert not all(found == everything for found in own.values()), "a feed of one tells of that one"


@pytest.mark.parametrize("since", ["no-such-revision", "../elsewhere", "--output=x", "HEAD:seeds", "seeds"])
def test_what_holds_no_briefing_is_one_sentence_and_changes_nothing(project: Path, since: str) -> None:
    grow(project)
    before = (project / "docs" / "facts.md").read_bytes()
    with pytest.raises(BriefingError, match="There is no earlier briefing at"):
        build(project, jobs=1, progress=False, since=since)
    assert (project / "docs" / "facts.md").read_bytes() == before
