"""The briefing's first page: what a reader sees who sees nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from babel.numbers import format_decimal

from generator.dossier.model import QUESTIONS, Dossier, Passage, Subject
from generator.pages import json_ld, pictures, views
from generator.pages.dates import in_words, interval_in_words, period_in_words
from generator.pages.draft import Draft
from generator.pages.site import Site

FACTS = 8
QUOTES = 4
CARDS = 8


def drafts(site: Site) -> Iterator[Draft]:
    """The first page."""
    yield Draft("index.md", partial(_index, site))


def _index(site: Site) -> bytes:
    quotes = sorted(
        (
            v
            for v in site.quotes
            if "pin" in v.quotation.edits or (v.kind != "indirect" and v.quotation.speaker and v.quotation.certain)
        ),
        key=lambda v: (-v.quotation.score, v.quotation.id),
    )
    piece = site.pieces.of("index.md")
    return site.page(
        "index",
        site.dossier.title,
        site.links,
        site.dossier.dek or f"{site.dossier.title}: a briefing, each line linked to the passage that it comes from.",
        lambda cited: json_ld.briefing(site.dossier, site.links, cited if site.many else site.sources),
        exclude=True,  # from the search: all of it stands on another page too
        changes=len(site.settings.changes) if site.settings.since else None,
        period=_period(site),
        published=_published(site),
        figures=_figures(site),
        answers=_answers(site),
        facts=site.facts[:FACTS],
        more_facts=len(site.facts) > FACTS,
        drawing=pictures.events_drawn(site.entries, site.links, piece),
        relations=pictures.people_drawn(site.dossier, site.links, piece),
        quotes=_various(quotes, QUOTES),
        cards=[site.card(s) for s in leading(site.dossier)],
        listed=None if site.many else list(site.sources),
        entry=site.entry,
    )


def leading(dossier: Dossier) -> list[Subject]:
    """Whom the first page introduces."""
    return [s for s in dossier.subjects if s.type in {"PERSON", "ORG"}][:CARDS]


def _period(site: Site) -> str | None:
    """From when to when it happened, no more exact than the sources tell; of values alike the most exact."""
    known = [h.day for h in site.dossier.happenings if h.listed and h.day and h.status == "happened"]
    days = [(day.value, day.earliest, day.latest) for day in known if day.earliest and day.latest]
    if not days:
        return None
    first = min(days, key=lambda day: (day[1], -len(day[0]), day[0]))
    last = max(days, key=lambda day: (day[2], len(day[0]), day[0]))
    return period_in_words((first[0], first[1]), (last[0], last[2]), site.locale)


def _published(site: Site) -> str | None:
    """From when to when the sources appeared."""
    days = sorted(s.record.metadata.published for s in site.dossier.sources if s.record.metadata.published)
    return interval_in_words(days[0], days[-1], site.locale) if days else None


def _figures(site: Site) -> list[dict[str, object]]:
    d = site.dossier
    counted = [
        ("source", "sources" if site.many else "index#sources", len(d.sources)),
        ("fact", "facts", len(d.statements)),
        ("quotation", "quotes", len(d.quotations)),
        ("event", "chronology", len(site.entries)),
    ]
    if d.differences:
        counted.append(("difference", "differences", len(d.differences)))
    return [
        {"count": format_decimal(n, locale=site.locale), "word": word + ("" if n == 1 else "s"), "page": page}
        for word, page, n in counted
    ]


def _answers(site: Site) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for question in QUESTIONS:
        for source, answers in site.dossier.answers:
            spans = getattr(answers, question)
            if spans:
                found.append(
                    {
                        "question": question,
                        "passage": Passage(source, spans[0].start, spans[0].end, spans[0].text),
                        "day": _day(site, question),
                        "differs": _differing(site, Passage(source, spans[0].start, spans[0].end, spans[0].text)),
                    }
                )
                break
        else:
            if day := _day(site, question):
                found.append({"question": question, "passage": None, "day": day, "differs": []})
    return found


def _differing(site: Site, passage: Passage) -> list[views.DifferenceView]:
    """What others tell of a figure or time that stands in an answer."""
    return [
        view
        for view in site.differences
        if any(
            p.source == passage.source and passage.start <= p.start and p.end <= passage.end
            for p in view.difference.passages
        )
    ]


def _day(site: Site, question: str) -> str | None:
    """The resolved day of the main event, where it tells more than the source's words."""
    when = site.dossier.when
    if question != "when" or when is None or not (when.earliest or when.inferred):
        return None
    return in_words(when.value, site.locale, when.mod) + (", the day of publication (inferred)" if when.inferred else "")


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
