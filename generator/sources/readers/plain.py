"""Plain text: the decoded file itself is the article, and no step rewrites it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.sources.article import Metadata
from generator.sources.encodings import decode
from generator.sources.readers.web.days import FIRST, LINE, dateline, first_day, tells
from generator.sources.sidecar import Sidecar

LONGEST_TITLE = 250  # characters
# what stands over a headline and is none
LABELS = re.compile(
    r"\s*(?:(?:for immediate release|(?:press|media|news) (?:release|statement)|embargoed until [^\n]{1,60}|exclusive|breaking(?: news)?"
    r"|opinion|analysis)[ \t]*(?::[ \t]*)?\r?\n\s*)+",
    re.I,
)
# "MARLOW, June 14, 2023 – The city today opened": where and when a story was filed, over its first words
FILED = re.compile(
    r"[A-Z][A-Z .,’'-]{2,40}(?:, [A-Z][\w. ]{1,20})?, (?P<day>[^\n–—()]{8,20}?) ?(?:\([\w ]{2,20}\) ?)?[–—-]{1,2} ?(?=\S)"
)
OPENING = 12  # lines among which an article says of which day it is
STORIES = 2  # paragraphs of a story after which it no longer says so: its headline, its standfirst
BLANK = re.compile(r"(?:\r\n?|\n)[^\S\r\n]*(?:\r\n?|\n)")
FULL_STOPS = (".", ".”", '."', ".’")


def read_plain(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The text of a file, its first line as title, and the day that a line of its own gives."""
    text = decode(data, name)
    day = dated(text)
    return text, Sidecar(Metadata(title=heading(text), published=day, published_from="page" if day else None))


def dated(text: str) -> date | None:
    """The day that a line over a story gives: "Published 3 March 2022", "By Ann Field, 3 March 2022", "3 March 2022".

    Where several lines of a text hold nothing but a day, each dates what stands beneath it, and only one that says "published" is read.
    """
    stated = [(day, line) for line in _opening(text) if (day := dateline(line))]
    said = next((day for day, line in stated if FIRST.search(line)), None) or _filed(text)
    if said or not stated:
        return said
    alone = sum(len(line) <= LINE and dateline(line) is not None for line in text.splitlines())
    return stated[0][0] if alone == 1 else None


def _filed(text: str) -> date | None:
    """The day in the dateline of a story: "MARLOW, June 14, 2023 – The city today opened"."""
    for block in BLANK.split(text)[: STORIES + 2]:
        if (place := FILED.match(block.strip())) and (found := first_day(place["day"])):
            return found.day
    return None


def _opening(text: str) -> Iterator[str]:
    """The lines before the story goes on; those of a paragraph that is wrapped are none."""
    stories = lines = 0
    for block in BLANK.split(text):
        own = [line.strip() for line in block.splitlines() if line.strip()]
        lines += len(own)
        stories += any(map(_goes_on, own))
        if lines > OPENING or stories > STORIES:
            return
        if not any(map(_goes_on, own)):
            yield from own


def heading(text: str) -> str | None:
    """A first line that a blank line follows is the title, unless it is a paragraph of the story."""
    label = LABELS.match(text)
    first, _, rest = text[label.end() if label else 0 :].lstrip("\r\n").partition("\n")
    second = rest.partition("\n")[0]
    title = " ".join(first.split())
    paragraph = len(title) > LONGEST_TITLE or title.endswith(FULL_STOPS)
    return title if title and rest.strip() and not second.strip() and not paragraph else None


def _goes_on(line: str) -> bool:
    """Whether a line is one of the story; a long one is, and is not searched for words."""
    return len(line) > LINE or tells(line)
