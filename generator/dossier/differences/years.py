"""One calendar day in two years: "seized on April 14, 2014" beside "abducted on April 14, 2016"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import kinds
from generator.records.model import Record, Time

WHOLE_DAY = re.compile(r"^\d{4}-\d\d-\d\d$")
SMALL_LETTERS = re.compile(r"[a-z]+")
BESIDE_DAY = 60  # letters between the words for the day and for the event
YEARS_OF_ONE_EVENT = 2  # years; what is further apart is another event of that day


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The events of one calendar day that are told of two years.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    days: dict[str, list[tuple[str, frozenset[int], ToldValue]]] = {}
    for n, record in enumerate(maker.records):
        for time in record.times:
            if found := _dated(record, time, told[n]):
                words, told_of = found
                days.setdefault(time.value[5:], []).append((time.value, told_of, words))
    for each in days.values():
        values: dict[str, list[ToldValue]] = {}
        for one, other in combinations(each, 2):
            if _slip(one[0], other[0]) and one[1] & other[1] and _near(one[2].number, other[2].number, akin):
                for value, _, words in (one, other):
                    if words not in values.setdefault(value, []):
                        values[value].append(words)
        if values:
            yield maker.difference("date", "the year of one day", by_publishers(maker, values), 0.0)


def _dated(record: Record, time: Time, told: Sequence[Sentence]) -> tuple[ToldValue, frozenset[int]] | None:
    """The words of a day whose year they state, and which kinds of event are told beside them."""
    words = record.text[time.start : time.end]
    if time.type != "DATE" or not WHOLE_DAY.match(time.value) or time.value[:4] not in words:
        return None
    sentence = next((s for s in told if s.start <= time.start < s.end), None)
    if sentence is None:
        return None
    at = time.start - sentence.start
    around = sentence.text[max(0, at - BESIDE_DAY) : at + len(words) + BESIDE_DAY].lower()
    found = frozenset(kind for word in SMALL_LETTERS.findall(around) for kind in kinds(word))
    return (ToldValue(sentence, time.start, time.end), found) if found else None


def _slip(one: str, other: str) -> bool:
    return 0 < abs(int(one[:4]) - int(other[:4])) <= YEARS_OF_ONE_EVENT


def _near(one: int, other: int, akin: Callable[[int, int], bool]) -> bool:
    return one != other and akin(one, other)
