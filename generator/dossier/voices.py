"""Voices: which articles may agree with one another about what the news is.

Elsewhere two articles of one publisher corroborate nothing. Where all come from one, nobody else could agree, and what most of its
articles open with is still its news: each that opens in words of its own then counts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.records.model import Record


def voices(records: Sequence[Record], origins: Mapping[str, str]) -> Mapping[str, str]:
    """For an article that agrees with no other than itself or its like, one name for all of them.

    Args:
        records: the articles.
        origins: for an article that shares its text or its publisher with others, one name for all of them.
    """
    if len({origins.get(r.id, r.id) for r in records}) > 1 or len({r.metadata.publisher for r in records}) > 1:
        return origins
    opened = {r.id: next((r.text[p.start : p.end] for p in r.paragraphs if p.kind == "body"), r.id) for r in records}
    return opened if records and records[0].metadata.publisher else origins
