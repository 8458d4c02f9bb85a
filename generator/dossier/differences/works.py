"""Long names with a plural that others lack: the series "Keepers of Light" beside "Keeper of Light".

Of what stands alone in a name a plural makes another thing; within a name of several words it is a slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference

# words with capitals about a small one; not the first of a sentence, which any word may be
# names of offices, which are written in many ways: "Central Elections Commission of Tamir"
OFFICES = re.compile(
    r"\b(?:Academy|Agency|Association|Authority|Board|Bureau|Commission|Committee|Council|Court|Department|Institute|Ministry|Office|Organi[sz]ation"
    r"|School|Society|University|Union)s?\b"
)
WORK_NAME = re.compile(r"(?<=[a-z,’'“\"‘] )[“\"‘']?((?:[A-Z][a-z]+ )+(?:of|in|and)(?: the)?(?: [A-Z][a-z]+)+)")


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The names of several words that differ by one plural.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    names = _names(told)
    for name in sorted(names):
        for other in _singular(name):
            if other not in names:
                continue
            one, two = names[name], names[other]
            apart = not one.keys() & two.keys() and any(akin(a, b) for a in one for b in two)
            if apart:
                values = {name: list(one.values()), other: list(two.values())}
                yield maker.difference("name", "the wording of a name", by_publishers(maker, values), -1.0)


def _names(told: Sequence[Sequence[Sentence]]) -> dict[str, dict[int, ToldValue]]:
    """Long names and where each article has them first, headlines left out: there all words have capitals."""
    found: dict[str, dict[int, ToldValue]] = {}
    for sentence in (s for article in told for s in article if not s.title):
        for match in WORK_NAME.finditer(sentence.text):
            if OFFICES.search(match[1]):
                continue
            start, end = (sentence.start + at for at in match.span(1))
            found.setdefault(match[1], {}).setdefault(sentence.number, ToldValue(sentence, start, end))
    return found


def _singular(name: str) -> Iterator[str]:
    """The name with one of its words, not the last, in the singular."""
    words = name.split()
    for n, word in enumerate(words[:-1]):
        if word[0].isupper() and word.endswith("s") and not word.endswith("ss"):
            yield " ".join((*words[:n], word[:-1], *words[n + 1 :]))
