"""What has no end in it is cut before anything looks at all of it again and again."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from generator.dossier.passages import LONGEST as LONG_PARAGRAPH
from generator.dossier.passages import SHOWN_AROUND, around
from generator.language import document, load
from generator.language.sentences import LONGEST
from generator.language.setup.tokenizer import LONGEST as LONG_RUN
from generator.language.times.lexemes import PAD, Words, cardinal
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs
from generator.sources.readers import markdown
from generator.sources.readers.markdown import read_markdown
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
    assert len(found.text) <= 2 * SHOWN_AROUND + 10
    assert found.text in text
    assert found.start <= 8000 < 8010 <= found.end
    short = "The council met. It rose."
    assert around(record("a", short), [Span(start=4, end=11)]).text == short
    assert LONG_PARAGRAPH > 2 * SHOWN_AROUND


def growth(run: Callable[[int], object], small: int) -> float:
    """How many times as long eight times the size takes; the better of two tries, as other work runs beside the tests."""
    took = []
    for size in (small, small, 8 * small, 8 * small):
        begun = time.process_time()
        run(size)
        took.append(time.process_time() - begun)
    return min(took[2:]) / max(min(took[:2]), 1e-4)


def test_sentence_marks_are_set_in_linear_time(nlp: Language) -> None:
    marks = nlp.get_pipe("briefing_sentences")
    docs = {size: Doc(nlp.vocab, [",", "Yes"] * (size // 2)) for size in (4_000, 32_000)}
    assert growth(lambda size: marks(docs[size]), 4_000) < 20, "one mark at a time takes the square: 60 times"


@pytest.mark.parametrize("line", ["---\n", "---\na\n", "a\n---\n", "# a\n", "a\n# a\n", "a\n===\n", "* * *\n"])
def test_rules_and_headings_of_one_block_are_read_in_linear_time(line: str) -> None:
    assert growth(lambda size: read_markdown(b"The council met.\n\n" + line.encode() * size, "a.md"), 400) < 20, (
        "Python-Markdown takes the square"
    )


@pytest.mark.parametrize(
    "line",
    [
        "---\na\n",
        "a\n---\n",
        "- a\n---\n",
        "a\nb\n# c\n",
        "a\n===\nb\n",
        "| a | b |\n| - | - |\n",
        "> a\n---\n",
        "- a\n  b\n# c\n",
    ],
)
def test_a_long_block_gives_the_words_that_python_markdown_gives(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    block = b"\nThe council met.\n" + line.encode() * 150
    found, _ = read_markdown(block, "a.md")
    monkeypatch.setattr(markdown, "LONG_BLOCK", 10_000)
    plain, _ = read_markdown(block, "a.md")
    assert found.split() == plain.split()


def test_many_quotations_of_a_paragraph_keep_their_speakers(nlp: Language) -> None:
    text = "“We wait for the bridge,” said Ann Field. “It is late,” Robert Okoro said. " * 150
    begun = time.process_time()
    doc = nlp(document(nlp, Article("a", text, Metadata(), paragraphs(text, None))))
    assert time.process_time() - begun < 10
    said = [doc.text[slice(*quote.source)] for quote in doc._.quotes if quote.source]
    assert said.count("Ann Field") >= 145
    assert said.count("Robert Okoro") >= 145


def test_a_run_of_number_words_is_read_in_linear_time_and_is_no_number() -> None:
    run = "one two three four five six "
    assert growth(lambda size: [cardinal(words, i) for words in [Words(run * size)] for i in range(PAD, 6 * size)], 100) < 20
    assert cardinal(Words(run * 20), PAD) is None
    long = "nine hundred and ninety-nine million nine hundred ninety-nine thousand nine hundred ninety-nine"
    assert cardinal(Words(long.replace(" and", "")), PAD) is not None
