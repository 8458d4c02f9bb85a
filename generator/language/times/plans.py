"""Plans of the past: "was scheduled for Sunday" lies ahead of its making, and may be over by the day of the article."""

from __future__ import annotations

from generator.language.times.meaning import Tense
from generator.language.words import Words

# what is so at a time is put down for it; in the past it may be over
SET_DOWN = frozenset({"scheduled", "due", "expected", "slated", "supposed", "set", "planned"})
# how a day went other than planned: "left ten minutes late", "did not start until noon"
LATENESS = frozenset("late later early earlier minutes hours until finally instead".split())
NOT_TOLD = frozenset("said says told asked added wrote tweeted".split())  # what they say need not have happened
WAS = frozenset({"was", "were"})
HELPERS_WITHIN = 12  # tokens before a verb in which its helpers stand, and after it in which it says how late it was
SENTENCE_LOOKED_AT = 60  # tokens of a sentence that are looked at


def of_plan(words: Words, i: int) -> Tense:
    """The tense of what is "scheduled", "due", "expected": ahead, but for a plan that the sentence says was overtaken."""
    if words.low[i] not in SET_DOWN or WAS.isdisjoint(_helpers(words, i)):
        return "future"
    return "past" if was_overtaken(words, i) else "set"


def is_planned_for(words: Words, i: int) -> bool:
    """Whether an infinitive is what is put down: "was due to begin", "was to begin"."""
    if words.tag[i] != "VB":
        return False
    helpers = _helpers(words, i)
    return words.low[words.head[i]] in SET_DOWN or ("to" in helpers and not WAS.isdisjoint(helpers))


def _helpers(words: Words, i: int) -> set[str]:
    return {words.low[k] for k in range(max(i - HELPERS_WITHIN, 0), i) if words.head[k] == i}


def was_overtaken(words: Words, i: int) -> bool:
    """Whether what is joined to a plan of the past tells that it came about otherwise: "but left late", "did not end until ten".

    "It was set for Friday, but lawyers asked for more time" leaves open whether Friday has been.
    """
    last = words.sentences[words.sent[i]][1]
    return any(
        i in _joined_to(words, k) and _went_otherwise(words, k) for k in range(i + 1, min(last, i + SENTENCE_LOOKED_AT))
    )


def overtakes_plan(words: Words, n: int) -> bool:
    """Whether a verb tells how a plan of its sentence came about otherwise: "was due to leave at noon, but left late"."""
    if not _went_otherwise(words, n):
        return False
    return any(k < n and (is_planned_for(words, k) or words.low[k] in SET_DOWN) for k in _joined_to(words, n))


def _joined_to(words: Words, n: int) -> tuple[int, ...]:
    """What a verb is joined to, and what that hangs on."""
    above = words.head[n]
    return (above, words.head[above]) if words.dep[n] == "conj" else ()


def _went_otherwise(words: Words, n: int) -> bool:
    """ "left ten minutes late", "did not start until noon"."""
    if words.dep[n] != "conj" or words.low[n] in NOT_TOLD:
        return False
    last = words.sentences[words.sent[n]][1]
    told = words.tag[n] == "VBD" or "did" in _helpers(words, n)
    return told and not LATENESS.isdisjoint(words.low[n + 1 : min(last, n + HELPERS_WITHIN)])
