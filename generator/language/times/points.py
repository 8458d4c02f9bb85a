"""The grammar of places in the calendar: days, months, years, quarters, seasons, decades, weekdays and clock times.

Each rule reads one construction at a place in the text and gives what it found there, or None.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.language.times import lexicon
from generator.language.times.feasts import LONGEST, NAMES
from generator.language.times.lexicon import MONTHS, SHORT_MONTHS, WEEKDAYS
from generator.language.times.meaning import Feast, Fixed, Meaning, Point
from generator.language.times.words import Words, integer, ordinal

APOSTROPHES = frozenset({"'", "’", "‘"})
DASHES = frozenset({"-", "–", "—"})
CURRENCY = frozenset({"$", "£", "€", "#", "¥", "№"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: its first word, the word after its last, and what it means."""

    first: int
    last: int
    meaning: Meaning
    mod: str | None = None
    set: bool = False  # "every Thursday"


def full_date(words: Words, i: int) -> Found | None:
    """A month with its day or year, with a weekday before it or without: "Friday, Oct. 23, 1998", "3 May 2011", "May 2011"."""
    j, weekday = i + (words.low[i] == "the"), None  # "the 15th of July"
    if words.low[j] in WEEKDAYS and words.capital(j):
        weekday = WEEKDAYS[words.low[j]]
        j += 1 + (words.low[j + 1] in {",", "."})
        j += words.low[j] == "the"
    found = _month_first(words, j) if words.low[i] != "the" else None
    found = found or (_day_first(words, j) if words.low[i] != "the" or ordinal(words, j) else None)
    if found is None or (weekday and isinstance(found.meaning, Point) and found.meaning.day is None):
        return None
    return replace(found, first=i)


def _month_first(words: Words, i: int) -> Found | None:
    """ "July 15", "Dec. 21, 1988", "May 2011", "July the 15th", "August of 1914", "June last year"."""
    month = MONTHS.get(words.low[i])
    if month is None or not words.capital(i):
        return None
    low, j = words.low, _after_month(words, i)
    k = j + (low[j] == "the")
    if (day := _day(words, k)) is not None:
        j, number = day
        year = _year_after(words, j)
        if year is None:
            return Found(i, j, Point(_shared_year(words, j, (month, number)), month, number))
        return Found(i, year[0], Point(year[1], month, number))
    if year := _year_after(words, j, loose=True):
        return Found(i, year[0], Point(year[1], month))
    if (shift := _relative_year(words, j)) is not None:  # "June last year", "in August of this year"
        return Found(i, shift[0], Point(None, month, year_shift=shift[1]))
    return None


def _shared_year(words: Words, i: int, first: tuple[int, int]) -> int | None:
    """The year that a second date says for both: "June and July 2015", "from Dec. 3 to Jan. 5, 2016"."""
    if words.low[i] not in {"and", "to", "through", "-", "–", "or"}:
        return None
    day = _day(words, i + 1)
    if day and day[1] > first[1] and (year := _year_after(words, day[0])):  # "Sept. 4 to 6, 2015"
        return year[1]
    if words.low[i + 1] not in MONTHS or not words.capital(i + 1):
        return None
    second = _month_first(words, i + 1)
    point = second.meaning if second else None
    if not isinstance(point, Point) or point.year is None or point.month is None:
        return None
    return point.year - ((point.month, point.day or 31) < first)


def day_alone(words: Words, i: int) -> Found | None:
    """ "on the 24th": a day of the month spoken of."""
    found = ordinal(words, i + 1)
    if (
        found is None
        or found[1] > 31
        or not words.low[i + 1].isdecimal()
        or words.low[i - 1] not in {"on", "by", "until", "since", "from"}
    ):
        return None
    after = words.low[found[0]]
    return Found(i, found[0], Point(day=found[1])) if not after.isalnum() or after in lexicon.AFTER_DAY else None


def _day_first(words: Words, i: int) -> Found | None:
    """ "3 May 2011", "the 3rd of May"; and the first day of "15-22 July", which takes its month from the second."""
    day = _day(words, i)
    if day is None:
        return None
    j, number = day
    j += words.low[j] == "of" and words.low[j - 1] in {"st", "nd", "rd", "th"} | lexicon.ORDINALS.keys()
    if words.low[j] in {"-", "–", "to", "and", "or"} and (second := _day(words, j + 1)) and second[1] > number:
        whole = _day_first(words, j + 1)
        if whole and isinstance(whole.meaning, Point):
            return Found(i, day[0], replace(whole.meaning, day=number))
        return None
    month = MONTHS.get(words.low[j])
    if month is None or not words.capital(j) or (words.low[j] == "may" and words.low[j + 1] in lexicon.BARE_VERBS):
        return None
    j = _after_month(words, j)
    year = _year_after(words, j)
    return Found(i, year[0], Point(year[1], month, number)) if year else Found(i, j, Point(None, month, number))


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


def _year_after(words: Words, i: int, loose: bool = False) -> tuple[int, int] | None:
    """The year after a month or a day: ", 1998", "of 1998", "'98", "nineteen ninety-seven"."""
    low = words.low
    j = i + (low[i] == ",")
    if loose and low[i] == "of":
        j = i + 1
    if (
        low[j] in APOSTROPHES
        and words.glued(j + 1)
        and len(low[j + 1]) == 2
        and (short := integer(low[j + 1])) is not None
        and j == i
    ):
        return j + 2, _century(short)
    number = integer(low[j])
    if number is not None and len(low[j]) == 4 and 1000 <= number <= 2999 and low[j + 1] not in lexicon.COUNTED:
        return (j + 1, number) if not (words.glued(j + 1) and low[j + 1].isalpha()) else None
    return _spoken_year(words, j)


def _century(short: int) -> int:
    return 1900 + short if short >= 30 else 2000 + short


def _spoken_year(words: Words, i: int) -> tuple[int, int] | None:
    """ "nineteen ninety-seven", "twenty sixteen"."""
    low = words.low
    if low[i : i + 2] == ["two", "thousand"]:
        return i + 2, 2000
    head = lexicon.CARDINALS.get(low[i], 0)
    if head not in {15, 16, 17, 18, 19, 20}:
        return None
    tens = lexicon.CARDINALS.get(low[i + 1], 0)
    if tens < 10:
        return None
    j, year = i + 2, head * 100 + tens
    unit = j + (low[j] in DASHES)
    if tens >= 20 and 0 < lexicon.CARDINALS.get(low[unit], 0) < 10:
        j, year = unit + 1, year + lexicon.CARDINALS[low[unit]]
    return j, year


def _relative_year(words: Words, i: int) -> tuple[int, int] | None:
    """ "last year", "of this year", "of next year"."""
    j = i + (words.low[i] == "of")
    shift = {"last": -1, "this": 0, "next": 1}.get(words.low[j])
    return (j + 2, shift) if shift is not None and words.low[j + 1] == "year" else None


def month(words: Words, i: int) -> Found | None:
    """A month alone: "in May", "since October"; not "Theresa May", "March on Washington" nor "may"."""
    low = words.low
    if not words.capital(i) or (len(low[i]) == 3 and low[i] != "may" and low[i + 1] != "."):
        return None
    if low[i] in lexicon.AMBIGUOUS_MONTHS and low[i - 1] not in lexicon.MONTH_CUES and not _joins_month(words, i):
        return None
    if (
        low[i] in lexicon.AMBIGUOUS_MONTHS
        and low[i - 1] in lexicon.WEAK_CUES
        and words.capital(i + 1)
        and low[i + 1] not in MONTHS
    ):
        return None  # "with April Jones"
    j = _after_month(words, i)
    return Found(i, j, Point(_shared_year(words, j, (MONTHS[low[i]], 1)), MONTHS[low[i]]))


def _joins_month(words: Words, i: int) -> bool:
    """ "in June, July and August", "April-June": a month beside a month."""
    return any(
        words.low[i + k] in MONTHS and words.capital(i + k) and words.low[i + k // 2] in {",", "-", "–", "and", "to", "or"}
        for k in (-2, 2)
    )


def weekday(words: Words, i: int) -> Found | None:
    """A weekday, with a part of the day or without: "Friday", "Friday night"; not "The Sunday Times"."""
    low = words.low
    if not words.capital(i) or (low[i] in lexicon.SHORT_WEEKDAYS and low[i + 1] != "."):
        return None
    if (words.capital(i + 1) and low[i + 1] in lexicon.MASTHEADS) or (
        words.capital(i - 1) and low[i - 1] in lexicon.NAMED_DAYS
    ):
        return None
    j = i + 1 + (low[i] in lexicon.SHORT_WEEKDAYS)
    if low[j] in lexicon.PARTS_OF_DAY:
        return Found(i, j + 1, Point(weekday=WEEKDAYS[low[i]], clock="T" + lexicon.PARTS_OF_DAY[low[j]]))
    if low[j] in lexicon.CLOCK_WORDS:
        return Found(i, j + 1, Point(weekday=WEEKDAYS[low[i]], clock=lexicon.CLOCK_WORDS[low[j]]))
    return Found(i, j, Point(weekday=WEEKDAYS[low[i]]))


def habit(words: Words, i: int) -> Found | None:
    """ "on Tuesdays", "Tuesday nights"."""
    low = words.low
    if low[i] in lexicon.PLURAL_WEEKDAYS and words.capital(i):
        return Found(i, i + 1, Fixed("SET", f"XXXX-WXX-{lexicon.PLURAL_WEEKDAYS[low[i]]}"))
    if low[i] in WEEKDAYS and words.capital(i) and low[i + 1] in {"nights", "mornings", "afternoons", "evenings"}:
        return Found(i, i + 2, Fixed("SET", f"XXXX-WXX-{WEEKDAYS[low[i]]}T{lexicon.PARTS_OF_DAY[low[i + 1]]}"))
    return None


def year(words: Words, i: int) -> Found | None:
    """A year in figures: "1989", "in 845 AD"; not "1945 people", "Route 1945", "555-1945" nor "$1999"."""
    low = words.low
    number = integer(low[i])
    if number is None or not low[i].isascii():
        return None
    era = (
        i + 1 + (low[i + 2] == "." and low[i + 4] == ".")
        if low[i + 1] in {"ad", "ce", "bc", "bce"} and words.raw[i + 1].isupper()
        else None
    )
    if era is not None:
        return (
            Found(i, era + 1, Fixed("DATE", f"BC{number:04d}" if low[i + 1].startswith("b") else f"{number:04d}"))
            if number
            else None
        )
    if low[i - 1] == "ad" and words.raw[i - 1] == "AD":
        return Found(i - 1, i + 1, Point(number)) if 0 < number < 10000 else None
    if len(low[i]) == 3 and low[i - 1] == "year" and low[i - 2] == "the":
        return Found(i, i + 1, Point(number))
    if len(low[i]) != 4 or low[i].startswith("0") or not _stands_alone(words, i) or _is_number(words, i):
        return None
    if low[i + 1] in lexicon.COUNTED or low[i - 1] in lexicon.NUMBERED:
        return None
    likely = 1500 <= number <= 2100
    dated = low[i - 1] in {"in", "since", "until", "till", "by", "year", "circa"}
    return Found(i, i + 1, Point(number)) if dated or (likely and not _counts(words, i)) else None


def _stands_alone(words: Words, i: int) -> bool:
    """Whether no figure, letter or sign is glued to a number; "1957-58" and "post-1959" may be."""
    before, after = words.low[i - 1], words.low[i + 1]
    if words.glued(i) and (before in CURRENCY | {".", ",", "/", "@", "_", "+", ":"} or before[-1:].isalnum()):
        return False
    if (
        words.glued(i)
        and before in DASHES
        and words.glued(i - 1)
        and words.low[i - 2] not in {"post", "pre", "mid", "early", "late"}
    ) and not (len(words.low[i - 2]) == 4 and words.low[i - 2].isdecimal()):
        return False  # "555-1945", "F-2000"
    if words.glued(i + 1) and (after[:1].isalpha() or after in {"%", "_", "@", "/", "°"}):
        return False
    if words.glued(i + 1) and after in DASHES and words.glued(i + 2):
        tail = words.low[i + 2]
        return (tail.isdecimal() and len(tail) in {2, 4}) or tail.isalpha()
    return not (words.glued(i + 1) and after == "." and words.glued(i + 2) and words.low[i + 2].isdecimal())


def _is_number(words: Words, i: int) -> bool:
    """A number in a longer one, in an address or in a reference: "7946 1958", "1600 Pennsylvania Avenue", "Smith (2010)"."""
    low = words.low
    if low[i - 1][-1:].isdecimal() or low[i + 1][:1].isdecimal() or low[i - 1] == "at":
        return True
    if words.capital(i + 1) and (low[i + 2] in lexicon.STREETS or low[i + 3] in lexicon.STREETS):
        return True
    if low[i - 1] == "(" and low[i + 1] == ")":
        return words.capital(i - 2) or low[i - 2] == "al" or low[i - 3] == "al"
    return low[i - 1] == "," and (low[i - 2] == "al" or low[i - 3] == "al" or (low[i + 1] == ")" and low[i - 3] == "("))


def _counts(words: Words, i: int) -> bool:
    """ "some 1,945 people" has a comma; "about 2000 metres" and "1500 nurses" are told by their noun and cue."""
    before, after = words.low[i - 1], words.low[i + 1]
    plural = (
        after.isalpha()
        and after.endswith("s")
        and not after.endswith("ss")
        and after not in {"was", "is", "has", "as", "its", "his", "this"}
    )
    return plural and before not in lexicon.DATING


def short_year(words: Words, i: int, first: int) -> Found | None:
    """The second year of "2008-09", "1957-58" or "1990/91", at its digits."""
    number = integer(words.low[i])
    if number is None or len(words.low[i]) != 2 or not words.glued(i):
        return None
    whole = first - first % 100 + number + (100 if number < first % 100 else 0)
    return Found(i, i + 1, Point(whole)) if 0 < whole - first <= 20 else None


def spoken_year(words: Words, i: int) -> Found | None:
    """ "nineteen ninety-one", "twenty sixteen"."""
    found = _spoken_year(words, i)
    return Found(i, found[0], Point(found[1])) if found else None


def decade(words: Words, i: int) -> Found | None:
    """ "1990s", "'80s", "the nineties", "the 1800s" (a century)."""
    low = words.low
    j = i + (low[i] == "the")
    if low[j] in lexicon.DECADES and j > i:
        return Found(i, j + 1, Fixed("DATE", f"19{lexicon.DECADES[low[j]]}"))
    mark = low[j] in APOSTROPHES
    digits = low[j + mark]
    k = j + mark + 1
    k += low[k] in APOSTROPHES and words.glued(k)
    if not (digits.isdecimal() and digits.isascii() and digits.endswith("0") and low[k] == "s" and words.glued(k)):
        return None
    if len(digits) == 4 and not mark and "1" <= digits[0] <= "2":
        century = digits.endswith("00") and int(digits) < 2000
        return Found(i, k + 1, Fixed("DATE", digits[:2] if century else digits[:3]))
    if len(digits) == 2 and digits != "00" and (mark or low[j - 1] in lexicon.EARLY | lexicon.LATE | lexicon.MID or j > i):
        return Found(i, k + 1, Fixed("DATE", f"{'19' if int(digits) >= 30 else '20'}{digits[0]}"))
    return None


def century(words: Words, i: int) -> Found | None:
    """ "the 20th century", "nineteenth-century"."""
    j = i + (words.low[i] == "the")
    found = ordinal(words, j)
    if found is None or not 1 <= found[1] <= 30:
        return None
    k = found[0] + (words.low[found[0]] in DASHES)
    return Found(i, k + 1, Fixed("DATE", f"{found[1] - 1:02d}")) if words.low[k] in {"century", "centuries"} else None


def part_of_year(words: Words, i: int) -> Found | None:
    """A quarter or half: "the third quarter of 1989", "fiscal second-quarter", "this year's third quarter", "Q3 2016"."""
    low = words.low
    if (
        words.raw[i] in {"Q", "H"}
        and words.glued(i + 1)
        and low[i + 1] in ({"1", "2", "3", "4"} if low[i] == "q" else {"1", "2"})
    ):
        found = _year_of_part(words, i, i + 2, f"{words.raw[i]}{low[i + 1]}", None, None)
        return found if low[i] == "q" or found.last > i + 2 else None
    j, base, shift = i, None, None
    if low[j] == "the":
        j += 1
    if (known := integer(low[j])) is not None and len(low[j]) == 4:  # "the 1988 third quarter"
        base, j = known, j + 1
    elif (relative := _relative_year(words, j)) is not None and low[relative[0]] in APOSTROPHES:  # "last year's first half"
        j, shift = relative[0] + 2, relative[1]
    elif low[j] == "year" and low[j + 1] == "-" and low[j + 2] in {"ago", "earlier"}:
        j, shift = j + 3, -1
    if low[j] in lexicon.PART_ADJECTIVES:
        j += 1 + (low[j + 1] in DASHES)
    which = (j + 1, -1) if low[j] == "last" and j > i and low[j - 1] == "the" else ordinal(words, j)
    if which is None:
        return None
    k, number = which
    if low[k] in DASHES:  # "the third-quarter loss": an adjective leaves the article outside
        k, i = k + 1, i + (low[i] == "the")
    if low[k] in {"quarter", "quarters"} and 1 <= number <= 4:
        return _year_of_part(words, i, k + 1, f"Q{number}", base, shift)
    if low[k] == "half" and number in {1, 2, -1}:
        found = _year_of_part(words, i, k + 1, f"H{abs(number) if number > 0 else 2}", base, shift)
        # a half alone is as likely one of a match
        dated = base or shift is not None or "fiscal" in low[i:k] or found.last > k + 1
        return found if dated else None
    return None


def _year_of_part(words: Words, first: int, last: int, part: str, base: int | None, shift: int | None) -> Found:
    """The year said after a part of the year: "of 1989", "1989", "of fiscal 1990", "of this year", "last year"."""
    low, j = words.low, last
    if base is None and shift is None:
        k = j + (low[j] in {"of", "in"})
        k += low[k] == "fiscal"
        number = integer(low[k])
        if number is not None and 1000 <= number <= 2999 and len(low[k]) == 4:
            return Found(first, k + 1, Point(number, part=part))
        if low[j] == "of" and low[j + 1 : j + 3] == ["the", "year"]:
            return Found(first, j + 3, Point(part=part))
        if relative := _relative_year(words, j):
            return Found(first, relative[0], Point(part=part, year_shift=relative[1]))
    return Found(first, last, Point(base, part=part, year_shift=shift))


def season(words: Words, i: int) -> Found | None:
    """ "the summer of 1994", "in spring", "summer 2015"; not "the fall of Kabul" nor "prices fall"."""
    low = words.low
    article = low[i] == "the"
    j = i + article
    name = low[j]
    if name not in lexicon.SEASONS or (name == "spring" and low[j + 1] in {"from", "up"}):
        return None
    part = lexicon.SEASONS[name]
    k = j + 1 + (low[j + 1] == "of" or low[j + 1] == ",")
    if (number := integer(low[k])) is not None and len(low[k]) == 4 and 1000 <= number <= 2999:
        return Found(i, k + 1, Point(number, part=part))
    if spoken := _spoken_year(words, k):
        return Found(i, spoken[0], Point(spoken[1], part=part))
    if relative := _relative_year(words, j + 1):
        return Found(i, relative[0], Point(part=part, year_shift=relative[1]))
    if low[j + 1] == "of":
        return None
    cues = {"in", "by", "since", "until", "during", "through", "over", "last", "this", "next"}
    if low[j - 1 - article] in cues or (name in {"summer", "winter"} and article):
        return Found(i, j + 1, Point(part=part))
    return None


def feast(words: Words, i: int) -> Found | None:
    """A holiday, with its year or without: "Christmas Day", "Thanksgiving", "Easter 2015"."""
    if not words.capital(i):
        return None
    for size in range(LONGEST, 0, -1):
        name = " ".join(words.low[i : i + size]).replace(" ’ ", "'").replace(" ' ", "'").replace(" .", ".")
        if name in NAMES:
            j = i + size
            number = integer(words.low[j + (words.low[j] == ",")])
            if number is not None and 1500 <= number <= 2999:
                return Found(i, j + 1 + (words.low[j] == ","), Feast(name, number))
            return Found(i, j, Feast(name))
    return None


def clock(words: Words, i: int) -> Found | None:
    """A clock time, its zone and its day: "6:42 a.m. EDT Tuesday", "noon Saturday", "4 in the morning", "0830 GMT", "at 18:30"."""
    low = words.low
    j, time = i, None
    if low[i] in lexicon.CLOCK_WORDS:
        j, time = i + 1, lexicon.CLOCK_WORDS[low[i]]
    elif (hour := _hour(low[i])) is not None:
        j, time = _half_of_day(words, i + 1, hour, low[i])
    if time is None:
        return None
    if low[j] in lexicon.ZONES and words.raw[j].isupper():
        j += 1
    elif low[j] == "local" and low[j + 1] == "time":
        j += 2
    k = j + (low[j] == "," or low[j] == "on")
    day = _day_of_clock(words, k)
    if day and isinstance(day.meaning, Point) and day.meaning.clock is None:
        return Found(i, day.last, replace(day.meaning, clock=time))
    if low[j] in {"yesterday", "today", "tomorrow"}:
        return Found(i, j + 1, Point(clock=time, day_shift=lexicon.DEICTIC[low[j]]))
    return Found(i, j, Point(clock=time))


def _day_of_clock(words: Words, i: int) -> Found | None:
    if words.low[i] in WEEKDAYS or words.low[i] in MONTHS:
        return full_date(words, i) or (weekday(words, i) if words.low[i] in WEEKDAYS else None)
    return full_date(words, i) if words.low[i][:1].isdecimal() else None


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
    mark = low[i].replace(".", "")
    if (low[i] in {"am", "pm"} and words.raw[i] in {"am", "pm", "AM", "PM"}) or (mark in {"am", "pm"} and "." in low[i]):
        if not 1 <= h <= 12 or (len(word) == 4 and word.isdecimal()):
            return i, None
        return i + 1, _time(h % 12 + (12 if mark == "pm" else 0), m)
    j = i
    if low[i : i + 1] == ["o"] and low[i + 1] in APOSTROPHES and low[i + 2] == "clock":
        j = i + 3
    if (
        low[j : j + 2] == ["in", "the"]
        and low[j + 2] in {"morning", "afternoon", "evening"}
        and (":" in word or j > i or len(word) < 3)
    ):
        return j + 3, _time(h % 12 + (0 if low[j + 2] == "morning" else 12), m)
    if j > i:
        return j, _time(h, m)
    if low[i : i + 2] == ["local", "time"] and (":" in word or len(word) == 4):
        return i, _time(h, m)
    if low[i] in lexicon.ZONES and words.raw[i].isupper() and (":" in word or (len(word) == 4 and "." not in word)):
        return i, _time(h, m)
    if (
        ":" in word
        and low[i - 2] in {"at", "by", "around", "until", "from", "since", "before", "after", "about"}
        and not words.glued(i)
    ):
        return i, _time(h, m)
    return i, None


def _time(hour: int, minute: int) -> str:
    return f"T{hour:02d}:{minute:02d}"


def figures(words: Words, i: int) -> Found | None:
    """A day in figures: "2016-07-15", "7/15/2016" (the month first unless it can't be), "15.07.2016"."""
    word = words.low[i]
    if "/" in word or word.count(".") == 2:
        a, b, c = (int(part) for part in word.replace(".", "/").split("/"))
        day_first = "." in word or a > 12
        whole = c if c > 99 else _century(c)
        return _checked(i, whole, b if day_first else a, a if day_first else b)
    return _checked(i, int(word[:4]), int(word[5:7]), int(word[8:])) if word.count("-") == 2 else None


def _checked(i: int, whole: int, number: int, day: int) -> Found | None:
    return Found(i, i + 1, Point(whole, number, day)) if 1 <= number <= 12 and 1 <= day <= 31 and whole else None
