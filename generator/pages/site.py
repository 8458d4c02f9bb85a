"""What all pages are made from: the dossier as its lists show it, where each thing stands, and how a page is put together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from babel import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.dossier.editor.corrections import marks
from generator.dossier.model import Dossier, Happening, Passage, Source, Subject
from generator.pages import facets, json_ld, pictures, views
from generator.pages.compiled import compiled
from generator.pages.contexts import Context, Contexts, around
from generator.pages.dates import day_in_words
from generator.pages.draft import Inputs
from generator.pages.drawings import shortened
from generator.pages.escaping import front_matter, inert
from generator.pages.links import Links, address, group_of
from generator.pages.list_pages import Shelf, shelved
from generator.pages.older import older
from generator.pages.page_settings import PageSettings
from generator.pages.pieces import Pieces

TEMPLATES = Path(__file__).parent / "templates"
BOOST = {"quotes": 2, "subject": 2}  # in the search
DESCRIPTION = 160  # letters of what a page says of itself to search engines
MANY = 60  # sources above which they have a list of their own
SUBJECT_GROUPS = {
    "people": ("People", "Who appears in the sources, most prominent first."),
    "organisations": ("Organisations", "Parties, companies, agencies and other bodies, most prominent first."),
    "places": ("Places", "Countries, cities and other places, most prominent first."),
    "topics": ("Groups and other names", "Peoples, events, works, laws and products."),
}
# pages under one tab, each with links to the others
BESIDES = (
    {"people": "People", "organisations": "Organisations", "places": "Places", "topics": "Others"},
    {"explore": "Explore", "method": "Method", "corrections": "Corrections", "downloads": "Downloads"},
)
LISTS = ("facts", "quotes", "chronology")
ORDER = ("story", "planned", "background", "negated", "hypothetical", "further")

Nodes = Sequence[json_ld.Node] | Callable[[Sequence[str]], Sequence[json_ld.Node]]
_ID = attrgetter("id")


class Site:
    """A dossier prepared for its pages."""

    def __init__(self, dossier: Dossier, settings: PageSettings, pieces: Pieces | None = None) -> None:
        """Cut lists into pages and find out where each thing stands."""
        self.dossier = dossier
        self.settings = settings
        self.pieces = pieces or Pieces()
        self.locale = Locale.parse(settings.language.replace("-", "_"))
        self.titles = {s.id: s.title for s in dossier.sources}
        self.sources = {s.id: s for s in dossier.sources}
        self.many = len(self.sources) > MANY
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            finalize=inert,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=compiled(),
        )
        links = Links.of(dossier)
        self.known = {s.id: s for s in dossier.subjects}
        first, *_ = shelved("facts", dossier.statements, _ID)
        self.numbered = len(first.entries)  # ranks further down move with every edit of a large dossier
        self.differences = [views.DifferenceView(d.id, d, self.locale) for d in dossier.differences]
        beside = _beside(self.differences)
        old = older(dossier.sources)
        self.facts = [
            views.fact_view(
                s, n if n <= self.numbered else 0, links, self.locale, beside.get(s.id, ()), old.get(s.passage.source)
            )
            for n, s in enumerate(dossier.statements, 1)
        ]
        self.quotes = [views.quote_view(q, self.locale) for q in dossier.quotations]
        parts = _parts(dossier)
        self.events = [
            views.event_view(h, parts.get(h.id, ()), self.locale, beside.get(h.id, ())) for h in dossier.happenings
        ]
        self.entries = [v for v in self.events if v.happening.listed]  # the chronology; the others are folded away
        by_speaker, by_kind = self._by_speaker(links), sorted(self.events, key=lambda v: ORDER.index(v.kind))
        self.lists: dict[str, list[Shelf[Any]]] = {
            "facts": shelved("facts", self.facts, _ID),
            "quotes": shelved("quotes", by_speaker, _ID, lambda v: v.quotation.speaker),
            "chronology": shelved("chronology", by_kind, _ID),
        }
        for group in SUBJECT_GROUPS:
            found = [s for s in dossier.subjects if group_of(s.type) == group and s.id in links.listed]
            self.lists[group] = shelved(group, found, _ID, settled=True)
        if self.many:
            self.lists["sources"] = shelved("sources", dossier.sources, lambda s: s.slug)
        cards = {s.id: shelf.name for group in SUBJECT_GROUPS for shelf in self.lists[group] for s in shelf.entries}
        self.links = links.placed(self._homes(), cards)
        self.places = pictures.places(dossier, self.links.below())
        self.by_subject = _by_subject(self.facts), _by_subject(self.quotes), _by_subject(self.entries)
        self.options = {
            stem: facets.options(shown, self.links, self.known, self.titles)
            for stem, shown in (("facts", self.facts), ("quotes", self.quotes), ("chronology", self.events))
        }
        self.inputs = Inputs(dossier, self.links, self.titles)

    def page(
        self,
        template: str,
        title: str,
        links: Links,
        about: str = "",
        nodes: Nodes = (),
        exclude: bool = False,
        **context: Any,
    ) -> bytes:
        """A page of a template.

        Args:
            template: its name.
            title: what the page is called.
            links: addresses from the page.
            about: what it says of itself to search engines.
            nodes: what it says to machines; a function is given the sources that the page cites.
            exclude: keep it out of the theme's search: all of it stands on another page, too.
            context: what the template shows.
        """
        contexts = Contexts(links, self.titles, self._around)
        shared = {
            "cite": contexts.cite,
            "cited": lambda: contexts.sources,
            "links": links,
            "verbatim": verbatim,
            "titles": self.titles,
            "dossier": self.dossier,
            "short": shortened,
            "kinds": facets.KIND_WORDS,
            "denying": facets.DENYING,
            "marks": marks,
            "besides": BESIDES,
            "front": lambda text: Markup(front_matter(text)),
        }
        body = self._environment.get_template(f"{template}.j2").render(**shared, **context)
        body = re.sub(r"\n\s*\n+", "\n", body.strip())
        page = self._environment.get_template("page.j2").render(
            **shared,
            title=title,
            body=Markup(body),
            kind=template,
            report=self.settings.report,
            exclude=exclude,
            boost=BOOST.get(template),
            about=shortened(about, DESCRIPTION),
            contexts=contexts.block(),
            on_paper=[] if template == "index" else [self.entry(name) for name in contexts.sources],
            graph=json_ld.script(nodes(contexts.sources) if callable(nodes) else nodes),
        )
        return (page.rstrip() + "\n").encode("utf-8", "replace")

    def line(self, source: Source) -> str:
        """Who published a source, and when."""
        known = source.record.metadata
        published = day_in_words(known.published, self.locale) if known.published else "date not stated"
        return " · ".join(part for part in (known.publisher, known.author, published) if part)

    def entry(self, name: str) -> dict[str, object]:
        """A source as it is listed: what its number stands for."""
        source = self.sources[name]
        return {
            "id": name,
            "number": source.number,
            "title": source.title,
            "line": self.line(source),
            "url": address(source.record.metadata.url),
            "copies": source.copies,
            "similar": source.similar,
        }

    def card(self, subject: Subject) -> dict[str, object]:
        """A subject in its list; who has no page of their own is led to through the filters of the other lists."""
        facts, quotes, events = (len(found.get(subject.id, ())) for found in self.by_subject)
        parts = [
            (len(subject.mentions), "mention", None),
            (facts, "fact", "facts"),
            (quotes, "quotation", "quotes"),
            (events, "event", "chronology"),
        ]
        paged = subject.id in self.links.paged
        counts = [
            {
                "words": f"{n} {word}{'' if n == 1 else 's'}",
                "href": None if paged or page is None else f"{self.links.page(page)}?subject={subject.id}",
            }
            for n, word, page in parts
            if n
        ]
        return {"subject": subject, "counts": counts, "paged": paged}

    def _around(self, passage: Passage) -> Context:
        """A passage in its context; alone, where the text may not be republished."""
        if self.settings.publish == "excerpts":
            return Context("", passage.text, "")
        return around(self.sources[passage.source].record, passage)

    def _homes(self) -> dict[str, str]:
        """On which page of its list each item stands."""
        homes = {view.id: shelf.name for stem in LISTS for shelf in self.lists[stem] for view in shelf.entries}
        parts = {part.id: homes[view.id] for view in self.events for part in view.parts}
        return {**parts, **homes, **{view.id: "differences" for view in self.differences}}

    def _by_speaker(self, links: Links) -> list[views.QuoteView]:
        """Quotations by speaker, who says most first."""
        groups: dict[str, list[views.QuoteView]] = {}
        for view in self.quotes:
            groups.setdefault(view.quotation.speaker or "", []).append(view)
        pinned = {view.quotation.speaker or "" for view in self.quotes if "pin" in view.quotation.edits}
        ordered = sorted(groups.items(), key=lambda g: (g[0] not in pinned, not g[0], -len(g[1]), links.names.get(g[0], "")))
        return [view for _, found in ordered for view in found]


def verbatim(passage: Passage) -> Markup:
    """What an element says that holds words of a source and nothing else: of which, and where they stand."""
    return Markup(' data-verbatim="{}:{}:{}"').format(inert(passage.source), passage.start, passage.end)


def _parts(dossier: Dossier) -> dict[str, list[Happening]]:
    """What stands under each entry."""
    found: dict[str, list[Happening]] = {}
    for happening in dossier.unlisted:
        if happening.part_of is not None:
            found.setdefault(happening.part_of, []).append(happening)
    return found


def _beside(found: Sequence[views.DifferenceView]) -> dict[str, list[views.DifferenceView]]:
    """The differences that are marked beside each fact and event."""
    marked: dict[str, list[views.DifferenceView]] = {}
    for view in found:
        for name in (*view.difference.facts, *view.difference.events):
            marked.setdefault(name, []).append(view)
    return marked


def _by_subject(found: list[Any]) -> dict[str, list[Any]]:
    by: dict[str, list[Any]] = {}
    for view in found:
        for name in view.subjects:
            by.setdefault(name, []).append(view)
    return by
