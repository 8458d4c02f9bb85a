"""The chronology: which events deserve an entry, which tellings are the same event, and in what order they stand.

An entry is an event that a source dates in words, or the lead's main event on the day of publication. Tellings are compared only
with tellings of the same day: one event told twice shares its trigger, or the words around it, or its participants and most of
its sentence; two events of one kind stay two.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.model import Day, Happening, Telling
from generator.dossier.passages import passage
from generator.language import timex
from generator.records.model import Event, EventDate, Record

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
SAME_SENTENCE = 0.5  # share of content words from which two sentences tell the same
SAME_EVENT = 0.25  # the same for two events of one word that only a month or a year dates
DAYS = frozenset({"day", "weekend", "week"})
LEAD_SENTENCES = 4  # with events, where an event without a date may be today's news
# about when the parts of a day begin
HOURS = {"MO": "06:00", "MI": "12:00", "AF": "12:00", "DT": "08:00", "EV": "18:00", "NI": "21:00"}
# "earlier this year" is any time of it before now, not early in it
BESIDE_NOW = ("earlier", "later")
GRAINS = frozenset({"day", "weekend", "week", "month", "season", "quarter", "half", "year"})


@dataclass(slots=True)
class Told:
    """An event of a record, ready to be compared."""

    record: Record
    event: Event
    date: EventDate
    stem: str
    near: frozenset[str]  # the trigger and the words right before it
    content: frozenset[str]  # of its sentence
    participants: tuple[str, ...]
    place: str | None
    weight: float


def merge(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> tuple[Happening, ...]:
    """The entries of the chronology, in order; days of unknown year after the known ones."""
    days: dict[tuple[str, str], list[list[Told]]] = {}
    for record in records:
        for told in _worth_telling(record, index):
            entries = days.setdefault((told.date.value[:10], told.event.status), [])
            home = next((entry for entry in entries if any(_same(told, other) for other in entry)), None)
            if home is None:
                entries.append([told])
            else:
                home.append(told)
    made = [_happening(entry) for entries in days.values() for entry in entries]
    return ordered(made)


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
                near=frozenset(stem(w) for w in before[-3:] if w not in SMALL and w not in _MONTHS),
                content=frozenset(stem(w) for w in words if w not in SMALL),
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


def _same(one: Told, other: Told) -> bool:
    if _edited(one) and _edited(other) and one.event.same_as == other.event.same_as:
        return True
    shared = len(one.content & other.content) / max(1, min(len(one.content), len(other.content)))
    if one.stem == other.stem or one.stem in other.near or other.stem in one.near:
        # in a month or a year much is won and much is lost: more than the word must be the same
        beside = len((one.content & other.content) - {one.stem, other.stem})
        share = beside / max(1, min(len(one.content), len(other.content)) - 1)
        close = timex.precision(one.date.value) in DAYS or share >= SAME_EVENT
        return close or bool(set(one.participants) & set(other.participants))
    if one.record is other.record:
        return one.event.sentence == other.event.sentence and one.date.wording == other.date.wording
    return shared >= SAME_SENTENCE and bool(set(one.participants) & set(other.participants))


def _edited(told: Told) -> bool:
    """Whether an editor set the day: it has no words of the source, and is not inferred; `same_as` then tells which correction did."""
    return told.date.wording is None and not told.date.inferred and told.event.same_as is not None


def stem(word: str) -> str:
    """The word without its inflection, roughly: enough to see that "lifted" and "lifting" are one."""
    for ending in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            cut = word[: -len(ending)]
            return (
                cut + "y"
                if ending in {"ied", "ies"}
                else cut[:-1]
                if len(cut) > 3 and cut[-1] == cut[-2]
                else cut.removesuffix("e")
            )
    return word.removesuffix("e") if len(word) > 4 else word


def _happening(entry: list[Told]) -> Happening:
    first = max(entry, key=lambda t: (t.event.date is not None and not t.date.inferred, t.weight, -t.event.trigger.start))
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
