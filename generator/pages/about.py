"""Pages about the briefing itself: what changed, how it was made, what can be taken along, where to search all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from babel.numbers import format_decimal

from generator.dossier.changes import CHANGE_KINDS, COMPARED_TABLES
from generator.dossier.revisions import Revision
from generator.pages import corrections_page, subject_feeds
from generator.pages.dates import day_in_words
from generator.pages.draft import Draft
from generator.pages.exports import WHAT
from generator.pages.feed import feed, json_feed
from generator.pages.questions import questions
from generator.pages.site import Site
from generator.pages.whole import words

# what most readers look for; the rest is for programs
FOR_PEOPLE: tuple[tuple[str, Sequence[str]], ...] = (
    ("Tables for a spreadsheet", ("facts.csv", "quotes.csv", "events.csv", "disagreements.csv")),
    ("For a calendar, for reference managers", ("chronology.ics", "sources.bib", "sources.csl.json")),
)
CHANGES = {"facts": "facts", "quotes": "quotations", "events": "events"}
CHANGED = {"new": "New", "changed": "Changed", "gone": "Gone"}


def drafts(site: Site) -> Iterator[Draft]:
    """These pages."""
    if site.settings.since or site.settings.revisions:
        yield Draft("changes.md", partial(_changes, site))
    if site.settings.since:
        yield Draft("changes.xml", partial(_feed, site, feed))
        yield Draft("changes.json", partial(_feed, site, json_feed))
        yield from subject_feeds.drafts(site)
    yield Draft("differences.md", partial(_differences, site))
    yield Draft("explore.md", partial(_explore, site))
    yield Draft("method.md", partial(_method, site))
    yield corrections_page.draft(site)
    yield Draft("downloads.md", partial(_downloads, site))


def _differences(site: Site) -> bytes:
    return site.page(
        "differences",
        "Where sources differ",
        site.links,
        f"Where the sources of “{site.dossier.title}” tell different figures, times or claims.",
        found=site.differences,
    )


def _changes(site: Site) -> bytes:
    groups = [
        {"id": f"{kind}-{table}", "heading": f"{CHANGED[kind]} {CHANGES[table]}", "changes": found}
        for table in COMPARED_TABLES
        for kind in CHANGE_KINDS
        if (found := [c for c in site.settings.changes if (c.table, c.kind) == (table, kind)])
    ]
    return site.page(
        "changes",
        "What changed",
        site.links,
        "What is new, changed and gone.",
        exclude=True,
        since=site.settings.since,
        groups=groups,
        revisions=[{"of": each, "fetched": _fetched(each, site)} for each in site.settings.revisions],
        shown={source.record.id for source in site.dossier.sources},
    )


def _fetched(revision: Revision, site: Site) -> str:
    """When the two versions were fetched."""
    days = [day_in_words(day, site.locale) if day else "a day that is not stated" for day in (revision.before, revision.now)]
    return f"Fetched on {days[0]}, and again on {days[1]}."


def _feed(site: Site, made: Callable[..., bytes]) -> bytes:
    entries = ((c, site.links.page("changes") if c.kind == "gone" else site.links.item(c.id)) for c in site.settings.changes)
    return made(site.dossier.title, site.settings.site_url, subject_feeds.newest(site), entries)


def _explore(site: Site) -> bytes:
    about = f"Search everything that “{site.dossier.title}” rests on."
    return site.page("explore", "Explore", site.links, about, exclude=True, questions=questions(site))


def _method(site: Site) -> bytes:
    d = site.dossier
    counts = [
        ("Sources", len(d.sources)),
        ("Words", words(d, site.settings)),
        ("Key facts", len(d.statements)),
        ("Quotations", len(d.quotations)),
        ("Quotations with a named speaker", sum(q.speaker is not None for q in d.quotations)),
        ("Chronology entries", len(site.entries)),
        ("People, organisations, places", len(d.subjects)),
    ]
    meta = {
        key: site.settings.pipeline.get(key, "") for key in ("name", "version", "description", "license", "sources", "notes")
    }
    performance = site.settings.pipeline.get("performance")
    scores = performance if isinstance(performance, dict) else {}
    figures = {title: None for found in scores.values() for title, value in found.items() if isinstance(value, int | float)}
    return site.page(
        "method",
        "How this was made",
        site.links,
        "How this briefing was made, what can be relied on, and where it errs.",
        counts=[(label, format_decimal(n, locale=site.locale)) for label, n in counts],
        pipeline=meta,
        scores=scores,
        figures=list(figures),
        versions=site.settings.versions,
        problems=site.settings.problems,
    )


def _downloads(site: Site) -> bytes:
    first = {name for _, names in FOR_PEOPLE for name in names}
    groups = [*FOR_PEOPLE, ("For programs", [name for name in WHAT if name not in first])]
    files = [
        {"heading": heading, "files": [{"name": name, "what": WHAT[name]} for name in names]} for heading, names in groups
    ]
    return site.page("downloads", "Downloads", site.links, "The briefing as data.", groups=files)
