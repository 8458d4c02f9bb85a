"""Lines joined to paragraphs, and words that a line's end divides made whole only where they are one word."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.sources.readers.print.lines import Line, body_size
from generator.sources.readers.web.days import MONTH_ALONE, dateline
from generator.sources.readers.web.people import BY, OFFICE_LINE, names
from generator.values.gazetteer import common_words

EDGE_SHARE = 0.4  # of the lines that begin at the most frequent place: so many begin at the column's edge
LEADING = 1.3  # of the usual distance between two lines: a wider one ends a paragraph
HEADLINE = 1.3  # times the text's type size: lines so large are one headline though they stand farther apart
INDENT = 0.6  # of the type size: a line that begins so far in begins a paragraph
FREQUENT = 0.4  # of the most frequent distance
SHORT = 0.88  # of the column's width: a shorter line that ends a sentence ends a paragraph
OTHER_TYPE = 0.08  # share of the type size from which another size is another kind of text
ENDED = re.compile(r"[.!?:…][\"'”’)\]]*$")
STARTS = re.compile(r"[\"'“‘(\[]*[A-Z0-9]|[•●▪■–—-]\s")
CAPTION_SIZE = 0.85  # of the text's type size: a caption's, a footnote's
BYLINE = 90  # characters
LIST_BEGINS = re.compile(r"[•●▪■◦]|\(?\d{1,2}[.)]\s")
END = re.compile(r"[-–—]+ ?30 ?[-–—]+|#(?: ?#)+|[*]{3}|[-–—\s]*(?:ENDS?|END OF DOCUMENT)[-–—\s]*")  # of a story: "-30-"
DASHES = "-‐‑–"
SOFT = "‐"  # the hyphen that some programs set where they divide a word; one that an author typed is "-"
# words that are names, too, and so not among the common ones: "blue-green"
COLOURS = frozenset("black white red green blue brown grey gray yellow orange pink purple".split())
LINES, DIVIDED = "\n", "-\n"  # how many lines a document has, and how many end with a hyphen
SELDOM = 0.03  # of its lines
TYPED = "‐‐"  # a document that has that hyphen inside lines too, typed by an author
HYPHENATED = re.compile(r"[^\W_]+(?:[-‐‑–][^\W_]+)*")


class _Setting(NamedTuple):
    """How a document is set: the usual distance of two lines, the type's size, and whether paragraphs are indented."""

    leading: float
    size: float
    indented: bool


def paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines in the order of reading as paragraphs."""
    made: list[list[Line]] = []
    edges = _edges(lines)
    page = _Setting(_leading(lines), body_size(lines), _indented(lines, edges))
    for number, line in enumerate(lines):
        if made and _goes_on(made[-1], line, page, edges[number]):
            made[-1].append(line)
        else:
            made.append([line])
    return _past_small_type(made)


def _past_small_type(made: list[list[Line]]) -> list[list[Line]]:
    """Paragraphs whose sentence goes on after a caption, a footnote or a quotation in other type made whole, before what interrupts."""
    whole: list[list[Line]] = []
    for paragraph in made:
        if len(whole) > 1 and _interrupted(whole[-2][-1], whole[-1], paragraph[0]):
            whole[-2].extend(paragraph)
        else:
            whole.append(paragraph)
    return whole


def _interrupted(before: Line, between: Sequence[Line], after: Line) -> bool:
    small = all(line.size < CAPTION_SIZE * before.size or line.size > HEADLINE * before.size for line in between)
    goes_on = not ENDED.search(before.text) and after.text[:1].islower()
    return small and goes_on and not _other(before, after) and before.bold == after.bold


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance between two lines of a column, by which wider ones are known."""
    pairs = [
        (one, two)
        for one, two in itertools.pairwise(lines)
        if one.page == two.page and 0 < one.base - two.base < 4 * one.size and _under(one, two)
    ]
    # a line that ends no sentence goes on in the next: only where there are none do ends of paragraphs count, too
    size = body_size(lines)
    told = [(one, two) for one, two in pairs if abs(one.size - size) <= OTHER_TYPE * size and not ENDED.search(one.text)]
    steps = Counter(round(one.base - two.base) for one, two in told)
    steps = steps or Counter(round(one.base - two.base) for one, two in pairs)
    if not steps:
        return 14.0
    # in short paragraphs the distance between two of them is as frequent as that between two lines, and larger
    often = max(steps.values())
    return float(min(step for step, times in steps.items() if times >= FREQUENT * often))


def _under(one: Line, two: Line) -> bool:
    """Whether a line stands under another of its kind, not beside it in a box."""
    return not _other(one, two) and one.left < two.right and two.left < one.right


def _edges(lines: Sequence[Line]) -> list[tuple[float, float]]:
    """The left and right edge of the column that each line stands in: of its neighbours that overlap it."""
    found: list[tuple[float, float]] = []
    block: list[Line] = []

    def closed() -> None:
        if block:
            starts = Counter(round(line.left) for line in block)
            often = max(starts.values())
            # in short paragraphs as many lines are indented as are not: the edge is farther left
            left = min(start for start, times in starts.items() if often == 1 or times >= max(2, EDGE_SHARE * often))
            found.extend([(float(left), max(line.right for line in block))] * len(block))
        block.clear()

    for line in lines:
        last = block[-1] if block else line
        beside = line.page != last.page or line.base > last.base + 1 or line.left > last.right
        if beside or _other(line, last) or (line.page == 0 and (_apart(line) or _apart(last))):
            closed()
        block.append(line)
    closed()
    return found


def _other(one: Line, two: Line) -> bool:
    """Whether two lines are set in different sizes."""
    return abs(one.size - two.size) > OTHER_TYPE * max(one.size, two.size)


def _goes_on(paragraph: Sequence[Line], line: Line, setting: _Setting, edge: tuple[float, float]) -> bool:
    """Whether a line goes on with the paragraph before it."""
    last = paragraph[-1]
    if _opens(line) or (line.page == 0 and (_apart(line) or _apart(last) or _closes(paragraph))):
        return False
    if _other(last, line):
        return False
    if last.bold != line.bold and (len(paragraph) == 1 or line.bold) and not _open(last):
        return False
    left, right = edge
    moved = line.page != last.page or line.base > last.base + 1
    if moved:  # the next column or page: a paragraph goes on unless it was at its end, and then a capital begins a new one
        return not ENDED.search(last.text) or not STARTS.match(line.text)
    step = last.base - line.base
    if line.size > HEADLINE * setting.size:
        return step < 2 * line.size
    if step > LEADING * setting.leading and step > 1.15 * line.size:
        return False
    if _steps_in(last.left, line, left) or (setting.indented and ENDED.search(last.text) and _steps_in(left, line, left)):
        return False
    short = last.right - left < SHORT * (right - left) and not setting.indented
    return not (short and ENDED.search(last.text) and STARTS.match(line.text))


def _opens(line: Line) -> bool:
    """Whether a line begins an item of a list, or ends the story."""
    return LIST_BEGINS.match(line.text) is not None or END.fullmatch(line.text) is not None


def _closes(paragraph: Sequence[Line]) -> bool:
    """Whether a paragraph is the line under a byline: "Tribune Staff"."""
    return len(paragraph) == 1 and OFFICE_LINE.fullmatch(paragraph[0].text) is not None


def _steps_in(over: float, line: Line, left: float) -> bool:
    """Whether a line begins farther in than the one over it (where that begins), which stands at the column's edge."""
    least = INDENT * line.size
    return line.left > left + least and over < left + least and STARTS.match(line.text) is not None


def _indented(lines: Sequence[Line], edges: Sequence[tuple[float, float]]) -> bool:
    """Whether a document shows its paragraphs by indents: two or more, and no fewer than short lines that end at a stop without one."""
    steps = ends = 0
    for (one, two), (left, right) in zip(itertools.pairwise(lines), edges[1:], strict=True):
        if one.page != two.page or two.base > one.base + 1 or _other(one, two):
            continue
        if _steps_in(one.left, two, left):
            steps += 1
        elif one.right - left < SHORT * (right - left) and ENDED.search(one.text) and STARTS.match(two.text):
            ends += 1
    return steps > 1 and steps >= ends


def _apart(line: Line) -> bool:
    """Whether a line is a byline or a date by itself."""
    return len(line.text) < BYLINE and (
        (BY.match(line.text) is not None and bool(names([line.text])))
        or dateline(line.text) is not None
        or MONTH_ALONE.fullmatch(line.text) is not None
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
        words = HYPHENATED.findall(line.text.casefold())
        found.update(words[:-1] if line.text[-1:] in DASHES else words)
        found[SOFT] += line.text.endswith(SOFT)
        found[TYPED] += SOFT in line.text[:-1]
        found[LINES] += 1
        found[DIVIDED] += line.text[-1:] in DASHES
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
    if known[SOFT] and before[-1] == "-":  # set by hand: what the program divides has another hyphen
        return False
    whole, hyphened = f"{first}{second}".casefold(), f"{first}-{second}".casefold()
    if known[whole] or known[hyphened]:
        return known[whole] >= known[hyphened]
    if before[-1] == SOFT and not known[TYPED]:  # "Sat‐/urday": the program's own
        return True
    # two words of which each is one by itself are joined by their hyphen: "ten-year", "well-known"; "blue-green" where hardly any
    # other line ends so, so that nobody divided words
    alone = common_words() | COLOURS
    words = (
        len(second) > 2
        and len(first) > 2
        and all(part.casefold() in alone or known[part.casefold()] for part in (first, second))
    )
    if whole in common_words():
        return not (words and known[DIVIDED] <= max(1, SELDOM * known[LINES]))
    if re.search(r"[-‐‑][^\W_]+.$", before):  # "man-of-/war": it has a hyphen already
        return False
    return not words
