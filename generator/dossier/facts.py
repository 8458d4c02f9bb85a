"""Key facts across articles: ranked, none twice in other words, each with the passages that say the same.

What several articles tell of is what the story is about: statements are put in order by how much of that they add to the better ones.
"""

from __future__ import annotations

import heapq
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from typing import Literal

from msgspec.structs import replace

from generator.dossier import front_worthy
from generator.dossier.model import FEW, Amount, Mark, Passage, Statement
from generator.dossier.passages import passage, slice_of
from generator.dossier.stories.event_words import kinds, stem
from generator.dossier.stories.figures import Numbers, numbers
from generator.records.model import Fact, Record

WORD = re.compile(r"\w+")
# they hold a sentence together, and say little of what it is about
SMALL = frozenset(
    "a about after all also an and any are as at be because been before but by can could d did do does down during for from get got "
    "had has have he her his how i if in into is it its just like ll m make makes made making may me might more most my new no not of "
    "off on one only or other our out over re s said say says she so some still t tell tells than that the their there they this to "
    "told up us use used using ve was we were what when which while who will with would you your".split()
)
DEATH = kinds("kill") | kinds("die")
RELATIVE = frozenset({"who", "that", "which"})  # "the gunman, who killed 50 people, …"
PEOPLE = frozenset(
    "people persons civilians children women men girls boys passengers pupils students soldiers officers policemen workers victims "
    "residents others villagers protesters worshippers migrants refugees".split()
)
MOST = 12  # facts of one article
ALIKE = 0.65  # share of the shorter one's content words from which two facts say the same
TOLL = 0.35  # the same of two tolls in a dossier of one story: they are of one event, and the later one is shown
VERBATIM = 0.85  # the same of two statements that name nobody in common, among many stories
SHARED = 4  # words or concepts that they must share
CORROBORATED = 0.15  # what a statement gains for every further origin; copies of one agency's report are one origin
# The three fitted on two thirds of 29 folders of articles (benchmarks/dossiers.py): what all articles are about, told once
COMMON = 3.0  # what it gains for all that it adds of what other origins tell of, too
HEADLINE = 3.0  # what a concept gains for standing in headlines, times the share of them
LENGTH = 4  # concepts above which a statement must be worth its length
AGAIN = 1.2  # what it loses for what better ones tell of, times the share of it
LISTED = 60  # statements put in order by what they add; a reader goes no further


@dataclass(frozen=True, slots=True)
class Bar:
    """What two statements must have in common to say the same in other words."""

    share: float  # of what the shorter one is about, by rarity
    strangers: bool  # whether they may do without a person, body or place that both name
    rarest: int  # concepts of a statement by which it is looked up; two statements that share two are compared


ONE_STORY = Bar(share=0.52, strangers=True, rarest=40)
MANY_STORIES = Bar(share=0.62, strangers=False, rarest=8)  # "a trial date is expected to be set": of two trials


@dataclass(slots=True)
class Said:
    """A statement with its content words, and what it is about: their stems, or the kind of event that they tell of."""

    statement: Statement
    subjects: frozenset[str]
    words: frozenset[str]
    concepts: frozenset[str]
    origins: set[str]
    toll: tuple[str, float] | None = None  # of the dead: when it was published, and how many
    numbers: Numbers = field(default_factory=dict)  # by what they count


def merge(
    records: Sequence[Record], index: Mapping[tuple[str, str], str], similar: Mapping[str, Sequence[str]] | None = None
) -> tuple[Statement, ...]:
    """The statements of a dossier, best first; what several articles say counts more, and is said once.

    Args:
        records: the articles.
        index: the subject of each record's entity.
        similar: for an article that has them, the others that share most of their text: together they corroborate once.
    """
    origin = _origins(similar or {})
    made = [
        _said(_statement(record, fact, index, rank), origin.get(record.id, record.id), record.metadata.published or "")
        for record in records
        for rank, fact in enumerate(record.facts[:MOST])
    ]
    common = _headlined(_common(made), records)
    kept = _joined(made)
    place = {record.id: n for n, record in enumerate(records)} if len(records) > FEW else {}
    return _ordered(sorted(kept, key=lambda s: _rank(s.statement)), common, place)


def _origins(similar: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """For each article that shares its text with others, one name for all that do, directly or through others."""
    origin: dict[str, str] = {}
    for name in sorted(similar):
        waiting = [name] if similar[name] else []
        while waiting:
            here = waiting.pop()
            if here not in origin:
                origin[here] = name
                waiting += similar.get(here, ())
    return origin


def _said(statement: Statement, origin: str, published: str) -> Said:
    told = WORD.findall(statement.passage.text.lower())
    words = frozenset(told) - SMALL
    concepts = frozenset(chain.from_iterable(map(_concepts, words)))
    dead = _dead(statement, told) if statement.amounts else None
    toll = None if dead is None else (published, dead)
    counted = numbers(statement.passage.text)
    return Said(statement, frozenset(statement.subjects), words, concepts, {origin}, toll, counted)


def _dead(statement: Statement, told: Sequence[str]) -> float | None:
    """How many people a statement says died, where that is the first that it tells of."""
    first = next((n for n, word in enumerate(told) if kinds(word)), None)
    if first is None or not kinds(told[first]) & DEATH or (first and told[first - 1] in RELATIVE):
        return None
    counted = [
        a.value for a in statement.amounts if a.unit is None and (a.counts is None or a.counts.text.lower() in PEOPLE)
    ]
    return counted[0] if counted else None


@lru_cache(1 << 16)
def _concepts(word: str) -> tuple[str, ...]:
    """The kinds of event that a word tells of, or else its stem."""
    known = kinds(word)
    return tuple(f"kind {number}" for number in known) if known else (stem(word),)


def _rank(statement: Statement) -> tuple[float, str, int]:
    return -statement.score, statement.passage.source, statement.passage.start


def _common(made: Iterable[Said]) -> dict[str, float]:
    """For each concept, the share of the other origins that tell of it."""
    told: dict[str, set[str]] = {}
    for said in made:
        for origin in said.origins:
            told.setdefault(origin, set()).update(said.concepts)
    others = max(1, len(told) - 1)
    return {concept: (count - 1) / others for concept, count in Counter(chain.from_iterable(told.values())).items()}


def _headlined(common: dict[str, float], records: Sequence[Record]) -> dict[str, float]:
    """What concepts are worth: what other origins tell of, and what stands in the articles' headlines."""
    titles = [WORD.findall(record.metadata.title.lower()) for record in records if record.metadata.title]
    held = Counter(chain.from_iterable(set(chain.from_iterable(map(_concepts, frozenset(t) - SMALL))) for t in titles))
    return {concept: share + HEADLINE * held[concept] / (len(titles) or 1) for concept, share in common.items()}


def _joined(made: Sequence[Said]) -> list[Said]:
    """Statements that say the same are one: the best of them, with the others' passages."""
    frequency = Counter(chain.from_iterable(said.concepts for said in made))
    rarity = {concept: math.log((len(made) + 1) / count) for concept, count in frequency.items()}
    rarest = sorted((c for c, count in frequency.items() if count > 1), key=lambda c: (frequency[c], c))
    place = {concept: n for n, concept in enumerate(rarest)}
    bar = ONE_STORY if len({said.statement.passage.source for said in made}) <= FEW else MANY_STORIES
    kept: list[Said] = []
    gone: set[int] = set()
    lookup: dict[str, set[int]] = {}
    for said in sorted(made, key=lambda s: _rank(s.statement)):
        rare = sorted(said.concepts & place.keys(), key=place.__getitem__)[: bar.rarest]
        near = _sharing_two([lookup[concept] for concept in rare if concept in lookup], alone=len(rare) == 1)
        homes = [n for n in sorted(near - gone) if _same(said, kept[n], rarity, bar)]
        if homes:
            home, *others = homes
            _join(kept[home], said)
            for other in others if said.toll else ():
                if kept[other].toll:
                    _join(kept[home], kept[other])
                    gone.add(other)
            continue
        for concept in rare:
            lookup.setdefault(concept, set()).add(len(kept))
        kept.append(said)
    return [said for n, said in enumerate(kept) if n not in gone]


def _sharing_two(found: Sequence[set[int]], alone: bool) -> set[int]:
    """What is in two sets at least; `alone`: in one."""
    if alone or len(found) < 2:
        return found[0] if found and alone else set()
    once, again = set(found[0]), set[int]()
    for more in found[1:-1]:
        again |= once & more
        once |= more
    return again | once & found[-1]


def _same(one: Said, other: Said, rarity: Mapping[str, float], bar: Bar) -> bool:
    """Whether two statements say the same: in the same words, or in two articles about the same, where what few tell of counts most."""
    if one.words == other.words:
        return True
    known = bar.strangers or not one.subjects.isdisjoint(other.subjects)
    tolls = bar.strangers and one.toll is not None and other.toll is not None
    if not tolls and _disagree(one, other):
        return False
    least = (TOLL if tolls else ALIKE if known else VERBATIM) * min(len(one.words), len(other.words))
    if len(one.words & other.words) >= max(SHARED, least):
        return True
    shared = one.concepts & other.concepts
    if not known or len(shared) < SHARED or one.statement.passage.source == other.statement.passage.source:
        return False
    whole = min(math.fsum(map(rarity.__getitem__, said.concepts)) for said in (one, other))
    return math.fsum(map(rarity.__getitem__, shared)) >= bar.share * whole


def _disagree(one: Said, other: Said) -> bool:
    """Whether two statements count the same thing and find different numbers: they do not say the same in other words."""
    return any(one.numbers[unit].isdisjoint(other.numbers[unit]) for unit in one.numbers if unit in other.numbers)


def _ordered(kept: Sequence[Said], common: Mapping[str, float], place: Mapping[str, int]) -> tuple[Statement, ...]:
    """Order statements by their worth and by what each adds to the better ones of what several origins tell of.

    Behind the first ones they stand by their own worth; among many articles by article (`place`): nobody reads thousands by rank, and
    an edit then moves those of its article alone.

    The search is greedy, for maximum coverage: Gillick and Favre 2009, "A Scalable Global Model for Summarization". What a statement
    adds only shrinks as others are chosen, so that the first of the queue is compared with its own worth alone (lazy evaluation:
    Minoux 1978).
    """
    covered: set[str] = set()

    def worth(said: Said) -> float:
        length = len(said.concepts)
        added = math.fsum(map(common.__getitem__, said.concepts - covered))
        again = len(said.concepts & covered) / (length or 1)
        return said.statement.score + COMMON * added / (LENGTH + length) - AGAIN * again

    queue = [(-worth(said), n) for n, said in enumerate(kept)]
    heapq.heapify(queue)
    chosen: list[Statement] = []
    while queue and len(chosen) < LISTED:
        _, n = heapq.heappop(queue)
        now = -worth(kept[n])
        if queue and now > queue[0][0]:
            heapq.heappush(queue, (now, n))
            continue
        chosen.append(replace(kept[n].statement, score=round(-now, 4)))
        covered |= kept[n].concepts
    floor = chosen[-1].score if chosen else 0.0
    own = {n: 0.0 if place else -kept[n].statement.score for _, n in queue}
    left = sorted(own, key=lambda n: (place.get(kept[n].statement.passage.source, 0), own[n], n))
    rest = (kept[n].statement for n in left)
    return (*chosen, *(replace(statement, score=min(statement.score, floor)) for statement in rest))


def _join(said: Said, other: Said) -> None:
    bonus = 0.0 if other.origins <= said.origins else CORROBORATED
    said.origins |= other.origins
    shown, under = said.statement, other.statement
    differ = _disagree(said, other)  # two tolls: the later one is shown, and the earlier is none of its other wordings
    if said.toll and other.toll and other.toll > said.toll:
        said.toll, said.subjects, said.words, said.concepts = other.toll, other.subjects, other.words, other.concepts
        said.numbers = other.numbers
        shown, under = under, shown
    said.statement = replace(
        shown,
        also=shown.also if differ else (*shown.also, under.passage, *under.also),
        members=(*shown.members, *under.members),
        score=round(said.statement.score + bonus, 4),
    )


def _statement(record: Record, fact: Fact, index: Mapping[tuple[str, str], str], rank: int) -> Statement:
    best = record.facts[0].score if record.facts else 1.0
    return Statement(
        id=fact.id,
        passage=slice_of(record, fact.start, fact.end),
        kind=_kind(record, fact),
        # articles differ in length and so in scores: a fact counts by its worth beside its own article's best
        score=round(
            (fact.score / best if best > 0 else 1 / (1 + rank)) - front_worthy.loss(record.text[fact.start : fact.end]), 4
        ),
        subjects=tuple(dict.fromkeys(s for e in fact.entities if (s := index.get((record.id, e))))),
        claimed_by=_cited(record, fact),
        date=fact.date,
        marks=tuple(Mark(r.start, r.end, s) for r in fact.referents if (s := index.get((record.id, r.entity)))),
        amounts=tuple(
            Amount(passage(record, f), f.value, f.unit, passage(record, f.counts) if f.counts else None)
            for f in fact.figures
        ),
        members=(fact.id,),
    )


def _kind(record: Record, fact: Fact) -> Literal["action", "statement", "figure", "background", "planned"]:
    """What a fact tells; a plan is told of as one: "The bridge will open in May" is not what happened."""
    told = [event.status for event in record.events if fact.start <= event.trigger.start < fact.end]
    coming = "planned" in told and "happened" not in told
    return "planned" if coming and fact.kind in {"action", "figure", "background"} else fact.kind


def _cited(record: Record, fact: Fact) -> Passage | None:
    return passage(record, fact.claimed_by) if fact.claimed_by else None
