"""Quotations across articles: the same words are one entry with all their sources, other wordings stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from generator.dossier.model import Quotation, Wording
from generator.dossier.passages import around, passage
from generator.records.model import Quote, Record

WORD = re.compile(r"\w+")
SHINGLE = 5  # words that two quotations must share in a row to be compared
ALIKE = 0.6  # share of the shorter one's words that the longer must have
GOOD_LENGTH = (6, 40)  # words of a quotation worth showing first
KINDS = {"direct": 1.0, "mixed": 0.4, "indirect": 0.0}


@dataclass(slots=True)
class Said:
    """A quotation with its words in lower case."""

    quotation: Quotation
    words: list[str]


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Quotation, ...]:
    """All quotations, in order of sources and text; retellings of the same words become wordings of the first."""
    kept: list[Said] = []
    exact: dict[tuple[str, ...], int] = {}
    shingles: dict[tuple[str, ...], int] = {}
    for record in records:
        salience = {entity.id: entity.salience for entity in record.entities}
        most = max(salience.values(), default=1.0) or 1.0
        dates = {event.trigger.start: event.date.value for event in record.events if event.date and event.date.wording}
        for quote in record.quotes:
            words = [w.lower() for part in quote.content for w in WORD.findall(record.text, part.start, part.end)]
            made = _quotation(record, quote, index, len(words), salience.get(quote.speaker_entity or "", 0.0) / most, dates)
            home = _home(made, words, kept, exact, shingles)
            if home is None:
                number = len(kept)
                kept.append(Said(made, words))
                if made.kind != "indirect":
                    exact.setdefault(tuple(words), number)
                    for shingle in _shingles(words):
                        shingles.setdefault(shingle, number)
            else:
                _join(kept[home], made, words)
    return tuple(said.quotation for said in kept)


def _home(
    made: Quotation,
    words: list[str],
    kept: list[Said],
    exact: Mapping[tuple[str, ...], int],
    shingles: Mapping[tuple[str, ...], int],
) -> int | None:
    if made.kind == "indirect" or len(words) < 3:
        return None
    number = exact.get(tuple(words))
    if number is None:
        number = next((shingles[shingle] for shingle in _shingles(words) if shingle in shingles), None)
    if number is None:
        return None
    other = kept[number]
    same_source = other.quotation.content[0].source == made.content[0].source
    speakers = {other.quotation.speaker, made.speaker} - {None}
    shared = len(set(words) & set(other.words)) / min(len(set(words)), len(set(other.words)))
    return number if len(speakers) < 2 and shared >= ALIKE and not (same_source and words != other.words) else None


def _shingles(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(SHINGLE)), strict=False)


def _join(said: Said, made: Quotation, words: list[str]) -> None:
    first = said.quotation
    wording = Wording(made.content, made.content[0].source, words != said.words)
    better = first if first.speaker or not made.speaker else made
    said.quotation = replace(
        first,
        wordings=(*first.wordings, wording),
        members=(*first.members, made.id),
        speaker=better.speaker,
        confidence=max(first.confidence, made.confidence),
        score=max(first.score, made.score) + 0.5,
    )


def _quotation(
    record: Record,
    quote: Quote,
    index: Mapping[tuple[str, str], str],
    length: int,
    salience: float,
    dates: Mapping[int, str],
) -> Quotation:
    spans = [*quote.content, *(s for s in (quote.cue, quote.source) if s)]
    score = KINDS[quote.kind] + salience + 0.5 * (GOOD_LENGTH[0] <= length <= GOOD_LENGTH[1]) + 0.3 * bool(quote.speaker)
    date = next((value for start, value in dates.items() if quote.cue and quote.cue.start <= start < quote.cue.end), None)
    return Quotation(
        id=quote.id,
        kind=quote.kind,
        content=tuple(passage(record, span) for span in quote.content),
        context=around(record, spans),
        cue=passage(record, quote.cue) if quote.cue else None,
        attributed_to=passage(record, quote.source) if quote.source else None,
        speaker=index.get((record.id, quote.speaker_entity)) if quote.speaker_entity else None,
        confidence=quote.confidence,
        addressee=index.get((record.id, quote.addressee_entity)) if quote.addressee_entity else None,
        date=date,
        score=round(score, 4),
        members=(quote.id,),
    )
