"""Which tokens make a number with its unit: "$4.2 million", "fifty-eight", "8 per cent", "20 metres", "110 km/h"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.facts.amounts import SCALES, UNITS
from generator.language.words import Words
from generator.values.number_words import CARDINALS

DIGITS = re.compile(r"(?:us\$|c\$|a\$|[$£€¥₹])?\d[\d,]*(?:\.\d+)*(?:%|km|kg|mph|kph|k|mn?|bn?|tn|m)?")
SIGNS = frozenset({"$", "£", "€", "¥", "₹", "us$", "c$", "a$"})
NUMBER_SUFFIXES = frozenset("m mn bn b tn k %".split())
# the noun after a number that is its measure and not what it counts; a stretch of time is one too
SPANS = frozenset("second minute hour h day week month year decade century".split())
MEASURES = (
    frozenset(UNITS)
    | SPANS
    | frozenset("km/h kmh kph miles-per-hour knot degree yard pound euro cent kwh watt megabyte gigabyte".split())
)
OFTEN = frozenset({"twice", "thrice"})  # "was married twice"; not "twice as many", "twice a week", "twice the size"
PER = ("an", "per", "/", "a")  # "90 miles an hour", "110 kilometres per hour"


def numerals(words: Words) -> Iterator[tuple[int, int, int]]:
    """The first token of each number, the one after its last, and the one after its unit."""
    n, total = 0, len(words.text)
    while n < total:
        if _often(words, n):
            yield n, n + 1, n + 1
            n += 1
            continue
        last = _number(words, n)
        if last == n:
            n += 1
            continue
        after = _unit(words, last)
        yield n, last, after
        n = after


def _often(words: Words, n: int) -> bool:
    """ "twice", of how often something was done."""
    return words.low[n] in OFTEN and words.low[n + 1 : n + 2] not in (
        ["as"],
        ["a"],
        ["the"],
        ["daily"],
        ["weekly"],
        ["that"],
    )


def _number(words: Words, n: int) -> int:
    """The token after the number that begins here; `n` itself where none does."""
    low, total = words.low, len(words.low)
    if low[n] == "half":
        return n + 2 if _half(words, n) else n
    last = n + (low[n] in SIGNS)
    if last >= total or not (low[last] in CARDINALS or DIGITS.fullmatch(low[last]) or _some(low, last)):
        return n
    last += 1
    while last < total and (more := _more(words, last)):
        last += more
    return last


def _more(words: Words, last: int) -> int:
    """How many tokens go on with a number: "million", "-two", "and fifty", "and a half"."""
    low = words.low
    if low[last] in SCALES or low[last] in CARDINALS:
        return 1
    if low[last].rstrip(".") in NUMBER_SUFFIXES and words.start[last] == words.end[last - 1]:
        return 1
    if low[last] in {"-", "and"} and last + 1 < len(low) and low[last + 1] in CARDINALS and _goes_on(low[last - 1]):
        return 2
    return 3 if low[last : last + 3] == ["and", "a", "half"] else 0


def _half(words: Words, n: int) -> bool:
    """ "half an hour", "half a mile"; not "half of them", "the second half"."""
    measure = n + 2 < len(words.low) and (words.low[n + 2] in MEASURES or words.lemma[n + 2] in MEASURES)
    return measure and words.low[n + 1] in {"a", "an"}


def _some(low: list[str], n: int) -> bool:
    """ "a million", "dozens", "half a billion"."""
    return low[n] in {"dozens", "scores", "hundreds", "thousands", "millions"}


def _goes_on(word: str) -> bool:
    return word in CARDINALS or word in SCALES


def _unit(words: Words, last: int) -> int:
    """The token after a unit that follows a number, joined by a hyphen or not."""
    low, total = words.low, len(words.low)
    if low[last : last + 2] == ["per", "cent"]:
        return last + 2
    at = last + (low[last : last + 1] == ["-"])
    if at >= total or (low[at] not in MEASURES and words.lemma[at] not in MEASURES):
        return last
    after = at + 1
    if after + 1 < total and low[after] in PER and SPANS & {words.lemma[after + 1], low[after + 1].rstrip(".")}:
        return after + 2
    return after
