"""The days of all tellings of a dossier, in named steps: what each says itself, then what its article, its kind and its event show.

Every step takes the days so far and gives new ones; none changes anything else. Their order matters: a time of day needs the day of its
story, which is what the days of the week have shown by then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.dossier.stories import clock_times, day_votes, event_day, opening_days, stated_years, weekdays
from generator.dossier.stories.editing import Given
from generator.dossier.stories.event_words import NO_NEWS
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.records.model import Record

Days = Sequence[OwnDay | None]


@dataclass(frozen=True)
class Tellings:
    """What the steps read.

    Attributes:
        found: all mentions of events.
        groups: the mentions of each event, by their places.
        records: the articles.
        sources: of each article, who published it.
        doubtful: articles whose day of publication is in doubt.
        given: what editors said.
    """

    found: Sequence[EventMention]
    groups: Sequence[Sequence[int]]
    records: Sequence[Record]
    sources: Sequence[str]
    doubtful: frozenset[str]
    given: Given

    @cached_property
    def home(self) -> dict[int, int]:
        """By mention, the number of its event."""
        return {n: g for g, group in enumerate(self.groups) for n in group}

    @cached_property
    def main(self) -> dict[int, int]:
        """By number of the record, the event that its article is about: of headline and lead the one that most sources tell."""
        width = [len({self.sources[self.found[n].number] for n in group}) for group in self.groups]
        best: dict[int, tuple[tuple[float, ...], int]] = {}
        for n, m in enumerate(self.found):
            if not m.lead or m.event.status in {"hypothetical", "planned"} or m.word in NO_NEWS:
                continue
            rank = (width[self.home[n]], bool(m.kinds), m.title, -n)
            if m.number not in best or rank > best[m.number][0]:
                best[m.number] = (rank, self.home[n])
        return {number: group for number, (_, group) in best.items()}

    @cached_property
    def inferred(self) -> frozenset[int]:
        """The mentions on their article's day of publication: one an article, of its main event, else the first news of its lead."""
        chosen: dict[int, tuple[bool, int]] = {}
        for n, m in enumerate(self.found):
            date = m.event.date
            if m.lead and date is not None and date.inferred and m.word not in NO_NEWS:
                chosen[m.number] = max(chosen.get(m.number, (False, -n)), (self.is_main(n), -n))
        return frozenset(-n for _, n in chosen.values())

    @cached_property
    def openings(self) -> dict[int, OwnDay]:
        """By number of the record, the day that its opening names for its news."""
        return opening_days.news_days(self.found, self.records, self.sources, self.doubtful)

    def is_main(self, n: int) -> bool:
        """Whether a mention is of what its article is about."""
        return self.home[n] == self.main.get(self.found[n].number)

    def published(self, n: int) -> str | None:
        """The day on which the article of a mention appeared."""
        return self.records[self.found[n].number].metadata.published

    def agreed(self, group: Sequence[int], days: Days) -> OwnDay | None:
        """The day on which the tellings of an event agree so far; a time of day without a day tells nothing."""
        told = [(self.sources[self.found[n].number], day) for n in group if (day := days[n]) and not day.afloat]
        return day_votes.agreed(told)[0]


def days(told: Tellings) -> list[OwnDay | None]:
    """The day of each telling, or none."""
    made: Days = [None] * len(told.found)
    for step in STEPS:
        made = step(made, told)
    return list(made)


def own(_: Days, told: Tellings) -> Days:
    """What the editor says of a telling, else its own words."""
    owners = event_day.owners(told.found)
    return [
        told.given.day(m.event.id)
        or event_day.own_day(
            m,
            told.records[m.number],
            n in told.inferred,
            m.article in told.doubtful,
            owners.get(m.number, {}),
        )
        for n, m in enumerate(told.found)
    ]


def with_stated_years(days: Days, told: Tellings) -> Days:
    """ "A Feb. 8 meeting" in the year that another sentence states for it."""
    return stated_years.with_stated_years(days, told.found, told.records)


def not_of_old(days: Days, told: Tellings) -> Days:
    """What an article is about is news: a month long before it, taken from a neighbour in some sentence, is not its day."""

    def old(n: int, day: OwnDay | None) -> bool:
        borrowed = day is not None and day.shared and day.grain > 0 and told.is_main(n)
        return bool(borrowed and day and day.latest and day.latest < (told.published(n) or ""))

    return [None if old(n, day) else day for n, day in enumerate(days)]


def turned(days: Days, told: Tellings) -> Days:
    """ "Tuesday’s launch" on the side of its article that verbs show."""
    return weekdays.turned(days, told.found, told.records)


def placed(days: Days, told: Tellings) -> Days:
    """ "At 10:08 p.m." on the day of its story."""
    return clock_times.placed(days, told.found, told.records, _anchors(days, told))


def _anchors(days: Days, told: Tellings) -> dict[int, str]:
    """By number of the record, the day of its story, on which its times of day are: of its opening, else of its main event."""
    agreed = [told.agreed(group, days) for group in told.groups]
    anchors = {number: day.earliest or "" for number, day in told.openings.items()}
    for number, g in told.main.items():
        day, published = agreed[g], told.records[number].metadata.published
        if day is None or day.grain or day.ground <= Ground.STORY or not day.earliest:
            continue
        if opening_days.is_news(day.earliest, published):
            anchors.setdefault(number, day.earliest)
    return anchors


def aligned(days: Days, told: Tellings) -> Days:
    """Days of the week in the week that the other tellings of the event show."""
    moved: dict[int, OwnDay] = {}
    for group in told.groups:
        moved |= day_votes.aligned(group, days, told.found, told.records, told.sources)
    return [moved.get(n, day) for n, day in enumerate(days)]


def with_openings(days: Days, told: Tellings) -> Days:
    """What a lead tells of its news without a day is of the day that the opening names."""
    return [_of_opening(n, day, told) or day for n, day in enumerate(days)]


def _of_opening(n: int, day: OwnDay | None, told: Tellings) -> OwnDay | None:
    m = told.found[n]
    known = told.openings.get(m.number)
    if known is None or not m.lead or not (told.is_main(n) or n in told.inferred) or not _bare(m, day):
        return None
    published = told.published(n)
    if published and known.value > published and event_day.told_as_past(m):
        return None
    return replace(known, ground=Ground.STORY, shared=False)


def _bare(m: EventMention, day: OwnDay | None) -> bool:
    """Whether a telling of what happened says no day itself; "a rocket, due to launch" tells of nothing that happened."""
    finite = m.event.tense is not None or m.event.clause in {None, "noun"} or m.title
    return finite and m.event.status == "happened" and (day is None or day.ground is Ground.PUBLISHED)


STEPS: tuple[Callable[[Days, Tellings], Days], ...] = (
    own,
    with_stated_years,
    not_of_old,
    turned,
    placed,
    aligned,
    with_openings,
)
