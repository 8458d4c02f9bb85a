"""Lists cut into pages so that an entry that comes or goes moves few others.

Where a page ends is told by the entries themselves, not by counting from the first (content-defined chunking: Muthitacharoen, Chen
and Mazières 2001, "A Low-bandwidth Network File System"): after a new entry the next pages are soon cut as they were before it.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Generic, TypeVar

ENTRIES_OF_PAGE = 100  # entries of a page, about
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shelf(Generic[T]):
    """One page of a list, and the way to its neighbours.

    It does not know which of how many it is: that changes where others come or go, and a script tells readers.
    """

    stem: str
    name: str  # "facts", "facts-2718281828"
    before: str | None
    after: str | None
    entries: Sequence[T]

    @property
    def first(self) -> bool:
        """Whether the list begins here."""
        return self.before is None

    @property
    def alone(self) -> bool:
        """Whether the list has no other page."""
        return self.before is None and self.after is None

    @property
    def file(self) -> str:
        """Its file below `docs/`."""
        return f"{self.name}.md"

    @property
    def place(self) -> tuple[str, str | None, str | None]:
        """Its name and its neighbours'."""
        return self.name, self.before, self.after


def shelved(
    stem: str,
    items: Sequence[T],
    name: Callable[[T], str],
    group: Callable[[T], Hashable] | None = None,
    settled: bool = False,
) -> list[Shelf[T]]:
    """Cut a list into pages; a further page is called after the entry with which it begins, so that links to it last.

    Args:
        stem: the first page's name.
        items: the list.
        name: what an entry is called for good.
        group: see `cut`.
        settled: behind the first page entries stand by name: ranks further down move with every edit.
    """
    if settled and len(items) > ENTRIES_OF_PAGE * 3 // 2:
        pages = [list(items[:ENTRIES_OF_PAGE]), *cut(sorted(items[ENTRIES_OF_PAGE:], key=name), name)]
    else:
        pages = cut(items, name, group)
    names = [stem]
    for entries in pages[1:]:
        number = zlib.crc32(name(entries[0]).encode("utf-8", "surrogatepass"))
        while f"{stem}-{number}" in names:
            number += 1
        names.append(f"{stem}-{number}")
    around = [None, *names, None]
    return [Shelf(stem, *near, page) for near, page in zip(zip(names, around, around[2:], strict=False), pages, strict=True)]


def cut(items: Sequence[T], name: Callable[[T], str], group: Callable[[T], Hashable] | None = None) -> list[list[T]]:
    """Cut a list into pages; at least one.

    Args:
        items: the list.
        name: what an entry is called for good: the same names are cut alike.
        group: entries of one group stand together, and are parted only where they would fill most of a page.
    """
    least, most, span = -(-ENTRIES_OF_PAGE * 6 // 10), ENTRIES_OF_PAGE * 3 // 2, -(-ENTRIES_OF_PAGE * 2 // 5)
    if len(items) <= most:
        return [list(items)]
    shelves: list[list[T]] = [[]]
    for _, found in groupby(items, group or (lambda _: None)):
        together = list(found)
        parted = group is None or len(together) > least
        for number, item in enumerate(together):
            filled = len(shelves[-1])
            ends = (
                filled >= least
                and (not number or parted)
                and zlib.crc32(name(item).encode("utf-8", "surrogatepass")) % span == 0
            )
            if ends or filled >= most:
                shelves.append([])
            shelves[-1].append(item)
    return shelves
