"""What an expression means apart from any article, and which date that is in a given one.

A meaning says what the words say and no more ("a Friday", "the month before this one", "three days after the last date named").
`resolution.resolve` sets it against the article's day, the verb's tense and the date named last, and gives a TIMEX3 value.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

# "set": what was put down for a time that may be over ("was due in July")
# "plan": what lay ahead of a past ("was to meet in July"); "would": what lay ahead of a past that may be now ("said it would meet")
Tense = Literal["past", "future", "plan", "set", "would"] | None
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the calendar of which some fields are said: "July 15", "Friday night", "the third quarter of 1989"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    part: str | None = None  # Q3, H1, SU, WE ...: a part of the year, or a weekend
    clock: str | None = None  # TMO, T08:30
    shift: int = 0  # -1 "last", +1 "next", for what recurs; 0 without such a word
    this: bool = False  # "this Friday"
    year_shift: int | None = None  # "last year's third quarter": years from the article's
    anchored: bool = False  # "the previous Friday": from the date named last
    week_shift: int | None = None  # "Tuesday next week": weeks from the article's
    ahead: bool = False  # "Thursday week": a week from the next Thursday
    which: int | None = None  # "the first Monday of May": which of the month's weekdays, -1 the last
    behind: bool = False  # "since August": not ahead
    short: bool = False  # "'68": a year that may not lie far ahead
    apart: bool = False  # "Thursday last": not yesterday, which would be called so
    day_shift: int | None = None  # "9 a.m. yesterday": days from the article's


@dataclass(frozen=True, slots=True)
class Unit:
    """A calendar unit counted from the article's day: "last week", "this year", "next month"; 0 "the month"."""

    unit: str
    shift: int
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """A distance from a date: "two weeks ago", "three days later", "the next day"."""

    count: int | None  # None: unknown
    unit: str
    sign: int
    anchored: bool  # from the date named last, not from the article's day
    clock: str | None = None
    to_the_day: bool = False  # "a year ago today"


@dataclass(frozen=True, slots=True)
class Length:
    """A duration: "two years", "90-minute", "two hours and ten minutes"."""

    count: float | None
    unit: str
    more: tuple[int, str] | None = None  # ten minutes more


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no resolution: 199 (the 1990s), PRESENT_REF, P1D."""

    type: TimexType
    value: str


@dataclass(frozen=True, slots=True)
class Same:
    """The date named last, at a grain: "that day", "the quarter", "the year-ago period"."""

    unit: str  # D, Y, Q, P (the stretch that figures were given for last: a quarter, a half or a year)
    years: int = 0  # counted from it
    clock: str | None = None  # "that evening"
    year: int | None = None  # the same part of that year


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday by name."""

    name: str
    year: int | None = None
    shift: int = 0  # "last Thanksgiving"
    year_shift: int | None = None  # "Easter last year"
    clock: str | None = None  # "10 a.m. on New Year's Eve"


@dataclass(frozen=True, slots=True)
class Joined:
    """ "the week of Aug. 8": the unit around another date."""

    unit: str
    point: Point | Feast


@dataclass(frozen=True, slots=True)
class Beside:
    """ "the day after July 15": the day before (-1) or after (1) another."""

    sign: int
    day: Point | Feast


Meaning = Point | Unit | Shift | Length | Fixed | Same | Feast | Joined | Beside


@dataclass(slots=True)
class Context:
    """What an article and the words so far tell: the article's day and the date named last."""

    published: date | None
    anchor: str | None = None  # TIMEX3 value of the last date named
    period: str | None = None  # the last quarter or half named
    story: tuple[int, int] | None = None  # year and month (0: not said) that a story of the past has come to
    overnight: bool = False  # whether the story runs on from the evening named last to the hour that is read
    late: bool = False  # whether that was late on its day
    stretch: str | None = None  # the last period named, or the year of "the first nine months", "the year ended June 30"
