"""What words mean, as numbers: static vectors distilled from a sentence encoder (made by `training/word_vectors.py`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np

from generator.dossier.stories.event_words import IRREGULAR, stem

VECTORS_FILE = Path(__file__).parent / "data" / "vectors.npz"
UNKNOWN_RARITY = 1.0  # of a word that the corpora do not have: a name, mostly
Array = np.ndarray[Any, np.dtype[np.float32]]


class Vectors:
    """Words in lower case and their vectors, of length one.

    Attributes:
        dimensions: of a vector.
    """

    def __init__(self, words: Sequence[str], vectors: Array, rarity: Array) -> None:
        self._rows = {word: n for n, word in enumerate(words)}
        self._vectors, self._rarity = vectors, rarity
        self.dimensions = vectors.shape[1]

    def of(self, words: Sequence[str]) -> Array:
        """One row a word, or of its commonest form: "derails" as "derail"; of a word that is not known all zeros."""
        rows = [self._row(word) for word in words]
        found = np.zeros((len(rows), self.dimensions), dtype=np.float32)
        known = [n for n, row in enumerate(rows) if row is not None]
        found[known] = self._vectors[[row for row in rows if row is not None]]
        return unit(found)

    def _row(self, word: str) -> int | None:
        row = self._rows.get(word)
        return self._forms.get(stem(IRREGULAR.get(word, word))) if row is None else row

    def known(self, word: str) -> bool:
        """Whether a word, or another form of it, is one that the corpora have: rare names are none."""
        return self._row(word) is not None

    def rarity(self, word: str) -> float:
        """How few texts hold a word, from 0 ("the") to 1."""
        row = self._rows.get(word)
        return UNKNOWN_RARITY if row is None else float(self._rarity[row])

    def rarity_of_stem(self, word: str) -> float:
        """How few texts hold a word of this stem: as its commonest form."""
        row = self._forms.get(word)
        return UNKNOWN_RARITY if row is None else float(self._rarity[row])

    @cached_property
    def _forms(self) -> dict[str, int]:
        """The commonest form of each stem."""
        found: dict[str, int] = {}
        for form, row in self._rows.items():
            key = stem(IRREGULAR.get(form, form))
            if key not in found or self._rarity[row] < self._rarity[found[key]]:
                found[key] = row
        return found

    def mean(self, texts: Iterable[Sequence[str]]) -> Array:
        """One row a text: the mean of its words' vectors, rare words more, of length one; zeros where no word is known."""
        rows = [[row for word in text if (row := self._rows.get(word)) is not None] for text in texts]
        found = np.zeros((len(rows), self.dimensions), dtype=np.float32)
        for n, known in enumerate(rows):
            if known:
                found[n] = self._rarity[known] @ self._vectors[known]
        return unit(found)


def unit(vectors: Array) -> Array:
    """Rows of length one; zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.where(lengths > 0, lengths, 1)).astype(np.float32)


@cache
def shipped() -> Vectors:
    """The vectors that come with the generator."""
    with np.load(VECTORS_FILE) as data:
        words = bytes(data["words"]).decode("utf-8").split("\n")
        vectors, rarity = unit(data["vectors"].astype(np.float32)), data["rarity"].astype(np.float32)
    return Vectors(words, vectors, rarity)
