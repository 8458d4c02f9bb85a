"""Where the main event happened: the places of headline and lead, and what speaks for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Container, Iterator

from generator.language.answers.ranking import Candidate, Feature, Offsets
from generator.language.answers.story import Story
from generator.language.lexicon.tags import PLACES
from generator.language.words import Words
from generator.values.gazetteer import FACILITIES, countries

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
OFTEN_A_PLACE = 4  # mentions from which it does not matter how many there are
NAMING = frozenset({"PROPN", "NOUN", "ADP", "DET"})
NEAR = 4  # names before a place that may hold it
# the nearer place is asked for, not the country around it
WIDE = frozenset("us u.s. uk u.k. usa america britain england scotland wales northern europe africa asia".split())


def where(story: Story) -> Iterator[Candidate]:
    """The places of headline and lead, and of the dateline."""
    if not story.lead:
        return
    words = story.words
    filed = list(_filed_from(story))
    named = _named_places(story, words.end[story.lead[-1][1] - 1])
    spans = sorted([*filed, *(name for name in named if not any(first <= name[0] < last for first, last, _ in filed))])
    often = Counter(name for *_, name in spans)
    country = {name: name in WIDE or name in countries() for name in often}
    for place, (start, end, name) in enumerate(spans):
        n = bisect_right(words.start, start) - 1
        yield Candidate(_joined(story, spans, place), tuple(_features(story, n, end, often[name], country, name)))


def _features(story: Story, n: int, end: int, often: int, country: dict[str, bool], name: str) -> Iterator[Feature]:
    """What speaks for and against a mention of a place."""
    opened = _opened_by(story, n, end)
    yield "opened by", opened
    yield from (("further than", order) for order in story.above(n))
    yield "often", min(often, OFTEN_A_PLACE)
    yield "country", ("the only place" if len(country) == 1 else "beside others") if country[name] else "no country"
    yield "sentence about it", story.shared(n)
    yield "facility", story.words.low[bisect_left(story.words.start, end) - 1].rstrip("s") in FACILITIES


def _filed_from(story: Story) -> Iterator[tuple[int, int, str]]:
    """The place of a dateline: "OSLO, Norway (AP) —"."""
    words = story.words
    for first, last in story.filed:
        end = first
        while end < last and (words.pos[end] in NAMING or words.text[end] == ","):
            end += 1
        while end > first and words.text[end - 1] == ",":
            end -= 1
        if end > first and words.text[first].isupper() and story.text[words.end[end - 1] - 1] != ")":
            start, stop = words.start[first], words.end[end - 1]
            yield start, stop, story.text[start:stop].lower()


def _opened_by(story: Story, n: int, end: int) -> str:
    """What stands before a place, or the event behind it."""
    words = story.words
    if any(first <= n < last for first, last in story.filed):
        return "dateline"
    low = _before(words, n)
    after = bisect_left(words.start, end)
    if _event_of(words, after):
        return "event"
    if low in LOCATIVE:
        return low if low in {"in", "at"} else "near"
    if low in TOWARDS:
        return "towards"
    return "modifies" if words.pos[after : after + 1] == ["NOUN"] else "nothing"


def _before(words: Words, n: int) -> str:
    """The word before a place, articles, adjectives and points of the compass left out; "in" of "the city of"."""
    before = n - 1
    while before > 0 and (words.pos[before] in {"DET", "ADJ"} or words.low[before] in DIRECTIONS):
        before -= 1
    low = words.low[before] if before >= 0 else ""
    return "in" if low == "of" and words.low[before - 1] in SETTLEMENTS else low


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
    for first, last in _capitalised(story, spans):
        start, stop = words.start[first], words.end[last - 1]
        facility = words.low[last - 1].rstrip("s") in FACILITIES
        kept = spans.get(start)
        if (facility or not _within(others, start, stop)) and (kept is None or kept[1] < stop):
            spans[start] = (start, stop, story.text[start:stop].lower())
    return [spans[start] for start in sorted(spans)]


def _capitalised(story: Story, known: Container[int]) -> Iterator[tuple[int, int]]:
    """The tokens of capitalised names after "at", "in", "outside" that may be places'."""
    words = story.words
    for first, last in ([story.headline] if story.headline else []) + story.lead:
        for n in range(first, last - 1):
            name = _name_after(words, n, last, known) if _opens_a_place(words, n) else None
            if name and not _is_no_place(words, *name) and words.low[name[1] - 1] not in NOWHERE:
                yield name


def _is_no_place(words: Words, first: int, last: int) -> bool:
    """Whether a capitalised name is that of a body, a war, a prize: "in the Harbour Foundation"; "California-based Acme"."""
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
