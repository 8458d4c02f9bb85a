"""Sources: the order of publication, copies shown once, near-copies named."""

from msgspec.structs import replace

from generator.dossier.copies import sources
from generator.records.model import Paragraph
from tests.records import record

STORY = (
    "The council of Harbourtown voted on Monday to close the old ferry terminal, ending two centuries of service. "
    "Mayor Ann Field said the city could no longer pay for repairs to the pier, which storms had damaged twice. "
    "Fishermen gathered outside the hall with lanterns and sang until the lights of the chamber went out."
)


def test_sources_are_numbered_by_day_of_publication() -> None:
    found = sources(
        [
            record("b", "Later.", published="2020-02-02"),
            record("c", "No date."),
            record("a", "First.", published="2020-01-01"),
        ]
    )
    assert [(s.number, s.id) for s in found] == [(1, "a"), (2, "b"), (3, "c")]


def test_the_same_text_is_one_source_that_names_its_copies() -> None:
    found = sources([record("one", STORY), record("two", STORY.replace(". ", ".\n\n"))])
    assert [(s.id, s.copies) for s in found] == [("one", ("two",))]


def test_a_syndicated_copy_with_another_ending_is_named() -> None:
    found = sources(
        [
            record("one", STORY),
            record("two", STORY + " Reporting by a local desk."),
            record("three", "Rain fell on the hills all day."),
        ]
    )
    assert {s.id: s.similar for s in found} == {"one": ("two",), "two": ("one",), "three": ()}


def test_a_report_inside_a_longer_article_is_named() -> None:
    longer = STORY + " " + " ".join(f"Word{n} was said by witness{n} at the harbour." for n in range(60))
    found = sources([record("one", STORY), record("two", longer)])
    assert {s.id: s.similar for s in found} == {"one": ("two",), "two": ("one",)}


def test_a_shared_quotation_makes_no_copy() -> None:
    said = "“We will rebuild the pier before the winter comes, whatever it costs and whoever pays for it,” she said."
    one = f"Ann Field was asked twice. {said}"
    two = said + " ".join(f"Snow lay on roof {n} all night." for n in range(8))
    assert not any(s.similar for s in sources([record("one", one), record("two", two)]))


def test_what_is_no_story_makes_no_copy() -> None:
    page = " ".join(f"Menu entry number {n} of this page." for n in range(40))
    texts = [f"{page}\n\nRain fell on the {place} hills all day." for place in ("northern", "southern")]
    records = [
        replace(
            record(name, text),
            paragraphs=(
                Paragraph(start=0, end=len(page), kind="noise"),
                Paragraph(start=len(page) + 2, end=len(text)),
            ),
        )
        for name, text in zip("ab", texts, strict=True)
    ]
    assert not any(s.similar for s in sources(records))


def test_a_title_falls_back_to_the_first_line_then_to_the_id() -> None:
    found = sources([record("a", "\nA heading\n\nText."), record("b", "  \n")])
    assert [s.title for s in found] == ["A heading", "b"]
