"""Units of the calendar: how fine each is, a day moved by some of them, and a day's value at the grain of one."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

# units and precisions from fine to coarse
FINENESS = {"S": 0, "M": 0, "H": 0, "D": 0, "day": 0, "W": 1, "WE": 1, "weekend": 1, "week": 1, "F": 1, "MO": 2, "month": 2}
FINENESS |= {"Q": 3, "quarter": 3, "season": 3, "half": 4, "Y": 5, "year": 5, "DE": 6, "decade": 6, "CE": 7, "century": 7}
# a unit of which only the size is known
UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
    "F": "XXXX-WXX",
    "MO": "XXXX-XX",
    "Q": "XXXX-QX",
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
}


def moved(day: date, unit: str, count: int) -> date:
    """A day moved by a number of units; the last day of a shorter month where there is no such day."""
    if unit == "D":
        return day + timedelta(count)
    if unit in {"W", "WE"}:
        return day + timedelta(7 * count)
    if unit == "F":
        return day + timedelta(14 * count)
    months = {"MO": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit] * count
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def at_grain(day: date, unit: str) -> str:
    """A day's TIMEX3 value at the grain of a unit."""
    match unit:
        case "W" | "F" | "WE":
            year, week, _ = day.isocalendar()
            return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "WE" else "")
        case "MO":
            return f"{day.year:04d}-{day.month:02d}"
        case "Q":
            return f"{day.year:04d}-Q{(day.month - 1) // 3 + 1}"
        case "Y":
            return f"{day.year:04d}"
        case "DE":
            return f"{day.year:04d}"[:3]
        case "CE":
            return f"{day.year:04d}"[:2]
        case _:
            return day.isoformat()
