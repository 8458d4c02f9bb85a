"""The extension attributes of a `Doc` that our components read and write.

Read by components (set from the article before the pipeline runs): `doc._.published` (a date or None), `doc._.title` (the
publisher's title or None) and `doc._.paragraphs`. Written by components: one tuple of values a layer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from spacy.tokens import Doc

from generator.sources.article import Article, Paragraph

CONTEXT = {"published": None, "title": None, "paragraphs": ()}
LAYERS = ("times", "entities", "quotes", "events", "facts", "details")

LONGEST_TITLE = 160  # code points
TITLE_CASE = 0.8  # share of the longer words

for _name, _default in CONTEXT.items():
    Doc.set_extension(_name, default=_default, force=True)
for _name in LAYERS:
    Doc.set_extension(_name, default=(), force=True)
Doc.set_extension("answers", default=None, force=True)
Doc.set_extension("words", default=None, force=True)  # see `words`


def prepare(doc: Doc, article: Article) -> None:
    """Tell a document what is known about its article."""
    doc._.published = article.metadata.published
    doc._.title = article.metadata.title
    doc._.paragraphs = article.paragraphs


def paragraphs(doc: Doc) -> tuple[Paragraph, ...]:
    """The paragraphs of a document: the reader's, or else the stretches between blank lines."""
    known: tuple[Paragraph, ...] = doc._.paragraphs
    return known or tuple(
        Paragraph(m.start(), m.end()) for m in re.finditer(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", doc.text, re.S)
    )


def in_title_case(doc: Doc, text: Sequence[str], starts: Sequence[int]) -> list[bool]:
    """For each token whether it stands in a headline in which every longer word begins with a capital.

    Args:
        doc: the document.
        text: its tokens.
        starts: where each begins, in code points.
    """
    inside = [False] * len(text)
    for part in paragraphs(doc):
        if part.kind == "noise" or part.end - part.start > LONGEST_TITLE:
            continue
        first, last = bisect_left(starts, part.start), bisect_left(starts, part.end)
        longer = [word for word in text[first:last] if len(word) > 3 and word[0].isalpha()]
        if len(longer) > 1 and sum(word[0].isupper() for word in longer) >= TITLE_CASE * len(longer):
            inside[first:last] = [True] * (last - first)
    return inside


def page_furniture(doc: Doc) -> Callable[[int], bool]:
    """Whether a code point stands in a paragraph that is not the story: no name, quotation or event is taken from there."""
    noise = [(p.start, p.end) for p in doc._.paragraphs if p.kind == "noise"]
    starts = [start for start, _ in noise]

    def holds(offset: int) -> bool:
        place = bisect_right(starts, offset) - 1
        return place >= 0 and offset < noise[place][1]

    return holds
