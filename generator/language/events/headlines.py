"""Verbs of headlines that a tagger takes for nouns, since headlines write them with capitals: "Actress Checks Into Clinic"."""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.events import triggers
from generator.language.words import Words

ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))
NOMINAL_TAGS = frozenset({"NOUN", "PROPN"})


def verbs(words: Words, headlines: Iterable[tuple[int, int]]) -> set[int]:
    """The tokens of headlines in the third person of a verb by which the article itself tells of something.

    Args:
        words: the article's words.
        headlines: where they stand, in code points.
    """
    spans = [(start, end) for start, end in headlines if start < end]
    if not spans:
        return set()
    inside = [any(start <= at < end for start, end in spans) for at in words.start]
    told = {words.lemma[n] for n in range(len(words.text)) if not inside[n] and triggers.is_verb_trigger(words, n)}
    return {n for n, here in enumerate(inside) if here and words.pos[n] in NOMINAL_TAGS and _base(words.low[n], told)}


def _base(word: str, told: set[str]) -> bool:
    return any(word.endswith(ending) and word.removesuffix(ending) + back in told for ending, back in ENDINGS)
