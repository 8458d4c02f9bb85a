"""What an article once tells of a name's kind, and what then holds everywhere in it: "the town of Moorly" is no firm.

Recognisers judge each mention by the words beside it; most mentions have none that tell anything.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from generator.language.lexicon.marks import HYPHENS, POSSESSIVES
from generator.language.lexicon.tags import UNTYPED_PLACES
from generator.language.names.name import Name
from generator.language.names.name_types import AT, CORPORATE, FIRMS, TEAMS
from generator.values.gazetteer import FACILITIES, TITLES, given_names, places

# "the town of Moorly", "the northern Moorly district"
SETTLEMENTS = dict.fromkeys(
    "city town village province district suburb county municipality hamlet resort".split(), "GPE"
) | dict.fromkeys("island peninsula valley region station junction airport".split(), "LOC")
OF_A_TOWN = frozenset(
    "hall centre center council councillor councillors officials".split()
)  # "the Norvik town hall meeting"
# "the film 'Moor Street'", "on the set of 'Moor Street'", "'Moor Street' director Ann Field"
WORKS = frozenset(
    "film films movie movies novel novels book album albums song songs single series sitcom show musical play opera documentary sequel "
    "prequel franchise trilogy comedy drama thriller hit soundtrack set miniseries blockbuster game".split()
)
MAKERS = frozenset("director star stars actor actress creator author writer producer singer fame".split())
ALIASES = frozenset("as nicknamed dubbed called aka alias named".split())  # "known as 'Moor Dog'"
OPENING, CLOSING = frozenset("“\"‘'`"), frozenset("”\"’'")
# "the Field Foundation" is called after somebody, who may be "Field" in the same article
AFTER_SOMEBODY = frozenset(
    "foundation organization organisation institute library center centre university college school administration campaign hotel "
    "tower trust prize clinic hospital family estate museum house".split()
)
MENDED = frozenset({"ORG", "PERSON", "PLACE", "LOC"})
OWNED = frozenset("shareholders shareholder stockholders subsidiary".split())  # "Norvik shareholders"


def settled(text: Sequence[str], tags: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names, of one kind everywhere where the article once tells it: "the town of Moorly" is no firm, "chipmaker Vexa" nobody.

    Args:
        text: the words.
        tags: their Penn tags.
        names: what was found, in order.
    """
    told: dict[tuple[str, ...], str] = {}
    surnames = {text[name.end - 1] for name in names if name.label == "PERSON" and name.end - name.start > 1}
    firms = Counter(text[name.start] for name in names if name.label == "ORG" and name.end - name.start == 1)
    short = _short(text, names)
    for name in names:
        words = tuple(text[name.start : name.end])
        if name.label not in UNTYPED_PLACES | {"ORG", "PERSON"}:
            continue
        if _team(text, tags, name):
            told[words] = told[words[-1:]] = "ORG"
        elif label := _by_words_beside(text, name, firms):
            told[words] = label
        elif len(words) == 1 and name.label in {"ORG", "PERSON"} and _firm(text, name, surnames, short):
            told.setdefault(words, "ORG")
    return [replace(name, label=_told(told, text, name)) for name in names]


def _by_words_beside(text: Sequence[str], name: Name, firms: Counter[str]) -> str | None:
    """The kind that the words around a name show."""
    return "WORK_OF_ART" if _work(text, name) else _of_nobody(text, name, firms) or _settlement(text, name)


def _told(told: dict[tuple[str, ...], str], text: Sequence[str], name: Name) -> str:
    """What the article tells of a name, where that may be told otherwise."""
    return told.get(tuple(text[name.start : name.end]), name.label) if name.label in MENDED else name.label


def _short(text: Sequence[str], names: Sequence[Name]) -> set[str]:
    """The first words of organisations by which the article may call them: "Vexa" of "Vexa Works Inc.", if nobody is called so."""
    bodies = [name for name in names if name.label == "ORG" and name.end - name.start > 1]
    firsts = {text[name.start] for name in bodies if text[name.end - 1].lower() not in AFTER_SOMEBODY}
    return {word for word in firsts - _of_somebody(text, names) if word.lower() not in given_names()}


def _of_somebody(text: Sequence[str], names: Sequence[Name]) -> set[str]:
    """The words of persons' full names, and what stands after a title."""
    people = [name for name in names if name.label == "PERSON"]
    somebody = {word for name in people if name.end - name.start > 1 for word in text[name.start : name.end]}
    return somebody | {text[name.start] for name in people if name.start and text[name.start - 1].lower() in TITLES}


def _settlement(text: Sequence[str], name: Name) -> str | None:
    """ "the town of Moorly", "the Moorly district"."""
    before, of = (text[n].lower() if n >= 0 else "" for n in (name.start - 2, name.start - 1))
    after, then = (text[n] if n < len(text) else "" for n in (name.end, name.end + 1))
    if of == "of" and before in SETTLEMENTS:
        return SETTLEMENTS[before]
    return SETTLEMENTS.get(after) if name.end - name.start == 1 and then.lower() not in OF_A_TOWN else None


def _work(text: Sequence[str], name: Name) -> bool:
    """A title in quotation marks: beside what it is, beside who made it, or with the words of nobody's name."""
    end = name.end + (name.end < len(text) and text[name.end] in {",", "."})
    if not (name.start and text[name.start - 1] in OPENING and end < len(text) and text[end] in CLOSING):
        return False
    before = [word.lower() for word in text[max(0, name.start - 3) : name.start - 1]]
    if WORKS & set(before[:1] if before[-1:] == ["of"] else before[-1:]):  # "the set of"
        return True
    if end > name.end:
        return False
    after = text[end + 1].lower() if end + 1 < len(text) else ""
    return after in WORKS | MAKERS or (_strange(text, name) and not ALIASES & set(before))


def _strange(text: Sequence[str], name: Name) -> bool:
    """Whether several words taken for a person begin with no given name."""
    return name.label == "PERSON" and name.end - name.start > 1 and text[name.start].lower() not in given_names()


def _of_nobody(text: Sequence[str], name: Name, firms: Counter[str]) -> str | None:
    """ "at Moor Field" is a ground; "the Vexa Harrier", where Vexa is a firm, is what it makes."""
    first, last = text[name.start], text[name.end - 1].lower()
    if name.label != "PERSON" or name.end - name.start != 2 or first.lower() in given_names():
        return None
    owner = name.end < len(text) and text[name.end] in POSSESSIVES
    if name.start and text[name.start - 1].lower() in AT and last in FACILITIES | {"field"} and not owner:
        return "FAC"
    return "PRODUCT" if firms[first] > 1 else None


def _team(text: Sequence[str], tags: Sequence[str], name: Name) -> bool:
    """ "the Aldmouth Larks", but not "the Austin Rivers trade": a place and a plural after an article."""
    words = text[name.start : name.end]
    if name.label != "PERSON" or len(words) < 2 or not name.start or text[name.start - 1].lower() != "the":
        return False
    plural = words[-1].endswith("s") or words[-1] in TEAMS
    noun = name.end < len(tags) and tags[name.end] in {"NN", "NNS"}
    return plural and not noun and " ".join(words[:-1]).lower() in places()


def _firm(text: Sequence[str], name: Name, surnames: set[str], short: set[str]) -> bool:
    """ "chipmaker Vexa", "Aldmouth-based Vexa", "shares in Vexa", "Vexa shareholders"; "Vexa" of the "Vexa Works Inc." named elsewhere."""
    if text[name.start] in short and name.label == "PERSON":
        return True
    if text[name.start] in surnames:
        return False
    before, last = ["", "", *(word.lower() for word in text[max(0, name.start - 2) : name.start])][-2:]
    if last in FIRMS or last.endswith("-based") or (last == "based" and before in HYPHENS):
        return True
    owned = name.end < len(text) and text[name.end].lower() in OWNED
    return owned or (last in {"of", "in"} and before in CORPORATE)
