"""Days of publication that can't be right: a page fetched long after its news."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.dates_in_doubt import doubts
from generator.records.model import EventDate, Record, Time
from tests.records import event, record, span

NEWS = (
    "A ferry with 240 passengers sank off Port Ellis on Sunday; divers searched the wreck of the ferry for missing passengers. "
    "The harbour master of Port Ellis said the ferry had been overloaded."
)


def told(name: str, published: str, sunday: str, text: str = NEWS, checked: bool = False) -> Record:
    at = span(text, "Sunday") if "Sunday" in text else None
    times = (Time(start=at.start, end=at.end, type="DATE", value=sunday, earliest=sunday, latest=sunday),) if at else ()
    made = record(name, text, published, times=times)
    return replace(made, metadata=replace(made.metadata, publisher=name, published_checked=checked))


FRESH = [told("a", "2020-05-04", "2020-05-03"), told("b", "2020-05-05", "2020-05-03", NEWS + " Nobody was saved.")]


def test_a_page_that_was_fetched_two_months_later_is_in_doubt() -> None:
    (found,) = doubts([*FRESH, told("c", "2020-07-06", "2020-07-05")], {})
    assert (found.article, found.published) == ("c", "2020-07-06")
    assert found.fits in {"2020-05-04", "2020-05-05"}
    assert "Write `published: 2020-05-0" in found.sentence
    assert "c.yml" in found.sentence


def test_the_editor_s_word_is_taken() -> None:
    assert doubts([*FRESH, told("c", "2020-07-06", "2020-07-05", checked=True)], {}) == ()


def test_an_article_that_tells_of_a_later_day_is_no_page_fetched_later() -> None:
    """It has "repairs began on 2 July" in it: in May nobody could have written that."""
    text = NEWS + " Repairs began on 2 July."
    found = told("c", "2020-07-06", "2020-07-05", text)
    began = event("c", text, "began", "2020-07-02")
    when = EventDate(value="2020-07-02", earliest="2020-07-02", latest="2020-07-02", wording=span(text, "2 July"))
    assert doubts([*FRESH, replace(found, events=(replace(began, date=when),))], {}) == ()
    planned = replace(began, date=when, status="planned")
    assert len(doubts([*FRESH, replace(found, events=(planned,))], {})) == 1, "plans are made early"


def test_another_day_of_the_week_or_other_news_is_no_doubt() -> None:
    saturday = NEWS.replace("Sunday", "Saturday")
    at = span(saturday, "Saturday")
    later = told("c", "2020-07-06", "", saturday)
    day = Time(start=at.start, end=at.end, type="DATE", value="2020-07-04", earliest="2020-07-04", latest="2020-07-04")
    assert doubts([*FRESH, replace(later, times=(day,))], {}) == ()
    other = "Voters in Moorly chose a new council on Sunday and danced in the streets of the old town until the morning."
    assert doubts([*FRESH, told("c", "2020-07-06", "2020-07-05", other)], {}) == ()


def test_one_source_is_not_enough_and_copies_are_one() -> None:
    assert doubts([FRESH[0], told("c", "2020-07-06", "2020-07-05")], {}) == ()
    assert doubts([*FRESH, told("c", "2020-07-06", "2020-07-05")], {"a": ("b",), "b": ("a",)}) == ()


def test_the_build_says_so() -> None:
    made = assemble([*FRESH, told("c", "2020-07-06", "2020-07-05", NEWS + " A third was hurt.")], "Ferry")
    assert len(made.doubts) == 1
    assert [source.id for source in made.sources if source.doubt] == ["c"]
