"""The one whose age two openings tell: "a 60-year-old woman was charged" beside "Gerda Hollin, 61, was charged".

What is compared by name stands in `ages`; here one article has no name. Both openings must tell one age alone, a year or two apart, and
much of the same: of two people of nearly one age they seldom do.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dossier.differences.denials import concepts
from generator.dossier.differences.looks import weight
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.values.number_words import CARDINALS

YEARS = "|".join(f"{tens}(?:-[a-z]+)?" for tens in "twenty thirty forty fifty sixty seventy eighty ninety".split())
AGE = re.compile(
    rf"\b(?P<before>\d{{1,2}}|(?i:{YEARS}))[- ]year[- ]old\b(?P<noun>(?:[ ,][a-zA-Z’'-]+,?){{0,4}})"
    r"|\b(?P<who>[a-z]+),? aged (?P<aged>\d{1,2})\b|[A-Z][\w’'-]+ [A-Z][\w’'-]+, (?:aged? )?(?P<after>\d{2})(?=[,.)])"
)
NAMED_WITH_AGE = re.compile(r"[A-Z][\w’'-]+ [A-Z]")
SEX = {
    **dict.fromkeys(
        "woman girl mother grandmother daughter wife sister actress waitress widow female schoolgirl".split(), "f"
    ),
    **dict.fromkeys("man boy father grandfather son husband brother actor waiter widower male schoolboy".split(), "m"),
}
ONE_AGE = 2  # years by which the age of one person may be told apart
SHARE, LEAST = 0.5, 1.5  # of the weight of the poorer sentence, and of what both tell
DAYS_OF_ONE_AGE = 300  # days between two publications


@dataclass(frozen=True, slots=True)
class Aged:
    """An age in an opening."""

    told: ToldValue
    years: int
    sex: str  # "" where the words do not say
    named: bool  # people with names are compared by them
    about: frozenset[str]


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The ages of the one person of whom openings tell.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    alone = [aged for sentences in told if (aged := _one(sentences))]
    every = [{a.years for s in sentences for a in _ages(s)} for sentences in told]
    for n, one in enumerate(alone):
        others = [
            other
            for other in alone[n + 1 :]
            if _person(one, other)
            and one.years not in every[other.told.number]
            and other.years not in every[one.told.number]
            and akin(one.told.number, other.told.number)
            and _of_one_time(maker, one, other)
        ]
        if others:
            values: dict[str, list[ToldValue]] = {}
            for aged in (one, *others):
                values.setdefault(str(aged.years), []).append(aged.told)
            yield maker.difference("figure", "the age of the one in the opening", by_publishers(maker, values), 1.0)
            return


def _one(sentences: Sequence[Sentence]) -> Aged | None:
    """The one age of an opening; None where it tells none, or several."""
    found = [aged for s in sentences if s.lead for aged in _ages(s)]
    return found[0] if len({aged.years for aged in found}) == 1 else None


def _ages(sentence: Sentence) -> Iterator[Aged]:
    for match in AGE.finditer(sentence.text):
        group = next(g for g in ("before", "aged", "after") if match[g])
        years = _years(match[group].lower())
        if years:
            start, end = (sentence.start + at for at in match.span(group))
            nouns = f"{match['noun'] or ''} {match['who'] or ''}".lower().split()
            sex = next((SEX[w.strip(",")] for w in nouns if w.strip(",") in SEX), "")
            named = group == "after" or bool(NAMED_WITH_AGE.search(match["noun"] or ""))
            yield Aged(ToldValue(sentence, start, end), years, sex, named, concepts(sentence.text))


def _years(told: str) -> int:
    """ "60", "sixty-one"; 0 for what is no number."""
    words = told.split("-")
    return int(told) if told.isdigit() else sum(CARDINALS[w] for w in words) if all(w in CARDINALS for w in words) else 0


def _person(one: Aged, other: Aged) -> bool:
    """Whether both may be of one person, and differ."""
    shared, poorer = weight(one.about & other.about), min(weight(one.about), weight(other.about))
    return (
        0 < abs(one.years - other.years) <= ONE_AGE
        and not (one.sex and other.sex and one.sex != other.sex)
        and not (one.named and other.named)
        and shared >= LEAST
        and shared >= SHARE * poorer
    )


def _of_one_time(maker: Maker, one: Aged, other: Aged) -> bool:
    days = [maker.records[a.told.number].metadata.published for a in (one, other)]
    if not all(days):
        return True
    first, last = (date.fromisoformat(str(day)[:10]) for day in days)
    return abs((first - last).days) <= DAYS_OF_ONE_AGE
