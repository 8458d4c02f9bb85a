"""Hand-made records for tests of the dossier: an article in one line, and what was found in it."""

from __future__ import annotations

from typing import Any

from generator.records.model import (
    Answers,
    Entity,
    Event,
    EventDate,
    Fact,
    Mention,
    Metadata,
    Paragraph,
    Quote,
    Record,
)
from generator.values.identity import digest, identifier
from generator.values.span import Span


def record(name: str, text: str, published: str | None = None, title: str | None = None, **layers: Any) -> Record:
    """A record with the given layers; the others are empty."""
    empty: dict[str, Any] = dict.fromkeys(("times", "quotes", "events", "facts", "entities"), ())
    return Record(
        id=name,
        text=text,
        sha256=digest(text),
        metadata=Metadata(title=title, published=published),
        paragraphs=(Paragraph(start=0, end=len(text)),),
        answers=Answers(),
        **{**empty, **layers},
    )


def span(text: str, words: str, nth: int = 0) -> Span:
    """Where words stand in a text (their n-th occurrence, from 0)."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words))


def entity(text: str, number: int, name: str, *mentions: str, type: str = "PERSON") -> Entity:
    """An entity with its mentions, given by their words."""
    spans = [span(text, words) for words in (mentions or (name,))]
    return Entity(
        id=f"e{number}",
        name=name,
        type=type,  # type: ignore[arg-type]
        mentions=tuple(Mention(start=s.start, end=s.end) for s in spans),
        salience=1.0 / number,
    )


def fact(name: str, text: str, words: str, score: float = 1.0, **more: Any) -> Fact:
    """A fact, given by its words."""
    s = span(text, words)
    return Fact(id=identifier("f", name, (s.start, s.end)), start=s.start, end=s.end, text=words, score=score, **more)


def event(name: str, text: str, trigger: str, day: str | None = None, **more: Any) -> Event:
    """An event with an ISO day, given by the words of its trigger; the sentence is the whole text."""
    s = span(text, trigger)
    date = EventDate(value=day, earliest=day, latest=day) if day else None
    sentence = more.pop("sentence", Span(start=0, end=len(text)))
    participants = more.pop("participants", ())
    return Event(
        id=identifier("e", name, (s.start, s.end)),
        trigger=s,
        date=date,
        participants=participants,
        sentence=sentence,
        **more,
    )


def quote(name: str, text: str, words: str, speaker: Entity | None = None, **more: Any) -> Quote:
    """A direct quotation, given by its words."""
    s = span(text, words)
    return Quote(
        id=identifier("q", name, (s.start, s.end)),
        kind=more.pop("kind", "direct"),
        content=(s,),
        cue=more.pop("cue", None),
        source=more.pop("source", None),
        speaker=speaker.name if speaker else None,
        speaker_entity=speaker.id if speaker else None,
        **more,
    )
