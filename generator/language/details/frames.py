"""What a clause says around one of its words: the verb or noun that governs it, its part there, and the other parts.

Passive and active are one: "nine people were killed" and "the bus killed nine people" have nine people as object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from generator.language.events.triggers import CONDITIONS
from generator.language.words import Words

PASSIVE = "nsubj:pass"
PARTS = frozenset("nsubj obj iobj obl nmod appos".split())
INSIDE = frozenset("compound amod nummod flat det".split())  # modifiers of a noun that are told with it
JOINED = frozenset("xcomp advcl conj acl".split())  # clauses whose subject, or event, stands in the clause above
BELOW = frozenset("advcl xcomp csubj".split())  # "died when a ferry capsized", "needed an hour to free him"
OPEN = frozenset("could can should".split())
NO = frozenset("not never n't n’t neither".split())
MOST = 20  # parts of one clause or noun: no sentence that somebody wrote has more, and in a list of 400 days each would have 400
CONTENT = frozenset("NOUN PROPN PRON VERB ADJ NUM ADV".split())


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a clause: "subject", "object", "verb", or the preposition before it."""

    role: str
    start: int  # of its noun with what stands before it, code points into the article
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """What a clause says around one of its words."""

    does: int | None  # the verb, noun or adjective that governs the word
    role: str
    parts: tuple[Part, ...]
    status: str  # "told", "negated" or "open"


def frame(words: Words, anchor: int) -> Frame:
    """The frame of a word, by its token."""
    top, role = _governor(words, anchor)
    if top is None:
        return Frame(None, role, tuple(_parts(words, anchor, anchor)), _status(words, anchor))
    parts = [*_parts(words, top, anchor), *_parts(words, anchor, top)]  # and "84 passengers aboard the ferry"
    for clause in (c for c in words.children[top] if words.dep[c] in BELOW and c != anchor):
        parts += [Part("clause", words.start[clause], words.end[clause]), *_parts(words, clause, anchor)]
    above = words.head[top]
    if above != top and (words.pos[top] != "VERB" or words.dep[top] in JOINED):
        above = _verb_above(words, top)
        told_of = "verb" if words.pos[above] in {"VERB", "AUX"} else "subject"  # "the asteroid, 20 metres wide"
        parts += [Part(told_of, words.start[above], words.end[above]), *_parts(words, above, top)]
    return Frame(top, role, tuple(dict.fromkeys(parts)), _status(words, top))


def _governor(words: Words, anchor: int) -> tuple[int | None, str]:
    """The token that governs a word, and its part there; None where the word is what is said itself ("the toll is 12")."""
    at = anchor
    while words.dep[at] == "conj" and words.pos[words.head[at]] in {"NOUN", "NUM", "PROPN", "SYM"}:
        at = words.head[at]
    if words.head[at] == at or any(words.dep[c] == "cop" for c in words.children[at]):
        return None, "is"
    return words.head[at], role(words, at)


def role(words: Words, at: int) -> str:
    """The part of a word in its clause."""
    dep, full = words.dep[at], words.full_dep[at]
    if dep == "nsubj":
        return "object" if full == PASSIVE or _of_being(words, words.head[at]) else "subject"
    if full == "obl:agent":
        return "subject"
    if dep == "obj":
        return "object"
    case = next((words.low[c] for c in words.children[at] if words.dep[c] == "case"), "")
    if dep in {"obl", "nmod", "iobj"}:
        return case or ("measure" if dep == "obl" or full == "nmod:unmarked" else "of")
    return case or dep


def _of_being(words: Words, verb: int) -> bool:
    """ "There were 84 passengers": nobody does anything."""
    return any(words.dep[c] == "expl" for c in words.children[verb])


def _verb_above(words: Words, at: int) -> int:
    """The verb of the clause in which a word stands, what is said to be ("is capable of"), or the top of the sentence."""
    above = words.head[at]
    for _ in range(4):
        said_to_be = any(words.dep[c] == "cop" for c in words.children[above])
        if words.pos[above] == "VERB" or said_to_be or words.head[above] == above:
            break
        above = words.head[above]
    return above


def _parts(words: Words, top: int, but: int) -> Iterator[Part]:
    """The parts of a clause or of a noun, without the word that is asked about; of an endless list the first ones."""
    return islice(_all_parts(words, top, but), MOST)


def _all_parts(words: Words, top: int, but: int) -> Iterator[Part]:
    if words.dep[top] == "acl" and words.head[top] != but:  # "a ferry carrying 84 passengers"
        yield _part(words, words.head[top], "object" if words.tag[top] == "VBN" else "subject")
    stack = [(child, 0) for child in reversed(words.children[top])]
    while stack:
        at, depth = stack.pop()
        if at == but or words.dep[at] not in PARTS or words.pos[at] not in CONTENT:
            continue
        yield _part(words, at, role(words, at))
        if depth < 3:
            stack += [(child, depth + 1) for child in reversed(words.children[at]) if words.dep[child] in {"nmod", "appos"}]


def _part(words: Words, at: int, name: str) -> Part:
    inside = [c for c in words.children[at] if words.dep[c] in INSIDE and words.dep[c] != "det"]
    first, last = min([at, *inside]), max([at, *(c for c in inside if words.dep[c] == "flat")])
    return Part(name, words.start[first], words.end[last])


def _status(words: Words, at: int) -> str:
    children = words.children[at]
    if any(words.low[c] in NO for c in children):
        return "negated"
    supposed = any((words.low[c] in OPEN and words.dep[c] == "aux") or words.low[c] in CONDITIONS for c in children)
    return "open" if supposed else "told"
