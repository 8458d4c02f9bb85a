"""What changed about one person, organisation or place, as an Atom feed; for the most prominent ones, so that files stay few."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.dossier.changes import Change
from generator.dossier.model import Subject
from generator.pages.draft import Draft
from generator.pages.feed import feed
from generator.pages.site import Site

FEEDS = 24  # subjects that have a feed


def drafts(site: Site) -> Iterator[Draft]:
    """A feed for each of the most prominent subjects that have a page; also where nothing changed, for its readers' sake."""
    told = _subjects_of(site)
    followed = [s for s in site.dossier.subjects if s.id in site.links.paged][:FEEDS]
    for subject in followed:
        about = [c for c in site.settings.changes if subject.id in told.get(c.id, ())]
        yield Draft(f"feeds/{subject.id}.xml", partial(_feed, site, subject, about))


def newest(site: Site) -> str | None:
    """The newest day of publication among the sources (ISO)."""
    return max((s.record.metadata.published for s in site.dossier.sources if s.record.metadata.published), default=None)


def _feed(site: Site, subject: Subject, changes: list[Change]) -> bytes:
    entries = ((c, site.links.item(c.id)) for c in changes)
    title = f"{subject.name} – {site.dossier.title}"
    return feed(title, site.settings.site_url, newest(site), entries, f"feeds/{subject.id}")


def _subjects_of(site: Site) -> dict[str, tuple[str, ...]]:
    """Of whom an item tells. What is gone tells of nobody any more, and is in the feed of all changes only."""
    dossier = site.dossier
    found: dict[str, tuple[str, ...]] = {s.id: s.subjects for s in dossier.statements}
    found |= {q.id: (q.speaker,) for q in dossier.quotations if q.speaker}
    return found | {h.id: h.participants for h in (*dossier.happenings, *dossier.unlisted)}
