"""Whether two details are of one thing, by rules: how much of their clauses must be one (`clauses` says what is), for each kind of detail.

Clauses are compared by the stems of their words, the kinds of their verbs and static vectors, never by lists of what one story counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.differences.clauses import (
    LIKE_VERB,
    SAME_VERB,
    apart,
    heads,
    is_there,
    named,
    nouns,
    one_deed,
    unlike,
    verbs,
)
from generator.dossier.differences.kindred import two_of_a_kind
from generator.dossier.differences.said import Phrase, Said
from generator.dossier.stories.vectors import shipped

SHARE_OF_POORER = 0.5  # of the weight of the poorer clause that both must have
LEAST_WEIGHT = 1.1  # weight that they must share
NAMED_WEIGHT = 0.8  # what one person, place or thing counts
PART_WEIGHT = 0.5  # weight of a part that both have
LIKE_VERB_COUNTS = 0.5  # towards what both share, where the verb is one in other words
ONE_EVENT = 0.3  # and an event across articles of which both verbs tell
ACROSS = 0.6  # a verb that governs one, and stands above the other
COMMON = 0.35  # what a word counts that stands in most articles


class Likeness:
    """Compares details of one dossier."""

    def __init__(self, details: Sequence[Said], articles: int) -> None:
        """Count in how many articles each word stands.

        Args:
            details: of all articles.
            articles: how many there are.
        """
        seen: dict[str, set[int]] = {}
        words: dict[str, str] = {}
        for detail in details:
            for phrase in _phrases(detail):
                words.setdefault(phrase.head, phrase.word)
            for s in detail.bag:
                seen.setdefault(s, set()).add(detail.number)
        self._weights = {
            s: (NAMED_WEIGHT if s.startswith("@") else shipped().rarity_of_stem(s))
            * (COMMON if articles > 3 and len(found) * 2 > articles else 1.0)
            for s, found in seen.items()
        }

    def strength(self, one: Said, other: Said) -> float:
        """How much shows that two details are of one thing; 0 where something shows that they are not, or too little that they are."""
        if not _comparable(one, other):
            return 0.0
        noun = nouns(one, other)
        if noun < 0 or apart(one, other) or two_of_a_kind(one, other):
            return 0.0
        if one.kind in {"day", "place"} and one.does and other.does and unlike(one.does, other.does):
            return 0.0  # "was charged Saturday after killing", "was killed Friday": the day is of the one verb
        verb, shared = verbs(one, other), self._shared(one, other)
        if not self._enough(one, other, verb, noun, shared):
            return 0.0
        return shared + max(verb, 0.0) + noun + len(one.homes & other.homes)

    def _shared(self, one: Said, other: Said) -> float:
        return sum(self._weights[s] for s in sorted(one.bag & other.bag))

    def _enough(self, one: Said, other: Said, verb: float, noun: float, shared: float) -> bool:
        """Whether enough shows that they are of one thing."""
        poorer = min(sum(self._weights[s] for s in d.bag) for d in (one, other))
        if shared + (LIKE_VERB_COUNTS if 0.5 < verb < SAME_VERB else 0.0) < SHARE_OF_POORER * poorer:
            return False
        held = sum(self._weights.get(s, 0.0) for s in sorted(heads(one, other) & heads(other, one)))
        if one.homes & other.homes and verb > 0:
            held += ONE_EVENT
        return WAYS.get(one.dimension, _of_measure)(one, other, Shown(verb, noun, held, shared, poorer))


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows that two details are of one thing."""

    verb: float  # how surely the same is done
    noun: float  # how surely the same is counted
    held: float  # weight of the parts of both clauses that are one
    shared: float  # weight of all words of both
    poorer: float  # of the clause that says less


def _of_time(one: Said, other: Said, shown: Shown) -> bool:
    """Days, minutes and towns are of an event: its verb must be one."""
    return (shown.verb == SAME_VERB and shown.held >= PART_WEIGHT) or (shown.verb > 0 and shown.held >= 2.6 * PART_WEIGHT)


def _of_clock(one: Said, other: Said, shown: Shown) -> bool:
    return _of_time(one, other, shown) or (shown.verb > 0 and shown.held >= 2 * PART_WEIGHT)


def _of_action(one: Said, other: Said, shown: Shown) -> bool:
    """How long and what share are nothing without what is done."""
    counted = shown.noun > 0 and shown.verb >= 0 and shown.held >= 2.6 * PART_WEIGHT  # "23 percent of the vote"
    return counted or (shown.verb >= LIKE_VERB and shown.held >= PART_WEIGHT)


def _of_age(one: Said, other: Said, shown: Shown) -> bool:
    """Of nobody who is named: that is compared elsewhere."""
    leads = one.sentence.lead and other.sentence.lead
    return leads and not (named(one) or named(other)) and shown.held >= 0.6 * PART_WEIGHT


def _of_count(one: Said, other: Said, shown: Shown) -> bool:
    """The same counted and done; or the same counted somewhere, where one only says that there were so many."""
    there = (is_there(one) or is_there(other)) and (one.sentence.lead or other.sentence.lead)
    return shown.noun > 0 and (
        (one_deed(one, other) and shown.held >= 0.9 * PART_WEIGHT)
        or (there and shown.noun >= PART_WEIGHT and shown.held >= 2 * PART_WEIGHT)
    )


def _of_measure(one: Said, other: Said, shown: Shown) -> bool:
    if one.aspect and one.aspect == other.aspect and shown.held >= 0.9 * PART_WEIGHT:
        return shown.verb >= 0
    return (
        (shown.verb >= ACROSS and shown.held >= 0.9 * PART_WEIGHT)
        or (shown.verb >= 0 and shown.held >= LEAST_WEIGHT)
        or (shown.shared >= 2.0 and shown.shared >= 0.6 * shown.poorer)
    )


WAYS: Mapping[str, Callable[[Said, Said, Shown], bool]] = {
    **dict.fromkeys(("day", "place"), _of_time),
    "clock": _of_clock,
    "time": _of_action,
    "share": _of_action,
    "age": _of_age,
    "count": _of_count,
}


def _comparable(one: Said, other: Said) -> bool:
    """Whether both tell a value of one kind as a fact, of somebody known."""
    alike = (one.kind, one.dimension, one.status) == (other.kind, other.dimension, other.status)
    return alike and one.status == "told" and not one.unknown and not other.unknown


def _phrases(detail: Said) -> Iterable[Phrase]:
    return (p for p in (detail.noun, detail.does, *detail.own, *detail.above) if p is not None and p.head)
