"""Datelines: where and when a story was filed, and by whom, before its first words; no part of what it tells."""

from __future__ import annotations

import re

# "HEMPSTEAD, N.Y., Sept. 26 (UPI) —", "Oslo, Norway —", "Oslo, Norway (AFP) -", "(CNN)", "Friday, May 6, 2016"
DATELINE = re.compile(
    r"([A-Z][A-Z’'.-]{2,}[^\n—–]{0,50}?(\([A-Z/ ]{2,12}\)\s*)?(—|―|–|--|\s-)\s+"
    r"|[A-Z][a-z]+( [A-Z][a-z]+)?(, [A-Z][a-z.]+( [A-Z][a-z]+)?){1,2} (—|―|–|--|-) (?=[A-Z])"
    r"|[A-Z][\w.,’' -]{1,50}\((CNN|AP|Reuters|AFP|UPI)\)\s*(—|―|–|--|-)\s*"
    r"|\((CNN|AP|Reuters|AFP|UPI)\)\s*((—|―|–|--|-)\s+)?"
    r"|([A-Z][a-z]+day, )?[A-Z][a-z]+ \d{1,2}, \d{4} (?=[A-Z“\"]))(?=\S)"
)


def after_dateline(text: str, start: int, end: int) -> int:
    """Where the words begin after a dateline at `start`; `start` itself if there is none before `end` (code points)."""
    filed = DATELINE.match(text, start, end)
    return filed.end() if filed else start
