"""Facets: by what the lists of facts, quotations and events can be narrowed, with counts over the whole list."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import msgspec

from generator.dossier.model import Subject
from generator.pages.links import Links, group_of
from generator.pages.views import View

MOST = 80  # choices of a facet; who is beyond has few entries, and a page of its own


def options(
    views: Sequence[View], links: Links, subjects: Mapping[str, Subject], titles: dict[str, str]
) -> list[dict[str, object]]:
    """The choices of each facet, most frequent first; a count is the number of entries of the whole list that have it."""
    named = {
        name: n for name, n in Counter(chain.from_iterable(set(v.subjects) for v in views)).items() if name in links.names
    }
    places = {name for name in named if group_of(subjects[name].type) == "places"}
    return [
        _facet("who", "Who or what", {k: n for k, n in named.items() if k not in places}, links.names),
        _facet("where", "Where", {k: n for k, n in named.items() if k in places}, links.names),
        _facet("source", "Source", Counter(chain.from_iterable(set(v.sources) for v in views)), titles),
        _facet("kind", "Kind", Counter(chain.from_iterable(kinds(v).split() for v in views)), KIND_WORDS),
    ]


# cues of a quotation whose words its speaker does not stand by: "He denied that he had been asleep"
DENYING = frozenset(
    {*"denied denies deny denying".split(), *(f"{verb} denied" for verb in ("has", "have", "had", "also")), "was denying"}
)
DIFFERS = "differs"
KIND_WORDS = {
    "action": "what happened",
    "statement": "what somebody says",
    "figure": "figures",
    "background": "background",
    "direct": "direct quotation",
    "mixed": "partly quoted",
    "indirect": "reported, not quoted",
    "happened": "happened",
    "story": "the story",
    "further": "also dated",
    "planned": "planned or expected",
    "negated": "said not to have happened",
    "hypothetical": "only possible",
    DIFFERS: "told differently",
}


def kinds(view: View) -> str:
    """What an entry is found by under "Kind", with a space between two: what sources tell differently is found as such too."""
    return f"{view.kind} {DIFFERS}" if getattr(view, "differs", ()) else view.kind


def index(pages: Iterable[tuple[str, Sequence[View]]]) -> bytes:
    """What the filter needs to count entries on all pages of a split list: `[page, subjects, sources, kind, first, last]` each."""
    return json_of(
        [(page, v.subjects, v.sources, kinds(v), v.first or "", v.last or "") for page, views in pages for v in views]
    )


def json_of(found: Any) -> bytes:
    """What a list's script reads: the index, the choices of each facet, the names of its pages."""
    try:
        return msgspec.json.encode(found) + b"\n"
    except UnicodeEncodeError:  # a lone surrogate
        return (json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8", "replace")


def _facet(name: str, label: str, counts: Mapping[str, int], names: Mapping[str, str]) -> dict[str, object]:
    ordered = sorted(counts.items(), key=lambda e: (-e[1], names.get(e[0], e[0]), e[0]))
    return {
        "name": name,
        "label": label,
        "choices": [{"value": k, "label": names.get(k, k), "count": n} for k, n in ordered[:MOST]],
    }
