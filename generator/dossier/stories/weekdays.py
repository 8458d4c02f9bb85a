""" "Tuesday’s launch" names a day, but not whether it is behind or ahead: what others say of that Tuesday does.

A verb in the past ("said on Tuesday") or the future ("will fly on Tuesday") shows on which side of its article a day of the week lies.
A noun or a present does not; it is of the day that the same article, or another one of those days about an event of the same kind, means
by the word.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from generator.dossier.stories.day_words import IN_WORDS, WEEKDAY
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import Ground, OwnDay, moved
from generator.records.model import Record

WEEK = timedelta(7)
# words that say themselves which week is meant
SAID = ("last", "next", "following", "previous", "coming", "ago", "later", "earlier", "before", "after")


def turned(
    days: Sequence[OwnDay | None], mentions: Sequence[EventMention], records: Sequence[Record]
) -> list[OwnDay | None]:
    """The days, those of the week that could lie on either side of their article on the side that others show.

    Args:
        days: the own days of the mentions.
        mentions: of events.
        records: of the mentions.
    """
    by_article: dict[tuple[int, str], set[str]] = {}  # the days that an article's verbs show
    by_kind: dict[tuple[int, str], set[str]] = {}  # and those of all articles, by kind of event
    open_days: list[tuple[int, str, OwnDay]] = []
    for n, (m, day) in enumerate(zip(mentions, days, strict=True)):
        name = _weekday(day, records[m.number]) if day else ""
        if day is None or not name or not day.earliest:
            continue
        if _shows(m, day, records[m.number]):
            by_article.setdefault((m.number, name), set()).add(day.earliest)
            for kind in m.kinds:
                by_kind.setdefault((kind, name), set()).add(day.earliest)
        elif m.event.tense in {None, "present"}:
            open_days.append((n, name, day))
    made = list(days)
    for n, name, day in open_days:
        m = mentions[n]
        shown = by_article.get((m.number, name)) or {d for kind in m.kinds for d in by_kind.get((kind, name), ())}
        made[n] = _turned(day, shown)
    return made


def _weekday(day: OwnDay, record: Record) -> str:
    """The bare day of the week that gives a day, in lower case."""
    if day.ground is not Ground.RECKONED or day.grain or day.wording is None or not record.metadata.published:
        return ""
    words = record.text[day.wording.start : day.wording.end].lower()
    found = WEEKDAY.search(words)
    if found is None or IN_WORDS.search(words) or any(word in SAID for word in words.split()):
        return ""
    return found[0]


def _shows(m: EventMention, day: OwnDay, record: Record) -> bool:
    """Whether the form of a telling agrees with the side on which its day lies, and so shows it."""
    published = record.metadata.published or ""
    if m.event.status == "planned" or m.event.tense == "future":
        return (day.earliest or "") >= published
    return m.event.tense == "past" and (day.earliest or "") <= published


def _turned(day: OwnDay, shown: set[str]) -> OwnDay:
    """The day, or the same day of the week before or after it if only that is shown."""
    if not day.earliest or day.earliest in shown:
        return day
    here = date.fromisoformat(day.earliest)
    beside = [to for step in (-WEEK, WEEK) if (to := (here + step).isoformat()) in shown]
    return moved(day, beside[0]) if len(beside) == 1 else day
