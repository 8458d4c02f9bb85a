"""Rare names in two spellings wherever they stand: "her provider Ostrelac" beside "the company Ostrelec"; what `spellings` reads from
the subjects is found here from the words themselves, for a name that is written wrong is seldom taken for a name of the same kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.differences.spellings import two_spellings
from generator.dossier.model import Difference
from generator.dossier.stories.vectors import shipped

# a capital and small letters: no handle, no shouting, no part of an address
PLAIN_NAME = re.compile(r"(?<![\w@#/.&-])[A-Z][a-z]+(?:[A-Z][a-z]+)?(?![\w@/-]|\.[a-z])")
LEAST_LETTERS = 6  # letters; of shorter names the next letter is another name
# "Lovable", "Loveable": words of the language that an unusual form of a known one makes
DERIVED = re.compile(r"(?:able|ible|ers?|ors?|ours?|ists?|isms?|ments?|ness|less|ful|ing|ed|ly|ity|ish)$")
INNER = re.compile(r"(?<=[a-z])[A-Z][a-z]+$")  # "LaRosti"
GIVEN_NAME_BEFORE = re.compile(r"\b([A-Z][\w’'-]+) $")
NAME_ENDINGS = ("a", "as", "os")  # "Petrov" and "Petrova" are two, beside the endings of `spellings`
LONG = 9  # letters from which two may differ
ARTICLE = 3  # letters at most of what may stand before a name: "Da Rosti" is also "Rosti" and "DaRosti"
TOO_OFTEN = 12  # articles with a name, above which it is compared no more


class Spelled:
    """A rare name as some articles write it."""

    def __init__(self, word: str) -> None:
        self.word = word
        self.first: dict[int, ToldValue] = {}  # by article, where it stands first
        self.before: set[str] = set()  # names that stand before it


def differences(
    maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool], shown: Sequence[str]
) -> Iterator[Difference]:
    """The rare names in two spellings.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
        shown: the names that are shown in two spellings already.
    """
    known = {word for name in shown for word in name.split()}
    names = _names(told)
    for one, other in _pairs(sorted(names)):
        a, b = names[one], names[other]
        if one in known or other in known or not _of_one(a, b, akin):
            continue
        values = {one: list(a.first.values()), other: list(b.first.values())}
        yield maker.difference("name", "the spelling of a name", by_publishers(maker, values), -1.0)


def _names(told: Sequence[Sequence[Sentence]]) -> dict[str, Spelled]:
    """Words that only names are: with a capital, and known to no dictionary."""
    found: dict[str, Spelled] = {}
    for sentence in (s for article in told for s in article):
        for match in PLAIN_NAME.finditer(sentence.text):
            word = match.group()
            if len(word) >= LEAST_LETTERS and _rare(word.lower()):
                at = sentence.start + match.start()
                spelled = found.setdefault(word, Spelled(word))
                spelled.first.setdefault(sentence.number, ToldValue(sentence, at, at + len(word)))
                spelled.before.update(GIVEN_NAME_BEFORE.findall(sentence.text[: match.start()]))
    return found


def _rare(word: str) -> bool:
    """Whether a word is none of the language, nor made of one."""
    known = shipped().known
    bare = DERIVED.sub("", word)
    return not known(word) and (
        bare == word or not any(known(base) for base in (bare, bare + "e", bare[:-1]) if len(base) > 2)
    )


def _pairs(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Those that differ by a letter, compared only with words that begin alike."""
    begin: dict[str, list[str]] = {}
    for word in words:
        begin.setdefault(word[:1], []).append(word)
    for alike in begin.values():
        yield from (pair for pair in combinations(alike, 2) if _one_name(pair[0].lower(), pair[1].lower()))
    for word in words:
        inner = INNER.search(word)
        if inner and 0 < inner.start() <= ARTICLE and inner.group() in words:
            yield inner.group(), word


def _one_name(one: str, other: str) -> bool:
    """Whether two words may be one name: a letter apart, and neither the other's feminine, nor American for British."""
    short, long = sorted((one, other), key=len)
    if sorted(one) == sorted(other):
        return False  # two letters changed places: a slip of the keys, no other spelling
    if long in {short + ending for ending in NAME_ENDINGS} or short.replace("our", "or") == long.replace("our", "or"):
        return False
    return two_spellings(one, other, most=2 if len(short) >= LONG and one[-1] == other[-1] else 1)


def _of_one(a: Spelled, b: Spelled, akin: Callable[[int, int], bool]) -> bool:
    """Whether two spellings can be of one name: two akin articles write them, after the same given names, and not both are common."""
    if INNER.search(b.word) and a.word == INNER.findall(b.word)[0] and not a.before & b.before:
        return False  # "LaRosti" and "Rosti" of other given names
    if (len(a.first) > TOO_OFTEN and len(b.first) > TOO_OFTEN) or (a.before and b.before and a.before.isdisjoint(b.before)):
        return False
    return any(m != n and akin(m, n) for m in a.first for n in b.first)
