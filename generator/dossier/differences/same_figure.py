"""Whether two amounts of two articles are of one thing, by a small trained model: how much of what stands about them is the same.

The rules of `alike` ask that the clauses say the same of it; this asks how alike the words near it, its sentence, its part there and
its names are: "the $47 billion purchase of the chip maker" beside "the $38 billion bid for it". Its weights (`training/same_figure.py`)
were learned from amounts that several articles of one event tell alike, beside others of the same articles.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.dossier.differences.alike import ALIKE, OTHERS, apart, heads, likeness, nouns, one_deed, verbs
from generator.dossier.differences.denials import concepts
from generator.dossier.differences.reading import compatible
from generator.dossier.differences.said import Phrase, Said
from generator.dossier.stories.event_words import kinds, stem
from generator.dossier.stories.vectors import shipped

NEAR = 60  # letters to each side of an amount
KIND = 0.6  # what a word for a kind of event counts
MOST = 3.0  # of what both clauses hold
ORDER = 1.8  # times; amounts of one article closer than that could be taken for each other
FIELDS = "verb held near sentence asked clash doers modified role lead alone".split()
# what an amount is asked for: of money and measures, of counts, of stretches of time
ASKED = frozenset("of in for object subject is".split())
DOERS = frozenset("subject by 's ’s".split())
KINDS = {"count": "count", "time": "time", "age": "time"}
WEIGHTS: Mapping[str, tuple[float, ...]] = {
    "measure": (0.33, 0.24, 1.71, 0.37, -0.38, -0.61, -0.74, 0.21, 0.96, 1.81, 1.86, -3.43),
    "count": (0.92, 0.32, 1.44, 0.35, 0.83, -0.31, -0.43, -1.73, -0.16, 0.45, 1.43, -3.68),
    "time": (0.03, -0.13, 1.83, 0.04, -0.12, -0.22, -0.63, -0.39, -0.18, 1.19, 1.15, -2.29),
}
SURE = {"measure": 0.95, "count": 1.5, "time": 1.1}  # from which score two amounts are taken for one thing
CLOSE, EQUAL = 1.5, 2.0  # what close values, and one value in both, count towards it
SENTENCE, LITTLE = FIELDS.index("sentence"), 0.3  # of a sentence that the other tells too
BEFORE = 40  # letters before a sum in which stands what it is
BESIDES = 0.4  # weight of what is told near both, besides who does it
ASKED_ALIKE = 0.45  # of the vectors of the words for what is asked
# what is another sum with it than without
PORTION = re.compile(r"^(?: an?| per| \w+){0,2} in (?:\w+ )?(cash|stock|shares)\b(?! and)")
DEBT = re.compile(r"\b(?:debts?|before (?:tax|interest)|after tax)\b", re.IGNORECASE)
OF_MONEY = (
    "buy bought purchase acquire acquisition takeover bid offer approach deal transaction merger proposal price sell sold",
    "revenue revenues sales turnover takings gross grossed",
    "profit profits earn earned earnings income",
    "loss losses lose lost",
    "debt debts loan loans owe owed borrow",
    "fine fined penalty settlement settle compensation damages",
    "tax taxes levy charge",
    "invest invested investment fund funding raised financing",
    "donate donated donation aid grant",
    "salary wage wages bonus pension",
    "damage repair repairs",
    "steal stole stolen theft robbed",
    "save saved saving savings cut cuts",
)
# "the first offer", "its original bid"; "the new offer", "the revised bid": of another of a kind
# what a sum of money may be: "the $40 million offer" beside "a loss of $43 million" are two
SUMS: Mapping[str, frozenset[str]] = {
    stem(word): frozenset(line for line in OF_MONEY if word in line.split()) for line in OF_MONEY for word in line.split()
}
PAIR = 2  # "one" of a thing is seldom its number
GROUPS = {
    stem(word): group
    for group, words in (
        ("first", "first initial original initially"),
        ("before", "previous earlier former old older prior"),
        ("latest", "new newer latest last final later revised improved"),
    )
    for word in words.split()
}
PER = re.compile(
    r"^(?:[\s-]+(?:an?|per|each|every)[\s-]+(?P<each>[a-z]+)|/(?P<unit>[a-z]+)|\s+(?P<word>each|apiece)\b)", re.IGNORECASE
)


class Look:
    """What is compared of an amount."""

    def __init__(self, detail: Said, common: frozenset[str]) -> None:
        text, at, end = detail.sentence.text, detail.start - detail.sentence.start, detail.end - detail.sentence.start
        self.near = concepts(f"{text[max(0, at - NEAR) : at]} | {text[end : end + NEAR]}")
        self.sentence = _concepts(text)
        self.names = detail.names - common
        told = [detail.noun, detail.does, *(p for p in detail.own if p.role in ASKED)]
        self.theirs = frozenset(c for p in detail.own if p.role in DOERS and (p.names or p.name) for c in concepts(p.text))
        self.doers = next((names for part in (detail.own, detail.above) if (names := _doers(part))), frozenset())
        self.asked = tuple(dict.fromkeys(p.word for p in told if p is not None and p.head and not p.name))
        self.sums = (
            _sums(self.asked, text[max(0, at - BEFORE) : at]) if detail.dimension.startswith("money") else frozenset()
        )
        modified = [w for p in told if p is not None for w in p.rest]
        if detail.does is not None and detail.does.word:
            modified += [stem(w) for w in re.findall(rf"\b([a-z]+) {re.escape(detail.does.word)}\b", text.lower())]
        self.modified = frozenset(GROUPS.get(w, w) for w in modified if w in OTHERS or w in GROUPS)
        self.portion = frozenset(w for group in PORTION.findall(text[end : end + NEAR].lower()) for w in group if w)
        self.debt = bool(DEBT.search(text))
        self.per = _per(text, end)


class Figures:
    """The amounts of a dossier, to be compared."""

    def __init__(self, details: Sequence[Said], common: frozenset[str]) -> None:
        """Read what stands about each.

        Args:
            details: of all articles.
            common: names that stand in most articles.
        """
        self._common = common
        self._looks: dict[tuple[int, int, int], Look] = {}
        self._values: dict[tuple[int, str], list[Said]] = {}
        for detail in details:
            if detail.amount is not None:
                self._values.setdefault((detail.number, detail.dimension), []).append(detail)

    def features(self, one: Said, other: Said) -> tuple[float, ...]:
        """What is alike of two amounts, in the order of FIELDS."""
        a, b = self._look(one), self._look(other)
        return (
            max(verbs(one, other), 0.0),
            min(MOST, _weight(heads(one, other) & heads(other, one))),
            _weight(a.near & b.near) / max(1, min(len(a.near), len(b.near))) ** 0.5,
            _weight(a.sentence & b.sentence) / max(1e-9, min(_weight(a.sentence), _weight(b.sentence))),
            max((likeness(x, y) for x in a.asked for y in b.asked), default=0.0),
            float(_disjoint(a.names, b.names)),
            float(_disjoint(a.doers, b.doers)),
            float(a.modified != b.modified),
            float(one.role == other.role),
            float(one.sentence.lead and other.sentence.lead),
            1.0 / (1 + self._rivals(one)) + 1.0 / (1 + self._rivals(other)),
        )

    def score(self, one: Said, other: Said) -> float:
        """How surely two amounts are of one thing, as logarithm of the odds."""
        weights = WEIGHTS[KINDS.get(one.dimension, "measure")]
        return math.fsum(w * f for w, f in zip(weights, (*self.features(one, other), 1.0), strict=True))

    def strength(self, one: Said, other: Said) -> float:
        """How surely two amounts are of one thing, with how close they are; 0 where it is not sure enough."""
        if one.amount is None or other.amount is None or one.status != other.status or self.parted(one, other):
            return 0.0
        if one.dimension != "count" and self.features(one, other)[SENTENCE] < LITTLE:
            return 0.0
        found = self.score(one, other) + _closeness(one, other)
        return max(0.0, found - SURE[KINDS.get(one.dimension, "measure")])

    def parted(self, one: Said, other: Said) -> bool:
        """Whether something shows that two amounts are of two things, however alike all else is."""
        a, b = self._look(one), self._look(other)
        marks = ((a.per, b.per), (a.portion, b.portion), (a.debt, b.debt))
        return (
            any(x != y for x, y in marks)
            or _disjoint(a.modified, b.modified)
            or not (a.modified ^ b.modified) <= frozenset(GROUPS.values())
            or _disjoint(a.doers, b.doers)
            or (_disjoint(a.names, b.names) and not a.doers & b.doers)
            or nouns(one, other) < 0
            or _of_another(one.noun, other.noun)
            or apart(one, other)
            or _of_other_subjects(one, other)
            or _disjoint(a.sums, b.sums)
            or not (
                a.modified & b.modified or a.sums & b.sums or _weight((a.near & b.near) - a.theirs - b.theirs) >= BESIDES
            )
            or _asked_apart(one, other, a, b)
        )

    def _look(self, detail: Said) -> Look:
        key = detail.number, detail.start, detail.end
        if key not in self._looks:
            self._looks[key] = Look(detail, self._common)
        return self._looks[key]

    def _rivals(self, detail: Said) -> int:
        """How many other values of its article could be taken for it."""
        own = _size(detail)
        found = {
            d.value
            for d in self._values[detail.number, detail.dimension]
            if own / ORDER <= _size(d) <= own * ORDER and (nouns(d, detail) >= 0)
        }
        return len(found - {detail.value})


def _size(detail: Said) -> float:
    return abs(detail.amount.figure.value) if detail.amount is not None else 0.0


def _sums(asked: Sequence[str], before: str) -> frozenset[str]:
    """What a sum of money is: by the words that it is asked for, or else by those before it ("to buy Osterby for")."""
    for words in (asked, re.findall(r"[a-z]+", before.lower())):
        if found := frozenset(line for word in words for line in SUMS.get(stem(word), ())):
            return found
    return frozenset()


def _doers(parts: Sequence[Phrase]) -> frozenset[str]:
    """Who does it, or whose it is: "Lumex shares fell", "the offer of Lumex"."""
    return frozenset(name for p in parts if p.role in DOERS for name in p.names | {p.subject.removeprefix("@")} if name)


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _closeness(one: Said, other: Said) -> float:
    """What the values themselves show: of one thing sources tell values that are close, mostly."""
    if one.amount is not None and other.amount is not None and compatible(one.amount, other.amount):
        return EQUAL
    low, high = sorted((_size(one), _size(other)))
    return CLOSE * (1.0 - math.log(max(high, 1e-9) / max(low, 1e-9)) / math.log(ORDER))


def _asked_apart(one: Said, other: Said, a: Look, b: Look) -> bool:
    """Whether two amounts of a kind of which an article has many are not asked for the same: not the share that a price fell by and
    the premium above it, the points that were needed and those that were scored."""
    if one.dimension == "count":
        return min(_size(one), _size(other)) < PAIR or nouns(one, other) <= 0 or not one_deed(one, other)
    if one.dimension == "age":
        return not set(a.asked) & set(b.asked)
    if one.dimension in {"share", "temperature"}:
        return not any(x == y or kinds(x) & kinds(y) or likeness(x, y) >= ASKED_ALIKE for x in a.asked for y in b.asked)
    if one.dimension == "time":
        return verbs(one, other) <= 0
    # versions and plays of a game: by the rules alone
    return one.dimension == "number" or "yard" in {_unit(one), _unit(other)}


def _unit(detail: Said) -> str:
    return detail.amount.unit if detail.amount is not None else ""


def _of_another(one: Phrase | None, other: Phrase | None) -> bool:
    """Whether what is measured is two things: "pounds of thrust" and "pounds of cargo"."""
    if one is None or other is None or not one.head or not other.head:
        return False
    return one.head != other.head and likeness(one.word, other.word) < ALIKE


def _of_other_subjects(one: Said, other: Said) -> bool:
    """Whether two things that have no name do it: "the lorry travels 500 miles", "the car travels 620 miles"."""
    p, q = (next((p for p in (*d.own, *d.above) if p.role == "subject"), None) for d in (one, other))
    if p is None or q is None or p.names or q.names or p.name or q.name:
        return False
    return _unlike(p, q, one, other)


def _unlike(p: Phrase, q: Phrase, one: Said, other: Said) -> bool:
    if not p.head or not q.head or p.head == q.head or kinds(p.word) & kinds(q.word):
        return False
    told = p.word in other.sentence.text.lower() or q.word in one.sentence.text.lower()
    return not told and likeness(p.word, q.word) < ALIKE


def _per(text: str, end: int) -> str:
    """ "$82 a share", "$70-a-share", "$5 each"."""
    found = PER.match(text[end : end + 30])
    return stem((found["each"] or found["unit"] or found["word"]).lower()) if found else ""


@lru_cache(1 << 13)
def _concepts(text: str) -> frozenset[str]:
    return concepts(text)


@lru_cache(1 << 15)
def _weight(words: frozenset[str]) -> float:
    return math.fsum(
        KIND if w.startswith("kind ") else 0.8 if w.startswith("@") else shipped().rarity_of_stem(w) for w in words
    )
