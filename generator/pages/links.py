"""Addresses: where each thing of a dossier stands. All links are relative, so that the site works from any folder."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import quote

from generator.dossier.model import Dossier, Passage

GROUP_OF_TYPE = {"PERSON": "people", "ORG": "organisations", "GPE": "places", "LOC": "places", "FAC": "places"}


SMALL = 5  # sources up to which every subject has a page
PASSING = 4  # mentions
PAGES = 200  # of subjects, and one more for so many sources:
SOURCES_PER_PAGE = 10


def group_of(kind: str) -> str:
    """The list on which a subject of a type stands."""
    return GROUP_OF_TYPE.get(kind, "topics")


@dataclass(frozen=True, slots=True)
class Links:
    """The addresses of a dossier as seen from a page; `up` leads from that page's folder to the top."""

    slugs: dict[str, str]  # source id -> slug
    numbers: dict[str, int]
    names: dict[str, str]  # subject id -> name
    listed: frozenset[str] = frozenset()  # subjects that stand in a list
    paged: frozenset[str] = frozenset()  # those of them that have a page
    cards: dict[str, str] = field(default_factory=dict)  # subject -> the page of its list
    homes: dict[str, str] = field(default_factory=dict)  # item id -> the page of its list, where lists are split
    up: str = ""

    @classmethod
    def of(cls, dossier: Dossier) -> Links:
        """The addresses of a dossier, from the top folder; where entries of lists stand is told by `placed`."""
        listed = _listed(dossier)
        return cls(
            {s.id: s.slug for s in dossier.sources},
            {s.id: s.number for s in dossier.sources},
            {s.id: s.name for s in dossier.subjects},
            frozenset(listed),
            frozenset(listed[: PAGES + len(dossier.sources) // SOURCES_PER_PAGE]),
        )

    def placed(self, homes: dict[str, str], cards: dict[str, str]) -> Links:
        """The same, where it is known on which page each item and each subject's card stands."""
        return replace(self, homes=homes, cards=cards)

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
        """A listed subject's page, or its card where it has none."""
        return f"{self.up}subjects/{name}.html" if name in self.paged else f"{self.up}{self.cards[name]}.html#w-{name}"

    def page(self, name: str) -> str:
        """A page at the top, with an optional fragment: "facts#f-1"."""
        stem, _, fragment = name.partition("#")
        return f"{self.up}{stem}.html" + (f"#{fragment}" if fragment else "")


def _listed(dossier: Dossier) -> list[str]:
    """Who stands in a list, the most salient first: who speaks, is named in several sources, or more than in passing.

    In a small dossier everybody does.
    """
    if len(dossier.sources) <= SMALL:
        return [s.id for s in dossier.subjects]
    speakers = {q.speaker for q in dossier.quotations}
    return [s.id for s in dossier.subjects if s.id in speakers or len(s.sources) > 1 or len(s.mentions) >= PASSING]


def anchor(passage: Passage) -> str:
    """The name of a passage inside its source's page; depends on the span alone."""
    return f"c{passage.start}-{passage.end}"


def address(url: str | None) -> str | None:
    """An article's own web address if it is one, with what no address may hold (a space, a quotation mark) percent-encoded."""
    if not url or not url.startswith(("http://", "https://")):
        return None
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~", errors="replace")
