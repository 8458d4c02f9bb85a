"""Whether somebody whom articles were taken to name is a person at all: all mentions and the words around them decide together.

"Settings", "Common Sense" and "Falcon" are names of things that begin with a capital. What no article calls by a title, an office
or a given name, and what nobody hears speak, is a thing; so is what the articles also write in lower case.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.dossier.people.group import Group
from generator.records.model import Entity, Record
from generator.values.gazetteer import (
    FACILITIES,
    GOVERNED,
    common_words,
    given_names,
    is_demonym,
    organisations,
    places,
)
from generator.values.person_names import folded, given_forms

REACH = 30  # code points beside a mention that are read
MOST = 40  # mentions that are read
PERSON_FROM = 1  # points
ACRONYM = 4  # letters at most
ROADS = frozenset("road street avenue lane highway boulevard".split())
HALF = 0.5  # share of mentions with an article before them, from which a name is a thing's
TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Sen|Rep|Gov|Prof|Lt|Sgt|Capt|Col|Gen|President|Minister|Senator|Representative|Governor|Mayor|Judge|"
    r"Justice|Chancellor|Secretary|King|Queen|Prince|Princess|Pope|Chief|Officer|Director|Professor|Actor|Actress|Singer)\.?\s+$"
)
SPEAKS = re.compile(
    r"[,”\"’']{0,2}\s+(?:said|says|told|tells|added|adds|tweeted|wrote|writes|asked|explained|recalled|joked|insisted|admitted|who)\b"
)
SPOKEN = re.compile(r"(?:[”\"’'],?|,)\s+(?:said|says|added|adds|wrote|asked|explained)\s+$")
AGED = re.compile(r",\s+(?:aged\s+)?\d{1,2}\b,?")
ARTICLE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Tt]his|[Tt]hese|[Oo]ur|[Yy]our)\s+$")
QUOTED = re.compile(r"[“‘\"']$")
QUOTED_FROM = 0.3  # share of mentions in quotation marks from which a name is a title's
ODD = re.compile(r"\d|[a-z]{3}[A-Z]")  # "Flightradar24", "NationNews"
FEASTS = ("new year", "christmas", "thanksgiving", "easter", "halloween", "valentine", "ramadan", "hanukkah", "boxing day")
BUILT = FACILITIES | GOVERNED | frozenset({"lodge", "moon", "live", "news", "awards", "watch", "switch", "center", "ball"})


def kind(group: Group, name: str) -> str:
    """The kind of a subject: what most mentions are taken for, unless all that stands around them says otherwise."""
    told = group.type
    if told not in {"PERSON", "ORG"}:
        return told
    if name.lower().startswith(FEASTS):
        return "EVENT"
    if told == "ORG":
        if " " in name and name.lower().split()[-1] in ROADS:
            return "FAC"
        return "NORP" if is_demonym(name) else "PRODUCT" if _common(group, name) and not _institution(name) else told
    if _points(group, name) >= PERSON_FROM:
        return told
    acronym = name.isupper() and name.isalpha() and len(name) <= ACRONYM
    if name.lower() in organisations() or group.types.get("ORG", 0) or acronym:
        return "ORG"
    if name.lower() in places() and group.types.get("GPE", 0):
        return "GPE"
    return "PRODUCT"


def _points(group: Group, name: str) -> int:
    """What speaks for a person, less what speaks against one."""
    words = name.split()
    first = folded(words[0])
    known = len(words) > 1 and (first in given_names() or len(given_forms(first)) > 1)
    shown = (
        any(entity.descriptions for _, entity in group.members) or _beside(group, TITLE, True) or _beside(group, AGED, False)
    )
    heard = _beside(group, SPEAKS, False) or _beside(group, SPOKEN, True)
    plausible = len(words) > 1 and not any(word.lower() in common_words() for word in words)
    gender = any(entity.gender and any(m.kind == "pronoun" for m in entity.mentions) for _, entity in group.members)
    namesake = bool(group.maybe)  # a surname alone, of two whom the dossier knows
    return 2 * known + 2 * shown + namesake + heard + plausible + gender - 2 * _thing(group, words, known)


def _thing(group: Group, words: list[str], known: bool) -> int:
    """How many signs there are that a name is a thing's."""
    name = " ".join(words)
    low = [word.lower() for word in words]
    signs = (
        bool(ODD.search(name)) and not name.startswith(("Mc", "Mac", "De", "La", "Di")),
        len(words) > 1 and len(set(low)) == 1,
        not known and (low[-1] in BUILT or any(word in {"US", "UK", "EU"} for word in words)),
        not known and all(word in common_words() for word in low),
        not known and len(words) > 1 and (low[0] in organisations()),
        not known and _share(group, ARTICLE) > HALF,
        not known and len(words) > 1 and low[0] in common_words(),  # "Kill Bill"
        _share(group, QUOTED) > QUOTED_FROM,
        2 * _common(group, name),
    )
    return sum(signs)


def _common(group: Group, name: str) -> bool:
    """Whether the articles write it in lower case, too: "smoke rings", "settings"."""
    low = name.lower()
    if low == name or (" " not in name and low not in common_words()) or name.isupper():
        return False
    written = re.compile(rf"(?<![\w-]){re.escape(low)}(?![\w-])")
    records = {record.id: record for record, _ in group.members}
    return any(written.search(record.text) for record in records.values())


def _institution(name: str) -> bool:
    """ "Congress", "Supreme Court": bodies that articles write with and without a capital."""
    return name.lower() in {"congress", "parliament", "senate", "supreme court", "house", "cabinet", "army", "navy"}


def _beside(group: Group, pattern: re.Pattern[str], before: bool) -> bool:
    return any(_windows(group, lambda r, a, b: _fits(pattern, r, a, b, before)))


def _share(group: Group, pattern: re.Pattern[str]) -> float:
    found = _windows(group, lambda r, a, b: _fits(pattern, r, a, b, True))
    return sum(found) / len(found) if found else 0.0


def _fits(pattern: re.Pattern[str], record: Record, start: int, end: int, before: bool) -> bool:
    if before:
        return bool(pattern.search(record.text[max(0, start - REACH) : start]))
    return bool(pattern.match(record.text[end : end + REACH]))


def _windows(group: Group, look: Callable[[Record, int, int], bool]) -> list[bool]:
    """What stands beside the first mentions by name."""
    mentions: list[tuple[Record, int, int]] = []
    members: list[tuple[Record, Entity]] = group.members
    for record, entity in members:
        mentions += [(record, m.start, m.end) for m in entity.mentions if m.kind == "name"]
        if len(mentions) >= MOST:
            break
    return [look(record, start, end) for record, start, end in mentions[:MOST]]
