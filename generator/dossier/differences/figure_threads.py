"""A thread of figures as a difference: whether its values differ or have changed, and in which order they are told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import combinations

from generator.dossier.differences.counting import Claim
from generator.dossier.differences.figures import agree, bounded, shown
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.tallies import CASES
from generator.dossier.differences.threads import MANY_VAGUE
from generator.dossier.model import Difference

TWO = 2  # values
FAR_VAGUE = 2.0  # times; "hundreds" is no other value than 1,200
WEIGHT = {"dead": 3.0, "injured": 2.0, "missing": 1.5, "kidnapped": 1.5, "displaced": 1.5}


def difference(thread: Sequence[Claim], maker: Maker) -> Difference | None:
    """The difference of a thread; None where all its figures can be true at once."""
    if not any(_differ(one, other) for one, other in combinations(thread, 2)):
        return None
    exact = [claim for claim in thread if claim.figure.hedge != "vague" or any(_differ(claim, other) for other in thread)]
    under = {one.figure.value for one, other in combinations(exact, 2) if _clash(one, other) or _clash(other, one)}
    values: dict[tuple[float, bool], list[Claim]] = {}
    for claim in exact:
        value = claim.figure.value
        values.setdefault((value, value in under and claim.figure.hedge == "less"), []).append(claim)
    changed = _changed(exact)
    told = {
        _label(claims): [ToldValue(claim.sentence, *claim.text) for claim in claims]
        for claims in sorted(values.values(), key=_first, reverse=changed)
    }
    main = any(claim.main for claim in thread)
    score = WEIGHT.get(thread[0].fate.name, 1.0) + 2.0 * main
    return maker.difference(
        "figure", _about(thread), told if changed else by_publishers(maker, told), score, changed=changed
    )


def _first(claims: Sequence[Claim]) -> tuple[str, float]:
    """When a value was first published."""
    return min(claim.published or "9999" for claim in claims), claims[0].figure.value


def _differ(one: Claim, other: Claim) -> bool:
    if one.number == other.number:
        return False
    if _clash(one, other) or _clash(other, one):
        return True
    if agree(one.figure, other.figure):
        return False
    low, high = sorted((one.figure, other.figure), key=lambda figure: figure.low)
    return "vague" not in {low.hedge, high.hedge} or (
        one.of_people and other.of_people and high.low >= low.high * FAR_VAGUE and low.low >= MANY_VAGUE
    )


def _clash(one: Claim, other: Claim) -> bool:
    """ "almost four dozen" and "at least four dozen": one number that one has not reached and the other has."""
    reached = other.figure.hedge in {"least", "more"}
    return reached and one.figure.hedge == "less" and one.figure.value == other.figure.value


def _label(claims: Sequence[Claim]) -> str:
    """A value as the page shows it: in digits, or in the words for a number that nobody has counted."""
    first = claims[0]
    if all(claim.figure.hedge == "vague" for claim in claims):
        return first.sentence.text[first.figure.start : first.figure.end].lower()
    if all(claim.figure.hedge == "between" for claim in claims):
        return f"{shown(first.figure.low)} to {shown(first.figure.high)}"
    return bounded(claim.figure for claim in claims)


def _changed(claims: Sequence[Claim]) -> bool:
    """Whether values only follow each other: no two that differ were published on one day, and none comes back.

    What may only rise must have risen; of the missing and the trapped there may be fewer each day.
    """
    days: dict[float, list[str]] = {}
    for claim in claims:
        if not claim.published:
            return False
        days.setdefault(claim.figure.value, []).append(claim.published[:10])
    for one, other in combinations(claims, 2):
        early, late = sorted((one, other), key=lambda c: c.published)
        if agree(one.figure, other.figure):
            continue
        if max(days[early.figure.value]) >= min(days[late.figure.value]):
            return False
        if len(days) == TWO and _a_day_apart(early, late) and not _one_teller(claims):
            return False  # two papers of one night: which of them was overtaken, nobody says
        if early.figure.value > late.figure.value and not early.fate.falls:
            return False
    return True


def _a_day_apart(early: Claim, late: Claim) -> bool:
    """Whether one was published the day before the other."""
    first, last = (date.fromisoformat(c.published[:10]) for c in (early, late))
    return (last - first).days <= 1


def _one_teller(claims: Sequence[Claim]) -> bool:
    """Whether one publisher tells two of the values: its own later one has taken the place of the earlier."""
    told: dict[str, set[float]] = {}
    for claim in claims:
        told.setdefault(claim.origin, set()).add(claim.figure.value)
    return any(len(values) > 1 for values in told.values())


def _about(thread: Sequence[Claim]) -> str:
    fate, noun = thread[0].fate, thread[0].kind.removeprefix(thread[0].fate.name).strip()
    whose, where = thread[0].scope.called, next((c.scope.told for c in thread if c.scope.told), "")
    noun = noun.removeprefix(thread[0].scope.whose).strip()
    says = fate.says if fate.says.startswith("the ") else f"{noun or 'people'} {fate.says}"
    of = " · ".join(part for part in (whose, where if fate.name in CASES else "") if part)
    return f"{says} ({of})" if of else says
