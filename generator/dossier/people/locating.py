"""Which of several places of one name is meant: size, what the articles name besides, how far that lies, and who publishes them.

A small model, trained on news with resolved toponyms (`training/place_weights.py`), weighs readable signs; a name of which it is
not sure has no point.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, cos, exp, log10, radians, sin, sqrt

from generator.dossier.model import Place
from generator.dossier.people.group import Group, class_of
from generator.dossier.people.place_names import key
from generator.dossier.people.place_table import Candidate, candidates
from generator.dossier.people.places import CITY_STATE, CLEAR, EITHER, LARGE, fitting, hinted, known, placed, short_state
from generator.records.model import Metadata

SURE = 0.55  # probability from which a place has its point
TOLD = 3.0  # weight of what lies elsewhere, from which a town far from all of it is doubted
WORLD = 1500  # thousand inhabitants from which a city is known everywhere
MOST = 40  # candidates of a name that are weighed
CLOSE, REGION = 60.0, 300.0  # kilometres
EARTH = 12742.0  # kilometres through it
LONGEST = 3  # words of a country's or province's name inside another name
FOREIGN = {
    "uk": "GB",
    "eu": "",
    "tv": "",
    "co": "",
    "io": "",
    "me": "",
    "ly": "",
    "fm": "",
    "ai": "",
    "info": "",
    "us": "US",
}
BODIES = frozenset({"ORG", "FAC", "EVENT", "NORP", "LAW"})
# what each sign is worth, fitted; "none" is that of no listed place being meant
WEIGHTS: Mapping[str, float] = {
    "alone": 0.69,
    "beside": 0.95,
    "close": 0.28,
    "country": 1.76,
    "county": 0.02,
    "largest": 1.01,
    "only": -0.2,
    "outdoes": 0.56,
    "province": 1.0,
    "province's share": 1.23,
    "published": 1.15,
    "published elsewhere": -0.8,
    "reach": 0.59,
    "region": -0.39,
    "share": 0.11,
    "size": 2.19,
    "state": 0.65,
    "none": 1.83,
}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of which it is clear where it lies, named in the same articles."""

    place: Candidate
    weight: float
    group: int | None  # by identity, of the name; none where it is a part of another name


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside a name."""

    anchors: tuple[Anchor, ...]
    publishers: frozenset[str]  # their countries
    after: tuple[str, ...]


def located(groups: Sequence[Group], names: Mapping[int, str], after: Mapping[int, Sequence[str]]) -> dict[int, Place]:
    """Where places lie, by the identity of their groups; those that are not clear are left out.

    Args:
        groups: all groups of the dossier.
        names: what each is called.
        after: what follows each place's name after a comma, wherever it is mentioned.
    """
    anchors = _anchors(groups, names, after)
    found: dict[int, Place] = {}
    for group in groups:
        if class_of(group.type) != "place":
            continue
        around = surroundings(group, anchors, after.get(id(group), ()))
        if chosen := choose(names[id(group)], around):
            found[id(group)] = placed(chosen)
    return found


def surroundings(group: Group, anchors: Mapping[str, Sequence[Anchor]], after: Sequence[str]) -> Surroundings:
    """What a group's articles tell beside its name."""
    ids = dict.fromkeys(record.id for record, _ in group.members)
    beside = dict.fromkeys(a for name in ids for a in anchors.get(name, ()) if a.group != id(group))
    publishers = {country for record, _ in group.members if (country := country_of(record.metadata))}
    return Surroundings(tuple(beside), frozenset(publishers), tuple(after))


def choose(name: str, around: Surroundings) -> Candidate | None:
    """The place that a name means, if it is clear enough."""
    name, _, rest = name.partition(",")
    if name.endswith(".") and (state := short_state(name)):
        return state
    found = known(key(name))[:MOST]
    told = {c for words in (rest, *around.after) if (hint := hinted(words)) and (c := fitting(found, hint))}
    if told:
        return next(iter(told)) if len(told) == 1 else None
    if not found:
        return None
    if found[0].kind == "region" and len(found) == 1:
        return found[0]
    return _county(found, around) if found[0].kind == "county" else _weighed(found, around)


def _county(found: Sequence[Candidate], around: Surroundings) -> Candidate | None:
    """ "Plymouth County": the only one, or the only one in a state that the articles name."""
    named = {(a.place.country, a.place.province) for a in around.anchors}
    inside = [c for c in found if len(found) == 1 or (c.country, c.province) in named]
    return inside[0] if len(inside) == 1 else None


def _weighed(found: Sequence[Candidate], around: Surroundings) -> Candidate | None:
    """The likeliest, if it is likely enough; of a province and its city the city where most people live in it."""
    scores = [sum(WEIGHTS[sign] * value for sign, value in signs(c, found, around).items()) for c in found]
    total = sum(exp(score) for score in scores) + exp(WEIGHTS["none"])
    best = found[max(range(len(found)), key=lambda n: (scores[n], -n))]
    near = [score for c, score in zip(found, scores, strict=True) if kilometres(c, best) < CLOSE]  # a city and its province
    if sum(map(exp, near)) / total < SURE:
        return None
    if _astray(best, around):
        return None
    cities = (c for c in found if c.kind == "city" and c.country == best.country and best.kind == "state")
    return next((c for c in cities if c.thousands >= CITY_STATE * best.thousands), best)


def _astray(c: Candidate, around: Surroundings) -> bool:
    """ "Luxor" among places of Nevada only is a hotel: a town of a country of which the articles name nothing, unless all know it."""
    told = sum(anchor.weight for anchor in around.anchors)
    beside = any(anchor.place.country == c.country for anchor in around.anchors)
    return c.kind in {"city", "state"} and told >= TOLD and not beside and c.thousands < WORLD


def signs(c: Candidate, found: Sequence[Candidate], around: Surroundings) -> dict[str, float]:
    """What speaks for a candidate, each sign between 0 and 1."""
    weights = sum(anchor.weight for anchor in around.anchors) or 1.0
    same = sum(anchor.weight for anchor in around.anchors if anchor.place.country == c.country)
    far = [kilometres(c, a.place) for a in around.anchors if a.place.kind in {"city", "county"}]
    inside = sum(
        a.weight for a in around.anchors if c.province and (a.place.country, a.place.province) == (c.country, c.province)
    )
    others = max((o.thousands for o in found if o is not c and kilometres(o, c) > CLOSE), default=0)
    return {
        "size": log10(c.thousands + 1) / 4,
        "largest": float(c is found[0]),
        "country": float(c.kind == "country"),
        "state": float(c.kind == "state"),
        "county": float(c.kind == "county"),
        "region": float(c.kind == "region"),
        "share": same / weights,
        "beside": float(same > 0),
        "alone": float(not around.anchors),
        "province": float(inside > 0),
        "province's share": inside / weights,
        "outdoes": float(c.thousands >= LARGE and c.thousands >= CLEAR * others),
        "close": float(any(km < CLOSE for km in far)),
        "reach": float(any(km < REGION for km in far)),
        "published": float(c.country in around.publishers),
        "published elsewhere": float(bool(around.publishers) and c.country not in around.publishers),
        "only": float(len(found) == 1),
    }


def country_of(metadata: Metadata) -> str | None:
    """The country in which an article is published, as far as an address tells."""
    for address in (metadata.publisher or "", (metadata.url or "").partition("//")[2].partition("/")[0]):
        top = address.lower().rpartition(".")[2]
        if "." in address and " " not in address and len(top) == 2:
            return FOREIGN.get(top, top.upper()) or None
    return None


def kilometres(one: Candidate, other: Candidate) -> float:
    """The distance between two places."""
    a, b, c, d = map(radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    return EARTH * asin(min(1.0, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))


def _anchors(
    groups: Sequence[Group], names: Mapping[int, str], after: Mapping[int, Sequence[str]]
) -> dict[str, list[Anchor]]:
    """The anchors of each article."""
    found: dict[str, list[Anchor]] = {}
    for group in groups:
        name = names[id(group)]
        if class_of(group.type) == "place":
            clear = _clear(name, after.get(id(group), ()))
            made = [Anchor(clear[0], clear[1], id(group))] if clear else []
        elif group.type in BODIES:
            made = [Anchor(place, 0.5, None) for place in _inside(name)]
        else:
            continue
        if made:
            for record in dict.fromkeys(record.id for record, _ in group.members):
                found.setdefault(record, []).extend(made)
    return found


def _clear(name: str, after: Sequence[str]) -> tuple[Candidate, float] | None:
    """A place whose name, or the words after it, tell where it lies, and how surely."""
    name, _, rest = name.partition(",")
    if name.endswith(".") and (state := short_state(name)):
        return state, 1.0
    called = key(name)
    found = known(called)
    told = {c for words in (rest, *after) if (hint := hinted(words)) and (c := fitting(found, hint))}
    if len(told) == 1:
        return next(iter(told)), 1.0
    if not found or told or called in EITHER:
        return None
    first = found[0]
    if first.kind in {"country", "state"}:
        return first, 1.0
    if first.kind == "city" and (
        len(found) == 1 or (first.thousands >= LARGE and first.thousands >= CLEAR * found[1].thousands)
    ):
        return first, 0.6
    return None


def _inside(name: str) -> Iterable[Candidate]:
    """The countries and provinces in another name: "Kentucky State Police", "University of Manitoba"."""
    words = name.split()
    n = 0
    while n < len(words):
        for length in range(min(LONGEST, len(words) - n), 0, -1):
            place = next(iter(candidates(key(" ".join(words[n : n + length])))), None)
            if place and place.kind in {"country", "state"} and words[n][:1].isupper():
                yield place
                n += length - 1
                break
        n += 1
