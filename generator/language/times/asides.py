"""Times told in passing: "this year as last", "over the years", "in the weeks before the vote"; and "today's youth", which is none."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.lexicon.event_nouns import EVENT_NOUNS
from generator.language.lexicon.marks import DASHES
from generator.language.times.lexemes import Words
from generator.language.times.lexicon import (
    AFTER_REFERENCE,
    CALENDAR,
    DEICTIC,
    MONTHS,
    PARTS_OF_DAY,
    PLURALS,
    UNITS,
    WEEKDAYS,
)
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Feast, Joined, Length, Same, Unit

MORNING_WITHIN = 30  # words from a day to its "in the morning"
AS_LAST_WITHIN = 6  # words from "this year" to "as last"
# whose "today" is no day: "today's youth", "the leaders of tomorrow"
GENERIC = frozenset(
    "world youth youths society societies generation generations child children kids teenagers youngsters people men women parents "
    "families students voters consumers shoppers readers audiences leaders stars champions workers computers cars phones "
    "technology standards economy culture democracies environment".split()
)
# what has a day, so that its "today" is one: "today's hearing", "today's paper"; "today's music" and "today's rules" have none
OF_ONE_DAY = EVENT_NOUNS | frozenset(
    "article bulletin briefing class column coverage date deadline edition editorial fixture fixtures forecast front headline judgment "
    "judgement high lesson low lecture market menu news newspaper observance outing page paper papers podcast post price session sermon "
    "service sitting stage story tally temperature temperatures toll trading verdicts weather".split()
)
PHRASE = 5  # words in which the noun that owns a day stands: "today's second closed hearing"
# what follows a stretch that lies beside an event: "the years that followed", "the weeks before the vote"
BESIDE_AN_EVENT = frozenset({"before", "after", "since", "following", "preceding", "between", "leading"})
FOLLOWING = frozenset({"followed", "follow", "preceded", "passed", "remained", "remain"})


def generic(words: Words, i: int) -> bool:
    """Whether "today" or "tomorrow" is only the age we live in: "today's young people", "the stars of tomorrow", "today's music"."""
    low = words.low
    if low[i] == "yesterday":
        return False
    if low[i - 1] == "of" and low[i - 2] in GENERIC:
        return True
    owns = low[i + 1] in APOSTROPHES and low[i + 2] == "s"
    return owns and not has_one_day(phrase(words, i + 3))


def phrase(words: Words, i: int) -> list[str]:
    """The words of a noun phrase from one on, as far as marks and small words leave it."""
    found: list[str] = []
    for word in words.low[i : i + PHRASE]:
        if word in AFTER_REFERENCE or not (word.isalnum() or word in DASHES):
            break
        found.append(word)
    return found


def has_one_day(named: Sequence[str]) -> bool:
    """Whether what "today" owns happens or appears on a day; what is left out may ("Monday's hearing was long, today's is short")."""
    if not named:
        return True
    known = any(word in OF_ONE_DAY or word.removesuffix("s") in OF_ONE_DAY for word in named)
    return known and GENERIC.isdisjoint(named)


def elliptic(words: Words, i: int) -> Found | None:
    """ "as much this year as last", "this week or next": the unit said before holds for the second."""
    low = words.low
    if low[i - 1] not in {"as", "than", "and", "or", "nor", "but"} or (
        low[i + 1].isalnum() and low[i + 1] not in AFTER_REFERENCE
    ):
        return None
    for k in range(i - 2, max(i - AS_LAST_WITHIN, 0), -1):
        if low[k] in CALENDAR and low[k - 1] == "this":
            return Found(i, i + 1, Unit(UNITS[low[k]], -1 if low[i] == "last" else 1))
    return None


def in_the_morning(words: Words, i: int) -> Found | None:
    """ "On Friday he spoke in the morning and in the evening": of the day named just before, else a habit."""
    low = words.low
    told = low[i - 1] in {"in", "during"} and low[i + 1] in {"morning", "afternoon", "evening"}
    if not told or low[i + 2] in {"of", "when", "before", "after", "on", *PARTS_OF_DAY} or low[i + 2] in DASHES:
        return None
    day = any(_names_a_day(words, k) for k in range(i - 2, max(i - MORNING_WITHIN, 3), -1))
    return Found(i, i + 2, Same("D", clock="T" + PARTS_OF_DAY[low[i + 1]])) if day else None


def _names_a_day(words: Words, k: int) -> bool:
    """ "yesterday", "Friday", "May 3"."""
    low = words.low
    named = low[k] in WEEKDAYS or (low[k] in MONTHS and low[k + 1][:1].isdecimal())
    return low[k] in DEICTIC or (named and words.capital(k))


def whole(words: Words, i: int) -> Found | None:
    """ "he waited all day"; "in the new year"."""
    low = words.low
    if low[i : i + 2] == ["all", "day"] and low[i + 2] not in DASHES:
        return Found(i, i + 2, Length(1, "D"))
    if low[i : i + 3] == ["the", "new", "year"] and not words.capital(i + 1) and low[i + 3] not in APOSTROPHES | DASHES:
        return Found(i, i + 3, Joined("Y", Feast("new year's day")))
    return None


def beside(words: Words, i: int) -> Found | None:
    """ "in the years that followed", "in the weeks before the vote", "over the years": nobody says how many."""
    low = words.low
    name = low[i + 1]
    if name not in PLURALS or PLURALS[name] in {"second", "quarter", "night"}:
        return None
    told = (
        low[i + 2] in BESIDE_AN_EVENT
        or (low[i + 2] == "that" and low[i + 3] in FOLLOWING)
        or low[i + 2 : i + 4] == ["to", "come"]
    )
    told = told or (low[i - 1] in {"over", "through", "down"} and PLURALS[name] in {"year", "decade", "century"})
    return Found(i, i + 2, Length(None, UNITS[PLURALS[name]])) if told else None
