"""The one step from a meaning to a date: set it against the article's day, the tense of its clause and the date named last."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from generator.language.times.distances import shift_value, unit_value
from generator.language.times.duration_values import CLOCK, duration
from generator.language.times.feasts import day_of
from generator.language.times.grains import UNKNOWN, at_grain, moved
from generator.language.times.meaning import (
    Beside,
    Context,
    Feast,
    Fixed,
    Joined,
    Length,
    Meaning,
    Point,
    Same,
    Shift,
    Tense,
    TimexType,
    Unit,
)
from generator.values import timex

NIGHTS = frozenset({"TEV", "TNI"})
EVENING = "18"  # o'clock
MIDNIGHT, DAWN = "T00:00", "T06:00"
YEARS_AHEAD = 5  # years that "'29" may lie ahead
HALF_QUARTER = 45  # days
HALF_YEAR = 6  # months
SUNDAY = 7
PREPARED = 21  # days before a feast on which the past speaks of preparing for it


def resolve(meaning: Meaning, context: Context, tense: Tense) -> tuple[TimexType, str] | None:
    """The TIMEX3 type and value of a meaning in an article; None where it names no time."""
    tense = _seen_from_now(meaning, tense, context.published)
    try:
        match meaning:
            case Fixed(type=kind, value=value):
                return kind, value
            case Length():
                return "DURATION", duration(meaning)
            case Point():
                value = _point(meaning, context, tense)
                return ("TIME" if "T" in value else "DATE", value)
            case Unit():
                value = unit_value(meaning, context)
                return ("TIME" if "T" in value else "DATE", value)
            case Shift():
                return _shift(meaning, context, tense)
            case Same():
                return _same(meaning, context, tense)
            case Feast(clock=clock):
                return ("TIME" if clock else "DATE"), _feast(meaning, context, tense) + (clock or "")
            case Joined(unit=unit, point=point):
                return _around(
                    unit, _point(point, context, tense) if isinstance(point, Point) else _feast(point, context, tense)
                )
            case Beside(sign=sign, day=day):
                return _beside(sign, resolve(day, context, tense), context)
    except (ValueError, OverflowError):
        if isinstance(meaning, Shift) and not meaning.anchored:  # "66 million years ago"
            return "DATE", "PAST_REF" if meaning.sign < 0 else "FUTURE_REF"
        return None


def _shift(meaning: Shift, context: Context, tense: Tense) -> tuple[TimexType, str]:
    """A distance; "Two years later he was dead": than what happened, not than the article."""
    of_story = meaning.anchored and meaning.sign > 0 and not context.anchor and tense != "future"
    if of_story and meaning.unit not in CLOCK:
        return "DATE", UNKNOWN.get(meaning.unit, "FUTURE_REF") if meaning.count else "FUTURE_REF"
    return shift_value(meaning, context)


NEAR_DAYS = 2  # a weekday that lies so many days behind is much nearer than the one ahead


def _seen_from_now(meaning: Meaning, tense: Tense, today: date | None) -> Tense:
    """A plan of the past lies ahead of its making; a month of it may be over by now: "was to meet in July", told in November.

    So is the day before: "was scheduled to leave on Sunday", told on a Monday, is not six days ahead.
    """
    if tense in {"plan", "set"}:
        return None if isinstance(meaning, Point) and _may_be_over(meaning, tense, today) else "future"
    return "future" if tense == "would" else tense


def _may_be_over(point: Point, tense: Tense, today: date | None) -> bool:
    """Whether a month of a past plan may be behind, of what was put down the nearer one; or its weekday is the day before."""
    if point.month:
        return tense == "plan" or today is None or (point.month - today.month) % 12 >= HALF_YEAR
    if today is None or point.weekday is None or point.shift:
        return False
    behind = (today.isoweekday() - point.weekday) % 7
    return 1 <= behind <= (NEAR_DAYS if tense == "plan" else 1)  # "were to testify on Monday", told on a Wednesday


# ---- points ---------------------------------------------------------------------------------------------------------


def _point(point: Point, context: Context, tense: Tense) -> str:
    clock = point.clock or ""
    point = _of_its_century(point, context.published)
    if point.year_shift is not None:
        return _calendar(_shifted_year(point, context), point) + clock
    if point.part and point.part != "WE":
        return _part_of_year(point, context, tense)
    if point.part == "WE":
        return _weekend(point, context, tense) + clock
    if point.year is not None:
        return _calendar(point.year, point) + clock
    if point.month is not None:
        return _calendar(_agreeing(point, _year_of(point, context, tense)), point) + clock
    if point.weekday is not None and point.day is None:
        return _weekday(point, context, tense) + clock
    return _day_alone(point, context) + clock


def _of_its_century(point: Point, today: date | None) -> Point:
    """ "the crash of '29": a short year lies behind."""
    ahead = point.short and point.year and today and point.year > today.year + YEARS_AHEAD
    return replace(point, year=point.year - 100) if ahead and point.year else point


def _shifted_year(point: Point, context: Context) -> int | None:
    """The year of "May last year"; of "in 1990 ... in May that year"."""
    base = context.published.year if context.published else None
    if point.anchored and context.anchor:
        known = timex.days(context.anchor)
        base = int(known[0][:4]) if known else None
    return None if base is None or point.year_shift is None else base + point.year_shift


def _day_alone(point: Point, context: Context) -> str:
    """ "the 15th" of the month named last, "noon yesterday", "8 p.m." of the day named last, or of the article's."""
    today = context.published
    if point.day is not None:
        month = _month(context)
        return f"{month}-{point.day:02d}" if month else f"XXXX-XX-{point.day:02d}"
    if point.day_shift is not None:
        return (today + timedelta(point.day_shift)).isoformat() if today else "XXXX-XX-XX"
    if point.clock:
        return _day_of_hour(point.clock, context)
    raise ValueError(point)


def _day_of_hour(clock: str, context: Context) -> str:
    """The day named last, the next one after its midnight, or the article's."""
    anchor = context.anchor
    if anchor is None or not timex.DAY.fullmatch(anchor):
        return context.published.isoformat() if context.published else "XXXX-XX-XX"
    if context.overnight and _is_past_midnight(anchor, clock, context.late):
        return (date.fromisoformat(anchor[:10]) + timedelta(1)).isoformat()
    return anchor[:10]


def _is_past_midnight(evening: str, clock: str, late: bool) -> bool:
    """ "On Sunday evening the power failed. The bridge fell at 12:47 a.m.", "began late on Sunday and was out by 4 a.m."."""
    told = evening[10:]
    late = late or told[:3] in NIGHTS or (told[1:3].isdecimal() and told[1:3] >= EVENING)
    return late and clock[1:3].isdecimal() and MIDNIGHT < clock < DAWN


def _calendar(year: int | None, point: Point) -> str:
    text = f"{year:04d}" if year is not None else "XXXX"
    if point.which is not None and point.month is not None and point.weekday is not None:
        return _one_of_month(year, point.month, point.weekday, point.which)
    if point.part:
        return f"{text}-{point.part}"
    if point.month is None:
        return text
    if point.day is None:
        return f"{text}-{point.month:02d}"
    if not 1 <= point.day <= monthrange(year or 2000, point.month)[1]:
        raise ValueError("no such day")
    return f"{text}-{point.month:02d}-{point.day:02d}"


def _one_of_month(year: int | None, month: int, weekday: int, which: int) -> str:
    """The first, second ... or last (-1) of a month's Mondays."""
    if year is None:
        return f"XXXX-{month:02d}-XX"
    length = monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).isoweekday() == weekday]
    if which > len(days):
        raise ValueError("no such day")
    return f"{year:04d}-{month:02d}-{days[which if which < 0 else which - 1]:02d}"


def _year_of(point: Point, context: Context, tense: Tense) -> int | None:
    """The year of a month or a day of a month that is named without one."""
    today = context.published
    assert point.month is not None
    if today is None:
        # without a date of publication a story of the past runs on from the month named last; "founded in 1700 ... until 2 March" does not
        runs_on = tense in {"past", None} and timex.precision(context.anchor or "") in {"day", "month"}
        known = timex.days(context.anchor) if context.anchor and runs_on else None
        if known is None:
            return None
        year = int(known[0][:4])
        return year if f"{point.month:02d}-{point.day or 31:02d}" >= known[0][5:] else year + 1
    if context.story and tense == "past" and not (point.shift or point.this or point.behind):
        year, month = context.story  # "on 12 June 1944 they landed; in August they were in Paris"
        return min(year + (point.month < month), today.year)
    if point.shift < 0:
        return _last_year_of(point, point.month, today)
    if point.shift > 0:
        return today.year if point.month > today.month else today.year + 1
    return today.year if point.this else today.year + _years_to(point, point.month, today, tense)


def _last_year_of(point: Point, month: int, today: date) -> int:
    """The year of "last April", "this past October", "October last"."""
    if point.this:  # the one that ended last
        ended = (month, point.day or 0) < (today.month, today.day if point.day else 0)
        return today.year if ended else today.year - 1
    # "last April" in July is this year's; in May, where "last month" would say that, the one of the year before
    return today.year if month + (not point.day) < today.month else today.year - 1


def _years_to(point: Point, month: int, today: date, tense: Tense) -> int:
    """Years from this one to a month that is named without "last" or "next", by the tense of its clause."""
    here = (today.month, today.day) if point.day else (today.month,)
    there = (month, point.day) if point.day else (month,)
    months = month - today.month
    if there > here:
        # "the dividend paid Nov. 17" in October looks ahead for all its past form; "on Dec. 26" in January does not
        past = tense == "past" and months > (2 if point.day else 1)
        return -1 if point.behind or past or (tense is None and months >= 8) else 0
    if there < here and not point.behind:
        return 1 if (tense == "future" and months <= -1) or (months <= -10 and tense != "past") else 0
    return 0


def _agreeing(point: Point, year: int | None) -> int | None:
    """The year in which a day falls on the weekday that is said with it: "Saturday 12 February" in 2004 is of 2005."""
    if year is None or not (point.weekday and point.month and point.day):
        return year
    for near in (year, year + 1, year - 1):
        if (
            point.day <= monthrange(near, point.month)[1]
            and date(near, point.month, point.day).isoweekday() == point.weekday
        ):
            return near
    return year


def _month(context: Context) -> str | None:
    if context.anchor and (found := timex.DAY.fullmatch(context.anchor) or timex.MONTH.fullmatch(context.anchor)):
        return f"{found[1]}-{found[2]}"
    if context.anchor and (known := timex.UNKNOWN_YEAR.fullmatch(context.anchor)) and known[1].isdigit():
        return f"XXXX-{known[1]}"  # "on June 3 ... on the 9th"
    return context.published.isoformat()[:7] if context.published else None


def _weekday(point: Point, context: Context, tense: Tense) -> str:
    today = context.published
    assert point.weekday is not None
    if today is None:
        return _weekday_undated(point, point.weekday, context, tense)
    behind = (today.isoweekday() - point.weekday) % 7
    if point.week_shift is not None:
        if point.ahead:
            return (today + timedelta(-behind % 7 + 7 * point.week_shift)).isoformat()
        weeks = point.week_shift + _week_begun(point, today, tense)
        return (today + timedelta(7 * weeks + point.weekday - today.isoweekday())).isoformat()
    known = timex.days(context.anchor) if point.anchored and context.anchor else None
    if known:
        start = date.fromisoformat(known[0])
        gap = (start.isoweekday() - point.weekday) * -point.shift % 7 or 7
        return (start + timedelta(point.shift * gap)).isoformat()
    return (today + timedelta(_days_to(point, behind, tense))).isoformat()


def _week_begun(point: Point, today: date, tense: Tense) -> int:
    """On a Sunday "Tuesday of last week" is five days ago, and what will be "on Tuesday of this week" two ahead."""
    if today.isoweekday() != SUNDAY:
        return 0
    return int(point.week_shift == -1 or (point.week_shift == 0 and tense == "future"))


def _weekday_undated(point: Point, weekday: int, context: Context, tense: Tense) -> str:
    """A weekday in an article without a day: that of the day named last, or the next one where words say so ("the following Friday")."""
    known = timex.days(context.anchor or "") if timex.precision(context.anchor or "") == "day" else None
    if known is None or point.week_shift is not None:
        return f"XXXX-WXX-{weekday}"
    start = date.fromisoformat(known[0])
    ahead = (weekday - start.isoweekday()) % 7
    if point.anchored:
        return (start + timedelta(ahead or 7)).isoformat()
    return f"XXXX-WXX-{weekday}" if ahead or tense != "past" else start.isoformat()


def _days_to(point: Point, behind: int, tense: Tense) -> int:
    """Days from the article's to a weekday that lies so many behind it, or seven less ahead."""
    if point.shift < 0:
        return -_apart(behind, point)
    if point.shift > 0 and point.apart:
        return _apart(7 - behind, point)
    if point.anchored and point.this:  # "that Friday" of no day that was named
        return -behind
    return 7 - behind if point.shift > 0 or (behind and _looks_ahead(point, tense)) else -behind


def _looks_ahead(point: Point, tense: Tense) -> bool:
    return tense == "future" or (point.this and tense != "past")


def _apart(gap: int, point: Point) -> int:
    """Days to the last or the next weekday; "Thursday last" is not said on a Friday of the day before."""
    return 8 if gap == 1 and point.apart else gap or 7


def _weekend(point: Point, context: Context, tense: Tense) -> str:
    today = context.published
    if today is None:
        return "XXXX-WXX-WE"
    weeks = point.shift
    if not weeks and not point.this and tense != "future" and today.isoweekday() < 6:
        weeks = -1  # "at the weekend" on a Wednesday is the one that is over
    if point.shift < 0 and today.isoweekday() >= 6:
        weeks = -1
    year, week, _ = (today + timedelta(7 * weeks)).isocalendar()
    return f"{year:04d}-W{week:02d}-WE"


def _part_of_year(point: Point, context: Context, tense: Tense) -> str:
    """A quarter, a half or a season of the year that is meant."""
    today, part = context.published, point.part or ""
    if point.year is not None:
        return f"{point.year:04d}-{part}"
    known = timex.days(context.anchor) if context.anchor else None
    if today is None:
        return f"{known[0][:4] if known and point.anchored else 'XXXX'}-{part}"
    if known and point.anchored:
        return f"{_year_beside(point, known):04d}-{part}"
    return f"{_year_of_part(point, today, tense):04d}-{part}"


def _year_beside(point: Point, known: tuple[str, str]) -> int:
    """ "in spring 2015 ... the following summer", "In May 1968 ... that summer"."""
    year = int(known[0][:4])
    there = timex.days(f"{year:04d}-{point.part}")
    if point.this:
        return year
    if there and point.shift > 0:
        return year if there[0] > known[1] else year + 1
    return year if there and there[1] < known[0] else year - 1


def _year_of_part(point: Point, today: date, tense: Tense) -> int:
    """The year of "last spring", "this winter", "the third quarter"."""
    part = point.part or ""
    span = timex.days(f"{today.year:04d}-{part}")
    assert span is not None
    now, year = today.isoformat(), today.year
    if part == "WI":  # "this winter" in January began in the year before
        year = year - 1 if today.month <= 2 else year
    if point.shift < 0:
        ended = span[1] < now
        return _year_of_last_part(point, today.year if point.this else year, now, ended)
    if point.shift > 0:
        return year if span[0] > now else year + 1
    return year + _years_off(span, now, part, point.this, tense)


def _year_of_last_part(point: Point, year: int, now: str, ended: bool) -> int:
    """ "this past spring": the one that ended last; "last winter" in July is the one that began in the year before, as "last spring"."""
    if point.this:
        return year if ended else year - 1
    begun = timex.days(f"{year:04d}-{point.part}")
    return year if begun and begun[1] < now and point.part == "WI" else year - 1


def _years_off(span: tuple[str, str], now: str, part: str, this: bool, tense: Tense) -> int:
    """Years from this one to the part of a year that is named without "last" or "next": results are told of a quarter that is over."""
    figures = part[0] in "QH"
    if span[0] > now and not this and (tense == "past" or (tense != "future" and figures)):
        return -1
    return 1 if span[1] < now and tense == "future" and not figures else 0


def _same(meaning: Same, context: Context, tense: Tense) -> tuple[TimexType, str] | None:
    if meaning.unit in {"Q", "P"}:
        return "DATE", _same_period(meaning, context, tense)
    known = timex.days(context.anchor) if context.anchor else None
    if meaning.clock:
        return "TIME", (known[0] if known else _published(context)) + meaning.clock
    if known:
        if meaning.unit == "D" and known[0] != known[1]:
            return None  # "in 1987 ... that day"
        return "DATE", at_grain(date.fromisoformat(known[0]), meaning.unit)
    if context.anchor and meaning.unit == "D" and timex.UNKNOWN_YEAR.fullmatch(context.anchor):
        return "DATE", context.anchor
    if context.published:
        return "DATE", at_grain(context.published, meaning.unit)
    return "DATE", "PAST_REF"


def _published(context: Context) -> str:
    return context.published.isoformat() if context.published else "XXXX-XX-XX"


def _same_period(meaning: Same, context: Context, tense: Tense) -> str:
    """ "the quarter", "the year-ago period"."""
    period = context.stretch if meaning.unit == "P" else context.period
    if period is None and context.published:
        period = at_grain(moved(context.published, "Q", 0 if tense == "future" else -1), "Q")
    return f"{meaning.year or int(period[:4]) + meaning.years:04d}{period[4:]}" if period else "XXXX-QX"


def _around(unit: str, value: str) -> tuple[TimexType, str] | None:
    known = timex.days(value)
    if known is None:
        return None
    middle = timedelta(HALF_QUARTER if unit == "Q" else 0)  # "the quarter ended July 31" is for the most part the second
    return "DATE", at_grain(date.fromisoformat(known[0]) - middle, unit)


def _beside(sign: int, day: tuple[TimexType, str] | None, context: Context) -> tuple[TimexType, str] | None:
    """The day before or after another."""
    if day is None or timex.precision(day[1]) != "day":
        return None
    return shift_value(Shift(1, "D", sign, True), replace(context, anchor=day[1]))


def _feast(feast: Feast, context: Context, tense: Tense) -> str:
    if feast.year is not None:
        return day_of(feast.name, feast.year).isoformat()
    if context.published is None:
        day = day_of(feast.name, 2001)
        fixed = day_of(feast.name, 2002).replace(year=2001) == day
        return f"XXXX-{day.month:02d}-{day.day:02d}" if fixed else "XXXX-XX-XX"
    today = context.published
    here = day_of(feast.name, today.year + (feast.year_shift or 0))
    if feast.year_shift is not None:
        return here.isoformat()
    if feast.shift:
        ahead = here > today
        return day_of(feast.name, today.year + (feast.shift if ahead == (feast.shift < 0) else 0)).isoformat()
    return day_of(feast.name, today.year + _years_to_feast((here - today).days, tense)).isoformat()


def _years_to_feast(days: int, tense: Tense) -> int:
    """Years from this one to a feast that is told of, by the days to this year's and the tense of its clause."""
    # "they bought gifts for Christmas" in December looks ahead for all its past form
    if (days > PREPARED and tense == "past") or (days > 200 and tense != "future"):
        return -1
    return int(days < 0 and tense == "future")
