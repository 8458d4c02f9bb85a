"""One reading of an article from its first to its last time: each is resolved with what the article has told so far."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Doc

from generator.language.times import lexicon, stretches
from generator.language.times.documents import Quoted
from generator.language.times.grammar import expressions
from generator.language.times.habits import Habits
from generator.language.times.lexemes import Words
from generator.language.times.matches import APOSTROPHES, Found
from generator.language.times.meaning import Context, Length, Meaning, Point, Same, Shift, Tense, TimexType, Unit
from generator.language.times.model import TimeExpression
from generator.language.times.names import Names
from generator.language.times.resolution import SUNDAY, resolve
from generator.language.times.tense import Tenses
from generator.values import timex

PAST_ENOUGH = 2  # years gone by that make a narrative
OVERNIGHT = Unit("D", -1, "TNI")
THIS_WEEK = Unit("W", 0)
# words that look back from an evening: "He had left at 5 a.m."
BACK_IN_TIME = frozenset({"had", "'d", "’d", "earlier", "before", "since"})
NEXT_DATE_WITHIN = 40  # words from one date of the past to the next
# TIMEX3 mod of a clock time by the word before it
MOD_OF_CLOCK = {"before": "BEFORE", "after": "AFTER", "past": "AFTER", "by": "ON_OR_BEFORE"}
CLAUSE = 12  # words before an hour in which its clause begins
JOINERS = frozenset({"-", "–", "—", "to", "through", "until", "till"})


def time_expressions(doc: Doc, published: date | None) -> tuple[TimeExpression, ...]:
    """The time expressions of a parsed article in reading order.

    Args:
        doc: the article with tags and a dependency parse (tense decides whether "Friday" is past or future); without them
            the verb forms near by decide.
        published: the day the article appeared; without it, years that the text does not state stay unknown.
    """
    return Reading(doc, published).all()


class Reading:
    """What an article has told when the reading has come to a place."""

    def __init__(self, doc: Doc, published: date | None) -> None:
        self.words = Words(doc.text)
        self.published = published
        self.tenses = Tenses(doc)
        self.names = Names(doc, self.words)
        self.context = Context(published)
        self.quoted = Quoted(self.words)
        self.founds = list(expressions(self.words))
        self.habits = Habits(self.words, self.founds, self.tenses)
        self.narrative = _narrative(self.founds, published)
        self.told: tuple[Point, int, int] | None = None  # a date of the past, its year and its place
        self.said: tuple[int, str, int] | None = (
            None  # the word that the last date of the past hangs on, its value and its end
        )
        self.previous: Found | None = None

    def all(self) -> tuple[TimeExpression, ...]:
        """Read the article."""
        read = [(found, time) for found in self.founds if (time := self._read(found))]
        nexts: list[tuple[Found, TimeExpression] | None] = [*read, None][1:]
        return tuple(self._placed(found, time, after) for (found, time), after in zip(read, nexts, strict=True))

    def _read(self, found: Found) -> TimeExpression | None:
        start, end = self.words.start[found.first], self.words.end[found.last - 1]
        if self._is_name(found, start, end):
            return None
        self.context.story = _story(self.told, found, self.narrative)
        self.context.overnight = self.previous is not None and _runs_on(self.words, self.previous, found)
        self.context.late = self.previous is not None and _is_late(self.words, self.previous)
        found, tense = self._in_its_tense(found, start, end)
        resolved = self._resolved(found, tense, start, end)
        if resolved is None:
            return None
        kind, value = resolved
        kind = "SET" if found.set else kind
        value = self._hour_of_habit(found) or value
        if self.previous is not None and self.context.anchor:
            value = _in_order(self.words, self.previous, found, self.context.anchor, value, self.published)
        earliest, latest = (timex.days(value) if kind in {"DATE", "TIME"} else None) or (None, None)
        time = TimeExpression(start, end, kind, value, earliest, latest, self._mod(found, value))
        self._remember(found, time)
        return time

    def _hour_of_habit(self, found: Found) -> str | None:
        """ "opens daily at 8 a.m.", "from 8 a.m. to 6 p.m. on weekdays": an hour of no one day."""
        point = found.meaning
        if not isinstance(point, Point) or point != Point(clock=point.clock) or ":" not in (point.clock or ""):
            return None
        return f"XXXX-XX-XX{point.clock}" if self.habits.hold(found) else None

    def _mod(self, found: Found, value: str) -> str | None:
        return found.mod or _before(found, value) or _beside(self.words, found)

    def _is_name(self, found: Found, start: int, end: int) -> bool:
        return (self.names.hold(start, end) and not _a_day(found)) or self.names.is_person(found)

    def _in_its_tense(self, found: Found, start: int, end: int) -> tuple[Found, Tense]:
        """The tense of an expression, and what it means in that tense."""
        tense = _tense(self.words, found, self.tenses) if _open(found) else None
        if found.mod == "END" and _of_the_unit(self.words, found):
            tense = self.tenses.at(start, end)
            if isinstance(found.meaning, Unit):
                found = replace(found, meaning=Unit(found.meaning.unit, -(tense == "past")))
        coming = self._coming(found)
        if coming and self.tenses.at(start, end) == "future":
            found = replace(found, meaning=coming)
        return found, tense

    def _coming(self, found: Found) -> Unit | None:
        """What an expression means ahead: "temperatures will fall overnight", "will vote this week" in a paper of Sunday."""
        if found.meaning == OVERNIGHT:
            return Unit("D", 0, "TNI")
        sunday = self.published is not None and self.published.isoweekday() == SUNDAY
        return Unit("W", 1) if sunday and found.meaning == THIS_WEEK and not found.mod else None

    def _resolved(self, found: Found, tense: Tense, start: int, end: int) -> tuple[TimexType, str] | None:
        if day := self.quoted.day_at(found.first):
            return resolve(found.meaning, replace(self.context, published=day), tense)
        if tense in {"plan", "set", "would"} and (day := _told_on(found, self.said, self.context, self.tenses, start, end)):
            return resolve(found.meaning, replace(self.context, published=day), "future")
        if self.tenses.reports(start, end):
            tense = "past"
        return resolve(_behind(self.words, found, self.tenses, self.context.story is not None), self.context, tense)

    def _remember(self, found: Found, time: TimeExpression) -> None:
        if self.published is not None and time.earliest and time.earliest < self.published.isoformat():
            self.said = (self.tenses.verb_of(time.start, time.end), time.value, time.end)
        self.quoted.saw(found, time.value)
        _remember(self.context, found, time.value, time.type)
        if self.published is not None:
            self.told = _told(found, time.value, self.published, self.context.story is not None) or self.told
            if isinstance(found.meaning, Length) and _of_results(self.words, found):
                self.context.stretch = f"{self.published.year:04d}"
        self.previous = found

    def _placed(self, found: Found, time: TimeExpression, after: tuple[Found, TimeExpression] | None) -> TimeExpression:
        """A length with its days, where it has them: "the last four months of 2016"."""
        if time.type != "DURATION":
            return time
        days = None
        joined = after is not None and after[0].first == found.last + 1 and self.words.low[found.last] in {"of", "in"}
        if joined and after is not None and after[1].earliest and after[1].latest:
            days = stretches.within(self.words, found, (after[1].earliest, after[1].latest))
        elif self.published is not None:
            days = stretches.from_now(self.words, found, self.published)
        return replace(time, earliest=days[0], latest=days[1]) if days else time


def _told_on(
    found: Found, said: tuple[int, str, int] | None, context: Context, tenses: Tenses, start: int, end: int
) -> date | None:
    """The day that a plan is seen from: "said in June it would meet in August", "said then that it could not until July"."""
    point = found.meaning
    if not isinstance(point, Point) or point.year or point.year_shift is not None or not (point.month or point.weekday):
        return None
    value = said[1] if said and (tenses.is_under(start, end, said[0]) or tenses.is_reported(start, said[2])) else None
    if value is None and context.anchor and tenses.says_then(start):
        value = context.anchor
    days = timex.days(value) if value else None
    if days is None or days[0] > (context.published or date.min).isoformat():
        return None
    if point.month is None and days[0] != days[1]:
        return None  # "said in June it would vote on Monday"
    return date.fromisoformat(days[0])


def _narrative(founds: list[Found], published: date | None) -> bool:
    """Whether an article tells of years gone by and not of the days around its own."""
    if published is None:
        return False
    points = [found.meaning for found in founds if isinstance(found.meaning, Point)]
    past = sum(point.year is not None and point.year < published.year for point in points)
    near = any(isinstance(found.meaning, Unit) for found in founds) or any(
        point.weekday and not point.day for point in points
    )
    years = [point.year for point in points if point.year is not None]
    back = sum(second < first for first, second in pairwise(years))
    return past >= PAST_ENOUGH and not near and 3 * back < len(years)  # a story runs on; a list of years goes to and fro


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
    return (year, date.month or 0) if narrative or (alike and found.first - place <= NEXT_DATE_WITHIN) else None


def _runs_on(words: Words, before: Found, found: Found) -> bool:
    """Whether an hour follows on the time named before it, and does not look back from it."""
    between = words.low[before.last : found.first]
    return len(between) <= NEXT_DATE_WITHIN and BACK_IN_TIME.isdisjoint(between[-CLAUSE:])


def _is_late(words: Words, found: Found) -> bool:
    """ "late on Friday", "late Friday"."""
    return found.mod == "END" or words.low[max(found.first - 2, 0) : found.first] == ["late", "on"]


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


def _beside(words: Words, found: Found) -> str | None:
    """A clock time that something lies before or after: "just before 6pm", "shortly after midnight", "before noon on Friday"."""
    clock = isinstance(found.meaning, Point) and found.meaning.clock is not None and ":" in found.meaning.clock
    return MOD_OF_CLOCK.get(words.low[found.first - 1]) if clock else None


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
    if kind not in {"DATE", "TIME"} or not (timex.days(value) or timex.UNKNOWN_YEAR.fullmatch(value)):
        return
    context.anchor = value
    if timex.PART.fullmatch(value) and not _is_compared(context, found, value):
        context.period = context.stretch = value


def _is_compared(context: Context, found: Found, value: str) -> bool:
    """Whether a period is only looked at: back, to compare with, or ahead.

    Results are told of a quarter that has ended; "continue into the fourth quarter" changes nothing.
    """
    ahead = context.published is not None and (timex.days(value) or ("", ""))[1] > context.published.isoformat()
    return ahead or isinstance(found.meaning, Same | Shift) or (context.period or "") > value


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
