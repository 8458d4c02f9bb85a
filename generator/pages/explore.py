"""What the Explore page searches: every paragraph, fact, quotation and event with what it can be filtered by, one JSON object a line.

`generator.explore` makes Pagefind's index of it when the site is built.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.dossier.model import Dossier, Subject
from generator.pages.links import Links, group_of
from generator.pages.views import EventView, FactView, QuoteView
from generator.records import trusted

FILE = "explore.jsonl"
MONTHS = 24  # of a stretch of time; a longer one is found by its first month
Entry = dict[str, object]


def entries(
    dossier: Dossier,
    links: Links,
    views: tuple[Sequence[FactView], Sequence[QuoteView], Sequence[EventView]],
    whole: bool,
) -> bytes:
    """The entries as JSON Lines.

    Args:
        dossier: the dossier.
        links: from the top folder.
        views: facts, quotations and events as their lists show them.
        whole: the sources' text may be shown whole, not only where it is cited.
    """
    known = {s.id: s for s in dossier.subjects}
    titles = {s.id: s.title for s in dossier.sources}
    lines = [*(_paragraphs(dossier, links) if whole else ()), *_items(links, views, known, titles)]
    texts = (json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") for line in lines)
    return b"".join(trusted.one_line(text) + b"\n" for text in texts)


def _paragraphs(dossier: Dossier, links: Links) -> Iterator[Entry]:
    named: dict[str, list[tuple[int, Subject]]] = {}
    for subject in dossier.subjects:
        if subject.id in links.listed:
            for mention in subject.mentions:
                named.setdefault(mention.source, []).append((mention.start, subject))
    for source in dossier.sources:
        record = source.record
        starts = [p.start for p in record.paragraphs]
        inside: dict[int, dict[str, Subject]] = {}
        for start, subject in named.get(source.id, ()):
            inside.setdefault(bisect_right(starts, start) - 1, {})[subject.id] = subject
        published = record.metadata.published
        for number, part in enumerate(record.paragraphs):
            yield _entry(
                f"{links.source(source.id)}#p{part.start}",
                record.text[part.start : part.end],
                "passage",
                list(inside.get(number, {}).values()),
                [source.title],
                [published[:7]] if published else [],
            )


def _items(
    links: Links,
    views: tuple[Sequence[FactView], Sequence[QuoteView], Sequence[EventView]],
    known: Mapping[str, Subject],
    titles: Mapping[str, str],
) -> Iterator[Entry]:
    facts, quotes, events = views
    for fact in facts:
        made = fact.statement
        yield _item(links, fact, made.id, made.passage.text, "fact", known, titles)
    for quote in quotes:
        said = quote.quotation
        words = " ".join(part.text for part in said.content)
        speaker = {"speaker": [links.names[said.speaker]]} if said.speaker else {}
        yield _item(links, quote, said.id, words, "quotation", known, titles) | speaker
    for event in events:
        told = event.happening
        sentence = told.tellings[0].sentence.text
        yield _item(links, event, told.id, sentence, "event", known, titles)


def _item(
    links: Links,
    view: FactView | QuoteView | EventView,
    name: str,
    words: str,
    kind: str,
    known: Mapping[str, Subject],
    titles: Mapping[str, str],
) -> Entry:
    subjects = [known[s] for s in view.subjects if s in known]
    return _entry(links.item(name), words, kind, subjects, [titles[s] for s in view.sources], _months(view))


def _entry(
    address: str,
    words: str,
    kind: str,
    subjects: Sequence[Subject],
    sources: Sequence[str],
    months: Sequence[str],
) -> Entry:
    places = [s.name for s in subjects if group_of(s.type) == "places"]
    others = [s.name for s in subjects if group_of(s.type) != "places"]
    found: Entry = {"address": address, "words": words, "kind": [kind]}
    return {**found, "who": others, "where": places, "source": list(sources), "month": list(months)}


def _months(view: FactView | QuoteView | EventView) -> list[str]:
    """The months that an item's days touch, as "2016-07"."""
    if not view.first or not view.last:
        return []
    first, last = date.fromisoformat(view.first), date.fromisoformat(view.last)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = (first.month - 1 + n for n in range(count if count <= MONTHS else 1))
    return [f"{first.year + m // 12:04}-{m % 12 + 1:02}" for m in months]
