"""The page of corrections: what was set right and why, in the order of the editor's own days; what was hidden is not said again."""

from __future__ import annotations

import json

import pytest

from generator.dossier import assemble
from generator.dossier.editor.corrections import Correction
from generator.dossier.model import Dossier
from generator.pages import render
from generator.pages.page_settings import PageSettings
from tests.records import entity, fact, quote, record

TEXT = "Ann Field opened the bridge. “It will stand,” she said. Mayor Field left."


def corrected(*corrections: dict[str, object]) -> Dossier:
    found = record(
        "a",
        TEXT,
        title="The town",
        facts=(fact("a", TEXT, "Ann Field opened the bridge."),),
        quotes=(quote("a", TEXT, "“It will stand,”"),),
        entities=(entity(TEXT, 1, "Ann Field"),),
    )
    return assemble([found], "The bridge", None, {"a": [Correction.model_validate(each) for each in corrections]})


def page(dossier: Dossier, **settings: object) -> str:
    return dict(render(dossier, PageSettings(**settings)))["corrections.md"].decode()  # type: ignore[arg-type]


def ids() -> tuple[str, str]:
    plain = corrected()
    return plain.statements[0].id, plain.quotations[0].id


def test_without_corrections_the_page_says_so() -> None:
    assert "No editor has corrected anything here so far." in page(corrected())


def test_the_latest_stands_first_and_what_has_no_day_last() -> None:
    f, q = ids()
    dossier = corrected(
        {"person": "Ann Field", "rename": "Mayor Field"},
        {"id": f, "heading": "Open", "corrected": "2019-06-20"},
        {"id": q, "speaker": "Ann Field", "corrected": "2019-07-01", "note": "The minutes say so."},
    )
    assert [entry.target for entry in dossier.corrected] == [q, f, "Ann Field"]
    made = page(dossier)
    assert made.index("1 July 2019") < made.index("20 June 2019") < made.index("renamed")
    assert "speaker set: Ann Field" in made
    assert "The minutes say so." in made


def test_what_was_hidden_is_not_shown_again() -> None:
    f, _ = ids()
    made = page(corrected({"id": f, "hide": True, "note": "It was another bridge."}))
    assert "A fact" in made
    assert "hidden" in made
    assert "opened the bridge" not in made.partition("<header>")[2].partition("</ol>")[0]
    assert "It was another bridge." in made


def test_what_matches_nothing_is_no_correction() -> None:
    assert corrected({"id": "f-0000000000", "hide": True}).corrected == ()


def test_the_data_hold_the_same() -> None:
    f, _ = ids()
    files = dict(render(corrected({"id": f, "pin": True, "corrected": "2019-06-20"}), PageSettings()))
    assert json.loads(files["data/corrections.json"]) == [
        {"target": f, "source": "a", "made": [["pin", ""]], "day": "2019-06-20", "note": None}
    ]


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="must be a day such as 2016-07-15"):
        Correction.model_validate({"id": "f-0000000000", "hide": True, "corrected": "last week"})


def test_each_page_says_where_errors_are_reported() -> None:
    for name, made in render(corrected(), PageSettings(report="mailto:desk@example.org")):
        if name.endswith(".md"):
            assert b'class="report" href="mailto&#58;desk&#64;example.org"' in made, name
    assert "data-report" not in page(corrected())
