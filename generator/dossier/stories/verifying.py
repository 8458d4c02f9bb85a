"""Whether a telling is of its entry's event, and not of another that goes by the same word.

"The firm released its figures on Monday" and "the prisoners were released" share a verb that half the dossier uses; so do the meetings of
two ministers, and every game that a team ever won. What was joined is asked once more, beside the telling that would be shown: by the
words around its own, by its day, by who does it, and by how the word itself is used. What fails is an event of its own, or of those that
fail with it.

The weights are those of a logistic regression over tellings of listed entries, which a reader judged (`training/tellings.py`).
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.stories import telling
from generator.dossier.stories.articles import Rarity, Weights, likeness, terms
from generator.dossier.stories.day_votes import distance, fits
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import OwnDay, own_words
from generator.dossier.stories.story import Story
from generator.dossier.stories.vectors import Array, Vectors
from generator.records.model import Record
from generator.values.words import LETTERS

# what each feature adds to the score of a telling
SAME_WEIGHTS = {
    "dated": 1.6,  # its own words give the entry's day
    "around": 2.59,  # cosine of the meaning of the words around
    "near": 1.36,  # and of those words themselves, to the likest telling of that day or of the news
    "sentence": 1.89,  # the words of the sentences
    "other doer": -0.52,  # others take part
    "same word": 0.68,
    "noun": 0.79,  # "the release"
    "definite": 1.55,  # "their release", "Monday's release": the one that was told of
    "indefinite": -1.15,  # "another meeting", "no release"
    "plural": -3.87,  # "earthquakes", where the entry tells of one
    "open": -0.62,  # it did not happen, or may not
    "far down": -1.25,  # by twenty sentences with events
    "used": 1.11,  # logarithm of how many of the articles use the word
    "rare": 2.0,  # how few texts at large do
}
SAME_BIAS = -3.4
# The score from which a telling stays: left out by dossier, of those that do 92 in 100 are right (77 before), and 88 in 100 of the right do
LEAST_SAME = 0.75
AROUND = 5  # words on each side of its word
CORE = 12  # tellings of the entry's day, or of the news, with which one is compared
FAR_DOWN = 20  # sentences with events
# "the release", "its release", "Monday’s release"
DEFINITE = re.compile(r"\b(?:the|that|this|its|his|her|their|same)$|['’]s?$", re.IGNORECASE)
INDEFINITE = re.compile(
    r"\b(?:an?|any|another|some|no|such|every|each|other|two|three|four|more|new|previous|earlier|second|future|only)$",
    re.IGNORECASE,
)
# "a wind-whipped fire", "only one confirmed release"
ONE_MORE = re.compile(r"\b(?:an?|one|another)(?: [\w-]+){0,4}$", re.IGNORECASE)
FAR_OFF = 45  # days from which what a sentence names besides is of another time
Days = Mapping[tuple[int, int], Sequence[OwnDay]]  # by record and beginning of a sentence, the days that its words give


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands around a telling's word."""

    left: str
    near: Weights
    sentence: Weights
    around: Array


class Verifier:
    """Reads the tellings of a dossier and parts what is told of an entry from what is not."""

    def __init__(self, records: Sequence[Record], meanings: Vectors, dated: Days | None = None) -> None:
        """Count in how many articles each word is used."""
        self._dated: Days = dated or {}
        self._rarity = Rarity((terms(record.text) for record in records), len(records))
        self._meanings = meanings

    def parts(self, story: Story) -> list[list[int]]:
        """The members of a story that tell of the event of its best telling, and the others.

        Args:
            story: an event with its day.
        """
        kept: list[int] = []
        rest: list[int] = []
        for at, found in enumerate(self.compared(story)):
            of_it = found is None or (same(found) >= LEAST_SAME and not self._of_another_time(story, at))
            (kept if of_it else rest).append(story.members[at])
        return [kept, rest] if rest else [kept]

    def _of_another_time(self, story: Story, at: int) -> bool:
        """Whether a noun brings in one more of its kind, in a sentence whose days are all far off: "a fire destroyed it in 2003"."""
        m = story.mentions[at]
        named = self._dated.get((m.number, m.event.sentence.start), ())
        if story.days[at] is not None or m.event.clause != "noun" or story.day is None or not named:
            return False
        left = m.sentence[: m.event.trigger.start - m.event.sentence.start].rstrip()
        return bool(ONE_MORE.search(left)) and all(distance(day, story.day) > FAR_OFF for day in named)

    def compared(self, story: Story) -> Iterator[dict[str, float] | None]:
        """For each telling what speaks for its being of the event that the best one tells; none of that one and its sentence."""
        best, _ = telling.best(story)
        spot = (best.number, best.event.sentence.start)
        read = [self._read(m) for m in story.mentions]
        head = story.mentions.index(best)
        core = [head, *(n for n, m in enumerate(story.mentions) if n != head and (m.lead or _dated(story, n)))][:CORE]
        for n, m in enumerate(story.mentions):
            if (m.number, m.event.sentence.start) == spot:
                yield None
                continue
            others = [read[c] for c in core if c != n]
            yield {
                "dated": float(_dated(story, n)),
                "around": float(read[n].around @ read[head].around),
                "near": max(likeness(read[n].near, other.near) for other in others),
                "sentence": max(likeness(read[n].sentence, other.sentence) for other in others),
                "other doer": float(_others_take_part(m, best)),
                "same word": float(m.word == best.word),
                **_form(m, best, read[n].left),
                "far down": min(m.position / FAR_DOWN, 2.0),
                "used": math.log1p(self._rarity.uses(m.stem)),
                "rare": self._meanings.rarity_of_stem(m.stem),
            }

    def _read(self, m: EventMention) -> _Read:
        start = m.event.sentence.start
        left = m.sentence[: m.event.trigger.start - start].split()[-AROUND:]
        right = m.sentence[m.event.trigger.end - start :].split()[:AROUND]
        beside = " ".join((*left, *right))
        return _Read(
            " ".join(left),
            self._rarity.weights(terms(beside)),
            self._rarity.weights(term for term in terms(m.sentence) if term != m.stem),
            self._meanings.mean([LETTERS.findall(beside.lower())])[0],
        )


def named_days(found: Sequence[EventMention], days: Sequence[OwnDay | None]) -> Days:
    """The days that the words of each sentence give.

    Args:
        found: mentions of events.
        days: their days.
    """
    made: dict[tuple[int, int], list[OwnDay]] = {}
    for m, day in zip(found, days, strict=True):
        if day is not None and own_words(day):
            made.setdefault((m.number, m.event.sentence.start), []).append(day)
    return made


def same(found: Mapping[str, float]) -> float:
    """The score of a telling by what speaks for it."""
    return SAME_BIAS + math.fsum(SAME_WEIGHTS[name] * value for name, value in found.items())


def verified(
    stories: Sequence[Story],
    verifier: Verifier,
    made: Callable[[Sequence[int]], Story],
    joined: Callable[[Story], bool],
) -> list[Story]:
    """The stories, what is not of them as others.

    Args:
        stories: events with their tellings.
        verifier: of the dossier.
        made: the story of some mentions.
        joined: whether an editor put a story together.
    """
    found: list[Story] = []
    for story in stories:
        rest = story
        while rest.day is not None and len(rest.members) > 1 and not joined(rest):
            kept, *others = verifier.parts(rest)
            if not others:
                break
            whole = made(kept)
            whole.news = rest.news
            found.append(whole)
            rest = made(others[0])
        found.append(rest)
    return found


def _dated(story: Story, n: int) -> bool:
    day = story.days[n]
    return day is not None and not day.shared and story.day is not None and fits(day, story.day)


def _others_take_part(m: EventMention, best: EventMention) -> bool:
    return bool(m.participants and best.participants) and set(m.participants).isdisjoint(best.participants)


def _form(m: EventMention, best: EventMention, left: str) -> dict[str, float]:
    """How the word is used."""
    noun = m.event.clause == "noun"
    definite = noun and bool(DEFINITE.search(left))
    several = noun and not m.title and m.word.endswith("s") and not best.word.endswith("s")
    return {
        "noun": float(noun),
        "definite": float(definite),
        "indefinite": float(bool(INDEFINITE.search(left))),
        "plural": float(several and not definite),
        "open": float(m.event.status in {"negated", "hypothetical"}),
    }
