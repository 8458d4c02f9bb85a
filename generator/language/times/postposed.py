"""A word behind the name of a day or month says which of several is meant: "Thursday last", "on 3 March last", "Monday next".

The name is read by `calendar_dates` (a weekday, a month, a day of one), the word behind it makes it the one before or after; all such
rules are entered in `grammar`. Which day that is, counted from the article's own, is decided in `resolution`: said on a Friday,
"Thursday last" is the day eight days ago, not yesterday, which "Thursday" alone would be (`apart`).
"""

from __future__ import annotations

from dataclasses import replace

from generator.language.times.calendar_dates import full_date, month, weekday
from generator.language.times.lexemes import Words
from generator.language.times.lexicon import AFTER_REFERENCE, CALENDAR, PARTS_OF_DAY, WEEKDAYS
from generator.language.times.matches import Found
from generator.language.times.meaning import Point

# "on Friday last", "since January last"; "we met Friday last": without them only before a stop
BEFORE_POSTPOSED = frozenset("on in of since from until till by for before after".split())
SHIFT_BEHIND = {"last": -1, "gone": -1, "past": -1, "next": 1, "coming": 1}
JUST = frozenset({"gone", "past"})
# what may go on after "next"; "on Monday next to the church" says something else
BEHIND_NEXT = AFTER_REFERENCE - {"to", "in", "on", "at"}


def postposed(words: Words, i: int) -> Found | None:
    """ "on Thursday last", "in January last", "on 3 March last", "on Monday next", "on Sunday gone"."""
    found = full_date(words, i) or (weekday(words, i) if words.low[i] in WEEKDAYS else month(words, i))
    if found is None or not isinstance(found.meaning, Point) or _has_year(found.meaning):
        return None
    j = found.last
    just = words.low[j] == "just"  # "on Sunday just gone"
    word = words.low[j + just]
    if word not in (JUST if just else SHIFT_BEHIND) or words.capital(j) or not _ends(words, i, j + just):
        return None
    return replace(found, last=j + just + 1, meaning=replace(found.meaning, shift=SHIFT_BEHIND[word], this=True, apart=True))


def _ends(words: Words, i: int, j: int) -> bool:
    """Whether nothing that follows "last" or "next" takes it for itself."""
    after = words.low[j + 1]
    return not after.isalnum() or (words.low[i - 1] in BEFORE_POSTPOSED and _goes_on(words.low[j], after))


def _has_year(point: Point) -> bool:
    return bool(point.year) or point.year_shift is not None


def _goes_on(word: str, after: str) -> bool:
    """Whether a sentence may go on behind "last" or "next"; "Thursday last week", "on Monday last night's winner" do not."""
    if word == "last":
        return after.isalpha() and after not in CALENDAR and after not in PARTS_OF_DAY
    return word == "next" and after in BEHIND_NEXT
