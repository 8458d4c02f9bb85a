"""What the Explore page searches: every paragraph, fact, quotation, event and difference, one JSON object a line.

`generator.site.search_index` makes Pagefind's index of it when the site is built.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from generator.dossier.model import Source, Subject
from generator.pages.links import group_of
from generator.pages.pieces import Piece, digest
from generator.pages.site import Site
from generator.pages.views import DifferenceView, EventView, FactView, QuoteView, View
from generator.records import one_line

EXPLORE_FILE = "explore.jsonl"
MOST_MONTHS = 24  # of a stretch of time; a longer one is found by its first month


def entries(site: Site) -> bytes:
    """The entries as JSON Lines; paragraphs only where the sources' text may be shown whole, not only where it is cited."""
    piece, item = site.pieces.of(f"data/{EXPLORE_FILE}"), site.inputs.item
    return b"".join(
        [
            *(_paragraphs(site, piece) if site.settings.publish == "full" else ()),
            *(piece(item(view), _fact, site, view) for view in site.facts),
            *(piece(item(view), _quote, site, view) for view in site.quotes),
            *(piece(item(view), _event, site, view) for view in site.events),
            *(piece(_made_of(site, view), _differing, site, view) for view in site.differences),
        ]
    )


def _paragraphs(site: Site, piece: Piece) -> Iterator[bytes]:
    """The paragraphs of each source, with the subjects that they name."""
    named: dict[str, list[tuple[int, str]]] = {source: [] for source in site.sources}
    for subject in site.dossier.subjects:
        if subject.id in site.links.listed:
            for mention in subject.mentions:
                named[mention.source].append((mention.start, subject.id))
    for source in site.dossier.sources:
        mentions = named[source.id]
        names = site.inputs.names(dict.fromkeys(name for _, name in mentions))
        inputs = digest(site.inputs.sources([source.id]), mentions, names)
        yield piece(inputs, _source, site, source, mentions)


def _source(site: Site, source: Source, mentions: Sequence[tuple[int, str]]) -> bytes:
    record = source.record
    starts = [p.start for p in record.paragraphs]
    inside: dict[int, dict[str, Subject]] = {}
    for start, name in mentions:
        inside.setdefault(bisect_right(starts, start) - 1, {})[name] = site.known[name]
    published = record.metadata.published
    return b"".join(
        _entry(
            f"{site.links.source(source.id)}#p{part.start}",
            record.text[part.start : part.end],
            "passage",
            list(inside.get(number, {}).values()),
            [source.title],
            [published[:7]] if published else [],
        )
        for number, part in enumerate(record.paragraphs)
    )


def _fact(site: Site, view: FactView) -> bytes:
    return _item(site, view, view.statement.passage.text, "fact", title=view.date or "")


def _quote(site: Site, view: QuoteView) -> bytes:
    said = view.quotation
    perhaps = "" if said.certain else ", probably"
    speaker = f"{site.links.names[said.speaker]}{perhaps}" if said.speaker else None
    return _item(site, view, " ".join(part.text for part in said.content), "quotation", speaker, title=speaker or "")


def _event(site: Site, view: EventView) -> bytes:
    return _item(site, view, view.happening.tellings[0].sentence.text, "event", title=view.when)


def _made_of(site: Site, view: DifferenceView) -> str:
    return digest(view.difference, site.links.item(view.id), [site.titles[p.source] for p in view.passages])


def _differing(site: Site, view: DifferenceView) -> bytes:
    """The first passage of each value, under the name of what is told differently: each passage has an anchor of its own."""
    names = iter(view.difference.members)
    page = site.links.item(view.id).removesuffix(view.id)
    found = []
    for version in view.difference.values:
        name, *_ = [next(names) for _ in version.passages]
        first, month = version.passages[0], [version.first[:7]] if version.first else []
        found.append(
            _entry(
                page + name,
                first.sentence,
                "difference",
                [],
                [site.titles[first.source]],
                month,
                title=view.difference.about,
            )
        )
    return b"".join(found)


def _item(site: Site, view: View, words: str, kind: str, speaker: str | None = None, title: str = "") -> bytes:
    subjects = [site.known[s] for s in view.subjects if s in site.known]
    sources = [site.titles[s] for s in view.sources]
    day = [view.first] if view.first and view.first == view.last else []
    return _entry(site.links.item(view.id), words, kind, subjects, sources, _months(view), speaker, title, day)


def _entry(
    address: str,
    words: str,
    kind: str,
    subjects: Sequence[Subject],
    sources: Sequence[str],
    months: Sequence[str],
    speaker: str | None = None,
    title: str = "",
    day: Sequence[str] = (),
) -> bytes:
    found = {
        "address": address,
        **({"title": title} if title else {}),  # who says it, or when it was
        "words": words,
        "kind": [kind],
        "who": [s.name for s in subjects if group_of(s.type) != "places"],
        "where": [s.name for s in subjects if group_of(s.type) == "places"],
        "source": list(sources),
        "month": list(months),
        **({"day": list(day)} if day else {}),
        **({"speaker": [speaker]} if speaker is not None else {}),
    }
    return one_line(json.dumps(found, ensure_ascii=False).encode("utf-8", "replace")) + b"\n"


def _months(view: View) -> list[str]:
    """The months that an item's days touch, as "2016-07"."""
    if not view.first or not view.last:
        return []
    first, last = date.fromisoformat(view.first), date.fromisoformat(view.last)
    count = (last.year - first.year) * 12 + last.month - first.month + 1
    months = (first.month - 1 + n for n in range(count if count <= MOST_MONTHS else 1))
    return [f"{first.year + m // 12:04}-{m % 12 + 1:02}" for m in months]
