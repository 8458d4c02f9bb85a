"""What a reading of an article's times gives."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.times.meaning import TimexType


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and the time that they name."""

    start: int  # code points into the article
    end: int
    type: TimexType
    value: str  # TIMEX3, "XXXX-07-15" where the year can't be known
    earliest: str | None = None  # ISO 8601 days of the interval that the value names, where it names one
    latest: str | None = None
    mod: str | None = None  # TIMEX3 mod: START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS
