"""Whom "he said" means, and who says what has no tag: the persons before it, weighed by a small trained model.

Method: a conditional logit (softmax over the persons named before the quotation, and nobody) with readable features: how
many sentences of the narrative back, as what, in which paragraph, who spoke last, gender. The weights in `weights.json` are fitted by
`training/quote_confidence.py`.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from generator.language.coreference.component import Entity, Mention
from generator.language.coreference.pronouns import FEMALE, MALE, MEN, WOMEN
from generator.language.coreference.roles import PARTS
from generator.language.coreference.trades import ROLES
from generator.language.lexicon.tags import MAIN_CLAUSES, SUBJECTS
from generator.language.quotes.before import ASKING
from generator.language.quotes.offices import Offices
from generator.language.quotes.view import Part, View
from generator.values.noun_kinds import noun_kind

Features = dict[str, float]
Asked = Literal["pronoun", "floating", "description"]
WINDOW = 14  # sentences back
LEADING_IN = frozenset(
    {"among", "one", "also", "beside", "behind", "next", "with", "first", "here", "there"}
)  # "Among those hurt is"


PASSIVE, ACTIVE = frozenset({"nsubj:pass", "nsubjpass"}), frozenset({"nsubj"})
CLAUSE_LABELS = frozenset({"acl", "advcl"})  # "who called Ann Field weak", "before Ann Field went"
LONGEST_UP = 6  # words up from a mention to the clause that it is in


Last = tuple[Entity | None, int, int]  # the last speaker, the paragraph and the token in which he spoke


class Antecedents(Part):
    """Ranks the persons of one article at a place."""

    def __init__(self, view: View, entities: Sequence[Entity], offices: Offices) -> None:
        super().__init__(view)
        people = [entity for entity in entities if entity.type == "PERSON"]
        found = [(bisect_left(self.starts, m.start), m, e) for e in people for m in e.mentions]
        wrong = {(n, e.id) for n, m, e in found if self._anothers(n, m, e, offices)}
        own = [entry for entry in found if entry[1].kind != "pronoun" and (entry[0], entry[2].id) not in wrong]
        self.mistaken = frozenset(name for _, name in wrong)  # whose links by coreference are in doubt
        self.mentions = sorted(own, key=lambda entry: entry[0])
        self.tokens = [token for token, _, _ in self.mentions]
        self.narrative = self._narrative()
        self.taken_up = self._taken_up((n, e) for n, m, e in found if m.kind == "pronoun")

    def _anothers(self, at: int, mention: Mention, entity: Entity, offices: Offices) -> bool:
        """ "the chancellor" is not the shadow chancellor who was named before."""
        last = bisect_left(self.starts, mention.end) - 1
        return mention.kind == "nominal" and last >= at and offices.contradicts(at, last, entity)

    def _taken_up(self, pronouns: Iterable[tuple[int, Entity]]) -> frozenset[tuple[int, str]]:
        """The sentences of the narrative whose main clause is of somebody as "he": "Then he left". Each with who that is."""
        words = self.words
        return frozenset(
            (self.narrative[words.sent[n]], entity.id)
            for n, entity in pronouns
            if self.quote_at[n] < 0 and words.dep[n] in SUBJECTS and words.dep[words.head[n]] in MAIN_CLAUSES
        )

    def candidates(self, token: int, asked: Asked, gender: str | None, last: Last) -> list[tuple[Entity | None, Features]]:
        """The persons before a token with what speaks for each, and nobody.

        Args:
            token: the pronoun, or the quotation's first token.
            asked: for whom.
            gender: the pronoun's, or None.
            last: the last speaker, his paragraph and his last token.
        """
        latest: dict[str, tuple[int, Mention, Entity]] = {}
        counts: dict[str, int] = {}
        floor = self.words.sent[token] - WINDOW
        for place in range(bisect_left(self.tokens, token) - 1, -1, -1):
            at, mention, entity = self.mentions[place]
            if self.words.sent[at] < floor and entity is not last[0]:
                if last[0] is None or last[0].id in latest:
                    break
                continue
            if entity.gender not in {None, gender} and gender is not None:
                continue
            counts[entity.id] = counts.get(entity.id, 0) + 1
            known = latest.get(entity.id)
            if known is None or (self.quote_at[known[0]] >= 0 > self.quote_at[at]):
                latest[entity.id] = at, mention, entity
        found: list[tuple[Entity | None, Features]] = [
            (entity, self._features(token, at, entity, asked, gender, last, counts[entity.id], len(latest)))
            for at, mention, entity in latest.values()
        ]
        here = [n for n, (at, _, _) in enumerate(latest.values()) if self.paragraph_at[at] == self.paragraph_at[token]]
        if len(here) == 1:
            found[here[0]][1][f"{asked} only one of the paragraph"] = 1.0
        return [
            *found,
            (
                None,
                {f"{asked} nobody": 1.0, f"{asked} nobody, candidates": min(3.0, len(latest)), **self._other(token, asked)},
            ),
        ]

    def _features(
        self,
        token: int,
        at: int,
        entity: Entity,
        asked: Asked,
        gender: str | None,
        last: Last,
        count: int,
        total: int,
    ) -> Features:
        words = self.words
        paragraph = self.paragraph_at[token]
        back = self.narrative[words.sent[token]] - self.narrative[words.sent[at]]
        same = self.paragraph_at[at] == paragraph
        spoken = last[0] is entity
        subject = self._subject(at)
        main = subject and self._main(at)
        here = self.narrative[words.sent[token]]
        made = {
            "back": min(back, 6) / 3,
            "same paragraph": float(same),
            "subject": float(subject),
            "subject, same paragraph": float(subject and same),
            "subject, sentence before": float(subject and back <= 1),
            "main subject": float(main),
            "main subject, sentence before": float(main and back <= 1),
            "taken up before": float((here - 1, entity.id) in self.taken_up),
            "quoted": float(self.quote_at[at] >= 0),
            "possessor": float(self._possessor(at)),
            "spoke last": float(spoken),
            "spoke last in this paragraph": float(spoken and last[1] == paragraph),
            "spoke last in the paragraph before": float(spoken and last[1] == paragraph - 1),
            "spoke last, named since": float(spoken and same),
            "named anew, another spoke last": float(not spoken and same and subject and last[1] < paragraph),
            "named anew behind another's words": float(not spoken and subject and last[2] < at and not self._within(at)),
            "within a clause": float(self._within(at)),
            "was asked": float(back <= 1 and self._asking(at, PASSIVE)),
            "asks": float(back <= 1 and self._asking(at, ACTIVE)),
            "joined": float(self._joined(at)),
            "often": math.log(count),
            "only one": float(total == 1),
            "gender known": float(gender is not None and entity.gender == gender),
        }
        return {f"{asked} {name}": value for name, value in made.items() if value}

    def _other(self, token: int, asked: Asked) -> Features:
        """Whether somebody without a name is the subject of the sentence before: "Officers came. “We will find it.”"."""
        words = self.words
        first = words.sentences[words.sent[token]][0]
        if first == 0 or self.paragraph_at[first - 1] != self.paragraph_at[token]:
            return {}
        low, high = words.sentences[words.sent[first - 1]]
        for n in range(low, high):
            if words.dep[n] in SUBJECTS and words.dep[words.head[n]] in MAIN_CLAUSES and self.quote_at[n] < 0:
                place = bisect_left(self.tokens, n + 1) - 1
                named = place >= 0 and self.mentions[place][1].end >= words.end[n]
                named = named or any(words.dep[c] in PARTS and words.pos[c] == "PROPN" for c in words.children[n])
                named = named or words.low[n] in MALE | FEMALE  # "He said it failed. “...”": whom "he" meant
                return {} if named else {f"{asked} nobody, another subject": 1.0}
        return {}

    def _subject(self, at: int) -> bool:
        """Whether the mention that begins at a token is the subject of its clause, or names it: "union leader | Ann Field"."""
        words, n = self.words, at
        for _ in range(4):
            if words.dep[n] in SUBJECTS or self._turned(n):
                return True
            # "Ann Field and | Bo Reed came": what "and" joins to a subject is one
            if words.dep[n] not in PARTS | {"conj"} or words.head[n] == n:
                return False
            n = words.head[n]
        return False

    def _asking(self, at: int, subjects: frozenset[str]) -> bool:
        """Whether somebody is the one asked ("Ann Field was asked why. She replied"), or the one who asks."""
        words, n = self.words, at
        for _ in range(4):
            if words.full_dep[n] in subjects:
                return words.lemma[words.head[n]] in ASKING
            if words.dep[n] not in PARTS or words.head[n] == n:
                return False
            n = words.head[n]
        return False

    def _turned(self, n: int) -> bool:
        """ "Among those hurt is | Ann Field": the subject behind its verb."""
        words = self.words
        verb = next((c for c in words.children[n] if words.dep[c] == "cop" and c < n), None)
        if verb is None or words.dep[n] not in MAIN_CLAUSES:
            return False
        opening = words.sentences[words.sent[n]][0]
        return any(words.low[k] in LEADING_IN for k in range(opening, min(opening + 2, n)))

    def _within(self, at: int) -> bool:
        """Whether a mention stands in a clause that only describes or leads in: "the trader who succeeded | Ann Field"."""
        words, n = self.words, at
        for _ in range(LONGEST_UP):
            if words.dep[n] in CLAUSE_LABELS:
                return True
            if words.head[n] == n:
                return False
            n = words.head[n]
        return False

    def _joined(self, at: int) -> bool:
        """Whether a mention is one of several that "and" joins: "Ann Field and Bo Reed came"."""
        words, n = self.words, at
        if words.dep[n] in PARTS:
            n = words.head[n]
        return words.dep[n] == "conj" or any(words.dep[c] == "conj" and words.pos[c] == "PROPN" for c in words.children[n])

    def _main(self, at: int) -> bool:
        """Whether the clause of a subject is in no other: "Ann Field" but not "Bo Reed" of "Ann Field was asked why Bo Reed left"."""
        words, n = self.words, at
        for _ in range(LONGEST_UP):
            if words.dep[n] in SUBJECTS:
                return words.dep[words.head[n]] in MAIN_CLAUSES
            if words.head[n] == n:
                break
            n = words.head[n]
        return self._turned(at)

    def only_owner(self, token: int, entity: Entity, gender: str | None) -> bool:
        """Whether the sentence before tells of somebody's man or woman: "President | Field's chief aide spoke. He said"."""
        here = self.narrative[self.words.sent[token]]
        for place in range(bisect_left(self.tokens, token) - 1, -1, -1):
            at, _, other = self.mentions[place]
            if here - self.narrative[self.words.sent[at]] > 1:
                return False
            if other is entity:
                return self._owns_somebody(at, gender)
        return False

    def _owns_somebody(self, at: int, gender: str | None) -> bool:
        """Whether a name only says whose the one is whom a clause is of, and who may be a "he"."""
        words = self.words
        own = next((n for n in range(at + 1, min(at + 4, len(words.low))) if words.low[n] in {"'s", "’s"}), None)
        head = at
        while own is not None and head < own and words.head[head] != head:
            head = words.head[head]
        if own is None or head <= own or words.dep[head] not in SUBJECTS or words.tag[head] != "NN":
            return False
        if words.low[head] in (WOMEN if gender == "male" else MEN):
            return False
        return words.low[head] in ROLES or noun_kind(words.low[head]) == "person"

    def _possessor(self, at: int) -> bool:
        return any(low in {"'s", "’s"} for low in self.words.low[at + 1 : at + 4])

    def _narrative(self) -> list[int]:
        """For each sentence how many sentences with words outside quotations stand before it."""
        words, count, numbers = self.words, 0, []
        for first, last in words.sentences:
            numbers.append(count)
            outside = sum(self.quote_at[n] < 0 and words.pos[n] not in {"PUNCT", "SPACE"} for n in range(first, last))
            count += outside > 0
        return numbers


def weighed(candidates: Sequence[tuple[Entity | None, Features]], weights: Mapping[str, float]) -> list[float]:
    """The probability of each candidate."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for _, features in candidates]
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    total = sum(raised)
    return [value / total for value in raised]
