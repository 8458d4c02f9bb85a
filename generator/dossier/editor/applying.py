"""The editor's desk: applies corrections while a dossier is put together, each where it belongs.

Corrections of one thing may stand in several sidecars, and under the ids of several passages that became one entry: they are taken
together. One that matches nothing any more, or says otherwise than another, is reported, never dropped silently. What an editor
touched says what was set. `assembling.assemble` asks the desk in this order:

| of | keys | take effect in |
| --- | --- | --- |
| a person | `split` | `apart`, and then `parting.parted`: before anything is put together |
| a person | `rename`, `merge`, `type`, `hide`, `note` | `subjects` |
| a quotation | `speaker`, `hide`, `pin`, `note` | `quotations` |
| an event | `date`, `join`, `split` | `events`, and then `stories/editing.Given`: while events are put together |
| an event | `hide`, `note`, `not_about`, a `date` that is cleared | `happenings` |
| a fact | `split` | `alone`: before facts are joined |
| a fact | `hide`, `pin`, `order`, `heading`, `note`, `not_about` | `statements`; the day of an event that it tells of, `dated` |
| a difference | `dismiss`, `settle` | `differences` |

What may be set of what is written in `corrections.Correction`, and read in `building/run.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from msgspec.structs import replace

from generator.dossier.editor.about import about, without
from generator.dossier.editor.corrections import LIST_KEYS, Correction
from generator.dossier.editor.log import logged
from generator.dossier.editor.parting import plain
from generator.dossier.model import Companion, Corrected, Difference, Happening, Quotation, Statement, Subject
from generator.dossier.stories import chronology
from generator.dossier.stories.editing import Given
from generator.records.model import Record
from generator.values.slugs import slug

Index = dict[tuple[str, str], str]  # (record id, entity id) -> subject id
Placed = tuple[str, Correction]  # the article whose sidecar holds it, and the correction
Item = TypeVar("Item", Statement, Quotation, Happening, Difference)
Told = TypeVar("Told", Statement, Happening)
FIRST = 1000.0  # a pinned quotation's score above all others
SHOWING = frozenset({"date", "join", "split", "note"})  # an event of which an editor says this is on the chronology
POINTLESS = ("pin", "order", "heading", "speaker", "date", "rename")  # of what is hidden


class Desk:
    """Applies corrections step by step and remembers which of them matched."""

    def __init__(self, corrections: Mapping[str, Sequence[Correction]]) -> None:
        ordered = [(article, c) for article in sorted(corrections) for c in corrections[article]]
        self._by_id: dict[str, list[Placed]] = {}
        for article, c in ordered:
            if c.id:
                self._by_id.setdefault(c.id, []).append((article, c))
        self._of_people = [(article, c) for article, c in ordered if c.person]
        self._matched: set[int] = set()  # by identity: two sidecars may say the same
        self._nobody: set[str] = set()  # names in corrections that no page shows
        self._people: dict[str, Subject] = {}  # by id, once they are put together
        self._told: dict[str, None] = {}  # sentences about corrections that can't all be followed

    def events(self) -> Given:
        """What editors said of events before they are put together: their days, which are one, and which telling stands alone."""
        placed = [(target, c) for target, found in self._by_id.items() if target.startswith("e-") for _, c in found]
        return Given(
            dates={target: c.date for target, c in reversed(placed) if c.date},
            joins=tuple((target, other) for target, c in placed for other in c.join),
            splits=frozenset(target for target, c in placed if c.split),
        )

    def alone(self) -> frozenset[str]:
        """The facts that an editor set apart from those with which they were joined."""
        return frozenset(
            name for name, found in self._by_id.items() if name.startswith("f-") and any(c.split for _, c in found)
        )

    def apart(self) -> frozenset[str]:
        """The names that an editor set apart from those to whom they were given."""
        return frozenset(plain(c.person) for _, c in self._of_people if c.person and c.split)

    def subjects(self, subjects: tuple[Subject, ...], index: Index) -> tuple[tuple[Subject, ...], Index]:
        """Merge, rename, retype and hide people."""
        people = {subject.id: subject for subject in subjects}
        given = {
            c.rename: c.person or "" for _, c in reversed(self._of_people) if c.rename
        }  # a page shows only the new name
        moved: dict[str, str] = {}
        about: dict[str, list[Placed]] = {}
        for article, c in self._of_people:
            target = _found(people, given, c.person or "")
            if target is None:
                continue
            self._matched.add(id(c))
            for name in c.merge:
                other = _found(people, given, name)
                if other is None:
                    self._nobody.add(name)
                    self._tell(
                        f"The correction of {c.person!r} in the sidecar of {article!r} merges {name!r}, whom no page names."
                    )
                elif other.id != target.id:
                    target = _merged(target, other)
                    moved[other.id] = target.id
                    about.setdefault(target.id, []).extend(about.pop(other.id, []))
                    del people[other.id]
            people[target.id] = target
            about.setdefault(target.id, []).append((article, c))
        for name, placed in about.items():
            wanted = self._together(people[name].name, placed)
            same = _named(people, wanted.get("rename") or "")
            if same is not None and same.id != name:
                self._tell(
                    f"The sidecar of {placed[0][0]!r} renames {people[name].name!r} {wanted['rename']!r}, as another is called: "
                    "use `merge:` if they are one."
                )
            people[name] = _corrected(people[name], wanted)
            if wanted.get("hide"):
                moved[name] = ""
                del people[name]
        kept = tuple(
            replace(s, together=_moved_together(s, moved)) if moved else s
            for s in sorted(people.values(), key=lambda s: (-s.salience, s.id))
        )
        self._people = {subject.id: subject for subject in kept}
        return kept, {key: place for key, found in index.items() if (place := _follow(moved, found))}

    def quotations(self, quotations: Sequence[Quotation], people: tuple[Subject, ...]) -> tuple[Quotation, ...]:
        """Set or clear speakers; hide, pin and annotate quotations."""
        known = {subject.id: subject for subject in people}
        made = []
        for quotation in quotations:
            wanted = self._wanted(quotation)
            if wanted and wanted.get("speaker"):
                speaker = _named(known, wanted["speaker"])
                if speaker is None:
                    self._nobody.add(wanted["speaker"])
                    self._tell(
                        f"The speaker {wanted['speaker']!r} of {quotation.id} is on no page: write the name as a page shows it."
                    )
                    del wanted["speaker"]
                else:
                    quotation = replace(quotation, speaker=speaker.id, confidence=1.0)
            elif wanted and "speaker" in wanted:
                quotation = replace(quotation, speaker=None, confidence=1.0)
            if wanted and wanted.get("pin"):
                quotation = replace(quotation, score=quotation.score + FIRST)
            if not (wanted and wanted.get("hide")):
                made.append(_annotated(quotation, wanted))
        return tuple(sorted(made, key=lambda quotation: "pin" not in quotation.edits))

    def happenings(self, happenings: Sequence[Happening]) -> tuple[Happening, ...]:
        """Hide and annotate events, and clear their dates; other dates were set when they were put together (`events`)."""
        made = []
        for happening in happenings:
            wanted = self._wanted(happening)
            if wanted and "date" in wanted and wanted["date"] is None:
                happening = replace(happening, day=None)
            if wanted and wanted.get("not_about"):
                happening = self._without(happening, wanted)
            if not (wanted and wanted.get("hide")):
                made.append(_annotated(happening, wanted))
        return _entries(made)

    def statements(self, statements: Sequence[Statement]) -> tuple[Statement, ...]:
        """Hide, pin, reorder, head and annotate facts."""
        rest: list[Statement] = []
        pinned: list[Statement] = []
        placed: list[tuple[int, Statement]] = []
        for statement in statements:
            wanted = self._wanted(statement)
            if wanted is None:
                rest.append(statement)
            elif not wanted.get("hide"):
                pin = bool(wanted.get("pin"))
                about_fewer = self._without(statement, wanted)
                made = _annotated(replace(about_fewer, heading=wanted.get("heading"), pinned=pin), wanted)
                if wanted.get("order"):
                    placed.append((wanted["order"], made))
                else:
                    (pinned if pin else rest).append(made)
        ordered = pinned + rest
        taken: dict[int, str] = {}
        for place, statement in sorted(placed, key=lambda item: (item[0], item[1].id)):
            if (first := taken.setdefault(place, statement.id)) != statement.id:
                self._tell(
                    f"{first} and {statement.id} both have `order: {place}`: the second stands next to it; give it another place."
                )
            ordered.insert(place - 1 + (first != statement.id), statement)
        return tuple(ordered)

    def differences(self, found: Sequence[Difference]) -> tuple[Difference, ...]:
        """Leave out what an editor dismissed; what one settled bears their words."""
        made = []
        for difference in found:
            wanted = self._wanted(difference)
            if wanted and wanted.get("settle"):
                difference = replace(difference, note=wanted["settle"])
            if not (wanted and wanted.get("dismiss")):
                made.append(_annotated(difference, wanted))
        return tuple(made)

    def dated(
        self, statements: Sequence[Statement], happenings: Sequence[Happening], records: Sequence[Record]
    ) -> tuple[Statement, ...]:
        """Facts that tell of an event whose date was set show it, too, where they showed the event's old one."""
        edited = {h.id: h for h in happenings if "date" in h.edits}
        if not edited:
            return tuple(statements)
        touched = {member for h in edited.values() for member in h.members}
        before = {e.id: _day(e.date.value) for record in records for e in record.events if e.date and e.id in touched}
        made = []
        for statement in statements:
            for h in (edited[name] for name in statement.events if name in edited):
                old = {before[member] for member in h.members if member in before}
                if statement.date and _day(statement.date) in old:
                    day = h.day.value if h.day else None
                    statement = replace(statement, date=day, edited=True, edits=(*statement.edits, "date"))
            made.append(statement)
        return tuple(made)

    def unmatched(self) -> tuple[str, ...]:
        """A sentence for each correction that found no target, and for those that can't all be followed."""
        everything = [*(pair for placed in self._by_id.values() for pair in placed), *self._of_people]
        lost = (
            f"The correction of {c.id or repr(c.person)} in the sidecar of {article!r} matches nothing any more: "
            f"look up the new id on its page, or remove it."
            for article, c in sorted(everything, key=lambda pair: (pair[0], pair[1].id or f"person {pair[1].person}"))
            if id(c) not in self._matched
        )
        return tuple(dict.fromkeys([*lost, *self._told]))

    def log(self) -> tuple[Corrected, ...]:
        """What was set right, for everybody to read; once everything else is done."""
        everything = [*(pair for placed in self._by_id.values() for pair in placed), *self._of_people]
        return logged(((article, c) for article, c in everything if id(c) in self._matched), self._nobody)

    def _without(self, item: Told, wanted: dict[str, Any]) -> Told:
        """An item without the names that editors took off; one that is not beside it is reported, and nobody is told otherwise."""
        gone: dict[str, str] = {}
        for name in wanted.get("not_about", ()):
            subject = _named(self._people, name)
            if subject is not None and subject.id in about(item):
                gone[subject.id] = name
            else:
                self._nobody.add(name)
                self._tell(f"{name!r} does not stand beside {item.id}, so that `not_about:` does nothing: take it out.")
        if not gone and "not_about" in wanted:
            del wanted["not_about"]
        return without(item, gone)

    def _tell(self, sentence: str) -> None:
        self._told[sentence] = None

    def _wanted(self, item: Item) -> dict[str, Any] | None:
        """What editors set of an item, under its own id or that of a passage that became part of it."""
        placed = [pair for target in dict.fromkeys((item.id, *item.members)) for pair in self._by_id.get(target, ())]
        if not placed:
            return None
        self._matched.update(id(c) for _, c in placed)
        return self._together(item.id, placed)

    def _together(self, target: str, placed: Sequence[Placed]) -> dict[str, Any]:
        """The keys that corrections of one thing set; where they differ, the first holds, and a sentence says so."""
        found: dict[str, tuple[str, Any]] = {}
        for article, c in placed:
            for key in sorted(c.model_fields_set - {"id", "person"}):
                value = getattr(c, key)
                first, held = found.setdefault(key, (article, value))
                if key in LIST_KEYS:
                    found[key] = first, tuple(dict.fromkeys([*held, *value]))
                elif held != value:
                    where = (
                        f"sidecar of {first!r} differs"
                        if first == article
                        else f"sidecars of {first!r} and {article!r} differ"
                    )
                    self._tell(
                        f"The {where} about `{key}:` of {target} ({_shown(held)}, {_shown(value)}): "
                        f"{_shown(held)} is used; take one out."
                    )
        wanted = {key: value for key, (_, value) in found.items() if value is not False}
        if wanted.get("hide"):
            for key in POINTLESS:
                if key in wanted:
                    self._tell(
                        f"{target} is hidden by the sidecar of {found['hide'][0]!r}, so that `{key}:` in the sidecar of "
                        f"{found[key][0]!r} does nothing: take one out."
                    )
        elif "pin" in wanted and "order" in wanted:
            self._tell(
                f"{target} has both `pin:` and `order:` ({found['order'][0]!r}): its place is {wanted['order']}; take one out."
            )
        return wanted


def _day(value: str) -> str:
    """A TIMEX3 value without its hour."""
    return value.partition("T")[0] if value[:1].isdigit() else value


def _shown(value: object) -> str:
    return "none" if value is None else "yes" if value is True else "no" if value is False else repr(value)


def _entries(made: Sequence[Happening]) -> tuple[Happening, ...]:
    """In order; what stood under an entry that is hidden is hidden with it, and what an editor touched is listed."""
    kept = {happening.id for happening in made}
    shown = (
        replace(h, listed=True, tier="background" if h.tier == "background" else "story", part_of=None)
        if SHOWING.intersection(h.edits)
        else h
        for h in made
        if h.part_of is None or h.part_of in kept
    )
    return chronology.ordered(shown)


def _annotated(item: Item, wanted: Mapping[str, Any] | None) -> Item:
    """The item with the editor's note, and the keys that were set."""
    if wanted is None:
        return item
    edits = tuple(key for key in Correction.model_fields if key in wanted)
    return replace(item, note=wanted.get("note") or item.note, edited=True, edits=edits)


def _corrected(subject: Subject, wanted: Mapping[str, Any]) -> Subject:
    """A subject with its new name, kind and note, and the keys that were set."""
    name = wanted.get("rename") or subject.name
    return replace(
        subject,
        name=name,
        aliases=tuple(a for a in dict.fromkeys([subject.name, *subject.aliases]) if a != name),
        type=wanted.get("type") or subject.type,
        note=wanted.get("note") or subject.note,
        edited=True,
        edits=tuple(key for key in Correction.model_fields if key in wanted),
    )


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


def _found(people: Mapping[str, Subject], given: Mapping[str, str], name: str) -> Subject | None:
    """The subject that an editor means, also by the name that an editor gave it."""
    for _ in range(len(given) + 1):  # a new name may have been given to what had one already
        if (found := _named(people, name)) or name not in given:
            return found
        name = given[name]
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
