"""The main event of a story: its entry of the chronology, the articles that answer for it, and its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import chain

from msgspec.structs import replace

from generator.dossier.model import FEW, Day, Happening, Passage, Source, Statement, Subject
from generator.records.model import Answers, Record, Time
from generator.values.timex import DAY_LENGTH

MAIN = 5  # subjects of a source by which another is known to tell of the same
SHARED_SUBJECTS = 2
MAIN_STORY = 0.25  # share of many articles that tell of the same, below which they have no main event
TELLERS = 2  # publishers that tell a main event, where any event has so many
OLDEST_NEWS = 366  # days before the first article was published
DAYS_AROUND = 1  # days around a story's only day, in which what one publisher tells of it still belongs to its period


def entry(happenings: Sequence[Happening], sources: int) -> Happening | None:
    """The entry of what most of the articles tell, with the tellings of what stands under it; None where they tell of different things.

    Where all articles come from one publisher, two of them must tell it.

    Args:
        happenings: all events.
        sources: how many articles there are.
    """
    best = max((h for h in happenings if h.tier == "story" and h.listed), key=lambda h: h.score, default=None)
    if best is None:
        return None
    parts = chain.from_iterable(h.tellings for h in happenings if h.part_of == best.id)
    whole = replace(best, tellings=(*best.tellings, *parts))
    told = len({telling.sentence.source for telling in whole.tellings})
    alone = all(h.publishers < TELLERS for h in happenings)
    if (told if alone else best.publishers) < TELLERS:
        return None
    return whole if told >= MAIN_STORY * sources else None


def answers(
    sources: Sequence[Source], statements: Sequence[Statement], people: Sequence[Subject]
) -> tuple[tuple[str, Answers], ...]:
    """Answers by source, the source of the best statements first; after it those that tell of the same, and no others.

    Where sources agree on the day, one that states another day does not come first: it may be dated wrongly, or tell of a later day.
    What the first leaves open another may answer only if it names at least two of the first's most salient subjects. A dossier of
    many articles of which few tell of the same has no main event, and no answers.
    """
    rank = {statement.passage.source: -number for number, statement in reversed(list(enumerate(statements)))}
    ordered = sorted(sources, key=lambda source: (-rank.get(source.id, -len(statements)), source.number))
    days = {source.id: time.value[:DAY_LENGTH] for source in ordered if (time := _stated(source.record)) and time.earliest}
    counted = Counter(days.values())
    agreed, number = max(counted.items(), key=lambda pair: pair[1], default=("", 0))  # of equals the best source's
    if number > 1:
        ordered.sort(key=lambda source: days.get(source.id) != agreed)
    main = [set(s.sources) for s in people if ordered[0].id in s.sources][:MAIN]
    told = [s for s in ordered if s is ordered[0] or sum(s.id in named for named in main) >= SHARED_SUBJECTS]
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


def day(
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


def period(happenings: Sequence[Happening], sources: Sequence[Source] = ()) -> tuple[str, str] | None:
    """The first and the last day of the story's main events: none that one of several publishers alone tells, none of long before, and none
    that is inferred from a later day of publication than the first.

    Where all of them fall on one day, what the words of one publisher date on a day close to it belongs to them; where that day is
    but the day of the first report, there is no period.

    Args:
        happenings: entries of the story.
        sources: the articles; what ended more than `OLDEST_NEWS` days before the first of them was published is background.
    """
    published = min((day for s in sources if (day := s.record.metadata.published)), default=None)
    exact = [h for h in happenings if _on_a_day(h, published)]
    days = _main_days(exact, published)
    if published and len({day.earliest for day in days}) == 1:
        if all(day.inferred for day in days):
            return None  # the day of a report is no period, and stands beside the sources
        days += [h.day for h in exact if h.day and not h.day.inferred and _beside(h.day, days[0])]
    if not days:
        return None
    return min(day.earliest or "" for day in days), max(day.latest or "" for day in days)


def _main_days(exact: Sequence[Happening], published: str | None) -> list[Day]:
    """The days of what enough publishers tell and what did not end long before the first of them wrote."""
    enough = min(max((h.publishers for h in exact), default=0), TELLERS)
    begin = (date.fromisoformat(published) - timedelta(OLDEST_NEWS)).isoformat() if published else ""
    return [h.day for h in exact if h.publishers >= enough and h.day and (h.day.latest or "") >= begin]


def _beside(day: Day, main: Day) -> bool:
    """Whether a day is within days of another."""
    one, other = (date.fromisoformat(each.earliest or "") for each in (day, main))
    return abs((one - other).days) <= DAYS_AROUND


def _on_a_day(h: Happening, published: str | None) -> bool:
    """Whether it happened, and on which day is told: said by the words, or inferred from the first day of publication."""
    day = h.day
    if day is None or h.status != "happened" or not (day.earliest and day.latest):
        return False
    return (
        len(day.value) >= DAY_LENGTH
        and day.value[:DAY_LENGTH] == day.earliest
        and (not day.inferred or day.earliest == published)
    )
