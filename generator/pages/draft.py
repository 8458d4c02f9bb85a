"""A page before it is made: where it will stand, how to make it, and what it is made of.

Making pages is what costs in a large dossier. A page's inputs are known before it is made, so that one whose inputs are those of
the last build need not be made again (a verifying trace: Mokhov, Mitchell and Peyton Jones 2018, "Build Systems à la Carte").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

import msgspec

from generator.dossier.model import Dossier, Happening, Passage, Quotation, Source, Statement
from generator.pages.contexts import surroundings
from generator.pages.links import Links
from generator.pages.pieces import digest
from generator.pages.views import EventView, FactView, QuoteView, View


@dataclass(frozen=True, slots=True)
class Draft:
    """A file to be made."""

    path: str  # below `docs/`, with forward slashes
    make: Callable[[], bytes]
    inputs: str | None = None  # digest of all that it is made of, beside code and settings; None: make it always


def _fields(kind: type[msgspec.Struct]) -> Callable[[Any], Any]:
    """How to get all that pages show of a thing: every field but its score, which only orders it."""
    return attrgetter(*(name for name in kind.__struct_fields__ if name != "score"))


_STATEMENT, _QUOTATION, _HAPPENING = _fields(Statement), _fields(Quotation), _fields(Happening)


class Inputs:
    """Digests of the things of a dossier as pages show them; each is taken once, on however many pages it stands."""

    def __init__(self, dossier: Dossier, links: Links, titles: Mapping[str, str]) -> None:
        types = {s.id: s.type for s in dossier.subjects}
        self._names = {
            name: (name, known, links.subject(name) if name in links.listed else None, types.get(name))
            for name, known in links.names.items()
        }
        self._homes = links.homes
        self._records = {s.id: s.record for s in dossier.sources}
        self._described = {s.id: digest(_described(s), titles[s.id], dossier.title) for s in dossier.sources}
        self._sources = {s.id: digest(self._described[s.id], s.record.sha256, s.record.paragraphs) for s in dossier.sources}
        self._items: dict[str, str] = {}

    def names(self, subjects: Iterable[str]) -> list[tuple[str, str, str | None, str | None] | None]:
        """How subjects are named, where they stand, and what they are."""
        return list(map(self._names.get, subjects))

    def cited(self, passages: Iterable[Passage]) -> list[tuple[str, tuple[str, str]]]:
        """What is shown of passages beside their words: their sources, and the text around them."""
        return [(self._described[p.source], surroundings(self._records[p.source], p)) for p in passages]

    def described(self, sources: Iterable[str]) -> list[str | None]:
        """What is shown of sources beside their text: number, title, metadata."""
        return list(map(self._described.get, sources))

    def sources(self, names: Iterable[str]) -> list[str | None]:
        """What is shown of sources, their text included."""
        return list(map(self._sources.get, names))

    def item(self, view: View) -> str:
        """The digest of a fact, quotation or event: all that is shown of it, wherever."""
        found = self._items.get(view.id)
        if found is None:
            home, cited, names = self._homes.get(view.id), self.cited(view.passages), self.names(view.subjects)
            found = self._items[view.id] = digest(self._shown(view), home, cited, names)
        return found

    def _shown(self, view: View) -> Any:
        """What is shown of a thing beside where it stands, what is around it in its sources, and whom it names."""
        if isinstance(view, FactView):
            return (
                _STATEMENT(view.statement),
                view.number,
                self.names(m.subject for m in view.statement.marks),
                _differing(view),
            )
        return (
            _QUOTATION(view.quotation)
            if isinstance(view, QuoteView)
            else (_HAPPENING(view.happening), [_HAPPENING(part) for part in view.parts], _differing(view))
        )

    def items(self, views: Iterable[View]) -> list[str]:
        """The digests of facts, quotations or events."""
        return [self.item(view) for view in views]


def _differing(view: FactView | EventView) -> list[Any]:
    """What others tell of a thing."""
    return [view.difference for view in view.differs]


def _described(source: Source) -> Any:
    return source.number, source.slug, source.similar, source.copies, source.doubt, source.record.metadata
