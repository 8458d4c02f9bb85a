"""What is told under another entry: the details of an event, its retellings, and all that is told of the main event's day.

"It happened at 5:52", "a meteor streaked" and "was captured on video" are one entry; "the driver was arrested" is one of its own where
several sources tell it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.dossier.stories.alike import MAIN_ALIKE, likeness
from generator.dossier.stories.another import another, doers
from generator.dossier.stories.covering import covered
from generator.dossier.stories.day_votes import agreed, distance, fits, same
from generator.dossier.stories.event_words import CONSEQUENCES, MADE_KNOWN, NO_NEWS
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import Ground, OwnDay, own_words
from generator.dossier.stories.story import Sentence, Story, is_vague, minute, tells
from generator.dossier.stories.vectors import Vectors

DAYS_RETOLD = 2  # days after the main event on which it is still told without its day
MONTH_GRAIN = 3  # the grain of a month
ROUNDS = 3  # in which the main event gathers its parts
KNOWN_ALIKE = 0.55  # likeness of sentences that both tell that something was made known that day
KIN_ALIKE, SAME_ALIKE = 0.6, 0.75  # likeness of sentences that tell of one thing, of one kind or not
ALONE_ALIKE = 0.6  # of two events of one day that one source each tells
HELD_ALIKE = 0.8  # and where one of them names only the week or month
NEWS_ALIKE = 0.5  # and of headlines and leads of those days that name the same
MINUTES = 3  # times of day that an article names where it tells a day minute by minute
TOLD = frozenset({"happened", "planned"})  # statuses of what is told as a fact or for certain
TELL_APART = 3  # independent sources by which what followed the main event has an entry of its own


def part(story: Story, entry: Story, meanings: Vectors) -> bool:
    """Whether an event is told as a part of another one of its day.

    Args:
        story: the event.
        entry: the better one.
        meanings: of words.
    """
    if story.day is None or entry.day is None or distance(story.day, entry.day) > 0 or (entry.main and story.apart):
        return False
    if not entry.main and another(story, entry, meanings):
        return False
    kin = not story.kinds.isdisjoint(entry.kinds) or (_made_known(story) and _made_known(entry))
    beside = _beside(story, entry.places)
    if story.span == entry.span and 2 * beside >= len(story.mentions):
        return True
    if not beside and _clocks_differ(story.day, entry.day):
        return False  # minute by minute
    if _said_by_the_same(story, entry):
        return True
    if not story.kinds.isdisjoint(entry.kinds) and story.span == entry.span and story.day.grain <= MONTH_GRAIN:
        return True
    return _alike_enough(story, entry, kin, ALONE_ALIKE if _alone(story, entry) else SAME_ALIKE, meanings)


def _alone(story: Story, entry: Story) -> bool:
    """Whether each of two events of one day is told by one source alone, and neither is what the dossier is about."""
    exact = story.day is not None and story.day.grain == 0
    return exact and not entry.main and len(story.origins) == 1 and len(entry.origins) == 1


def _made_known(story: Story) -> bool:
    """Whether an event is that somebody said or announced something."""
    return all(m.word in MADE_KNOWN for m in story.mentions)


def _said_by_the_same(story: Story, entry: Story) -> bool:
    """Whether one speaker says both on one day: "the premier said on Monday that", "on Monday, the premier said"."""
    return _made_known(story) and _made_known(entry) and not doers(story).isdisjoint(doers(entry))


def once_more(story: Story, entry: Story, meanings: Vectors) -> bool:
    """Whether an event of a week or month is that of a day in it, told again: "took to Twitter earlier this month"."""
    if story.day is None or entry.day is None or minute(entry.day) or distance(story.day, entry.day) > 0:
        return False
    if len(story.origins) > len(entry.origins):
        return False  # what several tell is no other name of what one tells
    return entry.day.grain == 0 < story.day.grain <= MONTH_GRAIN and likeness(story, entry, meanings) >= HELD_ALIKE


def apart(story: Story, main: Story, clocks: Mapping[int, int], meanings: Vectors) -> bool:
    """Whether what is told of the main event's day is no part of it: a minute of a day that is told by minutes, a consequence, or another.

    A minute that is told in the main event's words is its own: "it came off the tracks at around 6 a.m."

    Args:
        story: the event.
        main: what most of the articles are about.
        clocks: by number of the record, how many times of day it names.
        meanings: of words.
    """
    if story.day is None or main.day is None or not _about_then(story, main):
        return False
    by_minutes = _has_own_minute(story.day, main.day) and _by_minutes(story, clocks)
    other = by_minutes and (bool(minute(main.day)) or likeness(story, main, meanings) < MAIN_ALIKE)
    return other or _followed(story, main) or (another(story, main, meanings) and not _in_its_words(story, main, meanings))


def _in_its_words(story: Story, main: Story, meanings: Vectors) -> bool:
    """Whether an event of exactly the main event's day is told in the words of its headlines and leads."""
    return story.span == main.span and covered(story, main, meanings)


def of_main(story: Story, main: Story, meanings: Vectors) -> bool:
    """Whether an event is told as a part of the main event: what its articles tell of its day is, or retells it a little later.

    Args:
        story: the event.
        main: what most of the articles are about.
        meanings: of words.
    """
    kin = not story.kinds.isdisjoint(main.kinds)
    if story.day is not None and story.day.doubtful:  # "on Sunday" in a page that was fetched two months later
        return main.day is not None and kin
    if story.apart or not _about_then(story, main):
        return False
    return (
        _told_on_its_day(story, main, kin) or _told_again(story, main, kin, meanings) or _news_again(story, main, meanings)
    )


def _about_then(story: Story, main: Story) -> bool:
    """Whether an event is of the days of the main event, as far as that is known for certain."""
    if story.day is None or main.day is None or story.day.doubtful:
        return False
    return distance(story.day, main.day) <= DAYS_RETOLD


def _told_on_its_day(story: Story, main: Story, kin: bool) -> bool:
    """Whether an event is of the main event's day and told where that is told, or told without a day of its own a little later."""
    beside = _beside(story, main.places)
    if story.span == main.span:
        exact = story.day is not None and story.day.grain == 0
        if (exact and _told_together(story, main)) or 2 * beside >= len(story.mentions):
            return True
    return _retold(story, main, kin or (beside > 0 and len(story.origins) > 1))


def _told_again(story: Story, main: Story, kin: bool, meanings: Vectors) -> bool:
    """Whether an event of the main event's day or month is that event in other words."""
    if story.day is None or main.day is None or distance(story.day, main.day) > 0 or _clocks_differ(story.day, main.day):
        return False
    if kin and story.span == main.span and story.day.grain <= MONTH_GRAIN:
        return True
    return _alike_enough(story, main, kin, MAIN_ALIKE, meanings)


def _news_again(story: Story, main: Story, meanings: Vectors) -> bool:
    """Whether what one headline or lead tells without any day is the news of the days before: "the two call it quits"."""
    if story.day is None or main.day is None or not all(m.lead for m in story.mentions):
        return False
    if any(day is not None and day.ground is not Ground.PUBLISHED for day in story.days):
        return False
    after = bool(story.day.earliest and main.day.latest) and (main.day.earliest or "") <= (story.day.earliest or "")
    named = frozenset.union(*(m.before | m.after for m in main.mentions))
    alike = any(named & (m.before | m.after) for m in story.mentions)
    return after and alike and likeness(story, main, meanings) >= NEWS_ALIKE


def gather(main: Story, stories: Sequence[Story], clocks: Mapping[int, int], meanings: Vectors) -> list[Story]:
    """Put what tells of the main event under it: "killed" and "wounded" are of the shooting."""
    gathered: list[Story] = []
    for _ in range(ROUNDS):
        loose = [s for s in stories if s is not main and s.part_of is None]
        for story in loose:
            story.apart = apart(story, main, clocks, meanings)
        found = [s for s in loose if of_main(s, main, meanings)]
        for story in found:
            story.part_of = main
            main.take(story)
            if len(story.origins) > 1:
                main.kinds |= story.kinds
        gathered += found
        if not found:
            break
    return gathered


def headed(moment: Sequence[Story]) -> Story:
    """The main event and its parts under the one that most tell of, on the day that all tellings of its kind together give.

    Args:
        moment: the main event first, then what tells of it.
    """
    told = [story for story in moment if story.status in TOLD]
    kin = [story for story in told if not story.kinds.isdisjoint(moment[0].kinds)] or [moment[0]]
    day, _ = agreed(
        (source, day)
        for story in kin
        for source, day in zip(story.sources, story.days, strict=True)
        if day is not None and _votes(day, story) and not _coarser(day, moment[0].day)
    )
    head = _most_told(moment, day)
    given = _giving(day, [head]) or ([] if _stands_on_another(head, day) else _giving(day, kin))
    if given:
        head.day, head.owner = max(given, key=lambda pair: (own_words(pair[0]), pair[0].ground))
    for story in moment:
        story.part_of = None if story is head else head
        if story.day and story.day.doubtful:
            story.day, story.owner = head.day, head.owner
        head.take(story)
        head.kinds |= story.kinds
        if story in kin:  # who tells only that the ship left does not tell that it sank
            head.origins |= story.origins
    return head


def _stands_on_another(story: Story, day: OwnDay | None) -> bool:
    """Whether the tellings of a story themselves give an exact day that is not this one."""
    own = story.day
    return own is not None and own.grain == 0 and not own.shared and not own.doubtful and not (day and same(own, day))


def _votes(day: OwnDay, story: Story) -> bool:
    """Whether a telling's day says on which day an event was: not in doubt, and not of a plan that was overtaken."""
    return not day.doubtful and not any(day is past for past in story.overtaken)


def _coarser(day: OwnDay, main: OwnDay | None) -> bool:
    """Whether a day tells less than that of the main event: "this quarter" of what was said on Friday."""
    return main is not None and day.grain > main.grain


def _most_told(moment: Sequence[Story], day: OwnDay | None) -> Story:
    """The story that most tell of: as news, on that day, in headline or lead."""
    most = max(_leads(story) for story in moment)

    def rank(story: Story) -> tuple[float, ...]:
        news = story.status in TOLD and (story.news or not all(m.word in NO_NEWS for m in story.mentions))
        given = any(own and own_words(own) and day and same(own, day) for own in story.days)
        leads = _leads(story)
        on_day = given and 2 * leads >= most
        told = any(map(tells, story.mentions))
        return story.news, news, told, on_day, leads, len(story.origins), len(story.mentions), -story.members[0]

    return max(moment, key=rank)


def _giving(day: OwnDay | None, moment: Sequence[Story]) -> list[tuple[OwnDay, int]]:
    """The days of tellings that are this day, and the numbers of their records."""
    told = ((own, m.number) for story in moment for own, m in zip(story.days, story.mentions, strict=True))
    return [(own, number) for own, number in told if own and day and same(own, day)]


def _leads(story: Story) -> int:
    """How many sources tell an event in headline or lead."""
    return len({source for m, source in zip(story.mentions, story.sources, strict=True) if m.lead and tells(m)})


def clocks_of(mentions: Iterable[tuple[EventMention, OwnDay | None]]) -> dict[int, int]:
    """By number of the record, how many times of day it names for events."""
    found: dict[int, set[str]] = {}
    for m, day in mentions:
        if day is not None and minute(day):
            found.setdefault(m.number, set()).add(day.value)
    return {number: len(values) for number, values in found.items()}


def _beside(story: Story, places: set[Sentence]) -> int:
    """How many of an event's tellings stand in sentences that tell of another."""
    return sum((m.number, m.event.sentence.start) in places for m in story.mentions)


def _clocks_differ(one: OwnDay, other: OwnDay) -> bool:
    return bool(minute(one) and minute(other)) and minute(one) != minute(other)


def _has_own_minute(day: OwnDay, main: OwnDay) -> bool:
    """Whether words say at what time it was, and it is not the main event's."""
    return bool(minute(day)) and day.value != main.value and own_words(day)


def _by_minutes(story: Story, clocks: Mapping[int, int]) -> bool:
    """Whether the articles that say at what time it was tell the day minute by minute."""
    return any(clocks.get(m.number, 0) >= MINUTES for m in story.mentions)


def _told_together(story: Story, main: Story) -> bool:
    """Whether most of an event's tellings stand in articles that tell of the main event."""
    articles = {number for number, _ in main.places}
    return 2 * sum(m.number in articles for m in story.mentions) > len(story.mentions)


def _followed(story: Story, main: Story) -> bool:
    """Whether several sources tell what followed the main event: "the driver was arrested" is no detail of "the tram derailed"."""
    named = {kind for m in story.mentions for kind in m.kinds} & CONSEQUENCES
    if not named or not named.isdisjoint({kind for m in main.mentions for kind in m.kinds}):
        return False
    own = {
        source
        for m, source in zip(story.mentions, story.sources, strict=True)
        if m.kinds and m.event.status == "happened" and m.event.clause != "noun"
    }
    return len(own) >= TELL_APART


def _alike_enough(story: Story, entry: Story, kin: bool, alike: float, meanings: Vectors) -> bool:
    """Whether the sentences of two events whose days fit are so alike that they tell of one thing."""
    if story.day is None or entry.day is None or not fits(story.day, entry.day):
        return False
    exact = story.span == entry.span
    vague = all(is_vague(m.word, day) for m, day in zip(story.mentions, story.days, strict=True))
    least = KIN_ALIKE if kin or (exact and vague) else alike if exact else 1.0
    if _made_known(story) and _made_known(entry):
        least = min(least, KNOWN_ALIKE)
    return likeness(story, entry, meanings) >= least


def _retold(story: Story, main: Story, akin: bool) -> bool:
    """Whether an event without a day of its own words tells of the main event of a day or two before."""
    if not akin or story.day is None or main.day is None or any(d and own_words(d) for d in story.days):
        return False
    return bool(story.day.earliest and main.day.latest) and 0 <= distance(main.day, story.day) <= DAYS_RETOLD
