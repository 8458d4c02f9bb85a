"""Whether it happened at all: what one source says was not so, and another says was.

"The letter contained no apology to the widow" beside "In the letter, the bank issued an apology to the widow".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.dossier.differences.denials import TELLS_NOTHING, concepts, soon
from generator.dossier.differences.figures import agree, figures
from generator.dossier.differences.making import Maker, ToldValue
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import stem
from generator.dossier.stories.vectors import shipped

# what is negated: "no apology", "without an apology"; "was not closed", "never apologised", "didn't apologise"
NEGATED = re.compile(
    r"\b(?:no|without (?:an?|any)) (?P<noun>[a-z]+)\b"
    r"|\b(?:did|was|were)(?: not|n[’']t) (?:(?:been|be|\w+ly) )*(?P<verb>[a-z]+)\b"
)
# "no fatalities since 1959", "had not yet been tested": so far, up to a time; "Where it has no effect": if
SO_FAR = re.compile(
    r"^(?:where|when|whenever|in case)\b|\b(?:since|yet|until|before (?!\w+ing)|so far|ever|another|any more|anymore|if|unless)\b|[?]",
    re.IGNORECASE,
)
# "no longer", "no more than", "not only", "no one": nothing is said not to have been
# "an apology", "the apology": not "in detail"
TOLD = r"\b(?:an?|the|his|her|their|its|our|some|several|many|two|both)(?: [a-z-]+)? "
DUE = re.compile(r"\b(?:due|will|to be|scheduled|expected)\b")
# "no longer", "no doubt", "not only": none of these denies what anybody tells
IDIOMS = frozenset(
    "longer more less fewer one doubt idea matter only just least stranger secret wonder surprise problem sign signs evidence comment "
    "know known clear sure enough immediately yet other such way need reason time".split()
)
ASKED_BY_REPORTERS = re.compile(
    r"\b(?:requests?|asked|calls?|messages?|e-?mails?)\b.{0,30}\b(?:comment|interview)\b"
)  # what reporters did
SUBJECT_BEFORE = 5  # words before a negation in which its subject is named
RARE_NEGATED = 0.45  # of what is negated, how few texts hold it
NOUN_SHARE, VERB_SHARE = 0.5, 0.65  # of the weight of what is not so that the other sentence must tell
LEAST_SHARED = 1.5  # and how much that is
PREFIX = 6  # letters by which "apology" and "apologised" are one


@dataclass(frozen=True, slots=True)
class Negation:
    """A sentence that says that something was not so."""

    sentence: Sentence
    key: str
    names: frozenset[str]  # capitalised words shortly before it: of whom or what it is said
    noun: bool


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """What is said to have been and not to have been.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    found = [n for sentences in told for s in sentences for n in _negations(s)]
    if not found:
        return
    held = cache(concepts)
    for negation in found:
        number, own = negation.sentence.number, held(negation.sentence.text)
        others = [
            sentences
            for n, sentences in enumerate(told)
            if n != number and sentences and akin(n, number) and soon(maker.records[n], maker.records[number])
        ]
        tellers = [s for sentences in others for s in sentences if _affirms(s, held, negation, own)]
        if tellers:
            values = {"told": _whole(tellers), "denied": _whole([negation.sentence])}
            yield maker.difference("claim", "told by some, denied by others", values, 1.0)


def _whole(found: Iterable[Sentence]) -> list[ToldValue]:
    return [ToldValue(s, s.start, s.end) for s in found]


def _negations(sentence: Sentence) -> Iterator[Negation]:
    for match in NEGATED.finditer(sentence.text.lower()):
        key = match["noun"] or match["verb"]
        if (
            key not in IDIOMS
            and not ASKED_BY_REPORTERS.search(sentence.text)
            and shipped().rarity(key) >= RARE_NEGATED
            and not SO_FAR.search(sentence.text)
        ):
            before = sentence.text[: match.start()].split()[1:][-SUBJECT_BEFORE:]
            names = frozenset(w.strip(",.’'\"”“").lower() for w in before if w[:1].isupper())
            yield Negation(sentence, key, names, bool(match["noun"]))


def _affirms(sentence: Sentence, held: Callable[[str], frozenset[str]], negation: Negation, own: frozenset[str]) -> bool:
    low = sentence.text.lower()
    if not all(name in low for name in negation.names):
        return False
    if TELLS_NOTHING.search(low) or SO_FAR.search(low) or DUE.search(low) or not _told(low, negation):
        return False
    if not all(any(agree(a, b) for b in figures(sentence.text)) for a in figures(negation.sentence.text)):
        return False  # "did not sell 62 ships", and sold 40
    shared = _weight(held(sentence.text) & own)
    return shared >= LEAST_SHARED and shared >= (NOUN_SHARE if negation.noun else VERB_SHARE) * _weight(own)


def _told(low: str, negation: Negation) -> bool:
    """Whether the words tell what is negated: "an apology" or "apologised"."""
    words = [word for word in re.findall(r"[a-z]+", low) if _one(word, negation.key)]
    return any(not negation.noun or stem(word) != stem(negation.key) or re.search(TOLD + word, low) for word in words)


def _one(word: str, key: str) -> bool:
    return stem(word) == stem(key) or (len(key) >= PREFIX and word[:PREFIX] == key[:PREFIX])


def _weight(words: Iterable[str]) -> float:
    return sum(shipped().rarity_of_stem(w) for w in sorted(words))
