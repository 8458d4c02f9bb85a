"""What somebody is, in front of a name and taken into it: "Winger Field", "MK Ann Field", "Frenchman Bo Reed", "Anchor" alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.language.coreference.trades import KINSHIP, ROLES, TRADES
from generator.language.names.name import Name
from generator.values.gazetteer import TITLES, given_names, is_demonym
from generator.values.noun_kinds import noun_kind

# letters before a name that say to which house somebody was elected
SEATS = frozenset({"mk", "mp", "mep", "msp", "mla"})
# these are surnames, too: "Star Field" may be called so, "Star Ann Field" is not
ALSO_NAMES = frozenset(
    "star head lock wing prop forward page farmer earl duke duchess boss maker driver archer cook king queen prince bishop pope".split()
)
TELLING = (TRADES | ROLES) - KINSHIP - TITLES
# "Ward councillor Bo Reed", "Club captain Ann Field": whose office it is, and no surname before it
GROUPS = frozenset("ward club team squad party union company borough parish county".split())
PEOPLES = ("man", "woman", "iard")  # "Frenchman", "Spaniard"


def without_first(text: Sequence[str], name: Name) -> Name:
    """The name of a person without a first word that only tells what she is."""
    first, rest = text[name.start].lower(), text[name.start + 1 : name.end]
    if first == "briton" and len(rest) > 1:
        return replace(name, start=name.start + 1)
    if not rest or first in given_names() or not all(word[:1].isupper() for word in rest):
        return name
    trade = first in TELLING and (len(rest) > 1 or first not in ALSO_NAMES)
    trade = trade or (_only_tells(first) and len(rest) > 1 and rest[0].lower() in given_names())
    people = first.endswith(PEOPLES) and is_demonym(text[name.start])
    return replace(name, start=name.start + 1) if trade or people or first in SEATS else name


def _only_tells(word: str) -> bool:
    """Whether a word, in lower case, is a noun for somebody and no name: "rescuer"; "Hunter" and "Mason" are names."""
    return noun_kind(word) == "person" and word not in KINSHIP | TITLES and word not in given_names()


def plain(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names without such first words, and without "Anchor" alone where "Anchor Bo Reed" stands."""
    names = [without_first(text, name) if name.label == "PERSON" else name for name in names]
    opened = {name.start for name in names if name.label == "PERSON"}
    held = {n for name in names if name.label == "PERSON" for n in range(name.start, name.end)}
    trades = TELLING - given_names().keys()

    def told(name: Name) -> bool:
        alone = name.label == "PERSON" and name.end - name.start == 1
        word = text[name.start].lower()
        if alone and word in GROUPS and name.end + 1 in held and text[name.end].lower() in TRADES | ROLES | TITLES:
            return True
        full = name.end + 1 in held and text[name.end : name.end + 1] and text[name.end].lower() in given_names()
        return alone and name.end in opened and (word in trades or (_only_tells(word) and bool(full)))

    return [name for name in names if not told(name)]
