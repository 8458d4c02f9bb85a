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

from generator.dossier.stories.event_day import Ground, OwnDay, distance, fits
from generator.dossier.stories.event_words import REPORTING
from generator.dossier.stories.mentions import EventMention
from generator.records.model import Record

# what is felt, seen, known or still so: "remains in hospital", "the city looks calm", "it seemed out of the ordinary"
STATES = frozenset(
    "remain remains remained remaining feel feels felt feeling seem seems seemed look looks looked looking believe "
    "believes believed think thinks thought thinking know knows knew known want wants wanted hope hopes hoped fear "
    "fears feared worry worries worried love loves loved like likes liked hate hates hated wonder wonders wondered "
    "wondering happen happens happening unfold unfolds unfolding lie lies lying lay live lives lived living work "
    "works worked working stand stands stood standing sit sits sat sitting wait waits waited waiting need needs "
    "needed mean means meant keep keeps kept stay stays stayed staying continue continues continuing include "
    "includes included including involve involves involved show shows showed showing shown see sees saw seen watch "
    "watches watched watching hear heard hears describe describes described describing recall recalls recalled call "
    "calls called calling talk talks talked talking speak speaks speaking become becomes became understand "
    "understood expect expects concern concerned suspected spend spends spent attend attends play plays played "
    "playing owned managed raised grew considered compared considering appear appears appeared try tries tried "
    "trying help helps helped helping use uses used using make makes making take takes taking get gets getting got "
    "come comes coming go goes going went fighting welcome welcomes aim aims appeal urge trust scattered struggling "
    "mourn mourns mourning comment comments dabbled posted shared find figure".split()
)
# words that name no event by themselves: another word of their sentence does
VAGUE = frozenset(
    "happened happen happens occurred occur occurs came took followed left made led began begin started ended brought carried event "
    "events incident incidents accident episode place saw caused resulted".split()
)
FURNITURE = re.compile(
    r"^(?:photos?|file photo|picture[ds]?|image|video|watch|read more|related|story highlights|just watched|must watch"
    r"|replay|chat with|find out|sign up|follow us|share this|a post shared|grab from|hide caption|toggle caption"
    r"|media caption|image (?:copyright|caption))\b"
    r"|\b(?:getty images|ap photo|afp/getty|file pic(?:ture)?|pic\.twitter|a post shared by)\b",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
SMALL = frozenset(
    "the a an of in on at to for with by from and or but as is was were are be been has had have he she it they his her its their "
    "that this which who not will would after before during also first two said says when while more than some about into out over".split()
)


@dataclass(slots=True)
class Story:
    """One event with all that the dossier tells of it."""

    members: list[int]  # places in the mentions
    mentions: list[EventMention]
    days: list[OwnDay | None]  # of each member
    day: OwnDay | None = None
    differ: list[OwnDay] = field(default_factory=list)
    origins: frozenset[str] = frozenset()
    kinds: frozenset[int] = frozenset()  # that its words tell of; of words that name no event themselves, those of their sentences
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
    "origins": 1.2,  # the logarithm of how many independent sources tell of it
    "tellings": 0.3,
    "title": 1.0,  # a headline tells of it
    "lead": 0.6,
    "own day": 0.7,  # words date it, not its neighbour
    "in words": 0.3,
    "kind": 0.5,  # a kind of event that news is about
    "salience": 0.5,
    "close": 1.0,  # to the day of the main event
    "coarse": -0.3,  # for each grain
    "inferred": -0.4,
    "reporting": -3.0,
    "state": -2.6,
    "vague": -0.3,
    "quoted": -0.8,  # somebody says it
    "furniture": -2.0,
    "open": -0.8,  # negated, or only possible
    "doubtful": -3.0,
}
LEAST = 1.2  # the score from which an event is worth an entry


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
        "tellings": math.log(len(told)),
        "title": float(any(m.title for m in told)),
        "lead": float(any(m.lead for m in told)),
        "own day": float(any(d is not None and not d.shared and d.ground > Ground.PUBLISHED for d in story.days)),
        "in words": float(any(d is not None and d.ground >= Ground.WORDS for d in story.days)),
        "kind": sum(bool(m.kinds) for m in told) / len(told),
        "salience": max((salience.get(p, 0.0) for m in told for p in m.participants), default=0.0),
        "close": math.exp(-distance(day, main) / 3) if day and main else 0.0,
        "coarse": float(day.grain if day else 0) / 2,
        "inferred": float(bool(day and day.ground is Ground.PUBLISHED)),
        "quoted": quoted,
        "furniture": sum(bool(FURNITURE.search(m.sentence)) for m in told) / len(told),
        "open": float(story.status in {"negated", "hypothetical"}),
        "doubtful": float(bool(day and day.doubtful)),
        **share,
    }
    return found


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


def content(sentence: str) -> frozenset[str]:
    """The words of a sentence that tell something."""
    return frozenset(word for word in WORD.findall(sentence.lower()) if word not in SMALL)


def part(story: Story, entry: Story, is_main: bool) -> bool:
    """Whether an event is told as a part of another one of its day.

    Args:
        story: the event.
        entry: the better one.
        is_main: whether the entry is the main event: what headlines and first sentences tell of its day is that.
    """
    if story.day is None or entry.day is None or not fits(story.day, entry.day):
        return False
    if max(story.day.grain, entry.day.grain) > 3 and story.day.grain != entry.day.grain:
        return False
    places = {(m.number, m.event.sentence.start) for m in entry.mentions}
    beside = sum((m.number, m.event.sentence.start) in places for m in story.mentions)
    if 2 * beside >= len(story.mentions):
        return True
    if story.kinds & entry.kinds:
        return True
    if is_main and story.day.earliest == entry.day.earliest and any(m.title or m.position <= 1 for m in story.mentions):
        return True
    told = [content(m.sentence) for m in story.mentions]
    others = [content(m.sentence) for m in entry.mentions]
    alike = max((len(a & b) / max(1, min(len(a), len(b))) for a in told for b in others), default=0.0)
    return alike >= (0.3 if all(m.word in VAGUE for m in story.mentions) else 0.5)


NO_NEWS = REPORTING | STATES
STORY_DAYS = 14  # around the main event within which what happens is of its story
FEW_ENTRIES, LEAST_OF_FEW = 10, -1.5  # so many are listed even where their scores are lower


def listed(stories: Sequence[Story], records: Sequence[Record]) -> None:
    """Give each event its score, its tier and the entry under which it stands."""
    salience = _salience(stories)
    quotes = {number: quoted_spans(record) for number, record in enumerate(records)}
    main = main_event(stories, len(records))
    beside: dict[tuple[int, int], frozenset[int]] = {}
    for m in (m for story in stories for m in story.mentions):
        at = (m.number, m.event.sentence.start)
        beside[at] = beside.get(at, frozenset()) | m.kinds
    for story in stories:
        story.kinds = kinds_told(story, beside)
        found = features(story, salience, inside_quotes(story, quotes), main.day if main else None)
        story.score = worth(found)
    entries: dict[str, list[Story]] = {}
    count = 0
    for story in sorted(stories, key=lambda s: (-s.score, s.members[0])):
        if story.day is None:
            story.tier = "data"
            continue
        near = entries.get(_month(story.day), ())
        story.part_of = next((entry for entry in near if part(story, entry, entry is main)), None)
        if story.part_of or not _in_words(story):
            story.tier = "data"
            continue
        worthy = story.score >= (LEAST if count >= FEW_ENTRIES else LEAST_OF_FEW)
        story.tier = tier(story, main) if worthy and not story.day.doubtful else "further"
        count += story.tier != "further"
        entries.setdefault(_month(story.day), []).append(story)


def _in_words(story: Story) -> bool:
    """Whether a telling has a day of its own, or several tell of it, and it is no report of what somebody said."""
    own = len(story.origins) > 1 or any(d is not None and not d.shared for d in story.days)
    return own and any(m.word not in REPORTING for m in story.mentions)


def _month(day: OwnDay) -> str:
    return day.value[:7]


def kinds_told(story: Story, beside: Mapping[tuple[int, int], frozenset[int]]) -> frozenset[int]:
    """The kinds of event that a story's words tell of.

    Args:
        story: the event.
        beside: of each sentence (its record and start) the kinds of event in it.
    """
    return frozenset(
        kind
        for m in story.mentions
        for kind in (m.kinds or (beside[m.number, m.event.sentence.start] if m.word in VAGUE | STATES else ()))
    )


def main_event(stories: Sequence[Story], articles: int) -> Story | None:
    """The event that most of the articles tell of in headline or lead, if they are of one story."""
    best = max(stories, key=lambda s: (_leads(s), len(s.mentions), -s.members[0]), default=None)
    return best if best is not None and 4 * _leads(best) >= articles else None


def _leads(story: Story) -> int:
    return len({m.number for m in story.mentions if m.lead and m.word not in NO_NEWS}) if story.day else 0


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
