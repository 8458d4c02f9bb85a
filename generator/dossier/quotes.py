"""Quotations across articles: the same words are one entry with all their sources, other wordings stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from generator.dossier.model import Quotation, Wording
from generator.dossier.passages import around, passage
from generator.records.model import Quote, Record
from generator.values.certainty import LIKELY

WORD = re.compile(r"\w+")
SHINGLE = 5  # words that two quotations must share in a row to be compared
ALIKE = 0.6  # share of the shorter one's words that the longer must have
FEWEST = 3  # words that are compared at all: "historic" is said by many
OWN_WORDS = 8  # from here two persons do not say the same by chance
CLASHING = 0.8  # at most, where sources give the same words to different persons
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
    _tell_rivals(kept)
    return tuple(said.quotation for said in kept)


def _tell_rivals(kept: Sequence[Said]) -> None:
    """Few words that two articles give to two persons stay two entries, for both may say them: each tells of the other."""
    alike: dict[tuple[str, ...], list[Said]] = {}
    for said in kept:
        if said.quotation.kind != "indirect" and said.quotation.speaker and len(said.words) >= FEWEST:
            alike.setdefault(tuple(said.words), []).append(said)
    for same in alike.values():
        told = [(said.quotation.content[0].source, said.quotation.speaker) for said in same]
        for said, (source, speaker) in zip(same, told, strict=True):
            others = [s for where, s in told if where != source and s and s != speaker]
            if others:
                said.quotation = replace(
                    said.quotation,
                    otherwise=tuple(dict.fromkeys([*said.quotation.otherwise, *others])),
                    confidence=min(said.quotation.confidence, CLASHING),
                )


def _home(
    made: Quotation,
    words: list[str],
    kept: list[Said],
    exact: Mapping[tuple[str, ...], int],
    shingles: Mapping[tuple[str, ...], int],
) -> int | None:
    if made.kind == "indirect" or len(words) < FEWEST:
        return None
    number = exact.get(tuple(words))
    if number is None:
        number = next((shingles[shingle] for shingle in _shingles(words) if shingle in shingles), None)
    if number is None:
        return None
    other = kept[number]
    same_source = other.quotation.content[0].source == made.content[0].source
    clash = len({other.quotation.speaker, made.speaker} - {None}) > 1
    shared = len(set(words) & set(other.words)) / min(len(set(words)), len(set(other.words)))
    if shared < ALIKE or (same_source and (clash or words != other.words)):
        return None
    return None if clash and min(len(words), len(other.words)) < OWN_WORDS else number


def _shingles(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(SHINGLE)), strict=False)


def _join(said: Said, made: Quotation, words: list[str]) -> None:
    first = said.quotation
    wording = Wording(made.content, made.content[0].source, words != said.words)
    speaker, confidence, otherwise = _agreed(first, made)
    said.quotation = replace(
        first,
        wordings=(*first.wordings, wording),
        members=(*first.members, made.id),
        speaker=speaker,
        confidence=confidence,
        otherwise=otherwise,
        score=max(first.score, made.score) + 0.5,
    )


def _agreed(first: Quotation, made: Quotation) -> tuple[str | None, float, tuple[str, ...]]:
    """Who says what two sources print: one speaker where they agree, the surer one, less sure, where they do not."""
    if first.speaker is None and first.otherwise:
        return None, 0.0, tuple(dict.fromkeys(s for s in (*first.otherwise, made.speaker) if s))
    if made.speaker is None or first.speaker is None:
        better = first if first.speaker or not made.speaker else made
        return better.speaker, better.confidence, first.otherwise
    if made.speaker == first.speaker:
        return (
            first.speaker,
            first.confidence if first.otherwise else max(first.confidence, made.confidence),
            first.otherwise,
        )
    better, other = (first, made) if first.confidence >= made.confidence else (made, first)
    right, wrong = better.confidence * (1 - other.confidence), other.confidence * (1 - better.confidence)
    share = round(right / (right + wrong), 3) if right + wrong else 0.5
    others = dict.fromkeys(s for s in (*first.otherwise, first.speaker, made.speaker) if s and s != better.speaker)
    if share < LIKELY:  # neither is sure enough to be named as the one who says it
        return None, 0.0, tuple(dict.fromkeys(s for s in (better.speaker, *others) if s))
    return better.speaker, min(share, CLASHING), tuple(others)


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
