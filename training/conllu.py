"""Read the corpora: gzipped CoNLL-U with a names layer in MISC (`NE=B-GPE`, `NE=?` for unknown)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from generator.values.gazetteer import is_demonym

NO_NAME = "O"
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Word:
    """A syntactic word; `head` is its head's number in the sentence (1-based), 0 for the root, None without syntax."""

    form: str
    lemma: str
    pos: str
    tag: str
    feats: str
    head: int | None
    dep: str
    space: bool  # a space follows
    name: str  # "O", "B-X", "I-X" or "?"


Sentence = list[Word]
Paragraph = list[Sentence]
Document = list[Paragraph]


def documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a corpus file, each a list of paragraphs of sentences."""
    document: Document = []
    sentence: Sentence = []
    new_paragraph = True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                if document:
                    yield document
                document, new_paragraph = [], True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif not line:
                if sentence:
                    if new_paragraph or not document:
                        document.append([])
                    document[-1].append(sentence)
                    sentence, new_paragraph = [], False
            elif line[0].isdigit():
                sentence.append(_word(line.split("\t")))
    if document:
        yield document


def _word(columns: list[str]) -> Word:
    misc = dict(item.partition("=")[::2] for item in columns[9].split("|")) if columns[9] != "_" else {}
    syntax = columns[6] != "_"
    return Word(
        form=columns[1].replace(" ", "\u00a0"),
        lemma=columns[2] if columns[2] != "_" or columns[1] == "_" else "",
        pos=columns[3] if columns[3] != "_" else "",
        tag=columns[4] if columns[4] != "_" else "",
        feats=columns[5] if columns[5] != "_" else "",
        head=int(columns[6]) if syntax else None,
        dep=columns[7] if syntax else "",
        space="SpaceAfter" not in misc,
        name=misc.get("NE", NO_NAME),
    )


def no_names(sentence: Sentence) -> Sentence:
    """In a sentence whose names nobody marked, far from proper nouns there is none: web text teaches what is *not* a name."""
    if any(word.name != UNKNOWN or not word.pos for word in sentence):
        return sentence
    near = {n + d for n, word in enumerate(sentence) if word.pos in {"PROPN", "X"} for d in (-2, -1, 0, 1, 2)}
    return [
        word if n in near or is_demonym(word.form.title()) else replace(word, name=NO_NAME)
        for n, word in enumerate(sentence)
    ]
