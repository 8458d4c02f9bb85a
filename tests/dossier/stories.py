"""Hand-made stories for tests of the chronology: an article as sentences, each with one event and the form in which it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from generator.records.model import Entity, Event, EventDate, Mention, Paragraph, Record
from generator.values.span import Span
from generator.values.timex import days
from tests.records import event, record, span


@dataclass(frozen=True)
class Told:
    """A sentence that tells of an event."""

    sentence: str
    trigger: str
    words: str | None = None  # for the day
    day: str | None = None  # ISO, or a TIMEX3 value that begins with a day
    inferred: bool = False
    tense: str | None = "past"
    clause: str | None = "main"
    subject: str | None = "named"
    status: str = "happened"
    by: str | None = None  # the name in the sentence of who does it
    names: tuple[str, ...] = ()  # and of others


def story(name: str, published: str, *told: Told, title: bool = False) -> Record:
    """An article, with its name as its publisher; `title`: its first sentence is the headline."""
    text = "\n\n".join(t.sentence for t in told)
    made: list[Event] = []
    paragraphs: list[Paragraph] = []
    named: dict[str, list[Mention]] = {}
    start = 0
    for n, t in enumerate(told):
        found = event(name, text, t.trigger, sentence=Span(start, start + len(t.sentence)))
        at = span(t.sentence, t.trigger)
        when = None
        if t.day is not None:
            first, last = days(t.day.partition("T")[0]) or (t.day[:10], t.day[:10])
            wording = None
            if t.words is not None:
                w = span(t.sentence, t.words)
                wording = Span(start + w.start, start + w.end)
            when = EventDate(value=t.day, earliest=first, latest=last, wording=wording, inferred=t.inferred)
        for who in (*((t.by,) if t.by else ()), *t.names):
            at_name = span(t.sentence, who)
            named.setdefault(who, []).append(Mention(start + at_name.start, start + at_name.end))
        by = f"e{list(named).index(t.by) + 1}" if t.by else None
        form: dict[str, Any] = {"tense": t.tense, "clause": t.clause, "subject": t.subject, "status": t.status}
        form["participants"] = (by,) if by else ()
        trigger = Span(start + at.start, start + at.end)
        made.append(replace(found, id=f"e-{name * 6}{n:04d}"[:12], trigger=trigger, date=when, **form))
        kind: Any = "title" if title and n == 0 else "text"
        paragraphs.append(Paragraph(start=start, end=start + len(t.sentence), kind=kind))
        start += len(t.sentence) + 2
    entities = tuple(
        Entity(id=f"e{n}", name=who, type="PERSON", mentions=tuple(found), salience=0.5)
        for n, (who, found) in enumerate(named.items(), 1)
    )
    plain = record(name, text, published, events=tuple(made), entities=entities)
    return replace(plain, paragraphs=tuple(paragraphs), metadata=replace(plain.metadata, publisher=name))


def one_word_one_event() -> Callable[..., tuple[tuple[int, ...], ...]]:
    """Clusters by word, in place of the trained ones."""

    def clusters(found: Any, _: Any) -> tuple[tuple[int, ...], ...]:
        groups: dict[str, list[int]] = {}
        for n, mention in enumerate(found):
            groups.setdefault(mention.word, []).append(n)
        return tuple(map(tuple, groups.values()))

    return clusters
