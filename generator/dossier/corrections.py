"""Editors' corrections: what a sidecar may set right, and where each correction is applied.

A correction names its target by stable id (a fact, quote or event) or by a person's name. One that matches nothing any
more is reported, never dropped silently. What an editor touched is marked as edited.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.dossier import chronology, subjects
from generator.dossier.model import Companion, Happening, Quotation, Statement, Subject
from generator.dossier.slugs import slug
from generator.language.timex import days
from generator.records.model import EntityType, Event, EventDate, Record
from generator.records.trusted import changed

Index = dict[tuple[str, str], str]  # (record id, entity id) -> subject id
# what may be set of what, by the first letter of its id: a key that does nothing would be dropped silently
APPLIES = {
    "f": ("a fact", {"hide", "pin", "order", "heading", "note"}),
    "q": ("a quote", {"speaker", "hide", "pin", "note"}),
    "e": ("an event", {"date", "hide", "note"}),
    "": ("a person", {"rename", "merge", "type", "hide", "note"}),
}
Item = TypeVar("Item", Statement, Quotation, Happening)


class Correction(BaseModel):
    """One entry under `corrections:` in an article's sidecar."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | None = Field(None, pattern=r"^[feq]-[0-9a-f]{10}$", description="stable id of a fact, event or quote")
    person: str | None = Field(None, description="a person, organisation or place, by a name that the page shows")
    speaker: str | None = Field(None, description="of a quote: the speaker's name; null clears it")
    date: str | None = Field(None, description="of an event: an ISO date or TIMEX3 value; null clears it")
    hide: bool = Field(False, description="leave it out of every page")
    pin: bool = Field(False, description="of a fact or quote: always first")
    order: int | None = Field(None, ge=1, description="of a fact: its place in the list")
    heading: str | None = Field(None, description="of a fact: a heading of the editor's own")
    note: str | None = Field(None, description="a remark shown beside it, marked as the editor's")
    rename: str | None = Field(None, description="of a person: the name to show")
    merge: tuple[str, ...] = Field((), description="of a person: other names that are the same person")
    type: EntityType | None = Field(None, description="of a person: what it is")

    @model_validator(mode="before")
    @classmethod
    def _dates_as_text(cls, data: Any) -> Any:
        """YAML reads `2015-11-24` as a date; we keep its ISO form."""
        if isinstance(data, dict) and isinstance(data.get("date"), date):
            return {**data, "date": data["date"].isoformat()}
        return data

    @model_validator(mode="after")
    def _one_target(self) -> Correction:
        if (self.id is None) == (self.person is None):
            raise ValueError("give either `id:` (of a fact, quote or event) or `person:` (a name)")
        what, allowed = APPLIES[self.id[0] if self.id else ""]
        if stray := sorted(self.model_fields_set - allowed - {"id", "person"}):
            raise ValueError(f"`{stray[0]}:` can't be set of {what}; allowed: {', '.join(sorted(allowed))}")
        if self.date is not None and days(self.date) is None:
            raise ValueError(f"`date: {self.date}` is not a date such as 2016-07-15, 2016-07 or 2016")
        return self

    def sets(self, key: str) -> bool:
        """Whether the editor wrote this key, if only to clear it with null."""
        return key in self.model_fields_set


class Desk:
    """Applies corrections step by step and remembers which of them matched."""

    def __init__(self, corrections: Mapping[str, Sequence[Correction]]) -> None:
        ordered = [(article, c) for article in sorted(corrections) for c in corrections[article]]
        self._by_id = {c.id: (article, c) for article, c in ordered if c.id}
        self._people = [(article, c) for article, c in ordered if c.person]
        self._matched: set[str] = set()

    def records(self, records: Sequence[Record]) -> list[Record]:
        """Set events' dates before the chronology orders and merges them; all tellings of one entry move together."""
        dated = {target: c for target, (_, c) in self._by_id.items() if target.startswith("e-") and c.sets("date")}
        if not dated:
            return list(records)
        for entry in chronology.merge(records, subjects.merge(records)[1]):
            for target in dated.keys() & {entry.id, *entry.members}:
                dated |= dict.fromkeys({entry.id, *entry.members} - dated.keys(), dated[target])
                if dated[target].date is None:
                    self._matched.add(target)  # it leaves the chronology, where `happenings` would meet it
        return [
            record
            if dated.keys().isdisjoint(event.id for event in record.events)
            else changed(record, events=tuple(_redated(event, dated.get(event.id)) for event in record.events))
            for record in records
        ]

    def subjects(self, subjects: tuple[Subject, ...], index: Index) -> tuple[tuple[Subject, ...], Index]:
        """Merge, rename, retype and hide people."""
        people = {subject.id: subject for subject in subjects}
        moved: dict[str, str] = {}
        for _, c in self._people:
            target = _named(people, c.person or "")
            if target is None:
                continue
            others = [other for name in c.merge if (other := _named(people, name)) and other.id != target.id]
            if len(others) == len(c.merge):
                self._matched.add(_key(c))
            for other in others:
                target = _merged(target, other)
                moved[other.id] = target.id
                del people[other.id]
            if c.rename:
                aliases = tuple(dict.fromkeys([target.name, *target.aliases]))
                target = replace(target, name=c.rename, aliases=tuple(a for a in aliases if a != c.rename))
            people[target.id] = replace(target, type=c.type or target.type, note=c.note, edited=True)
            if c.hide:
                moved[target.id] = ""
                del people[target.id]
        kept = tuple(
            replace(s, together=_moved_together(s, moved)) if moved else s
            for s in sorted(people.values(), key=lambda s: (-s.salience, s.id))
        )
        return kept, {key: place for key, found in index.items() if (place := _follow(moved, found))}

    def quotations(self, quotations: Sequence[Quotation], people: tuple[Subject, ...]) -> tuple[Quotation, ...]:
        """Set or clear speakers; hide, pin and annotate quotations."""
        known = {subject.id: subject for subject in people}
        corrected = []
        for quotation in quotations:
            c = self._take(quotation)
            if c is None:
                corrected.append(quotation)
            elif not c.hide:
                changed = replace(quotation, note=c.note or quotation.note, edited=True)
                if c.sets("speaker"):
                    speaker = _named(known, c.speaker) if c.speaker else None
                    changed = replace(changed, speaker=speaker.id if speaker else None, confidence=1.0)
                    if c.speaker and not speaker:
                        self._matched.discard(_key(c))
                corrected.append(replace(changed, score=changed.score + 1000) if c.pin else changed)
        return tuple(corrected)

    def happenings(self, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
        """Hide and annotate events; their dates were set in `records`."""
        corrected = []
        for happening in happenings:
            c = self._take(happening)
            if c is None:
                corrected.append(happening)
            elif not c.hide:
                corrected.append(replace(happening, note=c.note or happening.note, edited=True))
        return tuple(corrected)

    def statements(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """Hide, pin, reorder, head and annotate facts."""
        rest: list[Statement] = []
        pinned: list[Statement] = []
        placed: list[tuple[int, Statement]] = []
        for statement in statements:
            c = self._take(statement)
            if c is None:
                rest.append(statement)
            elif not c.hide:
                changed = replace(statement, heading=c.heading, note=c.note or statement.note, pinned=c.pin, edited=True)
                if c.order:
                    placed.append((c.order, changed))
                else:
                    (pinned if c.pin else rest).append(changed)
        ordered = pinned + rest
        for place, statement in sorted(placed, key=lambda item: (item[0], item[1].id)):
            ordered.insert(place - 1, statement)
        return tuple(ordered)

    def unmatched(self) -> tuple[str, ...]:
        """A sentence for each correction that found no target."""
        everything = [*self._by_id.values(), *self._people]
        return tuple(
            f"The correction of {c.id or repr(c.person)} in the sidecar of {article!r} matches nothing any more: "
            f"look up the new id on its page, or remove it."
            for article, c in sorted(everything, key=lambda item: (item[0], _key(item[1])))
            if _key(c) not in self._matched
        )

    def _take(self, item: Item) -> Correction | None:
        for target in dict.fromkeys((item.id, *item.members)):
            if target in self._by_id:
                c = self._by_id[target][1]
                self._matched.add(_key(c))
                return c
        return None


def _key(c: Correction) -> str:
    return c.id or f"person {c.person}"


def _redated(event: Event, c: Correction | None) -> Event:
    if c is None:
        return event
    if c.date is None:
        return changed(event, date=None)
    span = days(c.date)
    earliest, latest = span if span else (None, None)
    return changed(event, date=EventDate(value=c.date, earliest=earliest, latest=latest), same_as=c.id)


def _named(people: Mapping[str, Subject], name: str) -> Subject | None:
    """The subject that an editor means: by shown name, then by alias, then by slug; None if none or several fit."""
    for fits in (
        lambda s: s.name == name,
        lambda s: name in s.aliases,
        lambda s: s.id == slug(name),
    ):
        found = [subject for subject in people.values() if fits(subject)]
        if len(found) == 1:
            return found[0]
    return None


def _merged(one: Subject, other: Subject) -> Subject:
    return replace(
        one,
        aliases=tuple(a for a in dict.fromkeys([*one.aliases, other.name, *other.aliases]) if a != one.name),
        descriptions=tuple(dict.fromkeys([*one.descriptions, *other.descriptions])),
        mentions=tuple(sorted({*one.mentions, *other.mentions}, key=lambda m: (m.source, m.start, m.end))),
        sources=tuple(dict.fromkeys([*one.sources, *other.sources])),
        salience=one.salience + other.salience,
        together=one.together + other.together,
        place=one.place or other.place,
    )


def _follow(moved: Mapping[str, str], subject: str) -> str:
    while subject in moved:
        subject = moved[subject]
    return subject


def _moved_together(subject: Subject, moved: Mapping[str, str]) -> tuple[Companion, ...]:
    found: dict[str, Companion] = {}
    for each in subject.together:
        place = _follow(moved, each.subject)
        if place and place != subject.id:
            before = found.get(place, Companion(place, 0))
            passages = tuple(dict.fromkeys([*before.passages, *each.passages]))
            found[place] = Companion(place, before.paragraphs + each.paragraphs, passages)
    return tuple(sorted(found.values(), key=lambda c: (-c.paragraphs, c.subject)))
