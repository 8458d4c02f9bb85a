"""The final score of a match that two openings tell differently: "Velmar beat Karlsund 3-1" beside "Velmar won against Karlsund 3-2".

Only openings that tell one score and the same two sides are compared; half-time scores and leads on the way are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from generator.dossier.differences.denials import soon
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference

SCORE = re.compile(
    r"(?<![\d(-])(?P<a>\d{1,3}) ?[-–] ?(?P<b>\d{1,3})(?![\d-])(?! (?:record|yards?|years?|minutes?|year-old))"
)
RESULT = re.compile(
    r"\b(?:beats?|beat|beaten|wins?|won|winning|defeat(?:s|ed|ing)?|loss|loses?|lost|losing|victory|draws?|drew|edged?|thrash(?:ed|ing)?|triumph)\b",
    re.IGNORECASE,
)
# a score on the way, of a series, of another day
PARTLY = re.compile(
    r"\b(?:half-?time|lead|leads|led|leading|ahead|trail\w*|series|aggregate|sets?|quarter|inning\w*|period|record|season|previous)\b"
    r"|\b(?:last (?:year|week|month)|semi-?finals?|shoot-?out)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"\b[A-Z][\w’'-]+")
SIDES = 2  # names that both sentences share


@dataclass(frozen=True, slots=True)
class Scored:
    """A score, as the winner's points and the loser's."""

    told: ToldValue
    points: tuple[int, int]
    names: frozenset[str]


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The matches of two scores.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    every: Mapping[int, set[tuple[int, int]]] = {
        n: {_points(m) for s in article for m in SCORE.finditer(s.text)} for n, article in enumerate(told)
    }
    scored = [found for article in told if (found := _scored(article))]
    differing = [
        (a, b)
        for a, b in combinations(scored, 2)
        if a.points != b.points
        and len(a.names & b.names) >= SIDES
        and b.points not in every[a.told.number]
        and a.points not in every[b.told.number]
        and akin(a.told.number, b.told.number)
        and soon(maker.records[a.told.number], maker.records[b.told.number])
    ]
    if differing:
        values: dict[str, list[ToldValue]] = {}
        for each in dict.fromkeys(scored for pair in differing for scored in pair):
            values.setdefault("-".join(map(str, each.points)), []).append(each.told)
        yield maker.difference("figure", "the score", by_publishers(maker, values), 2.0)


def _scored(article: Sequence[Sentence]) -> Scored | None:
    """The one final score of an opening."""
    found = [
        Scored(ToldValue(s, s.start + m.start(), s.start + m.end()), _points(m), frozenset(NAME.findall(s.text)))
        for s in article
        if s.lead and RESULT.search(s.text) and not PARTLY.search(s.text)
        for m in SCORE.finditer(s.text)
    ]
    return found[0] if len({each.points for each in found}) == 1 else None


def _points(match: re.Match[str]) -> tuple[int, int]:
    """The greater number first: "3-1" and "lost 1-3" are one."""
    a, b = int(match["a"]), int(match["b"])
    return max(a, b), min(a, b)
