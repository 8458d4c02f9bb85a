"""Names after the recogniser: what word lists and the article itself show better than the next few words do.

In this order: spans are cut to the name (no title, no possessive); peoples and places get the type that their lists give; an
acronym in parentheses means what stands before it; a surname of a person named in full, anywhere in the article, is that
person's; a name's type is the one that most of its occurrences have; what was found once is found everywhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.attrs import IDX, ORTH, SENT_START, TAG
from spacy.language import Language
from spacy.tokens import Doc, Span

from generator.language.extensions import in_title_case
from generator.language.lexicon.marks import HYPHENS, POSSESSIVES
from generator.language.lexicon.tags import NAMED, UNTYPED_PLACES
from generator.language.names import embedding  # noqa: F401 (registers the recogniser's embedding)
from generator.language.names.agreement import settled
from generator.language.names.common_nouns import named, untitled
from generator.language.names.elections import elections
from generator.language.names.elsewhere import apart, repeated, whole
from generator.language.names.firms import joint, partners, trading
from generator.language.names.first_words import plain
from generator.language.names.introduced import introduced
from generator.language.names.name import Name
from generator.language.names.name_types import FIRMS, kind, missed, widened
from generator.language.names.persons import in_full, joined, rescued
from generator.language.names.situated import situated
from generator.language.names.trimming import hyphened, linked, listed, nameless, papers, pruned, short, uttered
from generator.language.setup import fragments  # noqa: F401 (registers how the recogniser takes long documents)
from generator.language.setup.scoring import Layer, Scorer
from generator.values.gazetteer import INCORPORATED, TITLES, countries, given_names, is_demonym, place_type, places

# with these no name begins or ends: "[Ann Field of the] People's Party", "[Moorfield and] Aldmouth Hospitals"
LOOSE = frozenset({",", "-", "–", "—", ":", "?", "and", "or", "of", "the", "for", "in", "at"})
ENDS = LOOSE | POSSESSIVES
SITUATED = frozenset({"EVENT", "ORG", "FAC"})
# names that do begin in lower case: "de Gaulle", "al-Aqsa", "eBay"
SMALL_BEGINNINGS = frozenset(
    "al el de da di du del della der den van von bin ibn ben abu la le ter ten zu zum dos das y".split()
)
# "the People's Republic of China": owners that are nobody
FOLK = frozenset("people peoples children women workers men students farmers soldiers veterans".split())
# "carmaker Norvik", "Sens. Field and Reed": alone they name nobody
NOBODY = FIRMS | {"sens", "sens.", "reps", "reps."}
LONGEST_ACRONYM = 7  # letters
# ranks beside the titles that the recogniser was trained with: "Chief Executive Ann Field", "Asst Ch Con Bo Reed"
RANKS_AND_TITLES = TITLES | frozenset("asst asst. ch con pc det det. supt sgt dci executive corporal cpl.".split())
ADDRESS = re.compile(r"@|https?:|www\.|[\w.]+\.[a-z]{2,}/")  # "@vexa", "pic.example.com/3K": no names
BASED = frozenset({"based", "headquartered", "listed"})
# "Ann Field Is Boss": after these a headline goes on
HEADLINE_VERBS = frozenset("is are was were has had will".split())
# a recogniser takes these alone for somebody; unlike "King" they are nobody's surname
LONE_TITLES = frozenset(
    "president dame tsar sir mr mr. mrs mrs. ms ms. dr dr. senator sen. governor gov. professor prof. minister det det. insp insp. supt "
    "supt. sgt sgt. dci pc".split()
)
# no organisation and no place; "King" may be a surname
NOBLE = frozenset("lord lady king queen prince princess emperor empress sultan pope".split())


@dataclass(frozen=True, slots=True)
class _Article:
    """What the passes read."""

    doc: Doc
    text: list[str]
    tags: list[str]
    opens: list[bool]  # a sentence
    heads: list[bool]  # in a headline in which every word begins with a capital

    def parsed(self, n: int) -> tuple[str, str]:
        """A token's label in the parse, and the lemma of its head."""
        return self.doc[n].dep_, self.doc[n].head.lemma_.lower()


Pass = Callable[[_Article, list[Name]], list[Name]]
# In this order: first each name by itself (its span, its kind by its own words), then by the words around it, then by what the
# article shows elsewhere; what became a person only then is cut once more. Names of persons come before the vote on kinds, since
# a surname follows its full name whatever it was taken for.
PASSES: tuple[tuple[str, Pass], ...] = (
    ("no name is so long", lambda a, names: short(names)),
    ("spans: no title, no possessive", lambda a, names: [cut for name in names if (cut := _cut(a.text, name))]),
    ("two names in one", lambda a, names: [piece for name in names for piece in _split(a.text, name)]),
    ("verbs and offices in names", lambda a, names: nameless(a.text, uttered(a.text, names))),
    ("what somebody wrote", lambda a, names: papers(a.text, names)),
    ("kinds by a name's own words", lambda a, names: [replace(name, label=kind(a.text, name)) for name in names]),
    ("links with places", lambda a, names: linked(a.text, names)),
    ("kinds by lists", lambda a, names: listed(a.text, names)),
    ("what belongs to a name beside it", lambda a, names: widened(a.text, a.tags, names)),
    ("common nouns", lambda a, names: named(a.text, a.tags, a.opens, names)),
    ("what was missed", lambda a, names: missed(a.text, a.tags, a.opens, names)),
    ("partners", lambda a, names: partners(a.text, names)),
    ("firms by what they do", lambda a, names: trading(a.text, a.tags, a.heads, names)),
    ("bodies of two places", lambda a, names: joint(a.text, names)),
    ("places by what stands beside them", lambda a, names: situated(a.text, a.opens, names)),
    ("capitals of headlines", lambda a, names: untitled(a.text, a.heads, names)),
    ("surnames over hyphens", lambda a, names: _hyphenated(a.doc, names)),
    ("elections", lambda a, names: elections(a.text, names)),
    ("acronyms", lambda a, names: _acronyms(a.text, names)),
    ("persons: titles, speech", lambda a, names: rescued(a.parsed, a.text, a.tags, names)),
    ("persons: what they are", lambda a, names: introduced(a.text, a.tags, names)),
    ("surnames", lambda a, names: _persons(a.text, names)),
    ("given names before surnames", lambda a, names: _persons(a.text, in_full(a.text, a.tags, names))),
    ("common words beside a known person", lambda a, names: pruned(a.text, names)),
    ("the same words, one span", lambda a, names: whole(a.text, names)),
    ("the same words, one kind", lambda a, names: _agreed(a.text, names)),
    ("what is once told of a kind", lambda a, names: settled(a.text, a.tags, names)),
    ("other occurrences", lambda a, names: repeated(a.text, a.tags, names)),
    ("names side by side", lambda a, names: joined(a.text, a.tags, names)),
    ("common words again", lambda a, names: pruned(a.text, names)),
    ("spans again", lambda a, names: [cut for name in names if (cut := _cut(a.text, name))]),
    ("nobody", lambda a, names: [n for n in names if n.end - n.start > 1 or a.text[n.start].lower() not in NOBODY]),
    ("what somebody is, first", lambda a, names: plain(a.text, names)),
    ("none inside another", lambda a, names: apart(names)),
)


class Names(Layer):
    """The spaCy component; sets `doc.ents`."""

    def __call__(self, doc: Doc) -> Doc:
        """Mend the names of a document, pass by pass."""
        article = _read(doc)
        names = [Name(ent.start, ent.end, ent.label_) for ent in doc.ents]
        for _, mend in PASSES:
            names = mend(article, names)
        doc.set_ents([Span(doc, name.start, name.end, name.label) for name in names], default="outside")
        return doc


def _read(doc: Doc) -> _Article:
    rows = doc.to_array([ORTH, TAG, SENT_START, IDX]).tolist()
    strings = doc.vocab.strings
    known = {key: strings[key] for key in {row[0] for row in rows} | {row[1] for row in rows}}
    text, tags, opens = [known[row[0]] for row in rows], [known[row[1]] for row in rows], [row[2] == 1 for row in rows]
    return _Article(doc, text, tags, opens, in_title_case(doc, text, [row[3] for row in rows]))


@Language.factory(
    "briefing_names",
    requires=["doc.ents"],
    assigns=["doc.ents"],
    default_config={"scorer": {"@scorers": "spacy.ner_scorer.v1"}},
)
def make_names(nlp: Language, name: str, scorer: Scorer) -> Names:
    """Make the component."""
    return Names(scorer)


def _cut(text: list[str], name: Name) -> Name | None:
    """The name without white space, a leading article or title, a trailing possessive or mark."""
    name = _trimmed(text, name if name.label != "PERSON" else _up_to_verb(text, name))
    start, end = name.start, name.end
    if end - start == 1 and _no_name(text[start], name.label):
        return None
    if name.label == "PERSON":
        if (cut := _without_title(text, name)) is None:
            return None
        start = cut.start
    elif name.label in NAMED and (holder := _office_holder(text, name)):
        return holder
    end = next((n for n in range(start, end) if "\n" in text[n]), end)
    return Name(start, end, name.label) if start < end and any(c.isalnum() for c in text[start]) else None


def _up_to_verb(text: list[str], name: Name) -> Name:
    """ "Ann Field" of a headline's "Ann Field Is Boss"."""
    verb = next((n for n in range(name.start + 1, name.end) if text[n].lower() in HEADLINE_VERBS), name.end)
    return replace(name, end=verb)


def _no_name(word: str, label: str) -> bool:
    """ "@vexa", "who?", "the [King]" as a body."""
    return bool(ADDRESS.match(word)) or word.endswith("?") or (label != "PERSON" and word.lower() in NOBLE)


def _office_holder(text: list[str], name: Name) -> Name | None:
    """ "Aldmouth County Executive [Ann Field]": a body's office-holder."""
    office = max((n for n in range(name.start + 1, name.end - 2) if text[n].lower() in RANKS_AND_TITLES), default=None)
    if office is not None and name.end - office == 3 and text[office + 1].lower() in given_names():
        return Name(office + 1, name.end, "PERSON")
    if name.end - name.start > 1 and text[name.start].lower() in TITLES and hyphened(text[name.start + 1 : name.end]):
        return Name(name.start + 1, name.end, "PERSON")  # "Secretary-[General Ban Ki-moon]"
    return None


def _trimmed(text: list[str], name: Name) -> Name:
    """Without what stands at the ends of a name and is none of it: "[of the] Harbour Trust", "[Aldmouth-based] Vexa"."""
    start, end = name.start, name.end
    articles = {"the"} if name.label != "WORK_OF_ART" else set()
    while start < end and (text[start].isspace() or text[start].lower() in articles):
        start += 1
    while end - start > 1 and text[start] in LOOSE:
        start += 1
    given = name.label == "PERSON" and hyphened(text[start:end])  # "Moon Jae-in"
    while end > start and not given and (text[end - 1].isspace() or text[end - 1] in ENDS):
        end -= 1
    while end - start > 1 and name.label in NAMED and text[start].islower() and _describes(text[start]):
        start += 1
    return replace(name, start=_after_base(text, start, end), end=end)


def _after_base(text: list[str], start: int, end: int) -> int:
    """Where a name begins after "Aldmouth-based"."""
    based = next((n for n in range(start, end - 1) if text[n].lower().split("-")[-1] in BASED), None)
    return start if based is None or (based == start and "-" not in text[based]) else based + 1


def _without_title(text: list[str], name: Name) -> Name | None:
    """ "Ann Field" of "Chief Executive Ann Field" and of "Norland Senator Ann Field"; None of "Dame" and of "dʒəˈroʊm"."""
    start, end = name.start, name.end
    while end - start > 1 and text[start].lower() in RANKS_AND_TITLES:
        start += 1
    if end - start == 1 and text[start].lower() in LONE_TITLES:
        return None
    office = max((n for n in range(start, end - 2) if text[n].lower() in TITLES), default=None)
    if office is not None and " ".join(text[start:office]).lower() in places():
        start = office + 1
    return None if "".join(text[start:end]).islower() else replace(name, start=start)


def _describes(word: str) -> bool:
    """Whether a word in lower case says how something is, and is no part of its name: "oil-rich Norland", "southern Norland"."""
    return (
        word not in SMALL_BEGINNINGS
        and word.replace("-", "").isalpha()
        and len(word) > 3
        and word.split("-")[0] not in SMALL_BEGINNINGS
    )


def _split(text: list[str], name: Name) -> list[Name]:
    """ "Turkey-Syria" are two places, "Turkey's Erdogan" a place and somebody, "Winter Games in Sochi" an event and a place."""
    return next((pieces for part in SPLITS if (pieces := part(text, name))), [name])


def _first(text: list[str], name: Name, words: frozenset[str]) -> int | None:
    """Where the first of some words stands inside a name, not at its ends."""
    return next((n for n in range(name.start + 1, name.end - 1) if text[n] in words), None)


def _situated(text: list[str], name: Name) -> list[Name] | None:
    """ "Winter Games in Sochi"."""
    site = _first(text, name, frozenset({"in"})) if name.label in SITUATED else None
    if site is None or "for" in text[name.start : site] or not _place(text, site + 1, name.end):
        return None
    return [replace(name, end=site), Name(site + 1, name.end, "GPE")]


def _owned(text: list[str], name: Name) -> list[Name] | None:
    """ "Turkey's Erdogan", but "the People's Republic"."""
    owner = _first(text, name, frozenset({"'s", "’s"}))
    if owner is None or text[owner - 1].lower() in FOLK or " ".join(text[name.start : owner]).lower() not in places():
        return None
    rest = "PERSON" if name.label in {"GPE", "LOC", "PLACE", "NORP"} or name.end - owner <= 3 else name.label
    return [Name(name.start, owner, "GPE"), Name(owner + 1, name.end, rest)]


def _two_persons(text: list[str], name: Name) -> list[Name] | None:
    """ "ANN FIELD Norvik", of a list of topics; "Ann Field and Bo Reed"."""
    if name.label != "PERSON":
        return None
    if mixed := _capitals_end(text, name):
        same = [word.lower() for word in text[name.start : mixed]] == [word.lower() for word in text[mixed : name.end]]
        return [Name(name.start, mixed, "PERSON"), Name(mixed, name.end, "PERSON" if same else "ORG")]
    both = _first(text, name, frozenset({"and"}))
    return [Name(name.start, both, "PERSON"), Name(both + 1, name.end, "PERSON")] if both else None


def _two_places(text: list[str], name: Name) -> list[Name] | None:
    """ "Gaza and East Aldmouth"."""
    both = _first(text, name, frozenset({"and"}))
    if both is None:
        return None
    sides = [" ".join(text[name.start : both]), " ".join(text[both + 1 : name.end])]
    if not all(side.lower().removeprefix("the ") in places() or place_type(side.split()) for side in sides):
        return None
    return [Name(name.start, both, "PLACE"), Name(both + 1, name.end, "PLACE")]


def _over_a_hyphen(text: list[str], name: Name) -> list[Name] | None:
    """ "Turkey-Syria", but "Guinea-Bissau"."""
    if name.end - name.start != 3 or text[name.start + 1] not in HYPHENS:
        return None
    sides = [text[name.start].lower(), text[name.start + 2].lower()]
    if "-".join(sides) in places() or not all(side in places() for side in sides):
        return None
    return [Name(name.start, name.start + 1, "GPE"), Name(name.start + 2, name.end, "GPE")]


SPLITS = (_situated, _owned, _two_persons, _two_places, _over_a_hyphen)


def _place(text: list[str], start: int, end: int) -> bool:
    """ "Sochi", "Sochi, Russia": whether words are a place of the gazetteer, or one and what it lies in."""
    comma = next((n for n in range(start, end) if text[n] == ","), end)
    return " ".join(text[start:comma]).lower().removeprefix("the ") in places()


def _capitals_end(text: list[str], name: Name) -> int | None:
    """Where the words in capitals of a name end, if it begins with two and goes on in lower case."""
    end = next((n for n in range(name.start, name.end) if not (text[n].isupper() and len(text[n]) > 2)), name.end)
    return end if end - name.start > 1 and end < name.end and any(c.islower() for c in text[end]) else None


def _hyphenated(doc: Doc, names: list[Name]) -> list[Name]:
    """ "Mr. Holtz-Eklund": a surname goes on over its hyphen, unless another name begins there ("Clinton-Trump")."""
    starts = {name.start for name in names}
    return [
        replace(name, end=name.end + 2) if name.label == "PERSON" and _goes_on(doc, name.end, starts) else name
        for name in names
    ]


def _goes_on(doc: Doc, end: int, starts: set[int]) -> bool:
    """Whether a hyphen and a capital follow without a space; "Field-Russia" is a link with a place."""
    if end + 1 >= len(doc) or end + 1 in starts:
        return False
    hyphen, after = doc[end], doc[end + 1]
    glued = not doc[end - 1].whitespace_ and not hyphen.whitespace_
    place = is_demonym(after.text) or after.text.lower() in countries()
    return hyphen.text in HYPHENS and glued and after.text.istitle() and not place


def _acronyms(text: list[str], names: list[Name]) -> list[Name]:
    """ "Housing Authority of New Orleans (HANO)": the acronym is of the same type, here and in the rest of the article."""
    at = {name.start: name for name in names}
    found, known = list(names), {}
    for name in names:
        n = name.end + 1
        if not _explains(text, name):
            continue
        if n in at and name.label in UNTYPED_PLACES | {"PERSON", "ORG"}:
            known[text[n]] = "GPE" if name.label == "GPE" else "ORG"
        elif n not in at and name.label == "ORG":
            known[text[n]] = "ORG"
            found.append(Name(n, n + 1, "ORG"))
    return [
        replace(name, label=known.get(text[name.start], name.label)) if name.end - name.start == 1 else name
        for name in sorted(found, key=lambda name: name.start)
    ]


def _explains(text: list[str], name: Name) -> bool:
    """Whether an acronym in parentheses follows a name of several words."""
    marks = text[name.end : name.end + 3]
    several = name.end - name.start > 1 and len(marks) == 3
    return several and (marks[0], marks[2]) == ("(", ")") and marks[1].isupper() and 1 < len(marks[1]) <= LONGEST_ACRONYM


def _persons(text: list[str], names: list[Name]) -> list[Name]:
    """ "Erdogan" is a person where the article says "Recep Tayyip Erdogan"; "Norvik" is none where it says "Norvik Inc."."""
    people = [name for name in names if name.label == "PERSON" and name.end - name.start > 1]
    told = {text[name.end - 1]: "PERSON" for name in people if len(text[name.end - 1]) > 2}
    told |= dict.fromkeys(_incorporated(text, names), "ORG")
    full = {(text[name.start], text[name.end - 1]) for name in people}

    def label(name: Name) -> str:
        first, last = text[name.start], text[name.end - 1]
        known = told.get(first) if name.end - name.start == 1 else "PERSON" if (first, last) in full else None
        return known or name.label

    return [replace(name, label=label(name)) for name in names]


def _incorporated(text: list[str], names: list[Name]) -> set[str]:
    """ "Norvik" of "Norvik Inc."."""
    bodies = (name for name in names if name.label == "ORG" and name.end - name.start == 2)
    return {text[name.start] for name in bodies if text[name.end - 1].lower().rstrip(".") in INCORPORATED}


def _agreed(text: list[str], names: list[Name]) -> list[Name]:
    """The same words have the same type in one article: the one that most of their occurrences have, the first in a tie."""
    votes: dict[str, Counter[str]] = {}
    for name in names:
        votes.setdefault(_key(text, name), Counter())[name.label] += 1
    return [replace(name, label=votes[_key(text, name)].most_common(1)[0][0]) for name in names]


def _key(text: list[str], name: Name) -> str:
    return " ".join(text[name.start : name.end])
