"""Corroboration: how many independent publishers tell something.

Copies of one text, agency reports under several mastheads, the editions and sisters of one house count once; a passage that only cites
another ("the Courier reported") counts as that other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.dossier.copies import origins
from generator.dossier.differences.reading import Amount, amount, compatible
from generator.dossier.model import Passage, Statement
from generator.records.model import Record

# agencies and papers that others cite, by a name of theirs
OUTLETS = {
    "reuters": "reuters", "associated press": "ap", "ap": "ap", "agence france-presse": "afp", "afp": "afp", "press association": "pa",
    "bbc": "bbc", "cnn": "cnn", "new york times": "nytimes", "washington post": "washingtonpost", "guardian": "theguardian",
    "wall street journal": "wsj", "bloomberg": "bloomberg", "fox news": "foxnews", "nbc news": "nbcnews", "nbc": "nbcnews",
    "cbs news": "cbsnews", "cbs": "cbsnews", "abc news": "abcnews", "sky news": "skynews", "daily mail": "dailymail",
    "financial times": "ft", "usa today": "usatoday", "xinhua": "xinhua", "tmz": "tmz", "al jazeera": "aljazeera", "dpa": "dpa",
    "tass": "tass", "politico": "politico", "buzzfeed": "buzzfeed", "daily telegraph": "telegraph", "sun": "thesun", "npr": "npr",
}  # fmt: skip
OUTLET = "|".join(sorted(map(re.escape, OUTLETS), key=len, reverse=True))
# "the New York Times reported", "according to Reuters", "told CNN", "reported by the BBC", "in an interview with NPR"
CITES = (
    re.compile(
        rf"\b(?P<outlet>{OUTLET}) (?:has |had |first |also )?(?:report(?:s|ed)|said|says|wrote|quoted|cited)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:according to|told|reported by|quoted by|cited by|interview with|citing|report by|report in)"
        rf"(?: the)? (?P<outlet>{OUTLET})\b",
        re.IGNORECASE,
    ),
)
# "LONDON (Reuters) - ", "NAIROBI, Kenya (AP) — "
DATELINE = re.compile(rf"\((?P<outlet>{OUTLET})\)\s*[-–—]", re.IGNORECASE)
HEDGE_BEFORE = 20  # letters before an amount in which its hedge stands
OPENING = 400  # letters in which a report names its agency
# houses that publish several papers
HOUSES = (
    frozenset({"dailymail", "mailonsunday", "metro"}),
    frozenset({"thesun", "thetimes", "thesundaytimes"}),
    frozenset({"express", "mirror", "dailystar", "dailyrecord"}),
    frozenset({"independent", "standard"}),
)
SECOND = frozenset({"co", "com", "org", "net", "ac", "gov"})  # "chinadaily.com.cn": the name stands before them


def publishers(records: Sequence[Record], similar: Mapping[str, Sequence[str]]) -> list[str]:
    """For each record its independent publisher.

    Args:
        records: the articles.
        similar: for an article that has them, the others that share most of their text.
    """
    return [_agency(record) or _house(name) for record, name in zip(records, origins(records, similar), strict=True)]


def cited(sentence: str) -> str | None:
    """Whom a sentence cites for what it tells, if another publisher."""
    for pattern in CITES:
        if found := pattern.search(sentence):
            return OUTLETS[found["outlet"].lower()]
    return None


def corroborated(statements: Iterable[Statement], records: Sequence[Record], known: Sequence[str]) -> tuple[Statement, ...]:
    """The statements with the number of independent publishers that tell each, its amounts included.

    Args:
        statements: the facts.
        records: the articles.
        known: their publishers.
    """
    by_id = {record.id: (record, name) for record, name in zip(records, known, strict=True)}

    def told_by(passage: Passage) -> str:
        return cited(passage.text) or by_id[passage.source][1]

    def made(statement: Statement) -> Statement:
        own = _amounts(by_id[statement.passage.source][0], statement.passage)
        also = [p for p in statement.also if _says(own, _amounts(by_id[p.source][0], p))] if own else statement.also
        return replace(statement, publishers=len({told_by(p) for p in (statement.passage, *also)}))

    return tuple(map(made, statements))


def _amounts(record: Record, passage: Passage) -> list[Amount]:
    """The amounts of a passage."""
    found = []
    for detail in record.details:
        if detail.kind == "quantity" and passage.start <= detail.start and detail.end <= passage.end:
            before = record.text[max(passage.start, detail.start - HEDGE_BEFORE) : detail.start]
            if told := amount(before, record.text[detail.start : detail.end]):
                found.append(told)
    return found


def _says(own: Sequence[Amount], others: Sequence[Amount]) -> bool:
    """Whether a passage tells every amount of another: "six were killed" tells no toll of twelve."""
    return all(any(a.dimension == b.dimension and compatible(a, b) for b in others) for a in own)


def _agency(record: Record) -> str | None:
    """The agency whose report an article prints."""
    found = DATELINE.search(record.text[:OPENING])
    return OUTLETS[found["outlet"].lower()] if found else None


def _house(name: str) -> str:
    """The house of a publisher that is named by its host: editions of one name and sister papers are one."""
    if " " in name or "." not in name:
        return name
    labels = name.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in SECOND:
        labels.pop()
    bare = labels[-1]
    return next((min(house) for house in HOUSES if bare in house), bare)
