"""How many children a person has: "Ruth Stone, a mother of three" beside "Ruth Stone, a mother of four".

Only where the name stands beside it, for "a father of two" may be anybody, and in articles of about one time. "A mother of two
sons" may have a daughter, too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from generator.dossier.differences.article import Article
from generator.dossier.differences.denials import soon
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Subject
from generator.values.number_words import CARDINALS

PARENT = r"(?:mother|father|mom|mum|dad|parent|single mother|single father)"
# and no more behind the number that says which: not "of one of the victims", "of 9-year-old Bo", "of two sons", "of One Dawn’s singer"
CHILDREN = re.compile(
    rf"\b{PARENT}[- ]of[- ](?P<number>\d{{1,2}}|(?-i:[a-z]+))(?=\W*$|[,.;:)—–”\"]| (?:and|who|from|in|children|kids)\b| (?-i:[A-Z]))",
    re.IGNORECASE,
)
# what may stand between a name and what it is: "Ruth Stone, 34, who was a single "
BESIDE_PARENT = re.compile(
    r"(?:[,–—-]|\s|\d+|who|was|is|a|an|the|single|widowed|divorced|proud|\d+-year-old)*", re.IGNORECASE
)


def differences(
    maker: Maker,
    told: Sequence[Sequence[Sentence]],
    articles: Sequence[Article],
    people: Sequence[Subject],
    akin: Callable[[int, int], bool],
) -> Iterator[Difference]:
    """The people with two numbers of children.

    Args:
        maker: of differences.
        told: the sentences of each record.
        articles: of the same.
        people: the subjects.
        akin: whether two articles, by their numbers, tell of one story.
    """

    def near(one: int, other: int) -> bool:
        return akin(one, other) and soon(maker.records[one], maker.records[other])

    names = {person.id: person.name for person in people if person.type == "PERSON"}
    found: dict[str, dict[int, list[ToldValue]]] = {}
    for sentences in told:
        for s in sentences:
            for match in CHILDREN.finditer(s.text):
                number = _number(match["number"].lower())
                parent = _parent(articles[s.number], s, match)
                if number and parent in names:
                    start = s.start + match.start("number")
                    value = ToldValue(s, start, start + len(match["number"]))
                    found.setdefault(parent, {}).setdefault(number, []).append(value)
    for name, numbers in found.items():
        if _differ(list(numbers.values()), near):
            values = {str(number): told_here for number, told_here in numbers.items()}
            yield maker.difference("figure", f"the children of {names[name]}", by_publishers(maker, values), 0.0)


def _parent(article: Article, s: Sentence, match: re.Match[str]) -> str:
    """Whose children they are: who is named right before, or right behind; empty where nobody is."""
    for start, end, name in article.names(s):
        if BESIDE_PARENT.fullmatch(s.text, max(0, end - s.start), match.start()) and end <= s.start + match.start():
            return name
        if 0 < start - s.start - match.end() <= 1:
            return name
    return ""


def _number(word: str) -> int:
    return int(word) if word.isdigit() else CARDINALS.get(word, 0)


def _differ(values: Sequence[Sequence[ToldValue]], near: Callable[[int, int], bool]) -> bool:
    """Whether articles of one story and time give two numbers; one that gives both speaks of two people."""
    articles = [{t.number for t in told} for told in values]
    if len(set().union(*articles)) < sum(map(len, articles)):
        return False
    return any(near(a, b) for ones, others in combinations(articles, 2) for a in ones for b in others)
