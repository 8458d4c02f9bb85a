"""Which mentions tell of one event, within an article and across articles."""

from __future__ import annotations

from collections.abc import Sequence

from generator.dossier.stories.mentions import EventMention
from generator.records.model import Record


def clusters(mentions: Sequence[EventMention], records: Sequence[Record]) -> tuple[tuple[int, ...], ...]:
    """The events: for each, its mentions (by their place in `mentions`, ascending), in the order of their first mentions.

    Every mention is in exactly one of them. The same mentions and records give the same events.

    Args:
        mentions: what `mentions.mentions` gives for the records.
        records: the sources' records, in the same order.
    """
    found: dict[tuple[str, object], list[int]] = {}
    for n, mention in enumerate(mentions):
        found.setdefault((mention.stem, min(mention.participants, default=mention.number)), []).append(n)
    return tuple(tuple(members) for members in found.values())
