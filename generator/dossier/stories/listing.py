"""What deserves an entry of the chronology: the story first, then what it recalls, and nothing that is only said, felt or still so.

An event's worth is a sum of few features with readable weights: who tells of it and where, how its day is known, what kind of thing it
is. What tells of the same moment as a better event of that day is a part of that event's entry, not an entry of its own.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from generator.dossier.stories.day_votes import agreed, distance, fits, same
from generator.dossier.stories.event_day import Ground, OwnDay
from generator.dossier.stories.event_words import FURNITURE, REPORTING, STATES
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.vectors import Array, Vectors, shipped
from generator.records.model import Record

# words that name no event by themselves: another word of their sentence does
VAGUE = frozenset(
    "happened happen happens occurred occur occurs came took followed left made led began begin started ended brought carried event "
    "events incident incidents accident episode place saw caused resulted".split()
)
MINUTE = re.compile(r"T\d\d:\d\d$")
WORD = re.compile(r"[^\W\d_]+")


@dataclass(slots=True)
class Story:
    """One event with all that the dossier tells of it."""

    members: list[int]  # places in the mentions
    mentions: list[EventMention]
    days: list[OwnDay | None]  # of each member
    sources: list[str]  # of each member, who published it
    day: OwnDay | None = None
    owner: int = 0  # number of the record whose words give the day
    differ: list[OwnDay] = field(default_factory=list)
    origins: frozenset[str] = frozenset()
    kinds: frozenset[int] = (
        frozenset()
    )  # that its words tell of; of words that name no event themselves, those of their sentences
    places: set[tuple[int, int]] = field(default_factory=set)  # its sentences: the record and where they begin
    meaning: Array | None = None  # of its sentences
    score: float = 0.0
    part_of: Story | None = None
    tier: str = "further"

    @property
    def status(self) -> str:
        """Told as happened by anybody, it happened; else as most tell it."""
        found = [m.event.status for m in self.mentions]
        return "happened" if "happened" in found else max(found, key=found.count)


# what each feature adds to an event's score
WEIGHTS = {
    "origins": 0.8,  # the logarithm of how many independent sources tell of it
    "articles": 0.5,  # and of how many articles do
    "tellings": 0.3,
    "title": 1.0,  # a headline tells of it
    "lead": 0.6,
    "own day": 1.4,  # words date it, not its neighbour
    "in words": 0.5,
    "kind": 0.5,  # a kind of event that news is about
    "salience": 0.5,
    "close": 1.0,  # to the day of the main event
    "clock": 2.0,  # a time of that day
    "coarse": -0.5,  # for each grain
    "inferred": -0.4,
    "reporting": -3.0,
    "state": -2.6,
    "vague": -0.3,
    "quoted": -0.8,  # somebody says it
    "furniture": -2.0,
    "open": -0.8,  # negated, or only possible
    "doubtful": -3.0,
}
LEAST = 1.0  # the score from which an event is worth an entry


def features(story: Story, salience: Mapping[str, float], quoted: float, main: OwnDay | None) -> dict[str, float]:
    """What tells how much an event belongs to the story.

    Args:
        story: the event.
        salience: of the subjects, the most salient 1.
        quoted: the share of tellings inside quotation marks.
        main: the day of the main event.
    """
    told = story.mentions
    words = [m.word for m in told]
    day = story.day
    share = {
        name: sum(word in table for word in words) / len(words)
        for name, table in (("reporting", REPORTING), ("state", STATES), ("vague", VAGUE))
    }
    found = {
        "origins": math.log(len(story.origins)),
        "articles": math.log(len({m.number for m in told})),
        "tellings": math.log(len(told)),
        "title": float(any(m.title for m in told)),
        "lead": float(any(m.lead for m in told)),
        "own day": float(any(d is not None and not d.shared and d.ground > Ground.PUBLISHED for d in story.days)),
        "in words": float(any(d is not None and d.ground >= Ground.WORDS for d in story.days)),
        "kind": sum(bool(m.kinds) for m in told) / len(told),
        "salience": max((salience.get(p, 0.0) for m in told for p in m.participants), default=0.0),
        "close": math.exp(-distance(day, main) / 3) if day and main else 0.0,
        "clock": float(_clock(story, main)),
        "coarse": float(day.grain if day else 0) / 2,
        "inferred": float(bool(day and day.ground is Ground.PUBLISHED)),
        "quoted": quoted,
        "furniture": sum(bool(FURNITURE.search(m.sentence)) for m in told) / len(told),
        "open": float(story.status in {"negated", "hypothetical"}),
        "doubtful": float(bool(day and day.doubtful)),
        **share,
    }
    return found


def _clock(story: Story, main: OwnDay | None) -> bool:
    """Whether words say at what time of the main event's day, or the night after it, it was."""
    own = (d for d in story.days if d is not None and not d.shared and MINUTE.search(d.value))
    return main is not None and any(distance(d, main) <= 1 for d in own)


def worth(found: Mapping[str, float]) -> float:
    """The score of an event by its features."""
    return round(math.fsum(WEIGHTS[name] * value for name, value in found.items()), 4)


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


def part(story: Story, entry: Story, is_main: bool, meanings: Vectors) -> bool:
    """Whether an event is told as a part of another one of its day.

    Args:
        story: the event.
        entry: the better one.
        is_main: whether the entry is the main event: what headlines and first sentences tell of its day is that.
        meanings: of words.
    """
    if story.day is None or entry.day is None:
        return False
    kin = not story.kinds.isdisjoint(entry.kinds)
    if is_main and story.day.doubtful:  # "on Sunday" in a page that was fetched two months later
        return kin
    if distance(story.day, entry.day) > (RETOLD if is_main else 0):
        return False
    beside = sum((m.number, m.event.sentence.start) in entry.places for m in story.mentions)
    if _one_day(story.day, entry.day) and 2 * beside >= len(story.mentions):
        return True
    if not beside and _at(story.day) and _at(entry.day) and _at(story.day) != _at(entry.day):
        return False  # minute by minute
    if is_main and _retold(story, entry, kin or (beside > 0 and len(story.origins) > 1)):
        return True
    return _of_that_day(story, entry, kin, is_main) or _alike_enough(story, entry, kin, is_main, meanings)


def _one_day(one: OwnDay, other: OwnDay) -> bool:
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def _of_that_day(story: Story, entry: Story, kin: bool, is_main: bool) -> bool:
    """Whether an event of a day is the entry's by its kind, or by standing where articles tell their main event."""
    if story.day is None or entry.day is None or not _one_day(story.day, entry.day) or story.day.grain > MONTH:
        return False
    first = sum(m.title or m.position <= 1 or (m.number, m.event.sentence.start) in entry.places for m in story.mentions)
    return kin or (is_main and 2 * first >= len(story.mentions))


def _alike_enough(story: Story, entry: Story, kin: bool, is_main: bool, meanings: Vectors) -> bool:
    """Whether the sentences of two events whose days fit are so alike that they tell of one thing."""
    if story.day is None or entry.day is None or not fits(story.day, entry.day):
        return False
    exact = _one_day(story.day, entry.day)
    vague = all(_is_vague(m.word, day) for m, day in zip(story.mentions, story.days, strict=True))
    if kin or (exact and vague):
        least = KIN_ALIKE
    elif exact:
        least = MAIN_ALIKE if is_main else SAME_ALIKE
    else:
        least = 1.0
    return _likeness(story, entry, meanings) >= least


def _retold(story: Story, main: Story, akin: bool) -> bool:
    """Whether an event without a day of its own words tells of the main event of a day or two before."""
    if not akin or story.day is None or main.day is None or any(d and _own(d) for d in story.days):
        return False
    return bool(story.day.earliest and main.day.latest) and 0 <= distance(main.day, story.day) <= RETOLD


def _own(day: OwnDay) -> bool:
    return not day.shared and day.ground > Ground.STORY


def _likeness(story: Story, entry: Story, meanings: Vectors) -> float:
    """How alike the sentences of two events are, at best."""
    one, other = _sentences(story, meanings), _sentences(entry, meanings)
    return float((one @ other.T).max())


def _sentences(story: Story, meanings: Vectors) -> Array:
    if story.meaning is None:
        told = list(dict.fromkeys(m.sentence for m in story.mentions))[:COMPARED]
        story.meaning = meanings.mean([WORD.findall(sentence.lower()) for sentence in told])
    return story.meaning


NO_NEWS = REPORTING | STATES
STORY_DAYS = 14  # around the main event within which what happens is of its story
RETOLD = 2  # days after the main event on which it is still told without its day
FRESH = 10  # days before and after an article in which its news lies
MONTH = 3  # the grain of a month
ROUNDS = 3  # in which the main event gathers its parts
COMPARED = 12  # sentences of an event
KIN_ALIKE, MAIN_ALIKE, SAME_ALIKE = (
    0.55,
    0.65,
    0.75,
)  # likeness of two sentences from which they tell of one thing, of one kind of event or not
FEW_ENTRIES, LEAST_OF_FEW = 10, -0.5  # so many are listed even where their scores are lower


def listed(stories: Sequence[Story], records: Sequence[Record]) -> None:
    """Give each event its score, its tier and the entry under which it stands."""
    salience = _salience(stories)
    quotes = {number: quoted_spans(record) for number, record in enumerate(records)}
    main = main_event(stories, records)
    meanings = shipped()
    beside: dict[tuple[int, int], frozenset[int]] = {}
    for m in (m for story in stories for m in story.mentions):
        at = (m.number, m.event.sentence.start)
        beside[at] = beside.get(at, frozenset()) | m.kinds
    for story in stories:
        story.kinds = kinds_told(story, beside)
        story.places = {(m.number, m.event.sentence.start) for m in story.mentions}
    if main is not None:
        main = _headed([main, *_gather(main, stories, meanings)])
        main = _headed([main, *(s for s in stories if s.part_of is main), *_gather(main, stories, meanings)])
    for story in stories:
        found = features(story, salience, inside_quotes(story, quotes), main.day if main else None)
        story.score = worth(found)
    known = _Entries()
    count = 0
    for story in sorted(stories, key=lambda s: (s is not main, _borrowed(s), -s.score, s.members[0])):
        if story.day is None or story.part_of is not None:
            story.tier = "data"
            continue
        story.part_of = next((entry for entry in known.near(story) if part(story, entry, False, meanings)), None)
        if story.part_of is not None:
            story.part_of.places |= story.places
            story.part_of.origins |= story.origins
        if story.part_of or not (story is main or _in_words(story)):
            story.tier = "data"
            continue
        worthy = story.score >= (LEAST if count >= FEW_ENTRIES else LEAST_OF_FEW)
        story.tier = tier(story, main) if worthy and not story.day.doubtful else "further"
        count += story.tier != "further"
        known.add(story)


def _borrowed(story: Story) -> bool:
    """Whether only the day of another word of their sentences dates an event: that one is told first."""
    return all(day is None or day.shared for day in story.days)


class _Entries:
    """The entries so far: by their days, and by what kind of event of which year they tell."""

    def __init__(self) -> None:
        self._days: dict[tuple[str | None, str | None], list[Story]] = {}
        self._kin: dict[tuple[int, str], list[Story]] = {}

    def near(self, story: Story) -> list[Story]:
        """Those of which an event may be a part."""
        found = list(self._days.get(_days(story), ()))
        for kind in sorted(story.kinds):
            found += (entry for entry in self._kin.get((kind, _year(story)), ()) if _days(entry) != _days(story))
        return found

    def add(self, entry: Story) -> None:
        """One more."""
        self._days.setdefault(_days(entry), []).append(entry)
        for kind in sorted(entry.kinds):
            self._kin.setdefault((kind, _year(entry)), []).append(entry)


def _days(story: Story) -> tuple[str | None, str | None]:
    day = story.day
    return (day.earliest or day.value, day.latest) if day else (None, None)


def _year(story: Story) -> str:
    return story.day.value[:4] if story.day else ""


def _gather(main: Story, stories: Sequence[Story], meanings: Vectors) -> list[Story]:
    """Put what tells of the main event under it: "killed" and "wounded" are of the shooting."""
    gathered: list[Story] = []
    for _ in range(ROUNDS):
        found = [s for s in stories if s is not main and s.part_of is None and part(s, main, True, meanings)]
        for story in found:
            story.part_of = main
            main.places |= story.places
            if len(story.origins) > 1:
                main.kinds |= story.kinds
        gathered += found
        if not found:
            break
    return gathered


def _headed(moment: Sequence[Story]) -> Story:
    """The main event and its parts under the one that most tell of, on the day that all of them together give."""
    votes = [
        (source, day)
        for story in moment
        for source, day in zip(story.sources, story.days, strict=True)
        if day is not None and not day.doubtful
    ]
    day, _ = agreed(votes)

    def rank(story: Story) -> tuple[float, ...]:
        given = any(own and _own(own) and day and same(own, day) for own in story.days)
        return given, len(story.origins), len(story.mentions), -story.members[0]

    head = max(moment, key=rank)
    given = [(own, m.number) for own, m in zip(head.days, head.mentions, strict=True) if own and day and same(own, day)]
    if given:
        head.day, head.owner = max(given, key=lambda pair: (_own(pair[0]), pair[0].ground))
    for story in moment:
        story.part_of = None if story is head else head
        if story.day and story.day.doubtful:
            story.day, story.owner = head.day, head.owner
        head.places |= story.places
        head.kinds |= story.kinds
        head.origins |= story.origins
    return head


def _in_words(story: Story) -> bool:
    """Whether a telling has a day of its own, or several tell of it, and it is no report of what somebody said."""
    own = len(story.origins) > 1 or any(d is not None and not d.shared for d in story.days)
    return own and any(m.word not in REPORTING for m in story.mentions)


def _at(day: OwnDay) -> str:
    """The minute of a day."""
    found = MINUTE.search(day.value)
    return found[0] if found else ""


def kinds_told(story: Story, beside: Mapping[tuple[int, int], frozenset[int]]) -> frozenset[int]:
    """The kinds of event that a story's words tell of.

    Args:
        story: the event.
        beside: of each sentence (its record and start) the kinds of event in it.
    """
    return frozenset(
        kind
        for m, day in zip(story.mentions, story.days, strict=True)
        for kind in (m.kinds or (beside[m.number, m.event.sentence.start] if _is_vague(m.word, day) else ()))
    )


def _is_vague(word: str, day: OwnDay | None) -> bool:
    """Whether a word names nothing by itself; "at 10:12 the scale becomes clear" does, minute by minute."""
    return word in VAGUE or (word in STATES and not (day and _at(day)))


def main_event(stories: Sequence[Story], records: Sequence[Record]) -> Story | None:
    """The event that most of the articles tell of in headline or lead shortly after it, if they are of one story."""
    best = max(stories, key=lambda s: (_leads(s, records), len(s.mentions), -s.members[0]), default=None)
    return best if best is not None and 4 * _leads(best, records) >= len(records) and _leads(best, records) else None


def _leads(story: Story, records: Sequence[Record]) -> int:
    """How many articles have an event as their news."""
    day = story.day
    if day is None or day.doubtful:
        return 0
    told = {m.number for m in story.mentions if m.lead and m.word not in NO_NEWS}
    return sum(_near(day, records[number].metadata.published) for number in told)


def _near(day: OwnDay, published: str | None) -> bool:
    """Whether a day lies about when an article appeared, as far as that is known; news may be ahead."""
    if published is None or day.earliest is None or day.latest is None:
        return True
    first, last = (date.fromisoformat(published) + timedelta(step) for step in (-FRESH, FRESH))
    return day.earliest <= last.isoformat() and first.isoformat() <= day.latest


def tier(story: Story, main: Story | None) -> str:
    """Whether an event is of the story or of its background."""
    if main is None or story.day is None or main.day is None:
        return "story" if len(story.origins) > 1 or any(m.lead for m in story.mentions) else "background"
    return "story" if distance(story.day, main.day) <= STORY_DAYS else "background"


def _salience(stories: Sequence[Story]) -> dict[str, float]:
    """How much each subject takes part, the most 1."""
    found: dict[str, set[int]] = {}
    for story in stories:
        for m in story.mentions:
            for p in m.participants:
                found.setdefault(p, set()).add(m.number)
    most = max(map(len, found.values()), default=1)
    return {name: len(numbers) / most for name, numbers in found.items()}
