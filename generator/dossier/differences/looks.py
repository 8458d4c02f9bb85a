"""What stands about an amount or a day in its sentence, to be compared: what it is asked for, who does it, what sets it apart."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.dossier.differences.clauses import OTHERS
from generator.dossier.differences.denials import concepts
from generator.dossier.differences.said import Phrase, Said
from generator.dossier.stories.event_words import REPORTING, stem
from generator.dossier.stories.vectors import shipped

LOOKED_AROUND = 60  # letters to each side
KIND, NAMED = 0.6, 0.8  # what a word for a kind of event counts, and a name
BEFORE_SUM = 40  # letters before a sum in which stands what it is
FEATURES_ASKED = frozenset("of in for object subject is".split())
DOERS = frozenset("subject by 's ’s".split())
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
# what a sum of money may be: "the $40 million offer" beside "a loss of $43 million" are two
SUMS: Mapping[str, frozenset[str]] = {
    stem(word): frozenset(line for line in OF_MONEY if word in line.split()) for line in OF_MONEY for word in line.split()
}
# "the first offer", "its original bid"; "the new offer", "the revised bid": of another of a kind
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


@dataclass(frozen=True, slots=True)
class Look:
    """What is compared of an amount or a day."""

    near: frozenset[str]  # concepts of the words to both sides
    sentence: frozenset[str]
    names: frozenset[str]  # that the sentence names, without those of most articles
    theirs: frozenset[str]  # concepts of the names of those who do it
    doers: frozenset[str]  # who does it, or whose it is
    asked: tuple[str, ...]  # the words for what is asked: "offer", "fell"
    sums: frozenset[str]  # what a sum of money is
    modified: frozenset[str]  # "first", "latest", "maximum"
    portion: frozenset[str]  # "in cash"
    debt: bool
    per: str  # "$74 a share"


def look(detail: Said, common: frozenset[str]) -> Look:
    """What is compared of a detail.

    Args:
        detail: it.
        common: names that stand in most articles.
    """
    text, at, end = detail.sentence.text, detail.start - detail.sentence.start, detail.end - detail.sentence.start
    told = [p for p in (detail.noun, detail.does, *(p for p in detail.own if p.role in FEATURES_ASKED)) if p is not None]
    asked = tuple(dict.fromkeys(p.word for p in told if p.head and not p.name))
    return Look(
        near=concepts(f"{text[max(0, at - LOOKED_AROUND) : at]} | {text[end : end + LOOKED_AROUND]}"),
        sentence=_concepts(text),
        names=detail.names - common,
        theirs=frozenset(c for p in detail.own if p.role in DOERS and (p.names or p.name) for c in concepts(p.text)),
        doers=_doers(detail.own) or _doers(_above(detail)),
        asked=asked,
        sums=_sums(asked, text[max(0, at - BEFORE_SUM) : at]) if detail.dimension.startswith("money") else frozenset(),
        modified=_modified(detail, told),
        portion=frozenset(PORTION.findall(text[end : end + LOOKED_AROUND].lower())),
        debt=bool(DEBT.search(text)),
        per=_per(text, end),
    )


def _above(detail: Said) -> Sequence[Phrase]:
    """The parts of the clause above, where it tells more than who says it."""
    return () if any(p.word in REPORTING for p in detail.above if p.role == "verb") else detail.above


def _modified(detail: Said, told: Sequence[Phrase]) -> frozenset[str]:
    """What sets it apart from others of its kind."""
    found = [w for p in told for w in p.rest]
    if detail.does is not None and detail.does.word:
        before = rf"\b([a-z]+) {re.escape(detail.does.word)}\b"
        found += [stem(w) for w in re.findall(before, detail.sentence.text.lower())]
    return frozenset(GROUPS.get(w, w) for w in found if w in OTHERS or w in GROUPS)


def _sums(asked: Sequence[str], before: str) -> frozenset[str]:
    """What a sum of money is: by the words that it is asked for, or else by those before it ("to buy Osterby for")."""
    for words in (asked, re.findall(r"[a-z]+", before.lower())):
        if found := frozenset(line for word in words for line in SUMS.get(stem(word), ())):
            return found
    return frozenset()


def _doers(parts: Sequence[Phrase]) -> frozenset[str]:
    """Who does it, or whose it is: "Lumex shares fell", "the offer of Lumex"."""
    return frozenset(name for p in parts if p.role in DOERS for name in p.names | {p.subject.removeprefix("@")} if name)


def disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _per(text: str, end: int) -> str:
    """ "$74 a share", "$65-a-share", "$5 each"."""
    found = PER.match(text[end : end + 30])
    return stem((found["each"] or found["unit"] or found["word"]).lower()) if found else ""


@lru_cache(1 << 13)
def _concepts(text: str) -> frozenset[str]:
    return concepts(text)


@lru_cache(1 << 15)
def weight(words: frozenset[str]) -> float:
    return math.fsum(
        KIND if w.startswith("kind ") else 0.8 if w.startswith("@") else shipped().rarity_of_stem(w) for w in words
    )
