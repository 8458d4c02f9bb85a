"""An article's text as the words that the grammar of times reads: finer than spaCy's tokens, "15th" and "2008-09" taken apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.language.times import lexicon

# in this order: "a.m.", an ISO day, "10:35", a day in figures, a number ("1,000", "2.5"), letters, any other mark
LEXEME = re.compile(
    r"[ap]\.m\b\.?|\d{4}[-/]\d\d[-/]\d\d|\d\d?:\d\d(?::\d\d)?|\d\d?/\d\d?/\d{2,4}|\b\d\d-\d\d-\d{4}\b|\d\d?\.\d\d?\.\d{4}|\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    r"|[^\W\d_]+|[^\w\s]|_",
    re.IGNORECASE,
)
LONGEST_NUMBER = 30  # words of a number in words, hyphens included
PAD = 4  # empty words at both ends, so that looking around needs no check of bounds


class Words:
    """The words of a text as parallel lists: lower-cased, as written, start and end (code points)."""

    __slots__ = ("end", "low", "raw", "start", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        found = list(LEXEME.finditer(text))
        spans = [match.span() for match in found]
        raw = [match.group() for match in found]
        pad, last = [""] * PAD, len(text) + 1
        self.raw = [*pad, *raw, *pad]
        self.low = [word.lower() for word in self.raw]
        self.start = [-2] * PAD + [start for start, _ in spans] + [last] * PAD
        self.end = [-2] * PAD + [end for _, end in spans] + [last] * PAD

    def glued(self, i: int) -> bool:
        """Whether no white space stands between a word and the one before it."""
        return self.start[i] == self.end[i - 1]

    def capital(self, i: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.raw[i][:1].isupper()

    def opens_line(self, i: int) -> bool:
        """Whether a word is the first of its line."""
        return i == PAD or (i > PAD and "\n" in self.text[self.end[i - 1] : self.start[i]])

    def phrase(self, i: int, words: tuple[str, ...]) -> int | None:
        """The place after a phrase if it stands at `i`."""
        j = i + len(words)
        return j if j < len(self.low) and tuple(self.low[i:j]) == words else None


def integer(word: str) -> int | None:
    """The value of a short run of digits."""
    return int(word) if word.isdecimal() and word.isascii() and len(word) < 7 else None


def ordinal(words: Words, i: int) -> tuple[int, int] | None:
    """An ordinal ("third", "twenty-first", "3rd"): the place after it and its value."""
    low = words.low
    if (value := lexicon.ORDINAL_DAYS.get(low[i])) is not None:
        return i + 1, value
    if (
        (tens := lexicon.CARDINALS.get(low[i], 0)) >= 20
        and low[i + 1] == "-"
        and 0 < lexicon.ORDINAL_DAYS.get(low[i + 2], 0) < 10
    ):
        return i + 3, tens + lexicon.ORDINAL_DAYS[low[i + 2]]
    value = integer(low[i])
    if value is not None and words.glued(i + 1) and low[i + 1] in {"st", "nd", "rd", "th"}:
        return i + 2, value
    return None


def cardinal(words: Words, i: int) -> tuple[int, float] | None:
    """A number in figures or words ("12", "2 1/2", "twenty-four", "two thousand", "a hundred"): the place after and its value."""
    low = words.low
    if low[i][:1].isdecimal() and low[i].isascii():
        try:
            value = float(low[i].replace(",", ""))
        except ValueError:
            return None
        i += 1
        if low[i : i + 3] == ["1", "/", "2"]:
            i, value = i + 3, value + 0.5
        if low[i] in lexicon.SCALES:
            i, value = i + 1, value * lexicon.SCALES[low[i]]
        return i, value
    if low[i] in {"a", "an"} and low[i + 1] in lexicon.SCALES:
        return i + 2, lexicon.SCALES[low[i + 1]]
    return _in_words(low, i)


def _in_words(low: Sequence[str], i: int) -> tuple[int, float] | None:
    total, group, j = 0, 0, i
    while low[j] in lexicon.CARDINALS or (j > i and low[j] in lexicon.SCALES):
        if low[j] in lexicon.CARDINALS:
            group += lexicon.CARDINALS[low[j]]
        elif lexicon.SCALES[low[j]] == 100:
            group *= 100
        else:
            total, group = total + group * lexicon.SCALES[low[j]], 0
        j += 1
        j += _joins_tens(low, j)
        if j - i > LONGEST_NUMBER:
            return None  # "one two three four …": such a run is read again from each of its words
    return (j, total + group) if j > i else None


def _joins_tens(low: Sequence[str], j: int) -> bool:
    """The hyphen of "twenty-four"."""
    return low[j] == "-" and low[j + 1] in lexicon.CARDINALS and 20 <= lexicon.CARDINALS.get(low[j - 1], 0) < 100


def _and_a_half(words: Words, j: int, value: float) -> tuple[int, float]:
    """What follows a number: "two and a half", "four-and-a-half", "six-to-eight", "two to three"; of two numbers the first counts."""
    low = words.low
    if low[j : j + 3] == ["and", "a", "half"]:
        return j + 3, value + 0.5
    if low[j : j + 6] == ["-", "and", "-", "a", "-", "half"]:
        return j + 6, value + 0.5
    if low[j : j + 3] == ["-", "to", "-"] and (second := cardinal(words, j + 3)) and second[1] > value:
        return second[0], value
    if low[j] in {"to", "or", "-", "–"} and (second := cardinal(words, j + 1)) and second[1] > value:
        return second[0], value
    return j, value


def _half(words: Words, i: int) -> tuple[int, float | None] | None:
    """ "the half-hour show", "half an hour"."""
    low = words.low
    if low[i + 1] == "-" and low[i + 2] in {"hour", "hours", "day"}:
        return i + 1, 0.5
    return (i + 2, 0.5) if low[i + 1] in {"a", "an"} else _unknown_number(words, i)


def _unknown_number(words: Words, i: int) -> tuple[int, float | None] | None:
    return (i + 1 + (words.low[i + 1] == "of"), None) if words.low[i] in lexicon.VAGUE else None


def _is_vague(words: Words, i: int) -> bool:
    """ "a few", "a number", "a good many"."""
    return words.low[i] in {"few", "number"} or (words.low[i] == "good" and words.low[i + 1] in {"many", "few"})


def quantity(words: Words, i: int) -> tuple[int, float | None] | None:
    """How many: a number, an article ("a week"), or an unknown number ("several", "a few"; value None)."""
    low = words.low
    if found := cardinal(words, i):
        return _and_a_half(words, *found)
    if low[i] == "half":
        return _half(words, i)
    couple = i + (low[i] in {"a", "an", "the"})
    if low[couple] == "couple":
        return couple + 1 + (low[couple + 1] == "of"), 2
    if low[i] == "a" and _is_vague(words, i + 1):
        return i + 2 + (low[i + 2] in {"many", "few", "of"}), None
    if low[i] in {"a", "an"}:
        return i + 1, 1
    return _unknown_number(words, i)
