"""One event that several articles name with one noun, each in its own context: "Tuesday's earthquake", "last week's earthquake".

What follows an earthquake is told of different people in different places, so that the tellings share little but its name. A definite noun
says that it is known which one is meant; with a day in words that fits, it is the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dossier.stories.day_votes import fits
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import WEEK_GRAIN, OwnDay, own_words

# "the", "last Tuesday's", "the 7.0 magnitude", right before the noun
KNOWN = re.compile(r"(?:\b[Tt]h(?:e|at|is)|['’]s)(?: [\w.-]+){0,3} $")


def joined(
    parts: Sequence[Sequence[int]],
    found: Sequence[EventMention],
    days: Sequence[OwnDay | None],
    alone: frozenset[str] = frozenset(),
) -> list[list[int]]:
    """The events, those that a definite noun and fitting days in words show to be one together.

    Args:
        parts: for each event its mentions.
        found: all mentions.
        days: their days.
        alone: events of records that an editor took apart: they are joined to none.
    """
    made: list[list[int]] = []
    named: dict[str, list[tuple[EventMention, OwnDay, list[int]]]] = {}  # by noun, the mentions that name an event by it
    for part in parts:
        named_by = part if alone.isdisjoint(found[n].event.id for n in part) else ()
        known = [(found[n], day) for n in named_by if (day := days[n]) is not None and _names(found[n], day)]
        homes = (home for m, day in known for o, then, home in named.get(m.stem, ()) if fits(day, then) and _not_apart(m, o))
        home = next(homes, None)
        if home is None:
            made.append(home := [])
        home += part
        for m, day in known:
            named.setdefault(m.stem, []).append((m, day, home))
    return [sorted(part) for part in made]


def _not_apart(m: EventMention, other: EventMention) -> bool:
    """Whether two mentions name no two places."""
    return m.place is None or other.place is None or m.place == other.place


def _names(m: EventMention, day: OwnDay) -> bool:
    """Whether a definite noun in the singular names an event of a known kind, of a day or week in words."""
    if m.event.clause != "noun" or not m.kinds or m.word.endswith("s") or not own_words(day) or day.grain > WEEK_GRAIN:
        return False
    return bool(KNOWN.search(m.sentence[: m.event.trigger.start - m.event.sentence.start]))
