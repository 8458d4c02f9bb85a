"""The spaCy component: the amounts, times and places of an article, each with what it counts and with the frame of its clause.

Nothing is judged here: what crosses articles compares them (`dossier/differences`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.details.frames import Part, frame
from generator.language.details.numerals import OFTEN, numerals
from generator.language.extensions import page_furniture
from generator.language.lexicon.tags import PLACES
from generator.language.setup.scoring import Layer, Scorer, scored
from generator.language.words import Words, words_of

Offsets = tuple[int, int]  # half-open, code points into the article
Kind = Literal["quantity", "time", "place"]
NOUNS = frozenset({"NOUN", "PROPN"})
MODIFIES = frozenset("nummod compound amod advmod flat".split())
FAR = 6  # tokens between a number and the noun that it counts
DAYS = frozenset({"DATE", "TIME"})
WHERE = frozenset("in at near outside inside off on".split())


@dataclass(frozen=True, slots=True)
class Detail:
    """An amount, a time or a place, and what is said of it."""

    start: int  # of the number with its sign and unit, of the words for the time, of the name
    end: int
    kind: Kind
    counts: Offsets | None  # what is counted: "planet candidates"; None of a measure
    does: Offsets | None  # the word that governs it: "killed", "cost", "offer", "wide"
    role: str  # its part there: "object", "subject", a preposition, "is"
    status: str  # "told", "negated" or "open" (could, if)
    parts: tuple[Part, ...]  # the other parts of the clause


class Details(Layer):
    """The spaCy component; sets `doc._.details`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the details of a document."""
        words = words_of(doc)
        furniture = page_furniture(doc)
        found = [d for d in (*_quantities(doc, words), *_times(doc, words), *_places(doc, words)) if not furniture(d.start)]
        doc._.details = tuple(sorted(found, key=lambda d: (d.start, d.end, d.kind)))
        return doc


@Language.factory(
    "briefing_details",
    requires=["doc._.times", "doc.ents"],
    assigns=["doc._.details"],
    default_config={"scorer": scored("details", "start", "end", "kind")},
)
def make_details(nlp: Language, name: str, scorer: Scorer) -> Details:
    """Make the component."""
    return Details(scorer)


def _quantities(doc: Doc, words: Words) -> Iterator[Detail]:
    known = {at for t in doc._.times if t.type != "DURATION" for at in range(t.start, t.end)}
    for first, last, after in numerals(words):
        if words.start[first] not in known:
            yield _quantity(words, first, last, after)


def _quantity(words: Words, first: int, last: int, after: int) -> Detail:
    anchor, counted = _anchor(words, first, last, after)
    counts = (words.start[first], words.end[first]) if words.low[first] in OFTEN else None
    if counted is not None:
        low = min([counted, *(c for c in words.children[counted] if after <= c < counted)])
        counts = words.start[low], words.end[counted]
    end = words.start[after - 1] + len(words.text[after - 1].rstrip("."))
    return _detail(words, anchor, "quantity", (words.start[first], end), counts)


def _detail(words: Words, anchor: int, kind: Kind, span: Offsets, counts: Offsets | None = None) -> Detail:
    told = frame(words, anchor)
    does = None if told.does is None else (words.start[told.does], words.end[told.does])
    return Detail(*span, kind, counts, does, told.role, told.status, told.parts)


def _anchor(words: Words, first: int, last: int, after: int) -> tuple[int, int | None]:
    """The token by which a number hangs in its sentence, and the noun that it counts."""
    if (
        after > last
    ):  # a measure: its unit hangs in the sentence, or modifies a noun ("a 12-mile trip", "the $130 billion offer")
        inside = range(first, after)
        top = next((t for t in (*range(last, after), *range(first, last)) if words.head[t] not in inside), after - 1)
        return top, _of(words, top)
    top = next((t for t in range(first, last) if words.head[t] not in range(first, last)), last - 1)
    noun = words.head[top]
    sign = words.text[first][:1] in "$£€¥₹" or words.low[first] in {"us$", "c$", "a$"}
    if not sign and last <= noun < last + FAR and words.pos[noun] in NOUNS and words.dep[top] in MODIFIES:
        return noun, noun
    return top, None if sign else _of(words, top)


def _of(words: Words, top: int) -> int | None:
    """ "nine of its patents", "54 percent of voters"."""
    for child in words.children[top]:
        if words.dep[child] == "nmod" and any(words.low[c] == "of" for c in words.children[child]):
            return child
    return None


def _times(doc: Doc, words: Words) -> Iterator[Detail]:
    tokens = dict(zip(words.start, range(len(words.start)), strict=True))
    for time in doc._.times:
        first = tokens.get(time.start)
        if first is not None and time.type in DAYS:
            yield _detail(words, _top(words, first, time.end), "time", (time.start, time.end))


def _places(doc: Doc, words: Words) -> Iterator[Detail]:
    """The places in which something is said to happen."""
    for name in doc.ents:
        if name.label_ not in PLACES:
            continue
        top = _top(words, name.start, name.end_char)
        if any(words.low[c] in WHERE for c in words.children[top] if words.dep[c] == "case"):
            yield _detail(words, top, "place", (name.start_char, name.end_char))


def _top(words: Words, first: int, end: int) -> int:
    """The token of a stretch that hangs outside of it."""
    last = first
    while last + 1 < len(words.start) and words.start[last + 1] < end:
        last += 1
    inside = range(first, last + 1)
    return next((t for t in inside if words.head[t] not in inside), first)
