"""What a rule of the grammar gives, and the marks that the rules look for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.times.meaning import Meaning

APOSTROPHES = frozenset({"'", "’", "‘"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: its first word, the word after its last, and what it means."""

    first: int
    last: int
    meaning: Meaning
    mod: str | None = None
    set: bool = False  # "every Thursday"
