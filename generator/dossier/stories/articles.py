"""What articles are about, and how alike they are: the ground on which two mentions are compared at all.

Articles are compared by their words (tf-idf, cosine), over an inverted index of the words that not everybody uses: the cost grows with the
number of articles, not of pairs.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from generator.dossier.stories.event_words import IRREGULAR, stem
from generator.dossier.stories.inverted_index import neighbours
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Vectors
from generator.records.model import Record
from generator.values.words import LETTERS

# words of the closed classes, and "said": two articles that share them share nothing
SMALL = frozenset(
    "the a an of in on at to for with by from and or but as is was were are be been being has had have having he she it they his her "
    "its their him them we you i our us your my that this these those which who whom whose what not no nor will would can could may "
    "might shall should must after before during while when where also than then there here so if about into over under out up down "
    "off more most some any all each other such only just said says say do does did".split()
)
SMALL_DOSSIER = 40  # articles that are all compared with each other
KINDRED = 24  # articles with which one of more is compared
LEAST_KINDRED = 0.06  # likeness below which two articles tell of nothing common
ONE_STORY = 0.15  # mean likeness below which two of many articles never told of one event
COMMON = 20  # articles that may use a word by which kindred ones are looked up; in large dossiers
SHARE = 0.1  # or this share of them
LEAD_PARAGRAPHS = 3  # paragraphs, the headline among them

Weights = dict[Any, float]


@dataclass(frozen=True, slots=True)
class About:
    """The words of an article by weight, each set of length one."""

    here: Weights  # by how few of the dossier's articles use them
    anywhere: Weights  # by how few texts at large use them
    lead: Weights
    title: Weights
    names: Weights  # who and what is named
    sentences: Mapping[int, Weights]  # those of the lead, by their beginning


def terms(text: str) -> list[str]:
    """The content words of a text without their inflection."""
    return [stem(IRREGULAR.get(w, w)) for w in map(str.lower, LETTERS.findall(text)) if w not in SMALL and len(w) > 1]


def unit(weights: Mapping[Any, float]) -> Weights:
    """Weights of length one."""
    length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
    return {term: w / length for term, w in weights.items()}


def likeness(one: Weights, other: Weights) -> float:
    """The cosine of two sets of weights of length one."""
    if len(other) < len(one):
        one, other = other, one
    return sum(w * other[term] for term, w in one.items() if term in other)


class Rarity:
    """How much a word tells in this dossier."""

    def __init__(self, used: Iterable[Iterable[str]], articles: int) -> None:
        """Count the articles that use a word, given the words of each."""
        self._uses = Counter(word for words in used for word in set(words))
        self._most = math.log(articles + 1)
        self._articles = articles

    def here(self, word: str) -> float:
        """From 0, every article uses it, to 1, one does."""
        return math.log((self._articles + 1) / (self._uses[word] + 0.5)) / self._most if self._most else 1.0

    def weights(self, words: Iterable[str]) -> Weights:
        """The words of a sentence by how much they tell, of length one."""
        return unit({word: self.here(word) + 0.1 for word in words})

    def uses(self, word: str) -> int:
        """How many articles use it."""
        return self._uses[word]


def about(records: Sequence[Record], mentions: Sequence[EventMention], vectors: Vectors) -> tuple[list[About], Rarity]:
    """What each article is about."""
    named: list[Counter[str]] = [Counter() for _ in records]
    leads: list[dict[int, str]] = [{} for _ in records]
    for mention in mentions:
        named[mention.number].update(mention.before | mention.after)
        if mention.lead:
            leads[mention.number][mention.event.sentence.start] = mention.sentence
    spread = Counter(name for names in named for name in names)
    rare = {name: math.log((len(records) + 1) / (count + 0.5)) + 0.1 for name, count in spread.items()}
    read = [_paragraphs(record) for record in records]
    words = [[term for _, text in paragraphs for term in text] for paragraphs in read]
    rarity = Rarity(words, len(records))
    found = []
    for number, (paragraphs, told) in enumerate(zip(read, words, strict=True)):
        counted = {term: 1 + math.log(n) for term, n in Counter(told).items()}
        lead = Counter(term for _, text in paragraphs[:LEAD_PARAGRAPHS] for term in text)
        title = Counter(term for kind, text in paragraphs if kind == "title" for term in text)
        found.append(
            About(
                here=unit({term: n * rarity.here(term) for term, n in counted.items()}),
                anywhere=unit({term: n * vectors.rarity_of_stem(term) for term, n in counted.items()}),
                lead=unit({term: n * rarity.here(term) for term, n in lead.items()}),
                title=unit({term: n * rarity.here(term) for term, n in title.items()}),
                names=unit({name: (1 + math.log(n)) * rare[name] for name, n in named[number].items()}),
                sentences={start: rarity.weights(terms(text)) for start, text in leads[number].items()},
            )
        )
    return found, rarity


def _paragraphs(record: Record) -> list[tuple[str, list[str]]]:
    return [(p.kind, terms(record.text[p.start : p.end])) for p in record.paragraphs if p.kind != "noise"]


@dataclass(frozen=True, slots=True)
class Kinship:
    """How alike two articles are."""

    words: float  # by the dossier's rarity
    anywhere: float  # by rarity at large
    names: float
    circle: float = 0.0  # how far they are alike to the same third ones
    relative: float = 0.0  # beside what each has most alike

    @property
    def mean(self) -> float:
        """Of the three likenesses."""
        return (self.words + self.anywhere + self.names) / 3


def kindred(articles: Sequence[About], rarity: Rarity) -> dict[tuple[int, int], Kinship]:
    """Pairs of articles worth comparing: all of a small dossier, for each of many articles the most alike ones."""
    few = len(articles) <= SMALL_DOSSIER
    looked_up = combinations(range(len(articles)), 2) if few else sorted(_looked_up(articles, rarity))
    pairs = {(a, b): _kinship(articles[a], articles[b]) for a, b in looked_up}
    if not few:
        pairs = {pair: kin for pair, kin in pairs.items() if kin.mean >= ONE_STORY}
    near: list[dict[int, float]] = [{n: 1.0} for n in range(len(articles))]
    for (one, other), kin in pairs.items():
        near[one][other] = near[other][one] = kin.mean
    most = [max((share for other, share in row.items() if other != n), default=1.0) or 1.0 for n, row in enumerate(near)]
    rows = [unit({other: share**2 for other, share in row.items()}) for row in near]
    return {
        (one, other): Kinship(
            kin.words,
            kin.anywhere,
            kin.names,
            likeness(rows[one], rows[other]),
            near[one][other] / max(most[one], most[other]),
        )
        for (one, other), kin in sorted(pairs.items())
    }


def _kinship(one: About, other: About) -> Kinship:
    return Kinship(likeness(one.here, other.here), likeness(one.anywhere, other.anywhere), likeness(one.names, other.names))


def _looked_up(articles: Sequence[About], rarity: Rarity) -> set[tuple[int, int]]:
    most = min(max(COMMON, SHARE * len(articles)), 2 * COMMON)  # bounded: the cost must not grow with pairs
    rare = [[(term, weight) for term, weight in article.here.items() if rarity.uses(term) <= most] for article in articles]
    return neighbours(rare, KINDRED, most, LEAST_KINDRED)
