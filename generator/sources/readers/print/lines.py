"""From a PDF's glyphs to lines: where each stands, in what size, in which words.

The library is pypdfium2 (the PDF engine of Chrome): of pypdf, pdfminer.six, pdfplumber and it, only it and pdfplumber give
ligatures as letters, it is ten to thirty times as fast as those two, and it needs no other package.
"""

from __future__ import annotations

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

QUARTER = 1.5707963  # a quarter of a turn
SPACE = 0.17  # of the type size: a wider gap between two glyphs is a space
GAP = 0.9  # of the type size: a wider gap may be one between columns
SAME_LINE = 0.45  # of the type size: two baselines nearer than this are one line (raised figures)
HYPHEN = "\ufffe\u0002\u00ad"  # how the library and some files give a hyphen at a line's end
LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x200A: " ", 0x202F: " ", 0x200B: "", 0xFEFF: "",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter on a page, in points from its lower left corner; without a text where its font names no letter."""

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
    """The glyphs of a page of pypdfium2 that run in the direction of most; a watermark across them is left out."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    found: list[tuple[int, Glyph]] = []
    width, height = page.get_mediabox()[2], page.get_mediabox()[3]
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if raw.FPDFText_IsGenerated(text, index) == 1 and chr(code) not in HYPHEN:
            continue
        quarter = round(raw.FPDFText_GetCharAngle(text, index) / QUARTER, 1) % 4
        if quarter not in (0, 1, 2, 3):
            continue
        known = _known(code) and raw.FPDFText_HasUnicodeMapError(text, index) != 1
        letter = "-" if chr(code) in HYPHEN else LIGATURES.get(code, chr(code)) if known else ""
        found.append((int(quarter), _glyph(raw, text, index, letter, int(quarter), width, height)))
    turns = Counter(quarter for quarter, glyph in found if glyph.text != " ")
    usual = turns.most_common(1)[0][0] if turns else 0
    return [glyph for quarter, glyph in found if quarter == usual]


def _glyph(raw: Any, text: Any, index: int, letter: str, quarter: int, width: float, height: float) -> Glyph:
    """A glyph, its place as if its line ran from left to right."""
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    box, name, flags = raw.FS_RECTF(), ctypes.create_string_buffer(80), ctypes.c_int()
    raw.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    raw.FPDFText_GetLooseCharBox(text, index, box)
    raw.FPDFText_GetFontInfo(text, index, name, 80, flags)
    bold = raw.FPDFText_GetFontWeight(text, index) >= 600 or b"bold" in name.value.lower()
    if quarter == 0:
        start, end, base, size = min(left.value, x.value), right.value, y.value, box.top - box.bottom
    elif quarter == 2:
        start, end, base, size = (
            width - max(right.value, x.value),
            width - left.value,
            height - y.value,
            box.top - box.bottom,
        )
    elif quarter == 1:
        start, end, base, size = min(bottom.value, y.value), top.value, width - x.value, box.right - box.left
    else:
        start, end, base, size = height - max(top.value, y.value), height - bottom.value, x.value, box.right - box.left
    return Glyph(letter, start, end, base, size, bold)


def _known(code: int) -> bool:
    """Whether a character is one: not a control, not from an area where fonts put what they like."""
    return not (
        (code < 32 and code not in (9, 10, 13, 2))
        or 0xE000 <= code <= 0xF8FF
        or code in (0xFFFD, 0xFFFF)
        or 0x7F <= code < 0xA0
    )


def rows(found: Iterable[Glyph], number: int) -> list[Line]:
    """The lines of a page from its top, each cut where a gap may lie between two columns."""
    ordered = sorted((g for g in found if g.text not in ("\n", "\r")), key=lambda g: -g.base)
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


def _twice(one: Glyph, other: Glyph) -> bool:
    """Whether a letter is printed a second time a hair beside the first, which some programs do for bold."""
    return one.text == other.text and abs(one.left - other.left) < 0.12 * max(one.size, 1) and one.text != ""


def _line(run: list[Glyph], spaces: list[float], number: int) -> Line:
    words: list[tuple[str, float, float]] = []
    current, left, last = run[0].text, run[0].left, run[0]
    for glyph in run[1:]:
        gap = glyph.left - last.right
        spaced = any(last.left < at <= glyph.left for at in spaces) and gap > 0.05 * glyph.size
        if gap > SPACE * min(glyph.size, last.size) or spaced:
            words.append((current, left, last.right))
            current, left = "", glyph.left
        current += glyph.text
        last = glyph
    words.append((current, left, last.right))
    sizes = Counter(round(g.size, 1) for g in run)
    return Line(
        text=" ".join(word for word, _, _ in words if word),
        left=run[0].left,
        right=max(g.right for g in run),
        base=Counter(round(g.base, 1) for g in run).most_common(1)[0][0],
        size=sizes.most_common(1)[0][0],
        bold=sum(g.bold for g in run) * 2 > len(run),
        page=number,
        unknown=sum(not g.text for g in run),
        words=tuple(words),
    )


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
