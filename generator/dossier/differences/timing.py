"""When: an event at two times of its day, or in two years of one calendar day; only where the words for the time stand by the event's.

"The accident happened at 6.10am" beside "I heard a crash at about 6.15am"; "seized on April 14, 2014" beside "on April 14, 2016".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from generator.dossier.differences import loose_days
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import kinds
from generator.records.model import Record, Time

DATE = re.compile(r"^\d{4}-\d\d-\d\d$")
SMALL_WORD = re.compile(r"[a-z-]+")
# kinds of event that have a minute: by their words
SUDDEN = {
    "crash": kinds("crash") | kinds("derail"),
    "attack": kinds("attack") | kinds("bomb") | kinds("explosion") | kinds("shooting"),
    "earthquake": kinds("quake"),
}
MOMENT_OF_WORD = {
    **dict.fromkeys(("accident", "incident", "collision"), "crash"),
    **dict.fromkeys(("landed", "lands", "arrived", "arrive", "arrives", "touched"), "landing"),
    **dict.fromkeys(("departed", "departs"), "departure"),
    **dict.fromkeys(("liftoff", "lift-off", "lifted", "blasted"), "launch"),
}
# "police were called at 6.10", "the launch is scheduled for 1.30pm": the time of something else
ANOTHER_TIME = re.compile(
    r"\b(?:updated?|published|posted"
    r"|called|calls?|alert\w*|respond\w*|response|schedul\w*|expect\w*|until|delay\w*|ended|after which|declared|will|due|supposed"
    r"|second|third|another|aftershocks?|pronounced|by about|as of|police arriv\w*|services arriv\w*|officers arriv\w*)\b"
)
ROUGH_TIME = re.compile(
    r"\b(?:about|around|approximately|roughly|some|shortly after|just after|shortly before|just before|nearly|almost|before|after)\s*$",
    re.IGNORECASE,
)
BESIDE_TIME = 70  # letters between the words for the time and for the event
LETTERS_BEHIND = 25  # letters behind a time in which it may become another's
MINUTES_OF_ONE_EVENT = 120  # minutes; further apart are two events
HALF_A_DAY = 720  # "10:15 a.m." beside "10:15 p.m."
ON_THE_HOUR = 15  # minutes that "around six" allows
WITNESSES = 10  # minutes by which the witnesses of one article may differ
ROUGH_MINUTES = 3  # and "about 6.10"


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
    maker: Maker,
    told: Sequence[Sequence[Sentence]],
    akin: Callable[[int, int], bool],
) -> Iterator[Difference]:
    """Events at two times.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
    """
    groups: list[list[Timed]] = []
    for timed in (t for n, record in enumerate(maker.records) for t in _timed(record, told[n])):
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
            values: dict[str, list[ToldValue]] = {}
            for timed in sorted(group, key=lambda t: t.minute):
                name = f"{timed.minute // 60:02}:{timed.minute % 60:02}"
                values.setdefault(name, []).append(ToldValue(timed.sentence, timed.start, timed.end))
            yield maker.difference("date", f"the time of the {group[0].kind}", by_publishers(maker, values), 0.0)


def _timed(record: Record, told: Sequence[Sentence]) -> Iterator[Timed]:
    for time in record.times:
        minute = loose_days.minute(time.value)
        if time.type != "TIME" or minute is None:
            continue
        sentence = next((s for s in told if s.start <= time.start < s.end), None)
        kind = _kind(sentence, time) if sentence else None
        if sentence is None or kind is None:
            continue
        words = record.text[time.start : time.end]
        rough = ROUGH_TIME.search(record.text[max(sentence.start, time.start - 20) : time.start])
        hedged = bool(rough) or bool(
            re.match(r"(?:about|around|approximately|just|shortly)\b", words.strip(), re.IGNORECASE)
        )
        slack = 0 if not hedged else ON_THE_HOUR if not minute % 60 else ROUGH_MINUTES
        start = time.start - (len(rough.group()) if rough else 0)
        yield Timed(sentence, start, time.end, kind, time.value.partition("T")[0], minute, minute - slack, minute + slack)


def _kind(sentence: Sentence, time: Time) -> str | None:
    """Which kind of event the words beside a time tell of; None where they may tell of another's time."""
    at = time.start - sentence.start
    end = time.end - sentence.start
    around = sentence.text[max(0, at - BESIDE_TIME) : end + BESIDE_TIME].lower()
    if ANOTHER_TIME.search(sentence.text[max(0, at - BESIDE_TIME) : end + LETTERS_BEHIND].lower()):
        return None
    for word in SMALL_WORD.findall(around):
        if word in MOMENT_OF_WORD:
            return MOMENT_OF_WORD[word]
        for name, known in SUDDEN.items():
            if kinds(word) & known:
                return name
    return None


def _together(one: Timed, other: Timed, akin: Callable[[int, int], bool]) -> bool:
    return (
        one.kind == other.kind
        and _near_days(one.day, other.day)
        and (abs(one.minute - other.minute) <= MINUTES_OF_ONE_EVENT or abs(one.minute - other.minute) == HALF_A_DAY)
        and (one.sentence.number != other.sentence.number or abs(one.minute - other.minute) <= WITNESSES)
        and (one.sentence.number == other.sentence.number or akin(one.sentence.number, other.sentence.number))
    )


def _near_days(one: str, other: str) -> bool:
    """Whether two days may be one: of a bare "6.15am" the day is inferred; an undated article has only its day of the week, or none."""
    if DATE.match(one) and DATE.match(other):
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= 1
    a, b = loose_days.parts(one), loose_days.parts(other)
    return a is None or b is None or loose_days.one(a, b)
