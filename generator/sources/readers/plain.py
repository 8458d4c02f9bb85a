"""Plain text: the decoded file itself is the article, and no step rewrites it."""

from __future__ import annotations

from generator.sources.article import Metadata
from generator.sources.encodings import decode
from generator.sources.sidecar import Sidecar

LONGEST_TITLE = 250  # characters
FULL_STOPS = (".", ".”", '."', ".’")


def read_plain(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The text of a file, and its first line as title."""
    text = decode(data, name)
    return text, Sidecar(Metadata(title=heading(text)))


def heading(text: str) -> str | None:
    """A first line that a blank line follows is the title, unless it is a paragraph of the story."""
    first, _, rest = text.lstrip("\r\n").partition("\n")
    second = rest.partition("\n")[0]
    title = " ".join(first.split())
    paragraph = len(title) > LONGEST_TITLE or title.endswith(FULL_STOPS)
    return title if title and rest.strip() and not second.strip() and not paragraph else None
