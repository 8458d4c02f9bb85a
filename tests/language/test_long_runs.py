"""What has no end in it is cut before anything looks at all of it again and again."""

from __future__ import annotations

import time

import pytest
from spacy.language import Language

from generator.dossier.passages import LONGEST as LONG_PARAGRAPH
from generator.dossier.passages import NEAR, around
from generator.language import document, load
from generator.language.sentences import LONGEST
from generator.language.setup.tokenizer import LONGEST as LONG_RUN
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs
from generator.values.span import Span
from tests.records import record

RUNS = (
    '"' * 5000,
    "“" * 5000,
    "'" * 5000,
    "(" * 5000,
    "." * 5000,
    "a" * 5000,
    "https://example.com/" + "a/" * 2500,
    "👩‍👩‍👧" * 1000,
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.mark.parametrize("run", RUNS, ids=range(len(RUNS)))
def test_a_long_run_costs_little_and_loses_no_character(nlp: Language, run: str) -> None:
    text = f"The council met on Monday.  {run} \n\nIt rose."
    begun = time.process_time()
    doc = nlp.tokenizer(text)
    assert time.process_time() - begun < 1.5, "spaCy alone takes 20 seconds for some of these"
    assert doc.text == text
    assert max(map(len, doc)) <= LONG_RUN
    assert len(doc) < 40, "a run is no thousand words"
    assert [token.text for token in doc[:6]] == ["The", "council", "met", "on", "Monday", "."]


def test_what_has_no_long_run_is_tokenised_at_once(nlp: Language) -> None:
    text = "“We can't,” she said (on 3 May). " + "a" * LONG_RUN
    assert [t.text for t in nlp.tokenizer(text)][:6] == ["“", "We", "ca", "n't", ",", "”"]


def test_a_sentence_without_an_end_is_cut(nlp: Language) -> None:
    text = "the mayor of the town that the people of the country that " * 100
    doc = nlp(document(nlp, Article("a", text, Metadata(), paragraphs(text, None))))
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST + 2


def test_the_context_of_a_passage_in_an_endless_line_is_what_is_near() -> None:
    text = "The council of Lakewood met on Monday. " * 400
    found = around(record("a", text), [Span(start=8000, end=8010)])
    assert len(found.text) <= 2 * NEAR + 10
    assert found.text in text
    assert found.start <= 8000 < 8010 <= found.end
    short = "The council met. It rose."
    assert around(record("a", short), [Span(start=4, end=11)]).text == short
    assert LONG_PARAGRAPH > 2 * NEAR
