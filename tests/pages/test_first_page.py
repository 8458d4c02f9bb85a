"""The first page: whom it introduces, which amounts and days of publication stand beside a fact."""

from __future__ import annotations

import pytest
from babel import Locale
from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.editor.corrections import Correction
from generator.dossier.model import (
    Amount,
    Difference,
    Dossier,
    Glance,
    Lede,
    Passage,
    Source,
    Statement,
    Story,
    Subject,
    Version,
    Worded,
)
from generator.pages import PageSettings, story_pages
from generator.pages.introduced import leading
from generator.pages.older import older
from generator.pages.reader import Citation, blocks
from generator.pages.render import drafts, render
from generator.pages.views import DifferenceView, FactView, _amount
from generator.records.model import Metadata, Paragraph
from tests.records import record

TITLE = "Bridge falls in Aldmouth - Harbour News"
STORY = "Coast Rail closed the line, and Harbour Weekly closed."
RIGHTS = "Copyright 2021 Harbour News. All rights reserved."


def source(name: str, publisher: str, published: str = "2021-05-08", *, url: str | None = None) -> Source:
    text = f"{TITLE}\n\n{STORY}\n\n{RIGHTS}"
    starts = [text.index(part) for part in (TITLE, STORY, RIGHTS)]
    kinds = ("title", "body", "body")
    parts = tuple(
        Paragraph(start, start + len(part), kind)
        for start, part, kind in zip(starts, (TITLE, STORY, RIGHTS), kinds, strict=True)
    )
    made = replace(
        record(name, text),
        metadata=Metadata(title=TITLE, published=published, publisher=publisher, url=url),
        paragraphs=parts,
    )
    return Source(name, 1, name, TITLE, made)


def subject(name: str, *sources: Source) -> Subject:
    mentions = []
    for each in sources:
        text, at = each.record.text, -1
        while (at := text.find(name, at + 1)) >= 0:
            mentions.append(Passage(each.id, at, at + len(name), name))
    return Subject(name, name, "ORG", (), (), tuple(mentions), tuple(s.id for s in sources), 1.0)


def introduced(sources: tuple[Source, ...], *subjects: Subject) -> list[str]:
    return [
        s.name
        for s in leading(
            Dossier(
                title="Bridge",
                dek=None,
                sources=sources,
                subjects=subjects,
                statements=(),
                quotations=(),
                happenings=(),
                unlisted=(),
                answers=(),
            )
        )
    ]


def test_whom_only_a_site_s_title_and_its_rights_name_is_not_introduced() -> None:
    one = source("one", "example.org")
    assert introduced((one,), subject("Harbour News", one), subject("Coast Rail", one)) == ["Coast Rail"]


@pytest.mark.parametrize(
    ("publisher", "url"),
    [("Harbour Weekly", None), ("www.harbourweekly.org", None), ("x", "https://www.harbourweekly.org/a")],
)
def test_a_publisher_whom_only_its_own_articles_name_is_not_introduced(publisher: str, url: str | None) -> None:
    one, two = source("one", publisher, url=url), source("two", "Coast Times")
    assert introduced((one,), subject("Harbour Weekly", one)) == []
    assert introduced((one, two), subject("Harbour Weekly", one, two)) == ["Harbour Weekly"]


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("Ann Field told Coast Weekly so.", []),
        ("ALDMOUTH (Coast Weekly) - It fell.", []),
        ("Ann Field told Coast Weekly so. Coast Weekly was sued.", ["Coast Weekly"]),
    ],
)
def test_to_whom_it_was_told_is_not_introduced(monkeypatch: pytest.MonkeyPatch, story: str, told: list[str]) -> None:
    monkeypatch.setitem(globals(), "STORY", story)
    one = source("one", "example.org")
    assert introduced((one,), subject("Coast Weekly", one)) == told


@pytest.mark.parametrize(
    ("story", "name", "told"),
    [
        ("It fell, Reuters reported. Ann Field spoke to the Reuters news agency.", "Reuters", []),
        ("In an interview with the Moor Herald she wept. The Moor Herald article says so.", "Moor Herald", []),
        ("Moor Gazette is reporting that it fell. It fell, reports Moor Gazette.", "Moor Gazette", []),
        ("It fell, Reuters reported. Thieves robbed Reuters of its safe. Reuters closed.", "Reuters", ["Reuters"]),
        ("In an interview with Vantage she wept. Speaking to Vantage, he left.", "Vantage", []),
        ("The Harbour Trust said so. The Harbour Trust reported it.", "Harbour Trust", ["Harbour Trust"]),
        ("They met in the Oval Office. He left the Oval Office.", "Oval Office", []),
        ("They met in the Oval Office. The Oval Office denied it.", "Oval Office", ["Oval Office"]),
    ],
)
def test_who_only_tells_or_is_only_where_something_is_gets_no_card(
    monkeypatch: pytest.MonkeyPatch, story: str, name: str, told: list[str]
) -> None:
    monkeypatch.setitem(globals(), "STORY", story)
    one = source("one", "example.org")
    assert introduced((one,), subject(name, one)) == told


def test_what_is_not_surely_whole_or_of_its_kind_is_not_introduced() -> None:
    one = source("one", "example.org")
    assert introduced((one,), replace(subject("Coast Rail", one), sure=False)) == []
    assert introduced((one,), replace(subject("Coast Rail", one), sure=False, edited=True)) == ["Coast Rail"]
    assert introduced((one,), replace(subject("Coast Rail", one), name="C. R.")) == []


def amount(text: str, words: str, value: float, counts: str) -> str | None:
    begin, end = text.index(words), text.index(counts)
    found = Amount(
        Passage("one", begin, begin + len(words), words), value, None, Passage("one", end, end + len(counts), counts)
    )
    return _amount(found, Statement("f", Passage("one", 0, len(text), text), "figure", 1.0, ()), Locale("en"))


def test_a_small_number_is_shown_only_where_people_came_to_harm() -> None:
    assert amount("Two managers founded a fund.", "Two", 2, "managers") is None
    assert amount("Twelve managers founded a fund.", "Twelve", 12, "managers") == "12 managers"
    assert amount("Two sailors died in the fire.", "Two", 2, "sailors") == "2 sailors"


def test_articles_of_months_before_the_newest_are_old() -> None:
    sources = [source("one", "x", "2021-05-08"), source("two", "x", "2021-04-20"), source("three", "x", "2020-12-01")]
    assert older(sources) == {"three": "2020-12-01"}


def test_what_an_editor_settled_says_so_wherever_it_is_shown() -> None:
    texts = {
        "a": "A ferry sank off Aldmouth, killing seven people, the coast guard said.",
        "b": "Five people were killed when a ferry sank off Aldmouth.",
    }
    told = [
        replace(record(name, text, "2020-05-04"), metadata=Metadata(published="2020-05-04", publisher=f"{name}.example"))
        for name, text in texts.items()
    ]
    (found,) = assemble(told, "T").differences
    assert b"Settled by the editor" not in dict(render(assemble(told, "T"), PageSettings()))["index.md"]
    given = {"a": [Correction(id=found.id, settle="The list has seven names.")]}
    pages = dict(render(assemble(told, "T", corrections=given), PageSettings()))
    shown = pages["index.md"].partition(b'id="disputed"')[2].partition(b"</section>")[0]
    assert b"Settled by the editor:</b> The list has seven names." in shown
    assert b"but by an editor" in pages["differences.md"]


@pytest.mark.parametrize(
    ("words", "claimant", "source", "within"),
    [
        ("Ann Field said the road was closed.", "Ann Field", "a", True),
        ("Field said the road was closed.", "Ann Field", "a", True),
        ("She said the road was closed.", "Ann Field", "a", False),  # her name must stand beside it
        ("The road was closed.", "Ann Field", "a", False),  # told a sentence before
        ("Field said the road was closed.", "Ann Field", "b", False),
    ],
)
def test_a_fact_that_names_whose_claim_it_is_needs_no_label_for_it(
    words: str, claimant: str, source: str, within: bool
) -> None:
    said = next((name for name in ("Ann Field", "Field", "She") if name in words), "Nobody")
    start = f"{words} Nobody".index(said)
    told = Statement(
        "f-1",
        Passage("a", 0, len(words), words),
        "statement",
        1.0,
        (),
        claimed_by=Passage(source, start, start + len(said), said),
        claimant="ann",
    )
    view = FactView("f-1", told, 1, (), (), "statement", None, None, {"ann": claimant}, Locale("en"))
    assert view.names_claimant is within


@pytest.mark.parametrize(
    ("words", "value", "shown"),
    [
        ("$121 billion", 121e9, None),
        ("$82", 82, None),
        ("£3.4bn", 3.4e9, "$3,400,000,000"),  # of another sign
        ("21 billion dollars", 21e9, "$21,000,000,000"),
        ("$1.21 billion", 21e9, "$21,000,000,000"),
    ],
)
def test_a_sum_that_its_words_tell_in_figures_is_not_told_again(words: str, value: float, shown: str | None) -> None:
    told = Statement("f", Passage("one", 0, len(words), words), "figure", 1.0, ())
    assert _amount(Amount(told.passage, value, "USD", None), told, Locale("en")) == shown


@pytest.mark.parametrize(
    ("words", "shown"), [("5 million pounds", None), ("£5 million in", None), ("£ five million", "£5,000,000")]
)
def test_pounds_are_told_as_money_only_where_their_sign_says_so(words: str, shown: str | None) -> None:
    told = Statement("f", Passage("one", 0, len(words), words), "figure", 1.0, ())
    assert _amount(Amount(told.passage, 5e6, "GBP", None), told, Locale("en")) == shown


def differing(name: str) -> Difference:
    words = STORY.split(",")[0]
    start = len(TITLE) + 2
    values = [
        Version(value, (Worded(name, start, start + 10, STORY[:10], words, start, start + len(words)),))
        for value in ("5", "7")
    ]
    return Difference(f"d-{name}", "figure", f"trains on the line in {name}", False, tuple(values))


def test_a_folder_of_several_stories_opens_with_their_table_alone() -> None:
    one, two = source("one", "Coast Weekly"), source("two", "Harbour Weekly")
    dossier = Dossier(
        title="Week",
        dek=None,
        sources=(one, two),
        subjects=(),
        statements=(),
        quotations=(),
        happenings=(),
        unlisted=(),
        answers=(),
        differences=(differing("one"), differing("two")),
        stories=tuple(
            Story(f"story-{n}", f"Story {n}", (name,), 1, (), (), (), ()) for n, name in enumerate(("one", "two"))
        ),
    )
    made = {draft.path: draft for draft in drafts(dossier, PageSettings())}
    pages = {name: made[name].make() for name in ("index.md", "story-0.md")}
    assert b'id="stories"' in pages["index.md"]
    for part in (b'id="disputed"', b'id="timeline"', b'id="quotes"', b'id="who"'):
        assert part not in pages["index.md"]
    assert b"trains on the line in one" in pages["story-0.md"]
    assert b"trains on the line in two" not in pages["story-0.md"]


def test_a_story_at_a_glance_does_not_say_its_heading_again() -> None:
    one = source("one", "Coast Weekly")
    what = Glance("What", Passage("one", 0, len(TITLE), TITLE))
    who = Glance("Who", Passage("one", len(TITLE) + 2, len(TITLE) + 12, STORY[:10]))
    story = Story("story-0", TITLE, ("one",), 1, (), (), (), (), None, (what, who))
    dossier = Dossier(
        title="Week",
        dek=None,
        sources=(one,),
        subjects=(),
        statements=(),
        quotations=(),
        happenings=(),
        unlisted=(),
        answers=(),
        differences=(),
        stories=(story,),
    )
    page = next(draft for draft in drafts(dossier, PageSettings()) if draft.path == "story-0.md").make()
    assert b"<dt>Who</dt>" in page
    assert b"<dt>What</dt>" not in page


def test_a_story_does_not_say_its_lede_again_as_a_fact() -> None:
    one, two = source("one", "Coast Weekly"), source("two", "Harbour Weekly")
    start, cut = len(TITLE) + 2, len(STORY.split(" closed.")[0])
    lede = Passage("one", start, start + len(STORY), STORY)
    inside = Passage("one", start, start + cut, STORY[:cut])
    other = Passage("two", start, start + len(STORY), STORY)
    facts = (Statement("f-1", inside, "action", 2.0, ()), Statement("f-2", other, "action", 1.0, ()))
    dossier = Dossier(
        title="Week",
        dek=None,
        sources=(one, two),
        subjects=(),
        statements=facts,
        quotations=(),
        happenings=(),
        unlisted=(),
        answers=(),
        differences=(),
        stories=(Story("story-0", "Story", ("one", "two"), 2, ("f-1", "f-2"), (), (), (), Lede(lede, 2, ("one",))),),
    )
    page = next(draft for draft in drafts(dossier, PageSettings()) if draft.path == "story-0.md").make()
    assert b'id="f-2"' in page
    assert b'id="f-1"' not in page
    assert b"In the list of all facts" in page
    assert b"All facts of the folder" not in page


def test_a_story_says_where_the_rest_of_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(story_pages, "STORY_FACTS", 1)
    start = len(TITLE) + 2
    one = source("one", "Coast Weekly")
    facts = tuple(Statement(f"f-{n}", Passage("one", start, start + n, STORY[:n]), "action", 9.0 - n, ()) for n in (5, 9))
    story = Story("story-0", "Story", ("one",), 1, ("f-5", "f-9"), (), (), ())
    dossier = Dossier(
        title="Week",
        dek=None,
        sources=(one,),
        subjects=(),
        statements=facts,
        quotations=(),
        happenings=(),
        unlisted=(),
        answers=(),
        differences=(),
        stories=(story,),
    )
    page = next(draft for draft in drafts(dossier, PageSettings()) if draft.path == "story-0.md").make()
    assert b'id="f-9"' not in page
    assert b"All facts of the folder" in page


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        ("date", "2021-05-08", "8 May 2021"),
        ("date", "2021-05", "May 2021"),
        ("date", "23:30", "23:30"),
        ("figure", "2021", "2021"),
        ("name", "2021-05-08", "2021-05-08"),  # as its sources write it
    ],
)
def test_a_day_that_sources_tell_differently_is_told_in_words(kind: str, value: str, shown: str) -> None:
    told = differing("one")
    found = replace(told, kind=kind, values=tuple(replace(version, value=value) for version in told.values))
    assert {version.value for version in DifferenceView("d", found, Locale("en")).versions} == {shown}


def test_links_from_a_paragraph_to_two_quotations_of_one_speaker_do_not_say_the_same() -> None:
    cited = [Citation(0, 9, "q#1", "Quote: Ann"), Citation(0, 9, "q#1", "Quote: Ann"), Citation(12, 20, "q#2", "Quote: Ann")]
    (_, story, *_) = blocks(
        source("one", "Harbour News"), [c._replace(start=c.start + 60, end=c.end + 60) for c in cited], False
    )
    assert [(c.href, c.label) for c in story.citations] == [("q#1", "Quote: Ann"), ("q#2", "Quote: Ann (2)")]
