"""A day before its clause's subject: "On Tuesday Ann Field, a miller, said". A parse may take the two for one name."""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.lexicon.tags import PROPER
from generator.values.calendar_words import MONTH_NAMES, WEEKDAY_NAMES

# what names a time and stands right before the subject: "Last night Ann Field", "In March Ann Field"
NAMES_OF_TIMES = frozenset(MONTH_NAMES) | frozenset(WEEKDAY_NAMES)
PARTS_OF_TIME = frozenset("night morning afternoon evening week weekend month year noon midnight today yesterday".split())
TIMES = NAMES_OF_TIMES | PARTS_OF_TIME
# how a name hangs on a day, or on a verb beside it, when the two are taken for one phrase
HUNG = frozenset({"appos", "flat", "compound", "nmod", "obl", "nmod:unmarked", "obl:unmarked", "obl:tmod", "nmod:tmod"})
BEFORE_VERBS = frozenset({"RB", "MD", "VBD", "VBZ", "VBP", "VBN", "VB"})  # "Ann Field later said"


def fronted_days(low: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int]) -> None:
    """Correct in place the parse of a subject that it takes for a part of the day before it.

    A person or a body is never called after a day: behind "on Tuesday" a name in front of a verb without a subject is the subject.
    """
    for day in range(len(low) - 1):
        if low[day] in TIMES and tags[day + 1] in PROPER and low[day + 1] not in TIMES:
            _part(low, tags, deps, heads, day)


def _part(low: Sequence[str], tags: Sequence[str], deps: list[str], heads: list[int], day: int) -> None:
    """Part a day from the name behind it, where that is the subject of a verb."""
    first = end = day + 1
    while end < len(low) and tags[end] in PROPER:
        end += 1
    verb = _verb(tags, deps, heads, day, range(first, end))
    if verb is None or (low[end] != "," and tags[end] not in BEFORE_VERBS):
        return
    top = next((n for n in range(first, end) if heads[n] not in range(first, end)), first)
    for n in range(max(0, day - 3), day):
        if heads[n] in range(first, end):
            heads[n] = day
    for n in range(first, verb):
        if heads[n] == day:
            heads[n] = top
            deps[n] = "flat" if n < end else deps[n]
    heads[day], deps[day] = verb, "obl"
    passive = any(heads[n] == verb and deps[n] == "aux:pass" for n in range(end, verb))
    heads[top], deps[top] = verb, "nsubj:pass" if passive else "nsubj"


def _verb(tags: Sequence[str], deps: Sequence[str], heads: Sequence[int], day: int, name: range) -> int | None:
    """The verb of which a name behind a day is the subject: the two hang on each other, and nothing else is its subject."""
    top = next((n for n in name if heads[n] not in name), name.start)
    inside = heads[top] == day or heads[day] in name
    verb = heads[day] if heads[top] == day else heads[top]
    if not inside or deps[top] not in HUNG or verb < name.stop or tags[verb][:2] not in {"VB", "JJ", "NN"}:
        return None
    taken = any(heads[n] == verb and deps[n].startswith(("nsubj", "csubj")) for n in range(name.start, verb))
    return None if taken else verb
