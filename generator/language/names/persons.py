"""Persons whom the recogniser missed, mistyped or took too much with: what titles, given names and verbs of speech show.

A wrong speaker often begins here: "Senate Whip John Corwin" taken for an event leaves the "Corwin" who speaks without a name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.language.lexicon.marks import HYPHENS
from generator.language.lexicon.tags import PROPER
from generator.language.names.name import Name
from generator.values.gazetteer import FACILITIES, GOVERNED, TITLES, given_names, is_demonym, place_type

# whose subject, if it is a proper noun, is somebody
SPEAKING = frozenset("say tell add ask reply recall joke insist complain explain tweet continue note".split())
SAID = frozenset({"said", "says", "added", "asked", "told", "wrote", "tweeted", "replied", "explained", "recalled", "noted"})
CLOSING = frozenset({"”", '"', "''", "’", "'"})
# "Mr. Okafor", "Sen. Lindqvist": only persons bear these
PERSONAL = frozenset(
    "mr mr. mrs mrs. ms ms. miss dr dr. sen. rep. gov. rev. sgt. capt. lt. col. gen. prof. sir lady hon hon.".split()
)
# "Rev. Al Barton", "Senate Whip John Corwin", "DJ Beverly Lund": inside a found name they part what somebody is from the name
PARTING = (
    TITLES - {"state", "foreign", "interior", "finance", "treasury", "king", "prince", "saint", "chief", "former", "acting"}
) | {
    "whip",
    "pastor",
    "dj",
    "ceo",
    "nominee",
    "candidate",
    "congressman-elect",
}
# "Hillary Clinton White House": no person's name ends with these
NOT_NAMES = (
    FACILITIES
    | GOVERNED
    | frozenset(
        "house department ministry police court agency company committee council union office university party times post journal news "
        "report bank institute commission board association group pentagon kremlin foundation campaign center centre school college "
        "hospital act administration inc corp club league observer herald tribune gazette chronicle star sun globe magazine tv radio show "
        "tech state".split()
    )
)
NO_SURNAMES = NOT_NAMES | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november "
    "december".split()
)
MISTYPED = frozenset({"LOC", "PRODUCT", "EVENT", "NORP", "FAC", "LAW"})
LONGEST = 4  # words of a person's name


def rescued(doc_heads: Callable[[int], tuple[str, str]], text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """The names with persons set right.

    Args:
        doc_heads: for a token its label in the parse ("nsubj") and the lemma of its head.
        text: the words.
        tags: their Penn tags.
        names: what was found, in order, not overlapping.
    """
    names = [_without_office(text, name) for name in names]
    names = [name for name in names if name.label != "PERSON" or not _only_office(text[name.start : name.end])]
    names = _without_tail(text, names)
    names = _speaking(doc_heads, text, tags, names)
    names = joined(text, tags, _addressed(text, tags, names))
    return _given(text, tags, names)


def in_full(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """ "Bond said": the full name that stands elsewhere, known given names before that surname, is the same person's."""
    alone = {text[name.start] for name in names if name.label == "PERSON" and name.end - name.start == 1}
    full = {text[name.end - 1] for name in names if name.label == "PERSON" and name.end - name.start > 1}
    lost = {surname for surname in alone - full if len(surname) > 2}
    given = given_names()
    first = {
        name for name in alone - full if name.lower() in given
    }  # "Ruth" here and "Bond" there are "Ruth Bond" in a headline
    found = list(names)
    for n in range(1, len(text)):
        if text[n] not in lost and not (text[n] in alone and text[n - 1] in first):
            continue
        start = n
        # "Ruth Bader Ginsburg": middle names are no given names
        for k in range(n - 1, max(-1, n - LONGEST), -1):
            known = text[k].lower() in given
            if not text[k][:1].isupper() or (tags[k] not in PROPER and not known) or text[k].lower() in TITLES:
                break
            if known:
                start = k
        if start == n or (len(text[start]) > 2 and text[start].isupper() and not text[n].isupper()):
            continue
        # what covers them ends with the surname ("DJ Beverly Lund", a company to the recogniser), or they are free
        covering = [name for name in found if name.start < n + 1 and start < name.end]
        if any(name.label == "PERSON" and name.end - name.start > 1 for name in covering):
            continue
        if all(name.end <= n + 1 for name in covering):
            found = [name for name in found if name not in covering]
            found.append(Name(start, n + 1, "PERSON"))
    return sorted(found, key=lambda name: name.start)


def _without_office(text: list[str], name: Name) -> Name:
    """ "Pennsylvania Gov. Ed Rendle" without the office; "Evan Brandt of Indiana" without the place."""
    if name.label == "PERSON":
        of = next((n for n in range(name.start + 2, name.end) if text[n] == "of"), None)
        known = text[name.start].lower() in given_names()  # "Ann Field of Harbour Forums", but "Earl of Aldmouth"
        if of is not None and (known or place_type(text[of + 1 : name.end])):
            name = replace(name, end=of)
        comma = next((n for n in range(name.start + 2, name.end) if text[n] == ","), None)  # "Ann Field, R-Ohio"
        if comma is not None and text[name.end - 1].lower().rstrip(".") not in {"jr", "sr", "ii", "iii", "iv"}:
            name = replace(name, end=comma)
    elif name.label == "GPE":
        return name
    titles = PERSONAL if name.label == "WORK_OF_ART" else PARTING
    last = next((n for n in range(name.end - 2, name.start - 1, -1) if text[n].lower() in titles), None)
    if last is None:
        return name
    rest = text[last + 1 : name.end]
    fits = (
        len(rest) <= LONGEST
        and all(word[:1].isupper() for word in rest)
        and not any(word.lower() in NOT_NAMES for word in rest)
        and (name.label == "PERSON" or (len(rest) > 1 and rest[0].lower() in given_names()))
    )
    return Name(last + 1, name.end, "PERSON") if fits else name


def _only_office(words: list[str]) -> bool:
    """ "House Speaker", "Representative": an office alone is nobody."""
    return all(word.lower() in TITLES | PARTING | PERSONAL | {"house", "senate", "navy", "army", "the"} for word in words)


def _without_tail(text: list[str], names: list[Name]) -> list[Name]:
    """ "Hillary Clinton White House" is Hillary Clinton's, where the article names her elsewhere."""
    known = {tuple(text[name.start : name.end]) for name in names if name.label == "PERSON"}
    cut = []
    for name in names:
        words = tuple(text[name.start : name.end])
        if name.label == "PERSON" and len(words) > 2 and words[-1].lower() in NOT_NAMES:
            end = next((k for k in range(len(words) - 1, 1, -1) if words[:k] in known), None)
            name = replace(name, end=name.start + end) if end else name
        cut.append(name)
    return cut


def _speaking(
    doc_heads: Callable[[int], tuple[str, str]], text: list[str], tags: list[str], names: list[Name]
) -> list[Name]:
    """A proper noun of which the article says that it "said" something is a person, where the recogniser saw none."""
    covering = {n: name for name in names for n in range(name.start, name.end)}
    found = {name.start: name for name in names}
    for n, tag in enumerate(tags):
        if not text[n][:1].isupper() or not _speaks(doc_heads, text, tag, n):
            continue
        known = covering.get(n)
        if known is not None:
            words = text[known.start : known.end]
            if (
                known.label in MISTYPED
                and len(words) < LONGEST
                and place_type(words) is None
                and not any(is_demonym(word) or word.lower() in NOT_NAMES for word in words)
            ):
                found[known.start] = replace(known, label="PERSON")
            continue
        start, end = n, n + 1
        while start > 0 and start - 1 not in covering and text[start - 1].lower() not in TITLES:
            if tags[start - 1] not in PROPER and not (
                start > 1 and text[start - 1] in HYPHENS and tags[start - 2] in PROPER
            ):
                break
            start -= 1
        while end < len(text) and end not in covering:
            if tags[end] not in PROPER and not (text[end] in HYPHENS and end + 1 < len(text) and tags[end + 1] in PROPER):
                break
            end += 1
        words = text[start:end]
        if (
            words[0][0].isupper()
            and not _only_office(words)
            and len(words) - 2 * ("-" in words) <= LONGEST
            and not any(word.lower() in NOT_NAMES for word in words)
        ):
            found[start] = Name(start, end, "PERSON")
            covering.update(dict.fromkeys(range(start, end), found[start]))
    return [found[start] for start in sorted(found)]


def _speaks(doc_heads: Callable[[int], tuple[str, str]], text: list[str], tag: str, n: int) -> bool:
    """By the parse, or by the order of words around a closing mark: "...,” Okafor said", "...,” said Okafor"."""
    if tag in PROPER:
        label, verb = doc_heads(n)
        if label == "nsubj" and verb in SPEAKING:
            return True
    elif not text[n].isalpha() or tag[:2] in {"PR", "DT", "IN", "WP", "CD"} or len(text[n]) < 3:
        return False  # a tagger may miss a name, but no pronoun
    if n + 1 < len(text) and n and text[n - 1] in CLOSING and text[n + 1] in SAID:
        return True
    return n > 1 and text[n - 1] in SAID and text[n - 2] in CLOSING


def joined(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """ "Ruth Bader" and "Linden" side by side are one person; so are "Douglas" and the "Holtz-Eklund" that was found."""
    found: list[Name] = []
    taken = {n for name in names for n in range(name.start, name.end)}
    for name in names:
        before = name.start - 1
        if (
            name.label == "PERSON"
            and before >= 0
            and before not in taken
            and text[before][:1].isupper()
            and tags[before] in PROPER
            and text[before].lower() in given_names()
            and text[before].lower() not in TITLES | {"a", "an"}
            and name.end - before <= LONGEST
        ):
            name = replace(name, start=before)
        name = _lengthened(text, tags, name, taken)
        taken.update(range(name.start, name.end))  # "Grace Abe Joy Oba": a list of names without commas
        last = found[-1] if found else None
        if (
            last is not None
            and last.end == name.start
            and last.label == name.label == "PERSON"
            and name.end - last.start <= LONGEST
            and text[last.start].lower() in given_names()
            and not _in_capitals(text, last, name)
        ):
            found[-1] = replace(last, end=name.end)
        else:
            found.append(name)
    return found


def _in_capitals(text: list[str], name: Name, after: Name) -> bool:
    """Whether a name in capitals ends where capitals end: "ANN FIELD Ann Field left the harbour"."""
    return "".join(text[name.start : name.end]).isupper() and not text[after.start].isupper()


def _lengthened(text: list[str], tags: list[str], name: Name, taken: set[int]) -> Name:
    """ "Douglas" of "Douglas Holtz-Eklund": a given name alone that a surname follows."""
    end = name.end
    if name.label != "PERSON" or end - name.start != 1 or text[name.start].lower() not in given_names():
        return name
    while end < len(text) and end not in taken and end - name.start < LONGEST:
        hyphen = text[end] in HYPHENS and end > name.end and end + 1 < len(text) and tags[end + 1] in PROPER
        if not hyphen and (tags[end] not in PROPER or not text[end][:1].isupper() or text[end].lower() in NO_SURNAMES):
            break
        end += 1
    return replace(name, end=end)


def _addressed(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """ "Mr. Okafor" is a person, whatever the recogniser saw in "Okafor"."""
    covering = {n: name for name in names for n in range(name.start, name.end)}
    found = {name.start: name for name in names}
    for n in range(1, len(text)):
        before = n - 2 if n > 1 and text[n - 1] == "." else n - 1  # "the Hon" and "." apart
        if text[before].lower() not in PERSONAL or tags[n] not in PROPER or not text[before][:1].isupper():
            continue
        if text[n].isspace():
            continue  # "Sen.  Field": two spaces are a word to the tokenizer
        known = covering.get(n)
        if known is None:
            end = n + 1
            while end < len(text) and end - n < LONGEST and tags[end] in PROPER and end not in covering:
                end += 1
            if end == n + 1 or text[n].lower() in given_names():
                found[n] = Name(n, end, "PERSON")
        elif known.start == n and known.end - n < LONGEST and _personal(text[n : known.end]):
            found[n] = replace(known, label="PERSON")
    return [found[start] for start in sorted(found)]


def _personal(words: list[str]) -> bool:
    """ "the Hon. Aubrey Hall" is a person though many a hall is none."""
    fits = not any(word.lower() in NOT_NAMES for word in words)
    return fits or (len(words) == 2 and words[0].lower() not in NOT_NAMES)


def _given(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """ "Phil Karpen" is no company if "Karpen" alone does something: a given name and a surname."""
    given, acting = given_names(), set()
    for n in range(1, len(text) - 1):
        if text[n][:1].isupper() and tags[n + 1] in {"VBD", "VBZ"} and tags[n - 1] not in PROPER:
            acting.add(text[n])
    return [
        replace(name, label="PERSON")
        if name.end - name.start == 2
        and name.label in MISTYPED | {"ORG", "WORK_OF_ART"}
        and text[name.start].lower() in given
        and place_type([text[name.start]]) is None
        and text[name.end - 1] in acting
        and text[name.end - 1].lower() not in NOT_NAMES
        and place_type([text[name.end - 1]]) is None
        else name
        for name in names
    ]
