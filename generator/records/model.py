"""The public record of one article: the contract that tools outside this repository read (CONTRACT.md).

Keys of the contract keep their meaning; further keys stand beside them. Every span is half-open, in code points into
`text`. Ids depend only on the article's id and the span (`values.identity`), so that a permalink survives a rebuild.
The same types are what extraction makes, what the JSON Schema is made of, and what reading a record checks.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from generator.values.span import Span

EntityType = Literal["PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"]


class Model(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Frozen, and strict about unknown keys, so that a foreign record is refused; plain values without cycles (`gc=False`)."""


class Metadata(Model, frozen=True):
    """What the publisher or the editor says about the article; dates in ISO 8601."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published_from: str | None = None  # who states the day of publication: sidecar, metadata, page, address, mail …
    published_checked: bool = False  # the editor vouches for the day of publication


class Paragraph(Span, frozen=True):
    """A paragraph of the article; `noise` is boilerplate such as share buttons."""

    kind: Literal["title", "heading", "body", "noise"] = "body"


class Time(Span, frozen=True):
    """A time expression with its TIMEX3 type and value, and the days it spans."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    earliest: str | None = None
    latest: str | None = None
    mod: str | None = None


class Quote(Model, frozen=True):
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


class EventDate(Model, frozen=True):
    """When: a TIMEX3 value and the first and last day it allows; `wording` is null where we inferred it."""

    value: str
    earliest: str | None
    latest: str | None
    wording: Span | None = None
    inferred: bool = False
    shared: bool = False  # the wording dates another word of the sentence or of the one before, and this event with it
    confidence: float | None = None  # how often such a day is right


class Event(Model, frozen=True):
    """Something that happened, is planned, did not happen or might; `kind` tells what happens once from what does not."""

    id: str
    trigger: Span
    date: EventDate | None
    participants: tuple[str, ...]  # entity ids
    sentence: Span
    status: Literal["happened", "planned", "negated", "hypothetical"] = "happened"
    place: str | None = None  # an entity's id
    same_as: str | None = None  # id of the first telling of the same event in this article
    tense: Literal["past", "present", "perfect", "future"] | None = None  # of a verb
    clause: Literal["main", "reported", "relative", "adverbial", "complement", "noun", "other"] | None = None
    subject: Literal["named", "pronoun"] | None = None  # of a verb: how the clause names who or what does it
    kind: Literal["occurrence", "speech", "state", "general"] = "occurrence"  # general: what holds of no day in particular
    occurrence: float = 1.0  # how often what reads like this happens once


class Referent(Span, frozen=True):
    """A pronoun or role in a fact, and the entity that it stands for (computed)."""

    entity: str


class Figure(Span, frozen=True):
    """An amount with its normalised value."""

    value: float
    unit: str | None = None
    counts: Span | None = None


class Fact(Span, frozen=True):
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


class Answer(Span, frozen=True):
    """A span that answers a question about the main event."""

    text: str


class Answers(Model, frozen=True):
    """Best first; empty where the article gives no answer."""

    who: tuple[Answer, ...] = ()
    what: tuple[Answer, ...] = ()
    when: tuple[Answer, ...] = ()
    where: tuple[Answer, ...] = ()
    why: tuple[Answer, ...] = ()
    how: tuple[Answer, ...] = ()


class Mention(Span, frozen=True):
    """Words that refer to an entity; the contract's mentions plus how they refer."""

    kind: Literal["name", "nominal", "pronoun"] = "name"


class Entity(Model, frozen=True):
    """One real-world thing as one article names it."""

    id: str
    name: str
    type: EntityType
    mentions: tuple[Mention, ...]
    salience: float
    descriptions: tuple[Span, ...] = ()
    gender: Literal["female", "male"] | None = None


class Part(Span, frozen=True):
    """A part of the clause in which a detail stands."""

    role: str  # "subject", "object", "verb", or the preposition before it


class Detail(Span, frozen=True):
    """An amount with its sign and unit, a time or a place, and what the clause says of it."""

    kind: Literal["quantity", "time", "place"]
    role: str  # its part in the clause: "object", "subject", a preposition, "is"
    counts: Span | None = None  # what is counted: "planet candidates"
    does: Span | None = None  # the word that governs it: "killed", "cost", "offer", "wide"
    status: Literal["told", "negated", "open"] = "told"
    parts: tuple[Part, ...] = ()


class Record(Model, frozen=True):
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
    details: tuple[Detail, ...] = ()
