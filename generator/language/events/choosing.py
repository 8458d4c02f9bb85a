"""The day of each event: of all that could be its day the likeliest, with how likely that is; none where none is likely enough.

The rules of `days` and `inferred` propose; beside what they propose, the other times of the sentence, the last time of the sentences
before and the day of publication stand as candidates. A logistic regression over the features of `attachment`, fitted on
TimeBank (`training/event_days.py`), says how likely each is. Its weights and how often a day of each confidence is right are in
`attachment.json`.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from generator.language.events.attachment import (
    ATTACHMENT_REACH,
    Feature,
    Setting,
    Trigger,
    described,
    of_publication,
    of_time,
)
from generator.language.events.days import BOUNDS, are_apart, bounded, dated, is_ahead, is_around
from generator.language.events.governors import is_of_a_thing, names_a_thing
from generator.language.events.inferred import infer, reports_its_day
from generator.language.events.model import EventDate
from generator.language.events.periods import Period
from generator.language.events.phrases import KNOWN
from generator.language.events.reach import Speech, is_afterwards, is_aside, lasts
from generator.language.events.triggers import PUTTING_AHEAD, SAYING
from generator.language.times.plans import overtakes_plan
from generator.language.times.tense import PRESENT
from generator.language.words import FEW_CHILDREN, Words

Rule = Literal["own", "shared", "inferred", "other", "carried", "open"]
OPENING_MARKS = frozenset({'"', "“", "``"})
PROPOSED = frozenset({"own", "shared", "inferred"})
ATTACHMENT_FILE = Path(__file__).with_name("attachment.json")
TIMES_BESIDE = 2  # times of the sentence on either side that are looked at
BEFORE = 2  # sentences from which a time may be carried on
# forms of a verb under which something has been
DONE = frozenset({"VBD", "past passive", "perfect", "past perfect"})
CARRIED_BY = frozenset({"VBD", "VBN", "NN", "NNS"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that may be an event's, and how it came to be one."""

    rule: Rule
    date: EventDate
    period: Period | None  # None for the day of publication


@dataclass(frozen=True, slots=True)
class AttachmentModel:
    """The weights of the features, and which share of the days of a weight is right."""

    bias: float
    weights: dict[Feature, float]
    shares: tuple[tuple[float, float], ...]  # weights, ascending, and the share of each that is right
    threshold: float  # the least confidence of a day that the rules propose
    unproposed: float  # the same of any other

    def confidence(self, features: Iterable[Feature]) -> float:
        """How sure a day is that has these features."""
        get = self.weights.get
        return share_of(self.bias + sum(get(feature, 0.0) for feature in features), self.shares)


def share_of(weight: float, shares: Sequence[tuple[float, float]]) -> float:
    """The share of the days of a weight that is right: between the two measured ones that it lies between, and never beyond them."""
    place = bisect_left(shares, (weight, 0.0))
    if place in {0, len(shares)}:
        return shares[min(place, len(shares) - 1)][1]
    (low, first), (high, last) = shares[place - 1], shares[place]
    return first + (last - first) * (weight - low) / (high - low)


@cache
def model() -> AttachmentModel:
    """The shipped model."""
    told = json.loads(ATTACHMENT_FILE.read_text("utf-8"))
    weights = {(name, *values): weight for name, rows in told["weights"].items() for *values, weight in rows}
    return AttachmentModel(told["bias"], weights, tuple(map(tuple, told["shares"])), told["threshold"], told["unproposed"])


def days_of(words: Words, chosen: Iterable[int], told: ArticleDays) -> dict[int, EventDate]:
    """The day of each event that has a likely one, by token."""
    known = model()
    found: dict[int, EventDate] = {}
    for n in chosen:
        event = described(words, n)
        best, most = None, 0.0
        for candidate in told.candidates(n):
            if told.is_of_plan(event, candidate) or told.is_to_come(event, candidate):
                continue
            sure = known.confidence(told.features(event, candidate))
            if sure > most and sure >= (known.threshold if candidate.rule in PROPOSED else known.unproposed):
                best, most = candidate, sure
        if best is not None:
            found[n] = replace(best.date, confidence=round(most, 2))
    return found


class ArticleDays:
    """What an article tells of days: its times, what the rules make of them, and where its events stand."""

    def __init__(
        self, words: Words, stated: Sequence[Period], published: date | None, habits: frozenset[int], speech: Speech
    ) -> None:
        self.words = words
        self.speech = speech
        self.published = published.isoformat() if published else None
        self.stated = stated
        self.by_wording = {period.wording: period for period in stated}
        self.by_sentence: dict[int, list[Period]] = {}
        for period in stated:
            if not (names_a_thing(words, period.first, period.last) or is_of_a_thing(words, period.first, period.last)):
                self.by_sentence.setdefault(words.sent[period.first], []).append(period)
        self.dates = dated(words, stated)
        self.bounded = frozenset(bounded(words, stated))
        self.habits = habits
        self.owners = {date.wording: n for n, date in self.dates.items() if not date.shared}
        self.article = "other day"
        if self.published:
            self.article = reports_its_day(words, self.dates, self.published)
            infer(words, self.dates, self.published, habits)

    def candidates(self, n: int) -> Iterator[Candidate]:
        """The days that may be an event's."""
        have, today = self.dates.get(n), self.published if self._may_be_today(n) else None
        if have is not None and have.inferred and today is None:
            have = None
        if have is not None and (rule := self._proposed(n, have)):
            yield Candidate(rule, have, self.by_wording.get(have.wording) if have.wording else None)
        here = self.by_sentence.get(self.words.sent[n], [])
        place = bisect_left(here, n, key=lambda period: period.first)
        for period in here[max(place - TIMES_BESIDE, 0) : place + TIMES_BESIDE]:
            if not (have and have.wording == period.wording) and self._may_be(n, period):
                yield Candidate("other", _shared(period), period)
        if not here and self._may_carry(n) and (last := self._last_before(n)):
            yield Candidate("carried", _shared(last), last)
        if today and not (have and have.inferred):
            yield Candidate("open", EventDate(today, today, today, None, True), None)

    def _may_be_today(self, n: int) -> bool:
        """Whether the words leave the day of publication open: not for a stretch nor a habit ("children sing there on Sundays")."""
        again = self.words.sent[n] in self.habits and self.words.tag[n] in PRESENT
        return n not in self.bounded and not again

    def is_of_plan(self, event: Trigger, candidate: Candidate) -> bool:
        """Whether a time ahead is that of what is planned, and not of the planning: "plans a strike on Monday"."""
        ahead = self.published is not None and (candidate.date.earliest or "") > self.published
        return ahead and event.form != "noun" and event.status == "happened" and event.lemma in PUTTING_AHEAD

    def is_to_come(self, event: Trigger, candidate: Candidate) -> bool:
        """Whether a time lies ahead of the article and the verb tells what has been: "trained for Saturday's final".

        A written year is left to stand: it may be the day of publication that is wrong.
        """
        done = event.form in DONE and event.status == "happened"
        return done and self.published is not None and is_ahead(self.words, candidate.date, self.published)

    def _proposed(self, n: int, date: EventDate) -> Rule | None:
        """By which rule an event has a day that the rules propose; None where the words stand against it."""
        if date.inferred:
            return "inferred"
        if not date.shared:
            return "own"
        period = self.by_wording.get(date.wording) if date.wording else None
        known = period is None or self.words.sent[period.first] != self.words.sent[n]  # "the bombing" keeps its day anywhere
        return "shared" if known or (period is not None and self._reaches(n, period)) else None

    def _reaches(self, n: int, period: Period) -> bool:
        """Whether a time that dates something else may date an event, too: not what came later or went on, nor over marks of quotation."""
        late = period.first < n and overtakes_plan(self.words, n)  # "was due at noon but left late" was not at noon
        return self.speech.of(n) == self.speech.of(period.first) and not (
            late or is_afterwards(self.words, n) or lasts(self.words, n)
        )

    def features(self, event: Trigger, candidate: Candidate) -> Iterator[Feature]:
        """What speaks for and against a candidate."""
        if candidate.period is None:
            setting = Setting(self.article, self.words.sent[event.n] in self.by_sentence)
            return of_publication(self.words, event, candidate.rule, setting)
        return of_time(self.words, event, candidate.date, candidate.period, self.published, candidate.rule)

    def _may_carry(self, n: int) -> bool:
        """Whether the time of the sentence before may hold on for an event; not for what is known ("their meeting") or quoted."""
        words = self.words
        if words.tag[n] not in CARRIED_BY or words.lemma[n] in SAYING:
            return False
        known = any(words.low[c] in KNOWN for c in words.children[n][:FEW_CHILDREN])
        first = max(words.sentences[words.sent[n]][0], n - ATTACHMENT_REACH)
        return not known and OPENING_MARKS.isdisjoint(words.text[first:n])

    def _may_be(self, n: int, period: Period) -> bool:
        """Whether the words leave it open that a time of the sentence is also that of another event than the one it dates."""
        owner = self.owners.get(period.wording)
        bound = period.first > 0 and self.words.low[period.first - 1] in BOUNDS
        apart = owner is not None and (are_apart(self.words, n, owner, self.dates[owner]) or is_around(self.words, n, owner))
        return self._reaches(n, period) and not (bound or apart or period.first <= n < period.last)

    def _last_before(self, n: int) -> Period | None:
        """The last time that the sentences before tell in what they mainly say."""
        sentence = self.words.sent[n]
        for before in range(sentence - 1, max(sentence - 1 - BEFORE, -1), -1):
            if here := self.by_sentence.get(before):
                mainly = (period for period in reversed(here) if not is_aside(self.words, period))
                return next((period for period in mainly if self._reaches(n, period)), None)
        return None


def _shared(period: Period) -> EventDate:
    return EventDate(period.value, period.earliest, period.latest, period.wording, shared=True)
