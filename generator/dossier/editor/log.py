"""The log of corrections: what editors set right, as their sidecars say it. Its days are the editors' own, never a clock's."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.dossier.editor.corrections import NAMING_KEYS, Correction
from generator.dossier.model import Corrected

Refused = tuple[int, str, str]  # a correction by identity, its key, and a name in it
BESIDE = ("id", "person", "note", "corrected")


def logged(placed: Iterable[tuple[str, Correction]], refused: Collection[Refused] = ()) -> tuple[Corrected, ...]:
    """The entries of the log: the last first, then those without a day, in the order of their articles and targets.

    Args:
        placed: corrections that took effect, each with the article whose sidecar holds it.
        refused: names that did nothing where they stand: who was to be the speaker, or merged, is not, and nobody is told otherwise.
    """
    entries = (_entry(article, correction, refused) for article, correction in placed)
    found = [entry for entry in entries if entry.made or entry.note]
    ordered = sorted(found, key=lambda entry: (entry.source, entry.target, entry.made))
    return tuple(sorted(ordered, key=lambda entry: entry.day or "", reverse=True))


def _entry(article: str, correction: Correction, refused: Collection[Refused]) -> Corrected:
    made = tuple(
        (key, _said(value))
        for key in Correction.model_fields
        if _set(correction, key)
        for value in (_followed(correction, key, refused),)
        if key not in NAMING_KEYS or value or not getattr(correction, key)
    )
    return Corrected(correction.id or correction.person or "", article, made, correction.corrected, correction.note)


def _followed(correction: Correction, key: str, refused: Collection[Refused]) -> object:
    """What a key sets, without the names that did nothing."""
    value = getattr(correction, key)
    if key not in NAMING_KEYS or value is None:
        return value
    names = value if isinstance(value, tuple) else (value,)
    return tuple(name for name in names if (id(correction), key, name) not in refused)


def _set(correction: Correction, key: str) -> bool:
    return key not in BESIDE and correction.sets(key) and getattr(correction, key) not in (False, ())


def _said(value: object) -> str:
    if value is None or value is True:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)
