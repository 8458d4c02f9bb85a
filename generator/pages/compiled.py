"""Compiled templates, kept in the folder that Jinja has for each user: code is never read from a project, which can be anybody's."""

from __future__ import annotations

import contextlib
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


class _Compiled(FileSystemBytecodeCache):
    """A template that can't be read or kept is compiled each time."""

    def __init__(self) -> None:
        super().__init__(pattern="briefing-%s.cache")
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
