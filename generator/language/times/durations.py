"""The grammar of lengths: "two years", "30-day", "ten days ago", "the past few months", "for years", "every two weeks"."""

from __future__ import annotations

from dataclasses import replace

from generator.language.lexicon.marks import DASHES
from generator.language.times import lexicon
from generator.language.times.calendar_dates import feast, full_date
from generator.language.times.feasts import FIXED
from generator.language.times.lexemes import Words, cardinal, quantity
from generator.language.times.lexicon import CALENDAR, MONTHS, PLURALS, SEASONS, UNITS, WEEKDAYS
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Feast, Fixed, Length, Meaning, Point, Shift

# "the past two months": a stretch that ends or begins now
STRETCH = frozenset(
    "last past next coming first final latest previous following recent preceding early opening closing".split()
)

BEFORE_A_PROGRAMME = frozenset({'"', "“", "'", "‘", "`", "s"})  # before the name of a programme
# halves of these are counted in smaller units
SMALLER = {"CE": ("Y", 100), "DE": ("Y", 10), "Y": ("MO", 12)}
# what may follow a unit in one length
SMALLER_UNITS = {"Y": ("MO", "D"), "MO": ("D",), "W": ("D",), "D": ("H",), "H": ("M",), "M": ("S",)}
ROUND_THE_CLOCK = frozenset({("hours", "day"), ("days", "week"), ("days", "year"), ("weeks", "year")})
DAYS_OF_WEEKS = {"W": 7, "F": 14}
OR_SO = (["or", "so"], ["or", "two"])  # "a year or two"


def length(words: Words, i: int) -> Found | None:
    """A number of units: a duration, or a distance where "ago" or "later" follows: "two years", "a week ago", "30-day"."""
    low = words.low
    if part := _part_of_unit(words, i):
        return part
    how_many = quantity(words, i)
    if how_many is None:
        return None
    j, count = how_many
    j += low[j] in DASHES and words.glued(j) and low[j + 1] in {"odd", "some", "plus"}  # "20-odd years"
    while low[j] in lexicon.FILLERS:
        j += 1
    hyphen = low[j] in DASHES and words.glued(j) and words.glued(j + 1)
    j += hyphen
    name = low[j]
    if name in lexicon.PLURAL_WEEKDAYS and low[j + 1] == "ago" and count and count % 1 == 0:  # "two Sundays ago"
        return Found(i, j + 2, Point(weekday=lexicon.PLURAL_WEEKDAYS[name], week_shift=-int(count), ahead=True))
    if name not in UNITS and name not in PLURALS:
        return None
    if _not_a_length(words, i, j, name, hyphen) or (count and count >= 1000 and name in UNITS and not hyphen):
        return None  # "World Cup 2018 day five"
    unit = UNITS[PLURALS.get(name, name)]
    j += 1
    if low[j] in {"old", "-", "–"} and (low[j] == "old" or low[j + 1] == "old"):
        return None  # an age is no time
    found = _distance(words, i, j, count, unit) or _length(words, i, j, count, unit)
    return None if low[found.last] == "old" else found  # "21 years, 4 months old"


def _part_of_unit(words: Words, i: int) -> Found | None:
    """ "a quarter of an hour", "three quarters of an hour", "a quarter of a century", "a quarter-century"."""
    low = words.low
    number = {"a": 1, "three": 3}.get(low[i], 0)
    j = i + 1 + (low[i + 1] in DASHES)
    if not number or low[j] not in {"quarter", "quarters"}:
        return None
    k = j + (3 if low[j + 1] == "of" else 2)
    if low[j + 1] not in {"of", *DASHES} or (low[j + 1] == "of" and low[j + 2] not in {"a", "an"}):
        return None
    if low[k] == "hour" and low[j + 1] == "of":
        return Found(i, k + 1, Length(15 * number, "M"))
    return Found(i, k + 1, Length(25 * number, "Y")) if low[k] == "century" else None


def _not_a_length(words: Words, i: int, j: int, name: str, hyphen: bool) -> bool:
    """Whether a number and a unit say something else."""
    low = words.low
    single = low[i] in {"a", "an"} and j == i + 1 + hyphen
    joined = words.glued(j + 1) and low[j + 1] in DASHES | APOSTROPHES
    if name in {"quarter", "quarters"} and (j == i + 1 or low[j + 1] == "of") and not _of_a_war(words, j):
        # "a quarter of the vote", "in some quarters"; but "several quarters of losses"
        return low[i] not in {"several", *lexicon.CARDINALS} or (low[j + 1] == "of" and low[i] != "several")
    if _of_a_war(words, j) or _is_name(words, i, j):
        return True
    if low[j + 1] in {"a", "per"} and (name, low[j + 2]) in ROUND_THE_CLOCK:
        return True  # "open 24 hours a day"
    if low[i] in lexicon.VAGUE - {"several", "couple"} and name in UNITS:
        return True  # "some year", "many a day"
    if name == "second" and (single or joined):
        return True  # "a second man"
    if low[i][:1].isdecimal() and words.glued(i) and low[i - 1] in {"$", "£", "€", ".", "/", ","}:
        return True
    return single and _is_one_of_a_kind(words, i, j, name, hyphen, joined)


def _is_name(words: Words, i: int, j: int) -> bool:
    """'on "60 Minutes"', "his record One Night sold well"."""
    low = words.low
    if words.capital(j) and not words.capital(i - 1) and low[i][:1].isdecimal() and low[i - 1] in BEFORE_A_PROGRAMME:
        return True
    title = words.capital(i) and words.capital(j) and not words.raw[j].isupper() and words.raw[i - 1][:1].islower()
    return title and not words.capital(j + 1)


def _is_one_of_a_kind(words: Words, i: int, j: int, name: str, hyphen: bool, joined: bool) -> bool:
    """Whether "a" and a unit are no length: "a 52-week-a-year job", "a day's work", "twice a week", "a night"."""
    low = words.low
    if hyphen:
        return True
    if joined:
        return low[j + 1 : j + 3] != ["-", "long"]  # "a year-end sale"
    if low[j + 1] not in lexicon.DISTANCES and is_rate(words, i):
        return True
    return name in {"night", "weekend", "minute"} and low[j + 1] not in lexicon.DISTANCES | {"and"}


def _of_a_war(words: Words, j: int) -> bool:
    """ "the Six-Day War", "the Thirty Years' War"."""
    after = j + 1 + (words.low[j + 1] in APOSTROPHES)
    return words.capital(j) and words.raw[after] == "War"


def is_rate(words: Words, i: int) -> bool:
    """ "twice a week", "$5 a day", "8% a year", "four flights a week", "$2 million a year": so many to a unit."""
    before, other = words.low[i - 1], words.low[i - 2]
    if before in lexicon.RATES or before[:1].isdecimal() or before in {"%", "¢"}:
        return True
    counted = other[:1].isdecimal() or other in lexicon.CARDINALS or other in lexicon.SCALES
    return counted and (before.endswith("s") or before in {"million", "billion", "trillion"})


def _distance(words: Words, i: int, j: int, count: float | None, unit: str) -> Found | None:
    """ "ago", "earlier", "later", "from now": the sign and the anchor of a distance."""
    low, mod, k = words.low, None, j
    if low[k : k + 4] == ["and", "a", "half", "ago"] and count is not None:
        k, count = k + 3, count + 0.5
    if low[k : k + 2] in OR_SO:
        k, mod = k + 2, "APPROX"
    if low[k] in DASHES and low[k + 1] == "ago":
        return None
    number, unit = _in_whole_units(count, unit)
    found = _behind(words, j, k, number, unit) or _british(words, i, k, number, unit) or _beside(words, k, number, unit)
    return Found(i, found[0], found[1], mod) if found else None


def _in_whole_units(count: float | None, unit: str) -> tuple[int | None, str]:
    """How many of which unit: "half a century ago" is fifty years, "a year and a half ago" eighteen months."""
    if count is None:
        return None, unit
    if count % 1 == 0.5 and unit in SMALLER:
        count, unit = count * SMALLER[unit][1], SMALLER[unit][0]
    return round(count) if count != int(count) else int(count), unit


def _behind(words: Words, j: int, k: int, number: int | None, unit: str) -> tuple[int, Meaning] | None:
    """ "a year ago today", "two weeks ago", "two weeks back"."""
    low = words.low
    if low[k] == "ago" and low[k + 1] == "today":
        return k + 2, Shift(number, unit, -1, False, to_the_day=True)
    if low[k] == "ago" or (low[k] == "back" and low[j - 1] in PLURALS and low[k + 1] in {",", ".", ""}):
        return k + 1, Shift(number, unit, -1, False)
    return None


def _british(words: Words, i: int, k: int, number: int | None, unit: str) -> tuple[int, Meaning] | None:
    """ "a week today", "a fortnight tomorrow", "in three weeks' time", "a week from Friday", "two weeks on Monday"."""
    low = words.low
    if unit in DAYS_OF_WEEKS and low[k] in {"today", "tomorrow"} and number and low[i - 1] != "for":
        return k + 1, Point(day_shift=DAYS_OF_WEEKS[unit] * number + lexicon.DEICTIC[low[k]])
    t = k + 1 + (low[k + 1] == "s")
    if low[k] in APOSTROPHES and low[t] == "time" and low[i - 1] == "in":
        return t + 1, Shift(number, unit, 1, False)
    return _weeks_from_day(words, i, k, number) if unit == "W" and number else None


def _weeks_from_day(words: Words, i: int, k: int, number: int) -> tuple[int, Meaning] | None:
    """ "a week from Friday", "two weeks on Monday"."""
    low = words.low
    led = low[k] in {"from", "on"} and low[i - 1] not in {"in", "within", "for"}
    if led and low[k + 1] in WEEKDAYS and words.capital(k + 1):
        return k + 2, Point(weekday=WEEKDAYS[low[k + 1]], week_shift=number, ahead=True)
    return None


def _beside(words: Words, k: int, number: int | None, unit: str) -> tuple[int, Meaning] | None:
    """ "two weeks earlier", "two weeks before", "two weeks later", "two weeks after", "two weeks from now"."""
    word, after = words.low[k], words.low[k + 1]
    if word == "earlier" or (word in {"before", "previously"} and after in {"", ".", ",", ";", "”", '"', ")"}):
        return k + 1, Shift(number, unit, -1, True)
    if word in {"later", "afterward", "afterwards"} or (word == "after" and after in {"", ".", ",", ";", ")"}):
        return k + 1, Shift(number, unit, 1, True)
    return (k + 2, Shift(number, unit, 1, False)) if word == "from" and after in {"now", "today"} else None


def _length(words: Words, i: int, j: int, count: float | None, unit: str) -> Found:
    low, mod = words.low, None
    if low[j] in DASHES and low[j + 1] == "long" and words.glued(j + 1):
        # "a two-month-long strike", "a year-long strike": an adjective leaves the article outside
        return Found(i + (low[i] in {"a", "an"}), j + 2, Length(count, unit))
    if low[j : j + 3] == ["and", "a", "half"] and count is not None:
        j, count = j + 3, count + 0.5
    if low[j : j + 2] in OR_SO:
        j, mod = j + 2, "APPROX"
    if rest := _and_more(words, j, count, unit):
        return Found(i, rest[0], Length(count, unit, rest[1]), mod)
    return Found(i, j, Length(count, unit), mod)


def _and_more(words: Words, j: int, count: float | None, unit: str) -> tuple[int, tuple[int, str]] | None:
    """The smaller part of "two hours and ten minutes", "1 hour 40 minutes", "a year and two months"."""
    low = words.low
    k = j + (low[j] == ",")
    k += low[k] == "and"
    number = (k + 1, 1.0) if low[k] == "a" and low[k - 1] == "and" else cardinal(words, k)  # "a year and a day"
    if count is None or count % 1 or number is None or number[1] % 1:
        return None
    name = PLURALS.get(low[number[0]], low[number[0]])
    if UNITS.get(name, "") not in SMALLER_UNITS.get(unit, ()):
        return None
    return number[0] + 1, (int(number[1]), UNITS[name])


def stretch(words: Words, i: int) -> Found | None:
    """A stretch of a number of units: "the past two months", "the first nine months", "recent years", "coming weeks"."""
    low = words.low
    j = i + (low[i] in {"the", "these", "those", "that"})
    if low[j] == "last" and low[j - 1] in lexicon.BEFORE_VERBS:
        return None  # "expected to last five months", "may last weeks"
    if low[i] == "the" and low[j + 1] == "ahead" and PLURALS.get(low[j]) in CALENDAR:
        return Found(i, j + 2, Length(None, UNITS[PLURALS[low[j]]]))
    if low[j] in STRETCH:
        return _vague_stretch(words, i, j) if _is_uncounted(low, j) else _counted_stretch(words, i, j)
    return _the_units(words, i, j) if j > i and low[i] == "the" else None


def _is_uncounted(low: list[str], j: int) -> bool:
    """ "the past months"; "the early hours" are a part of a day."""
    return low[j + 1] in PLURALS and low[j : j + 2] != ["early", "hours"]


def _counted_stretch(words: Words, i: int, j: int) -> Found | None:
    """ "the past two months", "the first nine months"."""
    inner = length(words, j + 1)
    if inner is None or not isinstance(inner.meaning, Length) or words.low[j + 1] in {"a", "an"}:
        return None
    plural = words.low[inner.last - 1] in PLURALS or words.low[inner.last - 1] in {"so", "year", "years"}
    return replace(inner, first=i) if plural else None


def _the_units(words: Words, i: int, j: int) -> Found | None:
    """ "the nine months"."""
    low, count = words.low, cardinal(words, j)
    if count is None or count[0] != j + 1 or low[j + 1] not in PLURALS:
        return None
    if low[j + 2] in lexicon.DISTANCES or _of_a_war(words, j + 1):
        return None
    return Found(i, j + 2, Length(count[1], UNITS[PLURALS[low[j + 1]]]))


def _vague_stretch(words: Words, i: int, j: int) -> Found | None:
    word, unit = words.low[j], UNITS[PLURALS[words.low[j + 1]]]
    last = j + 2
    if unit == "Y" and (word == "recent" or (word == "past" and i == j)):  # "in past years"
        return Found(i, last, Fixed("DATE", "PAST_REF"))
    if unit in {"S", "M", "H"} and (unit != "H" or word not in {"first", "final", "last", "past", "next", "coming"}):
        return None
    if word in {"recent", "coming", "past", "last", "next", "early", "first", "final"}:
        return Found(i, last, Length(None, unit))  # "in the first hours of the war"
    return None


def lasting(words: Words, i: int) -> Found | None:
    """ "the decade-long war", "a years-long fight", "a daylong meeting"."""
    low = words.low
    name = low[i].removesuffix("long")
    if name != low[i]:
        return Found(i, i + 1, Length(1, UNITS[name]))
    if low[i + 1] not in DASHES or low[i + 2] != "long" or not (words.glued(i + 1) and words.glued(i + 2)):
        return None
    plural = low[i] in PLURALS
    return Found(i, i + 3, Length(None if plural else 1, UNITS[PLURALS.get(low[i], low[i])]))


def vague(words: Words, i: int) -> Found | None:
    """Units without a number: "for years", "in decades", "months ago"."""
    low = words.low
    unit = UNITS[PLURALS[low[i]]]
    if low[i + 1] == "ago":
        return Found(i, i + 2, Shift(None, unit, -1, False))
    if low[i + 1] == "later":
        return Found(i, i + 2, Shift(None, unit, 1, True))
    if not _is_long(words, i) or low[i + 1] in DASHES:
        return None
    joined = low[i + 1] in {"or", "and"} and low[i + 2] in PLURALS  # "weeks or months"
    return Found(i, i + 3 if joined else i + 1, Length(None, unit))


def _is_long(words: Words, i: int) -> bool:
    """Whether the words before units say that something lasted so long: "for years", "the talks may last weeks"."""
    low = words.low
    lasts = low[i - 1] == "last" and low[i - 2] in lexicon.BEFORE_VERBS
    if low[i - 1] not in lexicon.LASTING and not lasts:
        return False
    return PLURALS[low[i]] in CALENDAR or (low[i - 1] in {"for", "within"} and PLURALS[low[i]] in {"hour", "minute"})


def every(words: Words, i: int) -> Found | None:
    """What recurs: "every Thursday", "each year", "every two weeks", "every July"."""
    low, j = words.low, i + 1
    if named := _every_name(words, j):
        return Found(i, named[0], Fixed("SET", named[1]))
    other = low[j] in {"other", "second"}
    j += other
    if other and low[j] in WEEKDAYS and words.capital(j):
        return Found(i, j + 1, Fixed("SET", f"XXXX-WXX-{WEEKDAYS[low[j]]}"))
    if _is_plain_unit(words, j):
        return Found(i, j + 1, Length(2 if other else 1, UNITS[low[j]]), set=True)
    if low[i] == "every" and (inner := length(words, j)) and isinstance(inner.meaning, Length):
        return replace(inner, first=i, set=True)
    return None


def _is_plain_unit(words: Words, j: int) -> bool:
    """ "year", "week"; not "year-end"."""
    low = words.low
    return low[j] in UNITS and low[j] not in {"second", "night"} and not (low[j + 1] in DASHES and words.glued(j + 1))


def _every_name(words: Words, j: int) -> tuple[int, str] | None:
    """What recurs by name: "Thursday night", "Christmas", "4 July", "July", "summer", "evening": the place after it and its value."""
    name = words.low[j]
    if name in WEEKDAYS and words.capital(j):
        part = lexicon.PARTS_OF_DAY.get(words.low[j + 1])
        return j + 1 + (part is not None), f"XXXX-WXX-{WEEKDAYS[name]}" + (f"T{part}" if part else "")
    holiday = feast(words, j)
    if holiday and isinstance(holiday.meaning, Feast) and holiday.meaning.name in FIXED:
        month, day = FIXED[holiday.meaning.name]
        return holiday.last, f"XXXX-{month:02d}-{day:02d}"
    return _every_date(words, j) or _every_part(words, j)


def _every_part(words: Words, j: int) -> tuple[int, str] | None:
    """ "every summer", "every evening", "every weekend"."""
    name = words.low[j]
    if name in SEASONS:
        return j + 1, f"XXXX-{SEASONS[name]}"
    if name in {"morning", "afternoon", "evening", "night"}:
        return j + 1, f"XXXX-XX-XXT{lexicon.PARTS_OF_DAY[name]}"
    return (j + 1, "XXXX-WXX-WE") if name == "weekend" else None


def _every_date(words: Words, j: int) -> tuple[int, str] | None:
    """ "every 4 July", "every July 4", "every July"."""
    name = words.low[j]
    month = MONTHS.get(name) if words.capital(j) else None
    day_first = name.isdecimal() or name in lexicon.ORDINAL_DAYS
    dated = full_date(words, j) if day_first or month else None
    point = dated.meaning if dated else None
    if dated and isinstance(point, Point) and _recurs(point, day_first):
        return dated.last, f"XXXX-{point.month:02d}-{point.day:02d}"
    return (j + 1, f"XXXX-{month:02d}") if month else None


def _recurs(point: Point, day_first: bool) -> bool:
    """Whether a day of a month can be that of every year."""
    return bool(point.month and (not point.year if day_first else point.day))
