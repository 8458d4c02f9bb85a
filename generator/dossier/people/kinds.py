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
from generator.dossier.people.kind_rules import before_weighing
from generator.dossier.people.kind_signs import signs
from generator.dossier.people.place_names import key
from generator.dossier.people.places import known, shortened
from generator.values.gazetteer import is_demonym, place_type
from generator.values.noun_kinds import faiths

KIND_WEIGHTS_FILE = Path(__file__).parent / "kinds.json"
NAME_KINDS = ("PERSON", "ORG", "PLACE", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "NOTHING")
OFTEN = 3  # mentions
# the list on which readers find it is decided first, then which of its kinds
SHELVES = (("PERSON",), ("ORG",), ("PLACE", "FAC"), ("NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "NOTHING"))
# nobody but somebody has these, if the recogniser saw a person, too
SOMEBODY = frozenset({"before: courtesy", "before: said", "after: aged", "a surname of two"})
WRITTEN_SMALL = frozenset(f"written small, too: {noun}" for noun in ("thing", "event", "work", "vehicle", "no noun"))
EVEN_CHANCE = 0.5
LIKELY_KIND = 0.75
SURE_ENOUGH = 0.7  # sure enough for the first page: of 338 such names that the weights had not seen, 4.4 % were wrong
THING = frozenset(
    {f"{sign}: {noun}" for sign in ("noun before", "is a") for noun in ("work", "vehicle", "media")} | {"before: aboard"}
)
SURELY_NO_PLACE = 0.9  # probability from which a name on the map is no place's
AS_PLACE = frozenset({"GPE", "LOC"})


def told(groups: Sequence[Group], names: Mapping[int, str]) -> tuple[dict[int, str], frozenset[int]]:
    """The kind of each group, by its identity; and the groups of which that, and that the name is whole, is sure.

    Args:
        groups: all groups of the dossier.
        names: what each is called.
    """
    found = bodies(groups, names)
    verdicts = {id(group): verdict(group, names[id(group)], found) for group in groups}
    sure = frozenset(group for group, (_, likely) in verdicts.items() if likely >= SURE_ENOUGH)
    return {group: kind for group, (kind, _) in verdicts.items()}, sure


def bodies(groups: Sequence[Group], names: Mapping[int, str]) -> frozenset[str]:
    """What the articles take for organisations again and again, in lower case."""
    return frozenset(names[id(g)].lower() for g in groups if g.type == "ORG" and sum(g.types.values()) >= OFTEN)


def kind(group: Group, name: str, bodies: Collection[str] = ()) -> str:
    """The kind of a subject, as a type of the record: "PERSON", "ORG", "GPE", ...; `bodies` as of that function."""
    return verdict(group, name, bodies)[0]


def verdict(group: Group, name: str, bodies: Collection[str] = ()) -> tuple[str, float]:
    """The kind of a subject, and how likely it is that kind, and a whole name."""
    if not faiths().isdisjoint(name.lower().split(" ")):
        return "NORP", 1.0  # no place, as "in Islam" makes it look
    if group.type == "ORG" and is_demonym(name):
        return "NORP", 1.0
    if shortened(name):
        return "GPE", 1.0  # "Calif."
    shown = signs(group, name, bodies)
    found = _probabilities(shown)
    if group.type == "PERSON" and SOMEBODY & shown.keys():
        return "PERSON", max(found["PERSON"], LIKELY_KIND)
    if ruled := before_weighing(group, shown):
        return ruled, found.get(ruled, 0.0)
    if _nobody(group, found["PERSON"], shown):
        found["PERSON"] = 0.0
    best = _best(group, found, shown)
    if group.type in AS_PLACE and found[best] < SURELY_NO_PLACE and known(key(name)):
        best = "PLACE"  # the table of places knows it, and the articles took it for one
    return (_place(group, name) if best == "PLACE" else best), found[best]


def _nobody(group: Group, person: float, shown: Mapping[str, float]) -> bool:
    """Nobody is made of a thing without good reason, nor of "the film Kill Bill", of what one is "aboard"."""
    return (group.type != "PERSON" and person < EVEN_CHANCE) or (person < LIKELY_KIND and bool(THING & shown.keys()))


def _best(group: Group, found: Mapping[str, float], shown: Mapping[str, float]) -> str:
    """The likeliest kind of the likeliest list."""
    shelf = max(SHELVES, key=lambda kinds: sum(map(found.__getitem__, kinds)))
    best = max(shelf, key=found.__getitem__)
    if group.type == "ORG" and max(found, key=found.__getitem__) == "ORG":
        best = "ORG"  # several kinds of things together are likelier, none of them alone
    if best == "NOTHING":
        best = "ORG" if "an acronym" in shown else "PRODUCT"
    # "smoke rings", of which a headline makes "Smoke Rings"
    return "PRODUCT" if best in {"PERSON", "ORG", "WORK_OF_ART"} and WRITTEN_SMALL & shown.keys() else best


def _place(group: Group, name: str) -> str:
    """What kind of place: as most mentions were taken, or by its words."""
    if group.type == "FAC":
        return "FAC"
    told = [kind for kind in group.types if kind in AS_PLACE]
    if told:
        return max(told, key=lambda kind: (group.types[kind], kind))
    listed = place_type(name.split())
    return listed if listed in AS_PLACE else "GPE"


def _probabilities(shown: Mapping[str, float]) -> dict[str, float]:
    """How likely each kind is; places of all kinds are one, "PLACE"."""
    table = weights()
    scores = dict(table["any name"])
    for sign, value in shown.items():
        for kind, weight in table.get(sign, {}).items():
            scores[kind] = scores.get(kind, 0.0) + value * weight
    top = max(scores.values())
    raised = {kind: exp(scores.get(kind, 0.0) - top) for kind in NAME_KINDS}
    total = sum(raised.values())
    return {kind: value / total for kind, value in raised.items()}


@cache
def weights() -> Mapping[str, Mapping[str, float]]:
    """What each sign is worth for each kind."""
    table: dict[str, dict[str, float]] = json.loads(KIND_WEIGHTS_FILE.read_text("utf-8"))
    return table
