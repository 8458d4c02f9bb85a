"""Small rules of reading, each with what it must take and what it must leave."""

from __future__ import annotations

from datetime import date

import pytest

from generator.sources import from_bytes
from generator.sources.boilerplate import calls
from generator.sources.readers.print.furniture import running, without_jumps
from generator.sources.readers.print.lines import Line
from generator.sources.readers.print.standing import after_story
from generator.sources.readers.printouts import printout
from generator.sources.readers.web.days import dateline
from generator.sources.readers.web.people import names
from generator.sources.readers.web.recall import Standing, recalled
from tests.sources.documents import docx

STORY = "The ferry company said on Tuesday that it would close the old pier, which has stood in the harbour since 1911, for good."


@pytest.mark.parametrize(
    ("line", "call"),
    [
        ("Sign up for Harbour AM to get more such stories.", True),
        ("Help us to tell stories like this one. If you can, give a little today.", True),
        ("Do you have old letters? Write to our newsroom at letters@harbour.example.", True),
        ("Help came too late for the crew, who had sent three calls.", False),
        ("Get out of the boat, he told us.", False),
        ("“Send us your newsletter,” she said.", False),
    ],
)
def test_a_call_to_readers_has_three_signs(line: str, call: bool) -> None:
    assert calls(line) == call


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Found: 5 October 2023", None),
        ("Born: Monday, 3 May 1950", None),
        ("Date published: 3 August 2022", date(2022, 8, 3)),
        ("Posted: Tuesday, 3 May 2022", date(2022, 5, 3)),
        ("Written on 5 August 2022 by Ann Field · 2 minutes · #lakes", date(2022, 8, 5)),
        ("05.08.2022", date(2022, 8, 5)),
        ("05/08/2022", None),
        ("2023/1104", None),  # a number, its parts divided in one place only
        ("2023/11/04", date(2023, 11, 4)),
        ("Thu Jun 12 18:02:11 CEST 2025", date(2025, 6, 12)),
        ("Ann Field ann.field at harbour.example Thu Jun 12 18:02:11 2025", date(2025, 6, 12)),
    ],
)
def test_a_label_says_whether_a_day_is_that_of_publication(line: str, day: date | None) -> None:
    assert dateline(line) == day


@pytest.mark.parametrize(
    ("byline", "found"),
    [
        ("by Ann Field, Harbour Notes, and Bo Reed, Quay Courier", ["Ann Field", "Bo Reed"]),
        ("By Ann Field, Bo Reed and Cy Dent", ["Ann Field", "Bo Reed", "Cy Dent"]),
        ("Ann Field1, Bo Reed2", ["Ann Field", "Bo Reed"]),
        ("By Ann Field (Aldmouth, special correspondent)", ["Ann Field"]),
        ("Words Ann Field Photographs Bo Reed", ["Ann Field"]),
        ("Interview: Ann Field", ["Ann Field"]),
        ("Ann Field, Returning Officer", ["Ann Field"]),
        ("Written By; Ann Field", ["Ann Field"]),
        ("EQUITY RESEARCH", []),
    ],
)
def test_names_in_bylines(byline: str, found: list[str]) -> None:
    assert names([byline]) == found


def test_what_the_extractor_left_out_of_the_storys_boxes_is_recalled_in_its_place() -> None:
    box, other = ("div story", "body "), ("div teaser", "body ")
    page = [
        Standing(box, STORY),
        Standing(other, "Geese close road."),
        Standing(box, "Nobody objected."),
        Standing(box, f"Later: {STORY}"),
    ]
    assert recalled([STORY, f"Later: {STORY}"], page) == [STORY, "Nobody objected.", f"Later: {STORY}"]


def test_a_cross_heading_between_two_paragraphs_of_the_story_is_recalled() -> None:
    box = ("div story", "body ")
    page = [
        Standing(box, STORY),
        Standing(box, "What now", True),
        Standing(box, f"Later: {STORY}"),
        Standing(box, "Share it", True),
    ]
    assert recalled([STORY, f"Later: {STORY}"], page) == [STORY, "What now", f"Later: {STORY}"]


@pytest.mark.parametrize(
    ("line", "jump"),
    [
        ("See PIER, Page A7", True),
        ("Continued from Page A1", True),
        ("Please turn to page 4", True),
        ("Continues on page 12", True),
        ("See the pier before it falls.", False),
        ("The trial continued on Friday with a page from her diary.", False),
    ],
)
def test_where_a_newspaper_goes_on_is_no_part_of_the_story(line: str, jump: bool) -> None:
    lines = [Line(line, 20, 200, 500, 10.0, False, 0)]
    assert without_jumps(lines) == ([] if jump else lines)


def test_references_and_other_stories_titles_end_a_printed_story() -> None:
    texts = ["Pier closed", STORY, "References", "[1] A. Field. Piers. 2019.", "Acknowledgements", STORY]
    assert after_story(texts, 0) == {2, 3}
    assert after_story(["Pier closed", STORY, "Related articles", "Geese close road", "Duck on a bench"], 0) == {2, 3, 4}
    assert after_story(["Pier closed", STORY, "Related articles", STORY], 0) == set()


def test_what_a_browser_prints_over_a_page_is_no_part_of_it() -> None:
    def line(text: str, left: float, base: float) -> Line:
        return Line(text, left, left + 5 * len(text), base, 10.0, False, 0, words=((text, left, left + 5 * len(text)),))

    head, title = line("3/5/24, 1:56 PM", 20, 780), line("Pier closed - Harbour Post", 250, 780)
    lines = [
        head,
        title,
        *(line(STORY, 50, 700 - 15 * n) for n in range(5)),
        line("https://harbour.example/pier 1/1", 20, 15),
    ]
    assert running([lines], [800], 10.0) == {id(head), id(title), id(lines[-1])}


def test_a_printout_of_a_press_database_is_taken_apart_in_word_documents_too() -> None:
    lines = [
        "The Harbour Post",
        "March 17, 2023 Friday",
        "Section: NEWS; Pg. 4",
        "Length: 31 words",
        "Byline: Ann Field",
        "Body",
    ]
    data = docx("#Pier closed for good", *lines, STORY, "Classification", "Language: ENGLISH", "Load-Date: March 18, 2023")
    article = from_bytes(data, ".docx", "a", "a.docx").article
    said = article.metadata
    assert (said.title, said.author, said.publisher) == ("Pier closed for good", "Ann Field", "The Harbour Post")
    assert (said.published, said.published_from) == (date(2023, 3, 17), "page")
    assert article.text == f"Pier closed for good\n\n{STORY}"


def test_a_story_that_tells_of_a_number_of_words_is_no_printout() -> None:
    assert printout(["Pier closed", "By Ann Field", "300 words", STORY, STORY]) is None
