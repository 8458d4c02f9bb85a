"""The day of an article's news, as its opening names it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from generator.dossier.stories.day_words import CLOCK, DAY_WORDS, IN_WORDS
from generator.dossier.stories.event_day import owners
from generator.dossier.stories.event_words import REPORTING
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.misread import names_a_thing
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.records.model import Record, Time
from generator.values.span import Span

NEWS = 7  # days after an event within which an article is news of it


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
        around = [
            p for p in record.paragraphs if p.kind == "noise" and p.start < end
        ]  # "Published 3 March": the page's own day
        for time in record.times if record.id not in doubtful else ():
            if any(p.start <= time.start < p.end for p in around):
                continue
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
