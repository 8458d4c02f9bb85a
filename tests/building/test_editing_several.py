"""Corrections over several articles: what two sources tell is one thing on the page, and the editor corrects that."""

from __future__ import annotations

import html
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from generator.cli import main
from generator.site import database
from generator.sources.sidecar import read_sidecar

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
    assert cleared == [h for h in exported(project, "events") if h["listed"]][-1]  # the undated stand last
    shown = (
        page(project, "chronology").split(f'id="{cleared["id"]}"')[1].split("data-item")[1]
    )  # other tellings stand within
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


def test_a_person_is_meant_by_the_name_that_the_page_shows_since_an_earlier_correction(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(project, "Ruth Okafor", "--rename", "Mayor Okafor")
    rebuilt(project, capsys)
    edited(project, "Mayor Okafor", "--merge", "Bridge")
    edited(project, "Mayor Okafor", "--merge", "Tom Barker")
    file = project / "seeds" / "herald.yml"
    by_hand = "corrections:\n- person: Mayor Okafor\n  note: Checked.\n"
    file.write_text(file.read_text("utf-8") + by_hand, "utf-8")
    assert "warning" not in rebuilt(project, capsys)
    mayor = next(s for s in exported(project, "people") if s["name"] == "Mayor Okafor")
    assert mayor["edits"] == ["note", "rename", "merge"]
    assert {"Ruth Okafor", "Bridge", "Tom Barker"} <= set(mayor["aliases"])
    assert "named by the editor" in page(project, "index")
    edited(project, "Mayor Okafor", "--undo")
    assert "warning" not in rebuilt(project, capsys)
    assert {"Ruth Okafor", "Tom Barker"} <= {s["name"] for s in exported(project, "people")}
    assert not any(s["edited"] for s in exported(project, "people"))


def test_a_new_name_that_another_bears_is_told_of(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(project, "Ruth Okafor", "--rename", "Tom Barker")
    assert "renames 'Ruth Okafor' 'Tom Barker', as another is called: use `merge:`" in rebuilt(project, capsys)


def test_a_pinned_quotation_is_first_everywhere(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = exported(project, "quotes")[-1]["id"]
    edited(project, target, "--pin")
    rebuilt(project, capsys)
    assert exported(project, "quotes")[0]["id"] == target
    assert page(project, "quotes").split('class="quote ')[1].split('id="')[1].startswith(target)
    assert "pinned by the editor" in page(project, "index")


def test_two_facts_of_one_place_are_told_of(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, _, other, *_ = (fact["id"] for fact in exported(project, "facts"))
    edited(project, one, "--order", "2")
    edited(project, other, "--order", "2")
    assert "both have `order: 2`" in rebuilt(project, capsys)
    assert {fact["id"] for fact in exported(project, "facts")[1:3]} == {one, other}


def test_one_wrong_correction_leaves_the_others(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fact, quote = exported(project, "facts")[0]["id"], exported(project, "quotes")[0]["id"]
    wrong = f"corrections:\n- id: q-12\n  pin: true\n- id: {fact}\n  pin: perhaps\n- id: {quote}\n  note: Right.\n"
    (project / "seeds" / "herald.yml").write_text(wrong, "utf-8")
    capsys.readouterr()
    assert main(["build", "--project", str(project), "--jobs", "1", "--strict"]) == 1
    said = capsys.readouterr().err
    assert (
        "herald.yml: correction 1 (of q-12) is not right and was left out: `id:` must be an id as a link's end has it"
        in said
    )
    assert f"herald.yml: correction 2 (of {fact}) is not right and was left out: `pin:` must be true or false." in said
    assert next(q for q in exported(project, "quotes") if q["id"] == quote)["note"] == "Right."


def test_what_was_set_is_in_what_machines_read(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quote = exported(project, "quotes")[0]["id"]
    happening = next(h for h in exported(project, "events") if h["day"] and h["status"] == "happened")
    edited(project, quote, "--speaker", "Tom Barker", "--note", "By the tape.")
    edited(project, happening["id"], "--date", "2021-03-02")
    edited(project, "Tom Barker", "--rename", "T. Barker")
    rebuilt(project, capsys)
    assert '"correction":"speaker set by the editor; editor\\u2019s note: By the tape."' in page(project, "quotes")
    assert "date set by the editor" in (project / "docs/data/chronology.ics").read_text("utf-8").replace("\n ", "")
    (project / "site").mkdir()
    shutil.copytree(project / "docs" / "data", project / "site" / "data")
    (project / "site" / "downloads.html").write_text("", "utf-8")
    database.write(project / "site")
    rows = Database(project / "site" / "data" / database.DATABASE_FILE)
    assert [row["edits"] for row in rows["subjects"].rows_where("name = 'T. Barker'")] == ["rename"]
    assert [row["edits"] for row in rows["quotes"].rows_where("id = ?", [quote])] == ["speaker note"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\u2028b\x85c", "a b c"), ("# no: 'comment' %", "# no: 'comment' %"), (" \n ", None), ("x\ud800", None)],
)
def test_a_name_is_written_as_it_is_read_back_or_refused(project: Path, text: str, kept: str | None) -> None:
    before = (project / "seeds" / "courier.yml").read_text("utf-8")
    done = main(["edit", "Ruth Okafor", "--rename", text, "--project", str(project)])
    after = (project / "seeds" / "courier.yml").read_text("utf-8")
    assert done == (0 if kept else 1)
    assert kept or after == before
    assert not kept or read_sidecar(project / "seeds" / "courier.yml").corrections[0]["rename"] == kept


def test_a_fact_shows_the_date_that_was_set_of_what_it_tells(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = closing(project)["id"]
    (before,) = (f for f in exported(project, "facts") if target in f["events"])
    assert before["date"] == "2021-03-03"
    for option, date, said in (
        (["--date", "2021-03-02"], "2021-03-02", "date set by the editor"),
        (["--no-date"], None, "date cleared by the editor"),
    ):
        edited(project, target, *option)
        rebuilt(project, capsys)
        after = next(f for f in exported(project, "facts") if f["id"] == before["id"])
        assert (after["date"], after["edits"]) == (date, ["date"])
        assert said in page(project, "facts").split(f'id="{before["id"]}"')[1].split("</li>")[0]
