"""A person of two ages: "Ann Field, 53" beside "Ann Field, 54", in articles of about one time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Subject
from generator.records.model import Record
from generator.values.number_words import CARDINALS

AGE_BEHIND = re.compile(
    r",? \(?(?:aged? )?(?P<age>\d{1,2})(?=[,;.)]| (?:and|of|from)\b)|, (?:aged?|who is) (?P<other>\d{1,2})\b"
    r"|(?:,[^,.;]{1,60},)? (?:has |had )?(?:died|dies) (?:aged|at the age of|at age|at) (?P<end>\d{1,2})\b"  # "has died aged 83"
)
AGE_BEFORE = re.compile(r"(?:(?P<age>\d{1,2})|\b(?P<words>[A-Za-z]+(?:-[a-z]+)?))[- ]year[- ]old (?:[a-z-]+ ){0,2}$")
MONTHS_OF_ONE_AGE = 10  # between two publications in which nobody is taken to have had more than one birthday
MOST_YEARS = 12  # years; further apart are two people of one name, or a slip of ours


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], people: Sequence[Subject]) -> Iterator[Difference]:
    """The people of two ages.

    Args:
        maker: of differences.
        told: the sentences of each record.
        people: the subjects.
    """
    number = {record.id: n for n, record in enumerate(maker.records)}
    for person in people:
        if person.type != "PERSON" or " " not in person.name:
            continue  # of one word, it may be a town: "a 38-year-old Tamir resident"
        found: dict[int, list[ToldValue]] = {}
        for mention in person.mentions:
            n = number[mention.source]
            if age := _age(maker.records[n], mention.start, mention.end):
                years, start, end = age
                sentence = next((s for s in told[n] if s.start <= start and end <= s.end), None)
                if sentence:
                    found.setdefault(years, []).append(ToldValue(sentence, start, end))
        if _differ(found, maker.records):
            values = {str(years): words for years, words in found.items()}
            yield maker.difference("figure", f"the age of {person.name}", by_publishers(maker, values), 0.5)


def _age(record: Record, start: int, end: int) -> tuple[int, int, int] | None:
    """The age that stands by a mention, and where."""
    if match := AGE_BEHIND.match(record.text, end):
        group = str(match.lastgroup)
        return int(match[group]), match.start(group), match.end(group)
    before = max(0, start - 40)
    if match := AGE_BEFORE.search(record.text[before:start]):
        group = str(match.lastgroup)
        years = _years(match[group])
        return (years, before + match.start(group), before + match.end(group)) if years else None
    return None


def _years(told: str) -> int:
    """ "60", "Sixty", "thirty-four"; 0 for what is no number."""
    if told.isdigit():
        return int(told)
    words = told.lower().split("-")
    return sum(CARDINALS[w] for w in words) if all(w in CARDINALS for w in words) else 0


def _differ(found: Mapping[int, Sequence[ToldValue]], records: Sequence[Record]) -> bool:
    """Whether two ages are told in articles of about one time, in none of them both."""
    if len(found) < 2 or max(found) - min(found) > MOST_YEARS:
        return False
    articles = [{t.number for t in words} for words in found.values()]
    if len(set().union(*articles)) < sum(map(len, articles)):
        return False  # an article that gives both speaks of two people, or of two times
    days = [date.fromisoformat(day[:10]) for a in articles for n in a if (day := records[n].metadata.published)]
    return not days or (max(days) - min(days)).days <= MONTHS_OF_ONE_AGE * 30
