"""Claims and denials: what one side tells and another denies about the same thing, both in their own words.

Only where words show it: "denied that fighters were exchanged" beside "released in exchange for four fighters".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dossier.differences.making import Maker, ToldValue
from generator.dossier.differences.sentences import Sentence
from generator.dossier.fact_words import SMALL
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import kinds, stem
from generator.dossier.stories.vectors import shipped
from generator.records.model import Record
from generator.values.words import SPELLED_WORD

# "Smith denied that …", "rejected claims that …", "disputed reports of …"; what is denied follows
DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|disput(?:ed|ing|es(?! (?:between|over|with|about|in|among)))|contradict(?:s|ed|ing)"
    r"|(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?) (?:the |any |all )?(?:claims?|reports?|allegations?|accusations?|suggestions?))\b"
)
# "denied bail", "denied access": nobody contradicts anybody
REFUSED = re.compile(
    r"\bden(?:y|ies|ied|ying) (?:(?:\w+|the \w+|\w+ \w+) )?(?:bail|access|entry|visas?|parole|permission|justice|service|coverage|care"
    r"|treatment|request|motion|appeal|opportunity|chance|comment|right|benefits|asylum|offer|application|petition|plea|loan|permit|promotion)\b"
    r"|\b(?:can(?:not|'t|’t)|no one|nobody|hard to|no) (?:can )?deny|\bden(?:y|ying) that (?:we|i)\b|\bdenied by\b|\bdenial of service\b"
    r"|\bneither confirm|\b(?:not|never|n[’']t) (?:den|disput|contradict|refut|reject)"
)
# "no fighters were released in exchange": the same denied in other words
DENIED_OTHERWISE = re.compile(
    r"\b(?:no|not|never) \w+(?: \w+){0,3} (?:was|were|had been|have been|has been)\b|\b(?:was|were) (?:not|never)\b"
)
# what asks, supposes or negates tells nothing that could be denied
TELLS_NOTHING = re.compile(
    r"\?|\b(?:whether|if|would|could|might|may|should|not|no|never|nor|without|den(?:y|ies|ied|ying)|rejected|dismissed|disputed|untrue"
    r"|false|demand\w*|want\w*|hop\w*|fear\w*|threat\w*)\b|n[’'] ?t\b"
)
# where what is denied ends: "denied that …, saying", "but"; and names in it, which the whole story shares
DENIED_ENDS = re.compile(
    r", [^,]{0,60}\b(?:said|says|told)\b|, (?:saying|and|but|adding|as|while|who|which)\b|\b(?:but|because|although)\b|[;“\"]|\. "
)
NAME_INSIDE = re.compile(r"(?<=[\w,] )[A-Z][\w’'.-]*")
# who said so and when: of what is denied they say nothing
REPORT = frozenset(
    "claim claims reports report allegation allegations accusation accusations suggestion suggestions said says told statement wednesday "
    "thursday friday saturday sunday monday tuesday any involved knowing anything wrongdoing preliminary earlier".split()
)
MEANINGS_ALIKE = 0.6  # of the vectors of two words that may mean one thing
SHARE_OF_DENIED = 0.6  # of what is denied that the other side must tell
RAREST_SHARED = 2  # of the words of a denial that the other side must use
NEWS_OF_ONE_THING = 45  # days between two publications that may speak of one thing
LEAST_CONCEPTS = 2  # concepts that they share
MANY_CONCEPTS = (
    3  # and from which, where the news is told, one of its two rarest is enough: "fighters" here are "militants" there
)
MOST_PASSAGES = 4  # passages of a side


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence that denies, and what."""

    sentence: Sentence
    concepts: frozenset[str]


def differences(
    maker: Maker,
    told: Sequence[Sequence[Sentence]],
    akin: Callable[[int, int], bool],
) -> Iterable[Difference]:
    """What is told by some and denied by others.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """

    def near(one: int, other: int) -> bool:
        return one == other or (akin(one, other) and soon(maker.records[one], maker.records[other]))

    denials = [made for sentences in told for sentence in sentences if (made := _denial(sentence))]
    if not denials:
        return
    known, rarity = _known(told, denials)
    sides: list[tuple[list[Sentence], list[Sentence]]] = []
    for denial in denials:
        about = [(s, found) for s, found in known if near(s.number, denial.sentence.number)]
        tellers = [s for s, found in about if _tells(s, found, denial, rarity)]
        if tellers:
            negated = [s for s, found in about if DENIED_OTHERWISE.search(s.text) and _says(s, found, denial, rarity)]
            _side(sides, [denial.sentence, *negated], tellers)
    for denied, tellers in sides:
        values = {"told": _whole(tellers), "denied": _whole(denied)}
        yield maker.difference("claim", "told by some, denied by others", values, 1.5 + len(denied))


def _known(
    told: Sequence[Sequence[Sentence]], denials: Sequence[Denial]
) -> tuple[list[tuple[Sentence, frozenset[str]]], dict[str, float]]:
    """The sentences that speak of what is denied, with its concepts in them, and how rare each concept is."""
    wanted = frozenset().union(*(d.concepts for d in denials))
    said = [(s, concepts(s.text)) for sentences in told for s in sentences]
    means = _meant(wanted, frozenset().union(*(found for _, found in said)))
    each = [(s, frozenset(m for c in found for m in means.get(c, ()))) for s, found in said]
    counted = Counter(c for _, found in each for c in found)
    rarity = {c: math.log(1 + len(each) / (1 + counted[c])) for c in wanted}
    return [(s, found) for s, found in each if len(found) >= LEAST_CONCEPTS], rarity


def _meant(wanted: frozenset[str], told: frozenset[str]) -> dict[str, list[str]]:
    """For each concept that is told those of the denials that it may mean: itself, and words alike ("schoolgirls" and "girls")."""
    ones, others = sorted(told), sorted(wanted)
    vectors = shipped()
    near = vectors.of(ones) @ vectors.of(others).T
    return {
        one: [other for m, other in enumerate(others) if one == other or near[n, m] >= MEANINGS_ALIKE]
        for n, one in enumerate(ones)
    }


def _whole(found: Iterable[Sentence]) -> list[ToldValue]:
    """Whole sentences, as many as are shown."""
    return [ToldValue(s, s.start, s.end) for s in sorted(found, key=lambda s: (s.number, s.start))][:MOST_PASSAGES]


def _side(
    sides: list[tuple[list[Sentence], list[Sentence]]], denied: Sequence[Sentence], tellers: Sequence[Sentence]
) -> None:
    """Put a denial to those of the same, or to a place of its own."""
    home = next((side for side in sides if set(side[1]) & set(tellers)), None)
    if home is None:
        home = ([], [])
        sides.append(home)
    home[0].extend(s for s in denied if s not in home[0])
    home[1].extend(s for s in tellers if s not in home[1])


def soon(one: Record, other: Record) -> bool:
    """Whether two articles may speak of one thing by their days of publication."""
    first, last = one.metadata.published, other.metadata.published
    if not first or not last:
        return True
    return abs((date.fromisoformat(first[:10]) - date.fromisoformat(last[:10])).days) <= NEWS_OF_ONE_THING


def concepts(text: str) -> frozenset[str]:
    """What a text is about: the stems of its content words; words that may mean the same are one."""
    found = set()
    for word in SPELLED_WORD.findall(text.lower()):
        bare = word.removesuffix("’s").removesuffix("'s")
        if len(bare) > 2 and bare not in SMALL and bare not in REPORT:
            found.add(next((f"kind {n}" for n in sorted(kinds(bare))), stem(bare)))
    return frozenset(found)


def _denial(sentence: Sentence) -> Denial | None:
    low = sentence.text.lower()
    found = DENIED.search(low)
    if found is None or REFUSED.search(low):
        return None
    rest = sentence.text[found.end() :]
    end = DENIED_ENDS.search(rest)
    about = concepts(NAME_INSIDE.sub(" ", rest[: end.start()] if end else rest))
    return Denial(sentence, about) if len(about) >= LEAST_CONCEPTS else None


def _tells(sentence: Sentence, found: frozenset[str], denial: Denial, rarity: dict[str, float]) -> bool:
    """Whether a sentence tells what a denial denies."""
    return not TELLS_NOTHING.search(sentence.text.lower()) and _says(sentence, found, denial, rarity)


def _says(sentence: Sentence, found: frozenset[str], denial: Denial, rarity: dict[str, float]) -> bool:
    """Whether a sentence speaks of what a denial denies."""
    if sentence == denial.sentence:
        return False
    shared = found & denial.concepts
    rare = sorted(denial.concepts, key=lambda c: (-rarity[c], c))[:RAREST_SHARED]
    if len(shared) < LEAST_CONCEPTS or not shared.intersection(rare):
        return False  # its rarest words are what is denied
    if not shared.issuperset(rare[: len(denial.concepts) - 1]) and not (sentence.lead and len(shared) >= MANY_CONCEPTS):
        return False
    whole = math.fsum(rarity[c] for c in denial.concepts)
    return math.fsum(rarity[c] for c in shared) >= SHARE_OF_DENIED * whole
