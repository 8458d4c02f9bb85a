"""What a page says of itself is cut out of its story, wherever it was run in; sentences that tell of publishing stay whole."""

from __future__ import annotations

import pytest

from generator.language.stamps import unstamped
from generator.sources.article import Paragraph

TOLD = "Officials in Dorne say the ferry has sunk."
STAMPS = (
    "Page last updated at 18:21 GMT, Thursday, 12 March 2015",
    "UPDATED 10:32 a.m. ET",
    "updated at 06:28",
    "Last updated 3 hours ago",
    "First published on Tue 4 Oct 2016 07.00 BST",
    "Posted: May 4, 2016",
    "Published 4:12 PM EDT Jun 3, 2018",
    "Updated 0927 GMT (1627 HKT) May 3, 2016",
    "This story was updated at 10:15 a.m. ET with the name of the ferry.",
    "By Ann Field BBC News, Cairo",
    "By Ann Field BBC News, New York",
    "By Ann Field and Bo Reed, CNN",
    "By Ann Field Political correspondent, Harbour Times",
    "This comment was removed because it broke the house rules.",
    "Page last updated at 18:21 GMT, Thursday, 12 March 2015 By Ann Field BBC News, Dorne",
)
WHOLE = (
    "The guidance, last updated on 3 May 2011, says masks are optional.",
    "Posted on 4 May, the film has been seen by millions.",
    "Published Tuesday in a journal of medicine, the study follows 40 women.",
    "The page was last updated on 3 May 2011 and says nothing of the storm.",
    "By Monday Sky News had the story.",
    "By Ann Field's account, the firm paid nothing.",
    "Reporting by Ann Field showed that the firm had lied, the judge said.",
    "This comment was removed from the site a day later, the firm said.",
    "It was posted on Monday by the mayor's office.",
)


def _parts(text: str) -> list[tuple[str, str]]:
    return [(text[p.start : p.end], p.kind) for p in unstamped(text, Paragraph(0, len(text), "body"))]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_before_the_lead_is_layout(stamp: str) -> None:
    assert _parts(f"{stamp} {TOLD}") == [(stamp, "noise"), (TOLD, "body")]


@pytest.mark.parametrize("stamp", STAMPS)
def test_a_stamp_between_sentences_is_cut_out(stamp: str) -> None:
    assert _parts(f"Nobody was hurt. {stamp} {TOLD}") == [("Nobody was hurt.", "body"), (stamp, "noise"), (TOLD, "body")]


def test_a_heading_before_a_stamp_is_layout_and_the_sentence_before_it_is_not() -> None:
    stamp = "Ferry sinks off Dorne Last updated at 18:21 GMT"
    assert _parts(f"Nobody was hurt. {stamp} {TOLD}") == [("Nobody was hurt.", "body"), (stamp, "noise"), (TOLD, "body")]


def test_who_reported_closes_a_story() -> None:
    closing = "(Reporting by Ann Field in Ostra; Editing by Bo Reed)"
    assert _parts(f"{TOLD} {closing}") == [(TOLD, "body"), (closing, "noise")]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_sentence_that_tells_of_publishing_stays_whole(sentence: str) -> None:
    assert _parts(sentence) == [(sentence, "body")]
