"""The picture that other sites show beside a link to the briefing: its title, line, period and counts (Open Graph's `og:image`).

Drawn when the site is built, from what the first page says, so that picture and page agree. Library Pillow, with the one font that it
brings: no other font is installed everywhere, and the same words give the same bytes. That font has the letters of ASCII alone, so other
letters are transliterated (library text-unidecode: "Erdoğan" is "Erdogan").
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html
from text_unidecode import unidecode

PICTURE_FILE = "assets/share.png"
PICTURE_KINDS = {
    "fact": "KEY FACT",
    "quote": "QUOTATION",
    "event": "EVENT",
    "difference": "THE SOURCES DIFFER",
}  # one picture each
WIDTH, HEIGHT = 1200, 630  # what Open Graph's readers ask for
MARGIN = 80
PAPER, INK, SOFT, ACCENT = "#fbfaf7", "#1d1d1b", "#5d5b56", "#8c2f1b"
TITLE_SIZES = (84, 72, 62, 54)  # sizes that are tried, largest first
LINES = 3
CUT = "..."
COLOURS = 32


def write(site: Path) -> bool:
    """Draw the picture of a built site into its assets; False where there is no first page of ours."""
    page = site / "index.html"
    if not page.is_file() or not (site / "assets").is_dir():
        return False
    found = html.parse(str(page), html.HTMLParser(encoding="utf-8")).xpath("//header[@class='masthead']")
    if not found:
        return False
    header = found[0]
    title, dek = (" ".join((header.findtext(path) or "").split()) for path in ("h1", "p[@class='dek']"))
    figures = [
        (
            " ".join(each.findtext("dt").split()),
            " ".join(each.find("dd").text_content().split()),
            each.get("class") == "wide",
        )
        for each in header.findall("dl/div")
    ]
    (site / PICTURE_FILE).write_bytes(picture(title, dek, figures))
    for kind, label in PICTURE_KINDS.items():
        (site / picture_of(kind)).write_bytes(picture(title, dek, figures, label))
    return True


def picture_of(kind: str) -> str:
    """The picture beside a link to one thing of a kind; of no such kind, that of the whole briefing."""
    return PICTURE_FILE.replace(".png", f"-{kind}.png") if kind in PICTURE_KINDS else PICTURE_FILE


def picture(title: str, dek: str, figures: Sequence[tuple[str, str, bool]], label: str = "BRIEFING") -> bytes:
    """The picture as PNG.

    Args:
        title: the briefing's.
        dek: the line under it, or nothing.
        figures: label, value, and whether it is a period rather than a count.
        label: over the title, what the link leads to.
    """
    from PIL import Image, ImageDraw

    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, WIDTH, 14), fill=ACCENT)
    draw.text((MARGIN, 72), label, font=_font(26), fill=ACCENT)
    title, dek = _ascii(title), _ascii(dek)
    size = next((s for s in TITLE_SIZES if len(_lines(title, s)) <= LINES), TITLE_SIZES[-1])
    top = 122
    for line in _balanced(title, size)[:LINES]:
        draw.text((MARGIN, top), line, font=_font(size), fill=INK)
        top += round(size * 1.16)
    room = max(0, (440 - top - 14) // 42)
    for line in _lines(dek, 30)[: min(2, room)]:
        draw.text((MARGIN, top + 14), line, font=_font(30), fill=SOFT)
        top += 42
    period = next((_ascii(value) for _, value, wide in figures if wide), "")
    draw.line((MARGIN, 470, WIDTH - MARGIN, 470), fill=INK, width=2)
    left = MARGIN
    for said, value, wide in figures:
        if wide or left > WIDTH - 160:
            continue
        draw.text((left, 488), value, font=_font(48), fill=INK)
        draw.text((left, 550), said, font=_font(24), fill=SOFT)
        left += max(_width(value, 48), _width(said, 24)) + 44
    for number, line in enumerate(_lines(period, 26, max(200, WIDTH - MARGIN - left))[:2]):
        draw.text((WIDTH - MARGIN - _width(line, 26), 500 + 34 * number), line, font=_font(26), fill=SOFT)
    made = io.BytesIO()
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(made, "PNG", optimize=True)
    return made.getvalue()


@cache
def _font(size: int) -> Any:
    from PIL import ImageFont

    return ImageFont.load_default(size)


def _width(text: str, size: int) -> int:
    return int(_font(size).getlength(text) + 0.5)


def _ascii(text: str) -> str:
    plain = "".join(c if c.isprintable() else " " for c in text)
    return "".join(c if c.isascii() else unidecode(c) for c in plain)


def _balanced(text: str, size: int) -> list[str]:
    """As few lines as can be, of about one length: no last word alone."""
    lines = _lines(text, size)
    for width in range(WIDTH - 2 * MARGIN, 300, -20):
        narrower = _lines(text, size, width)
        if len(narrower) > len(lines) or any(line.endswith(CUT) for line in narrower):
            break
        lines = narrower
    return lines


def _lines(text: str, size: int, width: int = WIDTH - 2 * MARGIN) -> list[str]:
    """Text in lines of a width; a word that is wider is cut."""
    lines: list[str] = []
    for word in text.split():
        letters = len(word)
        while letters and _width(word, size) > width:
            letters = min(letters - 1, letters * width // _width(word, size))
            word = word[:letters] + CUT
        if lines and _width(f"{lines[-1]} {word}", size) <= width:
            lines[-1] = f"{lines[-1]} {word}"
        elif word:
            lines.append(word)
    return lines
