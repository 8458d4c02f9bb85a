"""A name that an editor sets apart: whoever is called so is somebody else than the person to whom the name was given.

Done on the records, before anything is put together, so that quotations, events and facts follow their words.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec.structs import replace

from generator.records.model import Entity, Event, Fact, Mention, Quote, Record
from generator.values.span import Span


def parted(records: Sequence[Record], names: Collection[str]) -> list[Record]:
    """The records, the entities in them that have one of the names beside others in two.

    Args:
        records: of all articles.
        names: as the articles write them; white space and case don't matter.
    """
    wanted = {plain(name) for name in names}
    return [_parted(record, wanted) for record in records] if wanted else list(records)


def plain(name: str) -> str:
    """A name for comparing."""
    return " ".join(name.casefold().split())


def called(record: Record, mention: Mention) -> str:
    """The words of a mention, for comparing."""
    return plain(record.text[mention.start : mention.end])


def _parted(record: Record, names: set[str]) -> Record:
    for entity in record.entities:
        own = [m for m in entity.mentions if m.kind == "name"]
        moved = {m.start for m in own if called(record, m) in names}
        if moved and len(moved) < len(own):
            record = _split(record, entity, moved)
    return record


def _split(record: Record, entity: Entity, moved: set[int]) -> Record:
    """The record with an entity in two: the mentions by name that begin at certain places, and what refers back to them."""
    sides: tuple[list[Mention], list[Mention]] = ([], [])
    side = entity.mentions[0].start in moved
    for mention in entity.mentions:
        side = mention.start in moved if mention.kind == "name" else side
        sides[side].append(mention)
    kept, gone = sides
    share = len(gone) / len(entity.mentions)
    other = f"{entity.id}s"
    first = replace(
        entity,
        name=_fullest(record, kept),
        mentions=tuple(kept),
        salience=round(entity.salience * (1 - share), 4),
        descriptions=tuple(d for d in entity.descriptions if not _beside(d, gone, kept)),
    )
    second = replace(
        entity,
        id=other,
        name=_fullest(record, gone),
        mentions=tuple(gone),
        salience=round(entity.salience * share, 4),
        descriptions=tuple(d for d in entity.descriptions if _beside(d, gone, kept)),
    )
    entities = tuple(part for each in record.entities for part in ((first, second) if each is entity else (each,)))
    return replace(
        record,
        entities=entities,
        quotes=tuple(_said(q, entity.id, second, gone) for q in record.quotes),
        events=tuple(_happened(e, entity.id, other, gone, kept) for e in record.events),
        facts=tuple(_stated(f, entity.id, other, gone, kept) for f in record.facts),
    )


def _fullest(record: Record, mentions: Sequence[Mention]) -> str:
    names = [" ".join(record.text[m.start : m.end].split()) for m in mentions if m.kind == "name"]
    return max(names, key=lambda name: len(name.split()))


def _beside(span: Span, gone: Sequence[Mention], kept: Sequence[Mention]) -> bool:
    """Whether a description stands nearer to a mention that is set apart."""

    def near(mentions: Sequence[Mention]) -> int:
        return min(min(abs(m.start - span.end), abs(span.start - m.end)) for m in mentions)

    return near(gone) < near(kept)


def _inside(span: Span, mentions: Sequence[Mention]) -> bool:
    return any(span.start <= m.start and m.end <= span.end for m in mentions)


def _said(quote: Quote, entity: str, other: Entity, gone: Sequence[Mention]) -> Quote:
    if quote.speaker_entity != entity or quote.source is None or not _inside(quote.source, gone):
        return quote
    return replace(quote, speaker=other.name, speaker_entity=other.id)


def _followed(whose: tuple[str, ...], entity: str, other: str, gone: bool, kept: bool) -> tuple[str, ...]:
    """Who takes part, the one set apart beside or instead of the other."""
    if entity not in whose or not gone:
        return whose
    return tuple(name for each in whose for name in ((each, other) if kept else (other,)) if each == entity) + tuple(
        each for each in whose if each != entity
    )


def _happened(event: Event, entity: str, other: str, gone: Sequence[Mention], kept: Sequence[Mention]) -> Event:
    span = event.sentence
    told = _followed(event.participants, entity, other, _inside(span, gone), _inside(span, kept))
    return event if told == event.participants else replace(event, participants=told)


def _stated(fact: Fact, entity: str, other: str, gone: Sequence[Mention], kept: Sequence[Mention]) -> Fact:
    told = _followed(fact.entities, entity, other, _inside(fact, gone), _inside(fact, kept))
    starts = {m.start for m in gone}
    means = tuple(replace(r, entity=other) if r.entity == entity and r.start in starts else r for r in fact.referents)
    return fact if (told, means) == (fact.entities, fact.referents) else replace(fact, entities=told, referents=means)
