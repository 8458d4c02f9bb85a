"""The grammar of units: "last week", "two years ago", "the past few months", "the quarter", "every day"; and words like "now"."""

from __future__ import annotations

from dataclasses import replace

from generator.language.times import lexicon
from generator.language.times.lexicon import MONTHS, PLURALS, SEASONS, UNITS, WEEKDAYS
from generator.language.times.meaning import Feast, Fixed, Length, Point, Same, Shift, Unit
from generator.language.times.points import APOSTROPHES, DASHES, Found, _spoken_year, feast, full_date, part_of_year, weekday
from generator.language.times.words import Words, quantity

SHIFTS = {
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
CALENDAR = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight"})
PERIODS = frozenset({"quarter", "period"})
# "the past two months": a stretch that ends or begins now
STRETCH = frozenset(
    {"last", "past", "next", "coming", "first", "final", "latest", "previous", "following", "recent", "preceding", "early"}
)


def deictic(words: Words, i: int) -> Found | None:
    """A unit or a name in the calendar counted from now: "last week", "this morning", "next May", "the coming year"."""
    low = words.low
    article = low[i] == "the"
    j = i + article
    word = low[j]
    if word not in SHIFTS:
        return None
    shift, k, recent = SHIFTS[word], j + 1, False
    if word == "this" and low[k] in {"coming", "past"}:  # "this past spring", "this coming Sunday"
        shift, k, recent = SHIFTS[low[k]], k + 1, True
    elif low[k] == "same":
        k += 1
    fiscal = low[k] in {"fiscal", "calendar", "school", "academic", "financial"}
    name = low[k + fiscal]
    if words.capital(k) and name in WEEKDAYS and (low[k] not in lexicon.SHORT_WEEKDAYS):
        anchored = word in {"previous", "following", "preceding"}
        meaning = Point(weekday=WEEKDAYS[name], shift=shift, this=shift == 0, anchored=anchored)
        if dated := full_date(words, k):
            return replace(dated, first=i)
        if low[k + 1] in lexicon.PARTS_OF_DAY:
            return Found(i, k + 2, replace(meaning, clock="T" + lexicon.PARTS_OF_DAY[low[k + 1]]))
        return Found(i, k + 1, meaning)
    if words.capital(k) and name in MONTHS:
        if full_date(words, k):
            return None  # "last Oct. 23" means no more than "Oct. 23"
        return Found(i, k + 1, Point(month=MONTHS[name], shift=shift, this=shift == 0))
    if name in SEASONS:
        anchored = word in {"previous", "following", "preceding"}
        return Found(i, k + 1, Point(part=SEASONS[name], anchored=anchored, shift=shift, this=recent or shift == 0))
    if (holiday := feast(words, k)) and isinstance(holiday.meaning, Feast):
        return Found(i, holiday.last, Feast(holiday.meaning.name, None, shift))
    if name in lexicon.PARTS_OF_DAY and name != "overnight" and not fiscal:
        return _part_of_day(words, i, k, word, article)
    if name not in CALENDAR:
        return None
    found = _unit(words, i, k + fiscal, word, shift, article)
    if found and low[found.last : found.last + 2] == ["or", "so"]:
        return replace(found, last=found.last + 2, mod="APPROX")
    return found


def _part_of_day(words: Words, i: int, k: int, word: str, article: bool) -> Found | None:
    clock = "T" + lexicon.PARTS_OF_DAY[words.low[k]]
    if word in {"next", "following", "previous", "prior"}:  # "the next morning"
        return Found(i, k + 1, Shift(1, "D", SHIFTS[word], True, clock))
    if word in {"this", "last"}:
        return Found(i, k + 1, Unit("D", SHIFTS[word], clock))
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
    if article and word in {"next", "following", "previous", "prior", "preceding"}:
        return Found(i, last, Shift(1, unit, shift, True))
    if article and word in {"last", "past"} and unit not in {"Y", "W"}:
        return Found(i, last, Length(1, unit))  # "over the past month"
    if word == "this" and unit == "CE":
        return Found(i, last, Unit(unit, 0))
    if word in {"previous", "following", "prior", "preceding"}:
        return Found(i, last, Shift(1, unit, shift, True))
    return Found(i, last, Unit(unit, shift))


def definite(words: Words, i: int) -> Found | None:
    """A unit that the text has named before, or the current one: "the quarter", "the year", "that day", "the year-ago period"."""
    low = words.low
    if low[i] in {"that", "the"}:
        j = i + 1
        same = low[j] == "same"
        j += same
        if low[j] in {"latest", "comparable", "corresponding", "most"}:
            j += 1
        if low[j] == "year" and (spoken := _spoken_year(words, j + 1)):  # "the year two thousand"
            return Found(i, spoken[0], Point(spoken[1]))
        name, years = low[j], 0
        if name in PERIODS:
            if low[j + 1 : j + 3] == ["last", "year"]:  # "the corresponding period last year"
                return Found(i, j + 3, Same("P", -1))
            known = name == "quarter" or low[j - 1] == "latest"
            return Found(i, j + 1, Same("P")) if known and low[j + 1] not in DASHES else None
        if name == "year" and low[j + 1] in DASHES and low[j + 2] in {"ago", "earlier"}:
            years, j = -1, j + 3
            if low[j] in PERIODS:
                return Found(i, j + 1, Same("P", years))
            return None
        if name.isdecimal() and len(name) == 4 and low[j + 1] in PERIODS:  # "the 1988 quarter"
            return Found(i, j + 2, Same("P", year=int(name)))
        if low[i] == "that" and name in {"morning", "afternoon", "evening", "night"}:
            return Found(i, j + 1, Same("D", clock="T" + lexicon.PARTS_OF_DAY[name]))
        if low[i] == "that" or same:
            return Found(i, j + 1, Same(UNITS[name])) if name in CALENDAR and low[j + 1] not in DASHES else None
        return _bare_definite(words, i, j)
    if low[i] == "year" and low[i + 1] in DASHES and low[i + 2] in {"ago", "earlier"}:  # "year-earlier"
        return Found(i, i + 3 + (low[i + 3] in PERIODS), Same("P", -1))
    return None


def _bare_definite(words: Words, i: int, j: int) -> Found | None:
    """ "for the year", "in the week", "at the weekend", "the full year"; "the day" and "the month" alone say too little."""
    low = words.low
    if low[j + (low[j] == "fiscal")] == "year" and low[j + 1 + (low[j] == "fiscal")] in {"ended", "ending"}:
        return Found(i, j + 1 + (low[j] == "fiscal"), Length(1, "Y"))  # "for the year ended Aug. 31"
    if low[j] in {"fiscal", "full", "whole", "entire"} and low[j + 1] == "year":
        return Found(i, j + 2, Unit("Y", 0))
    if (low[j + 1] in DASHES and words.glued(j + 1)) or (
        low[j + 1] in APOSTROPHES and words.glued(j + 1) and low[j + 2] == "s" and low[j] != "week"
    ):
        return None
    if low[j] == "weekend" and low[j + 1] not in {"of", "after", "before"}:
        return Found(i, j + 1, Point(part="WE"))
    if (
        low[j] == "year"
        and not low[j + 1][:1].isdecimal()
        and low[i - 1]
        in {
            "for",
            "in",
            "of",
            "during",
            "within",
            "through",
            "throughout",
            "so",
            "far",
            "this",
        }
    ):
        return Found(i, j + 1, Unit("Y", 0))
    if (
        low[j] == "week"
        and low[i - 1] in {"for", "in", "of", "during"}
        and low[j + 1] not in {"of", "before", "after", "when", "that"}
    ):
        return Found(i, j + 1, Unit("W", 0))
    if low[j] == "month" and low[i - 1] in {"of", "during"} and low[j + 1] not in {"of", "before", "after"}:
        return Found(i, j + 1, Unit("MO", 0))
    return None


def around(words: Words, i: int) -> Found | None:
    """ "the week of Aug. 8", "the month of July": the unit around another date."""
    from generator.language.times.meaning import Joined

    low = words.low
    j = i + (low[i] == "the")
    if low[j] in {"night", "morning", "evening", "afternoon"} and low[j + 1] == "of":
        inner = full_date(words, j + 2) or (weekday(words, j + 2) if low[j + 2] in WEEKDAYS else None)
        if (
            inner
            and isinstance(inner.meaning, Point)
            and inner.meaning.clock is None
            and (inner.meaning.day or inner.meaning.weekday)
        ):
            return Found(i, inner.last, replace(inner.meaning, clock="T" + lexicon.PARTS_OF_DAY[low[j]]))
        return None
    if low[j] not in {"week", "weekend", "month", "summer"} or low[j + 1] not in {"of", "ending", "ended"}:
        return None
    inner = full_date(words, j + 2)
    if inner and isinstance(inner.meaning, Point) and low[j] == "week" and inner.meaning.day:
        return Found(i, inner.last, Joined("W", inner.meaning))
    if inner and isinstance(inner.meaning, Point) and low[j] == "weekend" and inner.meaning.day:
        return Found(i, inner.last, Joined("WE", inner.meaning))
    if low[j] == "month" and words.capital(j + 2) and low[j + 2] in MONTHS:
        return inner or Found(i, j + 3, Point(month=MONTHS[low[j + 2]]))
    return None


def length(words: Words, i: int) -> Found | None:
    """A number of units: a duration, or a distance where "ago" or "later" follows: "two years", "a week ago", "30-day"."""
    low = words.low
    how_many = quantity(words, i)
    if how_many is None:
        return None
    j, count = how_many
    while low[j] in lexicon.FILLERS:
        j += 1
    hyphen = low[j] in DASHES and words.glued(j) and words.glued(j + 1)
    j += hyphen
    name = low[j]
    if name not in UNITS and name not in PLURALS:
        return None
    if _not_a_length(words, i, j, name, hyphen):
        return None
    unit = UNITS[PLURALS.get(name, name)]
    first = i
    j += 1
    if hyphen and low[i] in {"a", "an"}:
        first = i + 1
    if low[j] in {"old", "-", "–"} and (low[j] == "old" or low[j + 1] == "old"):
        return None  # an age is no time
    return _distance(words, first, j, count, unit) or _length(words, first, j, count, unit)


def _not_a_length(words: Words, i: int, j: int, name: str, hyphen: bool) -> bool:
    low = words.low
    if name == "second" and (low[i] in {"a", "an"} or (words.glued(j + 1) and low[j + 1] in DASHES)):
        return True  # "a second man"
    if (
        (name == "quarter" and j == i + 1)
        or (name == "quarters" and low[j + 1] == "of")
        or (low[i : i + 2] == ["a", "day"] and low[j] == "weekend")
    ):
        return True  # "a quarter of the vote"
    if low[i] in {"some", "recent", "many", "few", "various"} and name in UNITS:
        return low[i] != "several"
    if low[i] in {"a", "an"} and words.glued(j + 1) and (low[j + 1] in DASHES or low[j + 1] in APOSTROPHES):
        return low[j + 1 : j + 3] != ["-", "long"]  # "a year-end sale", "a day's work"
    if low[i][:1].isdecimal() and words.glued(i) and low[i - 1] in {"$", "£", "€", ".", "/", ","}:
        return True
    if (low[i] in {"a", "an"} and low[i - 1] in lexicon.RATES) or (
        low[i] in {"a", "an"} and (low[i - 1][:1].isdecimal() or low[i - 1] in {"%", "¢"})
    ):
        return True  # "twice a week", "$5 a day"
    return (
        name in {"night", "weekend", "second", "minute"}
        and low[i] in {"a", "an"}
        and low[j + 1] not in lexicon.DISTANCES | {"and"}
    )


def _distance(words: Words, i: int, j: int, count: float | None, unit: str) -> Found | None:
    """ "ago", "earlier", "later", "from now": the sign and the anchor of a distance."""
    low, mod, k = words.low, None, j
    if low[k : k + 2] == ["or", "so"]:
        k, mod = k + 2, "APPROX"
    if low[k] in DASHES and low[k + 1] == "ago":
        return None
    word = low[k]
    whole = count if count is None or count == int(count) else round(count)
    number = None if whole is None else int(whole)
    if word == "ago" or (word == "back" and low[j - 1] in PLURALS and low[k + 1] in {",", ".", ""}):
        return Found(i, k + 1, Shift(number, unit, -1, False), mod)
    if word == "earlier" or (word in {"before", "previously"} and low[k + 1] in {"", ".", ",", ";", "”", '"', ")"}):
        return Found(i, k + 1, Shift(number, unit, -1, True), mod)
    if word in {"later", "afterward", "afterwards"} or (word == "after" and low[k + 1] in {"", ".", ",", ";", ")"}):
        return Found(i, k + 1, Shift(number, unit, 1, True), mod)
    if word == "from" and low[k + 1] in {"now", "today"}:
        return Found(i, k + 2, Shift(number, unit, 1, False), mod)
    return None


def _length(words: Words, i: int, j: int, count: float | None, unit: str) -> Found:
    low, mod = words.low, None
    if low[j : j + 3] == ["and", "a", "half"] and count is not None:
        j, count = j + 3, count + 0.5
    if low[j : j + 2] == ["or", "so"]:
        j, mod = j + 2, "APPROX"
    return Found(i, j, Length(count, unit), mod)


def stretch(words: Words, i: int) -> Found | None:
    """A stretch of a number of units: "the past two months", "the first nine months", "recent years", "coming weeks"."""
    low = words.low
    j = i + (low[i] in {"the", "these", "those", "that"})
    if low[i] == "the" and low[j] in PLURALS and PLURALS[low[j]] in CALENDAR and low[j + 1] == "ahead":
        return Found(i, j + 2, Length(None, UNITS[PLURALS[low[j]]]))
    if low[j] in STRETCH and low[j + 1] in PLURALS and PLURALS[low[j + 1]] in CALENDAR:
        return _vague_stretch(words, i, j)
    if low[j] in STRETCH:
        inner = length(words, j + 1)
        plural = (inner and low[inner.last - 1] in PLURALS) or (inner and low[inner.last - 1] in {"so", "year", "years"})
        if inner and plural and isinstance(inner.meaning, Length) and low[j + 1] not in {"a", "an"}:
            return replace(inner, first=i)
        return None
    if (
        j > i
        and low[i] == "the"
        and low[j] in lexicon.CARDINALS
        and low[j + 1] in PLURALS
        and low[j + 2] not in lexicon.DISTANCES
    ):
        return Found(i, j + 2, Length(lexicon.CARDINALS[low[j]], UNITS[PLURALS[low[j + 1]]]))  # "the nine months"
    return None


def _vague_stretch(words: Words, i: int, j: int) -> Found | None:
    word, unit = words.low[j], UNITS[PLURALS[words.low[j + 1]]]
    last = j + 2
    if word == "recent" and unit == "Y":
        return Found(i, last, Fixed("DATE", "PAST_REF"))
    if word in {"recent", "coming", "past", "last", "next", "early"}:
        return Found(i, last, Length(None, unit))
    return None


def vague(words: Words, i: int) -> Found | None:
    """Units without a number: "for years", "in decades", "months ago"."""
    low = words.low
    unit = UNITS[PLURALS[low[i]]]
    if low[i + 1] == "ago":
        return Found(i, i + 2, Shift(None, unit, -1, False))
    if low[i + 1] == "later":
        return Found(i, i + 2, Shift(None, unit, 1, True))
    if low[i - 1] in {"for", "in"} and PLURALS[low[i]] in CALENDAR and low[i + 1] not in DASHES:
        return Found(i, i + 1, Length(None, unit))
    return None


def beyond(words: Words, i: int) -> Found | None:
    """ "the day after tomorrow", "the day before yesterday", "the week before last", "the year after next"."""
    low = words.low
    j = i + (low[i] == "the")
    unit, sign = UNITS.get(low[j]), {"before": -1, "after": 1}.get(low[j + 1])
    if unit is None or sign is None or low[j] not in CALENDAR:
        return None
    if unit == "D" and low[j + 2] == ("tomorrow" if sign > 0 else "yesterday"):
        return Found(i, j + 3, Unit("D", 2 * sign))
    if unit != "D" and low[j + 2] == ("next" if sign > 0 else "last") and not low[j + 3].isalpha():
        return Found(i, j + 3, Unit(unit, 2 * sign))
    return None


def every(words: Words, i: int) -> Found | None:
    """What recurs: "every Thursday", "each year", "every two weeks", "every July"."""
    low = words.low
    j = i + 1
    if low[j] in WEEKDAYS and words.capital(j):
        clock = low[j + 1] in lexicon.PARTS_OF_DAY
        part = "T" + lexicon.PARTS_OF_DAY[low[j + 1]] if clock else ""
        return Found(i, j + 1 + clock, Fixed("SET", f"XXXX-WXX-{WEEKDAYS[low[j]]}{part}"))
    if low[j] in MONTHS and words.capital(j):
        dated = full_date(words, j)
        if dated and isinstance(dated.meaning, Point) and dated.meaning.day:
            return Found(i, dated.last, Fixed("SET", f"XXXX-{MONTHS[low[j]]:02d}-{dated.meaning.day:02d}"))
        return Found(i, j + 1, Fixed("SET", f"XXXX-{MONTHS[low[j]]:02d}"))
    if low[j] in SEASONS:
        return Found(i, j + 1, Fixed("SET", f"XXXX-{SEASONS[low[j]]}"))
    if low[j] in {"morning", "afternoon", "evening", "night"}:
        return Found(i, j + 1, Fixed("SET", f"XXXX-XX-XXT{lexicon.PARTS_OF_DAY[low[j]]}"))
    other = low[j] in {"other", "second"}
    j += other
    if low[j] in UNITS and low[j] not in {"second", "night"} and not (low[j + 1] in DASHES and words.glued(j + 1)):
        return Found(i, j + 1, Length(2 if other else 1, UNITS[low[j]]), set=True)
    if low[i] == "every" and (inner := length(words, j)) and isinstance(inner.meaning, Length):
        return replace(inner, first=i, set=True)
    return None


def plain(words: Words, i: int) -> Found | None:
    """Words that need no grammar: "yesterday", "now", "daily", "the future", "tonight"."""
    low, word = words.low, words.low[i]
    for size in (4, 3, 2):
        if (value := lexicon.PHRASES.get(tuple(low[i : i + size]))) and not _continues(words, i + size):
            return Found(i, i + size, Fixed("DATE", value))
    if word in lexicon.DEICTIC:
        shift = lexicon.DEICTIC[word]
        if low[i + 1] in lexicon.PARTS_OF_DAY and low[i + 1] != "overnight":
            return Found(i, i + 2, Unit("D", shift, "T" + lexicon.PARTS_OF_DAY[low[i + 1]]))
        return Found(i, i + 1, Unit("D", shift)) if not words.capital(i) or not words.capital(i + 1) else None
    if word == "tonight":
        return Found(i, i + 1, Unit("D", 0, "TNI"))
    if word == "overnight":
        return Found(i, i + 1, Unit("D", -1, "TNI"))
    if word in lexicon.ADVERBS and not words.capital(i):
        return Found(i, i + 1, Fixed("SET", lexicon.ADVERBS[word]))
    if word == "current" and low[i + 1] in CALENDAR | {"fiscal", "-"}:
        return None
    if word in lexicon.REFERENCES and not (word == "now" and _not_now(words, i)):
        return Found(i, i + 1, Fixed("DATE", lexicon.REFERENCES[word]))
    return None


def _continues(words: Words, i: int) -> bool:
    """ "the past two weeks", "the future president", "the present crisis": more than a reference."""
    before = words.low[i - 1]
    return before in {"past", "present", "future"} and (
        words.low[i].isalnum() and words.low[i] not in lexicon.AFTER_REFERENCE
    )


def _not_now(words: Words, i: int) -> bool:
    low = words.low
    return low[i + 1] == "that" or (words.glued(i) and low[i - 1] in DASHES) or (words.glued(i + 1) and low[i + 1] in DASHES)


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
    return Found(i, j + 1, Unit("Y", 0), "END")


def quarter_of(words: Words, i: int) -> Found | None:
    """ "fiscal 1989", "fiscal second-quarter", "the fiscal first quarter"."""
    low = words.low
    j = i + 1 + (low[i] == "fiscal" and low[i + 1] == "year")
    if low[j].isdecimal() and len(low[j]) == 4 and (low[i] == "fiscal" or words.raw[i] == "FY"):
        return Found(i, j + 1, Point(int(low[j])))
    return part_of_year(words, i)
