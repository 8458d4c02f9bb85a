"""What a length is as a TIMEX3 duration: "two and a half years" is P2Y6M."""

from __future__ import annotations

from generator.language.times.meaning import Length

DESIGNATORS = {"MO": "M", "F": "W"}
CLOCK = frozenset({"S", "M", "H"})
# half of a unit in smaller ones
HALVES = {"Y": "6M", "H": "30M", "M": "30S", "D": "T12H"}


def duration(length: Length) -> str:
    """The TIMEX3 value of a length: "P2Y", "PT90M", "P1Y6M", "PXW" where the number is unknown."""
    unit = DESIGNATORS.get(length.unit, length.unit)
    count = length.count
    if length.more is not None and count is not None:
        rest, smaller = length.more
        clock = "T" if smaller in CLOCK and length.unit not in CLOCK else ""
        return f"P{'T' if length.unit in CLOCK else ''}{_plain(count)}{unit}{clock}{rest}{DESIGNATORS.get(smaller, smaller)}"
    if length.unit == "F" and count is not None:
        count *= 2
    if length.unit in {"Q", "DE"}:  # TimeBank counts quarters in months and decades in years
        unit, factor = ("M", 3) if length.unit == "Q" else ("Y", 10)
        count = None if count is None else count * factor
    if length.unit == "CE" and count == 0.5:
        return "P50Y"
    number = "X" if count is None else _plain(count)
    if count is not None and count != int(count):  # "a year and a half", "half an hour"
        if length.unit not in HALVES or count % 1 != 0.5:
            return f"P{'T' if length.unit in CLOCK else ''}{_plain(count)}{unit}"  # "9.58 seconds"
        whole, half = f"{count:.0f}{unit}" if (count := count - 0.5) else "", HALVES[length.unit]
        return f"PT{whole}{half}" if length.unit in CLOCK else f"P{whole}{half}"
    return f"P{'T' if length.unit in CLOCK else ''}{number}{unit}"


def _plain(count: float) -> str:
    """The number without exponent or trailing zeros."""
    return f"{count:.6f}".rstrip("0").rstrip(".")
