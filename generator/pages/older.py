"""Articles that appeared long before the newest: what they tell without a day was so then, and a reader must know that."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from generator.dossier.model import Source

LONG_AGO = timedelta(60)


def older(sources: Sequence[Source]) -> dict[str, str]:
    """The days of publication of the articles that appeared long before the newest, by their ids."""
    days = {s.id: s.record.metadata.published for s in sources}
    known = {name: day for name, day in days.items() if day}
    newest = max(known.values(), default="")
    return {name: day for name, day in known.items() if date.fromisoformat(newest) - date.fromisoformat(day) > LONG_AGO}
