"""Figures in threads: what several sources, or one source's days, say of one thing.

Claims of one kind are joined where something shows that they are of one event, and never where something shows that they are of two:
another town, another day, another order of magnitude, or one article that gives both.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from functools import lru_cache

from generator.dossier.differences.counting import Claim
from generator.dossier.differences.figures import agree
from generator.dossier.differences.tallies import CASES

Akin = Callable[[int, int], bool]
FIGURES_APART = 4.0  # times; figures further apart are of two things
VAGUE_APART = 10.0  # the same of what nobody has counted yet: "thousands are feared dead" beside "more than 100,000"
MANY_VAGUE = 100  # "hundreds": of so many at least such words are told as a toll
LEAST_KNOWN = 10  # a figure of fewer is known
OF_ONE_ARTICLE = 1.3  # times; figures of one thing that one article gives are no further apart
REVISED = frozenset("initially earlier first revised rose rising risen previously now still remain remains later".split())


def threads(claims: Sequence[Claim], akin: Akin, common: frozenset[str]) -> list[list[Claim]]:
    """Groups of claims that are of one thing, each of two at least.

    Args:
        claims: of all articles.
        akin: whether two articles, by their numbers, tell of one story.
        common: names that stand in so many articles that they tell no two events apart.
    """
    found = []
    claims = [claim for claim in claims if not claim.listed]
    kinds: dict[tuple[str, bool], list[Claim]] = {}
    for claim in claims:
        kinds.setdefault((claim.kind, claim.span), []).append(claim)
    for group in kinds.values():
        found += [thread for thread in _joined(group, akin, common) if len(thread) > 1]
    return found


def _joined(group: Sequence[Claim], akin: Akin, common: frozenset[str]) -> list[list[Claim]]:
    """Single linkage, the strongest links first, that never joins what can't be one."""
    links = []
    for i, j in itertools.combinations(range(len(group)), 2):
        strength = _link(group[i], group[j], akin, common)
        if strength > 0:
            links.append((-strength, i, j))
    home = {n: [n] for n in range(len(group))}
    for _, i, j in sorted(links):
        one, other = home[i], home[j]
        if one is other or any(_apart(group[a], group[b]) for a in one for b in other):
            continue
        one += other
        for n in other:
            home[n] = one
    return [[group[n] for n in sorted(members)] for members in {id(m): m for m in home.values()}.values()]


# what shows that two claims are of one event, and how much; the first that holds of a group counts
NEAR_ENOUGH = 1.0
SAME_STORY = 0.6  # enough where both articles tell of one story and neither figure is of the past
EVENT, SENTENCE, OPENING, TOWN, NAME, VALUE, YEAR, OVER_YEARS = 3.0, 2.0, 2.0, 1.0, 0.5, 1.0, 1.0, 1.0
KNOWN = 20  # a figure so large says by itself that it is the same count


def _link(one: Claim, other: Claim, akin: Akin, common: frozenset[str]) -> float:
    """How much shows that two claims are of one event."""
    if one.number == other.number:
        return OPENING if one.main and other.main else 0.5 if one.homes & other.homes else 0.0
    near = akin(one.number, other.number)
    strength = EVENT if one.homes & other.homes else SENTENCE if one.around & other.around else 0.0
    if (one.places or one.context) & (other.places or other.context):
        strength += TOWN if near else TOWN / 2
    strength += NAME * min(2, len((one.names & other.names) - common))
    if near:
        strength += _of_one_story(one, other)
    return strength if strength >= (SAME_STORY if near else NEAR_ENOUGH) else 0.0


def _of_one_story(one: Claim, other: Claim) -> float:
    """What shows it beside, where their articles tell of one story."""
    shown = (
        (OPENING, one.main and other.main),
        (VALUE, one.figure.value == other.figure.value and one.figure.value >= KNOWN),
        (SAME_STORY, not one.foreign and not other.foreign),
        (YEAR, one.foreign and one.foreign == other.foreign),
        (OVER_YEARS, one.span),
    )
    return sum(weight for weight, holds in shown if holds)


def _apart(one: Claim, other: Claim) -> bool:
    """Whether something shows that two claims are of two things."""
    a, b = one.figure, other.figure
    most = (
        VAGUE_APART
        if "vague" in {a.hedge, b.hedge} and min(a.low, b.low) >= MANY_VAGUE and one.of_people and other.of_people
        else FIGURES_APART
    )
    return (
        a.low > b.high * most
        or b.low > a.high * most
        or (one.number == other.number and not agree(a, b) and not _retold(one, other))
        or (bool(one.places and other.places and not one.places & other.places) and not one.homes & other.homes)
        or _of_other_years(one, other)
        or _elsewhere(one, other)
    )


def _elsewhere(one: Claim, other: Claim) -> bool:
    """Whether one is of another country, or of a building or town that the other does not speak of; cases are always of one place."""
    a, b = one.scope.where, other.scope.where
    if one.fate.name in CASES and (not a or a != b):
        return True
    if a and b and not a & b and not one.homes & other.homes:
        return True
    return not one.places & other.places and any(a.inside - b.known for a, b in ((one, other), (other, one)))


def _of_other_years(one: Claim, other: Claim) -> bool:
    """Whether one speaks of a past that the other does not: "hurt in 2012" beside "hurt on Friday", whatever else they share."""
    if one.span or one.foreign == other.foreign:
        return False
    now = one if not one.foreign else other
    past = other if now is one else one
    return (now.dated and (now.foreign or now.published[:4]) != past.foreign) or not one.homes & other.homes


def _retold(one: Claim, other: Claim) -> bool:
    """Whether one article may give two figures of one thing: it says so, or they are close and nothing parts them."""
    if _revised(one.sentence.text) or _revised(other.sentence.text):
        return True
    low, high = sorted((one.figure.value, other.figure.value))
    parted = bool(one.places and other.places and not one.places & other.places) or one.foreign != other.foreign
    return low >= LEAST_KNOWN and high <= low * OF_ONE_ARTICLE and not parted


@lru_cache(1 << 12)  # each claim of a sentence is compared with all others of it
def _revised(sentence: str) -> bool:
    return not REVISED.isdisjoint(sentence.lower().split())
