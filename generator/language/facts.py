"""What a busy reader must know: ranked, self-contained, verbatim statements."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

Offsets = tuple[int, int]  # half-open, code points into the article
FactKind = Literal["action", "statement", "figure", "background"]


@dataclass(frozen=True, slots=True)
class Referent:
    """A word whose referent is shown beside it as ours: "he [Erdogan]"."""

    start: int
    end: int
    entity: str  # an entity's id


@dataclass(frozen=True, slots=True)
class Figure:
    """An amount, count or percentage, with its normalised value beside the words."""

    start: int
    end: int
    value: float
    unit: str | None  # "%", "USD", "km", or None for a plain count
    counts: Offsets | None = None  # what is counted, verbatim ("people", "of the victims")


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of the article, best first."""

    start: int
    end: int
    score: float
    kind: FactKind = "action"
    claimed_by: Offsets | None = None  # the words that name who claims it, where the article only reports the claim
    entities: tuple[str, ...] = ()  # ids of the entities named in it
    date: str | None = None  # TIMEX3 value of its time, if stated
    referents: tuple[Referent, ...] = ()
    figures: tuple[Figure, ...] = ()


class Facts:
    """The spaCy component; sets `doc._.facts`."""

    def __call__(self, doc: Doc) -> Doc:
        """Stand-in: the sentences in order."""
        sentences = [s for s in doc.sents if len(s) > 5]
        doc._.facts = tuple(
            Fact(s.start_char, s.start_char + len(s.text.rstrip()), 1 / n) for n, s in enumerate(sentences, 1)
        )
        return doc


@Language.factory("briefing_facts", requires=["doc._.events"], assigns=["doc._.facts"])
def make_facts(nlp: Language, name: str) -> Facts:
    """Make the component."""
    return Facts()
