"""Times of day on the days of their stories: "at 10:08 p.m." is of the day that the words before it name, else of the article's story."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.dossier.stories.day_words import DAY_WORDS, IN_WORDS, WEEKDAY
from generator.dossier.stories.event_day import owners
from generator.dossier.stories.event_words import REPORTING
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import Ground, OwnDay, moved
from generator.records.model import Record
from generator.values.span import Span

DAY_WITHIN = 400  # letters before a time of day within which a day that is named is its day
LATE, EARLY = 18, 6  # hours: after the first the second are of the next day


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
        near = max(paragraph, wording.start - DAY_WITHIN) <= time.start < wording.start
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
