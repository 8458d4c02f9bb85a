"""Places that are named by another place: "North London", "the City of London", "London Fire Station", "Moor and Field counties"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.dossier.people.group import Group
from generator.dossier.people.place_names import key
from generator.dossier.people.place_table import Candidate
from generator.records.model import Entity, Record
from generator.values.gazetteer import FACILITIES

PART = (
    "north south east west northern southern eastern western northeast northwest southeast southwest northeastern northwestern "
    "southeastern southwestern central upper lower greater inner outer downtown midtown suburban rural".replace(" ", "|")
)
OF_PART = re.compile(rf"^(?:{PART}|north-east|north-west|south-east|south-west)(?: of)?(?: the)? (?=\S)", re.IGNORECASE)
OF_WHOLE = re.compile(
    r"^(?:the )?(?:city|town|village|state|province|municipality|kingdom|republic) of (?:the )?(?=\S)", re.IGNORECASE
)
AFTER_WHOLE = re.compile(
    r"(?<=\S) (?:city|town|state|province|prefecture|governorate|municipality|metropolitan area|area)$", re.IGNORECASE
)
COUNTIES = re.compile(
    r"(?:,\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)*,?(?:\s(?:and|or)\s[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?)?\s[Cc]ounties\b"
)


def bare_of(name: str) -> str | None:
    """The place in a name for a part of it, or for all of it: "London" of "North London", of "City of London"."""
    for pattern in (OF_PART, OF_WHOLE, AFTER_WHOLE):
        bare = pattern.sub("", name)
        if bare != name:
            return bare
    return None


def whole_of(name: str) -> bool:
    """Whether such a name means all of the place: "City of London", "Fars Province"."""
    return not OF_PART.match(name)


def in_counties(members: Iterable[tuple[Record, Entity]]) -> bool:
    """Whether it stands in lists of counties, half of its mentions or more: "Moor, Field and Reed counties"."""
    mentions = [(record, m) for record, entity in members for m in entity.mentions if m.kind == "name"]
    listed = sum(bool(COUNTIES.match(record.text, m.end)) for record, m in mentions)
    return listed > 0 and 2 * listed >= len(mentions)


def eclipsed(named: Sequence[Group], names: Mapping[int, str]) -> set[int]:
    """The names that are another place's for short, which is named more often: "Mandalay" beside "Mandalay Bay", a hotel."""
    often = {names[id(g)]: sum(len(entity.mentions) for _, entity in g.members) for g in named}
    starts: dict[str, int] = {}
    for group in named:
        name = names[id(group)]
        if group.type in {"FAC", "LOC"} and bare_of(name) is None:
            for n in range(1, len(name.split())):
                start = " ".join(name.split()[:n])
                starts[start] = max(starts.get(start, 0), often[name])
    return {id(g) for g in named if starts.get(names[id(g)], 0) > often[names[id(g)]]}


def inside(named: Sequence[Group], names: Mapping[int, str], chosen: Mapping[int, Candidate]) -> dict[int, Candidate]:
    """Where buildings stand that are called by a town of the dossier: "Aldmouth Fire Station"."""
    towns = {key(names[id(g)].partition(",")[0]): c for g in named if (c := chosen.get(id(g))) and c.kind == "city"}
    found = {}
    for group in named:
        words = names[id(group)].split()
        if id(group) in chosen or len(words) < 2 or words[-1].lower() not in FACILITIES:
            continue
        town = next((c for n in range(len(words) - 1, 0, -1) if (c := towns.get(key(" ".join(words[:n]))))), None)
        if town:
            found[id(group)] = town._replace(number=None)
    return found
