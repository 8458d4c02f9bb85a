"""Which mentions tell of one event, within an article and across articles.

Mentions of alike articles whose triggers may mean the same are compared (`pairs`), each pair is judged by a small trained model (`model`)
over what speaks for and against one event (`features`) and once more amid all others (`context`), and groups are joined while the mean
over their pairs is high (`linkage`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from generator.dossier.stories import articles, context, model, vectors
from generator.dossier.stories import pairs as blocking
from generator.dossier.stories.bags import Flags
from generator.dossier.stories.features import PAIR_FEATURES, Compared, weighed
from generator.dossier.stories.linkage import average_linkage
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Array
from generator.records.model import Record

PAIRS_AT_ONCE = 50_000  # pairs judged at a time: bounds memory
MOST = 16  # pairs of a mention that are judged in a dossier of many articles: the cost must not grow with all that is told of one story
UNLIKE = 0.05  # a pair less likely than this counts as unlike altogether
Pairs = np.ndarray[Any, np.dtype[np.intp]]
NO_PAIRS = (np.zeros((0, 2), np.intp), np.zeros((0, len(PAIR_FEATURES)), np.float32), np.zeros(0, np.float32))


def clusters(mentions: Sequence[EventMention], records: Sequence[Record]) -> tuple[tuple[int, ...], ...]:
    """The events: for each, its mentions (by their place in `mentions`, ascending), in the order of their first mentions.

    Every mention is in exactly one of them. The same mentions and records give the same events.

    Args:
        mentions: what `mentions.mentions` gives for the records.
        records: the sources' records, in the same order.
    """
    same = repeated(mentions)
    once = [mentions[places[0]] for places in same]
    found, compared = candidates(once, records)
    tables = (
        (some, compared.table(some)) for some in (found[n : n + PAIRS_AT_ONCE] for n in range(0, len(found), PAIRS_AT_ONCE))
    )
    groups = grouped(once, tables, model.shipped(), len(records) > articles.SMALL_DOSSIER)
    return tuple(tuple(sorted(place for n in group for place in same[n])) for group in groups)


def repeated(mentions: Sequence[EventMention]) -> list[list[int]]:
    """The places of mentions that an article repeats word by word, of one day: one event, which is judged once; else each alone.

    An article of nothing but one sentence would cost its length to the third power.
    """
    found: dict[tuple[object, ...], list[int]] = {}
    for n, mention in enumerate(mentions):
        event = mention.event
        words = (mention.sentence, event.trigger.start - event.sentence.start, event.status)
        found.setdefault((mention.number, *words, event.date and event.date.value), []).append(n)
    return list(found.values())


def grouped(
    mentions: Sequence[EventMention],
    compared: Iterable[tuple[Sequence[tuple[int, int]], Array]],
    judge: model.Model,
    many_stories: bool = False,
) -> tuple[tuple[int, ...], ...]:
    """The events that a model makes of compared pairs.

    Args:
        mentions: the mentions.
        compared: pairs of them, and what is seen of each; block by block.
        judge: the model.
        many_stories: whether the dossier may tell of many.
    """
    seen = [looked(pairs, rows, judge) for pairs, rows in compared]
    pairs, rows, likely = (np.concatenate(parts) for parts in zip(NO_PAIRS, *seen, strict=True))
    shares = weighed(judge.at_last(rows, amid(pairs, likely, mentions)), rows, many_stories)
    told = np.flatnonzero((shares < 0) | (shares >= UNLIKE))
    judged = zip(pairs[told, 0].tolist(), pairs[told, 1].tolist(), shares[told].tolist(), strict=True)
    least = judge.least_many_stories if many_stories else judge.least
    return tuple(map(tuple, average_linkage(len(mentions), judged, least)))


def looked(pairs: Sequence[tuple[int, int]], rows: Array, judge: model.Model) -> tuple[Pairs, Array, Array]:
    """Of pairs and what is seen of them those that are not unlike at first sight, and how likely each is one event."""
    likely = judge.at_first(rows)
    some = kept(likely, rows)
    return np.array(pairs, dtype=np.intp).reshape(-1, 2)[some], rows[some], likely[some]


def kept(likely: Array, rows: Array) -> Flags:
    """Which pairs deserve a second look: those that may be one, and those whose days speak against all that the two are joined to."""
    return (likely >= UNLIKE) | (rows[:, list(PAIR_FEATURES).index("day_differs")] > 0)


def amid(pairs: Pairs, likely: Array, mentions: Sequence[EventMention]) -> Array:
    """What all pairs say of each."""
    article = np.array([m.number for m in mentions], dtype=np.intp)
    sentence = context.numbers([(m.number, m.event.sentence.start) for m in mentions])
    return context.table(context.Judged(pairs[:, 0], pairs[:, 1], likely.astype(np.float64), article, sentence))


def candidates(mentions: Sequence[EventMention], records: Sequence[Record]) -> tuple[list[tuple[int, int]], Compared]:
    """The pairs that are worth judging, and the mentions ready for it."""
    meanings = vectors.shipped()
    told, rarity = articles.about(records, mentions, meanings)
    rows, triggers = blocking.trigger_vectors(mentions, meanings)
    near = blocking.akin(mentions, rows, triggers)
    kin = articles.kindred(told, rarity)
    found = list(blocking.candidates(mentions, near, list(kin), told))
    compared = Compared(mentions, records, told, rarity, meanings, (rows, triggers), kin)
    if len(records) > articles.SMALL_DOSSIER:
        found = blocking.nearest(found, compared.roughly(found), MOST)
    return found, compared


def features(mentions: Sequence[EventMention], records: Sequence[Record]) -> tuple[list[tuple[int, int]], Array]:
    """The pairs worth judging and what the model sees of each; for training."""
    found, compared = candidates(mentions, records)
    return found, compared.table(found)
