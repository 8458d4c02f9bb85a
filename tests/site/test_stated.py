"""A whole date is that day and a whole name that person, or an editor's mark says otherwise."""

from __future__ import annotations

from typing import Any

import pytest

from generator.site.verifier.stated import Stated, whole


class Known(Stated):
    """With what a test says, and no site."""

    def __init__(self, events: list[dict[str, Any]], quotes: list[dict[str, Any]]) -> None:
        self.events = {event["id"]: event for event in events}
        self.quotes = {quote["id"]: quote for quote in quotes}
        people = [
            ("ann-field", "Ann Field", "PERSON"),
            ("jun-sato", "Jun Sato", "PERSON"),
            ("harbour", "Harbour Works", "ORG"),
        ]
        self.people = {i: {"id": i, "name": n, "aliases": [n.split()[1]], "type": kind} for i, n, kind in people}
        self.people["may-field"] = {"id": "may-field", "name": "May Field", "aliases": ["Jo Field"], "type": "PERSON"}
        self.people["joan"] = {"id": "joan", "name": "Joan Field", "aliases": ["Jo Field"], "type": "PERSON"}
        self.names = {name: person["name"] for name, person in self.people.items()}


def event(wording: str, value: str, edits: tuple[str, ...] = (), mod: str | None = None) -> dict[str, Any]:
    day = {"value": value, "wording": {"text": wording}, "mod": mod}
    return {"id": "e-1", "day": day, "edits": list(edits), "tellings": [{"day": None}]}


def quote(words: str, speaker: str | None, edits: tuple[str, ...] = (), sure: float = 0.95) -> dict[str, Any]:
    return {"id": "q-1", "attributed_to": {"text": words}, "speaker": speaker, "confidence": sure, "edits": list(edits)}


@pytest.mark.parametrize(
    "wording",
    ["March 21, 2023", "21 March 2023", "Tuesday, March 21, 2023", "21st of March 2023", "Mar. 21,\n2023", "2023-03-21"],
)
def test_a_whole_date_is_that_day(wording: str) -> None:
    assert list(Known([event(wording, "2023-03-21")], []).stated()) == []
    assert len(list(Known([event(wording, "2023-03-19")], []).stated())) == 1
    assert list(Known([event(wording, "2023-03-19", ("date",))], []).stated()) == []


@pytest.mark.parametrize(
    "wording", ["March 21", "Tuesday", "March 2023", "between March 21, 2023 and April", "Smarch 21, 2023"]
)
def test_other_words_decide_no_day(wording: str) -> None:
    assert whole(wording) is None
    assert list(Known([event(wording, "2023-03-19")], []).stated()) == []


def test_a_day_of_one_telling_and_one_that_only_bounds() -> None:
    told = event("March 21, 2023", "2023-03-21")
    told["tellings"] = [{"day": {"value": "2023-03-19", "wording": {"text": "March 21, 2023"}, "mod": None}}]
    assert len(list(Known([told], []).stated())) == 1
    assert list(Known([event("March 21, 2023", "2023-03-20", mod="BEFORE")], []).stated()) == []


@pytest.mark.parametrize("words", ["Ann Field", "council leader Ann Field"])
def test_a_whole_name_is_that_person(words: str) -> None:
    assert list(Known([], [quote(words, "ann-field")]).stated()) == []
    assert list(Known([], [quote(words, None)]).stated()) == []
    assert len(list(Known([], [quote(words, "jun-sato")]).stated())) == 1
    assert list(Known([], [quote(words, "jun-sato", ("speaker",))]).stated()) == []


@pytest.mark.parametrize(
    "words", ["a spokesman for Ann Field", "Field", "Jo Field", "Harbour Works", "Ann Field's lawyer", "he"]
)
def test_other_words_decide_no_speaker(words: str) -> None:
    assert list(Known([], [quote(words, "jun-sato")]).stated()) == []


def test_somebody_whose_name_is_among_the_words_may_speak() -> None:
    assert list(Known([], [quote("Sato ally Ann Field", "jun-sato")]).stated()) == []


def test_a_speaker_who_is_shown_as_probable_is_told_as_that() -> None:
    assert list(Known([], [quote("Ann Field", "jun-sato", sure=0.8)]).stated()) == []
