"""What a page says to machines: JSON-LD in the terms of schema.org, one graph a page, its addresses relative to the page.

Only what the page shows: an article with its publisher and day, a quotation with its speaker, an event with its days, a person.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from markupsafe import Markup

from generator.dossier.editor.corrections import marks
from generator.dossier.model import Dossier, Happening, Passage, Quotation, Source, Statement, Subject
from generator.pages.links import Links, address

Node = dict[str, Any]
SCHEMA_TYPES = {"PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place"}
FAR = "9999-12-31"  # the last day of what has no end
UNSAFE = {c: f"\\u{ord(c):04x}" for c in "<>&`*_"}


def script(nodes: Sequence[Node]) -> Markup:
    """A graph as a data block; in ASCII, and without any character that HTML or Markdown could see something in."""
    if not nodes:
        return Markup("")
    return data("application/ld+json", {"@context": "https://schema.org", "@graph": list(nodes)})


def data(kind: str, value: Any) -> Markup:
    """A value as a data block of a media type."""
    text = json.dumps(value, separators=(",", ":"))
    for character, safe in UNSAFE.items():
        text = text.replace(character, safe)
    return Markup('<script type="{}">{}</script>').format(Markup(kind), Markup(text))


def briefing(dossier: Dossier, links: Links, listed: Collection[str]) -> list[Node]:
    """The first page: what it is about, and the articles that it lists."""
    page: Node = {
        "@type": "CollectionPage",
        "@id": links.page("index"),
        "name": dossier.title,
        "about": [_reference(s, links) for s in dossier.subjects[:8]],
        "citation": [{"@id": links.source(s.id)} for s in dossier.sources if s.id in listed],
    }
    if dossier.dek:
        page["description"] = dossier.dek
    if dossier.period:
        page["temporalCoverage"] = "/".join(dossier.period)
    return [page, *cited(dossier, links, listed)]


def articles(sources: Iterable[Source], links: Links) -> list[Node]:
    """Sources as articles."""
    return [_article(source, links) for source in sources]


def cited(dossier: Dossier, links: Links, names: Iterable[str]) -> list[Node]:
    """Those sources of a dossier that a page cites."""
    wanted = set(names)
    return articles((s for s in dossier.sources if s.id in wanted), links)


def claims(statements: Iterable[Statement], links: Links) -> list[Node]:
    """Key facts: as claims of their articles, since nobody has checked them against the world."""
    return [
        {
            "@type": "Claim",
            "@id": links.item(s.id),
            "text": s.passage.text,
            "appearance": _appearances([s.passage, *s.also], links),
            **_correction(s.edits, s.note, {"date"} if s.date is None else set()),
        }
        for s in statements
    ]


def quotations(found: Iterable[Quotation], links: Links, subjects: dict[str, Subject]) -> list[Node]:
    """Quotations with their speakers, where these are certain: a machine reads no “probably”."""
    made = []
    for quotation in found:
        node: Node = {
            "@type": "Quotation",
            "@id": links.item(quotation.id),
            "text": " ".join(p.text for p in quotation.content),
            "isPartOf": _appearances(quotation.content[:1], links)[0],
            **_correction(quotation.edits, quotation.note, {"speaker"} if quotation.speaker is None else set()),
        }
        speaker = subjects.get(quotation.speaker or "")
        if speaker and quotation.certain and SCHEMA_TYPES.get(speaker.type) in {"Person", "Organization"}:
            node["spokenByCharacter"] = _reference(speaker, links)
        made.append(node)
    return made


def events(found: Iterable[Happening], links: Links, subjects: dict[str, Subject]) -> list[Node]:
    """Entries of the chronology whose days are known and that happened or are planned."""
    made = []
    for h in found:
        if h.day is None or not h.day.earliest or not h.day.latest or h.status not in {"happened", "planned"}:
            continue
        node: Node = {
            "@type": "Event",
            "@id": links.item(h.id),
            "name": h.tellings[0].sentence.text,
            "startDate": h.day.earliest,
            "subjectOf": _appearances([t.sentence for t in h.tellings], links),
        }
        if h.day.latest < FAR:
            node["endDate"] = h.day.latest
        if h.status == "planned":
            node["eventStatus"] = "https://schema.org/EventScheduled"
        if about := [_reference(subjects[name], links) for name in h.participants if name in subjects]:
            node["about"] = about
        place = subjects.get(h.place or "")
        if place and SCHEMA_TYPES.get(place.type) == "Place":
            node["location"] = _reference(place, links)
        made.append(node)
    return made


def subject(found: Subject, links: Links, sources: bool = False) -> Node:
    """A person, organisation or place with its other names and the sources' words for it.

    Args:
        found: who or what.
        links: from the page.
        sources: name the articles too; the page then has to describe them, for a reader to know what their addresses are.
    """
    node = _reference(found, links)
    if found.aliases:
        node["alternateName"] = list(found.aliases)
    if found.descriptions:
        node["description"] = found.descriptions[0].text
    if found.place and node["@type"] == "Place":
        node["geo"] = {
            "@type": "GeoCoordinates",
            "latitude": found.place.latitude,
            "longitude": found.place.longitude,
        }
    if sources:
        node["subjectOf"] = [{"@id": links.source(name)} for name in found.sources if name in links.slugs]
    return node


def _correction(edits: Sequence[str], note: str | None, cleared: Collection[str] = ()) -> Node:
    """What an editor set of a claim or quotation; events and people have no such property in schema.org."""
    said = [*marks(edits, cleared), *([f"editor’s note: {note}"] if note else ())]
    return {"correction": "; ".join(said)} if said else {}


def _article(source: Source, links: Links) -> Node:
    known = source.record.metadata
    node: Node = {
        "@type": "NewsArticle",
        "@id": links.source(source.id),
        "headline": source.title,
        "position": source.number,
    }
    if known.published:
        node["datePublished"] = known.published
    if known.author:
        node["author"] = {"@type": "Person", "name": known.author}
    if known.publisher:
        node["publisher"] = {"@type": "Organization", "name": known.publisher}
    if url := address(known.url):
        node["url"] = url
    return node


def _reference(found: Subject, links: Links) -> Node:
    node: Node = {"@type": SCHEMA_TYPES.get(found.type, "Thing"), "name": found.name}
    if found.id in links.listed:
        node["@id"] = links.subject(found.id)
    return node


def _appearances(passages: Sequence[Passage], links: Links) -> list[Node]:
    return [{"@id": name} for name in dict.fromkeys(links.source(p.source) for p in passages)]
