"""The memory of the last build: what is kept, by what it is known again, and where. All of it is safe to delete.

| what is kept | known again by | in `.briefing/` |
| --- | --- | --- |
| a record | the article's id, name and bytes, its sidecar; the pipeline; the code of `cache.CODE` | `records/`, see `cache.Cache` |
| that nothing changed | all seeds, settings, pipeline and code (`run`); the manifest and stamps of `docs/` | `state.json`, here |
| that a page need not be made | `Draft.inputs`: what is shown on it; `shared`; its file's stamp | `pages.json`, here |
| a piece of a page: a line, a map's outlines | what it is made of; `shared` | `pieces.msgpack`, here |

A page is made anew where its row's key differs: `run` asks `Pages.holds` of each `draft.Draft`. `shared` is the digest of all code, of the
page settings (but for what changed since) and of title and dek, so that a new version makes everything anew. A stamp is what the file
system says of a file: a page that somebody edited by hand is made again. The earlier build of "What changed" is no memory: see `baseline`.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from generator.building import seal
from generator.building.publishing import Stamp, stamp
from generator.values import files

if TYPE_CHECKING:  # reading what has not changed needs no pages
    from generator.pages.pieces import Pieces

STATE = "state.json"
MEMORY_FILE = "pages.json"
PIECES = "pieces.msgpack"


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a build: path to inputs, and the stamp of each file of `docs/`."""

    inputs: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)

    def holds(self, path: str, inputs: str, docs: Path) -> bool:
        """Whether a page was made of these inputs and lies there as it was made."""
        return self.inputs.get(path) == inputs and path in self.stamps and stamp(docs / path) == self.stamps[path]


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What the last build was made of, and what it told the user."""

    state: str = ""  # a fingerprint; empty: nothing is known
    articles: int = 0
    left_out: int = 0  # articles that could not be read
    warnings: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def read_last(workshop: Path) -> LastBuild:
    """The last build; an empty one where it can't be read."""
    try:
        data = seal.opened(STATE, (workshop / STATE).read_bytes())
        return LastBuild() if data is None else msgspec.json.decode(data, type=LastBuild)
    except (OSError, msgspec.MsgspecError):
        return LastBuild()


def keep_last(workshop: Path, last: LastBuild) -> None:
    """Keep what a build was made of and what it told."""
    files.keep(workshop / STATE, seal.sealed(STATE, msgspec.json.encode(last)))


def read(workshop: Path) -> Pages:
    """What was kept by the last build; nothing where it can't be read."""
    try:
        data = seal.opened(MEMORY_FILE, (workshop / MEMORY_FILE).read_bytes())
        return Pages() if data is None else msgspec.json.decode(data, type=Pages)
    except (OSError, msgspec.MsgspecError):
        return Pages()


def keep(workshop: Path, docs: Path, paths: Iterable[str], inputs: Mapping[str, str]) -> None:
    """Keep the inputs and stamps of what a build has put in place; a full disk only costs the next build its time."""
    stamps = dict(_stamps(docs, paths))
    files.keep(workshop / MEMORY_FILE, seal.sealed(MEMORY_FILE, msgspec.json.encode(Pages(dict(inputs), stamps))))


def read_pieces(workshop: Path, shared: str) -> Pieces:
    """The pieces of the last build; none where the file is damaged, or code or settings were others.

    Args:
        workshop: the folder of what is kept.
        shared: digest of what all pieces are made of.
    """
    from generator.pages.pieces import Pieces

    try:
        data = memoryview((workshop / PIECES).read_bytes())
        kept = data[seal.SIZE :]
        if not hmac.compare_digest(bytes(data[: seal.SIZE]), seal.code(PIECES, kept)):
            return Pieces()
        made_of, pieces = _PIECES.decode(kept)
    except (OSError, msgspec.MsgspecError):
        return Pieces()
    return Pieces(pieces if made_of == shared else None)


def keep_pieces(workshop: Path, shared: str, pieces: Pieces) -> None:
    """Keep the pieces of a build for the next."""
    data = msgspec.msgpack.encode((shared, pieces.now))
    files.keep(workshop / PIECES, seal.code(PIECES, data), data)


def _stamps(docs: Path, paths: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    for path in paths:
        if found := stamp(docs / path):
            yield path, found


_PIECES = msgspec.msgpack.Decoder(tuple[str, dict[str, dict[str, bytes]]])
