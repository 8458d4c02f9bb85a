"""Which mentions tell of one event, within an article and across articles.

Mentions of alike articles whose triggers may mean the same are compared (`pairs`), each pair is judged by a small trained model (`model`)
over what speaks for and against one event (`features`), and groups are joined while the mean over their pairs is high (`linkage`).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from generator.dossier.stories import articles, model, pairs, vectors
from generator.dossier.stories.features import Compared, weighed
from generator.dossier.stories.linkage import average_linkage
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Array
from generator.records.model import Record

AT_ONCE = 50_000  # pairs judged at a time: bounds memory
MOST = 16  # pairs of a mention that are judged in a dossier of many articles: the cost must not grow with all that is told of one story
UNLIKE = 0.05  # a pair less likely than this counts as unlike altogether


def clusters(mentions: Sequence[EventMention], records: Sequence[Record]) -> tuple[tuple[int, ...], ...]:
    """The events: for each, its mentions (by their place in `mentions`, ascending), in the order of their first mentions.

    Every mention is in exactly one of them. The same mentions and records give the same events.

    Args:
        mentions: what `mentions.mentions` gives for the records.
        records: the sources' records, in the same order.
    """
    judge = model.shipped()
    many = len(records) > articles.SMALL_DOSSIER
    found, compared = candidates(mentions, records)
    likely: list[tuple[int, int, float]] = []
    for first in range(0, len(found), AT_ONCE):
        some = found[first : first + AT_ONCE]
        rows = compared.table(some)
        shares = weighed(judge.likely(rows), rows, many)
        told = np.flatnonzero((shares < 0) | (shares >= UNLIKE))
        likely += [(*some[n], float(shares[n])) for n in told]
    return tuple(map(tuple, average_linkage(len(mentions), likely, judge.least_many_stories if many else judge.least)))


def candidates(mentions: Sequence[EventMention], records: Sequence[Record]) -> tuple[list[tuple[int, int]], Compared]:
    """The pairs that are worth judging, and the mentions ready for it."""
    meanings = vectors.shipped()
    told, rarity = articles.about(records, mentions, meanings)
    rows, triggers = pairs.trigger_vectors(mentions, meanings)
    near = pairs.akin(mentions, rows, triggers)
    kin = articles.kindred(told, rarity)
    found = list(pairs.candidates(mentions, near, list(kin), told))
    compared = Compared(mentions, records, told, rarity, meanings, (rows, triggers), kin)
    if len(records) > articles.SMALL_DOSSIER:
        found = pairs.nearest(found, compared.roughly(found), MOST)
    return found, compared


def features(mentions: Sequence[EventMention], records: Sequence[Record]) -> tuple[list[tuple[int, int]], Array]:
    """The pairs worth judging and what the model sees of each; for training."""
    found, compared = candidates(mentions, records)
    return found, compared.table(found)
