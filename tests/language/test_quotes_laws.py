"""Laws of the quotations: no marks lose an article, contents keep off cue and source, and what follows changes nothing before."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Span

from generator.language import document, load
from generator.language.quotes import Quote
from generator.language.quotes.component import Ends, once
from generator.language.quotes.contents import Contents
from generator.language.quotes.frames import Frames
from generator.language.quotes.marks import quoted_spans
from generator.language.quotes.sources import Sources
from generator.language.quotes.unspoken import speech_only
from generator.language.quotes.view import Attribution, View
from generator.language.setup.annotation import COMPONENTS
from generator.language.words import words_of
from generator.sources import from_bytes

MARKS = "“”„‘’'\"«»`…—–:,.?!;()"
WORDS = "Ruth Okafor Tom Barker said told she he that the bridge would close according to added saying was who and".split()
CLAUSES = [
    "Ruth Okafor said",
    "she told Tom Barker that",
    "the bridge would close",
    "called the plan “a disgrace”",
    ", Barker added,",
    "“We have waited,”",
    "said Ruth Okafor, the mayor.",
    "according to the mayor",
    "As the Post reported,",
    "which Barker said would",
]
SOUP = st.lists(st.sampled_from([*WORDS, *MARKS, "''", "\n\n"]), max_size=40) | st.lists(
    st.sampled_from([*CLAUSES, *CLAUSES, *'“”",.:']), max_size=14
)
PARAGRAPHS = [
    "“We will rebuild,” Ruth Okafor said. “We have the money.”",
    "Ruth Okafor said the bridge would close. She told Tom Barker that it was old.",
    "“It is late.",
    '"Nobody asked me," Tom Barker added.',
    "According to the mayor, the work ‘is done.’",
    "“I do not know.”",
    "He called the plan “a disgrace.”",
    "'Nobody came today.'",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = load()
    for name in COMPONENTS:
        if name not in {"briefing_coreference", "briefing_quotes"}:
            pipeline.disable_pipe(name)
    return pipeline


def found(nlp: Language, text: str) -> tuple[Quote, ...]:
    doc = nlp(document(nlp, from_bytes(text.encode(), ".txt", "a", "a.txt").article))
    quotes: tuple[Quote, ...] = doc._.quotes
    return quotes


@given(st.text(st.sampled_from(MARKS + "ab \n"), max_size=60))
@settings(deadline=None, max_examples=400)
def test_pairs_of_marks_never_overlap_nor_leave_their_paragraph(text: str) -> None:
    parts = [(m.start(), m.end()) for m in re.finditer(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", text, re.S)]
    pairs = quoted_spans(text, parts)
    end = 0
    for pair in pairs:
        assert end <= pair.start < pair.end
        assert parts[pair.paragraph][0] <= pair.start < pair.end <= parts[pair.paragraph][1]
        assert pair.start <= pair.inner[0] <= pair.inner[1] <= pair.end
        end = pair.end
    assert set(speech_only(text, parts, pairs)) <= set(pairs)


@given(SOUP)
@settings(deadline=None, max_examples=120)
def test_no_marks_in_any_order_lose_an_article(nlp: Language, soup: list[str]) -> None:
    text = " ".join(["Monday", *soup])
    for quote in found(nlp, text):
        own = [span for span in (quote.cue, quote.source) if span]
        assert quote.content
        for start, end in [*quote.content, *own]:
            assert 0 <= start < end <= len(text)
        for start, end in quote.content:
            for other_start, other_end in own:
                assert end <= other_start or other_end <= start, text
        assert 0 <= quote.confidence <= 1


@given(st.lists(st.sampled_from(PARAGRAPHS), min_size=1, max_size=4), st.sampled_from(PARAGRAPHS))
@settings(deadline=None, max_examples=40)
def test_a_paragraph_at_the_end_changes_no_quotation_before_it(nlp: Language, paragraphs: list[str], more: str) -> None:
    text = "\n\n".join(paragraphs)
    longer = found(nlp, f"{text}\n\nThe weather stayed dry in the north.\n\n{more}")
    before = [(q.kind, q.content, q.cue, q.source) for q in longer if q.content[0][0] < len(text)]
    assert before == [(q.kind, q.content, q.cue, q.source) for q in found(nlp, text)]


@given(st.integers(0, 39), st.integers(1, 40))
@settings(deadline=None)
def test_a_content_is_cut_where_it_runs_into_its_cue_or_source(nlp: Language, start: int, length: int) -> None:
    doc = nlp("Ruth Okafor said the bridge would close.")
    view = View(words_of(doc), doc.text, [], [(0, len(doc.text))])
    clause = (start, min(start + length, len(doc.text)))
    for a, b in Contents(view, Frames(view, Sources(view))).united(2, [], clause, None, (0, 2, 1)):
        assert 0 <= a < b
        assert a >= 11, doc.text[a:b]  # where "Ruth Okafor" ends
        assert a >= 16 or b <= 12, doc.text[a:b]  # "said" reaches from 12 to 16


def test_the_same_words_are_one_quotation() -> None:
    first, second, third = Attribution([(0, 9)]), Attribution([(0, 9)], source=(3, 4)), Attribution([(20, 29)])
    assert once([first, second, third]) == [second, third]


@pytest.mark.parametrize(("end", "words"), [("counterpart", "counterpart Ann Field"), ("rival", "rival")])
def test_a_content_is_not_cut_before_the_name_that_its_noun_goes_on_with(nlp: Language, end: str, words: str) -> None:
    doc = nlp.make_doc("He is against it with his counterpart Ann Field, not his rival, said Bo Reed.")
    at = next(token.i for token in doc if token.text == "Ann")
    doc.set_ents([Span(doc, at, at + 2, "PERSON")])
    stop = doc.text.index(end) + len(end)
    start, stop = Ends(doc, doc.text).whole_name(Attribution([(0, stop)]))
    assert doc.text[start:stop].endswith(words)
