"""The sentences of an article, from the record alone: words between marks that end them, within one paragraph."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from generator.dossier.model import Value
from generator.records.model import Record

# "… on Monday. The police …", not "Mr. Reed", "U.S. consumers", "on Dec. 31", "at 10 p.m. on Sunday"
ABBREVIATED = "".join(
    rf"(?<!\b{word})"
    for word in "Mr Ms Mrs Dr St No Gen Lt Sgt Col Gov Sen Rep Mt Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec".split()
)
SENTENCE_END = re.compile(rf"(?=[.!?])(?<![.\s][A-Z])(?<!\b[ap]\.m){ABBREVIATED}[.!?][”\"’')]*\s+(?=[“\"‘'(]?[A-Z\d])|\n+")
LEAD = 3  # sentences of the body that tell the news


class Sentence(Value, frozen=True):
    """A sentence and where it stands."""

    number: int  # of the record
    start: int  # code points into the article
    end: int
    text: str
    position: int  # in its article, from 0
    title: bool
    lead: bool  # in the headline or the first sentences


def sentences(number: int, record: Record) -> Iterator[Sentence]:
    """The sentences of an article in reading order, each wording once: a caption may be printed many times."""
    position = body = 0
    seen: set[str] = set()
    for paragraph in record.paragraphs:
        if paragraph.kind == "noise":
            continue
        title = paragraph.kind == "title"
        for start, end in _parts(record.text, paragraph.start, paragraph.end):
            text = record.text[start:end]
            if text in seen:
                continue
            seen.add(text)
            yield Sentence(number, start, end, text, position, title, title or body < LEAD)
            position += 1
            body += not title


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches between the ends of sentences, without white space around them."""
    edges = [start, *(m.end() for m in SENTENCE_END.finditer(text, start, end)), end]
    for first, last in itertools.pairwise(edges):
        part = text[first:last]
        words = part.strip()
        if words:
            begin = first + part.index(words[0])
            yield begin, begin + len(words)
