"""Exports of reference managers: CSL-JSON (Zotero and others) and Zotero's own JSON; their addresses and what they state."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.errors import SourceError
from generator.sources.adding.addresses import is_address
from generator.sources.adding.items import Item, Problem
from generator.sources.article import Metadata
from generator.sources.readers.web.days import first_day

NO_WORKS = frozenset(("attachment", "note", "annotation"))


def entries(data: bytes, name: str) -> list[Item | Problem]:
    """The entries of an export that have an address, and a problem for each article that has none.

    Raises:
        SourceError: it is no list of entries, or none has an address.
    """
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name} is not JSON: export the library as CSL JSON.") from error
    if isinstance(found, dict):
        found = found.get("items", [found])
    if not isinstance(found, list):
        raise SourceError(f"{name} holds no list of entries: export the library as CSL JSON.")
    items = [item for each in found if isinstance(each, dict) and (item := _item(each.get("data", each), name))]
    if not any(isinstance(item, Item) for item in items):
        raise SourceError(f"{name} holds no entry with an address (URL): add the addresses in the library.")
    return items


def _item(entry: Any, name: str) -> Item | Problem | None:
    """An entry of a library; None for one that is no work: a note, an attached file."""
    if not isinstance(entry, dict) or str(entry.get("itemType") or entry.get("type") or "").casefold() in NO_WORKS:
        return None
    address = str(entry.get("URL") or entry.get("url") or "").strip()
    if not is_address(address):
        title = _line(entry.get("title"))
        return Problem(f"{name}: {title}", "states no address (URL): add it in the library") if title else None
    day = _issued(entry.get("issued")) or _written(entry.get("date"))
    metadata = Metadata(
        title=_line(entry.get("title")),
        published=day,
        published_from="export" if day else None,
        publisher=_line(entry.get("container-title") or entry.get("publicationTitle") or entry.get("publisher")),
        author=_people(entry.get("author") or entry.get("creators")),
    )
    return Item(address, address, metadata=metadata)


def _line(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _issued(value: Any) -> date | None:
    """A whole date of CSL; a year alone is no day."""
    if not isinstance(value, Mapping):
        return None
    parts: Any = value.get("date-parts")
    try:
        return date(*(int(part) for part in parts[0]))
    except (TypeError, ValueError, IndexError):
        return _written(value.get("raw"))


def _written(value: Any) -> date | None:
    found = first_day(value) if isinstance(value, str) else None
    return found.day if found else None


def _people(value: Any) -> str | None:
    names = []
    for each in value if isinstance(value, list) else []:
        if isinstance(each, Mapping) and each.get("creatorType", "author") == "author":
            given, family = (
                each.get(key) or each.get(other) for key, other in (("given", "firstName"), ("family", "lastName"))
            )
            name = " ".join(str(part) for part in (given, family) if part) or each.get("literal") or each.get("name")
            if name:
                names.append(" ".join(str(name).split()))
    return "; ".join(names) or None
