"""The words of a statement, and what it is about: their stems, or the kinds of event that they tell of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from generator.dossier.stories.event_words import kinds, stem
from generator.values.words import WORD

# they hold a sentence together, and say little of what it is about
SMALL = frozenset(
    "a about after all also an and any are as at be because been before but by can could d did do does down during for from get got "
    "had has have he her his how i if in into is it its just like ll m make makes made making may me might more most my new no not of "
    "off on one only or other our out over re s said say says she so some still t tell tells than that the their there they this to "
    "told up us use used using ve was we were what when which while who will with would you your".split()
)

PEOPLE = frozenset(
    "people persons civilians children women men girls boys passengers pupils students soldiers officers policemen workers victims "
    "residents others villagers protesters worshippers migrants refugees".split()
)
# somebody speaks for himself; not "US troops", not "Mazar-i-Sharif"
OWN = re.compile(r"(?<![\w-])(I|[Ww]e|[Mm]y|[Oo]urs?|[Mm]e|us|[Yy]ou|[Yy]ours?|[Mm]ine)(?![\w-])")


def content(text: str) -> frozenset[str]:
    """The words that carry the sense of a text, in lower case."""
    return frozenset(WORD.findall(text.lower())) - SMALL


def concepts(words: Iterable[str]) -> frozenset[str]:
    """What words are about."""
    return frozenset(chain.from_iterable(map(_concepts, words)))


@lru_cache(1 << 16)
def _concepts(word: str) -> tuple[str, ...]:
    """The kinds of event that a word tells of, or else its stem."""
    known = kinds(word)
    return tuple(f"kind {number}" for number in known) if known else (stem(word),)
