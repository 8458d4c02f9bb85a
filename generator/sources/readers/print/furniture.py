"""What a page repeats beside its text: running heads and feet, page numbers, numbers of lines at the margin."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from generator.sources.readers.print.lines import Line
from generator.sources.readers.web.days import first_day

Word = tuple[str, float, float]  # its letters, its left and right edge

EDGE_LINES = 3  # baselines from a page's top or bottom among which running heads and feet are looked for
MARGIN = 0.16  # of the page's height: a running head or foot stands within it
PAGE_NUMBER = re.compile(r"\W*(?:page|p\.|seite)?\s*\d{1,4}(?:\s*(?:/|of|-)\s*\d{1,4})?\W*", re.I)
ALIGNED = 6  # points
FAR = 10_000
FOOT_SIZE = 0.8  # of the text's type: a line so small, far from the text at a page's edge, is a foot
APART = 2.5  # times its type size: how far from the text
FARTHER, FOOT = 8.0, 10  # the same for words of any size at the foot, and how many they are
ROWS = 3  # from so many under each other lines of cells are a table
CELLS = 1.8  # times the type size: a gap between two cells
CLOSE = 0.5  # times the type size: the same where the cells of three rows begin under each other
COLUMNS = 3
MOST_IN_CELL = 4  # words, on the average of a row
NOTE = 0.92  # of the text's type: a footnote's
SIGNED = re.compile(r"(?P<sign>\d{1,2}|[*†‡])\s?(?=[^\W\d_]|[“\"'‘])")
RAISED_SIGN = re.compile(r"\d{1,2}|[*†‡]")
# where a newspaper goes on: "See PUMP, Page A7", "Continued from Page A1", "Turn to Page 4"
JUMP = re.compile(
    r"\W*(?:(?:please )?(?:see|turn to)\b[^.]{0,40}\b(?:page|on|p\.) ?[A-Z]?\d{1,3}|"
    r"(?:story |article )?contin(?:ued|ues)\b[^.]{0,20}\b(?:on|from|to|page|overleaf|next)\b[^.]{0,20}|from (?:page|p\.) [A-Z]?\d{1,3})\W*",
    re.I,
)
FOLIO = 14  # words of a row over or under a page, in parts far apart: "SATURDAY, 4 MAY 2024   HARBOUR ECHO   SPORT 37"
PARTS = 3
ENDS_IN_PAGE = re.compile(r"\b[A-Z]?\d{1,3}$")
# what a browser prints over a page ("3/5/24, 1:56 PM  Quay closed - Harbour Post") and under it ("https://harbour.example/quay 1/2")
BROWSER_LINES = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[ap]\.?m\.?)?\b.*|(?:https?|file)://\S+(?: \d+/\d+)?", re.I
)
NUMBERED = 5  # lines from which numbers at the margin count lines


def without_line_numbers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page without the numbers that count them, at either margin."""
    firsts = [(line, line.words[0]) for line in lines if line.words and line.words[0][0].isdecimal()]
    lasts = [(line, line.words[-1]) for line in lines if line.words and line.words[-1][0].isdecimal()]
    counted = _counting(firsts, 2) | _counting(lasts, 1)
    if not counted:
        return list(lines)
    made = []
    for line in lines:
        words = [word for word in line.words if (id(line), word[1]) not in counted]
        if len(words) == len(line.words):
            made.append(line)
        elif words:
            text = " ".join(word for word, _, _ in words if word)
            made.append(replace(line, text=text, left=words[0][1], right=words[-1][2], words=tuple(words)))
    return made


def without_footnotes(lines: Sequence[Line], size: float) -> list[Line]:
    """The lines of a page in order without the notes at its foot, and without the signs that point to them.

    Notes are set smaller than the text, stand under all of it that is over them, and the first begins with its sign.
    """
    signs: set[str] = set()
    notes: set[int] = set()
    for number, line in enumerate(lines):
        sign = SIGNED.match(line.text) or _raised_sign(line, lines[number + 1 : number + 2])
        if sign and line.size < NOTE * size and not any(_is_text_below(other, line, size) for other in lines):
            run = list(itertools.takewhile(lambda each: each.size < NOTE * size, lines[number:]))
            notes |= {id(each) for each in run}
            signs |= {each["sign"] for other in run if (each := SIGNED.match(other.text))} | {sign["sign"]}
    if not notes:
        return list(lines)
    pointing = re.compile(rf"(?<=[^\W\d_])([.,;:!?”’\")]{{0,2}})(?:{'|'.join(map(re.escape, sorted(signs)))})(?!\w)")
    kept = [line for line in lines if id(line) not in notes]
    return [replace(line, text=pointing.sub(r"\1", line.text)) if pointing.search(line.text) else line for line in kept]


def _raised_sign(line: Line, following: Sequence[Line]) -> re.Match[str] | None:
    """The sign of a note that stands higher than its words, and so in a line of its own."""
    beside = [each for each in following if each.left >= line.right and abs(each.base - line.base) < each.size]
    return SIGNED.match(f"{line.text} {beside[0].text}") if beside and RAISED_SIGN.fullmatch(line.text) else None


def _is_text_below(line: Line, note: Line, size: float) -> bool:
    """Whether a line of the text stands lower in a note's column."""
    return line.size >= NOTE * size and line.base < note.base and line.left < note.right and note.left < line.right


def without_tables(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page in order without the rows of tables: at least three under each other, in short cells far apart."""
    kept: list[Line] = []
    cells = _aligned(lines)
    for tabular, run in itertools.groupby(lines, key=lambda line: id(line) in cells or _is_row(line)):
        rows = list(run)
        if not tabular or len(rows) < ROWS:
            kept += rows
        elif kept and _heads(kept[-1], rows[0]):
            kept.pop()
    return kept


def _aligned(lines: Sequence[Line]) -> set[int]:
    """The ids of lines under each other whose words begin, after gaps, at the same places: a table whose cells stand close."""
    found: set[int] = set()
    for start in range(len(lines) - ROWS + 1):
        rows = lines[start : start + ROWS]
        columns = [
            {round(two[1]) for one, two in itertools.pairwise(row.words) if two[1] - one[2] > CLOSE * row.size}
            for row in rows
        ]
        shared = [
            place for place in columns[0] if all(any(abs(place - other) <= 1 for other in each) for each in columns[1:])
        ]
        if shared and all(len(row.words) <= MOST_IN_CELL * (len(shared) + 1) for row in rows) and len(shared) + 1 >= COLUMNS:
            found |= {id(row) for row in rows}
    return found


def _heads(line: Line, row: Line) -> bool:
    """Whether a line is the head of the table that begins with a row: no more words than it, close over it."""
    return len(line.words) <= len(row.words) and line.text[-1:] not in ".!?”" and 0 < line.base - row.base < 3 * row.size


def _is_row(line: Line) -> bool:
    """Whether a line is cells: few words each, and wide gaps between them.

    A single gap counts only before a figure: a question stands so beside its answer.
    """
    gaps = sum(two[1] - one[2] > CELLS * line.size for one, two in itertools.pairwise(line.words))
    figures = bool(line.words) and any(letter.isdecimal() for letter in line.words[-1][0])
    return gaps > (0 if figures else 1) and len(line.words) <= MOST_IN_CELL * (gaps + 1)


def _counting(numbers: Sequence[tuple[Line, Word]], edge: Literal[1, 2]) -> set[tuple[int, float]]:
    """The numbers that stand under each other and count up by one or by five, by their line and place."""
    columns: dict[int, list[tuple[Line, Word]]] = defaultdict(list)
    for line, word in numbers:
        near, far = (word[2], word[1]) if edge == 2 else (word[1], word[2])
        columns[round(near / ALIGNED)].append((line, word))  # aligned on the right or the left, as the case may be
        columns[round(far / ALIGNED) + FAR].append((line, word))
    counted: set[tuple[int, float]] = set()
    for column in columns.values():
        ordered = sorted(column, key=lambda each: -each[0].base)
        values = [int(word[0]) for _, word in ordered]
        steps = Counter(b - a for a, b in itertools.pairwise(values))
        step, times = steps.most_common(1)[0] if steps else (0, 0)
        if step in (1, 5) and times >= NUMBERED - 1 and times >= 0.8 * (len(values) - 1):
            counted |= {(id(line), word[1]) for line, word in ordered}
    return counted


def running(pages: Sequence[Sequence[Line]], heights: Sequence[float], size: float) -> set[int]:
    """The ids of lines that stand at the top or bottom of several pages, but for their numbers, and of page numbers.

    Args:
        pages: the lines of each page.
        heights: of each page.
        size: the type size of the text.
    """
    seen: dict[str, set[int]] = defaultdict(set)
    at_edge: list[tuple[Line, str]] = []
    printed: set[int] = set()
    for number, lines in enumerate(pages):
        edge = _edges(lines, heights[number])
        bases = {round(line.base) for line in edge if BROWSER_LINES.fullmatch(line.text)}
        printed |= {id(line) for line in edge if round(line.base) in bases}
        for line in edge:
            pattern = re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.casefold())
            at_edge.append((line, pattern))
            seen[pattern].add(number)
    return (
        {
            id(line)
            for line, pattern in at_edge
            if (len(seen[pattern]) > 1 and len(seen[pattern]) * 3 >= len(pages)) or PAGE_NUMBER.fullmatch(line.text)
        }
        | printed
        | {id(line) for lines, height in zip(pages, heights, strict=True) for line in _small(lines, height, size)}
        | {id(line) for lines, height in zip(pages, heights, strict=True) for line in _folio(lines, height)}
    )


def without_jumps(lines: Sequence[Line]) -> list[Line]:
    """Lines without those that say where a newspaper's story goes on."""
    return [line for line in lines if not JUMP.fullmatch(line.text)]


def _folio(lines: Sequence[Line], height: float) -> list[Line]:
    """The row at the top or the foot of a page that gives day, newspaper and page in parts far apart."""
    found: list[Line] = []
    for edge in (max, min):
        base = edge((line.base for line in lines), default=0.0)
        row = [line for line in lines if abs(line.base - base) < 1]
        at_edge = base > height * (1 - MARGIN) or base < height * MARGIN
        dated = any(first_day(line.text) or ENDS_IN_PAGE.search(line.text) for line in row)
        if at_edge and len(row) >= PARTS and dated and sum(len(line.words) for line in row) <= FOLIO:
            found += row
    return found


def _small(lines: Sequence[Line], height: float, size: float) -> list[Line]:
    """The lines at a page's edge that are set much smaller than the text and stand far from it, or very far at its foot."""
    text = [line.base for line in lines if line.size >= FOOT_SIZE * size]
    return [line for line in _edges(lines, height) if _is_foot(line, _distance(line, text), height, size)]


def _distance(line: Line, text: Sequence[float]) -> float:
    """How far the nearest baseline of the text is from a line."""
    return min((abs(line.base - base) for base in text if abs(line.base - base) > 1), default=0.0)


def _is_foot(line: Line, far: float, height: float, size: float) -> bool:
    foot = line.base < height * MARGIN and len(line.words) <= FOOT and far > FARTHER * size
    return foot or (line.size < FOOT_SIZE * size and far > APART * size)


def _edges(lines: Sequence[Line], height: float) -> list[Line]:
    bases = sorted({round(line.base) for line in lines})
    near = {*bases[:EDGE_LINES], *bases[-EDGE_LINES:]}
    return [
        line
        for line in lines
        if round(line.base) in near and (line.base > height * (1 - MARGIN) or line.base < height * MARGIN)
    ]
