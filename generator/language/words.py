"""A document as plain lists: reading spaCy's tokens one by one is slow, so our components share one pass over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.attrs import DEP, HEAD, LEMMA, LOWER, ORTH, POS, SENT_START, TAG
from spacy.tokens import Doc

from generator.language.lexicon.fronted_days import fronted_days
from generator.language.lexicon.past_forms import told_as_past

FEW_CHILDREN = 40  # of a word that are looked at: in a list of 400, each would look at 400
# ClearNLP's labels (spaCy's own English pipelines) -> Universal Dependencies
LABELS = {
    "nsubjpass": "nsubj",
    "csubjpass": "csubj",
    "dobj": "obj",
    "dative": "iobj",
    "pobj": "obl",
    "auxpass": "aux",
    "poss": "nmod",
    "relcl": "acl",
    "prt": "compound",
    "attr": "xcomp",
    "acomp": "xcomp",
    "npadvmod": "obl",
    "oprd": "xcomp",
    "neg": "advmod",
    "intj": "discourse",
    "quantmod": "advmod",
    "agent": "case",
    "ROOT": "root",
}


@dataclass(slots=True)
class Words:
    """Parallel lists, one entry a token."""

    text: list[str]
    low: list[str]
    lemma: list[str]
    tag: list[str]
    pos: list[str]
    dep: list[str]  # Universal Dependencies without subtype ("nsubj:pass" -> "nsubj")
    full_dep: list[str]
    head: list[int]
    start: list[int]  # code points into the article
    end: list[int]
    sent: list[int]  # number of the sentence
    children: list[list[int]]
    sentences: list[tuple[int, int]]  # token ranges
    article: str  # the text; spaCy puts `doc.text` together anew each time

    def subtree(self, i: int) -> tuple[int, int]:
        """The first token of a subtree and the one after its last."""
        low = high = i
        stack = [i]
        while stack:
            node = stack.pop()
            low, high = min(low, node), max(high, node)
            stack += self.children[node]
        return low, high + 1


def words_of(doc: Doc) -> Words:
    """The lists of a document; made once."""
    made: Words | None = doc._.words
    if made is None:
        made = doc._.words = _made(doc)
    return made


def _sentences(begins: Sequence[bool]) -> list[tuple[int, int]]:
    """The sentences, as tokens from the first to behind the last, by which tokens begin one; the first one does in any case."""
    starts = [n for n, begin in enumerate(begins) if begin or not n]
    return list(zip(starts, [*starts[1:], len(begins)][: len(starts)], strict=True))


class _Strings:
    """The strings of a document's vocabulary, each looked up once."""

    def __init__(self, doc: Doc) -> None:
        self._strings = doc.vocab.strings
        self._known: dict[int, str] = {0: ""}

    def name(self, key: int) -> str:
        if key not in self._known:
            self._known[key] = self._strings[key]
        return self._known[key]


def _children(heads: Sequence[int]) -> list[list[int]]:
    """For each token those that hang on it, in reading order."""
    children: list[list[int]] = [[] for _ in heads]
    for n, head in enumerate(heads):
        if head != n:
            children[head].append(n)
    return children


def _made(doc: Doc) -> Words:
    rows = doc.to_array([ORTH, LOWER, LEMMA, TAG, POS, DEP, HEAD, SENT_START]).tolist()
    name = _Strings(doc).name
    starts = [token.idx for token in doc]
    text = [name(row[0]) for row in rows]
    full = [name(row[5]) for row in rows]
    head = [n + _signed(row[6]) for n, row in enumerate(rows)]
    low, tag = [name(row[1]) for row in rows], [name(row[3]) for row in rows]
    fronted_days(low, tag, full, head)
    sentences = _sentences([row[7] == 1 for row in rows])
    sent = [number for number, (first, end) in enumerate(sentences) for _ in range(first, end)]
    told = told_as_past(low, tag, head)
    blank = [word.isspace() for word in text]  # two spaces in a row are a word, which a tagger may take for a name
    dep = {label: LABELS.get(label, label.partition(":")[0]) for label in set(full)}
    return Words(
        text=text,
        low=low,
        lemma=[told.get(n) or name(row[2]).lower() for n, row in enumerate(rows)],
        tag=["_SP" if space else known_tag for known_tag, space in zip(tag, blank, strict=True)],
        pos=[
            "SPACE" if space else "VERB" if n in told else name(row[4])
            for n, (row, space) in enumerate(zip(rows, blank, strict=True))
        ],
        dep=[dep[label] for label in full],
        full_dep=full,
        head=head,
        start=starts,
        end=[start + len(word) for start, word in zip(starts, text, strict=True)],
        sent=sent,
        children=_children(head),
        sentences=sentences,
        article=doc.text,
    )


def _signed(offset: int) -> int:
    """spaCy gives the head's distance as an unsigned number."""
    return offset - (1 << 64) if offset >= 1 << 63 else offset
