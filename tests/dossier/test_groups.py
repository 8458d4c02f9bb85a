"""A folder whose articles tell of several stories: which belong together, and each story's own briefing."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.briefs import period
from generator.dossier.groups import groups
from generator.dossier.model import Story
from generator.pages import PageSettings, render
from generator.records.model import Metadata, Paragraph, Record
from tests.records import fact, record

FERRY = (
    "The ferry Maren sank off Mallaig harbour with ninety passengers aboard.",
    "Lifeboats searched the harbour of Mallaig for passengers of the sunken ferry Maren.",
    "The ferry company said that the Maren had left Mallaig harbour in heavy seas.",
)
CHEESE = (
    "A cheese factory in Lakewood burned for two days and nobody was hurt.",
    "Firefighters left the burned cheese factory of Lakewood on the third day.",
    "The Lakewood factory made cheddar cheese until the fire, its owner said.",
)


def article(name: str, first: str, *more: str) -> Record:
    text = "\n\n".join((first, *more))
    starts = [text.index(part) for part in (first, *more)]
    return replace(
        record(name, text, facts=tuple(fact(name, text, part, 0.9 - n / 10) for n, part in enumerate((first, *more)))),
        metadata=Metadata(title=first.rstrip("."), published="2021-05-08", publisher=name),
        paragraphs=tuple(Paragraph(at, at + len(part)) for at, part in zip(starts, (first, *more), strict=True)),
    )


def articles(*stories: tuple[str, ...]) -> list[Record]:
    """Of each story three articles, that tell its sentences in turn."""
    return [
        article(f"{'abc'[s]}{n}", story[n], story[(n + 1) % 3], story[(n + 2) % 3])
        for s, story in enumerate(stories)
        for n in range(3)
    ]


def test_articles_of_two_stories_part() -> None:
    assert groups(articles(FERRY, CHEESE)) == [[0, 1, 2], [3, 4, 5]]


def test_one_story_and_an_odd_article_stay_one() -> None:
    assert groups([*articles(FERRY), article("x", CHEESE[0])]) == [[0, 1, 2, 3]]
    assert groups(articles(FERRY)) == [[0, 1, 2]]


def test_few_articles_part_where_each_tells_of_another_story() -> None:
    ferry, cheese = article("a", *FERRY), article("b", *CHEESE)
    choir = article("c", "A choir of Denmark won the contest of Vienna with a song about bees.", "Its singers wept.")
    assert groups([ferry, cheese]) == [[0], [1]]
    assert groups([ferry, cheese, choir]) == [[0], [1], [2]]
    assert groups([ferry, article("d", FERRY[1], FERRY[0]), choir]) == [[0, 1], [2]]
    assert groups([ferry, article("d", FERRY[1], FERRY[0])]) == [[0, 1]]


def test_a_story_of_one_article_has_a_page_where_there_are_few() -> None:
    made = assemble([article("a", *FERRY), article("b", *CHEESE)], "Two")
    assert [story.sources for story in made.stories] == [("a",), ("b",)]
    pages = dict(render(made, PageSettings()))
    assert b"These 2 articles tell of 2 stories" in pages["index.md"]
    assert {f"{story.id}.md" for story in made.stories} <= pages.keys()


def test_each_story_has_what_belongs_to_it() -> None:
    made = assemble(articles(FERRY, CHEESE), "Two")
    ferry, cheese = made.stories
    assert ferry.sources == ("a0", "a1", "a2")
    known = {s.id: s.passage.source[0] for s in made.statements}
    assert {known[name] for name in ferry.statements} == {"a"}
    assert {known[name] for name in cheese.statements} == {"b"}
    assert ferry.publishers == 3
    assert ferry.title in {sentence.rstrip(".") for sentence in FERRY}
    assert [s.passage.source[0] for s in made.statements[:2]] == ["a", "b"]  # the best of each come first
    assert assemble(articles(FERRY), "One").stories == ()


def test_the_first_page_is_a_table_of_stories_that_lead_to_their_pages() -> None:
    files = dict(render(assemble(articles(FERRY, CHEESE), "Two"), PageSettings()))
    stories = [path for path in files if path.startswith("story-")]
    index = files["index.md"].decode()
    assert len(stories) == 2
    assert all(f'href="{path.removesuffix(".md")}.html"' in index for path in stories)
    assert "What we know" not in index
    assert "What we know" in files[stories[0]].decode()
    alone = dict(render(assemble(articles(FERRY), "One"), PageSettings()))
    assert not [path for path in alone if path.startswith("story-")]
    assert "What we know" in alone["index.md"].decode()


def test_the_period_is_that_of_all_stories_or_none() -> None:
    one, two = (Story("s", "T", (), 1, (), (), (), (), period=(day, day)) for day in ("2016-06-19", "2018-01-01"))
    assert period((one, two)) == ("2016-06-19", "2018-01-01")
    assert period((one, replace(two, period=None))) is None
