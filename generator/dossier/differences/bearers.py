"""Which names stand for one person when two articles are compared: "Fred Hollin" for "Frederick C. Hollin", unless a third fits only one.

On the pages the two may stay apart, for want of proof; "Hollin served five months" and "he served four" differ all the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.dossier.differences.spellings import heard
from generator.dossier.model import Subject
from generator.records.model import Record
from generator.values.person_names import PersonName, alike, person_name


def joined(
    records: Sequence[Record], index: Mapping[tuple[str, str], str], people: Sequence[Subject]
) -> dict[tuple[str, str], str]:
    """The subject of each entity, with the names that can only be one person's under one subject.

    Args:
        records: the articles.
        index: the subject of each record's entity, as people are told apart on the pages.
        people: the subjects.
    """
    names = {person.id: person.name for person in people if person.type == "PERSON"}
    found = dict(index)
    for record in records:
        for entity in record.entities:
            if entity.type == "PERSON":
                # whom an editor hid is on no page, and "e1" is somebody in each article
                known = found.get((record.id, entity.id), f"{record.id} {entity.id}")
                names.setdefault(known, entity.name)
                found[record.id, entity.id] = known
    families: dict[str, list[str]] = {}
    for known, name in names.items():
        if words := person_name(name).words:
            families.setdefault(words[-1], []).append(known)
    one: dict[str, str] = {}
    for bearers in families.values():
        for group in _alike(bearers, names):
            first = max(sorted(group), key=lambda known: len(names[known]))
            one.update(dict.fromkeys(group, first))
    return {entity: one.get(known, known) for entity, known in found.items()}


def _alike(bearers: Sequence[str], names: Mapping[str, str]) -> list[list[str]]:
    """Those of one surname whose given names fit each other: each with all of its group, and with nobody else."""
    full = {known: person_name(names[known]) for known in bearers if person_name(names[known]).full}
    fits = {a: frozenset(b for b in full if _fit(full[a], full[b])) for a in full}
    return [
        sorted(group) for group in dict.fromkeys(fits.values()) if len(group) > 1 and all(fits[a] == group for a in group)
    ]


def _fit(one: PersonName, other: PersonName) -> bool:
    """Whether two names of one surname can be one person's, or are heard alike: "Betty Hollin", "Bettie Hollin"."""
    return alike(one, other) or heard(one.words[0]) == heard(other.words[0])
