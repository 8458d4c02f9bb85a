"""Persons whom the recogniser missed, mistyped or took too much with: what titles, given names and verbs of speech show.

A wrong speaker often begins here: "Senate Whip John Corwin" taken for an event leaves the "Corwin" who speaks without a name.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from generator.language.lexicon.marks import HYPHENS
from generator.language.lexicon.tags import PROPER
from generator.language.names.first_words import without_first
from generator.language.names.name import Name
from generator.values.gazetteer import FACILITIES, GOVERNED, TITLES, common_words, given_names, is_demonym, place_type
from generator.values.noun_kinds import noun_kind

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
    "neighbour",
    "neighbor",
    "resident",
    "farmer",
    "shopkeeper",
    "hon",
    "hon.",
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
# "Justice Harwood", "Inspector Bo Marsh" are no companies, unlike "President Hotels"
BENCH = frozenset(
    "justice judge inspector detective sergeant sgt sgt. constable superintendent lieutenant lt lt. corporal councillor sheriff rabbi imam "
    "sheikh sheik ayatollah mullah cardinal archbishop bishop lord baroness dame sir prof prof. dr dr.".split()
)
MISTYPED = frozenset({"LOC", "PRODUCT", "EVENT", "NORP", "FAC", "LAW"})
LONGEST_PERSON = 4  # words of a person's name
UNNAMED_TAGS = frozenset({"PR", "DT", "IN", "WP", "CD"})  # how the tags of words begin that are nobody's name


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
    alone, only = _lone_surnames(text, names)
    # "Ruth" here and "Bond" there are "Ruth Bond" in a headline
    first = set(filter(_given_word, only))
    found = list(names)
    for n, word in enumerate(text):
        if n and word in alone and ((word in only and len(word) > 2) or text[n - 1] in first):
            found = _with_full_name(text, tags, found, n)
    return sorted(found, key=lambda name: name.start)


def _lone_surnames(text: list[str], names: list[Name]) -> tuple[set[str], set[str]]:
    """The words that stand alone for somebody, and those of them that end no full name."""
    people = [name for name in names if name.label == "PERSON"]
    alone = {text[name.start] for name in people if name.end - name.start == 1}
    return alone, alone - {text[name.end - 1] for name in people if name.end - name.start > 1}


def _with_full_name(text: list[str], tags: list[str], found: list[Name], n: int) -> list[Name]:
    """The names with the full one that ends with a surname, unless another reaches over it or is a person's in full already."""
    start = _given_before(text, tags, n)
    if start == n or (len(text[start]) > 2 and text[start].isupper() and not text[n].isupper()):
        return found
    # what covers them ends with the surname ("DJ Beverly Lund", a company to the recogniser), or they are free
    covering = [name for name in found if name.start < n + 1 and start < name.end]
    if any(name.end > n + 1 or _whole_person(name) for name in covering):
        return found
    return [*(name for name in found if name not in covering), Name(start, n + 1, "PERSON")]


def _whole_person(name: Name) -> bool:
    return name.label == "PERSON" and name.end - name.start > 1


def _given_before(text: list[str], tags: list[str], n: int) -> int:
    """Where the given names before a surname begin; middle names are none: "Ruth Bader Ginsburg"."""
    start = n
    for k in range(n - 1, max(-1, n - LONGEST_PERSON), -1):
        known = text[k].lower() in given_names()
        if not text[k][:1].isupper() or (tags[k] not in PROPER and not known) or text[k].lower() in TITLES:
            break
        if known:
            start = k
    return start


def _without_office(text: list[str], name: Name) -> Name:
    """ "Pennsylvania Gov. Ed Rendle" without the office; "Evan Brandt of Indiana" without the place."""
    if name.label == "GPE":
        return name
    if name.label == "PERSON":
        name = _without_trade(text, without_first(text, _without_origin(text, name)))
    titles = PERSONAL if name.label == "WORK_OF_ART" else PARTING
    last = next((n for n in range(name.end - 2, name.start - 1, -1) if text[n].lower() in titles), None)
    if last is None:
        return name
    bench = name.label in {"ORG", *MISTYPED} and text[last].lower() in BENCH and _no_ware(text[last + 1])
    if _bears_name(text[last + 1 : name.end], "PERSON" if bench else name.label):
        return Name(last + 1, name.end, "PERSON")
    return name


def _without_origin(text: list[str], name: Name) -> Name:
    """ "Ann Field of Harbour Forums", but "Earl of Aldmouth"; "Ann Field, R-Ohio", but "Ann Field, Jr."."""
    of = next((n for n in range(name.start + 2, name.end) if text[n] == "of"), None)
    if of is not None and (text[name.start].lower() in given_names() or place_type(text[of + 1 : name.end])):
        name = replace(name, end=of)
    comma = next((n for n in range(name.start + 2, name.end) if text[n] == ","), None)
    if comma is not None and text[name.end - 1].lower().rstrip(".") not in {"jr", "sr", "ii", "iii", "iv"}:
        name = replace(name, end=comma)
    return name


def _without_trade(text: list[str], name: Name) -> Name:
    """ "Harbour Aide [Fred Field]", "Moviemaker [Ann Field]" of a headline: what somebody does, before a given name and more."""
    trades = (n for n in range(name.start, name.end - 2) if _trade(text[n]) and _begins_name(text[n + 1]))
    trade = max(trades, default=None)
    return name if trade is None else replace(name, start=trade + 1)


def _begins_name(word: str) -> bool:
    """A given name, or "A." and "A.J."."""
    return _given_word(word) or (word.endswith(".") and word.replace(".", "").isupper() and len(word) <= 4)


def _trade(word: str) -> bool:
    return noun_kind(word.lower()) == "person" and not _given_word(word)


def _given_word(word: str) -> bool:
    return word.lower() in given_names()


def _no_ware(word: str) -> bool:
    """ "Justice [Harwood]", "Inspector [Bo] Marsh"; not "Cardinal [Health]", "Constable [Books]"."""
    low = word.lower()
    return _given_word(word) or (low not in common_words() and noun_kind(low) in {None, "person"})


def _bears_name(words: list[str], label: str) -> bool:
    """Whether the words after an office are a person's name."""
    if len(words) > LONGEST_PERSON or not all(word[:1].isupper() for word in words) or _no_surname(words):
        return False
    return label == "PERSON" or (len(words) > 1 and words[0].lower() in given_names())


def _no_surname(words: list[str]) -> bool:
    return any(word.lower() in NOT_NAMES for word in words)


def _only_office(words: list[str]) -> bool:
    """ "House Speaker", "Representative": an office alone is nobody."""
    return all(
        word.lower() in TITLES | PARTING | PERSONAL | {"house", "senate", "navy", "army", "the", "rt", "rt."}
        for word in words
    )


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
        if known is None:
            speaker = _run(text, tags, covering, n)
            if _could_speak(text[speaker.start : speaker.end]):
                found[speaker.start] = speaker
                covering.update(dict.fromkeys(range(speaker.start, speaker.end), speaker))
        elif _mistyped(text[known.start : known.end], known.label):
            found[known.start] = replace(known, label="PERSON")
    return [found[start] for start in sorted(found)]


def _run(text: list[str], tags: list[str], covering: Mapping[int, Name], n: int) -> Name:
    """The proper nouns around a word, over hyphens, up to a title or another name."""
    start, end = n, n + 1
    while start > 0 and start - 1 not in covering and text[start - 1].lower() not in TITLES:
        if not _proper(text, tags, start - 1, start - 2):
            break
        start -= 1
    while end < len(text) and end not in covering and _proper(text, tags, end, end + 1):
        end += 1
    return Name(start, end, "PERSON")


def _proper(text: list[str], tags: list[str], n: int, beyond: int) -> bool:
    """Whether a word is a proper noun, or a hyphen with one beyond it."""
    return tags[n] in PROPER or (text[n] in HYPHENS and 0 <= beyond < len(text) and tags[beyond] in PROPER)


def _could_speak(words: list[str]) -> bool:
    short = len(words) - 2 * ("-" in words) <= LONGEST_PERSON
    return words[0][0].isupper() and short and not _only_office(words) and not _no_surname(words)


def _mistyped(words: list[str], label: str) -> bool:
    """Whether somebody who speaks was taken for a thing; a place, a people or a body may speak as such."""
    if label not in MISTYPED or len(words) >= LONGEST_PERSON or place_type(words) is not None:
        return False
    return not any(is_demonym(word) or word.lower() in NOT_NAMES for word in words)


def _speaks(doc_heads: Callable[[int], tuple[str, str]], text: list[str], tag: str, n: int) -> bool:
    """By the parse, or by the order of words around a closing mark: "...,” Okafor said", "...,” said Okafor"."""
    if tag in PROPER:
        label, verb = doc_heads(n)
        return (label == "nsubj" and verb in SPEAKING) or _closes(text, n)
    # a tagger may miss a name, but no pronoun
    return text[n].isalpha() and tag[:2] not in UNNAMED_TAGS and len(text[n]) > 2 and _closes(text, n)


def _closes(text: list[str], n: int) -> bool:
    """Whether a word stands with a verb of saying after a closing mark."""
    after = text[n + 1] if n + 1 < len(text) else ""
    far, before = ["", "", *text[max(0, n - 2) : n]][-2:]
    return (before in CLOSING and after in SAID) or (before in SAID and far in CLOSING)


def joined(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """ "Ruth Bader" and "Linden" side by side are one person; so are "Douglas" and the "Holtz-Eklund" that was found."""
    found: list[Name] = []
    taken = {n for name in names for n in range(name.start, name.end)}
    for name in names:
        if name.label == "PERSON" and _given_name_before(text, tags, name, taken):
            name = replace(name, start=name.start - 1)
        name = _lengthened(text, tags, name, taken)
        taken.update(range(name.start, name.end))  # "Grace Abe Joy Oba": a list of names without commas
        if found and _side_by_side(text, found[-1], name):
            found[-1] = replace(found[-1], end=name.end)
        else:
            found.append(name)
    return found


def _given_name_before(text: list[str], tags: list[str], name: Name, taken: Collection[int]) -> bool:
    """Whether a given name that no name holds stands before a person's."""
    before = name.start - 1
    if before < 0 or before in taken or tags[before] not in PROPER or name.end - before > LONGEST_PERSON:
        return False
    low = text[before].lower()
    return text[before][:1].isupper() and low in given_names() and low not in TITLES | {"a", "an"}


def _side_by_side(text: list[str], first: Name, second: Name) -> bool:
    """Whether two persons' names that touch are one."""
    if first.end != second.start or not first.label == second.label == "PERSON" or second.end - first.start > LONGEST_PERSON:
        return False
    return text[first.start].lower() in given_names() and not _in_capitals(text, first, second)


def _in_capitals(text: list[str], name: Name, after: Name) -> bool:
    """Whether a name in capitals ends where capitals end: "ANN FIELD Ann Field left the harbour"."""
    return "".join(text[name.start : name.end]).isupper() and not text[after.start].isupper()


def _lengthened(text: list[str], tags: list[str], name: Name, taken: set[int]) -> Name:
    """ "Douglas" of "Douglas Holtz-Eklund": a given name alone that a surname follows."""
    end = name.end
    if name.label != "PERSON" or end - name.start != 1 or text[name.start].lower() not in given_names():
        return name
    while end < len(text) and end not in taken and end - name.start < LONGEST_PERSON and _surname(text, tags, end, name.end):
        end += 1
    return replace(name, end=end)


def _surname(text: list[str], tags: list[str], n: int, first: int) -> bool:
    """Whether a word can be a surname's, or the hyphen in one."""
    if text[n] in HYPHENS:
        return n > first and n + 1 < len(text) and tags[n + 1] in PROPER
    return tags[n] in PROPER and text[n][:1].isupper() and text[n].lower() not in NO_SURNAMES


def _addressed(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """ "Mr. Okafor" is a person, whatever the recogniser saw in "Okafor"."""
    covering = {n: name for name in names for n in range(name.start, name.end)}
    found = {name.start: name for name in names}
    for n in range(1, len(text)):
        if not _after_title(text, tags, n):
            continue
        known = covering.get(n)
        if known is None:
            end = _run_end(tags, covering, n)
            if end == n + 1 or _given_word(text[n]):
                found[n] = Name(n, end, "PERSON")
        elif known.start == n and known.end - n < LONGEST_PERSON and _personal(text[n : known.end]):
            found[n] = replace(known, label="PERSON")
    return [found[start] for start in sorted(found)]


def _run_end(tags: list[str], covering: Mapping[int, Name], n: int) -> int:
    """Where the free proper nouns from a word on end."""
    end = n + 1
    while end < len(tags) and end - n < LONGEST_PERSON and tags[end] in PROPER and end not in covering:
        end += 1
    return end


def _after_title(text: list[str], tags: list[str], n: int) -> bool:
    """Whether a word is a name after "Mr."; "the Hon" and "." are two words, and so are two spaces."""
    before = n - 2 if n > 1 and text[n - 1] == "." else n - 1
    named = tags[n] in PROPER and not text[n].isspace()
    return named and text[before].lower() in PERSONAL and text[before][:1].isupper()


def _personal(words: list[str]) -> bool:
    """ "the Hon. Aubrey Hall" is a person though many a hall is none."""
    fits = not any(word.lower() in NOT_NAMES for word in words)
    return fits or (len(words) == 2 and words[0].lower() not in NOT_NAMES)


def _given(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """ "Phil Karpen" is no company if "Karpen" alone does something: a given name and a surname."""
    acting = {
        text[n]
        for n in range(1, len(text) - 1)
        if text[n][:1].isupper() and tags[n + 1] in {"VBD", "VBZ"} and tags[n - 1] not in PROPER
    }
    return [replace(name, label="PERSON") if _acts(text, name, acting) else name for name in names]


def _acts(text: list[str], name: Name, acting: Collection[str]) -> bool:
    if name.end - name.start != 2 or name.label not in MISTYPED | {"ORG", "WORK_OF_ART"}:
        return False
    first, last = text[name.start], text[name.end - 1]
    if first.lower() not in given_names() or last not in acting or last.lower() in NOT_NAMES:
        return False
    return place_type([first]) is None and place_type([last]) is None
