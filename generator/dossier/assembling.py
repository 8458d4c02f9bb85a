"""From records to a dossier: the order in which articles are put together.

People and places come first, since quotations, events and facts are told apart by who takes part in them. Each step is a
pure function of the records and of the steps before it; editors' corrections are applied where they belong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.dossier import (
    briefs,
    copies,
    dates_in_doubt,
    fact_worth,
    facts,
    glance,
    groups,
    lede,
    main_event,
    quotes,
    tellers,
    unknowns,
)
from generator.dossier.claimants import claimant
from generator.dossier.dates_in_doubt import Doubt
from generator.dossier.differences import corroboration, finding
from generator.dossier.differences.ground import Ground
from generator.dossier.editor.applying import Desk
from generator.dossier.editor.corrections import Correction
from generator.dossier.editor.parting import parted
from generator.dossier.model import Dossier, Happening, Passage, Quotation, Source, Statement
from generator.dossier.people import subjects
from generator.dossier.stories import chronology
from generator.records.model import Record


def assemble(
    records: Sequence[Record],
    title: str,
    dek: str | None = None,
    corrections: Mapping[str, Sequence[Correction]] | None = None,
) -> Dossier:
    """Put records together.

    Args:
        records: in any order; the same records give the same dossier.
        title: the briefing's title.
        dek: the line under the title.
        corrections: editors' corrections by the id of the article whose sidecar holds them.
    """
    desk = Desk(corrections or {})
    apart = desk.apart()
    sources = copies.sources(parted(records, apart))
    told = [source.record for source in sources]
    similar = {source.id: source.similar for source in sources}
    doubts = dates_in_doubt.doubts(told, similar)
    sources = _doubted(sources, doubts)
    people, index = desk.subjects(*subjects.merge(told, apart))
    quotations = desk.quotations(quotes.merge(told, index), people)
    everything = desk.happenings(
        chronology.merge(told, index, similar, desk.events(), frozenset(doubt.article for doubt in doubts))
    )
    happenings = tuple(h for h in everything if _shown(h))
    main = main_event.entry(happenings, len(sources))
    stories = groups.groups(told)
    known = facts.Known(everything, people, stories, desk.alone())
    linked = _linked(facts.merge(told, index, similar, known), quotations, everything)
    # what is counted from a day of publication that is in doubt is no fact's day
    doubtful = {doubt.article for doubt in doubts}
    linked = tuple(replace(s, date=None) if s.date and s.passage.source in doubtful else s for s in linked)
    statements = desk.statements(linked)
    answers = main_event.answers(sources, statements, people)
    ground = Ground(told, index, people, everything, similar)
    statements = corroboration.corroborated(tellers.told(statements, told, desk.alone()), told, ground.origins)
    differing = desk.differences(finding.differences(ground, statements))
    when = main_event.day(answers, sources, happenings, main)
    origins = {record.id: name for record, name in zip(told, ground.origins, strict=True)}  # independent publishers
    opening = lede.lede(main, told, statements, origins)
    statements = desk.dated(statements, everything, told)
    made = Dossier(
        title=title,
        dek=dek,
        sources=sources,
        subjects=people,
        statements=statements,
        quotations=quotations,
        happenings=happenings,
        unlisted=tuple(h for h in everything if not _shown(h)),
        answers=answers,
        when=when,
        lede=opening,
        glance=glance.glance(told, answers, when, main, people, opening, origins),
        unknowns=unknowns.unknowns(told, similar, fact_worth.shares(told, facts.one_name(similar))),
        period=main_event.period([h for h in happenings if h.listed and h.tier == "story"], sources),
        differences=differing,
        unmatched=desk.unmatched(),
        corrected=desk.log(),
        doubts=tuple(doubt.sentence for doubt in doubts),
    )
    if len(stories) < 2:
        return made
    several = briefs.stories(made, stories, ground.origins)
    return replace(made, stories=several, period=made.period if len(stories) > briefs.TABLE else briefs.period(several))


def _shown(happening: Happening) -> bool:
    """Whether an event stands on a page by itself: on the chronology, or folded away below it where words date it."""
    return happening.listed or (happening.part_of is None and happening.tier == "further")


def _doubted(sources: Sequence[Source], doubts: Sequence[Doubt]) -> tuple[Source, ...]:
    """The sources, those whose day of publication is in doubt with the day that would fit."""
    fits = {doubt.article: doubt.fits for doubt in doubts}
    return tuple(replace(source, doubt=fits[source.id]) if source.id in fits else source for source in sources)


def _linked(
    statements: Sequence[Statement], quotations: Sequence[Quotation], happenings: Sequence[Happening]
) -> tuple[Statement, ...]:
    """Tell each statement which quotations and chronology entries its words hold, and whom the words for its claimant mean."""
    speakers = {q.attributed_to: q.speaker for q in quotations if q.attributed_to and q.certain}
    said = _by_source((part, quotation.id) for quotation in quotations for part in quotation.content)
    entries = {h.id: h.part_of or h.id for h in happenings if _shown(h) or h.part_of}
    told = _by_source((t.trigger, entries[h.id]) for h in happenings if h.id in entries for t in h.tellings)
    return tuple(
        replace(
            statement,
            quotes=_within(statement.passage, said),
            events=_within(statement.passage, told),
            claimant=(known := speakers.get(statement.claimed_by) if statement.claimed_by else None),
            claimed_by=claimant(statement.claimed_by, known) if statement.claimed_by else None,
        )
        for statement in statements
    )


def _by_source(pairs: Iterable[tuple[Passage, str]]) -> dict[str, list[tuple[Passage, str]]]:
    found: dict[str, list[tuple[Passage, str]]] = {}
    for passage, name in pairs:
        found.setdefault(passage.source, []).append((passage, name))
    return found


def _within(passage: Passage, found: Mapping[str, Sequence[tuple[Passage, str]]]) -> tuple[str, ...]:
    inside = (name for p, name in found.get(passage.source, ()) if passage.start <= p.start and p.end <= passage.end)
    return tuple(dict.fromkeys(inside))
