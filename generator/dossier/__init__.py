"""From many records to one dossier: what crosses articles. Works on records alone, without spaCy."""

from generator.dossier.model import Dossier

__all__ = ["Dossier"]
