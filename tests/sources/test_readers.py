"""Each format of the readers' list beside text, pages and PDFs; and the small parts that several readers share."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date

import pytest

from generator.errors import SourceError
from generator.sources import READERS, from_bytes
from generator.sources.readers.print.joining import text_of
from generator.sources.readers.print.lines import Line
from generator.sources.readers.print.opening import title_said
from generator.sources.readers.web.days import dateline, first_day
from generator.sources.readers.web.people import names
from generator.sources.readers.web.published import from_address
from generator.sources.readers.web.tree import decoded
from generator.sources.sidecar import parse
from tests.sources.documents import docx, epub, mail

SENTENCE = "The council of the town met on Monday and agreed to close the quay for good."


def body(data: bytes, suffix: str) -> list[str]:
    article = from_bytes(data, suffix, "a", f"a{suffix}").article
    return [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"]


def test_a_word_document_gives_headline_byline_date_and_paragraphs() -> None:
    data = docx("#A vote on the quay", "By Bo Reed", "9 November 2023", SENTENCE, f"{SENTENCE} Nobody objected.")
    found = from_bytes(data, ".docx", "a", "a.docx").article.metadata
    assert (found.title, found.author, found.published) == ("A vote on the quay", "Bo Reed", date(2023, 11, 9))
    assert found.published_from == "page"
    assert body(data, ".docx") == [SENTENCE, f"{SENTENCE} Nobody objected."]


@pytest.mark.parametrize(
    ("over", "day"),
    [
        ("By Bo Reed and Ann Field, Harbour News\n\nPublished 3 March 2022", date(2022, 3, 3)),
        ("By Bo Reed\r\nMarch 3, 2022", date(2022, 3, 3)),
        ("Updated 4 May 2020\n\nFirst published 3 March 2022", date(2022, 3, 3)),
        ("Updated 4 May 2020", None),
        ("Born: 3 March 1950", None),
        ("The man was born on\n3 March 1950.\nHe lived in the town for long.", None),
    ],
)
def test_a_line_over_a_plain_text_gives_its_day(over: str, day: date | None) -> None:
    text = f"A vote on the quay\n\n{over}\n\n{SENTENCE}\n"
    found = from_bytes(text.encode(), ".txt", "a", "a.txt").article.metadata
    assert (found.published, found.published_from) == (day, "page" if day else None)


@pytest.mark.parametrize(
    ("filed", "day"),
    [
        ("MARLOW, June 14, 2023 – ", date(2023, 6, 14)),
        ("NEW DORNE, Norland, 14 June 2023 (Newswire) - ", date(2023, 6, 14)),
        ("MARLOW, June 14 – ", None),
        ("In Marlow, June 14, 2023 – a Wednesday – was a hot day. ", None),
    ],
)
def test_a_press_release_gives_its_day_and_its_headline(filed: str, day: date | None) -> None:
    text = f"FOR IMMEDIATE RELEASE\n\nA vote on the quay\n\n{filed}{SENTENCE}\n"
    found = from_bytes(text.encode(), ".txt", "a", "a.txt").article.metadata
    assert (found.title, found.published) == ("A vote on the quay", day)


@pytest.mark.parametrize("text", ["A" * 100_000, f"3 March 2022 {'A' * 100_000}", "EXCLUSIVE" + " " * 100_000 + "x"])
def test_a_line_without_an_end_is_read_at_once(text: str) -> None:
    start = time.process_time()
    assert from_bytes(text.encode(), ".txt", "a", "a.txt").article.metadata.published is None
    assert time.process_time() - start < 10  # seconds; minutes, if words are searched for in it


def test_the_days_of_a_diary_are_none_of_its_publication() -> None:
    text = f"The strike\n\n3 March 1984\n\n{SENTENCE}\n\n4 March 1984\n\n{SENTENCE}\n"
    assert from_bytes(text.encode(), ".txt", "a", "a.txt").article.metadata.published is None


def test_a_word_documents_properties_name_its_author_but_a_programs_title_is_none() -> None:
    found = from_bytes(docx(SENTENCE, SENTENCE), ".docx", "a", "a.docx").article.metadata
    assert (found.title, found.author, found.published) == (None, "Ann Field", None)


def test_a_book_gives_its_chapters_in_order() -> None:
    data = epub(f"<h1>One</h1><p>{SENTENCE}</p>", "<h1>Two</h1><p>It agreed on nothing else that day.</p>")
    found = from_bytes(data, ".epub", "a", "a.epub").article
    assert (found.metadata.title, found.metadata.author, found.metadata.published) == (
        "The quay",
        "Ann Field",
        date(2023, 11, 9),
    )
    assert body(data, ".epub") == [SENTENCE, "It agreed on nothing else that day."]


def test_a_mail_gives_subject_sender_and_day_without_signature_and_quotation() -> None:
    data = mail(f"{SENTENCE}\n\n> What did they say?\n\nNobody objected to it.\n\n-- \nAnn\nHarbour Lane 3\n")
    found = from_bytes(data, ".eml", "a", "a.eml").article
    assert (found.metadata.title, found.metadata.author) == ("The vote", "Ann Field")
    assert (found.metadata.published, found.metadata.published_from) == (date(2023, 11, 10), "mail")
    assert body(data, ".eml") == [SENTENCE, "Nobody objected to it."]


def test_a_newsletters_sender_is_its_publisher() -> None:
    data = mail("x", f"<p>{SENTENCE}</p>", "Harbour Week <hi@week.example>", List_Unsubscribe="<https://week.example/no>")
    found = from_bytes(data, ".eml", "a", "a.eml").article.metadata
    assert (found.author, found.publisher) == (None, "Harbour Week")


MHTML = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://harbour.example/vote
Subject: The vote
Date: Fri, 10 Nov 2023 07:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="cut"

--cut
Content-Type: text/html
Content-Transfer-Encoding: quoted-printable
Content-Location: https://harbour.example/vote

<html lang=3D"en"><body><h1>The vote</h1><p>The council of the town met=
 on Monday and agreed to close the quay for good.</p></body></html>
--cut--
"""


def test_a_page_saved_with_its_parts_gives_its_article_and_when_it_was_saved() -> None:
    data = MHTML.replace(b"\n", b"\r\n")
    found = from_bytes(data, ".mhtml", "a", "a.mhtml").article.metadata
    assert (found.title, found.url, found.retrieved) == ("The vote", "https://harbour.example/vote", date(2023, 11, 10))
    assert found.published is None  # a day of saving is no day of publication
    assert body(data, ".mhtml") == [SENTENCE]


@pytest.mark.parametrize("suffix", [suffix for suffix in READERS if suffix not in (".txt", ".md", ".html", ".htm", ".eml")])
def test_what_is_not_of_its_format_is_refused_by_name(suffix: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\{suffix} "):
        from_bytes(b"\x89PNG\r\n\x1a\n and nothing else", suffix, "a", f"a{suffix}")


def test_line_ends_and_a_missing_last_one_change_no_value() -> None:
    text = "The vote\n\nThe council met.\nIt agreed.\n\nNobody left.\n"
    one, two, three = (
        from_bytes(t.encode(), ".txt", "a", "a.txt").article for t in (text, text.rstrip("\n"), text.replace("\n", "\r\n"))
    )

    def values(article: object) -> list[tuple[str, str]]:
        return [(p.kind, " ".join(article.text[p.start : p.end].split())) for p in article.paragraphs]  # type: ignore[attr-defined]

    assert values(one) == values(two) == values(three)
    assert three.text == text.replace("\n", "\r\n")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Published 9 November 2023", date(2023, 11, 9)),
        ("Updated 5 May 2024. First published 9 November 2023", date(2023, 11, 9)),
        ("Published Nov. 9, 2023 | Updated Nov. 12, 2023", date(2023, 11, 9)),
        ("By Ann Field | 9th Nov 2023, 7:30am", date(2023, 11, 9)),
        ("Sat 18 Nov 2017 15:21 GMT", date(2017, 11, 18)),
        ("2023-11-09T08:00:00Z", date(2023, 11, 9)),
        ("FENWICK, 3 November 2023", date(2023, 11, 3)),
        ("Last updated 5 May 2024", None),
        ("© 2024 Harbour Gazette", None),
        ("The quay burned on 14 June 2019", None),
        ("A study published on 14 June 2019 found that gulls sleep", None),
        ("November 2023", None),
        ("31 February 2023", None),
    ],
)
def test_a_line_gives_the_day_of_first_publication_or_none(text: str, day: date | None) -> None:
    assert dateline(text) == day


def test_slashes_are_read_only_where_one_can_know() -> None:
    assert first_day("03/04/2023") is None
    assert (found := first_day("03/04/2023", day_first=True))
    assert found.day == date(2023, 4, 3)
    assert (found := first_day("07/14/2023"))
    assert found.day == date(2023, 7, 14)
    assert (found := first_day("Mon, 03/04/2024"))  # 3 April 2024 is a Wednesday
    assert found.day == date(2024, 3, 4)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://harbour.example/2023/11/09/ferry", date(2023, 11, 9)),
        ("https://harbour.example/news/ferry-20231109.html", date(2023, 11, 9)),
        ("https://harbour.example/world/2023/nov/09/ferry", date(2023, 11, 9)),
        ("https://harbour.example/2023/11/ferry", None),
        ("https://harbour.example/id/1202311098", None),
        ("https://2023-11-09.example/ferry", None),
    ],
)
def test_an_address_gives_a_whole_day_or_none(address: str, day: date | None) -> None:
    assert from_address(address) == day


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (["By ANN MCFIELD and BO O’REED"], ["Ann McField", "Bo O’Reed"]),
        (["Ann Field", "ANN FIELD"], ["Ann Field"]),
        (["Ann Field, Harbour Correspondent"], ["Ann Field"]),
        (["J R R Quill; D.H. Okafor"], ["J. R. R. Quill", "D.H. Okafor"]),
        (["Ann Field in Oslo"], ["Ann Field"]),
        (["Dr. Bo van der Reed"], ["Bo van der Reed"]),
        (["The Harbour Gazette https://www.harbour.example"], []),
        (["admin", "Staff Reporter", "News Desk", "Reuters", "https://social.example/ann"], []),
        (["Gillian Moore March"], ["Gillian Moore"]),
        (["ann@harbour.example (Ann Field)"], ["Ann Field"]),
    ],
)
def test_authors_are_names_and_each_once(given: list[str], wanted: list[str]) -> None:
    assert names(given, "Harbour Gazette") == wanted


def lines(*texts: str) -> list[Line]:
    return [Line(text, 0, 100, 100 - 12 * n, 10, False, 0) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("first", "second", "whole"),
    [
        ("the new occupa-", "tion of the house", "the new occupation of the house"),
        ("a ten-", "year dispute", "a ten-year dispute"),
        ("docket FAA-2020-", "0686 was opened", "docket FAA-2020-0686 was opened"),
        ("the years 2018–", "2019 were dry", "the years 2018–2019 were dry"),
        ("asked Bo Smith-", "Jones to come", "asked Bo Smith-Jones to come"),
        ("the quay –", "or what is left", "the quay – or what is left"),
        ("the quay—", "or what is left", "the quay—or what is left"),
        ("the old", "quay", "the old quay"),
    ],
)
def test_words_are_joined_over_a_lines_end_only_where_they_are_one(first: str, second: str, whole: str) -> None:
    assert text_of(lines(first, second), Counter()) == whole


def test_how_a_document_writes_a_word_elsewhere_decides_whether_its_hyphen_stays() -> None:
    assert text_of(lines("a co-", "operative"), Counter({"co-operative": 2})) == "a co-operative"
    assert text_of(lines("a co-", "operative"), Counter({"cooperative": 2})) == "a cooperative"


PROGRAMS = "Microsoft Word - ferry v3.doc|10811.exe|untitled|Layout 1|p_07_final.indd|  |scan0012|PowerPoint Presentation"


@pytest.mark.parametrize("title", PROGRAMS.split("|"))
def test_a_programs_title_is_no_title(title: str) -> None:
    assert title_said(title) is None


def test_a_title_of_words_is_one() -> None:
    assert title_said("Quay  to close") == "Quay to close"


def test_pages_are_decoded_as_browsers_do() -> None:
    quoted = "<meta charset=iso-8859-1><p>“Café” – €2</p>"
    assert decoded(quoted.encode("windows-1252")) == quoted
    assert decoded(quoted.encode()) == quoted  # says one thing, is another
    assert decoded("<meta charset=windows-1250><p>Łódź".encode("windows-1250")).endswith("Łódź")
    assert decoded(b"<p>a\x81b\x93c") == "<p>a\x81b“c"
    assert decoded("<p>Zoë met Noël, Chloë and André ".encode() + b"\xc3").startswith("<p>Zoë met Noël")


def test_a_sidecar_says_where_its_date_comes_from() -> None:
    assert parse("published: 2023-11-09", "a.yml").metadata.published_from == "sidecar"
    assert parse("published: 2023-11-09\npublished_from: address", "a.yml").metadata.published_from == "address"
    wrong = parse("published: 2023-11-09\npublished_from: dream\nsha256: 00\nasked: https://a.example/", "a.yml")
    assert wrong.metadata.published_from == "sidecar"
    assert [line for line in wrong.warnings if "dream" in line] == list(wrong.warnings)


def test_a_date_after_the_day_of_saving_is_doubted_aloud() -> None:
    page = f'<html><head><meta property="article:published_time" content="2023-11-09"></head><body><h1>The vote</h1><p>{SENTENCE}</p>'
    saved = (
        "<!-- Page saved with SingleFile\n url: https://a.example/vote\n saved date: Wed Nov 08 2023 09:15:44 GMT+0000 -->"
    )
    assert not from_bytes(page.encode(), ".html", "a", "a.html").warnings
    (warning,) = from_bytes((page + saved).encode(), ".html", "a", "a.html").warnings
    assert "published on 2023-11-09, after it was saved on 2023-11-08" in warning
