"""The amounts, times and places of a sentence, with what its clause says of each."""

from __future__ import annotations

from typing import Any

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.sources.article import Article, Paragraph


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def details(nlp: Language, text: str) -> dict[str, dict[str, Any]]:
    doc = nlp(document(nlp, Article("a", text, paragraphs=(Paragraph(0, len(text)),))))

    def words(span: tuple[int, int] | None) -> str | None:
        return None if span is None else text[slice(*span)]

    return {
        text[d.start : d.end]: {
            "kind": d.kind,
            "counts": words(d.counts),
            "does": words(d.does),
            "role": d.role,
            "status": d.status,
            "parts": [(p.role, text[p.start : p.end]) for p in d.parts],
        }
        for d in doc._.details
    }


@pytest.mark.parametrize(
    ("text", "wording", "counts", "does", "role"),
    [
        ("The telescope found 219 new planet candidates.", "219", "new planet candidates", "found", "object"),
        ("The company copied nine of its patents.", "nine", "of its patents", "copied", "object"),
        ("Nine people were killed by the bus.", "Nine", "people", "killed", "object"),  # passive and active are one
        ("The bus killed nine people.", "nine", "people", "killed", "object"),
        ("There were 97 passengers aboard the ferry.", "97", "passengers", "were", "object"),
        ("The phone will cost $699 in June.", "$699", None, "cost", "object"),
        ("Shares in the bank fell 8 per cent.", "8 per cent", None, "fell", "object"),
        ("The flight was delayed for 90 minutes.", "90 minutes", None, "delayed", "for"),
        ("The match was delayed for half an hour.", "half an hour", None, "delayed", "for"),
        ("The flight was delayed for two and a half hours.", "two and a half hours", None, "delayed", "for"),
        ("The train left the rails at a speed of 145 km/h.", "145 km/h", None, "speed", "of"),
        ("Winds of 90 miles an hour broke the mast.", "90 miles an hour", None, None, None),
    ],
)
def test_what_an_amount_belongs_to(
    nlp: Language, text: str, wording: str, counts: str | None, does: str | None, role: str | None
) -> None:
    found = details(nlp, text)[wording]
    assert found["kind"] == "quantity"
    assert role is None or (found["counts"], found["does"], found["role"]) == (counts, does, role)


def test_the_other_parts_of_the_clause_are_told(nlp: Language) -> None:
    found = details(nlp, "Halden will pay $130 million for Osterby.")["$130 million"]
    assert found["parts"] == [("subject", "Halden"), ("for", "Osterby")]


def test_the_clause_above_and_below_is_told_after_its_own(nlp: Language) -> None:
    found = details(nlp, "Eleven people died when the ferry sank off the coast.")["Eleven"]
    assert found["parts"][:2] == [("clause", "sank"), ("subject", "ferry")]


def test_what_stands_beside_the_counted_belongs_to_it(nlp: Language) -> None:
    assert ("aboard", "ferry") in details(nlp, "There were 97 passengers aboard the ferry.")["97"]["parts"]


@pytest.mark.parametrize(
    ("text", "wording", "status"),
    [
        ("The bridge did not cost 7 million euros.", "7 million euros", "negated"),
        ("The bridge could cost 7 million euros.", "7 million euros", "open"),
        ("The bridge cost 7 million euros in May.", "7 million euros", "told"),  # the month, no auxiliary
    ],
)
def test_what_is_only_possible_or_not_so_is_told_as_such(nlp: Language, text: str, wording: str, status: str) -> None:
    assert details(nlp, text)[wording]["status"] == status


def test_a_day_and_a_place_have_their_clause_too(nlp: Language) -> None:
    found = details(nlp, "The minister was arrested in Lyon on 29 July.")
    assert (found["Lyon"]["kind"], found["Lyon"]["does"]) == ("place", "arrested")
    assert (found["29 July"]["kind"], found["29 July"]["does"]) == ("time", "arrested")


def test_the_words_of_a_time_are_no_amount(nlp: Language) -> None:
    assert [d["kind"] for d in details(nlp, "The bank closed at 5.30 p.m. on 29 July 2016.").values()] == ["time"]


def test_of_an_endless_list_of_days_each_has_no_more_parts_than_a_sentence_that_somebody_wrote(nlp: Language) -> None:
    text = "The council of Lakewood met on Monday.\n\n" + "July 1 " * 300
    doc = nlp(document(nlp, Article("a", text, paragraphs=(Paragraph(0, 38), Paragraph(40, len(text))))))
    assert len(doc._.details) > 250
    assert max(len(d.parts) for d in doc._.details) <= 80


def test_what_is_said_to_be_able_has_its_subject(nlp: Language) -> None:
    """It is the lorry that travels, and not who says so."""
    found = details(nlp, "Karl Benn said the lorry is capable of travelling 460 miles on one charge.")
    assert ("subject", "lorry") in found["460 miles"]["parts"]
