"""Text that nobody would write costs time in proportion to its length, no more."""

from __future__ import annotations

import time
from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from generator.language import load
from generator.language.events import Events
from generator.language.facts.component import Facts
from generator.language.times import Times

SMALL, LARGE = 1500, 12000  # tokens
LINEAR = LARGE / SMALL
UNITS = {
    "days": ("July 1", "NNP CD", "PROPN NUM", "obl nummod"),
    "days with verbs": ("fell on Monday", "VBD IN NNP", "VERB ADP PROPN", "conj case obl"),
    "spaces": ("  \n x", "_SP _SP NN", "SPACE SPACE NOUN", "dep dep obj"),
    "event nouns": ("attack and", "NN CC", "NOUN CCONJ", "conj cc"),
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def flat(nlp: Language, name: str, length: int) -> Doc:
    """A sentence in which every word hangs on the first verb, as a parser leaves what it does not understand."""
    words, tags, pos, deps = ["Rebels", "attacked"], ["NNS", "VBD"], ["NOUN", "VERB"], ["nsubj", "ROOT"]
    unit = UNITS[name]
    text = unit[0].split(" ") if name != "spaces" else ["  ", "\n ", "x"]
    while len(words) < length:
        words += text
        tags += unit[1].split()
        pos += unit[2].split()
        deps += unit[3].split()
    doc = Doc(
        nlp.vocab, words=words, tags=tags, pos=pos, deps=deps, heads=[1] * len(words), lemmas=[w.lower() for w in words]
    )
    doc._.published = date(2016, 7, 20)
    return doc


def cost(nlp: Language, name: str, length: int) -> float:
    """Seconds of the fastest of three runs."""
    best = float("inf")
    for _ in range(3):
        doc = flat(nlp, name, length)
        began = time.process_time()
        Facts()(Events()(Times()(doc)))
        best = min(best, time.process_time() - began)
    return best


@pytest.mark.parametrize("name", UNITS)
def test_time_grows_with_length(nlp: Language, name: str) -> None:
    small = cost(nlp, name, SMALL)
    assert cost(nlp, name, LARGE) < 2.5 * LINEAR * max(small, 0.002)
