"""Entities of several records that are one subject, while they are put together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from generator.records.model import Entity, Record

CLASSES = {"GPE": "place", "LOC": "place", "FAC": "place"}


@dataclass(slots=True, eq=False)
class Group:
    """Entities of several records that are one subject."""

    members: list[tuple[Record, Entity]] = field(default_factory=list)
    forms: Counter[str] = field(default_factory=Counter)
    types: Counter[str] = field(default_factory=Counter)
    kind: str | None = None  # what all mentions together say that it is
    apart: bool = False  # an editor says that it is nobody else
    maybe: list[Group] = field(default_factory=list)  # who it may be, where the articles leave it open

    def add(self, record: Record, entity: Entity) -> None:
        """Take an entity in."""
        self.members.append((record, entity))
        for form in forms(record, entity) or [entity.name]:
            self.forms[form] += 1
        self.types[entity.type] += len(entity.mentions)

    def take(self, other: Group) -> None:
        """Take another group's entities over; what they are is this group's to say."""
        self.members += other.members
        self.forms.update(other.forms)

    @property
    def type(self) -> str:
        """What it is; until that is settled, the type that most mentions have, of those alike the first."""
        if self.kind:
            return self.kind
        return next(iter(self.types)) if len(self.types) == 1 else max(self.types, key=self.types.__getitem__)

    @property
    def articles(self) -> int:
        """How many articles tell of it."""
        return len({record.id for record, _ in self.members})


def class_of(kind: str) -> str:
    """The type, places of all kinds being one."""
    return CLASSES.get(kind, kind)


def forms(record: Record, entity: Entity) -> list[str]:
    """The names that a record uses, with single spaces."""
    return [" ".join(record.text[m.start : m.end].split()) for m in entity.mentions if m.kind == "name"]
