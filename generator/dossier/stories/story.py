"""One event with all that the dossier tells of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.dossier.stories.day_votes import same
from generator.dossier.stories.event_words import STATE_VERBS
from generator.dossier.stories.mentions import PAST, EventMention
from generator.dossier.stories.own_day import OwnDay
from generator.dossier.stories.vectors import Array

# words that name no event by themselves: another word of their sentence does
VAGUE = frozenset(
    "happened happen happens occurred occur occurs came took followed left made led began begin started ended brought carried event "
    "events incident incidents accident episode place saw caused resulted".split()
)
MINUTE = re.compile(r"T\d\d:\d\d$")
Sentence = tuple[int, int]  # the record, and where the sentence begins


@dataclass(slots=True, eq=False)
class Story:
    """One event with all that the dossier tells of it."""

    members: list[int]  # places in the mentions
    mentions: list[EventMention]
    days: list[OwnDay | None]  # of each member
    sources: list[str]  # of each member, who published it
    day: OwnDay | None = None
    owner: int = 0  # number of the record whose words give the day
    main: bool = False  # what the dossier is about
    apart: bool = (
        False  # no part of the main event: several tell it as what followed, or it is a minute of a day told by minutes
    )
    news: bool = False  # what leads tell without a day in words
    ahead: bool = False  # its day lies after all articles that tell of it
    differ: list[OwnDay] = field(default_factory=list)
    overtaken: list[OwnDay] = field(default_factory=list)  # for which it was planned first: they do not vote
    origins: frozenset[str] = frozenset()
    kinds: frozenset[int] = frozenset()  # that its words tell of; of words that name no event, those of their sentences
    places: set[Sentence] = field(default_factory=set)  # its sentences, and those of what belongs to it
    leads: dict[Sentence, str] = field(default_factory=dict)  # of those the headlines and leads
    shown_elsewhere: frozenset[Sentence] = frozenset()  # sentences by which better entries are shown
    meaning: Array | None = None  # of its sentences
    features: Mapping[str, float] = field(default_factory=dict)  # what its score is made of
    score: float = 0.0
    part_of: Story | None = None
    tier: str = "further"

    def take(self, other: Story) -> None:
        """Hold the sentences of another one: it stands under this."""
        self.places |= other.places
        self.leads |= other.leads

    @property
    def status(self) -> str:
        """Told in the past by anybody, it happened; else as those tell it that give its day.

        What lies ahead of all that tell it is planned.
        """
        if self.ahead:
            ahead = [s for m in self.mentions if (s := m.event.status) != "happened"]
            return max(dict.fromkeys(ahead), key=ahead.count, default="planned")
        if any(m.event.status == "happened" and (m.event.tense in PAST or m.event.clause is None) for m in self.mentions):
            return "happened"
        dated = [
            m.event.status for m, d in zip(self.mentions, self.days, strict=True) if d and self.day and same(d, self.day)
        ]
        found = dated or [m.event.status for m in self.mentions]
        return "happened" if "happened" in found else max(dict.fromkeys(found), key=found.count)

    @property
    def entry(self) -> Story:
        """The entry under which it stands; itself where it is one."""
        return self if self.part_of is None else self.part_of.entry

    @property
    def span(self) -> tuple[str | None, str | None]:
        """Its first and last day."""
        return (self.day.earliest or self.day.value, self.day.latest) if self.day else (None, None)


def minute(day: OwnDay) -> str:
    """The minute of a day, if words say it."""
    found = MINUTE.search(day.value)
    return found[0] if found else ""


def tells(m: EventMention) -> bool:
    """Whether a mention tells an event, rather than names it beside its news: "a big hit from the tax overhaul"."""
    return bool(m.kinds) or m.event.clause in {None, "main", "reported"} or (m.title and m.event.clause != "noun")


def is_vague(word: str, day: OwnDay | None) -> bool:
    """Whether a word names nothing by itself; "at 10:12 the scale becomes clear" does, minute by minute."""
    return word in VAGUE or (word in STATE_VERBS and not (day and minute(day)))


def kinds_told(story: Story, beside: Mapping[Sentence, frozenset[int]]) -> frozenset[int]:
    """The kinds of event that a story's words tell of.

    Args:
        story: the event.
        beside: of each sentence the kinds of event in it.
    """
    return frozenset(
        kind
        for m, day in zip(story.mentions, story.days, strict=True)
        for kind in (m.kinds or (beside[m.number, m.event.sentence.start] if is_vague(m.word, day) else ()))
    )
