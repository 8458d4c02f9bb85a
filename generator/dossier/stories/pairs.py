"""Which mentions are compared at all: those of alike articles whose triggers may mean the same."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, product

import numpy as np

from generator.dossier.stories.articles import About, likeness
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Array, Vectors, unit

LEADS_ALIKE = 0.25  # likeness of two sentences of leads from which any of their triggers may mean the same
TRIGGERS_ALIKE = 0.35  # cosine of two triggers from which they may mean the same
NEAREST = 12  # other triggers that one may mean, at most
# of one trigger in one article: what stands farther apart is not compared, or long articles cost their square
MENTIONS_COMPARED = 40
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
            near = np.flatnonzero(row >= TRIGGERS_ALIKE)
            near = near[np.argsort(-row[near], kind="stable")][: NEAREST + 1]
            same_kind = sorted({other for kind in kinds.get(stem, ()) for other in by_kind[kind]})
            found[stem] = tuple(dict.fromkeys([stem, *(stems[n] for n in near), *same_kind]))
    return found


def candidates(
    mentions: Sequence[EventMention],
    akin_to: dict[str, tuple[str, ...]],
    alike: Sequence[tuple[int, int]],
    articles: Sequence[About],
) -> list[tuple[int, int]]:
    """Pairs of mentions, the earlier first, within an article and between the given pairs of articles.

    Those whose triggers may mean the same; and in the leads of two articles all of two sentences that tell much the same.
    """
    by_article: dict[int, dict[str, list[int]]] = {}
    by_sentence: dict[tuple[int, int], list[int]] = {}
    for n, mention in enumerate(mentions):
        by_article.setdefault(mention.number, {}).setdefault(mention.stem, []).append(n)
        by_sentence.setdefault((mention.number, mention.event.sentence.start), []).append(n)
    found: dict[tuple[int, int], None] = {}
    for one, other in [*((number, number) for number in by_article), *alike]:
        ours, theirs = by_article.get(one, {}), by_article.get(other, {})
        pairs = chain(_of_triggers(ours, theirs, akin_to), _of_leads(articles, by_sentence, one, other))
        found.update(((first, second), None) for first, second in pairs if first < second)
    return list(found)


def _of_triggers(
    ours: Mapping[str, list[int]], theirs: Mapping[str, list[int]], akin_to: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    for stem, first in ours.items():
        for near in akin_to[stem]:
            second = theirs.get(near, ())
            if ours is theirs:
                yield from _nearby(first, second)
            else:
                yield from product(first, second)


def _nearby(ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each of the ones with the next of the others."""
    for one in ones:
        start = bisect_right(others, one)
        yield from ((one, other) for other in others[start : start + MENTIONS_COMPARED])


def _of_leads(
    articles: Sequence[About], by_sentence: Mapping[tuple[int, int], list[int]], one: int, other: int
) -> Iterator[tuple[int, int]]:
    for start, words in articles[one].sentences.items():
        for theirs, others in articles[other].sentences.items():
            if (one, start) < (other, theirs) and likeness(words, others) >= LEADS_ALIKE:
                yield from product(by_sentence[one, start], by_sentence[other, theirs])


def nearest(pairs: Sequence[tuple[int, int]], alike: Array, most: int) -> list[tuple[int, int]]:
    """The pairs that are among the most alike ones of either side; of equals the earlier, in the order given.

    Args:
        pairs: two numbers each.
        alike: how alike the two of each pair are, roughly.
        most: pairs that are looked at for each number.
    """
    sides = np.array(pairs, dtype=np.intp).reshape(-1, 2).T.ravel()
    pair = np.tile(np.arange(len(pairs)), 2)
    order = np.lexsort((pair, -alike[pair], sides))
    first = np.concatenate([np.ones(1, dtype=np.bool_), np.diff(sides[order]) != 0])
    places = np.arange(len(order))
    rank = places - np.maximum.accumulate(np.where(first, places, 0))
    return [pairs[n] for n in np.unique(pair[order[rank < most]])]
