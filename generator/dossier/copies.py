"""Sources: articles in order of publication, the same text shown once, syndicated near-copies named.

Near-copies are found by MinHash over five-word shingles with locality-sensitive hashing (Broder 1997; the library
datasketch), so that the cost grows with the number of articles, not of pairs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from generator.dossier.model import Source
from generator.dossier.slugs import slugs
from generator.records.model import Record

SHINGLE = 5  # words
PERMUTATIONS = 64
SIMILAR = 0.7  # Jaccard similarity of shingles from which we call two articles nearly the same
WORD = re.compile(r"\w+")


def sources(records: Sequence[Record]) -> tuple[Source, ...]:
    """The dossier's sources, numbered by day of publication (undated ones last), then by id.

    Of several records with the same words the first is kept and names the others in `copies`.
    """
    ordered = sorted(records, key=lambda record: (record.metadata.published or "9999", record.id))
    kept: dict[str, Record] = {}
    copies: dict[str, list[str]] = {}
    for record in ordered:
        words = " ".join(record.text.split())
        first = kept.setdefault(words, record)
        if first is not record:
            copies.setdefault(first.id, []).append(record.id)
    distinct = list(kept.values())
    similar = near_copies(distinct)
    names = slugs(record.id for record in distinct)
    return tuple(
        Source(
            id=record.id,
            number=number,
            slug=names[record.id],
            title=record.metadata.title or first_line(record),
            record=record,
            copies=tuple(copies.get(record.id, ())),
            similar=similar.get(record.id, ()),
        )
        for number, record in enumerate(distinct, 1)
    )


def near_copies(records: Sequence[Record]) -> dict[str, tuple[str, ...]]:
    """For each record that has them, the ids of the records with nearly the same text, in the given order."""
    if len(records) < 2:
        return {}
    from datasketch import MinHash, MinHashLSH  # imports scipy: not needed for one article

    hashes = {}
    index = MinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS)
    empty = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=crc32)
    for record in records:
        shingles = _shingles(record.text)
        if not shingles:
            continue
        sketch = empty.copy()
        sketch.update_batch(shingles)
        hashes[record.id] = sketch
        index.insert(record.id, sketch)
    order = {record.id: number for number, record in enumerate(records)}
    found = {}
    for name, sketch in hashes.items():
        near = [other for other in index.query(sketch) if other != name and sketch.jaccard(hashes[other]) >= SIMILAR]
        if near:
            found[name] = tuple(sorted(near, key=order.__getitem__))
    return found


def first_line(record: Record) -> str:
    """The article's own first line, cut to a readable length, for an article without a title; else its id."""
    for line in record.text.splitlines():
        if line.strip():
            words = line.strip()
            return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0] + " …"
    return record.id


def _shingles(text: str) -> list[bytes]:
    words = WORD.findall(text.casefold())
    return [" ".join(words[n : n + SHINGLE]).encode("utf-8", "replace") for n in range(len(words) - SHINGLE + 1)]
