"""The values that this layer finds: events and their time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Offsets = tuple[int, int]  # half-open, code points into the article
Status = Literal["happened", "planned", "negated", "hypothetical"]
Tense = Literal["past", "present", "perfect", "future"]
Clause = Literal["main", "reported", "relative", "adverbial", "complement", "noun", "other"]
Subject = Literal["named", "pronoun"]
Kind = Literal["occurrence", "speech", "state", "general"]


@dataclass(frozen=True, slots=True)
class EventDate:
    """The time of an event."""

    value: str  # TIMEX3
    earliest: str | None  # ISO 8601 days; None where the year is not known
    latest: str | None
    wording: Offsets | None = None  # the time expression that says so; None where inferred from the publication day
    inferred: bool = False
    shared: bool = False  # the wording dates another word of the sentence or of the one before, and this event with it
    confidence: float | None = None  # the share of such days that are right on articles that the model was not fitted on


@dataclass(frozen=True, slots=True)
class Form:
    """In what form a sentence tells of an event."""

    tense: Tense | None = None
    clause: Clause = "other"
    subject: Subject | None = None  # whether who or what does it is named in the clause


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the article says happened, will happen or did not happen."""

    trigger: Offsets  # the head word
    sentence: Offsets
    date: EventDate | None = None
    participants: tuple[str, ...] = ()  # entity ids, the agent first
    place: str | None = None  # an entity's id
    status: Status = "happened"
    form: Form = Form()
    same_as: int | None = None  # index in doc._.events of the first telling of the same event, where it is a retelling
    kind: Kind = "occurrence"
    occurrence: float = 1.0  # how likely it tells of something that happens once
