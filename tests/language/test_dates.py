"""Dates in words: as exact as the value, in the order of the site's language."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from generator.pages.dates import in_words, period_in_words

ENGLISH, AMERICAN = Locale("en"), Locale("en", "US")


@pytest.mark.parametrize(
    ("value", "mod", "words"),
    [
        ("2016-07-15", None, "15 July 2016"),
        ("2016-07", None, "July 2016"),
        ("2016-07", "MID", "mid-July 2016"),
        ("2016-07", "START", "early July 2016"),
        ("2016", "END", "late 2016"),
        ("2016", "MID", "mid-2016"),
        ("1990", "APPROX", "about 1990"),
        ("2015-SU", None, "summer 2015"),
        ("2016-11-10", "END", "late on 10 November 2016"),
        ("2016-11-10T23:30", None, "10 November 2016, 23:30"),
        ("2016-11-10T18:00", "BEFORE", "10 November 2016, before 18:00"),
        ("2016-11-10T03:00", "AFTER", "10 November 2016, after 03:00"),
        ("2016-11-10T21:30", "APPROX", "10 November 2016, about 21:30"),
        ("2016-11-10TNI", None, "10 November 2016, night"),
        ("2016-W28", None, "week of 11–17 Jul 2016"),
        ("2016-W28-WE", None, "weekend of 16–17 Jul 2016"),
        ("2016-Q3", None, "third quarter of 2016"),
        ("FY2016-Q3", None, "third quarter of fiscal 2016"),
        ("FY2016", None, "fiscal 2016"),
        ("2016-H1", None, "first half of 2016"),
        ("199", None, "1990s"),
        ("199", "START", "early 1990s"),
        ("18", "END", "late 19th century"),
        ("0987-03-02", None, "2 March 987"),
        ("XXXX-07-15", None, "15 July (year not stated)"),
        ("XXXX-02-29", None, "29 February (year not stated)"),
        ("XXXX", None, "year not stated"),  # "last year" in an article without a day
        ("XXXX-07", "MID", "mid-July (year not stated)"),
        ("XXXX-SU", None, "summer (year not stated)"),
        ("XXXX-Q3", None, "third quarter (year not stated)"),
        ("XXXX-WXX-5", None, "Friday (date not stated)"),
        ("XXXX-WXX-WE", None, "weekend (date not stated)"),
    ],
)
def test_a_value_is_written_as_exactly_as_it_is(value: str, mod: str | None, words: str) -> None:
    assert in_words(value, ENGLISH, mod).replace("\u2009", "") == words


def test_a_territory_has_its_own_order() -> None:
    assert in_words("2016-07-15", AMERICAN) == "July 15, 2016"
    assert in_words("XXXX-07-15", AMERICAN) == "July 15 (year not stated)"


@given(
    st.from_regex(r"(X{4}|\d{4})(-(\d\d|W\d\d|WXX|Q\d|H\d|SU|WI))?(-(\d\d|\d|WE))?(T(\d\d:\d\d|MO|NI))?", fullmatch=True),
    st.sampled_from([None, "START", "MID", "END", "APPROX", "BEFORE", "MORE_THAN"]),
)
def test_any_value_has_words(value: str, mod: str | None) -> None:
    assert in_words(value, ENGLISH, mod)


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        (("2016-08-09", "2016-08-09"), ("2016-08-12T05:30", "2016-08-12"), "9–12 Aug 2016"),
        (("2002", "2002-01-01"), ("2017-05-06", "2017-05-06"), "2002 – 6 May 2017"),  # not "1 January 2002"
        (("2015-11", "2015-11-01"), ("2015-11", "2015-11-30"), "November 2015"),
        (("2016-W41", "2016-10-10"), ("2016", "2016-12-31"), "week of 10–16 Oct 2016 – 2016"),
    ],
)
def test_a_period_is_no_more_exact_than_its_ends(first: tuple[str, str], last: tuple[str, str], shown: str) -> None:
    assert period_in_words(first, last, ENGLISH) == shown
