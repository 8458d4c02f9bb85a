"""One event that is told for its day here and for its month or year there, or as a plan here and as done there.

"The girls, who were abducted two years ago" and "were taken from their school in April 2014" are one, of April 2014.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.dossier.stories.event_words import stem
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


def come_true(entry: Story, parts: Sequence[Story]) -> Story | None:
    """Of what stands under an entry of a plan the best that tells that it has happened, on its day: it is to stand first.

    "The premier will visit the town on Thursday" is of what another article tells a week later: "who visited the town on 17 August".

    Args:
        entry: the entry.
        parts: what stands under it.
    """
    if entry.status != "planned":
        return None
    done = (s for s in parts if s.status == "happened" and not s.ahead and s.span == entry.span)
    told = [s for s in done if _told_elsewhere(s, entry) and _of_one_thing(s, entry)]
    return max(told, key=lambda s: (s.score, -s.members[0]), default=None)


def _told_elsewhere(story: Story, entry: Story) -> bool:
    """Whether a sentence that the plan does not stand in tells that something happened: not "they will meet on what they found"."""
    own = {(m.number, m.event.sentence.start) for m in entry.mentions}
    return any(m.event.status == "happened" and (m.number, m.event.sentence.start) not in own for m in story.mentions)


def _of_one_thing(story: Story, entry: Story) -> bool:
    """Whether two events of one day share a kind or a word, or one is told in the other's sentence, too: "a funeral will be held"."""
    words = {stem(m.word) for m in story.mentions} & {stem(m.word) for m in entry.mentions}
    own = {(m.number, m.event.sentence.start) for m in entry.mentions}
    beside = any((m.number, m.event.sentence.start) in own for m in story.mentions)
    return bool(words) or beside or not story.kinds.isdisjoint(entry.kinds)


def _held(story: Story, other: Story) -> bool:
    """Whether the day of a story is a month or year that holds the finer day of another, which that one's own words surely give."""
    coarse, fine = story.day, other.day
    if coarse is None or fine is None or not (coarse.earliest and coarse.latest and fine.earliest and fine.latest):
        return False
    inside = coarse.earliest <= fine.earliest and fine.latest <= coarse.latest
    return (
        inside and fine.grain < coarse.grain and any(d is not None and own_words(d) and d.sure >= SURE for d in other.days)
    )
