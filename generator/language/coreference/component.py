"""Who is who in one article: names, roles and pronouns of one entity put together.

Method: names first (exact, then by surname, acronym and short form), then roles ("the Turkish president" is the person whom the
article introduces as one), then pronouns by number, gender, recency and grammatical role, in the manner of Lappin and Leass
(1994) and the sieves of Lee et al. (2013): the surest links first, and no link rather than a doubtful one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.coreference.aliases import clusters
from generator.language.coreference.cluster import Cluster
from generator.language.coreference.pronouns import resolve_pronouns
from generator.language.coreference.roles import resolve_roles
from generator.language.extensions import page_furniture
from generator.language.setup.scoring import Layer, Scorer, scored
from generator.language.words import Words, words_of

MentionKind = Literal["name", "nominal", "pronoun"]
# how much each kind of evidence says that an entity matters to the article; fitted on human summaries' entities
SALIENCE_WEIGHTS = {
    "name": 1.0,  # per mention by name
    "nominal": 0.5,
    "pronoun": 0.2,
    "title": 5.0,  # named in the title
    "lead": 2.0,  # named in the first fifth of the text
    "subject": 0.2,  # per mention that is a subject
    "spread": 2.0,  # times the share of the text between first and last mention
}
TYPES = {
    "PERSON": 0.85,  # pronouns are counted for persons alone
    "GPE": 0.9,
    "ORG": 0.8,
    "LOC": 0.7,
    "NORP": 0.1,  # "Norwegian" mostly only says whose
    "FAC": 0.8,
    "EVENT": 1.3,
    "PRODUCT": 0.8,
    "WORK_OF_ART": 0.8,
    "LAW": 0.8,
}
LEAD = 0.2


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
    salience: float = field(default=0.0)


class Coreference(Layer):
    """The spaCy component; sets `doc._.entities`."""

    def __call__(self, doc: Doc) -> Doc:
        """Put together what the article says of each named thing."""
        words = words_of(doc)
        furniture = page_furniture(doc)
        names = [(ent.start, ent.end, ent.label_) for ent in doc.ents if not furniture(ent.start_char)]
        title = doc._.title or ""
        found = clusters(words, names, title)
        resolve_roles(words, found)
        resolve_pronouns(words, found)
        for cluster in found:
            cluster.mentions = [m for m in cluster.mentions if not furniture(words.start[m.start])]
        doc._.entities = _entities(words, found, title)
        return doc


@Language.factory(
    "briefing_coreference",
    requires=["doc.ents"],
    assigns=["doc._.entities"],
    default_config={"scorer": scored("entities", "name", "type")},
)
def make_coreference(nlp: Language, name: str, scorer: Scorer) -> Coreference:
    """Make the component."""
    return Coreference(scorer)


def _entities(words: Words, found: list[Cluster], title: str) -> tuple[Entity, ...]:
    scored = sorted(((-_salience(words, cluster, title), cluster.first, cluster) for cluster in found), key=lambda s: s[:2])
    return tuple(
        Entity(
            id=f"e{number}",
            name=cluster.name,
            type=cluster.label,
            mentions=tuple(
                Mention(words.start[m.start], words.end[m.end - 1], m.kind, m.confidence)
                for m in sorted(cluster.mentions, key=lambda m: (m.start, m.end))
            ),
            descriptions=tuple(Description(words.start[a], words.end[b - 1]) for a, b in sorted(set(cluster.descriptions))),
            gender=cluster.gender,
            salience=round(-score, 4),
        )
        for number, (score, _, cluster) in enumerate(scored, 1)
    )


def _salience(words: Words, cluster: Cluster, title: str) -> float:
    total = len(words.text) or 1
    score = 0.0
    for mention in cluster.mentions:
        score += SALIENCE_WEIGHTS[mention.kind]
        score += SALIENCE_WEIGHTS["subject"] * (words.dep[mention.head] == "nsubj")
    places = [mention.start for mention in cluster.mentions]
    score += SALIENCE_WEIGHTS["title"] * _in_title(cluster, title)
    score += SALIENCE_WEIGHTS["lead"] * (min(places) / total < LEAD)
    score += SALIENCE_WEIGHTS["spread"] * (max(places) - min(places)) / total
    return score * TYPES.get(cluster.label, 1.0)


def _in_title(cluster: Cluster, title: str) -> bool:
    """Whether the title names it; "Norlandic" names Norland, too, but "Upland" no "land"."""
    return any(form in title and re.search(rf"(?<!\w){re.escape(form)}", title) for form in cluster.forms)
