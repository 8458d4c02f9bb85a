"""One event that is told for its day here and for its month or year there: the entry stands on the day.

"The girls, who were abducted two years ago" and "were taken from their school in April 2014" are one, of April 2014.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.dossier.stories.own_day import SURE, own_words
from generator.dossier.stories.story import Story


def first(entry: Story, parts: Sequence[Story]) -> Story | None:
    """Of what stands under an entry of a month or year the best that tells the same on its day: it is to stand first.

    Args:
        entry: the entry.
        parts: what stands under it.
    """
    told = [s for s in parts if _held(entry, s) and s.status == entry.status and not s.kinds.isdisjoint(entry.kinds)]
    return max(told, key=lambda s: (s.score, -s.members[0]), default=None)


def _held(story: Story, other: Story) -> bool:
    """Whether the day of a story is a month or year that holds the finer day of another, which that one's own words surely give."""
    coarse, fine = story.day, other.day
    if coarse is None or fine is None or not (coarse.earliest and coarse.latest and fine.earliest and fine.latest):
        return False
    inside = coarse.earliest <= fine.earliest and fine.latest <= coarse.latest
    return (
        inside and fine.grain < coarse.grain and any(d is not None and own_words(d) and d.sure >= SURE for d in other.days)
    )
