"""The chronology: which events deserve an entry, which tellings are the same event, and in what order they stand.

An entry is an event that a source dates in words, or the lead's main event on the day of publication. Tellings are compared only
with tellings of the same day, and of a day within their month or year if their triggers tell of one kind of event: one event told
twice shares its trigger, or the words around it, or its participants and some of its sentence; two events of one kind stay two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from generator.dossier.model import FEW, Day, Happening, Telling
from generator.dossier.passages import passage
from generator.dossier.stories.event_words import kinds, stem
from generator.records.model import Event, EventDate, Record
from generator.values import timex

WORD = re.compile(r"[^\W\d_]+")
SMALL = frozenset(
    "the a an of in on at to for with by from and or but as is was were are be been has had have he she it they his her its their "
    "that this which who not will would after before during also first two said says".split()
)
# reporting has a day too, but what was said is news, not that it was said
REPORTING = frozenset(
    "said says say told tell tells added adds noted notes reported reports according announced announce confirmed confirms stated "
    "states claimed claims argued insisted explained wrote writes warned warns suggested replied asked tweeted saying telling "
    "reporting noting adding expected scheduled due set began begin continued".split()
)
SAME_SENTENCE = 0.5  # more than this share of content words from which two sentences tell the same
DAYS = frozenset({"day", "weekend", "week"})
UNKNOWN = "XXXX"  # the year of a day that is not known
LEAD_SENTENCES = 4  # with events, where an event without a date may be today's news
# about when the parts of a day begin
HOURS = {"MO": "06:00", "MI": "12:00", "AF": "12:00", "DT": "08:00", "EV": "18:00", "NI": "21:00"}
# "earlier this year" is any time of it before now, not early in it
BESIDE_NOW = ("earlier", "later")
GRAINS = ("day", "weekend", "week", "month", "season", "quarter", "half", "year")


@dataclass(frozen=True, slots=True)
class Alike:
    """What share of their content words, beside the trigger, two tellings must have in common to be of one event."""

    day: float  # one word, on one day, in two articles
    event: float  # one word, in one month or year
    kind: float  # two words of one kind of event, or a day and its month
    who: float  # the last where they also share who takes part
    any_who: float  # one word, in one month or year, where they share who takes part


ONE_STORY = Alike(day=0.0, event=0.25, kind=0.3, who=0.12, any_who=0.0)
MANY_STORIES = Alike(
    day=0.2, event=0.4, kind=0.4, who=0.2, any_who=0.2
)  # "meeting", "Friday": of two articles in a thousand


@dataclass(slots=True)
class Told:
    """An event of a record, ready to be compared."""

    record: Record
    event: Event
    date: EventDate
    stem: str
    kinds: frozenset[int]
    near: frozenset[str]  # the trigger and the words right before it
    content: frozenset[str]  # of its sentence
    participants: tuple[str, ...]
    place: str | None
    weight: float


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Happening, ...]:
    """The entries of the chronology, in order; days of unknown year after the known ones."""
    days: dict[tuple[str, str], list[list[Told]]] = {}
    kin: dict[tuple[str, str | int], dict[int, list[Told]]] = {}  # entries by what they may tell of, each once
    found = [told for record in records for told in _worth_telling(record, index)]
    alike = ONE_STORY if len(records) <= FEW else MANY_STORIES
    for told in sorted(found, key=lambda told: GRAINS.index(timex.precision(told.date.value) or "")):
        entries = days.setdefault((told.date.value[:10], told.event.status), [])
        home = next((entry for entry in entries if any(_same(told, other, alike) for other in entry)), None)
        names = _names(told)
        if home is None:
            home = _within(told, [entry for name in names for entry in kin.get(name, {}).values()], alike)
        if home is None:
            entries.append(home := [])
        home.append(told)
        for name in names:
            kin.setdefault(name, {})[id(home)] = home
    made = [_happening(entry) for entries in days.values() for entry in entries]
    return ordered(made)


def _names(told: Told) -> list[tuple[str, str | int]]:
    """By what entries of one kind are looked up."""
    return [(told.event.status, told.stem), *((told.event.status, number) for number in sorted(told.kinds))]


def _within(told: Told, entries: Iterable[list[Told]], alike: Alike) -> list[Told] | None:
    """The entry of the same event that is dated more exactly, the most alike of several; "earlier this year" is another day."""
    best, most = None, 0.0
    wording = told.date.wording
    beside_now = wording and told.record.text[wording.start : wording.end].lower().startswith((*BESIDE_NOW, "this"))
    if beside_now and timex.precision(told.date.value) not in DAYS:
        return None
    for entry in entries:
        for other in entry:
            inside = _inside(other.date, told.date)
            if inside and (share := _of_one_kind(told, other, alike)) > most:
                best, most = entry, share
    return best


def _inside(exact: EventDate, coarse: EventDate) -> bool:
    """Whether a day lies within a month or a year, where both are known."""
    if exact.earliest is None or exact.latest is None or coarse.earliest is None or coarse.latest is None:
        return False
    return coarse.earliest <= exact.earliest and exact.latest <= coarse.latest


def _of_one_kind(one: Told, other: Told, alike: Alike) -> float:
    """How much two tellings of one kind of event have in common; 0 where it is too little for one event."""
    share, who = _share(one, other), _meet(one, other)
    return share + who if share >= (alike.who if who else alike.kind) else 0.0


def _share(one: Told, other: Told) -> float:
    """The share of content words that two sentences have in common beside the triggers."""
    beside = len((one.content & other.content) - {one.stem, other.stem})
    return beside / max(1, min(len(one.content), len(other.content)) - 1)


def ordered(happenings: Iterable[Happening]) -> tuple[Happening, ...]:
    """By the day; those without one last, and of one day those first that belong most to the main story."""
    return tuple(sorted(happenings, key=lambda h: (*_order(h.day), -h.score, h.id)))


def _order(day: Day | None) -> tuple[tuple[str, str], str]:
    """By the day, then by the hour; what names no hour comes first."""
    if day is None:
        return ("~", ""), ""
    clock = day.value.partition("T")[2]
    return timex.sort_key(day.value, day.mod), HOURS.get(clock[:2], clock)


def _worth_telling(record: Record, index: Mapping[tuple[str, str], str]) -> list[Told]:
    """One event for each wording of a day, and one for the lead's main event."""
    salience = {entity.id: entity.salience for entity in record.entities}
    most = max(salience.values(), default=1.0) or 1.0
    found: list[Told] = []
    inferred = False
    lead = sorted({event.sentence.start for event in record.events})[:LEAD_SENTENCES]
    for event in record.events:
        date = event.date
        trigger = record.text[event.trigger.start : event.trigger.end].lower()
        if date is None or date.shared or trigger in REPORTING or timex.precision(date.value) not in GRAINS:
            continue
        if date.inferred:
            if inferred or event.sentence.start not in lead:
                continue
            inferred = True
        weight = max((salience.get(p, 0.0) for p in event.participants), default=0.0) / most
        words = [w.lower() for w in WORD.findall(record.text[event.sentence.start : event.sentence.end])]
        before = [
            w.lower()
            for w in WORD.findall(record.text[max(event.sentence.start, event.trigger.start - 40) : event.trigger.end])
        ]
        found.append(
            Told(
                record=record,
                event=event,
                date=date,
                stem=stem(trigger),
                kinds=kinds(trigger),
                near=frozenset(stem(w) for w in before[-3:] if w not in SMALL and w not in _MONTHS),
                content=frozenset(stem(w) for w in words if w not in SMALL and w not in _MONTHS),
                participants=tuple(dict.fromkeys(index.get((record.id, p), p) for p in event.participants)),
                place=index.get((record.id, event.place)) if event.place else None,
                weight=weight,
            )
        )
    return found


_MONTHS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday thursday friday "
    "saturday sunday last next this".split()
)


def _same(one: Told, other: Told, alike: Alike) -> bool:
    """Whether two events of one day, month or year are one."""
    if _edited(one) and _edited(other) and one.date.correction == other.date.correction:
        return True
    apart = one.record is not other.record
    if apart and alike is MANY_STORIES and one.date.value.startswith(UNKNOWN):
        return _one_sentence(one, other)  # one "Friday" is not the other's
    if one.stem == other.stem or one.stem in other.near or other.stem in one.near:
        share = _share(one, other)
        if timex.precision(one.date.value) in DAYS:
            return not apart or share >= alike.day
        # in a month or a year much is won and much is lost: more than the word must be the same
        return share >= (alike.any_who if _meet(one, other) else alike.event)
    if one.kinds & other.kinds and _of_one_kind(one, other, alike):
        return True
    if not apart:
        return one.event.sentence == other.event.sentence and one.date.wording == other.date.wording
    return _meet(one, other) and _one_sentence(one, other)


def _one_sentence(one: Told, other: Told) -> bool:
    """Whether two sentences are much the same."""
    return len(one.content & other.content) > SAME_SENTENCE * max(1, min(len(one.content), len(other.content)))


def _meet(one: Told, other: Told) -> bool:
    """Whether somebody takes part in both."""
    return not set(one.participants).isdisjoint(other.participants)


def _edited(told: Told) -> bool:
    """Whether an editor set the day."""
    return told.date.correction is not UNSET


def _happening(entry: list[Told]) -> Happening:
    first = max(
        entry,
        key=lambda t: (
            not t.date.inferred,
            -GRAINS.index(timex.precision(t.date.value) or ""),
            t.weight,
            -t.event.trigger.start,
        ),
    )
    ordered = [first, *(t for t in entry if t is not first)]
    tellings = {(t.record.id, t.event.sentence.start, t.event.trigger.start): t for t in ordered}
    return Happening(
        id=first.event.id,
        day=_day(first),
        status=first.event.status,
        tellings=tuple(
            Telling(
                passage(t.record, t.event.sentence),
                passage(t.record, t.event.trigger),
                passage(t.record, t.date.wording) if t.date.wording else None,
            )
            for t in tellings.values()
        ),
        participants=tuple(dict.fromkeys(p for t in ordered for p in t.participants)),
        place=next((t.place for t in ordered if t.place), None),
        score=round(sum(t.weight for t in ordered) + len({t.record.id for t in ordered}) + 0.5 * len(tellings), 4),
        members=tuple(dict.fromkeys(t.event.id for t in ordered)),
    )


def _day(told: Told) -> Day:
    date, earliest, latest = told.date, told.date.earliest, told.date.latest
    wording = passage(told.record, date.wording) if date.wording else None
    spans = (t for t in told.record.times if date.wording and (t.start, t.end) == (date.wording.start, date.wording.end))
    mod = next((t.mod for t in spans if t.value == date.value), None)
    if wording and wording.text.lower().startswith(BESIDE_NOW):
        mod = None
    if narrowed := timex.days(date.value, mod):
        earliest, latest = narrowed
    return Day(date.value, earliest, latest, wording, date.inferred, mod)
