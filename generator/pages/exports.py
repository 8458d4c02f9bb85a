"""The dossier as data: JSON, JSON Lines, CSV with a data package, iCalendar, BibTeX, CSL-JSON, FollowTheMoney. Same dossier, same bytes.

A new export is four things: a function from `Site` to bytes in a module beside this one; its name in `drafts`, which makes the files,
and in `WHAT`, which the Downloads page lists; a line in CONTRACT.md; and in `site/verifier/data.py` what proves it on a finished site. Then
`python -m manual.reference` and `make site`; all is committed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from generator.dossier.model import Dossier
from generator.pages import calendar, excerpts, follow_the_money, tables, whole
from generator.pages.bibliography import bibtex, csl
from generator.pages.draft import Draft
from generator.pages.package import package
from generator.pages.page_settings import PageSettings
from generator.pages.pieces import digest
from generator.pages.site import Site
from generator.records import encode, schema

WHAT = {
    "records.jsonl": "one record an article, as briefing extract prints it",
    "record.schema.json": "JSON Schema of a record",
    "facts.csv": "key facts",
    "quotes.csv": "quotations with their speakers",
    "events.csv": "the chronology",
    "disagreements.csv": "what sources tell differently, a row for each passage",
    "facts.json": "key facts",
    "quotes.json": "quotations",
    "events.json": "all events that a source dates or two sources tell of, with all their tellings",
    "disagreements.json": "what sources tell differently: figures, times, claims and denials",
    "corrections.json": "what editors set right, as their sidecars say it",
    "people.json": "people, organisations and places",
    "people.ftm.json": "people, organisations, places and the articles that name them, one entity a line (FollowTheMoney)",
    "chronology.ics": "the chronology for calendar programs (iCalendar)",
    "briefing.json": "what no table holds: the choices of the first page, the stories, the settings with which the pages were made",
    "sources.bib": "the sources for reference managers (BibTeX)",
    "sources.csl.json": "the sources for reference managers (CSL-JSON)",
    "datapackage.json": "description of the tables (Frictionless data package)",
}


def exports(dossier: Dossier) -> Iterator[tuple[str, bytes]]:
    """File names below `data/` and their bytes."""
    for draft in drafts(Site(dossier, PageSettings())):
        yield draft.path.removeprefix("data/"), draft.make()


def drafts(site: Site) -> Iterator[Draft]:
    """The files before they are made."""
    dossier = site.dossier
    made: dict[str, Callable[[], bytes]] = {
        "records.jsonl": lambda: excerpts.records(site) if site.settings.publish == "excerpts" else _records(dossier),
        "facts.csv": lambda: tables.facts(site),
        "quotes.csv": lambda: tables.quotes(site),
        "events.csv": lambda: tables.events(site),
        "disagreements.csv": lambda: tables.disagreements(dossier.differences),
        "facts.json": lambda: _json(dossier.statements),
        "quotes.json": lambda: _json(dossier.quotations),
        "events.json": lambda: _json([*dossier.happenings, *dossier.unlisted]),
        "disagreements.json": lambda: _json(dossier.differences),
        "corrections.json": lambda: _json(dossier.corrected),
        "people.json": lambda: _json(dossier.subjects),
        "people.ftm.json": lambda: follow_the_money.lines(dossier),
        "chronology.ics": lambda: calendar.events(site),
        whole.BRIEFING_FILE: lambda: whole.encoded(dossier, site.settings),
        "sources.bib": lambda: bibtex(dossier.sources),
        "sources.csl.json": lambda: csl(dossier.sources),
    }
    alike = {"record.schema.json": lambda: _json(schema()), "datapackage.json": lambda: _json(package())}
    for name, make in made.items():
        yield Draft(f"data/{name}", make)
    for name, make in alike.items():  # of every dossier
        yield Draft(f"data/{name}", make, digest(name))


def _records(dossier: Dossier) -> bytes:
    return b"".join(encode(source.record) + b"\n" for source in dossier.sources)


def _json(value: object) -> bytes:
    """Indented JSON of dataclasses and plain values (msgspec writes large dossiers ten times faster than the standard library)."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
