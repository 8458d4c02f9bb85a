"""TIMEX3 values in the words of the site's language."""

from __future__ import annotations

from datetime import date

from babel import Locale
from babel.dates import format_date, format_interval

from generator.language import timex

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
OPEN = "(year not stated)"


def in_words(value: str, locale: Locale) -> str:
    """A value as a reader would write it: "15 July 2016", "third quarter of 2016", "15 July (year not stated)"."""
    plain = value.split("T")[0]
    grain = timex.precision(plain)
    if plain.startswith("XXXX"):
        return _unknown(plain, locale)
    span = timex.days(plain)
    if span is None or grain is None:
        return value
    first, last = date.fromisoformat(span[0]), date.fromisoformat(span[1])
    if grain == "day":
        return str(format_date(first, "long", locale=locale))
    if grain == "month":
        return str(format_date(first, "MMMM y", locale=locale))
    if grain in {"week", "weekend"}:
        return f"{'weekend' if grain == 'weekend' else 'week'} of {format_interval(first, last, 'yMMMd', locale=locale)}"
    if grain == "quarter":
        return f"{('first', 'second', 'third', 'fourth')[int(plain[-1]) - 1]} quarter of {plain[:4]}"
    if grain == "half":
        return f"{'first' if plain[-1] == '1' else 'second'} half of {plain[:4]}"
    if grain == "season":
        return f"{SEASONS.get(plain[-2:], plain[-2:])} {plain[:4]}"
    if grain == "decade":
        return f"{plain}0s"
    if grain == "century":
        return f"{_ordinal(int(plain) + 1)} century"
    return plain


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def day_in_words(iso: str, locale: Locale) -> str:
    """An ISO day in the site's words."""
    return str(format_date(date.fromisoformat(iso), "long", locale=locale))


def interval_in_words(first: str, last: str, locale: Locale) -> str:
    """Two ISO days as a span: "August 9 – 12, 2016"; one day alone if they are the same."""
    if first == last:
        return day_in_words(first, locale)
    return str(format_interval(date.fromisoformat(first), date.fromisoformat(last), "yMMMMd", locale=locale))


def _unknown(value: str, locale: Locale) -> str:
    found = timex.UNKNOWN_YEAR.fullmatch(value)
    if found and found[1].isdigit():
        month = int(found[1])
        if found[2] and found[2].isdigit():
            return f"{format_date(date(2000, month, int(found[2])), 'd MMMM', locale=locale)} {OPEN}"
        return f"{format_date(date(2000, month, 1), 'MMMM', locale=locale)} {OPEN}"
    if found and found[1] in SEASONS:
        return f"{SEASONS[found[1]]} {OPEN}"
    return f"day {OPEN}"
