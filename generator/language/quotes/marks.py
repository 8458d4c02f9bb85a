"""Pair the quotation marks of a paragraph, as newspapers use them.

Curly, straight, guillemets and single marks; nested ones belong to the outer pair. An unclosed mark reaches to its paragraph's
end and no further; apostrophes, feet and inches are no marks.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

# what may close each opening mark: editors mix forms ("...” and “..."), and some type two single marks for a double one
PAIRS = {"“": '”"', "„": "“”", "«": "»", "‘": "’'", '"': '"”', "'": "'’", "''": ("''",), "``": ("''",)}
DOUBLED = ("''", "``")
STRAIGHT = frozenset({'"', "'", "''"})
SINGLE = frozenset({"‘", "'"})
BEFORE_OPENING = frozenset(" \t\n\u00a0([{—–-/:;,…") | {""}
END_MARKS = frozenset(",.?!…")
CLOSERS = frozenset("”’\"'")
# "on “Morning Hour”", "her book “The Long Road”", "known as “Big Al”": after these, words with capitals name a thing
NAMING = frozenset(
    "on of in from show program programme podcast book memoir song film movie novel series album column called titled entitled named "
    "nicknamed as pseudonym anthem ballad play documentary magazine essay poem section hosts host hosted published".split()
)
SMALL = frozenset("a an and as at but by for from in is of on or the to up with vs".split())
LONGEST_TITLE = 9  # words
LONGEST_HEADING = 8  # words of a heading in single marks: "'Pretty Cool Working There'"
FAR = 400  # code points after which a second opening mark shows that the first was never closed


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
    found = []
    for number, (start, end) in enumerate(paragraphs):
        found += _pairs(text, start, end, number)
    return found


def speech_only(text: str, paragraphs: Sequence[tuple[int, int]], quoted: Sequence[Quoted]) -> list[Quoted]:
    """The pairs that may hold what somebody said: no titles of shows and books, no headings between paragraphs."""
    kept, doubles = [], 0
    for q in quoted:  # what comes later must not change what a mark means here
        doubles += not q.single
        heading = q.single and doubles > 2 and _heading(text, q, paragraphs[q.paragraph])
        if not heading and not _title(text, q, paragraphs[q.paragraph][0]):
            kept.append(q)
    return kept


def _title(text: str, q: Quoted, paragraph: int) -> bool:
    words = text[slice(*q.inner)].strip(" ,.!?").split()
    before = text[max(paragraph, q.start - 40) : q.start].split()
    if not before or before[-1].lower() not in NAMING or not 0 < len(words) <= LONGEST_TITLE:
        return False
    return all(word[:1].isupper() or word[:1].isdigit() or word == "&" or word.lower() in SMALL for word in words) and (
        words[0][:1].isupper() and any(word.lower() not in SMALL for word in words)
    )


def _heading(text: str, q: Quoted, paragraph: tuple[int, int]) -> bool:
    rest = text[paragraph[0] : q.start] + text[q.end : paragraph[1]]
    return not rest.strip(" .\n") and len(text[slice(*q.inner)].split()) <= LONGEST_HEADING


def _pairs(text: str, start: int, end: int, number: int) -> list[Quoted]:
    found = []
    position = start
    while position < end:
        mark = _mark(text, position)
        if mark in PAIRS and _opens(text, position, mark, start, end):
            width = len(mark)
            close = _closing(text, position, mark, end)
            if close is not None:
                found.append(Quoted(position, close + width, number, True, mark in SINGLE, width))
                position = close + width
                continue
            if mark not in SINGLE:
                found.append(Quoted(position, end, number, False, width=width))
                break
        position += 1
    return found


def _mark(text: str, position: int) -> str:
    return text[position : position + 2] if text[position : position + 2] in DOUBLED else text[position]


def _opens(text: str, position: int, mark: str, start: int, end: int) -> bool:
    """An opening mark stands before a word and after a space, a bracket or a dash."""
    before = text[position - 1] if position > start else ""
    after = text[position + len(mark)] if position + len(mark) < end else ""
    if not after or after.isspace():
        return False
    if mark in STRAIGHT or mark == "‘":
        if before not in BEFORE_OPENING and before not in PAIRS:
            return False  # 6'2", don't
        # '90s, 'em: an apostrophe before a cut word
        return not (mark in SINGLE and after.isdigit())
    return True


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
                # a straight mark before a word and after a space opens a new quotation: the first was never closed
                return None
            if depth == 0:
                return n
            depth -= 1
        elif here == mark and mark not in STRAIGHT:
            if _reversed(text, n, end):  # "... 51 percent.“": an opening mark typed for a closing one
                return n
            return None if n - position > FAR else _nested(text, n, end, closers, position)
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
    rest = text[n + 1 : end]
    later = [k for k, c in enumerate(rest[:300]) if c in "’'" and not (k + 1 < len(rest) and rest[k + 1].isalnum())]
    # a plural's apostrophe is followed by its noun, and the real closing mark comes later
    return not (before == "s" and after == " " and later and any(rest[k - 1] in ",.?!" for k in later if k))
