"""Which articles tell of one story, where a folder holds several.

Articles are compared by the words that few texts at large use, those of headline and opening more (cosine), over an inverted index of
each one's most telling words, so that the cost grows with the number of articles; alike ones are joined by average linkage.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from heapq import nlargest

from generator.dossier.stories.articles import Weights, likeness, terms, unit
from generator.dossier.stories.inverted_index import neighbours
from generator.dossier.stories.linkage import Least, average_linkage
from generator.dossier.stories.vectors import shipped
from generator.records.model import Record

# From 0.11 to 0.13 no folder of dossiers-dev falls apart, and 29 folders poured into one come out as 27 stories (of which one is right:
# two folders tell of one rocket). Drawn at random, two to five articles of one folder fall apart in 1 of 150 cases, of ECB+'s events
# in 1 of 45; five articles of a newspaper come out as five stories in 88 of 100, of two events of one kind as two in 43
LEAST_LIKENESS = Least(0.13, 0.13)
HEADLINE_COUNTS = 3  # what a word counts in a headline
OPENING_COUNTS = 2  # in the first paragraphs
PARAGRAPHS_READ = 3  # that open an article
READ = 20  # paragraphs of an article
TELLING = 40  # words of an article by which others are looked up
ALL_COMPARED = 60  # articles that are all compared with each other
NEIGHBOURS = 40  # with which each of more is
BROAD = 200  # articles that may share a word by which others are looked up
PAIR = 3  # articles up to which each may be another story
SHARE_OF_ONE_STORY = 0.6  # share of the articles from which one story is the folder's


def groups(records: Sequence[Record]) -> list[list[int]]:
    """The numbers of the articles of each story, the story of most articles first; a single list where the folder tells one story.

    Among more than `PAIR` articles one odd article makes no second story: most of them tell of one, and that is the folder's.
    """
    whole = [list(range(len(records)))]
    found = average_linkage(len(records), _alike([_words(record) for record in records]), LEAST_LIKENESS)
    found.sort(key=lambda group: (-len(group), group))
    return found if len(records) <= PAIR or len(found[0]) <= SHARE_OF_ONE_STORY * len(records) else whole


def _words(record: Record) -> Weights:
    """The words of an article by how much they tell."""
    counted: Counter[str] = Counter()
    for term in terms(record.metadata.title or ""):
        counted[term] += HEADLINE_COUNTS
    story = [p for p in record.paragraphs if p.kind == "body"][:READ]
    for number, paragraph in enumerate(story):
        for term in terms(record.text[paragraph.start : paragraph.end]):
            counted[term] += OPENING_COUNTS if number < PARAGRAPHS_READ else 1
    rarity = shipped().rarity_of_stem
    return unit({term: (1 + math.log(n)) * rarity(term) ** 2 for term, n in counted.items()})


def _alike(articles: Sequence[Weights]) -> list[tuple[int, int, float]]:
    """Pairs of articles and how alike they are: all of few; of many each with those that share its most telling words."""
    everybody = ((one, other) for other in range(len(articles)) for one in range(other))
    pairs = set(everybody) if len(articles) <= ALL_COMPARED else _looked_up(articles)
    return [(one, other, round(likeness(articles[one], articles[other]), 6)) for one, other in sorted(pairs)]


def _looked_up(articles: Sequence[Weights]) -> set[tuple[int, int]]:
    telling = [nlargest(TELLING, words.items(), key=lambda pair: (pair[1], pair[0])) for words in articles]
    return neighbours(telling, NEIGHBOURS, BROAD)
