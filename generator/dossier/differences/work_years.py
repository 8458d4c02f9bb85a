"""The year of a film, a book or a record that two sources tell differently: "the 2005 film The Tide of Karl" beside "released in 2006"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from generator.dossier.differences.kindred import YEAR
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference

# what has a year in which it came out; those of one line are one work by several names
WORKS = (
    "film movie picture documentary biopic",
    "album record single song track",
    "book novel memoir biography autobiography",
    "series show sitcom drama",
    "musical play opera",
    "game",
)
KIND_OF_WORK = {word: n for n, line in enumerate(WORKS) for word in line.split()}
# a title: three words with capitals at least ("of", "and" between them), or several within quotation marks
TITLE = re.compile(
    r"[“\"‘'](?P<quoted>[A-Z][^“”\"’]{3,60}?)[,.]?[”\"’']"
    r"|(?P<plain>(?:The |A )?[A-Z][a-z]+(?: (?:of|the|and|in|a|to|for|with|[A-Z][a-z]+))* [A-Z][a-z]+)"
)
TITLE_WORDS = 3  # of a title without quotation marks
BESIDE_TITLE = 60  # letters between a title and its year
YEARS_OF_ONE_WORK = 3  # years; further apart are two works of one title
TO_YEAR = re.compile(r" ?[-–]|(?: to| until| onwards)\b")  # "from 1951 to 1957"
NOT_OUT = re.compile(r"\b(?:since|until|before|after|between) (?:the )?$|[-–]$", re.IGNORECASE)


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The works of two years.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    works: dict[tuple[str, int], dict[str, list[ToldValue]]] = {}
    for sentence in (s for article in told for s in article):
        for title, kind, year, words in _dated(sentence):
            works.setdefault((title, kind), {}).setdefault(year, []).append(words)
    for (title, _), years in sorted(works.items()):
        numbers = [{t.number for t in words} for words in years.values()]
        once = sum(map(len, numbers)) == len(set().union(*numbers))
        if len(years) < 2 or not once or int(max(years)) - int(min(years)) > YEARS_OF_ONE_WORK:
            continue
        if any(akin(a, b) for one in numbers for other in numbers if one is not other for a in one for b in other):
            yield maker.difference("date", f"the year of {title}", by_publishers(maker, years), 0.5)


def _dated(sentence: Sentence) -> Iterator[tuple[str, int, str, ToldValue]]:
    """The one title of a sentence with the one year that stands by it, and the word for what it is."""
    text = sentence.text
    titles = [(m.start(), m.end(), m["quoted"] or m["plain"]) for m in TITLE.finditer(text)]
    titles = [t for t in titles if len(t[2].split()) >= TITLE_WORDS]
    if len(titles) != 1:
        return
    start, end, title = titles[0]
    around = text[max(0, start - BESIDE_TITLE) : end + BESIDE_TITLE]
    kind = next((KIND_OF_WORK[w] for w in re.findall(r"[a-z]+", around) if w in KIND_OF_WORK), None)
    years = [
        m
        for m in YEAR.finditer(text)
        if start - BESIDE_TITLE <= m.start() <= end + BESIDE_TITLE and not (start <= m.start() < end)
    ]
    if kind is None or len(years) != 1 or NOT_OUT.search(text[: years[0].start()]) or TO_YEAR.match(text[years[0].end() :]):
        return
    year = years[0]
    at = sentence.start + year.start()
    yield title.removeprefix("The ").removeprefix("A "), kind, year.group(), ToldValue(sentence, at, at + len(year.group()))
