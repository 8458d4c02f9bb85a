"""What a statement is worth to a reader of several articles: what the others tell of and open with, and what kind of sentence it is.

The worth is a sum of few features with readable weights. They are fitted on statements of folders of articles that a reader judged
("essential", "minor", "beside the point", "no news"; `training/fact_worth.py`). An article alone is judged by its own ranking.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

import numpy as np

from generator.dossier.fact_order import COMMON_GAIN, HEADLINE_GAIN
from generator.dossier.fact_words import OWN, concepts, content
from generator.dossier.model import Happening, Statement, Subject
from generator.dossier.stories.figures import numbers
from generator.dossier.stories.vectors import Array, shipped
from generator.records.model import Record
from generator.values import front_worthy
from generator.values.words import LETTERS

# Fitted by ridge regression with the signs given, on 479 judged statements of 20 folders, then together with the weights of the order
# (`fact_order`) by how much of what a briefing of eight folders must tell the first ten statements tell, each thing once
FACT_WEIGHTS = {
    "common": 0.42,  # mean share of the other articles that use its words
    "opening": 0.45,  # the same of their headlines and first paragraphs
    "own": 0.05,  # its worth beside its own article's best
    "first": 0.15,  # it is its article's best, if the others open with some of it
    "headline": 0.10,  # the largest share of a headline's words that it holds
    "told": 0.10,  # logarithm of how many independent articles tell it
    "event": 0.03,  # logarithm of how many publishers tell the event in it
    "listed": 0.02,  # an entry of the chronology is told in it
    "salient": 0.02,  # 1 / rank of the most prominent person, body or place that it names
    "number": 0.02,
    "claimed": 0.05,  # somebody is named for it
    "late": -0.06,  # its place in its article, 0 to 1
    "own words": -0.14,  # "I", "we", "you"
    "opens quoted": -0.09,  # it begins with a quotation mark or a bracket
    "past": -0.20,  # its day is long before the articles: another case, what was before
    "vague": -0.10,  # it names nobody and nothing, counts nothing, and nobody is named for it
    "short": -0.18,  # words under 12, in tens
    "unended": -0.04,  # no full stop
    "capitals": -0.17,  # a heading has run into it
    "furniture": -0.20,  # what `front_worthy` finds
    "stranger": -0.20,  # it names people, bodies or places, but none that another article names: of another story
    "apart": -4.00,  # what its words lack of being shared with the other articles and their openings, up to `APART_BELOW`
}
CAPITALS = re.compile(r"\b[A-Z]{4,} [A-Z]{3,}")
ENDED = re.compile(r"[.!?…][\"”’')]*\Z")
OPENING_PARAGRAPHS = 4  # paragraphs
FEWEST_WORDS = 12  # words
TOLD_BY_ONE = 0.5  # what the worth beside its own article's best counts where no other article tells of the story
SOME = 0.2  # of the others' openings, from which an article's best statement is of their story
PAST = 180  # days before the first article
APART_BELOW = 0.15  # of other articles and of their openings, below which a statement stands apart from their story
THREE = 3  # independent articles, from which it is told by the others what is of their story
SMOOTH = 4  # concepts: a short statement is not all common words


class Around:
    """What a dossier tells, by article: read once, since a dossier of many articles tells many stories."""

    def __init__(self, happenings: Iterable[Happening] = (), subjects: Sequence[Subject] = ()) -> None:
        """Look up who is named and what happens where.

        Args:
            happenings: what the articles tell.
            subjects: whom and what they name, the most prominent first.
        """
        self.rank = {subject.id: 1 / (1 + n) for n, subject in enumerate(subjects)}
        self.named: dict[str, list[str]] = {}
        for subject in subjects:
            for source in subject.sources:
                self.named.setdefault(source, []).append(subject.id)
        self.events: dict[str, list[tuple[int, Happening]]] = {}
        for happening in happenings:
            for telling in happening.tellings:
                self.events.setdefault(telling.trigger.source, []).append((telling.trigger.start, happening))


class Articles:
    """What the articles of a story tell of.

    Attributes:
        values: what each concept is worth to the statement that adds it: other origins tell of it, headlines hold it.
    """

    def __init__(
        self,
        records: Sequence[Record],
        origins: Mapping[str, str],
        around: Around | None = None,
    ) -> None:
        """Count who uses which words, and where.

        Args:
            records: the articles of one story.
            origins: for an article that shares its text with others, one name for all of them.
            around: what their dossier tells.
        """
        self._around = around or Around()
        self._origin = {record.id: origins.get(record.id, record.id) for record in records}
        self._stories = {record.id: _story(record) for record in records}
        self._titles = [told for r in records if r.metadata.title and (told := _told(r.metadata.title))]
        self._anywhere, self._openings = shares(records, self._origin), shares(records, self._origin, OPENING_PARAGRAPHS)
        namers: dict[str, set[str]] = {}
        for name, origin in self._origin.items():
            for subject in self._around.named.get(name, ()):
                namers.setdefault(subject, set()).add(origin)
        self._namers = {subject: len(found) for subject, found in namers.items()}
        self._several = len(set(self._origin.values())) >= THREE
        published = min((day for r in records if (day := r.metadata.published)), default=None)
        self._begin = (date.fromisoformat(published) - timedelta(PAST)).isoformat() if published else ""
        held = Counter(chain.from_iterable(self._titles))
        headlines = {concept: HEADLINE_GAIN * count / len(self._titles) for concept, count in held.items()}
        shared = {concept: COMMON_GAIN * share for concept, share in self._anywhere.items()}
        self.values = {c: shared.get(c, 0.0) + headlines.get(c, 0.0) for c in sorted(shared.keys() | headlines.keys())}

    @property
    def alone(self) -> bool:
        """Whether all comes from one origin: nothing can be told by what others tell."""
        return len(set(self._origin.values())) < 2

    def worth(self, statement: Statement, origins: int) -> float:
        """What a statement is worth, about 0 to 1.

        Args:
            statement: a fact of one of the articles, scored beside that article's best.
            origins: how many independent articles tell it.
        """
        if self.alone:
            return TOLD_BY_ONE * (statement.score - front_worthy.loss(statement.passage.text))
        return round(sum(FACT_WEIGHTS[name] * value for name, value in self.features(statement, origins).items()), 4)

    def features(self, statement: Statement, origins: int) -> dict[str, float]:
        """What is known of a statement, by the names of `FACT_WEIGHTS`."""
        passage = statement.passage
        text = " ".join(passage.text.split())
        about = concepts(content(text))
        common, opening = _mean(self._anywhere, about), _mean(self._openings, about)
        named = [self._namers.get(subject, 0) for subject in statement.subjects]
        told = [h for at, h in self._around.events.get(passage.source, ()) if passage.start <= at < passage.end]
        story = self._stories[passage.source]
        number = next((n for n, (start, end) in enumerate(story) if start <= passage.start < end), len(story))
        return {
            "own": statement.score,
            "first": min(1.0, opening / SOME) * (statement.score >= 1.0),
            "common": common,
            "opening": opening,
            "headline": max((len(about & title) / len(title) for title in self._titles), default=0.0),
            "told": float(np.log(origins)),
            "event": float(np.log(max((h.publishers for h in told), default=1))),
            "listed": float(any(h.listed and h.tier == "story" for h in told)),
            "salient": max((self._around.rank.get(s, 0.0) for s in statement.subjects), default=0.0),
            "number": float(bool(numbers(text))),
            "claimed": float(statement.claimed_by is not None),
            "late": number / max(1, len(story)),
            "own words": float(bool(OWN.search(text))),
            "past": float(bool(statement.date) and (statement.date or "") < self._begin),
            "opens quoted": float(text[:1] in "(“\"'‘["),
            "vague": float(not (statement.subjects or numbers(text) or statement.claimed_by or statement.date)),
            "short": max(0, FEWEST_WORDS - len(text.split())) / 10,
            "unended": float(not ENDED.search(text)),
            "capitals": float(bool(CAPITALS.search(text))),
            "furniture": front_worthy.loss(passage.text),
            "stranger": float(self._several and bool(named) and max(named) < 2),
            "apart": max(0.0, APART_BELOW - common - opening) if self._several else 0.0,
        }


def _story(record: Record) -> list[tuple[int, int]]:
    """Where the paragraphs of an article's story stand."""
    return [(p.start, p.end) for p in record.paragraphs if p.kind == "body"] or [(0, len(record.text))]


def shares(records: Iterable[Record], origins: Mapping[str, str], paragraphs: int | None = None) -> dict[str, float]:
    """For each concept the share of the other origins that use it.

    Args:
        records: the articles.
        origins: for an article that shares its text with others, one name for all of them.
        paragraphs: how many of each are read; None: all.
    """
    used: dict[str, set[str]] = {}
    for record in records:
        parts = [record.text[start:end] for start, end in _story(record)[:paragraphs]]
        used.setdefault(origins.get(record.id, record.id), set()).update(
            _told(" ".join([record.metadata.title or "", *parts]))
        )
    others = max(1, len(used) - 1)
    return {concept: (count - 1) / others for concept, count in Counter(chain.from_iterable(used.values())).items()}


def _mean(shares: Mapping[str, float], about: frozenset[str]) -> float:
    return sum(shares.get(concept, 0.0) for concept in sorted(about)) / (len(about) + SMOOTH)


def _told(text: str) -> frozenset[str]:
    return concepts(content(text))


def vectors(texts: Sequence[str]) -> Array:
    """What texts mean, a row each."""
    return shipped().mean([LETTERS.findall(text.lower()) for text in texts])
