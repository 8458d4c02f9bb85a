"""The lists: facts, quotations, the chronology, people and places, sources; each over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from generator.dossier.model import Source, Subject
from generator.pages import facets, linked, pictures, views
from generator.pages.draft import Draft
from generator.pages.shelves import Paging, cut
from generator.pages.site import GROUPS, Site

T = TypeVar("T")


def drafts(site: Site) -> Iterator[Draft]:
    """The pages of all lists, and what their filters read."""
    for stem, make in (("facts", _facts), ("quotes", _quotes), ("chronology", _chronology)):
        for page, shelf in _numbered(stem, site.shelves[stem]):
            yield _draft(site, page, partial(make, site, shelf, page), shelf)
        if len(site.shelves[stem]) > 1:
            yield Draft(f"data/facets-{stem}.json", partial(_facet_index, site, stem))
            yield Draft(f"data/choices-{stem}.json", partial(facets.choices, site.options[stem]))
    for group in GROUPS:
        for page, shelf in _numbered(group, site.lists[group]):
            yield _draft(site, page, partial(_subjects, site, shelf, page), (_card_inputs(site, s) for s in shelf))
    if site.many:
        for page, shelf in _numbered("sources", cut(site.dossier.sources, lambda source: source.id)):
            alike = ([site.links.numbers[name] for name in source.similar] for source in shelf)
            yield _draft(site, page, partial(_sources, site, shelf, page), zip(shelf, alike, strict=True))


def _numbered(stem: str, shelves: list[list[T]]) -> Iterator[tuple[Paging, list[T]]]:
    for number, shelf in enumerate(shelves, 1):
        yield Paging(stem, number, len(shelves)), shelf


def _draft(site: Site, page: Paging, make: Callable[[], bytes], inputs: Iterable[Any]) -> Draft:
    """A page of a list; the first one, which shows what all hold, is always made."""
    return Draft(page.file, make, site.inputs.of(page, list(inputs)) if page.number > 1 else None)


def _facts(site: Site, shelf: list[views.FactView], page: Paging) -> bytes:
    nodes = linked.claims([v.statement for v in shelf], site.links)
    about = f"{len(site.facts)} key facts of “{site.dossier.title}”, each in a source’s own words."
    return _filtered(site, page, "Key facts", about, shelf, nodes, len(site.facts), facts=shelf)


def _quotes(site: Site, shelf: list[views.QuoteView], page: Paging) -> bytes:
    nodes = linked.quotations([v.quotation for v in shelf], site.links, site.known)
    about = f"{len(site.quotes)} quotations of “{site.dossier.title}”, with who said them."
    groups = [(speaker, list(found)) for speaker, found in groupby(shelf, lambda v: v.quotation.speaker)]
    return _filtered(site, page, "Quotations", about, shelf, nodes, len(site.quotes), groups=groups)


def _chronology(site: Site, shelf: list[views.EventView], page: Paging) -> bytes:
    nodes = linked.events([v.happening for v in shelf], site.links, site.known)
    about = f"{len(site.events)} events of “{site.dossier.title}”, by day."
    return _filtered(
        site,
        page,
        "Chronology",
        about,
        shelf,
        nodes,
        len(site.events),
        drawing=pictures.events_drawn(site.events, site.links) if page.number == 1 else None,
        past=[v for v in shelf if v.kind == "happened"],
        planned=[v for v in shelf if v.kind == "planned"],
        other=[v for v in shelf if v.kind in {"negated", "hypothetical"}],
    )


def _filtered(
    site: Site,
    page: Paging,
    title: str,
    about: str,
    shelf: Sequence[facets.View],
    nodes: Sequence[linked.Node],
    total: int,
    **context: Any,
) -> bytes:
    """A page of a list that can be filtered, with the articles that it cites."""
    cited = linked.cited(site.dossier, site.links, {name for view in shelf for name in view.sources})
    return site.page(
        page.stem,
        _paged(title, page),
        site.links,
        _about(site, page, about),
        [*cited, *nodes],
        exclude=page.number > 1,
        total=total,
        options=site.options[page.stem],
        page=page,
        **context,
    )


def _subjects(site: Site, found: list[Subject], page: Paging) -> bytes:
    group, (heading, lede) = page.stem, GROUPS[page.stem]
    drawn = group == "people" and page.number == 1
    mapped = group == "places" and page.number == 1
    known, unknown = pictures.located(site.dossier, site.links, site.locale) if mapped else ([], [])
    return site.page(
        "subjects",
        _paged(heading, page),
        site.links,
        _about(site, page, f"{heading} of “{site.dossier.title}”. {lede}"),
        [linked.subject(s, site.links) for s in found],
        exclude=True,
        name=group,
        heading=heading,
        lede=lede,
        relations=pictures.people_drawn(site.dossier, site.links) if drawn else None,
        pairs=pictures.pairs(site.dossier, site.links) if drawn else [],
        locator=pictures.places_drawn(pictures.places(site.dossier, site.links)) if mapped else None,
        located=known,
        unlocated=unknown,
        cards=[site.card(s) for s in found],
        page=page,
    )


def _sources(site: Site, shelf: list[Source], page: Paging) -> bytes:
    return site.page(
        "sources",
        _paged("Sources", page),
        site.links,
        _about(site, page, f"{len(site.sources)} sources of “{site.dossier.title}”."),
        linked.articles(shelf, site.links),
        exclude=True,
        entries=[site.entry(source.id) for source in shelf],
        page=page,
    )


def _card_inputs(site: Site, subject: Subject) -> Any:
    """The inputs of a subject's card in its list."""
    described = subject.descriptions[:1]
    shown = (
        subject.id,
        subject.name,
        subject.type,
        subject.aliases,
        described,
        subject.place,
        subject.edits,
        subject.note,
    )
    return (
        shown,
        site.links.subject(subject.id),
        site.card(subject)["counts"],
        site.inputs.sources(p.source for p in described),
    )


def _facet_index(site: Site, stem: str) -> bytes:
    return facets.index((site.paging(stem, number).name, shelf) for number, shelf in enumerate(site.shelves[stem], 1))


def _about(site: Site, page: Paging, whole: str) -> str:
    """What a list says of itself to search engines; its further pages hold no count, which every edit would change."""
    return whole if page.number == 1 else f"Page {page.number} of a list of “{site.dossier.title}”."


def _paged(title: str, page: Paging) -> str:
    return title if page.number == 1 else f"{title}, page {page.number}"
