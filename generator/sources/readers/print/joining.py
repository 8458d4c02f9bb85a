"""Lines joined to paragraphs, and words that a line's end divides made whole only where they are one word."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from generator.sources.readers.print.lines import Line
from generator.sources.readers.web.days import dateline
from generator.sources.readers.web.people import BY, names
from generator.values.gazetteer import common_words

LEADING = 1.3  # of the usual distance between two lines: a wider one ends a paragraph
INDENT = 0.8  # of the type size: a line that begins so far in begins a paragraph
FREQUENT = 0.4  # of the most frequent distance
SHORT = 0.88  # of the column's width: a shorter line that ends a sentence ends a paragraph
OTHER_TYPE = 0.08  # share of the type size from which another size is another kind of text
ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
STARTS = re.compile(r"[\"'“‘(\[]*[A-Z0-9]|[•●▪■–—-]\s")
SMALLER = 0.85  # of the text's type size: a caption's, a footnote's
BYLINE = 90  # characters
BULLET = re.compile(r"[•●▪■◦]|\(?\d{1,2}[.)]\s")
DASHES = "-‐‑–"
WORD = re.compile(r"[^\W_]+(?:[-‐‑–][^\W_]+)*")


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in the order of reading as paragraphs."""
    made: list[list[Line]] = []
    usual = _leading(lines)
    edges = _edges(lines)
    for number, line in enumerate(lines):
        if made and _goes_on(made[-1], line, usual, edges[number]):
            made[-1].append(line)
        else:
            made.append([line])
    return _past_small_type(made)


def _past_small_type(made: list[list[Line]]) -> list[list[Line]]:
    """Paragraphs whose sentence goes on after a caption or a footnote in smaller type made whole, before what interrupts them."""
    whole: list[list[Line]] = []
    for paragraph in made:
        if len(whole) > 1 and _interrupted(whole[-2][-1], whole[-1], paragraph[0]):
            whole[-2].extend(paragraph)
        else:
            whole.append(paragraph)
    return whole


def _interrupted(before: Line, between: Sequence[Line], after: Line) -> bool:
    small = all(line.size < SMALLER * before.size for line in between)
    goes_on = not ENDED.search(before.text) and after.text[:1].islower()
    return small and goes_on and not _other(before, after) and before.bold == after.bold


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between two lines of a column, by which wider ones are known."""
    steps = Counter(
        round(one.base - two.base)
        for one, two in itertools.pairwise(lines)
        if one.page == two.page and 0 < one.base - two.base < 4 * one.size
    )
    if not steps:
        return 14.0
    # in short paragraphs the distance between two of them is as frequent as that between two lines, and larger
    often = max(steps.values())
    return float(min(step for step, times in steps.items() if times >= FREQUENT * often))


def _edges(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The left and right edge of the column that each line stands in: of its neighbours that overlap it."""
    found: list[tuple[float, float]] = []
    block: list[Line] = []

    def closed() -> None:
        if block:
            starts = Counter(round(line.left) for line in block)
            left = min(starts, key=lambda start: (-starts[start], start)) if max(starts.values()) > 1 else min(starts)
            found.extend([(float(left), max(line.right for line in block))] * len(block))
        block.clear()

    for line in lines:
        last = block[-1] if block else line
        if line.page != last.page or line.base > last.base + 1 or line.left > last.right or _other(line, last):
            closed()
        block.append(line)
    closed()
    return found


def _other(one: Line, two: Line) -> bool:
    """Whether two lines are set in different sizes."""
    return abs(one.size - two.size) > OTHER_TYPE * max(one.size, two.size)


def _goes_on(paragraph: Sequence[Line], line: Line, usual: float, edge: tuple[float, float]) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = paragraph[-1]
    if line.page == 0 and (_apart(line) or _apart(last)):
        return False
    if _other(last, line) or BULLET.match(line.text):
        return False
    if last.bold != line.bold and (len(paragraph) == 1 or line.bold) and not _open(last):
        return False
    left, right = edge
    moved = line.page != last.page or line.base > last.base + 1
    if moved:  # the next column or page: a paragraph goes on unless it was at its end, and then a capital begins a new one
        return not ENDED.search(last.text) or not STARTS.match(line.text)
    step = last.base - line.base
    if step > LEADING * usual and step > 1.15 * line.size:
        return False
    if line.left > left + INDENT * line.size and last.left < left + INDENT * line.size and STARTS.match(line.text):
        return False
    short = last.right - left < SHORT * (right - left)
    return not (short and ENDED.search(last.text) and STARTS.match(line.text))


def _apart(line: Line) -> bool:
    """Whether a line is a byline or a date by itself."""
    return len(line.text) < BYLINE and (
        (BY.match(line.text) is not None and bool(names([line.text]))) or dateline(line.text) is not None
    )


def _open(line: Line) -> bool:
    return line.text[-1:] in DASHES or line.text[-1:] == ","


def text_of(paragraph: Sequence[Line], known: Counter[str]) -> str:
    """The words of a paragraph's lines in one line.

    Args:
        paragraph: its lines.
        known: how often each word, with its hyphens, stands inside the lines of the document.
    """
    made = ""
    for line in paragraph:
        made = _append(made, line.text.strip(), known)
    return " ".join(made.split())


def vocabulary(lines: Sequence[Line]) -> Counter[str]:
    """How often each word stands whole in a line: all but what a line's end may have cut off."""
    found: Counter[str] = Counter()
    for line in lines:
        words = WORD.findall(line.text.casefold())
        found.update(words[:-1] if line.text[-1:] in DASHES else words)
    return found


def _append(before: str, after: str, known: Counter[str]) -> str:
    if not before or not after:
        return before + after
    if before[-1] in "—" or (before[-1] in DASHES and (before[-2:-1].isspace() or len(before) == 1)):
        return f"{before}{'' if before[-1] == '—' and not before[-2:-1].isspace() else ' '}{after}"
    if before[-1] not in DASHES or not before[-2:-1].isalnum() or not after[0].isalnum():
        return f"{before} {after}"
    first, second = re.search(r"[^\W_]+(?=.$)", before), re.match(r"[^\W_]+", after)
    if not first or not second or before[-1] == "–" or not _one_word(first[0], second[0], before, known):
        return before + after
    return before[:-1] + after


def _one_word(first: str, second: str, before: str, known: Counter[str]) -> bool:
    """Whether a hyphen at a line's end only divides a word: "occupa-/tion", not "ten-/year", "FAA-2020-/0686", "Smith-/Jones"."""
    if not (first.isalpha() and second.isalpha() and second.islower()):
        return False
    whole, hyphened = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
    if known[whole] or known[hyphened]:
        return known[whole] >= known[hyphened]
    if whole in common_words():
        return True
    if re.search(r"[-‐‑][^\W_]+.$", before):  # "man-of-/war": it has a hyphen already
        return False
    # two words of which each is one by itself are joined by their hyphen: "ten-year", "well-known"
    alone = common_words()
    return not (
        len(second) > 2
        and len(first) > 2
        and all(part.casefold() in alone or known[part.casefold()] for part in (first, second))
    )
