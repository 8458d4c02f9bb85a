"""Figures in words and digits as a source hedges them: "at least 50", "between 40 and 50", "dozens", "2.3 million".

Each is the interval of what it may mean, so that "more than 50" and "51" agree and "50" and "58" do not.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator

from generator.dossier.model import Value
from generator.values import number_words
from generator.values.number_words import CARDINALS

SCALES = number_words.SCALES | {"m": 10**6, "bn": 10**9, "k": 10**3}
CURRENCIES = {"$": "USD", "us$": "USD", "£": "GBP", "€": "EUR"}
# words for a number that nobody counted -> from, to
VAGUE = {
    "several": (3, 12), "half a dozen": (5, 7), "a dozen": (11, 13), "dozens": (20, 120), "scores": (20, 150), "hundreds": (200, 1000),
    "thousands": (1000, 10000), "tens of thousands": (1e4, 1e5), "hundreds of thousands": (1e5, 1e6),
}  # fmt: skip
# "at least 50 people": the number is the least; "up to 32 civilians": the most; "about 500": near it
AT_LEAST = "at least|no fewer than|no less than|not less than|a minimum of"
MORE = "more than|over|upwards of|in excess of|just over|well over"
AT_MOST = "up to|as many as|at most|no more than"
LESS = "nearly|almost|just under|fewer than|less than|under|close to"
ABOUT = "about|around|approximately|roughly|some|an estimated|estimated|circa|more or less"
HEDGES = {
    hedge: kind
    for kind, told in (("least", AT_LEAST), ("more", MORE), ("most", AT_MOST), ("less", LESS), ("about", ABOUT))
    for hedge in told.split("|")
}
ROUGHLY = {1: 0.1, 2: 0.05, 3: 0.01}  # what "about" allows to either side, by digits
FEW_COUNTED = 20
BEYOND = 1.25  # "at least 50" is said of 58, hardly of 120

_WORD = "|".join(CARDINALS)
_SCALE = r"(?:\s?(?P<{0}>hundred|thousand|million|billion|trillion|bn|m|k)\b)?"
_DIGITS = r"(?P<{0}>\d{{1,3}}(?: ?,\d{{3}}(?!\d))+(?:\.\d+)?|\d+(?:\.\d+)?)"
_HEDGE = rf"(?:\b(?P<hedge>{'|'.join(sorted(HEDGES, key=len, reverse=True))})\s+)?"
_BARE = (
    rf"(?P<sign>us\$|[$£€])?{_DIGITS.format('digits')}{_SCALE.format('scale')}(?P<percent>\s?%|\s(?:percent|per\scent)\b)?"
    rf"|\b(?P<words>(?:{_WORD})(?:[-\s](?:and\s)?(?:{_WORD}|dozen|hundred|thousand|million|billion))*)\b"
    rf"|\b(?P<vague>{'|'.join(sorted(VAGUE, key=len, reverse=True))})\b"
)
FIGURE_RANGE = (
    rf"(?:between\s+{_DIGITS.format('low')}\s+and|{_DIGITS.format('from')}(?:\s+to\s+|[–-]))\s*"
    rf"{_DIGITS.format('high')}{_SCALE.format('both')}"
)
FIGURE = re.compile(
    rf"(?<![\w.,$£€#-]){FIGURE_RANGE}(?![\w-])|{_HEDGE}(?:(?<![\w.,$£€#/:-])(?:{_BARE})(?![\w]|[.,:/]\d|-\w))", re.IGNORECASE
)


class Figure(Value, frozen=True):
    """A number with its hedge."""

    start: int  # in the sentence
    end: int
    value: float  # what it is sorted by
    low: float  # the least that the words allow
    high: float
    unit: str | None = None  # "USD", "%"
    hedge: str | None = None  # least, more, most, less, about, between, vague


def figures(text: str) -> Iterator[Figure]:
    """The figures of a sentence in reading order."""
    for found in FIGURE.finditer(text):
        if (made := _range(found) or _figure(found)) and made.low < math.inf:
            yield made  # 400 digits in a row are no number


def agree(one: Figure, other: Figure) -> bool:
    """Whether both can be true of one thing."""
    return one.low <= other.high and other.low <= one.high


BOUNDS = {"least": "at least ", "more": "more than ", "most": "up to ", "less": "nearly ", "about": "about "}


def bound(told: Iterable[Figure]) -> str:
    """The hedge that all who tell a value put before it: "more than "; empty where one puts none."""
    hedges = {figure.hedge for figure in told}
    return "" if None in hedges else min(BOUNDS.get(hedge or "", "") for hedge in hedges)


def bounded(told: Iterable[Figure]) -> str:
    """A value in digits with that hedge: "more than 50"."""
    known = list(told)
    return bound(known) + shown(known[0].value)


def shown(value: float) -> str:
    """A value in digits: "2.6 million", "1,200", "58"."""
    for scale, name in ((1e9, "billion"), (1e6, "million")):
        if value >= scale:
            return f"{value / scale:.10g} {name}"
    return f"{int(value):,}" if value == int(value) else f"{value:.10g}"


def _range(found: re.Match[str]) -> Figure | None:
    low, high = found["low"] or found["from"], found["high"]
    if not low:
        return None
    scale = SCALES.get((found["both"] or "").lower(), 1.0)
    first, last = _digits(low) * scale, _digits(high) * scale
    return Figure(found.start(), found.end(), last, first, last, hedge="between") if first < last else None


def _figure(found: re.Match[str]) -> Figure | None:
    hedge = HEDGES.get(" ".join((found["hedge"] or "").lower().split()))
    if hedge is None and (found["words"] or "").lower().endswith("dozen"):
        hedge = "about"  # "two dozen" are not counted
    if not (found["digits"] or found["words"] or found["vague"]):
        return None  # "6-4" is no stretch from less to more
    if found["vague"]:
        low, high = VAGUE[" ".join(found["vague"].lower().split())]
        return Figure(found.start(), found.end(), low, low, high, hedge="vague")
    scale = SCALES.get((found["scale"] or "").lower(), 1.0)
    value = _digits(found["digits"]) * scale if found["digits"] else _words(found["words"].lower())
    unit = CURRENCIES.get((found["sign"] or "").lower()) or ("%" if found["percent"] else None)
    low, high = _bounds(value, hedge, _grain(found["digits"], scale), found["digits"] or "")
    return Figure(found.start(), found.end(), value, low, high, unit, hedge)


def _digits(text: str) -> float:
    return float(text.replace(",", "").replace(" ", ""))


def _grain(digits: str | None, scale: float) -> float:
    """Half of the last place that is written: "2.3 million" may be 2,345,678, and is not 2.4 million."""
    if not digits or (scale == 1 and "." not in digits):
        return 0.0
    return 0.499 * scale * 10.0 ** -len(digits.partition(".")[2])


def _words(text: str) -> float:
    """ "two hundred and ten", "fifty-eight"."""
    whole = group = 0.0
    for word in re.split(r"[-\s]+", text):
        if word in CARDINALS:
            group += CARDINALS[word]
        elif word in {"hundred", "dozen"}:
            group = (group or 1.0) * (100 if word == "hundred" else 12)
        elif word in SCALES:
            whole, group = whole + (group or 1.0) * SCALES[word], 0.0
    return whole + group


def _about(digits: str) -> float:
    """What "about" allows of a number, by how exactly it is told: "about 400", "about 150", "about 146"."""
    return ROUGHLY[min(3, max(1, len(digits.replace(",", "").replace(".", "").strip("0"))))]


def _bounds(value: float, hedge: str | None, grain: float, digits: str) -> tuple[float, float]:
    """The least and the most that a hedged number allows."""
    near = max(_about(digits) * value, grain)
    above = value * BEYOND if value >= FEW_COUNTED else value + 1
    return {
        None: (value - grain, value + grain),
        "least": (value, above),
        "more": (value, above),
        "most": (value * 0.5, value),
        "less": (value * 0.85, value),
        "about": (value - near, value + near),
    }[hedge]
