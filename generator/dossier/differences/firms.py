"""A firm whose last word two sources give in two forms: "Orvel Distribution" beside "Orvel Distributors"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.dossier.stories.vectors import shipped

FIRM_NAME = re.compile(r"(?<![\w@#/.&’'-])(?P<first>[A-Z][A-Za-z]+) (?P<form>[A-Z][a-z]{5,})(?![\w@/-])")
ROOT = 6  # letters with which both forms begin
# "Lumex Distribution" is no "Lumex distributor"; a plural alone is a slip of the pen, or the firm's possessive
LITTLE = frozenset({"s", "es", "’s"})


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The firms of two forms.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    forms: dict[str, dict[str, dict[int, ToldValue]]] = {}
    for sentence in (s for article in told for s in article if not s.title):
        for match in FIRM_NAME.finditer(sentence.text):
            first = match["first"].lower()
            if not shipped().known(first):
                words = ToldValue(sentence, sentence.start + match.start(), sentence.start + match.end())
                forms.setdefault(first, {}).setdefault(match["form"], {}).setdefault(sentence.number, words)
    for _, found in sorted(forms.items()):
        for one, other in combinations(sorted(found), 2):
            a, b = found[one], found[other]
            if _one_firm(one, other) and not a.keys() & b.keys() and any(akin(m, n) for m in a for n in b):
                name = next(iter(a.values())).sentence.text[_span(next(iter(a.values())))].split()[0]
                values = {f"{name} {form}": list(found[form].values()) for form in (one, other)}
                yield maker.difference("name", f"the name of {name}", by_publishers(maker, values), -0.5)


def _one_firm(one: str, other: str) -> bool:
    """Whether two words are forms of one: they begin alike, and neither is the other's plural."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return short[:ROOT] == long[:ROOT] and not (long.startswith(short) and long[len(short) :] in LITTLE)


def _span(told: ToldValue) -> slice:
    return slice(told.start - told.sentence.start, told.end - told.sentence.start)
