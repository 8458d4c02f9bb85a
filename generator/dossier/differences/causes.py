"""Why or how it happened: one source says that nobody knows, another of the same days names it.

"The port did not know how the leak had come about" beside "It confirmed the leak. A valve was left open by mistake, the port said."
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from generator.dossier.differences.denials import concepts
from generator.dossier.differences.looks import weight
from generator.dossier.differences.making import Maker, ToldValue
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import stem
from generator.dossier.stories.vectors import shipped

# what nobody knows follows, or stands between
UNKNOWN = re.compile(
    r"\b(?:not|n[’']t) (?:yet |immediately |currently )?(?:know|known|clear|explain(?:ed)?|determined?) (?:yet )?"
    r"(?:(?:how|why) (?:the |its? |this |that )?|what (?:had |has )?(?:caused|led to|triggered) (?:the |an? |this |that )?)(?P<what>\w+)"
    r"|\b(?:unclear|unknown|a mystery) (?:how|why|what (?:had |has )?caused) (?:the |an? |this |that )?(?P<thing>\w+)"
    r"|\bcause of (?:the |this |that |an? )?(?P<of>\w+) (?:is|was|remains|remained) (?:still |as yet )?(?:not known|unknown|unclear)",
    re.IGNORECASE,
)
BY_MISTAKE = re.compile(r"\b(?:accidentally|mistakenly|inadvertently|by mistake)\b", re.IGNORECASE)
CAUSE_NAMED = re.compile(
    r"\b(?:was|were|been) (?:\w+ly )?(?:caused|triggered|sparked|set off) by|\bwas (?:due to|the result of)|\bblamed on",
    re.IGNORECASE,
)
# what is only supposed
CAUSE_SUPPOSED = re.compile(
    r"\?|\b(?:if|whether|would|could|may|might|possibly|perhaps|suspect\w*|believed|not|no|never)\b|n[’']t\b", re.IGNORECASE
)
RARE_EVENT = 0.4  # of the word for what happened
LEAST, LITTLE = 0.8, 2.0  # weight of what else both tell; and of a sentence that tells little else
DAYS_OF_ONE_CAUSE = 3  # between two publications of one state of things


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """What nobody knows the cause of, and its cause.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    unknown: dict[str, list[Sentence]] = {}
    for sentence in (s for article in told for s in article):
        if what := _unknown(sentence.text):
            unknown.setdefault(what, []).append(sentence)
    for what, unknowing in unknown.items():
        named = [s for article in told for s in _named(article, what)]
        knowing = {s.number for s in named}
        pairs = [
            (a, b)
            for a in named
            for b in unknowing
            if b.number not in knowing
            and _of_one_thing(a, b, what)
            and akin(a.number, b.number)
            and maker.of_one_time(a, b, DAYS_OF_ONE_CAUSE)
        ]
        if pairs:
            values = {"named": _whole([a for a, _ in pairs]), "not known": _whole([b for _, b in pairs])}
            yield maker.difference("claim", f"the cause ({what})", values, 0.5)


def _of_one_thing(named: Sentence, unknown: Sentence, what: str) -> bool:
    """Whether both tell of one thing beside the word for what happened, unless one hardly says more than that."""
    a, b = (concepts(s.text) - concepts(what) for s in (named, unknown))
    return weight(a & b) >= LEAST or min(weight(a), weight(b)) < LITTLE


def _unknown(text: str) -> str:
    """What it is of which a sentence says that nobody knows how or why; empty where it says no such thing."""
    match = UNKNOWN.search(text)
    what = (match["what"] or match["thing"] or match["of"]).lower() if match else ""
    return what if what and shipped().rarity(what) >= RARE_EVENT else ""


def _named(article: Sequence[Sentence], what: str) -> Iterator[Sentence]:
    """The sentences of an article that say how it came about: of themselves, or just after one that tells of it."""
    wanted = stem(what)
    for before, sentence in pairwise((None, *article)):
        if sentence is None or CAUSE_SUPPOSED.search(sentence.text):
            continue
        here = wanted in _stems(sentence.text)
        there = before is not None and wanted in _stems(before.text)
        if (here and CAUSE_NAMED.search(sentence.text)) or ((here or there) and BY_MISTAKE.search(sentence.text)):
            yield sentence


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in re.findall(r"[a-z]+", text.lower()))


def _whole(side: Sequence[Sentence]) -> list[ToldValue]:
    return [ToldValue(s, s.start, s.end) for s in dict.fromkeys(side)]
