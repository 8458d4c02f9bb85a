"""When, as an article says it in one go: a day, a month, or a range of them ("from 3 May to 9 May", "between 1990 and 1995")."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from generator.language.events.governors import root_of
from generator.language.lexicon.tags import FINITE
from generator.language.times import TimeExpression
from generator.language.words import FEW_CHILDREN, Words
from generator.values import timex
from generator.values.calendar_words import WEEKDAYS

# what opens a range, and what may join its ends: "from Monday to Thursday", "between 1990 and 1995", "4-6 June", "2001-05"
JOINED = {
    "from": frozenset({"to", "until", "till", "through", "-", "–", "—"}),
    "between": frozenset({"and", "-", "–"}),
    "": frozenset({"-", "–", "—", "to", "through", "until", "till"}),
}
# "4-6 June" may stand behind these; "moved it from May to June" and "postponed from Monday to Friday" are no ranges
MOVED = frozenset(
    "move moved moving postpone postponed delay delayed defer deferred push pushed shift shifted bring brought put reschedule "
    "rescheduled change changed rise rose risen fall fell fallen grow grew grown drop dropped increase increased decline declined up down "
    "compared improve improved climb climbed".split()
)
# "has leaked 30 times since October", "40 people have been killed since May": the span until now
COUNTS = frozenset({"times", "twice", "occasions", "repeatedly"})
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
# "in the three months to June", "for the fiscal year ended Sept. 30"; "moved three months to June" is none
LENGTH_OF_REPORT = re.compile(
    r"the (?:(?:first )?\S+ months|(?P<year>(?:(?:fiscal|financial|business|full|whole) )?year))", re.IGNORECASE
)
LENGTH_IN_MONTHS = re.compile(r"P(\d+)M")
MONTHS_OF_YEAR = 12
ENDS_AT = re.compile(r",? (?:(?:that|which) )?(?:up to|to|through|ended|ending|ends|until)(?: on| in| at)? ")
THE_LAST = frozenset({"last", "past"})
BACK = frozenset({"within", "over", "in", "during", "for", "throughout"})
WHOLE_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
STAMP = re.compile(r"\(@\w+\)\s*$")  # "— Ann Field (@annfield) December 2, 2017"
STAMP_REACH = 40  # code points
# the page's, not the story's: "Page last updated at 10:39 GMT, Wednesday, 28 September 2011", "Updated: 11:34 AM EDT, Tue October 12"
OF_A_PAGE = re.compile(
    r"(?:\b(?:[Pp]age|[Ss]tory|[Aa]rticle) [Ll]ast (?:updated|modified)|\bLast (?:updated|modified)"
    r"|(?P<bare>\b(?:Updated|Published|Posted)))(?: at| on|:)?[ \u00a0]*$"
)
# the same without these words; "at 11:24 GMT on Wednesday, 28 September 2011" dates what is told
HOUR_AND_DAY = re.compile(
    rf"\d{{1,2}}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [a-z]{{2,4}})?,? (?:{'|'.join(WEEKDAYS)})\.?,? .*\b(?:19|20)\d\d",
    re.IGNORECASE,
)
TO_THE_MINUTE = re.compile(r"T\d\d:\d\d")
IN_A_SENTENCE = re.compile(
    r"\b(?:about|after|around|at|before|between|by|for|from|of|on|since|till|to|until|was|is|and|or)[ \u00a0]*$",
    re.IGNORECASE,
)
RANGE_REACH = 8  # words in which a move and its range stand
SUNDAY = 7
# what ends the time of a figure to compare with, and what opens the comparison
COMPARED = frozenset({"earlier", "ago", "period"})
COMPARING = frozenset({"compared", "versus", "against", "than"})
FIGURES = frozenset({"CD", "$", "#"})
FAR = 25  # tokens from a comparison to its time
CLOCK_UNITS = frozenset({"hour", "hours", "minute", "minutes"})
COUNTED_FROM = frozenset({"later", "after", "earlier", "before"})


@dataclass(frozen=True, slots=True)
class Period:
    """A stated time, over one or two expressions."""

    first: int  # tokens, half-open
    last: int
    value: str  # TIMEX3; a range is its two ends with a stroke between them, as ISO 8601 writes intervals
    earliest: str | None
    latest: str | None
    wording: tuple[int, int]  # code points


def periods(words: Words, times: Sequence[TimeExpression], published: date | None) -> Iterator[Period]:
    """The calendar times of an article in reading order, ranges as one."""
    n = 0
    while n < len(times):
        time, after = times[n], times[n + 1] if n + 1 < len(times) else None
        n += 1
        if after is not None and (whole := _whole(words, time, after)):
            n += 1
            yield whole
        elif alone := _alone(words, time, times[max(n - 2, 0) : n + 1], published):
            yield alone


def _whole(words: Words, time: TimeExpression, after: TimeExpression) -> Period | None:
    """What two times say together."""
    return _stretch(words, time, after) or _up_to(words, time, after) or _range(words, time, after)


def _alone(words: Words, time: TimeExpression, near: Sequence[TimeExpression], published: date | None) -> Period | None:
    """A time that is no end of a range; `near` are those before and after it, and itself."""
    first, last = _tokens(words, time)
    no_day = time.value.endswith("_REF") or time.value.startswith("XXXX-XX-XXT")  # "daily at 8 a.m."
    if time.type not in {"DATE", "TIME"} or no_day or _says_no_day(words, time, first):
        return None
    if _is_compared(words, first, last):
        return None
    if _is_counted(words, first, last) and _has_another_day(words, near, first, time.value):
        return None
    other = _since(words, time, first, last, published) or _week_just_over(words, time, first, last, published)
    return other or Period(first, last, time.value, time.earliest, time.latest, (time.start, time.end))


def _says_no_day(words: Words, time: TimeExpression, first: int) -> bool:
    """Whether a time is that of no event: "within the last year", which is no year of the calendar; the stamp under a post."""
    back = words.low[first] == "the" and words.low[first + 1 : first + 2] in (["last"], ["past"])
    if back and words.article[time.end - 4 : time.end].lower() in {"year", "week"}:
        return first > 0 and words.low[first - 1] in BACK
    before = words.article[max(time.start - STAMP_REACH, 0) : time.start]
    return STAMP.search(before) is not None or _stamps_a_page(before, time, words.article[time.start : time.end])


def _stamps_a_page(before: str, time: TimeExpression, wording: str) -> bool:
    """Whether a time says when a page was put up or changed, often glued to a caption: "Page last updated at 10:39 GMT"."""
    told = OF_A_PAGE.search(before)
    if told is not None:
        return not told["bare"] or TO_THE_MINUTE.search(time.value) is not None
    return HOUR_AND_DAY.match(wording) is not None and IN_A_SENTENCE.search(before) is None


def _tokens(words: Words, time: TimeExpression) -> tuple[int, int]:
    first = bisect_right(words.start, time.start) - 1
    return first, max(first + 1, bisect_left(words.start, time.end))


def _stretch(words: Words, time: TimeExpression, after: TimeExpression) -> Period | None:
    """ "the last four months of 2016": the length says which part of the year."""
    between = words.article[time.end : after.start].strip()
    if time.type != "DURATION" or not (time.earliest and time.latest) or between not in {"of", "in"}:
        return None
    first, last = _tokens(words, time)[0], _tokens(words, after)[1]
    return Period(first, last, _interval(time.earliest, time.latest), time.earliest, time.latest, (time.start, after.end))


def _up_to(words: Words, time: TimeExpression, after: TimeExpression) -> Period | None:
    """ "the three months to June", "the year ended Sept. 30": a length that ends at a day."""
    told = LENGTH_OF_REPORT.fullmatch(words.article[time.start : time.end])
    between = words.article[time.end : after.start]
    if told is None or after.type != "DATE" or not after.latest or ENDS_AT.fullmatch(between) is None:
        return None
    length = MONTHS_OF_YEAR if told["year"] else LENGTH_IN_MONTHS.fullmatch(time.value)
    if length is None:
        return None
    months = length if isinstance(length, int) else int(length[1])
    try:
        begun = date.fromisoformat(after.latest) + timedelta(1) - relativedelta(months=months)
    except (OverflowError, ValueError):
        return None  # "the 30,000 months to June": no calendar reaches there
    first, last = _tokens(words, time)[0], _tokens(words, after)[1]
    value = _interval(begun.isoformat(), after.latest)
    return Period(first, last, value, begun.isoformat(), after.latest, (time.start, after.end))


def _range(words: Words, time: TimeExpression, after: TimeExpression) -> Period | None:
    if (
        not {time.type, after.type} <= {"DATE", "TIME"}
        or not (time.earliest and after.latest)
        or time.earliest >= after.latest
    ):
        return None
    first, last = _tokens(words, time)[0], _tokens(words, after)[1]
    opening = words.low[first - 1] if first and words.low[first - 1] in JOINED else ""
    joiner = words.article[time.end : after.start].strip().lower()
    if joiner not in JOINED[opening] or not MOVED.isdisjoint(words.low[max(first - RANGE_REACH, 0) : first]):
        return None
    if len(time.value) != len(after.value) and "T" not in time.value + after.value:
        return None  # "from 1990 to this May" is left to the rules for single days
    value = f"{time.value.partition('T')[0]}/{after.value.partition('T')[0]}"
    return Period(first, last, value, time.earliest, after.latest, (time.start, after.end))


def _since(words: Words, time: TimeExpression, first: int, last: int, published: date | None) -> Period | None:
    """ "has leaked 30 times since October", "prices have risen since May": from then to the article's day."""
    if published is None or words.low[first - 1] != "since" or not first or not time.earliest or time.latest is None:
        return None
    if not _adds_up(words, first, last) or time.latest >= published.isoformat():
        return None
    day = published.isoformat()
    return Period(first, last, f"{time.value.partition('T')[0]}/{day}", time.earliest, day, (time.start, time.end))


def _adds_up(words: Words, first: int, last: int) -> bool:
    """Whether what has been "since" adds up to now: "has won six games", "40 have died"; "has been shut since May" began then."""
    told = set(words.low[max(first - 1 - 3 * RANGE_REACH, 0) : first - 1])
    if told & COUNTS and told & PERFECT:
        return True
    verb = words.head[root_of(words, first, last)]
    children = words.children[verb][:FEW_CHILDREN]
    helpers = {words.low[c] for c in children if words.dep[c] == "aux"}
    if words.tag[verb] not in {"VBN", "VBG"} or not helpers & PERFECT:
        return False
    return "been" not in helpers or words.tag[verb] == "VBG" or any(_is_counted_subject(words, c) for c in children)


def _is_counted_subject(words: Words, n: int) -> bool:
    """ "40 people", "more than 40"."""
    own = (words.tag[c] == "CD" for c in words.children[n][:FEW_CHILDREN])
    return words.dep[n].startswith("nsubj") and (words.tag[n] == "CD" or any(own))


def _week_just_over(words: Words, time: TimeExpression, first: int, last: int, published: date | None) -> Period | None:
    """ "last week" in an article of a Sunday: the week that ends with it, which is also what those of the Monday mean by it.

    TimeBank's annotators count the week of the calendar before it, so the expression keeps that value; what its two articles tell
    happened in the week that ends with the Sunday.
    """
    if published is None or published.isoweekday() != SUNDAY or words.low[last - 1] != "week":
        return None
    days = timex.days(time.value)
    over = days is not None and days[1] == (published - timedelta(7)).isoformat()
    if not over or THE_LAST.isdisjoint(words.low[first:last]):
        return None
    year, week, day = published.isocalendar()
    earliest = (published - timedelta(day - 1)).isoformat()
    return Period(first, last, f"{year:04d}-W{week:02d}", earliest, published.isoformat(), (time.start, time.end))


def _is_compared(words: Words, first: int, last: int) -> bool:
    """Whether a time is only that of a figure to compare with: "narrowed from a year earlier", "up from $3 million in the 1988 period"."""
    if words.low[last - 1] not in COMPARED:
        return False
    start = max(words.sentences[words.sent[first]][0], first - FAR)
    for n in range(first - 1, start - 1, -1):
        if words.low[n] in COMPARING or (words.low[n] == "from" and (n + 1 == first or words.tag[n + 1] in FIGURES)):
            return True
        if words.tag[n] in FINITE:
            return False
    return False


def _is_counted(words: Words, first: int, last: int) -> bool:
    """Whether hours are counted from something else: "nine hours later", "minutes after"."""
    told = words.low[first:last]
    return told[-1] in COUNTED_FROM and not CLOCK_UNITS.isdisjoint(told)


def _has_another_day(words: Words, near: Sequence[TimeExpression], first: int, value: str) -> bool:
    """Whether a sentence names a day besides that from which hours are counted: "nine hours later … it was 31 December"."""
    begin, end = words.sentences[words.sent[first]]
    # not "at 11.30 p.m. on Tuesday ... two hours later": counted from an hour they have their day
    opened = words.start[first]
    counted = (t for t in near if not (t.start < opened and TO_THE_MINUTE.search(t.value)))
    here = (time for time in counted if words.start[begin] <= time.start <= words.start[end - 1])
    return any(WHOLE_DAY.match(time.value) is not None and time.value[:10] != value[:10] for time in here)


def _interval(first: str, last: str) -> str:
    """Two days as an interval, in months where they are whole: "2016-09/2016-12"."""
    end = date.fromisoformat(last)
    whole = first.endswith("-01") and date.fromordinal(end.toordinal() + 1).day == 1
    return f"{first[:7]}/{last[:7]}" if whole else f"{first}/{last}"
