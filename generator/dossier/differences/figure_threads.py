"""A thread of figures as a difference: whether its values differ or have changed, and in which order they are told."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.dossier.differences.counting import Claim
from generator.dossier.differences.figures import agree, shown
from generator.dossier.model import Difference, Version, Worded
from generator.records.model import Record
from generator.values.identity import identifier

WEIGHT = {"dead": 3.0, "injured": 2.0, "missing": 1.5, "kidnapped": 1.5, "displaced": 1.5}
ROUGH = {"vague"}


def difference(thread: Sequence[Claim], records: Sequence[Record]) -> Difference | None:
    """The difference of a thread; None where all its figures can be true at once."""
    if not any(_differ(one, other) for one, other in combinations(thread, 2)):
        return None
    exact = [claim for claim in thread if claim.figure.hedge != "vague"]
    values: dict[float, list[Claim]] = {}
    for claim in sorted(exact, key=lambda c: (c.published or "9999", c.number, c.text)):
        values.setdefault(claim.figure.value, []).append(claim)
    changed = _changed(exact)
    versions = [_version(value, told, records) for value, told in values.items()]
    if changed:
        versions.sort(key=lambda v: v.first or "", reverse=True)
    else:
        versions.sort(key=lambda v: (-v.publishers, v.first or "9999"))
    members = tuple(identifier("d", p.source, (p.start, p.end)) for v in versions for p in v.passages)
    first = min(exact, key=lambda c: (c.published or "9999", c.number, c.text))
    publishers = len({claim.origin for claim in thread})
    main = any(claim.main for claim in thread)
    fate = thread[0].fate
    return Difference(
        id=identifier("d", records[first.number].id, first.text),
        kind="figure",
        about=_about(thread),
        changed=changed,
        values=tuple(versions),
        publishers=publishers,
        score=round(WEIGHT.get(fate.name, 1.0) + publishers + 2.0 * main, 4),
        members=members,
    )


def _differ(one: Claim, other: Claim) -> bool:
    told_twice = one.number == other.number
    return not told_twice and not agree(one.figure, other.figure) and "vague" not in {one.figure.hedge, other.figure.hedge}


def _changed(claims: Sequence[Claim]) -> bool:
    """Whether values only follow each other: no two that differ were published on one day, and none comes back."""
    for one, other in combinations(claims, 2):
        if one.figure.value == other.figure.value or agree(one.figure, other.figure):
            continue
        if not one.published or not other.published or one.published == other.published:
            return False
        early, late = sorted((one, other), key=lambda c: c.published)
        if early.figure.value > late.figure.value:
            return False
    return True


def _about(thread: Sequence[Claim]) -> str:
    kind, noun = thread[0].fate, thread[0].kind.partition(" ")[2]
    return f"{noun or 'people'} {kind.says}"


def _version(value: float, told: Sequence[Claim], records: Sequence[Record]) -> Version:
    passages = []
    for claim in told:
        record, sentence = records[claim.number], claim.sentence
        start, end = claim.text
        passages.append(Worded(record.id, start, end, record.text[start:end], sentence.text, sentence.start, sentence.end))
    days = [claim.published for claim in told if claim.published]
    return Version(shown(value), tuple(passages), len({claim.origin for claim in told}), min(days, default=None))
