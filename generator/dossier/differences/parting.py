"""Whether something shows that two amounts or days are of two things, however alike all else is."""

from __future__ import annotations

from datetime import date

from generator.dossier.differences.clauses import (
    ALIKE,
    PARTIES,
    apart,
    designators,
    likeness,
    nouns,
    one_deed,
    same_act,
    verbs,
)
from generator.dossier.differences.kindred import two_of_a_kind
from generator.dossier.differences.looks import GROUPS, Look, disjoint, weight
from generator.dossier.differences.said import Phrase, Said
from generator.dossier.stories.event_words import REPORTING, kinds

BESIDES = 0.4  # weight of what is told near both, besides who does it
ASKED_ALIKE = 0.45  # of the vectors of the words for what is asked
LONG, YEARS = 45, 730  # days by which two times are of two events, and where one is a year
SUBJECTS_ALIKE = 0.75  # of two things that are one: "car" and "vehicle", not "car" and "lorry"
WHOLE, MUCH = 0.8, 0.5  # of the weight of the poorer sentence: all but all, and what two openings of one event share
RARE_COUNTED = 0.7  # of what is counted, how few texts hold it
LEAST_NUMBER = 2  # "one" of a thing is seldom its number
ONE_OF_MANY = frozenset(GROUPS.values())


def parted(one: Said, other: Said, a: Look, b: Look) -> bool:
    """Whether two details are of two things.

    Args:
        one: a detail.
        other: another.
        a: what stands about the first.
        b: and about the second.
    """
    return (
        marked(a, b)
        or _of_others(a, b)
        or nouns(one, other) < 0
        or _of_another(one.noun, other.noun)
        or apart(one, other)
        or two_of_a_kind(one, other)
        or _of_other_subjects(one, other)
        or _nothing_besides(a, b)
        or _asked_apart(one, other, a, b)
    )


def marked(a: Look, b: Look) -> bool:
    """ "$74 a share" and "$74 million", "$55 in cash", "with its debt", "the first offer" and "the new offer", "a maximum of"."""
    marks = ((a.per, b.per), (a.portion, b.portion), (a.debt, b.debt))
    return (
        any(x != y for x, y in marks)
        or disjoint(a.modified, b.modified)
        or not (a.modified ^ b.modified) <= ONE_OF_MANY
        or disjoint(a.sums, b.sums)
    )


def _of_others(a: Look, b: Look) -> bool:
    """Whether others do it, or others are named."""
    return disjoint(a.doers, b.doers) or (disjoint(a.names, b.names) and not a.doers & b.doers)


def _nothing_besides(a: Look, b: Look) -> bool:
    """Whether both share nothing but who does it."""
    return not (a.modified & b.modified or a.sums & b.sums or weight((a.near & b.near) - a.theirs - b.theirs) >= BESIDES)


def _asked_apart(one: Said, other: Said, a: Look, b: Look) -> bool:
    """Whether two amounts of a kind of which an article has many are not asked for the same: not the share that a price fell by and
    the premium above it, the points that were needed and those that were scored."""
    if one.dimension == "count":
        same = one_deed(one, other) or _one_news(one, other, a, b)
        return min(size(one), size(other)) < LEAST_NUMBER or nouns(one, other) <= 0 or not same
    if one.dimension in {"share", "temperature"}:
        return not any(x == y or kinds(x) & kinds(y) or likeness(x, y) >= ASKED_ALIKE for x in a.asked for y in b.asked)
    if one.dimension == "time":
        return verbs(one, other) <= 0
    if one.dimension == "day":
        return long_between(one, other) or not _same_deed(one, other, a, b)
    # ages, versions and plays of a game: by the rules alone
    return one.dimension in {"age", "number"} or "yard" in {unit(one), unit(other)}


def _one_news(one: Said, other: Said, a: Look, b: Look) -> bool:
    """Whether two openings tell the same news of a rare thing: "three cables were damaged", "two cables suffered damage"."""
    shared, poorer = weight(a.sentence & b.sentence), min(weight(a.sentence), weight(b.sentence))
    return one.sentence.lead and other.sentence.lead and nouns(one, other) >= RARE_COUNTED and shared >= MUCH * poorer


def _same_deed(one: Said, other: Said, a: Look, b: Look) -> bool:
    """Whether two days are told of one deed, or of what both sentences tell alike in all else: "was heard in", "took place at"."""
    if one.does is None or other.does is None or {one.does.word, other.does.word} & REPORTING:
        return bool(one.does and other.does and same_act(one.does, other.does))
    if same_act(one.does, other.does):
        return True
    poorer = min(weight(a.sentence), weight(b.sentence))
    subjects = {p.head for p in one.own if p.role in PARTIES} & {p.head for p in other.own if p.role in PARTIES}
    return bool(subjects) and weight(a.sentence & b.sentence) >= WHOLE * poorer


def _of_another(one: Phrase | None, other: Phrase | None) -> bool:
    """Whether what is measured is two things: "pounds of thrust" and "pounds of cargo"."""
    if one is None or other is None or not one.head or not other.head or designators(one.text) & designators(other.text):
        return False
    return one.head != other.head and likeness(one.word, other.word) < ALIKE


def _of_other_subjects(one: Said, other: Said) -> bool:
    """Whether two things that have no name do it: "the lorry travels 500 miles", "the car travels 620 miles"."""
    ones, others = ([p for p in (*d.own, *d.above) if p.role == "subject" and p.head] for d in (one, other))
    if not ones or not others or any(p.names or p.name for p in (*ones, *others)):
        return False
    return all(_unlike(p, q, one, other) for p in ones for q in others)


def _unlike(p: Phrase, q: Phrase, one: Said, other: Said) -> bool:
    if not p.head or not q.head or p.head == q.head or kinds(p.word) & kinds(q.word):
        return False
    told = p.word in other.sentence.text.lower() or q.word in one.sentence.text.lower()
    return not told and likeness(p.word, q.word) < SUBJECTS_ALIKE


def long_between(one: Said, other: Said) -> bool:
    """Whether two times are too far apart to be of one event."""
    far = YEARS if "year" in {one.grain, other.grain} else LONG
    first, last = max(one.first, other.first), min(one.last, other.last)
    return (date.fromisoformat(first) - date.fromisoformat(last)).days > far


def unit(detail: Said) -> str:
    return detail.amount.unit if detail.amount is not None else ""


def size(detail: Said) -> float:
    return abs(detail.amount.figure.value) if detail.amount is not None else 0.0
