"""When it was said: one quotation that two sources date differently.

"'The tide forgives nobody,' she said in 2014" beside "'The tide forgives nobody,' she told the guests a year later", told of 2015.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.dossier.differences.detail_threads import one_day
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.said import Said
from generator.dossier.model import Difference
from generator.records.model import Quote, Record
from generator.values.words import WORD_OR_NUMBER

SAME_OPENING = 5  # words with which both quotations begin


@dataclass(frozen=True, slots=True)
class Dated:
    """The first words of a quotation, its speaker, and the time of its sentence."""

    words: tuple[str, ...]
    speaker: str
    time: Said


def differences(maker: Maker, details: Sequence[Said]) -> Iterator[Difference]:
    """The quotations of two days.

    Args:
        maker: of differences.
        details: of all articles.
    """
    times: dict[tuple[int, int], list[Said]] = {}
    for detail in details:
        if detail.kind == "day":
            times.setdefault(detail.key, []).append(detail)
    groups: dict[tuple[str, ...], list[Dated]] = {}
    for n, record in enumerate(maker.records):
        for dated in _dated(n, record, times):
            groups.setdefault(dated.words, []).append(dated)
    for group in groups.values():
        if any(_differ(one, other) for i, one in enumerate(group) for other in group[:i]):
            values: dict[str, list[ToldValue]] = {}
            for dated in group:
                time = dated.time
                values.setdefault(time.value, []).append(ToldValue(time.sentence, time.start, time.end))
            yield maker.difference("date", f"when {group[0].speaker} said it", by_publishers(maker, values), 0.5)


def _dated(number: int, record: Record, times: dict[tuple[int, int], list[Said]]) -> Iterator[Dated]:
    """The direct quotations of an article in whose cue's sentence one time stands, outside of their words."""
    inside = [(c.start, c.end) for quote in record.quotes for c in quote.content]
    for quote in record.quotes:
        words = _begin(record, quote)
        if quote.kind == "indirect" or quote.cue is None or not quote.speaker or len(words) < SAME_OPENING:
            continue
        found = [
            time
            for (n, start), told in times.items()
            if n == number and start <= quote.cue.start < told[0].sentence.end
            for time in told
            if not any(s <= time.start < e for s, e in inside)
        ]
        if len(found) == 1:
            yield Dated(words, quote.speaker, found[0])


def _begin(record: Record, quote: Quote) -> tuple[str, ...]:
    first = quote.content[0]
    return tuple(WORD_OR_NUMBER.findall(record.text[first.start : first.end].lower()))[:SAME_OPENING]


def _differ(one: Dated, other: Dated) -> bool:
    return one.speaker == other.speaker and one.time.number != other.time.number and not one_day(one.time, other.time)
