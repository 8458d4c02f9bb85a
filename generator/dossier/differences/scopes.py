"""Of whom and where a count is: "four of its peacekeepers", "ten Brazilians", "UN staff"; "in Spain", "in the collapsed hotel".

A count of some is never compared with a count of all, nor one country's with another's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.dossier.differences.article import Article
from generator.dossier.differences.fate_words import NOUN_PHRASE_ENDS, PEOPLE, PEOPLES
from generator.dossier.differences.figures import Figure
from generator.dossier.differences.sentences import Sentence
from generator.values.gazetteer import is_demonym

COUNTED_NOUN = re.compile(rf"(?P<noun>(?: (?!(?:{NOUN_PHRASE_ENDS})\b)[\w’'.-]+){{0,4}})", re.IGNORECASE)
OF_ITS = re.compile(r" of (?:its|their)\b")
MORE_OF_THOSE = re.compile(r" (?:more|further)\b")
CAPITAL = re.compile(r"[A-Z][\w’'-]*")
IN_PLACE = re.compile(
    r"\b(?:in|at|across|throughout|within|inside|among)(?: [a-z]+){0,2} $"
)  # "in the collapsed Hotel Belmar"
FROM_PLACE = re.compile(r"\b(?:from|to|via)(?: the)? $", re.IGNORECASE)
# "Spain: 17 suspected cases", "Spain has 26 suspected cases", "Spain's health ministry said three people were under observation"
COUNTRY_REPORTS = re.compile(
    r"(?::|,? where\b|(?:[’']s)? (?:[a-z]+ ){1,3}(?:said|says|reported|confirmed|announced)|"
    r" (?:has|had|have|reports?|reported|confirmed|recorded|registered|said it)\b)"
)
# where the clause of a count ends: what is said behind it is of another
CLAUSE_END = re.compile(
    r"[;(]|,? (?:and \w+ (?:are|is|was|were|have|has)|while|but|as|following|after|when|where|since|because) |, and "
)
IN_THE_COUNTRY = re.compile(r"\b(?:in the country|nationwide|across the country)\b")
LIST_AND = re.compile(r",? and |, ")
PLACE_SAID_WITHIN = 80  # letters before a place in which "in the collapsed" stands; of a long list not all is read for each


@dataclass(frozen=True, slots=True)
class Scope:
    """Of whom and where a count is."""

    whose: str = ""  # a people or a body; empty of all
    called: str = ""  # the same as it stands
    where: frozenset[str] = frozenset()  # countries, or states where none is named
    told: str = ""  # the same as it stands
    inside: frozenset[str] = frozenset()  # buildings in which it is said to be


OF_ALL = Scope()


def scopes(article: Article, sentence: Sentence, found: Sequence[Figure]) -> Iterator[Scope]:
    """Of whom and where each figure of a sentence is, in reading order.

    Args:
        article: of the sentence.
        sentence: it.
        found: its figures, in reading order.
    """
    before = OF_ALL
    for n, figure in enumerate(found):
        low = found[n - 1].end if n else 0
        high = found[n + 1].start if n + 1 < len(found) else len(sentence.text)
        if end := CLAUSE_END.search(sentence.text, figure.end, high):
            high = end.start()
        whose, called = _whose(article, sentence, figure, before)
        where, told = _where(article, sentence, (low, figure.start), (figure.end, high))
        said = {
            name
            for at, _, name in _places(article, sentence, figure.end, high)
            if IN_PLACE.search(_ahead(sentence.text, at))
        }
        inside = frozenset(n for n in said if article.place_kind(n) == "city" and n not in article.towns_known)
        before = Scope(whose, called, where, told, inside)
        yield before


def _whose(article: Article, sentence: Sentence, figure: Figure, before: Scope) -> tuple[str, str]:
    text = sentence.text
    if OF_ITS.match(text, figure.end):
        return _nearest(article, sentence, figure.start)
    match = COUNTED_NOUN.match(text, figure.end)
    noun = match["noun"] if match else ""
    if not noun.strip() or MORE_OF_THOSE.match(noun):  # "eight Chinese were dead and 10 more missing"
        return before.whose, before.called
    if noun.split()[0].lower() in PEOPLE:
        return "", ""  # "50 people Monday", "40 people UN staff said"
    for word in noun.split():
        if nation := nation_of(word):
            return nation, nation
    for start, end, name in article.names(sentence):
        at, stop = start - sentence.start, end - sentence.start
        if figure.end <= at and stop <= figure.end + len(noun) and not article.place_kind(name):
            return name, text[at:stop]
    return "", ""


def _nearest(article: Article, sentence: Sentence, end: int) -> tuple[str, str]:
    """Whose "its" are: the last name before."""
    names = {start - sentence.start: (name, stop - sentence.start) for start, stop, name in article.names(sentence)}
    for match in reversed(list(CAPITAL.finditer(sentence.text, 0, end))):
        if nation := nation_of(match.group()):
            return nation, nation
        if match.start() in names:
            name, stop = names[match.start()]
            return name, sentence.text[match.start() : stop]
    return "", ""


def nation_of(word: str) -> str:
    """A people in one form: "Brazilians", "Brazilian"; empty for another word."""
    known = PEOPLES.get(word.lower(), word)
    return known.removesuffix("s") if known[:1].isupper() and is_demonym(known) else ""


def _where(
    article: Article, sentence: Sentence, ahead: tuple[int, int], behind: tuple[int, int]
) -> tuple[frozenset[str], str]:
    """The countries of a count: those said behind it, else the last one before it that has or reports it."""
    text = sentence.text
    said: list[tuple[int, int, str]] = []
    for at, stop, name in _places(article, sentence, *behind):
        if IN_PLACE.search(_ahead(text, at)) or (
            said and LIST_AND.fullmatch(text, said[-1][1], at)
        ):  # "in Kansas, Texas and Ohio"
            said.append((at, stop, name))
    if not said:
        there = IN_THE_COUNTRY.search(text, *behind)
        said = [
            (at, stop, name)
            for at, stop, name in _places(article, sentence, *ahead)
            if there
            or IN_PLACE.search(_ahead(text, at).lower())
            or (COUNTRY_REPORTS.match(text, stop) and not FROM_PLACE.search(_ahead(text, at)))
        ][-1:]
    for kind in ("state", "country"):
        known = [(at, stop, name) for at, stop, name in said if article.place_kind(name) == kind]
        if known:
            at, stop, _ = known[0]
            return frozenset(name for _, _, name in known), text[at:stop]
    return frozenset(), ""


def _ahead(text: str, at: int) -> str:
    return text[max(0, at - PLACE_SAID_WITHIN) : at]


def _places(article: Article, sentence: Sentence, low: int, high: int) -> Iterator[tuple[int, int, str]]:
    for start, end, name in article.names(sentence):
        at, stop = start - sentence.start, end - sentence.start
        if low <= at and stop <= high and article.place_kind(name):
            yield at, stop, name
