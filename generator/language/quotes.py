"""Who said what: direct, mixed and indirect quotations with their cue, source and speaker."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

QuoteKind = Literal["direct", "mixed", "indirect"]
Offsets = tuple[int, int]  # half-open, code points into the article


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the article attributes to somebody."""

    kind: QuoteKind
    content: tuple[Offsets, ...]
    cue: Offsets | None
    source: Offsets | None
    speaker: str | None  # an entity's id; None where the article does not let us know
    confidence: float = 1.0  # of the speaker
    addressee: str | None = None  # an entity's id


class Quotes:
    """The spaCy component; sets `doc._.quotes`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.quotes = ()
        return doc


@Language.factory("briefing_quotes", requires=["doc._.entities"], assigns=["doc._.quotes"])
def make_quotes(nlp: Language, name: str) -> Quotes:
    """Make the component."""
    return Quotes()
