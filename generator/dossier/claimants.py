"""The words beside a fact that say who claims it: a whole phrase, without what only describes its head."""

from __future__ import annotations

import re

from generator.dossier.model import Passage

# "the source, who spoke on condition of anonymity", "Ann Field (and Aldmouth", "Bo Reed, aka “The Gull": the head says who
DESCRIBED = re.compile(r",? (?=\()|,(?= (who|which|whose|that|aka|speaking|in comments|in an interview)\b)|,(?= \w+ed by\b)")
# no phrase that names anybody: "just one week after", "until Friday", "when the mayor"
NO_CLAIMANT = re.compile(
    r"(just|only|until|after|before|when|while|as|if|because|since|during|despite|although|though|by|for|from|of|on|to|with|than|even"
    r"|later|earlier|today|yesterday|tomorrow|speech)\b",
    re.I,
)
# and none that more was to come of: "the outlines of which", "The Geneva-based"
UNDONE = re.compile(r"\b(who|which|that|whose|the|an?|of|and|or|by|in|from|to|with|was|is|were|are)\Z|-based\Z", re.I)

PRONOUNS = frozenset({"he", "she", "it", "they"})


def claimant(words: Passage, known: str | None = None) -> Passage | None:
    """The words for who claims something, as far as they are a whole phrase; None where they are none.

    Args:
        words: the source's.
        known: whom they stand for; "according to they" tells nothing where that is not known.
    """
    if known is None and words.text.lower() in PRONOUNS:
        return None
    described = DESCRIBED.search(words.text)
    text = words.text[: described.start()] if described else words.text
    if not text or NO_CLAIMANT.match(text) or UNDONE.search(text) or not _balanced(text):
        return None
    return Passage(words.source, words.start, words.start + len(text), text)


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("“") == text.count("”") and text.count('"') % 2 == 0
