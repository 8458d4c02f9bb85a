"""What changed, as an Atom feed (RFC 4287). Its times are days of publication: the site depends on no clock."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from generator.dossier.changes import Change

ATOM = "http://www.w3.org/2005/Atom"
NO_DAY = "2000-01-01"  # Atom asks for a time; this one says that no source states a day
SAID = {"new": "New", "changed": "Changed", "gone": "Gone"}
ITEM = {"facts": "fact", "quotes": "quotation", "events": "event"}
TITLE = 120  # characters of an entry's title


def feed(title: str, site: str | None, day: str | None, entries: Iterable[tuple[Change, str]]) -> bytes:
    """The feed.

    Args:
        title: the briefing's.
        site: the address where it is published, if known; links are relative without it.
        day: the newest day of publication among the sources (ISO), or None.
        entries: changes with the address of each below the site.
    """
    base = f"{site.rstrip('/')}/" if site else ""
    updated = f"{day or NO_DAY}T00:00:00Z"
    ElementTree.register_namespace("", ATOM)
    root = ElementTree.Element(f"{{{ATOM}}}feed")
    _text(root, "title", f"{title}: what changed")
    _text(root, "id", f"{base}changes.xml" if base else "urn:briefing:changes")
    _text(root, "updated", updated)
    _text(ElementTree.SubElement(root, f"{{{ATOM}}}author"), "name", title)
    if base:
        ElementTree.SubElement(root, f"{{{ATOM}}}link", rel="self", href=f"{base}changes.xml")
    for change, address in entries:
        entry = ElementTree.SubElement(root, f"{{{ATOM}}}entry")
        _text(entry, "title", f"{SAID[change.kind]} {ITEM[change.table]}: {change.words[:TITLE]}")
        _text(entry, "id", f"urn:briefing:{change.kind}:{change.id}")
        _text(entry, "updated", updated)
        ElementTree.SubElement(entry, f"{{{ATOM}}}link", href=f"{base}{address}")
        details = "; ".join(f"{d.what}: {d.before or 'none'} → {d.now or 'none'}" for d in change.details)
        _text(entry, "summary", f"{change.words} ({details})" if details else change.words)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    ElementTree.SubElement(parent, f"{{{ATOM}}}{name}").text = _clean(text)


def _clean(text: str) -> str:
    """XML 1.0 has no place for control characters, noncharacters and lone surrogates."""
    return "".join(c if c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff" else " " for c in text)
