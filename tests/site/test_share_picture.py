"""The picture for links: of the size that is asked for, small, the same bytes for the same words, whatever the words are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.site.share_picture import HEIGHT, PICTURE_FILE, WIDTH, picture, write

FIGURES = [("Period covered", "24 November 2015 – 9 August 2016", True), ("facts", "24", False), ("events", "14", False)]


@pytest.mark.parametrize("title", ["Putin and Erdoğan mend ties", "a" * 10_000, "wörd " * 500, "\ud800\u202e<b>\x00", ""])
def test_a_picture_is_small_and_always_the_same(title: str) -> None:
    made = picture(title, title, FIGURES)
    assert Image.open(io.BytesIO(made)).size == (WIDTH, HEIGHT)
    assert len(made) < 40_000
    assert picture(title, title, FIGURES) == made


def test_it_is_drawn_from_the_first_page(tmp_path: Path) -> None:
    assert not write(tmp_path)
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text(
        '<header class="masthead"><h1>Ties</h1><dl><div class="wide"><dt>Period</dt><dd>2016</dd></div>'
        "<div><dt>facts</dt><dd><a>24</a></dd></div></dl></header>"
    )
    assert write(tmp_path)
    assert (tmp_path / PICTURE_FILE).read_bytes() == picture("Ties", "", [("Period", "2016", True), ("facts", "24", False)])
