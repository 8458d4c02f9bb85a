"""Firms and bodies of which the recogniser takes only the first word: "Brightwater Ferries", "Norland Police"; ranks before people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.language.lexicon.tags import PROPER
from generator.language.names.name import Name
from generator.values.gazetteer import given_names, places

# what firms and bodies are called by after a name, by what they do
TRADES = frozenset(
    # carrying: "Brightwater Ferries"
    "ferries shipping logistics railways trains buses coaches airlines airways motors cabs couriers haulage lines "
    # making, selling: "Moor Bakeries"
    "bakeries bakery foods farms breweries brewery dairies textiles shipyards shipyard chemicals pharmaceuticals plastics steelworks "
    "stores supermarkets hotels homes properties estates builders developments outfitters "
    # money, works, media
    "holdings industries enterprises technologies systems solutions utilities electronics semiconductors laboratories securities "
    "investments insurance pictures studios entertainment broadcasting newspapers publishing "
    # of the town
    "police constabulary".split()
)
TOWNS = frozenset({"police", "constabulary"})
# of two places: "Devon and Cornwall Police"; "Aldmouth" of "Moorfield and Aldmouth Hospitals" is a body only where it is a place
OF_PLACES = TOWNS | {"council"}
OF_BODIES = OF_PLACES | frozenset("hospitals university trust railway railways service services nhs".split())
APART = frozenset({"between", "from", "both"})  # "between Leeds and Bradford Council": two
TAKEN_FOR = frozenset({"PERSON", "ORG", "GPE", "PRODUCT", "NORP", "LOC"})
# "Inspector Bo Marsh"; no king, saint or state, after whom schools and islands are called
RANKS = frozenset(
    "inspector detective constable sergeant superintendent sheriff coroner officer senator congressman congresswoman mayor judge "
    "professor councillor commissioner lieutenant captain colonel paramedic firefighter".split()
)


def trading(text: Sequence[str], tags: Sequence[str], heads: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names, those of firms with the word that says what they do.

    Args:
        text: the tokens.
        tags: their fine tags.
        heads: which stand in a headline whose words all begin with a capital.
        names: what was found, in order.
    """
    taken = {n: name for name in names for n in range(name.start, name.end)}
    found = []
    for name in names:
        if _trade(text, taken, heads, name.end) and name.label in TAKEN_FOR and _leads(text, name):
            found.append(replace(name, end=name.end + 1, label="ORG"))
        elif name.label == "LOC" and name.end - name.start > 1 and text[name.end - 1].lower() in TRADES:
            found.append(replace(name, label="ORG"))  # "Moor Bakeries"
        else:
            found.append(_ranked(text, name))
    found += [Name(n, n + 2, "ORG") for n in range(len(text) - 1) if _unseen(text, tags, heads, taken, n)]
    return sorted(found, key=lambda name: name.start)


def joint(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "Devon and Cornwall Police", "Avon and Somerset Fire Service": of two places one body, not a place (or somebody) and a body."""
    made: list[Name] = []
    for name in names:
        if _of_two(text, name):
            first = name.start - 2
            if made and made[-1].end == name.start - 1:
                first = made.pop().start
            name = replace(name, start=first)
        made.append(name)
    return made


def _of_two(text: Sequence[str], name: Name) -> bool:
    """Whether a body's name begins with the second of two places, the first of which is one word."""
    last, first = text[name.end - 1].lower(), name.start - 2
    body = name.label == "ORG" and name.end - name.start > 1 and last in OF_BODIES
    if not body or first < 0 or text[name.start - 1] != "and":
        return False
    one = text[first]
    placed = last in OF_PLACES or {one.lower(), text[name.start].lower()} <= places().keys()
    return placed and one.istitle() and one.lower() not in OF_BODIES and _opens(text, first)


def _opens(text: Sequence[str], n: int) -> bool:
    """Whether no name goes on at a word, and nothing there sets two things apart."""
    return n == 0 or not (text[n - 1][:1].isupper() or text[n - 1].lower() in APART)


def partners(text: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """ "Marsh, Holm & Brandt": surnames with "&" are one firm, not three people; "Ann Field & Bo Reed" are two."""
    made: list[Name] = []
    for name in names:
        made.append(name)
        if not _surname(text, name) or text[name.start - 1 : name.start] != ["&"]:
            continue
        first = len(made) - 2
        if first < 0 or made[first].end != name.start - 1 or not _surname(text, made[first]):
            continue
        while first > 0 and text[made[first].start - 1] == "," and made[first - 1].end == made[first].start - 1:
            if not _surname(text, made[first - 1]):
                break
            first -= 1
        called = [text[partner.start].lower() for partner in made[first:]]
        if not given_names().keys() >= set(called) or len(set(called)) == 1:  # "Johnson & Johnson"
            made[first:] = [Name(made[first].start, name.end, "ORG")]
    return made


def _surname(text: Sequence[str], name: Name) -> bool:
    alone = name.label in {"PERSON", "ORG"} and name.end - name.start == 1
    return alone and not text[name.start].isupper()  # "WBA & IBO" are two bodies


def _unseen(text: Sequence[str], tags: Sequence[str], heads: Sequence[bool], taken: dict[int, Name], n: int) -> bool:
    """ "Moor Bakeries", of which nothing was found; not of "Aldmouth and Moor Bakeries"."""
    if n in taken or tags[n] not in PROPER or not text[n].istitle() or text[n + 1].lower() in TOWNS:
        return False
    return _trade(text, taken, heads, n + 1) and not _goes_before(text, tags, taken, n)


def _goes_before(text: Sequence[str], tags: Sequence[str], taken: dict[int, Name], n: int) -> bool:
    return n > 0 and (n - 1 in taken or (tags[n - 1] in PROPER and text[n - 1][:1].isupper()))


def _trade(text: Sequence[str], taken: dict[int, Name], heads: Sequence[bool], n: int) -> bool:
    """Whether a free word with a capital says what a firm does, and no longer name goes on after it."""
    if not (0 < n < len(text)) or n in taken or heads[n] or text[n].lower() not in TRADES or not text[n].istitle():
        return False
    return n + 1 >= len(text) or not text[n + 1].istitle()


def _leads(text: Sequence[str], name: Name) -> bool:
    """Whether a name can be a firm's first word: one word, or several of which the last is no given name."""
    words = text[name.start : name.end]
    return all(word[:1].isupper() for word in words) and len(words) < 3 and words[0].lower() not in {"the", "new"}


def _ranked(text: Sequence[str], name: Name) -> Name:
    """ "Bo Marsh" of "Inspector Bo Marsh", which was taken for a firm."""
    words = [word.lower() for word in text[name.start : name.end]]
    if name.label not in {"ORG", "PRODUCT"} or len(words) != 3 or words[0] not in RANKS or words[1] not in given_names():
        return name
    return replace(name, start=name.start + 1, label="PERSON")
