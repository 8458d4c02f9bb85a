"""What of a dossier may be shown where its sources may not be republished: at most a share of each article's text.

Excerpts of a short article, all of whose sentences tell something, would else be the article. What matters most is kept first: what opens
the briefing, the best facts, the entries of the chronology, what sources tell differently, then the rest by its rank.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from generator.dossier.model import Difference, Dossier, Happening, Passage, Quotation, Statement, Subject

SHARE = 0.5  # of an article's letters
FIRST_FACTS = 10  # facts that come before everything else
Item = TypeVar("Item", Statement, Quotation, Happening, Difference)


def within(dossier: Dossier, share: float = SHARE) -> Dossier:
    """The dossier without what would show more than a share of a source.

    Args:
        dossier: with all that was found.
        share: of the characters of an article, spaces aside, that may be shown as facts, quotations, events and their passages.
    """
    budget = _Budget({source.id: source.record.text for source in dossier.sources}, share)
    lede = dossier.lede if dossier.lede and budget.takes([dossier.lede.passage]) else None
    glance = tuple(g for g in dossier.glance if g.passage is None or budget.takes([g.passage]))
    facts = {s.id: _statement(s, budget) for s in dossier.statements[:FIRST_FACTS]}
    listed = sorted((h for h in dossier.happenings if h.listed), key=lambda h: (-h.score, h.id))
    events = {h.id: _happening(h, budget) for h in listed}
    differences = {d.id: _difference(d, budget) for d in dossier.differences}
    facts |= {s.id: _statement(s, budget) for s in dossier.statements[FIRST_FACTS:]}
    quotes = {q.id: _quotation(q, budget) for q in sorted(dossier.quotations, key=lambda q: (-q.score, q.id))}
    events |= {h.id: _happening(h, budget) for h in dossier.happenings if not h.listed}
    parts = {h.id: _happening(h, budget) if h.part_of is None or events.get(h.part_of) else None for h in dossier.unlisted}
    made = replace(
        dossier,
        lede=lede,
        glance=glance,
        statements=_kept(dossier.statements, facts),
        quotations=_kept(dossier.quotations, quotes),
        happenings=_kept(dossier.happenings, events),
        unlisted=_kept(dossier.unlisted, parts),
        differences=_kept(dossier.differences, differences),
        subjects=tuple(_subject(s, budget) for s in dossier.subjects),
    )
    return _referring(made)


class _Budget:
    """How much of each source may still be shown."""

    def __init__(self, texts: Mapping[str, str], share: float) -> None:
        self._shown = {name: bytearray(len(text)) for name, text in texts.items()}
        self._solid = {name: [not c.isspace() for c in text] for name, text in texts.items()}
        self._left = {name: int(share * sum(solid)) for name, solid in self._solid.items()}

    def takes(self, passages: Iterable[Passage]) -> bool:
        """Whether passages may be shown; if so, they are counted."""
        spans = [(p.source, p.start, p.end) for p in passages]
        costs: dict[str, set[int]] = {}
        for source, start, end in spans:
            shown, solid = self._shown[source], self._solid[source]
            costs.setdefault(source, set()).update(n for n in range(start, end) if solid[n] and not shown[n])
        if any(len(new) > self._left[source] for source, new in costs.items()):
            return False
        for source, new in costs.items():
            self._left[source] -= len(new)
            for n in new:
                self._shown[source][n] = 1
        return True


def _statement(statement: Statement, budget: _Budget) -> Statement | None:
    claimed = [statement.claimed_by] if statement.claimed_by else []
    if not budget.takes([statement.passage, *claimed]):
        return None
    return replace(statement, also=tuple(p for p in statement.also if budget.takes([p])))


def _quotation(quotation: Quotation, budget: _Budget) -> Quotation | None:
    said = [p for p in (quotation.cue, quotation.attributed_to) if p]
    if not budget.takes([*quotation.content, *said]):
        return None
    parts = [p for p in (*quotation.content, *said) if p.source == quotation.context.source]
    start, end = min(p.start for p in parts), max(p.end for p in parts)
    hull = Passage(quotation.context.source, start, end, _within(quotation.context, start, end))
    context = hull if hull.text and budget.takes([hull]) else quotation.content[0]
    return replace(quotation, context=context, wordings=tuple(w for w in quotation.wordings if budget.takes(w.content)))


def _within(passage: Passage, start: int, end: int) -> str:
    """The words of a part of a passage; nothing where it reaches beyond."""
    inside = passage.start <= start and end <= passage.end
    return passage.text[start - passage.start : end - passage.start] if inside else ""


def _happening(happening: Happening, budget: _Budget) -> Happening | None:
    tellings = tuple(t for t in happening.tellings if budget.takes([t.sentence]))
    if not tellings:
        return None
    return replace(happening, tellings=tellings, differ=tuple(p for p in happening.differ if budget.takes([p])))


def _difference(difference: Difference, budget: _Budget) -> Difference | None:
    values = []
    for version in difference.values:
        passages = tuple(p for p in version.passages if budget.takes([p.whole]))
        if not passages:
            return None
        values.append(replace(version, passages=passages))
    return replace(difference, values=tuple(values))


def _subject(subject: Subject, budget: _Budget) -> Subject:
    return replace(subject, descriptions=tuple(p for p in subject.descriptions if budget.takes([p])))


def _kept(items: Sequence[Item], made: Mapping[str, Item | None]) -> tuple[Item, ...]:
    """What is left of items, in their order."""
    return tuple(kept for item in items if (kept := made[item.id]) is not None)


def _referring(dossier: Dossier) -> Dossier:
    """The dossier without references to what is not in it any more."""
    there = {s.id for s in dossier.statements} | {q.id for q in dossier.quotations}
    there |= {h.id for h in (*dossier.happenings, *dossier.unlisted)}

    def known(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if name in there)

    return replace(
        dossier,
        statements=tuple(replace(s, events=known(s.events), quotes=known(s.quotes)) for s in dossier.statements),
        differences=tuple(replace(d, facts=known(d.facts), events=known(d.events)) for d in dossier.differences),
    )
