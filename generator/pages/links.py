"""Addresses: where each thing of a dossier stands. All links are relative, so that the site works from any folder."""

from __future__ import annotations

from dataclasses import dataclass

from generator.dossier.model import Dossier, Passage

GROUPS = {"PERSON": "people", "ORG": "organisations", "GPE": "places", "LOC": "places", "FAC": "places"}


def group_of(kind: str) -> str:
    """The list on which a subject of a type stands."""
    return GROUPS.get(kind, "topics")


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of a dossier as seen from a page; `up` leads from that page's folder to the top."""

    slugs: dict[str, str]  # source id -> slug
    numbers: dict[str, int]
    names: dict[str, str]  # subject id -> name
    up: str = ""

    @classmethod
    def of(cls, dossier: Dossier) -> Links:
        """The addresses of a dossier, from the top folder."""
        return cls(
            {s.id: s.slug for s in dossier.sources},
            {s.id: s.number for s in dossier.sources},
            {s.id: s.name for s in dossier.subjects},
        )

    def below(self) -> Links:
        """The same from a folder below the top."""
        return Links(self.slugs, self.numbers, self.names, "../")

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


def anchor(passage: Passage) -> str:
    """The name of a passage inside its source's page; depends on the span alone."""
    return f"c{passage.start}-{passage.end}"
