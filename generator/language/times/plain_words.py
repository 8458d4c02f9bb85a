"""Days that a word tells by itself: "today", "tonight", "annually", "now", "some day", "mid-week"."""

from __future__ import annotations

from dataclasses import replace

from generator.language.lexicon.marks import DASHES, QUOTES
from generator.language.times import lexicon
from generator.language.times.asides import generic
from generator.language.times.calendar_dates import weekday
from generator.language.times.durations import is_rate
from generator.language.times.lexemes import Words
from generator.language.times.lexicon import CALENDAR, MONTHS, WEEKDAYS
from generator.language.times.matches import Found
from generator.language.times.meaning import Fixed, Point, Same, Shift, Unit

PRONOUNS = frozenset("i you he she it we they who".split())
HOPES = frozenset("hope hopes hoped hoping wish wishes wished dream dreams dreamed dreamt".split())
PREFIXED = {("semi", "annually"): "P6M", ("bi", "weekly"): "P2W", ("bi", "monthly"): "P2M"}
SESSION = frozenset("losses gains trading session rally decline drop fall rise advance slump surge selloff sell".split())


def plain(words: Words, i: int) -> Found | None:
    """Words that need no grammar: "yesterday", "now", "daily", "the future", "tonight"."""
    low = words.low
    for size in (4, 3, 2):
        if (value := lexicon.PHRASES.get(tuple(low[i : i + size]))) and not _continues(words, i + size):
            return Found(i, i + size, Fixed("DATE", value))
    if words.capital(i) and words.glued(i) and low[i - 1] in QUOTES and low[i + 1] in QUOTES | {"”", "''"}:
        return None  # 'NBC's "Today"'
    return _single_word(words, i)


def _single_word(words: Words, i: int) -> Found | None:
    """ "yesterday", "tonight", "daily", "soon", "now"."""
    word = words.low[i]
    if word in lexicon.DEICTIC:
        return _today(words, i)
    if word in {"tonight", "overnight"}:
        return _tonight(words, i)
    if word in lexicon.ADVERBS:
        return _adverb(words, i)
    if word == "soon":
        return Found(i, i + 1, Fixed("DATE", "FUTURE_REF")) if _ahead(words, i) else None
    return _reference(words, i)


def _today(words: Words, i: int) -> Found | None:
    """ "today", "yesterday evening"; not "today's youth" nor "USA Today"."""
    low, shift = words.low, lexicon.DEICTIC[words.low[i]]
    if low[i + 1] in lexicon.PARTS_OF_DAY and low[i + 1] != "overnight":
        return Found(i, i + 2, Unit("D", shift, "T" + lexicon.PARTS_OF_DAY[low[i + 1]]))
    inside = low[i - 1].isalnum() and words.start[i] == words.end[i - 1] + 1
    return None if generic(words, i) or (words.capital(i) and inside) else Found(i, i + 1, Unit("D", shift))


def _tonight(words: Words, i: int) -> Found | None:
    """ "tonight", "overnight"; not "The Tonight Show"."""
    if words.low[i] == "overnight":
        # "on Friday shares fell after overnight losses in New York"
        session = words.low[i + 1] in SESSION
        return Found(i, i + 1, Shift(1, "D", -1, True, "TNI") if session else Unit("D", -1, "TNI"))
    return None if words.capital(i) and words.capital(i + 1) else Found(i, i + 1, Unit("D", 0, "TNI"))


def _adverb(words: Words, i: int) -> Found | None:
    """ "daily", "semi-annually"; no time are "twice-weekly" nor "grew 20% annually"."""
    low = words.low
    if words.glued(i) and low[i - 1] in DASHES:
        value = PREFIXED.get((low[i - 2], low[i]))
        return Found(i - 2, i + 1, Fixed("SET", value)) if value else None
    no_time = words.capital(i) or is_rate(words, i)
    return None if no_time else Found(i, i + 1, Fixed("SET", lexicon.ADVERBS[low[i]]))


def _reference(words: Words, i: int) -> Found | None:
    """ "now", "currently", "recently", "the then current price"."""
    low, word = words.low, words.low[i]
    if word == "current" and low[i - 1] == "then":
        return Found(i, i + 1, Fixed("DATE", "PAST_REF"))
    known = word in lexicon.REFERENCES and not _is_more_than_a_reference(words, i)
    return Found(i, i + 1, Fixed("DATE", lexicon.REFERENCES[word])) if known else None


def _is_more_than_a_reference(words: Words, i: int) -> bool:
    """ "the current quarter", "most recently last May", "now and then"."""
    low, word = words.low, words.low[i]
    if word == "current":
        return low[i + 1] in CALENDAR | {"fiscal", "-"}
    if word == "recently":
        return low[i - 1] in {"most", "more"} and _continues(words, i + 1)
    return word == "now" and _not_now(words, i)


def some_day(words: Words, i: int) -> Found | None:
    """ "it will one day be", "Someday it may", "One day it will": a time ahead that nobody knows."""
    low = words.low
    two = low[i] in {"one", "some"}
    if two and low[i + 1] != "day":
        return None
    j = i + 1 + two
    if low[i - 1] in PRONOUNS and not HOPES.isdisjoint(low[max(i - 5, 0) : i]):
        return Found(i, j, Fixed("DATE", "FUTURE_REF"))  # "he hoped she one day follow him"
    after = set(low[j : j + 4]) if words.capital(i) or not words.low[i - 1].isalpha() else set(low[j : j + 1])
    modal = (lexicon.MAKES_FUTURE - {"to", "can", "must"}) | {"would"}
    return Found(i, j, Fixed("DATE", "FUTURE_REF")) if low[i - 1] in modal or modal & after else None


def mid_day(words: Words, i: int) -> Found | None:
    """ "mid-afternoon", "by mid-morning on Tuesday": a part of the day named last."""
    low = words.low
    j = i + 1 + (low[i + 1] in DASHES)
    if low[j] not in {"morning", "afternoon", "evening"}:
        return None
    clock = "T" + lexicon.PARTS_OF_DAY[low[j]]
    if low[j + 1] in lexicon.DEICTIC:
        return Found(i, j + 2, Unit("D", lexicon.DEICTIC[low[j + 1]], clock), "MID")
    k = j + 1 + (low[j + 1] == "on")
    if low[k] in WEEKDAYS and words.capital(k) and (day := weekday(words, k)) and isinstance(day.meaning, Point):
        return Found(i, day.last, replace(day.meaning, clock=clock), "MID")
    if low[i - 1] not in {"in", "at", "by", "until", "since", "from", "around", "before", "after"}:
        return None
    return Found(i, j + 1, Same("D", clock=clock), "MID")


def _ahead(words: Words, i: int) -> bool:
    """ "will soon be", "it soon will", "may come soon"; not "was soon released" nor "as soon as"."""
    low = words.low
    beside = low[i - 1] in lexicon.MAKES_FUTURE or low[i + 1] in lexicon.MAKES_FUTURE
    last = not low[i + 1].isalpha() and bool(lexicon.MAKES_FUTURE & set(low[i - 4 : i]))
    return low[i - 1] not in {"as", "too", "how"} and (beside or last)


def _continues(words: Words, i: int) -> bool:
    """ "the past two weeks", "the present crisis", "most recently last May": more than a reference."""
    before = words.low[i - 1]
    if before == "recently":
        j = i + (words.low[i] in {"in", "on"})
        return words.low[j] in {"last", "this", *MONTHS, *WEEKDAYS, *lexicon.DEICTIC} or words.low[j][:1].isdecimal()
    return before in {"past", "present", "future", "term"} and (
        words.low[i].isalnum() and words.low[i] not in lexicon.AFTER_REFERENCE
    )


def _not_now(words: Words, i: int) -> bool:
    low = words.low
    if low[i + 1] == "and" and low[i + 2] in {"then", "again"}:
        return True  # "every now and then"
    return (words.glued(i) and low[i - 1] in DASHES) or (words.glued(i + 1) and low[i + 1] in DASHES)
