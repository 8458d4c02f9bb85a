"""Dates in words: find time expressions and say which day, month or span each means.

Method: a token grammar (`grammar`, with `years`, `points`, `clock`, `figures`, `spans`, `lengths` and `asides`) recognises
an expression and composes its parts into a meaning that does not depend on the article ("the third day before the anchor");
resolving that meaning (`resolution`) against the day of publication, the tense of its clause (`tense`) and the date named
last gives a TIMEX3 value.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.times import lexicon
from generator.language.times.grammar import expressions
from generator.language.times.lexemes import Words
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Context, Length, Meaning, Point, Same, Shift, Tense, TimexType, Unit
from generator.language.times.resolution import resolve
from generator.language.times.tense import Tenses
from generator.values import timex

NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC"})  # "The Sunday Times" is no Sunday

ENOUGH = 2  # years gone by that make a narrative
# "closed on Mondays and Tuesdays": no firm, whatever the names' model takes it for
TIME_WORDS = frozenset(
    {"and", "or", "to", "-", *lexicon.WEEKDAYS, *lexicon.PLURAL_WEEKDAYS, *lexicon.MONTHS} - {"may", "april"}
)
OVERNIGHT = Unit("D", -1, "TNI")
NEAR = 40  # words from one date of the past to the next
JOINERS = frozenset({"-", "–", "—", "to", "through", "until", "till"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and the time that they name."""

    start: int  # code points into the article
    end: int
    type: TimexType
    value: str  # TIMEX3, "XXXX-07-15" where the year can't be known
    earliest: str | None = None  # ISO 8601 days of the interval that the value names, where it names one
    latest: str | None = None
    mod: str | None = None  # TIMEX3 mod: START, MID, END, APPROX, MORE_THAN, LESS_THAN, EQUAL_OR_MORE, EQUAL_OR_LESS


def time_expressions(doc: Doc, published: date | None) -> Iterator[TimeExpression]:
    """Yield the time expressions of a parsed article in reading order.

    Args:
        doc: the article with tags and a dependency parse (tense decides whether "Friday" is past or future); without them
            the verb forms near by decide.
        published: the day the article appeared; without it, years that the text does not state stay unknown.
    """
    words = Words(doc.text)
    tenses = Tenses(doc)
    context = Context(published)
    named = _named(doc)
    namesakes = _namesakes(doc)
    previous: Found | None = None
    founds = list(expressions(words))
    told: tuple[Point, int, int] | None = None
    narrative = _narrative(founds, published)
    for found in founds:
        start, end = words.start[found.first], words.end[found.last - 1]
        if (_in_name(named, start, end) and not _a_day(found)) or _called(words, found, namesakes):
            continue
        tense = _tense(words, found, tenses) if _open(found) else None
        context.story = _story(told, found, narrative)
        if found.mod == "END" and _of_the_unit(words, found):
            tense = tenses.at(start, end)
            found = (
                replace(found, meaning=Unit(found.meaning.unit, -(tense == "past")))
                if isinstance(found.meaning, Unit)
                else found
            )
        if found.meaning == OVERNIGHT and tenses.at(start, end) == "future":
            found = replace(found, meaning=Unit("D", 0, "TNI"))  # "temperatures will fall overnight"
        resolved = resolve(_behind(words, found, tenses, context.story is not None), context, tense)
        if resolved is None:
            continue
        kind, value = resolved
        kind = "SET" if found.set else kind
        if previous is not None and context.anchor:
            value = _in_order(words, previous, found, context.anchor, value, published)
        days = timex.days(value) if kind in {"DATE", "TIME"} else None
        earliest, latest = days or (None, None)
        yield TimeExpression(start, end, kind, value, earliest, latest, found.mod or _before(found, value))
        _remember(context, found, value, kind)
        if published is not None:
            told = _told(found, value, published, context.story is not None) or told
        if isinstance(found.meaning, Length) and published is not None and _of_results(words, found):
            context.stretch = f"{published.year:04d}"
        previous = found


def _narrative(founds: list[Found], published: date | None) -> bool:
    """Whether an article tells of years gone by and not of the days around its own."""
    if published is None:
        return False
    points = [found.meaning for found in founds if isinstance(found.meaning, Point)]
    past = sum(point.year is not None and point.year < published.year for point in points)
    near = any(isinstance(found.meaning, Unit) for found in founds) or any(
        point.weekday and not point.day for point in points
    )
    return past >= ENOUGH and not near


def _told(found: Found, value: str, published: date, running: bool) -> tuple[Point, int, int] | None:
    """A date of the past with its year and its place, from which dates without a year may run on."""
    point = found.meaning
    if not isinstance(point, Point) or point.part or not value[:4].isdecimal() or int(value[:4]) >= published.year:
        return None
    return (point, int(value[:4]), found.last) if point.year is not None or (running and point.month) else None


def _story(told: tuple[Point, int, int] | None, found: Found, narrative: bool) -> tuple[int, int] | None:
    """The year that the next date is of: "on 12 June 1944 they landed; on 20 June ..."; a bare year only tells in narratives."""
    if told is None or not isinstance(found.meaning, Point) or found.meaning.month is None:
        return None
    date, year, place = told
    alike = date.month is not None and (date.day is None) == (found.meaning.day is None)
    return (year, date.month or 0) if narrative or (alike and found.first - place <= NEAR) else None


def _behind(words: Words, found: Found, tenses: Tenses, running: bool) -> Meaning:
    """ "since August" lies behind in July, too, and so does what was done "in August"."""
    meaning = found.meaning
    if not isinstance(meaning, Point) or meaning.year is not None:
        return meaning
    done = words.low[found.first - 1] == ("on" if meaning.day else "in") and meaning.month is not None
    done = done and not running and tenses.happened_in(words.start[found.first], words.end[found.last - 1])
    behind = done or words.low[found.first - 1] == "since" or _settled(words, found)
    return replace(meaning, behind=True) if behind else meaning


def _of_the_unit(words: Words, found: Found) -> bool:
    """ "at the end of the year": where the past is told of it, the one that is over; not "the end of this year"."""
    meaning = found.meaning
    told = isinstance(meaning, Unit) and meaning.shift == 0 and "the" in words.low[found.last - 2 : found.last]
    return told and words.low[found.first - 1] in {"at", "since"}


def _settled(words: Words, found: Found) -> bool:
    """ "get around Wednesday's ruling", "under a June agreement", "the attack of July 14": what is done lies behind."""
    low, i = words.low, found.first
    j = found.last + 2 * (low[found.last] in APOSTROPHES and low[found.last + 1] == "s")
    if low[i - 1] in {"of", "on", "in"} and low[i - 2] in lexicon.SUDDEN:
        return True
    return low[j] in lexicon.SETTLED and (j > found.last or low[i - 1] in {"a", "an", "the"})


def _before(found: Found, value: str) -> str | None:
    """Of unknown years, "last November" is told to lie before the others."""
    return (
        "BEFORE"
        if isinstance(found.meaning, Point | Unit) and found.meaning.shift < 0 and value.startswith("XXXX")
        else None
    )


def _a_day(found: Found) -> bool:
    """Whether an expression is a date beyond doubt: "the Aug. 7 Embassy bombings" may be a name."""
    return isinstance(found.meaning, Point) and bool(found.meaning.month and found.meaning.day)


def _tense(words: Words, found: Found, tenses: Tenses) -> Tense:
    if _settled(words, found):
        return "past"
    if words.low[found.last] in lexicon.TRADED:
        return "future"  # "gold for February delivery"
    return tenses.at(words.start[found.first], words.end[found.last - 1])


def _open(found: Found) -> bool:
    """Whether tense can matter to a meaning."""
    return not isinstance(found.meaning, Unit)


def _remember(context: Context, found: Found, value: str, kind: str) -> None:
    """Move the anchor on; a look back to compare ("a year earlier", "the 1988 quarter") does not move the period spoken of."""
    if kind in {"DATE", "TIME"} and (timex.days(value) or timex.UNKNOWN_YEAR.fullmatch(value)):
        context.anchor = value
        compared = isinstance(found.meaning, Same | Shift) or (context.period or "") > value
        # results are told of a quarter that has ended; "continue into the fourth quarter" changes nothing
        ahead = context.published is not None and (timex.days(value) or ("", ""))[1] > context.published.isoformat()
        if timex.PART.fullmatch(value) and not compared and not ahead:
            context.period = context.stretch = value


def _of_results(words: Words, found: Found) -> bool:
    """Whether figures are given for a length: "in the first nine months", "for the year ended June 30"; the next are for it too."""
    low = words.low
    first = bool({"first", "latest"} & set(low[found.first : found.last])) and low[found.last - 1] == "months"
    first = first or (
        low[found.first] == "the" and low[found.first + 1 : found.last] in (["nine", "months"], ["six", "months"])
    )
    return first or words.low[found.last] in {"ended", "ending"}


def _in_order(words: Words, first: Found, second: Found, begin: str, end: str, today: date | None) -> str:
    """The end of a range does not lie before its beginning: "from October to March", "from Monday to Friday"."""
    one, two = first.meaning, second.meaning
    joiner = words.low[first.last]
    # "late Tuesday or early Wednesday": a list of days to come is in order, one of days gone by need not be
    listed = joiner in {"and", "or", "into"} and today is not None and today.isoformat() < begin
    joined = second.first == first.last + 1 and (joiner in JOINERS or listed)
    if (
        not (joined and isinstance(one, Point) and isinstance(two, Point) and begin[:4].isdigit())
        or two.year
        or two.year_shift is not None
    ):
        return end
    if one.month and two.month:
        for year in (int(begin[:4]), int(begin[:4]) + 1):
            resolved = resolve(replace(two, year=year), Context(None), None)
            if resolved and resolved[1] >= begin:
                return resolved[1]
    if one.weekday and two.weekday and not (one.month or two.month) and end < begin and timex.DAY.fullmatch(end):
        with suppress(OverflowError):  # the last week of the calendar
            return (date.fromisoformat(end[:10]) + timedelta(7)).isoformat() + end[10:]
    return end


def _named(doc: Doc) -> list[tuple[int, int]]:
    named = (ent for ent in doc.ents if ent.label_ in NAMES)
    return [(ent.start_char, ent.end_char) for ent in named if not TIME_WORDS.issuperset(ent.text.lower().split())]


def _in_name(named: list[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the words are only a part of a name: "The Sunday Times", "Theresa May"."""
    i = bisect_right(named, (start, sys.maxsize)) - 1
    return i >= 0 and end <= named[i][1] and named[i][1] - named[i][0] > end - start + 1


def _namesakes(doc: Doc) -> frozenset[str]:
    """The months that are people's names in an article: "Theresa May"."""
    people = (ent.text.lower().split() for ent in doc.ents if ent.label_ == "PERSON")
    return frozenset(name[-1] for name in people if len(name) > 1 and name[-1] in lexicon.AMBIGUOUS_MONTHS)


def _called(words: Words, found: Found, namesakes: frozenset[str]) -> bool:
    """ "a statement from May's office", where Theresa May has been named: a person."""
    i = found.first
    alone = found.last == i + 1 and words.low[i] in namesakes
    return alone and words.low[i - 1] in lexicon.WEAK_CUES | {"for", "with"}


class Times:
    """The spaCy component; sets `doc._.times`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the time expressions of an article."""
        doc._.times = tuple(time_expressions(doc, doc._.published))
        return doc


@Language.factory("briefing_times", assigns=["doc._.times"])
def make_times(nlp: Language, name: str) -> Times:
    """Make the component."""
    return Times()
