"""The day that one telling gives, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

from generator.values import timex
from generator.values.span import Span

GRAINS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year")  # the finest first
WEEK_GRAIN = GRAINS.index("week")
DAY = len("2016-07-15")


class Ground(IntEnum):
    """What a day rests on, the weakest first."""

    PUBLISHED = 1  # the article's own day
    STORY = 2  # the day that the opening of the article names for its news
    RECKONED = 3  # counted from the article's day
    WORDS = 4
    EDITOR = 5


# what one source's day of an event weighs in the vote
WEIGHT = {Ground.PUBLISHED: 0.4, Ground.STORY: 1.2, Ground.RECKONED: 2.0, Ground.WORDS: 3.0, Ground.EDITOR: 1000.0}
RETOLD_WEIGHT = 0.2  # of the weight where the words date that somebody said so
SURE = 0.8  # share of right days from which one counts in full
SHARED = 0.4  # of the weight where the words date another word of the sentence


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The day that one telling gives."""

    value: str  # TIMEX3
    earliest: str | None
    latest: str | None
    ground: Ground
    wording: Span | None
    shared: bool = False
    doubtful: bool = False  # reckoned from a date of publication that is in doubt
    said: bool = False  # the words date that somebody said so
    afloat: bool = False  # a time of day that has no day of its own
    mod: str | None = None
    sure: float = 0.9  # how often such a day is right

    @property
    def grain(self) -> int:
        """How exact it is, from 0."""
        return GRAINS.index(timex.precision(self.value) or "year")

    @property
    def weight(self) -> float:
        """What it counts in a vote."""
        weight = WEIGHT[self.ground] * (RETOLD_WEIGHT if self.said else SHARED if self.shared else 1.0)
        return weight * min(1.0, self.sure / SURE)


def moved(day: OwnDay, to: str) -> OwnDay:
    """The same time of another day."""
    return replace(
        day, value=to + day.value[10:] if timex.DAY.fullmatch(day.value) else to, earliest=to, latest=to, afloat=False
    )


def own_words(day: OwnDay) -> bool:
    """Whether a day is what a telling's own words give."""
    return not day.shared and day.ground > Ground.STORY
