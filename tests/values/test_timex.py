"""TIMEX3 values: the days they span, their precision, and their order."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values import timex

SPANS = [
    ("2016-07-15", "2016-07-15", "2016-07-15"),
    ("2016-02", "2016-02-01", "2016-02-29"),  # a leap year
    ("1900-02", "1900-02-01", "1900-02-28"),  # a century that is none
    ("2016-W28", "2016-07-11", "2016-07-17"),
    ("2015-W53-WE", "2016-01-02", "2016-01-03"),  # a weekend over the year's end
    ("2016-Q3", "2016-07-01", "2016-09-30"),
    ("2015-WI", "2015-12-01", "2016-02-29"),
    ("2016-H2", "2016-07-01", "2016-12-31"),
    ("199", "1990-01-01", "1999-12-31"),
    ("19", "1900-01-01", "1999-12-31"),
    ("0079", "0079-01-01", "0079-12-31"),
    ("2150", "2150-01-01", "2150-12-31"),
    ("2016-07-19T06:42", "2016-07-19", "2016-07-19"),
    ("2016-07-19TNI", "2016-07-19", "2016-07-19"),
]


@pytest.mark.parametrize(("value", "earliest", "latest"), SPANS)
def test_days(value: str, earliest: str, latest: str) -> None:
    assert timex.days(value) == (earliest, latest)


@pytest.mark.parametrize(
    "value", ["P3D", "PAST_REF", "XXXX-07-15", "XXXX-WXX-5", "2015-W60", "2013-02-30", "BC0044", "", "soon"]
)
def test_what_names_no_interval(value: str) -> None:
    assert timex.days(value) is None


@pytest.mark.parametrize(
    ("value", "grain"),
    [
        ("2016-07-15", "day"),
        ("2016-07", "month"),
        ("2016-W28-WE", "weekend"),
        ("2016-Q3", "quarter"),
        ("2016-SU", "season"),
        ("2016", "year"),
        ("199", "decade"),
        ("19", "century"),
        ("XXXX-07-15", "day"),
        ("XXXX-07", "month"),
        ("P3D", None),
    ],
)
def test_precision(value: str, grain: str | None) -> None:
    assert timex.precision(value) == grain


def test_modifiers_narrow_a_span() -> None:
    assert timex.days("2016", "START") == ("2016-01-01", "2016-07-01")
    assert timex.days("2016-07", "MID") == ("2016-07-08", "2016-07-23")
    assert timex.days("2016-07-15", "END") == ("2016-07-15", "2016-07-15")


def test_order_with_unknown_years() -> None:
    told = [
        ("XXXX-06-29", None),
        ("2016-07", None),
        ("XXXX-11", "BEFORE"),
        ("2016-07-15", None),
        ("PAST_REF", None),
        ("XXXX-07", None),
    ]
    ordered = sorted(told, key=lambda pair: timex.sort_key(*pair))
    assert [value for value, _ in ordered] == ["2016-07", "2016-07-15", "XXXX-11", "XXXX-06-29", "XXXX-07", "PAST_REF"]


@given(
    st.text(alphabet="0123456789XPTWQHSUEFYMDRN-_:", max_size=16), st.sampled_from([None, "START", "MID", "END", "APPROX"])
)
def test_any_string_has_ordered_days_or_none(value: str, mod: str | None) -> None:
    span = timex.days(value, mod)
    assert span is None or date.fromisoformat(span[0]) <= date.fromisoformat(span[1])
    assert isinstance(timex.sort_key(value, mod), tuple)
    timex.precision(value)


@given(st.dates(), st.sampled_from(["START", "MID", "END"]))
def test_a_narrowed_span_lies_within_the_whole(day: date, mod: str) -> None:
    for value in (f"{day.year:04d}", f"{day.year:04d}-{day.month:02d}"):
        whole, part = timex.days(value), timex.days(value, mod)
        assert whole is not None
        assert part is not None
        assert whole[0] <= part[0] <= part[1] <= whole[1]


def test_a_range_spans_from_its_first_to_its_last_day() -> None:
    assert timex.days("2016-05-03/2016-05-09") == ("2016-05-03", "2016-05-09")
    assert timex.days("1990/1995") == ("1990-01-01", "1995-12-31")
    assert timex.days("2016-05-09/2016-05-03") is None
    assert timex.precision("2016-05-03/2016-05-09") == "day"


def test_years_before_christ_come_first_and_in_their_order() -> None:
    values = ["2016", "BC0044", "0079", "BC1213"]
    assert sorted(values, key=timex.sort_key) == ["BC1213", "BC0044", "0079", "2016"]
    assert timex.precision("BC0044") == "year"
    assert timex.days("BC0044") is None
