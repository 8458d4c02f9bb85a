"""How far a time reaches: what keeps it from being the time of another event than the one that it dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from generator.language.events.periods import Period
from generator.language.quotes.marks import quoted_spans
from generator.language.words import FEW_CHILDREN, Words

STEPS_UP = 12
# "She resigned on Monday. She later apologised": not on Monday, or nobody says so
AFTERWARDS = frozenset(
    "after afterward afterwards eventually later meanwhile previously since subsequently thereafter earlier".split()
)
UNITS = frozenset("day days week weeks month months year years decade decades century centuries hour hours minutes".split())
# labels of clauses and phrases that only add to what a sentence tells
ASIDES = frozenset({"acl", "advcl", "appos"})
BRACKETS = {"(": ")", "[": "]"}
SPOKEN = 5  # tokens that make words in quotation marks more than a name or a single word
VERBS = frozenset({"VERB", "AUX"})


class Speech:
    """Which words of an article stand in quotation marks: a time there dates what is said, and no other time dates it."""

    def __init__(self, words: Words, paragraphs: Iterable[tuple[int, int]]) -> None:
        self.words = words
        self.spans = [quoted.inner for quoted in quoted_spans(words.article, paragraphs)]
        self.starts = [start for start, _ in self.spans]

    def of(self, n: int) -> int | None:
        """The number of the quotation that a token stands in; None outside, and in marks around a few words."""
        at = self.words.start[n]
        place = bisect_right(self.starts, at) - 1
        if place < 0 or at >= self.spans[place][1]:
            return None
        first, last = (bisect_left(self.words.start, edge) for edge in self.spans[place])
        return place if last - first >= SPOKEN else None


def is_afterwards(words: Words, n: int) -> bool:
    """Whether an event's clause says that it was at another time than what is told before it: "later apologised"."""
    node = n
    for _ in range(STEPS_UP):
        if any(_says_so(words, c) for c in words.children[node][:FEW_CHILDREN]):
            return True
        if words.pos[node] in VERBS or words.head[node] == node:
            return False
        node = words.head[node]
    return False


def lasts(words: Words, n: int) -> bool:
    """Whether an event took its time: "taught there for ten years and retired in 2015"; that of another is not its own."""
    lengths = (c for c in words.children[n][:FEW_CHILDREN] if words.low[c] in UNITS and words.dep[c] == "obl")
    return any(words.low[k] == "for" for c in lengths for k in words.children[c][:1])


def _says_so(words: Words, n: int) -> bool:
    """ "later", "afterwards", "since then", "before that"."""
    if words.low[n] in AFTERWARDS and words.dep[n] == "advmod":
        return True
    return n > 0 and words.low[n] in {"then", "that"} and words.low[n - 1] in {"since", "after", "before", "until"}


def is_aside(words: Words, period: Period) -> bool:
    """Whether a time stands in a clause or in brackets that only add to a sentence: "Holm, who sang in Oslo on Monday, is a critic"."""
    first = words.sentences[words.sent[period.first]][0]
    before = words.low[max(first, period.first - 10 * STEPS_UP) : period.first]
    if any(before.count(opening) > before.count(closing) for opening, closing in BRACKETS.items()):
        return True
    node = period.first
    for _ in range(STEPS_UP):
        if words.dep[node] in ASIDES:
            return True
        if words.head[node] == node:
            return False
        node = words.head[node]
    return False
