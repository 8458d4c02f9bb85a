"""What kind of thing an event's word tells of: something that happened once, a saying, a state, or what holds in general.

A chronology lists what happens once. "The bridge collapsed" does; "the minister said so" is an act of speech, "she lives in Torvik" a
state, and "eddies mix the water" or "he walks to work every morning" is true of no day in particular. A softmax regression over readable
features, fitted on TimeBank and on open texts of the Georgetown corpus (`training/event_kinds.py`), tells the four apart; its weights
are in `kinds.json`.

Method: TimeML's classes of events (Pustejovsky et al. 2003); genericity from the form of the verb, its subject and its object
(Carlson and Pelletier 1995, "The Generic Book").
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import cast

from generator.language.events.attachment import Feature, verb_form
from generator.language.events.model import Kind
from generator.language.events.phrases import dependent, phrase_of
from generator.language.events.triggers import SAYING
from generator.language.words import FEW_CHILDREN, Words

KINDS_FILE = Path(__file__).with_name("kinds.json")
LEAD_SENTENCES = 3  # sentences
NEAR = 6  # tokens on either side in which an adverb is looked for

# "usually change trains", "often strike"
HABITUAL = frozenset(
    "always commonly customarily frequently generally habitually mostly naturally never normally occasionally often ordinarily rarely "
    "regularly routinely seldom sometimes traditionally typically usually".split()
)
# "has just left", "is now burning"
AT_ONCE = frozenset(
    "again already currently finally immediately just later now recently soon suddenly then today yesterday".split()
)
WHENEVER = frozenset({"when", "whenever", "where", "wherever", "as", "if", "once", "until", "unless", "while"})
SENTENCE_MARKS = frozenset({".", "!", "?", ":", "…", "..."})
PRESENT_TAGS = frozenset({"VBZ", "VBP", "VB"})
NOUN_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "al", "ure", "er", "y")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article tells of the places of its sentences."""

    dated: frozenset[int]  # sentences that state a time
    habits: frozenset[int]  # sentences that tell of what recurs: "twice a day"
    headlines: frozenset[int] = frozenset()  # sentences in which the present tells of what has happened: "Gunman kills six"


@dataclass(frozen=True, slots=True)
class KindModel:
    """The weights of the features for each kind."""

    kinds: tuple[Kind, ...]
    weights: dict[Feature, tuple[float, ...]]

    def shares(self, features: Iterator[Feature]) -> dict[Kind, float]:
        """How likely each kind is of a word that has these features."""
        sums = [0.0] * len(self.kinds)
        for feature in dict.fromkeys(features):  # each once, in one order: sums in another differ in their last digit
            for k, weight in enumerate(self.weights.get(feature, ())):
                sums[k] += weight
        most = max(sums)
        powers = [exp(total - most) for total in sums]
        return {kind: power / sum(powers) for kind, power in zip(self.kinds, powers, strict=True)}


@cache
def model() -> KindModel:
    """The shipped model."""
    told = json.loads(KINDS_FILE.read_text("utf-8"))
    kinds = cast(tuple[Kind, ...], tuple(told["kinds"]))
    width = len(kinds)
    weights = {(name, *row[:-width]): tuple(row[-width:]) for name, rows in told["weights"].items() for row in rows}
    return KindModel(kinds, weights)


def kind_of(words: Words, n: int, around: Surroundings) -> tuple[Kind, float]:
    """The likeliest kind of an event's word, and how likely it tells of something that happens once."""
    shares = model().shares(features(words, n, around))
    return max(shares, key=lambda kind: shares[kind]), round(shares["occurrence"], 2)


def features(words: Words, n: int, around: Surroundings) -> Iterator[Feature]:
    """What tells the kind of an event's word."""
    yield ("bias",)
    form = _form(words, n)
    headline = words.sent[n] in around.headlines or not _is_closed(words, n)
    if form in PRESENT_TAGS and headline:
        form = "VBD"  # headlines and captions tell of the past in the present
    yield "word", words.lemma[n], words.tag[n][:2] == "VB"
    yield "form", form
    yield "form, label", form, words.dep[n]
    yield "sentence", min(words.sent[n], LEAD_SENTENCES)
    if words.lemma[n] in SAYING:
        yield "word of speech", form
    yield "form, sentence with a time", form, words.sent[n] in around.dated
    if words.sent[n] in around.habits:
        yield "habit, form", form
    yield from _adverbs(words, n, form)
    yield from _of_noun(words, n, headline) if form == "noun" else _of_verb(words, n, form)


def _form(words: Words, n: int) -> str:
    """The form of an event's word; "dogs bark" and "stir the silt and carry it" are presents, whatever the tagger says."""
    form, head = verb_form(words, n), words.head[n]
    if form != "VB":
        return form
    labels = {words.dep[c]: words.low[c] for c in words.children[n][:FEW_CHILDREN]}
    joined = words.dep[n] == "conj" and verb_form(words, head) in {"VBZ", "VBP"}
    alone = "nsubj" in labels and "aux" not in labels and "to" not in labels.values()
    return "VBP" if joined or alone else form


def _is_closed(words: Words, n: int) -> bool:
    """Whether a sentence ends with a mark; headlines and captions mostly don't."""
    first, last = words.sentences[words.sent[n]]
    return any(mark in SENTENCE_MARKS for mark in words.text[max(first, last - 3) : last])


def _adverbs(words: Words, n: int, form: str) -> Iterator[Feature]:
    low = {words.low[c] for c in words.children[n][:FEW_CHILDREN]}
    if not HABITUAL.isdisjoint(low):
        yield "habitual adverb", form
    if not AT_ONCE.isdisjoint(low):
        yield "adverb of one time", form


def _of_verb(words: Words, n: int, form: str) -> Iterator[Feature]:
    subject = phrase_of(words, dependent(words, n, "nsubj"))
    if subject == "relative":
        subject = "relative to " + phrase_of(words, words.head[n])
    elif subject == "none" and words.dep[n] == "conj":
        subject = "as before, " + phrase_of(words, dependent(words, words.head[n], "nsubj"))
    thing = phrase_of(words, dependent(words, n, "obj"))
    yield "subject, form", subject, form
    yield "object, form", thing, form
    yield "subject, object, present", subject, thing, form in {"VBZ", "VBP"}
    labels = {words.dep[c] for c in words.children[n][:FEW_CHILDREN]}
    for label in ("ccomp", "xcomp", "obl", "parataxis", "compound"):
        if label in labels:
            yield "with, form", label, form
            yield "with, word", label, words.lemma[n]
    marks = [
        words.low[c]
        for c in words.children[n][:FEW_CHILDREN]
        if words.dep[c] in {"mark", "advmod"} and words.low[c] in WHENEVER
    ]
    yield "conjunction, form", marks[0] if marks else "none", form
    below = next((c for c in words.children[n][:FEW_CHILDREN] if words.dep[c] == "advcl"), None)
    if below is not None:
        yield "form of a clause below, form", verb_form(words, below), form
    if words.dep[n] in {"advcl", "acl", "ccomp", "conj", "parataxis", "xcomp"}:
        yield "form of the clause above, form", _form(words, words.head[n]), form
    cases = {
        words.low[c]
        for child in words.children[n][:FEW_CHILDREN]
        if words.dep[child] == "obl"
        for c in words.children[child][:3]
    }
    yield "place or time, form", bool(cases & {"in", "at", "on", "near"}), form


def _of_noun(words: Words, n: int, headline: bool) -> Iterator[Feature]:
    phrase = phrase_of(words, n)
    if phrase == "bare" and headline:
        phrase = "definite"  # "Quake shakes Harbourtown"
    yield "noun", phrase
    yield "noun, label", phrase, words.dep[n]
    yield "noun, number", words.tag[n]
    suffix = next((s for s in NOUN_ENDINGS if words.lemma[n].endswith(s)), "")
    yield "noun, ending", suffix
    yield "noun, ending, phrase", suffix, phrase
    head = words.head[n]
    yield "noun, form above", verb_form(words, head) if words.pos[head] == "VERB" else words.pos[head], words.dep[n]
    yield "noun, word above", words.lemma[head]
    case = next((words.low[c] for c in words.children[n][:FEW_CHILDREN] if words.dep[c] == "case"), "none")
    yield "noun, preposition", case, phrase
    labels = {words.dep[c] for c in words.children[n][:FEW_CHILDREN]}
    for label in ("nmod", "amod", "compound", "nummod", "acl"):
        if label in labels:
            yield "noun, with", label
    if n and words.pos[n - 1] == "PROPN":
        yield ("noun behind a name",)
