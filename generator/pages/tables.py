"""The tables as CSV: a row for each fact, quotation and event."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from generator.dossier.model import Difference, Dossier, Happening, Passage, Quotation, Statement
from generator.pages.package import columns
from generator.pages.site import Site
from generator.pages.views import View
from generator.values import timex

T = TypeVar("T")
Row = dict[str, object]
COLUMNS = {
    "facts": [c for c in columns("facts") if c != "rank"],
    "quotes": columns("quotes"),
    "events": columns("events"),
    "disagreements": columns("disagreements"),
}


def facts(site: Site) -> bytes:
    """The table of facts."""
    return _ranked(_lines(site, "facts", site.dossier.statements, site.facts, _fact))


def quotes(site: Site) -> bytes:
    """The table of quotations."""
    return _headed("quotes", _lines(site, "quotes", site.dossier.quotations, site.quotes, _quote))


def events(site: Site) -> bytes:
    """The chronology as a table."""
    return _headed("events", _lines(site, "events", [v.happening for v in site.entries], site.entries, _event))


def disagreements(differences: Sequence[Difference]) -> bytes:
    """What sources tell differently, a row for each passage."""
    return _headed("disagreements", (_line("disagreements", row) for d in differences for row in _disagreement(d)))


def tables(dossier: Dossier) -> dict[str, bytes]:
    """All tables of a dossier, by the names of their files."""
    names = {s.id: s.name for s in dossier.subjects}
    return {
        "facts.csv": _ranked(_line("facts", _fact(s, names)) for s in dossier.statements),
        "quotes.csv": _headed("quotes", (_line("quotes", _quote(q, names)) for q in dossier.quotations)),
        "events.csv": _headed("events", (_line("events", _event(h, names)) for h in dossier.happenings if h.listed)),
    }


def _lines(
    site: Site, table: str, things: Sequence[T], views: Sequence[View], row: Callable[[T, Mapping[str, str]], Row]
) -> Iterable[bytes]:
    """The lines of a table, of which only those are made anew whose things changed."""
    piece, item, names = site.pieces.of(f"data/{table}.csv"), site.inputs.item, site.links.names
    home = f"{site.settings.site_url.rstrip('/')}/" if site.settings.site_url else ""

    def line(thing: T) -> bytes:
        found = row(thing, names)
        return _line(table, {**found, "permalink": f"{home}{found['permalink']}"})

    return (piece(item(view), line, thing) for thing, view in zip(things, views, strict=True))


def _ranked(lines: Iterable[bytes]) -> bytes:
    """The table of facts with a column for their ranks, which move with any edit."""
    parted = (line.partition(b",") for line in lines)
    return _headed("facts", (b"%b,%d,%b" % (name, rank, rest) for rank, (name, _, rest) in enumerate(parted, 1)))


def _headed(table: str, lines: Iterable[bytes]) -> bytes:
    return b"".join([",".join(columns(table)).encode() + b"\n", *lines])


def _line(table: str, row: Row) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow([_cell(row[column]) for column in COLUMNS[table]])
    return text.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> object:
    """A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return "'" + value
    return value


def _fact(s: Statement, names: Mapping[str, str]) -> Row:
    return {
        "id": s.id,
        "text": s.passage.text,
        "kind": s.kind,
        "claimed_by": s.claimed_by.text if s.claimed_by else "",
        "claimant": names.get(s.claimant or "", ""),
        "date": s.date or "",
        **_days(s.date),
        "subjects": "; ".join(names[n] for n in s.subjects if n in names),
        **_place(s.passage),
        "also_in": "; ".join(p.source for p in s.also),
        "permalink": _link(s.id),
        **_edits(s),
    }


def _quote(q: Quotation, names: Mapping[str, str]) -> Row:
    return {
        "id": q.id,
        "kind": q.kind,
        "text": " ".join(p.text for p in q.content),
        "speaker": names.get(q.speaker or "", ""),
        "source_words": q.attributed_to.text if q.attributed_to else "",
        "cue": q.cue.text if q.cue else "",
        "confidence": q.confidence,
        "addressee": names.get(q.addressee or "", ""),
        "date": q.date or "",
        **_days(q.date),
        **_place(q.content[0]),
        "permalink": _link(q.id),
        **_edits(q),
    }


def _event(h: Happening, names: Mapping[str, str]) -> Row:
    return {
        "id": h.id,
        "date": h.day.value if h.day else "",
        "earliest": (h.day.earliest or "") if h.day else "",
        "latest": (h.day.latest or "") if h.day else "",
        "first_day": (h.day.earliest or "") if h.day else "",
        "last_day": (h.day.latest or "") if h.day else "",
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
        "publishers": h.publishers,
        "tier": h.tier,
        "doubtful": h.doubtful,
        "permalink": _link(h.id),
        **_edits(h),
    }


def _disagreement(d: Difference) -> Iterator[Row]:
    names = iter(d.members)
    for version in d.values:
        for worded in version.passages:
            yield {
                "id": next(names),
                "difference": d.id,
                "kind": d.kind,
                "about": d.about,
                "changed": d.changed,
                "value": version.value,
                "publishers": version.publishers,
                "text": worded.text,
                "sentence": worded.sentence,
                **_place(worded),
                **_edits(d),
            }


def _days(value: str | None) -> Row:
    first, last = (timex.days(value) if value else None) or ("", "")
    return {"first_day": first, "last_day": last}


def _link(name: str) -> str:
    """An item's lasting address, from the top of the site."""
    return f"f/{name}.html"


def _place(passage: Passage) -> Row:
    return {"source": passage.source, "start": passage.start, "end": passage.end}


def _edits(thing: Statement | Quotation | Happening | Difference) -> Row:
    return {"edited": thing.edited, "edits": " ".join(thing.edits), "note": thing.note or ""}
