"""He and she, they and it: the antecedent by number and gender, nearness, grammatical role and parallel position.

A link is sure where reading has shown that 95 of 100 such are right (see `SURE`): somebody whose gender the article shows, the only
one of that gender near by, and nobody without a name ("a woman", "the driver") in between. Only sure links are printed in brackets.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.coreference.cluster import Cluster, Found
from generator.language.coreference.trades import ROLES
from generator.language.words import Words
from generator.values.gazetteer import Gender

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
REFLEXIVE = frozenset({"himself", "herself", "itself"})
OPENING = frozenset({"“", "``", "«"})
CLOSING = frozenset({"”", "''", "»"})
WINDOW = 4  # sentences back
LATEST = 30  # mentions of a sentence that are weighed
# the worth of each sign that a mention is what a pronoun refers to
PRONOUN_WEIGHTS = {
    "distance": -1.0,  # per sentence
    "subject": 1.2,
    "object": 0.3,
    "parallel": 0.6,  # both subjects
    "frequency": 0.25,  # per earlier mention, up to four
    "gender": 1.4,  # known and fitting
    "possessor": -0.5,  # "Putin's call": the possessor of something is seldom taken up
}
LEAST_LINKED = 0.6  # below: no link
SURE = 0.95  # from here on a link may be printed
CLEAR = 1.75  # by so much a sure antecedent outdoes all others
DOUBTFUL = 0.9  # what a link is worth at most that lacks a sign of the sure ones
BEFORE = 1  # sentences back in which a sure antecedent stands
# people without a name, whom a pronoun may mean: beside those of the roles
UNNAMED = ROLES | frozenset(
    "person someone somebody anyone child kid baby toddler guy lady gentleman victim passenger customer worker employee neighbor "
    "friend fan caller witness mom dad mum grandma grandpa parent spouse fiancé fiancée lawyer client patient user suspect inmate "
    "prisoner refugee migrant member voter visitor tourist hunter fisherman firefighter policeman policewoman officer cop guard "
    "shopper bride groom nun monk saint god dog cat animal gorilla elephant horse".split()
)
MEN = frozenset(
    "man boy husband father son brother uncle grandfather boyfriend dad guy gentleman king prince groom monk".split()
)
WOMEN = frozenset(
    "woman girl wife widow mother daughter sister aunt grandmother girlfriend mom mum lady queen princess bride nun".split()
)
Entry = tuple[int, int, Found, Cluster]  # first token, a number for order, the mention, whose it is


@dataclass(slots=True)
class Candidate:
    """A person's latest mention before a pronoun."""

    cluster: Cluster
    mention: Found
    score: float
    back: int


class _Story:
    """The mentions of an article's persons so far, by sentence, and who is spoken of without a name."""

    def __init__(self, words: Words, people: Sequence[Cluster]) -> None:
        self.words = words
        self.quoted = inside_quotes(words)
        self.sentences: list[list[Entry]] = [[] for _ in words.sentences]
        self._number = 0
        self.known = {id(cluster): cluster.gender for cluster in people}  # not what pronouns made us think
        named = {n for c in people for mention in c.mentions for n in range(mention.start, mention.end)}
        for cluster in people:
            for mention in cluster.mentions:
                self.add(mention, cluster)
        for entries in self.sentences:
            entries.sort(key=lambda entry: entry[:2])
        self._starts = sorted((mention.start, id(cluster)) for cluster in people for mention in cluster.mentions)
        self._passed = 0
        self._earlier: dict[int, int] = {}
        self.unnamed = [
            n for n, lemma in enumerate(words.lemma) if lemma in UNNAMED and n not in named and self._stands_alone(n)
        ]

    def _stands_alone(self, n: int) -> bool:
        """ "a driver", but not "driver Ann Field" nor "Ann Field, a driver"."""
        words = self.words
        return words.dep[n] not in {"appos", "compound", "flat", "xcomp"} and words.pos[n] in {"NOUN", "PRON", "PROPN"}

    def add(self, mention: Found, cluster: Cluster) -> None:
        self._number += 1
        self.sentences[self.words.sent[mention.start]].append((mention.start, self._number, mention, cluster))

    def insert(self, mention: Found, cluster: Cluster) -> None:
        self._number += 1
        insort(
            self.sentences[self.words.sent[mention.start]],
            (mention.start, self._number, mention, cluster),
            key=lambda e: e[:2],
        )
        self._earlier[id(cluster)] = self._earlier.get(id(cluster), 0) + 1

    def earlier(self, cluster: Cluster, n: int) -> int:
        """How many mentions of somebody stand before a token; asked in the order of the text."""
        while self._passed < len(self._starts) and self._starts[self._passed][0] < n:
            whose = self._starts[self._passed][1]
            self._earlier[whose] = self._earlier.get(whose, 0) + 1
            self._passed += 1
        return self._earlier.get(id(cluster), 0)

    def before(self, n: int, back: int) -> Sequence[Entry]:
        """The latest mentions of a sentence before a token."""
        entries = self.sentences[self.words.sent[n] - back]
        end = bisect_left(entries, (n, 0), key=lambda e: e[:2]) if back == 0 else len(entries)
        return entries[max(0, end - LATEST) : end]


def resolve_pronouns(words: Words, found: list[Cluster]) -> None:
    """Add the pronouns that clearly refer to one person."""
    people = [cluster for cluster in found if cluster.label == "PERSON"]
    if not people:
        return
    story = _Story(words, people)
    for n, low in enumerate(words.low):
        gender: Gender | None = "male" if low in MALE else "female" if low in FEMALE else None
        if gender is None or (not words.tag[n].startswith("PRP") and words.pos[n] not in {"PRON", "DET"}):
            continue
        chosen = _antecedent(story, n, gender)
        if chosen is None:
            continue
        cluster, confidence = chosen
        mention = Found(n, n + 1, n, "pronoun", confidence)
        cluster.mentions.append(mention)
        if cluster.gender is None and confidence >= 0.8:
            cluster.gender = gender
        story.insert(mention, cluster)


def inside_quotes(words: Words) -> list[bool]:
    """Which tokens stand between quotation marks of one paragraph."""
    inside, state = [], False
    for text in words.text:
        if "\n" in text and text.count("\n") > 1:
            state = False
        if text in OPENING or (text == '"' and not state):
            state = True
            inside.append(True)
        elif text in CLOSING or text == '"':
            inside.append(True)
            state = False
        else:
            inside.append(state)
    return inside


def _antecedent(story: _Story, n: int, gender: Gender) -> tuple[Cluster, float] | None:
    best = _candidates(story, n, gender)
    ranked = sorted(best.values(), key=lambda c: (-c.score, -c.mention.start))
    if not ranked:
        return None
    margin = ranked[0].score - ranked[1].score if len(ranked) > 1 else 2.0
    confidence = min(DOUBTFUL, 0.5 + 0.25 * margin)
    if story.quoted[n] and len(ranked) > 1:
        confidence -= 0.15
    if margin >= CLEAR and _sure(story, ranked[0], n, gender):
        confidence = SURE
    return (ranked[0].cluster, round(confidence, 2)) if confidence >= LEAST_LINKED else None


def _candidates(story: _Story, n: int, gender: Gender) -> dict[int, Candidate]:
    """The persons whom a pronoun can mean, each with the mention that speaks most for it."""
    words, quoted, best = story.words, story.quoted, dict[int, Candidate]()
    for back in range(min(WINDOW, words.sent[n]) + 1):
        for start, _, mention, cluster in story.before(n, back):
            if cluster.gender not in {None, gender} or _bound(words, mention, n):
                continue
            if quoted[n] != quoted[start] and quoted[start] and back:
                continue  # who is only spoken of inside a quotation is seldom taken up outside it
            score = _score(story, mention, cluster, n, back, gender)
            known = best.get(id(cluster))
            if known is None or score > known.score:
                best[id(cluster)] = Candidate(cluster, mention, score, back)
    return best


def _sure(story: _Story, chosen: Candidate, n: int, gender: Gender) -> bool:
    """Whether all signs of a sure link are there; the candidate is the only one."""
    if story.known.get(id(chosen.cluster)) != gender or chosen.back > BEFORE or chosen.mention.confidence < SURE:
        return False
    if story.quoted[n] or story.quoted[chosen.mention.start]:
        return False
    others = MEN if gender == "female" else WOMEN
    first = bisect_left(story.unnamed, story.words.sentences[max(0, story.words.sent[n] - BEFORE)][0])
    near = story.unnamed[first : bisect_left(story.unnamed, n + 2)]
    return all(story.words.lemma[k] in others for k in near)


def _score(story: _Story, mention: Found, cluster: Cluster, n: int, back: int, gender: Gender) -> float:
    words = story.words
    dep = words.dep[mention.head]
    score = PRONOUN_WEIGHTS["distance"] * back
    if dep in {"nsubj", "csubj"}:
        score += PRONOUN_WEIGHTS["subject"]
        if back <= 1 and words.dep[n] == "nsubj":
            score += PRONOUN_WEIGHTS["parallel"]
    elif dep == "obj":
        score += PRONOUN_WEIGHTS["object"]
    elif dep == "nmod" and mention.end < len(words.text) and words.low[mention.end] in {"'s", "’s", "'", "’"}:
        score += PRONOUN_WEIGHTS["possessor"]
    if cluster.gender == gender:
        score += PRONOUN_WEIGHTS["gender"]
    return score + PRONOUN_WEIGHTS["frequency"] * min(4, story.earlier(cluster, n))


def _bound(words: Words, mention: Found, n: int) -> bool:
    """ "Putin told him": a verb's subject is not its own object, unless by a reflexive."""
    if words.low[n] in REFLEXIVE or (words.low[n] in {"his", "her", "hers"} and words.dep[n] in {"nmod", "det"}):
        return False
    head = words.head[mention.head]
    return (
        words.head[n] == head and words.dep[n] != words.dep[mention.head] and words.dep[n] in {"obj", "obl", "iobj", "nsubj"}
    )
