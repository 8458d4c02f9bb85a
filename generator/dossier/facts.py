"""What crosses articles: facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.dossier.model import Statement
from generator.records.model import Record


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Statement, ...]:
    """Stand-in. `index` maps (record id, entity id) to a subject's id."""
    return ()
