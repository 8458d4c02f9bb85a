"""Paragraphs of a text and what each is: title, heading, body or noise (see `boilerplate`)."""

from __future__ import annotations

import re

from generator.sources.article import Paragraph, ParagraphKind
from generator.sources.boilerplate import galleries, is_heading, is_noise

BREAK = re.compile(r"\n[^\S\n]*\n\s*")
LINE = re.compile(r"\S[^\n]*")
LONG_LINE = 60  # characters; a text whose lines are longer on average has a paragraph a line


def paragraphs(text: str, title: str | None) -> tuple[Paragraph, ...]:
    """Split a text at blank lines, or at line breaks where its lines are whole paragraphs."""
    found: list[tuple[int, int]] = []
    start = 0
    for end, following in [*((m.start(), m.end()) for m in BREAK.finditer(text)), (len(text), len(text))]:
        lines = [(m.start(), m.start() + len(m.group().rstrip())) for m in LINE.finditer(text, start, end)]
        if len(lines) > 1 and not _whole_paragraphs([text[a:b] for a, b in lines]):
            lines = [(lines[0][0], lines[-1][1])]
        found += lines
        start = following
    slides = galleries([text[start : start + 8] for start, _ in found])
    return tuple(
        Paragraph(start, end, "noise" if number in slides else _kind(text[start:end], number, title))
        for number, (start, end) in enumerate(found)
    )


def _whole_paragraphs(lines: list[str]) -> bool:
    """Hard-wrapped lines are of one width and end anywhere; whole paragraphs end with a mark, or differ in length."""
    ended = sum(line[-1:] in ".?!”\"’')…:" for line in lines[:-1])
    return ended >= 0.7 * (len(lines) - 1) or max(map(len, lines)) > 2 * LONG_LINE


def _kind(words: str, number: int, title: str | None) -> ParagraphKind:
    if number == 0 and title and _same(words, title):
        return "title"
    if is_noise(words):
        return "noise"
    return "heading" if is_heading(words) else "body"


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()
