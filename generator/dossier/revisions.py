"""What a publisher changed in an article: the sentences that an earlier version had and a newer one has, word for word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# where one sentence ends and the next begins; a cut too many only shows a changed sentence in two pieces
BETWEEN_SENTENCES = re.compile(r"(?<=[.!?…])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])")
MOST_COMPARED = 20_000  # sentences of two versions: more are not compared


@dataclass(frozen=True, slots=True)
class Replaced:
    """Sentences that stand in the place of others; either may be none."""

    before: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """What differs between two versions of an article."""

    source: str  # its record's id
    title: str
    before: str | None  # the day on which the older version was fetched, ISO 8601
    now: str | None
    passages: tuple[Replaced, ...]


def passages(before: Sequence[str], now: Sequence[str]) -> tuple[Replaced, ...]:
    """What differs between the paragraphs of two versions, sentence by sentence.

    Args:
        before: the older version's paragraphs.
        now: the newer one's.
    """
    old, new = sentences(before), sentences(now)
    if len(old) + len(new) > MOST_COMPARED:
        return ()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return tuple(Replaced(tuple(old[a:b]), tuple(new[c:d])) for kind, a, b, c, d in matcher.get_opcodes() if kind != "equal")


def sentences(paragraphs: Sequence[str]) -> list[str]:
    """The sentences of paragraphs, each a slice of its paragraph with the marks that close it."""
    found = []
    for paragraph in paragraphs:
        start = 0
        for match in BETWEEN_SENTENCES.finditer(paragraph):
            end = match.start() + len(match[0].rstrip())
            found.append(paragraph[start:end])
            start = match.end()
        found.append(paragraph[start:])
    return [each for each in found if each.strip()]
