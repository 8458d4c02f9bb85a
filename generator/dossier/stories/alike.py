"""How alike two events are told."""

from __future__ import annotations

from generator.dossier.stories.story import Story
from generator.dossier.stories.vectors import Array, Vectors
from generator.values.words import LETTERS

MAIN_ALIKE = 0.65  # likeness of sentences from which what is of one day is of the main event
COMPARED = 12  # sentences of an event


def likeness(story: Story, entry: Story, meanings: Vectors) -> float:
    """How alike the sentences of two events are, at best.

    Args:
        story: one event.
        entry: the other.
        meanings: of words.
    """
    one, other = _sentences(story, meanings), _sentences(entry, meanings)
    return float((one @ other.T).max())


def _sentences(story: Story, meanings: Vectors) -> Array:
    if story.meaning is None:
        told = list(dict.fromkeys(m.sentence for m in story.mentions))[:COMPARED]
        story.meaning = meanings.mean([LETTERS.findall(sentence.lower()) for sentence in told])
    return story.meaning
