"""Who did it: one deed of which two sources name two doers.

"The window was broken by two pupils" beside "The window was broken by a tourist"; "Iron Dawn claimed responsibility for the blast"
beside "the Northern Front claimed responsibility". Only what the grammar shows without doubt: a passive with its doer, and a claim of
responsibility; and only names beside names, or one beside several, for "a gunman" may be "a former soldier" and "Karl Benn".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.dossier.differences.denials import concepts, soon
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import IRREGULAR, stem
from generator.dossier.stories.vectors import shipped
from generator.values.words import SPELLED_WORD

_NAMED = r"(?:(?:the|an?|two|three|four|five|\d+) )?(?:[\w’'-]+ ){0,3}?[\w’'-]+"
_END = (
    r"(?=[,.;:]|$| (?:who|which|that|on|in|at|after|when|while|as|said|and|to|of|from|with|for|near|during|before|according|late"
    r"|early)\b)"
)
_DONE = r"[a-z]+(?:ed|en|wn|rn|ght|ot|un|ld|uck|ung|id|lt|nt|de|ne|ft|pt|st|it|ut)"  # "broken", "built", "sent"
BY = re.compile(rf"\b(?:was|were|been) (?:\w+ly )?(?P<deed>{_DONE}) by (?P<who>{_NAMED}){_END}")
CLAIMED = re.compile(
    r"(?P<who>(?:[Tt]he )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*) (?:has |have |had |later )?(?P<deed>claimed) responsibility\b"
)
# "by Monday", "by 4 per cent", "by telephone": no doer; "police": who says so, mostly; what is only supposed
NOBODY = re.compile(
    r"^(?:\d|(?:the )?(?:time|end|way|means|morning|evening|middle|early|late|next|same)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|car|bus|train|phone|telephone|e-?mail|hand|many|most|some|all|others?|it|him|her|them|us|me|you|he|she|they|what|that|this)\b"
    r"|\w+ing\b",
    re.IGNORECASE,
)
DEED_SUPPOSED = re.compile(
    r"\?|\b(?:not|n[’']t|never|if|whether|may|might|could|would|should|allegedly|deny|denied|denies)\b|n[’']t\b",
    re.IGNORECASE,
)
SHARE_OF_DEED = 0.6  # of the weight of what else the poorer sentence tells
LEAST_TOLD = 1.6  # and how much that is
SEVERAL = re.compile(r"(?:two|three|four|five|\d+|several|some|many) ", re.IGNORECASE)
FIRST_LETTERS = 2  # first letters


@dataclass(frozen=True, slots=True)
class Deed:
    """A deed with who did it."""

    sentence: Sentence
    start: int  # of the words for the doer, in the article
    end: int
    deed: str  # stem of its verb
    who: str
    about: frozenset[str]  # what else the sentence tells

    @property
    def heads(self) -> frozenset[str]:
        """The stems of the words for the doer."""
        return _heads(self.who)


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The deeds of two doers.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    deeds = [deed for sentences in told for s in sentences for deed in _deeds(s)]
    taken: set[int] = set()
    for n, one in enumerate(deeds):
        if n in taken:
            continue
        others = [
            m
            for m, other in enumerate(deeds)
            if m > n
            and m not in taken
            and other.sentence.number != one.sentence.number
            and akin(one.sentence.number, other.sentence.number)
            and soon(maker.records[one.sentence.number], maker.records[other.sentence.number])
            and _one(one, other)
        ]
        if any(_others(one, deeds[m]) for m in others):
            taken.update(others)
            values: dict[str, list[ToldValue]] = {}
            for deed in (one, *(deeds[m] for m in others)):
                name = next((v for v in values if _heads(v) & deed.heads), deed.who)
                values.setdefault(name, []).append(ToldValue(deed.sentence, deed.start, deed.end))
            yield maker.difference("name", "who did it", by_publishers(maker, values), 1.0)


def _deeds(sentence: Sentence) -> Iterator[Deed]:
    if DEED_SUPPOSED.search(sentence.text):
        return
    for rule in (BY, CLAIMED):
        for match in rule.finditer(sentence.text):
            who, verb = match["who"], match["deed"]
            if NOBODY.match(who.removeprefix("the ").removeprefix("The ")) or not _heads(who):
                continue
            start, end = match.span("who")
            about = concepts(f"{sentence.text[:start]} | {sentence.text[end:]}")
            yield Deed(sentence, sentence.start + start, sentence.start + end, stem(IRREGULAR.get(verb, verb)), who, about)


def _heads(who: str) -> frozenset[str]:
    return frozenset(
        stem(w.lower()) for w in SPELLED_WORD.findall(who) if w.lower() not in {"the", "a", "an", "two", "three"}
    )


def _one(one: Deed, other: Deed) -> bool:
    """Whether both tell one deed, of one thing."""
    if one.deed != other.deed:
        return False
    shared, poorer = _weight(one.about & other.about), min(_weight(one.about), _weight(other.about))
    return shared >= LEAST_TOLD and shared >= SHARE_OF_DEED * poorer


def _others(one: Deed, other: Deed) -> bool:
    """Whether others did it, and neither sentence names the other's."""
    a, b = one.sentence.text.lower(), other.sentence.text.lower()
    if one.heads & other.heads or any(w in b for w in one.heads) or any(w in a for w in other.heads):
        return False
    names = _name(one.who), _name(other.who)
    if all(names):
        return not _short(*names) and not _short(*reversed(names))
    return not any(names) and bool(SEVERAL.match(one.who)) != bool(SEVERAL.match(other.who))


def _name(who: str) -> list[str]:
    """The capitalised words of a doer."""
    return [w for w in SPELLED_WORD.findall(who) if w[0].isupper() and w.lower() != "the"]


def _short(name: Sequence[str], other: Sequence[str]) -> bool:
    """Whether a name may be the letters of the other: "ISIS" and "Islamic State"."""
    letters = "".join(w[0] for w in other)
    return any(w.isupper() and w[:FIRST_LETTERS] == letters[:FIRST_LETTERS] for w in name)


def _weight(words: frozenset[str]) -> float:
    return math.fsum(0.6 if w.startswith("kind ") else shipped().rarity_of_stem(w) for w in words)
