"""The first page: a lede, answers at a glance, and facts that read like news."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.glance import MEANS, REASON, _whole
from generator.dossier.lede import LIKE_A_HEADLINE, _leans, _stands, _telling, candidates, lede
from generator.dossier.model import Happening, Passage, Statement, Telling
from generator.records.model import Entity, Mention, Metadata, Paragraph, Record
from generator.values import front_worthy
from tests.records import record


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("A bridge fell into the river Alt in Aldmouth on Friday.", True),
        ("He left the town of Aldmouth on the night of Friday.", False),
        ("I saw the old bridge fall into the river on Friday.", False),
        ("Harbour Bridge to open for cars in the month of May.", False),
        ("The mayor is pictured on the pier in Aldmouth last Friday.", False),
        ("What made the old bridge fall in Aldmouth on Friday?", False),
        ("Ann Field of Aldmouth is ready to share her story of the bridge.", False),
        ("Ann Field opens up about the fall of the bridge in Aldmouth.", False),
        ("Ann Field said in Aldmouth that the old bridge was “my one mistake”.", True),
        ("Ann Field said in Aldmouth that my old bridge was a mistake.", False),
    ],
)
def test_what_can_open_a_briefing_stands_alone(text: str, stands: bool) -> None:
    assert _stands(text) is stands


def test_a_sentence_that_speaks_of_the_event_as_known_does_not_open() -> None:
    assert _leans("The attack in Aldmouth killed nine people on Friday.")
    assert not _leans("A gunman killed nine people in Aldmouth on Friday.")
    assert _leans("Some of the letters were found by two of his sisters.")
    assert not _leans("Some letters were found in a house in Aldmouth.")
    assert LIKE_A_HEADLINE.match("Harbour Bridge to open in May")


def telling(made: Record, words: str, trigger: str) -> Telling:
    at = made.text.index(words)
    begin = made.text.index(trigger, at)
    return Telling(
        Passage(made.id, at, at + len(words), words), Passage(made.id, begin, begin + len(trigger), trigger), None
    )


def article(name: str, text: str, town: str) -> Record:
    made = record(name, text)
    at = text.index(town)
    entity = Entity("x", town, "GPE", (Mention(start=at, end=at + len(town), kind="name"),), 1.0)
    return replace(
        made, entities=(entity,), paragraphs=(Paragraph(0, len(text), "body"),), metadata=Metadata(published="2021-05-08")
    )


def test_the_lede_is_the_sentence_with_the_place_that_stands_alone() -> None:
    one = article("one", "Nine people were killed when a bridge fell in Aldmouth on Friday.", "Aldmouth")
    two = article("two", "The collapse of the bridge in Aldmouth also killed nine people there.", "Aldmouth")
    main = Happening(
        "e", None, "happened", (telling(two, two.text, "killed"), telling(one, one.text, "killed")), (), publishers=2
    )
    made = lede(main, [one, two], [])
    assert made is not None
    assert made.passage.text == one.text
    assert (made.publishers, set(made.sources)) == (2, {"one", "two"})


def test_articles_that_share_nothing_have_no_lede() -> None:
    one = article("one", "Nine people were killed when a bridge fell in Aldmouth on Friday.", "Aldmouth")
    two = article("two", "Ann Field opened a bakery for cats near the harbour of Zedby in May.", "Zedby")
    assert lede(None, [one, two], []) is None
    assert lede(None, [one, replace(one, id="three")], []) is not None


def test_articles_of_a_single_publisher_open_with_what_most_of_them_tell() -> None:
    texts = (
        "Ann Field opened a bakery for cats near the harbour of Aldmouth in May.",
        "Nine people were killed when a bridge fell in Aldmouth on Friday.",
        "The bridge that fell in Aldmouth on Friday was closed to boats.",
    )
    made = [article(name, text, "Aldmouth") for name, text in zip(("one", "two", "three"), texts, strict=True)]
    made = [replace(each, metadata=Metadata(published="2021-05-08", publisher="Coast Times")) for each in made]
    house = {each.id: "coast" for each in made}
    found, _ = candidates(None, made, [], house)
    assert texts[0] not in [passage.text for passage in found]  # none of the others opens with it
    opening = lede(None, made, [], house)
    assert opening is not None
    assert (opening.passage.text, opening.publishers) == (texts[1], 1)  # which makes one publisher no two


def test_a_fact_opens_without_its_dateline() -> None:
    one = article("one", "Aldmouth (AFP) – Nine people were killed when a bridge fell in Aldmouth on Friday.", "Aldmouth")
    fact = Statement("f", Passage("one", 0, len(one.text), one.text), "action", 1.0, ())
    found, _ = candidates(None, [one], [fact], {})
    assert [passage.text[:11] for passage in found] == ["Nine people"]


def test_whoever_does_not_count_as_the_lede_does_tells_something_else() -> None:
    one = article("one", "Two former managers of the Aldmouth bridge company founded a rescue fund on Friday.", "Aldmouth")
    two = article(
        "two", "A group of former managers of the Aldmouth bridge company founded the rescue fund on Friday.", "Aldmouth"
    )
    assert _telling(Passage("one", 0, len(one.text), one.text), [one, two]) == ("one",)
    same = replace(one, id="three")
    assert _telling(Passage("one", 0, len(one.text), one.text), [one, two, same]) == ("one", "three")


@pytest.mark.parametrize(
    "text",
    [
        "Some of the pupils are seen during a visit to the pier in May.",
        "Ann Field addresses the crowd following the fire that left nine people dead.",
        "Bo Reed is a staff writer at the Harbour Times in Aldmouth.",
        "License for publishing multimedia online 0108 of the Harbour Times",
        "NORTH Many people stood on the quay and watched the pier burn.",
        "Deadliest fire of the year on the Aldmouth pier; mayor resigns after talks",
        "Inquiry into the old fire reopens; Ann Field leaves the council.",
        "Ann Field is ready to share her story of the fire on the old pier.",
        "the company has lost its case against the town of Aldmouth in May.",
        "The score was six to six.",
        "As we cross the river in May, the bridge is a poem of steel and rust.",
        "The fall of the bridge in Aldmouth reminds us that nothing lasts.",
    ],
)
def test_what_reads_like_furniture_stands_behind_news(text: str) -> None:
    assert front_worthy.loss(text) > 0


def test_news_loses_nothing() -> None:
    assert front_worthy.loss("Nine people were killed on Friday when a bridge fell into the river in Aldmouth.") == 0


def test_a_reason_is_one_only_where_words_say_so() -> None:
    assert REASON.search("The pier closed because of ")
    assert not REASON.search("The pier closed after ")
    assert MEANS.search("They got in by ")


def test_an_answer_that_breaks_off_is_none() -> None:
    assert _whole("closes the old pier")
    assert not _whole("beams images into your")
    assert not _whole("mayor 'out of touch")
