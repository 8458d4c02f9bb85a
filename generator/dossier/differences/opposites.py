"""What happened, or the contrary: "the navy captured 26 sailors" beside "the navy rescued 26 sailors"; "shares rose" beside "shares fell".

The words of a pair exclude each other when both are said of one thing at one time; all else that both sentences tell must be the same.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.dossier.differences.denials import TELLS_NOTHING, concepts, soon
from generator.dossier.differences.figures import agree, figures
from generator.dossier.differences.looks import weight
from generator.dossier.differences.making import Maker, ToldValue
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference

# words that exclude each other of one thing at one time
PAIRS = (
    (
        "captur(?:ed|ing)|arrest(?:ed|ing)|apprehend(?:ed|ing)|nabb(?:ed|ing)|detain(?:ed|ing)",
        "rescu(?:ed|ing)|free(?:d|ing)",
    ),
    ("survived|survives|is alive", "died|dies|is dead|was killed|were killed"),
    ("rose|gained|climbed|jumped|surged|edged up", "fell|dropped|slipped|slid|sank|declined|edged down"),
    ("approved|passed|backed", "rejected|blocked|voted down|vetoed"),
    (
        "was convicted|were convicted|was found guilty|were found guilty",
        "was acquitted|were acquitted|was cleared|were cleared",
    ),
    ("was granted|were granted", "was denied|were denied|was refused|were refused"),
    ("accepted", "refused|turned down|declined"),
    ("won|wins", "lost|loses"),
    ("reopened|stayed open|remained open", "closed|shut down|stayed closed"),
)
COUNTED_PAIR = 0  # the pair that is said of one crew only where both tell its number
RULES = tuple(tuple(re.compile(rf"\b(?:{side})\b") for side in pair) for pair in PAIRS)
SHARE, LEAST = 0.65, 2.2  # of the weight of what else the poorer sentence tells, and of what both tell


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence with one word of a pair."""

    sentence: Sentence
    start: int  # of the word, in the article
    end: int
    about: frozenset[str]  # what else the sentence tells


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """What some say happened, and others the contrary.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    every = [s for article in told for s in article if not TELLS_NOTHING.search(s.text.lower())]
    for n, rule in enumerate(RULES):
        ones, others = ([side for s in every if (side := _side(s, word, rule))] for word in rule)
        pairs = [
            (a, b)
            for a in ones
            for b in others
            if a.sentence.number != b.sentence.number
            and akin(a.sentence.number, b.sentence.number)
            and soon(maker.records[a.sentence.number], maker.records[b.sentence.number])
            and _of_one(a, b)
            and (n != COUNTED_PAIR or _one_number(a, b))
        ]
        if pairs:
            values: dict[str, list[ToldValue]] = {}
            for side in dict.fromkeys(side for pair in pairs for side in pair):
                value = side.sentence.text[side.start - side.sentence.start : side.end - side.sentence.start]
                home = next((v for v in values if _one_side(v, value, rule)), value)
                values.setdefault(home, []).append(ToldValue(side.sentence, side.start, side.end))
            yield maker.difference("claim", " or ".join(values), values, 1.0)


def _side(sentence: Sentence, word: re.Pattern[str], rule: Sequence[re.Pattern[str]]) -> Side | None:
    """The one word of a pair in a sentence; None where it has none, or words of both."""
    found = list(word.finditer(sentence.text))
    if len(found) != 1 or sum(len(r.findall(sentence.text)) for r in rule) != 1:
        return None
    start, end = found[0].span()
    about = concepts(f"{sentence.text[:start]} | {sentence.text[end:]}")
    return Side(sentence, sentence.start + start, sentence.start + end, about)


def _of_one(a: Side, b: Side) -> bool:
    """Whether both sentences tell the same but for the one word."""
    shared, poorer = weight(a.about & b.about), min(weight(a.about), weight(b.about))
    if shared < LEAST or shared < SHARE * poorer:
        return False
    return all(any(agree(x, y) for y in figures(b.sentence.text)) for x in figures(a.sentence.text) if x.value > 1)


def _one_number(a: Side, b: Side) -> bool:
    """Whether both count the same: "captured 26 pirates", "rescued 26 crew members"."""
    mine, yours = ({f.value for f in figures(side.sentence.text) if f.value > 1} for side in (a, b))
    return bool(mine & yours)


def _one_side(one: str, other: str, rule: Sequence[re.Pattern[str]]) -> bool:
    return any(r.fullmatch(one) and r.fullmatch(other) for r in rule)
