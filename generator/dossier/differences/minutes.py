"""One moment told to the minute, in two papers a few minutes apart: "closed it out at 12:47 am" beside "at 00:48 … caught the ball".

What is done at a moment is told in many words, so nothing of the clauses is compared: minutes that no round time is, so close to each
other, in articles of one story that tell no other time near them, are of one moment; where two papers tell the one, at least, for the
train that "left at 7:42" may have been "stopped at 7:44".
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.said import Said
from generator.dossier.model import Difference

ROUND = 5  # minutes; "6.10" may be of anything
ONE_MOMENT = 3  # minutes by which one moment may be told apart
AGREED = 2  # publishers who tell one minute, so that the other is no other moment
NO_OTHER_TIME = 30  # minutes about it in which an article tells no other time


def differences(details: Sequence[Said], akin: Callable[[int, int], bool], maker: Maker) -> Iterator[Difference]:
    """The moments that are told a few minutes apart.

    Args:
        details: of all articles.
        akin: whether two articles, by their numbers, tell of one story.
        maker: of differences.
    """
    clocks = [d for d in details if d.kind == "clock" and d.status == "told"]
    exact = [d for d in clocks if d.minute % ROUND and _alone(d, clocks)]
    taken: set[int] = set()
    for n, one in enumerate(exact):
        group = [one, *(d for d in exact[n + 1 :] if _one_moment(one, d) and akin(one.number, d.number))]
        values: dict[str, list[ToldValue]] = {}
        for d in sorted(group, key=lambda d: (d.minute, d.number, d.start)):
            values.setdefault(d.value, []).append(ToldValue(d.sentence, d.start, d.end))
        publishers = {value: {maker.teller(t) for t in told} for value, told in values.items()}
        if len(values) > 1 and max(map(len, publishers.values())) >= AGREED and taken.isdisjoint(map(id, group)):
            taken.update(map(id, group))
            yield maker.difference("date", "the minute", by_publishers(maker, values), 0.5)


def _alone(detail: Said, clocks: Sequence[Said]) -> bool:
    """Whether its article tells no other time near it: no minutes of what happened one after the other."""
    return all(
        d.number != detail.number or d.minute == detail.minute or abs(d.minute - detail.minute) > NO_OTHER_TIME
        for d in clocks
    )


def _one_moment(one: Said, other: Said) -> bool:
    return one.number != other.number and abs(one.minute - other.minute) <= ONE_MOMENT and _one_day(one, other)


def _one_day(one: Said, other: Said) -> bool:
    """Whether their days are one, or next to each other: of a bare "12:47 am" the day is reckoned."""
    days = ([date.fromisoformat(first).toordinal() for first, _ in d.days] for d in (one, other))
    mine, yours = days
    return any(abs(a - b) <= 1 for a in mine for b in yours)
