"""From records to a dossier: the order in which articles are put together.

People and places come first, since quotations, events and facts are told apart by who takes part in them. Each step is a
pure function of the records and of the steps before it; editors' corrections are applied where they belong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from generator.dossier import copies, dates_in_doubt, facts, glance, lede, quotes
from generator.dossier.dates_in_doubt import Doubt
from generator.dossier.differences import corroboration, finding
from generator.dossier.editor.applying import Desk
from generator.dossier.editor.corrections import Correction
from generator.dossier.editor.parting import parted
from generator.dossier.model import FEW, Day, Dossier, Happening, Passage, Quotation, Source, Statement, Subject
from generator.dossier.people import subjects
from generator.dossier.stories import chronology
from generator.records.model import Answers, Record, Time

MAIN = 5  # subjects of a source by which another is known to tell of the same
SHARED = 2
LEADING = 20  # facts among which the one that leads is looked for
MAIN_STORY = 0.25  # share of many articles that tell of the same, below which they have no main event
DAY = len("2016-07-15")


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
    main = _main(happenings, len(sources))
    linked = _linked(facts.merge(told, index, similar, facts.Known(everything, people)), quotations, everything)
    # what is counted from a day of publication that is in doubt is no fact's day
    doubtful = {doubt.article for doubt in doubts}
    linked = tuple(replace(s, date=None) if s.date and s.passage.source in doubtful else s for s in linked)
    statements = desk.statements(_led(linked, main))
    answers = _answers(sources, statements, people)
    ground = finding.Ground(told, index, people, everything, similar)
    statements = corroboration.corroborated(statements, told, ground.origins)
    differing = desk.differences(finding.differences(ground, statements))
    when = _when(answers, sources, happenings, main)
    opening = lede.lede(main, told, statements, facts.one_name(similar))
    return Dossier(
        title=title,
        dek=dek,
        sources=sources,
        subjects=people,
        statements=desk.dated(statements, everything, told),
        quotations=quotations,
        happenings=happenings,
        unlisted=tuple(h for h in everything if not _shown(h)),
        answers=answers,
        when=when,
        lede=opening,
        glance=glance.glance(told, answers, when, main, people, opening, facts.one_name(similar)),
        period=_period([h for h in happenings if h.listed and h.tier == "story"]),
        differences=differing,
        unmatched=desk.unmatched(),
        corrected=desk.log(),
        doubts=tuple(doubt.sentence for doubt in doubts),
    )


def _main(happenings: Sequence[Happening], sources: int) -> Happening | None:
    """The entry of what most of the articles tell; None where they tell of different things."""
    best = max((h for h in happenings if h.tier == "story" and h.listed), key=lambda h: h.score, default=None)
    if best is None or best.publishers < 2:
        return None
    return best if len({t.sentence.source for t in best.tellings}) >= MAIN_STORY * sources else None


def _led(statements: Sequence[Statement], main: Happening | None) -> tuple[Statement, ...]:
    """The fact that tells the main event first, if one of the best does."""
    first = next((s for s in statements[:LEADING] if main is not None and main.id in s.events), None)
    return tuple(statements) if first is None else (first, *(s for s in statements if s is not first))


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
            claimant=speakers.get(statement.claimed_by) if statement.claimed_by else None,
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


def _answers(
    sources: Sequence[Source], statements: Sequence[Statement], people: Sequence[Subject]
) -> tuple[tuple[str, Answers], ...]:
    """Answers by source, the source of the best statements first; after it those that tell of the same, and no others.

    Where sources agree on the day, one that states another day does not come first: it may be dated wrongly, or tell of a later day.
    What the first leaves open another may answer only if it names at least two of the first's most salient subjects. A dossier of
    many articles of which few tell of the same has no main event, and no answers.
    """
    rank = {statement.passage.source: -number for number, statement in reversed(list(enumerate(statements)))}
    ordered = sorted(sources, key=lambda source: (-rank.get(source.id, -len(statements)), source.number))
    days = {source.id: time.value[:DAY] for source in ordered if (time := _stated(source.record)) and time.earliest}
    counted = Counter(days.values())
    agreed, number = max(counted.items(), key=lambda pair: pair[1], default=("", 0))  # of equals the best source's
    if number > 1:
        ordered.sort(key=lambda source: days.get(source.id) != agreed)
    main = [set(s.sources) for s in people if ordered[0].id in s.sources][:MAIN]
    told = [s for s in ordered if s is ordered[0] or sum(s.id in named for named in main) >= SHARED]
    if len(sources) > FEW and len(told) < MAIN_STORY * len(sources):
        return ()
    return tuple((source.id, source.record.answers) for source in told)


def _stated(record: Record) -> Time | None:
    """What the words of an article's first answer to "when" mean."""
    for answer in record.answers.when[:1]:
        for time in record.times:
            if time.start < answer.end and answer.start < time.end and time.type in {"DATE", "TIME"}:
                return time
    return None


def _when(
    answers: Sequence[tuple[str, Answers]],
    sources: Sequence[Source],
    happenings: Sequence[Happening],
    main: Happening | None,
) -> Day | None:
    """The day of the main event: the chronology's, if the best answer does not speak of another day; else what its words mean.

    Without words for it, it is the day of publication where the lead tells of it.
    """
    records = {source.id: source.record for source in sources}
    for name, found in answers:
        for answer in found.when[:1]:
            time = _stated(records[name])
            if main is not None and main.day and (time is None or _one_day(main.day, time) or _in_doubt(name, sources)):
                return main.day
            wording = Passage(name, answer.start, answer.end, answer.text)
            return Day(time.value, time.earliest, time.latest, wording) if time else None
    best = answers[0][0] if answers else None
    inferred = [
        (telling.sentence.start, happening.day)
        for happening in happenings
        if happening.day and happening.day.inferred and happening.status == "happened"
        for telling in happening.tellings
        if telling.sentence.source == best
    ]
    return min(inferred, key=lambda pair: pair[0])[1] if inferred else None


def _one_day(day: Day, time: Time) -> bool:
    """Whether a day is what words mean, or lies in it."""
    known = day.earliest and day.latest and time.earliest and time.latest
    return bool(known) and (time.earliest or "") <= (day.earliest or "") and (day.latest or "") <= (time.latest or "")


def _in_doubt(name: str, sources: Sequence[Source]) -> bool:
    return any(source.doubt for source in sources if source.id == name)


def _period(happenings: Sequence[Happening]) -> tuple[str, str] | None:
    """The first and the last day of what happened, as far as days are known."""
    known = [h.day for h in happenings if h.day and h.status == "happened" and h.day.earliest and h.day.latest]
    if not known:
        return None
    return min(day.earliest or "" for day in known), max(day.latest or "" for day in known)
