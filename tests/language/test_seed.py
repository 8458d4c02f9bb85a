"""The seed article: what a reader must find, with the date from the sidecar."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.dossier import Dossier, assemble
from generator.records import read

PUTIN, ERDOGAN = "vladimir-putin", "recep-tayyip-erdogan"


@pytest.fixture(scope="module")
def dossier(seed_project: Path) -> Dossier:
    lines = (seed_project / "docs" / "data" / "records.jsonl").read_text("utf-8").splitlines()
    return assemble(list(read(lines)), "Seed")


@pytest.mark.parametrize(
    ("words", "speaker"),
    [
        ("We are against all kinds of coup attempts.", PUTIN),
        ("I would like to remind you", PUTIN),
        ("a sign of normalizing ties", PUTIN),
        ("The restoration of bilateral ties", PUTIN),
        ("Our region has political expectations", ERDOGAN),
        ("Turkey-Russia ties have entered", ERDOGAN),
        ("Your call after the coup attempt", ERDOGAN),
    ],
)
def test_each_quotation_has_its_speaker(dossier: Dossier, words: str, speaker: str) -> None:
    found = [q for q in dossier.quotations if any(words in part.text for part in q.content)]
    assert [q.speaker for q in found] == [speaker]


def test_who_is_told_is_known(dossier: Dossier) -> None:
    (quotation,) = [q for q in dossier.quotations if "Your call" in q.content[0].text]
    assert quotation.addressee == PUTIN


@pytest.mark.parametrize(
    ("day", "word"),
    [
        ("2015-11", "downing"),
        ("2016-06-29", "resolved"),
        ("2016-06-30", "lifted"),
        ("2016-07-01", "met"),
        ("2016-07-15", "coup"),
        ("2016-07-22", "lifted"),
    ],
)
def test_each_event_stands_once_on_its_day(dossier: Dossier, day: str, word: str) -> None:
    found = [
        h for h in dossier.happenings if h.day and h.day.value == day and any(t.trigger.text == word for t in h.tellings)
    ]
    assert len(found) == 1


def test_the_coup_attempt_is_one_entry_with_all_its_passages(dossier: Dossier) -> None:
    (entry,) = [h for h in dossier.happenings if h.day and h.day.value == "2016-07-15"]
    told = {t.sentence.text for t in entry.tellings}
    for words in (
        "referring to the July 15 coup",
        "Your call after the coup",
        "over the July 15 coup",
        "following the coup",
    ):
        assert any(words in sentence for sentence in told), words
    assert {t.trigger.text for t in entry.tellings} == {"coup"}


def test_the_meeting_stands_on_the_day_of_publication_as_inferred(dossier: Dossier) -> None:
    found = [h for h in dossier.happenings if h.day and h.day.value == "2016-08-09"]
    assert len(found) == 1
    assert found[0].day is not None
    assert found[0].day.inferred


def test_without_a_date_no_year_is_invented(seed_project: Path) -> None:
    from generator.building.extraction import annotated
    from generator.sources import from_bytes

    text = next((seed_project / "seeds").glob("*.txt")).read_bytes()
    record = annotated(from_bytes(text, ".txt", "seed", "seed.txt").article, None)
    days = [t.value for t in record.times if t.type == "DATE"]
    assert "XXXX-07-15" in days
    assert not any(value.startswith("2") for value in days)
    entries = assemble([record], "Seed").happenings
    order = [h.day.value for h in entries if h.day]
    assert order.index("XXXX-06-29") < order.index("XXXX-07-15")
