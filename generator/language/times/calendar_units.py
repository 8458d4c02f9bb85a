"""The grammar of units: "last week", "this morning", "the quarter", "the day after tomorrow"; words like "now" are `plain_words`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.language.lexicon.marks import DASHES, QUOTES
from generator.language.times import lexicon
from generator.language.times.calendar_dates import feast, full_date, weekday
from generator.language.times.durations import length
from generator.language.times.lexemes import Words
from generator.language.times.lexicon import CALENDAR, MONTHS, SEASONS, UNITS, WEEKDAYS
from generator.language.times.lookalikes import of_a_match
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Beside, Feast, Joined, Length, Point, Same, Shift, Unit
from generator.language.times.year_words import full_year, read_year
from generator.language.times.years import part_of_year, year

SHIFT_OF_UNIT = {
    "last": -1,
    "this": 0,
    "next": 1,
    "current": 0,
    "coming": 1,
    "past": -1,
    "previous": -1,
    "following": 1,
    "prior": -1,
    "preceding": -1,
}
FISCAL = frozenset({"fiscal", "financial", "calendar", "tax"})
AHEAD_FOR = frozenset({"over", "within", "during", "for"})
PERIODS = frozenset({"quarter", "period"})


def deictic(words: Words, i: int) -> Found | None:
    """A unit or a name in the calendar counted from now: "last week", "this morning", "next May", "the coming year"."""
    low = words.low
    article = low[i] == "the"
    j = i + article
    word = low[j]
    if word not in SHIFT_OF_UNIT or _is_title(words, i):
        return None
    if word == "following" and not article and words.capital(j + 1):
        return None  # "in the days following Tuesday's vote"
    shift, k, recent = SHIFT_OF_UNIT[word], j + 1, False
    if word == "this" and low[k] in {"coming", "past"}:  # "this past spring", "this coming Sunday"
        shift, k, recent = SHIFT_OF_UNIT[low[k]], k + 1, True
    elif low[k] == "same":
        k += 1
    fiscal = low[k] in {"fiscal", "calendar", "school", "academic", "financial"}
    name = low[k + fiscal]
    anchored = word in {"previous", "following", "preceding"}
    if words.capital(k) and name in WEEKDAYS and (low[k] not in lexicon.SHORT_WEEKDAYS):
        return _weekday_of_which(words, i, k, Point(weekday=WEEKDAYS[name], shift=shift, this=shift == 0, anchored=anchored))
    if words.capital(k) and name in MONTHS:
        if full_date(words, k):
            return None  # "last Oct. 23" means no more than "Oct. 23"
        return Found(i, k + 1, Point(month=MONTHS[name], shift=shift, this=recent or shift == 0))
    if name in SEASONS:
        return Found(i, k + 1, Point(part=SEASONS[name], anchored=anchored, shift=shift, this=recent or shift == 0))
    if (holiday := feast(words, k)) and isinstance(holiday.meaning, Feast):
        return Found(i, holiday.last, Feast(holiday.meaning.name, None, shift))
    if name in lexicon.PARTS_OF_DAY and name != "overnight" and not fiscal:
        return _part_of_day(words, i, k, word, article)
    return _unit_or_so(words, i, k + fiscal, word, shift, article) if name in CALENDAR else None


def _unit_or_so(words: Words, i: int, k: int, word: str, shift: int, article: bool) -> Found | None:
    """ "last week", "the last year or so"."""
    low = words.low
    found = _unit(words, i, k, word, shift, article)
    if found and low[found.last : found.last + 2] == ["or", "so"]:
        return replace(found, last=found.last + 2, mod="APPROX")
    return found


def _weekday_of_which(words: Words, i: int, k: int, meaning: Point) -> Found:
    """ "last Friday", "this coming Friday night", "next Friday, Oct. 23"."""
    if dated := full_date(words, k):
        return replace(dated, first=i)
    if part := lexicon.PARTS_OF_DAY.get(words.low[k + 1]):
        return Found(i, k + 2, replace(meaning, clock=f"T{part}"))
    return Found(i, k + 1, meaning)


def _is_title(words: Words, i: int) -> bool:
    """Whether a phrase is the name of a programme: "on ABC's 'This Week'"."""
    quoted = words.low[i - 1] in QUOTES and words.glued(i)
    return (
        quoted and words.capital(i) and words.capital(i + 1) and words.low[i + 1] in CALENDAR | lexicon.PARTS_OF_DAY.keys()
    )


def _part_of_day(words: Words, i: int, k: int, word: str, article: bool) -> Found | None:
    clock = "T" + lexicon.PARTS_OF_DAY[words.low[k]]
    if word in {"next", "following", "previous", "prior"}:  # "the next morning"
        return Found(i, k + 1, Shift(1, "D", SHIFT_OF_UNIT[word], True, clock))
    if word in {"this", "last"}:
        return Found(i, k + 1, Unit("D", SHIFT_OF_UNIT[word], clock))
    return None


def _unit(words: Words, i: int, k: int, word: str, shift: int, article: bool) -> Found | None:
    name = words.low[k]
    unit, last = UNITS[name], k + 1
    if name == "day" and (word in {"last", "past"} or (not article and word not in {"next", "previous", "following"})):
        return None
    if words.low[last] in DASHES and words.glued(last) and words.low[last + 1] not in {"long"}:
        return None if words.glued(last + 1) else Found(i, last, Unit(unit, shift))
    if name == "weekend":
        return Found(i, last, Point(part="WE", shift=shift, this=shift == 0))
    if article and _is_stretch(words, i, last, word, unit):
        return Found(i, last, Length(1, unit))
    if article and word in {"next", "following", "previous", "prior", "preceding"}:
        return Found(i, last, Shift(1, unit, shift, True))
    if word == "this" and unit == "CE":
        return Found(i, last, Unit(unit, 0))
    if word in {"previous", "following", "prior", "preceding"}:
        return Found(i, last, Shift(1, unit, shift, True))
    return Found(i, last, Unit(unit, shift))


def _is_stretch(words: Words, i: int, last: int, word: str, unit: str) -> bool:
    """ "the last week of the campaign", "over the next decade", "over the past month": as long as the unit, and not the calendar's."""
    low = words.low
    if word == "last" and low[last] == "of" and unit in {"W", "MO", "Y", "DE"} and low[last + 1] not in SHIFT_OF_UNIT:
        return True
    if word in {"next", "coming"} and unit not in {"Y", "W"} and low[i - 1] in AHEAD_FOR:
        return True
    return word in {"last", "past"} and unit not in {"Y", "W", "Q"}


def definite(words: Words, i: int) -> Found | None:
    """A unit that the text has named before, or the current one: "the quarter", "the year", "that day", "the year-ago period"."""
    low = words.low
    if low[i] not in {"that", "the"}:
        return _compared(words, i)
    j = i + 1
    same = low[j] == "same"
    j += same
    j += low[j] in {"latest", "comparable", "corresponding", "most"}
    rules: tuple[Callable[[Words, int, int], Said], ...] = (_said_year, _period, _year_ago, _period_of_year)
    for rule in (*rules, _that) if low[i] == "that" or same else rules:
        said, found = rule(words, i, j)
        if said:
            return found
    if low[i] == "that" or same:
        return Found(i, j + 1, Same(UNITS[low[j]])) if low[j] in CALENDAR and low[j + 1] not in DASHES else None
    return _bare_definite(words, i, j)


# what a rule of a definite unit gives: whether the words are its own, and what it found in them
Said = tuple[bool, Found | None]
NOT_SAID: Said = (False, None)


def _compared(words: Words, i: int) -> Found | None:
    """ "last year's quarter", "the loss of the year-earlier period"."""
    low = words.low
    if low[i] == "last" and low[i + 1] == "year" and low[i + 2] in APOSTROPHES and low[i + 4] in PERIODS:
        return Found(i, i + 5, Same("P", -1))
    if low[i] == "year" and low[i + 1] in DASHES and low[i + 2] in {"ago", "earlier"}:
        return Found(i, i + 3 + (low[i + 3] in PERIODS), Same("P", -1))
    return None


def _said_year(words: Words, i: int, j: int) -> Said:
    """ "the 2015 fiscal year", "the fiscal year 2015-16", "the year two thousand", "the year 2000"."""
    low = words.low
    if _is_year(low[j]) and low[j + 1] in FISCAL and low[j + 2] == "year":
        return True, Found(i, j + 3, Point(int(low[j])))
    if low[j] in FISCAL and low[j + 1] == "year" and _is_year(low[j + 2]):
        return True, Found(i, j + 3, Point(int(low[j + 2])))
    return _the_year(words, i, j) if low[j] == "year" else NOT_SAID


def _the_year(words: Words, i: int, j: int) -> Said:
    """ "the year two thousand", "the year 2000"."""
    if spoken := read_year(words, j + 1):
        return True, Found(i, spoken[0], Point(spoken[1]))
    numbered = year(words, j + 1) if words.low[j + 1].isdecimal() else None
    return (True, replace(numbered, first=i)) if numbered and numbered.first == j + 1 else NOT_SAID


def _is_year(word: str) -> bool:
    return word.isdecimal() and len(word) == 4


def _period(words: Words, i: int, j: int) -> Said:
    """ "the corresponding period last year", "the quarter ended Sept. 30", "the quarter a year ago", "the latest period"."""
    low = words.low
    if low[j] not in PERIODS:
        return NOT_SAID
    if low[j + 1 : j + 3] == ["last", "year"]:
        return True, Found(i, j + 3, Same("P", -1))
    if low[j + 1] in {"ended", "ending"} and (day := full_date(words, j + 2)) and isinstance(day.meaning, Point):
        return True, Found(i, j + 1, Joined("Q", day.meaning))
    if low[j + 1 : j + 3] == ["a", "year"] and low[j + 3] in {"ago", "earlier", "before"}:
        return True, Found(i, j + 4, Same("Q", -1))
    return True, Found(i, j + 1, Same("Q")) if _is_known_period(words, j) else None


def _is_known_period(words: Words, j: int) -> bool:
    """ "the latest period", "the quarter"; not one of a match, nor "the quarter in which it falls"."""
    low = words.low
    known = low[j - 1] == "latest" or (low[j] == "quarter" and not of_a_match(words, j))
    any_of_them = low[j + 1 : j + 3] == ["in", "which"]
    return known and low[j + 1] not in DASHES and not any_of_them


def _year_ago(words: Words, i: int, j: int) -> Said:
    """ "the year-ago period", "the year-earlier nine months"."""
    low = words.low
    if low[j] != "year" or low[j + 1] not in DASHES or low[j + 2] not in {"ago", "earlier"}:
        return NOT_SAID
    if low[j + 3] in PERIODS:
        return True, Found(i, j + 4, Same("P", -1))
    inner = length(words, j + 3)
    return True, replace(inner, first=i) if inner and isinstance(inner.meaning, Length) else None


def _period_of_year(words: Words, i: int, j: int) -> Said:
    """ "the 1988 quarter"."""
    low = words.low
    return (True, Found(i, j + 2, Same("P", year=int(low[j])))) if _is_year(low[j]) and low[j + 1] in PERIODS else NOT_SAID


def _that(words: Words, i: int, j: int) -> Said:
    """ "In May 1968 ... that summer", "In March 2020 ... that June", "on that Friday", "that evening", "the same night"."""
    low = words.low
    name, that = low[j], low[i] == "that"
    if that and low[i - 1] not in lexicon.TOLD and (part := _that_part(words, j)):
        return True, Found(i, j + 1, part)
    if that and _is_led_weekday(words, i, j):
        return True, Found(i, j + 1, Point(weekday=WEEKDAYS[name], anchored=True, shift=1, this=True))
    if name in {"morning", "afternoon", "evening", "night"}:
        return True, Found(i, j + 1, Same("D", clock="T" + lexicon.PARTS_OF_DAY[name]))
    return NOT_SAID


def _that_part(words: Words, j: int) -> Point | None:
    """ "that summer", "that June"; not "said that summer would be late"."""
    name = words.low[j]
    if name in SEASONS:
        return Point(part=SEASONS[name], anchored=True, this=True)
    month = name in MONTHS and words.capital(j) and name != "may"
    return Point(month=MONTHS[name], year_shift=0, anchored=True) if month else None


def _is_led_weekday(words: Words, i: int, j: int) -> bool:
    """ "on that Friday"."""
    led = words.low[i - 1] in {"on", "by", "until", "later", "early"}
    return led and words.low[j] in WEEKDAYS and words.capital(j)


def _bare_definite(words: Words, i: int, j: int) -> Found | None:
    """ "for the year", "in the week", "at the weekend", "the full year"; "the day" and "the month" alone say too little."""
    low = words.low
    fiscal = low[j] == "fiscal"
    ended = low[j + 1 + fiscal] in {"ended", "ending"} or (low[j + 1 + fiscal] == "to" and low[j + 2 + fiscal] in MONTHS)
    if low[j + fiscal] == "year" and ended:
        return Found(i, j + 1 + fiscal, Length(1, "Y"))  # "for the year ended Aug. 31", "in the year to March"
    if low[j] in {"fiscal", "full", "whole", "entire"} and low[j + 1] == "year":
        return Found(i, j + 2, Unit("Y", 0))
    possessive = words.glued(j + 1) and low[j + 1] in APOSTROPHES and low[j + 2] == "s" and low[j] != "week"
    if possessive or (words.glued(j + 1) and low[j + 1] in DASHES) or words.capital(j):
        return None
    if low[j] == "day" and low[i - 1] == "in" and low[i - 2] in lexicon.EARLY | lexicon.LATE:
        return Found(i, j + 1, Same("D"))  # "later in the day"
    if low[j] == "weekend" and low[j + 1] not in {"of", "after", "before"}:
        return Found(i, j + 1, Point(part="WE"))
    return Found(i, j + 1, Unit(UNITS[low[j]], 0)) if _is_current(words, i, j) else None


def _is_current(words: Words, i: int, j: int) -> bool:
    """Whether the words beside "the year", "the week" or "the month" make it the current one; not "player of the year"."""
    low = words.low
    if low[i - 1] not in lexicon.CUES_OF_UNITS.get(low[j], ()) or low[j + 1] in lexicon.TOLD_BY_WHAT_FOLLOWS:
        return False
    return not (low[i - 1] == "of" and low[i - 2] not in lexicon.PARTS) and not low[j + 1][:1].isdecimal()


def around(words: Words, i: int) -> Found | None:
    """ "the week of Aug. 8", "the month of July", "the night of Oct. 23": the unit around another date, or a part of it."""
    low = words.low
    j = i + (low[i] == "the")
    hours = low[j : j + 2] in (["early", "hours"], ["small", "hours"])  # "the early hours of Monday"
    j += hours
    if (hours or low[j] in {"night", "morning", "evening", "afternoon"}) and low[j + 1] == "of":
        return _part_of(words, i, j + 2, "MO" if hours else lexicon.PARTS_OF_DAY[low[j]])
    if low[j] not in {"week", "weekend", "month"} or low[j + 1] not in {"of", "ending", "ended"}:
        return None
    return _unit_around(words, i, j)


def _unit_around(words: Words, i: int, j: int) -> Found | None:
    """ "the week of Aug. 8", "the month of July"."""
    low = words.low
    inner = full_date(words, j + 2)
    if low[j] == "month":
        named = words.capital(j + 2) and low[j + 2] in MONTHS
        return (inner or Found(i, j + 3, Point(month=MONTHS[low[j + 2]]))) if named else None
    if inner and isinstance(inner.meaning, Point) and inner.meaning.day:
        return Found(i, inner.last, Joined("W" if low[j] == "week" else "WE", inner.meaning))
    return None


def _part_of(words: Words, i: int, j: int, part: str) -> Found | None:
    """ "the night of Oct. 23", "the early hours of Monday"."""
    inner = full_date(words, j) or (weekday(words, j) if words.low[j] in WEEKDAYS else None)
    point = inner.meaning if inner else None
    if inner is None or not isinstance(point, Point) or point.clock is not None or not (point.day or point.weekday):
        return None
    return Found(i, inner.last, replace(point, clock=f"T{part}"))


def beyond(words: Words, i: int) -> Found | None:
    """ "the day after tomorrow", "the day before yesterday", "the week before last", "the year after next"."""
    low = words.low
    j = i + (low[i] == "the")
    unit, sign = UNITS.get(low[j]), {"before": -1, "after": 1}.get(low[j + 1])
    if low[i] == "the" and sign and low[j] in {"night", "evening", "morning"} and not low[j + 2].isalpha():
        return Found(i, j + 2, Shift(1, "D", sign, True, "T" + lexicon.PARTS_OF_DAY[low[j]]))  # "the night before"
    if low[j : j + 3] == ["night", "before", "last"]:
        return Found(i, j + 3, Unit("D", -2, "TNI"))
    if unit is None or sign is None or low[j] not in CALENDAR:
        return None
    return _before_or_after(words, i, j, unit, sign)


def _before_or_after(words: Words, i: int, j: int, unit: str, sign: int) -> Found | None:
    """ "The day before, he ...", "the day after tomorrow", "the day before July 15", "the week before last"."""
    low = words.low
    if low[i] == "the" and unit != "WE" and (low[j + 2] in {",", ".", ";"} or low[j + 2] == ""):  # "The day before, he ..."
        return Found(i, j + 2, Shift(1, unit, sign, True))
    if unit == "D" and low[j + 2] == ("tomorrow" if sign > 0 else "yesterday"):
        return Found(i, j + 3, Unit("D", 2 * sign))
    if low[j] == "day" and not low[j + 2].isdecimal() and (day := _named_day(words, j + 2)):
        return Found(i, day[0], Beside(sign, day[1]))
    if unit != "D" and low[j + 2] == ("next" if sign > 0 else "last") and not low[j + 3].isalpha():
        return Found(i, j + 3, Unit(unit, 2 * sign))
    return None


def _named_day(words: Words, i: int) -> tuple[int, Point | Feast] | None:
    """A day by its name: "the day after July 15", "the day before last Tuesday", "the day after Christmas"."""
    found = full_date(words, i) or (weekday(words, i) if words.low[i] in WEEKDAYS else deictic(words, i) or feast(words, i))
    if found is None or (isinstance(found.meaning, Point) and not (found.meaning.day or found.meaning.weekday)):
        return None
    return (found.last, found.meaning) if isinstance(found.meaning, Point | Feast) else None


def year_end(words: Words, i: int) -> Found | None:
    """ "year-end", "year end", "year's end 1989"."""
    low = words.low
    j = i + 1
    if low[j] in APOSTROPHES and low[j + 1] == "s":
        j += 2
    elif low[j] in DASHES:
        j += 1
    if low[j] != "end":
        return None
    if low[j + 1].isdecimal() and len(low[j + 1]) == 4:
        return Found(i, j + 2, Point(int(low[j + 1])), "END")
    return Found(i, j + 1, Unit("Y", -1 if low[i - 1] == "since" else 0), "END")


def quarter_of(words: Words, i: int) -> Found | None:
    """ "fiscal 1989", "fiscal second-quarter", "the fiscal first quarter"."""
    low = words.low
    j = i + 1 + (low[i] == "fiscal" and low[i + 1] == "year")
    if low[j].isdecimal() and len(low[j]) == 4 and (low[i] == "fiscal" or words.raw[i] == "FY"):
        return Found(i, j + 1, Point(int(low[j])))
    if words.raw[i] == "FY" and words.glued(j) and low[j].isdecimal() and len(low[j]) == 2:
        return Found(i, j + 1, Point(full_year(int(low[j]))))  # "FY13"
    return part_of_year(words, i)
