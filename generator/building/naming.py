"""Which of several articles that share a file's stem has had the plain name, so that a file that comes later renames no other's pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.errors import BriefingError
from generator.sources import read
from generator.values.identity import digest

NAMED = re.compile(rb'\{"id":"((?:[^"\\]|\\.)*)"')
SHA256 = re.compile(rb'"sha256":"([0-9a-f]{64})"')


def holders(files: Sequence[Path], docs: Path) -> Mapping[str, Path]:
    """The file that has each name that several files share, as the pages in `docs/` know it.

    `docs/` only says which article stands under which name: nothing that a page tells is taken from there. An article is known again by
    the SHA-256 of its text; where none of the files has it (any more), rank decides, as in a first build.

    Args:
        files: all articles of the project.
        docs: the pages of the last build, if there are any.
    """
    stems = Counter(file.stem for file in files)
    shared = {stem for stem, count in stems.items() if count > 1}
    known = _digests(docs / "data" / "records.jsonl", shared) if shared else {}
    found: dict[str, Path] = {}
    for file in files:
        if file.stem in known and file.stem not in found and _digest(file) == known[file.stem]:
            found[file.stem] = file
    return found


def _digests(records: Path, names: set[str]) -> dict[str, str]:
    """The SHA-256 of the articles of some names."""
    found: dict[str, str] = {}
    if not records.is_file():
        return found
    with records.open("rb") as lines:
        for line in lines:
            name, sha256 = NAMED.match(line), SHA256.search(line)
            if name and sha256 and (plain := name[1].decode("utf-8", "replace")) in names:
                found[plain] = sha256[1].decode()
    return found


def _digest(file: Path) -> str | None:
    try:
        return digest(read(file).article.text)
    except BriefingError:
        return None
