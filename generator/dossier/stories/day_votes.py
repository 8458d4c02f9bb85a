"""What all tellings of an event together say of its day: the vote of its sources, and whether two days can be one event's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from generator.dossier.stories.day_words import WEEKDAY
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import DAY, Ground, OwnDay, moved
from generator.records.model import Record

ENOUGH = 1.2  # weight of a day, from which it is told rather than the month that holds it
FINE = 0.6  # of the weight of that month
BESIDE = 0.25  # of the weight of a month that holds a day counts for the day
FAR = 10_000
LONELY, LONG_BEFORE = (
    2,
    30,
)  # articles, and days by which the first of more precedes the second, from which its date is not believed
Weights = Mapping[tuple[str, str], tuple[float, OwnDay]]  # by first and last day, what is said for it
MONTH_AND_DAY = re.compile(r"[\dX]{4}-(\d\d-\d\d)")


def aligned(
    group: Sequence[int],
    days: Sequence[OwnDay | None],
    mentions: Sequence[EventMention],
    records: Sequence[Record],
    sources: Sequence[str],
) -> dict[int, OwnDay]:
    """Of one event, days of the week that others' days show to be of the week before or after: "Tuesday's launch" may be ahead.

    Args:
        group: the mentions of the event.
        days: of all mentions.
        mentions: all of them.
        records: of the mentions.
        sources: of each record, who published it.
    """
    told: dict[str, set[str]] = {}
    for n in group:
        day = days[n]
        if day and day.grain == 0 and day.earliest and not day.doubtful and day.ground > Ground.STORY:
            told.setdefault(day.earliest, set()).add(sources[mentions[n].number])
    made = {}
    for n in group if len(told) > 1 else ():
        day = days[n]
        if day is None or day.ground is not Ground.RECKONED or day.grain or not day.earliest or day.wording is None:
            continue
        text = records[mentions[n].number].text[day.wording.start : day.wording.end]
        weeks = [(date.fromisoformat(day.earliest) + timedelta(step)).isoformat() for step in (-7, 7)]
        best = max(weeks, key=lambda to: len(told.get(to, ())))
        if WEEKDAY.search(text) and len(told.get(best, ())) > len(told.get(day.earliest, ())):
            made[n] = moved(day, best)
    return made


def agreed(
    told: Iterable[tuple[str, OwnDay]], known_by: str | None = None, first_told: str | None = None
) -> tuple[OwnDay | None, list[OwnDay]]:
    """The day of an event, and the days of tellings that differ from it.

    Args:
        told: for each telling with a day its independent source, and the day.
        known_by: the day by which it is told as something that has happened.
        first_told: the day on which it is told first; a later day of publication is not its day.
    """
    told = list(told)
    if edited := [day for _, day in told if day.ground is Ground.EDITOR]:
        return edited[0], []
    votes = _counted(told, known_by, first_told)
    if not votes:
        return None, []
    weights = _weights(votes)
    chosen = _finer(max((day for _, day in votes), key=lambda day: (_support(day, weights), *_rank(day))), votes, weights)
    differ = [day for _, day in votes if not fits(chosen, day) and day.ground > Ground.STORY and not day.shared]
    return chosen, differ


def _counted(told: Sequence[tuple[str, OwnDay]], known_by: str | None, first_told: str | None) -> list[tuple[str, OwnDay]]:
    """The votes that count: none that is in doubt, if there are others, and none for a day on which the event was known already."""
    votes = _first_published([(source, day) for source, day in told if not day.doubtful] or told)
    if first_told:
        votes = [(s, day) for s, day in votes if day.ground is not Ground.PUBLISHED or (day.earliest or "") <= first_told]
    if known_by:  # what was told on the 2nd did not happen on the 5th
        votes = [(source, day) for source, day in votes if not day.earliest or day.earliest <= known_by] or votes
    return votes


def _finer(chosen: OwnDay, votes: Sequence[tuple[str, OwnDay]], weights: Weights) -> OwnDay:
    """The day rather than the month that holds it, if enough is said for it."""
    least = max(ENOUGH, FINE * weights[_key(chosen)][0])
    finer = [
        day
        for _, day in votes
        if day.grain < chosen.grain and day.ground > Ground.STORY and fits(day, chosen) and weights[_key(day)][0] >= least
    ]
    return max(finer, key=lambda day: (_support(day, weights), *_rank(day)), default=chosen)


def _first_published(votes: Sequence[tuple[str, OwnDay]]) -> list[tuple[str, OwnDay]]:
    """The votes, of days of publication only the first: the news that was told on the 2nd is not of the 14th."""
    published = sorted({day.earliest for _, day in votes if day.ground is Ground.PUBLISHED and day.earliest})
    first = first_of(published)
    return [(source, day) for source, day in votes if day.ground is not Ground.PUBLISHED or day.earliest == first]


def first_of(published: Sequence[str]) -> str | None:
    """The first of some days of publication; one that lies long before all others is a mistake.

    Args:
        published: ISO days in order.
    """
    if len(published) > LONELY and _apart(published[0], published[1]) > LONG_BEFORE:
        return published[1]
    return published[0] if published else None


def _apart(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _key(day: OwnDay) -> tuple[str, str]:
    return day.earliest or day.value[:DAY], day.latest or day.value[:DAY]


def _weights(votes: Sequence[tuple[str, OwnDay]]) -> Weights:
    """What all sources together say for each day; a source counts once, by its strongest words for it."""
    found: dict[tuple[str, str], tuple[dict[str, float], OwnDay]] = {}
    for source, day in votes:
        by, _ = found.setdefault(_key(day), ({}, day))
        by[source] = max(by.get(source, 0.0), day.weight)
    return {key: (sum(sorted(by.values())), day) for key, (by, day) in found.items()}


def _rank(day: OwnDay) -> tuple[float | str, ...]:
    return (-day.grain, day.ground, not day.shared, "T" not in day.value, day.value)


def _support(day: OwnDay, weights: Weights) -> float:
    """What is said for a day: and, less, for the month or year that holds it, or for a day in it."""
    own = weights[_key(day)][0]
    beside = [weight for key, (weight, other) in weights.items() if key != _key(day) and fits(day, other)]
    return own + BESIDE * sum(sorted(beside))


def same(one: OwnDay, other: OwnDay) -> bool:
    """Whether two are one day, month or year."""
    if one.earliest and other.earliest:
        return (one.earliest, one.latest) == (other.earliest, other.latest)
    return one.value[:10] == other.value[:10]


def fits(one: OwnDay, other: OwnDay) -> bool:
    """Whether both can be true of one event: the days overlap; of unknown years as far as month and day are known."""
    if one.earliest is not None and other.earliest is not None:
        return one.earliest <= (other.latest or other.earliest) and other.earliest <= (one.latest or one.earliest)
    known = [found[1] for day in (one, other) if (found := MONTH_AND_DAY.match(day.value))]
    return len(known) < 2 or known[0] == known[1]


def distance(one: OwnDay, other: OwnDay) -> int:
    """Days between two days; 0 where they overlap, and far where the year of one is unknown and they differ."""
    if fits(one, other):
        return 0
    if not (one.earliest and one.latest and other.earliest and other.latest):
        return FAR
    before, after = (one, other) if one.latest < other.earliest else (other, one)
    return (date.fromisoformat(after.earliest or "") - date.fromisoformat(before.latest or "")).days
