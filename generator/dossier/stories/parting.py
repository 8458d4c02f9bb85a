"""What was taken for one event and is several by the days that its tellings give."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from generator.dossier.stories.day_votes import distance
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.opening_days import NEWS
from generator.dossier.stories.own_day import WEEK_GRAIN, Ground, OwnDay
from generator.records.model import Record

APART = 5  # days between tellings of one event at most; further apart they are two
OTHERS = 3  # articles whose news it is
RECALLED = 1  # sentences behind a day of long ago that are still told of it
DAYS_OF_A_NEIGHBOUR = 45  # days from which a day that is taken from a neighbour in the sentence tells of another event


def parted(
    group: Sequence[int], found: Sequence[EventMention], days: Sequence[OwnDay | None], records: Sequence[Record]
) -> list[list[int]]:
    """The events of a group of mentions.

    Tellings with days of their own are together where the days fit. What a headline or lead tells without a day is news: it is of the
    days before its article, or an event of its own. Other tellings without a day go with the telling before them in their article.

    Args:
        group: mentions that were taken for one event.
        found: all mentions.
        days: their days.
        records: the articles.
    """
    parts = _put_off(_by_day(group, found, days, records), found, days, records)
    if not parts:
        return [list(group)]
    taken = {n for part in parts for n in part}
    rest = [n for n in group if n not in taken]
    news = [n for n in rest if _is_news(found[n], days[n])]
    if len(news) >= sum(_is_old(found[n], days[n], records) for n in taken):
        later: list[list[int]] = []
        for n in news:
            published = records[found[n].number].metadata.published
            if published is None:
                continue
            home = next((part for part in parts if any(_fresh(days[o], published) for o in part)), None)
            if home is None:
                home = next(
                    (part for part in later if _near(published, records[found[part[0]].number].metadata.published)), None
                )
            if home is None:
                later.append(home := [])
            home.append(n)
            taken.add(n)
        parts += later
    _follow([n for n in rest if n not in taken], parts, found, days, records)
    return [sorted(part) for part in parts]


def _put_off(
    parts: list[list[int]], found: Sequence[EventMention], days: Sequence[OwnDay | None], records: Sequence[Record]
) -> list[list[int]]:
    """The parts, a plan with what later articles say of it: planned for January, in February they tell of the 6th."""
    kept = list(parts)
    for part in parts:
        plan = [n for n in part if (day := days[n]) and not day.shared]
        if not plan or not all(planned(found[n]) for n in plan):
            continue
        later = (other for other in kept if other is not part and _replaces(other, plan, found, days, records))
        if (home := max(later, key=len, default=None)) is not None:
            home += part
            kept = [other for other in kept if other is not part]
    return kept


def planned(m: EventMention) -> bool:
    """Whether a telling tells of what is to come."""
    return m.event.status in {"planned", "hypothetical"} or m.event.tense == "future"


def _replaces(
    other: Sequence[int],
    plan: Sequence[int],
    found: Sequence[EventMention],
    days: Sequence[OwnDay | None],
    records: Sequence[Record],
) -> bool:
    """Whether more articles, all that say so later than those of a plan, give a day behind the planned one, but not far."""
    ours, theirs = ([n for n in part if _named(days[n])] for part in (plan, other))
    told = {found[n].number for n in ours}
    new = {found[n].number for n in theirs} - told
    latest = max((day.latest or "" for n in ours if (day := days[n])), default="")
    first = min((day.earliest or "" for n in theirs if (day := days[n]) and day.grain == 0), default="")
    if len(new) < max(2, len(told)) or not latest or not latest < first or _apart(latest, first) > DAYS_OF_A_NEIGHBOUR:
        return False
    before, after = ([records[number].metadata.published or "" for number in sorted(part)] for part in (told, new))
    return all(before) and max(before) < min(first, *after)


def _apart(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _by_day(
    group: Sequence[int], found: Sequence[EventMention], days: Sequence[OwnDay | None], records: Sequence[Record]
) -> list[list[int]]:
    """Tellings with days that fit, the most first; days of their own words first, the exact ones first."""
    known = [(n, day) for n in group if (day := days[n]) and not day.doubtful and day.ground >= Ground.STORY]
    parts: list[tuple[list[int], dict[tuple[str, str | None], OwnDay]]] = []
    for n, day in sorted(known, key=lambda pair: (pair[1].shared, pair[1].grain, pair[0])):
        home = next((part for part in parts if all(_one(day, other) for other in part[1].values())), None)
        if home is None:
            parts.append(home := ([], {}))
        home[0].append(n)
        home[1].setdefault((day.earliest or day.value, day.latest), day)
    parted = sorted((members for members, _ in parts), key=lambda part: (-len(part), part[0]))
    return _named_apart(parted, group, found, days, records)


def _named_apart(
    parted: list[list[int]],
    group: Sequence[int],
    found: Sequence[EventMention],
    days: Sequence[OwnDay | None],
    records: Sequence[Record],
) -> list[list[int]]:
    """Those parts that have a day in their own words; with one or none of them, all are one, less what is only recalled."""
    named = [part for part in parted if any(_named(days[n]) for n in part)]
    if len(named) > 1:
        return named
    whole = sorted(n for part in parted for n in part)
    if len(named) == 1 and (earlier := _told_before(named[0], parted, found, days, records)):
        return [[n for n in whole if n not in earlier], earlier]
    if len(named) == 1 and (old := _recalled(named[0], group, found, days)):
        rest = [n for n in whole if n not in old]
        return [old, rest] if rest else [old]
    return [whole] if whole else []


def _told_before(
    part: Sequence[int],
    parted: Sequence[Sequence[int]],
    found: Sequence[EventMention],
    days: Sequence[OwnDay | None],
    records: Sequence[Record],
) -> list[int]:
    """The tellings of articles that appeared before the day that a part's own words give: they tell of another event."""
    first = min((day.earliest for n in part if (day := days[n]) and _named(day) and day.earliest), default=None)
    others = (n for other in parted if other is not part for n in other)
    told = (n for n in others if found[n].event.status == "happened")
    return sorted(n for n in told if first and (records[found[n].number].metadata.published or first) < first)


def _recalled(
    part: Sequence[int], group: Sequence[int], found: Sequence[EventMention], days: Sequence[OwnDay | None]
) -> list[int]:
    """What one article recalls, further down, of some week or month, if the rest is the news of several others: another event."""
    own = [n for n in part if _named(days[n])]
    articles = {found[n].number for n in own}
    coarse = all(day.grain > 0 for n in own if (day := days[n]))
    leads = {found[n].number for n in group if found[n].lead and found[n].event.status == "happened"} - articles
    if not coarse or len(articles) != 1 or any(found[n].lead for n in own) or len(leads) < OTHERS:
        return []
    return [n for n in part if found[n].number in articles]


def _named(day: OwnDay | None) -> bool:
    """Whether a telling's own words give the day: only such days exclude each other, and others are no ground to split."""
    return day is not None and not day.shared and day.ground >= Ground.RECKONED


def _one(day: OwnDay, other: OwnDay) -> bool:
    """Whether two days can be of one event; exact ones may differ a little, and "last week" on a Sunday is the week before or this one."""
    if day.shared or other.shared:
        return distance(day, other) <= DAYS_OF_A_NEIGHBOUR
    if day.grain == other.grain == WEEK_GRAIN:
        return distance(day, other) <= 1
    return distance(day, other) <= (0 if max(day.grain, other.grain) else APART)


def _is_news(m: EventMention, day: OwnDay | None) -> bool:
    return m.lead and m.event.status == "happened" and (day is None or not day.doubtful)


def _is_old(m: EventMention, day: OwnDay | None, records: Sequence[Record]) -> bool:
    """Whether a lead dates the event long before its article: then it is recalled, and not the news."""
    published = records[m.number].metadata.published
    return bool(m.lead and day and not day.shared and published and not _fresh(day, published))


def _fresh(day: OwnDay | None, published: str) -> bool:
    """Whether a day can be one shortly before an article."""
    if day is None or day.earliest is None or day.latest is None:
        return day is not None
    last = date.fromisoformat(published)
    if day.grain:
        return day.earliest <= published <= day.latest
    return day.earliest <= published and (last - date.fromisoformat(day.latest)).days <= NEWS


def _near(one: str, other: str | None) -> bool:
    return other is not None and abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= NEWS


def _follow(
    rest: Sequence[int],
    parts: list[list[int]],
    found: Sequence[EventMention],
    days: Sequence[OwnDay | None],
    records: Sequence[Record],
) -> None:
    """Put each telling to the event of the telling before it in its article; else of the one after it; else to the most told.

    Nothing is told before it happened.
    """
    home: dict[int, dict[int, list[int]]] = {}  # by number of the record, the part of each telling
    for known in parts:
        for n in known:
            home.setdefault(found[n].number, {})[n] = known
    orders = {number: sorted(here) for number, here in home.items()}  # the tellings of each, to find the one before
    for n in sorted(rest):
        here, order = home.setdefault(found[n].number, {}), orders.setdefault(found[n].number, [])
        at = bisect_left(order, n)
        near = order[max(0, at - 1)] if order else None
        published = records[found[n].number].metadata.published
        part: list[int] | None = here[near] if near is not None else None
        if part is None or (near is not None and not _goes_on(n, near, part, found, days, published)):
            told = [p for p in parts if not _ahead(p, days, published) and not _long_ago(p, days, published)]
            part = max(told, key=len) if told else None
        if part is None:
            part = []
            parts.append(part)
        part.append(n)
        here[n] = part
        order.insert(at, n)


def _goes_on(
    n: int,
    near: int,
    part: Sequence[int],
    found: Sequence[EventMention],
    days: Sequence[OwnDay | None],
    published: str | None,
) -> bool:
    """Whether an article still tells of the event of a telling before: what it recalls, it recalls in a sentence or two."""
    return abs(found[n].position - found[near].position) <= RECALLED or not _long_ago(part, days, published)


def _long_ago(part: Sequence[int], days: Sequence[OwnDay | None], published: str | None) -> bool:
    """Whether all days of an event lie long before an article's publication."""
    known = [day.latest for n in part if (day := days[n]) and day.latest]
    return (
        bool(published and known)
        and (date.fromisoformat(published or "") - date.fromisoformat(max(known))).days > DAYS_OF_A_NEIGHBOUR
    )


def _ahead(part: Sequence[int], days: Sequence[OwnDay | None], published: str | None) -> bool:
    """Whether all days of an event lie after an article's publication."""
    known = [day.earliest for n in part if (day := days[n]) and day.earliest]
    return bool(published and known) and min(known) > (published or "")
