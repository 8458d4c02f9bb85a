"""What may become an article: where it is, or what it holds, and what is already known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from generator.sources.article import Metadata


@dataclass(frozen=True, slots=True)
class Item:
    """An address to fetch, or an article's bytes."""

    name: str  # for messages: the address, or the file
    address: str | None = None
    data: bytes | None = None  # None: to be fetched
    suffix: str = ""  # the format, where it is known
    metadata: Metadata = field(default_factory=Metadata)  # what a feed, an archive or an export says
    retrieved: date | None = None
    original: tuple[str, bytes] | None = None  # a mail that this is a story of: its name and bytes


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be brought in, and why."""

    name: str
    reason: str


Found = Iterator[Item | Problem]
Fate = Literal["new", "known", "changed", "left", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an item."""

    fate: Fate
    name: str
    detail: str = ""
    file: Path | None = None
