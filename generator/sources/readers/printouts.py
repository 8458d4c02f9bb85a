"""Articles printed out of a press database (Nexis, Factiva, PressReader): the story between the database's own lines.

Journalists and researchers get older articles so. The database sets its lines under the headline (newspaper, day, section,
number of words, byline) and after the story (language, subjects, its number for the article).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.sources.readers.web.days import dateline
from generator.sources.readers.web.people import names

LABELLED = re.compile(r"(?P<label>section|length|byline|dateline|highlight|graphic|abstract):\s", re.I)
LENGTH = re.compile(r"^\d[\d,.]* words$|\blength:\s*\d[\d,.]* words\b", re.I)
BEGINS = re.compile(r"(?:body|full text):?", re.I)
# "Load-Date: March 18, 2023", "Document LISGLO0020230317ej3h0001", "Language: ENGLISH Publication-Type: Newspaper"
ENDS = re.compile(
    r"(?-i:Classification|Graphic)|load-date:.*|end of document|document (?=\w*\d)\w{12,}|"
    r"language:\s.*|publication-type:.*|subject:\s.*|(?-i:Notes)",
    re.I,
)
BYLINE = re.compile(r"by(?:line:)?\s+", re.I)
NO_PAPER = re.compile(r"by\b|copyright|\d|length:", re.I)
LONGEST_NAME = 60  # characters of a newspaper's
WITHIN = 14  # paragraphs under the headline in which the database's lines stand
LONG = 20  # words: where the story begins in a printout that does not say "Body"


@dataclass(frozen=True, slots=True)
class Printout:
    """What a database says of an article, and which of the document's paragraphs are its story."""

    story: tuple[str, ...]
    author: str | None
    publisher: str | None
    published: date | None


def printout(texts: Sequence[str]) -> Printout | None:
    """A database's printout taken apart; None where a document is none.

    Args:
        texts: the document's paragraphs, its headline first.
    """
    found = _bounds(texts)
    if found is None:  # a number of words alone makes no printout
        return None
    first, end, said = found
    days = [(n, day) for n, line in enumerate(said) if (day := dateline(line))]
    number, day = days[0] if days else (None, None)
    authors = names([BYLINE.sub("", line) for line in said if BYLINE.match(line)])
    publisher = None if number is None else _publisher(said, number)
    return Printout(tuple(texts[first:end]), "; ".join(authors) or None, publisher, day)


def _bounds(texts: Sequence[str]) -> tuple[int, int, Sequence[str]] | None:
    """Where the story begins and ends, and the database's lines before it."""
    opened = list(texts[1 : 1 + WITHIN])
    if not any(LENGTH.search(line) for line in opened):
        return None
    start = next((n for n, line in enumerate(opened, 1) if BEGINS.fullmatch(line)), None)
    first = start + 1 if start else next((n for n, line in enumerate(opened, 1) if len(line.split()) > LONG), None)
    if first is None:
        return None
    end = next((n for n, line in enumerate(texts) if n > first and ENDS.fullmatch(line)), None)
    return None if end is None else (first, end, texts[1 : start or first])


def _publisher(said: Sequence[str], day: int) -> str | None:
    """The newspaper: Nexis sets it over the day, Factiva, which does not label the number of words, under it."""
    if any(LENGTH.search(line) and not LABELLED.match(line) for line in said[:day]):
        near = said[day + 1 : day + 2]
    else:
        near = [line for line in said[:day] if not NO_PAPER.match(line)][-1:]
    return next((line for line in near if len(line) <= LONGEST_NAME), None)
