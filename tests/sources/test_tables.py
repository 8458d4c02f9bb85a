"""Rows of tables in a PDF are no paragraphs; questions beside answers, which look alike, are."""

from __future__ import annotations

from generator.sources.readers.print.furniture import without_tables
from generator.sources.readers.print.lines import Line

SIZE = 10.0


def row(base: float, *cells: str) -> Line:
    """A line of cells, forty points apart, their words close together."""
    words: list[tuple[str, float, float]] = []
    at = 50.0
    for cell in cells:
        for word in cell.split():
            words.append((word, at, at + 5 * len(word)))
            at += 5 * len(word) + 3
        at += 40
    return Line(" ".join(cells), 50.0, at, base, SIZE, False, 0, words=tuple(words))


STORY = row(600, "The board counted the letters of three years and answered none of them.")


def test_rows_go_with_their_head() -> None:
    table = [row(500, "Year Letters Answers"), *(row(480 - 15 * n, f"201{n}", "1", "0") for n in range(3))]
    assert without_tables([STORY, *table]) == [STORY]


def test_two_rows_are_no_table() -> None:
    lines = [STORY, row(480, "2017", "1", "0"), row(465, "2018", "1", "0")]
    assert without_tables(lines) == lines


def test_questions_beside_answers_stay() -> None:
    lines = [STORY, row(480, "Q", "Did you see him?"), row(465, "A", "I did not."), row(450, "Q", "Who was there?")]
    assert without_tables(lines) == lines
