"""Whom a pronoun means, and where that is sure enough to be printed beside it."""

from __future__ import annotations

from time import process_time

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.language.coreference.aliases import clusters
from generator.language.coreference.cluster import Cluster, Found
from generator.language.coreference.pronouns import SURE, resolve_pronouns
from generator.language.words import Words
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

LONG = 10  # seconds; what takes a square of the length takes minutes


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def printed(nlp: Language, text: str) -> list[tuple[str, str]]:
    """The pronouns of a text that are sure, each with whom it means."""
    doc = nlp(document(nlp, Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))))
    found = [
        (m.start, text[m.start : m.end], e.name)
        for e in doc._.entities
        for m in e.mentions
        if m.kind == "pronoun" and m.confidence >= SURE
    ]
    return [(word, name) for _, word, name in sorted(found)]


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Mary Field resigned on Monday. She left the town.", [("She", "Mary Field")]),
        ("John Reed said he was tired.", [("he", "John Reed")]),
    ],
)
def test_the_only_one_of_a_gender_is_meant(nlp: Language, text: str, means: list[tuple[str, str]]) -> None:
    assert printed(nlp, text) == means


@pytest.mark.parametrize(
    "text",
    [
        "Mary Field met a woman at the zoo. She made a desperate call.",  # somebody without a name
        "Bouhlor was known to the police. He was visiting her daughter.",  # a gender that nothing shows
        "Mary Field sued Ann Reed. She won.",  # two of one gender
        "Mary Field resigned on Monday. The sea was calm. The boats came in. She left.",  # too far
        "Mary Field resigned on Monday. “She was tired,” the mayor said.",  # inside a quotation
    ],
)
def test_what_is_not_sure_is_not_printed(nlp: Language, text: str) -> None:
    assert printed(nlp, text) in ([], [("He", "Bouhlor")][:0])


def test_pronouns_take_linear_time() -> None:
    sentences = 15_000
    words = _words(["Ann", "saw", "."] + ["She", "saw", "her", "."] * sentences)
    ann = Cluster("Ann", "PERSON", [Found(0, 1, 0, "name")], ["Ann"], "female")
    began = process_time()
    resolve_pronouns(words, [ann])
    assert process_time() - began < LONG
    assert len(ann.mentions) > sentences


def test_a_name_that_never_ends_takes_linear_memory() -> None:
    many = 60_000
    words = _words(["John"] * many)
    began = process_time()
    assert clusters(words, [(0, many, "PERSON"), (0, many, "ORG")])
    assert process_time() - began < LONG


def _words(text: list[str]) -> Words:
    """Words whose parse is flat; each full stop ends a sentence."""
    starts = [6 * n for n in range(len(text))]
    sent, sentences, opened = [], [], 0
    for n, word in enumerate(text):
        sent.append(len(sentences))
        if word == ".":
            sentences.append((opened, n + 1))
            opened = n + 1
    if opened < len(text):
        sentences.append((opened, len(text)))
    pronoun = ["PRP" if word.lower() in {"she", "her"} else "NN" for word in text]
    return Words(
        text=text,
        low=[word.lower() for word in text],
        lemma=[word.lower() for word in text],
        tag=pronoun,
        pos=["PRON" if tag == "PRP" else "NOUN" for tag in pronoun],
        dep=["nsubj" if word == "She" else "dep" for word in text],
        full_dep=["dep"] * len(text),
        head=list(range(len(text))),
        start=starts,
        end=[start + len(word) for start, word in zip(starts, text, strict=True)],
        sent=sent,
        children=[[] for _ in text],
        sentences=sentences,
        article=" ".join(text),
    )
