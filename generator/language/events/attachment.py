"""What speaks for and against a day as the day of an event: the features of a small model, as a reader would name them.

A pair of an event and a time is described by how the rules of `days` came to it, the form of the event's word, the way from one
to the other in the parse, the preposition, what the time is to the day of publication, and what lies between. Each feature is
a tuple: its name, then its values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.events import triggers
from generator.language.events.model import EventDate
from generator.language.events.periods import Period
from generator.language.words import FEW_CHILDREN, Words
from generator.values import timex

Feature = tuple[str | int | bool, ...]

CLAUSE_LABELS = frozenset({"advcl", "acl", "ccomp", "parataxis", "csubj", "root"})
JOINTS = frozenset({"conj", "xcomp"})
CASES = frozenset("in on at of since until by for from after before during last the to ,".split())
HELPERS = ("will", "would", "could", "may", "might", "should", "can", "must")
DIVIDING_MARKS = frozenset({",", ";", "—", "–", ":"})
MOST_STEPS = 12
NEAR, FAR = 3, 9  # tokens
ATTACHMENT_REACH = 60  # tokens between an event and a time that are looked at
OPENING_SENTENCES = 4  # sentences


@dataclass(frozen=True, slots=True)
class Trigger:
    """An event's word, described once for all times that may be its own."""

    n: int
    form: str
    status: str
    dep: str
    lemma: str


@dataclass(frozen=True, slots=True)
class Setting:
    """Where an event stands, as far as it matters to the day of publication."""

    article: str  # "own day" where the article reports on its own day, "yesterday", or "other day"
    dated: bool  # its sentence states a time


def described(words: Words, n: int) -> Trigger:
    """Describe an event's word."""
    return Trigger(n, verb_form(words, n), triggers.status_of(words, n), words.dep[n], words.lemma[n])


def of_publication(words: Words, event: Trigger, rule: str, setting: Setting) -> Iterator[Feature]:
    """What speaks for the day of publication as an event's day."""
    n = event.n
    yield "day: rule, status", rule, event.status
    yield "day: rule, label", rule, event.dep
    yield "day: word", event.lemma
    yield "day: rule, form, main clause", rule, event.form, event.dep == "root"
    yield "day: article, form", setting.article, event.form
    yield "day: article, rule", setting.article, rule
    yield "day: sentence", min(words.sent[n], OPENING_SENTENCES + 1)
    yield "day: other time, form", setting.dated, event.form
    yield "day: status, form", event.status, event.form


def of_time(
    words: Words, event: Trigger, date: EventDate, period: Period, published: str | None, rule: str
) -> Iterator[Feature]:
    """What speaks for a stated time as an event's time."""
    when = _when(date, published)
    grain = timex.precision(date.value) or ""
    yield "rule, status", rule, event.status
    yield "word", event.lemma
    yield "when, form", when, event.form
    yield "rule, when", rule, when
    yield "rule, grain", rule, grain
    yield from _between(words, event, period, rule)


def verb_form(words: Words, n: int) -> str:
    """The tag of an event word, with the helper of a verb; a feature, whose values the weights know by name."""
    tag = words.tag[n]
    if not tag.startswith("VB"):
        return "noun"
    helpers = {words.low[c] for c in words.children[n][:FEW_CHILDREN] if words.dep[c] in {"aux", "cop"}}
    if helpers & {"has", "have", "'ve", "’ve"}:
        return "perfect"
    if "had" in helpers:
        return "past perfect"
    if helpers & {"was", "were"} and tag == "VBN":
        return "past passive"
    return next((word for word in HELPERS if word in helpers), tag)


def _when(date: EventDate, published: str | None) -> str:
    """What a time is to the day of publication."""
    if published is None or date.earliest is None or date.latest is None:
        return "unknown"
    if date.latest < published:
        return "before"
    if date.earliest > published:
        return "after"
    return "same day" if date.earliest == date.latest else "around"


def _between(words: Words, event: Trigger, period: Period, rule: str) -> Iterator[Feature]:
    first, n = period.first, event.n
    before = words.low[first - 1] if first and words.sent[first - 1] == words.sent[first] else ""
    case = before if before in CASES else ""
    yield "preposition, rule", case, rule
    yield "preposition, noun", case, event.form == "noun"
    if words.sent[first] != words.sent[n]:
        return
    gap = first - n if first > n else n - period.last + 1
    side = "behind" if first > n else "in front"
    yield "side, distance", side, "next" if gap <= NEAR else "near" if gap <= FAR else "far"
    yield "side, rule", side, rule
    low, high = min(n, first), max(n, first)
    yield (
        "verbs between, rule",
        min(sum(words.pos[k] == "VERB" for k in range(low + 1, min(high, low + ATTACHMENT_REACH))), 3),
        rule,
    )
    between = words.low[low + 1 : min(high, low + ATTACHMENT_REACH)]
    if not DIVIDING_MARKS.isdisjoint(between):
        yield ("stop between",)
    yield from _way(words, n, period, rule)


def _way(words: Words, event: int, period: Period, rule: str) -> Iterator[Feature]:
    """The way through the parse: steps up from the time, steps down to the event, and the clauses left and entered."""
    way = _steps(words, period, event)
    if way is None:
        yield ("no way",)
        return
    up, down, climbed, entered = way
    yield "steps up, down", min(up, 4), min(down, 3)
    yield "rule, left", rule, climbed
    yield "rule, entered", rule, entered


def _steps(words: Words, period: Period, event: int) -> tuple[int, int, str, str] | None:
    inside = range(period.first, period.last)
    node = next((n for n in inside if words.head[n] not in inside), period.last - 1)
    ups: dict[int, int] = {}
    climbed: list[str] = []
    labels: list[str] = []
    for step in range(MOST_STEPS):
        ups[node] = step
        labels.append(" ".join(climbed[:2]))
        if words.head[node] == node:
            break
        if step and words.dep[node] in CLAUSE_LABELS | JOINTS:
            climbed.append(words.dep[node])
        node = words.head[node]
    entered: list[str] = []
    node = event
    for down in range(MOST_STEPS):
        if node in ups:
            return ups[node], down, labels[ups[node]], " ".join(entered[-1:-3:-1])
        if words.head[node] == node:
            return None
        if down == 0 or words.dep[node] in CLAUSE_LABELS | JOINTS:
            entered.append(words.dep[node])
        node = words.head[node]
    return None
