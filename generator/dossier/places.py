"""Where a place lies: country and coordinates from a gazetteer, only where the name says which place is meant."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from generator.dossier.model import Place

DATA = Path(__file__).parent / "places.json"


def place_of(name: str) -> Place | None:
    """The place of a name; None where it is unknown or several places of a like size share it."""
    entry = _table().get(name.lower())
    return Place(str(entry[0]), float(entry[1]), float(entry[2])) if entry else None


@cache
def _table() -> dict[str, tuple[str, float, float]]:
    table: dict[str, tuple[str, float, float]] = json.loads(DATA.read_text("utf-8"))
    return table
