"""From a PDF's glyphs to lines: where each stands, in what size, in which words.

The library is pypdfium2 (the PDF engine of Chrome): of pypdf, pdfminer.six, pdfplumber and it, only it and pdfplumber give
ligatures as letters, it is ten to thirty times as fast as those two, and it needs no other package.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

QUARTER = 1.5707963  # a quarter of a turn
GLYPH_GAP = 0.17  # of the type size: a wider gap between two glyphs is a space
GAP = 0.9  # of the type size: a wider gap may be one between columns
DROP = 2.0  # times the text's type size: a capital at a paragraph's beginning over two lines or more
RAISED = 0.8  # of its line's type size: a figure so small that stands higher is a note's
# what a note's figure stands behind: a stop, or a word of some length; behind "km" and "10" it is an exponent
NOTED = re.compile(r"[^\W\d_]{4}$|[.,;:!?”’\")\]]$")
SAME_LINE = 0.45  # of the type size: two baselines nearer than this are one line (raised figures)
HYPHENS = frozenset((0xFFFE, 0x02, 0xAD))  # how the library and some files give a hyphen at a line's end
# words; blanks; and each by itself: hyphens, controls, and what stands in areas where fonts put what they like
_APART = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\ue000-\uf8ff\ufffd-\uffff"
PIECES = re.compile(rf"(?P<blank>[\t\n\r \xa0])|(?P<word>[^\t\n\r \xa0{_APART}]+)|(?P<apart>.)", re.S)
LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x200A: " ", 0x202F: " ", 0x200B: "", 0xFEFF: "",
}  # fmt: skip


class Glyph(NamedTuple):
    """A piece of a word on a page, in points from its lower left corner; a single letter without a text where its font names none."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline of one page."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    unknown: int = 0  # glyphs without a letter
    words: tuple[tuple[str, float, float], ...] = field(default=(), repr=False)


def glyphs(page: Any) -> list[Glyph]:
    """The pieces of words on a page of pypdfium2 that run in the direction of most; a watermark across them is left out.

    What the letters of a piece share is asked once: a page has thousands of letters, and each question costs.
    """
    import pypdfium2.raw as raw

    text = page.get_textpage()
    measure = _Measure(raw, text.raw, page.get_mediabox())
    found: list[tuple[int, Glyph]] = []
    blank = -1  # the number of a blank since the last piece
    for piece in PIECES.finditer(_characters(raw, text)):
        if piece.lastgroup == "blank":
            blank = piece.start()
            continue
        letters = piece[0] if piece.lastgroup == "word" else "-" if ord(piece[0]) in HYPHENS else ""
        made = list(measure.pieces(piece.start(), letters))
        if (
            made and found and letters == "-" and piece.lastgroup == "apart"
        ):  # what divides a word belongs to it, however far it stands
            quarter, glyph = made[0]
            made[0] = (
                quarter,
                glyph._replace(left=min(glyph.left, found[-1][1].right)) if glyph.base == found[-1][1].base else glyph,
            )
        # a wide gap is a space whatever the file says of it
        if (
            blank >= 0
            and made
            and found
            and _is_near(found[-1][1], made[0][1])
            and raw.FPDFText_IsGenerated(text.raw, blank) != 1
        ):
            quarter, last = found[-1]
            found.append((quarter, Glyph(" ", last.right, last.right, last.base, last.size, last.bold)))
        found += made
        blank = -1
    return _usual(found)


def _is_near(one: Glyph, two: Glyph) -> bool:
    """Whether only a blank that the file holds tells that two pieces are two words."""
    return two.left - one.right <= GLYPH_GAP * min(one.size, two.size) and abs(two.base - one.base) <= SAME_LINE * one.size


def _usual(found: list[tuple[int, Glyph]]) -> list[Glyph]:
    """The glyphs that run in the direction of most."""
    turns = Counter(quarter for quarter, glyph in found if glyph.text != " ")
    usual = turns.most_common(1)[0][0] if turns else 0
    return [glyph for quarter, glyph in found if quarter == usual]


def _characters(raw: Any, text: Any) -> str:
    """A page's characters, one for each that the library counts."""
    count = text.count_chars()
    buffer = (ctypes.c_ushort * (count + 1))()
    if raw.FPDFText_GetText(text.raw, 0, count, buffer) == count + 1:
        return "".join(map(chr, buffer[:count]))
    # it leaves controls out: asked one by one, which takes longer
    return "".join(chr(raw.FPDFText_GetUnicode(text.raw, index)) for index in range(count))


class _Measure:
    """Asks the library where a piece of a word stands, in which type, and whether its font names letters."""

    def __init__(self, raw: Any, handle: Any, box: tuple[float, float, float, float]) -> None:
        self._raw, self._handle, (_, _, self._width, self._height) = raw, handle, box
        self._box, self._x, self._y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
        self._types: dict[int, tuple[float, bool]] = {}
        self._object: int | None = None  # the text object asked last
        self._depths: dict[tuple[int | None, float], float] = {}  # of a box under its baseline
        self._name, self._flags = ctypes.create_string_buffer(80), ctypes.c_int()

    def pieces(self, start: int, letters: str) -> Iterator[tuple[int, Glyph]]:
        """A piece of a word with its direction, in quarters of a turn; letter by letter where its letters do not follow each other.

        Args:
            start: the number of its first letter.
            letters: its letters; none for one that is no letter.
        """
        raw, handle = self._raw, self._handle
        turn, bold = self._type(start)
        if turn not in (0, 1, 2, 3):
            return
        mapped = raw.FPDFText_HasUnicodeMapError(handle, start) != 1
        turn = int(turn)
        whole = letters if letters.isascii() else letters.translate(LIGATURES)
        first = self._place(start, turn, whole if mapped else "", bold)
        if len(letters) < 2:
            yield turn, first
        elif mapped and (right := self._goes_to(start, start + len(letters) - 1, turn, first)) is not None:
            yield turn, Glyph(first.text, first.left, right, first.base, first.size, bold)
        else:
            for index, letter in enumerate(letters, start):
                yield from self.pieces(index, letter)

    def _goes_to(self, start: int, end: int, turn: int, first: Glyph) -> float | None:
        """The right edge of a piece whose last letter stands in one line with its first and in its type; else None."""
        if turn == 0:  # nearly all text: the edges of the two boxes tell what their baselines would, at half the cost
            box = self._box
            below, size = box.bottom, first.size
            self._raw.FPDFText_GetLooseCharBox(self._handle, end, box)
            level = abs(box.bottom - below) < SAME_LINE * max(size, 1) and box.right >= first.left
            return max(first.right, box.right) if level and box.top - box.bottom > RAISED * size else None
        last = self._place(end, turn, "", first.bold)
        level = abs(last.base - first.base) < SAME_LINE * max(first.size, 1) and last.right >= first.left
        # a note's figure may end it: "harbour.2"
        return max(first.right, last.right) if level and last.size > RAISED * first.size else None

    def _type(self, index: int) -> tuple[float, bool]:
        """In which direction a letter runs, in quarters of a turn, and whether it is bold; all letters of a text object do alike."""
        raw, handle = self._raw, self._handle
        pointer = raw.FPDFText_GetTextObject(handle, index)
        self._object = key = ctypes.addressof(pointer.contents) if pointer else None
        if key is not None and key in self._types:
            return self._types[key]
        turn = round(raw.FPDFText_GetCharAngle(handle, index) / QUARTER, 1) % 4
        raw.FPDFText_GetFontInfo(handle, index, self._name, 80, self._flags)
        bold = b"bold" in self._name.value.lower() or raw.FPDFText_GetFontWeight(handle, index) >= 600
        if key is not None:
            self._types[key] = turn, bold
        return turn, bold

    def _place(self, index: int, quarter: int, letters: str, bold: bool) -> Glyph:
        """Where a letter stands, as if its line ran from left to right."""
        box, x, y = self._box, self._x, self._y
        self._raw.FPDFText_GetLooseCharBox(self._handle, index, box)
        size = box.top - box.bottom
        if quarter == 0 and (depth := self._depths.get((self._object, size))) is not None:
            return Glyph(letters, box.left, box.right, box.bottom + depth, size, bold)
        self._raw.FPDFText_GetCharOrigin(self._handle, index, x, y)
        if quarter == 0 and self._object is not None:
            self._depths[self._object, size] = y.value - box.bottom
        if quarter == 0:
            return Glyph(letters, box.left, box.right, y.value, size, bold)
        if quarter == 2:
            right, left = self._width - box.left, self._width - box.right
            return Glyph(letters, left, right, self._height - y.value, box.top - box.bottom, bold)
        if quarter == 1:
            return Glyph(letters, box.bottom, box.top, self._width - x.value, box.right - box.left, bold)
        return Glyph(letters, self._height - box.top, self._height - box.bottom, x.value, box.right - box.left, bold)


def rows(found: Iterable[Glyph], number: int) -> list[Line]:
    """The lines of a page from its top, each cut where a gap may lie between two columns."""
    ordered = sorted(
        (g for g in _with_capitals(_without_notes(list(found))) if g.text not in ("\n", "\r")), key=lambda g: -g.base
    )
    made: list[Line] = []
    group: list[Glyph] = []
    for glyph in ordered:
        if group and group[0].base - glyph.base > SAME_LINE * max(min(group[0].size, glyph.size), 1):
            made += _cut(group, number)
            group = []
        group.append(glyph)
    if group:
        made += _cut(group, number)
    return made


def _with_capitals(found: list[Glyph]) -> list[Glyph]:
    """Glyphs with each drop capital in the line that its top stands in, in that line's type, right before the line's first letter."""
    capitals = [g for g in found if len(g.text) == 1 and g.text.isupper()]
    sizes = Counter(round(glyph.size) for glyph in found if len(glyph.text) > 1) if capitals else None
    usual = sizes.most_common(1)[0][0] if sizes else 0
    drops = [g for g in capitals if usual and g.size > DROP * usual]
    for drop in drops:
        beside = [g for g in found if _is_beside(g, drop, usual)]
        # a capital beside one line is a large first letter of it, and read already
        if len({round(g.base) for g in beside}) > 1:
            _set_down(found, drop, beside)
    return found


def _is_beside(g: Glyph, drop: Glyph, usual: float) -> bool:
    """Whether a glyph stands right of a drop capital, in one of the lines that it is as high as."""
    near = 0 <= g.left - drop.right + 0.2 * usual < 2 * usual
    level = drop.base - 0.3 * usual < g.base < drop.base + drop.size
    return bool(g.text.strip()) and near and level and g.size < 1.5 * usual


def _set_down(found: list[Glyph], drop: Glyph, beside: list[Glyph]) -> None:
    """Put a drop capital before the first of the lines beside it, and let those begin where the lines under it do."""
    first = max(beside, key=lambda g: g.base)
    # a capital that is a whole word ("A", "I") is followed by a small letter all the same in no word of the line
    whole = drop.text in "AI" and first.text[:1].isupper()
    place = first.left - (1.0 if whole else 0.55) * first.size
    found[found.index(drop)] = first._replace(
        text=drop.text, left=place, right=first.left - (0.4 if whole else 0) * first.size
    )
    indented = {round(g.base): drop.left - g.left for g in beside}
    indented[round(first.base)] = drop.left - place
    ends = {
        base: _end(found, base, place if base == round(first.base) else drop.left - moved)
        for base, moved in indented.items()
    }
    for number, glyph in enumerate(found):
        base = round(glyph.base)
        if base in indented and drop.left <= glyph.left <= ends[base] + 0.1:
            found[number] = glyph._replace(left=glyph.left + indented[base], right=glyph.right + indented[base])


def _end(found: Iterable[Glyph], base: int, start: float) -> float:
    """Where the words of a line end that begin at a place: before the gap to the next column."""
    end = start
    for glyph in sorted((g for g in found if round(g.base) == base and g.left >= start - 0.1), key=lambda g: g.left):
        if glyph.left - end > GAP * glyph.size:
            break
        end = max(end, glyph.right)
    return end


def _cut(group: list[Glyph], number: int) -> Iterator[Line]:
    """The glyphs of one baseline as lines."""
    inked = sorted((g for g in group if g.text.strip() or not g.text), key=lambda g: (g.left, g.right))
    spaces = sorted(g.left for g in group if g.text and not g.text.strip())
    run: list[Glyph] = []
    for glyph in inked:
        if run and _twice(run[-1], glyph):
            continue
        if run and glyph.left - run[-1].right > GAP * max(glyph.size, run[-1].size):
            yield _line(run, spaces, number)
            run = []
        run.append(glyph)
    if run:
        yield _line(run, spaces, number)


def _without_notes(found: list[Glyph]) -> list[Glyph]:
    """A page's glyphs without the small raised figures that point to footnotes."""
    figures = [n for n, glyph in enumerate(found) if glyph.text.isdecimal()]
    usual = _size_of_most(found) if figures else 0.0
    small = {n for n in figures if found[n].size < RAISED * usual}
    if not small:
        return found
    words = [g for g in found if g.size >= RAISED * usual and g.text.strip()]
    notes = {n for n in small if any(_raised(found[n], word) and NOTED.search(_before(word, words)) for word in words)}
    return [g for n, g in enumerate(found) if n not in notes]


def _size_of_most(found: Iterable[Glyph]) -> float:
    """The type size of most letters."""
    sizes: dict[float, int] = {}
    for glyph in found:
        sizes[glyph.size] = sizes.get(glyph.size, 0) + len(glyph.text)
    return max(sizes, key=lambda size: sizes[size])


def _before(word: Glyph, words: list[Glyph]) -> str:
    """The last letters up to a glyph, also where each is a glyph of its own."""
    text = word.text
    while len(text) < 4:
        near = (
            g
            for g in words
            if abs(g.right - word.left) < GLYPH_GAP * word.size and abs(g.base - word.base) < 1 and g is not word
        )
        if (earlier := next(near, None)) is None or earlier.left >= word.left:
            break
        word, text = earlier, earlier.text + text
    return text


def _raised(note: Glyph, word: Glyph) -> bool:
    """Whether a figure stands close behind a word, above its baseline."""
    return (
        -0.2 * word.size < note.left - word.right < 0.3 * word.size
        and 0.1 * word.size < note.base - word.base < 0.7 * word.size
    )


def _twice(one: Glyph, other: Glyph) -> bool:
    """Whether a letter is printed a second time a hair beside the first, which some programs do for bold."""
    return one.text == other.text and abs(one.left - other.left) < 0.12 * max(one.size, 1) and one.text != ""


def _line(run: list[Glyph], spaces: list[float], number: int) -> Line:
    words: list[tuple[str, float, float]] = []
    current, left, last = run[0].text, run[0].left, run[0]
    for glyph in run[1:]:
        gap = glyph.left - last.right
        if gap > GLYPH_GAP * min(glyph.size, last.size) or (gap > 0.05 * glyph.size and _spaced(spaces, last, glyph)):
            words.append((current, left, last.right))
            current, left = "", glyph.left
        current += glyph.text
        last = glyph
    words.append((current, left, last.right))
    one = all(
        g.size == last.size and g.base == last.base for g in run
    )  # counting is slow, and nearly every line is set in one type
    sizes, bases = ([last.size], [last.base]) if one else ([g.size for g in run], [g.base for g in run])
    return Line(
        text=" ".join(word for word, _, _ in words if word),
        left=run[0].left,
        right=max(g.right for g in run),
        base=_usually(bases),
        size=_usually(sizes),
        bold=sum(g.bold for g in run) * 2 > len(run),
        page=number,
        unknown=sum(not g.text for g in run),
        words=tuple(words),
    )


def _spaced(spaces: list[float], last: Glyph, glyph: Glyph) -> bool:
    """Whether a blank stands between two glyphs."""
    return bisect_right(spaces, glyph.left) > bisect_right(spaces, last.left)


def _usually(values: Sequence[float]) -> float:
    """The most frequent of some measures, to a tenth of a point."""
    return round(values[0], 1) if len(values) == 1 else Counter(round(each, 1) for each in values).most_common(1)[0][0]


def body_size(lines: Sequence[Line]) -> float:
    """The type size in which most of the text is set."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def joined(parts: list[Line]) -> Line:
    """Parts of one baseline as one line, from the left."""
    parts = sorted(parts, key=lambda line: line.left)
    widest = max(parts, key=lambda line: line.right - line.left)
    return replace(
        widest,
        text=" ".join(part.text for part in parts),
        left=parts[0].left,
        right=max(part.right for part in parts),
        unknown=sum(part.unknown for part in parts),
        words=tuple(word for part in parts for word in part.words),
    )
