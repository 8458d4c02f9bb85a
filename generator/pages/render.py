"""From a dossier to files: each page is front matter and one block of inert HTML in a Markdown file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

from babel import Locale
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.dossier.changes import KINDS, TABLES
from generator.dossier.corrections import marks
from generator.dossier.model import QUESTIONS, Dossier, Passage, Place, Source, Subject
from generator.pages import explore, facets, linked, pictures, reader, subjects, views
from generator.pages.context import Context, Contexts, around
from generator.pages.dates import day_in_words, in_words, interval_in_words, period_in_words
from generator.pages.draft import Draft, Inputs
from generator.pages.drawings import shortened
from generator.pages.escaping import front_matter, inert
from generator.pages.exports import WHAT, exports
from generator.pages.feed import feed
from generator.pages.links import Links, address, group_of
from generator.pages.settings import PageSettings
from generator.pages.shelves import Paging, cut

HOME = Path(__file__).parent
ASSETS = HOME.parent / "theme" / "assets"
FACTS = 8  # on the briefing's first page
QUOTES = 4
CARDS = 8
BOOST = {"quotes": 2, "subject": 2}  # in the search
DESCRIPTION = 160  # letters of what a page says of itself to search engines
HEADINGS = {
    "people": ("People", "Who appears in the sources, most prominent first."),
    "organisations": ("Organisations", "Parties, companies, agencies and other bodies, most prominent first."),
    "places": ("Places", "Countries, cities and other places, most prominent first."),
    "topics": ("Groups and other names", "Peoples, events, works, laws and products."),
}
CHANGES = {"facts": "facts", "quotes": "quotations", "events": "events"}
CHANGED = {"new": "New", "changed": "Changed", "gone": "Gone"}


ORDER = ("happened", "planned", "negated", "hypothetical")


def render(dossier: Dossier, settings: PageSettings) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site's sources: path below `docs/` with forward slashes, and bytes; in a fixed order."""
    for draft in drafts(dossier, settings):
        yield draft.path, draft.make()


def drafts(dossier: Dossier, settings: PageSettings) -> Iterator[Draft]:
    """Yield every file of the site's sources before it is made, in a fixed order."""
    yield from _Renderer(dossier, settings).drafts()


class _Renderer:
    def __init__(self, dossier: Dossier, settings: PageSettings) -> None:
        self.dossier = dossier
        self.settings = settings
        self.locale = Locale.parse(settings.language.replace("-", "_"))
        self.titles = {s.id: s.title for s in dossier.sources}
        self.sources = {s.id: s for s in dossier.sources}
        self.environment = Environment(
            loader=FileSystemLoader(HOME / "templates"),
            autoescape=True,
            finalize=inert,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        links = Links.of(dossier)
        self.known = {s.id: s for s in dossier.subjects}
        statements = cut(dossier.statements, lambda s: s.id)
        self.numbered = len(statements[0])  # ranks further down move with every edit of a large dossier
        self.facts = [
            views.fact_view(s, n if n <= self.numbered else 0, links, self.locale)
            for n, s in enumerate(dossier.statements, 1)
        ]
        self.quotes = [views.quote_view(q, self.locale) for q in dossier.quotations]
        self.events = [views.event_view(h, self.locale) for h in dossier.happenings]
        self.shelves: dict[str, list[list[Any]]] = {
            "facts": cut(self.facts, lambda v: v.statement.id),
            "quotes": cut(self._by_speaker(links), lambda v: v.quotation.id, lambda v: v.quotation.speaker),
            "chronology": cut(sorted(self.events, key=lambda v: ORDER.index(v.kind)), lambda v: v.happening.id),
        }
        self.lists = {
            group: cut([s for s in dossier.subjects if group_of(s.type) == group and s.id in links.listed], lambda s: s.id)
            for group in HEADINGS
        }
        cards = {
            s.id: Paging(group, number, len(shelves)).name
            for group, shelves in self.lists.items()
            for number, shelf in enumerate(shelves, 1)
            for s in shelf
        }
        self.links = links.placed(self._homes(), cards)
        self.records = {s.id: s.record for s in dossier.sources}
        self.places = pictures.places(dossier, self.links.below())
        self.by_subject = _by_subject(self.facts), _by_subject(self.quotes), _by_subject(self.events)
        self.options = {
            stem: facets.options(shown, self.links, self.known, self.titles)
            for stem, shown in (("facts", self.facts), ("quotes", self.quotes), ("chronology", self.events))
        }
        self.inputs = Inputs(dossier, self.links, self.titles)

    def drafts(self) -> Iterator[Draft]:
        top = self.links
        yield Draft("index.md", partial(self._index, top))
        for stem, make in (("facts", self._facts), ("quotes", self._quotes), ("chronology", self._chronology)):
            for number, shelf in enumerate(self.shelves[stem], 1):
                page = self._paging(stem, number)
                inputs = self.inputs.of(stem, page, shelf) if number > 1 else None  # the first shows what all hold
                yield Draft(page.file, partial(make, top, shelf, page), inputs)
        for group, (heading, lede) in HEADINGS.items():
            shelves = self.lists[group]
            for number, shelf in enumerate(shelves, 1):
                page = Paging(group, number, len(shelves))
                inputs = self.inputs.of(group, page, [self._card_inputs(s) for s in shelf]) if number > 1 else None
                yield Draft(page.file, partial(self._subjects, top, group, heading, lede, shelf, page), inputs)
        if self.settings.since:
            yield Draft("changes.md", partial(self._changes, top))
            yield Draft("changes.xml", partial(self._feed, top))
        yield Draft("explore.md", partial(self._explore, top))
        yield Draft("method.md", partial(self._method, top))
        yield Draft("downloads.md", partial(self._downloads, top))
        below = top.below()
        cited = reader.citations(self.dossier, below, self.numbered)
        for source in self.dossier.sources:
            inputs = self.inputs.of("source", source, cited[source.id])
            yield Draft(f"sources/{source.slug}.md", partial(self._source, below, source, cited[source.id]), inputs)
        for subject in self.dossier.subjects:
            if subject.id in top.paged:
                yield Draft(f"subjects/{subject.id}.md", partial(self._subject, below, subject), self._made_of(subject))
        for name, data in exports(self.dossier):
            yield Draft(f"data/{name}", partial(bytes, data))
        views = self.facts, self.quotes, self.events
        yield Draft(
            f"data/{explore.FILE}", partial(explore.entries, self.dossier, top, views, self.settings.publish == "full")
        )
        for stem, shelves in self.shelves.items():
            if len(shelves) > 1:
                yield Draft(f"data/facets-{stem}.json", partial(self._facet_index, stem))
                yield Draft(f"data/choices-{stem}.json", partial(facets.choices, self.options[stem]))
        for file in sorted(ASSETS.iterdir()):
            yield Draft(f"assets/{file.name}", file.read_bytes)

    def _made_of(self, subject: Subject) -> str:
        """The inputs of a subject's page."""
        items = [found.get(subject.id, []) for found in self.by_subject]
        return self.inputs.of("subject", subject, items, pictures.around(subject, self.places))

    def _paging(self, stem: str, number: int) -> Paging:
        return Paging(stem, number, len(self.shelves[stem]))

    def _card_inputs(self, subject: Subject) -> Any:
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
            self.links.subject(subject.id),
            self._card(subject)["counts"],
            self.inputs.sources(p.source for p in described),
        )

    def _facet_index(self, stem: str) -> bytes:
        return facets.index((self._paging(stem, number).name, shelf) for number, shelf in enumerate(self.shelves[stem], 1))

    def _homes(self) -> dict[str, str]:
        """On which page of its list each item stands."""
        homes: dict[str, str] = {}
        for stem, shelves in self.shelves.items():
            for number, shelf in enumerate(shelves, 1):
                page = self._paging(stem, number).name
                for view in shelf:
                    thing = getattr(view, {"facts": "statement", "quotes": "quotation", "chronology": "happening"}[stem])
                    homes[thing.id] = page
        return homes

    def _by_speaker(self, links: Links) -> list[views.QuoteView]:
        """Quotations by speaker, who says most first."""
        groups: dict[str, list[views.QuoteView]] = {}
        for view in self.quotes:
            groups.setdefault(view.quotation.speaker or "", []).append(view)
        pinned = {view.quotation.speaker or "" for view in self.quotes if "pin" in view.quotation.edits}
        ordered = sorted(groups.items(), key=lambda g: (g[0] not in pinned, not g[0], -len(g[1]), links.names.get(g[0], "")))
        return [view for _, found in ordered for view in found]

    # ---- pages -------------------------------------------------------------------------------------------------------

    def _page(
        self,
        template: str,
        title: str,
        links: Links,
        about: str = "",
        nodes: Sequence[linked.Node] = (),
        exclude: bool = False,
        **context: Any,
    ) -> bytes:
        """A page of a template; `exclude` keeps it out of the theme's search: all of it stands on another page, too."""
        contexts = Contexts(links, self.titles, self._around)
        shared = {
            "cite": contexts.cite,
            "links": links,
            "titles": self.titles,
            "dossier": self.dossier,
            "short": shortened,
            "kinds": facets.KINDS,
            "marks": marks,
            "front": lambda text: Markup(front_matter(text)),
        }
        body = self.environment.get_template(f"{template}.j2").render(**shared, **context)
        body = re.sub(r"\n\s*\n+", "\n", body.strip())
        page = self.environment.get_template("page.j2").render(
            **shared,
            title=title,
            body=Markup(body),
            kind=template,
            exclude=exclude,
            boost=BOOST.get(template),
            about=shortened(about, DESCRIPTION),
            contexts=contexts.block(),
            on_paper=[] if template == "index" else [self._on_paper(name) for name in contexts.sources],
            graph=linked.script(nodes),
        )
        return (page.rstrip() + "\n").encode("utf-8", "replace")

    def _index(self, links: Links) -> bytes:
        quotes = sorted(
            (v for v in self.quotes if "pin" in v.quotation.edits or (v.kind != "indirect" and v.quotation.speaker)),
            key=lambda v: (-v.quotation.score, v.quotation.id),
        )
        people = [s for s in self.dossier.subjects if s.type in {"PERSON", "ORG"}][:CARDS]
        return self._page(
            "index",
            self.dossier.title,
            links,
            self.dossier.dek or f"{self.dossier.title}: a briefing, each line linked to the passage that it comes from.",
            linked.briefing(self.dossier, links),
            exclude=True,  # from the search: all of it stands on another page too
            changes=len(self.settings.changes) if self.settings.since else None,
            period=self._period(),
            published=self._published(),
            figures=self._figures(),
            answers=self._answers(),
            facts=self.facts[:FACTS],
            more_facts=len(self.facts) > FACTS,
            drawing=pictures.events_drawn(self.events, links),
            relations=pictures.people_drawn(self.dossier, links),
            quotes=_various(quotes, QUOTES),
            cards=[self._card(s) for s in people],
            sources=[
                {"source": s, "line": self._line(s), "similar": s.similar, "url": address(s.record.metadata.url)}
                for s in self.dossier.sources
            ],
        )

    def _period(self) -> str | None:
        """From when to when it happened, no more exact than the sources tell; of values alike the most exact."""
        known = [h.day for h in self.dossier.happenings if h.day and h.status == "happened"]
        days = [(day.value, day.earliest, day.latest) for day in known if day.earliest and day.latest]
        if not days:
            return None
        first = min(days, key=lambda day: (day[1], -len(day[0]), day[0]))
        last = max(days, key=lambda day: (day[2], len(day[0]), day[0]))
        return period_in_words((first[0], first[1]), (last[0], last[2]), self.locale)

    def _published(self) -> str | None:
        """From when to when the sources appeared."""
        days = sorted(s.record.metadata.published for s in self.dossier.sources if s.record.metadata.published)
        return interval_in_words(days[0], days[-1], self.locale) if days else None

    def _figures(self) -> list[dict[str, object]]:
        d = self.dossier
        counted = [
            ("source", "index#sources", len(d.sources)),
            ("fact", "facts", len(d.statements)),
            ("quotation", "quotes", len(d.quotations)),
            ("event", "chronology", len(d.happenings)),
        ]
        return [
            {"count": format_decimal(n, locale=self.locale), "word": word + ("" if n == 1 else "s"), "page": page}
            for word, page, n in counted
        ]

    def _answers(self) -> list[dict[str, object]]:
        found: list[dict[str, object]] = []
        for question in QUESTIONS:
            for source, answers in self.dossier.answers:
                spans = getattr(answers, question)
                if spans:
                    found.append(
                        {
                            "question": question,
                            "passage": Passage(source, spans[0].start, spans[0].end, spans[0].text),
                            "day": self._day(question),
                        }
                    )
                    break
            else:
                if day := self._day(question):
                    found.append({"question": question, "passage": None, "day": day})
        return found

    def _day(self, question: str) -> str | None:
        """The resolved day of the main event, where it tells more than the source's words."""
        when = self.dossier.when
        if question != "when" or when is None or not (when.earliest or when.inferred):
            return None
        return in_words(when.value, self.locale, when.mod) + (", the day of publication (inferred)" if when.inferred else "")

    def _explore(self, links: Links) -> bytes:
        return self._page(
            "explore", "Explore", links, f"Search everything that “{self.dossier.title}” rests on.", exclude=True
        )

    def _downloads(self, links: Links) -> bytes:
        files = [{"name": name, "what": what} for name, what in WHAT.items()]
        return self._page("downloads", "Downloads", links, "The briefing as data.", files=files)

    def _facts(self, links: Links, shelf: list[views.FactView], page: Paging) -> bytes:
        nodes = linked.cited(self.dossier, links, {name for v in shelf for name in v.sources})
        return self._page(
            "facts",
            _paged("Key facts", page),
            links,
            self._about(page, f"{len(self.facts)} key facts of “{self.dossier.title}”, each in a source’s own words."),
            [*nodes, *linked.claims([v.statement for v in shelf], links)],
            facts=shelf,
            total=len(self.facts),
            options=self.options["facts"],
            exclude=page.number > 1,
            page=page,
        )

    def _quotes(self, links: Links, shown: list[views.QuoteView], page: Paging) -> bytes:
        groups = [(speaker, list(found)) for speaker, found in groupby(shown, lambda v: v.quotation.speaker)]
        nodes = linked.cited(self.dossier, links, {name for v in shown for name in v.sources})
        return self._page(
            "quotes",
            _paged("Quotations", page),
            links,
            self._about(page, f"{len(self.quotes)} quotations of “{self.dossier.title}”, with who said them."),
            [*nodes, *linked.quotations([v.quotation for v in shown], links, self.known)],
            groups=groups,
            total=len(self.quotes),
            options=self.options["quotes"],
            exclude=page.number > 1,
            page=page,
        )

    def _chronology(self, links: Links, shelf: list[views.EventView], page: Paging) -> bytes:
        nodes = linked.cited(self.dossier, links, {name for v in shelf for name in v.sources})
        return self._page(
            "chronology",
            _paged("Chronology", page),
            links,
            self._about(page, f"{len(self.events)} events of “{self.dossier.title}”, by day."),
            [*nodes, *linked.events([v.happening for v in shelf], links, self.known)],
            drawing=pictures.events_drawn(self.events, links) if page.number == 1 else None,
            past=[v for v in shelf if v.kind == "happened"],
            planned=[v for v in shelf if v.kind == "planned"],
            other=[v for v in shelf if v.kind in {"negated", "hypothetical"}],
            total=len(self.events),
            options=self.options["chronology"],
            exclude=page.number > 1,
            page=page,
        )

    def _subjects(self, links: Links, group: str, heading: str, lede: str, found: list[Subject], page: Paging) -> bytes:
        drawn = group == "people" and page.number == 1
        mapped = group == "places" and page.number == 1
        known, unknown = pictures.located(self.dossier, links, self.locale) if mapped else ([], [])
        return self._page(
            "subjects",
            _paged(heading, page),
            links,
            self._about(page, f"{heading} of “{self.dossier.title}”. {lede}"),
            [linked.subject(s, links) for s in found],
            exclude=True,
            name=group,
            heading=heading,
            lede=lede,
            relations=pictures.people_drawn(self.dossier, links) if drawn else None,
            pairs=pictures.pairs(self.dossier, links) if drawn else [],
            locator=pictures.places_drawn(pictures.places(self.dossier, links)) if mapped else None,
            located=known,
            unlocated=unknown,
            cards=[self._card(s) for s in found],
            page=page,
        )

    def _subject(self, links: Links, subject: Subject) -> bytes:
        facts, quotes, events = (found.get(subject.id, []) for found in self.by_subject)
        group = group_of(subject.type)
        return self._page(
            "subject",
            subject.name,
            links,
            f"{subject.name} in “{self.dossier.title}”: what the sources say, by whom and when.",
            [linked.subject(subject, links, sources=True), *linked.cited(self.dossier, links, subject.sources)],
            group=group,
            group_name=HEADINGS[group][0],
            place=self._whereabouts(subject.place) if subject.place else None,
            locator=pictures.place_drawn(subject, self.places),
            **subjects.context(subject, links, facts, quotes, events),
        )

    def _source(self, links: Links, source: Source, cited: list[reader.Citation]) -> bytes:
        excerpts = self.settings.publish == "excerpts"
        return self._page(
            "source",
            source.title,
            links,
            f"{source.title}. {self._line(source)}",
            linked.articles([source], links),
            source=source,
            line=self._line(source),
            url=address(source.record.metadata.url),
            excerpts=excerpts,
            blocks=reader.blocks(source, cited, excerpts),
        )

    def _changes(self, links: Links) -> bytes:
        groups = [
            {"id": f"{kind}-{table}", "heading": f"{CHANGED[kind]} {CHANGES[table]}", "changes": found}
            for table in TABLES
            for kind in KINDS
            if (found := [c for c in self.settings.changes if (c.table, c.kind) == (table, kind)])
        ]
        return self._page(
            "changes",
            "What changed",
            links,
            "What is new, changed and gone.",
            exclude=True,
            since=self.settings.since,
            groups=groups,
        )

    def _feed(self, links: Links) -> bytes:
        entries = ((c, links.page("changes") if c.kind == "gone" else links.item(c.id)) for c in self.settings.changes)
        days = [s.record.metadata.published for s in self.dossier.sources if s.record.metadata.published]
        return feed(self.dossier.title, self.settings.site_url, max(days, default=None), entries)

    def _method(self, links: Links) -> bytes:
        d = self.dossier
        counts = [
            ("Sources", len(d.sources)),
            ("Words", sum(len(s.record.text.split()) for s in d.sources)),
            ("Key facts", len(d.statements)),
            ("Quotations", len(d.quotations)),
            ("of these with a named speaker", sum(q.speaker is not None for q in d.quotations)),
            ("Chronology entries", len(d.happenings)),
            ("People, organisations, places", len(d.subjects)),
        ]
        meta = {
            key: self.settings.pipeline.get(key, "")
            for key in ("name", "version", "description", "license", "sources", "notes")
        }
        performance = self.settings.pipeline.get("performance")
        scores = performance if isinstance(performance, dict) else {}
        figures = {
            title: None for found in scores.values() for title, value in found.items() if isinstance(value, int | float)
        }
        return self._page(
            "method",
            "How this was made",
            links,
            "How this briefing was made, what can be relied on, and where it errs.",
            counts=[(label, format_decimal(n, locale=self.locale)) for label, n in counts],
            pipeline=meta,
            scores=scores,
            figures=list(figures),
            versions=self.settings.versions,
            problems=self.settings.problems,
        )

    # ---- small parts -------------------------------------------------------------------------------------------------

    def _about(self, page: Paging, whole: str) -> str:
        """What a list says of itself to search engines; its further pages hold no count, which every edit would change."""
        return whole if page.number == 1 else f"Page {page.number} of a list of “{self.dossier.title}”."

    def _card(self, subject: Subject) -> dict[str, object]:
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

    def _whereabouts(self, place: Place) -> str:
        where = "" if place.kind == "country" else f"{pictures.country_of(place, self.locale)}; "
        return f"{where}{pictures.position(place)} ({place.kind}, by the gazetteer)"

    def _line(self, source: Source) -> str:
        known = source.record.metadata
        published = day_in_words(known.published, self.locale) if known.published else "date not stated"
        return " · ".join(part for part in (known.publisher, known.author, published) if part)

    def _on_paper(self, name: str) -> dict[str, object]:
        """A source as paper lists it: what its number stands for."""
        source = self.sources[name]
        url = address(source.record.metadata.url)
        return {"number": source.number, "title": source.title, "line": self._line(source), "url": url}

    def _around(self, passage: Passage) -> Context:
        """A passage in its context; alone, where the text may not be republished."""
        if self.settings.publish == "excerpts":
            return Context("", passage.text, "")
        return around(self.records[passage.source], passage)


def _paged(title: str, page: Paging) -> str:
    return title if page.number == 1 else f"{title}, page {page.number}"


def _by_subject(found: list[Any]) -> dict[str, list[Any]]:
    by: dict[str, list[Any]] = {}
    for view in found:
        for name in view.subjects:
            by.setdefault(name, []).append(view)
    return by


def _various(quotes: list[views.QuoteView], most: int) -> list[views.QuoteView]:
    """The best quotations, at most two of one speaker."""
    chosen: list[views.QuoteView] = []
    spoken: Counter[str | None] = Counter()
    for view in quotes:
        speaker = view.quotation.speaker
        if spoken[speaker] < 2 and len(chosen) < most:
            spoken[speaker] += 1
            chosen.append(view)
    return chosen
