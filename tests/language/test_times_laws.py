"""Laws of the times: resolving is total, intervals are in order, and the calendar shifts with the article's date."""

from __future__ import annotations

import re
from datetime import date, timedelta

import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

import generator.language.extensions
from generator.language.times import TimeExpression, Times, lexicon
from generator.values import timex

assert generator.language.extensions
BLANK = spacy.blank("en")
TIMES = Times()
WORDS = sorted(
    {*lexicon.MONTHS, *lexicon.WEEKDAYS, *lexicon.UNITS, *lexicon.PLURALS, *lexicon.CARDINALS, *lexicon.ORDINAL_DAYS}
)
GLUE = "the a an of in on at last next this that every each ago later earlier to and - – / , . ( ) ' ’ s th % $ early mid late end".split()
EXTRA = "quarter fiscal year-ago period day before after from now since until 0 1 7 12 15 29 30 31 99 999 1989 2016 2100 9999".split()
SOUP = st.lists(st.sampled_from(WORDS + GLUE + EXTRA + [word.title() for word in WORDS]), max_size=14)
DATES = st.dates(date(1, 1, 1), date(9999, 12, 31))
VALUE = re.compile(
    r"(BC)?[\dX]{2,4}(-(\d\d|XX|W(\d\d|XX)|SP|SU|FA|WI|Q[\dX]|H\d))?(-(\d\d?|XX|WE))?(T(MO|MI|AF|EV|NI|\d\d(:\d\d)?))?"
    r"|P(T?[\dX.]+(Y|M|W|D|H|S|WE|CE)(T?\d+[MHSD])?|T\d+[MHS])|(PRESENT|PAST|FUTURE)_REF"
)


def times(text: str, published: date | None) -> tuple[TimeExpression, ...]:
    doc = BLANK(text)
    doc._.published = published
    found: tuple[TimeExpression, ...] = TIMES(doc)._.times
    return found


@given(SOUP, st.sampled_from([" ", ""]), st.none() | DATES)
@settings(deadline=None, max_examples=400)
def test_any_token_soup_gives_valid_values_or_nothing(soup: list[str], space: str, published: date | None) -> None:
    text = (space or " ").join(soup) if space else "".join(soup)
    end = 0
    for time in times(text, published):
        assert VALUE.fullmatch(time.value), time
        assert end <= time.start < time.end <= len(text)  # in reading order, none overlaps another
        end = time.end
        if time.earliest is not None:
            assert time.latest is not None
            assert date.fromisoformat(time.earliest) <= date.fromisoformat(time.latest)


@given(st.text(max_size=60), st.none() | DATES)
@settings(deadline=None)
def test_any_text_is_read(text: str, published: date | None) -> None:
    for time in times(text, published):
        assert 0 <= time.start < time.end <= len(text)


@given(st.dates(date(1, 1, 1), date(2999, 12, 31)))
@settings(deadline=None)
def test_every_day_of_the_calendar_is_read_back(day: date) -> None:
    month = day.strftime("%B")
    for text in (
        f"On {day.isoformat()} it fell.",
        f"On {month} {day.day}, {day.year:04d}, it fell." if day.year > 999 else "",
    ):
        if text:
            (time,) = times(text, None)
            assert (time.value, time.earliest, time.latest) == (day.isoformat(),) * 3


YEARLESS = [
    "They met on March 3.",
    "They met in November.",
    "The case will be heard on August 9.",
    "She won last June.",
    "He left last year.",
]


@given(st.sampled_from(YEARLESS), st.dates(date(1200, 1, 1), date(2500, 12, 31)), st.integers(-500, 500))
@settings(deadline=None)
def test_shifting_the_article_by_years_shifts_its_dates(text: str, published: date, years: int) -> None:
    if (published.month, published.day) == (2, 29):
        published -= timedelta(1)
    (here,) = times(text, published)
    (there,) = times(text, published.replace(year=published.year + years))
    assert int(there.value[:4]) - int(here.value[:4]) == years
    assert there.value[4:] == here.value[4:]


@given(st.dates(date(1, 1, 8), date(9999, 12, 31)))
@settings(deadline=None)
def test_weekdays_lie_within_a_week_of_the_article(published: date) -> None:
    for name in ("Monday", "Thursday", "Sunday"):
        for time in times(f"They met on {name}.", published):
            day = timex.days(time.value)
            assert day is not None
            assert 0 <= (published - date.fromisoformat(day[0])).days < 7


@given(DATES)
@settings(deadline=None)
def test_a_year_has_no_thirtieth_of_february(published: date) -> None:
    assert times("It fell on February 30, 2013.", published) == ()


@given(
    st.sampled_from(
        ["about ", "May and ", "1-", "last ", "the end of ", "2-3 ", "the ", "from 1 to ", "Monday, ", "early mid-", "'90s "]
    )
)
@settings(deadline=None)
def test_long_repetitions_are_read_in_their_length(words: str) -> None:
    assert all(time.end - time.start < 80 for time in times(words * 3000, date(2016, 7, 20)))
