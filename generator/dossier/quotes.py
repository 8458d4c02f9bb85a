"""What crosses articles: quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.dossier.model import Quotation
from generator.records.model import Record


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Quotation, ...]:
    """Stand-in. `index` maps (record id, entity id) to a subject's id."""
    return ()
