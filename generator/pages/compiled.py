"""Compiled templates, kept in the user's own cache: code is read neither from a project nor from a folder that others can write."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, FileSystemBytecodeCache

from generator.pages import escaping


def compiled() -> FileSystemBytecodeCache | None:
    """Jinja's cache of compiled templates; none where there is no folder that only the user can write."""
    try:
        return _Compiled()
    except (OSError, RuntimeError):
        return None


def _folder() -> Path:
    """A folder that nobody else can write: whose name others can guess, they must not be able to make first."""
    named = os.environ.get("XDG_CACHE_HOME", "")
    folder = (Path(named) if os.path.isabs(named) else Path.home() / ".cache") / "briefing" / "templates"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = folder.stat()
    if hasattr(os, "getuid") and (found.st_uid != os.getuid() or found.st_mode & 0o022):
        raise OSError(f"{folder} can be written by others")
    return folder


class _Compiled(FileSystemBytecodeCache):
    """A template that can't be read or kept is compiled each time."""

    def __init__(self) -> None:
        super().__init__(str(_folder()), pattern="briefing-%s.cache")
        self._by = jinja2.__version__ + Path(escaping.__file__).read_text("utf-8")  # constants are escaped when compiled

    def get_source_checksum(self, source: str) -> str:
        return super().get_source_checksum(self._by + source)

    def load_bytecode(self, bucket: Bucket) -> None:
        try:
            super().load_bytecode(bucket)
        except Exception:  # whatever damaged data makes a decoder raise
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        with contextlib.suppress(OSError):
            super().dump_bytecode(bucket)
