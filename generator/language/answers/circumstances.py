"""When and where the main event happened."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container
from datetime import date

from generator.language.answers.story import REPORTING, Story
from generator.language.lexicon.tags import PLACES
from generator.language.words import Words
from generator.values.gazetteer import FACILITIES

Offsets = tuple[int, int]
CLAUSAL = frozenset({"ccomp", "parataxis"})
LOCATIVE = frozenset("in at near outside inside across on around".split())
TOWARDS = frozenset("from to into through for by of".split())
DIRECTIONS = frozenset("north south east west northern southern eastern western central downtown".split())
NOWHERE = frozenset("twitter facebook instagram youtube snapchat whatsapp reddit tiktok".split())  # "in a post on Instagram"
SETTLEMENTS = frozenset("city town village province district port suburb state island".split())
# "at the Moor Street festival": what is named after a preposition, and is no place but happens at one
HAPPENINGS = frozenset(
    "crash accident disaster tragedy attack bombing shooting explosion blast fire wildfire earthquake quake flood avalanche landslide "
    "derailment collision stampede siege massacre murder killing robbery riot march rally summit conference trial election game match "
    "final festival marathon concert".split()
)
# words of capitalised names behind "in" or "at" that are no places
NO_PLACES = frozenset(
    "war foundation award awards prize cup league championship championships party committee commission association company inc corp "
    "ltd group bank times post news act bill based born series games day week year open source conference".split()
)
ALONE = frozenset("university college court space earth company school".split())
PARTS = frozenset("morning afternoon evening night".split())
# costs of a time
PER_SENTENCE_WHEN = 0.35
OFTEN = 0.5  # less for every mention of the same day
ASIDE = 1.5
TELLING = 2.0  # more than a day before the day of publication costs: 2.5 loses a day of 43 on 5w1h-dev
RECENT = 60  # days before publication in which a month or year can be that of the news
NEAR = 4  # names before a place that may hold it
WORST = 6.0  # from here on it is no answer
# the nearer place is asked for, not the country around it
COUNTRIES = frozenset(
    "us u.s. uk u.k. usa america britain england scotland wales afghanistan australia brazil canada china egypt europe france germany "
    "india indonesia iran iraq ireland israel italy japan kenya mexico nigeria pakistan russia somalia spain sudan syria turkey ukraine "
    "venezuela vietnam yemen asia africa".split()
) | {"united states", "united kingdom", "north korea", "south korea", "south africa", "saudi arabia"}
# worth of a place's mention
IN_HEADLINE = 1.5
AFTER_LOCATIVE = 2.0
SURE_TIME = 1.0
LIKELY_TIME = 0.5  # where nothing is sure
PER_SENTENCE = 0.25  # less for every sentence further down


def when(story: Story) -> list[Offsets]:
    """Days and times of day of the lead, the nearest first; coarser dates only where there is nothing better."""
    words = story.words
    if not story.lead:
        return []
    opened = words.sent[story.lead[0][0]]
    published = story.doc._.published
    found = []
    days = Counter(time.earliest for time in story.doc._.times if time.earliest == time.latest)
    for time in story.doc._.times:
        if time.type not in {"DATE", "TIME"} or time.value.endswith("_REF"):
            continue
        n = bisect_right(words.start, time.start) - 1
        cost = PER_SENTENCE_WHEN * min(max(0, words.sent[n] - opened), 20)
        if time.earliest is None or time.earliest != time.latest:
            cost += 1 if time.type == "TIME" else 4  # a week, a year
            if published is not None and time.latest and (published - date.fromisoformat(time.latest)).days > RECENT:
                cost += 4
        else:
            cost -= OFTEN * min(4, days[time.earliest])
            if published is not None:
                before = (published - date.fromisoformat(time.earliest)).days
                cost += 0 if 0 <= before <= 1 else 1.5 if 1 < before <= 7 else 5
        aside = _aside(words, n)
        cost += ASIDE if aside else 0
        if cost < WORST:
            found.append((cost + (TELLING if not aside and _of_telling(words, n) else 0), time.start, time.end))
    return [(start, end) for _, start, end in sorted(found)]


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
    spans = _named_places(story, limit)
    for place, (start, end, name) in enumerate(spans):
        order = bisect_left(ends, start)
        value = _opened_by(words, start, end)
        value = value + (IN_HEADLINE if start < top else 0) - PER_SENTENCE * order
        worth[name] = worth.get(name, 0.0) + max(value, 0.1)
        if name not in best or value > best[name][0]:
            best[name] = (value, *_joined(story, spans, place))
    sure = [name for name in best if best[name][0] >= SURE_TIME or worth[name] >= 1.5 * SURE_TIME]
    if not sure:  # told further down, or told of in passing again and again
        sure = [name for name in best if max(best[name][0], worth[name] / 1.5) >= LIKELY_TIME]
    nearer = any(name not in COUNTRIES and best[name][0] >= 1.0 for name in sure)
    sure.sort(key=lambda name: (nearer and name in COUNTRIES, -worth[name], best[name][1]))
    return [best[name][1:] for name in sure]


def _opened_by(words: Words, start: int, end: int) -> float:
    """What a mention of a place is worth by the preposition before it, or the event behind it."""
    before = bisect_right(words.start, start) - 2
    while before > 0 and (words.pos[before] in {"DET", "ADJ"} or words.low[before] in DIRECTIONS):
        before -= 1
    low = words.low[before] if before >= 0 else ""
    if low == "of" and words.low[before - 1] in SETTLEMENTS:
        low = "in"
    if low in LOCATIVE or _event_of(words, bisect_left(words.start, end)):
        return AFTER_LOCATIVE
    return 0.4 if low in TOWARDS else 0.2


def _event_of(words: Words, n: int) -> bool:
    """ "the Aldmouth tram crash", "the Leeds summit": the place of what happened there."""
    while n < len(words.pos) - 1 and words.pos[n] == "NOUN" and words.pos[n + 1] == "NOUN":
        n += 1
    return n < len(words.pos) and words.lemma[n] in HAPPENINGS and words.pos[n] in {"NOUN", "PROPN"}


def _team(words: Words, end: int) -> bool:
    """Whether a name of a place goes on to be a team's: "the Aldmouth Larks"."""
    n = bisect_left(words.start, end)
    return n < len(words.tag) and words.tag[n] == "NNPS" and words.text[n][:1].isupper()


def _named_places(story: Story, limit: int) -> list[tuple[int, int, str]]:
    """Places by name, and capitalised names after "at", "in", "outside" that no one took for a person ("at the White House")."""
    words = story.words
    spans: dict[int, tuple[int, int, str]] = {}
    others = [(t.start, t.end) for t in story.doc._.times]
    for entity in story.doc._.entities:
        for m in entity.mentions:
            if m.kind != "name" or m.start >= limit:
                continue
            if entity.type in PLACES and entity.name.lower() not in NOWHERE and not _team(words, m.end):
                spans[m.start] = (m.start, m.end, story.text[m.start : m.end].lower())
            elif entity.type in {"PERSON", "NORP"}:
                others.append((m.start, m.end))
    others.sort()
    for first, last in ([story.headline] if story.headline else []) + story.lead:
        for n in range(first, last - 1):
            if not _opens_a_place(words, n) or (name := _name_after(words, n, last, spans)) is None:
                continue
            start, stop = words.start[name[0]], words.end[name[1] - 1]
            if _is_no_place(words, *name):
                continue
            facility = words.low[name[1] - 1].rstrip("s") in FACILITIES
            if words.low[name[1] - 1] in NOWHERE or (not facility and _within(others, start, stop)):
                continue
            kept = spans.get(start)
            if kept is None or kept[1] < stop:
                spans[start] = (start, stop, story.text[start:stop].lower())
    return [spans[start] for start in sorted(spans)]


def _is_no_place(words: Words, first: int, last: int) -> bool:
    """Whether a capitalised name is that of a body, a war, a prize: "in the Space Foundation"; "California-based Acme"."""
    return not NO_PLACES.isdisjoint(words.low[first:last]) or (last - first == 1 and words.low[first] in ALONE)


def _opens_a_place(words: Words, n: int) -> bool:
    """ "in", "at", "outside"; the "of" of "the city of"."""
    within = words.low[n] == "of" and words.low[n - 1] in SETTLEMENTS
    return within or (words.low[n] in LOCATIVE and words.pos[n] == "ADP")


def _name_after(words: Words, n: int, last: int, known: Container[int]) -> tuple[int, int] | None:
    """The tokens of the capitalised name behind a preposition; of "in Oslo talks" none: the name only modifies."""
    begin = n + 1
    while begin < last and (words.pos[begin] == "DET" or words.low[begin] in DIRECTIONS) and words.start[begin] not in known:
        begin += 1
    end = _end_of_name(words, begin, last)
    if end == begin or not words.tag[end - 1].startswith("NNP") or (end < last and words.pos[end] == "NOUN"):
        return None
    return begin, end


def _end_of_name(words: Words, begin: int, last: int) -> int:
    """The token after capitalised words: "Stratford-upon-Avon"."""
    end = begin
    while end < last and (words.text[end][:1].isupper() or (end > begin and "-" in (words.text[end], words.text[end - 1]))):
        if end > begin and words.pos[end] in {"ADP", "VERB", "AUX", "SCONJ"}:
            break  # "in the Ocean | From Space": a headline writes all words with capitals
        end += 1
    return end


def _within(spans: list[Offsets], start: int, end: int) -> bool:
    """Whether one of some spans in order, of which few overlap, holds another."""
    place = bisect_right(spans, (start, len(spans) + end))
    return any(s <= start and end <= e for s, e in spans[max(place - NEAR, 0) : place])


def _joined(story: Story, spans: list[tuple[int, int, str]], place: int) -> Offsets:
    """ "Croydon, south London": the wider place is part of the answer."""
    start, end, _ = spans[place]
    if place + 1 < len(spans):
        between = story.text[end : spans[place + 1][0]]
        if between.startswith(",") and "\n" not in between and set(between.strip(", ").lower().split()) <= DIRECTIONS:
            end = spans[place + 1][1]
    return start, end
