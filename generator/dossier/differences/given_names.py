"""One person with two given names: "coroner Bo Ostrand" beside "coroner Max Ostrand"; "Ron Astley" and "Ray Astley" in one list.

Two of a family are two: what speaks for one person is the same office before the name, or the same company in a list of names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.differences.denials import concepts
from generator.dossier.differences.looks import weight
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Passage, Subject
from generator.dossier.stories.event_words import stem
from generator.dossier.stories.vectors import shipped
from generator.values.person_names import PersonName, person_name, same_given, sounds
from generator.values.words import SPELLED_WORD

TWO_NAMES = 2  # words of a full name that are compared, and bearers of a surname
RARE_OFFICE = 0.55  # of the word for an office: "coroner", not "man"
OFFICE = re.compile(r"\b([A-Za-z][a-z]{3,}) $")  # "the coroner Bo Ostrand", "Coroner Bo Ostrand"
BEHIND = re.compile(r"^, (?:the |an? )?(?:[a-z’'-]+ ){0,2}?([a-z]{4,})(?=[,.]| of\b| for\b| at\b)")
LEAST_ALIKE, MOSTLY_ALIKE = 2.0, 0.6  # of the weight of the poorer of two sentences that tell of one bearer of a surname
IN_A_LIST = re.compile(r"^, (?:and )?[A-Z]|^ and [A-Z]")
# whose names are alike because they are kin, or who are many
KIN = frozenset(
    stem(word)
    for word in (
        "brother sister sibling son daughter father mother parent husband wife widow uncle aunt cousin nephew niece twin couple spouse "
        "grandfather grandmother grandson granddaughter resident neighbour neighbor victim witness"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Bearer:
    """One who has a surname, and where the name stands."""

    name: PersonName
    places: tuple[tuple[Passage, Sentence], ...]
    offices: frozenset[str]
    company: frozenset[str]  # names beside which it stands in a list

    @property
    def articles(self) -> set[int]:
        """Numbers of the articles that name him."""
        return {s.number for _, s in self.places}

    @property
    def told(self) -> list[ToldValue]:
        """The first place in each article."""
        first: dict[int, ToldValue] = {}
        for passage, sentence in self.places:
            first.setdefault(sentence.number, ToldValue(sentence, passage.start, passage.end))
        return list(first.values())


def differences(
    maker: Maker, told: Sequence[Sequence[Sentence]], people: Sequence[Subject], akin: Callable[[int, int], bool]
) -> Iterator[Difference]:
    """The people with two given names.

    Args:
        maker: of differences.
        told: the sentences of each record.
        people: the subjects.
        akin: whether two articles, by their numbers, tell of one story.
    """
    number = {record.id: n for n, record in enumerate(maker.records)}
    for bearers in _by_surname(people, told, number):
        if len(bearers) != TWO_NAMES:
            continue  # alone, or a family
        one, other = bearers
        if _one_person(one, other) and any(akin(a, b) for a in one.articles for b in other.articles):
            values = {b.told[0].sentence.text[_span(b)]: b.told for b in bearers}
            if len(values) == TWO_NAMES:
                yield maker.difference("name", "the given name of a person", by_publishers(maker, values), -1.0)


def _span(bearer: Bearer) -> slice:
    """Where the name stands in its first sentence."""
    first = bearer.told[0]
    return slice(first.start - first.sentence.start, first.end - first.sentence.start)


def _by_surname(
    people: Sequence[Subject], told: Sequence[Sequence[Sentence]], number: Mapping[str, int]
) -> Iterator[list[Bearer]]:
    """Those of one surname."""
    full: dict[str, dict[PersonName, list[tuple[Passage, Sentence]]]] = {}
    for subject in people:
        for mention in subject.mentions if subject.type == "PERSON" else ():
            name = person_name(mention.text)
            if len(name.words) != TWO_NAMES or not name.words[0].isalpha():
                continue
            sentences = told[number[mention.source]]
            sentence = next((s for s in sentences if s.start <= mention.start and mention.end <= s.end), None)
            if sentence is not None:
                full.setdefault(name.surname, {}).setdefault(name, []).append((mention, sentence))
    for names in full.values():
        yield [_bearer(name, places) for name, places in names.items()]


def _bearer(name: PersonName, places: Sequence[tuple[Passage, Sentence]]) -> Bearer:
    offices, company = set(), set()
    for passage, sentence in places:
        before = sentence.text[: passage.start - sentence.start]
        after = sentence.text[passage.end - sentence.start :]
        offices |= {
            stem(word.lower()) for word in (*OFFICE.findall(before), *BEHIND.findall(after)) if _office(word.lower())
        }
        if IN_A_LIST.match(after) or before.endswith((", ", " and ")):
            company |= set(re.findall(r"[A-Z][a-z]+ [A-Z][a-z]+", before[-60:] + "|" + after[:60]))
    return Bearer(name, tuple(places), frozenset(offices), frozenset(company))


def _office(word: str) -> bool:
    return shipped().known(word) and shipped().rarity(word) >= RARE_OFFICE and stem(word) not in KIN


def _one_person(one: Bearer, other: Bearer) -> bool:
    """Whether two bearers of a surname can only be one: no article has both, and they have an office or their company in common."""
    a, b = one.name.words[0], other.name.words[0]
    if same_given(a, b) or sounds(a) == sounds(b) or a.startswith(b) or b.startswith(a) or one.articles & other.articles:
        return False
    listed = one.company & other.company and a[0] == b[0]
    two_offices = one.offices and other.offices  # "Senator Wendy Harlan", "Representative Debbie Harlan"
    return bool(one.offices & other.offices or listed or (not two_offices and _told_alike(one, other)))


def _told_alike(one: Bearer, other: Bearer) -> bool:
    """Whether a sentence about each tells almost the same, and of no family: "Senator Wendy Harlan called the hearing"."""
    own = {stem(word) for word in (*one.name.words, *other.name.words)}
    texts, others = ([s.text for _, s in bearer.places if not _kin(s.text)] for bearer in (one, other))
    return any(_alike(concepts(text) - own, concepts(told) - own) for text in texts for told in others)


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared = weight(a & b)
    return shared >= LEAST_ALIKE and shared >= MOSTLY_ALIKE * min(weight(a), weight(b))


def _kin(text: str) -> bool:
    return any(stem(word) in KIN for word in SPELLED_WORD.findall(text.lower()))
