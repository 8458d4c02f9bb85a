"""Hours of no one day: "opens daily at 8 a.m.", "from 8 a.m. to 6 p.m. on weekdays"; not "the daily ferry sank at 8:30 a.m."."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.language.times.lexemes import Words
from generator.language.times.matches import Found
from generator.language.times.meaning import Fixed
from generator.language.times.tense import Tenses

PAUSES = frozenset(".;!?")
WORKDAYS = frozenset({"weekdays", "weekends", "weekday"})
HABIT_WITHIN = 12  # words between an hour and what says how often
# between "8 a.m." and "on weekdays": "to 6 p.m. on", whatever the tense
TOUCHING = re.compile(r"(?:[\s\d:.–-]|[ap]\.?m\b|\b(?:to|until|till|at|from|on|between|and|around|about)\b)*", re.IGNORECASE)


class Habits:
    """What an article says happens again and again."""

    def __init__(self, words: Words, founds: Sequence[Found], tenses: Tenses) -> None:
        self.words, self.tenses = words, tenses
        days = (
            (n, n + 1) for n, word in enumerate(words.low) if word in WORKDAYS and words.low[n - 1] in {"on", "at", "every"}
        )
        self.spans = sorted({*((found.first, found.last) for found in founds if found.set or _is_set(found)), *days})
        self.firsts = [first for first, _ in self.spans]
        self.longest = max((last - first for first, last in self.spans), default=0)

    def hold(self, hour: Found) -> bool:
        """Whether an hour is one of a habit: a SET beside it, or in the same clause of a verb in the present."""
        low = bisect_left(self.firsts, hour.first - HABIT_WITHIN - self.longest)
        high = bisect_left(self.firsts, hour.last + HABIT_WITHIN + 1)
        return any(self._of(hour, first, last) for first, last in self.spans[low:high])

    def _of(self, hour: Found, first: int, last: int) -> bool:
        words = self.words
        begin, end = (last, hour.first) if first < hour.first else (hour.last, first)
        if end - begin > HABIT_WITHIN or not PAUSES.isdisjoint(words.low[begin:end]):
            return False
        habit = words.start[first], words.end[last - 1]
        if self.tenses.modifies_noun(*habit):
            return False  # "the daily ferry"
        own = words.start[hour.first], words.end[hour.last - 1]
        opened = (
            first > hour.first and words.capital(begin) and not words.low[begin].endswith("days")
        )  # "went off at 9 a.m. | Every day since"
        between = words.text[words.end[begin - 1] : words.start[end]]
        touching = not opened and TOUCHING.fullmatch(between) is not None
        return touching or self.tenses.again(own, habit)


def _is_set(found: Found) -> bool:
    return isinstance(found.meaning, Fixed) and found.meaning.type == "SET"
