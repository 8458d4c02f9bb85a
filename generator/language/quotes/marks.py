"""Pair the quotation marks of a paragraph, as newspapers use them.

Curly, straight, guillemets and single marks; nested ones belong to the outer pair. An unclosed mark reaches to its paragraph's
end and no further; apostrophes, feet and inches are no marks.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

# what may close each opening mark: editors mix forms ("...” and “..."), and some type two single marks for a double one
PAIRS = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    "”": "”",
    "‘": "’'",
    "‚": "‘’",
    '"': '"”',
    "'": "'’",
    "''": ("''",),
    "``": ("''",),
}
DOUBLED = ("''", "``")
STRAIGHT = frozenset({'"', "'", "''"})
SINGLE = frozenset({"‘", "'", "‚"})
# “»Ja«, sagte er”, ”Nej”, sade hon: elsewhere they close, so they open only where a partner follows
TURNED = frozenset({"»", "”"})
SPACED = frozenset("\u00a0\u202f ")  # « Non », dit-il
SPACED_MARKS = frozenset("«“")  # no other use, so they open before a space, too
BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/:;,…") | {""}
END_MARKS = frozenset(",.?!…")
CLOSERS = frozenset("”’\"'")
AHEAD = 300  # code points in which a plural's apostrophe looks for the real closing mark
NEVER_CLOSED = 400  # code points after which a second opening mark shows that the first was never closed


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair of marks and what stands between them."""

    start: int  # code points into the article; the opening mark included
    end: int  # the closing mark included
    paragraph: int
    closed: bool = True
    single: bool = False
    width: int = 1  # code points of a mark

    @property
    def inner(self) -> tuple[int, int]:
        """What stands between the marks."""
        return self.start + self.width, self.end - self.width if self.closed else self.end

    def end_mark(self, text: str) -> str:
        """The last character before the closing mark, nested closing marks left out: the comma of "...,’”"."""
        start, end = self.inner
        while end > start and (text[end - 1] in CLOSERS or text[end - 1].isspace()):
            end -= 1
        return text[end - 1 : end] if end > start else ""


def quoted_spans(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quoted]:
    """The outermost pairs of each paragraph, in order.

    Args:
        text: the article.
        paragraphs: their (start, end) in code points.
    """
    found, parts = [], list(paragraphs)
    for number, (start, end) in enumerate(parts):
        after = parts[number + 1][0] if number + 1 < len(parts) else len(text)
        # a speech in single marks goes on in the next paragraph if that opens with one, too
        found += _pairs(text, start, end, number, text[start : start + 1] == text[after : after + 1])
    return found


def _pairs(text: str, start: int, end: int, number: int, goes_on: bool = False) -> list[Quoted]:
    found = []
    position = start
    without: set[str] = set()  # marks that nothing closes from here on: to look again for each would take for ever
    while position < end:
        mark = _mark(text, position)
        if mark in PAIRS and mark not in without and _opens(text, position, mark, start, end):
            width = len(mark)
            close = _closing(text, position, mark, end)
            if close is not None:
                spaced = text[position + 1] in SPACED and text[close - 1] in SPACED and close - position > 3
                width += spaced and mark in SPACED_MARKS
                close -= width - len(mark)
                found.append(Quoted(position, close + width, number, True, mark in SINGLE, width))
                position = close + width
                continue
            if (mark not in SINGLE and mark not in TURNED) or (mark in SINGLE and goes_on and position == start):
                found.append(Quoted(position, end, number, False, width=width))
                break
            without.add(mark)
        position += 1
    return found


def _mark(text: str, position: int) -> str:
    return text[position : position + 2] if text[position : position + 2] in DOUBLED else text[position]


def _opens(text: str, position: int, mark: str, start: int, end: int) -> bool:
    """An opening mark stands before a word and after a space, a bracket or a dash."""
    before = text[position - 1] if position > start else ""
    after = text[position + len(mark)] if position + len(mark) < end else ""
    if mark in SPACED_MARKS and after in SPACED and after:
        after = text[position + 2] if position + 2 < end else ""
    if not after or after.isspace():
        return False
    if mark in TURNED:
        return before in BEFORE_OPENING and after.isalnum()
    if mark in STRAIGHT or mark in {"‘", "‚"}:
        return _free(mark, before, after)
    return True


def _free(mark: str, before: str, after: str) -> bool:
    """Whether a mark that may be an apostrophe, feet or inches opens: not in 6'2", don't, '90s."""
    if before not in BEFORE_OPENING and before not in PAIRS and not _glued(mark, before, after):
        return False
    return not (mark in SINGLE and after.isdigit())


def _glued(mark: str, before: str, after: str) -> bool:
    """'The rings were found."My thinking ...': a page that has lost the break between two paragraphs."""
    return mark == '"' and before in {".", "?", "!"} and after.isupper()


def _closing(text: str, position: int, mark: str, end: int) -> int | None:
    closers = PAIRS[mark]
    depth = 0
    n = position + len(mark)
    while n < end:
        here = text[n : n + 2] if mark in DOUBLED else text[n]
        if mark in SINGLE:
            if here in closers and _closes_single(text, n, end):
                return n
        elif here in closers:
            if here in STRAIGHT and text[n - 1].isspace() and _opens(text, n, here, position, end):
                # a straight mark before a word and after a space opens a new quotation: the first was never closed, unless a
                # sentence ends before it: '"It broke. "We mend it," she said.', a speech whose paragraphs a page has joined
                if text[position:n].rstrip()[-1:] not in END_MARKS - {",", ""}:
                    return None
                n += 1
                continue
            if depth == 0:
                return n
            depth -= 1
        elif here == mark and mark not in STRAIGHT:
            if _reversed(text, n, end):  # "... 51 percent.“": an opening mark typed for a closing one
                return n
            return None if n - position > NEVER_CLOSED else _nested(text, n, end, closers, position)
        n += 1
    return None


def _reversed(text: str, n: int, end: int) -> bool:
    """Whether an opening mark stands where only a closing one can: after an end mark, before a space or the end."""
    return text[n - 1] in END_MARKS and (n + 1 >= end or text[n + 1].isspace())


def _nested(text: str, inner: int, end: int, closers: Container[str], position: int) -> int | None:
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
    if before != "s" or after != " ":
        return True
    rest = text[n + 1 : min(end, n + 1 + AHEAD)]
    later = [k for k, c in enumerate(rest) if c in "’'" and not (k + 1 < len(rest) and rest[k + 1].isalnum())]
    # a plural's apostrophe is followed by its noun, and the real closing mark comes later
    return not any(rest[k - 1] in ",.?!" for k in later if k)
