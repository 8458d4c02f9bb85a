"""What the words of an amount are worth in one unit: "12 miles" and "20 km" in metres, "90 minutes" and "two hours" in seconds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from msgspec.structs import replace

from generator.dossier.differences.figures import HEDGES, Figure, figures, shown

# unit -> what it measures, how many of the base unit it is, how a page names it
_LENGTH = {"mm": 0.001, "cm": 0.01, "inch": 0.0254, "foot": 0.3048, "yard": 0.9144, "m": 1.0, "km": 1000.0, "mile": 1609.34}
_MASS = {"gram": 0.001, "ounce": 0.02835, "pound": 0.4536, "kg": 1.0, "ton": 1000.0}
_SPEED = {"km/h": 1.0, "mph": 1.60934, "knot": 1.852}
_TIME = {
    "second": 1.0,
    "minute": 60.0,
    "hour": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "month": 2629800.0,
    "year": 31557600.0,
}
_MORE = {
    "money USD": {"$": 1.0}, "money GBP": {"£": 1.0}, "money EUR": {"€": 1.0}, "money JPY": {"¥": 1.0}, "money INR": {"₹": 1.0},
    "share": {"%": 1.0}, "temperature": {"degree": 1.0}, "area": {"hectare": 1.0, "acre": 0.4047}, "power": {"mw": 1.0, "gw": 1000.0},
    "volume": {"litre": 1.0, "gallon": 3.785, "barrel": 159.0},
}  # fmt: skip
UNITS = {
    unit: (dimension, factor)
    for dimension, table in ({"length": _LENGTH, "mass": _MASS, "speed": _SPEED, "time": _TIME} | _MORE).items()
    for unit, factor in table.items()
}
ONE_UNIT = {
    "metre": "m", "meter": "m", "kilometre": "km", "kilometer": "km", "centimetre": "cm", "centimeter": "cm", "millimetre": "mm",
    "millimeter": "mm", "inches": "inch", "feet": "foot", "ft": "foot", "mi": "mile", "yd": "yard", "kilogram": "kg", "kilo": "kg",
    "tonne": "ton", "kph": "km/h", "kmh": "km/h", "km an hour": "km/h", "km per hour": "km/h", "kilometres an hour": "km/h",
    "kilometres per hour": "km/h", "kilometers per hour": "km/h", "kilometers an hour": "km/h", "miles an hour": "mph",
    "miles per hour": "mph", "hr": "hour", "min": "minute", "dollar": "$", "euro": "€", "percent": "%", "per cent": "%", "pc": "%",
    "acres": "acre", "megawatt": "mw", "gigawatt": "gw", "liter": "litre", "us$": "$", "yen": "¥", "rupee": "₹", "pence": "p",
}  # fmt: skip
SIGN = re.compile(r"^(?:us\$|[$£€¥₹])", re.IGNORECASE)
UNIT = re.compile(r"[-\s]*(?P<unit>%|[a-z][a-z/ ]*?)\.?$", re.IGNORECASE)
JOINED = re.compile(r"(?<=\d)(?=[a-z%])|(?<=\w)-(?=[a-z])", re.IGNORECASE)
HEDGE = re.compile(rf"\b(?:{'|'.join(sorted(HEDGES, key=len, reverse=True))})(?: a| an)?\s+$", re.IGNORECASE)
HALF = re.compile(r"\bhalf an?(?= |$)")  # "half an hour"
TIMES_IN_WORDS = {"twice": "2", "thrice": "3"}  # times
AND_A_HALF = re.compile(r" and a half$")  # "two and a half hours"
ROUNDED = 0.05  # what a value may be off that was counted over from another unit
MEASURED = 0.03  # and one that was measured
ROUGH_DIMENSIONS = frozenset({"length", "mass", "speed", "area", "volume", "power"})
NAMES = {"%": "%", "mw": "MW", "gw": "GW"}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in the base unit of what it measures."""

    dimension: str  # "" of a bare number
    figure: Figure  # in the base unit
    unit: str
    value: str  # as a page shows it
    hedge: int  # letters of the words before it that hedge it


def amount(before: str, words: str) -> Amount | None:
    """What an amount is worth.

    Args:
        before: what stands before it in its sentence.
        words: the number with its sign and unit.
    """
    hedge = HEDGE.search(before)
    told, unit = _split(words)
    found = _figure((hedge.group() if hedge else "") + told)
    if found is None:
        return None
    dimension, factor = UNITS.get(unit, ("", 1.0))
    figure = Figure(
        found.start, found.end, found.value * factor, found.low * factor, found.high * factor, dimension or None, found.hedge
    )
    return Amount(dimension, figure, unit, _named(found.value, unit), len(hedge.group()) if hedge else 0)


@lru_cache(1 << 14)
def _split(words: str) -> tuple[str, str]:
    """The number and its unit in one form: "110 km/h", "43-year", "$4.2bn", "8 per cent"."""
    text = " ".join(words.split()).lower()
    if text in TIMES_IN_WORDS:
        return TIMES_IN_WORDS[text], ""
    if sign := SIGN.match(text):
        rest = text[sign.end() :].strip()
        return re.sub(r"(?<=\d)(?:mn|m)$", " million", rest), sign.group().removeprefix("us")
    for end in UNIT.finditer(text):
        unit = end["unit"].strip()
        known = next((u for u in (unit, unit.removesuffix("s")) if u in ONE_UNIT or u in UNITS), None)
        if known:
            return text[: end.start()].strip(), ONE_UNIT.get(known, known)
    parts = text.replace("-", " ").split()
    for n in range(1, len(parts)):
        unit = " ".join(parts[n:])
        known = next((u for u in (unit, unit.removesuffix("s")) if u in ONE_UNIT or u in UNITS), None)
        if known:
            return text[: -len(unit)].strip(" -"), ONE_UNIT.get(known, known)
    return text, ""


def _figure(text: str) -> Figure | None:
    """The one figure of some words: "about 30", "two and a half", "half an"."""
    whole = AND_A_HALF.sub("", text)
    found = list(figures(HALF.sub("0.5", whole)))
    if len(found) != 1:
        return None
    figure = found[0]
    if whole == text:
        return figure
    return replace(figure, value=figure.value + 0.5, low=figure.low + 0.5, high=figure.high + 0.5)


def _named(value: float, unit: str) -> str:
    number = shown(value)
    if unit in {"$", "£", "€", "¥", "₹"}:
        return f"{unit}{number}"
    name = NAMES.get(unit, unit)
    if name == "%":
        return f"{number}%"
    plural = len(name) > 2 and value != 1 and unit not in {"km/h", "mph"}
    return f"{number} {('feet' if name == 'foot' else f'{name}s') if plural else name}".strip()


def compatible(one: Amount, other: Amount) -> bool:
    """Whether both can be true of one thing; what is counted in two units is rounded on the way."""
    a, b = one.figure, other.figure
    slack = ROUNDED if one.unit != other.unit else MEASURED if one.dimension in ROUGH_DIMENSIONS else 0.0
    return a.low <= b.high * (1 + slack) and b.low <= a.high * (1 + slack)
