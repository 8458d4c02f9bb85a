"""What speaks for two mentions being of one event, and what against: the numbers that the model judges.

Each feature is one line of `NAMES`, in the order of the columns; the model's file names them too, so that a change of one without the other
is noticed. The sign says whether more of it may only speak for (+1) or against (-1) one event; training keeps to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast

import numpy as np

from generator.dossier.stories.articles import About, Kinship, Rarity, Weights, likeness, terms
from generator.dossier.stories.figures import alike, numbers
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Array, Vectors
from generator.records.model import EventDate, Record

NAMES: dict[str, int] = {
    # the triggers
    "same_word": 1,  # "crashed", "crashed"
    "same_stem": 1,  # "crashed", "crash"
    "same_kind": 1,  # "abducted", "kidnapped"
    "trigger_meaning": 1,  # cosine
    "trigger_inside": 1,  # the one's trigger stands in the other's sentence
    "trigger_rarity": 0,  # 0: every article of the dossier has it
    "trigger_rarity_anywhere": 0,
    "trigger_articles": 0,  # how many articles have it, as a logarithm
    "reporting": 0,  # "said", "announced"
    "same_status": 1,  # happened, planned, ...
    # the sentences
    "sentence_words": 1,  # tf-idf cosine
    "sentence_shared": 1,  # the weight of what they share
    "sentence_meaning": 1,
    "near_words": 1,  # around the triggers
    "near_meaning": 1,
    "before_words": 1,
    "after_words": 1,
    # who, where, when, how many
    "who": 1,  # rarity of the participants that they share
    "who_differs": -1,  # both have participants, none in common
    "named": 1,  # rarity of the names that the sentences share
    "named_differs": -1,
    "before_same": 1,  # who stands before the trigger: mostly the subject
    "before_differs": -1,
    "after_same": 1,
    "after_differs": -1,
    "place_same": 1,
    "place_differs": -1,
    "day_same": 1,
    "day_differs": -1,
    "day_reckoned_same": 1,
    "day_reckoned_differs": -1,
    "number_same": 1,
    "number_differs": -1,
    # the articles
    "article": 1,  # tf-idf cosine, by the dossier's rarity
    "article_anywhere": 1,  # by rarity at large
    "article_lead": 1,
    "article_title": 1,
    "article_names": 1,
    "article_shared_names": 1,
    "article_circle": 1,
    "article_relative": 1,
    "article_meaning": 1,
    "one_article": 0,
    "one_sentence": 0,
    "apart": -1,  # sentences between them in one article
    "both_lead": 0,
    "both_title": 0,
    "positions": -1,  # how different their places in the articles are
    "published_apart": -1,  # days, as a logarithm
}
Rows = np.ndarray[Any, np.dtype[np.intp]]
REPORTING = frozenset(
    "say tell add note report announce state claim argu insist explain warn repli ask writ confirm accord".split()
)
# What the training articles show too seldom to be learnt: days that the words name exclude each other, whatever else is alike, and speak
# against all that the two are joined to; of other contradictions the factor on how likely the two are one
EXCLUDED = -1.0
PLAIN = 0.45  # rarity of a trigger at large up to which it tells little
SAME_SENTENCE = 0.5  # likeness of two sentences from which they are much the same
DOUBTED = 0.7
CONFLICTS = {"number_differs": 0.5, "place_differs": 0.7}
WINDOW = 5  # words on each side of a trigger
MANY = 60  # sentences apart at most


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as far as it is compared."""

    words: Weights
    names: frozenset[str]
    numbers: Mapping[str, frozenset[float]]  # by what is counted


@dataclass(frozen=True, slots=True)
class Side:
    """A mention as far as it is compared."""

    sentence: Sentence
    row: int  # of the sentence's vector
    near: Weights
    before: Weights
    after: Weights
    who: frozenset[str]
    first: frozenset[str]  # named before the trigger
    last: frozenset[str]  # named after it
    date: EventDate | None
    explicit: bool  # its words name the day, and no other day is needed to reckon it


class Compared:
    """The mentions of a dossier, ready to be compared in pairs."""

    def __init__(
        self,
        mentions: Sequence[EventMention],
        records: Sequence[Record],
        articles: Sequence[About],
        rarity: Rarity,
        vectors: Vectors,
        triggers: tuple[dict[str, int], Array],
        kin: Mapping[tuple[int, int], Kinship],
    ) -> None:
        """Read every sentence once."""
        self.mentions, self.articles, self.rarity, self.vectors = mentions, articles, rarity, vectors
        self.rows, self.meanings = triggers
        self.kin = kin
        self._read(records)

    def _read(self, records: Sequence[Record]) -> None:
        names = _Names(self.mentions, records)
        self.sides: list[Side] = []
        sentences: dict[tuple[int, int], tuple[int, Sentence]] = {}
        texts: list[list[str]] = []
        nears: list[list[str]] = []
        for mention in self.mentions:
            record, span = records[mention.number], mention.event.sentence
            key = (mention.number, span.start)
            if key not in sentences:
                words = record.text[span.start : span.end]
                sentences[key] = (
                    len(texts),
                    Sentence(self.rarity.weights(terms(words)), mention.before | mention.after, numbers(words)),
                )
                texts.append(words.lower().split())
            row, sentence = sentences[key]
            before = record.text[span.start : mention.event.trigger.start].split()[-WINDOW:]
            after = record.text[mention.event.trigger.end : span.end].split()[:WINDOW]
            nears.append([w.strip(".,;:\"'()").lower() for w in (*before, *after)])
            one, other = terms(" ".join(before)), terms(" ".join(after))
            self.sides.append(
                Side(
                    sentence=sentence,
                    row=row,
                    near=self.rarity.weights([*one, *other]),
                    before=self.rarity.weights(one),
                    after=self.rarity.weights(other),
                    who=frozenset(mention.participants),
                    first=mention.before,
                    last=mention.after,
                    date=mention.event.date,
                    explicit=_explicit(record, mention.event.date),
                )
            )
        self.sentences = self.vectors.mean([[w.strip(".,;:\"'()") for w in text] for text in texts])
        self.nears = self.vectors.mean(nears)
        self.wholes = self._wholes(len(records))
        self.names = names

    def _wholes(self, articles: int) -> Array:
        """One vector an article: the mean of its sentences'."""
        found = np.zeros((articles, self.vectors.dimensions), dtype=np.float32)
        done = set()
        for mention, side in zip(self.mentions, self.sides, strict=True):
            if side.row not in done:
                done.add(side.row)
                found[mention.number] += self.sentences[side.row]
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return (found / np.where(lengths > 0, lengths, 1)).astype(np.float32)

    @cached_property
    def _spread(self) -> dict[str, float]:
        """How much it tells that two share a name: 1 where only they have it."""
        return self.names.rarity

    def table(self, pairs: Sequence[tuple[int, int]]) -> Array:
        """One row a pair, one column a feature."""
        ones = np.fromiter((one for one, _ in pairs), dtype=np.intp, count=len(pairs))
        others = np.fromiter((other for _, other in pairs), dtype=np.intp, count=len(pairs))
        sentence = np.array([side.row for side in self.sides], dtype=np.intp)
        trigger = np.array([self.rows[m.stem] for m in self.mentions], dtype=np.intp)
        article = np.array([m.number for m in self.mentions], dtype=np.intp)
        meant = {
            "trigger_meaning": _cosines(self.meanings, trigger[ones], trigger[others]),
            "sentence_meaning": _cosines(self.sentences, sentence[ones], sentence[others]),
            "near_meaning": _cosines(self.nears, ones, others),
            "article_meaning": _cosines(self.wholes, article[ones], article[others]),
        }
        rows = np.zeros((len(pairs), len(NAMES)), dtype=np.float32)
        columns = {name: n for n, name in enumerate(NAMES)}
        by_article: dict[tuple[int, int], dict[str, float]] = {}
        by_sentence: dict[tuple[int, int], dict[str, float]] = {}
        for n, (one, other) in enumerate(pairs):
            a, b = self.mentions[one], self.mentions[other]
            about = (a.number, b.number)
            if about not in by_article:
                by_article[about] = self._of_articles(*about)
            told = (self.sides[one].row, self.sides[other].row)
            if told not in by_sentence:
                by_sentence[told] = self._of_sentences(self.sides[one].sentence, self.sides[other].sentence)
            for found in (by_article[about], by_sentence[told], self._of_mentions(one, other)):
                for name, value in found.items():
                    rows[n, columns[name]] = value
        for name, column in meant.items():
            rows[:, columns[name]] = column
        return rows

    def _of_articles(self, one: int, other: int) -> dict[str, float]:
        a, b = self.articles[one], self.articles[other]
        kin = self.kin[one, other] if one != other else Kinship(1.0, 1.0, 1.0, 1.0, 1.0)
        return {
            "article": kin.words,
            "article_anywhere": kin.anywhere,
            "article_names": kin.names,
            "article_circle": kin.circle,
            "article_relative": kin.relative,
            "article_lead": likeness(a.lead, b.lead),
            "article_title": likeness(a.title, b.title),
            "article_shared_names": self._shared(self.names.of[one], self.names.of[other]),
            "one_article": float(one == other),
            "published_apart": self.names.apart(one, other),
        }

    def _of_sentences(self, a: Sentence, b: Sentence) -> dict[str, float]:
        found = {
            "sentence_words": likeness(a.words, b.words),
            "sentence_shared": sum(self.rarity.here(w) for w in a.words if w in b.words),
            "named": self._shared(a.names, b.names),
            "named_differs": float(bool(a.names and b.names) and not a.names & b.names),
        }
        return found | alike(a.numbers, b.numbers)

    def _of_mentions(self, one: int, other: int) -> dict[str, float]:
        a, b = self.mentions[one], self.mentions[other]
        mine, theirs = self.sides[one], self.sides[other]
        found = {
            "same_word": float(a.word == b.word),
            "same_stem": float(a.stem == b.stem),
            "same_kind": float(not a.kinds.isdisjoint(b.kinds)),
            "trigger_inside": (float(a.stem in theirs.sentence.words) + float(b.stem in mine.sentence.words)) / 2,
            "trigger_rarity": max(self.rarity.here(a.stem), self.rarity.here(b.stem)),
            "trigger_rarity_anywhere": (self.vectors.rarity_of_stem(a.stem) + self.vectors.rarity_of_stem(b.stem)) / 2,
            "trigger_articles": float(np.log1p(min(self.rarity.uses(a.stem), self.rarity.uses(b.stem)))),
            "reporting": float((a.stem in REPORTING) + (b.stem in REPORTING)),
            "same_status": float(a.event.status == b.event.status),
            "near_words": likeness(mine.near, theirs.near),
            "before_words": likeness(mine.before, theirs.before),
            "after_words": likeness(mine.after, theirs.after),
            "both_lead": float(a.lead) + float(b.lead),
            "both_title": float(a.title) + float(b.title),
            "positions": abs(np.log1p(a.position) - np.log1p(b.position)),
        }
        for name, ours, others in (
            ("who", mine.who, theirs.who),
            ("before_same", mine.first, theirs.first),
            ("after_same", mine.last, theirs.last),
        ):
            against = {"who": "who_differs", "before_same": "before_differs", "after_same": "after_differs"}[name]
            found[name] = self._shared(ours, others)
            found[against] = float(bool(ours and others) and not ours & others)
        if a.place and b.place:
            found["place_same" if a.place == b.place else "place_differs"] = 1.0
        if a.number == b.number:
            found["one_sentence"] = float(a.event.sentence.start == b.event.sentence.start)
            found["apart"] = float(min(MANY, abs(a.position - b.position)))
        found.update(_days(mine, theirs))
        return found

    def _shared(self, ours: frozenset[str], theirs: frozenset[str]) -> float:
        return sum(self._spread[name] for name in ours & theirs)


class _Names:
    """Which subjects each article names, and how many articles name them."""

    def __init__(self, mentions: Sequence[EventMention], records: Sequence[Record]) -> None:
        self._days = [record.metadata.published for record in records]
        named: list[set[str]] = [set() for _ in records]
        for mention in mentions:
            named[mention.number] |= mention.before | mention.after
            named[mention.number].update(mention.participants)
        self.of = [frozenset(names) for names in named]
        held: dict[str, int] = {}
        for names in self.of:
            for name in names:
                held[name] = held.get(name, 0) + 1
        most = np.log(len(records) + 1)
        self.rarity = {name: float(np.log((len(records) + 1) / (count + 0.5)) / most) + 0.1 for name, count in held.items()}

    def apart(self, one: int, other: int) -> float:
        ours, theirs = self._days[one], self._days[other]
        if ours is None or theirs is None:
            return -1.0
        return float(
            np.log1p(abs(int(np.datetime64(ours[:10], "D").astype(int)) - int(np.datetime64(theirs[:10], "D").astype(int))))
        )


def weighed(likely: Array, rows: Array, many_stories: bool = False) -> Array:
    """How likely each pair is one event, less where its tellings contradict each other; below zero where they exclude each other.

    In a dossier of many stories what is said, and what any story may tell of ("put", "won"), is one event only in much the same words.
    """
    columns = {name: n for n, name in enumerate(NAMES)}
    if many_stories:
        plain = (rows[:, columns["reporting"]] > 0) | (rows[:, columns["trigger_rarity_anywhere"]] < PLAIN)
        other = (rows[:, columns["one_article"]] == 0) & (rows[:, columns["sentence_words"]] < SAME_SENTENCE)
        others_take_part = (rows[:, columns["who_differs"]] > 0) & (rows[:, columns["sentence_words"]] < SAME_SENTENCE)
        likely = np.where((plain & other) | others_take_part, np.float32(DOUBTED) * likely, likely)
    for name, factor in CONFLICTS.items():
        likely = np.where(rows[:, columns[name]] > 0, np.float32(factor) * likely, likely)
    return np.where(rows[:, columns["day_differs"]] > 0, np.float32(EXCLUDED), likely)


def _cosines(vectors: Array, ones: Rows, others: Rows) -> Array:
    return cast(Array, np.einsum("ij,ij->i", vectors[ones], vectors[others]))


def _explicit(record: Record, date: EventDate | None) -> bool:
    """Whether the words for a day name it: "October 1", not "Sunday" or "two days ago"."""
    if date is None or date.wording is None:
        return False
    words = record.text[date.wording.start : date.wording.end].lower()
    return any(c.isdigit() for c in words) and not words.endswith(("ago", "later", "earlier", "before", "after"))


def _days(mine: Side, theirs: Side) -> dict[str, float]:
    """Whether what the texts say of the days can both hold: those that they name themselves, and those reckoned from another."""
    a, b = mine.date, theirs.date
    if a is None or b is None or not (a.earliest and a.latest and b.earliest and b.latest):
        return {}
    together = a.earliest <= b.latest and b.earliest <= a.latest
    if mine.explicit and theirs.explicit:
        return {"day_same": 1.0} if together else {"day_differs": 1.0}
    return {"day_reckoned_same": 1.0} if together else {"day_reckoned_differs": 1.0}
