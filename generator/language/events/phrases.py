"""What a noun phrase says of which things are meant: "the bridge", "a bridge", "bridges", "most bridges", "Tower Bridge"."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.words import FEW_CHILDREN, Words

KNOWN = frozenset("the this that these those my your his her its our their".split())
INKNOWN = frozenset({"a", "an", "another", "one"})
# "most accidents happen at home", "anyone who drives without insurance"
EVERY = frozenset(
    "all any anyone anybody both each every everyone everybody few many more most no nobody one people some those".split()
)
RELATIVE = frozenset({"which", "that", "who", "whose", "whom", "what"})


def dependent(words: Words, n: int, label: str) -> int | None:
    """The first word that hangs on another by a label."""
    return next((c for c in words.children[n][:FEW_CHILDREN] if words.dep[c] == label), None)


def phrase_of(words: Words, n: int | None) -> str:
    """The kind of a noun phrase: what it says of which things are meant."""
    if n is None:
        return "none"
    if words.low[n] in RELATIVE:
        return "relative"
    if words.pos[n] == "PRON":
        return words.low[n] if words.low[n] in {"it", "they", "we", "you", "i", "he", "she", "there"} else "pronoun"
    before = [words.low[c] for c in words.children[n][:FEW_CHILDREN] if c < n]
    return _determined(words, n, before)


def _determined(words: Words, n: int, before: Sequence[str]) -> str:
    if words.low[n] in EVERY or not EVERY.isdisjoint(before):
        return "every"
    if words.pos[n] == "PROPN":
        return "name"
    plural = words.tag[n] == "NNS"
    if not KNOWN.isdisjoint(before) or any(word in {"'s", "’s"} for word in before):
        return "definite plural" if plural else "definite"
    if any(words.dep[c] == "nmod" and words.tag[c][:3] in {"NNP", "PRP"} for c in words.children[n][:FEW_CHILDREN] if c < n):
        return "definite plural" if plural else "definite"
    if not INKNOWN.isdisjoint(before):
        return "indefinite"
    if any(words.dep[c] == "nummod" for c in words.children[n][:FEW_CHILDREN]):
        return "counted"
    return "bare plural" if plural else "bare"
