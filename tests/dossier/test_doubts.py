"""A date of publication that the article itself contradicts is doubted."""

from __future__ import annotations

import msgspec

from generator.dossier.doubts import doubt
from generator.records.model import EventDate, Record
from tests.records import event, record, span


def told(text: str, words: str, day: str, status: str = "happened") -> Record:
    when = EventDate(value=day, earliest=day, latest=day, wording=span(text, words))
    found = msgspec.structs.replace(event("a", text, "burned", day), date=when, status=status)
    return record("a", text, "2019-01-01", events=(found,))


def test_a_past_day_after_publication_is_doubted() -> None:
    said = doubt(told("The quay burned on 14 June 2019.", "14 June 2019", "2019-06-14"))
    assert said == "The date is in doubt: the article tells of “14 June 2019” as past, which lies after 2019-01-01."


def test_a_day_without_a_year_was_counted_from_the_date_itself() -> None:
    assert doubt(told("The quay burned on 14 June.", "14 June", "2019-06-14")) is None


def test_a_plan_is_no_contradiction() -> None:
    assert doubt(told("The quay will be burned on 14 June 2019.", "14 June 2019", "2019-06-14", "planned")) is None


def test_a_day_before_publication_is_none() -> None:
    assert doubt(told("The quay burned on 14 June 2018.", "14 June 2018", "2018-06-14")) is None


def test_an_editor_who_vouches_for_the_day_is_believed() -> None:
    found = told("The quay burned on 14 June 2019.", "14 June 2019", "2019-06-14")
    assert (
        doubt(msgspec.structs.replace(found, metadata=msgspec.structs.replace(found.metadata, published_checked=True)))
        is None
    )


def test_a_noun_beside_a_plan_is_no_contradiction() -> None:
    """ "The hearing will be held on 14 May": whoever takes the hearing for past has the plan's own day before them."""
    text = "The quay's hearing will be held, and lamps burned, on 14 June 2019."
    past, planned = (told(text, "14 June 2019", "2019-06-14", status).events[0] for status in ("happened", "planned"))
    assert doubt(record("a", text, "2019-01-01", events=(past,)))
    assert doubt(record("a", text, "2019-01-01", events=(past, planned))) is None
