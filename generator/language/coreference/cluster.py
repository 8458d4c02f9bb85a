"""An entity of an article while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.values.gazetteer import Gender


@dataclass(slots=True)
class Found:
    """A mention in tokens."""

    start: int
    end: int
    head: int
    kind: Literal["name", "nominal", "pronoun"]
    confidence: float = 1.0


@dataclass(slots=True)
class Cluster:
    """An entity while it is being put together."""

    name: str
    label: str
    mentions: list[Found]
    forms: list[str]  # the names used
    gender: Gender | None = None
    descriptions: list[tuple[int, int]] = field(default_factory=list)  # token ranges
    roles: set[str] = field(default_factory=set)  # lemmas of role nouns: "president"
    nations: set[str] = field(default_factory=set)  # what the roles belong to: "turkish", "turkey"

    @property
    def first(self) -> int:
        """The first mention's first token."""
        return min(mention.start for mention in self.mentions)


def absorb(home: Cluster, cluster: Cluster) -> None:
    """Take over all that another cluster knows."""
    home.mentions += cluster.mentions
    home.gender = home.gender or cluster.gender
    home.forms += [form for form in cluster.forms if form not in home.forms]
