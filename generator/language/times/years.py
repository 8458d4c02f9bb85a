"""The grammar of years and their parts: "1989", "2008-09", "the 1990s", "the 20th century", "the third quarter", "summer 2015"."""

from __future__ import annotations

from dataclasses import replace

from generator.language.lexicon.marks import DASHES
from generator.language.times import lexicon
from generator.language.times.lexemes import Words, integer, ordinal
from generator.language.times.lookalikes import is_clock, is_tumble, of_a_match, of_figures
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Fixed, Point
from generator.language.times.year_words import read_year, relative_year, short_date, short_year

DEGREES = frozenset({"temperatures", "temperature", "highs", "lows", "mercury", "degrees"})
BEFORE_SEASON = frozenset("in since by during through until last this next early late mid".split())
NARROWING = lexicon.EARLY | lexicon.LATE | lexicon.MID
SEASON_CUES = frozenset("in by since until during through over last this next early late".split())
CURRENCY = frozenset({"$", "£", "€", "#", "¥", "№"})


def year(words: Words, i: int) -> Found | None:
    """A year in figures: "1989", "in 845 AD"; not "1945 people", "Route 1945", "555-1945" nor "$1999"."""
    low = words.low
    number = integer(low[i])
    if number is None or not low[i].isascii():
        return None
    if low[i + 1] in {"ad", "ce", "bc", "bce"} and words.raw[i + 1].isupper():
        return _year_of_era(words, i, number)
    if low[i - 1] == "ad" and words.raw[i - 1] == "AD":
        return Found(i - 1, i + 1, Point(number)) if 0 < number < 10000 else None
    if len(low[i]) == 3 and _is_short_year(words, i):
        return Found(i, i + 1, Point(number))
    if len(low[i]) != 4 or low[i].startswith("0") or not _stands_alone(words, i) or _is_number(words, i):
        return None
    if _is_of_something(words, i):
        return None
    likely = 1500 <= number <= 2100 and not _counts(words, i)
    return Found(i, i + 1, Point(number)) if likely or _is_dated(words, i, number) else None


def _is_of_something(words: Words, i: int) -> bool:
    """Whether a number is an hour or counts something: "1504 Agency X: ...", "(1930 GMT)", "1945 people", "Route 1945"."""
    low = words.low
    if is_clock(words, i) or (low[i + 1] in lexicon.ZONES and words.raw[i + 1].isupper()):
        return True
    return low[i + 1] in lexicon.COUNTED | lexicon.MAKES or low[i - 1] in lexicon.NUMBERED


def _year_of_era(words: Words, i: int, number: int) -> Found | None:
    """ "845 AD", "44 BC", "44 B.C."."""
    low = words.low
    last = i + 2 + (low[i + 2] == "." and low[i + 4] == ".")
    value = f"BC{number:04d}" if low[i + 1].startswith("b") else f"{number:04d}"
    return Found(i, last, Fixed("DATE", value)) if number else None


def _is_short_year(words: Words, i: int) -> bool:
    """ "the year 476", "c. 347"."""
    low = words.low
    return (low[i - 1] == "year" and low[i - 2] == "the") or (low[i - 1] == "." and low[i - 2] in {"c", "ca"})


def _is_dated(words: Words, i: int, number: int) -> bool:
    """Whether the words beside a number make it a year: "in 1066", "the plague of 1348-49"."""
    low = words.low
    if low[i - 1] in {"in", "since", "until", "till", "by", "year", "circa"} or _of_a_life(words, i):
        return True
    return low[i + 1] in {"-", "–"} and words.glued(i + 1) and short_year(words, i + 2, number) is not None


def _of_a_life(words: Words, i: int) -> bool:
    """ "c. 1450", "(r. 1199-1216)", "Around 1450 a bridge was built": years before 1500 that their surroundings tell."""
    low = words.low
    if low[i - 1] == "." and low[i - 2] in {"c", "ca", "r", "b", "d", "fl"} and low[i - 3] in {"", "(", ",", ";", "in"}:
        return True
    if low[i - 1] in DASHES and words.glued(i) and len(low[i - 2]) == 4 and low[i - 2].isdecimal():
        return low[i - 3] == "(" or _of_a_life(words, i - 2)
    if low[i + 1] in DASHES and words.glued(i + 1) and len(low[i + 2]) == 4 and low[i - 1] == "(":
        return low[i + 3] == ")"
    if low[i - 1] in {"from", "between"} and low[i + 1] in {"to", "until", "and"}:  # "ruled from 1368 to 1644"
        return _ends(words, i + 2, low[i])
    if low[i + 1][:1].isdecimal() is False and low[i - 1] in {"to", "until", "and"} and low[i - 3] in {"from", "between"}:
        return _ends(words, i, low[i - 2])
    if low[i - 1] in {"around", "about"} and low[i - 2] in {"from", "dates", "dated", "since", "until"}:
        return not low[i + 1].isalpha() or low[i + 1] in lexicon.AFTER_REFERENCE  # "it dates from around 1200"
    return words.raw[i - 1] in {"Around", "About"} and low[i + 1] in {"a", "an", "the", ",", "he", "she", "they", "it"}


def _ends(words: Words, i: int, first: str) -> bool:
    """Whether a range of years ends at a word: "from 1368 to 1644"; not "from 1200 to 1500 people"."""
    low = words.low
    if not (len(first) == 4 and first.isdecimal() and len(low[i]) == 4 and low[i].isdecimal() and first < low[i]):
        return False
    after = low[i + 1]
    return not after.isalpha() or after in lexicon.AFTER_REFERENCE


def _stands_alone(words: Words, i: int) -> bool:
    """Whether no figure, letter or sign is glued to a number; "1957-58" and "post-1959" may be."""
    return not (words.glued(i) and _is_glued_to(words, i)) and not (words.glued(i + 1) and _goes_on(words, i))


def _is_glued_to(words: Words, i: int) -> bool:
    """Whether what stands right before a number makes it none: "$1999", "555-1945", "F-2000"."""
    before = words.low[i - 1]
    if before in CURRENCY | {".", ",", "/", "@", "_", "+", ":"} or before[-1:].isalnum():
        return True
    if before not in DASHES or not words.glued(i - 1) or words.low[i - 2] in {"post", "pre", "mid", "early", "late"}:
        return False
    first = words.low[i - 2]
    return not (len(first) == 4 and first.isdecimal() and first < words.low[i])


def _goes_on(words: Words, i: int) -> bool:
    """Whether a number goes on behind its figures: "1945m", "2010/11" but for a season, "1957-58" but for a range, "1999.5"."""
    after, tail = words.low[i + 1], words.low[i + 2]
    first = integer(words.low[i]) or 0
    if after[:1].isalpha() or after in {"%", "_", "@", "°"}:
        return True
    if after == "/":  # "the 2010/11 season"
        return not words.glued(i + 2) or short_year(words, i + 2, first) is None
    if after in DASHES and words.glued(i + 2):
        return not (tail.isalpha() or _ends_range(tail, first))
    return after == "." and words.glued(i + 2) and tail.isdecimal()


def _ends_range(tail: str, first: int) -> bool:
    """Whether figures are the second year of a range: "1957-58", "1957-1960"."""
    return tail.isdecimal() and (len(tail) == 2 or (len(tail) == 4 and first <= int(tail) < 3000))


def _is_number(words: Words, i: int) -> bool:
    """A number in a longer one, in an address or in a reference: "7946 1958", "1600 Pennsylvania Avenue", "Smith (2010)"."""
    low = words.low
    if low[i - 1][-1:].isdecimal() or low[i + 1][:1].isdecimal() or low[i - 1] == "at":
        return True
    if words.capital(i + 1) and (low[i + 2] in lexicon.STREETS or low[i + 3] in lexicon.STREETS):
        return True
    return _is_citation(words, i)


def _is_citation(words: Words, i: int) -> bool:
    """ "Smith (2010)", "Smith et al., 2010", "(Smith, 2010)"."""
    low = words.low
    al = "al" in {low[i - 2], low[i - 3]}
    if low[i - 1] == "(" and low[i + 1] == ")":
        return words.capital(i - 2) or al
    return low[i - 1] == "," and (al or (low[i + 1] == ")" and low[i - 3] == "("))


def _counts(words: Words, i: int) -> bool:
    """ "some 1,945 people" has a comma; "about 2000 metres" and "1500 nurses" are told by their noun and cue."""
    before, after = words.low[i - 1], words.low[i + 1]
    if after.endswith(("children", "people", "women")):
        return before not in lexicon.MAKES_A_YEAR - {"of", "with", "for"}
    plural = (
        after.isalpha()
        and after.endswith("s")
        and not after.endswith("ss")
        and after not in {"was", "is", "has", "as", "its", "his", "this"}
    )
    return plural and before not in lexicon.MAKES_A_YEAR


def spoken_year(words: Words, i: int) -> Found | None:
    """ "nineteen ninety-one", "twenty sixteen"."""
    found = read_year(words, i)
    return Found(i, found[0], Point(found[1])) if found else None


def decade(words: Words, i: int) -> Found | None:
    """ "1990s", "'80s", "the nineties", "the 1800s" (a century)."""
    low = words.low
    j = i + (low[i] == "the")
    if low[j] in lexicon.DECADES:
        before = i - 2 if low[i - 1] in DASHES else i - 1  # "the mid-nineties"
        told = j > i or (low[before - 1] == "the" and low[before] in NARROWING)
        return Found(i, j + 1, Fixed("DATE", f"19{lexicon.DECADES[low[j]]}")) if told else None
    return _decade_in_figures(words, i, j)


def _decade_in_figures(words: Words, i: int, j: int) -> Found | None:
    """ "1990s", "'80s", "the 1800s"."""
    low = words.low
    mark = low[j] in APOSTROPHES
    digits = low[j + mark]
    k = j + mark + 1
    k += low[k] in APOSTROPHES and words.glued(k)
    if not (_is_round(digits) and low[k] == "s" and words.glued(k)):
        return None
    if len(digits) == 2 and digits != "00" and _is_decade(words, i, j, mark):
        return Found(i, k + 1, Fixed("DATE", f"{'19' if int(digits) >= 30 else '20'}{digits[0]}"))
    return _whole_decade(words, i, j, k) if len(digits) == 4 and not mark and digits[0] in "12" else None


def _is_round(digits: str) -> bool:
    return digits.isdecimal() and digits.isascii() and digits.endswith("0")


def _whole_decade(words: Words, i: int, j: int, k: int) -> Found:
    """ "the 1970s", "the 1800s" (a century), "the 1970s-era plant": an adjective leaves the article outside."""
    digits = words.low[j]
    century = digits.endswith("00") and int(digits) < 2000
    adjective = words.low[k + 1] in DASHES and words.glued(k + 1)
    return Found(j if adjective else i, k + 1, Fixed("DATE", digits[:2] if century else digits[:3]))


def _is_decade(words: Words, i: int, j: int, mark: bool) -> bool:
    """Whether two figures and an s are years: "the '80s", "the 60s and 70s"; not "in his early 20s", "temperatures in the 80s"."""
    low = words.low
    early = j - 2 - (low[j - 1] in DASHES)
    if low[max(early, 0)] in {"his", "her", "their", "my", "your", "our"}:
        return False
    if not mark and not DEGREES.isdisjoint(low[max(i - 4, 0) : i]):
        return False
    listed = low[j - 1] in {"and", "or", "to"} and low[j - 2] == "s" and low[j - 3][:1].isdecimal()
    return mark or j > i or listed or low[j - 1] in NARROWING


def century(words: Words, i: int) -> Found | None:
    """ "the 20th century", "nineteenth-century"."""
    j = i + (words.low[i] == "the")
    found = ordinal(words, j)
    if found is None or not 1 <= found[1] <= 30:
        return None
    k = found[0] + (words.low[found[0]] in DASHES)
    if words.low[k] in {"and", "to", "or", "-", "–"} and k == found[0]:
        return _first_of_centuries(words, i, found)
    if words.low[k] not in {"century", "centuries"}:
        return None
    if k > found[0]:
        i = j  # "the 19th-century house": an adjective leaves the article outside
    if words.raw[k + 1] in {"BC", "BCE"}:
        return Found(i, k + 2, Fixed("DATE", f"BC{found[1] - 1:02d}"))
    return Found(i, k + 1, Fixed("DATE", f"{found[1] - 1:02d}"))


def _first_of_centuries(words: Words, i: int, first: tuple[int, int]) -> Found | None:
    """ "the 17th and 18th centuries": the first of them."""
    second = ordinal(words, first[0] + 1)
    both = second and second[1] > first[1] and words.low[second[0]] == "centuries"
    return Found(i, first[0], Fixed("DATE", f"{first[1] - 1:02d}")) if both else None


def part_of_year(words: Words, i: int) -> Found | None:
    """A quarter or half: "the third quarter of 1989", "fiscal second-quarter", "this year's third quarter", "Q3 2016"."""
    if short := _short_part(words, i):
        return short
    low = words.low
    j, base, shift = _year_before_part(words, i + (low[i] == "the"))
    if low[j] in lexicon.PART_ADJECTIVES:
        j += 1 + (low[j + 1] in DASHES)
    which = _which_part(words, i, j)
    if which is None:
        return None
    k, number = which
    if second := _second_quarter(words, k, number):  # "the first and second quarters of 2015"
        return Found(i, k, replace(second, part=f"Q{number}"))
    if number == 1 and low[k : k + 2] == ["two", "quarters"]:  # "the first two quarters of 1990" are a half
        found = _year_of_part(words, i, k + 2, "H1", base, shift)
        return found if found.last > k + 2 or base else None
    return _numbered_part(words, i, k, number, base, shift)


def _which_part(words: Words, i: int, j: int) -> tuple[int, int] | None:
    """ "third", "the final": the place after it and its number, -1 the last."""
    final = words.low[j] in {"last", "final"} and j > i and words.low[j - 1] == "the"
    return (j + 1, -1) if final else ordinal(words, j)


def _numbered_part(words: Words, i: int, k: int, number: int, base: int | None, shift: int | None) -> Found | None:
    """ "the third quarter", "the second half", "the third-quarter loss": an adjective leaves the article outside."""
    low = words.low
    if low[k] in DASHES:
        k, i = k + 1, i + (low[i] == "the")
    if low[k] == "half":
        return _half(words, i, k, number, base, shift)
    return _quarter(words, i, k, number, base, shift) if low[k] in {"quarter", "quarters"} else None


def _short_part(words: Words, i: int) -> Found | None:
    """ "Q3 2016", "H1 2016", "4Q 2015"; a quarter also without its year: "Q3"."""
    low = words.low
    if not words.glued(i + 1):
        return None
    if words.raw[i] in {"Q", "H"} and low[i + 1] in ({"1", "2", "3", "4"} if low[i] == "q" else {"1", "2"}):
        found = _year_of_part(words, i, i + 2, f"{words.raw[i]}{low[i + 1]}", None, None)
        return found if low[i] == "q" or found.last > i + 2 else None
    if low[i] in {"1", "2", "3", "4"} and words.raw[i + 1] == "Q":
        found = _year_of_part(words, i, i + 2, f"Q{low[i]}", None, None)
        return found if found.last > i + 2 else None
    return None


def _year_before_part(words: Words, j: int) -> tuple[int, int | None, int | None]:
    """The year before a part of it: the place after it, the year, or years from this one.

    "the 1988 third quarter", "2015's first quarter", "last year's first half", "the year-ago quarter".
    """
    low = words.low
    if (known := integer(low[j])) is not None and len(low[j]) == 4:
        j += 1
        return j + 2 * (low[j] in APOSTROPHES and low[j + 1] == "s"), known, None
    if (relative := relative_year(words, j)) is not None and low[relative[0]] in APOSTROPHES:
        return relative[0] + 2, None, relative[1]
    if low[j] == "year" and low[j + 1] == "-" and low[j + 2] in {"ago", "earlier"}:
        return j + 3, None, -1
    return j, None, None


def _quarter(words: Words, i: int, k: int, number: int, base: int | None, shift: int | None) -> Found | None:
    """ "the third quarter", "the final quarter of 2015"; not one of a match."""
    if 1 <= number <= 4 and not _of_a_match(words, k + 1):
        found = _year_of_part(words, i, k + 1, f"Q{number}", base, shift)
        said = base or shift is not None or found.last > k + 1
        return found if said or not of_a_match(words, k) else None
    if words.low[k] == "quarter" and words.low[k - 1] == "final":
        found = _year_of_part(words, i, k + 1, "Q4", base, shift)
        return found if found.last > k + 1 else None
    return None


def _half(words: Words, i: int, k: int, number: int, base: int | None, shift: int | None) -> Found | None:
    """ "the second half of 2015"; a half alone is as likely one of a match, but for what figures are given for."""
    if number not in {1, 2, -1}:
        return None
    found = _year_of_part(words, i, k + 1, f"H{number if number > 0 else 2}", base, shift)
    dated = base or shift is not None or "fiscal" in words.low[i:k] or found.last > k + 1
    return found if dated or of_figures(words, i, k) else None


def _second_quarter(words: Words, i: int, first: int) -> Point | None:
    """What the second of two quarters means, which says the year for both: "the second and third quarters of last year"."""
    low = words.low
    j = i + (low[i] in DASHES)  # "first- and second-quarter profit"
    if low[j] not in {"and", "or", "to", "through"}:
        return None
    which = ordinal(words, j + 1)
    if which is None or not first < which[1] <= 4:
        return None
    k = which[0] + (low[which[0]] in DASHES)
    if low[k] not in {"quarter", "quarters"} or _of_a_match(words, k + 1):
        return None
    point = _year_of_part(words, i, k + 1, "", None, None).meaning
    return point if isinstance(point, Point) else None


def _of_a_match(words: Words, i: int) -> bool:
    """ "in the fourth quarter of the game"."""
    return words.low[i] in {"of", "against"} and not lexicon.MATCHES.isdisjoint(words.low[i + 1 : i + 5])


def _year_of_part(words: Words, first: int, last: int, part: str, base: int | None, shift: int | None) -> Found:
    """The year said after a part of the year: "of 1989", "1989", "of fiscal 1990", "of this year", "last year"."""
    low, j = words.low, last
    if base is None and shift is None:
        k = j + (low[j] in {"of", "in"})
        k += low[k] == "fiscal"
        if (number := _four_figures(low[k])) is not None:
            return Found(first, k + 1, Point(number, part=part))
        if low[j] == "of" and low[j + 1 : j + 3] == ["the", "year"]:
            return Found(first, j + 3, Point(part=part))
        if relative := relative_year(words, j):
            return Found(first, relative[0], Point(part=part, year_shift=relative[1]))
    return Found(first, last, Point(base, part=part, year_shift=shift))


def season(words: Words, i: int) -> Found | None:
    """ "the summer of 1994", "in spring", "summer 2015"; not "the fall of Kabul" nor "prices fall"."""
    low = words.low
    article = low[i] == "the"
    j = i + article
    if low[j] not in lexicon.SEASONS or _is_no_season(words, i, j):
        return None
    point = Point(part=lexicon.SEASONS[low[j]])
    if dated := _year_of_season(words, i, j, point):
        return dated
    if low[j + 1] == "of":
        return None
    listed = low[j - 1] in {"and", "or", "to"} and low[j - 2] in lexicon.SEASONS  # "in spring and fall"
    if listed or low[j - 1 - article] in SEASON_CUES or (low[j] in {"summer", "winter"} and article):
        return Found(i, j + 1, point)
    return None


def _is_no_season(words: Words, i: int, j: int) -> bool:
    """ "spring from", "the Arab Spring of 2011", "the Winter Olympics", "the winter months", "hurt in the fall"."""
    low = words.low
    if low[j] == "spring" and low[j + 1] in {"from", "up"}:
        return True
    if words.capital(j) and _in_a_name(words, i, j):
        return True
    months = low[j + 1] == "months" and low[i - 1] not in {"over", "during", "through", "throughout"}
    return months or is_tumble(words, i)


def _in_a_name(words: Words, i: int, j: int) -> bool:
    """Whether a season with a capital stands beside another capital: "the Arab Spring", "the Winter Olympics"."""
    before = words.capital(i - 1) and words.low[i - 1].isalpha() and words.low[i - 1] not in BEFORE_SEASON
    return before or (words.capital(j + 1) and words.low[j + 1].isalpha())


def _four_figures(word: str) -> int | None:
    """The year that four figures give."""
    number = integer(word)
    return number if number is not None and len(word) == 4 and 1000 <= number <= 2999 else None


def _year_of_season(words: Words, i: int, j: int, point: Point) -> Found | None:
    """ "the winter of 1962-63", "the fall of '68", "summer of nineteen ninety-four", "summer last year"."""
    low = words.low
    k = j + 1 + (low[j + 1] in {"of", ","})
    if (number := _four_figures(low[k])) is not None:
        both = point.part == "WI" and low[k + 1] in {"-", "–", "/"} and short_year(words, k + 2, number)
        return Found(i, k + 3 if both else k + 1, replace(point, year=number))
    if (short := short_date(words, k)) is not None and k > j + 1:
        return Found(i, k + 2, replace(short, part=point.part))
    if spoken := read_year(words, k):
        return Found(i, spoken[0], replace(point, year=spoken[1]))
    if relative := relative_year(words, j + 1):
        return Found(i, relative[0], replace(point, year_shift=relative[1]))
    return None
