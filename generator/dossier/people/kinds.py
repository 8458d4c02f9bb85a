"""What a name is the name of: somebody, a body, a place, a thing. All mentions and the words around them decide together.

A recogniser judges each mention by a few words; "Settings", "Common Sense" and "Falcon" begin with a capital, too. A small model weighs
readable signs (`kind_signs`) for each kind; its weights are learnt from names that were marked by hand (`training/kind_weights.py`).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from math import exp
from pathlib import Path

from generator.dossier.people.group import Group
from generator.dossier.people.kind_signs import signs
from generator.dossier.people.place_names import key
from generator.dossier.people.places import known
from generator.values.gazetteer import is_demonym, place_type
from generator.values.noun_kinds import faiths

DATA = Path(__file__).parent / "kinds.json"
KINDS = ("PERSON", "ORG", "PLACE", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "NOTHING")
OFTEN = 3  # mentions
# the list on which readers find it is decided first, then which of its kinds
SHELVES = (("PERSON",), ("ORG",), ("PLACE", "FAC"), ("NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "NOTHING"))
# nobody but somebody has these, if the recogniser saw a person, too
SOMEBODY = frozenset({"before: courtesy", "before: said", "after: aged", "a surname of two"})
SMALL = frozenset(f"written small, too: {noun}" for noun in ("thing", "event", "work", "vehicle", "no noun"))
HALF = 0.5
SURE = 0.9  # probability from which a name on the map is no place's
AS_PLACE = frozenset({"GPE", "LOC"})


def told(groups: Sequence[Group], names: Mapping[int, str]) -> dict[int, str]:
    """The kind of each group, by its identity.

    Args:
        groups: all groups of the dossier.
        names: what each is called.
    """
    found = bodies(groups, names)
    return {id(group): kind(group, names[id(group)], found) for group in groups}


def bodies(groups: Sequence[Group], names: Mapping[int, str]) -> frozenset[str]:
    """What the articles take for organisations again and again, in lower case."""
    return frozenset(names[id(g)].lower() for g in groups if g.type == "ORG" and sum(g.types.values()) >= OFTEN)


def kind(group: Group, name: str, bodies: Collection[str] = ()) -> str:
    """The kind of a subject, as a type of the record: "PERSON", "ORG", "GPE", ...; `bodies` as of that function."""
    if any(f" {faith} " in f" {name.lower()} " for faith in faiths()):
        return "NORP"  # no place, as "in Islam" makes it look
    if group.type == "ORG" and is_demonym(name):
        return "NORP"
    as_place = [kind for kind in group.types if kind in AS_PLACE]
    shown = signs(group, name, bodies)
    if group.type == "PERSON" and SOMEBODY & shown.keys():
        return "PERSON"
    found = _probabilities(shown)
    if group.type != "PERSON" and found["PERSON"] < HALF:
        found["PERSON"] = 0.0  # nobody is made of a thing without good reason
    shelf = max(SHELVES, key=lambda kinds: sum(map(found.__getitem__, kinds)))
    best = max(shelf, key=found.__getitem__)
    if best == "NOTHING":
        best = "ORG" if "an acronym" in shown else "PRODUCT"
    if best in {"PERSON", "ORG"} and SMALL & shown.keys():
        best = "PRODUCT"  # "smoke rings", of which a headline makes "Smoke Rings"
    if as_place and group.type in AS_PLACE and found[best] < SURE and known(key(name)):
        best = "PLACE"  # the table of places knows it, and the articles took it for one
    if best != "PLACE":
        return best
    listed = place_type(name.split())
    return max(as_place, key=lambda kind: (group.types[kind], kind)) if as_place else listed if listed in AS_PLACE else "GPE"


def _probabilities(shown: Mapping[str, float]) -> dict[str, float]:
    """How likely each kind is; places of all kinds are one, "PLACE"."""
    table = weights()
    scores = dict(table["any name"])
    for sign, value in shown.items():
        for kind, weight in table.get(sign, {}).items():
            scores[kind] = scores.get(kind, 0.0) + value * weight
    top = max(scores.values())
    raised = {kind: exp(scores.get(kind, 0.0) - top) for kind in KINDS}
    total = sum(raised.values())
    return {kind: value / total for kind, value in raised.items()}


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """What each sign is worth for each kind."""
    table: dict[str, dict[str, float]] = json.loads(DATA.read_text("utf-8"))
    return table
