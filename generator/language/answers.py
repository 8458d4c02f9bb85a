"""Who, what, when, where, why and how of an article's main event."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

Offsets = tuple[int, int]  # half-open, code points into the article


@dataclass(frozen=True, slots=True)
class Answers:
    """Spans that answer each question, best first; empty where the article gives no answer."""

    who: tuple[Offsets, ...] = ()
    what: tuple[Offsets, ...] = ()
    when: tuple[Offsets, ...] = ()
    where: tuple[Offsets, ...] = ()
    why: tuple[Offsets, ...] = ()
    how: tuple[Offsets, ...] = ()


class Answering:
    """The spaCy component; sets `doc._.answers`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.answers = Answers()
        return doc


@Language.factory("briefing_answers", requires=["doc._.facts"], assigns=["doc._.answers"])
def make_answers(nlp: Language, name: str) -> Answering:
    """Make the component."""
    return Answering()
