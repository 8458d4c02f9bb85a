"""Which of several places of one name is meant: size, what the articles name besides, how far that lies, and who publishes them.

A small model, trained on news with resolved toponyms (`training/place_weights.py`), weighs readable signs; a name of which it is
not sure has no point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log10

from generator.dossier.model import Place
from generator.dossier.people.anchors import Anchor, add, anchors
from generator.dossier.people.group import Group, class_of
from generator.dossier.people.place_names import key
from generator.dossier.people.place_parts import bare_of, eclipsed, in_counties, inside, whole_of
from generator.dossier.people.place_table import Candidate
from generator.dossier.people.places import (
    CITY_STATE,
    CLEAR,
    LARGE,
    fitting,
    hinted,
    known,
    placed,
    short_state,
    stands_alone,
)
from generator.dossier.people.publishers import Home, country_of, homes, kilometres, of_its_town, publisher_of

SURE_POINT = 0.55  # probability from which a place has its point ...
NAMED_BY_MANY = 0.3  # ... if it is no city like Paris, which news need not explain
CLEARLY = 1.0  # logarithm of how many times as likely as any other such a city is
TOLD = 3.0  # weight of what lies elsewhere, from which a town far from all of it is doubted
WORLD = 1500  # thousand inhabitants from which a city is known everywhere
MOST_CANDIDATES = 40  # candidates of a name that are weighed
CLOSE, REGION, NEIGHBOURS = 60.0, 300.0, 800.0  # kilometres
AGAIN = 0.4  # weight of a place that was told by others
# what each sign is worth, fitted; "none" is that of no listed place being meant
WEIGHTS: Mapping[str, float] = {
    "alone": 0.1,
    "around": 1.32,
    "beside": 1.06,
    "close": -0.03,
    "country": 1.58,
    "county": 0.17,
    "home": 0.56,
    "home, near": 1.41,
    "largest": 0.87,
    "only": -0.27,
    "outdoes": 0.89,
    "own town": 0.07,
    "own town, home": 0.3,
    "province": 1.2,
    "province's share": 0.72,
    "published": 0.7,
    "published elsewhere": -0.47,
    "reach": 0.08,
    "region": -0.31,
    "share": -0.06,
    "size": 2.15,
    "stands alone": 0.33,
    "state": 0.56,
    "none": 2.12,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is known beside a name."""

    anchors: tuple[Anchor, ...]
    publishers: frozenset[str]  # their countries
    after: tuple[str, ...]
    homes: tuple[Home, ...] = ()  # of their publishers
    own_town: bool = False  # whether one of them is named after it
    counties: bool = False  # whether it stands in a list of counties


def located(groups: Sequence[Group], names: Mapping[int, str], after: Mapping[int, Sequence[str]]) -> dict[int, Place]:
    """Where places lie, by the identity of their groups; those that are not clear are left out.

    Args:
        groups: all groups of the dossier.
        names: what each is called.
        after: what follows each place's name after a comma, wherever it is mentioned.
    """
    named = [group for group in groups if class_of(group.type) == "place"]
    chosen = {id(g): c for g, around in beside(groups, named, names, after) if (c := choose(names[id(g)], around))}
    for group in eclipsed(named, names):
        chosen.pop(group, None)
    chosen |= inside(named, names, chosen)
    return {group: placed(c) for group, c in chosen.items()}


def beside(
    groups: Sequence[Group], named: Sequence[Group], names: Mapping[int, str], after: Mapping[int, Sequence[str]]
) -> list[tuple[Group, Surroundings]]:
    """What is known beside each place: what is clear of itself, then what that has made clear."""
    clear = anchors(groups, names, after)
    first = _surroundings(named, names, clear, after)
    for group, around in first:
        found = choose(names[id(group)], around)
        if found and found.kind == "city" and not any(a.group == id(group) for a in clear.get(group.members[0][0].id, ())):
            add(clear, group, [Anchor(found, AGAIN, id(group))])
    return _surroundings(named, names, clear, after)


def _surroundings(
    named: Sequence[Group],
    names: Mapping[int, str],
    clear: Mapping[str, Sequence[Anchor]],
    after: Mapping[int, Sequence[str]],
) -> list[tuple[Group, Surroundings]]:
    records = {record.id: record for group in named for record, _ in group.members}
    known_homes = homes(records.values(), {name: [a.place for a in found] for name, found in clear.items()})
    made = []
    for group in named:
        told = dict.fromkeys(record.id for record, _ in group.members)
        near = dict.fromkeys(a for name in told for a in clear.get(name, ()) if a.group != id(group))
        publishers = dict.fromkeys(publisher_of(records[name].metadata) for name in told)
        countries = {country for name in told if (country := country_of(records[name].metadata))}
        called = key(names[id(group)].partition(",")[0])
        around = Surroundings(
            tuple(near),
            frozenset(countries),
            tuple(after.get(id(group), ())),
            tuple(known_homes[p] for p in publishers if p in known_homes),
            any(of_its_town(called, p) for p in publishers if p),
            in_counties(group.members),
        )
        made.append((group, around))
    return made


def choose(name: str, around: Surroundings) -> Candidate | None:
    """The place that a name means, if it is clear enough."""
    name, _, rest = name.partition(",")
    if name.endswith(".") and (state := short_state(name)):
        return state
    called = key(name)
    counties = known(f"{called} county") if around.counties else known(called) if called.endswith("county") else ()
    if counties:  # "Moor County", "Moor and Field counties"
        return _county(counties, around) or _weighed(called, counties[:MOST_CANDIDATES], around)
    found = known(called)[:MOST_CANDIDATES]
    if not found:
        return _of_part(name, rest, around)
    told = {c for words in (rest, *around.after) if (hint := hinted(words)) and (c := fitting(found, hint))}
    if told:
        return next(iter(told)) if len(told) == 1 else None
    if found[0].kind == "region" and len(found) == 1:
        return found[0]
    return _weighed(called, found, around)


def _of_part(name: str, rest: str, around: Surroundings) -> Candidate | None:
    """ "North London" lies in London, "the City of London" is London; of "Western Canada" only the country is known."""
    bare = bare_of(name)
    if bare is None:
        return None
    whole = choose(f"{bare},{rest}" if rest else bare, around)
    wide = whole is not None and whole.kind in {"country", "state"} and not whole_of(name)
    return whole._replace(kind="region", number=None) if whole and wide else whole


def _county(found: Sequence[Candidate], around: Surroundings) -> Candidate | None:
    """ "Plymouth County": the only one, or the only one in a state that the articles name."""
    named = {(a.place.country, a.place.province) for a in around.anchors}
    inside = [c for c in found if len(found) == 1 or (c.country, c.province) in named]
    return inside[0] if len(inside) == 1 else None


def _weighed(called: str, found: Sequence[Candidate], around: Surroundings) -> Candidate | None:
    """The likeliest, if it is likely enough; of a province and its city the city where most people live in it."""
    shown = [signs(called, c, found, around) for c in found]
    scores = [sum(WEIGHTS[sign] * value for sign, value in told.items()) for told in shown]
    total = sum(exp(score) for score in scores) + exp(WEIGHTS["none"])
    best = found[max(range(len(found)), key=lambda n: (scores[n], -n))]
    around_best = {c for c in found if kilometres(c, best) < CLOSE}  # a city and its province
    near = [score for c, score in zip(found, scores, strict=True) if c in around_best]
    # "Paris", unless another comes near to it
    second = max((score for c, score in zip(found, scores, strict=True) if c not in around_best), default=0.0)
    everywhere = best is found[0] and stands_alone(called) and max(scores) - second >= CLEARLY
    if sum(map(exp, near)) / total < (NAMED_BY_MANY if everywhere else SURE_POINT):
        return None
    if _astray(best, around) and not everywhere:
        return None
    return _city_of(best, called, found, around)


def _city_of(best: Candidate, called: str, found: Sequence[Candidate], around: Surroundings) -> Candidate:
    """For a province the city of its name, where most of its people live there."""
    if best.kind not in {"state", "county"} or called.endswith("county") or around.counties:
        return best
    return _its_city(best, found)


def _its_city(best: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Of a province or county the city of its name, where most people live in it."""
    cities = (c for c in found if c.kind == "city" and c.country == best.country)
    return next((c for c in cities if c.thousands >= CITY_STATE * best.thousands), best)


def _astray(c: Candidate, around: Surroundings) -> bool:
    """ "Luxor" among places of Nevada only is a hotel: a town of a country of which the articles name nothing, unless all know it."""
    told = sum(anchor.weight for anchor in around.anchors)
    beside = any(anchor.place.country == c.country for anchor in around.anchors)
    # a province is no better known than its city: "Mandalay"
    return c.kind in {"city", "state"} and told >= TOLD and not beside and (c.thousands < WORLD or c.kind == "state")


def signs(called: str, c: Candidate, found: Sequence[Candidate], around: Surroundings) -> dict[str, float]:
    """What speaks for a candidate, each sign between 0 and 1."""
    weights = sum(anchor.weight for anchor in around.anchors) or 1.0
    same = sum(anchor.weight for anchor in around.anchors if anchor.place.country == c.country)
    far = [kilometres(c, a.place) for a in around.anchors if a.place.kind in {"city", "county"}]
    inside = sum(
        a.weight for a in around.anchors if c.province and (a.place.country, a.place.province) == (c.country, c.province)
    )
    first_city = next((o for o in found if o.kind == "city"), None)
    home = max((h.share(c, found) for h in around.homes), default=0.0)
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
        "around": sum(a.weight for a in around.anchors if kilometres(c, a.place) < NEIGHBOURS) / weights,
        "stands alone": float(c is first_city and stands_alone(called)),
        "home": home,
        "home, near": max((h.near(c, found) for h in around.homes), default=0.0),
        "own town": float(around.own_town),
        "own town, home": home * around.own_town,
    }
