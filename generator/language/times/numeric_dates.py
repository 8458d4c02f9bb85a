"""The grammar of days in figures: "2016-07-15", "7/15/2016", "15.07.2016", "on 6/24", "9/11"."""

from __future__ import annotations

from dataclasses import replace

from generator.language.times.lexemes import Words, integer
from generator.language.times.matches import Found
from generator.language.times.meaning import Point
from generator.language.times.year_words import full_year


def figures(words: Words, i: int) -> Found | None:
    """A day in figures: "2016-07-15", "7/15/2016" (the month first unless it can't be), "15.07.2016"."""
    word = words.low[i]
    if words.low[i : i + 3] == ["9", "/", "11"] and _two_with_slash(words, i):
        return Found(i, i + 3, Point(2001, 9, 11))
    if "/" in word or word.count(".") == 2:
        return _in_one_word(word, i)
    return _with_hyphens(words, i) if word.count("-") == 2 else _month_and_day(words, i)


def _in_one_word(word: str, i: int) -> Found | None:
    """ "2016/07/15", "7/15/2016", "15.07.2016"."""
    if word[:4].isdigit() and word[4:5] == "/" and word.count("/") == 2:
        return _checked(i, int(word[:4]), int(word[5:7]), int(word[8:]))
    a, b, c = (int(part) for part in word.replace(".", "/").split("/"))
    day, number = (a, b) if "." in word or a > 12 else (b, a)
    return _checked(i, c if c > 99 else full_year(c), number, day)


def _with_hyphens(words: Words, i: int) -> Found | None:
    """ "22-06-2022", "2016-07-15", "2016-07-15T18:30Z"."""
    word = words.low[i]
    if word[2] == "-":
        a, b, c = (int(part) for part in word.split("-"))
        return _checked(i, c, b if a > 12 else a, a if a > 12 else b)
    found = _checked(i, int(word[:4]), int(word[5:7]), int(word[8:]))
    if found is None or not isinstance(found.meaning, Point) or not _is_timed(words, i):
        return found
    clock = "T" + words.low[i + 2].zfill(5)
    return replace(found, last=i + 3 + (words.raw[i + 3] == "Z"), meaning=replace(found.meaning, clock=clock))


def _is_timed(words: Words, i: int) -> bool:
    """Whether an hour is glued to a day: "2016-07-15T18:30"."""
    return words.glued(i + 1) and words.raw[i + 1] == "T" and ":" in words.low[i + 2] and words.glued(i + 2)


def _month_and_day(words: Words, i: int) -> Found | None:
    """ "on 6/24", "until 24/6": a day where only one of the two can be the month."""
    low = words.low
    a, b = integer(low[i]) or 0, integer(low[i + 2]) or 0
    led = low[i - 1] in {"on", "by", "until", "since", "from", "through"}
    if not led or not _two_with_slash(words, i):
        return None
    month, day = (a, b) if a <= 12 else (b, a)
    return Found(i, i + 3, Point(None, month, day)) if 1 <= month <= 12 < day <= 31 else None


def _two_with_slash(words: Words, i: int) -> bool:
    """ "6/24" with nothing glued to it on either side; not a part of "6/24/16"."""
    low = words.low
    slash = low[i + 1] == "/" and words.glued(i + 1) and words.glued(i + 2) and not words.glued(i)
    return slash and not (low[i + 3] == "/" and words.glued(i + 3))


def _checked(i: int, whole: int, number: int, day: int) -> Found | None:
    return Found(i, i + 1, Point(whole, number, day)) if 1 <= number <= 12 and 1 <= day <= 31 and whole else None
