"""Records for projects that may not republish their sources: every character that nothing cites is a block, so that each span stays.

The SHA-256 of the whole text stays too: who has the article can prove its words, who has not can still prove that all cited passages
stand where they say, in one order and none over another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from generator.dossier.model import Source
from generator.pages import introduced, reader
from generator.pages.site import Site
from generator.records import Record, encode
from generator.values.hidden import HIDDEN

UNCITED = re.compile(r"[^\n]")  # line ends stay: they part paragraphs


def records(site: Site) -> bytes:
    """The records as JSON Lines, with the cited passages alone for text."""
    cited = _cited(site)
    return b"".join(encode(_cut(source, cited[source.id])) + b"\n" for source in site.dossier.sources)


def _cut(source: Source, cited: set[tuple[int, int]]) -> Any:
    """A source's record without what nothing cites."""
    record, text = _shown(source.record, cited), source.record.text
    own: set[tuple[int, int]] = set()
    if not record.metadata.title:  # the text opens with what the source is called by
        own.add((0, len(source.title)))
    made, end = [], 0
    for first, last in sorted(cited | own):
        made.append(UNCITED.sub(HIDDEN, text[end:first]))
        made.append(text[max(end, first) : last])
        end = max(end, last)
    made.append(UNCITED.sub(HIDDEN, text[end:]))
    return msgspec.structs.replace(record, text="".join(made))


def _shown(record: Record, cited: set[tuple[int, int]]) -> Record:
    """A record without the words of facts and answers that no page shows."""

    def there(part: Any) -> bool:
        return any(start <= part.start and part.end <= end for start, end in cited)

    found = {name: tuple(filter(there, getattr(record.answers, name))) for name in record.answers.__struct_fields__}
    answers = msgspec.structs.replace(record.answers, **found)
    return msgspec.structs.replace(record, facts=tuple(filter(there, record.facts)), answers=answers)


def _cited(site: Site) -> dict[str, set[tuple[int, int]]]:
    """The spans by source that pages or data files show."""
    dossier = site.dossier
    found: dict[str, set[tuple[int, int]]] = defaultdict(set)
    pages = reader.citations(dossier, site.events, site.links.below(), site.numbered, introduced.leading(dossier))
    for source, citations in pages.items():
        found[source] |= {(each.start, each.end) for each in citations}
    shown = (
        dossier.statements,
        dossier.quotations,
        dossier.happenings,
        dossier.unlisted,
        dossier.differences,
        dossier.subjects,
    )
    for passage in _parts(msgspec.to_builtins(shown), {"source", "start", "end"}):
        found[passage["source"]].add((passage["start"], passage["end"]))
        if "sentence_start" in passage:
            found[passage["source"]].add((passage["sentence_start"], passage["sentence_end"]))
    return found


def _parts(value: Any, keys: set[str]) -> Iterator[dict[str, Any]]:
    """The mappings inside a value that have some keys."""
    if isinstance(value, dict):
        if keys <= value.keys():
            yield value
        value = list(value.values())
    for part in value if isinstance(value, list | tuple) else ():
        yield from _parts(part, keys)
