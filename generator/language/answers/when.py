"""When the main event happened: the times of an article, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from datetime import date

from generator.language.answers.ranking import Candidate, Feature
from generator.language.answers.story import REPORTING, Story
from generator.language.times import TimeExpression
from generator.language.words import Words

CLAUSAL = frozenset({"ccomp", "parataxis"})
PARTS = frozenset("morning afternoon evening night".split())
STEPS = 6  # up the parse from a time to what it belongs to
OFTEN_A_DAY = 4  # mentions of a day from which it does not matter how many there are
WEEK, SEASON = 7, 60  # days
TOP = frozenset({"0", "1", "2", "3-4"})
FAR = 20  # sentences of the story whose times are asked


def when(story: Story) -> Iterator[Candidate]:
    """The times of an article; that of telling only where no day of what is told stands near the top."""
    if not story.lead:
        return
    words = story.words
    days = Counter(time.earliest for time in story.doc._.times if _is_one_day(time))
    seen: set[str] = set()
    asked = _asked(story)
    told = any(_tells_a_day(story, n, time) for n, time in asked)
    for n, time in asked:
        if not told or _belongs_to(words, n) != "telling":
            yield Candidate((time.start, time.end), tuple(_features(story, time, n, days, time.value not in seen)))
        seen.add(time.value)


def _asked(story: Story) -> list[tuple[int, TimeExpression]]:
    """The times that say when, with their tokens, down to some sentence."""
    words = story.words
    limit = words.sent[story.lead[0][0]] + FAR
    placed = ((bisect_right(words.start, time.start) - 1, time) for time in story.doc._.times if not _is_length(time))
    return [(n, time) for n, time in placed if words.sent[n] <= limit]


def _tells_a_day(story: Story, n: int, time: TimeExpression) -> bool:
    """Whether a time near the top is a day of what is told that has just been."""
    near = _is_one_day(time) and _distance(time, story.doc._.published) in {"now", "week"}
    return near and story.order(n) in TOP and _belongs_to(story.words, n) == "told"


def _is_length(time: TimeExpression) -> bool:
    """Whether an expression says how long or how often, and not when; "over the past few days" says when, too."""
    return time.type == "SET" or (time.type == "DURATION" and time.earliest is None)


def _is_one_day(time: TimeExpression) -> bool:
    return time.earliest is not None and time.earliest == time.latest


def _features(story: Story, time: TimeExpression, n: int, days: Counter[str | None], first: bool) -> Iterator[Feature]:
    """What speaks for and against a time."""
    yield "one day, distance", _is_one_day(time), _distance(time, story.doc._.published)
    yield from (("further than", order) for order in story.above(n))
    yield "often", min(days[time.earliest], OFTEN_A_DAY) if _is_one_day(time) else 0
    yield "first", first
    yield "belongs to", _belongs_to(story.words, n)
    yield "sentence about it", story.shared(n)


def _distance(time: TimeExpression, published: date | None) -> str:
    """How far a time lies from the day of publication."""
    if published is None or time.earliest is None or time.latest is None:
        return "open"
    if time.earliest > published.isoformat():
        return "ahead"
    days = (published - date.fromisoformat(time.latest)).days
    if days <= 1:
        return "now"
    return "week" if days <= WEEK else "season" if days <= SEASON else "past"


def _belongs_to(words: Words, n: int) -> str:
    """To what a time belongs: what is told, the telling, or something only mentioned."""
    if _aside(words, n):
        return "aside"
    return "telling" if _of_telling(words, n) else "told"


def _aside(words: Words, n: int) -> bool:
    """Whether a time belongs to something that is only mentioned: "Tuesday's election", "the man, who left on Friday"."""
    for _ in range(STEPS):
        if words.full_dep[n] in {"nmod:poss", "poss"}:
            return True
        if words.dep[n] == "compound" and words.pos[words.head[n]] == "NOUN" and words.lemma[words.head[n]] not in PARTS:
            return True
        if words.dep[n] == "acl" and any(words.tag[c] in {"WP", "WDT"} for c in words.children[n]):
            return True
        if words.head[n] == n:
            return False
        n = words.head[n]
    return False


def _of_telling(words: Words, n: int) -> bool:
    """Whether a time is that of telling, not of what is told: "nine people died, rescuers said on Saturday"."""
    for _ in range(3):
        n = words.head[n]
        if words.pos[n] == "VERB":
            if words.lemma[n] not in REPORTING:
                return False
            below = {words.dep[c] for c in words.children[n]}
            # the parser takes ", rescuers said" for either
            behind = words.dep[n] in {"parataxis", "conj"} and "cc" not in below
            return behind or not below.isdisjoint(CLAUSAL)
    return False
