"""When the main event happened.

The costs are rules. A model fitted on the answers that people noted (as for the other questions) found their words as often (.74 of 74
against .72), but on twelve dossiers with noted days it gave a wrong day more often (33 of 71 articles against 22).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from datetime import date

from generator.language.answers.ranking import Offsets
from generator.language.answers.story import REPORTING, Story
from generator.language.times import TimeExpression
from generator.language.words import Words

CLAUSAL = frozenset({"ccomp", "parataxis"})
PARTS = frozenset("morning afternoon evening night".split())
FAR = 20  # sentences from which on it does not matter how far down a time stands
# costs of a time
PER_SENTENCE = 0.35
OFTEN_A_DAY = 0.5  # less for every mention of the same day
ASIDE = 1.5
TELLING = 2.0  # more than a day before the day of publication costs
RECENT = 60  # days before publication in which a month or year can be that of the news
WORST = 6.0  # from here on it is no answer


def when(story: Story) -> list[Offsets]:
    """Days and times of day of the lead, the nearest first; coarser dates only where there is nothing better."""
    if not story.lead:
        return []
    words = story.words
    opened = words.sent[story.lead[0][0]]
    days = Counter(time.earliest for time in story.doc._.times if time.earliest == time.latest)
    found = []
    for time in story.doc._.times:
        if time.type not in {"DATE", "TIME"} or time.value.endswith("_REF"):
            continue
        n = bisect_right(words.start, time.start) - 1
        aside = _aside(words, n)
        cost = PER_SENTENCE * min(max(0, words.sent[n] - opened), FAR) + _cost_of_day(time, days, story.doc._.published)
        cost += ASIDE if aside else 0
        if cost < WORST:
            found.append((cost + (TELLING if not aside and _of_telling(words, n) else 0), time.start, time.end))
    return [(start, end) for _, start, end in sorted(found)]


def _cost_of_day(time: TimeExpression, days: Counter[str | None], published: date | None) -> float:
    """How unlikely a time is as that of the news, by its grain and its distance from the day of publication."""
    if time.earliest is None or time.earliest != time.latest:
        cost = 1.0 if time.type == "TIME" else 4.0  # a week, a year
        past = published is not None and time.latest and (published - date.fromisoformat(time.latest)).days > RECENT
        return cost + (4.0 if past else 0.0)
    cost = -OFTEN_A_DAY * min(4, days[time.earliest])
    if published is not None:
        before = (published - date.fromisoformat(time.earliest)).days
        cost += 0 if 0 <= before <= 1 else 1.5 if 1 < before <= 7 else 5
    return cost


def _aside(words: Words, n: int) -> bool:
    """Whether a time belongs to something that is only mentioned: "Tuesday's election", "the man, who left on Friday"."""
    for _ in range(6):
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
