"""What stands after a printed story: the references of a report, the titles of other stories."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.sources.boilerplate import is_heading, is_noise
from generator.sources.readers.web.pruning import OVER_OTHERS
from generator.sources.readers.web.recall import ends_as_sentence

REFERENCES = re.compile(
    r"(?:\d{1,2}\.? )?(?:references|bibliography|works cited|literature cited|notes and references)\W*", re.I
)
CITED = re.compile(r"\W*\d{1,3}[\].)]\s|.*\b(?:19|20)\d\d[a-z]?\b")  # "[1] D. Field. A note …", "Field, D. (2024). A note …"
SENTENCE = 8  # words of a sentence of a story


def after_story(texts: Sequence[str], headline: int) -> set[int]:
    """The numbers of the paragraphs under a heading over references, and under one over other stories at the end.

    Args:
        texts: the document's paragraphs.
        headline: the number of its headline.
    """
    found: set[int] = set()
    for number in range(headline + 2, len(texts)):
        if REFERENCES.fullmatch(texts[number]):
            found |= {number, *_while(texts, number + 1, lambda text: CITED.match(text) is not None)}
        elif OVER_OTHERS.fullmatch(texts[number]) and not any(_is_sentence(text) for text in texts[number + 1 :]):
            found |= {
                number,
                *_while(texts, number + 1, lambda text: is_heading(text) or is_noise(text) or not _is_sentence(text)),
            }
    return found


def _is_sentence(text: str) -> bool:
    return len(text.split()) >= SENTENCE and ends_as_sentence(text)


def _while(texts: Sequence[str], start: int, holds: Callable[[str], bool]) -> set[int]:
    """The numbers from a place on as long as something is true of the texts."""
    end = next((number for number in range(start, len(texts)) if not holds(texts[number])), len(texts))
    return set(range(start, end))
