"""A passage in context: what stands before and after it in its source, for the small window over a citation chip."""

from __future__ import annotations

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
    before = record.text[max(0, passage.start - 2 * BEFORE) : passage.start]
    after = record.text[passage.end : passage.end + 2 * AFTER]
    if len(before) > BEFORE:
        before = "… " + before[-BEFORE:].partition(" ")[2]
    if len(after) > AFTER:
        after = after[:AFTER].rpartition(" ")[0] + " …"
    words = passage.text
    if len(words) > WORDS:
        words = words[: WORDS // 2].rpartition(" ")[0] + " … " + words[-WORDS // 2 :].partition(" ")[2]
    return Context(before, words, after)
