"""What changed, as an Atom feed (RFC 4287) and a JSON Feed (1.1). Times are days of publication: the site depends on no clock."""

from __future__ import annotations

import json
from collections.abc import Iterable
from xml.etree import ElementTree

from generator.dossier.changes import Change

ATOM = "http://www.w3.org/2005/Atom"
NO_DAY = "2000-01-01"  # Atom asks for a time; this one says that no source states a day
ENTRY_WORDS = {"new": "New", "changed": "Changed", "gone": "Gone"}
ITEM = {"facts": "fact", "quotes": "quotation", "events": "event"}
ENTRY_TITLE_LENGTH = 120  # characters of an entry's title


def feed(
    title: str, site: str | None, day: str | None, entries: Iterable[tuple[Change, str]], name: str = "changes"
) -> bytes:
    """The feed.

    Args:
        title: the briefing's.
        site: the address where it is published, if known; links are relative without it.
        day: the newest day of publication among the sources (ISO), or None.
        entries: changes with the address of each below the site.
        name: of the file below the site, without its ending.
    """
    base = f"{site.rstrip('/')}/" if site else ""
    up = "../" * name.count("/")
    updated = f"{day or NO_DAY}T00:00:00Z"
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    _text(root, "title", f"{title}: what changed")
    _text(root, "id", f"{base}{name}.xml" if base else f"urn:briefing:{name}")
    _text(root, "updated", updated)
    _text(ElementTree.SubElement(root, f"{{{ATOM}}}author"), "name", title)
    if base:
        ElementTree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=f"{base}{name}.xml")
    for change, address in entries:
        entry = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
        _text(entry, "title", f"{ENTRY_WORDS[change.kind]} {ITEM[change.table]}: {change.words[:ENTRY_TITLE_LENGTH]}")
        _text(entry, "id", f"urn:briefing:{change.kind}:{change.id}")
        _text(entry, "updated", updated)
        ElementTree.SubElement(entry, f"{{{ATOM}}}link", href=f"{base or up}{address}")
        _text(entry, "summary", _summary(change))
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def json_feed(title: str, site: str | None, day: str | None, entries: Iterable[tuple[Change, str]]) -> bytes:
    """The same as a JSON Feed; its arguments are those of `feed`."""
    base = f"{site.rstrip('/')}/" if site else ""
    items = [
        {
            "id": f"urn:briefing:{change.kind}:{change.id}",
            "url": f"{base}{address}",
            "title": _clean(f"{ENTRY_WORDS[change.kind]} {ITEM[change.table]}: {change.words[:ENTRY_TITLE_LENGTH]}"),
            "content_text": _clean(_summary(change)),
            "date_modified": f"{day or NO_DAY}T00:00:00Z",
            "tags": [change.kind, ITEM[change.table]],
        }
        for change, address in entries
    ]
    made = {"version": "https://jsonfeed.org/version/1.1", "title": _clean(f"{title}: what changed")}
    made |= {"home_page_url": base, "feed_url": f"{base}changes.json"} if base else {}
    return (
        json.dumps({**made, "authors": [{"name": _clean(title)}], "items": items}, ensure_ascii=False, indent=1) + "\n"
    ).encode()


def _summary(change: Change) -> str:
    details = "; ".join(f"{d.what}: {d.before or 'none'} → {d.now or 'none'}" for d in change.details)
    return f"{change.words} ({details})" if details else change.words


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = _clean(text)


def _clean(text: str) -> str:
    """XML 1.0 has no place for control characters, noncharacters and lone surrogates."""
    return "".join(c if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff" else " " for c in text)
