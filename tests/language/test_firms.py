"""Firms called by what they do, ranks before people, and what somebody wrote."""

from __future__ import annotations

import pytest

from generator.language.names.firms import partners, trading
from generator.language.names.name import Name
from generator.language.names.trimming import papers

Told = list[tuple[str, str]]


def firms(sentence: str, names: dict[str, str], head: bool = False) -> Told:
    """The names of a sentence whose words stand apart; words with a capital are proper nouns."""
    text = sentence.split()
    found = sorted(
        (Name(n, n + len(name.split()), label) for name, label in names.items() for n in [text.index(name.split()[0])]),
        key=lambda name: name.start,
    )
    tags = ["NNP" if word[0].isupper() else "NN" for word in text]
    return [(" ".join(text[n.start : n.end]), n.label) for n in trading(text, tags, [head] * len(text), found)]


@pytest.mark.parametrize(
    ("sentence", "names", "told"),
    [
        ("then Brightwater Ferries stopped", {"Brightwater": "PERSON"}, [("Brightwater Ferries", "ORG")]),
        ("then Tidewell Homes stopped", {}, [("Tidewell Homes", "ORG")]),
        ("the Norland Police said so", {"Norland": "GPE"}, [("Norland Police", "ORG")]),
        ("then Moor Bakeries closed", {"Moor Bakeries": "LOC"}, [("Moor Bakeries", "ORG")]),
        ("then Inspector Ann Marsh spoke", {"Inspector Ann Marsh": "PRODUCT"}, [("Ann Marsh", "PERSON")]),
        # none of them
        ("then Brightwater ferries stopped", {"Brightwater": "ORG"}, [("Brightwater", "ORG")]),
        ("then Brightwater Ferries Group stopped", {"Brightwater": "ORG"}, [("Brightwater", "ORG")]),
        ("then Prince Edward Island voted", {"Prince Edward Island": "ORG"}, [("Prince Edward Island", "ORG")]),
        ("the Police said so", {}, []),
    ],
)
def test_firms_and_ranks(sentence: str, names: dict[str, str], told: Told) -> None:
    assert firms(sentence, names) == told


def test_a_headline_s_capitals_show_no_firm() -> None:
    assert firms("Norland Police Raid Homes", {"Norland": "GPE"}, head=True) == [("Norland", "GPE")]


def test_what_somebody_wrote_is_called_after_them() -> None:
    text = "Read the Moorly Memos . Moorly wrote that Moorly knew what Moorly did".split()
    assert papers(text, [Name(2, 4, "ORG")]) == [Name(2, 3, "PERSON")]
    once = "Read the Moorly Memos . They tell much".split()
    assert papers(once, [Name(2, 4, "ORG")]) == [Name(2, 4, "ORG")]


@pytest.mark.parametrize(
    ("sentence", "names", "told"),
    [
        ("then Marsh , Ostrand & Brandt sued", ("Marsh", "Ostrand", "Brandt"), [("Marsh , Ostrand & Brandt", "ORG")]),
        ("then Marsh & Ostrand sued", ("Marsh", "Ostrand"), [("Marsh & Ostrand", "ORG")]),
        ("then Johnson & Johnson sued", ("Johnson",), [("Johnson & Johnson", "ORG")]),
        # two bodies, two people
        ("then AHNT & VXA sued", ("AHNT", "VXA"), [("AHNT", "PERSON"), ("VXA", "PERSON")]),
        ("then Ann Marsh & Bo Holm sued", ("Ann Marsh", "Bo Holm"), [("Ann Marsh", "PERSON"), ("Bo Holm", "PERSON")]),
        ("then Marsh and Ostrand sued", ("Marsh", "Ostrand"), [("Marsh", "PERSON"), ("Ostrand", "PERSON")]),
        ("then Ann & Robert sued", ("Ann", "Robert"), [("Ann", "PERSON"), ("Robert", "PERSON")]),
    ],
)
def test_surnames_with_an_ampersand_are_a_firm(sentence: str, names: tuple[str, ...], told: Told) -> None:
    text = sentence.split()
    starts = [(n, len(name.split())) for name in names for n, word in enumerate(text) if word == name.split()[0]]
    found = [Name(n, n + length, "PERSON") for n, length in sorted(starts)]
    assert [(" ".join(text[n.start : n.end]), n.label) for n in partners(text, found)] == told
