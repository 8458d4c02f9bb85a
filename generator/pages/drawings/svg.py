"""What all drawings share: how wide words are, where boxes lie, and the frame with its text alternative.

Numbers are rounded to a tenth of a unit. Layouts use only sums, products, quotients and square roots, which IEEE 754 rounds the
same way everywhere, so that a drawing has the same bytes on every machine.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from generator.pages.escaping import inert

SIZES = {"wide": 760, "narrow": 320}  # units; the style sheet shows the one that fits the screen, at 1 px a unit or more
# advance widths in em, generous: the page's fonts differ between machines
NARROW, WIDE = frozenset("iljtfrI.,;:'’|!()[]- "), frozenset("mwMW@%&—…")


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether two rectangles share a point inside both."""
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom

    def within(self, other: Box) -> bool:
        """Whether it lies wholly in another."""
        return (
            other.left <= self.left and self.right <= other.right and other.top <= self.top and self.bottom <= other.bottom
        )


def width_of(text: str, size: float) -> float:
    """About how wide a text is, in units; rather too wide than too narrow."""
    return round(size * sum(map(_advance, text)), 1)


def shortened(text: str, letters: int) -> str:
    """Cut at a word, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    cut = text[: letters - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[letters // 2 :] else cut).rstrip(" ,;:") + "…"


def wrapped(text: str, width: float, size: float, lines: int = 2) -> list[str]:
    """A text in at most so many lines of a width; the last one is cut where the text is longer."""
    made: list[str] = []
    words = text.split()
    while words and len(made) < lines:
        count = 1
        while count < len(words) and width_of(" ".join(words[: count + 1]), size) <= width:
            count += 1
        line = " ".join(words[:count])
        if len(made) == lines - 1 and count < len(words):
            line += "…"
        made.append(_fitting(line, width, size))
        words = words[count:]
    return made or [""]


def frame(kind: str, size: str, height: float, title: str, described: str, parts: Iterable[Markup]) -> Markup:
    """The SVG element: a group for assistive technology, whose links stay links, with a name and a description."""
    name = f"{kind.replace(' ', '-')}-{size}"
    return Markup(
        '<svg class="{} {}" viewBox="0 0 {} {}" role="group" aria-labelledby="{}-t" aria-describedby="{}-d">'
        '<title id="{}-t">{}</title><desc id="{}-d">{}</desc>{}</svg>'
    ).format(
        kind,
        size,
        SIZES.get(size, SIZES["narrow"]),
        number(height),
        name,
        name,
        name,
        inert(title),
        name,
        inert(described),
        Markup("").join(parts),
    )


def link(href: str, title: str, parts: Iterable[Markup]) -> Markup:
    """A part of a drawing that leads somewhere; its whole name shows when pointed at."""
    return Markup('<a href="{}"><title>{}</title>{}</a>').format(inert(href), inert(title), Markup("").join(parts))


def text(words: str, x: float, y: float, kind: str = "", anchor: str = "") -> Markup:
    """A line of text."""
    return Markup('<text{}{} x="{}" y="{}">{}</text>').format(
        Markup(' class="{}"').format(kind) if kind else "",
        Markup(' text-anchor="{}"').format(anchor) if anchor else "",
        number(x),
        number(y),
        inert(words),
    )


def number(value: float) -> str:
    """A coordinate: at most one decimal, no minus before zero."""
    return f"{round(value, 1) + 0.0:g}" if abs(value) < 100_000 else str(round(value))


def _advance(letter: str) -> float:
    if letter in NARROW:
        return 0.38
    if letter in WIDE:
        return 0.95
    if unicodedata.east_asian_width(letter) in "WF":
        return 1.05
    return 0.72 if letter.isupper() else 0.58


def _fitting(line: str, width: float, size: float) -> str:
    """Cut at a word, or within one that is too long by itself."""
    if width_of(line, size) <= width:
        return line
    full = line.rstrip("…")
    line = line[:500]  # a "word" of ten thousand letters is not tried letter by letter
    while line and width_of(line + "…", size) > width:
        line = line[:-1]
    words = line.rsplit(" ", 1)[0]
    if full[len(line) : len(line) + 1] not in {"", " "} and len(words) > len(line) / 2:
        line = words
    return line.rstrip(" ,;:…") + "…"
