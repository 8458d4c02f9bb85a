"""Statements that stand alone: sentences of the story, and slices of them, in the source's own words.

A sentence gives several slices: without its opening ("Meanwhile, …", "In a tweet on Friday, …"), without a tail ("…, which
opened in 1909"), without the attribution ("…, officials said": then we say beside it who claims it). A slice that would open
with a word whose sense lies in the sentence before ("He …", "This …") is no candidate.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from generator.language.layers import paragraphs
from generator.language.words import Words
from generator.sources.boilerplate import furniture

Offsets = tuple[int, int]

# "HEMPSTEAD, N.Y., Sept. 26 (UPI) —": where and when a story was filed
DATELINE = re.compile(r"[A-Z][A-Z’'.-]{2,}[^\n—–]{0,50}?(\([A-Z/ ]{2,12}\)\s*)?(—|―|–|--|\s-)\s+(?=\S)")
# what links a sentence to the one before; the slice starts after it
CONNECTIVES = frozenset(
    "but and or so yet also however meanwhile moreover furthermore nevertheless nonetheless instead indeed still then thus "
    "therefore hence besides additionally finally similarly likewise otherwise again though plus now".split()
)
CONNECTING_PHRASES = (
    ("in", "addition"),
    ("as", "a", "result"),
    ("for", "example"),
    ("for", "instance"),
    ("of", "course"),
    ("in", "fact"),
    ("on", "the", "other", "hand"),
    ("at", "the", "same", "time"),
    ("by", "contrast"),
    ("in", "other", "words"),
    ("after", "all"),
    ("that", "said"),
    ("because", "of", "this"),
)
# a statement that opens with one of these needs the sentence before it
DANGLING = (
    frozenset(
        "he she it they we i you his her their its our my your him them us this that these those there here such another others "
        "neither both either latter former who which whose whom what where why how because if let".split()
    )
    | CONNECTIVES
)
FIRST_PERSON = frozenset("i we you me us my our your mine ours yours".split())
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
DASHES = frozenset({"-", "–", "—", "--", "―"})
STOPS = frozenset({".", "!", "…"})
TAILS = frozenset({"advcl", "acl", "parataxis", "conj", "appos"})
FEWEST = 5  # words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slice of a sentence that can stand alone."""

    first: int  # tokens
    last: int
    sentence: int  # number of the sentence
    order: int  # number of the sentence among those of the story
    cut: tuple[str, ...] = ()  # what was left out: "opening", "tail", "attribution" (before it) or "credit" (after it)
    claimed_by: Offsets | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words and who claims them."""

    start: int
    end: int
    source: Offsets
    kind: str


def candidates(doc: Doc, words: Words) -> Iterator[Candidate]:
    """Yield the slices that can stand alone, in reading order."""
    story = [p for p in paragraphs(doc) if p.kind == "body"]
    starts = [p.start for p in story]
    claims = _claims(doc)
    text = doc.text  # spaCy puts it together anew each time
    begins = [claim.start for claim in claims]
    dated = [time.start for time in doc._.times if time.type == "DATE" and (time.earliest or time.value.startswith("XXXX"))]
    order = 0
    for number, (first, last) in enumerate(words.sentences):
        while first < last and words.pos[first] == "SPACE":
            first += 1
        paragraph = bisect_right(starts, words.start[first]) - 1 if first < last else -1
        if paragraph < 0 or words.start[first] >= story[paragraph].end:
            continue
        while last > first and (words.pos[last - 1] == "SPACE" or words.end[last - 1] > story[paragraph].end):
            last -= 1
        clear = _clear(text, words, first, last, opens=order == 0)
        if clear is None:
            continue
        inside = claims[bisect_left(begins, words.start[clear[0]]) : bisect_right(begins, words.end[clear[1] - 1])]
        around = [c for c in claims if c.start <= words.start[clear[0]] and words.end[clear[1] - 1] <= c.end + 1]
        for candidate in _slices(words, clear, number, order, inside, around):
            # "On June 30, Russia lifted a ban": a fact keeps the day that its sentence opens with
            opening = words.start[clear[0]], words.start[candidate.first]
            if not any(opening[0] <= time < opening[1] for time in dated):
                yield candidate
        order += 1


def _claims(doc: Doc) -> list[Attribution]:
    found = [
        Attribution(content[0], content[1], quote.source, quote.kind)
        for quote in doc._.quotes
        if quote.source
        for content in quote.content
    ]
    return sorted(found, key=lambda claim: (claim.start, claim.end))


def _clear(text: str, words: Words, first: int, last: int, opens: bool) -> tuple[int, int] | None:
    """A sentence without dateline and page furniture; None where nothing is left to tell."""
    if last - first < FEWEST:
        return None
    start, end = words.start[first], words.end[last - 1]
    noise = furniture(text[start:end])
    if noise is None:
        return None
    filed = DATELINE.match(text, start + noise, min(end, start + noise + 90))
    begin = filed.end() if filed else start + noise
    while first < last and words.start[first] < begin:
        first += 1
    closing = last - 1
    while closing > first and (words.text[closing] in MARKS or words.text[closing] in ")]"):
        closing -= 1
    ended = words.text[closing] in STOPS or words.text[closing].endswith(".")
    standfirst = opens and words.pos[closing] != "PUNCT" and any(words.tag[n] in FINITE for n in range(first, last))
    if not ended and not standfirst:
        return None  # a question, a fragment, an introduction ("The paper reports:")
    return (first, last) if last - first >= FEWEST else None


def _slices(
    words: Words,
    clear: tuple[int, int],
    number: int,
    order: int,
    inside: Sequence[Attribution],
    around: Sequence[Attribution],
) -> Iterator[Candidate]:
    first, last = clear
    claimed = around[0].source if around else None
    opening = _after_connective(words, first, last)
    begins: list[tuple[int, tuple[str, ...]]] = [(opening, ())]
    later = _after_adverbial(words, opening, last)
    if later is not None:
        begins.append((later, ("opening",)))
    ends: list[tuple[int, tuple[str, ...]]] = [(last, ())]
    ends += [(end, ("tail",)) for end in _tails(words, opening, last)[:3]]
    for begin, cut in begins:
        for end, tail in ends:
            if _stands(words, begin, end, whole=not cut):
                yield Candidate(begin, end, number, order, cut + tail, claimed)
    for claim in inside:
        begin = bisect_left(words.start, claim.start)
        while begin < last and (words.text[begin] in MARKS or words.low[begin] == "that"):
            begin += 1
        end = min(last, bisect_right(words.start, claim.end - 1))
        while end > begin and (words.text[end - 1] in MARKS or words.text[end - 1] in ",.—–;:"):
            end -= 1
        if (begin, end) == (first, last) or claim.kind == "direct" or not _stands(words, begin, end):
            continue
        left = "attribution" if begin > opening else "credit"
        yield Candidate(begin, end, number, order, (left,), claim.source)
        for short in _tails(words, begin, end)[:2]:
            if _stands(words, begin, short):
                yield Candidate(begin, short, number, order, (left, "tail"), claim.source)


def _after_connective(words: Words, first: int, last: int) -> int:
    """ "But on Friday the bridge opened": the slice starts at "on"."""
    for _ in range(2):
        while first < last and (words.text[first] in DASHES or words.text[first] == ","):
            first += 1
        low = words.low[first : first + 5]
        for phrase in CONNECTING_PHRASES:
            if tuple(low[: len(phrase)]) == phrase and low[len(phrase) : len(phrase) + 1] == [","]:
                first += len(phrase) + 1
                break
        else:
            if low and low[0] in CONNECTIVES and (low[1:2] == [","] or words.pos[first] in {"CCONJ", "ADV", "SCONJ"}):
                first += 1
            else:
                break
    while first < last and words.text[first] == ",":
        first += 1
    return first


def _after_adverbial(words: Words, first: int, last: int) -> int | None:
    """ "In a speech on Friday, Ann Field resigned": the main clause alone, where a comma parts it from what stands before."""
    root = _root(words, first, last)
    if root is None:
        return None
    subject = next((n for n in words.children[root] if words.dep[n] in {"nsubj", "csubj", "expl"}), None)
    if subject is None or subject > root:
        return None
    begin = words.subtree(subject)[0]
    if begin <= first or words.text[begin - 1] != "," or not first < begin < last:
        return None
    return begin


def _tails(words: Words, first: int, last: int) -> list[int]:
    """Where a slice may end before its sentence does: before a comma and a clause that only adds to what is told."""
    final = last
    while final > first and words.pos[final - 1] == "PUNCT":
        final -= 1
    ends = set()
    for n in range(first + FEWEST, final):
        if words.dep[n] not in TAILS or not first <= words.head[n] < n:
            continue
        begin, end = words.subtree(n)
        while begin < n and words.pos[begin] == "PUNCT" and words.text[begin] not in MARKS:
            begin += 1  # the comma may belong to the clause that it opens
        if end < final or begin <= first + FEWEST or words.text[begin - 1] not in {",", "—", "–", "--", ";"}:
            continue
        if words.dep[n] == "conj" and not any(words.dep[c] == "nsubj" for c in words.children[n]):
            continue
        cut = begin - 1
        while cut > first and words.pos[cut - 1] == "PUNCT" and words.text[cut - 1] not in MARKS:
            cut -= 1
        ends.add(cut)
    return sorted(ends, reverse=True)


def _stands(words: Words, first: int, last: int, whole: bool = False) -> bool:
    """Whether a slice can be understood without the sentence before it."""
    if sum(words.pos[n] != "PUNCT" for n in range(first, last)) < FEWEST:
        return False
    n = first
    while n < last and (words.text[n] in MARKS or words.text[n] in "([" or words.text[n] in DASHES):
        n += 1
    if n == last or words.low[n] in DANGLING or (words.pos[n] == "PUNCT" and n == first and words.text[n] not in MARKS):
        return False
    if tuple(words.low[n : n + 2]) in {
        ("in", "addition"),
        ("the", "latter"),
        ("the", "former"),
        ("as", "well"),
        ("for", "example"),
    }:
        return False
    marks = sum(words.text[k] in {'"', "“", "”", "``", "''"} for k in range(first, last))
    if marks % 2:
        return False
    return _tells(words, first, last, whole)


def _tells(words: Words, first: int, last: int, whole: bool) -> bool:
    """Whether a slice has a verb that tells; a part of a sentence must also be a clause of its own."""
    root = _root(words, first, last)
    if root is None:
        return False
    if whole:  # small models take the past tense for a participle ("two trains collided")
        return any(words.tag[n] in FINITE or words.tag[n] == "VBN" for n in range(first, last))
    inflected = words.tag[root] in FINITE or any(
        words.tag[n] in FINITE for n in words.children[root] if first <= n < last and words.dep[n] in {"aux", "cop"}
    )
    subject = any(words.dep[n] in {"nsubj", "csubj", "expl"} for n in words.children[root] if first <= n < last)
    return subject and (inflected or words.tag[root] == "VBN")


def _root(words: Words, first: int, last: int) -> int | None:
    """The head of a slice."""
    return next((n for n in range(first, last) if not first <= words.head[n] < last or words.head[n] == n), None)
