"""Records of articles that were read before: content-addressed, sealed by the user's key, safe to delete, rebuilt when in doubt.

A key covers everything that an article's record depends on: its bytes, its name, its id and the bytes of its sidecar (any change of
it, also a correction), the pipeline's files and our own code for values, reading, language and records. A template is not among them.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import msgspec

from generator.building import seal
from generator.records import Record, decode, encode
from generator.values import files
from generator.values.identity import digest

CODE = ("values", "sources", "language", "records")  # rooms whose code decides what a record says


def fingerprint(*parts: str | bytes) -> str:
    """SHA-256 over parts of any length, in hexadecimal."""
    total = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        total.update(len(data).to_bytes(8, "big"))
        total.update(data)
    return total.hexdigest()


@cache
def code(*folders: str) -> str:
    """A fingerprint of the Python files, templates and data in folders of this package."""
    home = Path(__file__).parent.parent
    found = sorted(
        file
        for folder in folders
        for file in (home / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and "pipeline" not in file.relative_to(home).parts
    )
    return fingerprint(*(part for file in found for part in (file.relative_to(home).as_posix(), file.read_bytes())))


@cache
def pipeline(name: str | None) -> str:
    """A fingerprint of a pipeline's files: the shipped one's, or that of an installed package or a folder."""
    folder = Path(__file__).parent.parent / "language" / "pipeline" if name is None else Path(name)
    if not folder.is_dir():
        try:
            found = importlib.util.find_spec(
                (name or "").partition(".")[0]
            )  # of a package in a package, its parent would be run
        except (ImportError, ValueError):
            found = None
        if found is None or not found.submodule_search_locations:
            return fingerprint(name or "")
        folder = Path(found.submodule_search_locations[0])
    parts = sorted(file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return fingerprint(*(part for file in parts for part in (file.relative_to(folder).as_posix(), file.read_bytes())))


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of an article: its record, what the reader was told, and whether its sidecar corrects anything."""

    record: Record
    warnings: tuple[str, ...] = ()
    corrected: bool = False


def text_place(records: str, sha256: str) -> str:
    """Where the text with a record's `sha256` is kept: `.briefing/texts/`, beside the folder of records."""
    return os.path.join(os.path.dirname(records), "texts", f"{sha256}.txt")


class Cache:
    """A folder of records by key."""

    def __init__(self, folder: Path | None, pipeline_name: str | None) -> None:
        """`folder` None keeps nothing."""
        self._folder = str(folder) if folder else None
        self._version = fingerprint(code(*CODE), pipeline(pipeline_name))

    @property
    def empty(self) -> bool:
        """Whether it holds nothing at all."""
        return self._folder is None or not os.path.isdir(self._folder)

    def key(self, name: str, file: str, data: bytes, sidecar: bytes) -> str:
        """The key of an article: its id, its file's name, its bytes and its sidecar's bytes."""
        return fingerprint(self._version, name, file, data, sidecar)

    def holds(self, key: str) -> bool:
        """Whether there is an entry, sound or not."""
        return self._folder is not None and os.path.exists(self._place(key))

    def get(self, key: str) -> Entry | None:
        """What was kept under a key; None where there is nothing, or where it is not what was put there."""
        if self._folder is None:
            return None
        try:
            with open(self._place(key), "rb") as stream:
                sealed = seal.opened(f"record {key}", stream.read())
            if sealed is None:
                return None
            head, _, body = sealed.partition(b"\n")
            warnings, corrected = _HEAD.decode(head)
            record = decode(body)
        except (OSError, ValueError, msgspec.MsgspecError):
            return None
        return Entry(record, warnings, corrected) if record.sha256 == digest(record.text) else None

    def put(self, key: str, entry: Entry) -> None:
        """Keep what an article gave; a full or read-only disk only costs the next build its time."""
        if self._folder is None:
            return
        head = msgspec.json.encode((entry.warnings, entry.corrected))
        sealed = head + b"\n" + encode(entry.record)
        files.keep(Path(self._place(key)), seal.sealed(f"record {key}", sealed))

    def keep_text(self, text: str, data: bytes) -> None:
        """Keep a text that a reader made of a page, a PDF or a mail, under its SHA-256, beside the records; it is never forgotten.

        Another version of a library may make another text of the same file: with this one, every span of a record or a page that was
        published can still be proved. Of which bytes it was made is kept, too: it is no proof for a file that was edited since.
        """
        if self._folder is None:
            return
        name = digest(text)
        target = text_place(self._folder, name)
        if not os.path.exists(target):
            files.keep(Path(target), text.encode("utf-8", "surrogatepass"))
        of = hashlib.sha256(data).hexdigest()
        made = self._made_of(of)
        if name not in made:
            listed = "\n".join([*made, name]).encode()
            files.keep(Path(text_place(self._folder, of)).with_suffix(".of"), seal.sealed(f"texts of {of}", listed))

    def text_of(self, data: bytes, sha256: str) -> str | None:
        """The text with a SHA-256 that was made of a file's bytes here once; None where it is not known to be that."""
        if self._folder is None or sha256 not in self._made_of(hashlib.sha256(data).hexdigest()):
            return None
        try:
            text = Path(text_place(self._folder, sha256)).read_bytes().decode("utf-8", "surrogatepass")
        except (OSError, UnicodeDecodeError):
            return None
        return text if digest(text) == sha256 else None

    def _made_of(self, of: str) -> list[str]:
        """The SHA-256 of each text that was made of a file with this SHA-256."""
        try:
            place = Path(text_place(self._folder or "", of)).with_suffix(".of")
            listed = seal.opened(f"texts of {of}", place.read_bytes())
        except OSError:
            return []
        return (listed or b"").decode("ascii", "replace").split()

    def keep_only(self, keys: set[str]) -> None:
        """Forget every other record."""
        if self._folder is None or not os.path.isdir(self._folder):
            return
        for folder in os.listdir(self._folder):
            for name in os.listdir(os.path.join(self._folder, folder)):
                if name.removesuffix(".json") not in keys:
                    with contextlib.suppress(OSError):
                        os.unlink(os.path.join(self._folder, folder, name))

    def _place(self, key: str) -> str:
        return f"{self._folder}/{key[:2]}/{key}.json"


_HEAD = msgspec.json.Decoder(tuple[tuple[str, ...], bool])
