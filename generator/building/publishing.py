"""Put generated files in place so that at any moment the folder is either the old one or the new one, whole.

The new folder is made beside the old one, unchanged files linked and not copied; then the two change places in one step
(renameat2 with RENAME_EXCHANGE on Linux; elsewhere two renames, which the next build completes if it was cut off). Files that the
folder holds besides the generated ones are an editor's own and stay.
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.errors import BriefingError
from generator.values.files import replace

MANIFEST = "data/manifest.json"  # path -> SHA-256 of every generated file but this one
Stamp = tuple[int, int]
EXCHANGE = 2
AT_FDCWD = -100


def publish(
    files: Iterable[tuple[str, bytes | None]],
    docs: Path,
    workshop: Path,
    in_place: bool = False,
    remembered: Iterable[str] = (),
) -> int:
    """Make a folder hold these files; returns how many changed.

    Args:
        files: path below the folder, with forward slashes, and bytes; None for a generated file that stays as it is.
        docs: the folder.
        workshop: a folder on the same file system for what is not finished.
        in_place: write into the folder itself (a server watches it), each file in one step.
        remembered: what an earlier build made: a damaged manifest can't tell.

    Raises:
        BriefingError: the disk is full, or the folder may not be written.
    """
    asked = dict(files)
    for path in asked:
        _checked(path)
    if docs.exists() and not docs.is_dir():
        raise BriefingError(f"{docs.name} is a file where the folder of pages should be; it is left as it is: move it away.")
    recover(docs, workshop)
    old = generated(docs)
    made = {path: data for path, data in asked.items() if data is not None}
    digests = {
        path: (old.get(path) or _digest(docs / path) or "") if data is None else hashlib.sha256(data).hexdigest()
        for path, data in sorted(asked.items())
    }
    made[MANIFEST] = listing(digests)
    changed = [path for path, data in made.items() if not _same(docs / path, data)]
    gone = sorted(path for path in {*old, *remembered} if path not in asked and path != MANIFEST and (docs / path).is_file())
    if not changed and not gone:
        return 0
    try:
        if in_place:
            _write_in_place(made, changed, gone, docs, workshop)
        else:
            _exchange(made, set(changed), set(gone), docs, workshop)
    except OSError as error:
        shutil.rmtree(workshop / "new", ignore_errors=True)  # it would keep a full disk full
        raise BriefingError(
            f"{error.filename or docs} can't be written ({error.strerror}): the pages are left as they were; "
            "free some space or check the folder's permissions, then build again."
        ) from error
    return len(changed) + len(gone)


def listing(digests: Mapping[str, str]) -> bytes:
    """The manifest of generated files: their paths and SHA-256, in order of the paths."""
    return (json.dumps(dict(sorted(digests.items())), indent=0, ensure_ascii=False) + "\n").encode()


def generated(docs: Path) -> dict[str, str]:
    """The generated files of a folder by its manifest: path and SHA-256."""
    try:
        found = json.loads((docs / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {str(path): str(digest) for path, digest in found.items() if _inside(str(path))} | {MANIFEST: ""}


def manifest(docs: Path) -> bytes:
    """The bytes of a folder's manifest; none where there is none."""
    try:
        return (docs / MANIFEST).read_bytes()
    except OSError:
        return b""


def intact(docs: Path, seen: Mapping[str, Stamp] | None = None) -> bool:
    """Whether every generated file is there as it was made; one that bears its last stamp is not read."""
    files = generated(docs)
    seen = seen or {}
    folder = f"{docs}/"  # strings: paths would cost more than the disk
    return bool(files) and all(
        digest == "" or (path in seen and stamp(folder + path) == seen[path]) or _digest(docs / path) == digest
        for path, digest in files.items()
    )


def stamp(file: Path | str) -> Stamp | None:
    """By what a file is known to be the same without being read: its size in bytes and its time in nanoseconds."""
    try:
        found = os.stat(file)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def recover(docs: Path, workshop: Path) -> None:
    """Complete or undo an exchange that was cut off between its two renames."""
    old = workshop / "old"
    if not docs.exists() and old.is_dir():
        old.rename(docs)
    shutil.rmtree(workshop / "new", ignore_errors=True)
    shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def locked(workshop: Path) -> Iterator[None]:
    """Hold the project's lock: a second build waits for the first."""
    try:
        workshop.mkdir(parents=True, exist_ok=True)
        with (workshop / "lock").open("w") as handle:
            with contextlib.suppress(ImportError):
                import fcntl

                fcntl.flock(handle, fcntl.LOCK_EX)
            yield
    except OSError as error:
        raise BriefingError(
            f"{error.filename or workshop} can't be written ({error.strerror}): check the folder's permissions and the disk's space."
        ) from error


def _checked(path: str) -> None:
    """A generated path never leaves its folder."""
    if not _inside(path):
        raise ValueError(f"unsafe path {path!r}")


def _inside(path: str) -> bool:
    parts = [part for part in path.split("/") if part not in {"", "."}]
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\0" not in path


def _same(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _digest(file: Path) -> str | None:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return None


def _write_in_place(made: dict[str, bytes], changed: list[str], gone: list[str], docs: Path, workshop: Path) -> None:
    partial = workshop / "partial"  # not in the folder itself: who watches it would see it come and go
    for path in changed:
        replace(docs / path, made[path], partial=partial)
    for path in gone:
        (docs / path).unlink(missing_ok=True)
    _prune(docs)


def _exchange(made: dict[str, bytes], changed: set[str], gone: set[str], docs: Path, workshop: Path) -> None:
    new, old = workshop / "new", workshop / "old"
    new.mkdir(parents=True)
    for path in sorted(changed):
        target = new / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made[path])
    if docs.is_dir():
        _link(docs, new, changed | gone)
    _prune(new)
    _sync(new)
    if not docs.exists():
        docs.parent.mkdir(parents=True, exist_ok=True)
        new.rename(docs)
    elif _swap(new, docs):
        new.rename(old)
    else:
        docs.rename(old)
        new.rename(docs)
    shutil.rmtree(old, ignore_errors=True)


def _link(old: Path, new: Path, left: set[str]) -> None:
    """Let a folder hold the files of another, too, but for some, which are named by their paths with forward slashes."""
    for place, inner, names in os.walk(old):
        below = os.path.relpath(place, old).replace(os.sep, "/") + "/"
        below = "" if below == "./" else below
        os.makedirs(new / below, exist_ok=True)
        links = [name for name in inner if os.path.islink(os.path.join(place, name))]
        for name in sorted(names + links):
            if below + name in left:
                continue
            file, target = os.path.join(place, name), f"{new}/{below}{name}"
            try:
                os.link(file, target, follow_symlinks=False)
            except OSError:
                shutil.copy2(file, target, follow_symlinks=False)


def _swap(one: Path, other: Path) -> bool:
    """Let two folders change places in one step, where the system can."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        status = library.renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), EXCHANGE)
    except (AttributeError, OSError, TypeError):
        return False
    return bool(status == 0)


def _sync(folder: Path) -> None:
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        os.fsync(handle)
        os.close(handle)


def _prune(folder: Path) -> None:
    """Remove folders that hold nothing."""
    for place, _, _ in os.walk(folder, topdown=False):
        if place != str(folder):
            with contextlib.suppress(OSError):
                os.rmdir(place)
