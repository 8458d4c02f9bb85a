"""The grammar as a whole: which rules a word may open, modifiers around an expression, and expressions joined to a range.

At each word that can open an expression every rule for it is tried and the longest match wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.language.lexicon.marks import DASHES
from generator.language.times import (
    asides,
    calendar_dates,
    calendar_units,
    clock,
    durations,
    feasts,
    lexicon,
    numeric_dates,
    plain_words,
    postposed,
    year_words,
    years,
)
from generator.language.times.lexemes import Words, integer
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Fixed, Length, Point, Shift

Rule = Callable[[Words, int], Found | None]


def expressions(words: Words) -> Iterator[Found]:
    """The time expressions of a text in reading order; none overlaps another."""
    low, i, end = words.low, 4, len(words.low) - 4
    openers = OPENERS
    while i < end:
        word = low[i]
        rules = openers.get(word)
        if rules is None:
            if not word[0].isdigit():
                i += 1
                continue
            rules = FIGURE_RULES
        found = _longest(words, i, rules)
        if found is None:
            i += 1
            continue
        yield found
        i = found.last
        while (more := _continued(words, found)) is not None:
            yield more
            found, i = more, more.last


def _longest(words: Words, i: int, rules: tuple[Rule, ...]) -> Found | None:
    best: Found | None = None
    for rule in rules:
        found = rule(words, i)
        if found is not None and (best is None or found.last > best.last):
            best = found
    return best


def modified(words: Words, i: int) -> Found | None:
    """A modifier and what it modifies: "early 1990", "about two years", "the end of November", "mid-July", "earlier this week"."""
    return _modified(words, i, again=True)


def _modified(words: Words, i: int, again: bool) -> Found | None:
    low = words.low
    for size in (4, 3, 2, 1):
        mod = lexicon.MODIFIERS.get(tuple(low[i : i + size]))
        if mod is None:
            continue
        j = i + size
        j += low[j] in DASHES and words.glued(j) and low[j - 1] in lexicon.EARLY | lexicon.LATE | lexicon.MID
        inner = _core(words, j, again)
        if inner is None or inner.first != j:
            continue
        if not _fits(low, i, j, size, mod, inner):
            continue
        return replace(inner, first=i, mod=inner.mod or mod or None)
    return None


def _fits(low: list[str], i: int, j: int, size: int, mod: str, inner: Found) -> bool:
    """Whether a modifier can stand before an expression."""
    if mod in lexicon.AMOUNTS and not _amount(inner):
        return False
    if inner.set or (mod == "APPROX" and not _rounded(inner)):
        return False
    if low[i] == "over" and low[j] in {"the", "several", "recent", "past", "last", "next"}:
        return False  # "over the past two years"
    if low[i] in {"earlier", "later"} and isinstance(inner.meaning, Point) and size == 1 and inner.meaning.weekday:
        return False  # "Earlier Friday, the court ..."
    if mod not in {"START", "END", "MID"}:
        return True
    if isinstance(inner.meaning, Fixed):
        return not inner.meaning.value.endswith("REF")
    return not isinstance(inner.meaning, Length) or low[i] == "the"  # "late two days": no


def _core(words: Words, i: int, again: bool) -> Found | None:
    """The expression that opens at a word, with a modifier of its own ("about the end of May") only if `again`."""
    word = words.low[i]
    rules = OPENERS.get(word, FIGURE_RULES if word[:1].isdigit() else ())
    plain = _longest(words, i, tuple(rule for rule in rules if rule is not modified))
    inner = _modified(words, i, again=False) if again and modified in rules else None
    return inner if inner and (plain is None or inner.last > plain.last) else plain


def _amount(found: Found) -> bool:
    return isinstance(found.meaning, Length | Shift)


def _rounded(found: Found) -> bool:
    """Whether "about" can stand before an expression: "about two years", "around Nov. 1"; not "get around Wednesday's ruling"."""
    meaning = found.meaning
    if isinstance(meaning, Point):
        return meaning.weekday is None or meaning.clock is not None
    return isinstance(meaning, Length | Shift) or found.mod == "END"


def _continued(words: Words, found: Found) -> Found | None:
    """The second part of a range or list that leaves out what the first has said: "July 15-22", "Sept. 4 to 6", "2008-09"."""
    point = found.meaning
    if not isinstance(point, Point) or point.clock:
        return None
    low, i = words.low, found.last
    joined = low[i] in {"-", "–", "—", "/", "to", "and", "through", "or", "until", ","}
    if not joined:
        return None
    j = i + 1 + (low[i] == "," and low[i + 1] == "and")
    if point.month is None and point.year is not None and point.part is None and low[i] in {"-", "–", "/"}:
        return year_words.short_year(words, j, point.year)
    if point.day is None or point.month is None or low[found.last - 1] != str(point.day).zfill(len(low[found.last - 1])):
        return None
    number = integer(low[j])
    if (
        number is None
        or not point.day < number <= 31
        or len(low[j]) > 2
        or low[j + 1] in lexicon.COUNTED | lexicon.MONTHS.keys() | {"%", ":"}
    ):
        return None
    if low[i] in {",", "and", "or", "to"} and (low[j + 1].isalpha() and low[j + 1] not in lexicon.AFTER_DAY):
        return None  # "on July 15 and 22 people"
    if low[i] == "," and low[j + 1] not in {",", "and", "or"} and low[j - 1] != "and":
        return None
    year = year_words.year_after(words, j + 1)
    if year:
        return Found(j, year[0], replace(point, day=number, year=year[1]))
    return Found(j, j + 1, replace(point, day=number))


FIGURE_RULES: tuple[Rule, ...] = (
    numeric_dates.figures,
    clock.clock,
    calendar_dates.full_date,
    postposed.postposed,
    years.year,
    years.decade,
    years.century,
    years.part_of_year,
    durations.length,
)


def _openers() -> dict[str, tuple[Rule, ...]]:
    """For every word that can open an expression, the rules to try."""
    table: dict[str, list[Rule]] = {}

    def opens(names: object, *rules: Rule) -> None:
        for name in names:  # type: ignore[attr-defined]
            known = table.setdefault(name, [])
            known.extend(rule for rule in rules if rule not in known)

    opens(lexicon.MONTHS, calendar_dates.full_date, calendar_dates.month)
    opens(lexicon.WEEKDAYS, calendar_dates.full_date, calendar_dates.habit, calendar_dates.weekday)
    opens({*lexicon.MONTHS, *lexicon.WEEKDAYS}, postposed.postposed)
    opens(lexicon.PLURAL_WEEKDAYS, calendar_dates.habit)
    opens({"the", "last", "final", *lexicon.ORDINAL_DAYS}, calendar_dates.weekday_of_month, calendar_dates.week_of_month)
    opens(lexicon.ORDINAL_DAYS, calendar_dates.full_date, years.part_of_year, years.century)
    opens({"one", "some", "someday"}, plain_words.some_day)
    opens(lexicon.CARDINALS, durations.length, years.spoken_year, years.century, years.part_of_year, clock.clock)
    opens(
        {"the"},
        calendar_dates.full_date,
        years.decade,
        years.century,
        years.part_of_year,
        years.season,
        calendar_units.definite,
        durations.stretch,
    )
    opens({"the", "that", *calendar_units.SHIFT_OF_UNIT}, calendar_units.deictic)
    opens({"the", "that", "these", "those", *durations.STRETCH}, durations.stretch)
    opens({"that", "year", "last"}, calendar_units.definite)
    opens({"last", "next"}, asides.elliptic)
    opens({"the"}, asides.beside, asides.in_the_morning)
    opens(lexicon.PLURALS, durations.vague, durations.lasting)
    opens({*lexicon.CALENDAR, *(f"{unit}long" for unit in ("hour", *lexicon.CALENDAR))}, durations.lasting)
    opens({"the", "week", "month", "weekend"}, calendar_units.around)
    opens({"fiscal", "last", "this", "next", "year", "q"}, years.part_of_year)
    opens({"fiscal", "fy"}, calendar_units.quarter_of)
    opens({"h"}, years.part_of_year)
    opens({"the", *lexicon.CALENDAR}, calendar_units.beyond)
    opens({"the", "night", "morning", "evening", "afternoon"}, calendar_units.around)
    opens({"the"}, calendar_dates.day_alone)
    opens({"year"}, calendar_units.year_end)
    opens(APOSTROPHES, years.decade, year_words.apostrophe_year)
    opens(lexicon.DECADES, years.decade)
    opens(lexicon.SEASONS, years.season)
    opens({name.split()[0].split("'")[0].rstrip(".") for name in feasts.FEAST_NAMES}, calendar_dates.feast)
    opens({"half", "quarter", "a", *lexicon.CLOCK_WORDS}, clock.clock)
    opens({"weekends"}, calendar_dates.habit)
    opens({"overnight"}, calendar_dates.overnight)
    opens(lexicon.BREAKS_OF_DAY, calendar_dates.daybreak)
    opens({"all", "the"}, asides.whole)
    opens({"mid"}, plain_words.mid_day)
    opens({"a", "an", "half", "the", *lexicon.VAGUE}, durations.length)
    opens(lexicon.EVERY, durations.every)
    opens({"ad"}, years.year)
    opens({*lexicon.DEICTIC, "tonight", "overnight", "soon", *lexicon.ADVERBS, *lexicon.REFERENCES}, plain_words.plain)
    opens({phrase[0] for phrase in lexicon.PHRASES}, plain_words.plain)
    opens({phrase[0] for phrase in lexicon.MODIFIERS}, modified)
    return {name: tuple(rules) for name, rules in table.items()}


OPENERS = _openers()
