"""Who is who in one article: names, roles and pronouns of one entity put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

MentionKind = Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that refer to an entity."""

    start: int  # code points into the article
    end: int
    kind: MentionKind = "name"
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Description:
    """A role or apposition by which the article describes an entity, verbatim ("Russian President")."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, organisation, place or other named thing, as one article tells of it."""

    id: str  # "e1", "e2" ... in order of salience
    name: str  # the fullest name that the article gives
    type: str  # PERSON, ORG, GPE, LOC, NORP, FAC, EVENT, PRODUCT, WORK_OF_ART, LAW
    mentions: tuple[Mention, ...]
    descriptions: tuple[Description, ...] = ()
    gender: Literal["female", "male"] | None = None
    salience: float = 0.0


class Coreference:
    """The spaCy component; sets `doc._.entities`."""

    def __call__(self, doc: Doc) -> Doc:
        """Stand-in: one entity a name, no pronouns."""
        found: dict[tuple[str, str], list[Mention]] = {}
        for ent in doc.ents:
            found.setdefault((ent.text, ent.label_), []).append(Mention(ent.start_char, ent.end_char))
        ranked = sorted(found.items(), key=lambda item: (-len(item[1]), item[1][0].start))
        doc._.entities = tuple(
            Entity(f"e{n}", text, label, tuple(mentions), salience=float(len(mentions)))
            for n, ((text, label), mentions) in enumerate(ranked, 1)
        )
        return doc


@Language.factory("briefing_coreference", requires=["doc.ents"], assigns=["doc._.entities"])
def make_coreference(nlp: Language, name: str) -> Coreference:
    """Make the component."""
    return Coreference()
