"""Prove `docs/` from the sources: make all of it again, in memory, and compare byte by byte.

A digest that lies beside what it vouches for proves nothing: whoever changes a page can change the digest too. The sources, their
sidecars and the settings can't be mended to fit a page that says something else.
"""

from __future__ import annotations

import difflib
import hashlib
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.building.baseline import PREVIOUS, remembered
from generator.building.cache import Cache
from generator.building.naming import holders
from generator.building.project import STATE_FOLDER
from generator.building.publishing import MANIFEST, generated, listing
from generator.building.run import gathered
from generator.errors import BriefingError
from generator.pages import render, whole
from generator.settings import Settings
from generator.site import kept_texts
from generator.site.markup import TAG
from generator.sources import find, ids

OUR_FOLDERS = ("assets", "data", "f", "sources", "subjects")  # folders of `docs/` that hold generated files alone
SHOWN = 5  # differences of a file that are told
AROUND = 40  # characters before and after a difference
SHORT = 2000  # lines up to which files of other lengths are aligned
UNPROVED = ("changes.md", "changes.xml", "changes.json")
WHOLE = f"data/{whole.BRIEFING_FILE}"  # holds them, too
CHANGES = re.compile(rb"<div><dt>changes</dt><dd><a [^<>]*>\d+</a></dd></div>")
ITEM_ID = re.compile(r'(?:\bid="|"id": ?")([^"]+)"')
REFERENCE = re.compile(r"^&?#?\w*;")


@dataclass(slots=True)
class Proof:
    """What a proof found."""

    digest: str  # of the briefing as the sources give it
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def prove(project: Path, settings: Settings, from_scratch: bool = False, jobs: int | None = None) -> Proof:
    """Make everything again and compare.

    Args:
        project: the folder of `briefing.yml`.
        settings: of the project.
        from_scratch: take no record from the cache, though its key proves that this user's own extraction made it.
        jobs: processes for extraction.

    Raises:
        BriefingError: there is nothing to prove, or no article can be read.
    """
    docs = project / settings.docs
    if not (docs / "data" / "records.jsonl").is_file():
        raise BriefingError(f"{settings.docs}/ holds no records: run `briefing build` first.")
    notes: list[str] = []
    expected, problems = made_again(project, settings, from_scratch, jobs, notes)
    notes += _own_pages(docs, expected)
    if settings.changes_since == PREVIOUS and remembered(project / STATE_FOLDER) is None:
        _excuse(docs, expected)
        notes.append("What changed since the build before can't be proved: that build is not remembered here.")
    return Proof(digest(expected), [*problems, *compared(docs, expected)], notes)


def made_again(
    project: Path, settings: Settings, from_scratch: bool = False, jobs: int | None = None, notes: list[str] | None = None
) -> tuple[dict[str, bytes], list[str]]:
    """What `docs/` must hold, path by path, and a sentence for each article that can't be read; notes are added to `notes`."""
    seeds = project / settings.seeds
    if not seeds.is_dir():
        raise BriefingError(f"{settings.seeds}/ does not exist, so the sources can't be compared.")
    files, _ = find([seeds])
    cache = Cache(None if from_scratch else project / STATE_FOLDER / "records", settings.pipeline)
    made = gathered(project, settings, files, cache, jobs, proving=True)
    shown = kept_texts.published(project / settings.docs)
    now = {source.record.id: source.record.sha256 for source in made.dossier.sources}
    of = {name: file for file, name in ids(files, holders(files, project / settings.docs)).items()}
    texts = kept_texts.kept(Cache(project / STATE_FOLDER / "records", settings.pipeline), of, now, shown)
    if texts:
        made = gathered(project, settings, files, cache, jobs, proving=True, extracting=kept_texts.extracting(texts))
        if notes is not None:
            notes += (
                f"{of[name].name} is read differently by now: proved by the text that was kept when it was built."
                for name in texts
            )
    expected = dict(render(made.dossier, made.settings))
    _list(expected)
    return expected, list(made.outcome.problems)


def digest(expected: Mapping[str, bytes]) -> str:
    """The digest of a whole briefing: that of its manifest, which holds those of all its files."""
    return hashlib.sha256(expected[MANIFEST]).hexdigest()


def _list(expected: dict[str, bytes]) -> None:
    expected[MANIFEST] = listing(
        {path: hashlib.sha256(data).hexdigest() for path, data in expected.items() if path != MANIFEST}
    )


def _excuse(docs: Path, expected: dict[str, bytes]) -> None:
    """Take what changed as it stands: what it is compared with is not there."""
    for path in UNPROVED:
        if (docs / path).is_file():
            expected[path] = (docs / path).read_bytes()
    if (docs / WHOLE).is_file():
        expected[WHOLE] = whole.with_changes_of(expected[WHOLE], (docs / WHOLE).read_bytes())
    front = docs / "index.md"
    if found := CHANGES.search(front.read_bytes() if front.is_file() else b""):
        expected["index.md"] = CHANGES.sub(lambda _: found[0], expected["index.md"])
    _list(expected)


def compared(docs: Path, expected: Mapping[str, bytes]) -> Iterator[str]:
    """What differs between a folder and what it should hold; the manifest, which differs with anything, comes last."""
    found = _files(docs)
    listed = generated(docs)
    for path, data in sorted(expected.items(), key=lambda e: (e[0] == MANIFEST, e[0])):
        file = docs / path
        if path not in found:
            what = "the page of a source" if path.startswith("sources/") else "which the sources give"
            yield f"{path}, {what}, is missing: run `briefing build`."
        elif file.is_symlink():
            yield f"{path} is a link to another place: run `briefing build`."
        elif (shown := file.read_bytes()) != data:
            yield from differences(path, data, shown)
    for path in sorted(found - expected.keys()):
        if path.startswith("sources/"):
            yield f"{path} is the page of no source in the articles' folder: run `briefing build`."
        elif path in listed or path.partition("/")[0] in OUR_FOLDERS:
            yield f"{path} is not made from the sources (by these settings): run `briefing build`, or take it away."


def _own_pages(docs: Path, expected: Mapping[str, bytes]) -> Iterator[str]:
    listed = generated(docs)
    for path in sorted(_files(docs) - expected.keys()):
        if path not in listed and path.partition("/")[0] not in OUR_FOLDERS:
            yield f"{path} is an editor's own file: nothing in it is proved."


def _files(docs: Path) -> set[str]:
    return {file.relative_to(docs).as_posix() for file in docs.rglob("*") if file.is_file() or file.is_symlink()}


def differences(path: str, expected: bytes, found: bytes) -> Iterator[str]:
    """A sentence for each of the first differences of a file: where, what should stand there, and what does."""
    try:
        old, new = expected.decode("utf-8").split("\n"), found.decode("utf-8").split("\n")
    except UnicodeDecodeError:
        yield f"{path} is not what the sources give: run `briefing build`."
        return
    count = 0
    for line, expect, find_ in _lines(old, new):
        count += 1
        if count <= SHOWN:
            where = f"{path}, {item}" if (item := _item(path, old, line)) else f"{path} line {line + 1}"
            one, other = _words(expect, find_)
            yield f"{where}: expected {one}, found {other}."
    if count > SHOWN:
        yield f"{path}: {count - SHOWN} more differences."


def _lines(old: list[str], new: list[str]) -> Iterator[tuple[int, str, str]]:
    """Lines that differ: number in the expected file, expected and found."""
    if len(old) == len(new):
        yield from ((n, a, b) for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b)
        return
    if max(len(old), len(new)) > SHORT:
        at = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
        yield at, "".join(old[at : at + 1]), "".join(new[at : at + 1])
        return
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for n in range(max(b - a, d - c)):
            yield min(a + n, len(old) - 1), (old[a + n] if a + n < b else ""), (new[c + n] if c + n < d else "")


def _item(path: str, lines: list[str], number: int) -> str | None:
    """The fact, quotation, event or subject to which a line belongs: the nearest id before it."""
    if path.endswith(".csv"):
        return lines[number].partition(",")[0]
    for line in reversed(lines[: number + 1]):
        if found := ITEM_ID.findall(line):
            return html.unescape(str(found[0]))
    return None


def _words(expected: str, found: str) -> tuple[str, str]:
    """The parts in which two lines differ, with a few words around them, as a reader sees them."""
    start = next(
        (n for n, (a, b) in enumerate(zip(expected, found, strict=False)) if a != b), min(len(expected), len(found))
    )
    most = min(len(expected), len(found)) - start
    end = next((n for n in range(most) if expected[-1 - n] != found[-1 - n]), most)
    parts = []
    for line in (expected, found):
        cut = line[max(0, start - AROUND) : len(line) - max(0, end - AROUND)]
        shown = " ".join(html.unescape(TAG.sub("", REFERENCE.sub("", cut))).split()) or " ".join(cut.split())
        parts.append(f"“{shown[:300]}”" if shown else "nothing")
    return (
        (parts[0], parts[1])
        if parts[0] != parts[1]
        else (f"{expected[start - 9 : start + 60]!r}", f"{found[start - 9 : start + 60]!r}")
    )
