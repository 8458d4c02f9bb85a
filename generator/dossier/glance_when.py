"""When it happened, at a glance: a day that two of three know (lede, chronology, the articles' answers), or that is plainly news."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from generator.dossier.glance_asked import Asked
from generator.dossier.model import Day, Glance, Happening, Passage
from generator.dossier.passages import passage as cited
from generator.records.model import Record, Time
from generator.values.timex import DAY_LENGTH

# Chosen on the answers of 21 folders of articles, each judged by a reader
ORIGINS = 2  # independent articles, from which nobody's word alone gives a day
AGREED = 3  # votes for a day, of lede, chronology, answers and dates of publication
NEWS_IS_OLD = 2  # days before the articles that news is old
AFTER = 3  # days within which an article tells news of a day
NEWS_SHARE = 0.8  # share of the articles that must
BARE = frozenset({"today", "now", "tonight", "midnight", "noon", "midday"})  # they say nothing beside the day


def when_it_happened(asked: Asked, when: Day | None) -> Glance | None:
    """A day on which the lede, the chronology and the articles' answers agree, or one that is news and that no other speaks against.

    Where no article states one and all of several appeared at once, it is the day of their reports.
    """
    stated = {p.source: time for record, _, p in asked.found("when", 1) if (time := _time(record, p))}
    if when is not None and when.inferred and any(_is(time, when) for time in stated.values()):
        when = replace(when, inferred=False)  # an article states the day that the chronology infers
    if when is None or when.earliest is None or (when.inferred and len(asked.known) > 1):
        return _reported(asked)
    opening = [asked.lede.passage] if asked.lede else []
    if len(asked.told) > 1 and _votes(asked, when, opening, stated) < AGREED and not _undisputed(asked, when, stated):
        return None
    for passage in (*opening, *(p for _, _, p in asked.found("when"))):
        record = asked.known[passage.source]
        for time in _times(record, passage):
            if _is(time, when) and record.text[time.start : time.end].lower() not in BARE:
                return Glance("when", cited(record, time), day=_plain(when))
    return Glance("when", None, day=_plain(when))


def _undisputed(asked: Asked, when: Day, stated: Mapping[str, Time]) -> bool:
    """Whether most articles of several origins appeared within days of a day that more of them state than any other."""
    if not when.earliest or when.earliest != when.latest or asked.independent(asked.told) < ORIGINS:
        return False
    single = {source: time.earliest for source, time in stated.items() if time.earliest and time.earliest == time.latest}
    counted = Counter({day: asked.independent(s for s, own in single.items() if own == day) for day in set(single.values())})
    own = counted.pop(when.earliest, 0)
    near = [s for s in asked.told if _age(asked, s, when) in range(AFTER + 1)]
    return own > max(counted.values(), default=0) and len(near) >= NEWS_SHARE * len(asked.told)


def _age(asked: Asked, source: str, when: Day) -> int:
    """How many days after a day an article appeared; below 0 where that is not known."""
    published = asked.known[source].metadata.published
    return (date.fromisoformat(published) - date.fromisoformat(when.earliest)).days if published and when.earliest else -1


def _reported(asked: Asked) -> Glance | None:
    """The day on which several origins reported, where all did so within a day and none says when it happened."""
    published = sorted(day for source in asked.told if (day := asked.known[source].metadata.published))
    dated = any(time.earliest for record, _, p in asked.found("when") for time in _times(record, p))
    if dated or len(published) < len(asked.told) or asked.independent(asked.told) < ORIGINS:
        return None
    first, last = (date.fromisoformat(day) for day in (published[0], published[-1]))
    if (last - first).days > 1:
        return None
    return Glance("when", None, day=Day(published[0], published[0], published[0], None, inferred=True))


def _plain(when: Day) -> Day:
    """A day without its hour: the words beside it say that, and another's hour would not fit them."""
    return replace(when, value=when.value.partition("T")[0])


def _votes(asked: Asked, when: Day, opening: Sequence[Passage], stated: Mapping[str, Time]) -> int:
    """What speaks for a day: one vote of the lede, up to two of the chronology and of the articles' answers, one if it is news."""
    main = asked.main
    known = main is not None and main.day is not None and not (main.doubtful or main.day.inferred)
    same = asked.independent(source for source, time in stated.items() if _is(time, when))
    most = 2 * same > asked.independent(stated)
    return sum(
        (
            any(_is(time, when) for p in opening for time in _times(asked.known[p.source], p)),
            known and main is not None and main.day is not None and main.day.value[:DAY_LENGTH] == when.value[:DAY_LENGTH],
            main is not None and _dated(main, when),
            same > 0 and most,
            same > 1 and most,
            _fresh(asked, when),
        )
    )


def _fresh(asked: Asked, when: Day) -> bool:
    """Whether a day is that on which most articles appeared, or shortly before it."""
    published = sorted(day for source in asked.told if (day := asked.known[source].metadata.published))
    if not published or not when.earliest:
        return False
    age = date.fromisoformat(published[len(published) // 2]) - date.fromisoformat(when.earliest)
    return 0 <= age.days <= NEWS_IS_OLD


def _dated(main: Happening, when: Day) -> bool:
    """Whether the tellings that date the main event themselves mostly give a day, two or more of them."""
    own = [
        t.day.value[:DAY_LENGTH] for t in main.tellings if t.day and len(t.day.value) >= DAY_LENGTH and not t.day.inferred
    ]
    agree = own.count(when.value[:DAY_LENGTH])
    return not main.doubtful and agree > 1 and 2 * agree > len(own)


def _is(time: Time, when: Day) -> bool:
    return bool(time.earliest) and time.value[:DAY_LENGTH] == when.value[:DAY_LENGTH]


def _times(record: Record, passage: Passage) -> list[Time]:
    return [t for t in record.times if passage.start <= t.start < passage.end and t.type in {"DATE", "TIME"}]


def _time(record: Record, passage: Passage) -> Time | None:
    return next((time for time in _times(record, passage) if time.earliest), None)
