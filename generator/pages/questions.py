"""Questions to begin with, made from the data: each leads to the passages that answer it, through the filters of a list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from generator.pages.dates import day_in_words
from generator.pages.site import Site

SPEAKERS, DAYS, DIFFERENCES, NAMES = 3, 3, 2, 2


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, with the name or day in it, and where the passages are."""

    before: str
    name: str
    after: str
    href: str


def questions(site: Site) -> list[Question]:
    """The questions; none where there is nothing to ask."""
    return [*_said(site), *_happened(site), *_differing(site), *_known(site)]


def _said(site: Site) -> Iterator[Question]:
    """Who says most, where it is sure who does."""
    spoken = Counter(view.quotation.speaker for view in site.quotes if view.quotation.certain)
    for name, _ in sorted(((n, c) for n, c in spoken.items() if n), key=lambda pair: (-pair[1], pair[0]))[:SPEAKERS]:
        yield Question("What did ", site.links.names[name], " say?", f"{site.links.page('quotes')}?subject={name}")


def _happened(site: Site) -> Iterator[Question]:
    """The days of which most is told, in their order."""
    days = Counter(
        view.first
        for view in site.entries
        if view.kind == "story" and view.first and view.first == view.last
        for _ in view.sources
    )
    for day, _ in sorted(sorted(days.items(), key=lambda pair: (-pair[1], pair[0]))[:DAYS]):
        yield Question(
            "What happened on ", day_in_words(day, site.locale), "?", f"{site.links.page('chronology')}?from={day}&to={day}"
        )


def _differing(site: Site) -> Iterator[Question]:
    for view in site.differences[:DIFFERENCES]:
        yield Question("What do the sources tell differently of ", view.difference.about, "?", site.links.item(view.id))


def _known(site: Site) -> Iterator[Question]:
    """The most prominent of which facts tell."""
    facts = site.by_subject[0]
    told = [s for s in site.dossier.subjects if s.id in site.links.listed and facts.get(s.id)]
    for subject in told[:NAMES]:
        yield Question(
            "What is told of ", site.links.names[subject.id], "?", f"{site.links.page('facts')}?subject={subject.id}"
        )
