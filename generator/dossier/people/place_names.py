"""A place's name for looking up."""

from __future__ import annotations

import unicodedata

# "Mazar-i-Sharif", "Mazar-e-Sharif": the Persian link is written both ways
SAME = {"st": "saint", "i": "e", "mt": "mount", "ft": "fort"}


def key(name: str) -> str:
    """A name for looking up: lower case, without accents, points, apostrophes and hyphens; "St." is "Saint"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else "" if c in ".'’`ʼ" else " " for c in plain).split()
    if words and words[0] == "the":
        words = words[1:]
    return " ".join(SAME.get(word, word) for word in words)
