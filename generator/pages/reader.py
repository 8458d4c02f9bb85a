"""A source's own page: its text with every cited passage marked, and links back to what cites it."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from markupsafe import Markup

from generator.dossier.model import Dossier, Passage, Source, Subject
from generator.pages import subject_parts
from generator.pages.escaping import inert
from generator.pages.links import Links, anchor
from generator.pages.views import EventView


class Citation(NamedTuple):
    """Something on another page that cites a passage."""

    start: int
    end: int
    href: str
    label: str


@dataclass(slots=True)
class Block:
    """A paragraph as the page shows it."""

    kind: str
    start: int
    end: int
    html: Markup
    citations: list[Citation] = field(default_factory=list)


def citations(
    dossier: Dossier, events: Sequence[EventView], links: Links, numbered: int, leading: Iterable[Subject] = ()
) -> dict[str, list[Citation]]:
    """All citations by source, in order of their place.

    Args:
        dossier: the dossier.
        events: the entries of the chronology, those that are folded away included.
        links: from a source's page.
        numbered: how many facts bear the number of their rank.
        leading: whom the first page introduces.
    """
    found: dict[str, list[Citation]] = {source.id: [] for source in dossier.sources}
    for passage, href, label in _cited(dossier, events, links, numbered, leading):
        if passage is not None and passage.source in found:
            found[passage.source].append(Citation(passage.start, passage.end, href, label))
    return {name: sorted(cited, key=lambda c: (c.start, -c.end, c.href)) for name, cited in found.items()}


def _cited(
    dossier: Dossier, events: Sequence[EventView], links: Links, numbered: int, leading: Iterable[Subject]
) -> Iterator[tuple[Passage | None, str, str]]:
    """All passages that other pages cite, with where, and what that is called."""
    for number, statement in enumerate(dossier.statements, 1):
        href = links.item(statement.id)
        label = f"Fact {number}" if number <= numbered else "Key fact"
        for cited in (statement.passage, *statement.also):
            yield cited, href, label
        yield statement.claimed_by, href, label
        for amount in statement.amounts:
            yield amount.passage, href, label
    for quotation in dossier.quotations:
        href = links.item(quotation.id)
        perhaps = "" if quotation.certain else "probably "
        label = f"Quote: {perhaps}{links.names[quotation.speaker]}" if quotation.speaker else "Quote"
        for cited in quotation.content:
            yield cited, href, label
        yield quotation.attributed_to, href, label
        for wording in quotation.wordings:
            for cited in wording.content:
                yield cited, href, label
    yield from _of_events(dossier, events, links)
    yield from _of_briefing(dossier, links, leading)


def _of_events(dossier: Dossier, events: Sequence[EventView], links: Links) -> Iterator[tuple[Passage | None, str, str]]:
    """What the chronology and the differences cite."""
    for view in events:
        href = links.item(view.id)
        for telling in (*view.happening.tellings, *view.details):
            yield telling.sentence, href, "Chronology"
            yield telling.wording, href, "Chronology"
        for differing in view.happening.differ:
            yield differing, href, "Chronology"
    for difference in dossier.differences:
        for worded in difference.passages:
            yield worded.whole, links.item(difference.id), "Where sources differ"


def _of_briefing(dossier: Dossier, links: Links, leading: Iterable[Subject]) -> Iterator[tuple[Passage | None, str, str]]:
    """What the first page and the pages of subjects cite."""
    if not dossier.stories:  # else the first page is a table of them
        yield from _of_the_first_page(dossier, links)
    for story in dossier.stories:
        for found in story.glance:
            yield found.passage, links.page(story.id), f"Story: {found.question}"
        if story.lede:
            yield story.lede.passage, links.page(story.id), "Story"
    for subject in leading:
        if subject.id not in links.listed:  # "King John" is named once: the first page shows his role, no list shows him
            for cited in subject.descriptions[:1]:
                yield cited, links.page(f"index#w-{subject.id}"), subject.name
    for subject in dossier.subjects:
        if subject.id not in links.listed:
            continue
        for cited in subject_parts.cited(subject, links) if subject.id in links.paged else subject.descriptions[:1]:
            yield cited, links.subject(subject.id), subject.name


def _of_the_first_page(dossier: Dossier, links: Links) -> Iterator[tuple[Passage | None, str, str]]:
    """What the first page cites of a folder that tells one story."""
    for glance in dossier.glance:
        yield glance.passage, links.page("index"), f"Briefing: {glance.question}"
    if dossier.lede:
        yield dossier.lede.passage, links.page("index"), "Briefing"
    for unknown in dossier.unknowns:
        for cited in (unknown.passage, *unknown.also):
            yield cited, links.page("index#unknown"), "What is not known"


def blocks(source: Source, cited: list[Citation], excerpts: bool) -> list[Block]:
    """The paragraphs of a source; with `excerpts` only those parts that something cites."""
    record = source.record
    parts = record.paragraphs
    starts = [p.start for p in parts]
    by_part: dict[int, list[Citation]] = {}
    for citation in cited:
        number = max(0, bisect_right(starts, citation.start) - 1)
        while number < len(parts) and parts[number].start < citation.end:
            by_part.setdefault(number, []).append(citation)
            number += 1
    made = []
    for number, part in enumerate(parts):
        here = by_part.get(number, [])
        if excerpts and not here:
            continue
        made.append(
            Block(
                part.kind, part.start, part.end, _marked(record.text, part.start, part.end, here, excerpts), _distinct(here)
            )
        )
    return made


def _marked(text: str, start: int, end: int, cited: list[Citation], excerpts: bool) -> Markup:
    """A paragraph with its cited stretches marked; each citation's anchor stands where it begins."""
    edges = sorted({start, end, *(max(start, c.start) for c in cited), *(min(end, c.end) for c in cited)})
    anchors: dict[int, list[str]] = {}
    for citation in cited:
        if citation.start >= start:
            name = anchor(Passage("", citation.start, citation.end, ""))
            names = anchors.setdefault(citation.start, [])
            if name not in names:
                names.append(name)
    parts = []
    for a, b in itertools.pairwise(edges):
        names = anchors.get(a, [])
        over = [c for c in cited if c.start <= a and b <= c.end]
        words = inert(text[a:b])
        for name in names[1:] if over else names:
            parts.append(Markup('<span id="{}"></span>').format(name))
        if over:
            spot = Markup(' id="{}"').format(names[0]) if names else Markup("")
            cover = " ".join(dict.fromkeys(f"c{c.start}-{c.end}" for c in over))
            parts.append(Markup('<mark{} data-c="{}">{}</mark>').format(spot, cover, words))
        elif excerpts:
            parts.append(Markup('<span class="gap"> … </span>'))
        else:
            parts.append(words)
    return Markup("").join(parts)


def _distinct(cited: list[Citation]) -> list[Citation]:
    """Each place that cites a paragraph once; those of one name are numbered."""
    seen: dict[tuple[str, str], Citation] = {}
    for citation in cited:
        seen.setdefault((citation.href, citation.label), citation)
    alike: Counter[str] = Counter()
    told = []
    for citation in seen.values():
        alike[citation.label] += 1
        again = alike[citation.label]  # two quotations of one speaker: no two links say the same
        told.append(citation._replace(label=f"{citation.label} ({again})") if again > 1 else citation)
    return told
