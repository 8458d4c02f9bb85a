"""When: an event at two times of its day, or in two years of one calendar day; only where the words for the time stand by the event's.

"The accident happened at 6.10am" beside "I heard a crash at about 6.15am"; "seized on April 14, 2014" beside "on April 14, 2016".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Version, Worded
from generator.dossier.stories.event_words import kinds
from generator.records.model import Record, Time
from generator.values.identity import identifier

CLOCK = re.compile(r"^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)$")
DATE = re.compile(r"^\d{4}-\d\d-\d\d$")
WORD = re.compile(r"[a-z]+")
# kinds of event that have a minute: by their words
SUDDEN = {
    "crash": kinds("crash") | kinds("derail"),
    "attack": kinds("attack") | kinds("bomb") | kinds("explosion") | kinds("shooting"),
    "earthquake": kinds("quake"),
}
ACCIDENT = frozenset("accident incident collision".split())
# "police were called at 6.10", "the launch is scheduled for 1.30pm": the time of something else
OTHER = re.compile(
    r"\b(?:called|calls?|alert\w*|arriv\w*|respond\w*|response|schedul\w*|expect\w*|until|delay\w*|ended|after which|declared"
    r"|pronounced|by about|as of)\b"
)
ROUGH = re.compile(
    r"\b(?:about|around|approximately|roughly|some|shortly after|just after|shortly before|just before|nearly|almost|before|after)\s*$",
    re.IGNORECASE,
)
BESIDE = 70  # letters between the words for the time and for the event
AFTER = 25  # letters behind a time in which it may become another's
WIDE = 120  # minutes; further apart are two events
ON_THE_HOUR = 15  # minutes that "around six" allows
WITNESSES = 10  # minutes by which the witnesses of one article may differ
CLOSE = 3  # and "about 6.10"


@dataclass(frozen=True, slots=True)
class Timed:
    """A time that a source gives an event."""

    sentence: Sentence
    start: int  # of its words, in the article
    end: int
    kind: str
    day: str
    minute: int  # of the day
    low: int
    high: int


def differences(
    told: Sequence[Sequence[Sentence]],
    records: Sequence[Record],
    origins: Sequence[str],
    akin: Callable[[int, int], bool],
) -> Iterator[Difference]:
    """Events at two times.

    Args:
        told: the sentences of each record.
        records: the articles.
        origins: the independent publisher of each.
        akin: whether two articles, by their numbers, tell of one story.
    """
    groups: list[list[Timed]] = []
    for timed in (t for n, record in enumerate(records) for t in _timed(record, told[n])):
        home = next((g for g in groups if all(_together(timed, other, akin) for other in g)), None)
        if home is None:
            groups.append([timed])
        else:
            home.append(timed)
    for group in groups:
        if any(
            one.sentence.number != other.sentence.number and (one.low > other.high or other.low > one.high)
            for one, other in combinations(group, 2)
        ):
            yield _difference(group, records, origins)


def _timed(record: Record, told: Sequence[Sentence]) -> Iterator[Timed]:
    for time in record.times:
        clock = CLOCK.match(time.value)
        if time.type != "TIME" or clock is None:
            continue
        sentence = next((s for s in told if s.start <= time.start < s.end), None)
        kind = _kind(sentence, time) if sentence else None
        if sentence is None or kind is None:
            continue
        words = record.text[time.start : time.end]
        rough = ROUGH.search(record.text[max(sentence.start, time.start - 20) : time.start])
        hedged = bool(rough) or bool(
            re.match(r"(?:about|around|approximately|just|shortly)\b", words.strip(), re.IGNORECASE)
        )
        minute = int(clock[2]) * 60 + int(clock[3])
        slack = 0 if not hedged else ON_THE_HOUR if not minute % 60 else CLOSE
        start = time.start - (len(rough.group()) if rough else 0)
        yield Timed(sentence, start, time.end, kind, clock[1], minute, minute - slack, minute + slack)


def _kind(sentence: Sentence, time: Time) -> str | None:
    """Which kind of event the words beside a time tell of; None where they may tell of another's time."""
    at = time.start - sentence.start
    end = time.end - sentence.start
    around = sentence.text[max(0, at - BESIDE) : end + BESIDE].lower()
    if OTHER.search(sentence.text[max(0, at - BESIDE) : end + AFTER].lower()):
        return None
    for word in WORD.findall(around):
        if word in ACCIDENT:
            return "crash"
        for name, known in SUDDEN.items():
            if kinds(word) & known:
                return name
    return None


def _together(one: Timed, other: Timed, akin: Callable[[int, int], bool]) -> bool:
    return (
        one.kind == other.kind
        and abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
        <= 1  # of a bare "6.15am" the day is inferred
        and abs(one.minute - other.minute) <= WIDE
        and (one.sentence.number != other.sentence.number or abs(one.minute - other.minute) <= WITNESSES)
        and (one.sentence.number == other.sentence.number or akin(one.sentence.number, other.sentence.number))
    )


def _difference(group: Sequence[Timed], records: Sequence[Record], origins: Sequence[str]) -> Difference:
    values: dict[int, list[Timed]] = {}
    for timed in sorted(group, key=lambda t: (t.sentence.number, t.start)):
        values.setdefault(timed.minute, []).append(timed)
    versions = [_version(f"{minute // 60:02}:{minute % 60:02}", told, records, origins) for minute, told in values.items()]
    versions.sort(key=lambda v: (-v.publishers, v.value))
    first = min(group, key=lambda t: (t.sentence.number, t.start))
    publishers = len({origins[t.sentence.number] for t in group})
    return Difference(
        id=identifier("d", records[first.sentence.number].id, (first.start, first.end)),
        kind="date",
        about=f"the time of the {first.kind}",
        changed=False,
        values=tuple(versions),
        publishers=publishers,
        score=float(publishers),
        members=tuple(identifier("d", p.source, (p.start, p.end)) for v in versions for p in v.passages),
    )


def _version(value: str, told: Sequence[Timed], records: Sequence[Record], origins: Sequence[str]) -> Version:
    passages = []
    for timed in told:
        record, s = records[timed.sentence.number], timed.sentence
        passages.append(
            Worded(record.id, timed.start, timed.end, record.text[timed.start : timed.end], s.text, s.start, s.end)
        )
    days = [day for t in told if (day := records[t.sentence.number].metadata.published)]
    return Version(value, tuple(passages), len({origins[t.sentence.number] for t in told}), min(days, default=None))
