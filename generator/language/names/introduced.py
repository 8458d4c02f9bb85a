"""Persons whom the article introduces: "Desmond Pike, an inspector", "Lucinda Hart, 45, told": no company, and no part of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.language.coreference.trades import ROLES
from generator.language.lexicon.fronted_days import TIMES
from generator.language.lexicon.tags import PROPER
from generator.language.names.name import Name
from generator.language.names.name_types import FIRMS
from generator.language.names.persons import CLOSING, MISTYPED, NO_SURNAMES, SAID
from generator.values.gazetteer import TITLES, given_names, place_type, places

APPOSITION_REACH = 5  # words of an apposition up to its noun: "the town's new chief inspector"
OPENING = frozenset({"a", "an", "the"}) | {"his", "her", "their"}
RELATIVES = frozenset({"who", "whose"})
ORDINARY = frozenset({"JJ", "NN", "VBG", "VBN", "NNP", "POS", "HYPH", "RB"})  # what may stand before an apposition's noun
TAG_VERBS = frozenset({"VBD", "VBN", "VBZ"})
AGES = range(5, 111)


def introduced(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """The names with those that are introduced as somebody set right, and those that were missed."""
    found = {name.start: name for name in names}
    covering = {n: name for name in names for n in range(name.start, name.end)}
    for start, end in _tagged(text, tags):
        held = {(covering[n].start, covering[n].end, covering[n].label) for n in range(start, end) if n in covering}
        if all((low, high) == (start, end) and label in MISTYPED | {"WORK_OF_ART"} for low, high, label in held):
            found[start] = Name(start, end, "PERSON")
            covering |= dict.fromkeys(range(start, end), found[start])
    for start, end in _full_names(text, tags):
        over = {covering[n].start: covering[n] for n in range(start, end) if n in covering}
        if not over:
            if _described(text, tags, end) or (text[end : end + 1] and text[end] in SAID):
                found[start] = Name(start, end, "PERSON")
            continue
        name = next(iter(over.values()))
        whole = len(over) == 1 and (name.start, name.end) == (start, end)
        if whole and name.label in MISTYPED | {"ORG", "WORK_OF_ART"} and _described(text, tags, end):
            found[start] = replace(name, label="PERSON")
    return [found[start] for start in sorted(found)]


def _tagged(text: Sequence[str], tags: Sequence[str]) -> list[tuple[int, int]]:
    """ "...,” whispered Noor Aziz.": two or three words with capitals between a quotation's verb and the end of its tag."""
    found = []
    for n in range(2, len(text) - 2):
        if tags[n] not in TAG_VERBS or not text[n].islower():
            continue
        if text[n - 1] not in CLOSING and not (text[n - 1] == "," and text[n - 2] in CLOSING):
            continue
        end = n + 1
        while end < len(text) and tags[end] in PROPER and text[end][:1].isupper():
            end += 1
        if end < len(text) and text[end] in {".", ","} and _a_name(text[n + 1 : end]):
            found.append((n + 1, end))
    return found + _before_verb(text, tags)


def _before_verb(text: Sequence[str], tags: Sequence[str]) -> list[tuple[int, int]]:
    """ "...!” Silas Trent yelled.": a given name and a surname between a quotation and the verb that ends its tag."""
    given, found = given_names(), []
    for n in range(3, len(text) - 1):
        if tags[n] != "VBD" or not text[n].islower() or text[n + 1] not in {".", ","}:
            continue
        start = n
        while start > 0 and tags[start - 1] in PROPER and text[start - 1][:1].isupper():
            start -= 1
        if start > 0 and text[start - 1] in CLOSING and _a_name(text[start:n]) and text[start].lower() in given:
            found.append((start, n))
    return found


def _a_name(words: Sequence[str]) -> bool:
    """Whether two or three words may be somebody's name: none is a title, a place or what no surname is."""
    lowered = [word.lower() for word in words]
    return len(words) in {2, 3} and not any(word in NO_SURNAMES or word in TITLES or word in places() for word in lowered)


def _full_names(text: Sequence[str], tags: Sequence[str]) -> list[tuple[int, int]]:
    """A known given name and one word more, or an initial between them, with no name before them but a day's."""
    given, found = given_names(), []
    for n in range(len(text) - 1):
        if text[n].lower() not in given or tags[n] not in PROPER or not text[n][:1].isupper() or text[n].lower() in places():
            continue
        if n and tags[n - 1] in PROPER and text[n - 1].lower() not in TIMES:
            continue
        end = n + 1
        if end + 1 < len(text) and len(text[end].rstrip(".")) == 1 and text[end][:1].isupper():
            end += 1
        surname = end < len(text) and tags[end] in PROPER and text[end][:1].isupper() and text[end].isalpha()
        alone = end + 1 >= len(text) or tags[end + 1] not in PROPER
        if surname and alone and text[end].lower() not in NO_SURNAMES and place_type([text[end]]) is None:
            found.append((n, end + 1))
    return found


def _described(text: Sequence[str], tags: Sequence[str], end: int) -> bool:
    """Whether a comma and what somebody is stand behind a name: ", a retired surgeon", ", who", ", 45,"."""
    if text[end : end + 1] != [","] or end + 2 >= len(text):
        return False
    first = text[end + 1].lower()
    if first in RELATIVES:
        return True
    if first.isdigit() and int(first) in AGES and text[end + 2] == ",":
        return True
    if first not in OPENING and first not in ROLES:
        return False
    for n in range(end + 1 + (first in OPENING), min(end + 1 + APPOSITION_REACH, len(text))):
        if text[n].lower() in ROLES and text[n].lower() not in FIRMS:
            return True
        if tags[n] not in ORDINARY:
            return False
    return False
