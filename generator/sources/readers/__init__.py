"""Readers, one list: a file's ending, and what makes its bytes an article's text and what it says of itself.

A reader takes the bytes and the file's name for messages, and gives the text and what a sidecar could say. A new format is a file
here, an entry in this list, and a page of tests. A reader is loaded when the first file of its format is read: most projects need one.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from generator.sources.sidecar import Sidecar

Reader = Callable[[bytes, str], tuple[str, Sidecar]]


def _in(module: str, function: str) -> Reader:
    """A reader that loads its module when it is first used."""

    def read(data: bytes, name: str) -> tuple[str, Sidecar]:
        reader: Reader = getattr(import_module(f"{__name__}.{module}"), function)
        return reader(data, name)

    return read


READERS: dict[str, Reader] = {
    ".txt": _in("plain", "read_plain"),
    ".md": _in("markdown", "read_markdown"),
    ".html": _in("webpage", "read_webpage"),
    ".htm": _in("webpage", "read_webpage"),
    ".pdf": _in("print.reader", "read_pdf"),
    ".docx": _in("docx", "read_docx"),
    ".eml": _in("mail", "read_mail"),
    ".mhtml": _in("mail", "read_mhtml"),
    ".mht": _in("mail", "read_mhtml"),
    ".epub": _in("epub", "read_epub"),
}
