"""Law 2 within `docs/`: every span of every record and page is a slice of its source, and every link between pages leads somewhere."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from generator.errors import BriefingError
from generator.pages.escaping import ESCAPES
from generator.records import Record, decode, reason
from generator.settings import Settings
from generator.site.markup import TAG
from generator.site.proof import prove
from generator.values.identity import digest, identifier
from generator.values.span import Span

HREF = re.compile(r'\bhref="([^"]*)"')
ID = re.compile(r'\bid="([^"]*)"')
MARK = re.compile(r'<mark(?: id="[^"]*")? data-c="([^"]*)">(.*?)</mark>', re.S)


def problems(project: Path, settings: Settings, from_scratch: bool = False) -> Iterator[str]:
    """A sentence for each thing that does not hold; none if all is well."""
    try:
        yield from prove(project, settings, from_scratch).problems
    except BriefingError as error:
        yield str(error)
        return
    yield from consistency(project, settings)


def consistency(project: Path, settings: Settings) -> Iterator[str]:
    """What does not hold together in `docs/`, wherever it comes from: spans, ids, links, marked passages."""
    docs = project / settings.docs
    records_file = docs / "data" / "records.jsonl"
    records: dict[str, Record] = {}
    for number, line in enumerate(records_file.read_text("utf-8").splitlines(), 1):
        try:
            record = decode(line)
        except msgspec.DecodeError as error:
            yield f"data/records.jsonl line {number} is no record: {reason(error)}."
            continue
        records[record.id] = record
        yield from record_problems(record, settings.publish == "excerpts")
    yield from _page_problems(docs, records)


def record_problems(record: Record, excerpts: bool = False) -> Iterator[str]:
    """What is wrong with the spans and ids of a record; with `excerpts` it need not hold the text of its SHA-256."""
    if not excerpts and record.sha256 != digest(record.text):
        yield f"{record.id}: the text does not have the record's SHA-256."
    size = len(record.text)
    for where, span in _spans(record, ""):
        if not 0 <= span.start < span.end <= size:
            yield f"{record.id}: {where} {span.start}-{span.end} is no span of the text (0-{size})."
        elif isinstance(getattr(span, "text", None), str) and span.text != record.text[span.start : span.end]:  # type: ignore[attr-defined]
            yield f"{record.id}: {where} {span.start}-{span.end} is not the words that stand there."
    for fact in record.facts:
        if fact.id != identifier("f", record.id, (fact.start, fact.end)):
            yield f"{record.id}: the fact {fact.id} has another id than its span gives."
    named = Counter(thing.id for things in (record.facts, record.quotes, record.events) for thing in things)
    yield from (f"{record.id}: the id {name} stands for {count} things." for name, count in named.items() if count > 1)
    known = {entity.id for entity in record.entities}
    for event in record.events:
        for name in (*event.participants, *([event.place] if event.place else [])):
            if name not in known:
                yield f"{record.id}: the event {event.id} names the unknown entity {name}."


def _spans(value: Any, where: str) -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield where or type(value).__name__.lower(), value
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name), f"{where}.{name}".lstrip("."))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from _spans(item, f"{where}[{number}]")


def _page_problems(docs: Path, records: dict[str, Record]) -> Iterator[str]:
    pages = {file.relative_to(docs).as_posix(): file.read_text("utf-8") for file in sorted(docs.rglob("*.md"))}
    anchors = {name: set(map(html.unescape, ID.findall(text))) for name, text in pages.items()}
    for name, text in pages.items():
        for href in map(html.unescape, HREF.findall(text)):
            if re.match(r"[a-z]+:", href):
                continue
            path, _, fragment = href.partition("#")
            path = path.partition("?")[0]  # the choices of a filter
            target = _target(name, path)
            if target.endswith(".html"):
                target = target.removesuffix(".html") + ".md"
                if target not in pages:
                    yield f"{name}: the link {href} leads to no page."
                elif fragment and fragment not in anchors[target]:
                    yield f"{name}: the link {href} leads to a place that its page does not have."
            elif not (docs / target).is_file():
                yield f"{name}: the link {href} leads to no file."
    yield from _passage_problems(pages, records)


def _target(page: str, path: str) -> str:
    if not path:
        return page
    parts = page.split("/")[:-1]
    for part in path.split("/"):
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _passage_problems(pages: dict[str, str], records: dict[str, Record]) -> Iterator[str]:
    """The marked words of a source's page, put together, are the words of each cited span."""
    shown = [(name, text) for name, text in pages.items() if name.startswith("sources/")]
    texts = {_plain(record.text): record for record in records.values()}
    for name, text in shown:
        pieces: dict[str, list[str]] = {}
        for cover, words in MARK.findall(text):
            for cited in cover.split():
                pieces.setdefault(cited, []).append(html.unescape(TAG.sub("", words)))
        fits = [
            record
            for record in texts.values()
            if all(_squeezed("".join(words)) == _squeezed(_slice(record, cited)) for cited, words in pieces.items())
        ]
        if pieces and not fits:
            yield f"{name}: the marked passages are not the words of any source."


def _slice(record: Record, cited: str) -> str:
    start, end = cited[1:].split("-")
    return _plain(record.text[int(start) : int(end)])


def _plain(text: str) -> str:
    """A text as a page shows it."""
    return html.unescape(text.translate(ESCAPES))


def _squeezed(text: str) -> str:
    return "".join(text.split())
