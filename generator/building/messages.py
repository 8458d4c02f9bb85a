"""Sentences for the user: many of one kind are told as a few and a number."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHOWN = 3  # sentences of one kind
FILES = re.compile(r"[^\s,]+\.[A-Za-z]{2,5}\b")


def summarised(lines: Iterable[str]) -> list[str]:
    """The first sentences of each kind, then how many more there are; sentences are of a kind if they differ only in file names."""
    kinds: dict[str, list[str]] = {}
    for line in lines:
        kinds.setdefault(FILES.sub("", line), []).append(line)
    told = []
    for same in kinds.values():
        told += same[: SHOWN if len(same) > SHOWN + 1 else len(same)]
        if len(same) > SHOWN + 1:
            told.append(f"{len(same) - SHOWN:,} more articles likewise, up to {same[-1].split(maxsplit=1)[0]}.")
    return told
