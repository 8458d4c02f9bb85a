"""The day of an event from all that is told of it.

Each telling has the day that its own words give, or none. Of an event the days in words count most, then those that are reckoned from
an article's date ("on Sunday"), and the day of publication least; what most independent sources say beats one. A time of day without
a day ("at 10:08 p.m.") belongs to the day of the story that it is part of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum

from generator.dossier.stories.event_words import FURNITURE, MADE_KNOWN, REPORTING, SEEMING
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.misread import misread, names_a_thing
from generator.records.model import EventDate, Record, Time
from generator.values import timex
from generator.values.calendar_words import ANY_MONTH
from generator.values.span import Span

GRAINS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year")  # the finest first
# "Oct. 1", "August", "2014", "the 1970s", "10/13/2016": the words name the day, if only in part
IN_WORDS = re.compile(rf"\b(?:{ANY_MONTH})\b|\b(?:1[5-9]|20)\d\d(?:s|\b)|\b\d\d?[./]\d\d?[./]\d\d", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d")
HOUR = r"\d\d?(?:[:.]\d\d)?\s*(?:a\.?m\b|p\.?m\b|o.clock|gmt|hours)|\d\d?[:.]\d\d|noon|midnight|\d{4}\s*(?:gmt|hours)"
CLOCK = re.compile(rf"\b(?:{HOUR})", re.IGNORECASE)
# "at midnight" is a time, "a midnight cherry roadster" is none
BARE_HOURS = frozenset({"midnight", "noon"})
TIME_BEFORE = re.compile(r"\b(?:at|around|about|before|after|until|till|by|past|near|since|from|to|of)\s+$", re.IGNORECASE)
# what may stand before a time that opens a sentence: "During a Dec. 5 conference, the chairman said"
OPENING = re.compile(r"(?:(?:but|and|then) )?(?:(?:on|in|at|by|during)\s(?:(?:a|an|the)\s)?)?", re.IGNORECASE)
POSSESSIVE = frozenset({"'s", "’s"})
WHEN = re.compile(r",? when\b[^,;:]*$")
# beside these a time of day has a day of its own
DAY_WORDS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu|fri|sat|sun)\b\.?|to(?:day|night|morrow)|yesterday|day|week|weekend|ago"
    r"|night|morning|evening|afternoon)\b",
    re.IGNORECASE,
)
# "fell 4 percent by mid-afternoon": of the day of its story; "that evening" is of the day before it in the text
BARE_PART = re.compile(r"(?:the )?(?:early |late |mid-?)?(?:morning|afternoon|evening)", re.IGNORECASE)
TODAY = re.compile(r"\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# "earlier this year" is any time of it before now, not early in it
BESIDE_NOW = ("earlier", "later")
NEAR = 400  # letters before a time of day within which a day that is named is its day
WEEK = 7
NEWS = 7  # days after an event within which an article is news of it
LATE, EARLY = 18, 6  # hours: after the first the second are of the next day


class Ground(IntEnum):
    """What a day rests on, the weakest first."""

    PUBLISHED = 1  # the article's own day
    STORY = 2  # the day that the opening of the article names for its news
    RECKONED = 3  # counted from the article's day
    WORDS = 4
    EDITOR = 5


# what one source's day of an event weighs in the vote
WEIGHT = {Ground.PUBLISHED: 0.4, Ground.STORY: 1.2, Ground.RECKONED: 2.0, Ground.WORDS: 3.0, Ground.EDITOR: 1000.0}
DAY = len("2016-07-15")
RETOLD = 0.2  # of the weight where the words date that somebody said so
SURE = 0.8  # share of right days from which one counts in full
UNSURE = 0.5  # and below which the day of another word is none of an event's
SHARED = 0.4  # of the weight where the words date another word of the sentence


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The day that one telling gives."""

    value: str  # TIMEX3
    earliest: str | None
    latest: str | None
    ground: Ground
    wording: Span | None
    shared: bool = False
    doubtful: bool = False  # reckoned from a date of publication that is in doubt
    said: bool = False  # the words date that somebody said so
    afloat: bool = False  # a time of day that has no day of its own
    mod: str | None = None
    sure: float = 0.9  # how often such a day is right

    @property
    def grain(self) -> int:
        """How exact it is, from 0."""
        return GRAINS.index(timex.precision(self.value) or "year")

    @property
    def weight(self) -> float:
        """What it counts in a vote."""
        weight = WEIGHT[self.ground] * (RETOLD if self.said else SHARED if self.shared else 1.0)
        return weight * min(1.0, self.sure / SURE)


def own_day(mention: EventMention, record: Record, main: bool, doubtful: bool, owners: Mapping[int, str]) -> OwnDay | None:
    """The day that a telling's own words give.

    Args:
        mention: the telling.
        record: its article.
        main: whether it tells of its article's main event: no other stands on the day of publication.
        doubtful: whether the article's day of publication is in doubt.
        owners: by where a wording begins, the word that it dates first.
    """
    found = _when_clause(mention, record) or _fronted(mention, record) or mention.event.date
    if found is None or not _dates(found, mention, record, main):
        return None
    if found.wording is None:
        ground = Ground.PUBLISHED if found.inferred else Ground.RECKONED
        inferred = OwnDay(found.value, found.earliest, found.latest, ground, None)
        return replace(inferred, doubtful=doubtful and found.inferred)
    words = record.text[found.wording.start : found.wording.end]
    if words.lower() in BARE_HOURS and not TIME_BEFORE.search(record.text[: found.wording.start][-NEAR:]):
        return None
    ground = Ground.WORDS if IN_WORDS.search(words) else Ground.RECKONED
    earliest, latest, mod = _narrowed(record, found, words)
    owner = owners.get(found.wording.start, "")
    day = OwnDay(
        found.value,
        earliest,
        latest,
        ground,
        found.wording,
        found.shared and owner not in SEEMING,  # "it seemed calm on Thursday when he checked in": he did on Thursday
        doubtful and not YEAR.search(words),
        found.shared and owner in REPORTING,
        ground is Ground.RECKONED and _says_no_day(words),
        mod,
        found.confidence or SURE,
    )
    return _not_ahead(_as_spoken(day, words, mention, record), words, mention, record)


def _of_what_is_said(mention: EventMention, found: EventDate, record: Record) -> bool:
    """Whether the words for a day stand in a quotation and the word beside it: "We parted at Christmas", she wrote."""
    if found.wording is None or mention.word not in MADE_KNOWN:
        return False
    at, trigger = found.wording.start, mention.event.trigger.start
    spans = (part for quote in record.quotes if quote.kind == "direct" for part in quote.content)
    return any(part.start <= at < part.end and not part.start <= trigger < part.end for part in spans)


def _says_no_day(words: str) -> bool:
    """Whether words name a time of day alone."""
    return bool(BARE_PART.fullmatch(words.strip()) or (CLOCK.search(words) and not DAY_WORDS.search(words)))


def _dates(found: EventDate, mention: EventMention, record: Record, main: bool) -> bool:
    """Whether the day of a record's event is one that its telling gives."""
    if _no_night(found) or timex.precision(found.value) not in GRAINS or (found.inferred and not main):
        return False
    if found.shared and (FURNITURE.search(mention.sentence) or (found.confidence or SURE) < UNSURE):
        return False
    return not (_of_what_is_said(mention, found, record) or misread(found, mention, record))


def _no_night(found: EventDate) -> bool:
    """Whether a value is the first night of a year: "that night" in what is told of a year has no day."""
    return found.value[5:10] in {"01-01", "01-02"} and found.value[10:].isalpha()


def _when_clause(mention: EventMention, record: Record) -> EventDate | None:
    """ "The first since 1959, when two passengers died": they died in 1959."""
    start, trigger = mention.event.sentence.start, mention.event.trigger.start
    for time in record.times:
        before = start <= time.start and time.end < trigger and time.type == "DATE" and time.earliest
        if before and WHEN.match(record.text[time.end : trigger]):
            wording = Span(start=time.start, end=time.end)
            return EventDate(value=time.value, earliest=time.earliest, latest=time.latest, wording=wording)
    return None


def _fronted(mention: EventMention, record: Record) -> EventDate | None:
    """ "Last week, as criticism grew, the club announced a vote": what opens a sentence dates its first main verb, too."""
    event = mention.event
    if event.clause != "main" or event.tense == "future" or (event.date is not None and not event.date.inferred):
        return None
    start, trigger = event.sentence.start, event.trigger.start
    comma = record.text.find(",", start, trigger)
    named = [t for t in record.times if start <= t.start < comma and t.type in {"DATE", "TIME"} and t.earliest]
    if len(named) != 1 or not OPENING.fullmatch(record.text[start : named[0].start]):
        return None
    time = named[0]
    if record.text[time.end : time.end + 2] in POSSESSIVE or any(
        e.clause == "main" and start <= e.trigger.start < trigger for e in record.events
    ):
        return None
    wording = Span(start=time.start, end=time.end)
    return EventDate(value=time.value, earliest=time.earliest, latest=time.latest, wording=wording, confidence=SURE)


def _narrowed(record: Record, found: EventDate, words: str) -> tuple[str | None, str | None, str | None]:
    """The days of a value, as its modifier narrows them."""
    at = found.wording
    spans = (t for t in record.times if at and (t.start, t.end) == (at.start, at.end))
    mod = next((t.mod for t in spans if t.value == found.value), None)
    if words.lower().startswith(BESIDE_NOW):
        mod = None
    earliest, latest = timex.days(found.value, mod) or (found.earliest, found.latest)
    published = record.metadata.published
    if published and earliest and latest and words.lower().startswith("earlier this") and earliest <= published <= latest:
        before = date.fromisoformat(published) - timedelta(1 if "week" in words.lower() else 2)
        latest = max(earliest, before.isoformat())  # what was earlier this month is not the news
    return earliest, latest, mod


def _as_spoken(day: OwnDay, words: str, mention: EventMention, record: Record) -> OwnDay:
    """ "Today" in what somebody said or wrote on a day that the sentence names is that day, not the article's."""
    if day.ground is not Ground.RECKONED or not TODAY.search(words) or day.wording is None:
        return day
    before = record.text[mention.event.sentence.start : day.wording.start]
    if max(map(before.rfind, '“"')) < 0:
        return day
    speech = mention.event.sentence.start + max(map(before.rfind, '“"'))
    named = [
        t.earliest
        for t in record.times
        if mention.event.sentence.start <= t.start < speech
        and t.earliest
        and t.earliest == t.latest
        and t.type in {"DATE", "TIME"}
    ]
    return moved(day, named[-1]) if named else day


def _not_ahead(day: OwnDay, words: str, mention: EventMention, record: Record) -> OwnDay | None:
    """What is told in the past lies not after the day of publication: a weekday is then that of the week before; else no day is known.

    A noun does not show on which side it lies: "Tuesday's launch" may be ahead.
    """
    published = record.metadata.published
    ahead = bool(published and day.earliest and day.earliest > published)
    if published and _week_ago(day, words, published):
        return moved(day, published)  # "Tuesday" in an article of a Tuesday
    if day.afloat or not ahead or YEAR.search(words) or _may_be_ahead(mention, day):
        return day
    if WEEKDAY.search(words) and day.earliest == day.latest and not IN_WORDS.search(words):
        return moved(day, (date.fromisoformat(day.earliest or "") - timedelta(7)).isoformat())
    return None if mention.event.status == "happened" else day


def _may_be_ahead(mention: EventMention, day: OwnDay) -> bool:
    """Whether what lies ahead may: "Tuesday's launch", "when it flies on Tuesday"; but "in April a student goes on a rampage" has been."""
    return mention.event.status == "planned" or (
        not told_as_past(mention) and (day.grain == 0 or mention.event.clause == "noun")
    )


def told_as_past(mention: EventMention) -> bool:
    """Whether the form of a telling says that it has happened; where no form is known, its status.

    A participle is of the time of its main verb: "she made it official, filing for divorce on April 20".
    """
    event = mention.event
    if event.clause is None:
        return event.status != "planned"
    if event.clause == "adverbial" and event.tense is None and mention.beside_past:
        return event.status == "happened"
    return event.tense in {"past", "perfect"} and event.status == "happened"


def _week_ago(day: OwnDay, words: str, published: str) -> bool:
    """Whether a bare day of the week was counted back to a week before an article of that day of the week."""
    if day.grain or not day.earliest or not WEEKDAY.fullmatch(words.strip()):
        return False
    return (date.fromisoformat(published) - date.fromisoformat(day.earliest)).days == WEEK


def moved(day: OwnDay, to: str) -> OwnDay:
    """The same time of another day."""
    return replace(
        day, value=to + day.value[10:] if timex.DAY.fullmatch(day.value) else to, earliest=to, latest=to, afloat=False
    )


def placed(
    days: Sequence[OwnDay | None], mentions: Sequence[EventMention], records: Sequence[Record], anchors: Mapping[int, str]
) -> list[OwnDay | None]:
    """Times of day on the days of their stories.

    Args:
        days: the own days of the mentions.
        mentions: in reading order within each record.
        records: of the mentions.
        anchors: by number of the record, the day of what the article is about.
    """
    made = list(days)
    dated = owners(mentions)
    last: tuple[int, str, int] | None = None  # the record, day and hour of the time before
    for n, (day, mention) in enumerate(zip(days, mentions, strict=True)):
        if day is None or not day.afloat or day.wording is None:
            continue
        record = records[mention.number]
        hour = _hour(day.value)
        if near := _named_before(record, day.wording, dated.get(mention.number, {}), mention.event.tense == "present"):
            last = (mention.number, near, hour)
        elif anchor := anchors.get(mention.number):
            first = last if last and last[0] == mention.number else (mention.number, anchor, hour)
            here = first[1]
            if first[2] >= LATE and hour <= EARLY:
                here = (date.fromisoformat(here) + timedelta(1)).isoformat()
            last = (mention.number, here, hour)
        else:
            made[n] = replace(day, ground=Ground.PUBLISHED, afloat=False) if mention.lead else None
            continue
        made[n] = moved(day, last[1])
    return made


def _hour(value: str) -> int:
    clock = value.partition("T")[2][:2]
    return int(clock) if clock.isdigit() else 12


def _named_before(record: Record, wording: Span, owners: Mapping[int, str], now: bool) -> str | None:
    """The day that the words before a time of day name last, if they do so right before it; that of a report is the report's.

    What is told in the present may be ahead: "a full moon on Monday that rises at 4:52".
    """
    best: tuple[int, str] | None = None
    paragraph = max((p.start for p in record.paragraphs if p.start <= wording.start), default=0)
    for time in record.times:
        near = max(paragraph, wording.start - NEAR) <= time.start < wording.start
        reported = owners.get(time.start) in REPORTING and record.text.find("\n", time.start, wording.start) >= 0
        if near and not reported and time.type in {"DATE", "TIME"} and time.earliest and time.earliest == time.latest:
            words = record.text[time.start : time.end]
            if (IN_WORDS.search(words) or DAY_WORDS.search(words)) and (best is None or time.start > best[0]):
                best = time.start, time.earliest if now else _past(record, words, time.earliest)
    return best[1] if best else None


def _past(record: Record, words: str, day: str) -> str:
    published = record.metadata.published
    if published and day > published and WEEKDAY.search(words) and not IN_WORDS.search(words):
        return (date.fromisoformat(day) - timedelta(7)).isoformat()
    return day


def owners(mentions: Sequence[EventMention]) -> dict[int, dict[int, str]]:
    """By number of the record and by where a wording begins, the word that it dates first: "police said on Monday"."""
    found: dict[int, dict[int, str]] = {}
    for m in mentions:
        at = m.event.date
        if at and at.wording and not at.shared:
            found.setdefault(m.number, {}).setdefault(at.wording.start, m.word)
    return found


def news_days(
    mentions: Sequence[EventMention], records: Sequence[Record], sources: Sequence[str], doubtful: frozenset[str]
) -> dict[int, OwnDay]:
    """By number of the record, the day of its news: that its opening names; of several the one that most openings name.

    Args:
        mentions: of events.
        records: of the mentions.
        sources: of each record, who published it.
        doubtful: articles whose day of publication is in doubt.
    """
    ends: dict[int, int] = {}
    dated = owners(mentions)
    for m in mentions:
        if m.lead:
            ends[m.number] = max(ends.get(m.number, 0), m.event.sentence.end)
    named: dict[int, dict[str, OwnDay]] = {}
    for number, end in ends.items():
        record = records[number]
        for time in record.times if record.id not in doubtful else ():
            if time.start < end and (day := _news_day(record, time)) is not None:
                named.setdefault(number, {}).setdefault(day.value, day)
    counted = Counter(day for _, day in {(sources[number], day) for number, known in named.items() for day in known})
    chosen = {
        number: max(known, key=lambda day: (not _reported(known[day], dated.get(number, {})), counted[day]))
        for number, known in named.items()
    }  # of equals the first
    return {number: named[number][day] for number, day in chosen.items()}


def _reported(day: OwnDay, owners: Mapping[int, str]) -> bool:
    """Whether the words date that somebody said something."""
    return day.wording is not None and owners.get(day.wording.start) in REPORTING


def is_news(day: str, published: str | None) -> bool:
    """Whether a day lies shortly before an article's publication, or shortly after it, as far as that is known."""
    return published is None or abs((date.fromisoformat(published) - date.fromisoformat(day)).days) <= NEWS


def _news_day(record: Record, time: Time) -> OwnDay | None:
    """The day that a time expression names, if it can be that of the news."""
    words, published = record.text[time.start : time.end], record.metadata.published
    if time.type not in {"DATE", "TIME"} or not time.earliest or time.earliest != time.latest:
        return None
    if CLOCK.search(words) and not DAY_WORDS.search(words) and not IN_WORDS.search(words):
        return None
    if names_a_thing(words, record.text, time.end):
        return None
    day = time.earliest
    if not is_news(day, published):
        return None
    return OwnDay(day, day, day, Ground.STORY, Span(start=time.start, end=time.end))
