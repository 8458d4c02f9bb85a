"""What happened when: event triggers with the time, place and participants that belong to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

Offsets = tuple[int, int]  # half-open, code points into the article
Status = Literal["happened", "planned", "negated", "hypothetical"]


@dataclass(frozen=True, slots=True)
class EventDate:
    """The time of an event."""

    value: str  # TIMEX3
    earliest: str | None  # ISO 8601 days; None where the year is not known
    latest: str | None
    wording: Offsets | None = None  # the time expression that says so; None where inferred from the publication day
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """Something that the article says happened, will happen or did not happen."""

    trigger: Offsets  # the head word
    sentence: Offsets
    date: EventDate | None = None
    participants: tuple[str, ...] = ()  # entity ids, the agent first
    place: str | None = None  # an entity's id
    status: Status = "happened"
    same_as: int | None = None  # index in doc._.events of the first telling of the same event, where it is a retelling


class Events:
    """The spaCy component; sets `doc._.events`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.events = ()
        return doc


@Language.factory("briefing_events", requires=["doc._.times", "doc._.entities"], assigns=["doc._.events"])
def make_events(nlp: Language, name: str) -> Events:
    """Make the component."""
    return Events()
