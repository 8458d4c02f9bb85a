"""Key facts across articles: ranked, none twice in other words, each with the passages that say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.dossier.model import Amount, Mark, Passage, Statement
from generator.dossier.passages import passage, slice_of
from generator.records.model import Fact, Record

WORD = re.compile(r"\w+")
SMALL = frozenset(
    "the a an of in on at to for with by from and or but as is was were are be been has had have he she it they his her its their that "
    "this which who not will would after before during also".split()
)
MOST = 12  # facts of one article
ALIKE = 0.65  # share of the shorter one's content words from which two facts say the same
RAREST = 4  # words of a fact by which it is looked up


@dataclass(slots=True)
class Said:
    """A statement with its content words."""

    statement: Statement
    content: frozenset[str]
    sources: set[str]


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Statement, ...]:
    """The statements of a dossier, best first; what several articles say counts more, and is said once."""
    made = [_statement(record, fact, index, rank) for record in records for rank, fact in enumerate(record.facts[:MOST])]
    frequency: Counter[str] = Counter()
    contents = []
    for statement in made:
        content = frozenset(w for w in WORD.findall(statement.passage.text.lower()) if w not in SMALL)
        contents.append(content)
        frequency.update(content)
    kept: list[Said] = []
    lookup: dict[str, list[int]] = {}
    order = sorted(range(len(made)), key=lambda n: (-made[n].score, made[n].passage.source, made[n].passage.start))
    for n in order:
        content = contents[n]
        rare = sorted(content, key=lambda w: (frequency[w], w))[:RAREST]
        candidates = dict.fromkeys(k for word in rare for k in lookup.get(word, ()))
        home = next((k for k in candidates if _alike(content, kept[k].content)), None)
        if home is not None:
            _join(kept[home], made[n])
            continue
        for word in sorted(content, key=lambda w: (frequency[w], w))[: 2 * RAREST]:
            lookup.setdefault(word, []).append(len(kept))
        kept.append(Said(made[n], content, {made[n].passage.source}))
    return tuple(
        s.statement
        for s in sorted(kept, key=lambda s: (-s.statement.score, s.statement.passage.source, s.statement.passage.start))
    )


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= ALIKE * min(len(one), len(other))


def _join(said: Said, other: Statement) -> None:
    bonus = 0.15 if other.passage.source not in said.sources else 0.0
    said.sources.add(other.passage.source)
    said.statement = replace(
        said.statement,
        also=(*said.statement.also, other.passage),
        members=(*said.statement.members, other.id),
        score=round(said.statement.score + bonus, 4),
    )


def _statement(record: Record, fact: Fact, index: Mapping[tuple[str, str], str], rank: int) -> Statement:
    best = record.facts[0].score if record.facts else 1.0
    return Statement(
        id=fact.id,
        passage=slice_of(record, fact.start, fact.end),
        kind=fact.kind,
        # articles differ in length and so in scores: a fact counts by its worth beside its own article's best
        score=round(fact.score / best if best > 0 else 1 / (1 + rank), 4),
        subjects=tuple(dict.fromkeys(s for e in fact.entities if (s := index.get((record.id, e))))),
        claimed_by=_cited(record, fact),
        date=fact.date,
        marks=tuple(Mark(r.start, r.end, s) for r in fact.referents if (s := index.get((record.id, r.entity)))),
        amounts=tuple(
            Amount(passage(record, f), f.value, f.unit, passage(record, f.counts) if f.counts else None)
            for f in fact.figures
        ),
        members=(fact.id,),
    )


def _cited(record: Record, fact: Fact) -> Passage | None:
    return passage(record, fact.claimed_by) if fact.claimed_by else None
