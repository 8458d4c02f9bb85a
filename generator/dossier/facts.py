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
CORROBORATED = 0.15  # what a statement gains for every further origin; copies of one agency's report are one origin
NOVELTY = 0.5  # what a statement loses for what a better one says, times the share of its content words
LISTED = 60  # statements put in order by what they add; a reader goes no further


@dataclass(slots=True)
class Said:
    """A statement with its content words."""

    statement: Statement
    content: frozenset[str]
    sources: set[str]


def merge(
    records: Sequence[Record], index: Mapping[tuple[str, str], str], similar: Mapping[str, Sequence[str]] | None = None
) -> tuple[Statement, ...]:
    """The statements of a dossier, best first; what several articles say counts more, and is said once.

    Args:
        records: the articles.
        index: the subject of each record's entity.
        similar: for an article that has them, the others with nearly the same text: together they corroborate once.
    """
    origin = {name: min(name, *others) for name, others in (similar or {}).items() if others}
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
            _join(kept[home], made[n], origin)
            continue
        for word in sorted(content, key=lambda w: (frequency[w], w))[: 2 * RAREST]:
            lookup.setdefault(word, []).append(len(kept))
        kept.append(Said(made[n], content, {_origin(made[n], origin)}))
    return _fresh(sorted(kept, key=lambda s: (-s.statement.score, s.statement.passage.source, s.statement.passage.start)))


def _fresh(kept: Sequence[Said]) -> tuple[Statement, ...]:
    """Order statements by what each adds to the better ones: several articles tell one event in many words."""
    left = list(range(min(LISTED, len(kept))))
    worth = {n: kept[n].statement.score for n in left}
    chosen: list[Statement] = []
    while left:
        best = max(left, key=lambda n: (worth[n], -n))
        chosen.append(replace(kept[best].statement, score=round(worth[best], 4)))
        left.remove(best)
        for n in left:
            shared = _shared(kept[n].content, kept[best].content)
            worth[n] = min(worth[n], kept[n].statement.score - NOVELTY * shared)
    floor = chosen[-1].score if chosen else 0.0
    rest = (s.statement for s in kept[LISTED:])
    return (*chosen, *(replace(statement, score=min(statement.score, floor)) for statement in rest))


def _origin(statement: Statement, origin: Mapping[str, str]) -> str:
    return origin.get(statement.passage.source, statement.passage.source)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / (min(len(one), len(other)) or 1)


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return _shared(one, other) >= ALIKE


def _join(said: Said, other: Statement, origin: Mapping[str, str]) -> None:
    bonus = CORROBORATED if _origin(other, origin) not in said.sources else 0.0
    said.sources.add(_origin(other, origin))
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
