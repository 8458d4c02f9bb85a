"""Sources: articles in order of publication, the same text shown once, what is taken from one report or release named.

How much of a text stands in another is counted in five-word shingles (containment: Broder 1997, "On the resemblance and containment of
documents"), exactly, over an inverted index: the cost grows with the number of articles, not of pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain

from generator.dossier.model import Source
from generator.records.model import Record
from generator.values.slugs import slugs
from generator.values.words import WORD

COPY_SHINGLE = 5  # words
TAKEN = 0.55  # share of the shorter text that stands in the other, from which they have one origin
LEAST_SHARED = 40  # shingles that they share then: less may be a quotation
FORMULA = 20  # articles above which a shingle tells nothing of any two


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
    """For each record that has them, the ids of the records with which it shares most of the shorter text, in the given order."""
    told = [_shingles(record) for record in records]
    once: set[int] = set()
    again: set[int] = set()
    for shingles in told:
        again |= once & shingles
        once |= shingles
    frequency = Counter(chain.from_iterable(shingles & again for shingles in told))
    telling = {shingle for shingle, count in frequency.items() if count <= FORMULA}
    holders: dict[int, list[int]] = {}
    shared: Counter[tuple[int, int]] = Counter()
    for number, shingles in enumerate(told):
        for shingle in shingles & telling:
            earlier = holders.setdefault(shingle, [])
            for other in earlier:
                shared[other, number] += 1
            earlier.append(number)
    near: dict[int, list[int]] = {}
    for (one, other), count in shared.items():
        if count >= max(LEAST_SHARED, TAKEN * min(len(told[one]), len(told[other]))):
            near.setdefault(one, []).append(other)
            near.setdefault(other, []).append(one)
    return {records[one].id: tuple(records[other].id for other in sorted(others)) for one, others in near.items()}


def origins(records: Sequence[Record], similar: Mapping[str, Sequence[str]]) -> list[str]:
    """For each record its independent source: the publisher, or one name for all of several that share most of their text.

    Args:
        records: the articles.
        similar: for an article that has them, the others that share most of their text.
    """
    found: dict[str, str] = {}
    for name in sorted(similar):
        waiting = [name] if similar[name] else []
        while waiting:
            here = waiting.pop()
            if here not in found:
                found[here] = name
                waiting += similar.get(here, ())
    own = {r.id: (r.metadata.publisher or r.id).casefold().removeprefix("www.") for r in records}
    houses: dict[str, set[str]] = {}
    for r in records:
        houses.setdefault(found.get(r.id, ""), set()).add(own[r.id])
    # a publisher that prints its own text again is no second one
    return [found[r.id] if len(houses[found.get(r.id, "")]) > 1 and r.id in found else own[r.id] for r in records]


def first_line(record: Record) -> str:
    """The article's own first line, cut to a readable length, for an article without a title; else its id."""
    for line in record.text.splitlines():
        if line.strip():
            words = line.strip()
            return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0] + " …"
    return record.id


def _shingles(record: Record) -> set[int]:
    """The hashes (64 bits) of what stands in the story of an article, five words at a time."""
    story = (record.text[p.start : p.end] for p in record.paragraphs if p.kind != "noise")
    words = WORD.findall(" ".join(story).casefold())
    return set(map(hash, zip(*(words[n:] for n in range(COPY_SHINGLE)), strict=False)))
