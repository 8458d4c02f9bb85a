"""PDF files with a text layer: headline, byline, date and paragraphs by layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.errors import SourceError
from generator.sources.article import Metadata
from generator.sources.boilerplate import is_heading
from generator.sources.readers.print.columns import in_order
from generator.sources.readers.print.furniture import (
    running,
    without_footnotes,
    without_jumps,
    without_line_numbers,
    without_tables,
)
from generator.sources.readers.print.joining import paragraphs, text_of, vocabulary
from generator.sources.readers.print.lines import Line, body_size, glyphs, rows
from generator.sources.readers.print.opening import byline, headline, running_day, title_said
from generator.sources.readers.print.standing import after_story
from generator.sources.readers.printouts import printout
from generator.sources.sidecar import Sidecar

PAGES = 300  # more is a book, not an article
QUOTED = 4  # words of a pull quote
BOX_SIZE = 0.92  # of the text's type size: a caption's, a box's
BULLET = re.compile(r"^[•●▪■◦‣]\s+(?=\S)")  # a sign of a list, no word
CONTACT = re.compile(r"\S@\S+\.\w|\b(?:tel|phone|fax)\b\W*[\d+(]|\bwww\.\w", re.I)  # in a letterhead over the headline
ENDS = tuple(".!?:…”’)\"'")
UNKNOWN = 0.3  # share of glyphs without a letter from which a line is left out
UNREADABLE = 0.5  # the same of a whole file


def read_pdf(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The words of a PDF, a blank line between paragraphs; and what it says of itself.

    Raises:
        SourceError: the file is damaged, encrypted, too long, a scan without a text layer, or set in fonts without letters.
    """
    pages, heights, title = _pages(data, name)
    lines = [line for page in pages for line in page]
    unknown, total = sum(line.unknown for line in lines), sum(len(line.text) + line.unknown for line in lines)
    if not total:
        raise SourceError(
            f"{name} is a scan without a text layer: run `ocrmypdf {name} {name.removesuffix('.pdf')}-text.pdf` and use that file."
        )
    if unknown > UNREADABLE * total:
        raise SourceError(
            f"{name} is set in a font that does not say which letters it shows: "
            f"run `ocrmypdf --force-ocr {name} {name.removesuffix('.pdf')}-text.pdf` and use that file."
        )
    size = body_size(lines)
    heads = running(pages, heights, size)
    kept = [[line for line in page if id(line) not in heads and line.text and not _unreadable(line)] for page in pages]
    ordered = [line for page in kept for line in without_jumps(without_footnotes(without_tables(in_order(page)), size))]
    known = vocabulary(ordered)
    found = [paragraph for paragraph in paragraphs(ordered) if text_of(paragraph, known)]
    texts = [BULLET.sub("", text_of(paragraph, known)) for paragraph in found]
    warnings = _missing(pages, name)
    metadata, texts = _said(found, texts, title, [line.text for page in pages[:3] for line in page if id(line) in heads])
    return "\n\n".join(texts), Sidecar(metadata, (), warnings)


def _pages(data: bytes, name: str) -> tuple[list[list[Line]], list[float], str | None]:
    import pypdfium2 as pdfium  # loads a library of 8 MB; only PDFs need it

    try:
        document = pdfium.PdfDocument(data)
        if len(document) > PAGES:
            raise SourceError(f"{name} has {len(document)} pages (at most {PAGES}): split it into articles.")
        title = document.get_metadata_value("Title")
        pages, heights = [], []
        for number in range(len(document)):
            page = document[number]
            heights.append(page.get_height())
            pages.append(without_line_numbers(rows(glyphs(page), number)))
            page.close()
        document.close()
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise SourceError(f"{name} is protected by a password: save a copy without one.") from error
        raise SourceError(f"{name} is not a PDF that can be read ({error}): save the article's text as .txt.") from error
    return pages, heights, title


def _said(
    found: Sequence[Sequence[Line]], texts: list[str], title: str | None, heads: Sequence[str]
) -> tuple[Metadata, list[str]]:
    """What a PDF says of itself, and its paragraphs from the headline on."""
    said = title_said(title)
    number = headline(found, texts, said)
    if number is not None and (database := printout(texts[number:])):
        printed = Metadata(texts[number], database.published, database.publisher, database.author)
        return replace(printed, published_from="page" if database.published else None), [texts[number], *database.story]
    authors, day, used = byline(texts, -1 if number is None else number)
    if number is not None:
        # what stands over a headline in a few words is the paper's name, a section, "PRESS RELEASE"
        used |= {n for n in range(number) if (is_heading(texts[n]) or CONTACT.search(texts[n])) and found[n][0].page == 0}
        used |= after_story(texts, number)
        used |= _set_beside(found, texts, number)
        texts = [texts[number], *(text for n, text in enumerate(texts) if n != number and n not in used)]
    day = day or running_day(heads)
    metadata: dict[str, Any] = {"title": said if number is None else texts[0], "author": authors, "published": day}
    return Metadata(**metadata, published_from="page" if day else None), texts


def _set_beside(found: Sequence[Sequence[Line]], texts: Sequence[str], headline: int) -> set[int]:
    """The paragraphs that stand beside the story: a few words set large that a longer one says again, and boxes in small type."""
    size = body_size([line for paragraph in found for line in paragraph])
    told = [_letters(text) for text in texts if not is_heading(text)]
    beside = set()
    for number, text in enumerate(texts):
        own = _letters(text)
        again = len(text.split()) >= QUOTED and any(own in other and other != own for other in told)
        small = found[number][0].size < BOX_SIZE * size and text[-1:] not in ENDS
        beside |= {number} if (number > headline and again) or small else set()
    return beside


def _letters(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _unreadable(line: Line) -> bool:
    return line.unknown > UNKNOWN * (len(line.text) + line.unknown)


def _missing(pages: Sequence[Sequence[Line]], name: str) -> tuple[str, ...]:
    """A sentence about what could not be read."""
    where = [number for number, page in enumerate(pages, 1) if any(line.unknown for line in page)]
    if not where:
        return ()
    unread = sum(_unreadable(line) for page in pages for line in page)
    lines = f"{unread} line{'s' if unread != 1 else ''}" if unread else "some characters"
    return (
        f"{name}: {lines} on page {', '.join(map(str, where[:5]))} "
        f"{'are' if unread != 1 else 'is'} set in a font that does not say which letters it shows, and left out: "
        f"`ocrmypdf --force-ocr` can read them.",
    )
