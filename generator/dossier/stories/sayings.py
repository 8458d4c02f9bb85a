"""Tellings that somebody said something: one saying is one sentence in other words, and "said" there is no more of it.

What the sentences say is the event, and "wrote" or "told" is in all of them. The day of one of them dates none that is unlike it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.dossier.stories.event_words import SAYING_FORMS
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import OwnDay, own_words
from generator.dossier.stories.vectors import Vectors
from generator.values.words import LETTERS

SAID_ALIKE = 0.8  # likeness of sentences from which two report the same


def parted(
    group: Sequence[int], found: Sequence[EventMention], days: Sequence[OwnDay | None], meanings: Vectors
) -> list[list[int]]:
    """A group of mentions; of sayings those whose own words give a day with what is like one of them, and the others by themselves.

    Args:
        group: mentions that were taken for one event.
        found: all mentions.
        days: their days.
        meanings: of words.
    """
    dated = [n for n in group if (day := days[n]) and own_words(day)]
    rest = [n for n in group if n not in dated and found[n].word in SAYING_FORMS]
    if not dated or not rest:
        return [list(group)]
    rows = meanings.mean([LETTERS.findall(found[n].sentence.lower()) for n in (*dated, *rest)])
    likeness = (rows[len(dated) :] @ rows[: len(dated)].T).max(axis=1)
    others = [n for n, alike in zip(rest, likeness, strict=True) if alike < SAID_ALIKE]
    return [part for part in ([n for n in group if n not in others], others) if part]
