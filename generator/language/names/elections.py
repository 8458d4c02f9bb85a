"""Elections as events: "the 2003 Norland general election" is one name, whatever its words are names of."""

from __future__ import annotations

import re

from generator.language.lexicon.marks import HYPHENS
from generator.language.names.name import Name
from generator.values.calendar_words import MONTH_NAMES

# "2003 Norland general election", "May 2003 Norland regional elections"
ELECTIONS = frozenset("election elections by-election by-elections referendum".split())
KINDS = frozenset(
    "general local parliamentary presidential federal state provincial legislative municipal mayoral gubernatorial regional "
    "senatorial leadership assembly council constitutional special district city county by".split()
)
YEAR = re.compile(r"1[6-9]\d\d|20\d\d")
LONGEST_ELECTION = 9  # words


def elections(text: list[str], names: list[Name]) -> list[Name]:
    """ "2003 Norland general election" is one event: a year, whose election it was, and what for."""
    found = [event for head, word in enumerate(text) if word.lower() in ELECTIONS and (event := _election(text, head))]
    rest = [name for name in names if not any(name.start < each.end and each.start < name.end for each in found)]
    return sorted([*rest, *found], key=lambda name: name.start)


def _election(text: list[str], head: int) -> Name | None:
    start = head - 1
    while start > head - LONGEST_ELECTION and start >= 0 and not YEAR.fullmatch(text[start]) and _elective(text[start]):
        start -= 1
    if start < 0 or not YEAR.fullmatch(text[start]) or not any(w[0].isupper() for w in text[start + 1 : head]):
        return None
    month = bool(start) and text[start - 1].lower() in MONTH_NAMES
    return Name(start - month, head + 1, "EVENT")


def _elective(word: str) -> bool:
    return word[0].isupper() or word.lower() in KINDS or word in HYPHENS or word in {"and", "of", "the"}
