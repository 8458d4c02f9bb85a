"""The lists: facts, quotations, the chronology, people and places, sources; each over as many pages as it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any, TypeVar

from generator.dossier.model import Source, Subject
from generator.pages import facets, json_ld, pictures, views
from generator.pages.draft import Draft
from generator.pages.following import Placed, placed
from generator.pages.list_pages import Shelf
from generator.pages.pieces import digest
from generator.pages.site import SUBJECT_GROUPS, Site

T = TypeVar("T")


def drafts(site: Site) -> Iterator[Draft]:
    """The pages of all lists, what their filters read, and the names of those that are split."""
    for stem, make in (("facts", _facts), ("quotes", _quotes), ("chronology", _chronology)):
        for shelf in site.lists[stem]:
            yield _draft(site, shelf, make, site.inputs.items(shelf.entries))
        if len(site.lists[stem]) > 1:
            yield Draft(f"data/facets-{stem}.json", partial(_facet_index, site, stem))
            yield Draft(f"data/choices-{stem}.json", partial(facets.json_of, site.options[stem]))
    for group in SUBJECT_GROUPS:
        for shelf in site.lists[group]:
            yield _draft(site, shelf, _subjects, [_card_inputs(site, s) for s in shelf.entries], _drawn(site, shelf))
    for shelf in site.lists.get("sources", ()):
        alike = [[site.links.numbers[name] for name in source.similar] for source in shelf.entries]
        yield _draft(site, shelf, _sources, [site.inputs.described(s.id for s in shelf.entries), alike])
    if split := {stem: [shelf.name for shelf in shelves] for stem, shelves in site.lists.items() if len(shelves) > 1}:
        yield Draft("data/pages.json", partial(facets.json_of, split))


def _draft(
    site: Site, shelf: Shelf[T], make: Callable[[Site, Shelf[T]], bytes], inputs: Sequence[Any], first: Any = None
) -> Draft:
    """A page of a list.

    Args:
        site: what it is made from.
        shelf: its entries.
        make: how it is made.
        inputs: what its entries are made of.
        first: what else is shown on the first page; None: what all hold, and it is always made.
    """
    if shelf.first and first is None:
        return Draft(shelf.file, partial(make, site, shelf))
    return Draft(shelf.file, partial(make, site, shelf), digest(shelf.place, inputs, first if shelf.first else ()))


def _drawn(site: Site, shelf: Shelf[Subject]) -> Any:
    """What the first page of a list of subjects shows beside them: the map of places; who appears with whom changes with any edit."""
    if shelf.stem == "people":
        return None
    if shelf.stem != "places":
        return ()
    known, unknown = pictures.located(site.dossier, site.links, site.locale)
    rows = [(p.country, p.position, p.passage, len(p.subject.mentions), site.inputs.cited([p.passage])) for p in known]
    named = site.inputs.names([*(p.subject.id for p in known), *(s.id for s in unknown)])
    return list(site.places.values())[: pictures.SPOTS], rows, named


def _facts(site: Site, shelf: Shelf[views.FactView]) -> bytes:
    nodes = json_ld.claims([v.statement for v in shelf.entries], site.links)
    about = f"{len(site.facts)} key facts of “{site.dossier.title}”, each in a source’s own words."
    return _filtered(site, shelf, "Key facts", about, nodes, len(site.facts), facts=shelf.entries)


def _quotes(site: Site, shelf: Shelf[views.QuoteView]) -> bytes:
    nodes = json_ld.quotations([v.quotation for v in shelf.entries], site.links, site.known)
    about = f"{len(site.quotes)} quotations of “{site.dossier.title}”, with who said them."
    groups = [(speaker, list(found)) for speaker, found in groupby(shelf.entries, lambda v: v.quotation.speaker)]
    return _filtered(site, shelf, "Quotations", about, nodes, len(site.quotes), groups=groups)


def _chronology(site: Site, shelf: Shelf[views.EventView]) -> bytes:
    nodes = json_ld.events([v.happening for v in shelf.entries], site.links, site.known)
    about = f"{len(site.entries)} events of “{site.dossier.title}”, by day."
    return _filtered(
        site,
        shelf,
        "Chronology",
        about,
        nodes,
        len(site.entries),
        drawing=pictures.events_drawn(site.entries, site.links, site.pieces.of(shelf.file)) if shelf.first else None,
        story=_of_kind(site, shelf, "story"),
        planned=_of_kind(site, shelf, "planned"),
        background=_of_kind(site, shelf, "background"),
        other=_of_kind(site, shelf, "negated", "hypothetical"),
        further=_of_kind(site, shelf, "further"),
    )


def _of_kind(site: Site, shelf: Shelf[views.EventView], *kinds: str) -> list[Placed]:
    return placed([v for v in shelf.entries if v.kind in kinds], site.locale)


def _filtered(
    site: Site,
    shelf: Shelf[Any],
    title: str,
    about: str,
    nodes: Sequence[json_ld.Node],
    total: int,
    **context: Any,
) -> bytes:
    """A page of a list that can be filtered, with the articles that it cites."""
    cited = json_ld.cited(site.dossier, site.links, {name for view in shelf.entries for name in view.sources})
    return site.page(
        shelf.stem,
        _titled(title, shelf),
        site.links,
        _about(site, shelf, about),
        [*cited, *nodes],
        exclude=not shelf.first,
        total=total,
        pages=len(site.lists[shelf.stem]),
        options=site.options[shelf.stem],
        page=shelf,
        **context,
    )


def _subjects(site: Site, shelf: Shelf[Subject]) -> bytes:
    group, (heading, lede) = shelf.stem, SUBJECT_GROUPS[shelf.stem]
    drawn = group == "people" and shelf.first
    mapped = group == "places" and shelf.first
    known, unknown = pictures.located(site.dossier, site.links, site.locale) if mapped else ([], [])
    piece = site.pieces.of(shelf.file)
    return site.page(
        "subjects",
        _titled(heading, shelf),
        site.links,
        _about(site, shelf, f"{heading} of “{site.dossier.title}”. {lede}"),
        [json_ld.subject(s, site.links) for s in shelf.entries],
        exclude=True,
        name=group,
        heading=heading,
        lede=lede if shelf.first else "Further down they stand by name.",
        relations=pictures.people_drawn(site.dossier, site.links, piece) if drawn else None,
        pairs=pictures.pairs(site.dossier, site.links) if drawn else [],
        locator=pictures.places_drawn(pictures.places(site.dossier, site.links), piece) if mapped else None,
        located=known,
        unlocated=unknown,
        cards=[site.card(s) for s in shelf.entries],
        page=shelf,
    )


def _sources(site: Site, shelf: Shelf[Source]) -> bytes:
    return site.page(
        "sources",
        _titled("Sources", shelf),
        site.links,
        _about(site, shelf, f"{len(site.sources)} sources of “{site.dossier.title}”."),
        json_ld.articles(shelf.entries, site.links),
        exclude=True,
        entries=[site.entry(source.id) for source in shelf.entries],
        page=shelf,
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
        site.inputs.names(subject.maybe),
    )
    return (
        shown,
        site.links.subject(subject.id),
        site.card(subject)["counts"],
        site.inputs.cited(described),
    )


def _facet_index(site: Site, stem: str) -> bytes:
    return facets.index((shelf.name, shelf.entries) for shelf in site.lists[stem])


def _about(site: Site, shelf: Shelf[Any], whole: str) -> str:
    """What a list says of itself to search engines; its further pages hold no count, which every edit would change."""
    return whole if shelf.first else f"A further page of a list of “{site.dossier.title}”."


def _titled(title: str, shelf: Shelf[Any]) -> str:
    return title if shelf.first else f"{title}, continued"
