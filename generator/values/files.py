"""Putting a file in place whole: written beside it first, so that nobody ever reads half of it and a full disk spoils nothing."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def replace(file: Path, *parts: bytes, partial: Path | None = None) -> None:
    """Make or replace a file; its folder is made, too.

    Args:
        file: the file to put in place.
        parts: what it will hold, one behind the other.
        partial: where to write it first, on the same disk; by default beside it, under a hidden name of this process.

    Raises:
        OSError: it can't be written; the file is then as it was, and nothing is left beside it.
    """
    partial = partial or file.with_name(f".{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with partial.open("wb") as stream:
            stream.writelines(parts)
        partial.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def keep(file: Path, *parts: bytes) -> None:
    """Make or replace a file that may be missing: a full or read-only disk only costs the next build its time."""
    with contextlib.suppress(OSError):
        replace(file, *parts)
