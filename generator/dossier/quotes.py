"""Quotations across articles: the same words are one entry with all their sources, other wordings stand beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from generator.dossier.model import Quotation, Wording
from generator.dossier.passages import around, passage
from generator.dossier.stories.own_day import SURE
from generator.records.model import EventDate, Quote, Record
from generator.values.certainty import LIKELY
from generator.values.words import WORD

QUOTE_SHINGLE = 5  # words that two quotations must share in a row to be compared
QUOTES_ALIKE = 0.6  # share of the shorter one's words that the longer must have
FEWEST_COMPARED = 3  # words that are compared at all: "historic" is said by many
TWIN = 0.85  # share of the longer one's words that two reports of the same speech share: twin texts differ in a word or two
REPORTED = 6  # words from which reports are compared: "he would resign" is said of many days
OWN_WORDS = 8  # from here two persons do not say the same by chance
CLASHING = 0.8  # at most, where sources give the same words to different persons
GOOD_LENGTH = (6, 40)  # words of a quotation worth showing first
NOTS = frozenset("not no never nothing none t".split())  # "t" of "isn't"
KIND_COUNTS = {"direct": 1.0, "mixed": 0.4, "indirect": 0.0}


Key = tuple[bool | str, ...]  # whether the words are only reported, and the words


@dataclass(slots=True)
class QuoteTold:
    """A quotation with its words in lower case."""

    quotation: Quotation
    words: list[str]


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Quotation, ...]:
    """All quotations, in order of sources and text; retellings of the same words become wordings of the first."""
    kept: list[QuoteTold] = []
    exact: dict[Key, int] = {}
    shingles: dict[Key, int] = {}
    for record in records:
        salience = {entity.id: entity.salience for entity in record.entities}
        most = max(salience.values(), default=1.0) or 1.0
        dates = {event.trigger.start: event.date.value for event in record.events if event.date and _says_when(event.date)}
        for quote in record.quotes:
            words = [w.lower() for part in quote.content for w in WORD.findall(record.text, part.start, part.end)]
            made = _quotation(record, quote, index, len(words), salience.get(quote.speaker_entity or "", 0.0) / most, dates)
            home = _home(made, words, kept, exact, shingles)
            if home is None:
                number = len(kept)
                kept.append(QuoteTold(made, words))
                kept_apart = (made.kind == "indirect",)  # reported words are compared with reported ones only
                exact.setdefault((*kept_apart, *words), number)
                for shingle in _shingles(words):
                    shingles.setdefault((*kept_apart, *shingle), number)
            else:
                _join(kept[home], made, words)
    _tell_rivals(kept)
    return tuple(said.quotation for said in kept)


def _tell_rivals(kept: Sequence[QuoteTold]) -> None:
    """Few words that two articles give to two persons stay two entries, for both may say them: each tells of the other."""
    alike: dict[tuple[str, ...], list[QuoteTold]] = {}
    for said in kept:
        if said.quotation.kind != "indirect" and said.quotation.speaker and len(said.words) >= FEWEST_COMPARED:
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
    kept: list[QuoteTold],
    exact: Mapping[Key, int],
    shingles: Mapping[Key, int],
) -> int | None:
    """The entry that a quotation is another telling of."""
    reported = made.kind == "indirect"
    if len(words) < (REPORTED if reported else FEWEST_COMPARED):
        return None
    number = exact.get((reported, *words))
    if number is None:
        keys: Iterable[Key] = ((reported, *shingle) for shingle in _shingles(words))
        number = next((shingles[key] for key in keys if key in shingles), None)
    if number is None:
        return None
    same = _same_report if reported else _same_quotation
    return number if same(made, words, kept[number]) else None


def _same_quotation(made: Quotation, words: list[str], other: QuoteTold) -> bool:
    """Whether words in marks are those of another quotation."""
    same_source = other.quotation.content[0].source == made.content[0].source
    clash = len({other.quotation.speaker, made.speaker} - {None}) > 1
    shared = len(set(words) & set(other.words)) / min(len(set(words)), len(set(other.words)))
    if shared < QUOTES_ALIKE or (same_source and (clash or words != other.words)):
        return False
    return not clash or min(len(words), len(other.words)) >= OWN_WORDS


def _same_report(made: Quotation, words: list[str], other: QuoteTold) -> bool:
    """Whether a report is another article's, word for word or nearly: what is told in other words may be another statement."""
    first = other.quotation
    if first.content[0].source == made.content[0].source or _numbers(words) != _numbers(other.words):
        return False
    clash = len({first.speaker, made.speaker} - {None}) > 1
    shared = len(set(words) & set(other.words)) / max(len(set(words)), len(set(other.words)))
    return shared >= TWIN and not clash and NOTS & set(words) == NOTS & set(other.words)


def _numbers(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if any(letter.isdigit() for letter in word))


def _shingles(words: list[str]) -> Iterable[tuple[str, ...]]:
    return zip(*(words[n:] for n in range(QUOTE_SHINGLE)), strict=False)


def _join(said: QuoteTold, made: Quotation, words: list[str]) -> None:
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


def _says_when(date: EventDate) -> bool:
    """Whether a day in words is the day of the saying; that of a word beside it is only where it is nearly sure.

    "Eide was questioned on Tuesday. The company denied that": it is not told when. Of 22 such days that were read, 9 were right.
    """
    return date.wording is not None and (not date.shared or (date.confidence or 0.0) >= SURE)


def _quotation(
    record: Record,
    quote: Quote,
    index: Mapping[tuple[str, str], str],
    length: int,
    salience: float,
    dates: Mapping[int, str],
) -> Quotation:
    spans = [*quote.content, *(s for s in (quote.cue, quote.source) if s)]
    score = (
        KIND_COUNTS[quote.kind] + salience + 0.5 * (GOOD_LENGTH[0] <= length <= GOOD_LENGTH[1]) + 0.3 * bool(quote.speaker)
    )
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
