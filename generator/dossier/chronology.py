"""What crosses articles: chronology."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.dossier.model import Happening
from generator.records.model import Record


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Happening, ...]:
    """Stand-in. `index` maps (record id, entity id) to a subject's id."""
    return ()
