"""What all judged pairs say of one of them: a second look at two mentions, amid whom else each of them may be one with.

A first look (`features`) knows the two alone. That both are one with the same third mention, that their sentences share their other events
too, or that a likelier partner stands beside the other is seen only when all pairs have been judged once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np

from generator.dossier.stories.bags import Bags, Numbers, Whole
from generator.dossier.stories.vectors import Array

CONTEXT_FEATURES: dict[str, int] = {
    "odds": 1,  # of the first look, as a logarithm
    "support": 1,  # how many third mentions are one with both
    "company": 1,  # how alike those are with whom each is one
    "rival": 0,  # the likeliest other partner that either has in the other's article
    "rivals": 0,  # and the less likely of both sides'
    "sentences": 1,  # how many other events their sentences share
    "articles": 1,  # how likely pairs of their articles are one
    "articles_shared": 1,  # and how many are, as a logarithm
    "told": 0,  # in how many articles the more told of the two is told, as a logarithm
    "told_less": 0,
}
LIKELY_SAME = 0.5


@dataclass(frozen=True, slots=True)
class Judged:
    """The pairs that were not found unlike at first.

    Attributes:
        ones: places of mentions.
        others: their partners', each pair once.
        likely: how likely each pair is one event.
        article: of each mention, a number.
        sentence: of each mention, a number.
    """

    ones: Whole
    others: Whole
    likely: Numbers
    article: Whole
    sentence: Whole


def table(judged: Judged) -> Array:
    """One row a pair, one column a feature of `CONTEXT_FEATURES`."""
    rows = np.zeros((len(judged.ones), len(CONTEXT_FEATURES)), dtype=np.float32)
    if not len(rows):
        return rows
    likely = np.clip(judged.likely, 1e-6, 1 - 1e-6)
    columns = {name: n for n, name in enumerate(CONTEXT_FEATURES)}
    rows[:, columns["odds"]] = np.log(likely / (1 - likely))
    for part in (_company(judged), _rivals(judged), _sentences(judged), _articles(judged)):
        for name, values in part.items():
            rows[:, columns[name]] = values
    return rows


def _company(judged: Judged) -> dict[str, Numbers]:
    size = len(judged.article)
    mention, partner = _both(judged)
    likely = np.tile(judged.likely, 2)
    bags = Bags.numbered(mention, partner, likely, size)
    support = bags.common(judged.ones, judged.others)[0].astype(np.float64)
    length = np.sqrt(1 + np.bincount(mention, weights=likely**2, minlength=size))
    alike = (support + 2 * judged.likely) / (length[judged.ones] * length[judged.others])
    return {"support": support, "company": alike}


def _rivals(judged: Judged) -> dict[str, Numbers]:
    mention, partner = _both(judged)
    likely = np.tile(judged.likely, 2)
    key = mention.astype(np.int64) * (int(judged.article.max()) + 1) + judged.article[partner]
    order = np.lexsort((np.arange(len(key)), -likely, key))
    ordered = key[order]
    first = np.concatenate([np.ones(1, dtype=np.bool_), ordered[1:] != ordered[:-1]])
    start = np.flatnonzero(first)
    group = np.cumsum(first) - 1
    best = likely[order[start]]
    second = np.zeros(len(start))
    several = start + 1 < np.append(start[1:], len(order))
    second[several] = likely[order[start[several] + 1]]
    other = np.empty(len(key))
    other[order] = np.where(first, second[group], best[group])
    ours, theirs = np.split(other, 2)
    told = np.bincount(mention[order[start]], weights=best > LIKELY_SAME, minlength=len(judged.article))
    one, two = told[judged.ones], told[judged.others]
    return {
        "rival": np.maximum(ours, theirs),
        "rivals": np.minimum(ours, theirs),
        "told": np.log1p(np.maximum(one, two)),
        "told_less": np.log1p(np.minimum(one, two)),
    }


def _sentences(judged: Judged) -> dict[str, Numbers]:
    """Over the pairs of mentions of the same two sentences that hold neither of the two: all, less those with the one or the other."""
    group = _numbered(judged.sentence[judged.ones], judged.sentence[judged.others])
    whole = np.bincount(group, weights=judged.likely)[group]
    held = [_numbered(group, mentions) for mentions in (judged.ones, judged.others)]
    ours, theirs = (np.bincount(key, weights=judged.likely)[key] for key in held)
    return {"sentences": np.maximum(0, whole - ours - theirs + judged.likely)}


def _articles(judged: Judged) -> dict[str, Numbers]:
    group = _numbered(judged.article[judged.ones], judged.article[judged.others])
    total, count = np.bincount(group, weights=judged.likely), np.bincount(group)
    return {"articles": (total / count)[group], "articles_shared": np.log1p(total)[group]}


def _both(judged: Judged) -> tuple[Whole, Whole]:
    """Each pair from either side."""
    return np.concatenate([judged.ones, judged.others]), np.concatenate([judged.others, judged.ones])


def _numbered(ones: Whole, others: Whole) -> Whole:
    """Equal pairs of numbers by equal numbers."""
    keys = ones.astype(np.int64) * (int(others.max()) + 1) + others
    return cast(Whole, np.unique(keys, return_inverse=True)[1].astype(np.intp))


def numbers(values: Sequence[Any]) -> Whole:
    """Equal values by equal numbers, in the order of their first ones."""
    found: dict[Any, int] = {}
    return np.array([found.setdefault(value, len(found)) for value in values], dtype=np.intp)
