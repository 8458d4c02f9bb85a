"""TIMEX3 values in the words of the site's language: as exact as the value is, and not more."""

from __future__ import annotations

import re
from datetime import date, time

from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton, format_time

from generator.values import timex
from generator.values.calendar_words import WRITTEN_WEEKDAYS

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
NUMBERS = ("first", "second", "third", "fourth")
PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}
OPEN = "(year not stated)"
UNDATED = "(date not stated)"
CLOCK = re.compile(r"T(\d\d):(\d\d)")
MODS = {"START": "early ", "MID": "mid-", "END": "late ", "APPROX": "about "}
SIDES = {"BEFORE": "before ", "AFTER": "after ", "ON_OR_BEFORE": "by ", "APPROX": "about "}  # of a clock time
BETWEEN_NUMBERS = re.compile(r"(?<=\d)\u2009–\u2009(?=\d)")


def in_words(value: str, locale: Locale, mod: str | None = None) -> str:
    """A value as a reader would write it.

    Args:
        value: a TIMEX3 value of a date or time.
        locale: plain English, without a territory, writes "15 July 2016".
        mod: its TIMEX3 modifier.

    Returns:
        "15 July 2016", "mid-July 2016", "third quarter of 2016", "15 July (year not stated)", "10 November 2016, 23:30".
    """
    if "/" in value and (ends := _ends(value)):
        return period_in_words(*ends, locale)
    if found := timex.BEFORE_CHRIST.fullmatch(value):
        return f"{int(found[1])} BC" if len(found[1]) == 4 else f"{_ordinal(int(found[1]) + 1)} century BC"
    style = _style(locale)
    plain, _, clock = value.partition("T") if value[:1].isdigit() or value.startswith("X") else (value, "", "")
    hour = _clock(clock, style)
    of_day = None if ":" in clock else mod  # "just before 6pm": the day is certain
    words = _unknown(plain, style, of_day) if plain.startswith("XXXX") else _known(plain, style, of_day) or value
    return words + (f", {SIDES.get(mod or '', '') if of_day is None else ''}{hour}" if hour and words != value else "")


def day_in_words(iso: str, locale: Locale) -> str:
    """An ISO day in the site's words."""
    return in_words(iso, locale)


def interval_in_words(first: str, last: str, locale: Locale) -> str:
    """Two ISO days as a span: "9–12 August 2016"; one day alone if they are the same."""
    if first == last:
        return day_in_words(first, locale)
    return _interval(date.fromisoformat(first), date.fromisoformat(last), "yMMMMd", _style(locale))


def _interval(first: date, last: date, skeleton: str, style: Locale) -> str:
    """Two days as CLDR writes them; between two numbers without spaces, which Babel 2.19 puts in and 2.18 did not."""
    return BETWEEN_NUMBERS.sub("–", str(format_interval(first, last, skeleton, locale=style)))


def period_in_words(first: tuple[str, str], last: tuple[str, str], locale: Locale) -> str:
    """From one time to another, each as exact as it is known: "2002 – 6 May 2017".

    Args:
        first: the TIMEX3 value, and the ISO day on which it begins.
        last: the TIMEX3 value, and the ISO day on which it ends.
        locale: the site's.
    """
    values = [value.partition("T")[0] for value, _ in (first, last)]
    grains = [timex.precision(value) or "day" for value in values]
    if grains == ["day", "day"]:
        return interval_in_words(first[1], last[1], locale)
    ends = zip(values, grains, (first[1], last[1]), strict=True)
    return " – ".join(dict.fromkeys(in_words(day if grain == "day" else value, locale) for value, grain, day in ends))


def _ends(value: str) -> tuple[tuple[str, str], tuple[str, str]] | None:
    """The ends of a range, each with the day on which it begins or ends: "2016-05-03/2016-05-09"."""
    first, _, last = value.partition("/")
    begin, close = timex.days(first), timex.days(last)
    return ((first, begin[0]), (last, close[1])) if begin and close else None


def _style(locale: Locale) -> Locale:
    return locale if locale.territory else Locale("en", "GB")


def _known(plain: str, style: Locale, mod: str | None) -> str | None:
    grain = timex.precision(plain)
    span = timex.days(plain)
    if span is None or grain is None:
        return None
    first, last = date.fromisoformat(span[0]), date.fromisoformat(span[1])
    early = MODS.get(mod or "", "")
    if grain == "day":
        # "late on Thursday": the day is certain, the hour is not
        words = str(format_date(first, "long", locale=style))
        return f"{early}on {words}" if mod in {"START", "END"} else f"about {words}" if mod == "APPROX" else words
    if grain == "month":
        return early + str(format_date(first, "MMMM y", locale=style))
    if grain in {"week", "weekend"}:
        return f"{grain} of {_interval(first, last, 'yMMMd', style)}"
    year = f"fiscal {plain[2:6]}" if plain.startswith("FY") else plain[:4]
    if grain in {"quarter", "half"}:
        return f"{early.replace('mid-', 'middle of the ')}{NUMBERS[int(plain[-1]) - 1]} {grain} of {year}"
    if grain == "season":
        return f"{early}{SEASONS[plain[-2:]]} {year}"
    if grain == "decade":
        return f"{early}{plain}0s"
    if grain == "century":
        return f"{early}{_ordinal(int(plain) + 1)} century"
    return early + year


def _clock(clock: str, style: Locale) -> str:
    """The hour or the part of the day: "23:30", "morning"."""
    if found := CLOCK.match(f"T{clock}"):
        hour, minute = int(found[1]), int(found[2])
        return str(format_time(time(hour, minute), "short", locale=style)) if hour < 24 and minute < 60 else ""
    return PARTS.get(clock[:2], "")


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _unknown(value: str, style: Locale, mod: str | None) -> str:
    """What is known of a date without a year: a day, a month, a season; of a weekday not even the date."""
    found = timex.UNKNOWN_YEAR.fullmatch(value)
    if value == "XXXX":
        return OPEN.strip("()")  # "last year"
    if found is None:
        return f"day {OPEN}"
    part, day = found[1], found[2] or ""
    early = MODS.get(mod or "", "")
    if part.isdigit() and 1 <= int(part) <= 12:
        if day.isdigit() and 1 <= int(day) <= 29 + (int(part) != 2) + (int(part) in {1, 3, 5, 7, 8, 10, 12}):
            return f"{format_skeleton('MMMMd', date(2000, int(part), int(day)), locale=style)} {OPEN}"
        return f"{early}{format_date(date(2000, int(part), 1), 'MMMM', locale=style)} {OPEN}"
    if part in SEASONS:
        return f"{early}{SEASONS[part]} {OPEN}"
    if part[0] in "QH" and part[1:].isdigit() and 1 <= int(part[1]) <= 4:
        return f"{NUMBERS[int(part[1]) - 1]} {'quarter' if part[0] == 'Q' else 'half'} {OPEN}"
    if part[0] == "W":
        named = (
            "weekend" if day == "WE" else WRITTEN_WEEKDAYS[int(day) - 1] if day.isdigit() and 1 <= int(day) <= 7 else "week"
        )
        return f"{named} {UNDATED}"
    return f"day {OPEN}"
