"""The chronology: every event of the dossier once, on its day, and which of them deserve an entry.

Mentions are joined to events (`same_event`), each event gets its day, and what belongs to the story or to its background is listed
(`listing`); the rest is kept as data.

An event gets its day in three steps. In its article `language/events/choosing` takes the likeliest of what the rules of `days` and
`inferred` propose. Of a dossier, `dating` gives each telling its own day (`event_day`, its year perhaps from other sentences,
`stated_years`, with a time of day `clock_times`). Then the tellings vote (`day_votes`), in `_story` here, where plans whose time is over
have no vote; what no words date, but its articles do, is `news`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from msgspec import structs

from generator.dossier.copies import origins
from generator.dossier.model import Day, Happening, Passage, Telling
from generator.dossier.passages import passage
from generator.dossier.stories import dating, day_votes, definite, listing, news, sayings, telling
from generator.dossier.stories.articles import SMALL_DOSSIER
from generator.dossier.stories.dating import Tellings
from generator.dossier.stories.editing import NOTHING_GIVEN, Given
from generator.dossier.stories.mentions import PAST, EventMention, mentions
from generator.dossier.stories.news import LEAST_SOURCES
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.parting import parted, planned
from generator.dossier.stories.same_event import clusters
from generator.dossier.stories.story import Story
from generator.dossier.stories.vectors import shipped
from generator.dossier.stories.verifying import Verifier, named_days, verified
from generator.records.model import Record
from generator.values import timex

# about when the parts of a day begin
HOURS = {"MO": "06:00", "MI": "12:00", "AF": "12:00", "DT": "08:00", "EV": "18:00", "NI": "21:00"}


def merge(
    records: Sequence[Record],
    index: Mapping[tuple[str, str], str],
    similar: Mapping[str, Sequence[str]] | None = None,
    given: Given = NOTHING_GIVEN,
    doubtful: frozenset[str] = frozenset(),
) -> tuple[Happening, ...]:
    """All events of the dossier that a source dates or several tell of, in chronological order; the undated last.

    Args:
        records: the articles.
        index: the subject of each record's entity.
        similar: for an article that has them, the others that share most of their text: together they tell once.
        given: what editors said of events.
        doubtful: articles whose day of publication is in doubt.
    """
    return ordered(_happenings(stories(records, index, similar, given, doubtful), records))


def stories(
    records: Sequence[Record],
    index: Mapping[tuple[str, str], str],
    similar: Mapping[str, Sequence[str]] | None = None,
    given: Given = NOTHING_GIVEN,
    doubtful: frozenset[str] = frozenset(),
) -> list[Story]:
    """The events of `merge`, each with what its score is made of and the entry under which it stands."""
    found = mentions(records, index)
    sources = origins(records, similar or {})
    groups = given.regrouped(clusters(found, records), [m.event.id for m in found])
    made = _dated(Tellings(found, groups, records, sources, doubtful, given))
    kept = [
        s for s in made if s.day or len(s.origins) >= LEAST_SOURCES or any(m.event.id in given.splits for m in s.mentions)
    ]
    listing.listed(kept, records)
    return kept


def ordered(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """By the day; those without one last, and of one day those first that belong most to the main story."""
    return tuple(sorted(happenings, key=lambda h: (*_order(h.day), -h.score, h.id)))


def _order(day: Day | None) -> tuple[tuple[str, str], str]:
    """By the day, then by the hour; what names no hour comes first."""
    if day is None:
        return ("~", ""), ""
    clock = day.value.partition("T")[2]
    return timex.sort_key(day.value, day.mod), HOURS.get(clock[:2], clock)


def _dated(told: Tellings) -> list[Story]:
    """The events with their days."""
    days = dating.days(told)
    undated = news.undated(days, told)
    days = news.with_news(days, told, undated)
    members = undated.members if undated else frozenset()
    groups = ([n for n in group if n not in members] for group in told.groups)
    parts: Sequence[Sequence[int]] = [part for group in groups for part in _parts(group, days, told)]
    if len(told.records) <= SMALL_DOSSIER:
        parts = definite.joined(parts, told.found, days, told.given.splits)
    stories = [_story(part, told.found, days, told.sources, told.records) for part in parts]
    if undated:
        whole = _story(sorted(members), told.found, days, told.sources, told.records)
        whole.news = True
        stories.append(whole)
    return _verified(stories, days, told)


def _verified(stories: Sequence[Story], days: Sequence[OwnDay | None], told: Tellings) -> list[Story]:
    """The stories without what was joined to them by no more than a word; what an editor joined stays."""

    def made(members: Sequence[int]) -> Story:
        return _story(members, told.found, news.kept_first(members, days, told), told.sources, told.records)

    def joined(story: Story) -> bool:
        return told.given.joined(m.event.id for m in story.mentions)

    return verified(stories, Verifier(told.records, shipped(), named_days(told.found, days)), made, joined)


def _parts(group: Sequence[int], days: Sequence[OwnDay | None], told: Tellings) -> Sequence[Sequence[int]]:
    """What was taken for one event, parted by its days; what an editor joined is not."""
    if not group:
        return []
    if told.given.joined(told.found[n].event.id for n in group):
        return [group]
    apart = sayings.parted(group, told.found, days, shipped())
    return [part for own in apart for part in parted(own, told.found, days, told.records)]


def _story(
    group: Sequence[int],
    found: Sequence[EventMention],
    days: Sequence[OwnDay | None],
    sources: Sequence[str],
    records: Sequence[Record],
) -> Story:
    past = _plans_past(group, found, days, records)
    told = [(sources[found[n].number], day) for n in group if (day := days[n]) and n not in past]
    mentions = [found[n] for n in group]
    day, differ = day_votes.agreed(told, _known_by(mentions, records), _first_told(mentions, records))
    overtaken = [plan for n in sorted(past) if (plan := days[n])]
    return Story(
        members=list(group),
        mentions=[found[n] for n in group],
        days=[days[n] for n in group],
        sources=[sources[found[n].number] for n in group],
        day=day,
        owner=next((found[n].number for n in group if day and days[n] is day), 0),
        ahead=_is_ahead(day, [records[found[n].number].metadata.published for n in group]),
        differ=[*differ, *overtaken],
        overtaken=overtaken,
        origins=frozenset(sources[found[n].number] for n in group),
    )


def _plans_past(
    group: Sequence[int], found: Sequence[EventMention], days: Sequence[OwnDay | None], records: Sequence[Record]
) -> frozenset[int]:
    """Tellings of a plan whose time was over when a later article gave a day behind it: they do not vote."""
    known = [(n, day) for n in group if (day := days[n]) and not day.shared and day.ground > Ground.STORY]
    exact = [(day.earliest or "", records[found[n].number].metadata.published or "") for n, day in known if not day.grain]
    return frozenset(
        n
        for n, day in known
        if planned(found[n]) and any((day.latest or "~") < min(first, published) for first, published in exact)
    )


def _first_told(told: Sequence[EventMention], records: Sequence[Record]) -> str | None:
    """The first day on which an article tells of an event in headline or lead."""
    numbers = {m.number for m in told if m.lead}
    return day_votes.first_of(sorted(day for number in numbers if (day := records[number].metadata.published)))


def _is_ahead(day: OwnDay | None, published: Sequence[str | None]) -> bool:
    """Whether a day lies after all days of publication."""
    return bool(day and day.earliest) and all(p is not None and p < (day.earliest or "") for p in published if day)


def _known_by(told: Sequence[EventMention], records: Sequence[Record]) -> str | None:
    """The first day on which an article tells an event as something that has happened."""
    done = {m.number for m in told if m.event.status == "happened" and m.event.tense in PAST}
    return day_votes.first_of(sorted(day for number in done if (day := records[number].metadata.published)))


def _happenings(stories: Sequence[Story], records: Sequence[Record]) -> list[Happening]:
    made: dict[int, Happening] = {}
    for story in stories:
        made[id(story)] = _happening(story, records)
    entry = {id(s): made[id(s.entry)].id for s in stories if s.part_of is not None}
    return [happening if key not in entry else _within(happening, entry[key]) for key, happening in made.items()]


def _within(happening: Happening, entry: str) -> Happening:
    return structs.replace(happening, part_of=entry)


def _happening(story: Story, records: Sequence[Record]) -> Happening:
    pairs = sorted(zip(story.mentions, story.days, strict=True), key=lambda pair: telling.shown_first(story, *pair))
    participants = Counter(p for m in story.mentions for p in m.participants)
    return Happening(
        id=pairs[0][0].event.id,
        day=_day(story.day, story.owner, records) if story.day else None,
        status=story.status,  # type: ignore[arg-type]
        tellings=tuple(_telling(m, day, records) for m, day in pairs),
        participants=tuple(sorted(participants, key=lambda p: -participants[p])),
        place=next((m.place for m, _ in pairs if m.place), None),
        score=story.score,
        listed=story.tier in {"story", "background"},
        tier=story.tier,  # type: ignore[arg-type]
        publishers=len(story.origins),
        differ=_differ(story, records),
        doubtful=bool(story.day and story.day.doubtful),
        members=tuple(dict.fromkeys(m.event.id for m, _ in pairs)),
    )


def _telling(m: EventMention, day: OwnDay | None, records: Sequence[Record]) -> Telling:
    record = records[m.number]
    if day and day.ground is Ground.STORY:
        day = None  # its own words give none
    return Telling(
        passage(record, m.event.sentence),
        passage(record, m.event.trigger),
        passage(record, day.wording) if day and day.wording else None,
        m.event.id,
        _day(day, m.number, records) if day else None,
    )


def _day(day: OwnDay, number: int, records: Sequence[Record]) -> Day:
    wording = passage(records[number], day.wording) if day.wording else None
    return Day(day.value, day.earliest, day.latest, wording, day.ground is Ground.PUBLISHED, day.mod)


def _differ(story: Story, records: Sequence[Record]) -> tuple[Passage, ...]:
    found: dict[str, Passage] = {}
    for m, day in zip(story.mentions, story.days, strict=True):
        if day and day.wording and any(day is other for other in story.differ):
            found.setdefault(day.value[:10], passage(records[m.number], day.wording))
    return tuple(found.values())
