"""The day that one telling of an event gives by its own words, or none.

What opens its sentence may date it, "today" in speech belongs to the day of the speech, and what is told in the past does not lie ahead.
What all tellings together say is voted on elsewhere (`day_votes`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.dossier.stories.day_words import BARE_HOURS, HOUR, IN_WORDS, TIME_BEFORE, TODAY, WEEKDAY, YEAR, says_no_day
from generator.dossier.stories.event_words import FURNITURE, MADE_KNOWN, REPORTING, SEEMING
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.misread import misread
from generator.dossier.stories.own_day import GRAINS, SURE, Ground, OwnDay, moved
from generator.records.model import EventDate, Record
from generator.values import timex
from generator.values.span import Span

# what may stand before a time that opens a sentence: "During a Dec. 5 conference, the chairman said"
OPENING = re.compile(r"(?:(?:but|and|then) )?(?:(?:on|in|at|by|during)\s(?:(?:a|an|the)\s)?)?", re.IGNORECASE)
POSSESSIVE = frozenset({"'s", "’s"})
# "when the plane" ... "it was still"
AS_IT_WAS = re.compile(r"\b(?:when|by the time) [^,;:.]*$", re.IGNORECASE)
IT_WAS = re.compile(r"^[^;:]*\bit was (?:still |already |now |only )?$", re.IGNORECASE)
# "it was not until 1979 that", "it wasn't until late on Tuesday that", "not until 2015 did"
UNTIL = re.compile(r"(?:\b[Nn]ot|n[’']t) (?:\w+ )?until (?:\w+ (?:on |in )?)?$")
THAT = re.compile(r",? (?:that|when|did|was|were|had|could|would)\b[^;:]*$")
WHEN = re.compile(r",? when\b[^,;:]*$")
# "earlier this year" is any time of it before now, not early in it
BESIDE_NOW = ("earlier", "later")
WEEK_DAYS = 7
PREPOSITION_WITHIN = 20  # letters in which a preposition before a time is looked for
# "Sunday", "Sunday night", "11:55 p.m. Sunday"
SAYS_WEEKDAY = re.compile(
    rf"(?:(?:{HOUR})\.?,? (?:on )?)?{WEEKDAY.pattern}(?: (?:morning|afternoon|evening|night))?(?:,? (?:at )?(?:{HOUR}))?",
    re.IGNORECASE,
)
# "was scheduled to", "were supposed to", "had been about to", right before what was to happen
WAS_TO = re.compile(r"\b(?:was|were|had been) (?:\w+ ){0,2}to (?:be |have )?$", re.IGNORECASE)
# "has been charged", "have since left": what happened up to now; "on Sunday" beside it dates another word
UP_TO_NOW = re.compile(
    r"\b(?:has|have)(?: \w+ly| since| now| already| also)*(?: been)?(?: \w+ly)* $|['’]ve (?:been )?$", re.IGNORECASE
)
UNSURE = 0.5  # and below which the day of another word is none of an event's


def own_day(mention: EventMention, record: Record, main: bool, doubtful: bool, owners: Mapping[int, str]) -> OwnDay | None:
    """The day that a telling's own words give.

    Args:
        mention: the telling.
        record: its article.
        main: whether it tells of its article's main event: no other stands on the day of publication.
        doubtful: whether the article's day of publication is in doubt.
        owners: by where a wording begins, the word that it dates first.
    """
    proposed = (propose(mention, record) for propose in (_when_clause, _it_was, _not_until, _fronted))
    found = next((date for date in proposed if date is not None), mention.event.date)
    if found is None or not _dates(found, mention, record, main):
        return None
    if found.wording is None:
        ground = Ground.PUBLISHED if found.inferred else Ground.RECKONED
        inferred = OwnDay(found.value, found.earliest, found.latest, ground, None)
        return replace(inferred, doubtful=doubtful and found.inferred)
    words = record.text[found.wording.start : found.wording.end]
    if words.lower() in BARE_HOURS and not TIME_BEFORE.search(record.text[: found.wording.start][-PREPOSITION_WITHIN:]):
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
        ground is Ground.RECKONED and says_no_day(words),
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


def _dates(found: EventDate, mention: EventMention, record: Record, main: bool) -> bool:
    """Whether the day of a record's event is one that its telling gives."""
    if _no_night(found) or timex.precision(found.value) not in GRAINS or (found.inferred and not main):
        return False
    if found.shared and (FURNITURE.search(mention.sentence) or (found.confidence or SURE) < UNSURE):
        return False
    if found.shared and _is_up_to_now(found, mention, record):
        return False
    return not (_of_what_is_said(mention, found, record) or misread(found, mention, record))


def _is_up_to_now(found: EventDate, mention: EventMention, record: Record) -> bool:
    """Whether a day is borrowed for a present perfect, which goes with none: "the man found on Sunday has been charged"."""
    event = mention.event
    if event.tense != "perfect" or found.wording is None:
        return False
    words = record.text[found.wording.start : found.wording.end]
    return not TODAY.search(words) and bool(UP_TO_NOW.search(record.text[event.sentence.start : event.trigger.start]))


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


def _it_was(mention: EventMention, record: Record) -> EventDate | None:
    """ "When the plane landed in Halden, it was still Sunday", "by the time they voted it was May 4": on the day that it was."""
    start, trigger, end = mention.event.sentence.start, mention.event.trigger, mention.event.sentence.end
    opening = AS_IT_WAS.search(record.text[start : trigger.start])
    if opening is None:
        return None
    for time in record.times:
        exact = time.type == "DATE" and time.earliest and time.earliest == time.latest
        if exact and trigger.end < time.start < end and IT_WAS.search(record.text[trigger.end : time.start]):
            wording = Span(start=time.start, end=time.end)
            return EventDate(value=time.value, earliest=time.earliest, latest=time.latest, wording=wording, confidence=SURE)
    return None


def _not_until(mention: EventMention, record: Record) -> EventDate | None:
    """ "It was not until 1979 that they named it", "only on Tuesday did the bank admit it": what follows was then."""
    event = mention.event
    if (
        event.status != "happened"
        or (event.date is not None and not event.date.inferred)
        or event.clause in {"noun", "relative"}
    ):
        return None
    start, trigger = event.sentence.start, event.trigger.start
    for time in record.times:
        if not (start <= time.start and time.end < trigger and time.type in {"DATE", "TIME"} and time.earliest):
            continue
        between = record.text[time.end : trigger]
        first = not any(time.end < e.trigger.start < trigger for e in record.events)
        if first and UNTIL.search(record.text[start : time.start]) and THAT.match(between):
            wording = Span(start=time.start, end=time.end)
            return EventDate(value=time.value, earliest=time.earliest, latest=time.latest, wording=wording, confidence=SURE)
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
    if day.afloat or not ahead or YEAR.search(words):
        return day
    if _is_yesterday(day, words, mention, record):
        return moved(day, (date.fromisoformat(day.earliest or "") - timedelta(WEEK_DAYS)).isoformat())
    if _may_be_ahead(mention, day):
        return day
    if WEEKDAY.search(words) and day.earliest == day.latest and not IN_WORDS.search(words):
        return moved(day, (date.fromisoformat(day.earliest or "") - timedelta(7)).isoformat())
    return None if mention.event.status == "happened" else day


def _is_yesterday(day: OwnDay, words: str, mention: EventMention, record: Record) -> bool:
    """ "The ferry was due to leave on Sunday", on a Monday, was so yesterday: a plan in the past is not of six days ahead.

    In TimeBank and AQUAINT 61 bare days of the week are the day before the article's, and none lies six days ahead of it.
    """
    if day.grain or not day.earliest or not SAYS_WEEKDAY.fullmatch(words.strip()):
        return False
    before = record.text[mention.event.sentence.start : mention.event.trigger.start]
    ahead = (date.fromisoformat(day.earliest) - date.fromisoformat(record.metadata.published or day.earliest)).days
    return ahead == WEEK_DAYS - 1 and bool(WAS_TO.search(before))


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
    return (date.fromisoformat(published) - date.fromisoformat(day.earliest)).days == WEEK_DAYS


def owners(mentions: Sequence[EventMention]) -> dict[int, dict[int, str]]:
    """By number of the record and by where a wording begins, the word that it dates first: "police said on Monday"."""
    found: dict[int, dict[int, str]] = {}
    for m in mentions:
        at = m.event.date
        if at and at.wording and not at.shared:
            found.setdefault(m.number, {}).setdefault(at.wording.start, m.word)
    return found
