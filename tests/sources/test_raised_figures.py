"""Small raised figures in a PDF: a footnote's sign is no part of the text, an exponent is."""

from __future__ import annotations

import pytest

from generator.sources.readers.print.lines import Glyph, rows


@pytest.mark.parametrize(("word", "read"), [("harbour", "harbour"), ("quay.", "quay."), ("km", "km2"), ("10", "102")])
def test_a_raised_figure(word: str, read: str) -> None:
    glyphs = [
        Glyph("The", 40, 55, 100, 10, False),
        Glyph(word, 60, 90, 100, 10, False),
        Glyph("2", 90, 93, 102, 6, False),
    ]
    assert [line.text for line in rows(glyphs, 0)] == [f"The {read}"]
