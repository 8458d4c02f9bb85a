"""The order of statements: by what each is worth and adds to the better ones, and none that says again what a better one says.

The search is greedy, for maximum coverage: Gillick and Favre 2009, "A Scalable Global Model for Summarization". What a statement adds
only shrinks as others are chosen, so that the first of the queue is compared with its own worth alone (lazy evaluation: Minoux 1978).
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from generator.dossier.model import Value
from generator.dossier.stories.vectors import Array

# Fitted on 25 folders of articles: what their publishers say that they are about (benchmarks/dossiers.py), statements judged by a reader,
# and what a briefing of twelve of them must tell, each thing once (training/fact_items.py)
WORTH = 7.0  # times what a statement is worth by itself
COMMON_GAIN = 2.0  # what it gains for all that it adds of what other origins tell of, too
HEADLINE_GAIN = 24.0  # and of what stands in headlines
LENGTH = 1  # concepts above which a statement must be worth its length
AGAIN = 1.6  # what it loses for words that better ones said, times the share of them
READ_FIRST = 3  # statements behind which it counts more: who reads on wants something new
UNTIL = 8  # and up to which: further down little is left that is new and of the story
LATER = 3.0  # times so much
REPETITION_LOSS = 9.0  # what it loses where a better one says the same, times how likely that is
# How likely two statements say the same: a logistic model of what they share, fitted on 3,157 pairs of 25 folders that a reader judged
# (training/fact_again.py: which events, verbs, numbers and names they have in common tells nothing that these three do not)
SAYS_AGAIN = {
    "": -5.5,
    "share": 4.4,  # of what the shorter one is about, by rarity
    "cosine": 5.9,  # of what both are about
    "alike": 2.9,  # by the meaning of their words
}
LISTED = 60  # statements put in order by what they add; a reader goes no further


class Ranked(Value, frozen=True):
    """What the order looks at in a statement."""

    worth: float
    words: frozenset[str]
    concepts: frozenset[str]
    meaning: Array | None = None  # of its words, of length one


def says_again(likeness: Mapping[str, float]) -> float:
    """How likely two statements say the same."""
    return 1 / (1 + math.exp(-SAYS_AGAIN[""] - math.fsum(SAYS_AGAIN[name] * value for name, value in likeness.items())))


@dataclass(slots=True)
class Chosen:
    """What the better statements say."""

    rarity: Mapping[str, float]
    words: set[str] = field(default_factory=set)
    concepts: set[str] = field(default_factory=set)
    each: list[tuple[Ranked, float]] = field(default_factory=list)  # with the weight of its concepts

    def add(self, told: Ranked) -> None:
        self.words |= told.words
        self.concepts |= told.concepts
        self.each.append((told, self.weight(told.concepts)))

    def weight(self, concepts: frozenset[str]) -> float:
        return math.fsum(map(self.rarity.__getitem__, concepts))

    def loss(self, told: Ranked) -> float:
        """What a statement loses for what they say."""
        again = len(told.words & self.words) / (len(told.words) or 1)
        whole = self.weight(told.concepts)
        same = max((says_again(self.likeness(told, whole, *other)) for other in self.each), default=0.0)
        return AGAIN * again * (LATER if READ_FIRST <= len(self.each) < UNTIL else 1.0) + REPETITION_LOSS * same

    def likeness(self, told: Ranked, whole: float, other: Ranked, theirs: float) -> dict[str, float]:
        """What a statement shares with another, by the names of `SAYS_AGAIN`; `whole` and `theirs` are the weights of their concepts."""
        shared = self.weight(told.concepts & other.concepts)
        return {
            "share": shared / (min(whole, theirs) or 1.0),
            "cosine": shared / (math.sqrt(whole * theirs) or 1.0),
            "alike": 0.0 if told.meaning is None or other.meaning is None else round(float(told.meaning @ other.meaning), 3),
        }


def order(told: Sequence[Ranked], values: Mapping[str, float]) -> list[tuple[int, float]]:
    """The places of the statements chosen, best first, each with what it is worth where it stands; at most `LISTED`.

    Args:
        told: the statements.
        values: what concepts are worth to whoever adds them first.
    """
    counted = Counter(chain.from_iterable(each.concepts for each in told))
    chosen = Chosen({concept: math.log((len(told) + 1) / count) for concept, count in counted.items()})

    def now(n: int) -> float:
        each = told[n]
        added = math.fsum(values.get(concept, 0.0) for concept in each.concepts - chosen.concepts)
        return WORTH * each.worth + added / (LENGTH + len(each.concepts)) - chosen.loss(each)

    queue = [(-now(n), n) for n in range(len(told))]
    heapq.heapify(queue)
    found: list[tuple[int, float]] = []
    while queue and len(found) < LISTED:
        _, n = heapq.heappop(queue)
        worth = -now(n)
        if queue and worth > queue[0][0]:
            heapq.heappush(queue, (worth, n))
            continue
        found.append((n, -worth))
        chosen.add(told[n])
        if (
            len(found) == UNTIL
        ):  # from here on words said before count less again: what is left is worth more than the queue knows
            queue = [(-now(n), n) for _, n in queue]
            heapq.heapify(queue)
    return found
