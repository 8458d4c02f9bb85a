"""Split a text into the words and numbers that the grammar reads, whatever tokenisation the pipeline has."""

from __future__ import annotations

import re
from dataclasses import dataclass

PIECES = (
    r"\d{4}-\d\d-\d\d",  # 2016-07-15
    r"\d{1,2}/\d{1,2}/\d{2,4}",  # 7/15/2016
    r"\d{1,2}[:.]\d\d(?::\d\d)?(?=\s?[AaPp]\.?\s?[Mm]\b)",  # 8.30 p.m.
    r"\d{1,2}:\d\d(?::\d\d)?(?![\d:])",  # 10:35
    r"\d+(?:st|nd|rd|th)\b",  # 15th
    r"(?:1[5-9]|20)\d0(?:['’]s|s)\b|['’‘]\d0s\b",  # 1990s, '90s
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?",  # 1,000 and 2.5 and 1989
    r"[AaPp]\.\s?[Mm]\.?(?![A-Za-z])",  # a.m.
    r"[^\W\d_]+",  # words
    r"[^\w\s]",  # marks
)
PIECE = re.compile("|".join(PIECES))


@dataclass(slots=True)
class Lexed:
    """A text as parallel lists, one entry a piece: lower-cased words, offsets in code points, the words as written."""

    low: list[str]
    start: list[int]
    end: list[int]
    text: list[str]


def lex(text: str) -> Lexed:
    """Split a text."""
    low, starts, ends, texts = [], [], [], []
    for found in PIECE.finditer(text):
        word = found.group()
        texts.append(word)
        low.append(word.lower())
        starts.append(found.start())
        ends.append(found.end())
    return Lexed(low, starts, ends, texts)
