"""What a build remembers counts only where this user wrote it on this machine: a project that is passed on brings no memory along.

`.briefing/` lies in a project, which can be anybody's. A plain digest would let whoever made it put speakers and pages there that no
source has, so all that is kept bears a code that needs the user's own key (HMAC, RFC 2104).
"""

from __future__ import annotations

import contextlib
import hmac
import os
import secrets
from functools import cache
from pathlib import Path

SIZE = 32  # bytes of the key, and of a code


def sealed(purpose: str, data: bytes) -> bytes:
    """Data behind the code that vouches for it.

    Args:
        purpose: what the data is for; sealed for one thing it does not count for another.
        data: what is kept.
    """
    return code(purpose, data) + data


def opened(purpose: str, kept: bytes) -> bytes | None:
    """The data behind a code; None where it is not what was sealed here."""
    found, data = kept[:SIZE], kept[SIZE:]
    return data if hmac.compare_digest(found, code(purpose, data)) else None


def code(purpose: str, *parts: bytes | memoryview) -> bytes:
    """The code of data that is kept for a purpose."""
    total = hmac.new(_key(), digestmod="sha256")
    name = purpose.encode("utf-8", "surrogatepass")
    total.update(len(name).to_bytes(8, "big") + name)
    for part in parts:
        total.update(part)
    return total.digest()


def key_file() -> Path:
    """Where the user's key lies, outside of all projects."""
    state = os.environ.get("XDG_STATE_HOME", "")
    return (Path(state) if os.path.isabs(state) else Path.home() / ".local" / "state") / "briefing" / "key"


@cache
def _key() -> bytes:
    """The user's key, made when it is first asked for; where none can be kept, one for this process, which then remembers nothing."""
    fresh = secrets.token_bytes(SIZE)
    try:
        file = key_file()
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        partial = file.with_name(f"key.{secrets.token_hex(6)}")
        handle = os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(fresh)
            with contextlib.suppress(FileExistsError):
                os.link(partial, file)  # whoever comes first decides, and nobody sees half a key
        finally:
            partial.unlink(missing_ok=True)
        kept = file.read_bytes()
    except (OSError, RuntimeError):
        return fresh
    return kept if len(kept) == SIZE and _own(file) else fresh


def _own(file: Path) -> bool:
    """Whether nobody else can read or write a file."""
    found = file.lstat()
    mine = not hasattr(os, "getuid") or found.st_uid == os.getuid()
    return mine and (os.name == "nt" or not found.st_mode & 0o077)
