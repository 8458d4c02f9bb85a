"""News that no words date: what several independent articles tell in headline or lead within two days.

"Orvel has opened its ferry line", "the port now confirms a list", "Halden expects a loss of $4 million": the perfect and the headline's
present name no day, and each article may choose a verb of its own. What their leads tell in alike sentences about the same names is one
event. It happened on the day on which the first article about it appeared, or shortly before: that is shown as the day of publication.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.dossier.stories import day_votes
from generator.dossier.stories.articles import SMALL_DOSSIER
from generator.dossier.stories.dating import Days, Tellings
from generator.dossier.stories.event_words import NO_NEWS
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.misread import misread
from generator.dossier.stories.opening_days import is_news
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.story import tells
from generator.dossier.stories.vectors import Vectors, shipped
from generator.records.model import Record
from generator.values.words import LETTERS

SENTENCES_ALIKE = 0.6  # likeness of two sentences that name the same subject, from which they tell the same news
LEAST_SOURCES = 2
DAYS_OF_ONE_NEWS = 2  # days between the articles that tell it first
LEAST_TOLD = 5  # words of a sentence that tells something
AMOUNT = re.compile(r"(?<![\w.,])\d[\d,.]*\d(?![\w])")  # of two digits and more: few things are counted alike by chance
YEAR_IN_VALUE = re.compile(r"(?:1[5-9]|20)\d\d")
NAMING = re.compile(r"\b(called|named|dubbed|titled|nicknamed|codenamed) [“\"‘']?[A-Z]")
FINISHED = frozenset({"past", "perfect"})


@dataclass(frozen=True, slots=True)
class News:
    """One event that only its articles' days of publication date.

    Attributes:
        members: the mentions that tell it.
        days: the day that the openings of their articles name, where most do; else the day on which it was told first.
    """

    members: frozenset[int]
    days: Mapping[int, OwnDay]


def undated(days: Days, told: Tellings) -> News | None:
    """What most sources tell as news of which no words say the day; none where they do, or where it was told long before.

    Args:
        days: of all mentions.
        told: the dossier.
    """
    if len(told.records) > SMALL_DOSSIER:
        return None  # a folder of many stories
    tellings = [
        n
        for n, m in enumerate(told.found)
        if _tells_news(m, told.records[m.number]) and told.published(n) and m.article not in told.doubtful
    ]
    best = max(_rings(tellings, told, shipped()), key=lambda ring: len(_sources(ring, told)), default=[])
    loose = [n for n in best if not _dated(n, days, told)]
    sources = _sources(loose, told)
    if len(sources) < LEAST_SOURCES or 2 * len(loose) <= len(best) or _told_with_a_day(best, days, told):
        return None
    members = frozenset(loose) | _kin(loose, days, told)
    named = {n: day for n in sorted(members) if (day := told.openings.get(told.found[n].number))}
    if 2 * len(_sources([n for n in loose if n in named], told)) >= len(sources):
        return News(members, {n: replace(day, ground=Ground.STORY) for n, day in named.items()})
    first = _first_told(loose, told)
    return News(members, dict.fromkeys(members, OwnDay(first, first, first, Ground.PUBLISHED, None)))


def with_news(days: Days, told: Tellings, news: News | None) -> list[OwnDay | None]:
    """The days, those of undated news as it has them; what stands further down is of that day without saying so."""
    if news is None:
        return list(days)
    found = told.found
    return [(news.days.get(n) if found[n].lead else None) if n in news.members else day for n, day in enumerate(days)]


def _tells_news(m: EventMention, record: Record) -> bool:
    """Whether a headline or lead tells of something that has happened, in a clause of its own and without a day in words."""
    event = m.event
    if not m.lead or event.status != "happened" or event.clause not in {None, "main"} or event.subject == "pronoun":
        return False
    if not (event.tense in FINISHED or m.title) or len(LETTERS.findall(m.sentence)) < LEAST_TOLD or m.sentence[:1] in '"“‘':
        return False
    return not _gives_a_name(m) and (event.date is None or event.date.inferred or misread(event.date, m, record))


def _gives_a_name(m: EventMention) -> bool:
    """Whether a word only says what a thing is called: "a chip dubbed Lantern"."""
    named = NAMING.search(m.sentence)
    return named is not None and m.word == named[1]


def _rings(tellings: Sequence[int], told: Tellings, meanings: Vectors) -> list[list[int]]:
    """For each telling, itself and those most alike to it of the other articles of those days; none if it was told long before."""
    if not tellings:
        return []
    found = told.found
    rows = meanings.mean([LETTERS.findall(found[n].sentence.lower()) for n in tellings])
    likeness = rows @ rows.T
    rings = []
    for i, n in enumerate(tellings):
        near = [
            (float(likeness[i, j]), o)
            for j, o in enumerate(tellings)
            if found[o].number != found[n].number and likeness[i, j] >= SENTENCES_ALIKE and _shares(found[n], found[o])
        ]
        if not any(_days_between(o, n, told) > DAYS_OF_ONE_NEWS for _, o in near):
            rings.append(
                [n, *_one_each([(s, o) for s, o in near if abs(_days_between(n, o, told)) <= DAYS_OF_ONE_NEWS], told)]
            )
    return rings


def _one_each(near: Sequence[tuple[float, int]], told: Tellings) -> list[int]:
    """Of each article the telling that is most alike."""
    best: dict[int, int] = {}
    for _, n in sorted(near, key=lambda pair: (-pair[0], pair[1])):
        best.setdefault(told.found[n].number, n)
    return sorted(best.values())


def _named(m: EventMention) -> frozenset[str]:
    return m.before | m.after


def _shares(one: EventMention, other: EventMention) -> bool:
    """Whether two sentences name the same subject, or the same amount: "a bill of $284 billion"."""
    return bool(_named(one) & _named(other)) or bool(_amounts(one.sentence) & _amounts(other.sentence))


def _amounts(sentence: str) -> frozenset[str]:
    return frozenset(figure for figure in AMOUNT.findall(sentence) if not YEAR_IN_VALUE.fullmatch(figure))


def _days_between(one: int, other: int, told: Tellings) -> int:
    """Days from the publication of one telling's article to that of the other's."""
    return (date.fromisoformat(told.published(other) or "") - date.fromisoformat(told.published(one) or "")).days


def _sources(members: Sequence[int], told: Tellings) -> set[str]:
    return {told.sources[told.found[n].number] for n in members}


def _dated(n: int, days: Days, told: Tellings) -> bool:
    """Whether tellings of the same event name an exact day about which the article is news."""
    published = told.published(n)
    exact = [day for o in told.groups[told.home[n]] if (day := days[o]) and day.grain == 0 and day.ground >= Ground.STORY]
    return any(day.earliest and not day.shared and is_news(day.earliest, published) for day in exact)


def _told_with_a_day(ring: Sequence[int], days: Days, told: Tellings) -> bool:
    """Whether the leads of most of these articles tell one event with its day: then that is their news."""
    articles = {told.found[n].number for n in ring}
    return any(
        2 * len(articles & {told.found[n].number for n in group if told.found[n].lead and tells(told.found[n])})
        > len(articles)
        for group in told.groups
        if _exact(group, days) and not all(told.found[n].word in NO_NEWS for n in group)
    )


def _exact(group: Sequence[int], days: Days) -> bool:
    return any((day := days[n]) and day.grain == 0 and day.ground >= Ground.STORY and not day.shared for n in group)


def _kin(loose: Sequence[int], days: Days, told: Tellings) -> frozenset[int]:
    """The other tellings of their events, where none of them names a day, by articles that appeared no earlier."""
    first = min(told.published(n) or "" for n in loose)
    groups = [told.groups[g] for g in {told.home[n]: None for n in loose}]
    bare = (group for group in groups if all(day is None or day.ground <= Ground.STORY for day in (days[n] for n in group)))
    told_since = (n for group in bare for n in group if (told.published(n) or first) >= first)
    return frozenset(n for n in told_since if told.found[n].event.status != "negated")


def _first_told(members: Sequence[int], told: Tellings) -> str:
    """The first day of publication; that of an article two days before that names all their subjects, if there is one."""
    first = min(told.published(n) or "" for n in members)
    shared = frozenset.intersection(*(_named(told.found[n]) for n in members))
    named: dict[int, set[str]] = {}
    for m in told.found:
        named.setdefault(m.number, set()).update(_named(m))
    others = (told.records[number].metadata.published or "" for number, names in named.items() if shared and shared <= names)
    near = (
        day for day in others if day and 0 <= (date.fromisoformat(first) - date.fromisoformat(day)).days <= DAYS_OF_ONE_NEWS
    )
    return day_votes.first_of(sorted({first, *near})) or first


def kept_first(members: Sequence[int], days: Days, told: Tellings) -> list[OwnDay | None]:
    """The days of what is left of undated news: none is told before the first article that tells of it.

    Args:
        members: the mentions that are left.
        days: of all mentions.
        told: the dossier.
    """
    made = list(days)
    first = min((published for n in members if (published := told.published(n))), default="")
    for n in members:
        day = days[n]
        if day is not None and day.ground is Ground.PUBLISHED and day.wording is None and (day.earliest or "") < first:
            made[n] = OwnDay(first, first, first, Ground.PUBLISHED, None)
    return made
