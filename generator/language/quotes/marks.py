"""Pair the quotation marks of a paragraph, as newspapers use them.

Curly, straight, guillemets and single marks; nested ones belong to the outer pair. An unclosed mark reaches to its paragraph's
end and no further; apostrophes, feet and inches are no marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

PAIRS = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'", "``": "''"}
STRAIGHT = frozenset({'"', "'"})
SINGLE = frozenset({"‘", "'"})
BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/:;,…") | {""}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair of marks and what stands between them."""

    start: int  # code points into the article; the opening mark included
    end: int  # the closing mark included
    paragraph: int
    closed: bool = True
    single: bool = False


def quoted_spans(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quoted]:
    """The outermost pairs of each paragraph, in order.

    Args:
        text: the article.
        paragraphs: their (start, end) in code points.
    """
    found = []
    for number, (start, end) in enumerate(paragraphs):
        found += _pairs(text, start, end, number)
    return found


def _pairs(text: str, start: int, end: int, number: int) -> list[Quoted]:
    found = []
    position = start
    while position < end:
        mark = text[position]
        if mark in PAIRS and _opens(text, position, start, end):
            close = _closing(text, position, end)
            if close is not None:
                found.append(Quoted(position, close + 1, number, True, mark in SINGLE))
                position = close + 1
                continue
            if mark not in SINGLE:
                found.append(Quoted(position, end, number, False))
                break
        position += 1
    return found


def _opens(text: str, position: int, start: int, end: int) -> bool:
    """An opening mark stands before a word and after a space, a bracket or a dash."""
    mark = text[position]
    before = text[position - 1] if position > start else ""
    after = text[position + 1] if position + 1 < end else ""
    if not after or after.isspace():
        return False
    if mark in STRAIGHT or mark == "‘":
        if before not in BEFORE_OPENING and before not in PAIRS:
            return False  # 6'2", don't
        # '90s, 'em: an apostrophe before a cut word
        return not (mark in SINGLE and after.isdigit())
    return True


def _closing(text: str, position: int, end: int) -> int | None:
    mark = text[position]
    closers = PAIRS[mark]
    depth = 0
    n = position + 1
    while n < end:
        here = text[n]
        if mark in SINGLE:
            if here in closers and _closes_single(text, n, end):
                return n
        elif here in closers:
            if mark in STRAIGHT and _opens(text, n, position, end) and text[n - 1].isspace() is not False and depth == 0:
                # a straight mark before a word and after a space opens a new quotation: the first was never closed
                return None if text[n - 1].isspace() else n
            if depth == 0:
                return n
            depth -= 1
        elif here == mark and mark not in STRAIGHT:
            return None if n - position > 400 else _nested(text, n, end, closers, position)
        n += 1
    return None


def _nested(text: str, inner: int, end: int, closers: str, position: int) -> int | None:
    """A second opening mark of the same form: the outer one closes with the second closing mark, if there is one."""
    first = next((n for n in range(inner + 1, end) if text[n] in closers), None)
    if first is None:
        return None
    second = next((n for n in range(first + 1, end) if text[n] in closers or text[n] == text[position]), None)
    return second if second is not None and text[second] in closers else first


def _closes_single(text: str, n: int, end: int) -> bool:
    """A single mark closes after a word or a mark and before a space or a mark; "workers' pay" asks for more."""
    before = text[n - 1]
    after = text[n + 1] if n + 1 < end else ""
    if before.isspace() or (after and after.isalnum()):
        return False
    if before in ",.?!…":
        return True
    rest = text[n + 1 : end]
    later = [k for k, c in enumerate(rest[:300]) if c in "’'" and not (k + 1 < len(rest) and rest[k + 1].isalnum())]
    # a plural's apostrophe is followed by its noun, and the real closing mark comes later
    return not (before == "s" and after == " " and later and any(rest[k - 1] in ",.?!" for k in later if k))
