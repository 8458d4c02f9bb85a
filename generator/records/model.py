"""The public record of one article: the contract that tools outside this repository read.

Keys of the contract keep their meaning; further keys stand beside them. Every span is half-open, in code points into
`text`. Ids depend only on the article's id and the span (`identifier`), so that a permalink survives a rebuild.
"""

from __future__ import annotations

import hashlib
from typing import Literal

from pydantic import BaseModel, ConfigDict

EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"]


class Model(BaseModel):
    """Frozen, and strict about unknown keys, so that a foreign record is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Model):
    """Half-open, code points into the article's text."""

    start: int
    end: int


class Metadata(Model):
    """What the publisher or the editor says about the article; dates in ISO 8601."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None


class Paragraph(Span):
    """A paragraph of the article; `noise` is boilerplate such as share buttons."""

    kind: Literal["title", "heading", "body", "noise"] = "body"


class Time(Span):
    """A time expression with its TIMEX3 type and value, and the days it spans."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: str | None = None
    latest: str | None = None
    mod: str | None = None


class Quote(Model):
    """An attribution: what was said, by which words, by whom."""

    id: str
    kind: Literal["direct", "mixed", "indirect"]
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None  # canonical name
    speaker_entity: str | None = None  # the same speaker's entity id
    confidence: float = 1.0
    addressee: str | None = None  # canonical name
    addressee_entity: str | None = None


class EventDate(Model):
    """When: a TIMEX3 value and the first and last day it allows; `wording` is null where we inferred it."""

    value: str
    earliest: str | None
    latest: str | None
    wording: Span | None = None
    inferred: bool = False
    shared: bool = False  # the wording dates another word of the sentence or of the one before, and this event with it
    confidence: float | None = None  # how often such a day is right


class Event(Model):
    """Something that happened, is planned, did not happen or might."""

    id: str
    trigger: Span
    date: EventDate | None
    participants: tuple[str, ...]  # entity ids
    sentence: Span
    status: Literal["happened", "planned", "negated", "hypothetical"] = "happened"
    place: str | None = None  # an entity's id
    same_as: str | None = None  # id of the first telling of the same event in this article


class Referent(Span):
    """A pronoun or role in a fact, and the entity that it stands for (computed)."""

    entity: str


class Figure(Span):
    """An amount with its normalised value."""

    value: float
    unit: str | None = None
    counts: Span | None = None


class Fact(Span):
    """A verbatim statement; `text` is exactly `text[start:end]` of the article."""

    id: str
    text: str
    score: float
    kind: Literal["action", "statement", "figure", "background"] = "action"
    claimed_by: Span | None = None
    entities: tuple[str, ...] = ()
    date: str | None = None
    referents: tuple[Referent, ...] = ()
    figures: tuple[Figure, ...] = ()


class Answer(Span):
    """A span that answers a question about the main event."""

    text: str


class Answers(Model):
    """Best first; empty where the article gives no answer."""

    who: tuple[Answer, ...] = ()
    what: tuple[Answer, ...] = ()
    when: tuple[Answer, ...] = ()
    where: tuple[Answer, ...] = ()
    why: tuple[Answer, ...] = ()
    how: tuple[Answer, ...] = ()


class Mention(Span):
    """Words that refer to an entity; the contract's mentions plus how they refer."""

    kind: Literal["name", "nominal", "pronoun"] = "name"


class Entity(Model):
    """One real-world thing as one article names it."""

    id: str
    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    salience: float
    descriptions: tuple[Span, ...] = ()
    gender: Literal["female", "male"] | None = None


class Record(Model):
    """Everything extracted from one article."""

    id: str
    text: str
    sha256: str  # of the text's UTF-8 bytes
    metadata: Metadata
    paragraphs: tuple[Paragraph, ...]
    times: tuple[Time, ...]
    quotes: tuple[Quote, ...]
    events: tuple[Event, ...]
    facts: tuple[Fact, ...]
    answers: Answers
    entities: tuple[Entity, ...]


def identifier(kind: str, article: str, *spans: tuple[int, int]) -> str:
    """A stable name: the kind's letter and ten hexadecimal digits that depend only on the article's id and the spans."""
    key = "\n".join([kind, article, *(f"{start}-{end}" for start, end in spans)])
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
