"""The spaCy component: recognise, resolve against the article's day, the verb's tense and the date named last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Token

from generator.language import timex
from generator.language.times import lexicon
from generator.language.times.grammar import Match, expressions
from generator.language.times.lexer import lex
from generator.language.times.meaning import Context, Feast, Point, Same, Shift, Tense, resolve

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
PERIODS = frozenset({"quarter", "half"})


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and the time that they name."""

    start: int  # code points into the article
    end: int
    type: TimexType
    value: str  # TIMEX3, "XXXX-07-15" where the year can't be known
    earliest: str | None = None  # ISO 8601 days of the interval that the value names, where it names one
    latest: str | None = None
    mod: str | None = None  # TIMEX3 mod: START, MID, END, APPROX, MORE_THAN ...


class Times:
    """The spaCy component; sets `doc._.times`.

    It needs no other component; with tags and a parse, tense decides whether "Friday" is past or to come.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Find the time expressions of a document."""
        doc._.times = tuple(_times(doc))
        return doc


@Language.factory("briefing_times", assigns=["doc._.times"])
def make_times(nlp: Language, name: str) -> Times:
    """Make the component."""
    return Times()


def _times(doc: Doc) -> list[TimeExpression]:
    lexed = lex(doc.text)
    context = Context(doc._.published)
    found = []
    for match in expressions(lexed):
        start, end = lexed.start[match.start], lexed.end[match.end - 1]
        tense = _tense(doc, start) if _needs_tense(match) else None
        made = resolve(match.meaning, context, tense)
        if made is None:
            continue
        kind, value = made
        span = timex.days(value) if kind in {"DATE", "TIME"} else None
        found.append(TimeExpression(start, end, kind, value, *(span or (None, None)), match.mod))  # type: ignore[arg-type]
        if kind in {"DATE", "TIME"} and not value.endswith("_REF"):
            context.anchor = value
            if timex.precision(value) in PERIODS and not (isinstance(match.meaning, Same | Shift) or _year_before(match)):
                context.period = value
    return found


def _year_before(match: Match) -> bool:
    return isinstance(match.meaning, Point) and (match.meaning.year_shift or 0) < 0


def _needs_tense(match: Match) -> bool:
    meaning = match.meaning
    if isinstance(meaning, Point):
        return meaning.year is None
    return isinstance(meaning, Feast | Same)


def _tense(doc: Doc, start: int) -> Tense:
    """The tense of the verb that governs the words at an offset."""
    span = doc.char_span(start, start + 1, alignment_mode="expand")
    if span is None:
        return None
    token: Token = span[0]
    for _ in range(12):
        if token.pos_ in {"VERB", "AUX"} or token.tag_[:2] == "VB":
            return _tense_of(token)
        if token.head.i == token.i:
            break
        token = token.head
    verbs = [t for t in span.sent if t.dep_ == "ROOT" and t.tag_[:2] == "VB"] if doc.has_annotation("SENT_START") else []
    return _tense_of(verbs[0]) if verbs else None


def _tense_of(verb: Token) -> Tense:
    """Past, future or neither, by a verb's tag and its auxiliaries; an infinitive looks ahead, a participle asks its verb."""
    auxiliaries = [child for child in verb.children if child.dep_[:3] == "aux" or child.dep_ in {"cop", "mark"}]
    lower = {child.lower_ for child in auxiliaries}
    if lower & {"will", "'ll", "’ll", "shall", "wo"} or verb.lower_ in {"will", "'ll", "’ll"}:
        return "future"
    if any(child.tag_ in {"VBD"} for child in auxiliaries) or verb.tag_ == "VBD" or "had" in lower:
        return "past"
    if lower & {"has", "have", "'ve", "’ve"} and verb.tag_ == "VBN":
        return "past"
    if lower & {"would", "could", "should", "may", "might", "can", "must"}:
        return None
    if verb.tag_ == "VB" and "to" in lower:
        governor = verb.head
        if governor.lemma_.lower() in lexicon.LOOKING_AHEAD or governor.i == verb.i:
            return "future"
        return _tense_of(governor) if governor.tag_[:2] == "VB" and governor.tag_ != "VB" else None
    if verb.tag_ == "VBN" and not lower:
        return "past"
    if verb.tag_ == "VBG" and verb.head.i != verb.i and verb.head.tag_[:2] == "VB":
        return _tense_of(verb.head) if verb.head.tag_ != "VBG" else None
    if verb.tag_ in {"VBZ", "VBP"} and verb.lemma_ in lexicon.TIMETABLE:
        return "future"
    return None


