"""Which format bytes are in: what they begin with decides, then what their server or their name says."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.sources.adding.feeds import is_feed
from generator.sources.readers import READERS

TYPES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
    "multipart/related": ".mhtml",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
BEFORE_ROOT = rb"(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>|<!--.*?-->|\s)*"
HTML_START = re.compile(BEFORE_ROOT + rb"<(?:!doctype html|html|head|body|meta|title)\b", re.I | re.S)


def suffix_of(data: bytes, kind: str = "", name: str = "") -> str | None:
    """The ending of the reader that reads these bytes; None where none does."""
    if data.startswith(b"%PDF"):
        return ".pdf"
    if is_feed(data):
        return None
    if HTML_START.match(data[:4096]):
        return ".html"
    if data.startswith(b"PK\x03\x04"):
        return ".epub" if b"application/epub+zip" in data[:200] else ".docx" if b"word/" in data else None
    return TYPES.get(kind) or (_ending(name) if kind in ("", "application/octet-stream", "binary/octet-stream") else None)


def _ending(name: str) -> str | None:
    """The ending of a file's name or address, where a reader reads such files."""
    found = re.search(r"\.[A-Za-z0-9]{2,5}$", urlsplit(name).path)
    return found[0].lower() if found and found[0].lower() in READERS else None
