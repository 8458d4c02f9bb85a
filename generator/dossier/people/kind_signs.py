"""The signs by which the kind of a name is told: its words, what lists know of them, what it was taken for, what stands beside it.

Each sign is a number between 0 and 1 with a name that can be read; what each is worth was learnt (`training/kind_weights.py`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from generator.dossier.people.contexts import shares
from generator.dossier.people.group import Group
from generator.dossier.people.place_names import key
from generator.dossier.people.places import known
from generator.values.gazetteer import (
    FACILITIES,
    FACILITY_FIRST,
    GOVERNED,
    INCORPORATED,
    LANDFORM_FIRST,
    LANDFORMS,
    common_words,
    given_names,
    is_demonym,
    organisations,
    place_type,
    places,
)
from generator.values.noun_kinds import faiths, noun_kind
from generator.values.person_names import folded, given_forms

MAPPED_KINDS = ("large city", "city", "country", "state", "region", "county")
LARGE_CITY = 200  # thousand inhabitants of a city that is known
FOUND_SO_OFTEN = 8  # mentions; what a headline or a menu makes is hardly ever found so often
SEEN = 3  # mentions from which shares say much
ACRONYM = 5  # letters at most
CAMEL = re.compile(r"[a-z]{2}[A-Z]")
SCOTS = ("Mc", "Mac", "De", "La", "Di", "Fitz", "Van", "Le")
FEASTS = (
    "new year",
    "christmas",
    "thanksgiving",
    "easter",
    "halloween",
    "valentine",
    "ramadan",
    "hanukkah",
    "boxing day",
    "diwali",
)
MADE_NOUNS = frozenset({"vehicle", "thing", "work"})
HALF = 0.5
KNOWN_PLACE = frozenset(
    {"the words of a place: GPE", "the words of a place: LOC", *(f"on the map: {kind}" for kind in MAPPED_KINDS)}
)
SMALL_WORDS = frozenset("of and for the in on to a & de la".split())
# heads of names that a table of common nouns does not tell: "Norvik Group", "Aldmouth Herald"
BODY_HEADS = INCORPORATED | frozenset(
    "inc. ltd. corp. co. group holdings association union federation party committee council commission agency authority department "
    "ministry office bureau institute university college school academy foundation trust fund bank society club league team united "
    "city rovers airlines airways air motors motor systems technologies pictures studios entertainment records group's partners "
    "capital ventures industries energy oil gas steel pharmaceuticals laboratories labs networks media communications court police "
    "army navy force forces guard service services corps brigade senate congress parliament assembly house administration cabinet "
    "organization organisation alliance coalition front movement network exchange board chamber company brothers insurance "
    "international conference center centre".split()
)
# "the Harbour Post", "Moor Radio": with these the names of media end
MEDIA_HEADS = frozenset(
    "times post news herald tribune gazette chronicle journal star sun globe magazine mail mirror telegraph guardian observer press "
    "daily weekly reporter standard examiner inquirer courier dispatch ledger sentinel register bee radio tv television broadcasting "
    "channel network review independent express record argus echo advertiser bulletin today.com".split()
)
WORK_HEADS = frozenset(
    "show awards award prize medal report album movie film series trilogy song symphony podcast live".split()
)
# "the Harbour Cup", "the Pier Festival": with these the names of events end
EVENT_HEADS = frozenset(
    "cup olympics championship championships festival war wars marathon prix open derby games day week eve election elections summit "
    "conference attack attacks massacre shooting bombing bombings revolution crisis series bowl final finals race tour convention "
    "ceremony awards storm hurricane cyclone typhoon earthquake tsunami fire year season parade fair expo".split()
)
LAW_HEADS = frozenset(
    "act amendment treaty accord accords agreement bill protocol constitution code law pact order rule".split()
)
HEADS = {
    "a body": BODY_HEADS,
    "media": MEDIA_HEADS,
    "a work": WORK_HEADS,
    "an event": EVENT_HEADS,
    "a law": LAW_HEADS,
    "built": FACILITIES,
    "governed": GOVERNED,
    "a landform": LANDFORMS,
}


def signs(group: Group, name: str, bodies: Collection[str] = ()) -> dict[str, float]:
    """What speaks for each kind that a name of a dossier could be of.

    Args:
        group: whose name it is.
        name: as the dossier writes it.
        bodies: names, in lower case, that the dossier's articles take for organisations again and again.
    """
    found = dict.fromkeys(_of_words(name), 1.0)
    low = name.lower().split()
    if len(low) > 1 and any(" ".join(low[:n]) in bodies for n in range(1, len(low))):
        found["begins with a body of the dossier"] = 1.0  # "Norvik Solutions"
        if noun_kind(low[-1]) in MADE_NOUNS:
            found["what a body makes"] = 1.0  # "Norvik Roadster"
    taken = _taken_for(group)
    found |= taken
    if sum(taken.get(f"taken for {kind}", 0.0) for kind in ("GPE", "LOC")) >= HALF and KNOWN_PLACE & found.keys():
        found["taken for a place, and known as one"] = 1.0
    beside, read = shares(group.members)
    found |= beside
    if read >= SEEN:
        found |= {
            f"{sign}, often": share for sign, share in beside.items() if share >= 0.2 and not sign.startswith("before: o")
        }
    found |= dict.fromkeys(_of_mentions(group, name), 1.0)
    return found


def _taken_for(group: Group) -> dict[str, float]:
    """The share of mentions that the recogniser took for each kind."""
    types: Counter[str] = Counter()
    for _, entity in group.members:
        types[entity.type] += len(entity.mentions)
    total = sum(types.values()) or 1
    found = {f"taken for {kind}": n / total for kind, n in types.items()}
    if len(types) == 1 and total >= SEEN:
        found[f"always taken for {next(iter(types))}"] = 1.0
    if total >= FOUND_SO_OFTEN:
        found[f"often, and mostly taken for {max(types, key=types.__getitem__)}"] = 1.0
    return found


def _of_mentions(group: Group, name: str) -> Iterator[str]:
    """What the articles tell of the name as a whole."""
    if any(entity.descriptions for _, entity in group.members):
        yield "described as somebody"
    if any(" " in form and form.split()[-1].lower().rstrip(".") in INCORPORATED for form in group.forms):
        yield "ends as a firm"  # "Norvik", which is called "Norvik Inc.", too
    for gender in {e.gender for _, e in group.members if e.gender and any(m.kind == "pronoun" for m in e.mentions)}:
        yield f"called {'she' if gender == 'female' else 'he'}"
    if group.maybe:
        yield "a surname of two"
    if _in_lower_case(group, name):
        yield f"written small, too: {noun_kind(name.lower().split()[-1]) or 'no noun'}"


def _in_lower_case(group: Group, name: str) -> bool:
    """Whether the articles write it in lower case, too: "smoke rings", "settings"."""
    low = name.lower()
    if low == name or (" " not in name and low not in common_words()) or name.isupper():
        return False
    records = {record.id: record for record, _ in group.members}
    texts = [record.text for record in records.values() if low in record.text]  # few: a pattern costs more than this look
    written = re.compile(rf"(?<![\w-]){re.escape(low)}(?![\w-])") if texts else None
    return written is not None and any(map(written.search, texts))


def _of_words(name: str) -> Iterator[str]:
    words = name.replace("’", "'").split()
    low = [word.lower().removesuffix("'s") for word in words]
    yield from _of_form(name, words)
    yield from _of_lists(" ".join(low).removeprefix("the "), words, low)
    yield from _of_first(words, low)
    if len(words) > 1:
        yield from (f"ends as {what}" for what, heads in HEADS.items() if low[-1] in heads)
        if low[0] in LANDFORM_FIRST or low[0] in FACILITY_FIRST:
            yield "begins as a place"
        if low[1] in {"of", "for"} and (low[0] in BODY_HEADS or noun_kind(low[0]) == "body"):
            yield "begins as a body"  # "House of Lords", "Centre for Moor Studies"
        if len(words) > 2 and low[-2] in {"&", "and"} and not common_words() & {low[0], low[-1]}:
            yield "two with an and"  # "Bruyette & Woods"
    if kind := noun_kind(low[-1]):
        yield f"last word is a noun: {kind}" if len(words) > 1 else f"is a noun: {kind}"


def _of_form(name: str, words: list[str]) -> Iterator[str]:
    """How it is written."""
    yield "one word" if len(words) == 1 else "two words" if len(words) == 2 else "many words"
    if any(char.isdigit() for char in name):
        yield "a digit"
    if CAMEL.search(name) and not name.startswith(SCOTS):
        yield "a capital inside"
    if name.isupper() and name.isalpha():
        yield "an acronym" if len(name) <= ACRONYM else "all in capitals"
    if any(word in {"US", "UK", "EU", "UN"} or (word.isupper() and 1 < len(word) <= ACRONYM) for word in words[:-1]):
        yield "an acronym inside"
    if SMALL_WORDS & {word.lower() for word in words[1:]}:
        yield "a small word inside"
    if name.endswith("s") and not name.endswith("ss"):
        yield "ends in s"
    if "-" in name:
        yield "a hyphen"
    if len(words) > len({word.lower() for word in words}):
        yield "one word again"
    if "." in name.removesuffix(".") and len(words) == 1:
        yield "a point inside"


def _of_lists(plain: str, words: list[str], low: list[str]) -> Iterator[str]:
    """What lists know of it."""
    if plain in organisations():
        yield "a listed body"
    if listed := place_type(words):
        yield f"the words of a place: {listed}"
    if on_map := next(iter(known(key(plain))), None):
        large = on_map.kind == "city" and on_map.thousands >= LARGE_CITY
        yield f"on the map: {'large city' if large else on_map.kind}"
    if all(is_demonym(word) for word in words):
        yield "a people"
    elif is_demonym(words[0]) and len(words) > 1:
        yield "begins with a people"
    if low[-1] in faiths():
        yield "a faith"
    if plain.startswith(FEASTS):
        yield "a feast"
    if len(words) > 1 and low[0] in organisations():
        yield "begins with a listed body"
    if len(words) > 1 and low[0] in places():
        yield "begins with a listed place"


def _of_first(words: list[str], low: list[str]) -> Iterator[str]:
    """Whether it is built as somebody's name is: a given name first, no common words."""
    first = folded(words[0])
    given = first in given_names() or len(given_forms(first)) > 1
    common = [word in common_words() for word in low]
    if len(words) > 1:
        if given:
            yield "a given name first"
        if len(first) == 1 and words[0][0].isupper() and not (first == "a" and common[1]):
            yield "an initial first"  # "J. Field", "J Field"
        if all(common):
            yield "all words common"
        elif common[0] and not given:
            yield "a common word first"
        elif common[-1]:
            yield "a common word last"
        elif not any(common):
            yield "no common word"
        if any(len(word) == 2 and word[1] == "." for word in words[1:-1]):
            yield "an initial inside"
    elif given:
        yield "a given name alone"
    elif common[0]:
        yield "a common word alone"
