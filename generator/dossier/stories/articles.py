"""What articles are about, and how alike they are: the ground on which two mentions are compared at all.

Articles are compared by their words (tf-idf, cosine), over an inverted index of the words that not everybody uses: the cost grows with the
number of articles, not of pairs.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from generator.dossier.stories.event_words import IRREGULAR, stem
from generator.dossier.stories.vectors import Vectors
from generator.records.model import Record

WORD = re.compile(r"[^\W\d_]+")
SMALL = frozenset(
    "the a an of in on at to for with by from and or but as is was were are be been being has had have having he she it they his her "
    "its their him them we you i our us your my that this these those which who whom whose what not no nor will would can could may "
    "might shall should must after before during while when where also than then there here so if about into over under out up down "
    "off more most some any all each other such only just said says say do does did".split()
)
KINDRED = 24  # articles with which one is compared
LEAST = 0.06  # likeness below which two articles tell of nothing common
COMMON = 20  # articles that may use a word by which kindred ones are looked up; in large dossiers
SHARE = 0.1  # or this share of them
LEAD = 3  # paragraphs, the headline among them

Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class About:
    """The words of an article by weight, each set of length one."""

    here: Weights  # by how few of the dossier's articles use them
    anywhere: Weights  # by how few texts at large use them
    lead: Weights
    title: Weights


def terms(text: str) -> list[str]:
    """The content words of a text without their inflection."""
    return [stem(IRREGULAR.get(w, w)) for w in map(str.lower, WORD.findall(text)) if w not in SMALL and len(w) > 1]


def unit(weights: Mapping[str, float]) -> Weights:
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

    def uses(self, word: str) -> int:
        """How many articles use it."""
        return self._uses[word]


def about(records: Sequence[Record], vectors: Vectors) -> tuple[list[About], Rarity]:
    """What each article is about."""
    read = [_paragraphs(record) for record in records]
    words = [[term for _, text in paragraphs for term in text] for paragraphs in read]
    rarity = Rarity(words, len(records))
    found = []
    for paragraphs, told in zip(read, words, strict=True):
        counted = {term: 1 + math.log(n) for term, n in Counter(told).items()}
        lead = Counter(term for _, text in paragraphs[:LEAD] for term in text)
        title = Counter(term for kind, text in paragraphs if kind == "title" for term in text)
        found.append(
            About(
                here=unit({term: n * rarity.here(term) for term, n in counted.items()}),
                anywhere=unit({term: n * vectors.rarity_of_stem(term) for term, n in counted.items()}),
                lead=unit({term: n * rarity.here(term) for term, n in lead.items()}),
                title=unit({term: n * rarity.here(term) for term, n in title.items()}),
            )
        )
    return found, rarity


def _paragraphs(record: Record) -> list[tuple[str, list[str]]]:
    return [(p.kind, terms(record.text[p.start : p.end])) for p in record.paragraphs if p.kind != "noise"]


def kindred(articles: Sequence[About], rarity: Rarity) -> list[tuple[int, int, float]]:
    """Pairs of articles worth comparing, with their likeness: for each article the most alike ones."""
    most = max(COMMON, SHARE * len(articles))
    few = len(articles) <= KINDRED + 1
    holders: dict[str, list[tuple[int, float]]] = {}
    for number, article in enumerate(articles):
        for term, weight in article.here.items():
            if few or rarity.uses(term) <= most:
                holders.setdefault(term, []).append((number, weight))
    pairs: dict[tuple[int, int], float] = {}
    for number, article in enumerate(articles):
        alike: dict[int, float] = {}
        for term, weight in article.here.items():
            for other, theirs in holders.get(term, ()):
                alike[other] = alike.get(other, 0.0) + weight * theirs
        alike.pop(number, None)
        for other, share in nlargest(KINDRED, alike.items(), key=lambda pair: (pair[1], -pair[0])):
            if share >= LEAST:
                pairs[min(number, other), max(number, other)] = share
    return [(one, other, share) for (one, other), share in sorted(pairs.items())]
