"""What of a day an undated article tells: "on Friday", "in December", "on 2 December", whose year nobody knows.

Two of them can be one day unless the same part of both differs: a Friday is no Tuesday, and may be the 11th of December.
"""

from __future__ import annotations

import re
from datetime import date

from generator.values.calendar_words import ANY_MONTH, MONTH_NAMES, MONTHS, WEEKDAY_NAMES

WEEK_DAY = re.compile(r"^X{4}-WXX-(\d)")
YEARLESS_MONTH = re.compile(r"^X{4}-(\d\d)(?:-(\d\d))?")
DATED = re.compile(r"^\d{4}-\d\d-\d\d")
MINUTE = re.compile(r"T(\d\d):(\d\d)$")
SPELLED = re.compile(
    rf"(?:\b(?P<before>\d\d?)(?:st|nd|rd|th)? (?:of )?)?\b(?P<month>{ANY_MONTH})\b\.?(?: (?P<after>\d\d?)\b)?"
)

Parts = tuple[int, int, int]  # day of the week (Monday is 1), month, day of the month; 0 where it is not told


def parts(value: str) -> Parts | None:
    """What a TIMEX value tells of a day; None where it tells nothing of it.

    Args:
        value: "XXXX-WXX-5", "XXXX-12", "2008-12-19".
    """
    if DATED.match(value):
        day = date.fromisoformat(value[:10])
        return day.isoweekday(), day.month, day.day
    if found := WEEK_DAY.match(value):
        return int(found[1]), 0, 0
    if found := YEARLESS_MONTH.match(value):
        return 0, int(found[1]), int(found[2] or 0)
    return None


def of_words(words: str) -> Parts | None:
    """What the words for a day tell: "Friday", "on 2 December", "Dec. 11"; None where they name neither.

    Args:
        words: they.
    """
    low = words.lower()
    weekday = next((n for n, day in enumerate(WEEKDAY_NAMES, 1) if day in low), 0)
    found = SPELLED.search(low)
    month = MONTHS[found["month"]] if found else 0
    day = int(found["before"] or found["after"] or 0) if found else 0
    return (weekday, month, day) if weekday or month else None


def one(a: Parts, b: Parts) -> bool:
    """Whether two may be one day: no part that both tell differs."""
    return not any(x and y and x != y for x, y in zip(a, b, strict=True))


def named(told: Parts) -> str:
    """As a page shows it: "Friday", "2 December"."""
    weekday, month, day = told
    if month and weekday:
        return f"{WEEKDAY_NAMES[weekday - 1].capitalize()}, {named((0, month, day))}"
    if month:
        return f"{day} {MONTH_NAMES[month - 1].capitalize()}" if day else MONTH_NAMES[month - 1].capitalize()
    return WEEKDAY_NAMES[weekday - 1].capitalize()


def minute(value: str) -> int | None:
    """The minute of the day that a TIMEX value tells, whatever its day."""
    found = MINUTE.search(value)
    return int(found[1]) * 60 + int(found[2]) if found else None
