"""Addresses: where each thing of a dossier stands. All links are relative, so that the site works from any folder."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.dossier.model import Dossier, Passage

GROUPS = {"PERSON": "people", "ORG": "organisations", "GPE": "places", "LOC": "places", "FAC": "places"}


SMALL = 5  # sources up to which every subject has a page
PASSING = 4  # mentions


def group_of(kind: str) -> str:
    """The list on which a subject of a type stands."""
    return GROUPS.get(kind, "topics")


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of a dossier as seen from a page; `up` leads from that page's folder to the top."""

    slugs: dict[str, str]  # source id -> slug
    numbers: dict[str, int]
    names: dict[str, str]  # subject id -> name
    paged: frozenset[str] = frozenset()  # subjects that have a page
    homes: dict[str, str] = field(default_factory=dict)  # item id -> the page of its list, where lists are split
    up: str = ""

    @classmethod
    def of(cls, dossier: Dossier, homes: dict[str, str] | None = None) -> Links:
        """The addresses of a dossier, from the top folder."""
        return cls(
            {s.id: s.slug for s in dossier.sources},
            {s.id: s.number for s in dossier.sources},
            {s.id: s.name for s in dossier.subjects},
            _paged(dossier),
            homes or {},
        )

    def below(self) -> Links:
        """The same from a folder below the top."""
        return replace(self, up="../")

    def item(self, name: str) -> str:
        """A fact, quotation or event in its list."""
        return f"{self.up}{self.homes[name]}.html#{name}"

    def passage(self, passage: Passage) -> str:
        """A passage in its source's page."""
        return f"{self.source(passage.source)}#{anchor(passage)}"

    def source(self, name: str) -> str:
        """A source's page."""
        return f"{self.up}sources/{self.slugs[name]}.html"

    def subject(self, name: str) -> str:
        """A subject's page."""
        return f"{self.up}subjects/{name}.html"

    def page(self, name: str) -> str:
        """A page at the top, with an optional fragment: "facts#f-1"."""
        stem, _, fragment = name.partition("#")
        return f"{self.up}{stem}.html" + (f"#{fragment}" if fragment else "")


def _paged(dossier: Dossier) -> frozenset[str]:
    """Who has a page: who speaks, is named in several sources, or more than in passing; in a small dossier everybody."""
    if len(dossier.sources) <= SMALL:
        return frozenset(s.id for s in dossier.subjects)
    speakers = {q.speaker for q in dossier.quotations}
    return frozenset(s.id for s in dossier.subjects if s.id in speakers or len(s.sources) > 1 or len(s.mentions) >= PASSING)


def anchor(passage: Passage) -> str:
    """The name of a passage inside its source's page; depends on the span alone."""
    return f"c{passage.start}-{passage.end}"
