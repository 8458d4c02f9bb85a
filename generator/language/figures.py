"""Amounts, counts and percentages, with a normalised value beside the words."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.words import Words

Offsets = tuple[int, int]
CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "a$": "AUD",
    "c$": "CAD",
    "hk$": "HKD",
}
CURRENCY_WORDS = {
    "dollar": "USD",
    "pound": "GBP",
    "euro": "EUR",
    "yen": "JPY",
    "rupee": "INR",
    "rouble": "RUB",
    "ruble": "RUB",
    "lira": "TRY",
    "yuan": "CNY",
}
UNITS = {
    "kilometre": "km",
    "kilometer": "km",
    "km": "km",
    "mile": "mi",
    "metre": "m",
    "meter": "m",
    "foot": "ft",
    "kilogram": "kg",
    "kg": "kg",
    "tonne": "t",
    "ton": "t",
    "acre": "acre",
    "hectare": "ha",
    "litre": "l",
    "liter": "l",
    "gallon": "gal",
    "mph": "mph",
    "degree": "°",
    "barrel": "bbl",
}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "m": 1e6,
    "bn": 1e9,
    "tn": 1e12,
    "k": 1e3,
}
NUMBERS = {
    word: float(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen".split()
    )
} | {word: 10.0 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
PERCENT = frozenset({"%", "percent", "pc"})
TIMES = frozenset(
    "year month week day hour minute second decade century night january february march april may june july august september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, count or percentage, with its normalised value beside the words."""

    start: int
    end: int
    value: float
    unit: str | None  # "%", "USD", "km", or None for a plain count
    counts: Offsets | None = None  # what is counted, verbatim ("people", "of the victims")


def figures(words: Words, start: int, end: int) -> list[Figure]:
    """The figures between two tokens; dates, ages, scores and "one" are none."""
    found: list[Figure] = []
    n = start
    while n < end:
        value = _number(words.low[n])
        if value is None or (words.low[n] in {"one", "1"}):
            n += 1
            continue
        first, last = n, n + 1
        while last < end and words.low[last] in SCALES:
            value *= SCALES[words.low[last]]
            last += 1
        unit: str | None = None
        if n > start and words.low[n - 1] in CURRENCIES:
            unit, first = CURRENCIES[words.low[n - 1]], n - 1
        elif last < end and words.low[last] in PERCENT:
            unit, last = "%", last + 1
        elif last + 1 < end and words.low[last] == "per" and words.low[last + 1] == "cent":
            unit, last = "%", last + 2
        elif last < end and words.lemma[last] in CURRENCY_WORDS:
            unit, last = CURRENCY_WORDS[words.lemma[last]], last + 1
        elif last < end and words.lemma[last] in UNITS:
            unit, last = UNITS[words.lemma[last]], last + 1
        counted = None
        if unit is None:
            counted = _counted(words, last - 1, last, end)
            if counted is None:
                n = last
                continue
        found.append(Figure(words.start[first], words.end[last - 1], value, unit, counted))
        n = last
    return found


def _number(low: str) -> float | None:
    if low in NUMBERS:
        return NUMBERS[low]
    plain = low.replace(",", "")
    if plain and plain[0].isdigit() and plain.replace(".", "", 1).isdigit() and plain.isascii():
        return float(plain)
    return None


def _counted(words: Words, number: int, last: int, end: int) -> Offsets | None:
    """The noun that a bare number counts, with its adjectives; None for years, ages and parts of names."""
    head = words.head[number]
    if words.dep[number] != "nummod" or not last <= head < end or words.pos[head] != "NOUN" or head - last > 3:
        return None
    if words.lemma[head] in TIMES or "-" in words.text[last : head + 1]:
        return None
    return words.start[last], words.end[head]
