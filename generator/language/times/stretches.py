"""The days of a length that has its place: "the last four months of 2016", "the first three weeks of March", "the past two years"."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from generator.language.times.lexemes import Words
from generator.language.times.matches import Found
from generator.language.times.meaning import Length

FROM_ITS_START = frozenset({"first", "opening"})
TO_ITS_END = frozenset({"last", "final", "closing"})
BACK = frozenset({"past", "last", "preceding", "previous"})
ON = frozenset({"next", "coming", "following"})
LENGTHS = {
    "D": relativedelta(days=1),
    "W": relativedelta(weeks=1),
    "F": relativedelta(weeks=2),
    "MO": relativedelta(months=1),
    "Q": relativedelta(months=3),
    "Y": relativedelta(years=1),
    "DE": relativedelta(years=10),
}
Days = tuple[str, str]


def within(words: Words, found: Found, of: Days) -> Days | None:
    """The days of a part of a known span: "the last four months of 2016", given those of 2016."""
    length = _length(found)
    told = set(words.low[found.first : found.last])
    if length is None or not told & (FROM_ITS_START | TO_ITS_END):
        return None
    first, last = date.fromisoformat(of[0]), date.fromisoformat(of[1])
    if told & FROM_ITS_START:
        last = min(last, first + length - timedelta(1))
    else:
        first = max(first, last + timedelta(1) - length)
    return first.isoformat(), last.isoformat()


def from_now(words: Words, found: Found, today: date) -> Days | None:
    """The days of a stretch that ends or begins on the article's day: "the past two years", "over the next three weeks"."""
    length = _length(found)
    told = set(words.low[found.first : found.last])
    if length is None or words.low[found.last] == "of":  # "the last two days of the trial"
        return None
    if told & BACK:
        return (today - length).isoformat(), today.isoformat()
    return (today.isoformat(), (today + length).isoformat()) if told & ON else None


def _length(found: Found) -> relativedelta | None:
    meaning = found.meaning
    if not isinstance(meaning, Length) or meaning.count is None or meaning.count % 1 or meaning.more or meaning.count > 500:
        return None
    unit = LENGTHS.get(meaning.unit)
    return unit * int(meaning.count) if unit else None
