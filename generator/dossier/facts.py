"""Key facts across articles: ranked, none twice in other words, each with the passages that say the same.

What several articles tell of is what the story is about: statements are put in order by how much of that they add to the better ones.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Literal

from msgspec.structs import replace

from generator.dossier.fact_order import Ranked, order
from generator.dossier.fact_words import PEOPLE, concepts, content
from generator.dossier.fact_worth import FACT_WEIGHTS, Around, Articles, vectors
from generator.dossier.model import FEW, Amount, Happening, Mark, Passage, Statement, Subject
from generator.dossier.naming import at_odds
from generator.dossier.passages import passage, slice_of
from generator.dossier.stories.event_words import kinds
from generator.dossier.stories.figures import Numbers, numbers
from generator.records.model import Fact, Record
from generator.values.timex import WRITTEN_DAY
from generator.values.words import WORD

DEATH = kinds("kill") | kinds("die")
RELATIVE = frozenset({"who", "that", "which"})  # "the gunman, who killed 50 people, …"
MOST_OF_ONE_ARTICLE = 12  # facts of one article
OF_A_STORY = 8  # facts of each of several stories that stand before all others
FACTS_ALIKE = 0.65  # share of the shorter one's content words from which two facts say the same
TOLL = 0.35  # the same of two tolls in a dossier of one story: they are of one event, and the later one is shown
VERBATIM = 0.85  # the same of two statements that name nobody in common, among many stories
# "The leaders are expected to meet": whatever else is told beside it
EXPECTED = re.compile(
    r"\A((?!\b(what|which|who|that|said|says)\b)[^,:“\"]){0,60}\b(is|are) (now |also |widely )?"
    r"(expected|due|scheduled|set|planned|likely) to\b"
)
ROUNDED = 0.03  # by how much an amount may be rounded
SHARED_WORDS = 4  # words or concepts that they must share


@dataclass(frozen=True, slots=True)
class Bar:
    """What two statements must have in common to say the same in other words."""

    share: float  # of what the shorter one is about, by rarity
    strangers: bool  # whether they may do without a person, body or place that both name
    rarest: int  # concepts of a statement by which it is looked up; two statements that share two are compared


LEAST_WORTH = -0.1  # worth below which a statement stands behind all others, however new its words are
PRINTED = 0.03  # of worth, times the logarithm of how many print the same words: of several wordings the common one is shown
ONE_STORY = Bar(share=0.52, strangers=True, rarest=40)
MANY_STORIES = Bar(share=0.62, strangers=False, rarest=8)  # "a trial date is expected to be set": of two trials


@dataclass(slots=True)
class FactTold:
    """A statement with its content words, and what it is about: their stems, or the kind of event that they tell of."""

    statement: Statement
    subjects: frozenset[str]
    words: frozenset[str]
    concepts: frozenset[str]
    origins: set[str]
    worth: float
    toll: tuple[str, float] | None = None  # of the dead: when it was published, and how many
    numbers: Numbers = field(default_factory=dict)  # by what they count
    measures: Numbers = field(default_factory=dict)  # by their unit: sums of money, shares, distances


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a dossier before its statements are put in order."""

    happenings: Sequence[Happening] = ()
    subjects: Sequence[Subject] = ()  # the most prominent first
    stories: Sequence[Sequence[int]] = ()  # numbers of the articles of each, where they tell of several
    alone: frozenset[str] = frozenset()  # ids of facts that an editor set apart from all others


def merge(
    records: Sequence[Record],
    index: Mapping[tuple[str, str], str],
    similar: Mapping[str, Sequence[str]] | None = None,
    known: Known | None = None,
) -> tuple[Statement, ...]:
    """The statements of a dossier, best first; what several articles say counts more, and is said once.

    Args:
        records: the articles.
        index: the subject of each record's entity.
        similar: for an article that has them, the others that share most of their text: together they corroborate once.
        known: the events and subjects of the dossier.
    """
    origin = one_name(similar or {})
    known = known or Known()
    groups = [[records[n] for n in story] for story in known.stories] or [list(records)]
    place = {record.id: n for n, record in enumerate(records)} if len(records) > FEW else {}
    around = Around(known.happenings, known.subjects)
    ordered = []
    for group in groups:
        articles = Articles(group, origin, around)
        ordered.append(_ordered(_joined(_made(group, index, articles, origin), known.alone), articles, place))
    return ordered[0] if len(ordered) == 1 else _in_turn(ordered)


def _made(
    records: Sequence[Record], index: Mapping[tuple[str, str], str], articles: Articles, origin: Mapping[str, str]
) -> list[FactTold]:
    """The statements of the articles of a story, those that say the same not joined yet."""
    return [
        _said(
            _statement(record, fact, index, rank),
            articles,
            origin.get(record.id, record.id),
            record.metadata.published or "",
        )
        for record in records
        for rank, fact in enumerate(record.facts[:MOST_OF_ONE_ARTICLE])
    ]


def _in_turn(ordered: Sequence[Sequence[Statement]]) -> tuple[Statement, ...]:
    """The best of each story, then the second of each; behind the first ones story by story."""
    first = [s for each in zip_longest(*(o[:OF_A_STORY] for o in ordered)) for s in each if s]
    floor = min((s.score for s in first), default=0.0)
    rest = chain.from_iterable(o[OF_A_STORY:] for o in ordered)
    return (*first, *(replace(s, score=min(s.score, floor)) for s in rest))


def one_name(similar: Mapping[str, Sequence[str]]) -> dict[str, str]:
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


def _said(statement: Statement, articles: Articles, origin: str, published: str) -> FactTold:
    text = statement.passage.text
    words = content(_without_speaker(statement))
    dead = _dead(statement, WORD.findall(text.lower())) if statement.amounts else None
    toll = None if dead is None else (published, dead)
    worth = articles.worth(statement, 1)
    about, named = concepts(words), frozenset(statement.subjects)
    return FactTold(statement, named, words, about, {origin}, worth, toll, numbers(text), _measures(statement))


def _measures(statement: Statement) -> dict[str, frozenset[float]]:
    """The amounts of a statement by their unit."""
    found: dict[str, set[float]] = {}
    for amount in statement.amounts:
        if amount.unit:
            found.setdefault(amount.unit, set()).add(amount.value)
    return {unit: frozenset(values) for unit, values in found.items()}


def _without_speaker(statement: Statement) -> str:
    """What a statement says, without who says it: two things that the police say are not one for that."""
    said, by = statement.passage, statement.claimed_by
    if by is None or not said.start <= by.start < by.end <= said.end:
        return said.text
    return f"{said.text[: by.start - said.start]} {said.text[by.end - said.start :]}"


def _dead(statement: Statement, told: Sequence[str]) -> float | None:
    """How many people a statement says died, where that is the first that it tells of."""
    first = next((n for n, word in enumerate(told) if kinds(word)), None)
    if first is None or not kinds(told[first]) & DEATH or (first and told[first - 1] in RELATIVE):
        return None
    counted = [
        a.value for a in statement.amounts if a.unit is None and (a.counts is None or a.counts.text.lower() in PEOPLE)
    ]
    return counted[0] if counted else None


def _rank(said: FactTold) -> tuple[float, float, str, int]:
    return -said.worth, -said.statement.score, said.statement.passage.source, said.statement.passage.start


def _joined(made: Sequence[FactTold], alone: Collection[str] = ()) -> list[FactTold]:
    """Statements that say the same are one: the best of them, with the others' passages; those `alone` stand for themselves."""
    frequency = Counter(chain.from_iterable(said.concepts for said in made))
    rarity = {concept: math.log((len(made) + 1) / count) for concept, count in frequency.items()}
    rarest = sorted((c for c, count in frequency.items() if count > 1), key=lambda c: (frequency[c], c))
    place = {concept: n for n, concept in enumerate(rarest)}
    bar = ONE_STORY if len({said.statement.passage.source for said in made}) <= FEW else MANY_STORIES
    kept: list[FactTold] = []
    gone: set[int] = set()
    lookup: dict[str, set[int]] = {}
    printed = Counter(said.words for said in made)
    for said in sorted(made, key=lambda said: (-said.worth - PRINTED * math.log(printed[said.words]), *_rank(said))):
        if said.statement.id in alone:
            kept.append(said)
            continue
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


def _same(one: FactTold, other: FactTold, rarity: Mapping[str, float], bar: Bar) -> bool:
    """Whether two statements say the same: in the same words, or in two articles about the same, where what few tell of counts most."""
    if one.words == other.words:
        return True
    if at_odds(one.statement.passage.text, other.statement.passage.text):
        return False
    known = bar.strangers or not one.subjects.isdisjoint(other.subjects)
    tolls = bar.strangers and one.toll is not None and other.toll is not None
    if not tolls and _disagree(one, other):
        return False
    least = (TOLL if tolls else FACTS_ALIKE if known else VERBATIM) * min(len(one.words), len(other.words))
    if len(one.words & other.words) >= max(SHARED_WORDS, least):
        return True
    shared = one.concepts & other.concepts
    if not known or len(shared) < SHARED_WORDS or one.statement.passage.source == other.statement.passage.source:
        return False
    whole = min(math.fsum(map(rarity.__getitem__, said.concepts)) for said in (one, other))
    return math.fsum(map(rarity.__getitem__, shared)) >= bar.share * whole


def _disagree(one: FactTold, other: FactTold) -> bool:
    """Whether two statements count or measure the same and find different numbers: they do not say the same in other words."""
    counted = any(one.numbers[unit].isdisjoint(other.numbers[unit]) for unit in one.numbers if unit in other.numbers)
    return counted or any(
        _apart(one.measures[unit], other.measures[unit]) for unit in one.measures.keys() & other.measures.keys()
    )


def _apart(some: Collection[float], others: Collection[float]) -> bool:
    """Whether no amount is, rounded, one of the others: "nearly $4 billion" is "$3.97 billion"."""
    return not any(math.isclose(a, b, rel_tol=ROUNDED) for a in some for b in others)


def _ordered(kept: Sequence[FactTold], articles: Articles, place: Mapping[str, int]) -> tuple[Statement, ...]:
    """Order statements by their worth and by what each adds to the better ones.

    Behind the first ones they stand by their own worth; among many articles by article (`place`): nobody reads thousands by rank, and
    an edit then moves those of its article alone.
    """
    kept = sorted(kept, key=_rank)
    worths = [said.worth + FACT_WEIGHTS["told"] * math.log(len(said.origins)) for said in kept]
    meanings = vectors([said.statement.passage.text for said in kept])
    told = [
        Ranked(worth, said.words, said.concepts, meaning)
        for said, worth, meaning in zip(kept, worths, meanings, strict=True)
    ]
    news = [n for n, worth in enumerate(worths) if worth >= LEAST_WORTH] or list(range(len(kept)))
    chosen = [(news[n], worth) for n, worth in order([told[n] for n in news], articles.values)]
    first = [replace(kept[n].statement, score=round(worth, 4)) for n, worth in chosen]
    floor = first[-1].score if first else 0.0
    gone = {n for n, _ in chosen}
    own = {n: 0.0 if place else -worths[n] for n in range(len(kept)) if n not in gone}
    left = sorted(own, key=lambda n: (place.get(kept[n].statement.passage.source, 0), own[n], n))
    return (*first, *(replace(kept[n].statement, score=round(min(worths[n], floor), 4)) for n in left))


def _join(said: FactTold, other: FactTold) -> None:
    said.origins |= other.origins
    shown, under = said.statement, other.statement
    differ = _disagree(said, other)  # two tolls: the later one is shown, and the earlier is none of its other wordings
    if said.toll and other.toll and other.toll > said.toll:
        said.toll, said.subjects, said.words, said.concepts = other.toll, other.subjects, other.words, other.concepts
        said.numbers, said.measures = other.numbers, other.measures
        shown, under = under, shown
    said.statement = replace(
        shown,
        also=shown.also if differ else (*shown.also, under.passage, *under.also),
        members=(*shown.members, *under.members),
    )


def _statement(record: Record, fact: Fact, index: Mapping[tuple[str, str], str], rank: int) -> Statement:
    best = record.facts[0].score if record.facts else 1.0
    return Statement(
        id=fact.id,
        passage=slice_of(record, fact.start, fact.end),
        kind=_kind(record, fact),
        # articles differ in length and so in scores: a fact counts by its worth beside its own article's best
        score=round(fact.score / best if best > 0 else 1 / (1 + rank), 4),
        subjects=tuple(dict.fromkeys(s for e in fact.entities if (s := index.get((record.id, e))))),
        claimed_by=_cited(record, fact),
        date=_own_date(record, fact),
        marks=tuple(Mark(r.start, r.end, s) for r in fact.referents if (s := index.get((record.id, r.entity)))),
        amounts=tuple(
            Amount(passage(record, f), f.value, f.unit, passage(record, f.counts) if f.counts else None)
            for f in fact.figures
        ),
        members=(fact.id,),
    )


def _own_date(record: Record, fact: Fact) -> str | None:
    """The date of a fact; none where it tells of another day, too: "She said on Monday that they had parted on Christmas Day"."""
    inside = [t for t in record.times if fact.start <= t.start < fact.end and t.type in {"DATE", "TIME"}]
    days = {found[0] for t in inside if (found := WRITTEN_DAY.match(t.value))}
    return fact.date if fact.date and not days - {fact.date[: len("2016-07-15")]} else None


def _kind(record: Record, fact: Fact) -> Literal["action", "statement", "figure", "background", "planned"]:
    """What a fact tells; a plan is told of as one: "The bridge will open in May" is not what happened."""
    told = [event.status for event in record.events if fact.start <= event.trigger.start < fact.end]
    coming = ("planned" in told and "happened" not in told) or bool(EXPECTED.search(record.text[fact.start : fact.end]))
    return "planned" if coming and fact.kind in {"action", "figure", "background"} else fact.kind


def _cited(record: Record, fact: Fact) -> Passage | None:
    return passage(record, fact.claimed_by) if fact.claimed_by else None
