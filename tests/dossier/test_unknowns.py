"""What the sources say is not known."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.fact_words import concepts, content
from generator.dossier.unknowns import LEFT_OPEN, NEVER, unknowns
from generator.records.model import Metadata, Paragraph, Record
from tests.records import quote, record


def article(name: str, text: str, published: str = "2021-05-08") -> Record:
    made = record(name, text)
    return replace(
        made, paragraphs=(Paragraph(0, len(text), "body"),), metadata=Metadata(published=published, publisher=name)
    )


@pytest.mark.parametrize(
    "text",
    [
        "The cause of the fire remains unclear.",
        "It is not known whether anybody was aboard the ferry.",
        "It wasn’t immediately clear how the fire began.",
        "The names of the nine dead have not been released.",
        "No motive for the fire has been found.",
        "Police did not say where the man was held.",
        "How the fire began remains to be seen.",
        "Divers are still trying to determine how deep the wreck lies.",
    ],
)
def test_each_construction_leaves_something_open(text: str) -> None:
    assert [u.passage.text for u in unknowns([article("one", text)], {}, {})] == [text]
    assert sum(bool(pattern.search(text)) for pattern in LEFT_OPEN) == 1


@pytest.mark.parametrize(
    "text",
    [
        "He was not known for outbursts in the harbour town.",
        "We do not know how the fire in the hall began.",
        "The mayor knows how the fire in the hall began.",
        "She did not know where her husband was that night.",
        "Do the police of Aldmouth not know who did it?",
        "The wreck was known to the divers of the town.",
    ],
)
def test_what_is_somebody_s_own_or_no_gap_is_none(text: str) -> None:
    assert unknowns([article("one", text)], {}, {}) == ()
    assert NEVER.search(text) or not text.startswith(("He", "She", "Do"))


def test_words_of_a_speaker_are_left_to_the_quotations() -> None:
    text = "It is not known who lit the fire in the hall."
    made = replace(article("one", text), quotes=(quote("one", text, text),))
    assert unknowns([made], {}, {}) == ()


def test_the_same_gap_is_told_once_the_latest_first() -> None:
    early = article("early", "The cause of the harbour fire is unclear.", "2021-05-07")
    late = article("late", "The cause of the harbour fire remains unknown, police said.", "2021-05-09")
    (found,) = unknowns([early, late], {}, {"harbour": 1.0, "cause": 1.0})
    assert found.passage.source == "late"
    assert [p.source for p in found.also] == ["early"]
    assert found.publishers == 2


def test_among_several_articles_a_gap_is_of_what_others_tell() -> None:
    stray = article("one", "It is not known who wrote the old song.")
    assert unknowns([stray, article("two", "The hall burned on Friday.")], {}, {"hall": 1.0}) == ()


WORDS = (
    ("It is not known who will pay for the ferry.", "The harbour board will pay for the ferry.", True),
    ("It is not known who will pay for the ferry.", "The board was asked who will pay for the ferry.", False),
    ("It is not known who will pay for the ferry.", "The ferry will sail in May.", False),
    ("The name of the pilot has not been released.", "The name of the pilot, Ann Field, was released by the club.", True),
    ("The name of the pilot has not been released.", "Police may release the name of the pilot.", False),
)


@pytest.mark.parametrize(("open_", "newer", "known"), WORDS)
def test_what_a_newer_article_tells_is_not_unknown(open_: str, newer: str, known: bool) -> None:
    told = [article("one", open_), article("two", newer, "2021-05-10")]
    common = dict.fromkeys(concepts(content(open_)), 1.0)
    assert (unknowns(told, {}, common) == ()) is known
    earlier = [article("one", open_), article("two", newer, "2021-05-01")]
    assert unknowns(earlier, {}, common) != ()
