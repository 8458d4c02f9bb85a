"""What Explore searches is what the data give: Pagefind's index is made again and compared, its scripts and all that it shows.

Of the same entries Pagefind writes the same bytes, but for its filters: their values stand in any order, and the names of those files,
which are made of their bytes, stand in the file that lists them. These are read (CBOR, RFC 8949) and compared without order.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from generator.site.search_index import EXPLORE_PAGE, EXPLORE_SCRIPT, INDEX_FOLDER, index
from generator.site.verifier import Site

INDEX_ENTRY = f"{INDEX_FOLDER}/pagefind-entry.json"  # names the lists of fragments
LISTS, FILTERS, FRAGMENTS, LETTERS = ".pf_meta", ".pf_filter", ".pf_fragment", ".pf_index"
BEGIN = b"pagefind_dcd"  # of what is packed
LENGTHS = {24: 1, 25: 2, 26: 4, 27: 8}  # of a number that follows, in bytes
ENDLESS, BREAK = 31, 0xFF


def problems(site: Site, entries: bytes) -> Iterator[str]:
    """A sentence for each thing of the index that the entries do not give.

    Args:
        site: what is verified.
        entries: `data/explore.jsonl` as the data give it.
    """
    if EXPLORE_SCRIPT not in (site.read(EXPLORE_PAGE) or b"").decode("utf-8", "replace"):
        yield from (f"{path} is nothing that the data give: no page searches it." for path in _there(site))
        return
    made = _made(entries)
    if isinstance(made, str):
        yield f"{INDEX_FOLDER}/ can't be proved here. {made}"
        return
    ours, theirs = _version(made.get(INDEX_ENTRY)), _version(site.read(INDEX_ENTRY))
    if theirs not in (None, ours):
        yield f"{INDEX_FOLDER}/ was made by Pagefind {theirs}, here is {ours}: what Explore shows can be compared by that version."
        return
    for path, data in made.items():
        if not path.endswith((LISTS, FILTERS)) and path != INDEX_ENTRY:
            yield from _same(path, data, site.read(path))
    yield from _lists(site, made)


def _same(path: str, data: bytes, found: bytes | None) -> Iterator[str]:
    if found is None:
        yield f"{path} is missing{_showing(data) if path.endswith(FRAGMENTS) else ''}."
    elif found != data and path.endswith(FRAGMENTS):
        yield f"{path} is not what the data give{_showing(data)}; it shows “{_words(found)}”."
    elif found != data:
        yield f"{path} is not what Pagefind writes."


def _lists(site: Site, made: Mapping[str, bytes]) -> Iterator[str]:
    """What is wrong with the lists and filters, which are read, and files that no list names."""
    known = {path for path in made if not path.endswith((LISTS, FILTERS))}
    try:
        ours, _ = _listed(made.get)
        theirs, named = _listed(site.read)
    except (AttributeError, LookupError, TypeError, ValueError, OSError, EOFError):
        yield f"{INDEX_ENTRY} leads to no lists and filters that can be read."
        return
    if ours != theirs:
        yield f"{INDEX_FOLDER}/: its lists and filters say something else than data/explore.jsonl."
    yield from (f"{path} is nothing that the data give." for path in _there(site) if path not in known | named)


def _listed(read: Any) -> tuple[list[Any], set[str]]:
    """What the lists of an index say, its filters resolved and in order, and which files that was read from."""
    entry = json.loads(read(INDEX_ENTRY))
    said: list[Any] = [{key: value for key, value in entry.items() if key != "languages"}]
    named: set[str] = set()
    for language, about in sorted(entry["languages"].items()):
        path = f"{INDEX_FOLDER}/pagefind.{about['hash']}{LISTS}"
        named.add(path)
        listed = _unpacked(read(path))
        files = {name: f"{INDEX_FOLDER}/filter/{code}{FILTERS}" for name, code in listed[3]}
        named |= set(files.values())
        filters = {name: _filter(_unpacked(read(file))) for name, file in sorted(files.items())}
        said.append((language, {k: v for k, v in about.items() if k != "hash"}, listed[:3], filters, listed[4:]))
    return said, named


def _filter(value: Any) -> Any:
    """A filter with its values in order."""
    name, values = value
    return name, sorted(values)


def _version(entry: bytes | None) -> str | None:
    try:
        return str(json.loads(entry or b"{}").get("version", "")) or None
    except (AttributeError, ValueError):
        return None


def _showing(fragment: bytes) -> str:
    return f": “{_words(fragment)}”"


def _words(fragment: bytes) -> str:
    """What a fragment shows."""
    try:
        return str(json.loads(gzip.decompress(fragment).removeprefix(BEGIN))["content"])[:200]
    except (LookupError, TypeError, ValueError, OSError, EOFError):
        return "nothing that can be read"


def _there(site: Site) -> list[str]:
    folder = Path(site.place) / INDEX_FOLDER
    return (
        []
        if site.remote
        else sorted(f"{INDEX_FOLDER}/{f.relative_to(folder).as_posix()}" for f in folder.rglob("*") if f.is_file())
    )


@lru_cache(maxsize=2)
def _made(entries: bytes) -> Mapping[str, bytes] | str:
    """The files of an index, or why there is none."""
    with tempfile.TemporaryDirectory() as place:
        again = Path(place)
        (again / "data").mkdir()
        (again / "data" / "explore.jsonl").write_bytes(entries)
        (again / EXPLORE_PAGE).write_text(EXPLORE_SCRIPT, "utf-8")
        if reason := index(again):
            return reason
        return {
            f.relative_to(again).as_posix(): f.read_bytes() for f in sorted((again / INDEX_FOLDER).rglob("*")) if f.is_file()
        }


def _unpacked(data: bytes) -> Any:
    """What Pagefind packed."""
    text = gzip.decompress(data)
    if not text.startswith(BEGIN):
        raise ValueError("not packed by Pagefind")
    value, end = _cbor(text, len(BEGIN))
    if end != len(text):
        raise ValueError("something stands behind it")
    return value


def _cbor(data: bytes, at: int) -> tuple[Any, int]:
    """A value of CBOR, and where the next begins."""
    kind, low = data[at] >> 5, data[at] & 31
    at += 1
    size = LENGTHS.get(low, 0)
    number = int.from_bytes(data[at : at + size], "big") if size else low
    at += size
    if kind in (2, 3):
        words = data[at : at + number]
        return (words.decode() if kind == 3 else words), at + number
    if kind == 4:
        return _array(data, at, None if low == ENDLESS else number)
    return (number if kind == 0 else (kind, number)), at


def _array(data: bytes, at: int, length: int | None) -> tuple[list[Any], int]:
    found: list[Any] = []
    while length is None or len(found) < length:
        if length is None and data[at] == BREAK:
            return found, at + 1
        value, at = _cbor(data, at)
        found.append(value)
    return found, at
