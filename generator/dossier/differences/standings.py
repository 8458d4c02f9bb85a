"""The record of a sportsman or a team that two articles tell differently: "Max Orvel (52-3, 46 KOs)" beside "Max Orvel, 53-3, 47 KO's".

A record grows from game to game, so only numbers that are a game apart, of one time, are compared, and none that one article gives both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Subject

RECORD = r"(?P<record>\d{1,3}[-–]\d{1,3}(?:[-–]\d{1,3})?)"
BESIDE_NAME = re.compile(rf" ?(?:\(|, ){RECORD}(?=[,);.])")  # "Max Orvel (52-3, 46 KOs)", "the Herons (10-2)"
CAME_TO = re.compile(
    rf"^[^.;]{{0,60}}?\b(?:improv\w+|dropp\w+|fell|f[ae]lls?|mov\w+|record|mark)\b"
    r"(?: (?:his|her|its|their|the|a|career|season|overall|record|mark)){0,3}"
    rf" (?:to|of|is|at) {RECORD}\b"
)
SCORE_WORDS = re.compile(
    r"\b(?:win|won|beat|lead|led|loss|lost|score|sets?|aggregate|down|up|ahead|behind)\b", re.IGNORECASE
)
ONE_RECORD = 1  # games by which one record may be told apart
DAYS_OF_ONE_STANDING = 3  # between two publications of one time


def differences(
    maker: Maker,
    told: Sequence[Sequence[Sentence]],
    people: Sequence[Subject],
    akin: Callable[[int, int], bool],
) -> Iterator[Difference]:
    """The records that are told in two ways.

    Args:
        maker: of differences.
        told: the sentences of each record.
        people: the subjects.
        akin: whether two articles, by their numbers, tell of one story.
    """
    number = {record.id: n for n, record in enumerate(maker.records)}
    for subject in people:
        values: dict[str, list[ToldValue]] = {}
        for mention in subject.mentions if subject.type in {"PERSON", "ORG"} else ():
            n = number[mention.source]
            sentence = next((s for s in told[n] if s.start <= mention.start and mention.end <= s.end), None)
            if sentence is not None and (found := _record(sentence, mention.end)):
                value, words = found
                if words.start not in {t.start for t in values.get(value, ()) if t.number == n}:
                    values.setdefault(value, []).append(words)
        if _differ(values, maker, akin):
            yield maker.difference("figure", f"the record of {subject.name}", by_publishers(maker, values), 1.0)


def _record(sentence: Sentence, end: int) -> tuple[str, ToldValue] | None:
    """The record that stands behind a name."""
    behind = sentence.text[end - sentence.start :]
    match = BESIDE_NAME.match(behind)
    if match is None and not SCORE_WORDS.search(behind[:60]):
        match = CAME_TO.match(behind)
    if match is None:
        return None
    start = end + match.start("record")
    return match["record"].replace("–", "-"), ToldValue(sentence, start, end + match.end("record"))


def _differ(values: dict[str, list[ToldValue]], maker: Maker, akin: Callable[[int, int], bool]) -> bool:
    """Whether two records can be of one day and are not one."""
    articles = [t.number for told in values.values() for t in told]
    if len(values) < 2 or any(
        len({v for v, told in values.items() if any(t.number == n for t in told)}) > 1 for n in articles
    ):
        return False
    told = [(value, t.number) for value, words in values.items() for t in words]
    return all(_close(a, b) for a in values for b in values) and any(
        a != b and akin(m, n) and _of_one_time(maker, m, n) for a, m in told for b, n in told
    )


def _close(one: str, other: str) -> bool:
    a, b = ([int(part) for part in record.split("-")] for record in (one, other))
    return len(a) == len(b) and sum(abs(x - y) for x, y in zip(a, b, strict=True)) <= 2 * ONE_RECORD


def _of_one_time(maker: Maker, one: int, other: int) -> bool:
    days = [maker.records[n].metadata.published for n in (one, other)]
    if not all(days):
        return True
    first, last = (date.fromisoformat(str(day)[:10]) for day in days)
    return abs((first - last).days) <= DAYS_OF_ONE_STANDING
