"""One person, organisation or place for the whole dossier."""

from __future__ import annotations

from collections.abc import Sequence

from generator.dossier.model import Subject
from generator.records.model import Record

Index = dict[tuple[str, str], str]  # (record id, entity id) -> subject id


def merge(records: Sequence[Record]) -> tuple[tuple[Subject, ...], Index]:
    """Stand-in: nobody."""
    return (), {}
