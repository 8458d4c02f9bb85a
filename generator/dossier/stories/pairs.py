"""Which mentions are compared at all: those of alike articles whose triggers may mean the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Array, Vectors, unit

NEAR = 0.45  # cosine of two triggers from which they may mean the same
NEAREST = 12  # other triggers that one may mean, at most
ROWS = 512  # triggers compared at a time: bounds memory


def trigger_vectors(mentions: Sequence[EventMention], vectors: Vectors) -> tuple[dict[str, int], Array]:
    """A row for each stem among the triggers: the mean of its forms' vectors."""
    forms: dict[str, dict[str, None]] = {}
    for mention in mentions:
        forms.setdefault(mention.stem, {})[mention.word] = None
    rows = {stem: n for n, stem in enumerate(sorted(forms))}
    flat = sorted((rows[stem], form) for stem, words in forms.items() for form in words)
    found = np.zeros((len(rows), vectors.dimensions), dtype=np.float32)
    if flat:
        np.add.at(found, [row for row, _ in flat], vectors.of([form for _, form in flat]))
    return rows, unit(found)


def akin(mentions: Sequence[EventMention], rows: dict[str, int], vectors: Array) -> dict[str, tuple[str, ...]]:
    """For each stem among the triggers those that may mean the same, itself first."""
    stems = sorted(rows)
    kinds: dict[str, set[int]] = {}
    by_kind: dict[int, set[str]] = {}
    for mention in mentions:
        kinds.setdefault(mention.stem, set()).update(mention.kinds)
        for kind in mention.kinds:
            by_kind.setdefault(kind, set()).add(mention.stem)
    found: dict[str, tuple[str, ...]] = {}
    for first in range(0, len(stems), ROWS):
        block = vectors[first : first + ROWS] @ vectors.T
        for offset, row in enumerate(block):
            stem = stems[first + offset]
            near = np.flatnonzero(row >= NEAR)
            near = near[np.argsort(-row[near], kind="stable")][: NEAREST + 1]
            same_kind = sorted({other for kind in kinds.get(stem, ()) for other in by_kind[kind]})
            found[stem] = tuple(dict.fromkeys([stem, *(stems[n] for n in near), *same_kind]))
    return found


def candidates(
    mentions: Sequence[EventMention], akin_to: dict[str, tuple[str, ...]], articles: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Pairs of mentions, the earlier first, within an article and between the given pairs of articles."""
    by_article: dict[int, dict[str, list[int]]] = {}
    for n, mention in enumerate(mentions):
        by_article.setdefault(mention.number, {}).setdefault(mention.stem, []).append(n)
    for one, other in [*((number, number) for number in by_article), *articles]:
        theirs = by_article.get(other, {})
        for stem, ours in by_article.get(one, {}).items():
            for near in akin_to[stem]:
                for second in theirs.get(near, ()):
                    for first in ours:
                        if one != other or first < second:
                            yield first, second
