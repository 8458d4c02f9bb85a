"""How sure it is that a quotation's words are speech and its speaker's: a logistic model over readable signs.

Method: each sign (how the speaker was found, which construction, how long the quotation is, how well the article knows the
name ...) has a weight in `weights.json`, fitted by `training/quote_confidence.py` on articles that no rule was written on, and checked by
cross-validation by article: of a hundred quotations at .9 about ninety are right. `benchmarks/quotes.py` prints how it holds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from generator.language.coreference.component import Entity
from generator.language.coreference.persons import OFFICES
from generator.language.names.persons import PERSONAL
from generator.language.quotes import cues
from generator.language.quotes.antecedents import Features
from generator.language.quotes.frames import Frames
from generator.language.quotes.speakers import Speaker
from generator.language.quotes.unspoken import VERB
from generator.language.quotes.view import Attribution, Part, View

LONG = 8  # words of a quotation that is no coined word
FEW = 3
MANY = 4  # persons
DETERMINERS = frozenset({"the", "a", "an"})
MOST_CERTAIN = 0.99  # nothing is certain for want of a doubt


@cache
def weights() -> dict[str, dict[str, float]]:
    """The fitted weights: of the antecedents and of the signs."""
    made: dict[str, dict[str, float]] = json.loads(files(__package__).joinpath("weights.json").read_text("utf-8"))
    return made


def signs_of(kind: str) -> str:
    """Which weights a quotation has: words in marks and reported words fail in different ways."""
    return "sign" if kind == "direct" else "reported"


def probability(signs: Mapping[str, float], table: Mapping[str, float]) -> float:
    """The logistic of the weighed signs, never 1."""
    score = table.get("always", 0.0) + sum(table.get(name, 0.0) * value for name, value in signs.items())
    return round(min(MOST_CERTAIN, 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))), 3)


class Signs(Part):
    """Collects the signs for one article's quotations."""

    def __init__(self, view: View, frames: Frames) -> None:
        super().__init__(view)
        self.frames = frames
        self.known: dict[str, Features] = {}  # by entity: an article may quote somebody a thousand times

    def of(self, attribution: Attribution, speaker: Speaker, kind: str) -> Features:
        """What speaks for and against a quotation and its speaker."""
        entity = speaker.entity
        if entity is None:
            return {}
        found = {
            f"found by {speaker.how}": 1.0,
            f"{kind}": 1.0,
            f"is {entity.type}": 1.0,
            **self._construction(attribution, kind),
            **self._name(entity),
            **self._source(attribution, entity),
            **self._words(attribution, kind),
        }
        if speaker.how == "described" and attribution.source:
            found["described in known words"] = float(self._known(attribution.source, entity))
        if speaker.how == "body":
            found["body, no organisation"] = float(entity.type != "ORG")
        if speaker.shared:
            found["surname of several"] = 1.0
        if speaker.candidates:
            found[f"{speaker.how}, margin"] = self._margin(speaker)
            chance = min(max(speaker.probability, 0.01), 0.99)
            found[f"{speaker.how}, chance"] = math.log(chance / (1 - chance))
            others = sum(candidate is not None for candidate, _ in speaker.candidates)
            found[f"{speaker.how}, namesake"] = float(self._namesake(speaker))
            found[f"{speaker.how}, joined"] = max(
                f.get(f"{speaker.how} joined", 0.0) for e, f in speaker.candidates if e is entity
            )
            found[f"{speaker.how}, candidates"] = min(float(others), MANY)
        elif speaker.probability < 1:
            found["mention in doubt"] = 1 - speaker.probability
        return found

    def _known(self, source: tuple[int, int], entity: Entity) -> bool:
        """Whether it repeats how the article introduced the speaker: "Russian President Vladimir Putin", "the Russian president"."""
        told = self._content(self.text[self.words.start[source[0]] : self.words.end[source[1] - 1]])
        return bool(told) and any(told <= self._content(self.text[d.start : d.end]) for d in entity.descriptions)

    @staticmethod
    def _content(text: str) -> frozenset[str]:
        """Its words, without articles."""
        return frozenset(text.casefold().split()) - DETERMINERS

    def _construction(self, a: Attribution, kind: str) -> Features:
        words = self.words
        lemma = words.lemma[a.cue_token] if a.cue_token is not None else ""
        cue = "no cue" if not a.cue else "say" if lemma in cues.PLAIN else "reports" if lemma in cues.VERBS else "any verb"
        if a.label or a.introduced:
            cue = "label" if a.label else "introduced"
        signs: Features = {f"{kind}, cue: {cue}": 1.0}
        if a.sure:
            signs["in a frame"] = 1.0
            signs["in a frame behind"] = float(a.tag)
        if a.quoted:
            first = self.quoted[a.quoted[0]]
            signs["unclosed"] = float(not all(self.quoted[k].closed for k in a.quoted))
            signs["single marks"] = float(first.single)
            signs["quotations"] = min(len(a.quoted) - 1, 3) / 3
            signs["goes on over paragraphs"] = float(self.quoted[a.quoted[-1]].paragraph != first.paragraph)
            signs["clash of frames"] = float(self._clash(a))
        if a.source and a.cue_token is not None:
            apart = max(a.source[0] - a.cue_token, a.cue_token - a.source[1] + 1, 0)
            signs["source apart"] = min(apart, 10) / 10
            signs["long source"] = float(a.source[1] - a.source[0] > LONG)
        return {name: value for name, value in signs.items() if value}

    def _clash(self, a: Attribution) -> bool:
        """Whether one of its quotations has a frame of another verb."""
        return any(self.frames.cue_of.get(k, a.cue_token) != a.cue_token for k in a.quoted)

    def _name(self, entity: Entity) -> Features:
        """How well the article knows the speaker by name."""
        if entity.id not in self.known:
            self.known[entity.id] = self._named(entity)
        return self.known[entity.id]

    @staticmethod
    def _named(entity: Entity) -> Features:
        names = [m for m in entity.mentions if m.kind == "name"]
        parts = entity.name.split()
        return {
            "one word name": float(len(parts) == 1),
            "long name": float(len(parts) > FEW),
            "named once": float(len(names) < 2),
            "named often": float(len(names) > MANY),
            "no capital": float(any(part[:1].islower() and len(part) > FEW for part in parts)),
        }

    def _source(self, a: Attribution, entity: Entity) -> Features:
        """How the source names the speaker: "Mr. Sandhu" and "President Sandhu" are persons though it is one word."""
        if a.source is None or " " in entity.name:
            return {}
        titled = any(self.words.low[n] in PERSONAL | OFFICES for n in range(*a.source))
        return {"one word name, titled": 1.0} if titled else {}

    @staticmethod
    def _namesake(speaker: Speaker) -> bool:
        """Whether another who may be meant has the same surname: "he" of two brothers."""
        entity = speaker.entity
        surname = entity.name.split()[-1] if entity else ""
        return any(
            other is not None and other is not entity and other.name.split()[-1] == surname
            for other, _ in speaker.candidates
        )

    @staticmethod
    def _margin(speaker: Speaker) -> float:
        """By how much the speaker outdoes the next candidate, nobody included."""
        others = sorted(speaker.others, reverse=True)
        return speaker.probability - (others[0] if others else 0.0)

    def _words(self, a: Attribution, kind: str) -> Features:
        """What the words themselves look like."""
        if kind == "indirect":
            return {}
        start, end = a.content[0][0], a.content[-1][1]
        text = self.text[start:end].strip("“”„«»‘’\"' ")
        count = len(text.split())
        opening = self.view.token(start)
        before = opening - 1
        while before >= 0 and self.words.pos[before] == "SPACE":
            before -= 1
        inside = (
            before >= 0 and self.paragraph_at[before] == self.paragraph_at[opening] and self.words.pos[before] != "PUNCT"
        )
        signs = {
            "one word": float(count == 1),
            "two or three words": float(1 < count <= FEW),
            "few words": float(FEW < count <= LONG),
            "no verb": float(VERB.search(text) is None),
            "small letter": float(text[:1].islower()),
            "no end mark": float(text[-1:].isalnum()),
            "inside a sentence": float(inside),
            "inside a sentence, capital": float(inside and text[:1].isupper()),
        }
        return {f"{kind}, {name}": value for name, value in signs.items() if value}
