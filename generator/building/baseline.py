"""The tables of an earlier build, for the page of what changed: from a git revision, a folder, or the build before this one."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from generator.building import seal
from generator.building.publishing import MANIFEST
from generator.errors import BriefingError

if TYPE_CHECKING:  # whether anything has changed needs no dossier
    from generator.dossier.changes import Tables

PREVIOUS = "previous"
KEPT = "previous.json"  # in the project's workshop
HARMLESS = (
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    "-c",
    "core.sshCommand=false",
    "-c",
    "protocol.allow=never",
)


def earlier(project: Path, docs: Path, workshop: Path, since: str, now: Tables, proving: bool = False) -> Tables:
    """The tables of the build to compare with.

    Args:
        project: the project's folder.
        docs: the pages as they are before this build.
        workshop: where the build before the last one is remembered.
        since: "previous", a folder inside the project that holds an earlier `docs/`, or a git revision.
        now: the tables of this build.
        proving: `docs/` is to be proved, so nothing is taken from it, and nothing is remembered.

    Raises:
        BriefingError: there is no such revision or folder, or it holds no briefing.
    """
    if since == PREVIOUS:
        return remembered(workshop) or now if proving else _previous(docs, workshop, now)
    folder = _folder(project, since)
    if folder:
        return _read(since, lambda name: (folder / "data" / name).read_bytes())
    below = docs.relative_to(project).as_posix()
    return _read(since, lambda name: _git(project, "cat-file", "blob", f"{_revision(since)}:./{below}/data/{name}"))


def stamp(project: Path, since: str) -> bytes:
    """What identifies the build to compare with: it decides whether the pages are stale."""
    try:
        if since == PREVIOUS:
            return b""
        folder = _folder(project, since)
        return (folder / MANIFEST).read_bytes() if folder else _git(project, "rev-parse", "--verify", _revision(since))
    except (OSError, subprocess.SubprocessError):
        return b""  # the build itself says what is wrong


def parsed(files: Mapping[str, bytes]) -> Tables:
    """The tables of exported files (`facts.csv`, ...), every cell as text."""
    from generator.dossier.changes import COMPARED_TABLES

    return {name: _rows(files[f"{name}.csv"]) for name in COMPARED_TABLES}


def _previous(docs: Path, workshop: Path, now: Tables) -> Tables:
    """The last build that said something else."""
    try:
        shown = _read(PREVIOUS, lambda name: (docs / "data" / name).read_bytes())
    except BriefingError:
        return now  # the first build
    if shown != now:
        (workshop / KEPT).write_bytes(seal.sealed(KEPT, json.dumps(shown).encode()))
        return shown
    return remembered(workshop) or now


def remembered(workshop: Path) -> Tables | None:
    """The tables of the build before the last one; None where none are remembered."""
    try:
        data = seal.opened(KEPT, (workshop / KEPT).read_bytes())
        found: Tables | None = None if data is None else json.loads(data)
    except (OSError, ValueError):
        return None
    return found


def _read(since: str, read: Callable[[str], bytes]) -> Tables:
    from generator.dossier.changes import COMPARED_TABLES

    try:
        return {name: _rows(read(f"{name}.csv")) for name in COMPARED_TABLES}
    except (OSError, UnicodeDecodeError, subprocess.SubprocessError, KeyError) as error:
        raise BriefingError(
            f"There is no earlier briefing at {since!r}: it is neither a git revision with a committed docs/ nor a folder of this project "
            f"that holds data/facts.csv. Name one that is (`changes_since:` in briefing.yml or --since), or write `{PREVIOUS}`."
        ) from error


def _rows(data: bytes) -> list[dict[str, str]]:
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))
    if any("id" not in row for row in rows):
        raise KeyError("id")
    return rows


def _folder(project: Path, since: str) -> Path | None:
    """A folder of the project by that name; a folder elsewhere is never read."""
    folder = (project / since).resolve()
    return folder if folder.is_dir() and folder.is_relative_to(project.resolve()) else None


def _revision(since: str) -> str:
    if since.startswith("-") or ":" in since:
        raise subprocess.SubprocessError(since)
    return since


def _git(project: Path, *arguments: str) -> bytes:
    """What git prints. A project can be anybody's, and its `.git/config` names commands: nothing is asked that would run or fetch any."""
    known = {
        **os.environ,
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
    }
    command = ["git", "-C", str(project), *HARMLESS, *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=known, stdin=subprocess.DEVNULL).stdout
