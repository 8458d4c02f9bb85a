"""What of a page is not the story."""

from __future__ import annotations

import pytest

from generator.sources.boilerplate import furniture, galleries, is_heading, is_noise


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Page last updated at 18:21 GMT, Thursday, 12 March 2015",
        "This comment was removed by a moderator because it broke the house rules.",
        "Comments are now closed.",
        "This entry is now closed for comments",
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
        "FILE - In this May 3, 2016, file photo, Ann Field opens the pier at Aldmouth. "
        + "The pier is to be closed for a year. " * 12,
        "In this June 2016 photo, Ann Field waves to a crowd.",
        "The old pier before the storm (Bo Reed / Harbour Post)",
        "Ministers have warned that the pier may fall BO REED/HP",
        "The pier is pictured from the sea, with its new lamps.",
        "Some of the pupils are seen during a visit to the pier in Aldmouth, May 4, 2016.",
        "Categories Select Category 2015 TIDE TABLES 2016 Tide Tables Ann Field Answers ART AND CRAFT Birds BOATS Boat Building Books "
        "BUSINESS City Guide Crafts CRIME Culture Daily Quiz DIVING Dogs ECONOMY Education Farming Ferries FISH Food Gardens Harbour "
        "History Horses Island Life Jobs Letters Lighthouses Local Markets MUSIC Nature Obituaries Parks",
        "3/12",
        "Photos: The harbour fire People watch from the pier. Hide Caption 3 of 9",
        "The old pier before the storm. Image: Bo Reed.",
        "AP:Associated Press The mayor left early",
        "Related stories PIER PRESSURE Mayor denies all Ferry man calls in sick",
        "Read or Share this story: https://example.org/2",
        "Newsletter Sign Up Continue reading the main story Get the harbour news by email every day",
        "Please verify you're not a robot by clicking the box. Invalid email address. Please re-enter. Thank you for subscribing.",
        "The Tide newsletter will keep you updated on the latest from the harbour.",
        "Additional reporting from agencies",
        "___",
        "Online:",
        "Copyright 2004 - . All rights reserved. The words and pictures on these pages may not be used again by anybody. "
        + "Note: these pages are best read on a wide screen, and they will be changed without a word to anybody. " * 2,
        "The content (words, pictures, tables) published on this site belongs to Harbour Post Co.",
        "A post shared by Ann Field (@ann) on May 4, 2016 at 9:12pm PDT",
        "Click to read today's story.",
        "Scroll down for video",
        "Interested in Tides? Add Tides as an interest to stay up to date on the latest Tides news from the harbour.",
        "Find out what's happening in the harbour as it unfolds.",
        "Editor’s note: Ann Field writes a column about the harbour, and the views that she holds in it are hers alone.",
        "Correction: An earlier version of this article said that the bridge was opened in 1908. It was opened in 1909.",
        "-30-",
        "THE END",
        "View this email in your browser",
        "You are receiving this email because you signed up on our website.",
        "Our mailing address is:",
        "Want to change how you receive these emails?",
        "What did you think of today’s newsletter?",
        "Was this article helpful?",
        "Is this page useful?",
        "Oct 17, 2023 · 3 min read",
        "Ann Field - 4 min",
        "Thank you for voting!",
        "For more information, visit our website",
        "(Adds quotes, background)",
        "(ATTN: UPDATES with the captain's remarks in paras 3-4)",
        "Information from the Associated Press was used in this report.",
        "More information: A. Field et al, Tides of the old harbour, Journal of Piers (2024). DOI: 10.1000/182",
        "Citation: Tides of the old harbour (2024, May 4) retrieved 9 May 2024 from the harbour's site",
        "This document is subject to copyright. No part may be reproduced without the harbour's permission.",
        "In this article:",
        "The pier in May. (Harbourpress/Bo Reed)",
        "This site is best viewed in Firefox at 1024 x 768.",
        "Best viewed with an old browser",
    ],
)
def test_noise(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "In this photo shop Ann Field has worked for years.",
        "They are seen as heroes since May 4, 2016.",
        "The dead are Ann Field, Bo Reed, Cy Dell, Di Eames, Ed Frost, Flo Grant, Gus Hale, Hal Ives, Ida Jones, Jo Kerr, Kit Lane, Lou "
        "Moss, Mia Nash, Ned Orr, Ola Page, Pia Quill, Rex Rowe, Sam Shaw, Tom Unwin and Una Vale",
        "Share prices fell in Oslo on Friday after the bank said it would close two branches.",
        "The photo that Ann Field took won a prize.",
        "Read more books, the minister told pupils on Tuesday.",
        "By Friday the harbour was open again, and the first ferry left with forty people on board.",
        "Twitter said it would close its office in Aldmouth.",
        "Reuters Holdings PLC said Ann Field resigned as general manager, a move that it called friendly",
        "Related stories were told by two witnesses in court.",
        "The content of the letter is known, and it belongs to the court, the judge said.",
        "A photo shared with the court shows the bridge before the storm, and a man on it.",
        "Find out what happened, the mayor told the police on Friday, and tell us.",
        "The party’s newsletter said that Ann Field would run again.",
        "The editor's note was found in the archive on Friday.",
        "(Changes were made. Nobody saw them.)",
        "What did you think of the mayor's speech on Tuesday?",
        "You are receiving good advice, the judge told him.",
        "More information: the police said on Friday that they wanted more information before they would go on.",
        "This article of the treaty has been read in two ways, and the court will say which is right.",
        "Information from the harbour was used in the trial, the judge said.",
        "The ferry has 30 berths.",
        "In this article of the law there are two errors.",
        "The crossing takes 40–50 minutes.",
        "Each half lasts 20–25 minutes, the league said.",
        "The walk from the quay is short - 15 minutes at low tide - and steep.",
        "Thank you for your vote, Field told the crowd.",
        "You have already voted, the clerk told her.",
        "For more information, call the harbour office, the mayor said.",
        "Is this story true?",
        "Was this article of the treaty broken?",
        "Best viewed at dusk from the pier, the seals come ashore in May.",
        "You got this message, he told the court, and you did nothing.",
    ],
)
def test_story(line: str) -> None:
    assert not is_noise(line)


def test_headings_have_no_stop() -> None:
    assert is_heading("Massive damage")
    assert not is_heading("The bridge fell.")
    assert not is_heading("The bridge fell. ■")  # the sign that some papers set behind the last word of a story


def test_the_story_goes_on_after_a_form() -> None:
    line = "Thank you for subscribing! Invalid Email Ann Field has left the harbour."
    assert line[furniture(line) :] == "Ann Field has left the harbour."


def test_a_caption_inside_a_paragraph_is_no_sentence() -> None:
    assert furniture("The mask in its case (Photo: Bo Reed)") is None
    assert furniture("Ann Field has left the harbour.") == 0


def test_a_gallery_numbers_its_captions() -> None:
    lines = ["1/16 2001 The pier in May.", "2/16 The pier in June.", "3/4 of voters said no.", "9/11 Commission reports"]
    assert galleries(lines) == {0, 1}
