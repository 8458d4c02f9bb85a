"""He and she, they and it: the antecedent by number and gender, nearness, grammatical role and parallel position."""

from __future__ import annotations

from dataclasses import dataclass

from generator.language.coreference.cluster import Cluster, Found
from generator.language.words import Words
from generator.values.gazetteer import Gender

MALE = frozenset({"he", "him", "his", "himself"})
FEMALE = frozenset({"she", "her", "hers", "herself"})
REFLEXIVE = frozenset({"himself", "herself", "itself"})
OPENING = frozenset({"“", "``", "«"})
CLOSING = frozenset({"”", "''", "»"})
WINDOW = 4  # sentences back
# the worth of each sign that a mention is what a pronoun refers to
WEIGHTS = {
    "distance": -1.0,  # per sentence
    "subject": 1.2,
    "object": 0.3,
    "parallel": 0.6,  # both subjects
    "frequency": 0.25,  # per earlier mention, up to four
    "gender": 1.4,  # known and fitting
    "possessor": -0.5,  # "Putin's call": the possessor of something is seldom taken up
}
CERTAIN = 0.6  # below: no link


@dataclass(slots=True)
class Candidate:
    """A person's latest mention before a pronoun."""

    cluster: Cluster
    mention: Found
    score: float


def resolve_pronouns(words: Words, found: list[Cluster]) -> None:
    """Add the pronouns that clearly refer to one person."""
    people = [cluster for cluster in found if cluster.label == "PERSON"]
    if not people:
        return
    quoted = inside_quotes(words)
    mentions: list[list[tuple[int, Found, Cluster]]] = [[] for _ in words.sentences]
    for cluster in people:
        for mention in cluster.mentions:
            mentions[words.sent[mention.start]].append((mention.start, mention, cluster))
    for sentence in mentions:
        sentence.sort(key=lambda entry: entry[0])
    for n, low in enumerate(words.low):
        gender: Gender | None = "male" if low in MALE else "female" if low in FEMALE else None
        if gender is None or (not words.tag[n].startswith("PRP") and words.pos[n] not in {"PRON", "DET"}):
            continue
        chosen = _antecedent(words, mentions, n, gender, quoted)
        if chosen is None:
            continue
        cluster, confidence = chosen
        mention = Found(n, n + 1, n, "pronoun", confidence)
        cluster.mentions.append(mention)
        if cluster.gender is None and confidence >= 0.8:
            cluster.gender = gender
        entries = mentions[words.sent[n]]
        entries.append((n, mention, cluster))
        entries.sort(key=lambda entry: entry[0])


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


def _antecedent(
    words: Words, mentions: list[list[tuple[int, Found, Cluster]]], n: int, gender: Gender, quoted: list[bool]
) -> tuple[Cluster, float] | None:
    sentence = words.sent[n]
    best: dict[int, Candidate] = {}
    for back in range(WINDOW + 1):
        if sentence - back < 0:
            break
        for start, mention, cluster in mentions[sentence - back]:
            if start >= n and back == 0:
                continue
            if cluster.gender not in {None, gender} or _bound(words, mention, n):
                continue
            if quoted[n] != quoted[start] and quoted[start] and back:
                continue  # who is only spoken of inside a quotation is seldom taken up outside it
            score = _score(words, mention, cluster, n, back, gender)
            known = best.get(id(cluster))
            if known is None or score > known.score:
                best[id(cluster)] = Candidate(cluster, mention, score)
    ranked = sorted(best.values(), key=lambda c: (-c.score, -c.mention.start))
    if not ranked:
        return None
    margin = ranked[0].score - ranked[1].score if len(ranked) > 1 else 2.0
    confidence = min(1.0, 0.5 + 0.25 * margin)
    if quoted[n] and len(ranked) > 1:
        confidence -= 0.15
    return (ranked[0].cluster, round(confidence, 2)) if confidence >= CERTAIN else None


def _score(words: Words, mention: Found, cluster: Cluster, n: int, back: int, gender: Gender) -> float:
    dep = words.dep[mention.head]
    score = WEIGHTS["distance"] * back
    if dep in {"nsubj", "csubj"}:
        score += WEIGHTS["subject"]
        if back <= 1 and words.dep[n] == "nsubj":
            score += WEIGHTS["parallel"]
    elif dep == "obj":
        score += WEIGHTS["object"]
    elif dep == "nmod" and mention.end < len(words.text) and words.low[mention.end] in {"'s", "’s", "'", "’"}:
        score += WEIGHTS["possessor"]
    if cluster.gender == gender:
        score += WEIGHTS["gender"]
    earlier = sum(m.start < n for m in cluster.mentions)
    return score + WEIGHTS["frequency"] * min(4, earlier)


def _bound(words: Words, mention: Found, n: int) -> bool:
    """ "Putin told him": a verb's subject is not its own object, unless by a reflexive."""
    if words.low[n] in REFLEXIVE or (words.low[n] in {"his", "her", "hers"} and words.dep[n] in {"nmod", "det"}):
        return False
    head = words.head[mention.head]
    return (
        words.head[n] == head and words.dep[n] != words.dep[mention.head] and words.dep[n] in {"obj", "obl", "iobj", "nsubj"}
    )
