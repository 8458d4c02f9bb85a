"""The order in which a page's lines are read: across what spans the page, down each column, also when a file draws line by line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence

from generator.sources.readers.print.lines import Line, joined

STEP = 2.0  # points between the places where a gutter is looked for
LEAST = 4  # lines on each side of a gutter
FEWEST = 3  # the same where they hold so many words that they are no cells of a table
WORDS_A_LINE = 4  # words a line
CROSSING = 0.2  # share of lines that may cross a gutter: headlines, introductions
NARROW = 0.12  # of the width: a narrower stripe is no column
SMALLER_CELL = 0.88  # of the type size
DEEPEST = 4


def in_order(lines: Sequence[Line], depth: int = 0) -> list[Line]:
    """The lines of a page, or of one of its columns, in the order of reading."""
    gutter = _gutter(lines) if depth < DEEPEST else None
    if gutter is None:
        return _rows(lines)
    made: list[Line] = []
    band: list[Line] = []

    def flushed() -> None:
        left = [line for line in band if (line.left + line.right) / 2 < gutter]
        right = [line for line in band if (line.left + line.right) / 2 >= gutter]
        made.extend(in_order(left, depth + 1) + in_order(right, depth + 1))
        band.clear()

    for line in sorted(lines, key=lambda line: (-line.base, line.left)):
        if line.left < gutter - STEP and line.right > gutter + STEP:
            flushed()
            made.append(line)
        else:
            band.append(line)
    flushed()
    return made


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom; those on one baseline are one, and a box of smaller type beside them comes last."""
    beside: list[Line] = []
    made = []
    for row in _level(lines):
        widest = max(row, key=lambda line: line.right - line.left)
        apart = [each for each in row if each.size < SMALLER_CELL * widest.size and each.left - widest.right > widest.size]
        beside += apart
        made.append(joined([each for each in row if each not in apart]))
    return [*made, *beside]


def _level(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines by their baselines, from the top."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (-line.base, line.left)):
        if rows and rows[-1][0].base - line.base <= 0.45 * min(rows[-1][0].size, line.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where an empty stripe divides the lines into columns that stand side by side; None where none does."""
    if len(lines) < 2 * FEWEST:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    crossed = _crossed(lines)
    divides = _Divisions(lines)
    first, last = (int(edge // STEP) for edge in (start + NARROW * (end - start), end - NARROW * (end - start)))
    places = [place for place in range(first, last + 1) if crossed[place] <= CROSSING * len(lines) and divides(place * STEP)]
    if not places:
        return None
    found = max(places, key=lambda place: (-crossed[place], _stripe(crossed, place), -place))
    low = high = found
    while low > first and crossed[low - 1] == crossed[found]:
        low -= 1
    while high < last and crossed[high + 1] == crossed[found]:
        high += 1
    return (low + high + 1) / 2 * STEP


def _crossed(lines: Sequence[Line]) -> Counter[int]:
    """How many lines cross each place."""
    steps: Counter[int] = Counter()
    for line in lines:
        steps[int(line.left // STEP)] += 1
        steps[int(line.right // STEP) + 1] -= 1
    crossed: Counter[int] = Counter()
    for place in range(min(steps), max(steps)):
        crossed[place] = crossed[place - 1] + steps[place]
    return crossed


def _stripe(crossed: Counter[int], place: int) -> int:
    low = high = place
    while crossed[low - 1] <= crossed[place] and place - low < 40:
        low -= 1
    while crossed[high + 1] <= crossed[place] and high - place < 40:
        high += 1
    return high - low


class _Divisions:
    """Asks whether lines stand in columns on both sides of a place; neighbouring places have the same lines on their sides."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._by_left = sorted(lines, key=lambda line: line.left)
        self._by_right = sorted(lines, key=lambda line: line.right)
        self._lefts, self._rights = [line.left for line in self._by_left], [line.right for line in self._by_right]
        self._known: dict[tuple[int, int], bool] = {}

    def __call__(self, at: float) -> bool:
        ended, begun = bisect_right(self._rights, at + STEP), bisect_left(self._lefts, at - STEP)
        if min(ended, len(self._lefts) - begun) < FEWEST:
            return False
        if (ended, begun) not in self._known:
            self._known[ended, begun] = _divided(self._by_right[:ended], self._by_left[begun:])
        return self._known[ended, begun]


def _divided(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether there are columns of text on both sides, beside each other: lines of several words, at the same heights."""
    fewest = min(len(left), len(right))
    words = min(sum(len(line.text.split()) for line in side) / len(side) for side in (left, right))
    if words < (2 if fewest >= LEAST else WORDS_A_LINE):
        return False
    top = min(max(line.base for line in side) for side in (left, right))
    bottom = max(min(line.base for line in side) for side in (left, right))
    return top - bottom > (min(fewest, LEAST) - 2) * 8
