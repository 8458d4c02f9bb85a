"""What of a page is not the story."""

from __future__ import annotations

import pytest

from generator.sources.boilerplate import furniture, is_heading, is_noise


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Facebook Twitter Email",
        "120 shares",
        "Read more: five things to know about the bridge",
        "Sign up for our morning newsletter",
        "Advertisement",
        "Image copyright AFP Image caption The bridge on Friday",
        "By Ann Field, Harbour Correspondent",
        "Published 9 August 2016 at 10:42 GMT",
        "© 2016 The Harbour Post. All rights reserved.",
        "The Associated Press contributed to this report.",
        "Getty Images The bridge before it opened",
        "Swimmers wave from the old pier after the race in Aldmouth. (Photo: Bo Reed, AFP)",
        "This March 3, 2016 photo provided by the museum shows the mask in its case.",
        "3/12",
    ],
)
def test_noise(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell in Oslo on Friday after the bank said it would close two branches.",
        "The photo that Ann Field took won a prize.",
        "Read more books, the minister told pupils on Tuesday.",
        "By Friday the harbour was open again, and the first ferry left with forty people on board.",
        "Twitter said it would close its office in Aldmouth.",
    ],
)
def test_story(line: str) -> None:
    assert not is_noise(line)


def test_headings_have_no_stop() -> None:
    assert is_heading("Massive damage")
    assert not is_heading("The bridge fell.")


def test_the_story_goes_on_after_a_form() -> None:
    line = "Thank you for subscribing! Invalid Email Ann Field has left the harbour."
    assert line[furniture(line) :] == "Ann Field has left the harbour."


def test_a_caption_inside_a_paragraph_is_no_sentence() -> None:
    assert furniture("The mask in its case (Photo: Bo Reed)") is None
    assert furniture("Ann Field has left the harbour.") == 0
