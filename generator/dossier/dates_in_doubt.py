"""Days of publication that can't be right: a page that was crawled or published again long after its news.

Where an article's opening tells what the openings of several other sources tell, on the same day of the week or with "yesterday", but
counts it from a day of publication weeks away from theirs, that day is in doubt. Nothing in its own words may place it later than they do.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dossier.copies import origins
from generator.dossier.stories.articles import SMALL
from generator.dossier.stories.day_words import IN_WORDS, WEEKDAY, YEAR
from generator.records.model import Record, Time
from generator.values.timex import DAY_LENGTH
from generator.values.words import WORD_OR_NUMBER

OPENING_LETTERS = 900  # letters of an article that tell its news
AWAY = 14  # days from which two days of publication are not of one news
STILL_NEWS = 4  # days after an event within which it is news
OPENINGS_ALIKE = 0.25  # cosine of two openings that tell the same
TOO_COMMON = 40  # articles above which a word leads to no other opening
AGREEING = 2  # independent sources
MONTH_DAY = re.compile(r"\d.*[A-Z][a-z]{2}|[A-Z][a-z]{2}.*\d")  # "2 April", "Apr. 2"


@dataclass(frozen=True, slots=True)
class Doubt:
    """An article whose day of publication does not fit."""

    article: str
    published: str
    fits: str  # the day that would

    @property
    def sentence(self) -> str:
        """What to tell the editor."""
        return (
            f"{self.article}: its date of publication, {self.published}, does not fit what other sources say of the same events; "
            f"{self.fits} would. Write `published: {self.fits}` into {self.article}.yml, or `published_checked: true` if it is right."
        )


def doubts(records: Sequence[Record], similar: Mapping[str, Sequence[str]]) -> tuple[Doubt, ...]:
    """The articles whose day of publication is in doubt, in the order of the records."""
    openings = _openings(records)
    sources = origins(records, similar)
    days = [_days_of(record) for record in records]
    near = _near(openings)
    found: dict[int, Doubt] = {}
    open_ = [
        n
        for n, record in enumerate(records)
        if record.metadata.published
        and not record.metadata.published_checked
        and not _own_words_after(record, record.metadata.published)
    ]
    for n in open_:
        published = records[n].metadata.published or ""
        fit = _doubt(n, published, near.get(n, ()), records, sources, days)
        if fit and not _tells_as_past_after(records[n], fit, published):
            found[n] = Doubt(records[n].id, published, fit)
    crawled = {(sources[n], doubt.published): doubt.fits for n, doubt in found.items()}
    for n in open_:  # what one publisher's page has on one day with a page in doubt was fetched with it
        at = (sources[n], records[n].metadata.published or "")
        if n not in found and at in crawled and not _fresh(n, at[1], near.get(n, ()), records, sources):
            found[n] = Doubt(records[n].id, at[1], crawled[at])
    return tuple(found[n] for n in sorted(found))


def _fresh(
    n: int, published: str, near: Sequence[tuple[float, int]], records: Sequence[Record], sources: Sequence[str]
) -> bool:
    """Whether others that were published about the same day tell of the same; or none at all do."""
    others = [
        at
        for alike, o in near
        if alike >= OPENINGS_ALIKE and sources[o] != sources[n] and (at := records[o].metadata.published)
    ]
    return len(others) < AGREEING or any(_apart(at, published) <= AWAY for at in others)


def _doubt(
    n: int,
    published: str,
    near: Sequence[tuple[float, int]],
    records: Sequence[Record],
    sources: Sequence[str],
    days: Sequence[Mapping[str, bool]],
) -> str | None:
    """The day of publication that would fit, where this one does not."""
    others = [
        (o, at)
        for alike, o in near
        if alike >= OPENINGS_ALIKE and (at := records[o].metadata.published) and sources[o] != sources[n]
    ]
    if any(_apart(at, published) <= AWAY for _, at in others):
        return None  # it is news elsewhere, too
    told: Counter[str] = Counter()
    told.update(
        day for _, day in {(sources[o], day) for o, at in others for day in days[o] if 0 <= _since(at, day) <= STILL_NEWS}
    )
    agreed = [day for day, count in told.most_common() if count >= AGREEING]
    for day in agreed:
        if _tells(days[n], published, day):
            fresh = Counter(at for o, at in others if day in days[o] and 0 <= _since(at, day) <= STILL_NEWS)
            return max(fresh, key=lambda at: (fresh[at], at))
    return None


def _tells(own: Mapping[str, bool], published: str, day: str) -> bool:
    """Whether words counted from the day of publication would give this day from another: the same day of the week."""
    weekday = date.fromisoformat(day).weekday()
    return any(named and date.fromisoformat(found).weekday() == weekday for found, named in own.items())


def _days_of(record: Record) -> dict[str, bool]:
    """The days of what an article's opening tells, and whether a day of the week says so (not "today", not a date)."""
    found: dict[str, bool] = {}
    end = _opening(record)
    for time in record.times:
        if time.start < end and time.type in {"DATE", "TIME"} and time.earliest and time.earliest == time.latest:
            words = record.text[time.start : time.end]
            reckoned = bool(WEEKDAY.search(words)) and not IN_WORDS.search(words)
            found[time.earliest] = found.get(time.earliest, False) or reckoned
    return found


def _own_words_after(record: Record, published: str) -> bool:
    """Whether an article names a day shortly before its publication: it was written then."""
    return any(_names(record, time) and time.latest and 0 <= _since(published, time.latest) <= AWAY for time in record.times)


def _tells_as_past_after(record: Record, fit: str, published: str) -> bool:
    """Whether an article dates something after the day that would fit: "began repairs on 2 April" was not written in March."""
    return any(
        event.status == "happened"
        and event.date
        and not event.date.shared
        and event.date.wording
        and fit < event.date.value[:DAY_LENGTH] <= published
        and MONTH_DAY.search(record.text, event.date.wording.start, event.date.wording.end)
        for event in record.events
    )


def _names(record: Record, time: Time) -> bool:
    words = record.text[time.start : time.end]
    return bool(time.earliest) and time.earliest == time.latest and bool(YEAR.search(words))


def _since(later: str, earlier: str) -> int:
    return (date.fromisoformat(later[:DAY_LENGTH]) - date.fromisoformat(earlier[:DAY_LENGTH])).days


def _apart(one: str, other: str) -> int:
    return abs(_since(one, other))


def _opening(record: Record) -> int:
    """Where an article's opening ends."""
    body = next((p.start for p in record.paragraphs if p.kind == "body"), 0)
    return body + OPENING_LETTERS


def _openings(records: Sequence[Record]) -> list[dict[str, float]]:
    """The words of each opening with their weights, of length 1."""
    words = [
        Counter(w for w in map(str.lower, WORD_OR_NUMBER.findall(record.text[: _opening(record)])) if w not in SMALL)
        for record in records
    ]
    known = Counter(word for counted in words for word in counted)
    made = []
    for counted in words:
        weighed = {w: (1 + math.log(c)) * math.log(1 + len(records) / known[w]) for w, c in counted.items() if known[w] > 1}
        length = math.sqrt(math.fsum(v * v for v in weighed.values())) or 1.0
        made.append({w: v / length for w, v in weighed.items()})
    return made


def _near(openings: Sequence[Mapping[str, float]]) -> dict[int, list[tuple[float, int]]]:
    """For each opening the others that share some word that few have, with how alike they are."""
    holders: dict[str, list[int]] = {}
    for n, words in enumerate(openings):
        for word in words:
            holders.setdefault(word, []).append(n)
    shared: dict[int, dict[int, float]] = {}
    for word, numbers in holders.items():
        for n in numbers if len(numbers) <= TOO_COMMON else ():
            for o in numbers:
                if o != n:
                    at = shared.setdefault(n, {})
                    at[o] = at.get(o, 0.0) + openings[n][word] * openings[o][word]
    return {
        n: sorted(((alike, o) for o, alike in found.items()), key=lambda pair: (-pair[0], pair[1]))
        for n, found in shared.items()
    }
