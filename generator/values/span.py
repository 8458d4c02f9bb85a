"""A span: where words stand in an article."""

from __future__ import annotations

from msgspec import Struct


class Span(Struct, frozen=True, gc=False, forbid_unknown_fields=True):
    """Half-open, code points into the article's text."""

    start: int
    end: int
