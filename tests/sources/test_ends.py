"""Where a sentence ends is looked for at a text's end, so that a text without one costs no more than its length."""

from __future__ import annotations

from time import perf_counter

import pytest
from lxml import html

from generator.sources.readers.print.standing import after_story
from generator.sources.readers.web.recall import ends_as_sentence, unwrapped

WORDS = "the tide came over the old wall again and "


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The pier is shut.", True),
        ("“The pier is shut.”", True),
        ("(The pier is shut.)", True),
        ("Is the pier shut?", True),
        ("The pier is shut", False),
        ("v. 2.5 of the plan", False),
        ("", False),
    ],
)
def test_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert ends_as_sentence(text) is ends


@pytest.mark.parametrize("part", [WORDS * 2000, "Wait.” " * 12_000, "a" * 80_000, "...” " * 16_000 + "and"])
def test_a_page_as_of_a_typewriter_without_an_end_is_read_in_time(part: str) -> None:
    tree = html.fromstring(f"<div><pre>{part}</pre></div>")
    began = perf_counter()
    unwrapped(tree)
    assert perf_counter() - began < 1
    assert next(tree.iter("pre"), None) is not None


def test_prose_as_of_a_typewriter_is_made_paragraphs() -> None:
    text = "The tide came over\nthe old wall.\n\nNobody in the town had seen\nit come so far."
    tree = html.fromstring(f"<div><pre>{text}</pre></div>")
    unwrapped(tree)
    assert [each.text for each in tree.iter("p")] == [
        "The tide came over the old wall.",
        "Nobody in the town had seen it come so far.",
    ]


def test_long_titles_under_a_printed_story_are_read_in_time() -> None:
    texts = ["The pier is shut", "By Ann Field", "It was shut on Friday.", "Related stories", WORDS * 3000, "x " * 60_000]
    began = perf_counter()
    after_story(texts, 0)
    assert perf_counter() - began < 1
