"""Names that an editor took off: a fact, or an event, does not tell of somebody whom a pronoun was taken to mean.

"The police arrested the driver and released him": nothing says that "him" is the last man named.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TypeVar

from msgspec.structs import replace

from generator.dossier.model import Happening, Statement

Told = TypeVar("Told", Statement, Happening)


def about(item: Told) -> set[str]:
    """The subjects whose names stand beside a fact or an event."""
    if isinstance(item, Statement):
        return {*item.subjects, *(mark.subject for mark in item.marks), *([item.claimant] if item.claimant else [])}
    return {*item.participants, *([item.place] if item.place else [])}


def without(item: Told, names: Collection[str]) -> Told:
    """A fact, or an event, that does not tell of some subjects."""
    if isinstance(item, Statement):
        return replace(
            item,
            subjects=tuple(s for s in item.subjects if s not in names),
            marks=tuple(mark for mark in item.marks if mark.subject not in names),
            claimant=None if item.claimant in names else item.claimant,
        )
    return replace(
        item,
        participants=tuple(s for s in item.participants if s not in names),
        place=None if item.place in names else item.place,
    )
