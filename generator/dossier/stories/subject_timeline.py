"""The timeline of one person, organisation or thing over a folder of articles: `briefing timeline`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.dossier.stories.event_words import REPORTING, stem
from generator.records.model import Entity, Event, Record
from generator.values import timex
from generator.values.words import WORD

MODEL = 3  # characters of a number that names a thing by itself: "777", "A380"; not the "4" of "iPhone 4"
TARGET_WITHIN = 60  # characters between a target that is no participant and a trigger with a date of its own
OBJECT = (
    15  # characters between a trigger and a thing that is no recognised name, for it to be the object: "unveiled the iPod"
)
STATUSES = frozenset({"hypothetical", "negated"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an article tells of the event: its trigger, in code points."""

    doc: str
    start: int
    end: int
    text: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Entry:
    """An event of the timeline."""

    value: str  # TIMEX3
    order: int  # 1, 2 ... by day; the same number for the same day
    mentions: tuple[Mention, ...]


def timeline(name: str, records: Sequence[Record]) -> list[Entry]:
    """The dated events that tell of a target, in order.

    Args:
        name: the target as a person would type it, "Boeing 777"; case and articles don't matter.
        records: of the articles.
    """
    target = _words(name)
    found: dict[tuple[str, str], list[Mention]] = {}
    for record in records:
        entities = {entity.id: entity for entity in record.entities}
        names = {key for key, entity in entities.items() if _names(record, entity, target)}
        spots = sorted({*((m.start, m.end) for key in names for m in entities[key].mentions), *_spots(record.text, name)})
        for event in record.events:
            value = _value(record, event)
            if value is None or event.status in STATUSES or not _takes_part(event, names, spots):
                continue
            mention = Mention(
                record.id,
                event.trigger.start,
                event.trigger.end,
                record.text[event.trigger.start : event.trigger.end],
                record.text[event.sentence.start : event.sentence.end],
            )
            found.setdefault((value, stem(mention.text.lower())), []).append(mention)
    ordered = sorted(found.items(), key=lambda e: (timex.sort_key(e[0][0]), e[1][0].doc, e[1][0].start))
    days = {value: number for number, value in enumerate(dict.fromkeys(key[0] for key, _ in ordered), 1)}
    return [Entry(key[0], days[key[0]], tuple(mentions)) for key, mentions in ordered]


def _value(record: Record, event: Event) -> str | None:
    """The day of an event: as the text dates it, else, for what is told as having happened, the day of publication."""
    if event.date is not None and event.date.wording is not None:
        return event.date.value[:10] if event.date.earliest else None
    if _describes(record, event):
        return None
    return record.metadata.published if event.status == "happened" else None


def _describes(record: Record, event: Event) -> bool:
    """Whether a word without a date of its own says what is so or goes along: "it comes in two colours", "becoming thinner"."""
    trigger = record.text[event.trigger.start : event.trigger.end].lower()
    headline = not record.text[: event.sentence.start].strip()
    return trigger not in REPORTING and (trigger.endswith("ing") or (trigger.endswith("s") and not headline))


def _words(text: str) -> tuple[str, ...]:
    return tuple(w for w in WORD.findall(text.lower()) if w != "the")


def _names(record: Record, entity: Entity, target: tuple[str, ...]) -> bool:
    """Whether one of an entity's names is the target's, or a full form of it."""
    for mention in entity.mentions:
        if mention.kind == "name":
            words = _words(record.text[mention.start : mention.end])
            if words and (words == target or (set(target) <= set(words) and len(words) - len(target) <= 2)):
                return True
            if _is_short(words, target):
                return True
    return _words(entity.name) == target


def _is_short(words: tuple[str, ...], target: tuple[str, ...]) -> bool:
    """Whether a name leaves out who makes a thing, but not its number: "787" or "787 Dreamliner" for "Boeing 787 Dreamliner"."""
    at = next((n for n in range(1, len(target)) if target[n : n + len(words)] == words), 0)
    return at > 0 and any(len(word) >= MODEL and any(c.isdigit() for c in word) for word in words)


def _spots(text: str, name: str) -> list[tuple[int, int]]:
    """Where the words of a target stand, for things that are no recognised name."""
    words = _words(name)
    if not words:
        return []
    forms = [words, *((word,) for word in words[1:] if _is_short((word,), words))]
    pattern = "|".join(r"\b" + r"\W+".join(map(re.escape, form)) + r"s?\b" for form in forms)
    return [(m.start(), m.end()) for m in re.finditer(pattern, text, re.IGNORECASE)]


def _takes_part(event: Event, names: set[str], spots: Sequence[tuple[int, int]]) -> bool:
    """Whether the target is a participant, or stands close to a trigger that the text itself dates.

    A thing that no article names as an entity is no participant: it takes part where it stands right after the trigger.
    """
    if names & set(event.participants) or event.place in names:
        return True
    inside = [(s, e) for s, e in spots if event.sentence.start <= s < event.sentence.end]
    if event.date is None or event.date.inferred or event.date.shared:
        return not names and any(0 <= s - event.trigger.end < OBJECT for s, _ in inside)
    return any(min(abs(s - event.trigger.end), abs(event.trigger.start - e)) < TARGET_WITHIN for s, e in inside)
