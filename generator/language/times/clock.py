"""The grammar of clock times: "6:42 a.m. EDT Tuesday", "noon", "4 in the morning", "0830 GMT"."""

from __future__ import annotations

from dataclasses import replace

from generator.language.times import lexicon
from generator.language.times.asides import has_one_day, phrase
from generator.language.times.calendar_dates import feast, full_date, weekday
from generator.language.times.lexemes import Words, integer
from generator.language.times.lexicon import MONTHS, PLURALS, WEEKDAYS
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Feast, Point
from generator.language.times.postposed import postposed

LEADING_TO = frozenset("at by until around about before after".split())  # "at a quarter to eight"
# before an hour: "at noon", "just past midnight"
BEFORE_AN_HOUR = frozenset("at by until till around about before after past since from to near between and towards".split())
DAYS = WEEKDAYS.keys() | MONTHS.keys() | lexicon.DEICTIC.keys() | {"last", "this", "next", "local", "gmt", "et", "eastern"}
ZONES_IN_WORDS = frozenset({"eastern", "central", "mountain", "pacific"})


def clock(words: Words, i: int) -> Found | None:
    """A clock time, its zone and its day: "6:42 a.m. EDT Tuesday", "noon Saturday", "4 in the morning", "0830 GMT", "at 18:30"."""
    low = words.low
    j, time = _time_at(words, i)
    if time is None or _told_again(words, i) or (low[i - 1] == "high" and low[i - 2] != "at"):  # 'the film "High Noon"'
        return None
    j += low[j] in {"hrs", "hours", "hr"} and ":" in low[i]  # "at 20:00 hrs on Thursday"
    j = _after_zone(words, j)
    again = 4 * (low[j] == "(" and low[j + 2] in lexicon.ZONES and low[j + 3] == ")")  # "10:35 a.m. (0735 GMT) on Friday"
    k = j + again
    k += low[k] == "," or low[k] == "on"
    day = _day_of_clock(words, k)
    if day and isinstance(day.meaning, Feast):
        return Found(i, j if again else day.last, replace(day.meaning, clock=time))
    if day and isinstance(day.meaning, Point) and (day.meaning.clock or "TM").startswith(("TM", "TA", "TE", "TN")):
        return Found(i, j if again else day.last, replace(day.meaning, clock=_in_its_half(low, i, time, day.meaning.clock)))
    return _today(words, i, j, time) or Found(i, j, Point(clock=time))


def _time_at(words: Words, i: int) -> tuple[int, str | None]:
    """The place after a clock time, and the time: "half past seven", "noon", "10:35 a.m.", "nine o'clock"."""
    low = words.low
    if spoken := _spoken(words, i):
        return spoken
    if low[i] in lexicon.CLOCK_WORDS:
        return (i, None) if _only_modifies(words, i) else (i + 1, lexicon.CLOCK_WORDS[low[i]])
    if (hour := _hour(low[i])) is not None:
        return _half_of_day(words, i + 1, hour, low[i])
    if 1 <= lexicon.CARDINALS.get(low[i], 0) <= 12:  # "nine o'clock", "seven in the evening"
        return _half_of_day(words, i + 1, (lexicon.CARDINALS[low[i]], 0), low[i][:1])
    return i, None


def _only_modifies(words: Words, i: int) -> bool:
    """Whether "noon" or "midnight" is a part of a name or of a thing: "High Noon", "the midnight sun", "a midnight cherry roadster".

    What has a day may have its hour, too: "a midnight deadline", "the noon hearing".
    """
    low = words.low
    if low[i + 1] in lexicon.MIDNIGHT or (words.capital(i) and low[i - 1].isalpha()):
        return True
    if low[i - 1] in BEFORE_AN_HOUR or not low[i + 1].isalpha() or low[i + 1] in lexicon.AFTER_REFERENCE | DAYS:
        return False
    return not has_one_day(phrase(words, i + 1))


def _after_zone(words: Words, j: int) -> int:
    """The place after a zone: "GMT", "Eastern Standard Time", "local time"."""
    low = words.low
    if low[j] in lexicon.ZONES and words.raw[j].isupper():
        return j + 1
    if zone := _long_zone(words, j):
        return zone
    return j + 2 * (low[j] == "local" and low[j + 1] == "time")


def _in_its_half(low: list[str], i: int, time: str, part: str | None) -> str:
    """ "4am on Sunday morning": the hour says more than the part of the day; "5:30 Friday evening" is no morning."""
    told = int(time[1:3])
    if part in {"TAF", "TEV", "TNI"} and ":" in low[i] and 5 <= told < 12 and "m" not in low[i + 1]:
        return f"T{told + 12}{time[3:]}"
    return time


def _today(words: Words, i: int, j: int, time: str) -> Found | None:
    """ "2 a.m. last night", "8 p.m. tonight", "9 a.m. this morning", "noon yesterday"."""
    low = words.low
    if low[j : j + 2] == ["last", "night"]:  # "2 a.m. last night" was this morning
        return Found(i, j + 2, Point(clock=time, day_shift=0 if time < "T06:00" else -1))
    if low[j] == "tonight" or (low[j] == "this" and low[j + 1] in {"morning", "afternoon", "evening"}):
        return Found(i, j + 1 + (low[j] == "this"), Point(clock=time, day_shift=0))
    if low[j] in lexicon.DEICTIC:
        part = low[j + 1] in {"morning", "afternoon", "evening", "night"}
        return Found(i, j + 1 + part, Point(clock=time, day_shift=lexicon.DEICTIC[low[j]]))
    return None


def _told_again(words: Words, i: int) -> bool:
    """ "at 10:35 a.m. (0735 GMT)": the same moment in another zone."""
    low = words.low
    if low[i - 1] != "(" or low[i + 1] not in lexicon.ZONES or low[i + 2] != ")":
        return False
    return (
        low[i - 2] in lexicon.ZONES | {"time", "noon", "midnight"}
        or low[i - 2].replace(".", "") in {"am", "pm"}
        or ":" in low[i - 2]
    )


def _spoken(words: Words, i: int) -> tuple[int, str] | None:
    """ "half past seven", "a quarter to eight", "ten past six": the half of the day stays open, as the words leave it."""
    low = words.low
    j = i + (low[i] == "a" and low[i + 1] == "quarter")
    minutes = {"half": 30, "quarter": 15}.get(low[j]) or lexicon.CARDINALS.get(low[j], 0)
    hour = lexicon.CARDINALS.get(low[j + 2], 0) or integer(low[j + 2]) or 0
    if low[j + 3] in PLURALS or not 1 <= hour <= 12 or minutes not in {5, 10, 15, 20, 30}:
        return None  # "ten past 6 players"
    if low[j + 1] == "past":
        return j + 3, _time(hour, minutes)
    quarter = low[j : j + 2] == ["quarter", "to"] and low[i - 1] in LEADING_TO
    return (j + 3, _time(hour - 1 or 12, 60 - minutes)) if quarter else None


def _long_zone(words: Words, i: int) -> int | None:
    """ "Eastern Standard Time", "Greenwich Mean Time", "Moscow time": the place after it."""
    if not words.capital(i):
        return None
    if words.low[i] in ZONES_IN_WORDS and words.low[i + 1] not in {"time", "standard", "daylight"}:
        return i + 1  # "9 p.m. Eastern"
    if words.capital(i + 1) and words.low[i + 2] == "time":
        return i + 3  # "New York time"
    j = i + 1 + (words.low[i + 1] in {"standard", "daylight", "mean", "summer", "european"})
    return j + 1 if words.low[j] == "time" else None


def _day_of_clock(words: Words, i: int) -> Found | None:
    if words.low[i] in WEEKDAYS or words.low[i] in MONTHS:
        return postposed(words, i) or full_date(words, i) or (weekday(words, i) if words.low[i] in WEEKDAYS else None)
    return full_date(words, i) if words.low[i][:1].isdecimal() else feast(words, i)


def _hour(word: str) -> tuple[int, int] | None:
    """Hours and minutes of "10", "10:35", "7.15" or "0830"."""
    whole, mark, rest = word.replace(".", ":").partition(":")
    if not mark and len(word) == 4 and word.isdecimal():
        whole, rest = word[:2], word[2:]
    hour, minute = integer(whole) if len(whole) <= 2 else None, integer(rest[:2] or "0")
    return (hour, minute) if hour is not None and minute is not None and hour <= 24 and minute < 60 else None


def _half_of_day(words: Words, i: int, hour: tuple[int, int], word: str) -> tuple[int, str | None]:
    """What makes a number a clock time: "a.m.", "o'clock", "in the morning", a zone, or the colon after "at"."""
    low, (h, m) = words.low, hour
    if (half := _half_marked(words, i)) is not None:
        fits = 1 <= h <= 12 and not (len(word) == 4 and word.isdecimal())
        return (i + 1, _time(h % 12 + half, m)) if fits else (i, None)
    j = i + 3 * (low[i] == "o" and low[i + 1] in APOSTROPHES and low[i + 2] == "clock")
    if j == i and m == 0 and 1 <= h <= 12 and (half := _half_told(low, i)) is not None:
        return i, _time(h % 12 + half, 0)
    told = low[j : j + 2] == ["in", "the"] and low[j + 2] in {"morning", "afternoon", "evening"}
    if told and (":" in word or j > i or len(word) < 3):
        return j + 3, _time(h % 12 + (0 if low[j + 2] == "morning" else 12), m)
    return (j, _time(h, m)) if j > i or _is_marked(words, i, word) else (i, None)


def _half_marked(words: Words, i: int) -> int | None:
    """The hours to add for "a.m." and "pm"."""
    mark = words.low[i].replace(".", "")
    plain = "." in words.low[i] or words.raw[i] in {"am", "pm", "AM", "PM"}
    return {"am": 0, "pm": 12}.get(mark) if plain else None


def _half_told(low: list[str], i: int) -> int | None:
    """The hours to add to a bare one by the part of today behind it: "at 7 this morning", "at 8 tonight"."""
    if low[i - 2] != "at":
        return None
    if low[i] == "tonight":
        return 12
    return {"morning": 0, "afternoon": 12, "evening": 12}.get(low[i + 1]) if low[i] == "this" else None


def _is_marked(words: Words, i: int, word: str) -> bool:
    """Whether figures alone are a clock time: "1830 local time", "0830 GMT", "18.30 BST", "at 18:30"."""
    low = words.low
    if low[i : i + 2] == ["local", "time"] and (":" in word or len(word) == 4):
        return True
    if low[i] in lexicon.ZONES and words.raw[i].isupper() and _has_minutes(word):
        return True
    led = low[i - 2] in {"at", "by", "around", "until", "from", "since", "before", "after", "about"}
    return ":" in word and led and not (words.glued(i) and low[i][:1].isalnum())


def _has_minutes(word: str) -> bool:
    """ "18:30", "1830", "18.30"."""
    return ":" in word or (len(word) == 4 and "." not in word) or word[-3:-2] == "."


def _time(hour: int, minute: int) -> str:
    return f"T{hour:02d}:{minute:02d}"
