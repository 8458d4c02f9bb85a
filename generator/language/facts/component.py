"""The spaCy component: key facts, each with who, when, figures, and who claims it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.coreference.pronouns import SURE
from generator.language.facts.amounts import Figure, figures
from generator.language.facts.candidates import Candidate, candidates
from generator.language.facts.days import date_of
from generator.language.facts.ranking import Ranked, rank
from generator.language.setup.scoring import Layer, Scorer, scored
from generator.language.words import Words, words_of

Offsets = tuple[int, int]  # half-open, code points into the article
FactKind = Literal["action", "statement", "figure", "background"]
# a fact in one of these forms tells what has long been so
BACKGROUND_TAGS = frozenset({"VBZ", "VBP"})
OURSELVES = frozenset({"we", "i", "you", "one"})


@dataclass(frozen=True, slots=True)
class Referent:
    """A word whose referent is shown beside it as ours: "he [Erdogan]"."""

    start: int
    end: int
    entity: str  # an entity's id


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of the article, best first."""

    start: int
    end: int
    score: float
    kind: FactKind = "action"
    claimed_by: Offsets | None = None  # the words that name who claims it, where the article only reports the claim
    entities: tuple[str, ...] = ()  # ids of the entities named in it
    date: str | None = None  # TIMEX3 value of its time, if stated
    referents: tuple[Referent, ...] = ()
    figures: tuple[Figure, ...] = ()


class Facts(Layer):
    """The spaCy component; sets `doc._.facts`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the key facts of a document."""
        words = words_of(doc)
        ranked = rank(doc, words, list(candidates(doc, words)))
        amounts = figures(doc, words)
        doc._.facts = tuple(_fact(doc, words, each, amounts) for each in ranked)
        return doc


@Language.factory(
    "briefing_facts",
    requires=["doc._.events"],
    assigns=["doc._.facts"],
    default_config={"scorer": scored("facts", "start", "end")},
)
def make_facts(nlp: Language, name: str, scorer: Scorer) -> Facts:
    """Make the component."""
    return Facts(scorer)


def _fact(doc: Doc, words: Words, ranked: Ranked, amounts: Sequence[Figure]) -> Fact:
    candidate = ranked.candidate
    start, end = words.start[candidate.first], words.end[candidate.last - 1]
    held = tuple(f for f in amounts if start <= f.start and f.end <= end)
    named, referents = _people(doc, start, end)
    claimed = _others(doc, candidate.claimed_by or _claimed_by(doc, start, end))
    return Fact(
        start=start,
        end=end,
        score=1 / (1 + math.exp(-ranked.weight / 2)),
        kind=_kind(doc, words, candidate, claimed, held),
        claimed_by=claimed,
        entities=named,
        date=date_of(doc, words, candidate.first, candidate.last),
        referents=referents,
        figures=held,
    )


def _people(doc: Doc, start: int, end: int) -> tuple[tuple[str, ...], tuple[Referent, ...]]:
    """Who is named in a fact, and whom its pronouns stand for where that is not said in it before.

    A pronoun counts only where its link is sure: "The police released him" puts no other man's name beside an arrest.
    """
    met: list[tuple[int, int, str, str, bool]] = sorted(
        (m.start, m.end, m.kind, entity.id, m.confidence >= SURE)
        for entity in doc._.entities
        for m in entity.mentions
        if start <= m.start and m.end <= end
    )
    named: dict[str, None] = {}
    referents = []
    for begin, stop, kind, entity, sure in met:
        if kind == "pronoun" and not sure:
            continue
        if kind == "pronoun" and entity not in named:
            referents.append(Referent(begin, stop, entity))
        named.setdefault(entity)
    return tuple(named), tuple(referents)


def _claimed_by(doc: Doc, start: int, end: int) -> Offsets | None:
    """Who claims most of what a fact says, where the fact itself names the claimant or stands inside the quotation."""
    for quote in doc._.quotes:
        if quote.source is None:
            continue
        covered = sum(max(0, min(end, e) - max(start, s)) for s, e in quote.content)
        if covered > 0.5 * (end - start):
            source: Offsets = quote.source
            return source
    return None


def _others(doc: Doc, claimed: Offsets | None) -> Offsets | None:
    """Who claims it, unless that is the article itself: "As we have reported, …"."""
    return None if claimed and doc.text[claimed[0] : claimed[1]].lower() in OURSELVES else claimed


def _kind(doc: Doc, words: Words, candidate: Candidate, claimed: Offsets | None, held: Sequence[Figure]) -> FactKind:
    if claimed is not None:
        return "statement"
    if any(f.unit or f.counts for f in held):
        return "figure"
    return "background" if _is_background(words, candidate) else "action"


def _is_background(words: Words, candidate: Candidate) -> bool:
    """Whether a candidate tells of what is, not of what happens."""
    span = range(candidate.first, candidate.last)
    root = next((n for n in span if words.head[n] == n or words.head[n] not in span), candidate.first)
    stative = any(words.dep[n] == "cop" for n in words.children[root]) or words.pos[root] != "VERB"
    return stative or words.tag[root] in BACKGROUND_TAGS
