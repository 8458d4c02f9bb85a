"""Readers, one list: a file's ending, and what makes its bytes an article's text and what it says of itself.

A reader takes the bytes and the file's name for messages. A new format is a function here, a file and a page of tests.
"""

from __future__ import annotations

from collections.abc import Callable

from generator.sources.encodings import decode
from generator.sources.readers.docx import read_docx
from generator.sources.readers.epub import read_epub
from generator.sources.readers.mail import read_mail, read_mhtml
from generator.sources.readers.markdown import read_markdown
from generator.sources.readers.plain import read_plain
from generator.sources.readers.print.reader import read_pdf
from generator.sources.readers.webpage import read_webpage
from generator.sources.sidecar import Sidecar

Reader = Callable[[bytes, str], tuple[str, Sidecar]]


def _markdown(data: bytes, name: str) -> tuple[str, Sidecar]:
    return read_markdown(decode(data, name), name)


def _webpage(data: bytes, name: str) -> tuple[str, Sidecar]:
    text, metadata = read_webpage(data, name)
    return text, Sidecar(metadata)


READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": _markdown,
    ".html": _webpage,
    ".htm": _webpage,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".eml": read_mail,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".epub": read_epub,
}
