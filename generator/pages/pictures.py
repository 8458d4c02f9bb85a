"""What is drawn: which events, people and places of a dossier, and the words beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice

from babel import Locale
from markupsafe import Markup
from msgspec.structs import replace

from generator.dossier.model import Dossier, Passage, Place, Subject
from generator.pages import views
from generator.pages.clauses import clause
from generator.pages.drawings import Dot, Node, Spot, Tie, locator, relations, timeline, whereabouts
from generator.pages.links import Links, group_of
from generator.pages.pieces import Piece, digest
from generator.pages.subject_parts import TOGETHER

DOTS = 14  # of the timeline
STORY = 4  # entries of the story from which its background is not drawn
NODES = 24  # candidates of the map of who appears with whom
SPOTS = 60  # of the locator map
PAIRS = 40  # of the table below it
DRAWN_TYPES = frozenset({"PERSON", "ORG"})  # who can act; a town beside everybody in it tells nothing
PAIRED_TYPES = DRAWN_TYPES | {"GPE"}  # of the table below the drawing


@dataclass(frozen=True, slots=True)
class Pair:
    """Two subjects that share paragraphs: a row of the table under the map."""

    one: str
    other: str
    count: int
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Located:
    """A place with its country and position: a row of the table under the locator map."""

    subject: Subject
    country: str
    position: str
    passage: Passage


def events_drawn(events: Sequence[views.EventView], links: Links, piece: Piece) -> Markup:
    """The timeline of the events that belong most to the story; nothing for a single one."""
    dated = [v for v in events if v.happening.day and v.kind in {"story", "background", "planned"}]
    story = [v for v in dated if v.happening.tier == "story"]
    known = story if len(story) >= STORY else dated
    best = {v.happening.id for v in sorted(known, key=lambda v: (-v.happening.score, v.happening.id))[:DOTS]}
    dots = [
        Dot(links.item(v.happening.id), v.when, named(v), v.first, v.last, v.kind == "planned", v.unsure)
        for v in known
        if v.happening.id in best
    ]
    return _drawn(piece, timeline, dots, f"Timeline of {len(dots)} events") if len(dots) > 1 else Markup("")


def people_drawn(dossier: Dossier, links: Links, piece: Piece) -> Markup:
    """The map of who appears with whom."""
    chosen = [s for s in dossier.subjects if s.type in DRAWN_TYPES and s.id in links.paged][:NODES]
    nodes = [Node(s.id, links.subject(s.id), s.name, s.type, len(s.mentions)) for s in chosen]
    inside = {s.id for s in chosen}
    ties = [Tie(p.one, p.other, p.count) for p in _pairs(dossier, inside)]
    return _drawn(piece, relations, nodes, ties, "Who is mentioned together with whom")


def _drawn(piece: Piece, draw: Callable[..., Markup], *parts: object) -> Markup:
    """A drawing that is kept whole."""
    return Markup(piece(digest(draw.__name__, parts), lambda: draw(*parts).encode()).decode())


def pairs(dossier: Dossier, links: Links) -> list[Pair]:
    """The pairs that share most paragraphs."""
    inside = {s.id for s in dossier.subjects if s.type in PAIRED_TYPES and s.id in links.paged}
    return _pairs(dossier, inside)[:PAIRS]


def places(dossier: Dossier, links: Links) -> dict[Place, Spot]:
    """The places to draw, the most prominent first; of two names for one place the more prominent."""
    found: dict[Place, Spot] = {}
    for s in dossier.subjects:
        # a sea or a continent has a wide middle, and no point
        if s.place and s.place.kind != "region" and s.id in links.paged and s.place not in found:
            p = s.place
            found[p] = Spot(links.subject(s.id), s.name, p.kind, p.country or "", p.latitude, p.longitude, len(s.mentions))
    return found


def places_drawn(found: dict[Place, Spot], piece: Piece) -> Markup:
    """The locator map of all places that are clear."""
    return locator(list(found.values())[:SPOTS], "Where the places of the sources lie", piece)


def around(subject: Subject, found: dict[Place, Spot]) -> list[Spot]:
    """What the small map around a place shows, itself first; nothing where it isn't clear which one is meant."""
    if subject.place is None or subject.place not in found:
        return []
    lead = replace(found[subject.place], name=subject.name)
    others = (replace(s, mentions=None) for s in islice(found.values(), SPOTS) if s != found[subject.place])
    return [lead, *others]


def place_drawn(subject: Subject, found: dict[Place, Spot], piece: Piece) -> Markup:
    """The small map around a place."""
    spots = around(subject, found)
    return whereabouts(spots[0], spots[1:], f"Where {subject.name} lies", piece) if spots else Markup("")


def located(dossier: Dossier, links: Links, locale: Locale) -> tuple[list[Located], list[Subject]]:
    """The places of the map's table, and those that are not located."""
    places = [s for s in dossier.subjects if group_of(s.type) == "places" and s.id in links.paged and s.mentions]
    return (
        [Located(s, country_of(s.place, locale), position(s.place), s.mentions[0]) for s in places if s.place],
        [s for s in places if not s.place],
    )


def country_of(place: Place, locale: Locale) -> str:
    """The name of a place's country in the site's language."""
    return str(locale.territories.get(place.country or "", place.country or ""))


def position(place: Place) -> str:
    """Coordinates as people read them: "36.7° N, 67.1° E"."""
    north, east = "N" if place.latitude >= 0 else "S", "E" if place.longitude >= 0 else "W"
    return f"{abs(place.latitude):.1f}° {north}, {abs(place.longitude):.1f}° {east}"


def _pairs(dossier: Dossier, inside: set[str]) -> list[Pair]:
    found = [
        Pair(s.id, c.subject, c.paragraphs, c.passages[:TOGETHER])
        for s in dossier.subjects
        if s.id in inside
        for c in s.together
        if c.subject in inside
    ]
    seen: dict[frozenset[str], Pair] = {}
    for pair in found:
        seen.setdefault(frozenset((pair.one, pair.other)), pair)
    return sorted(seen.values(), key=lambda p: (-p.count, p.one, p.other))


def named(view: views.EventView) -> str:
    """The words from the source by which a drawing names an entry."""
    telling = view.happening.tellings[0]
    return clause(telling.sentence.text, telling.trigger.start - telling.sentence.start)
