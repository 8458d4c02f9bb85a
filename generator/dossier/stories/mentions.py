"""Mentions of events: every event of every record, with what tells two of them apart or shows them to be one.

All of it is read from the records alone: the trigger and what kinds of event it may tell of, who takes part, where, and the sentence.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from msgspec import structs

from generator.dossier.model import Value
from generator.dossier.stories.event_words import IRREGULAR, kinds, stem
from generator.records.model import Event, Record
from generator.values.words import SPACE

Index = Mapping[tuple[str, str], str]  # (record id, entity id) -> subject id
TRIED = frozenset({"attempt", "attempts", "bid", "bids"})  # "coup attempt"
SURELY_NOT = 0.15  # of the general truths below it 9 in 100 happened once after all
PAST = frozenset({"past", "perfect"})  # tenses
LEAD_SENTENCES = 3  # sentences of the body that tell the news


class EventMention(Value, frozen=True):
    """Words that tell of an event, in one article."""

    article: str  # the record's id
    number: int  # of the record, in the order given
    event: Event  # as the record has it: trigger, sentence, date, status
    word: str  # the trigger in lower case
    stem: str  # the trigger without its inflection
    kinds: frozenset[int]  # lines of `event_words.KINDS`
    participants: tuple[str, ...]  # subjects of the dossier; an entity that is none by its own id
    place: str | None  # a subject, or an entity's own id
    before: frozenset[str]  # subjects named before the trigger in its sentence
    after: frozenset[str]  # and after it
    sentence: str  # its words
    position: int  # which of the article's sentences with events, from 0
    title: bool = False  # in the headline
    lead: bool = False  # in the headline or the first sentences
    beside_past: bool = False  # its sentence tells in a main clause what has happened


def mentions(records: Sequence[Record], index: Index) -> tuple[EventMention, ...]:
    """All mentions of events, by record in the order given and within it in reading order.

    Args:
        records: one for each source.
        index: which entity of which record is which subject of the dossier (`people.subjects.merge`).
    """
    return tuple(mention for number, record in enumerate(records) for mention in _of(number, record, index))


def _of(number: int, record: Record, index: Index) -> Iterator[EventMention]:
    places = {start: n for n, start in enumerate(sorted({event.sentence.start for event in record.events}))}
    named = _Named(record, index)
    title, starts = _titles(record), [p.start for p in record.paragraphs]
    leads = set(list(places)[: LEAD_SENTENCES + len(title)])
    past = {e.sentence.start for e in record.events if e.clause == "main" and e.tense in PAST and e.status == "happened"}
    for event in named_once(record):
        word = record.text[event.trigger.start : event.trigger.end].lower()
        in_title = bisect_right(starts, event.sentence.start) - 1 in title
        yield EventMention(
            article=record.id,
            number=number,
            event=event,
            word=word,
            stem=stem(IRREGULAR.get(word, word)),
            kinds=kinds(word),
            participants=tuple(dict.fromkeys(index.get((record.id, p), p) for p in event.participants)),
            place=index.get((record.id, event.place), event.place) if event.place else None,
            before=named.between(event.sentence.start, event.trigger.start),
            after=named.between(event.trigger.end, event.sentence.end),
            sentence=SPACE.sub(" ", record.text[event.sentence.start : event.sentence.end]),
            position=places[event.sentence.start],
            title=in_title,
            lead=in_title or event.sentence.start in leads,
            beside_past=event.sentence.start in past,
        )


def named_once(record: Record) -> list[Event]:
    """The events in reading order; "coup attempt" is one, named by its first word and on the day of either."""
    found: list[Event] = []
    for event in sorted(record.events, key=lambda e: (e.trigger.start, e.trigger.end)):
        first = found[-1] if found else None
        if first is None or not _heads(record, first, event):
            found.append(event)
            continue
        earlier = event.date is None or (first.date is not None and not first.date.shared)
        surer = max(first, event, key=lambda e: e.occurrence)
        date = first.date if earlier else event.date
        found[-1] = structs.replace(first, date=date, kind=surer.kind, occurrence=surer.occurrence)
    return [event for event in found if not _holds_always(event)]


def _holds_always(event: Event) -> bool:
    """Whether a word surely tells of no event but of what holds in general: "eddies mix the water"."""
    return event.kind == "general" and event.occurrence < SURELY_NOT and event.date is None


def _heads(record: Record, first: Event, event: Event) -> bool:
    """Whether a word says only that what the word right before it names was tried."""
    return (
        record.text[event.trigger.start : event.trigger.end].lower() in TRIED
        and record.text[first.trigger.end : event.trigger.start] == " "
    )


class _Named:
    """Which subjects an article names where."""

    def __init__(self, record: Record, index: Index) -> None:
        spots = sorted(
            (m.start, index.get((record.id, entity.id), entity.id)) for entity in record.entities for m in entity.mentions
        )
        self._starts = [start for start, _ in spots]
        self._names = [name for _, name in spots]

    def between(self, start: int, end: int) -> frozenset[str]:
        return frozenset(self._names[bisect_left(self._starts, start) : bisect_left(self._starts, end)])


def _titles(record: Record) -> frozenset[int]:
    """Which paragraphs are the headline."""
    return frozenset(n for n, paragraph in enumerate(record.paragraphs) if paragraph.kind == "title")
