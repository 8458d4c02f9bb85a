"""A name while names are being set right."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """A found name: token range and type."""

    start: int
    end: int
    label: str
