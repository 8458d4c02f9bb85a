"""The log of corrections: what editors set right, as their sidecars say it. Its days are the editors' own, never a clock's."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.dossier.editor.corrections import NAMING_KEYS, Correction
from generator.dossier.model import Corrected

BESIDE = ("id", "person", "note", "corrected")


def logged(placed: Iterable[tuple[str, Correction]], nobody: Collection[str] = ()) -> tuple[Corrected, ...]:
    """The entries of the log: the last first, then those without a day, in the order of their articles and targets.

    Args:
        placed: corrections that took effect, each with the article whose sidecar holds it.
        nobody: names that no page shows: who was to be the speaker, or merged, is not, and nobody is told otherwise.
    """
    entries = (_entry(article, correction, nobody) for article, correction in placed)
    found = [entry for entry in entries if entry.made or entry.note]
    ordered = sorted(found, key=lambda entry: (entry.source, entry.target, entry.made))
    return tuple(sorted(ordered, key=lambda entry: entry.day or "", reverse=True))


def _entry(article: str, correction: Correction, nobody: Collection[str]) -> Corrected:
    made = tuple(
        (key, said)
        for key in Correction.model_fields
        if _set(correction, key)
        for said in (_said(getattr(correction, key)),)
        if key not in NAMING_KEYS or said not in nobody
    )
    return Corrected(correction.id or correction.person or "", article, made, correction.corrected, correction.note)


def _set(correction: Correction, key: str) -> bool:
    return key not in BESIDE and correction.sets(key) and getattr(correction, key) not in (False, ())


def _said(value: object) -> str:
    if value is None or value is True:
        return ""
    return ", ".join(value) if isinstance(value, tuple) else str(value)
