"""Which statements a reader needs first: features, and weights fitted on summaries that people wrote.

Statements are chosen one after the other (maximal marginal relevance, Carbonell and Goldstein 1998): the best by weight, but none
that says again, in other words, what a better one says.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from generator.language.coreference.component import Entity
from generator.language.facts.candidates import FIRST_PERSON, Candidate
from generator.language.words import Words
from generator.values.front_worthy import loss

# Fitted on the development sets' ROUGE-1 recall, so that further articles' headlines and abstracts agree (benchmarks/fit_facts.py
# --further); the optimum is flat, so the numbers are round.
# More features (length, paragraph, figures, dates, tense, term frequency, likeness to other sentences) gave nothing on articles
# left out of the fit, nor did trees over all of them.
WEIGHTS = {
    "first": 1.0,  # the story's first sentence
    "early": 4.0,  # 1 / (1 + number of the sentence)
    "place": 0.8,  # minus the logarithm of the number of the sentence
    "headline": 3.5,  # share of the headline's words that are in it
    "central": 0.5,  # its content words' frequency in the article
    "front": 0.9,  # the same in its first words, as if there were always so many: what is told who reads no further
    "rare": -0.9,  # share of its content words that the story has nowhere else
    "names": 0.3,  # salience of who and what is named
    "quoted": -1.0,  # share of words between quotation marks
    "pronouns": -0.2,  # pronouns whose antecedent is not in it
    "person": -1.0,  # "I", "we", "you"
    "address": -4.0,  # somebody is spoken to: "Hey Ann, …"
    "negated": -2.0,  # "not", "no", "never": what was so is told before what was not
    "several": -1.0,  # statements or a list, joined by semicolons
    "short": -1.0,  # words under 10, in tens
    "opening": 0.6,  # a slice without its opening
    "tail": -1.3,  # a slice without its tail
    "attribution": -1.0,  # what is claimed, without who claims it (shown beside it): "Police said …"
    "credit": 0.3,  # the same, "…, police said"
    "subject": -1.0,  # its subject is a pronoun
    "layout": -1.5,  # it reads like a caption or a teaser (`front_worthy`)
    "joined": -0.3,  # a slice after "and"
    "renown": 4.0,  # what the subject of a biography is known for
    "words": 8.0,  # where the headline is missing: how many of its words the first ones are likely to have, beyond the first statement
}
# The chance that a word of an article stands in its headline (log odds). Where a headline is missing, the first fact does its work:
# it tells what the article is about in its first words. Fitted on half of 1,100 articles whose headline was cut off, and rounded;
# before the rounding it did as well on the other half.
HEADLINE_WORDS = {
    "any": -4.8,
    "early": 2.1,  # 1 / (1 + number of the first statement with it)
    "share": 2.5,  # share of the statements with it
    "often": 0.85,  # logarithm of their number
    "light": 0.55,  # the same, of a word that carries no sense: "of", "in"
    "salient": 1.7,  # 1 / rank of the person or thing in whose name it stands
    "PROPN": -0.7,
    "NOUN": -0.3,
    "VERB": -1.0,
    "ADJ": -0.65,
    "ADV": -0.65,
    "NUM": -1.1,
}
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
PRONOUNS = frozenset("he she it they him her them his hers its their theirs this that these those".split())
NEGATIONS = frozenset("not n't n’t no never".split())
EMPTY = frozenset("be have do say also not so then there here when where how why very just".split())
AGAIN = 0.55  # share of content words in common from which a statement repeats another
NOVELTY = 3.0  # what a statement loses for saying what better ones say, times that share
FRONT = 15  # words
FURNITURE = 1.5  # what a sentence loses from which it is a caption or a teaser
OPENING_STATEMENTS = 3  # statements that may tell of what the rest does not
LEAST = 10  # words by which a short statement's are divided
MOST = 30  # statements an article
CONSIDERED = 5  # candidates a statement that may be chosen


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and how much a reader needs it."""

    candidate: Candidate
    weight: float
    content: frozenset[str]


def rank(doc: Doc, words: Words, found: Sequence[Candidate]) -> list[Ranked]:
    """Choose statements, best first, none said twice."""
    table = Features(doc, words, found)
    scored = [Ranked(c, sum(WEIGHTS[k] * v for k, v in table.of(c).items()), table.content(c)) for c in found]
    return chosen([r for r in scored if not table.aside(r.candidate)] or scored)


def chosen(scored: Sequence[Ranked], most: int = MOST) -> list[Ranked]:
    """The best statements one after the other, each for what it says that the ones before it do not."""
    waiting = sorted(scored, key=lambda r: (-r.weight, r.candidate.first, -r.candidate.last))[: CONSIDERED * most]
    worth = [each.weight for each in waiting]
    sizes = [len(each.content) or 1 for each in waiting]
    by_word: dict[str, list[int]] = {}
    for place, each in enumerate(waiting):
        for word in each.content:
            by_word.setdefault(word, []).append(place)
    left = list(range(len(waiting)))
    taken: list[Ranked] = []
    while left and len(taken) < most:
        best = max(left, key=lambda place: (worth[place], -place))
        taken.append(replace(waiting[best], weight=worth[best]))
        sentence, size, others = waiting[best].candidate.sentence, sizes[best], left
        shared = Counter(place for word in waiting[best].content for place in by_word[word])
        left = []
        for place in others:
            again = shared[place] / min(size, sizes[place])
            if again < AGAIN and waiting[place].candidate.sentence != sentence:
                worth[place] -= NOVELTY * again
                left.append(place)
    return taken


class Features:
    """What is known of a candidate, one number a feature."""

    def __init__(self, doc: Doc, words: Words, found: Sequence[Candidate]) -> None:
        self.words = words
        total = len(words.text)
        self.light = [words.pos[n] not in CONTENT or words.lemma[n] in EMPTY for n in range(total)]
        self.headline = frozenset(w for w in _plain(doc._.title or "") if len(w) > 3)
        told = {c.sentence for c in found}
        seen = Counter(
            lemma
            for number in sorted(told)
            for lemma in {words.lemma[n] for n in range(*words.sentences[number]) if not self.light[n]}
        )
        self.weight = [
            0.0 if self.light[n] else math.log1p(seen[words.lemma[n]] - 1 if seen[words.lemma[n]] else 0)
            for n in range(total)
        ]
        self.named: dict[int, tuple[str, float]] = {}
        self.pronoun: dict[int, str] = {}
        at = {start: n for n, start in enumerate(words.start)}
        for place, entity in enumerate(doc._.entities):
            self._mentions(entity, 1 / (1 + place), at)
        self.quoted = _between_marks(words)
        self.chances = {} if self.headline else self._chances(doc, {c.sentence: c.order for c in found})
        self.opening = self._headline_words(self._real(found[0])) if found else 0.0

    def _mentions(self, entity: Entity, worth: float, at: dict[int, int]) -> None:
        for mention in entity.mentions:
            n = at.get(mention.start)
            if n is not None and mention.kind == "name":
                self.named[n] = (entity.id, worth)
            elif n is not None and mention.kind == "pronoun":
                self.pronoun[n] = entity.id

    def _chances(self, doc: Doc, orders: dict[int, int]) -> dict[str, float]:
        """How likely each word of the story is to stand in its headline.

        Args:
            doc: the article.
            orders: the numbers of the sentences that are statements, and each one's place among them.
        """
        words = self.words
        held: dict[str, list[tuple[int, int]]] = {}  # where a word stands: the order of a statement, and a token in it
        for number, order in sorted(orders.items(), key=lambda entry: entry[1]):
            for low, n in {words.low[n]: n for n in reversed(range(*words.sentences[number]))}.items():
                held.setdefault(low, []).append((order, n))
        salient = _salience_of_words(words, doc._.entities)
        chances = {}
        for low, places in held.items():
            (order, first), often = places[0], math.log(len(places))
            odds = HEADLINE_WORDS["any"] + HEADLINE_WORDS["early"] / (1 + order)
            odds += HEADLINE_WORDS["salient"] * salient.get(low, 0)
            if self.light[first]:
                odds += HEADLINE_WORDS["light"] * often
            else:
                odds += HEADLINE_WORDS["often"] * often + HEADLINE_WORDS["share"] * len(places) / len(orders)
                odds += HEADLINE_WORDS[words.pos[first]]
            if low[0].isalnum():
                chances[low] = 1 / (1 + math.exp(-odds))
        return chances

    def _headline_words(self, real: Sequence[int]) -> float:
        """How many words of a headline are to be expected in the first words, as if there were always so many."""
        expected = sum(self.chances.get(low, 0) for low in {self.words.low[n] for n in real[:FRONT]})
        return FRONT * expected / max(LEAST, min(FRONT, len(real)))

    def _real(self, candidate: Candidate) -> list[int]:
        return [n for n in range(candidate.first, candidate.last) if self.words.pos[n] != "PUNCT"]

    def content(self, candidate: Candidate) -> frozenset[str]:
        """The words that carry a candidate's sense."""
        return frozenset(self.words.low[n] for n in range(candidate.first, candidate.last) if not self.light[n])

    def of(self, candidate: Candidate) -> dict[str, float]:
        """The features of a candidate, by the names of `WEIGHTS`."""
        words, span = self.words, range(candidate.first, candidate.last)
        real = self._real(candidate)
        size = len(real) or 1
        full = [n for n in real if not self.light[n]]
        lows = {words.low[n] for n in full} | {words.lemma[n] for n in full}
        named = {self.named[n][0]: self.named[n][1] for n in real if n in self.named}
        loose = sum(_is_personal(words, n) and self.pronoun.get(n) not in named for n in real)
        front = sum(self.weight[n] for n in {words.low[n]: n for n in real[:FRONT]}.values())
        return {
            "first": float(candidate.order == 0),
            "early": 1 / (1 + candidate.order),
            "place": -math.log1p(candidate.order),
            "headline": len(self.headline & lows) / (len(self.headline) or 1),
            "central": sum(self.weight[n] for n in full) / (len(full) or 1),
            "front": front / FRONT,
            "rare": sum(self.weight[n] == 0 for n in full) / (len(full) or 1),
            "names": sum(named.values()),
            "quoted": sum(self.quoted[n] for n in real) / size,
            "pronouns": float(loose),
            "person": float(any(words.low[n] in FIRST_PERSON for n in real)),
            "address": float(any(words.dep[n] == "vocative" for n in real)),
            "negated": float(any(words.low[n] in NEGATIONS for n in real)),
            "several": float(any(words.text[n] == ";" for n in span)),
            "short": max(0, 10 - size) / 10,
            "opening": float("opening" in candidate.cut),
            "tail": float("tail" in candidate.cut),
            "attribution": float("attribution" in candidate.cut),
            "credit": float("credit" in candidate.cut),
            "joined": float("joined" in candidate.cut),
            "layout": loss(words.article[words.start[candidate.first] : words.end[candidate.last - 1]]),
            "renown": float(candidate.renown),
            "words": self._headline_words(real) - self.opening,
            "subject": float(self._loose_subject(candidate, real)),
        }

    def aside(self, candidate: Candidate) -> bool:
        """Whether a sentence further down is no part of the story: furniture, or without a word or name of the rest."""
        if candidate.renown or candidate.order < OPENING_STATEMENTS:
            return False
        words, (first, last) = self.words, self.words.sentences[candidate.sentence]
        if loss(words.article[words.start[first] : words.end[last - 1]]) >= FURNITURE:
            return True
        strange = all(self.light[n] or self.weight[n] == 0 for n in range(first, last))
        return strange and not any(n in self.named for n in range(first, last))

    def _loose_subject(self, candidate: Candidate, real: Sequence[int]) -> bool:
        """Whether the main clause is about "he", "that" or "you", and no name stands before it."""
        words = self.words
        root = next((n for n in real if not candidate.first <= words.head[n] < candidate.last or words.head[n] == n), None)
        subject = None if root is None else _subject(words, root)
        if subject is None or words.pos[subject] not in {"PRON", "DET"} or words.low[subject] not in PRONOUNS | FIRST_PERSON:
            return False
        who = self.pronoun.get(subject)
        return who is None or all(self.named.get(n, ("",))[0] != who for n in real if n < subject)


def _is_personal(words: Words, n: int) -> bool:
    """Whether a word is a personal pronoun of the third person."""
    return words.low[n] in PRONOUNS and words.pos[n] in {"PRON", "DET"} and words.tag[n] in {"PRP", "PRP$"}


def _salience_of_words(words: Words, entities: Sequence[Entity]) -> dict[str, float]:
    """How salient the most salient name is that a word stands in."""
    return {
        words.low[n]: 1 / (1 + place)
        for place, entity in reversed(list(enumerate(entities)))
        for mention in entity.mentions
        if mention.kind == "name"
        for n in range(bisect_left(words.start, mention.start), bisect_left(words.start, mention.end))
    }


def _subject(words: Words, verb: int) -> int | None:
    return next((c for c in words.children[verb] if words.dep[c] in {"nsubj", "expl"}), None)


def _plain(text: str) -> list[str]:
    return "".join(c if c.isalnum() else " " for c in text.lower()).split()


def _between_marks(words: Words) -> list[bool]:
    inside, found = False, []
    for text in words.text:
        if text in {"“", "``"}:
            inside = True
        elif text in {"”", "''"}:
            inside = False
        elif text == '"':
            inside = not inside
        found.append(inside)
        if text.count("\n") > 1:
            inside = False
    return found
