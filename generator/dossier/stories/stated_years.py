"""The year of a bare day of a month, where another sentence of the dossier states it.

Counted from an article of April 2018, "a Feb. 8 meeting" is of that year; where what is told of the same people on "Feb. 8, 2017" stands
in another sentence, it was of 2017. Reports of trials and inquiries leave the year out, once it is known.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from generator.dossier.stories.day_words import YEAR
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import OwnDay, moved
from generator.records.model import Record
from generator.values.calendar_words import ANY_MONTH

MONTH_WORD = re.compile(rf"\b(?:{ANY_MONTH})\b", re.IGNORECASE)
YEAR_DIGITS = len("2016")
RECENT = 30  # days around an article in which what it tells without a year is of that year
NAMED_ALIKE = 2  # subjects that both sentences name, for them to be of one matter


def with_stated_years(
    days: Sequence[OwnDay | None], found: Sequence[EventMention], records: Sequence[Record]
) -> list[OwnDay | None]:
    """The days, bare ones in the year that another sentence states for them.

    Args:
        days: of the mentions.
        found: the mentions.
        records: the articles.
    """
    bare: dict[str, list[int]] = {}  # by month and day
    stated: dict[str, list[int]] = {}
    for n, day in enumerate(days):
        if day is not None and day.wording is not None and day.grain == 0 and day.earliest:
            words = records[found[n].number].text[day.wording.start : day.wording.end]
            if MONTH_WORD.search(words):
                (stated if YEAR.search(words) else bare).setdefault(day.earliest[YEAR_DIGITS:], []).append(n)
    made = list(days)
    for date_, told in bare.items():
        others = stated.get(date_, [])
        years = sorted({_day(days, n)[:YEAR_DIGITS] for n in others})
        known = {found[n].number for n in told if any(_of_one_matter(found[n], found[o]) for o in others)}
        for n in told if len(years) == 1 else ():
            day, published = days[n], records[found[n].number].metadata.published
            if day and found[n].number in known and _is_over(_day(days, n), published):
                made[n] = moved(day, years[0] + date_)
    return made


def _day(days: Sequence[OwnDay | None], n: int) -> str:
    day = days[n]
    return (day.earliest if day else None) or ""


def _is_over(day: str, published: str | None) -> bool:
    """Whether a day lies so long before its article, or so far ahead, that it is not of its news: not the anniversary of these weeks."""
    return bool(published) and abs((date.fromisoformat(published or day) - date.fromisoformat(day)).days) > RECENT


def _of_one_matter(one: EventMention, other: EventMention) -> bool:
    """Whether two sentences name the same subjects."""
    return len((one.before | one.after) & (other.before | other.after)) >= NAMED_ALIKE
