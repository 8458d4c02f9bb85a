"""Who else tells a key fact: the sentences of other articles that tell the same news, and none that only shares its words.

Facts that were joined are held to a model of what two passages share; those that it doubts are not shown as other words for a fact, nor
counted. The best sentences of all articles are looked through for those that tell the same beyond doubt: a fact is one of few
sentences chosen in each article, and another article may tell it in a sentence that was not chosen there.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from msgspec.structs import replace

from generator.dossier.differences.sentences import sentences
from generator.dossier.fact_order import LISTED
from generator.dossier.fact_words import concepts, content
from generator.dossier.fact_worth import vectors
from generator.dossier.model import FEW, Passage, Statement
from generator.dossier.passages import slice_of
from generator.dossier.stories.figures import numbers
from generator.records.model import Record

# How likely a passage tells what a fact tells: a logistic model of what they share, fitted on 150 pairs of 25 folders that a reader judged
# (`training/fact_tellers.py`)
TELLS_SAME = {
    "": -3.74,
    "cosine": 2.22,  # of what both are about, by rarity
    "held": 2.11,  # share of the fact's words that the passage holds
    "alike": 3.22,  # by the meaning of their words
}
# with the folder of a pair left out 32 of 35 joined facts were right from here on, and 34 of 39 without a bar
JOINED = 0.5
# and 25 of 27 sentences of other articles from here on
FOUND = 0.8
SHARED_BY_SENTENCE = 3  # concepts of a sentence that is looked at
DENIED = re.compile(r"\b(not|no|never|nor|none|nobody|without|den(y|ies|ied)|refus\w+|fail(s|ed)?)\b|n[’']t\b", re.I)


def told(
    statements: Sequence[Statement], records: Sequence[Record], alone: frozenset[str] = frozenset()
) -> tuple[Statement, ...]:
    """The statements, each with the passages that tell the same.

    Args:
        statements: the best first.
        records: the articles.
        alone: the facts that an editor set apart: their words are no others' wording.
    """
    texts = Texts(records, [s.passage for s in statements if s.id in alone])
    few = len(records) <= FEW
    return tuple(
        s if s.edited else _all(s, texts) if few and n < LISTED else _held(s, texts) for n, s in enumerate(statements)
    )


class Texts:
    """The sentences of the articles, and how rare what they are about is."""

    def __init__(self, records: Sequence[Record], but: Sequence[Passage] = ()) -> None:
        """Read the sentences, but for those of some passages."""
        self.passages = [
            slice_of(record, s.start, s.end)
            for number, record in enumerate(records)
            for s in sentences(number, record)
            if not s.text.rstrip().endswith("?")
            and not any(p.source == record.id and p.start < s.end and s.start < p.end for p in but)
        ]
        self.about = [concepts(content(p.text)) for p in self.passages]
        counted = Counter(chain.from_iterable(self.about))
        self._most = math.log(len(self.about) + 1)
        self._rarity = {concept: math.log((len(self.about) + 1) / many) for concept, many in counted.items()}
        self.holding: dict[str, list[int]] = {}
        for n, about in enumerate(self.about):
            for concept in sorted(about):
                self.holding.setdefault(concept, []).append(n)

    def weight(self, about: Iterable[str]) -> float:
        """How much concepts tell, by their rarity."""
        return math.fsum(self._rarity.get(concept, self._most) for concept in about)

    def shared(self, fact: Passage, other: Passage) -> dict[str, float]:
        """What the words of a passage have in common with a fact's, by the names of `TELLS_SAME`."""
        words, theirs = content(fact.text), content(other.text)
        about, others = concepts(words), concepts(theirs)
        whole = math.sqrt(self.weight(about) * self.weight(others))
        return {
            "cosine": self.weight(about & others) / (whole or 1.0),
            "held": len(words & theirs) / (len(words) or 1),
        }

    def likely(self, fact: Passage, other: Passage, least: float) -> float:
        """How likely a passage tells what a fact tells; 0 where it can't reach `least`."""
        found = self.shared(fact, other)
        if _likely(found | {"alike": 1.0}) < least:
            return 0.0
        one, two = vectors([fact.text, other.text])
        return _likely(found | {"alike": round(float(one @ two), 3)})


def _likely(found: Mapping[str, float]) -> float:
    return 1 / (1 + math.exp(-TELLS_SAME[""] - math.fsum(TELLS_SAME[name] * value for name, value in found.items())))


def _held(statement: Statement, texts: Texts) -> Statement:
    """A statement with those of its other passages that tell the same."""
    fact = statement.passage
    also = tuple(p for p in statement.also if p.text == fact.text or texts.likely(fact, p, JOINED) >= JOINED)
    return replace(statement, also=also) if len(also) < len(statement.also) else statement


def _all(statement: Statement, texts: Texts) -> Statement:
    """The same with the sentence of each other article that tells it best."""
    statement = _held(statement, texts)
    fact = statement.passage
    known = {p.source for p in (fact, *statement.also)}
    shared = Counter(chain.from_iterable(texts.holding.get(c, ()) for c in sorted(concepts(content(fact.text)))))
    best: dict[str, tuple[float, int]] = {}
    for n, many in sorted(shared.items()):
        passage = texts.passages[n]
        if many < SHARED_BY_SENTENCE or passage.source in known or _contradicts(fact.text, passage.text):
            continue
        likely = texts.likely(fact, passage, FOUND)
        if likely >= FOUND and likely > best.get(passage.source, (0.0, 0))[0]:
            best[passage.source] = likely, n
    return replace(statement, also=(*statement.also, *(texts.passages[n] for _, n in best.values()))) if best else statement


def _contradicts(fact: str, other: str) -> bool:
    """Whether one counts what the other counts otherwise, or denies what the other tells."""
    one, two = numbers(fact), numbers(other)
    differ = any(one[unit].isdisjoint(two[unit]) for unit in one if unit in two)
    return differ or bool(DENIED.search(fact)) != bool(DENIED.search(other))
