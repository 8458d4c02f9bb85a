"""Small boxes inside a story that tell nothing of it; what shares its words, speaks, or stands where the story stands is kept."""

from __future__ import annotations

import pytest

from generator.sources.readers.web.belonging import without_strangers
from generator.sources.readers.web.recall import Standing

STORY = [
    "The ferry company said on Tuesday that it would close the old pier, which has stood in the harbour since 1911, for good.",
    "Passengers will have to walk to the new pier, half a mile to the north, or take a bus that leaves every twenty minutes.",
    "There is no shelter on the way, and the last bus leaves at six in the evening, an hour before the last boat of the day comes in.",
    "The council has asked for a delay until the spring, because the road to the new pier floods when the wind is from the west.",
]
OWN, BOX, QUOTE = ("div body", "div page"), ("div popup", "div body", "div page"), ("blockquote ", *("div body", "div page"))


def left(block: str, place: tuple[str, ...], number: int = 1) -> bool:
    """Whether a block at a place is kept between the story's paragraphs."""
    blocks = [*STORY[:number], block, *STORY[number:]]
    page = [Standing(place if each == block else OWN, each) for each in blocks]
    return block in without_strangers(blocks, page)


@pytest.mark.parametrize(
    "block",
    [
        "Local news matters.",
        "This work is licensed under a Creative Commons licence.",
        "The institute takes no positions. The views are those of the authors alone.",
    ],
)
def test_a_small_box_that_shares_no_word_with_the_story_is_none_of_it(block: str) -> None:
    assert not left(block, BOX)


@pytest.mark.parametrize(
    ("block", "place"),
    [
        ("Local news matters.", OWN),  # where the story stands, words do not decide
        ("Nobody asked us about any of this, and nobody ever will.", QUOTE),
        ("“Nobody asked us,” a woman told them.", BOX),
        ("The company runs four other ferries from the harbour.", BOX),
        ("Nobody knows who ordered it, or when, or how it was paid for. " * 5, BOX),  # too long for a box
    ],
)
def test_what_may_be_the_story_is_kept(block: str, place: tuple[str, ...]) -> None:
    assert left(block, place)


def test_what_stands_over_the_story_is_left_to_other_rules() -> None:
    assert left("Local news matters.", BOX, 0)


def test_a_heading_goes_with_its_box_and_another_is_kept() -> None:
    heads = ("What now?", "Republish this")
    licence = "This work is licensed under a Creative Commons licence."
    blocks = [STORY[0], heads[0], *STORY[1:], heads[1], licence]
    page = [Standing(BOX if each in (*heads, licence) else OWN, each, each in heads) for each in blocks]
    assert without_strangers(blocks, page) == [STORY[0], heads[0], *STORY[1:]]


def test_a_page_whose_every_paragraph_stands_elsewhere_has_no_strangers() -> None:
    blocks = [*STORY, "Local news matters."]
    page = [Standing((f"div part{number}",), each) for number, each in enumerate(blocks)]
    assert without_strangers(blocks, page) == blocks
