"""Which words about somebody a card may show."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier.people.subjects import merge
from generator.values.span import Span
from tests.records import entity, record


def described(*texts: str) -> dict[str, list[str]]:
    """What is shown of each person; each text begins with the words of an office, and a name in full."""
    records = []
    for n, text in enumerate(texts):
        office, first, last = text.removesuffix(" left.").rsplit(" ", 2)
        who = entity(text, 1, f"{first} {last}")
        told = (Span(start=0, end=len(office)),)
        records.append(record(f"r{n}", text, entities=(replace(who, descriptions=told),)))
    return {s.name: [d.text for d in s.descriptions] for s in merge(records)[0]}


def test_an_office_that_one_has_at_a_time_is_his_of_whom_it_is_mostly_told() -> None:
    made = described(*["President Ann Field left."] * 6, "President Bo Reed left.", "Harbour President Bo Reed left.")
    assert made == {"Ann Field": ["President"], "Bo Reed": ["Harbour President"]}


def test_an_office_that_many_have_is_everybody_s() -> None:
    made = described(*["Senator Ann Field left."] * 5, "Senator Bo Reed left.")
    assert made == {"Ann Field": ["Senator"], "Bo Reed": ["Senator"]}


def test_what_is_shortened_comes_last_and_praise_never() -> None:
    made = described("Sen. Ann Field left.", "Sen. Ann Field left.", "committee chairwoman Ann Field left.")
    assert made == {"Ann Field": ["committee chairwoman", "Sen."]}
    assert described("very creative player Ann Field left.") == {"Ann Field": []}
    assert described("son-in-law Bo Reed left.") == {"Bo Reed": []}


def test_a_role_is_shown_with_its_body_rather_than_without() -> None:
    made = described(*["former Director Ann Field left."] * 3, "former coastguard Director Ann Field left.")
    assert made["Ann Field"][0] == "former coastguard Director"


def test_another_office_is_not_the_same_with_more_words() -> None:
    made = described(*["former president Ann Field left."] * 3, *["former vice president Ann Field left."] * 2)
    assert made["Ann Field"][0] == "former president"


def test_a_trade_says_more_than_that_somebody_is_a_woman() -> None:
    made = described("woman known for her garden Ann Field left.", "tulip grower Ann Field left.")
    assert made["Ann Field"] == ["tulip grower", "woman known for her garden"]
