"""Identity: names that survive a rebuild, and the digest by which a text is known again."""

from __future__ import annotations

import hashlib


def identifier(kind: str, article: str, *spans: tuple[int, int]) -> str:
    """A stable name: the kind's letter and ten hexadecimal digits that depend only on the article's id and the spans."""
    key = "\n".join([kind, article, *(f"{start}-{end}" for start, end in spans)])
    return f"{kind}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"


def digest(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
