"""Dates as publishers write them: ISO 8601, in words, with slashes; nothing is guessed about the order of day and month."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from generator.values.calendar_words import ANY_MONTH, MONTHS, WEEKDAYS

MONTH_NAME = f"(?P<month>{ANY_MONTH})"
MONTH = MONTH_NAME + r"\b\.?"
MONTH_ALONE = re.compile(rf"{MONTH_NAME}\.? \d{{4}}", re.I)  # "May 2024"
ISO = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/.]?)(?P<month>[01]\d)(?P=mark)(?P<day>[0-3]\d)(?!\d)")
# "Thu Jun 12 18:02:11 CEST 2025", as mail programs write
CLOCKED = re.compile(
    rf"\b{MONTH}\s+(?P<day>\d{{1,2}})\s+\d\d?:\d\d(?::\d\d)?\s+(?:[A-Z]{{2,5}}\s+|[+-]\d{{4}}\s+)?(?P<year>\d{{4}})(?!\d)",
    re.I,
)
DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[\s-]*{MONTH_NAME}\.?,?[\s-]*(?P<year>\d{{4}})(?!\d)", re.I
)
MONTH_DAY = re.compile(rf"\b{MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)", re.I)
SLASHES = re.compile(r"(?<!\d)(?P<one>\d{1,2})([/.-])(?P<two>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?!\d)")
FIRST = re.compile(
    r"\b(?:first |originally )?(?:published|posted|publication date|publish date)\b|^\W*(?:issued|released|created)\b", re.I
)
UPDATED = re.compile(
    r"\b(?:last |first )?(?:updated?|modified|edited|revised|corrected|reviewed|changed|accessed|copyright)\b|©", re.I
)
# "Updated 11:34 AM EDT, Tue October 12, 2021", also after how long it takes to read
OF_UPDATE = re.compile(r"(?:\d+ min(?:ute)?s?(?: read)?\W*)?(?:last |first )?(?:updated?|modified)\b.*\d", re.I)
# the words in small letters that may stand in a line that gives a date; any other makes it a sentence of a story
BESIDE_DATES = frozenset(
    "published posted first originally issued released created publication publish date dated on at by and of in for from the to "
    "updated last modified edited am pm a m p gmt bst utc est edt et pt pst pdt cst cdt min mins minute minutes read words written "
    "report reporter reporting story text photos photo th st nd rd updates update time with correspondent staff writer editor "
    "immediate release embargoed until".split()
)
LABEL_BEFORE = re.compile(
    r"([^\W\d_][\w ]*):\W*(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?$", re.I
)
DATE_LABEL = re.compile(
    r"\b(?:date|dated|day|published|posted|issued|released?|publication|filed|created|updated?|modified|on|sent|time)$", re.I
)
SENTENCE_WORDS = 3  # words in small letters, beside those above, that make a line one of a story
BYLINE_WORDS = 10  # words of a byline beside a date
CLOCK = re.compile(
    r"[\W\d]*(?:[ap]\.?m\.?|gmt|bst|utc|[ecmp][sd]?t|[ijshn]s?[kg]?t|a[cew][sd]t|cest|eest|msk|wib|pkt|eat|cat|sast|at|\W|\d)*",
    re.I,
)
LINE = 160  # characters; a longer paragraph tells a story
BULLETED = re.compile(r"\s[·•]\s")
DIGIT = re.compile(r"\d")
MAIL = re.compile(r"\S+@\S+|[\w.-]+ (?:at|\(at\)|\[at\]) [\w-]+(?:\.[\w-]+)+")  # beside a byline
EARLIEST = 1600  # the first newspapers


@dataclass(frozen=True, slots=True)
class Found:
    """A day in a text, and where it stands."""

    day: date
    start: int
    end: int


def first_day(text: str, day_first: bool | None = None) -> Found | None:
    """The first whole date in a text.

    Args:
        text: a line, or the value of a tag.
        day_first: whether 03/04/2023 is 3 April; None where nobody can tell (it is then read only if it can be read one way).
    """
    if not DIGIT.search(text):  # most lines; asking first is a tenth of a short PDF's reading
        return None
    found = [
        Found(day, match.start(), match.end())
        for pattern in (ISO, DAY_MONTH, MONTH_DAY, CLOCKED)
        for match in pattern.finditer(text)
        if (day := _day(match["year"], match["month"], match["day"]))
    ]
    found += [
        Found(day, match.start(), match.end())
        for match in SLASHES.finditer(text)
        if (day := _slashed(match, text, day_first))
    ]
    return min(found, key=lambda each: each.start, default=None)


def dateline(line: str, day_first: bool | None = None) -> date | None:
    """The day of first publication that a line is there to give; None for an update's day, or a line that tells a story."""
    if not DIGIT.search(line):
        return None
    parts = BULLETED.split(line) if len(line) <= LINE else []
    if len(parts) > 1:  # "Written on 5 August 2022 by Ann Field · 2 minutes · #lakes"
        return next((day for part in parts if (day := dateline(part, day_first))), None)
    found = _first_published(line, day_first)
    if not found or not _is_dateline(line, found):
        return None
    updated = UPDATED.search(line[: found.start])
    return found.day if not updated or FIRST.search(line[updated.end() : found.start]) else None


def _first_published(line: str, day_first: bool | None) -> Found | None:
    """The date after "published" where a line has one ("Updated 5 May 2024. First published 9 November 2023"); else its first."""
    for match in FIRST.finditer(line):
        found = first_day(line[match.end() :], day_first)
        if found and not UPDATED.search(line[match.end() : match.end() + found.start]):
            return Found(found.day, match.end() + found.start, match.end() + found.end)
    return first_day(line, day_first)


def _is_dateline(line: str, found: Found) -> bool:
    """Whether a line is there to give the date: little else than a byline, a clock time and words such as "Published"."""
    before, after = line[: found.start], line[found.end :]
    label = LABEL_BEFORE.search(before)
    if label and not DATE_LABEL.search(label[1]):  # "Found: 5 October 2023", "Born: 3 May 1950"
        return False
    rest = re.findall(r"[^\W\d_]+", MAIL.sub(" ", f"{before} {after}"))
    if len(line) > LINE or any(word.islower() and word not in BESIDE_DATES for word in rest):
        return False
    others = [word for word in rest if word.lower() not in BESIDE_DATES and word.lower()[:3] not in WEEKDAYS]
    at_an_end = not re.search(r"\w", before) or not re.search(r"\w", after) or CLOCK.fullmatch(after) is not None
    return len(others) <= BYLINE_WORDS and (at_an_end or len(others) < len(rest) or not others)


def tells(line: str) -> bool:
    """Whether a line is part of a story, or tells of an update: a date in it is then not the day of publication."""
    said = [word for word in re.findall(r"[^\W\d_]+", MAIL.sub(" ", line)) if word.islower() and word not in BESIDE_DATES]
    return len(said) >= SENTENCE_WORDS or UPDATED.search(line) is not None


def order_of(values: Iterable[str]) -> bool | None:
    """Whether a page's dates with slashes put the day first, where one of them can be read only one way; else None."""
    orders = set()
    for value in values:
        for match in SLASHES.finditer(value):
            one, two = int(match["one"]), int(match["two"])
            if 12 < max(one, two) <= 31 and min(one, two) <= 12:
                orders.add(one > 12)
    return orders.pop() if len(orders) == 1 else None


def _slashed(match: re.Match[str], text: str, day_first: bool | None) -> date | None:
    one, two, year = match["one"], match["two"], match["year"]
    ways = {day for day in (_day(year, two, one), _day(year, one, two)) if day}
    weekday = re.search(r"\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\W{1,3}$", text[: match.start()], re.I)
    if weekday:  # "Tue, 07/04/2023": only one of the two ways is a Tuesday, mostly
        fitting = {day for day in ways if day.isoweekday() == WEEKDAYS[weekday[1].lower()]}
        ways = fitting or ways
    if len(ways) == 1:
        return ways.pop()
    if day_first is None and match[2] == ".":  # with points the day stands first wherever dates are written so
        return _day(year, two, one)
    if day_first is None:
        return None
    return _day(year, two, one) if day_first else _day(year, one, two)


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else MONTHS[month.lower().rstrip(".")]
    try:
        return date(int(year), number, int(day)) if int(year) >= EARLIEST else None
    except ValueError:
        return None
