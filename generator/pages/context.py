"""A passage in context: what stands before and after it in its paragraph, for the small window over a citation chip."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from generator.dossier.model import Passage
from generator.records.model import Record

BEFORE = 110  # letters
AFTER = 110
WORDS = 320


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a passage, cut at spaces."""

    before: str
    words: str
    after: str


def around(record: Record, passage: Passage) -> Context:
    """The passage with its surroundings; a long passage is cut in its middle."""
    parts = record.paragraphs
    number = max(0, bisect_right([p.start for p in parts], passage.start) - 1)
    begin, end = (parts[number].start, parts[number].end) if parts else (0, len(record.text))
    before = record.text[begin : passage.start]
    after = record.text[passage.end : max(end, passage.end)]
    if len(before) > BEFORE:
        before = "… " + before[-BEFORE:].partition(" ")[2]
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + " …"
    words = passage.text
    if len(words) > WORDS:
        words = words[: WORDS // 2].rpartition(" ")[0] + " … " + words[-WORDS // 2 :].partition(" ")[2]
    return Context(before, words, after)
