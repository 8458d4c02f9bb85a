"""When and where the main event happened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from generator.language.answers.story import Story

Offsets = tuple[int, int]
PLACES = frozenset({"GPE", "LOC", "FAC"})
LOCATIVE = frozenset("in at near outside inside across on around".split())
TOWARDS = frozenset("from to into through for by of".split())
JOINED = 6  # code points at most between the parts of one place: "Croydon, south London"
DIRECTIONS = frozenset("north south east west northern southern eastern western central downtown".split())
# worth of a place's mention
IN_HEADLINE = 1.5
AFTER_LOCATIVE = 2.0
PER_SENTENCE = 0.25  # less for every sentence further down


def when(story: Story) -> list[Offsets]:
    """Days and times of day of the lead, the nearest first; coarser dates only where there is nothing better."""
    words = story.words
    if not story.lead:
        return []
    limit = words.end[story.lead[-1][1] - 1]
    ends = [words.end[last - 1] for _, last in story.lead]
    found = []
    for time in story.doc._.times:
        if time.type not in {"DATE", "TIME"} or time.start >= limit or time.value.endswith("_REF"):
            continue
        order = bisect_left(ends, time.start)
        day = len(time.value) >= 10 and "W" not in time.value[:6]
        published = story.doc._.published
        far = bool(published and time.value[:4].isdigit() and time.value[:4] != str(published.year))
        future = bool(published and time.earliest and time.earliest > published.isoformat())
        cost = order + (0 if day else 3) + (6 if far else 0) + (3 if future else 0)
        found.append((cost, time.start, time.end))
    return [(start, end) for _, start, end in sorted(found)]


def where(story: Story) -> list[Offsets]:
    """Places of the headline and the lead, those that a locative preposition opens first."""
    words = story.words
    if not story.lead:
        return []
    limit = words.end[story.lead[-1][1] - 1]
    ends = [words.end[last - 1] for _, last in story.lead]
    top = words.end[story.headline[1] - 1] if story.headline else -1
    worth: dict[str, float] = {}
    best: dict[str, tuple[float, int, int]] = {}
    spans = sorted(
        (m.start, m.end, entity.id)
        for entity in story.doc._.entities
        if entity.type in PLACES
        for m in entity.mentions
        if m.kind == "name" and m.start < limit
    )
    for place, (start, end, entity) in enumerate(spans):
        first = bisect_right(words.start, start) - 1
        before = first - 1
        while before > 0 and (words.pos[before] in {"DET", "ADJ"} or words.low[before] in DIRECTIONS):
            before -= 1
        low = words.low[before] if before >= 0 else ""
        order = bisect_left(ends, start)
        value = AFTER_LOCATIVE if low in LOCATIVE else 0.4 if low in TOWARDS else 0.2
        value = value + (IN_HEADLINE if start < top else 0) - PER_SENTENCE * order
        worth[entity] = worth.get(entity, 0.0) + max(value, 0.1)
        if entity not in best or value > best[entity][0]:
            best[entity] = (value, *_joined(story, spans, place))
    ranked = sorted(best, key=lambda entity: (-worth[entity], best[entity][1]))
    return [best[entity][1:] for entity in ranked if best[entity][0] >= 1.0 or worth[entity] >= 1.5]


def _joined(story: Story, spans: list[tuple[int, int, str]], place: int) -> Offsets:
    """ "Croydon, south London": the wider place is part of the answer."""
    start, end, _ = spans[place]
    if place + 1 < len(spans):
        between = story.doc.text[end : spans[place + 1][0]]
        if between.startswith(",") and "\n" not in between and set(between.strip(", ").lower().split()) <= DIRECTIONS:
            end = spans[place + 1][1]
    return start, end
