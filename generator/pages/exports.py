"""The dossier as data: JSON, JSON Lines, CSV with a data package, iCalendar. Same dossier, same bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import msgspec
from msgspec.structs import replace

from generator.dossier.corrections import marks
from generator.dossier.model import Dossier, Passage
from generator.pages.bibliography import bibtex, csl
from generator.pages.draft import Draft, Inputs
from generator.pages.package import columns, package
from generator.records.model import Record
from generator.records.trusted import encode

WHAT = {
    "records.jsonl": "one record an article, as briefing extract prints it",
    "record.schema.json": "JSON Schema of a record",
    "facts.csv": "key facts",
    "quotes.csv": "quotations with their speakers",
    "events.csv": "the chronology",
    "facts.json": "key facts",
    "quotes.json": "quotations",
    "events.json": "the chronology",
    "people.json": "people, organisations and places",
    "chronology.ics": "the chronology for calendar programs (iCalendar)",
    "sources.bib": "the sources for reference managers (BibTeX)",
    "sources.csl.json": "the sources for reference managers (CSL-JSON)",
    "datapackage.json": "description of the tables (Frictionless data package)",
}
# iCalendar writes four digits of a year, and the day after the last one must exist
FIRST, LAST = "1000-01-01", "9999-12-31"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # iCalendar asks for a time stamp; ours depends on no clock


def exports(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """File names below `data/` and their bytes."""
    for name, make, _ in _made(dossier):
        yield name, make()


def drafts(dossier: Dossier, inputs: Inputs) -> Iterator[Draft]:
    """The same before they are made; what an edit rarely changes, and takes long, is made again only if it must."""
    for name, make, parts in _made(dossier):
        yield Draft(f"data/{name}", make, None if parts is None else inputs.of(name, parts))


def _made(dossier: Dossier) -> Iterator[tuple[str, Callable[[], bytes], Any]]:
    """Names, how to make them, and what they are made of where that tells it sooner."""
    names = {s.id: s.name for s in dossier.subjects}
    said = [names.get(n or "") for q in dossier.quotations for n in (q.speaker, q.addressee)]
    told = [names.get(n or "") for h in dossier.happenings for n in (*h.participants, h.place)]
    dated = (dossier.happenings, told)
    yield "records.jsonl", lambda: b"".join(encode(s.record) + b"\n" for s in dossier.sources), None
    yield "record.schema.json", lambda: _json(Record.model_json_schema()), ()
    yield "facts.csv", lambda: _csv("facts", _facts(dossier, names)), None
    yield "quotes.csv", lambda: _csv("quotes", _quotes(dossier, names)), (dossier.quotations, said)
    yield "events.csv", lambda: _csv("events", _events(dossier, names)), dated
    yield "datapackage.json", lambda: _json(package()), ()
    yield "facts.json", lambda: _json(dossier.statements), None
    yield "quotes.json", lambda: _json(dossier.quotations), None
    yield "events.json", lambda: _json(dossier.happenings), None
    yield "people.json", lambda: _json([replace(s, mentions=s.mentions[:50]) for s in dossier.subjects]), None
    titles = [(s.id, s.title) for s in dossier.sources]
    yield "chronology.ics", lambda: _calendar(dossier, names), (*dated, titles, dossier.title)
    yield "sources.bib", lambda: bibtex(dossier.sources), None
    yield "sources.csl.json", lambda: csl(dossier.sources), None


def tables(dossier: Dossier) -> dict[str, bytes]:
    """The tables alone, as CSV."""
    names = {s.id: s.name for s in dossier.subjects}
    rows = {"facts": _facts(dossier, names), "quotes": _quotes(dossier, names), "events": _events(dossier, names)}
    return {f"{name}.csv": _csv(name, found) for name, found in rows.items()}


def _facts(dossier: Dossier, names: dict[str, str]) -> list[dict[str, object]]:
    return [
        {
            "id": s.id,
            "rank": rank,
            "text": s.passage.text,
            "kind": s.kind,
            "claimed_by": s.claimed_by.text if s.claimed_by else "",
            "claimant": names.get(s.claimant or "", ""),
            "date": s.date or "",
            "subjects": "; ".join(names[n] for n in s.subjects if n in names),
            **_place(s.passage),
            "also_in": "; ".join(p.source for p in s.also),
            "edited": s.edited,
            "edits": " ".join(s.edits),
            "note": s.note or "",
        }
        for rank, s in enumerate(dossier.statements, 1)
    ]


def _quotes(dossier: Dossier, names: dict[str, str]) -> list[dict[str, object]]:
    return [
        {
            "id": q.id,
            "kind": q.kind,
            "text": " ".join(p.text for p in q.content),
            "speaker": names.get(q.speaker or "", ""),
            "source_words": q.attributed_to.text if q.attributed_to else "",
            "cue": q.cue.text if q.cue else "",
            "confidence": q.confidence,
            "addressee": names.get(q.addressee or "", ""),
            "date": q.date or "",
            **_place(q.content[0]),
            "edited": q.edited,
            "edits": " ".join(q.edits),
            "note": q.note or "",
        }
        for q in dossier.quotations
    ]


def _events(dossier: Dossier, names: dict[str, str]) -> list[dict[str, object]]:
    return [
        {
            "id": h.id,
            "date": h.day.value if h.day else "",
            "earliest": (h.day.earliest or "") if h.day else "",
            "latest": (h.day.latest or "") if h.day else "",
            "modifier": (h.day.mod or "") if h.day else "",
            "inferred": h.day.inferred if h.day else False,
            "status": h.status,
            "wording": h.day.wording.text if h.day and h.day.wording else "",
            "sentence": h.tellings[0].sentence.text,
            "trigger": h.tellings[0].trigger.text,
            "participants": "; ".join(names[n] for n in h.participants if n in names),
            "place": names.get(h.place or "", ""),
            **_place(h.tellings[0].sentence),
            "tellings": len(h.tellings),
            "edited": h.edited,
            "edits": " ".join(h.edits),
            "note": h.note or "",
        }
        for h in dossier.happenings
    ]


def _place(passage: Passage) -> dict[str, object]:
    return {"source": passage.source, "start": passage.start, "end": passage.end}


def _csv(name: str, rows: Sequence[dict[str, object]]) -> bytes:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns(name), lineterminator="\n")
    writer.writeheader()
    writer.writerows({key: _cell(value) for key, value in row.items()} for row in rows)
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return "'" + value
    return value


def _calendar(dossier: Dossier, names: dict[str, str]) -> bytes:
    """All-day entries (RFC 5545): what happened or is planned, on days of a known year; a partial date covers all its days."""
    from icalendar import Calendar, Event, vText

    titles = {source.id: source.title for source in dossier.sources}
    calendar = Calendar()
    calendar.add("prodid", "-//briefing//chronology//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _plain(dossier.title))
    for happening in dossier.happenings:
        day = happening.day
        if day is None or not day.earliest or not day.latest or happening.status in {"negated", "hypothetical"}:
            continue
        if not FIRST <= day.earliest <= day.latest < LAST:
            continue
        telling = happening.tellings[0]
        says = (
            "day of publication, inferred" if day.inferred else f"the source says: {day.wording.text}" if day.wording else ""
        )
        described = [
            f"{day.value}{f' ({day.mod})' if day.mod else ''}",
            says,
            titles[telling.sentence.source],
            *marks(happening.edits),
            happening.note or "",
        ]
        event = Event()
        event.add("uid", f"{happening.id}@briefing")
        event.add("dtstamp", EPOCH)
        event.add("dtstart", date.fromisoformat(day.earliest))
        event.add("dtend", date.fromisoformat(day.latest) + timedelta(1))  # the first day after it
        event.add("summary", _plain(telling.sentence.text))
        event.add("description", "\n".join(_plain(line) for line in described if line))
        if happening.place in names:
            event.add("location", _plain(names[happening.place or ""]))
        if people := [vText(_plain(names[n])) for n in happening.participants if n in names]:
            event.add("categories", people)
        event.add("status", "TENTATIVE" if happening.status == "planned" else "CONFIRMED")
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)


def _json(value: object) -> bytes:
    """Indented JSON of dataclasses and plain values (msgspec writes large dossiers ten times faster than the standard library)."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
