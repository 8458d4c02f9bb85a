"""Sources: the order of publication, copies shown once, near-copies named."""

from generator.dossier.copies import sources
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


def test_a_title_falls_back_to_the_first_line_then_to_the_id() -> None:
    found = sources([record("a", "\nA heading\n\nText."), record("b", "  \n")])
    assert [s.title for s in found] == ["A heading", "b"]
