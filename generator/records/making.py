"""From an annotated document to its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.records.model import (
    Answer,
    Answers,
    Detail,
    Entity,
    Event,
    EventDate,
    Fact,
    Figure,
    Mention,
    Metadata,
    Paragraph,
    Part,
    Quote,
    Record,
    Referent,
    Time,
)
from generator.sources.article import Article
from generator.values.identity import digest, identifier
from generator.values.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Offsets = tuple[int, int]


def record(article: Article, doc: Doc) -> Record:
    """The record of an article whose document has every layer set."""
    names = {entity.id: entity.name for entity in doc._.entities}
    event_ids = [identifier("e", article.id, event.trigger) for event in doc._.events]
    return Record(
        id=article.id,
        text=article.text,
        sha256=digest(article.text),
        metadata=_metadata(article),
        paragraphs=tuple(Paragraph(start=p.start, end=p.end, kind=p.kind) for p in doc._.paragraphs),
        times=tuple(
            Time(start=t.start, end=t.end, type=t.type, value=t.value, earliest=t.earliest, latest=t.latest, mod=t.mod)
            for t in doc._.times
        ),
        quotes=tuple(
            Quote(
                id=identifier("q", article.id, *quote.content),
                kind=quote.kind,
                content=tuple(_span(c) for c in quote.content),
                cue=_maybe(quote.cue),
                source=_maybe(quote.source),
                speaker=names.get(quote.speaker) if quote.speaker else None,
                speaker_entity=quote.speaker,
                confidence=round(quote.confidence, 3),
                addressee=names.get(quote.addressee) if quote.addressee else None,
                addressee_entity=quote.addressee,
            )
            for quote in doc._.quotes
        ),
        events=tuple(
            Event(
                id=event_ids[n],
                trigger=_span(event.trigger),
                date=EventDate(
                    value=event.date.value,
                    earliest=event.date.earliest,
                    latest=event.date.latest,
                    wording=_maybe(event.date.wording),
                    inferred=event.date.inferred,
                    shared=event.date.shared,
                    confidence=event.date.confidence,
                )
                if event.date
                else None,
                participants=event.participants,
                sentence=_span(event.sentence),
                status=event.status,
                place=event.place,
                same_as=None if event.same_as is None else event_ids[event.same_as],
                tense=event.form.tense,
                clause=event.form.clause,
                subject=event.form.subject,
                kind=event.kind,
                occurrence=event.occurrence,
            )
            for n, event in enumerate(doc._.events)
        ),
        facts=tuple(
            Fact(
                id=identifier("f", article.id, (fact.start, fact.end)),
                start=fact.start,
                end=fact.end,
                text=article.text[fact.start : fact.end],
                score=round(fact.score, 4),
                kind=fact.kind,
                claimed_by=_maybe(fact.claimed_by),
                entities=fact.entities,
                date=fact.date,
                referents=tuple(Referent(start=r.start, end=r.end, entity=r.entity) for r in fact.referents),
                figures=tuple(
                    Figure(start=f.start, end=f.end, value=f.value, unit=f.unit, counts=_maybe(f.counts))
                    for f in fact.figures
                ),
            )
            for fact in doc._.facts
        ),
        answers=_answers(article.text, doc),
        entities=tuple(
            Entity(
                id=entity.id,
                name=entity.name,
                type=entity.type,
                mentions=tuple(Mention(start=m.start, end=m.end, kind=m.kind) for m in entity.mentions),
                salience=round(entity.salience, 4),
                descriptions=tuple(Span(start=d.start, end=d.end) for d in entity.descriptions),
                gender=entity.gender,
            )
            for entity in doc._.entities
        ),
        details=tuple(
            Detail(
                start=q.start,
                end=q.end,
                kind=q.kind,
                role=q.role,
                counts=_maybe(q.counts),
                does=_maybe(q.does),
                status=q.status,
                parts=tuple(Part(start=p.start, end=p.end, role=p.role) for p in q.parts),
            )
            for q in doc._.details
        ),
    )


def _span(offsets: Offsets) -> Span:
    return Span(start=offsets[0], end=offsets[1])


def _maybe(offsets: Offsets | None) -> Span | None:
    return None if offsets is None else _span(offsets)


def _metadata(article: Article) -> Metadata:
    known = article.metadata
    return Metadata(
        title=known.title,
        published=known.published.isoformat() if known.published else None,
        publisher=known.publisher,
        author=known.author,
        url=known.url,
        language=known.language,
        published_from=known.published_from,
        published_checked=bool(known.published_checked),
    )


def _answers(text: str, doc: Doc) -> Answers:
    found = doc._.answers
    if found is None:
        return Answers()
    kinds = ("who", "what", "when", "where", "why", "how")
    return Answers(**{k: tuple(Answer(start=s, end=e, text=text[s:e]) for s, e in getattr(found, k)) for k in kinds})
