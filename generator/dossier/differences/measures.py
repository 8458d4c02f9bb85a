"""How strong an earthquake was: "a magnitude 6.1 quake", "a 6.4-magnitude earthquake", "measuring 6.1 on the Richter scale"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.dossier.differences.fate_words import Fate
from generator.dossier.differences.fates import Counted
from generator.dossier.differences.figures import Figure

NUMBER = r"(?P<number>\d\.\d)"
TENTH = re.compile(r"\d\.\d")
PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\bmagnitude(?: of|-|\s)+(?:about )?{NUMBER}\b",
        rf"\b{NUMBER}[- ]magnitude\b",
        rf"\b{NUMBER} on the richter\b",
        rf"\bmeasur(?:ed|ing) (?:about )?{NUMBER}\b(?! (?:cent|milli|kilo)?met)",
    )
)
MAGNITUDE = Fate("magnitude", "the magnitude of the earthquake", "", "")
ANOTHER_QUAKE = re.compile(r"\b(?:aftershocks?|foreshocks?|second|another|previous|earlier|followed by)\b", re.IGNORECASE)


def magnitudes(text: str) -> Iterator[tuple[Figure, Counted]]:
    """The magnitudes of a sentence; none where it speaks of more than one earthquake."""
    if not TENTH.search(text):
        return
    found = {m.start("number"): m for pattern in PATTERNS for m in pattern.finditer(text)}
    if len(found) != 1 or ANOTHER_QUAKE.search(text):
        return
    for start, match in found.items():
        value = float(match["number"])
        figure = Figure(start, match.end("number"), value, value, value)
        yield figure, Counted(0, MAGNITUDE, "", False)
