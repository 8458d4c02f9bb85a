"""Pieces of files: a line, a calendar entry, the outlines of a map.

A file that almost every edit changes is put together from pieces of which almost every edit leaves most as they were: these are
not made again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

Piece = Callable[..., bytes]  # piece(digest of what it is made of, how to make it, *arguments)


class Pieces:
    """The pieces that the last build made, and those of this build, by file and by the digest of what they are made of."""

    def __init__(self, last: Mapping[str, Mapping[str, bytes]] | None = None) -> None:
        self._last = last or {}
        self.now: dict[str, Mapping[str, bytes]] = {}

    def of(self, path: str) -> Piece:
        """How to get a piece of a file that is being made."""
        last = self._last.get(path, {})
        now = self.now[path] = dict[str, bytes]()

        def piece(digest: str, make: Callable[..., bytes], *arguments: object) -> bytes:
            found = now[digest] = last.get(digest) or make(*arguments)
            return found

        return piece

    def stay(self, path: str) -> None:
        """Keep the pieces of a file that is not made again."""
        if path in self._last:
            self.now[path] = self._last[path]


def anew(_: str, make: Callable[..., bytes], *arguments: object) -> bytes:
    """A piece, whatever the last build made."""
    return make(*arguments)


def digest(*parts: Any) -> str:
    """The digest of parts: plain values and structs."""
    try:
        data = _ENCODER.encode(parts)
    except UnicodeEncodeError:  # a lone surrogate
        data = repr(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=16).hexdigest()


_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
