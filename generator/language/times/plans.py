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
NEAR = 12  # tokens before a verb in which its helpers stand, and after it in which it says how late it was
LONG = 60  # tokens of a sentence that are looked at


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
    return {words.low[k] for k in range(max(i - NEAR, 0), i) if words.head[k] == i}


def was_overtaken(words: Words, i: int) -> bool:
    """Whether what is joined to a plan of the past tells that it came about otherwise: "but left late", "did not end until ten".

    "It was set for Friday, but lawyers asked for more time" leaves open whether Friday has been.
    """
    last = words.sentences[words.sent[i]][1]
    joined = (k for k in range(i + 1, min(last, i + LONG)) if words.dep[k] == "conj" and words.low[k] not in NOT_TOLD)
    return any(
        i in {words.head[k], words.head[words.head[k]]}
        and (words.tag[k] == "VBD" or "did" in _helpers(words, k))
        and not LATENESS.isdisjoint(words.low[k + 1 : min(last, k + NEAR)])
        for k in joined
    )
