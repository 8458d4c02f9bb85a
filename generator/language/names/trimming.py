"""Words that stand in a found name and are none of it, and names that are no names: verbs, weekdays, offices, parties' marks.

Each rule reads the names of an article and gives them back mended; an example stands in its docstring.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.language.lexicon.marks import HYPHENS
from generator.language.names.name import Name
from generator.values.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from generator.values.gazetteer import (
    FACILITIES,
    GOVERNED,
    LANDFORMS,
    REGION_PHRASES,
    TITLES,
    common_words,
    countries,
    given_names,
    is_demonym,
    organisations,
    places,
)

HARDLY_SURNAMES = ("an", "ese")  # ends of words for peoples; "Dane", "Pole" and "English" are surnames
LONGEST_NAME = 25  # words; what is longer is a list or a misread page, and no name
# "R-Fla.", "D-Calif": of which party and state a lawmaker is
PARTY = re.compile(r"(?:[DRI]|Lab|Con|SNP)-\(?[A-Z][\w.]*\)?\.?")
# "Dr the Rt. Hon. Ann Field"
STYLES = frozenset("rt rt. hon hon. honourable honorable right rev revd most".split())
# "iPhone 6", "MacBook Air": what a firm makes
MADE = frozenset("iphone ipad ipod imac mac macbook xbox playstation kindle android windows".split())
# with these a name can't end, unless it is nothing but an office: "House Judiciary Chairman", "Ryanair CEO"
NO_LAST_WORDS = frozenset(
    "chairman chairwoman ceo cfo coo chief director counsel minister secretary spokesman spokeswoman spokesperson senator "
    "congressman congresswoman governor president commissioner undersecretary ambassador prosecutor gm coroner sheriff "
    "investigator".split()
)
JUNIORS = frozenset({"jr", "jr.", "sr", "sr."})
# "Aldmouth city", "the Moor river": what a place's name may end with in lower case
PLACE_ENDS = (GOVERNED | FACILITIES | LANDFORMS) - {"states", "territories", "drive", "park", "falls"}
# "the Field Memos": what somebody wrote is called after them
PAPERS = frozenset(
    "memo memos email emails e-mails tape tapes tweet tweets letters papers files diaries documents transcripts notes".split()
)
SMALL_PARTICLES = frozenset("al el de da di du del della der den van von bin ibn ben abu la le y e i".split())
# "Walker County" is nobody, "Black Sea" no firm
COUNTIES = frozenset("county province oblast governorate prefecture township parish".split())
WATERS = frozenset({"sea", "ocean", "river", "mountains", "islands", "peninsula"})
# "Field-backed", "Field-era": what a hyphen links to a name and is none of it; "Ban Ki-moon" is a name
HYPHEN_ENDS = frozenset(
    "led era style like born based backed owned run appointed inspired themed friendly related linked bound esque".split()
)
HALF = 5  # letters at most of the second half of such a given name
AGAIN = 3  # times that an article has a word beside this one, from which it is what somebody is called by
# names of days and months that are no names of persons
UNMISTAKABLE = {*WEEKDAY_NAMES, *MONTH_NAMES} - {"march", "may", "april", "june", "august"}


def short(names: Sequence[Name]) -> list[Name]:
    """The names that are not longer than any name is."""
    return [name for name in names if name.end - name.start <= LONGEST_NAME]


def uttered(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "Kate made [Meghan cry]", "[Emery states], “…”": a word in lower case after a name is none of it; "Ban Ki-moon" is one."""
    mended = []
    for name in names:
        end = name.end
        if name.label == "PERSON" and hyphened(text[name.start : end]):
            mended.append(name)
            continue
        while end - name.start > 1 and name.label in {"PERSON", "GPE"} and _runs_on(text[end - 1], name.label):
            end -= 1
        mended.append(replace(name, end=end))
    return mended


def hyphened(words: Sequence[str]) -> bool:
    """ "Ban Ki-moon": the second half of a given name, which some write with a small letter."""
    if len(words) < 4 or words[-2] not in HYPHENS or not words[-1].isalpha() or words[-1] in HYPHEN_ENDS:
        return False
    return all(word.istitle() for word in words[:-2]) and len(words[-1]) <= HALF


def _runs_on(word: str, label: str) -> bool:
    if label == "PERSON" and not any(map(str.isalpha, word)) and (word in HYPHENS or any(map(str.isdigit, word))):
        return True  # "Ann Field [6-4]", a result
    if not (word.islower() and word.isalpha()) or word in SMALL_PARTICLES | JUNIORS:
        return False
    return label == "PERSON" or word not in PLACE_ENDS


def nameless(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """Without "R-Fla.", "Rt", "Thursday", "Special Counsel", "Jr." alone; "Ann Field [Jr.]" with it; "Ryanair" of "Ryanair CEO"."""
    kept: list[Name] = []
    for name in names:
        words = [word.lower() for word in text[name.start : name.end]]
        if _no_name(words, "".join(text[name.start : name.end])):
            continue
        if len(words) == 1 and words[0] in JUNIORS:
            if kept and kept[-1].label == "PERSON" and kept[-1].end == name.start:
                kept[-1] = replace(kept[-1], end=name.end)
            continue
        mended = _without_office(text, name, words)
        if mended is not None:
            kept.append(mended)
    return kept


def _no_name(words: Sequence[str], glued: str) -> bool:
    """ "R-Fla.", "Rt. Hon.", "Thursday"."""
    if len(words) == 1 and words[0] in UNMISTAKABLE:
        return True
    return bool(PARTY.fullmatch(glued)) or all(word in STYLES | {"."} for word in words)


def _without_office(text: Sequence[str], name: Name, words: Sequence[str]) -> Name | None:
    """ "Ryanair CEO" is Ryanair, "Special Counsel" and "Judiciary Chairman" nobody."""
    while len(words) > 1 and name.label == "PERSON" and words[0] in STYLES | {"the", "."}:
        name, words = replace(name, start=name.start + 1), words[1:]
    if len(words) < 2 or words[-1] not in NO_LAST_WORDS or name.label not in {"PERSON", "ORG", "PRODUCT", "GPE", "FAC"}:
        return name
    rest = replace(name, end=name.end - 1, label="ORG" if name.label in {"PRODUCT", "PERSON"} else name.label)
    if name.label != "PERSON":
        return None if common_words() | TITLES >= set(words[:-1]) else rest
    if words[0] in given_names():
        return name
    return rest if " ".join(words[:-1]) in organisations() else None


def linked(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "[Field]-Russia", "Field-Norwegian": of a link of somebody with a place only the first is a name of the article's."""
    mended = []
    for name in names:
        words = text[name.start : name.end]
        if name.label in {"PERSON", "ORG"} and len(words) == 3 and words[1] in HYPHENS and _placelike(words[2]):
            name = replace(name, end=name.start + 1)
        elif (
            name.label in {"PERSON", "ORG"}
            and len(words) == 1
            and "-" in words[0]
            and _placelike(words[0].rpartition("-")[2])
        ):
            continue
        mended.append(name)
    return mended


def _placelike(word: str) -> bool:
    return word.istitle() and (is_demonym(word) or word.lower() in countries())


def listed(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "Northrop Grumman" is no person, "Walker County" neither, "Black Sea" no firm: what lists and last words tell for sure."""
    called = {
        w for name in names if name.label == "PERSON" and name.end - name.start > 1 for w in text[name.start : name.end]
    }
    return [
        replace(name, label=_people(text, name, called) or _known(text[name.start : name.end], name.label)) for name in names
    ]


def _people(text: Sequence[str], name: Name, called: set[str]) -> str | None:
    """ "Saharan dust", "Bavarian towns": no surname, where nobody of the article is called so in full."""
    word = text[name.start]
    described = text[name.end : name.end + 1]
    alone = name.label == "PERSON" and name.end - name.start == 1 and word not in called
    told = alone and is_demonym(word) and word.endswith(HARDLY_SURNAMES) and described and described[0].islower()
    return "NORP" if told else None


def _known(words: Sequence[str], label: str) -> str:
    if label not in {"PERSON", "ORG"}:
        return label
    low = " ".join(words).lower().replace(" - ", "-")
    last = low.rpartition(" ")[2]
    if len(words) > 1 and last in COUNTIES and low.partition(" ")[0] not in TITLES:
        return "GPE"
    if len(words) > 1 and last in WATERS:
        return "LOC"
    if low in REGION_PHRASES:
        return "LOC"  # "the West Bank"
    if low.partition(" ")[0] in MADE:
        return "PRODUCT"
    return _no_person(words, low) if label == "PERSON" else label


def _no_person(words: Sequence[str], low: str) -> str:
    """ "Northrop Grumman", "Air Norland", "France Telecom", "San Aldmouth": a body or a place, though a person to the recogniser."""
    parts = low.split()
    if low in organisations() or (len(parts) > 1 and parts[0] == "air"):
        return "ORG"
    if len(words) != 2 or any(word in given_names() for word in parts):
        return "PERSON"
    return "GPE" if low in places() else "ORG" if any(word in countries() for word in parts) else "PERSON"


def papers(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "Field [Memos]" of an article that calls somebody Field again and again, and perhaps never in full."""
    called = Counter(text)

    def mended(name: Name) -> Name:
        first = text[name.start]
        written = name.end - name.start == 2 and text[name.end - 1].lower() in PAPERS
        return Name(name.start, name.start + 1, "PERSON") if written and called[first] > AGAIN and _free(first) else name

    return list(map(mended, names))


def _free(word: str) -> bool:
    """Whether a word can be a surname: "White House papers" and "Vexa documents" are of no one."""
    low = word.lower()
    return (
        word.istitle()
        and low not in places()
        and low not in organisations()
        and low not in common_words()
        and not is_demonym(word)
    )


def pruned(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "James Field [Memos]", "[Anything] Field", "Megan [Cry]" of a headline, where the article knows the person without that word."""
    people = Counter(tuple(text[name.start : name.end]) for name in names if name.label == "PERSON")
    plain = {_stem(word) for word in text if word.islower()}
    surnames = {words[-1] for words in people if len(words) > 1}

    def mended(name: Name) -> Name:
        words = tuple(text[name.start : name.end])
        if len(words) == 2 and words[0] in surnames and words[1].lower() in PAPERS:
            return Name(name.start, name.start + 1, "PERSON")
        return _pruned(name, words, people, plain, surnames) if name.label == "PERSON" and len(words) > 1 else name

    return list(map(mended, names))


def _pruned(
    name: Name, words: tuple[str, ...], people: Counter[tuple[str, ...]], plain: set[str], surnames: set[str]
) -> Name:
    last, first = words[-1].lower(), words[0].lower()
    known = people[words[:-1]] + (words[-2] in surnames if len(words) == 2 else 0)
    word = _stem(last) in plain and (len(words) > 2 or last in VERBS | common_words())
    if known and word and people[words[:-1]] >= people[words]:
        return replace(name, end=name.end - 1)
    if people[words[1:]] and first in common_words() and first not in given_names().keys() | TITLES:
        return replace(name, start=name.start + 1)
    return name


VERBS = frozenset(
    "cry cries say says state states claim claims note notes write writes tell tells win wins die dies quit quits".split()
)


def _stem(word: str) -> str:
    word = word.lower()
    return word[:-1] if word.endswith("s") and len(word) > 3 else word
