"""Addresses that last: `f/ID.html` for each fact, quotation and event that any source holds, and what leads on from where things stood.

An item's place moves: lists are split, merged and ranked anew, what two articles tell becomes one entry, a person gets a fuller name. Its
id depends on its source and span alone, so the address that bears it lasts. Made in the built site, from its pages and data: so many
small pages would cost every build of `docs/` its time. In a large site only some have a page: `single_pages`.
"""

from __future__ import annotations

import json
import re
import zlib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from generator.pages.cards import Card, Cards
from generator.site import single_pages
from generator.site.standing_alone import ICON, ITEMS_FOLDER, TIMELINE, Shell
from generator.values.hidden import HIDDEN
from generator.values.identity import identifier
from generator.values.slugs import slug

ID_LETTERS = {"facts": "f", "quotes": "q", "chronology": "e"}
GROUPS = ("people", "organisations", "places", "topics")
LIST_ENTRY = re.compile(r'<li class="(?:fact|quote|event)\b[^>]*? id="([^"]+)"[^>]*>((?:<span id="[^"]+"></span>)*)')
MEMBER = re.compile(r'id="([^"]+)"')
CARD = re.compile(r'<h2 id="w-([^"]+)"')
DRAWN_TIMELINE = re.compile(r'<figure class="drawn"[^>]*><svg class="timeline.*?</figure>', re.S)
TARGET = re.compile(r'(<a href=")(?=[a-z])')
SPAN = 40  # a list may be cut before one of so many entries, told by its id: `list_pages.cut`
MARKED = re.compile(r"-[0-9a-f]{6}$")  # of a source that shares its file's stem with another


@dataclass(slots=True)
class Place:
    """Where something stands, and what may be said of it."""

    address: str  # from the top of the site
    title: str
    card: Card | None = None


def write(
    site: Path, name: str = "Briefing", address: str = "", language: str = "en", most: int = single_pages.MOST_PAGES
) -> int:
    """Write the lasting addresses of a built site; returns how many pages.

    Args:
        site: its folder; without the exported data nothing is made.
        name: of the site.
        address: where it is published, or an empty string.
        language: of dates.
        most: so many items have a page of their own; the missing page leads on to the others.
    """
    data = site / "data"
    if not (data / "records.jsonl").is_file():
        return 0
    records = [msgspec.json.decode(line) for line in (data / "records.jsonl").read_bytes().splitlines() if line]
    pages = _pages(data, records)
    cards = Cards(
        records, [entry["title"] for entry in _json(data / "sources.csl.json")], _json(data / "people.json"), language
    )
    items = _listed(site, data, cards)
    shown = set(items)
    others = {thing["id"] for record in records for things in _things(record).values() for thing in things}
    own = single_pages.chosen(site, shown, others, most)
    for identity, place in _unlisted(site, records, pages, cards if others <= own else None):
        items.setdefault(identity, place)
    out = Shell(name, address, (site / ICON).is_file())
    own |= set(items) if others <= own else set()
    count = _single(site, out, {name: place for name, place in items.items() if name in own}, shown if address else ())
    single_pages.write_index(site, {name: place.address for name, place in items.items() if name not in own})
    for path, place in _moved(site, records, pages, items):
        target = site / path
        if not target.exists():
            target.write_text(out.page(place, path), "utf-8")
            count += 1
    if drawn := _timeline(site):
        (site / "embed").mkdir(exist_ok=True)
        (site / TIMELINE).write_text(out.page(drawn, TIMELINE, offered=True), "utf-8")
        if address:
            (site / TIMELINE).with_suffix(".json").write_text(out.offer(drawn, TIMELINE), "utf-8")
        count += 1
    return count


def _single(site: Path, out: Shell, items: Mapping[str, Place], offered: Collection[str]) -> int:
    """Write a page for each; returns how many. Other sites are told how to frame those that are offered."""
    (site / ITEMS_FOLDER).mkdir(exist_ok=True)
    for identity, place in items.items():
        path = f"{ITEMS_FOLDER}/{identity}.html"
        (site / path).write_text(out.page(place, path, offered=identity in offered), "utf-8")
        if identity in offered:
            (site / ITEMS_FOLDER / f"{identity}.json").write_text(out.offer(place, path), "utf-8")
    return len(items)


def _pages(data: Path, records: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """The page of each source; the bibliography names the sources by their pages, in the records' order."""
    slugs = [entry["id"] for entry in _json(data / "sources.csl.json")]
    return {record["id"]: f"sources/{slug}.html" for record, slug in zip(records, slugs, strict=False)}


def _listed(site: Path, data: Path, cards: Cards) -> dict[str, Place]:
    """The entries of the lists, and what became part of them."""
    told = dict(_told(data, cards))
    found: dict[str, Place] = {}
    for stem in ID_LETTERS:
        for file in [site / f"{stem}.html", *sorted(site.glob(f"{stem}-*.html"))]:
            for identity, members in LIST_ENTRY.findall(file.read_text("utf-8") if file.is_file() else ""):
                known = told.get(identity)
                for each in (identity, *MEMBER.findall(members)):
                    found.setdefault(each, Place(f"{file.name}#{identity}", known.title if known else "", known))
    for difference in _json(data / "disagreements.json"):
        card = told[difference["id"]]
        for each in (difference["id"], *difference["members"]):
            found[each] = Place(f"differences.html#{difference['id']}", card.title, card)
    return found


def _told(data: Path, cards: Cards) -> Iterator[tuple[str, Card]]:
    """What may be said of each entry where it stands alone."""
    for name, make in (
        ("facts", cards.fact),
        ("quotes", cards.quote),
        ("events", cards.event),
        ("disagreements", cards.difference),
    ):
        for item in _json(data / f"{name}.json"):
            yield item["id"], make(item)


def _timeline(site: Path) -> Place | None:
    """The drawing of the chronology, to be shown alone."""
    file = site / "chronology.html"
    found = DRAWN_TIMELINE.search(file.read_text("utf-8")) if file.is_file() else None
    if found is None:
        return None
    drawing = TARGET.sub(r"\1../", found[0])
    title, about = "Chronology", "What happened when, by the day that the sources’ words mean."
    return Place("chronology.html", title, Card("timeline", title, about, f'<p class="kicker">{title}</p>{drawing}'))


def _things(record: Mapping[str, Any]) -> dict[str, Sequence[Mapping[str, Any]]]:
    """What a source holds, by the first letter of its ids."""
    return {"f": record["facts"], "q": record["quotes"], "e": record["events"]}


def _unlisted(
    site: Path, records: Sequence[Mapping[str, Any]], pages: Mapping[str, str], cards: Cards | None
) -> Iterator[tuple[str, Place]]:
    """What no list holds (any more): its own passage in its source; and what had another name while its article's stem was its alone.

    Where there are no cards, only the places are told.
    """
    for record in records:
        page = pages.get(record["id"])
        if page is None:
            continue
        there = (site / page).read_text("utf-8") if HIDDEN in record["text"] and (site / page).is_file() else None
        for kind, things in _things(record).items():
            for thing in things:
                spans = thing["content"] if kind == "q" else [thing["sentence"] if kind == "e" else thing]
                start, end = spans[0]["start"], spans[-1]["end"]
                part = max((p["start"] for p in record["paragraphs"] if p["start"] <= start), default=0)
                place = page if there is not None and f'id="p{part}"' not in there else f"{page}#p{part}"
                words = record["text"][start:end] if HIDDEN not in record["text"][start:end] else ""
                card = cards.passage(record, words, (start, end)) if cards else None
                yield thing["id"], Place(place, card.title if card else "", card)
                if (plain := MARKED.sub("", record["id"])) != record["id"]:
                    yield identifier(kind, plain, *_named(kind, thing)), Place(place, record["id"], card)


def _named(kind: str, thing: Mapping[str, Any]) -> list[tuple[int, int]]:
    """The spans from which a thing has its name."""
    spans = thing["content"] if kind == "q" else [thing["trigger"] if kind == "e" else thing]
    return [(span["start"], span["end"]) for span in spans]


def _moved(
    site: Path, records: Sequence[Mapping[str, Any]], pages: Mapping[str, str], items: Mapping[str, Place]
) -> Iterator[tuple[str, Place]]:
    """Pages that may have been there in an earlier build: of subjects under other names, of lists that were cut elsewhere."""
    cards = dict(_cards(site))
    yield from _renamed(site, records, pages, cards)
    for stem, cut in _json(site / "data" / "pages.json", {}).items():
        entries = {n: p.address for n, p in items.items() if n[0] == ID_LETTERS[stem]} if stem in ID_LETTERS else cards
        for name, address in entries.items():
            number = zlib.crc32(name.encode("utf-8", "surrogatepass"))
            if number % SPAN == 0 and f"{stem}-{number}" not in cut:
                yield f"{stem}-{number}.html", Place(address, "A page of a list")
    for record in records:
        if (plain := MARKED.sub("", record["id"])) != record["id"]:
            yield f"sources/{slug(plain)}.html", Place(pages[record["id"]], record["metadata"].get("title") or record["id"])


def _renamed(
    site: Path, records: Sequence[Mapping[str, Any]], pages: Mapping[str, str], cards: Mapping[str, str]
) -> Iterator[tuple[str, Place]]:
    """Subjects that had a page, or another name, in an earlier build: whatever an article calls them can have named their page."""
    people = _json(site / "data" / "people.json")
    bearers = Counter(name for person in people for name in {slug(alias) for alias in person["aliases"]})
    owners: dict[tuple[str, int], Place] = {}
    for person in people:
        own = f"subjects/{person['id']}.html"
        first = pages.get(person["mentions"][0]["source"]) if person["mentions"] else None
        place = Place(own if (site / own).is_file() else cards.get(person["id"], first or "index.html"), person["name"])
        owners |= {(mention["source"], mention["start"]): place for mention in person["mentions"]}
        for name in dict.fromkeys([person["id"], MARKED.sub("", person["id"])]):
            yield f"subjects/{name}.html", place
        for alias in person["aliases"]:  # a name of several leads to nobody rather than to the wrong one
            several = Place("people.html", alias)
            yield f"subjects/{slug(alias)}.html", place if bearers[slug(alias)] == 1 else several
    for record in records:
        for entity in record["entities"]:
            spots = [(record["id"], mention["start"]) for mention in entity["mentions"]]
            known = next((owners[spot] for spot in spots if spot in owners), None)
            yield f"subjects/{slug(entity['name'])}.html", known or Place(pages[record["id"]], entity["name"])


def _cards(site: Path) -> Iterator[tuple[str, str]]:
    """Where each subject stands in its list."""
    for group in GROUPS:
        for file in (site / f"{group}.html", *sorted(site.glob(f"{group}-*.html"))):
            for name in CARD.findall(file.read_text("utf-8") if file.is_file() else ""):
                yield name, f"{file.name}#w-{name}"


def _json(file: Path, default: Any = ()) -> Any:
    try:
        return json.loads(file.read_bytes())
    except (OSError, ValueError):
        return default
