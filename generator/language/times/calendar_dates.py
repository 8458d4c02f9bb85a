"""The grammar of days and months: "Friday, Oct. 23, 1998", "July 15", "in May", "Friday night", "Christmas Day", "7/15/2016".

Each rule reads one construction at a place in the text and gives what it found there, or None.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace

from generator.language.lexicon.marks import DASHES
from generator.language.times import lexicon
from generator.language.times.feasts import FEAST_NAMES, LONGEST
from generator.language.times.lexemes import Words, integer, ordinal
from generator.language.times.lexicon import MONTHS, SHORT_MONTHS, WEEKDAYS
from generator.language.times.lookalikes import after_a_feast, is_any_feast
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Feast, Fixed, Joined, Point
from generator.language.times.year_words import era_after, relative_year, year_after

HOUSES = frozenset({"family", "government", "administration", "cabinet", "campaign"})  # "the May family"
HABITS = frozenset({"nights", "mornings", "afternoons", "evenings"})
UNDOTTED = frozenset(name for name in MONTHS if len(name) == 3) - {"may"}  # "Jan" alone is as likely a man
NOTHING: frozenset[str] = frozenset()
# what opens a stretch of weekdays, and what stands before its end
SPANS = frozenset(("from", end) for end in ("to", "until", "till", "through")) | {("between", "and")}


def full_date(words: Words, i: int) -> Found | None:
    """A month with its day or year, with a weekday before it or without: "Friday, Oct. 23, 1998", "3 May 2011", "May 2011"."""
    j, weekday = i + (words.low[i] == "the"), None  # "the 15th of July"
    if words.low[j] in WEEKDAYS and words.capital(j):
        weekday = WEEKDAYS[words.low[j]]
        j += 1 + (words.low[j + 1] in {",", "."}) + (words.low[j + 1 : j + 3] == [".", ","])
        j += words.low[j] == "the"
        if words.low[j - 1] == "the" and (day := ordinal(words, j)) and words.low[day[0]] in {",", ".", ";", ""}:
            return Found(i, day[0], Point(day=day[1]))  # "on Thursday the 14th"
    found = _month_first(words, j) if words.low[i] != "the" else None
    found = found or (_day_first(words, j) if words.low[i] != "the" or ordinal(words, j) else None)
    if found is None or (weekday and isinstance(found.meaning, Point) and found.meaning.day is None):
        return None
    point = found.meaning
    if isinstance(point, Point) and point.year is None and (era := era_after(words, found.last)):  # "15 March 44 BC"
        return Found(i, era[0], Fixed("DATE", f"BC{era[1]:04d}") if era[2] else replace(point, year=era[1]))
    if isinstance(point, Point):
        year, followers = lexicon.NAMED_DATES.get((point.month, point.day), (None, NOTHING))
        if point.year is None and words.low[found.last] in followers:
            point = replace(point, year=year)
        point = replace(point, weekday=weekday)
    return replace(found, first=i, meaning=point)


def _month_first(words: Words, i: int, alone: bool = False) -> Found | None:
    """ "July 15", "Dec. 21, 1988", "May 2011", "July the 15th", "August of 1914", "June last year"."""
    month = MONTHS.get(words.low[i])
    if month is None or not words.capital(i):
        return None
    low, j = words.low, _after_month(words, i)
    k = j + (low[j] == "the")
    if (day := _day(words, k)) is not None:
        j, number = day
        year = year_after(words, j)
        if year is None:
            if relative := _relative_year(words, j, month, number):
                return Found(i, *relative)
            shared = None if alone else _shared_year(words, j, (month, number))
            return Found(i, j, Point(shared, month, number))
        return Found(i, year[0], Point(year[1], month, number))
    if year := year_after(words, j, loose=True):
        return Found(i, year[0], Point(year[1], month))
    relative = _relative_year(words, j, month)
    return Found(i, *relative) if relative else None


def _shared_year(words: Words, i: int, first: tuple[int, int]) -> int | None:
    """The year that a second date says for both: "June and July 2015", "from Dec. 3 to Jan. 5, 2016"."""
    if words.low[i] not in {"and", "to", "through", "-", "–", "or"}:
        return None
    day = _day(words, i + 1)
    if day and day[1] > first[1] and (year := year_after(words, day[0])):  # "Sept. 4 to 6, 2015"
        return year[1]
    if words.low[i + 1] not in MONTHS or not words.capital(i + 1):
        return None
    second = _month_first(words, i + 1, alone=True)
    return _year_before(second.meaning, first) if second and isinstance(second.meaning, Point) else None


def _year_before(second: Point, first: tuple[int, int]) -> int | None:
    """The year of a month and day by that of the later one: "from Dec. 3 to Jan. 5, 2016"."""
    if second.year is None or second.month is None:
        return None
    return second.year - ((second.month, second.day or 31) < first)


def _shared_shift(words: Words, i: int) -> int | None:
    """ "from March to June last year": the second month's year in words holds for the first."""
    low = words.low
    if low[i] not in {"and", "to", "through", "-", "–", "or"} or low[i + 1] not in MONTHS or not words.capital(i + 1):
        return None
    relative = relative_year(words, _after_month(words, i + 1))
    return relative[1] if relative else None


def weekday_of_month(words: Words, i: int) -> Found | None:
    """ "the first Monday of May", "the last Sunday in October 2015"; "the first Monday of every month" recurs."""
    low = words.low
    j = i + (low[i] == "the")
    which = (j + 1, -1) if low[j] == "last" else ordinal(words, j)
    if which is None or which[1] > 5 or low[which[0]] not in WEEKDAYS or not words.capital(which[0]):
        return None
    k = which[0] + 1
    if low[k] not in {"of", "in"}:
        return None
    if low[k + 1] in {"every", "each", "the"} and low[k + 2] == "month":
        recurs = low[k + 1] != "the"
        return Found(i, k + 3, Fixed("SET", "P1M"), set=True) if recurs else None
    if low[k + 1] not in MONTHS or not words.capital(k + 1):
        return None
    inner = _month_first(words, k + 1)
    point = inner.meaning if inner else Point(None, MONTHS[low[k + 1]])
    if not isinstance(point, Point) or point.day:
        return None
    last = inner.last if inner else _after_month(words, k + 1)
    return Found(i, last, replace(point, weekday=WEEKDAYS[low[which[0]]], which=which[1]))


def week_of_month(words: Words, i: int) -> Found | None:
    """ "the first week of July", "the last weekend in August 2015", "the last day of May"."""
    low = words.low
    j = i + (low[i] == "the")
    which = (j + 1, -1) if low[j] in {"last", "final"} else ordinal(words, j)
    if which is None or which[1] > 5 or low[which[0]] not in {"week", "weekend", "day"}:
        return None
    k = which[0] + 2
    if low[k - 1] not in {"of", "in"} or low[k] not in MONTHS or not words.capital(k):
        return None
    inner = _month_first(words, k)
    point = inner.meaning if inner else Point(None, MONTHS[low[k]])
    if not isinstance(point, Point) or point.day or point.month is None:
        return None
    last = inner.last if inner else _after_month(words, k)
    match low[which[0]]:
        case "week":
            return Found(i, last, Joined("W", replace(point, day=7 * which[1] - 3 if which[1] > 0 else 27)))
        case "weekend":
            return Found(i, last, Joined("WE", replace(point, weekday=6, which=which[1])))
    day = which[1] if which[1] > 0 else monthrange(point.year or 2001, point.month)[1]
    return Found(i, last, replace(point, day=day))


def day_alone(words: Words, i: int) -> Found | None:
    """ "on the 24th": a day of the month spoken of."""
    led = words.low[i - 1] in {"on", "by", "until", "since", "from"} or _to_another(words, i)
    found = ordinal(words, i + 1) if led and words.low[i + 1].isdecimal() else None
    if found is None or found[1] > 31 or not _ends_phrase(words, found[0]):
        return None
    return None if _counts(words, found[0]) else Found(i, found[0], Point(day=found[1]))


def _counts(words: Words, i: int) -> bool:
    """Whether an ordinal is joined to one that is no day: "from the 6th to the 12th week"."""
    other = ordinal(words, i + 2) if words.low[i] in {"to", "and"} and words.low[i + 1] == "the" else None
    return other is not None and words.low[other[0]].isalpha() and not _ends_phrase(words, other[0])


def _ends_phrase(words: Words, i: int) -> bool:
    """Whether a word or mark leaves what stands before it a day."""
    return not words.low[i].isalnum() or words.low[i] in lexicon.AFTER_DAY | lexicon.AFTER_REFERENCE


def _to_another(words: Words, i: int) -> bool:
    """ "from the 8th to the 12th"."""
    return words.low[i - 1] in {"to", "and", "until"} and words.low[i - 2] in {"st", "nd", "rd", "th"}


def _day_first(words: Words, i: int) -> Found | None:
    """ "3 May 2011", "the 3rd of May"; and the first day of "15-22 July", which takes its month from the second."""
    day = _day(words, i)
    if day is None:
        return None
    j, number = day
    j += words.low[j] == "of" and words.low[j - 1] in {"st", "nd", "rd", "th"} | lexicon.ORDINAL_DAYS.keys()
    if words.low[j] in {"-", "–", "to", "and", "or"} and (second := _day(words, j + 1)) and second[1] > number:
        whole = _day_first(words, j + 1)
        if whole and isinstance(whole.meaning, Point):
            return Found(i, day[0], replace(whole.meaning, day=number))
        return None
    noted = words.low[j] in DASHES and words.glued(j) and words.low[j + 2] in DASHES and words.glued(j + 2)
    j += noted  # "14-Jul-2015"
    month = MONTHS.get(words.low[j])
    if month is None or not words.capital(j) or (words.low[j] == "may" and words.low[j + 1] in lexicon.BARE_VERBS):
        return None
    j = _after_month(words, j) + noted
    if year := year_after(words, j):
        return Found(i, year[0], Point(year[1], month, number))
    if noted:
        return None
    if relative := _relative_year(words, j, month, number):
        return Found(i, *relative)
    shared = None
    if words.low[j] in {"to", "until", "and", "-", "–"} and _day(words, j + 1):
        until = _day_first(words, j + 1)  # "from 15 July to 22 July 2015"
        point = until.meaning if until else None
        if isinstance(point, Point) and point.year is not None and point.month and point.day:
            shared = point.year - ((point.month, point.day) < (month, number))
    return Found(i, j, Point(shared, month, number))


def _relative_year(words: Words, i: int, month: int, day: int | None = None) -> tuple[int, Point] | None:
    """The year after a month or day in words: "June last year", "3 May of that year", "June of the following year"."""
    if (shift := relative_year(words, i)) is not None:
        return shift[0], Point(None, month, day, year_shift=shift[1])
    low, j = words.low, i + (words.low[i] == "of")
    if low[j] == "the" and low[j + 2] == "year" and low[j + 1] in lexicon.YEARS_OF_STORY:
        return j + 3, Point(None, month, day, year_shift=lexicon.YEARS_OF_STORY[low[j + 1]], anchored=True)
    if low[j] == "that" and low[j + 1] == "year" and low[j + 2] not in APOSTROPHES:
        return j + 2, Point(None, month, day, year_shift=0, anchored=True)
    return None


def _after_month(words: Words, i: int) -> int:
    return i + 2 if words.low[i] in SHORT_MONTHS and words.low[i + 1] == "." and words.glued(i + 1) else i + 1


def _day(words: Words, i: int) -> tuple[int, int] | None:
    """A day of the month: "15", "15th", "fifteenth"; not "15,000", "15%", "15:30" nor "15 people"."""
    low = words.low
    if found := ordinal(words, i):
        return found if 1 <= found[1] <= 31 else None
    number = integer(low[i])
    if number is None or not 1 <= number <= 31 or len(low[i]) > 2 or low[i + 1] in {"%", "million", "billion", "percent"}:
        return None
    if words.glued(i + 1) and (low[i + 1][:1].isalpha() or low[i + 1] == "/"):
        return None
    return i + 1, number


def month(words: Words, i: int) -> Found | None:
    """A month alone: "in May", "since October"; not "Theresa May", "March on Washington" nor "may"."""
    low = words.low
    if not words.capital(i) or (low[i] in UNDOTTED and low[i + 1] != "."):
        return None
    if words.capital(i + 1) and low[i + 1] in lexicon.OF_HISTORY:
        return None  # "the October Revolution"
    if low[i] in lexicon.AMBIGUOUS_MONTHS and _is_other_word(words, i):
        return None
    j = _after_month(words, i)
    if era := era_after(words, j):  # "the Ides of March, 44 BC"
        return Found(i, era[0], Fixed("DATE", f"BC{era[1]:04d}") if era[2] else Point(era[1], MONTHS[low[i]]))
    shared = _shared_year(words, j, (MONTHS[low[i]], 1))
    return Found(i, j, Point(shared, MONTHS[low[i]], year_shift=_shared_shift(words, j)))


def _is_other_word(words: Words, i: int) -> bool:
    """Whether "May", "March", "April" or "August" is no month, by what stands beside it: "with April Jones"."""
    low = words.low
    cue = low[i - 1 - (low[i - 1] in DASHES and words.glued(i))]  # "mid-April"
    if cue not in lexicon.MONTH_CUES and not (_joins_month(words, i) or _month_of_noun(words, i)):
        return True
    return low[i - 1] in lexicon.WEAK_CUES and words.capital(i + 1) and low[i + 1] not in MONTHS


def _month_of_noun(words: Words, i: int) -> bool:
    """ "a June agreement", "the March accession"; not "the March on Washington"."""
    after = words.low[i + 1]
    return (
        words.low[i - 1] in {"a", "an", "the"}
        and after.isalpha()
        and after == words.raw[i + 1]
        and after not in lexicon.AFTER_DAY | HOUSES
    )


def _joins_month(words: Words, i: int) -> bool:
    """ "in June, July and August", "April-June": a month beside a month."""
    before = i - 2 - (words.low[i - 2] == ".")  # "Jan.-March"
    after = i + 1 + (words.low[i + 1] == ".")
    return any(
        words.low[there] in MONTHS
        and words.capital(there)
        and words.low[between] in {",", "-", "–", "/", "and", "to", "or", "through"}
        for there, between in ((before, i - 1), (after + 1, after))
    )


def weekday(words: Words, i: int) -> Found | None:
    """A weekday, with a part of the day or without: "Friday", "Friday night"; not "The Sunday Times"."""
    low = words.low
    if not words.capital(i) or (low[i] in lexicon.SHORT_WEEKDAYS and low[i + 1] != "."):
        return None
    if _is_named(words, i) or _is_of_no_week(words, i):
        return None
    j, day = i + 1 + (low[i] in lexicon.SHORT_WEEKDAYS), Point(weekday=WEEKDAYS[low[i]])
    if which := _week_of(words, i, j, day) or _week_of_end(words, i, j, day):
        return which
    if low[j] in lexicon.PARTS_OF_DAY:
        return Found(i, j + 1, replace(day, clock="T" + lexicon.PARTS_OF_DAY[low[j]]))
    if low[j] in lexicon.CLOCK_WORDS:
        return Found(i, j + 1, replace(day, clock=lexicon.CLOCK_WORDS[low[j]]))
    return Found(i, j, day)


def _is_named(words: Words, i: int) -> bool:
    """ "The Sunday Times", "Black Friday"."""
    paper = words.capital(i + 1) and words.low[i + 1] in lexicon.MASTHEADS
    return paper or (words.capital(i - 1) and words.low[i - 1] in lexicon.NAMED_DAYS)


def _is_of_no_week(words: Words, i: int) -> bool:
    """Whether a weekday is a man's name, or any one: "Mr. Friday", "it began on a Saturday"; "a Saturday march" has its day."""
    low = words.low
    if {"mr", "ms", "mrs", "dr"} & {low[i - 1], low[i - 2] if low[i - 1] == "." else ""}:
        return True
    j = i + 1 + (low[i] in lexicon.SHORT_WEEKDAYS)
    after = low[j + (low[j] in lexicon.PARTS_OF_DAY)]
    return low[i - 1] == "a" and (not after.isalpha() or after in lexicon.AFTER_DAY | lexicon.AFTER_REFERENCE)


def _week_of(words: Words, i: int, j: int, day: Point) -> Found | None:
    """ "Tuesday next week", "Monday of this week"; British: "on Thursday week"."""
    low, k = words.low, j + (words.low[j] == "of")
    weeks = {"last": -1, "this": 0, "next": 1}.get(low[k])
    if weeks is not None and low[k + 1] == "week":
        return Found(i, k + 2, replace(day, week_shift=weeks))
    if low[j] == "week" and low[j - 1] == low[i] and not low[j + 1].isalpha():
        return Found(i, j + 1, replace(day, week_shift=1, ahead=True))
    return None


def _week_of_end(words: Words, i: int, j: int, day: Point) -> Found | None:
    """ "from [Monday] to Friday last week", "between [Monday] and Friday of next week": both are of that week."""
    low = words.low
    if (low[i - 1], low[j]) not in SPANS or low[j + 1] not in WEEKDAYS or day.weekday is None:
        return None
    end = _week_of(words, j + 1, j + 2, Point(weekday=WEEKDAYS[low[j + 1]]))
    if end is None or not isinstance(end.meaning, Point) or end.meaning.ahead or end.meaning.week_shift is None:
        return None
    before = day.weekday > (end.meaning.weekday or 0)  # "from Saturday to Monday last week"
    return Found(i, j, replace(day, week_shift=end.meaning.week_shift - before))


def daybreak(words: Words, i: int) -> Found | None:
    """ "at dawn on Wednesday", "after nightfall on 3 May": a part of that day."""
    low = words.low
    if low[i + 1] != "on" or not (low[i + 2] in WEEKDAYS or low[i + 2] in MONTHS or low[i + 2][:1].isdecimal()):
        return None
    day = full_date(words, i + 2) or (weekday(words, i + 2) if low[i + 2] in WEEKDAYS else None)
    if not day or not isinstance(day.meaning, Point) or not _is_whole_day(day.meaning):
        return None
    return Found(i, day.last, replace(day.meaning, clock="T" + lexicon.BREAKS_OF_DAY[low[i]]))


def _is_whole_day(point: Point) -> bool:
    """Whether a day is named and no part of it."""
    return not point.clock and bool(point.day or point.weekday)


def overnight(words: Words, i: int) -> Found | None:
    """ "overnight Monday", "overnight on Friday": the night of that day."""
    j = i + 1 + (words.low[i + 1] == "on")
    if words.low[j] not in WEEKDAYS or not (day := weekday(words, j)) or not isinstance(day.meaning, Point):
        return None
    return Found(i, day.last, replace(day.meaning, clock="TNI")) if day.meaning.clock is None else None


def habit(words: Words, i: int) -> Found | None:
    """ "on Tuesdays", "Tuesday nights"."""
    low = words.low
    if low[i] in lexicon.PLURAL_WEEKDAYS and words.capital(i):
        return Found(i, i + 1, Fixed("SET", f"XXXX-WXX-{lexicon.PLURAL_WEEKDAYS[low[i]]}"))
    if low[i] == "weekends" and low[i - 1] in {"on", "at", "during", "works", "work", "and"}:
        return Found(i, i + 1, Fixed("SET", "XXXX-WXX-WE"))
    if low[i] in WEEKDAYS and words.capital(i) and low[i + 1] in HABITS:
        return Found(i, i + 2, Fixed("SET", f"XXXX-WXX-{WEEKDAYS[low[i]]}T{lexicon.PARTS_OF_DAY[low[i + 1]]}"))
    return _listed_habit(words, i) if low[i] in WEEKDAYS and words.capital(i) else None


def _listed_habit(words: Words, i: int) -> Found | None:
    """The first day of "on Monday and Tuesday nights"."""
    low, j = words.low, i + 1
    while low[j] in {",", "and", "or"} and low[j + 1 + (low[j + 1] == "and")] in WEEKDAYS:
        j += 2 + (low[j + 1] == "and")
    if j == i + 1 or low[j] not in HABITS:
        return None
    return Found(i, i + 1, Fixed("SET", f"XXXX-WXX-{WEEKDAYS[low[i]]}T{lexicon.PARTS_OF_DAY[low[j]]}"))


def feast(words: Words, i: int) -> Found | None:
    """A holiday, with its year or without: "Christmas Day", "Thanksgiving", "Easter 2015"."""
    if not words.capital(i):
        return None
    for size in range(min(LONGEST, len(words.low) - i), 0, -1):
        name = "".join(("" if k == i or words.glued(k) else " ") + words.low[k] for k in range(i, i + size))
        name = name.replace("’", "'")
        if name in FEAST_NAMES:
            thing = after_a_feast(words, i + size) or is_any_feast(words, i, i + size)
            return None if thing else _year_of_feast(words, i, i + size, name)
    return None


def _year_of_feast(words: Words, i: int, j: int, name: str) -> Found:
    """ "Easter 2015", "Christmas last year", "the Thanksgiving weekend"."""
    low = words.low
    if low[j] in {"week", "weekend"}:
        return Found(i, j + 1, Joined("W" if low[j] == "week" else "WE", Feast(name)))
    if relative := relative_year(words, j):
        return Found(i, relative[0], Feast(name, year_shift=relative[1]))
    k = j + (low[j] in {",", "of", "in"})
    number = integer(low[k])
    dated = number is not None and 1500 <= number <= 2999
    return Found(i, k + 1, Feast(name, number)) if dated else Found(i, j, Feast(name))
