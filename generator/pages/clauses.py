"""The words by which a drawing names an event: from its source, short, and beginning with who or what it is about.

"…which struck Florida in September" says not what struck; then the sentence is told from its start.
"""

from __future__ import annotations

import re

TRIGGER_WITHIN = 60  # letters within which the event's own word stands, so that two lines of a drawing show it
BOUNDARY = re.compile(r"(?<=[,;:]) (?:(?:and|but) )?|\s[–—]\s|[–—] ?")
# words with which a subject begins, beside names and numbers: "…the ferry sank", "…police said"
BEGINNING = frozenset("the a an some many several most more both all no police officials people residents".split())
DATELINE = re.compile(r"^[A-Z][A-Z .,'’/-]+(?:\([^)]*\) ?)?(?:, [A-Z][a-z]+\.?)?\s*[–—-]+\s*")


def clause(sentence: str, at: int) -> str:
    """The words around an event's own word, enough to recognise it by.

    Args:
        sentence: the source's words.
        at: where the event's own word begins in them.
    """
    dateline = DATELINE.match(sentence[:at])
    first = dateline.end() if dateline else 0
    starts = [first, *(found.end() for found in BOUNDARY.finditer(sentence, first, at))]
    whole = [start for start in starts if start == first or _stands(sentence[start:at])]
    start = next((start for start in whole if at - start <= TRIGGER_WITHIN), whole[-1])
    return ("…" if start > first else "") + sentence[start:].lstrip("–—- *•")


def _stands(before: str) -> bool:
    """Whether the words from a clause's start to the event's own word say who or what it is about."""
    words = before.split()
    return len(words) > 1 and (words[0] in BEGINNING or not words[0][0].islower())
