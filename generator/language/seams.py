"""Where a caption ran into the sentence after it: "Crowds gather outside the court in Dorne The trial opened on Monday."

Many stored articles hold a picture's caption, a summary or a cross-heading without a full stop on one line with the sentence that follows.
Whether a word with a capital opens such a sentence is told by a small logistic model: the tags around it, whether the word is mostly
written small, and whether both sides have a finite verb. Fitted on sentences of corpora from which the full stop was taken, and on
headings that have none (`training/seams.py`). What stands before a seam at the beginning of its paragraph is layout, not story.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from generator.language.lexicon.tags import FINITE
from generator.language.stamps import unstamped
from generator.sources.article import Paragraph
from generator.values.gazetteer import common_words

STORY = frozenset({"body", "heading"})
SEAMS_FILE = Path(__file__).parent / "seams.json"
HARD = frozenset({".", "?", "!", ";", ":", "…"})  # a sentence's own end, or a joint inside it
# small words that a sentence opens with; with a capital inside a sentence they are part of a title ("The Hague"), or a seam
OPENERS = frozenset(
    "the a an in on at it he she they we i this these that those there but and as after before when while if for to of by from with "
    "more most many some all one two three no not it's its his her their our my both about around among under since despite".split()
)
# words of a clause that hangs on another: a seam's right side seldom has its first verb behind one
HANGING = frozenset("that which who whom whose where when while because if as".split())
OPEN_MARKS, CLOSE_MARKS = frozenset({"“", "``"}), frozenset({"”", "''"})
WINDOW = 6  # words on each side in which capitals are counted
LOOK = 30  # words on each side in which verbs are looked for
NEAR = 5  # words within which the verb of a new sentence is near
WRITTEN_SMALL = (
    3  # of how many words of the sentence behind a seam one at least has a small letter: in capitals nothing tells
)

FEWEST = 4  # words of what stands behind a seam
MOST_ABOVE = 2  # sentences above whose picture it is or when the page was put up
SENTENCE = 8  # words of a sentence behind the agency of a picture, in a line that is layout else
ENDS = frozenset(".?!…")
INSIDE = re.compile(r"[.?!…][”\"’)]*\s+(?=[“\"‘]?[A-Z0-9])")  # another sentence follows
# behind the agency of a picture a story begins: "Photograph: Ann Field/AP Nine people died …", "(AP Photo/Bo Reed) Nine people …"
CREDIT = re.compile(
    r"(\b(photographs?|photos?|pictures?|images?|credit): [^.:\n]{2,60}?/ ?(ap|afp|reuters|getty images|getty|epa|pa|rex|corbis)\b"
    r"|\((ap|afp|reuters) photos?[^)\n]{0,60}\)) +(?=(?-i:[“\"‘]?[A-Z]))",
    re.I,
)
# and behind the time at which a page was put up: "Sunday 26 April 2009 18.45 BST Nine people …", "3:10 am BST DORNE (Reuters) - …"
STAMP = re.compile(
    r"\b(19|20)\d\d,? (at )?\d{1,2}[.:]\d\d ?([ap]\.?m\.? ?)?(BST|GMT|E[SD]?T|P[SD]?T|C[SD]?T|UTC|IST|JST)\b[ |]*(?=[“\"‘]?[A-Z])"
)

Feature = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a document, as far as seams need them."""

    text: Sequence[str]
    tag: Sequence[str]


def candidates(line: Line, barred: Sequence[bool]) -> Iterator[int]:
    """The words that may open a sentence behind one that nothing ends.

    Args:
        line: the words.
        barred: for each whether a sentence begins there for certain.
    """
    for n in range(1, len(line.text) - 1):
        word, before = line.text[n], line.text[n - 1]
        if not barred[n] and word[:1].isupper() and (before[-1:].isalnum() or before == ")" or before in CLOSE_MARKS):
            yield n


def features(line: Line, n: int) -> frozenset[Feature]:
    """What speaks for and against a seam before word `n`."""
    text, tag = line.text, line.tag
    low = text[n].lower()
    left, left_comma = _stretch(line, n - 1, -1)
    right, right_comma = _stretch(line, n, 1)
    told, tells = any(tag[k] in FINITE for k in left), any(tag[k] in FINITE for k in right)
    first = next((place for place, k in enumerate(right) if tag[k] in FINITE), LOOK)
    hanging = any(text[k].lower() in HANGING for k in right[1:first])
    near = "near" if first <= NEAR else "far" if first < LOOK else "none"
    kind = low if low in OPENERS else "name" if tag[n] in {"NNP", "NNPS"} and low not in common_words() else "common"
    around = [k for k in range(max(0, n - WINDOW), min(len(text), n + WINDOW)) if k != n and text[k][:1].isalpha()]
    loud = sum(text[k][:1].isupper() for k in around) / (len(around) or 1)
    form = "capitals" if text[n].isupper() and len(low) > 1 else "plain"
    shape = "capital" if text[n - 1][:1].isupper() else "digit" if text[n - 1][:1].isdigit() else "small"
    return frozenset(
        {
            ("bias",),
            ("tags", tag[n - 1], tag[n]),
            ("before", tag[n - 1]),
            ("before two", tag[n - 2] if n > 1 else "", tag[n - 1]),
            ("here", tag[n]),
            ("here, next", tag[n], tag[n + 1]),
            ("kind", kind),
            ("kind, before", kind, tag[n - 1]),
            ("kind, shape before", "opener" if kind == low else kind, shape),
            ("form", form),
            ("next", "capital" if text[n + 1][:1].isupper() else "other", "opener" if kind == low else kind),
            ("capitals around", str(min(4, int(loud * 5)))),
            ("verbs", str(told), str(tells)),
            ("right verb", near, str(hanging), str(right_comma < first)),
            ("left verb, right verb", str(told), near, str(left_comma)),
            ("left length", str(min(4, len(left) // 4)), str(told)),
            ("last small", text[n - 1].lower() if text[n - 1].lower() in OPENERS else ""),
        }
    )


def _stretch(line: Line, start: int, step: int) -> tuple[list[int], int]:
    """The words on one side of a seam as far as the next hard mark, and after how many the first comma stands."""
    found: list[int] = []
    comma = LOOK
    n = start
    while 0 <= n < len(line.text) and len(found) < LOOK and line.text[n] not in HARD:
        if line.text[n] == "," and comma == LOOK:
            comma = len(found)
        found.append(n)
        n += step
    return found, comma if step > 0 else int(comma < LOOK)


@cache
def _model() -> tuple[float, dict[Feature, float]]:
    told = json.loads(SEAMS_FILE.read_text("utf-8"))
    return told["bar"], {(name, *values): weight for name, rows in told["weights"].items() for *values, weight in rows}


def seams(line: Line, barred: Sequence[bool]) -> list[int]:
    """The words that open a sentence behind a caption."""
    bar, weights = _model()
    return [
        n
        for n in candidates(line, barred)
        if 1 / (1 + math.exp(-math.fsum(weights.get(feature, 0.0) for feature in features(line, n)))) >= bar
    ]


@dataclass(frozen=True, slots=True)
class Parted:
    """A document's paragraphs, captions that ran into a sentence apart, and the words that open a sentence behind one."""

    paragraphs: tuple[Paragraph, ...]
    opening: frozenset[int]


def parted(doc: Doc) -> Parted:
    """Find the seams of a document whose words have tags; paragraphs that are not the story have none."""
    found: list[Paragraph] = []
    opening: set[int] = set()
    starts = [token.idx for token in doc]
    pieces = (p for each in doc._.paragraphs for p in (unstamped(doc.text, each) if each.kind in STORY else [each]))
    for paragraph in pieces:
        if paragraph.kind == "noise":
            if (
                found
                and found[-1].kind == "body"
                and CREDIT.match(doc.text, paragraph.start)
                and _is_one(doc.text, found[-1])
            ):
                found[-1] = replace(found[-1], kind="noise")  # a caption above the line with its agency
            found += _behind_credit(doc.text, paragraph)
            continue
        first, last = bisect_left(starts, paragraph.start), bisect_left(starts, paragraph.end)
        words = [n for n in range(first, last) if not doc[n].is_space] if paragraph.kind == "body" else []
        here = _seams(doc, words, paragraph)
        opening |= {n for n, _ in here}
        ends = [starts[n] for n, layout in here if layout]
        found += _cut(doc.text, paragraph, max(ends)) if ends else [paragraph]
    return Parted(tuple(found), frozenset(opening))


def _is_one(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is one sentence."""
    return INSIDE.search(text, paragraph.start, paragraph.end) is None


def _is_above(text: str, mark: int) -> bool:
    """Whether all before a mark is layout: a headline and a summary at most; behind more sentences it stands amid the story."""
    return sum(1 for _ in INSIDE.finditer(text, 0, mark)) < MOST_ABOVE


def _behind_credit(text: str, paragraph: Paragraph) -> list[Paragraph]:
    """A line that begins with whose picture it is, and the sentence that ran into it."""
    line = text[paragraph.start : paragraph.end]
    credit = CREDIT.match(line)
    told = line[credit.end() :] if credit else ""
    if credit is None or not told.endswith(".") or len(told.split()) < SENTENCE:
        return [paragraph]
    caption, story = _cut(text, paragraph, paragraph.start + credit.end())
    return [caption, replace(story, kind="body")]


def _seams(doc: Doc, words: Sequence[int], paragraph: Paragraph) -> list[tuple[int, bool]]:
    """The words of a paragraph that open a sentence behind a seam, and whether all before it is layout."""
    if len(words) < 2 * FEWEST:
        return []
    text = doc.text[paragraph.start : paragraph.end]
    found = [m for pattern in (CREDIT, STAMP) for m in pattern.finditer(text)]
    marked = {m.end() + paragraph.start: _is_above(text, m.start()) for m in found}
    line = Line([doc[n].text for n in words], [doc[n].tag_ for n in words])
    barred = _barred(line.text)
    told = [k for k in seams(line, barred) if k <= len(words) - FEWEST and _is_written_small(line.text, k)]
    ended = next((k for k in range(1, len(words)) if line.text[k - 1] in ENDS), len(words))
    certain = [(n, marked[doc[n].idx]) for n in words if doc[n].idx in marked]
    return certain + [(words[k], k < ended) for k in told if doc[words[k]].idx not in marked]


def _is_written_small(text: Sequence[str], n: int) -> bool:
    """Whether the sentence that word `n` may open has small letters: "THE COURT SAID THAT BO REED" has none, nor "Storm Hits"."""
    end = next((k for k in range(n, min(len(text), n + LOOK)) if text[k] in ENDS), min(len(text), n + LOOK))
    words = [word for word in text[n:end] if word[:1].isalpha()]
    return WRITTEN_SMALL * sum(word[0].islower() for word in words) >= len(words)


def _barred(text: Sequence[str]) -> list[bool]:
    """The words before which no seam is looked for: behind a mark that ends, in a quotation, or behind one that goes on (“…,” she said)."""
    barred, quoted = [], False
    for n, word in enumerate(text):
        before, mark = text[n - 1] if n else "", text[n - 2] if n > 1 else ""
        barred.append(quoted or n == 0 or before[-1:] in ENDS or (before in CLOSE_MARKS and mark[-1:] in {",", *ENDS}))
        quoted = word in OPEN_MARKS or (quoted and word not in CLOSE_MARKS)
    return barred


def _cut(text: str, paragraph: Paragraph, seam: int) -> list[Paragraph]:
    """A paragraph's layout, and its story from `seam` on."""
    caption = text[paragraph.start : seam].rstrip()
    return [
        replace(paragraph, end=paragraph.start + len(caption), kind="noise"),
        replace(paragraph, start=seam),
    ]
