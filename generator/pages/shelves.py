"""Lists cut into pages so that an entry that comes or goes moves few others.

Where a page ends is told by the entries themselves, not by counting from the first (content-defined chunking: Muthitacharoen, Chen
and Mazières 2001, "A Low-bandwidth Network File System"): after a new entry the next pages are soon cut as they were before it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

PAGE = 100  # entries of a page, about
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """One page of a list that is split."""

    stem: str
    number: int
    total: int

    @property
    def name(self) -> str:
        """The page's name: "facts", "facts-2"."""
        return self.named(self.number)

    @property
    def file(self) -> str:
        """Its file below `docs/`."""
        return f"{self.name}.md"

    def named(self, number: int) -> str:
        """The name of another page of the list."""
        return self.stem if number == 1 else f"{self.stem}-{number}"

    @property
    def near(self) -> list[int | None]:
        """The numbers that the pager shows: the first, those around this one, the last; None for a gap."""
        shown: list[int | None] = []
        for number in range(1, self.total + 1):
            if number in {1, self.total} or abs(number - self.number) <= 2:
                shown.append(number)
            elif shown[-1] is not None:
                shown.append(None)
        return shown


def cut(items: Sequence[T], name: Callable[[T], str], group: Callable[[T], Hashable] | None = None) -> list[list[T]]:
    """Cut a list into pages; at least one.

    Args:
        items: the list.
        name: what an entry is called for good: the same names are cut alike.
        group: entries of one group stand together, and are parted only where they would fill most of a page.
    """
    least, most, span = -(-PAGE * 6 // 10), PAGE * 3 // 2, -(-PAGE * 2 // 5)
    if len(items) <= most:
        return [list(items)]
    shelves: list[list[T]] = [[]]
    for _, found in groupby(items, group or (lambda _: None)):
        together = list(found)
        parted = group is None or len(together) > least
        for number, item in enumerate(together):
            filled = len(shelves[-1])
            ends = filled >= least and (not number or parted) and zlib.crc32(name(item).encode()) % span == 0
            if ends or filled >= most:
                shelves.append([])
            shelves[-1].append(item)
    return shelves
