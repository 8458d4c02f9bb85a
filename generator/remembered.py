"""What the last build made each page of, so that a page whose inputs are the same is not made again.

An entry counts only while its file in `docs/` still bears the stamp that it had after the build; safe to delete.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from generator.publishing import Stamp, stamp

FILE = "pages.json"


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of a build: path to inputs, and the stamp of each file of `docs/`."""

    inputs: dict[str, str] = field(default_factory=dict)
    stamps: dict[str, Stamp] = field(default_factory=dict)

    def holds(self, path: str, inputs: str, docs: Path) -> bool:
        """Whether a page was made of these inputs and lies there as it was made."""
        return self.inputs.get(path) == inputs and path in self.stamps and stamp(docs / path) == self.stamps[path]


def read(workshop: Path) -> Pages:
    """What was kept by the last build; nothing where it can't be read."""
    try:
        return msgspec.json.decode((workshop / FILE).read_bytes(), type=Pages)
    except (OSError, msgspec.MsgspecError):
        return Pages()


def keep(workshop: Path, docs: Path, files: Iterable[str], inputs: Mapping[str, str]) -> None:
    """Keep the inputs and stamps of what a build has put in place; a full disk only costs the next build its time."""
    stamps = dict(_stamps(docs, files))
    partial = workshop / f"{FILE}.new"
    try:
        partial.write_bytes(msgspec.json.encode(Pages(dict(inputs), stamps)))
        partial.replace(workshop / FILE)
    except OSError:
        partial.unlink(missing_ok=True)


def _stamps(docs: Path, files: Iterable[str]) -> Iterator[tuple[str, Stamp]]:
    for path in files:
        if found := stamp(docs / path):
            yield path, found
