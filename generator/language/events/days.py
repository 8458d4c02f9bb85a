"""The dates that an article gives in words, each to its event and to what happened with it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from generator.language.events import triggers
from generator.language.events.governors import governor, is_definite, noun_before, told_about
from generator.language.events.model import EventDate
from generator.language.events.periods import Period
from generator.language.events.reach import UNITS
from generator.language.words import FEW_CHILDREN, Words
from generator.values import timex

# a time after these says how far something reaches, not when it happened: "their first title since 1908", "asked to go by May"
BOUNDS = frozenset({"since", "until", "till", "through", "by"})
REACHING = frozenset({"since", "until", "till"})
COARSE = frozenset({"year", "decade", "century"})
HAS_OR_HAD = frozenset({"has", "have", "had", "'ve", "’ve"})
WANTING = frozenset("plan want hope intend aim expect wish prepare seek".split())
EVENTS_BESIDE = 6  # dated events on either side of another
WITHIN = frozenset({"in", "at", "during", "on"})
WRITTEN_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
AFTER = frozenset({"after", "before", "since", "following"})
PERCEIVING = frozenset(
    "hear learn find know show reveal believe think understand discover see admit deny recall remember regret".split()
)


def dated(words: Words, stated: Iterable[Period]) -> dict[int, EventDate]:
    """The date of each dated trigger, by token."""
    dates: dict[int, EventDate] = {}
    own: set[int] = set()
    pending: list[tuple[int, EventDate]] = []
    for period in stated:
        first, last = period.first, period.last
        before = words.low[first - 1] if first else ""
        if (ended := _ended(words, period)) is not None:
            dates[ended[0]] = ended[1]
            own.add(ended[0])
        event = governor(words, first, last)
        if event is None or (before in BOUNDS and not _reaches(words, event, before)):
            continue
        if event in own and (noun := noun_before(words, dates[event], event)) is not None and noun not in dates:
            # "an inquest into the crash in June opened on Monday": the verb's own day is the later one
            dates[noun], pending = dates[event], [(n, d) for n, d in pending if n != event]
            pending.append((noun, dates[noun]))
            own.add(noun)
            del dates[event]
        elif event in own and first > 1 and before in {"in", "on"} and triggers.is_noun_trigger(words, first - 2):
            event = first - 2  # "reopened in May after a fire in 2014": the verb has a day of its own
        date = EventDate(period.value, period.earliest, period.latest, period.wording)
        if event not in dates:
            dates[event] = date
            own.add(event)
            if before != "since":  # "has cared for him since May, when he was found"
                pending.append((event, date))
    for event, date in pending:
        for n in _along(words, event):
            if n not in own and n not in dates:
                dates[n] = replace(date, shared=True)
    _share(words, dates, pending)
    _retell(words, dates)
    return dates


def _ended(words: Words, period: Period) -> tuple[int, EventDate] | None:
    """The end within a length: of "the year ended June 30" the 30th of June."""
    verb = next((n for n in range(period.first, period.last) if words.low[n] == "ended"), None)
    if verb is None or period.latest is None:
        return None
    return verb, EventDate(period.latest, period.latest, period.latest, period.wording)


def bounded(words: Words, stated: Iterable[Period]) -> Iterable[int]:
    """The events of which a time only says how far they reach: "has not played since October", "could not answer until May"."""
    for period in stated:
        before = words.low[period.first - 1] if period.first else ""
        event = governor(words, period.first, period.last) if before in REACHING else None
        if event is not None and not _reaches(words, event, before):
            yield event


def _reaches(words: Words, event: int, bound: str) -> bool:
    """Whether a bound is as good as a date: "has been suspended since May", "will open by May", "did not open until May"."""
    if bound == "since":
        has = any(words.low[child] in HAS_OR_HAD for child in words.children[event])
        return has and triggers.status_of(words, event) != "negated"
    if bound in triggers.UNTIL:
        return triggers.came_at_last(words, event)
    would = any(words.low[child] == "would" for child in words.children[event])  # "said it would leave by Friday"
    return bound == "by" and (would or triggers.status_of(words, event) == "planned")


def _retell(words: Words, dates: dict[int, EventDate]) -> None:
    """A thing known from before has the day that it had then: "the Aug. 7 bombing ... the bombing killed 213"."""
    known: dict[str, EventDate] = {}
    for n in range(len(words.text)):
        if words.pos[n] != "NOUN":
            continue
        date = dates.get(n)
        if date is not None and not date.shared and timex.precision(date.value) == "day":
            known[words.lemma[n]] = date
        elif date is None and words.lemma[n] in known and triggers.is_noun_trigger(words, n) and is_definite(words, n):
            dates[n] = replace(known[words.lemma[n]], shared=True)


def _share(words: Words, dates: dict[int, EventDate], pending: list[tuple[int, EventDate]]) -> None:
    """What else a sentence with a date tells of happened then too, but for reporting; of two dates the nearer one counts.

    Without this rule 74 percent of our dates are right and 32 percent are found; with it 65 and 42 (TimeBank). The guards of
    `_of_one_time` make that 67 percent without loss.
    """
    by_sentence: dict[int, list[tuple[int, EventDate]]] = {}
    for event, date in sorted(pending, key=lambda entry: entry[0]):
        by_sentence.setdefault(words.sent[event], []).append((event, date))
    for sentence, dated in by_sentence.items():
        first, last = words.sentences[sentence]
        for n in range(first, last):
            if n in dates or not (triggers.is_verb_trigger(words, n) or triggers.is_noun_trigger(words, n)):
                continue
            if words.pos[n] == "VERB" and words.lemma[n] in triggers.SAYING:
                continue
            place = bisect_left(dated, n, key=lambda entry: entry[0])
            near = [e for e in dated[max(place - EVENTS_BESIDE, 0) : place + EVENTS_BESIDE] if _of_one_time(words, n, *e)]
            if not near:
                continue
            nearest = min(near, key=lambda entry: (abs(entry[0] - n), entry[0]))
            if not is_around(words, n, nearest[0]):
                dates[n] = replace(nearest[1], shared=True)


def _of_one_time(words: Words, n: int, event: int, date: EventDate) -> bool:
    """Whether an event may share the date of another: what is planned does not happen with what is told, known things are older.

    "She said Friday that he would leave", "the president condemned the bombing on Tuesday", "he honoured the men of 1959".
    """
    if are_apart(words, n, event, date):
        return False
    if words.head[n] == event or words.head[event] == n:
        return True
    if timex.precision(date.value) in COARSE:
        return False
    if words.pos[n] == "NOUN" and is_definite(words, n):
        return False
    status = triggers.status_of(words, n)
    return status == "happened" or status == triggers.status_of(words, event)


def is_ahead(words: Words, date: EventDate, published: str) -> bool:
    """Whether a day whose year nobody wrote lies ahead of an article."""
    if date.wording is None or (date.earliest or "") <= published:
        return False
    return WRITTEN_YEAR.search(words.article, *date.wording) is None


def are_apart(words: Words, n: int, event: int, date: EventDate) -> bool:
    """Whether the words say that an event has another day than one that is dated."""
    if is_background(words, event, date) and words.head[n] != event:
        return True
    if words.head[event] == n and (_beyond(words, event) or _long_after(words, event)):
        return True  # "after the 2008 crash, the bank was sold", "ran again four years after he lost in 2012"
    if words.pos[n] == "VERB" and any(words.low[c] in AFTER for c in words.children[n] if words.dep[c] == "mark"):
        return True  # "he left on Friday, a day after the report was published"
    if words.head[event] == n and words.dep[event] == "ccomp" and words.lemma[n] in PERCEIVING:
        return True  # "the jury heard that he died in January"
    if words.head[n] != event and words.head[event] != n:
        return False
    # "they agreed to meet on Friday": the promise has its own day
    promised = words.dep[event] == "xcomp" and words.lemma[n] in triggers.PROMISING | WANTING and not _is_ahead(words, n)
    return (
        promised
        or (words.dep[n] == "ccomp" and _is_ahead(words, n))
        or told_about(words, n, event)
        or told_about(words, event, n)
    )


def _long_after(words: Words, verb: int) -> bool:
    """ "four years after he lost in 2012", "since he lost in 2012"."""
    mark = next((c for c in words.children[verb][:FEW_CHILDREN] if words.dep[c] == "mark" and words.low[c] in AFTER), None)
    return mark is not None and (words.low[mark] == "since" or (mark > 0 and words.low[mark - 1] in UNITS))


def _beyond(words: Words, noun: int) -> bool:
    return words.pos[noun] == "NOUN" and any(
        words.low[c] in AFTER for c in words.children[noun] if words.dep[c] in {"case", "mark"}
    )


def _is_ahead(words: Words, n: int) -> bool:
    return triggers.status_of(words, n) != "happened"


def is_around(words: Words, n: int, event: int) -> bool:
    """Whether a date stands in a clause below an event.

    "They met, for the first time since ties soured last November", "activated a plan put in place during the Nov. 13 attacks".
    """
    node, clause = event, False
    for _ in range(12):
        up = words.head[node]
        if up == node:
            return False
        if words.dep[node] in {"advcl", "acl"}:
            clause = clause or not any(words.low[c] in {"when", "as", "while"} for c in words.children[node][:FEW_CHILDREN])
        if up == n:
            return clause
        node = up
    return False


def is_background(words: Words, event: int, date: EventDate) -> bool:
    """Whether a dated noun is only what something else is about: "gave his support over the July 15 coup attempt".

    What happens in, at or during it has its day: "was killed in the Nov. 13 attacks"; and so has what it does: "the attempt failed".
    """
    if words.pos[event] != "NOUN" or date.wording is None or date.wording[0] > words.start[event]:
        return False
    if words.dep[event] not in {"obl", "nmod"}:
        return False
    case = next((words.low[c] for c in words.children[event] if words.dep[c] in {"case", "mark"}), "")
    return bool(case) and case not in WITHIN


def _along(words: Words, event: int) -> list[int]:
    """Other words of the same event: "began operating", "entered and shot"; event nouns that are the verb's object."""
    if words.pos[event] != "VERB":
        return []
    found = []
    for child in words.children[event]:
        dep = words.dep[child]
        if (
            (dep == "xcomp" and words.tag[child][:2] == "VB" and words.lemma[event] in triggers.BEGINNING)
            or (
                dep in {"obj", "nsubj"}
                and triggers.is_noun_trigger(words, child)
                and words.lemma[event] not in triggers.SAYING
                and not told_about(words, child, event)
            )
            or (
                dep == "conj"
                and words.tag[child] == words.tag[event]
                and triggers.is_verb_trigger(words, child)
                and child > event
                and words.lemma[event] not in triggers.SAYING
            )
        ):
            found.append(child)
    return found
