"""Years as words and signs give them beside other words: "'98", "of 1998", "nineteen ninety-one", "44 BC", "last year"."""

from __future__ import annotations

from generator.language.lexicon.marks import DASHES
from generator.language.times import lexicon
from generator.language.times.lexemes import Words, integer
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Point

LESS_THAN_A_YEAR = frozenset({"%", "°", "$", "/", "-", "–"})


def year_after(words: Words, i: int, loose: bool = False) -> tuple[int, int] | None:
    """The year after a month or a day: ", 1998", "of 1998", "'98", "nineteen ninety-seven"."""
    low = words.low
    j = i + 1 if loose and low[i] in {"of", "in"} else i + (low[i] == ",")
    if (short := _short_after(words, i, j)) is not None:
        return j + 2, full_year(short)
    number = integer(low[j])
    if number and len(low[j]) == 3 and (loose or low[j - 1] != ",") and _ends_date(low[j + 1]):
        return j + 1, number  # "30 September 420", "in December of 384"
    counts = low[j + 1] in lexicon.COUNTED and not (loose and j == i)  # "on July 15 2000 troops"; not "in May 2011 troops"
    if number is not None and len(low[j]) == 4 and 1000 <= number <= 2999 and not counts:
        return (j + 1, number) if not (words.glued(j + 1) and low[j + 1].isalpha()) else None
    return read_year(words, j)


def _ends_date(after: str) -> bool:
    """Whether what follows three figures leaves them a year."""
    return not after.isalnum() and after not in LESS_THAN_A_YEAR


def _short_after(words: Words, i: int, j: int) -> int | None:
    """The two figures of "'98", behind a comma only where nothing follows: "May 8, '45"."""
    low = words.low
    if low[j] not in APOSTROPHES or not words.glued(j + 1) or len(low[j + 1]) != 2:
        return None
    return integer(low[j + 1]) if j == i or not low[j + 2][:1].isalpha() else None


def era_after(words: Words, i: int) -> tuple[int, int, bool] | None:
    """The year of an era after a month or day: "44 BC", "AD 68", "410 AD": the place after it, the year, whether before Christ."""
    low = words.low
    j = i + (low[i] == ",")
    first = low[j] == "ad" and words.raw[j] == "AD"
    number = integer(low[j + first])
    if number is None or not 0 < number < 3000:
        return None
    if first:
        return j + 2, number, False
    era = _era(words, j + 1)
    return (era[0], number, era[1]) if era else None


def _era(words: Words, k: int) -> tuple[int, bool] | None:
    """ "BC", "A.D.": the place after it, and whether it is before Christ."""
    low = words.low
    dotted = low[k + 1] == "." and low[k] in {"b", "a"} and low[k + 2] in {"c", "d"}
    era = low[k] + low[k + 2] if dotted else low[k]
    if era not in {"bc", "bce", "ad", "ce"} or not words.raw[k].isupper():
        return None
    return k + (4 if dotted and low[k + 3] == "." else 3 if dotted else 1), era.startswith("b")


def short_year(words: Words, i: int, first: int) -> Found | None:
    """The second year of "2008-09", "1957-58" or "1990/91", at its digits."""
    number = integer(words.low[i])
    if number is None or len(words.low[i]) != 2 or not words.glued(i):
        return None
    whole = first - first % 100 + number + (100 if number < first % 100 else 0)
    return Found(i, i + 1, Point(whole)) if 0 < whole - first <= 20 else None


def short_date(words: Words, i: int) -> Point | None:
    """ "'68": the year of its century that has been; not "'80s" nor a quotation's first number."""
    low = words.low
    number = integer(low[i + 1])
    whole = low[i] in APOSTROPHES and words.glued(i + 1) and len(low[i + 1]) == 2 and not words.glued(i)
    if not whole or number is None or (words.glued(i + 2) and low[i + 2][:1].isalnum()):
        return None
    return None if low[i + 2] in lexicon.COUNTED | APOSTROPHES else Point(full_year(number), short=True)


def apostrophe_year(words: Words, i: int) -> Found | None:
    """ "the crash of '29", "in '68", "since '97"."""
    point = short_date(words, i) if words.low[i - 1] in {"of", "in", "since", "until", "from", "by", "to"} else None
    return Found(i, i + 2, point) if point else None


def full_year(short: int) -> int:
    return 1900 + short if short >= 30 else 2000 + short


def read_year(words: Words, i: int) -> tuple[int, int] | None:
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


def relative_year(words: Words, i: int) -> tuple[int, int] | None:
    """ "last year", "of this year", "of next year"."""
    j = i + (words.low[i] == "of")
    shift = {"last": -1, "this": 0, "next": 1}.get(words.low[j])
    return (j + 2, shift) if shift is not None and words.low[j + 1] == "year" else None
