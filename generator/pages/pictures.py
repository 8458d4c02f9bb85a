"""What is drawn: which events, people and places of a dossier, and the words beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.dossier.model import Dossier, Passage
from generator.pages import views
from generator.pages.drawings import Dot, Node, Tie, relations, timeline
from generator.pages.links import Links

DOTS = 14  # of the timeline
NODES = 24  # candidates of the map of who appears with whom
PAIRS = 40  # of the table below it
KINDS = frozenset({"PERSON", "ORG", "GPE"})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two subjects that share paragraphs: a row of the table under the map."""

    one: str
    other: str
    count: int
    passages: tuple[Passage, ...]


def events_drawn(events: Sequence[views.EventView], links: Links) -> Markup:
    """The timeline of the events that belong most to the story; nothing for a single one."""
    known = [v for v in events if v.happening.day and v.kind in {"happened", "planned"}]
    best = {v.happening.id for v in sorted(known, key=lambda v: (-v.happening.score, v.happening.id))[:DOTS]}
    dots = [
        Dot(links.item(v.happening.id), v.when, clause(v), v.first, v.last, v.kind == "planned")
        for v in known
        if v.happening.id in best
    ]
    return timeline(dots, f"Timeline of {len(dots)} events") if len(dots) > 1 else Markup("")


def people_drawn(dossier: Dossier, links: Links) -> Markup:
    """The map of who appears with whom."""
    chosen = [s for s in dossier.subjects if s.type in KINDS and s.id in links.paged][:NODES]
    nodes = [Node(s.id, links.subject(s.id), s.name, s.type, len(s.mentions)) for s in chosen]
    inside = {s.id for s in chosen}
    ties = [Tie(p.one, p.other, p.count) for p in _pairs(dossier, inside)]
    return relations(nodes, ties, "Who is mentioned together with whom")


def pairs(dossier: Dossier, links: Links) -> list[Pair]:
    """The pairs that share most paragraphs."""
    inside = {s.id for s in dossier.subjects if s.type in KINDS and s.id in links.paged}
    return _pairs(dossier, inside)[:PAIRS]


def _pairs(dossier: Dossier, inside: set[str]) -> list[Pair]:
    found = [
        Pair(s.id, c.subject, c.paragraphs, c.passages)
        for s in dossier.subjects
        if s.id in inside
        for c in s.together
        if c.subject in inside
    ]
    seen: dict[frozenset[str], Pair] = {}
    for pair in found:
        seen.setdefault(frozenset((pair.one, pair.other)), pair)
    return sorted(seen.values(), key=lambda p: (-p.count, p.one, p.other))


def clause(view: views.EventView) -> str:
    """The words around a trigger, from the source: enough to recognise the event by."""
    telling = view.happening.tellings[0]
    words = telling.sentence.text
    at = telling.trigger.start - telling.sentence.start
    start = max(words.rfind(", ", 0, at) + 2 if ", " in words[:at] else 0, 0)
    start = words.find(" ", at - 50) + 1 if at - start > 50 else start
    return ("…" if start else "") + words[start:].lstrip("–—- ")
