"""Of attributions inside one another only the outermost stays: what is reported inside a reported clause is the outer source's."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.lexicon.tags import FINITE
from generator.language.quotes.view import Attribution, Covered, View

EDGES = " ,;:—–\u00a0\n"


def without_nested(view: View, found: list[Attribution]) -> list[Attribution]:
    """Only the outermost; those whose cue the order of words gives keep what is theirs."""
    found = _cut_short(view, found)
    covered = Covered(span for a in found for span in a.content)
    kept = []
    for a in found:
        if a.cue is None or not covered.holds(a.cue):
            kept.append(a)
        else:
            _let_go(view, a)
    return kept


def _cut_short(view: View, found: list[Attribution]) -> list[Attribution]:
    """The attributions short of each other's sure cues."""
    sure = sorted(((a.cue or (0, 0))[0], n) for n, a in enumerate(found) if a.sure and a.content)
    starts = [start for start, _ in sure]
    return [a for a in found if _kept_off(view, a, [(at, found[n]) for at, n in _inside(sure, starts, a)])]


def _let_go(view: View, a: Attribution) -> None:
    """Others may have the quotations of an attribution that goes."""
    for k in a.quoted:
        if view.taken.get(k) is a:
            del view.taken[k]


def _inside(sure: list[tuple[int, int]], starts: list[int], a: Attribution) -> list[tuple[int, int]]:
    """For each stretch of a content the first sure cue that stands in it."""
    found = []
    for start, end in a.content:
        place = bisect_left(starts, start)
        if place < len(starts) and starts[place] < end:
            found.append(sure[place])
    return found


def _kept_off(view: View, a: Attribution, cues: list[tuple[int, Attribution]]) -> bool:
    """Cut a content short of a cue that has its quotation by the order of words; false where nothing is left.

    "When Barker said that they would sue, Okafor shot back: “...”": a parse may hang the second clause on the first.
    """
    for at, other in cues:
        if other is a:
            continue
        begin = [at] + [start for start, _ in other.content[:1]]
        clause = min(begin + ([view.words.start[other.source[0]]] if other.source else []))
        for number, (start, end) in enumerate(a.content):
            if not start <= at < end:
                continue
            end = clause
            while end > start and view.text[end - 1] in EDGES:
                end -= 1
            if len(view.text[start:end].split()) < 2 or not _says_something(view, start, end):
                del a.content[number]
            else:
                a.content[number] = (start, end)
            del a.content[number + (len(a.content) > number and a.content[number][0] == start) :]
            break
    return bool(a.content)


def _says_something(view: View, start: int, end: int) -> bool:
    """Whether a stretch that was cut short is still a statement or quoted: "that her boss |, Barker, said “never”" is none."""
    inside = range(view.token(start), bisect_left(view.starts, end))
    return any(view.quote_at[n] >= 0 or view.words.tag[n] in FINITE for n in inside)
