"""TIMEX3 values: the days that a value spans, its precision, and an order that also holds where the year is unknown.

Values follow TimeML's TIMEX3 (ISO 8601 with extensions): `2016-07-15`, `2016-W28`, `2016-W28-WE`, `2016-Q3`, `2016-H1`, `2016-SU`,
`201` (a decade), `20` (a century), `2016-07-15TMO`, and `X` for digits that can't be known. No spaCy here: the dossier and the
pages use it too.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
WRITTEN_DAY = re.compile(r"\d{4}-\d\d-\d\d")  # without a time of day, or before it
DAY_LENGTH = len("2016-07-15")
MONTH = re.compile(r"(\d{4})-(\d\d)(?:-XX)?")
WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|\d))?(?:T.*)?")
PART = re.compile(r"(?:FY)?(\d{4})-(Q|H)(\d)")
SEASON = re.compile(r"(\d{4})-(SP|SU|FA|AU|WI)")
YEARS = re.compile(r"(?:FY)?(\d{2,4})")
SEASON_MONTHS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "AU": (9, 11), "WI": (12, 14)}
# which quarters of a span a modifier leaves: "early 2016", "mid-July", "late in the year"
NARROWED = {"START": (0, 2), "MID": (1, 3), "END": (2, 4)}
BEFORE_CHRIST = re.compile(r"BC(\d{2}|\d{4})")
UNKNOWN_YEAR = re.compile(r"XXXX-(\d\d|W(?:XX|\d\d)|SP|SU|FA|WI|Q\d|H\d)(?:-(\d\d|\d|WE))?")
# where a part of an unknown year begins
UNKNOWN_MONTHS = {
    "SP": "03",
    "SU": "06",
    "FA": "09",
    "WI": "12",
    "Q1": "01",
    "Q2": "04",
    "Q3": "07",
    "Q4": "10",
    "H1": "01",
    "H2": "07",
}


def days(value: str, mod: str | None = None) -> tuple[str, str] | None:
    """The first and the last day (ISO 8601, proleptic Gregorian) that a TIMEX3 value spans.

    Args:
        value: a TIMEX3 value of a date or a time, or two with a stroke between them: from the first to the last.
        mod: a TIMEX3 modifier; START, MID and END narrow a span of more than a day to its first, middle or last half, so
            that "early 2016" comes before "late 2016".

    Returns:
        None where the value names no interval of a known year ("P3D", "XXXX-07-15", "PAST_REF").
    """
    first_end, stroke, last_end = value.partition("/")
    if stroke:
        opens, ends = days(first_end), days(last_end)
        return (opens[0], ends[1]) if opens and ends and opens[0] <= ends[1] else None
    try:
        span = _days(value)
    except (ValueError, OverflowError):
        return None
    if span is None or mod not in NARROWED or span[0] == span[1]:
        return span
    first, last = date.fromisoformat(span[0]), date.fromisoformat(span[1])
    length = (last - first).days + 1
    begin, end = NARROWED[mod]
    return _iso(first + timedelta(length * begin // 4), first + timedelta(length * end // 4 - 1))


def precision(value: str) -> str | None:
    """The grain of a value: day, weekend, week, month, quarter, half, season, year, decade or century; None for others."""
    if "/" in value:
        return precision(value.partition("/")[0])  # a range is as exact as its ends
    if found := BEFORE_CHRIST.fullmatch(value):
        return "year" if len(found[1]) == 4 else "century"
    for pattern, grain in ((DAY, "day"), (MONTH, "month"), (SEASON, "season")):
        if pattern.fullmatch(value):
            return grain
    if found := WEEK.fullmatch(value):
        return {None: "week", "WE": "weekend"}.get(found[3], "day")
    if found := PART.fullmatch(value):
        return "quarter" if found[2] == "Q" else "half"
    if found := YEARS.fullmatch(value):
        return {4: "year", 3: "decade", 2: "century"}[len(found[1])]
    if found := UNKNOWN_YEAR.fullmatch(value):
        return "day" if found[2] and found[2] != "WE" else "month" if found[1].isdigit() else None
    return None


def sort_key(value: str, mod: str | None = None) -> tuple[str, str]:
    """A key that puts values in order of their first, then of their last day.

    Unknown years come after all known ones, in the order of the calendar; of these, what the text places before the rest
    ("last November", mod BEFORE) comes first. Values without a place in time come last.
    """
    span = days(value, mod)
    if span:
        return span
    if before := BEFORE_CHRIST.fullmatch(value):
        year = f"-{9999 - (int(before[1]) if len(before[1]) == 4 else 100 * int(before[1]) + 50):04d}"
        return year, year  # the later the year before Christ, the later it stands; all before the year 1
    known = UNKNOWN_YEAR.fullmatch(value)
    if known is None:
        return "~", value
    start = known[1] if known[1].isdigit() else UNKNOWN_MONTHS.get(known[1], "99")
    year = "XXXX" if mod == "BEFORE" else "XXXY"
    return f"{year}-{start}-{known[2] or '00'}", f"{year}-{start}-{known[2] or '99'}"


def _days(value: str) -> tuple[str, str] | None:
    if found := DAY.fullmatch(value):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return _iso(day, day)
    if found := MONTH.fullmatch(value):
        year, month = int(found[1]), int(found[2])
        return _iso(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    if found := WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first, last = (5, 6) if found[3] == "WE" else (int(found[3]) - 1,) * 2 if found[3] else (0, 6)
        return _iso(monday + timedelta(first), monday + timedelta(last))
    if found := PART.fullmatch(value):
        months = 3 if found[2] == "Q" else 6
        start = (int(found[3]) - 1) * months + 1
        return _months(int(found[1]), start, start + months - 1)
    if found := SEASON.fullmatch(value):
        return _months(int(found[1]), *SEASON_MONTHS[found[2]])
    if found := YEARS.fullmatch(value):
        missing = 4 - len(found[1])
        return _iso(date(int(found[1] + "0" * missing) or 1, 1, 1), date(int(found[1] + "9" * missing), 12, 31))
    return None


def _months(year: int, first: int, last: int) -> tuple[str, str]:
    """From the first day of one month to the last of another; months over 12 lie in the next year."""
    end_year, end = year + (last - 1) // 12, (last - 1) % 12 + 1
    return _iso(date(year, first, 1), date(end_year, end, monthrange(end_year, end)[1]))


def _iso(first: date, last: date) -> tuple[str, str]:
    return first.isoformat(), last.isoformat()
