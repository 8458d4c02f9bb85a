"""Who else tells a fact: sentences of other articles that tell the same news, whether or not they were chosen there."""

from __future__ import annotations

from msgspec import structs

from generator.dossier.facts import merge
from generator.dossier.model import Passage, Statement
from generator.dossier.tellers import told
from generator.records.model import Paragraph, Record
from tests.records import fact, record

NEWS = "The harbour court fined the ferry company two million crowns for the spill off Aldmouth."
AGAIN = "The harbour court has fined the ferry company two million crowns for the oil spill off Aldmouth."
DENIED = "The harbour court has not fined the ferry company two million crowns for the oil spill off Aldmouth."
FEWER = "The harbour court has fined the ferry company seven million crowns for the oil spill off Aldmouth."
OTHER = "The ferry company runs two boats between Aldmouth and the islands of the bay."


def article(name: str, *sentences: str, chosen: int = 1) -> Record:
    """An article whose first sentences are its facts."""
    text = " ".join(sentences)
    made = record(name, text, facts=tuple(fact(name, text, s, 0.9 - 0.1 * n) for n, s in enumerate(sentences[:chosen])))
    return structs.replace(made, paragraphs=(Paragraph(start=0, end=len(text), kind="body"),))


def first(*records: Record) -> Statement:
    """The fact of the first article, with who else tells it."""
    return next(s for s in told(merge(records, {}), records) if s.passage.source == records[0].id)


def test_a_sentence_that_was_no_fact_in_its_article_tells_the_same() -> None:
    also = first(article("one", NEWS), article("two", "Rain fell on the roofs of Dorne all night.", AGAIN)).also
    assert [p.text for p in also] == [AGAIN]


def test_the_same_words_denied_or_counted_otherwise_are_not_the_same() -> None:
    for sentence in (DENIED, FEWER, OTHER):
        assert not first(article("one", NEWS), article("two", "Rain fell on the roofs of Dorne all night.", sentence)).also


def test_a_joined_passage_that_only_shares_some_words_is_not_shown() -> None:
    records = (article("one", NEWS), article("two", OTHER), article("three", "Rain fell on Dorne."))
    joined = structs.replace(
        next(s for s in merge(records, {}) if s.passage.source == "one"), also=(Passage("two", 0, len(OTHER), OTHER),)
    )
    (held,) = told([joined], records)
    assert not held.also
    (kept,) = told([structs.replace(joined, edited=True)], records)
    assert kept.also == joined.also  # an editor has the last word


def test_a_question_tells_nothing() -> None:
    asked = "Has the harbour court fined the ferry company two million crowns for the oil spill off Aldmouth?"
    assert not first(article("one", NEWS), article("two", "Rain fell on the roofs of Dorne all night.", asked)).also
