"""The day of what a fact tells: that of its main verb, not any day in its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from spacy.tokens import Doc

from generator.language.events import Event, triggers
from generator.language.times import TimeExpression
from generator.language.words import FEW_CHILDREN, Words
from generator.values import timex

SURE = 0.6  # the least confidence of a day that is shown with a fact: of those just below less than half are right


def date_of(doc: Doc, words: Words, first: int, last: int) -> str | None:
    """The TIMEX3 value of the time of a fact (its tokens, half-open); None where its main verb has no time of its own.

    "They met for the first time since ties soured last November" has none; "He said that she died on Monday" has Monday.
    """
    events = {event.trigger[0]: event for event in _between(doc, words.start[first], words.end[last - 1])}
    main = _main(words, first, last)
    for n in _told(words, main):
        event = events.get(words.start[n]) if first <= n < last else None
        if event is not None and (value := _stated(event, words.start[first], words.end[last - 1])):
            return value
    return _hanging_on(doc, words, main, first, last)


def _main(words: Words, first: int, last: int) -> int:
    """The word that all others of a fact hang on."""
    return next((n for n in range(first, last) if words.head[n] == n or not first <= words.head[n] < last), first)


def _told(words: Words, main: int) -> list[int]:
    """The words that carry what a fact tells, the first of them first: what is said before that it is said."""
    children = words.children[main][:FEW_CHILDREN]
    if words.pos[main] == "VERB" and words.lemma[main] in triggers.SAYING:
        content = [c for c in children if words.dep[c] in {"ccomp", "parataxis"}]
        return [*content, main]
    if any(words.dep[c] == "cop" for c in children):  # "The vote is on Friday"
        return [main, *(c for c in children if words.dep[c] == "nsubj")]
    return [main, *(c for c in children if _carries(words, main, c))]


def _carries(words: Words, main: int, n: int) -> bool:
    """Whether a verb only opens or carries what another word tells: "began operating in May", "held talks on Monday"."""
    if words.lemma[main] in triggers.BEGINNING and words.dep[n] == "xcomp":
        return True
    return words.pos[main] == "VERB" and words.dep[n] == "obj" and _is_bare(words, n)


def _is_bare(words: Words, n: int) -> bool:
    """Whether an event noun is new: "held talks"; not "condemned the bombing"."""
    return triggers.is_noun_trigger(words, n) and not any(
        words.low[c] in {"the", "this", "that"} for c in words.children[n][:FEW_CHILDREN]
    )


def _stated(event: Event, start: int, end: int) -> str | None:
    date = event.date
    if date is None or date.wording is None or not start <= date.wording[0] < end:
        return None
    return date.value if date.confidence is None or date.confidence >= SURE else None


def _hanging_on(doc: Doc, words: Words, main: int, first: int, last: int) -> str | None:
    """The time of what is no event: "She was mayor from 1990", "The bridge was empty on Monday"."""
    if words.pos[main] == "VERB" and triggers.is_verb_trigger(words, main):
        return None
    for time in doc._.times:
        if time.type in {"DATE", "TIME"} and timex.precision(time.value) and _hangs_on(words, time, main, first, last):
            value: str = time.value
            return value
    return None


def _hangs_on(words: Words, time: TimeExpression, main: int, first: int, last: int) -> bool:
    """Whether a time within a fact hangs on its main word."""
    begin = bisect_right(words.start, time.start) - 1
    close = max(begin + 1, bisect_left(words.start, time.end))
    head = next((words.head[n] for n in range(begin, close) if not begin <= words.head[n] < close), None)
    return first <= begin and close <= last and head == main


def _between(doc: Doc, start: int, end: int) -> list[Event]:
    events = doc._.events
    starts = [event.trigger[0] for event in events]
    return list(events[bisect_left(starts, start) : bisect_left(starts, end)])
