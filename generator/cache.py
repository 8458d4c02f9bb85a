"""Records of articles that were read before: content-addressed, safe to delete, rebuilt when in doubt.

A key covers everything that an article's record depends on: its bytes, its id and metadata, the pipeline's files and our
own code for reading, language and records. A template is not among them.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import os
from functools import cache
from pathlib import Path

from pydantic import ValidationError

from generator.records.model import Record, digest

CODE = ("sources", "language", "records")  # rooms whose code decides what a record says


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
    home = Path(__file__).parent
    files = sorted(
        file
        for folder in folders
        for file in (home / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts and "pipeline" not in file.relative_to(home).parts
    )
    return fingerprint(*(part for file in files for part in (file.relative_to(home).as_posix(), file.read_bytes())))


@cache
def pipeline(name: str | None) -> str:
    """A fingerprint of a pipeline's files: the shipped one's, or that of an installed package or a folder."""
    folder = Path(__file__).parent / "language" / "pipeline" if name is None else Path(name)
    if not folder.is_dir():
        found = importlib.util.find_spec(name or "")
        if found is None or not found.submodule_search_locations:
            return fingerprint(name or "")
        folder = Path(found.submodule_search_locations[0])
    files = sorted(file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts)
    return fingerprint(*(part for file in files for part in (file.relative_to(folder).as_posix(), file.read_bytes())))


class Cache:
    """A folder of records by key."""

    def __init__(self, folder: Path | None, pipeline_name: str | None) -> None:
        """`folder` None keeps nothing."""
        self._folder = folder
        self._version = fingerprint(code(*CODE), pipeline(pipeline_name))

    def key(self, name: str, suffix: str, data: bytes, sidecar: bytes) -> str:
        """The key of an article: its id, its format, its bytes and its sidecar's bytes."""
        return fingerprint(self._version, name, suffix, data, sidecar)

    def get(self, key: str) -> Record | None:
        """The record of a key; None where there is none, or where it is not what was put there."""
        if self._folder is None:
            return None
        try:
            seal, _, body = (self._folder / key[:2] / f"{key}.json").read_bytes().partition(b"\n")
            if seal.decode("ascii") != fingerprint(key, body):
                return None
            record = Record.model_validate_json(body)
        except (OSError, ValidationError, ValueError):
            return None
        return record if record.sha256 == digest(record.text) else None

    def put(self, key: str, record: Record) -> None:
        """Keep a record; a full or read-only disk only costs the next build its time."""
        if self._folder is None:
            return
        target = self._folder / key[:2] / f"{key}.json"
        body = record.model_dump_json().encode("utf-8", "surrogatepass")
        partial = target.with_suffix(f".{os.getpid()}")
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            partial.write_bytes(fingerprint(key, body).encode("ascii") + b"\n" + body)
            partial.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                partial.unlink()

    def keep_only(self, keys: set[str]) -> None:
        """Forget every other record."""
        if self._folder is None or not self._folder.is_dir():
            return
        for file in sorted(self._folder.glob("*/*")):
            if file.stem not in keys:
                file.unlink(missing_ok=True)
