"""Corrections over several articles: what two sources tell is one thing on the page, and the editor corrects that."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main

ARTICLES = {
    "courier": (
        "Bridge at Marlow closed after flood\n\n"
        "The Marlow bridge was closed on 3 March 2021 after the river Wend rose by two metres, Mayor Ruth Okafor said.\n\n"
        "“Nobody should try to cross it,” Okafor told reporters. The council voted on 5 March 2021 to repair the bridge.\n"
    ),
    "herald": (
        "Marlow bridge shut\n\n"
        "The Marlow bridge was closed on 3 March 2021 after the Wend flooded the road, Marlow officials said.\n\n"
        "“Nobody should try to cross it,” said Ruth Okafor, the mayor. Engineer Tom Barker inspected the bridge on 4 March 2021.\n"
    ),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "p"
    (folder / "seeds").mkdir(parents=True)
    for name, text in ARTICLES.items():
        (folder / "seeds" / f"{name}.txt").write_text(text, "utf-8")
        (folder / "seeds" / f"{name}.yml").write_text("published: 2021-03-06  # by hand\n", "utf-8")
    assert main(["build", "--project", str(folder), "--jobs", "1"]) == 0
    return folder


def exported(project: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((project / "docs" / "data" / f"{name}.json").read_text("utf-8"))
    return found


def page(project: Path, name: str) -> str:
    return html.unescape((project / "docs" / f"{name}.md").read_text("utf-8"))


def edited(project: Path, *arguments: str) -> None:
    assert main(["edit", *arguments, "--project", str(project)]) == 0


def rebuilt(project: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["build", "--project", str(project), "--jobs", "1"]) == 0
    return capsys.readouterr().err


def closing(project: Path) -> dict[str, Any]:
    """The entry that both sources tell of."""
    return next(
        h
        for h in exported(project, "events")
        if len({t["sentence"]["source"] for t in h["tellings"]}) == 2 and h["tellings"][0]["trigger"]["text"] == "closed"
    )


def test_a_date_is_set_and_cleared_for_all_who_tell_of_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = closing(project)
    edited(project, before["id"], "--date", "2021-03-02", "--note", "The log says so.")
    assert "matches nothing" not in rebuilt(project, capsys)
    after = closing(project)
    assert (after["day"]["value"], after["edits"], set(after["members"])) == (
        "2021-03-02",
        ["date", "note"],
        set(before["members"]),
    )
    edited(project, after["id"], "--undo")
    edited(project, before["members"][-1], "--no-date")
    assert "matches nothing" not in rebuilt(project, capsys)
    cleared = closing(project)
    assert cleared["day"] is None
    assert cleared == exported(project, "events")[-1]
    shown = page(project, "chronology").split(f'id="{cleared["id"]}"')[1].split("</li>")[0]
    assert "date not stated" in shown
    assert "date cleared by the editor" in shown


def test_a_quotation_of_two_sources_is_corrected_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quote = next(q for q in exported(project, "quotes") if "cross it" in q["content"][0]["text"])
    assert len(quote["members"]) == 2
    edited(project, quote["members"][1], "--speaker", "Tom Barker")
    rebuilt(project, capsys)
    after = next(q for q in exported(project, "quotes") if q["id"] == quote["id"])
    assert (after["speaker"], after["edits"]) == ("tom-barker", ["speaker"])
    assert "speaker set by the editor" in page(project, "quotes")


def test_sidecars_that_differ_are_both_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = closing(project)["members"][:2]
    for name, target, day in (("courier", one, "2021-03-01"), ("herald", other, "2021-03-02")):
        file = project / "seeds" / f"{name}.yml"
        file.write_text(f"{file.read_text('utf-8')}corrections:\n- id: {target}\n  date: {day}\n", "utf-8")
    said = rebuilt(project, capsys)
    assert "'courier' and 'herald' differ about `date:`" in said
    assert f"'{closing(project)['day']['value']}' is used" in said


def test_undo_takes_back_what_is_on_no_page_any_more_and_keeps_comments(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = exported(project, "facts")
    edited(project, before[0]["id"], "--hide")
    edited(project, "Ruth Okafor", "--rename", "Mayor Okafor")
    rebuilt(project, capsys)
    assert before[0]["id"] not in {f["id"] for f in exported(project, "facts")}
    assert "Mayor Okafor" in page(project, "people")
    assert "named by the editor" in page(project, "people")
    edited(project, before[0]["id"], "--undo")
    edited(project, "Ruth Okafor", "--undo")
    rebuilt(project, capsys)
    assert exported(project, "facts") == before
    for name in ARTICLES:
        assert (project / "seeds" / f"{name}.yml").read_text("utf-8") == "published: 2021-03-06  # by hand\n"
    assert main(["edit", "Ruth Okafor", "--undo", "--project", str(project)]) == 1
    assert "No sidecar in seeds/ has a correction of 'Ruth Okafor'" in capsys.readouterr().err


def test_an_organisation_taken_for_a_person_is_told_so(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(project, "Tom Barker", "--type", "ORG")
    rebuilt(project, capsys)
    (barker,) = (s for s in exported(project, "people") if s["name"] == "Tom Barker")
    assert (barker["type"], barker["edits"]) == ("ORG", ["type"])
    assert "Tom Barker" in page(project, "organisations")
