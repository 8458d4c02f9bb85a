"""What the page of a person, organisation, place or other named thing shows: all that the sources say, each with its passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from msgspec.structs import replace

from generator.dossier.model import Companion, Passage, Subject
from generator.pages import views
from generator.pages.links import Links

ALIASES = 8
COMPANY = 12
TOGETHER = 5  # passages of a companion
ITEMS = 20  # of facts, quotations and events each: the lists hold the others
MOST_ROLES = 12
SOURCES = 40
VIEWS_SHOWN = ("facts", "quotes", "told", "events", "later")  # the views among what the template needs


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name, as a source writes it."""

    passage: Passage
    count: int


def aliases(subject: Subject) -> list[Alias]:
    """The other names that the sources use, each with the first passage that does."""
    counts: Counter[str] = Counter()
    firsts: dict[str, Passage] = {}
    for mention in subject.mentions:
        name = " ".join(mention.text.split())
        counts[name] += 1
        firsts.setdefault(name, mention)
    told = (
        a for a in subject.aliases if a in firsts and a.casefold() != subject.name.casefold()
    )  # capitals tell nothing new
    return [Alias(firsts[name], counts[name]) for name in told][:ALIASES]


def company(subject: Subject, links: Links) -> list[Companion]:
    """Who is mentioned together with them."""
    return [c for c in subject.together if c.subject in links.names][:COMPANY]


def cited(subject: Subject, links: Links) -> list[Passage]:
    """Every passage that the page, or the table of who appears with whom, links to beside facts, quotations and events."""
    return [
        *subject.descriptions[:MOST_ROLES],
        *(a.passage for a in aliases(subject)),
        *(p for c in subject.together if c.subject in links.names for p in c.passages[:TOGETHER]),
        *islice(firsts(subject).values(), SOURCES),
    ]


def firsts(subject: Subject) -> dict[str, Passage]:
    """The first mention in each source, in the order of the sources."""
    found: dict[str, Passage] = {}
    for mention in subject.mentions:
        found.setdefault(mention.source, mention)
    return found


def passages(shown: Mapping[str, Any]) -> Iterator[Passage]:
    """The passages that the page shows beside facts, quotations and events."""
    yield from shown["roles"]
    yield from (alias.passage for alias in shown["aliases"])
    yield from (passage for companion in shown["together"] for passage in companion.passages)
    yield from (first["passage"] for first in shown["firsts"])


def context(
    subject: Subject,
    links: Links,
    facts: Sequence[views.FactView],
    quotes: Sequence[views.QuoteView],
    events: Sequence[views.EventView],
) -> dict[str, Any]:
    """What the template needs.

    Args:
        facts: that tell of the subject; quotes: by or to them; events: with or at them.
    """
    counts = Counter(m.source for m in subject.mentions)
    shown = firsts(subject)
    said = [v for v in quotes if v.quotation.speaker == subject.id]
    told = [v for v in quotes if v.quotation.speaker != subject.id]
    numbers = [
        (len(subject.mentions), "mention", "mentions", "mentions"),
        (len(said), "quotation", "quotations", "said"),
        (len(events), "event", "events", "events"),
        (len(facts), "fact", "facts", "facts"),
    ]
    return {
        "subject": subject,
        "numbers": [{"n": n, "word": one if n == 1 else many, "to": to} for n, one, many, to in numbers if n],
        "aliases": aliases(subject),
        "maybe": [name for name in subject.maybe if name in links.names],
        "roles": subject.descriptions[:MOST_ROLES],
        "facts": facts[:ITEMS],
        "more_facts": max(0, len(facts) - ITEMS),
        "quotes": said[:ITEMS],
        "told": told[:ITEMS],
        "more_quotes": max(0, len(said) - ITEMS) + max(0, len(told) - ITEMS),
        "events": [v for v in events if v.happening.status == "happened"][:ITEMS],
        "later": [v for v in events if v.happening.status != "happened"][:ITEMS],
        "more_events": sum(
            max(0, sum((v.happening.status == "happened") is done for v in events) - ITEMS) for done in (True, False)
        ),
        "together": [replace(c, passages=c.passages[:TOGETHER]) for c in company(subject, links)],
        "firsts": [
            {"source": name, "passage": passage, "count": counts[name]} for name, passage in islice(shown.items(), SOURCES)
        ],
        "more_sources": max(0, len(shown) - SOURCES),
    }
