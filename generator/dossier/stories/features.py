"""What speaks for two mentions being of one event, and what against: the numbers that the model judges.

Each feature is one line of `PAIR_FEATURES`, in the order of the columns; the model's file names them too, so that a change of one without
the other is noticed. The sign says whether more of it may only speak for (+1) or against (-1) one event; training keeps to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from generator.dossier.stories.articles import About, Kinship, Rarity, likeness, terms
from generator.dossier.stories.bags import Bags, Flags
from generator.dossier.stories.figures import ONE_EACH, counted, differ, numbers
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Array, Vectors, unit
from generator.records.model import EventDate, Record

PAIR_FEATURES: dict[str, int] = {
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
REPORTING_STEMS = frozenset(
    "say tell add note report announce state claim argu insist explain warn repli ask writ confirm accord".split()
)
# What the training articles show too seldom to be learnt: days that the words name exclude each other, whatever else is alike, and speak
# against all that the two are joined to; of other contradictions the factor on how likely the two are one
EXCLUDED = -1.0
PLAIN = 0.45  # rarity of a trigger at large up to which it tells little
SAME_SENTENCE = 0.5  # likeness of two sentences from which they are much the same
DOUBTED = 0.7
CONFLICTS = {"number_differs": 0.5, "place_differs": 0.7}
VECTORS_AT_ONCE = 2048  # pairs of vectors that fit a processor's cache
WINDOW = 5  # words on each side of a trigger
MARKS = ".,;:\"'()"
MANY = 60  # sentences apart at most


class Compared:
    """The mentions of a dossier, ready to be compared in pairs: every sentence is read once, the pairs are compared all at once."""

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
        """Read the mentions and their sentences."""
        self.mentions, self.articles, self.kin = mentions, articles, kin
        rows, self.meanings = triggers
        self.names = _Names(mentions, records)
        self._read_sentences(records, rarity, vectors)
        self._read_sides(records, rarity, vectors)
        self._read_triggers(rows, rarity, vectors)
        self._days = _Days(mentions, records)

    def _read_sentences(self, records: Sequence[Record], rarity: Rarity, vectors: Vectors) -> None:
        rows: dict[tuple[int, int], int] = {}
        texts: list[str] = []
        named: list[frozenset[str]] = []
        for m in self.mentions:
            span = m.event.sentence
            if (m.number, span.start) not in rows:
                rows[m.number, span.start] = len(texts)
                texts.append(records[m.number].text[span.start : span.end])
                named.append(m.before | m.after)
        self.sentence = _whole(rows[m.number, m.event.sentence.start] for m in self.mentions)
        self.article = _whole(m.number for m in self.mentions)
        words = [rarity.weights(terms(text)) for text in texts]
        self.words = Bags(words, {word: rarity.here(word) for word in dict.fromkeys(w for bag in words for w in bag)})
        self.named = Bags([dict.fromkeys(names, 1.0) for names in map(sorted, named)], self.names.rarity)
        self.numbers = [numbers(text) for text in texts]
        self.counted = Bags([dict.fromkeys(counted(n), 1.0) for n in self.numbers])
        self.measured = np.array([not ONE_EACH.isdisjoint(n) for n in self.numbers], dtype=np.bool_)
        self.sentences = vectors.mean([[w.strip(MARKS) for w in text.lower().split()] for text in texts])
        number = np.zeros(len(texts), dtype=np.intp)
        number[self.sentence] = self.article
        wholes = np.zeros((len(records), vectors.dimensions), dtype=np.float32)
        np.add.at(wholes, number, self.sentences)
        self.wholes = unit(wholes)

    def _read_sides(self, records: Sequence[Record], rarity: Rarity, vectors: Vectors) -> None:
        before, after, nears, spoken = [], [], [], []
        for m in self.mentions:
            text, span, trigger = records[m.number].text, m.event.sentence, m.event.trigger
            left, right = text[span.start : trigger.start].split()[-WINDOW:], text[trigger.end : span.end].split()[:WINDOW]
            one, other = terms(" ".join(left)), terms(" ".join(right))
            before.append(rarity.weights(one))
            after.append(rarity.weights(other))
            nears.append(rarity.weights([*one, *other]))
            spoken.append([w.strip(MARKS).lower() for w in (*left, *right)])
        self.near, self.before, self.after = Bags(nears), Bags(before), Bags(after)
        self.nears = vectors.mean(spoken)
        worth = self.names.rarity
        self.who = Bags([dict.fromkeys(m.participants, 1.0) for m in self.mentions], worth)
        self.first = Bags([dict.fromkeys(sorted(m.before), 1.0) for m in self.mentions], worth)
        self.last = Bags([dict.fromkeys(sorted(m.after), 1.0) for m in self.mentions], worth)

    def _read_triggers(self, rows: Mapping[str, int], rarity: Rarity, vectors: Vectors) -> None:
        told = self.mentions
        stems = sorted(rows, key=lambda stem: rows[stem])
        self.trigger = _whole(rows[m.stem] for m in told)
        self.word, self.place = _numbered([m.word for m in told]), _numbered([m.place for m in told])
        self.status = _numbered([m.event.status for m in told])
        self.here = np.array([rarity.here(stem) for stem in stems], dtype=np.float64)
        self.anywhere = np.array([vectors.rarity_of_stem(stem) for stem in stems], dtype=np.float64)
        self.uses = np.array([rarity.uses(stem) for stem in stems], dtype=np.float64)
        self.reporting = np.array([stem in REPORTING_STEMS for stem in stems], dtype=np.float32)
        self.stem_word = self.words.numbers(stems)
        self.kinds = Bags([{str(kind): 1.0 for kind in sorted(m.kinds)} for m in told])
        self.title = np.array([m.title for m in told], dtype=np.float32)
        self.lead = np.array([m.lead for m in told], dtype=np.float32)
        self.position = _whole(m.position for m in told)

    def table(self, pairs: Sequence[tuple[int, int]]) -> Array:
        """One row a pair, one column a feature."""
        at = np.array(pairs, dtype=np.intp).reshape(-1, 2)
        ones, others = at[:, 0], at[:, 1]
        columns = {name: n for n, name in enumerate(PAIR_FEATURES)}
        rows = np.zeros((len(at), len(PAIR_FEATURES)), dtype=np.float32)
        for part in (self._of_articles, self._of_sentences, self._of_triggers, self._of_sides, self._days.compared):
            for name, values in part(ones, others).items():
                rows[:, columns[name]] = values
        return rows

    def roughly(self, pairs: Sequence[tuple[int, int]]) -> Array:
        """How alike the two of each pair are by the meaning of their sentences and triggers: cheap, to choose what is judged."""
        at = np.array(pairs, dtype=np.intp).reshape(-1, 2)
        ones, others = at[:, 0], at[:, 1]
        told = _cosines(self.sentences, self.sentence[ones], self.sentence[others])
        return told + _cosines(self.nears, ones, others) + _cosines(self.meanings, self.trigger[ones], self.trigger[others])

    def _of_articles(self, ones: Rows, others: Rows) -> dict[str, Array]:
        a, b = self.article[ones], self.article[others]
        keys, back = np.unique(a * len(self.articles) + b, return_inverse=True)
        met = [self._of_two_articles(*divmod(int(key), len(self.articles))) for key in keys]
        found = {
            name: np.array([values[name] for values in met], dtype=np.float32)[back] for name in (met[0] if met else ())
        }
        return found | {"article_meaning": _cosines(self.wholes, a, b), "one_article": (a == b).astype(np.float32)}

    def _of_two_articles(self, one: int, other: int) -> dict[str, float]:
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
            "article_shared_names": sum(self.names.rarity[n] for n in sorted(self.names.of[one] & self.names.of[other])),
            "published_apart": self.names.apart(one, other),
        }

    def _of_sentences(self, ones: Rows, others: Rows) -> dict[str, Array]:
        a, b = self.sentence[ones], self.sentence[others]
        words, shared, _ = self.words.common(a, b)
        _, named, names = self.named.common(a, b)
        both = np.flatnonzero(self.measured[a] & self.measured[b])
        differs = np.zeros(len(a), dtype=np.float32)
        for n in both:
            differs[n] = differ(self.numbers[a[n]], self.numbers[b[n]])
        return {
            "sentence_words": words,
            "sentence_shared": shared,
            "sentence_meaning": _cosines(self.sentences, a, b),
            "named": named,
            "named_differs": _one(self.named.filled[a] & self.named.filled[b] & (names == 0)),
            "number_same": _one(self.counted.common(a, b)[2] > 0),
            "number_differs": differs,
            "one_sentence": _one(a == b),
        }

    def _of_triggers(self, ones: Rows, others: Rows) -> dict[str, Array]:
        a, b = self.trigger[ones], self.trigger[others]
        theirs = _one(self.words.hold(self.sentence[others], self.stem_word[a]))
        ours = _one(self.words.hold(self.sentence[ones], self.stem_word[b]))
        within = self.article[ones] == self.article[others]
        apart = np.abs(self.position[ones] - self.position[others])
        place = (self.place[ones] >= 0) & (self.place[others] >= 0)
        together = self.place[ones] == self.place[others]
        return {
            "same_word": _one(self.word[ones] == self.word[others]),
            "same_stem": _one(a == b),
            "same_kind": _one(self.kinds.common(ones, others)[2] > 0),
            "trigger_meaning": _cosines(self.meanings, a, b),
            "trigger_inside": (theirs + ours) / 2,
            "trigger_rarity": np.maximum(self.here[a], self.here[b]),
            "trigger_rarity_anywhere": (self.anywhere[a] + self.anywhere[b]) / 2,
            "trigger_articles": np.log1p(np.minimum(self.uses[a], self.uses[b])),
            "reporting": self.reporting[a] + self.reporting[b],
            "same_status": _one(self.status[ones] == self.status[others]),
            "both_lead": self.lead[ones] + self.lead[others],
            "both_title": self.title[ones] + self.title[others],
            "positions": np.abs(np.log1p(self.position[ones]) - np.log1p(self.position[others])),
            "apart": np.where(within, np.minimum(MANY, apart), 0),
            "place_same": _one(place & together),
            "place_differs": _one(place & ~together),
        }

    def _of_sides(self, ones: Rows, others: Rows) -> dict[str, Array]:
        found = {
            "near_words": self.near.common(ones, others)[0],
            "near_meaning": _cosines(self.nears, ones, others),
            "before_words": self.before.common(ones, others)[0],
            "after_words": self.after.common(ones, others)[0],
        }
        for same, against, bags in (
            ("who", "who_differs", self.who),
            ("before_same", "before_differs", self.first),
            ("after_same", "after_differs", self.last),
        ):
            _, found[same], count = bags.common(ones, others)
            found[against] = _one(bags.filled[ones] & bags.filled[others] & (count == 0))
        return found


class _Days:
    """Whether what the texts say of the days can both hold: those that they name themselves, and those reckoned from another."""

    def __init__(self, mentions: Sequence[EventMention], records: Sequence[Record]) -> None:
        dates = [m.event.date for m in mentions]
        order = {day: n for n, day in enumerate(sorted({day for d in dates if d for day in (d.earliest, d.latest) if day}))}
        self._known = np.array([bool(d and d.earliest and d.latest) for d in dates], dtype=np.bool_)
        self._first, self._last = (
            np.array([order.get(day or "", 0) for day in days], dtype=np.intp)
            for days in ([d and d.earliest for d in dates], [d and d.latest for d in dates])
        )
        self._explicit = np.array([_explicit(records[m.number], m.event.date) for m in mentions], dtype=np.bool_)

    def compared(self, ones: Rows, others: Rows) -> dict[str, Array]:
        known = self._known[ones] & self._known[others]
        together = (self._first[ones] <= self._last[others]) & (self._first[others] <= self._last[ones])
        named = self._explicit[ones] & self._explicit[others]
        return {
            "day_same": _one(known & named & together),
            "day_differs": _one(known & named & ~together),
            "day_reckoned_same": _one(known & ~named & together),
            "day_reckoned_differs": _one(known & ~named & ~together),
        }


def _one(flags: Flags) -> Array:
    return flags.astype(np.float32)


def _whole(values: Iterable[int]) -> Rows:
    return np.array(list(values), dtype=np.intp)


def _numbered(values: Sequence[str | None]) -> Rows:
    """Equal values by equal numbers; what is none by -1."""
    numbers = {value: n for n, value in enumerate(dict.fromkeys(v for v in values if v))}
    return _whole(numbers[value] if value else -1 for value in values)


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
    columns = {name: n for n, name in enumerate(PAIR_FEATURES)}
    if many_stories:
        plain = (rows[:, columns["reporting"]] > 0) | (rows[:, columns["trigger_rarity_anywhere"]] < PLAIN)
        other = (rows[:, columns["one_article"]] == 0) & (rows[:, columns["sentence_words"]] < SAME_SENTENCE)
        others_take_part = (rows[:, columns["who_differs"]] > 0) & (rows[:, columns["sentence_words"]] < SAME_SENTENCE)
        likely = np.where((plain & other) | others_take_part, np.float32(DOUBTED) * likely, likely)
    for name, factor in CONFLICTS.items():
        likely = np.where(rows[:, columns[name]] > 0, np.float32(factor) * likely, likely)
    return np.where(rows[:, columns["day_differs"]] > 0, np.float32(EXCLUDED), likely)


def _cosines(vectors: Array, ones: Rows, others: Rows) -> Array:
    found = np.empty(len(ones), dtype=np.float32)
    for first in range(0, len(ones), VECTORS_AT_ONCE):
        some = slice(first, first + VECTORS_AT_ONCE)
        found[some] = np.einsum("ij,ij->i", vectors[ones[some]], vectors[others[some]])
    return found


def _explicit(record: Record, date: EventDate | None) -> bool:
    """Whether the words for a day name it: "October 1", not "Sunday" or "two days ago"."""
    if date is None or date.wording is None:
        return False
    words = record.text[date.wording.start : date.wording.end].lower()
    return any(c.isdigit() for c in words) and not words.endswith(("ago", "later", "earlier", "before", "after"))
