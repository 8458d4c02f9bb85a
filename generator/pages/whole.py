"""What no table of data holds of a briefing: what was chosen for the first page, the stories, the sources' names, the settings.

With the tables beside it, `data/briefing.json` is all that the pages are made of: who has the data can make every page again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import msgspec

from generator.dossier.model import (
    Corrected,
    Day,
    Difference,
    Dossier,
    Glance,
    Happening,
    Lede,
    Quotation,
    Source,
    Statement,
    Story,
    Subject,
    Unknown,
)
from generator.pages.page_settings import PageSettings
from generator.records import Record

BRIEFING_FILE = "briefing.json"
META = ("name", "version", "description", "license", "sources", "notes", "performance")  # of the pipeline, that pages show


class Named(msgspec.Struct, frozen=True):
    """A source without its record."""

    id: str
    number: int
    slug: str
    title: str
    copies: tuple[str, ...]
    similar: tuple[str, ...]
    doubt: str | None


class Briefing(msgspec.Struct, frozen=True):
    """All that no table holds."""

    title: str
    dek: str | None
    sources: tuple[Named, ...]
    shown: int  # so many events of the table may stand on pages of their own; the others only under them
    when: Day | None
    lede: Lede | None
    glance: tuple[Glance, ...]
    unknowns: tuple[Unknown, ...]
    period: tuple[str, str] | None
    stories: tuple[Story, ...]
    settings: PageSettings


def words(dossier: Dossier, settings: PageSettings) -> int:
    """How many words the sources have: as counted, or as known, where only excerpts of them are at hand."""
    return sum(len(s.record.text.split()) for s in dossier.sources) if settings.words is None else settings.words


def encoded(dossier: Dossier, settings: PageSettings) -> bytes:
    """The file.

    Args:
        dossier: what it is of.
        settings: with which its pages are made.
    """
    named = (Named(s.id, s.number, s.slug, s.title, s.copies, s.similar, s.doubt) for s in dossier.sources)
    pipeline = {key: settings.pipeline[key] for key in META if key in settings.pipeline}
    found = Briefing(
        dossier.title,
        dossier.dek,
        tuple(named),
        len(dossier.happenings),
        dossier.when,
        dossier.lede,
        dossier.glance,
        dossier.unknowns,
        dossier.period,
        dossier.stories,
        replace(settings, pipeline=pipeline, words=words(dossier, settings)),
    )
    return _written(found)


def with_changes_of(data: bytes, other: bytes) -> bytes:
    """The file with what changed as another one has it; as it is, where the other is none of ours."""
    try:
        own, found = (msgspec.json.decode(each, type=Briefing) for each in (data, other))
    except msgspec.MsgspecError:
        return data
    return _written(msgspec.structs.replace(own, settings=replace(own.settings, changes=found.settings.changes)))


def _written(found: Briefing) -> bytes:
    return msgspec.json.format(msgspec.json.encode(found), indent=1) + b"\n"


def decoded(read: Callable[[str], bytes | None]) -> tuple[Dossier, PageSettings]:
    """The dossier and the settings that a briefing's data files hold.

    Args:
        read: the bytes of a file of data by its name; None where there is none.

    Raises:
        msgspec.MsgspecError: a file is missing or is none of ours.
    """

    def table(name: str, kind: Any) -> Any:
        return msgspec.json.decode(read(name) or b"", type=kind)

    found = table(BRIEFING_FILE, Briefing)
    records = {
        r.id: r
        for r in (msgspec.json.decode(line, type=Record) for line in (read("records.jsonl") or b"").splitlines() if line)
    }
    events = table("events.json", tuple[Happening, ...])
    lacking = next((named.id for named in found.sources if named.id not in records), None)
    if lacking is not None:
        raise msgspec.ValidationError(f"records.jsonl holds no record of {lacking}")
    dossier = Dossier(
        title=found.title,
        dek=found.dek,
        sources=tuple(
            Source(n.id, n.number, n.slug, n.title, records[n.id], n.copies, n.similar, n.doubt) for n in found.sources
        ),
        subjects=table("people.json", tuple[Subject, ...]),
        statements=table("facts.json", tuple[Statement, ...]),
        quotations=table("quotes.json", tuple[Quotation, ...]),
        happenings=events[: found.shown],
        unlisted=events[found.shown :],
        answers=(),
        when=found.when,
        lede=found.lede,
        glance=found.glance,
        unknowns=found.unknowns,
        period=found.period,
        stories=found.stories,
        differences=table("disagreements.json", tuple[Difference, ...]),
        corrected=table("corrections.json", tuple[Corrected, ...]),
    )
    return dossier, found.settings
