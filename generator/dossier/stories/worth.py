"""What an event is worth: how likely a reader wants it on the chronology, by few readable features.

The weights are those of a logistic regression over entries that a reader judged (`training/listing.py`), each held to the sign that its
name promises: who tells of it and where, how its day is known, in what form and how clearly it is told, and what kind of thing it is.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.stories import telling
from generator.dossier.stories.day_votes import distance
from generator.dossier.stories.event_words import FURNITURE
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.story import Story, minute
from generator.records.model import Record

# what each feature adds to an event's score
WEIGHTS = {
    "origins": 0.38,  # the logarithm of how many independent sources tell of it
    "often": 0.65,  # and of how many sentences do
    "in words": 0.57,  # its sentence says the day in words, not counted from the article's day
    "kind": 0.99,  # a kind of event that news is about
    "salience": 0.52,  # of who takes part
    "clock": 2.07,  # a time of that day
    "year alone": -1.31,  # one source tells it, and only of a year
    "elsewhere": -2.83,  # its day stands in another sentence
    "borrowed": -0.81,  # its day is that of another word of its sentence
    "relative": -0.85,  # "which struck in May"
    "no doer": -1.15,  # no one is said to do it: "after publicizing it"
    "noun alone": -1.35,  # one source names it with a noun
    "bad text": -1.90,  # a caption, a teaser, or a sentence that is torn
    "leans": -1.21,  # a sentence that is understood only behind another
    "said": -1.77,  # somebody says it, or the writer speaks to the reader
    "open": -2.10,  # negated, or only possible
    "doubtful": -2.69,  # its day is counted from a date of publication that is in doubt
}
BIAS = 0.45
# The score from which an event is worth an entry. Of 597 entries of 32 dossiers that readers judged, left out one dossier at a time, 73 in
# 100 above -0.5 are wanted and 75 above -0.25, and 88 and 85 in 100 of those that belong there are above.
LEAST_SCORE = -0.4
HALF_YEAR_GRAIN = 6  # the grain of half a year


@dataclass(frozen=True, slots=True)
class DossierAbout:
    """What a dossier is about."""

    salience: Mapping[str, float]  # of the subjects, the most salient 1
    quotes: Mapping[int, Sequence[tuple[int, int]]]  # by number of the record, what stands in quotation marks
    main: OwnDay | None  # the day of the main event


def about(stories: Sequence[Story], records: Sequence[Record], main: OwnDay | None) -> DossierAbout:
    """What all events of a dossier are measured by.

    Args:
        stories: the events.
        records: the articles.
        main: the day of the main event.
    """
    return DossierAbout(_salience(stories), {number: quoted_spans(record) for number, record in enumerate(records)}, main)


def features(story: Story, dossier: DossierAbout) -> dict[str, float]:
    """What tells how much an event belongs on the chronology.

    Args:
        story: the event.
        dossier: what it is about.
    """
    told = story.mentions
    shown, _ = telling.best(story)
    alone = len(story.origins) < 2
    quoted = inside_quotes(story, dossier.quotes)
    return {
        "origins": math.log(len(story.origins)),
        "often": math.log(len({(m.number, m.event.sentence.start) for m in told})),
        "kind": sum(bool(m.kinds) for m in told) / len(told),
        "salience": max((dossier.salience.get(p, 0.0) for m in told for p in m.participants), default=0.0),
        **_of_day(story, dossier.main, alone),
        "relative": float(shown.event.clause == "relative"),
        "no doer": float(shown.event.clause not in {None, "noun", "relative"} and shown.event.subject is None),
        "noun alone": float(alone and shown.event.clause == "noun"),
        "bad text": float(telling.torn(shown.sentence, shown.title) or bool(FURNITURE.search(shown.sentence))),
        "leans": telling.leaning(shown),
        "said": max(quoted, float(telling.personal(shown.sentence))),
        "open": float(story.status in {"negated", "hypothetical"}),
    }


def _of_day(story: Story, main: OwnDay | None, alone: bool) -> dict[str, float]:
    """How its day is known."""
    day = story.day
    elsewhere = all(map(_elsewhere, story.mentions, story.days))
    worded = any(d is not None and d.ground >= Ground.WORDS for d in story.days)
    return {
        "in words": float(worded and not elsewhere),
        "clock": float(_clock(story, main)),
        "year alone": float(alone and day is not None and day.grain >= HALF_YEAR_GRAIN),
        "elsewhere": float(elsewhere),
        "borrowed": float(all(d is None or d.shared for d in story.days)),
        "doubtful": float(bool(day and day.doubtful)),
    }


def _elsewhere(m: EventMention, day: OwnDay | None) -> bool:
    """Whether a telling has its day from another sentence, or from none."""
    sentence = m.event.sentence
    if day is None or day.ground <= Ground.STORY:
        return True
    return day.wording is not None and not sentence.start <= day.wording.start < sentence.end


def _clock(story: Story, main: OwnDay | None) -> bool:
    """Whether words say at what time of the main event's day, or the night after it, it was."""
    own = (d for d in story.days if d is not None and not d.shared and minute(d))
    return main is not None and any(distance(d, main) <= 1 for d in own)


def worth(found: Mapping[str, float]) -> float:
    """The score of an event by its features."""
    return round(BIAS + math.fsum(WEIGHTS[name] * value for name, value in found.items()), 4)


def inside_quotes(story: Story, quotes: Mapping[int, Sequence[tuple[int, int]]]) -> float:
    """The share of an event's tellings that stand in quotation marks."""
    held = 0
    for m in story.mentions:
        spans = quotes.get(m.number, ())
        at = bisect_right(spans, (m.event.trigger.start, 1 << 60)) - 1
        held += at >= 0 and spans[at][1] > m.event.trigger.start
    return held / len(story.mentions)


def quoted_spans(record: Record) -> list[tuple[int, int]]:
    """What stands in quotation marks, in order."""
    return sorted((part.start, part.end) for quote in record.quotes if quote.kind == "direct" for part in quote.content)


def _salience(stories: Sequence[Story]) -> dict[str, float]:
    """How much each subject takes part, the most 1."""
    found: dict[str, set[int]] = {}
    for story in stories:
        for m in story.mentions:
            for p in m.participants:
                found.setdefault(p, set()).add(m.number)
    most = max(map(len, found.values()), default=1)
    return {name: len(numbers) / most for name, numbers in found.items()}
