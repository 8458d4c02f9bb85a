"""Whether a sentence tells, in the words of the headlines and leads of the main event, what they tell.

"Fire crews said the blaze tore through the old mill on Monday" tells of no other event than "Blaze destroys old mill", whoever says so;
"shares of the miller fell on Monday" does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from generator.dossier.stories.articles import terms
from generator.dossier.stories.story import Story
from generator.dossier.stories.vectors import Vectors

# Of the entries of the main event's day in 33 dossiers that were taken for something else, six are above both and tell of it, sixteen are
# below and do not, and three below do.
LEAST_COVERED = 0.6  # share of the sentence's words, by how rare they are, from which it tells the same
LEAST_HELD = 5  # words that several headlines or leads use
USED = 2  # headlines and leads from which a word counts in full


def covered(story: Story, main: Story, meanings: Vectors) -> bool:
    """Whether all sentences of an event are told in the main event's words.

    Args:
        story: the event.
        main: what most of the articles are about.
        meanings: of words.
    """
    used = Counter(word for sentence in main.leads.values() for word in set(terms(sentence)))
    own = {(m.number, m.event.sentence.start): m for m in story.mentions}
    return all(_covered(set(terms(m.sentence)) - {m.stem}, used, meanings) for m in own.values())


def _covered(words: Iterable[str], used: Counter[str], meanings: Vectors) -> bool:
    rare = {word: meanings.rarity_of_stem(word) for word in words}
    held = sum(weight * min(1.0, used[word] / USED) for word, weight in rare.items())
    return sum(used[word] >= USED for word in rare) >= LEAST_HELD and held >= LEAST_COVERED * sum(rare.values())
