"""A page before it is made: where it will stand, how to make it, and what it is made of.

Making pages is what costs in a large dossier. A page's inputs are known before it is made, so that one whose inputs are those of
the last build need not be made again (a verifying trace: Mokhov, Mitchell and Peyton Jones 2018, "Build Systems à la Carte").
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from msgspec import structs
from pydantic import BaseModel

from generator.dossier.model import Dossier, Source, Subject
from generator.pages.links import Links
from generator.pages.views import EventView, FactView, QuoteView


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be made."""

    path: str  # below `docs/`, with forward slashes
    make: Callable[[], bytes]
    inputs: str | None = None  # digest of all that it is made of, beside code and settings; None: make it always


class Inputs:
    """Digests of the things of a dossier as pages show them; each is taken once, on however many pages it stands."""

    def __init__(self, dossier: Dossier, links: Links, titles: Mapping[str, str]) -> None:
        self._links = links
        self._types = {s.id: s.type for s in dossier.subjects}
        self._sources = {s.id: _digest(_source(s), titles[s.id], dossier.title) for s in dossier.sources}
        self._items: dict[str, str] = {}

    def of(self, *parts: Any) -> str:
        """The digest of a page from parts: views, subjects, sources, and plain values."""
        return _digest(*map(self._part, parts))

    def names(self, subjects: Iterable[str]) -> list[tuple[str, str, str | None, str | None]]:
        """How subjects are named, where they stand, and what they are."""
        known, listed, types = self._links.names, self._links.listed, self._types
        return [
            (name, known[name], self._links.subject(name) if name in listed else None, types.get(name))
            for name in subjects
            if name in known
        ]

    def sources(self, names: Iterable[str]) -> list[str]:
        """What is shown of sources: number, title, text, metadata."""
        return [self._sources[name] for name in names if name in self._sources]

    def _part(self, part: Any) -> Any:
        if isinstance(part, FactView):
            return self._item(
                part, part.statement, lambda: replace(part, statement=structs.replace(part.statement, score=0.0))
            )
        if isinstance(part, QuoteView):
            return self._item(
                part, part.quotation, lambda: replace(part, quotation=structs.replace(part.quotation, score=0.0))
            )
        if isinstance(part, EventView):
            return self._item(
                part, part.happening, lambda: replace(part, happening=structs.replace(part.happening, score=0.0))
            )
        if isinstance(part, Subject):
            together = self.names(c.subject for c in part.together)
            return structs.replace(part, salience=0.0), together, self.sources(part.sources), self.names([part.id])
        if isinstance(part, Source):
            return self._sources[part.id]
        if isinstance(part, list | tuple):
            return [self._part(each) for each in part]
        return part

    def _item(self, view: FactView | QuoteView | EventView, thing: Any, shown: Callable[[], Any]) -> str:
        if thing.id not in self._items:
            home = self._links.homes.get(thing.id)
            self._items[thing.id] = _digest(shown(), home, self.sources(view.sources), self.names(view.subjects))
        return self._items[thing.id]


def _source(source: Source) -> Any:
    """What pages show of a source: all but what was extracted from it."""
    record = source.record
    return source.number, source.slug, source.similar, source.copies, record.sha256, record.metadata, record.paragraphs


def _digest(*parts: Any) -> str:
    try:
        data = _ENCODER.encode(parts)
    except UnicodeEncodeError:  # a lone surrogate
        data = repr(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def _plain(value: Any) -> Any:
    """What msgspec doesn't know: our pydantic models."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, str):  # markup
        return str.__str__(value)
    raise TypeError(f"{type(value).__name__} can't be told apart from others")


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain, order="sorted")
