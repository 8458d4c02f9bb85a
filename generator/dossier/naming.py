"""Whom a statement leaves out: "a list without Ann Field" does not say in other words "a list that includes Ann Field"."""

from __future__ import annotations

import re

# what leaves a name out that stands soon behind it: "does not name Ann Field", "everybody except Field", "no mention of Field"
LEAVES_OUT = re.compile(
    r"\b(?:without|except(?: for)?|excluding|exclude[sd]?|omit(?:s|ted|ting)?|left out|leav(?:es|ing) out|other than|apart from"
    r"|(?:not|never|neither|nor)(?! only\b| just\b)|no)\b|n[’'] ?t\b(?! only\b| just\b)",
    re.IGNORECASE,
)
# and what leaves out the one who stands before it: "Field is not on the list", "Field was left out"
LEFT_OUT = re.compile(
    r"(?:(?:is|was|are|were|has|have|had|does|did|do|will|would|could|can)(?: also| been)?"
    r" (?:not|never|left out|omitted|excluded|missing)\b(?! only)"
    r"|(?:is|was|are|were|has|have|had|does|did|do|wo|would|could|ca)n[’'] ?t\b)",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[,;:“”\"]|\b(?:but|and|while|who|which|that|because|although)\b", re.IGNORECASE)
NAME_WORD = re.compile(r"\b[A-Z][a-zà-ÿ’'-]*[a-zà-ÿ]\b")
REACH = 5  # words between what leaves out and the name


def left_out(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of names in a statement, and those of whom it leaves out.

    Args:
        text: the statement.
    """
    names = [m for m in NAME_WORD.finditer(text) if m.start()]
    names += [m for m in [NAME_WORD.match(text)] if m]
    gone = {m[0] for m in names if _behind(text, m.start()) or _before(text, m.end())}
    return frozenset(m[0] for m in names), frozenset(gone)


def at_odds(one: str, other: str) -> bool:
    """Whether one of two statements leaves out whom the other names.

    Args:
        one: a statement.
        other: a statement.
    """
    names, gone = left_out(one)
    others, others_gone = left_out(other)
    return bool((gone ^ others_gone) & names & others)


def _behind(text: str, start: int) -> bool:
    """Whether words right before a name leave it out."""
    before = text[:start]
    found = max((m.end() for m in LEAVES_OUT.finditer(before)), default=-1)
    between = before[found:]
    return found >= 0 and CLAUSE_END.search(between) is None and len(between.split()) <= REACH


def _before(text: str, end: int) -> bool:
    """Whether words right behind a name leave it out."""
    behind = re.sub(r"^(?: [A-Z][\w’'-]+)+", "", text[end:])
    return LEFT_OUT.match(behind.lstrip()) is not None
