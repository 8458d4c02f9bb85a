"""A list of words stands once, in all rooms, and holds nothing by mistake.

A word too many is seen where it is of another class than its list (`the` among nouns), where it is written twice, and where a list comes
to share most of its words with another. Which word of the right class is right, no test knows: that is what the benchmarks are for.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from tests.doors.word_lists import CLOSED, WordList, of_source, word_lists

SMALL = 3  # words of a list, at most, that two may share by chance
COMMON = 6  # words ...
SHARE = 0.75  # ... and share of the shorter list's, from which two lists are of one family
LONG = 25  # words from which nobody sees by the words alone what a list is
SPEAKING = ("language.", "dossier.", "values.")  # rooms whose lists are of English words


def table(name: str) -> list[dict[str, str]]:
    with (Path(__file__).parent / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


CLOSED_WORDS = {row["list"]: row for row in table("closed_words.tsv")}
FAMILIES = {row["family"]: row for row in table("shared_words.tsv")}


@pytest.fixture(scope="module")
def lists() -> list[WordList]:
    return list(word_lists())


def of_words(lists: list[WordList]) -> list[WordList]:
    return [each for each in lists if each.of_content and each.name.startswith(SPEAKING)]


def astray(each: WordList) -> frozenset[str]:
    """Words of the closed classes in a list of others that nobody has said why they stand there."""
    row = CLOSED_WORDS.get(each.name)
    allowed = row["words of the closed classes"].split() if row else []
    return frozenset() if allowed == ["*"] else each.closed - frozenset(allowed)


def kindred(lists: list[WordList]) -> set[tuple[str, str]]:
    """Lists that share most of their words."""
    words = [(each.name, frozenset(each.words) - CLOSED) for each in of_words(lists)]
    return {
        (one, other)
        for (one, here), (other, there) in combinations(words, 2)
        if one != other and len(here & there) >= max(COMMON, SHARE * min(len(here), len(there)))
    }


def test_no_list_of_words_stands_twice(lists: list[WordList]) -> None:
    places = defaultdict(list)
    for each in lists:
        if len(set(each.words)) > SMALL and not each.keys:
            places[frozenset(each.words)].append(each.name)
    assert len(places) > 500
    assert sorted(names for names in places.values() if len(set(names)) > 1) == []


def test_no_word_stands_twice_in_a_list(lists: list[WordList]) -> None:
    twice = {each.name: sorted(word for word, n in Counter(each.words).items() if n > 1) for each in of_words(lists)}
    assert {name: words for name, words in twice.items() if words} == {}


def test_no_word_of_the_closed_classes_stands_among_others(lists: list[WordList]) -> None:
    """Where one must, `closed_words.tsv` says why, with an example."""
    found = of_words(lists)
    assert len(found) > 400
    assert {each.name: sorted(astray(each)) for each in found if astray(each)} == {}
    assert [row for row in CLOSED_WORDS.values() if not row["why they stand there"]] == []


def test_every_exception_is_of_a_word_that_stands_there(lists: list[WordList]) -> None:
    there = defaultdict(set)
    for each in lists:
        there[each.name] |= each.closed | {"*"}
    over = {name: set(row["words of the closed classes"].split()) - there[name] for name, row in CLOSED_WORDS.items()}
    assert {name: words for name, words in over.items() if words} == {}


def test_lists_of_one_family_name_their_owner(lists: list[WordList]) -> None:
    """Two lists that share most of their words are of one family: `shared_words.tsv` names its owner, and why the others are parts."""
    families = [frozenset([row["owner"], *row["others"].split()]) for row in FAMILIES.values()]
    assert sorted(pair for pair in kindred(lists) if not any(family.issuperset(pair) for family in families)) == []


def test_every_family_is_one(lists: list[WordList]) -> None:
    pairs, names = kindred(lists), {each.name for each in lists}
    for row in FAMILIES.values():
        family = {row["owner"], *row["others"].split()}
        assert family <= names, row["family"]
        alone = [name for name in family if not any(name in pair and family.issuperset(pair) for pair in pairs)]
        assert alone == [], row["family"]
        assert row["why each has its own"]


def test_a_long_list_says_what_it_is(lists: list[WordList]) -> None:
    """With an example or its origin, in a comment above it."""
    assert sorted({each.name for each in of_words(lists) if len(set(each.words)) >= LONG and not each.comment}) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('EVENTS = frozenset("crash the derailment vote".split())', ("crash", "the", "derailment", "vote")),
        ('PARTS = OTHERS | {"hull", "keel", "mast", "deck"}', ("hull", "keel", "mast", "deck")),
        ('UNITS: dict[str, str] = {"day": "D", "week": "W", "month": "M", "year": "Y"}', ("day", "week", "month", "year")),
        ('KINDS = ("ferry boat ship tug", "tram")', ("ferry", "boat", "ship", "tug")),
        ('BY = {"by": frozenset("cause spark trigger prompt".split())}', ("cause", "spark", "trigger", "prompt")),
    ],
)
def test_lists_are_read_however_they_are_written(source: str, words: tuple[str, ...]) -> None:
    assert [each.words for each in of_source("harbour", source)] == [words]


def test_what_is_no_list_is_not_read() -> None:
    source = 'HELP = "print what is found in the articles"\nPAIRS = ((1, "make it go away now"), (2, "no"))\nX = {"a": "one of the four"}'
    assert list(of_source("harbour", source)) == []


def test_a_word_too_many_is_seen() -> None:
    """As happened: a clean-up read the table's comments as words of it."""
    (nouns,) = of_source("harbour", 'EVENTS = frozenset("crash charged with arson the derailment his ouster vote".split())')
    assert sorted(astray(nouns)) == ["his", "the", "with"]
    assert not nouns.comment
    (twice,) = of_source("harbour", 'EVENTS = frozenset("crash vote crash march".split())  # "the vote"')
    assert Counter(twice.words).most_common(1) == [("crash", 2)]
    assert twice.comment


def test_prepositions_may_stand_among_prepositions() -> None:
    (small,) = of_source("harbour", 'BEFORE = frozenset("in on at near".split())')
    assert not small.of_content
