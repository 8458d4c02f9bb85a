"""PDF files with a text layer, by pypdf: lines joined to paragraphs, words hyphenated at a line's end made whole."""

from __future__ import annotations

import io
import logging
import re

from generator.errors import SourceError

PAGES = 300  # more is a book, not an article
SHORT = 0.75  # of the longest line: a shorter line that ends a sentence ends a paragraph


def read_pdf(data: bytes, name: str) -> tuple[str, str | None]:
    """The words of a PDF, a blank line between paragraphs; and its title, where its metadata give one.

    Raises:
        SourceError: the file is damaged, encrypted, too long, or a scan without a text layer.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # our sentence says what is wrong; its own lines confuse
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError(f"{name} is protected by a password: save a copy without one.")
        if len(reader.pages) > PAGES:
            raise SourceError(f"{name} has {len(reader.pages)} pages (at most {PAGES}): split it into articles.")
        pages = [page.extract_text() for page in reader.pages]
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, TypeError, RecursionError, OverflowError, AttributeError) as error:
        raise SourceError(f"{name} is not a PDF that can be read ({error}): save the article's text as .txt.") from error
    text = "\n\n".join(paragraph for page in pages for paragraph in _paragraphs(page))
    if not text.strip():
        raise SourceError(f"{name} is a scan without a text layer: run it through text recognition (OCR) first.")
    return text, " ".join(title.split()) or None if title else None


def _paragraphs(page: str) -> list[str]:
    lines = [line.strip() for line in page.splitlines()]
    longest = max(map(len, lines), default=0)
    made, current = [], ""
    for line in lines:
        if line:
            current = re.sub(r"(?<=[a-z])-$", "", current) + line if re.search(r"[a-z]-$", current) else f"{current} {line}"
        if current and (not line or (len(line) < SHORT * longest and line[-1:] in '.?!”"’')):
            made.append(current.strip())
            current = ""
    return [*made, current.strip()] if current.strip() else made
