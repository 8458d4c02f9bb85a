"""What is told of an entry's day and is no part of it: what somebody else does or says then, in a sentence of its own.

"Shares of the insurer fell on Monday", "the governor said late on Thursday that the dam was safe" and "ministers will meet on Tuesday" are
no details of the explosion of that day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.dossier.stories.alike import MAIN_ALIKE, likeness
from generator.dossier.stories.articles import terms
from generator.dossier.stories.event_words import MADE_KNOWN, NO_NEWS
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import OwnDay, own_words
from generator.dossier.stories.story import Story, is_vague
from generator.dossier.stories.vectors import Vectors

ANAPHOR = re.compile(r"(?:The|This|That|These|Those|Its|Their|His|Her) [a-z]")
# what a paper or an agency tells is what happened, not that it told it
MEDIA = frozenset("report reports reported reporting".split())


def another(story: Story, entry: Story, meanings: Vectors) -> bool:
    """Whether a main clause tells, with words for its day, of something else of the entry's day.

    Args:
        story: the event.
        entry: of which it might be a part.
        meanings: of words.
    """
    told = [m for m, day in zip(story.mentions, story.days, strict=True) if _tells_itself(m, day)]
    spots = {(m.number, m.event.sentence.start) for m in entry.mentions} if told else set()
    if not told or any((m.number, m.event.sentence.start) in spots for m in story.mentions):
        return False
    if any(m.word in MADE_KNOWN for m in told) and _is_said_by_another(told, entry):
        return True
    kinds = {kind for m in entry.mentions for kind in m.kinds}
    stems = {m.stem for m in entry.mentions}
    if not story.kinds.isdisjoint(kinds) or any(m.stem in stems for m in story.mentions):
        return False
    told = [m for m in told if m.word not in MADE_KNOWN and stems.isdisjoint(_named_before(m))]
    return bool(told) and likeness(story, entry, meanings) < MAIN_ALIKE


def _tells_itself(m: EventMention, day: OwnDay | None) -> bool:
    """Whether a sentence tells in its main clause and the past who did what on which day; "the ship" is who was named before."""
    event = m.event
    plain = event.clause == "main" and event.tense == "past" and event.status == "happened"
    # "the dam is safe, Mayor Horn said": who speaks need not open the sentence
    done_by = event.subject not in {None, "pronoun"} and (m.word in MADE_KNOWN or not ANAPHOR.match(m.sentence))
    names_it = m.word not in (NO_NEWS - MADE_KNOWN) | MEDIA and not is_vague(m.word, day)
    return plain and done_by and names_it and day is not None and own_words(day)


def _named_before(m: EventMention) -> list[str]:
    """The words of a sentence before its verb: "the quake hit the town" tells of the quake."""
    return terms(m.sentence[: m.event.trigger.start - m.event.sentence.start])


def _is_said_by_another(told: Sequence[EventMention], entry: Story) -> bool:
    """Whether those who speak are named, and none of them does or says what the entry tells."""
    known = doers(entry)
    return all(_doers(m) and _doers(m).isdisjoint(known) for m in told)


def doers(story: Story) -> frozenset[str]:
    """Those who are named as doing or saying it: who takes part and stands before its word."""
    return frozenset[str]().union(*map(_doers, story.mentions))


def _doers(m: EventMention) -> frozenset[str]:
    return m.before & frozenset(m.participants)
