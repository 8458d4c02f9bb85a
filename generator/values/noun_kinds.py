"""What a common noun is a noun of: "ferry" of a vehicle, "union" of a body, "singer" of a person; a table made from WordNet."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

NOUN_KINDS_FILE = Path(__file__).parent / "data" / "noun_kinds.json"


@cache
def _lists() -> dict[str, str]:
    found: dict[str, str] = json.loads(NOUN_KINDS_FILE.read_text("utf-8"))
    return found


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in _lists().items() if kind != "faith" for word in words.split()}


@cache
def faiths() -> frozenset[str]:
    """Names of religions, of one word, in lower case."""
    return frozenset(_lists()["faith"].split())


@cache
def noun_kind(word: str) -> str | None:
    """The kind of a noun, singular or plural, in lower case: "person", "media", "body", "vehicle", "work", "law", "built", ...

    None of a word that the table does not hold.
    """
    kinds = _kinds()
    if word in kinds:
        return kinds[word]
    for ending, singular in (("ies", "y"), ("es", ""), ("s", ""), ("women", "woman"), ("men", "man")):
        if word.endswith(ending) and (kind := kinds.get(word.removesuffix(ending) + singular)):
            return kind
    return kinds.get(word.replace("-", "")) or kinds.get(word.rpartition("-")[2]) if "-" in word else None
