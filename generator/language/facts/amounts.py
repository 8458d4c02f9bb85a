"""Amounts in words and digits: what each is worth, its unit, and what it counts.

A number is one token or several ("two million", "1,500", "$2.5 million", "two thirds"); its unit is the sign or noun beside it,
else what it counts is the noun that it modifies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from spacy.tokens import Doc

from generator.language.words import Words
from generator.values import number_words
from generator.values.number_words import CARDINALS, TENS

Offsets = tuple[int, int]

SCALES = number_words.SCALES | {"dozen": 12}
SCALE_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}
FRACTIONS = {"half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "tenth": 10}
CURRENCIES = {"$": "USD", "us$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "c$": "CAD", "a$": "AUD"}
# the noun after a number -> its unit
UNITS = {
    "dollar": "USD", "pound": "GBP", "euro": "EUR", "yen": "JPY", "yuan": "CNY", "rupee": "INR", "rouble": "RUB", "ruble": "RUB",
    "lira": "TRY", "franc": "CHF", "percent": "%", "%": "%", "pc": "%", "kilometer": "km", "kilometre": "km", "km": "km", "mile": "mi",
    "metre": "m", "meter": "m", "m": "m", "foot": "ft", "feet": "ft", "ft": "ft", "inch": "in", "cm": "cm", "centimetre": "cm",
    "kilogram": "kg", "kilo": "kg", "kg": "kg", "tonne": "t", "ton": "t", "ounce": "oz", "litre": "l", "liter": "l", "gallon": "gal",
    "barrel": "bbl", "acre": "acre", "hectare": "ha", "mph": "mph", "kph": "km/h", "degree": "°", "megawatt": "MW", "gigawatt": "GW",
}  # fmt: skip
DIGITS = re.compile(r"(us\$|c\$|a\$|[$£€¥₹])?(\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(%|km|kg|mph|k|mn?|bn?|tn)?")
NUMBER_OPENS = CARDINALS.keys() | SCALES.keys() | FRACTIONS.keys()  # a number opens with one of these words, or with digits
HAS_DIGIT = re.compile(r"\d")
YEAR = re.compile(r"1[5-9]\d\d|20\d\d")


# "the two leaders", "their three children": who is known already is not counted anew
DEFINITE = frozenset("the these those both his her its their our your my".split())
COUNTED_IN_WORDS = 10
AGES = frozenset("year years month months week weeks day days hour hours minute minutes".split())
FATES = frozenset("killed injured wounded hurt dead missing arrested detained homeless".split())


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, count or percentage, with its normalised value beside the words."""

    start: int
    end: int
    value: float
    unit: str | None  # "%", "USD", "km", or None for a plain count
    counts: Offsets | None = None  # what is counted, verbatim ("people", "of the victims")


def figures(doc: Doc, words: Words) -> tuple[Figure, ...]:
    """The amounts of a document in reading order; times and parts of names are none."""
    taken = sorted([(t.start, t.end) for t in doc._.times] + [(e.start_char, e.end_char) for e in doc.ents])
    return tuple(f for f in _found(words) if not any(s < f.end and f.start < e for s, e in taken))


def _found(words: Words) -> Iterator[Figure]:
    n, total = 0, len(words.text)
    may = {
        word for word in set(words.low) if word in NUMBER_OPENS or word.rstrip("s") in NUMBER_OPENS or HAS_DIGIT.search(word)
    }
    while n < total:
        if words.low[n] not in may:
            n += 1
            continue
        read = _number(words, n) or _fraction(words, n)
        if read is None:
            n += 1
            continue
        figure, n = _figure(words, n, _shared(words, *read))
        if figure is not None:
            yield figure


def _figure(words: Words, n: int, read: tuple[int, float, str | None]) -> tuple[Figure | None, int]:
    """The figure of a number that was read at a token, if it is one, and the token to go on from."""
    begin, last, value, unit = _with_currency(words, n, *read)
    unit, after = _with_unit(words, last, unit)
    if words.low[last : last + 1] == ["-"] and words.low[last + 1 : last + 2] and words.low[last + 1] in AGES:
        return None, last + 1  # "a 34-year-old man", "the two-day trip": no count of men or trips
    if unit is None and words.low[begin] in SCALES and words.low[max(0, begin - 2) : begin] == ["half", "a"]:
        begin, value = begin - 2, value / 2  # "half a million people"
    counts = _counted(words, begin, after, unit)
    figure = None
    if (unit or counts) and value < inf and not _is_known(words, begin, value, unit):
        end = words.start[after - 1] + len(words.text[after - 1].rstrip("."))
        figure = Figure(words.start[begin], end, value, unit, counts)
    return figure, max(after, n + 1)


def _with_currency(words: Words, n: int, last: int, value: float, unit: str | None) -> tuple[int, int, float, str | None]:
    """ "£40m": where the figure begins, the token after its number, its value and its unit."""
    if not n or unit is not None or words.low[n - 1] not in CURRENCIES:
        return n, last, value, unit
    joined = last < len(words.text) and words.start[last] == words.end[last - 1]
    suffix = words.low[last].rstrip(".") if joined else ""  # also at the end of a sentence
    if suffix in SCALE_LETTERS:
        value, last = value * SCALE_LETTERS[suffix], last + 1
    return n - 1, last, value, CURRENCIES[words.low[n - 1]]


def _with_unit(words: Words, last: int, unit: str | None) -> tuple[str | None, int]:
    """The unit behind a number, and the token after it: "per cent", "-kilometre", "miles"."""
    if unit is not None or last >= len(words.text):
        return unit, last
    if words.low[last : last + 2] == ["per", "cent"]:
        return "%", last + 2
    if words.low[last] == "-" and (joined := _unit(words, last + 1)):
        return joined, last + 2
    behind = _unit(words, last)
    return (behind, last + 1) if behind else (None, last)


def _is_known(words: Words, begin: int, value: float, unit: str | None) -> bool:
    """ "the two leaders" are not counted anew; "the number nine shirt" counts nothing."""
    if not begin:
        return False
    known = (
        unit is None and words.low[begin - 1] in DEFINITE and words.text[begin].isalpha() and 1 <= value <= COUNTED_IN_WORDS
    )
    return known or words.low[begin - 1] in {"number", "no", "no."}


@dataclass(slots=True)
class Reading:
    """What the words of a number have come to: "two hundred and ten thousand"."""

    whole: float = 0.0  # in thousands and more
    group: float = 0.0  # below that
    unit: str | None = None
    any_word: bool = False

    def digits(self, found: re.Match[str]) -> None:
        """Read figures: "£40m", "1,200", "30%"."""
        self.group = float(found.group(2).replace(",", ""))
        self.unit = CURRENCIES.get(found.group(1) or "")
        suffix = found.group(3) or ""
        if suffix in SCALE_LETTERS:
            self.group *= SCALE_LETTERS[suffix]
        elif suffix:
            self.unit = UNITS.get(suffix, self.unit)
        self.any_word = True

    def takes(self, word: str) -> bool:
        """Whether a small number can go on: "twenty four", "two hundred six"; not "two six"."""
        ten = self.group % 10 == 0 and CARDINALS[word] < 10
        return not self.any_word or self.group % 100 == 0 or ten

    def scale(self, word: str) -> None:
        """Read "hundred", "dozen", "thousand", "million"."""
        if SCALES[word] in {12, 100}:
            self.group = (self.group or 1.0) * SCALES[word]
        else:
            self.whole, self.group = self.whole + (self.group or 1.0) * SCALES[word], 0.0
        self.any_word = True


def _number(words: Words, n: int) -> tuple[int, float, str | None] | None:
    """The number that begins at a token: the token after it, its value, its unit where it is one word with it."""
    low, total, start, read = words.low, len(words.low), n, Reading()
    while n < total:
        word = low[n]
        digits = _digits(word) if not read.any_word else None
        if digits:
            read.digits(digits)
        elif word in CARDINALS and read.takes(word):
            read.group += CARDINALS[word]
            read.any_word = True
        elif word in SCALES and _scales(low, n, start, read.any_word):
            read.scale(word)
        elif not (read.any_word and _joins(low, n)):
            break
        n += 1
    return (n, read.whole + read.group, read.unit) if read.any_word else None


def _digits(word: str) -> re.Match[str] | None:
    """Figures, with what is glued to them."""
    maybe = word[-1:].isdigit() or word[:1].isdigit() or word[:1] in "$£€¥₹.uca"
    return DIGITS.fullmatch(word) if maybe else None


def _scales(low: Sequence[str], n: int, start: int, begun: bool) -> bool:
    """Whether "thousand" belongs to a number: "two thousand", "a thousand", "half a million"."""
    return (n > 0 and low[n - 1] == "a") or (n > start and (begun or low[n - 1 : n] == ["half"]))


def _joins(low: Sequence[str], n: int) -> bool:
    """ "thirty-four", "two hundred and ten"."""
    joined = low[n] in {"-", "and"} and n + 1 < len(low) and low[n + 1] in CARDINALS
    return joined and (low[n - 1] in TENS or low[n - 1] in SCALES)


def _shared(words: Words, last: int, value: float, unit: str | None) -> tuple[int, float, str | None]:
    """ "two thirds", "two-thirds": the number of parts, and the part."""
    part = last + (words.low[last : last + 1] == ["-"])
    if unit is None and value < 10 and part < len(words.low) and words.low[part].rstrip("s") in FRACTIONS:
        return part + 1, value / FRACTIONS[words.low[part].rstrip("s")], None
    return last, value, unit


def _fraction(words: Words, n: int) -> tuple[int, float, str | None] | None:
    """ "a third", "two-thirds", "half": a share, where "of" or a noun follows."""
    low = words.low
    noun = low[n].rstrip("s") if low[n] != "half" else "half"
    if noun in FRACTIONS and low[n + 1 : n + 2] in (["of"], ["the"], ["a"]):
        return n + 1, 1 / FRACTIONS[noun], None
    return None


def _unit(words: Words, n: int) -> str | None:
    if n >= len(words.low):
        return None
    return UNITS.get(words.low[n]) or UNITS.get(words.lemma[n])


def _counted(words: Words, first: int, last: int, unit: str | None) -> Offsets | None:
    """What a number counts: the noun that it modifies, or the phrase with "of" after a share."""
    if words.low[last : last + 1] == ["of"] and unit in {"%", None} and (noun := words.head[last]) > last:
        end = words.subtree(noun)[1]
        return words.start[last], words.end[min(end, noun + 1) - 1]
    if unit:
        return None
    if words.low[last : last + 1] and words.low[last] in FATES and words.dep[last - 1] != "nummod":
        return words.start[last], words.end[last]  # "… and more than 200 injured"
    head = words.head[last - 1]
    if last <= head < last + 5 and words.pos[head] == "NOUN" and words.dep[last - 1] in {"nummod", "compound", "advmod"}:
        return words.start[head], words.end[head]
    return None
