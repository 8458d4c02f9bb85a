"""Whether a thing is out: one source says that it was launched, another of the same days that it is a prototype or still planned.

"Orvel has launched the glasses Linna" beside "Orvel is still working on the glasses Linna, and plans to offer them to developers".
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.dossier.differences.denials import concepts
from generator.dossier.differences.making import Maker, ToldValue
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.dossier.stories.vectors import shipped

OUT = re.compile(
    r"\b(?:has|have|had) (?:\w+ )?(?:launched|released|unveiled|introduced|rolled out|opened|brought out)\b"
    r"|\b(?:is|are) now (?:out|available|on sale|open)\b|\bwent on sale\b",
    re.IGNORECASE,
)
NOT_YET = re.compile(
    r"\b(?:is|are|remains?) (?:currently |still |only |just |merely )*"
    r"(?:an? (?:\w+ ){0,2}prototype|in (?:\w+ )?(?:beta|development|testing|prototype)|being (?:tested|developed)|working on"
    r"|(?:months|years) off)\b"
    r"|\bhas been (?:\w+ )?working on\b|\bplans? to (?:offer|launch|release|sell|introduce|unveil|open)\b"
    r"|\b(?:not yet|yet to be|still to be) (?:available|released|launched|unveiled|opened|on sale)\b|\bonly (?:for|to) beta\b",
    re.IGNORECASE,
)
# what is only supposed, or is of another time
STATE_SUPPOSED = re.compile(
    r"\?|\b(?:if|whether|would|could|may|might|last year|in (?:19|20)\d\d|ago|previously|before)\b", re.IGNORECASE
)
SAME_STATE = 1.8  # weight of the words that both share
PRODUCT_WORDS = re.compile(r"[A-Z]\w*\d*|\d+(?:\.\d+)+")
DAYS_OF_ONE_STATE = 3  # between two publications of one state of things


def differences(maker: Maker, told: Sequence[Sequence[Sentence]], akin: Callable[[int, int], bool]) -> Iterator[Difference]:
    """The things that are out and not yet.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    every = [s for sentences in told for s in sentences if not STATE_SUPPOSED.search(s.text)]
    out = [s for s in every if OUT.search(s.text)]
    coming = [s for s in every if NOT_YET.search(s.text) and not OUT.search(s.text)]
    known = {(s.number, s.start): concepts(s.text) for s in (*out, *coming)}
    knowing = {s.number for s in out}
    pairs = [
        (a, b)
        for a in out
        for b in coming
        if b.number not in knowing
        and akin(a.number, b.number)
        and a.number != b.number
        and maker.of_one_time(a, b, DAYS_OF_ONE_STATE)
        and _one(a, b, known)
    ]
    if pairs:
        values = {"out": _words((a for a, _ in pairs), OUT), "not yet": _words((b for _, b in pairs), NOT_YET)}
        yield maker.difference("claim", "whether it is out yet", values, 0.5)


def _words(side: Iterable[Sentence], rule: re.Pattern[str]) -> list[ToldValue]:
    """The words of each sentence that say so."""
    found = ((s, match) for s in dict.fromkeys(side) if (match := rule.search(s.text)))
    return [ToldValue(s, s.start + match.start(), s.start + match.end()) for s, match in found]


def _names(text: str) -> set[str]:
    """The names in a sentence, without its first word, which any may be."""
    return {w.lower() for w in PRODUCT_WORDS.findall(text.partition(" ")[2])}


def _of_two(out: Sentence, coming: Sentence) -> bool:
    """Whether each names what the other does not: who opens it in both, or in the one what is out."""
    before, after = _about(out, OUT)
    others_before, others_after = _about(coming, NOT_YET)
    mine = [{w for w in names if w not in coming.text.lower()} for names in (before, after)]
    yours = [{w for w in names if w not in out.text.lower()} for names in (others_before, others_after)]
    return bool(mine[0] and yours[0]) or bool(mine[1] and (yours[0] or yours[1]))


def _about(sentence: Sentence, rule: re.Pattern[str]) -> tuple[set[str], set[str]]:
    """The names before and behind what says whether it is out; versions in figures are left out."""
    match = rule.search(sentence.text)
    at = match.start() if match else 0
    low = sentence.text[:at].lower()
    names = {w for w in _names(sentence.text) if not w[0].isdigit()}
    return {w for w in names if w in low}, {w for w in names if w not in low}


def _one(out: Sentence, coming: Sentence, known: dict[tuple[int, int], frozenset[str]]) -> bool:
    """Whether both speak of one thing: a name and more that both have."""
    shared = known[out.number, out.start] & known[coming.number, coming.start]
    ours, theirs = ({w.lower() for w in PRODUCT_WORDS.findall(s.text)} for s in (out, coming))
    return (
        bool(ours & theirs)
        and not _of_two(out, coming)
        and math.fsum(shipped().rarity_of_stem(w) for w in sorted(shared) if not w.startswith("kind ")) >= SAME_STATE
    )
