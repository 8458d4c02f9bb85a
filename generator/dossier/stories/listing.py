"""What deserves an entry of the chronology: the story first, then what it recalls, and nothing that is only said, felt or still so.

What tells of the same moment as a better event of that day is a part of that event's entry (`belonging`); of the others those that are
worth it (`worth`) are listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from generator.dossier.stories import belonging, finer, telling, worth
from generator.dossier.stories.another import another
from generator.dossier.stories.day_votes import distance
from generator.dossier.stories.event_words import FURNITURE, IDLE, MADE_KNOWN, NO_NEWS, REPORTING
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.opening_days import is_news
from generator.dossier.stories.own_day import Ground, OwnDay, own_words
from generator.dossier.stories.story import Sentence, Story, kinds_told, tells
from generator.dossier.stories.vectors import Vectors, shipped
from generator.records.model import Record

SAYS_NOTHING = REPORTING | IDLE
ABOVE = 0.01  # by which the main event is worth more than any other
MONTH_LENGTH = len("2016-07")
STORY_DAYS = 14  # around the main event within which what happens is of its story
AGREEING = (
    2  # articles at least that have an event as their news, for it to be what the dossier is about if no words date it
)
FRESH = 10  # days before and after an article in which its news lies


def listed(stories: Sequence[Story], records: Sequence[Record]) -> None:
    """Give each event its score, its tier and the entry under which it stands."""
    _described(stories)
    meanings = shipped()
    main = _main_with_parts(stories, records, meanings)
    dossier = worth.about(stories, records, main.day if main else None)
    for story in stories:
        story.features = worth.features(story, dossier)
        story.score = worth.worth(story.features)
    entries = _entries(stories, main, meanings)
    if main is not None:  # whatever else is worth more, the news comes first
        main.score = max([main.score, *(entry.score + ABOVE for entry in entries if entry is not main)])
    for entry in entries:
        worthy = (
            entry is main or _edited(entry) or (entry.score >= worth.LEAST_SCORE and _is_certain(entry) and _stands(entry))
        )
        entry.tier = tier(entry, main, records) if worthy else "further"
    _shown_once([entry for entry in entries if entry.tier != "further"])


def _shown_once(entries: Sequence[Story]) -> None:
    """Let each entry know which sentences show the better ones: it is shown by another, if it has one.

    A year that is only named in sentences by which other entries are shown has none of its own: "convicted in 1961 and, in 1968, freed".
    """
    shown: set[Sentence] = set()
    for entry in sorted(entries, key=lambda s: (not s.main, -s.score, s.members[0])):
        entry.shown_elsewhere = frozenset(shown)
        m, _ = telling.best(entry)
        sentence = (m.number, m.event.sentence.start)
        if sentence in shown and _of_a_year(entry) and not _edited(entry):
            entry.tier = "further"
        shown.add(sentence)


def _of_a_year(story: Story) -> bool:
    return story.day is not None and story.day.grain >= worth.HALF_YEAR_GRAIN


def _described(stories: Sequence[Story]) -> None:
    """Give each event its kinds and its sentences, and "data" as its tier: it is on no page until it is an entry."""
    beside: dict[Sentence, frozenset[int]] = {}
    for m in (m for story in stories for m in story.mentions):
        at = (m.number, m.event.sentence.start)
        beside[at] = beside.get(at, frozenset()) | m.kinds
    for story in stories:
        story.kinds = kinds_told(story, beside)
        story.places = {(m.number, m.event.sentence.start) for m in story.mentions}
        story.leads = {(m.number, m.event.sentence.start): m.sentence for m in story.mentions if m.lead}
        story.tier = "data"


def _main_with_parts(stories: Sequence[Story], records: Sequence[Record], meanings: Vectors) -> Story | None:
    """The main event, with what tells of it under it."""
    main = main_event(stories, records)
    if main is None:
        return None
    clocks = belonging.clocks_of((m, d) for s in stories for m, d in zip(s.mentions, s.days, strict=True))
    main = belonging.headed([main, *belonging.gather(main, stories, clocks, meanings)])
    more = belonging.gather(main, stories, clocks, meanings)
    main = belonging.headed([main, *(s for s in stories if s.part_of is main and s not in more), *more])
    main.main = True
    return main


def _entries(stories: Sequence[Story], main: Story | None, meanings: Vectors) -> list[Story]:
    """Those that stand by themselves; the others under the best that they are part of."""
    known = _Entries()
    told = _main_clauses(stories)
    for story in sorted(stories, key=lambda s: (s is not main, _borrowed(s), _is_aside(s, told), -s.score, s.members[0])):
        if story.day is None or story.part_of is not None:
            continue
        story.part_of = next((entry for entry in known.near(story) if belonging.part(story, entry, meanings)), None)
        if story.part_of is not None:
            story.part_of.take(story)
        elif story is main or _in_words(story):
            known.add(story)
    return _on_their_days(_folded(known.all, meanings), stories)


def _main_clauses(stories: Sequence[Story]) -> set[Sentence]:
    """The sentences whose main clause has a day of its own."""
    return {
        (m.number, m.event.sentence.start)
        for story in stories
        for m, day in zip(story.mentions, story.days, strict=True)
        if m.event.clause == "main" and m.word not in SAYS_NOTHING - MADE_KNOWN and day is not None and own_words(day)
    }


def _is_aside(story: Story, told: set[Sentence]) -> bool:
    """Whether an event is told beside what its sentence tells: "as criticism grew, the club announced a vote"."""
    return all(m.event.clause == "adverbial" and (m.number, m.event.sentence.start) in told for m in story.mentions)


def _folded(entries: Sequence[Story], meanings: Vectors) -> list[Story]:
    """The entries without those that another one tells, too: all their sentences, or the same of the week or month that holds its day."""
    kept = _once_each_sentence(entries, meanings)
    by_month: dict[str, list[Story]] = {}
    for story in kept:
        if story.day and story.day.earliest and story.day.grain == 0 and story.score >= worth.LEAST_SCORE:
            by_month.setdefault(story.day.earliest[:MONTH_LENGTH], []).append(story)
    for story in kept:
        if story.main or story.score < worth.LEAST_SCORE or story.day is None or story.day.grain == 0:
            continue
        months = dict.fromkeys(day[:MONTH_LENGTH] for day in (story.day.earliest, story.day.latest) if day)
        inside = (e for month in months for e in by_month.get(month, ()))
        home = next((e for e in inside if belonging.once_more(story, e, meanings)), None)
        if home is not None:
            _put(story, home)
    return [story for story in kept if story.part_of is None]


def _on_their_days(entries: Sequence[Story], stories: Sequence[Story]) -> list[Story]:
    """The entries, those of a month or year on the day that the same event is told for elsewhere."""
    parts: dict[int, list[Story]] = {}
    for story in stories:
        if story.part_of is not None:
            parts.setdefault(id(story.entry), []).append(story)
    return [_headed(entry, parts.get(id(entry), ())) for entry in entries]


def _headed(entry: Story, parts: Sequence[Story]) -> Story:
    """An entry, or under what it stands from now on."""
    head = None if entry.main else finer.first(entry, parts) or finer.come_true(entry, parts)
    if head is None:
        return entry
    head.part_of, entry.part_of = None, head
    head.origins |= entry.origins
    head.score = max(head.score, entry.score)
    return head


def _once_each_sentence(entries: Sequence[Story], meanings: Vectors) -> list[Story]:
    """The entries without those whose sentences all stand under another one of that day by now."""
    kept: list[Story] = []
    holding: dict[Sentence, list[Story]] = {}  # by sentence, the entries that it stands under
    for story in entries:
        m = story.mentions[0]
        beside = holding.get((m.number, m.event.sentence.start), ())
        within = (e for e in beside if _on_one_day(story, e) and _all_in(story, e))
        home = next((e for e in within if not (story.apart if e.main else another(story, e, meanings))), None)
        if home is None:
            kept.append(story)
        else:
            _put(story, home)
        for place in sorted(story.places):
            holding.setdefault(place, []).append(home or story)
    return kept


def _put(story: Story, home: Story) -> None:
    story.part_of = home
    home.take(story)


def _on_one_day(story: Story, entry: Story) -> bool:
    """Whether the days of two events can be one."""
    return story.day is not None and entry.day is not None and distance(story.day, entry.day) == 0


def _all_in(story: Story, entry: Story) -> bool:
    return all((m.number, m.event.sentence.start) in entry.places for m in story.mentions)


def _borrowed(story: Story) -> bool:
    """Whether only the day of another word of their sentences dates an event: that one is told first."""
    return all(day is None or day.shared for day in story.days)


def _edited(story: Story) -> bool:
    """Whether an editor gave an event its day."""
    return story.day is not None and story.day.ground is Ground.EDITOR


def _is_certain(story: Story) -> bool:
    """Whether it is told as more than a possibility, on a day that is not in doubt."""
    return story.status != "hypothetical" and not (story.day and story.day.doubtful)


def _stands(story: Story) -> bool:
    """Whether what one source alone tells is understood by itself: no caption, and no sentence that leans on another."""
    m, _ = telling.best(story)
    return len(story.origins) > 1 or not (FURNITURE.search(m.sentence) or telling.points(m.sentence))


class _Entries:
    """The entries so far: by their days, and by what kind of event of which year they tell."""

    def __init__(self) -> None:
        self.all: list[Story] = []
        self._days: dict[tuple[str | None, str | None], list[Story]] = {}
        self._kin: dict[tuple[int, str], list[Story]] = {}

    def near(self, story: Story) -> list[Story]:
        """Those of which an event may be a part."""
        found = list(self._days.get(story.span, ()))
        for kind in sorted(story.kinds):
            found += (entry for entry in self._kin.get((kind, _year(story)), ()) if entry.span != story.span)
        return found

    def add(self, entry: Story) -> None:
        """One more."""
        self.all.append(entry)
        self._days.setdefault(entry.span, []).append(entry)
        for kind in sorted(entry.kinds):
            self._kin.setdefault((kind, _year(entry)), []).append(entry)


def _year(story: Story) -> str:
    return story.day.value[:4] if story.day else ""


def _in_words(story: Story) -> bool:
    """Whether a telling has a day of its own, or several tell of it; what is only said needs words for its day."""
    own = len(story.origins) > 1 or any(d is not None and not d.shared for d in story.days)
    if any(m.word not in SAYS_NOTHING for m in story.mentions):
        return own
    said = (d for m, d in zip(story.mentions, story.days, strict=True) if m.word in MADE_KNOWN)
    return any(d is not None and own_words(d) for d in said)


def main_event(stories: Sequence[Story], records: Sequence[Record]) -> Story | None:
    """The event that most of the articles tell of in headline or lead shortly after it, if they are of one story."""
    best = max(
        stories,
        key=lambda s: (_leads(s, records), s.news, _told_in_clauses(s), len(s.mentions), -s.members[0]),
        default=None,
    )
    if best is None:
        return None
    dated = any(m.lead and d is not None and own_words(d) for m, d in zip(best.mentions, best.days, strict=True))
    least = max(1 if dated else min(AGREEING, len(records)), len(records) / 4)
    return best if _leads(best, records) >= least else None


def _leads(story: Story, records: Sequence[Record]) -> int:
    """How many articles have an event as their news."""
    day = story.day
    if day is None or day.doubtful:
        return 0
    told = {m.number for m in story.mentions if m.lead and (story.news or m.word not in NO_NEWS) and tells(m)}
    return sum(_near(day, records[number].metadata.published) for number in told)


def _told_in_clauses(story: Story) -> int:
    """How many articles tell an event in a clause of headline or lead: who "releases a patch" tells it, "attacks" only names them."""
    return len({m.number for m in story.mentions if m.lead and m.event.clause != "noun"})


def _near(day: OwnDay, published: str | None) -> bool:
    """Whether a day lies about when an article appeared, as far as that is known; news may be ahead."""
    if published is None or day.earliest is None or day.latest is None:
        return True
    first, last = (date.fromisoformat(published) + timedelta(step) for step in (-FRESH, FRESH))
    return day.earliest <= last.isoformat() and first.isoformat() <= day.latest


def tier(story: Story, main: Story | None, records: Sequence[Record]) -> str:
    """Whether an event is of the story or of its background: what an article has as its news is never background.

    Args:
        story: the event.
        main: what most of the articles are about.
        records: the articles.
    """
    if any(map(partial(_is_news, records), story.mentions, story.days)):
        return "story"
    if main is None or story.day is None or main.day is None:
        return "story" if len(story.origins) > 1 or any(m.lead for m in story.mentions) else "background"
    return "story" if distance(story.day, main.day) <= STORY_DAYS else "background"


def _is_news(records: Sequence[Record], m: EventMention, day: OwnDay | None) -> bool:
    """Whether an article of about that day tells in its lead, or in the main clause of a sentence, what happened then."""
    if day is None or day.grain or not day.earliest or not (m.lead or m.event.clause == "main"):
        return False
    published = records[m.number].metadata.published
    return published is not None and is_news(day.earliest, published)
