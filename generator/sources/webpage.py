"""Saved web pages: body and metadata by trafilatura, the best of the open extractors in its authors' and others' tests."""

from __future__ import annotations

from datetime import date

from generator.errors import SourceError
from generator.sources.article import Metadata

BLOCKS = ("p", "head", "item", "quote", "cell", "code")


def read_webpage(source: str | bytes, name: str) -> tuple[str, Metadata]:
    """The words of a web page's article, its headline first, a blank line between paragraphs; and its metadata.

    Raises:
        SourceError: no article is found in the page.
    """
    import trafilatura  # takes a third of a second to import; only web pages need it
    from lxml.etree import LxmlError
    from trafilatura.settings import Document

    try:
        found = trafilatura.bare_extraction(source, with_metadata=True, include_comments=False, include_tables=False)
    except (LxmlError, ValueError, RecursionError) as error:
        raise SourceError(f"{name} can't be read as a web page ({error}): save the article's text as .txt.") from error
    body = getattr(found, "body", None)
    blocks: list[str] = []
    if body is not None:
        for element in body.iter(*BLOCKS):
            if not any(True for _ in element.iterdescendants(*BLOCKS)):
                words = " ".join("".join(element.itertext()).split())
                if words and words not in blocks[-1:]:
                    blocks.append(words)
    if not isinstance(found, Document) or not blocks:
        raise SourceError(f"{name} holds no article text that can be found: save the article's text as .txt.")
    title = " ".join(found.title.split()) if found.title else None
    if title and blocks[0].casefold() != title.casefold():
        blocks.insert(0, title)
    metadata = Metadata(
        title=title,
        published=_day(found.date),
        publisher=found.sitename or None,
        author=found.author or None,
        url=found.url or None,
        language=found.language or None,
    )
    return "\n\n".join(blocks), metadata


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
