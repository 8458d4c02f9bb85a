"""Units counted from the article's day and distances from a date: "last week", "two years ago", "three days later"."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from generator.language.times.duration_values import CLOCK
from generator.language.times.grains import FINENESS, UNKNOWN, at_grain, moved
from generator.language.times.meaning import Context, Shift, TimexType, Unit
from generator.values import timex

HOUR = re.compile(r"T(\d\d):(\d\d)$")
LENGTH_OF = {"S": timedelta(seconds=1), "M": timedelta(minutes=1), "H": timedelta(hours=1)}


def unit_value(meaning: Unit, context: Context) -> str:
    """The value of a unit of the calendar counted from the article's day."""
    today = context.published
    clock = meaning.clock or ""
    if today is None:  # "built in 1619 ... damaged last year": the article's year is not the one named last
        return UNKNOWN.get(meaning.unit, "PRESENT_REF") + clock
    return at_grain(moved(today, meaning.unit, meaning.shift), meaning.unit) + clock


def shift_value(meaning: Shift, context: Context) -> tuple[TimexType, str]:
    """Where a distance leads to, at the grain of its unit."""
    if meaning.count is None:
        return "DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    grain = meaning.unit
    if meaning.unit == "Y" and context.stretch and meaning.count == 1 and meaning.sign < 0:
        # "up from $2 million a year earlier", after "in the third quarter": the quarter a year before
        return "DATE", f"{int(context.stretch[:4]) - 1:04d}{context.stretch[4:]}"
    base = context.published
    if meaning.anchored and context.anchor:
        known = timex.days(context.anchor)
        if known is None:
            return "DATE", _unknown(meaning, context.anchor)
        if FINENESS[meaning.unit] < FINENESS.get(timex.precision(context.anchor) or "", 0):
            return "DATE", UNKNOWN.get(meaning.unit, "XXXX-XX-XX")  # "in 1987 ... three days later"
        base = date.fromisoformat(known[0])
    if base is None:
        return "DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
    if grain in CLOCK:
        return "DATE", _past_midnight(
            meaning, context
        ).isoformat() if meaning.anchored and context.anchor else base.isoformat()
    if grain in {"DE", "CE"} and meaning.count == 1:
        grain = "Y"  # "a decade ago" in 1999 is 1989
    if meaning.to_the_day:
        return "DATE", moved(base, meaning.unit, meaning.sign * meaning.count).isoformat()
    value = at_grain(moved(base, meaning.unit, meaning.sign * meaning.count), grain)
    return ("TIME" if meaning.clock else "DATE"), value + (meaning.clock or "")


def _past_midnight(meaning: Shift, context: Context) -> date:
    """The day of "11.30 p.m. on Tuesday ... two hours later": the next one."""
    anchor = context.anchor or ""
    day = date.fromisoformat((timex.days(anchor) or (anchor, anchor))[0])
    clock = HOUR.search(anchor)
    if clock is None or meaning.count is None:
        return day
    moment = datetime.combine(day, time(int(clock[1]), int(clock[2])))
    return (moment + meaning.sign * meaning.count * LENGTH_OF[meaning.unit]).date()


def _unknown(meaning: Shift, anchor: str) -> str:
    """A distance of days from a day whose year is unknown: "XXXX-07-15" and a day is "XXXX-07-16"."""
    found = timex.UNKNOWN_YEAR.fullmatch(anchor)
    if (
        found
        and meaning.unit in {"D", "W"}
        and found[1].isdigit()
        and (found[2] or "").isdigit()
        and meaning.count is not None
    ):
        days = meaning.sign * meaning.count * (7 if meaning.unit == "W" else 1)
        there = date(2001, int(found[1]), int(found[2])) + timedelta(days)
        return f"XXXX-{there.month:02d}-{there.day:02d}"
    if found and found[1].isdigit() and meaning.unit == "MO" and meaning.count is not None:
        return f"XXXX-{(int(found[1]) - 1 + meaning.sign * meaning.count) % 12 + 1:02d}"  # "Nov. 24 ... seven months later"
    if found and found[1] == "WXX" and (found[2] or "").isdigit() and meaning.unit == "D" and meaning.count is not None:
        weekday = (int(found[2]) - 1 + meaning.sign * meaning.count) % 7 + 1
        return f"XXXX-WXX-{weekday}"  # "on Friday ... two days later"
    return UNKNOWN.get(meaning.unit, "XXXX-XX-XX")
