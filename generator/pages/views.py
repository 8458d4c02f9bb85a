"""What the templates show of each thing: words with our marks beside them, dates in words, facets for filtering."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from babel import Locale
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup

from generator.dossier.model import Amount, Happening, Passage, Quotation, Statement, Telling
from generator.language import timex
from generator.pages.dates import in_words
from generator.pages.escaping import inert
from generator.pages.links import Links

SURE = 0.8  # a speaker below this is shown as inferred
STATUS = {"planned": "planned or expected", "negated": "said not to have happened", "hypothetical": "only possible"}


@dataclass(frozen=True, slots=True)
class FactView:
    """A statement for the page."""

    statement: Statement
    number: int  # its rank; 0 where it is not shown
    words: Markup
    also: tuple[Passage, ...]  # one of each other source
    otherwise: tuple[Passage, ...]  # those of them in other words
    date: str | None
    amounts: tuple[str, ...]
    sources: tuple[str, ...]
    subjects: tuple[str, ...]
    kind: str
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A quotation for the page."""

    quotation: Quotation
    date: str | None
    doubt: str | None
    sources: tuple[str, ...]
    subjects: tuple[str, ...]
    kind: str
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class TellingView:
    """A sentence with its trigger marked."""

    words: Markup
    sentence: Passage
    wording: Passage | None


@dataclass(frozen=True, slots=True)
class EventView:
    """An entry of the chronology for the page."""

    happening: Happening
    when: str
    status: str | None
    tellings: tuple[TellingView, ...]
    sources: tuple[str, ...]
    subjects: tuple[str, ...]
    kind: str
    first: str | None = None
    last: str | None = None


def fact_view(statement: Statement, number: int, links: Links, locale: Locale) -> FactView:
    """A statement with the referents of its pronouns beside them."""
    span = timex.days(statement.date) if statement.date else None
    also: dict[str, Passage] = {}
    for passage in statement.also:
        if passage.source != statement.passage.source:
            also.setdefault(passage.source, passage)
    told = _letters(statement.passage) if also else ""
    return FactView(
        statement,
        number,
        _marked(statement, links),
        tuple(also.values()),
        tuple(passage for passage in also.values() if _letters(passage) != told),
        in_words(statement.date, locale) if statement.date else None,
        tuple(text for a in statement.amounts if (text := _amount(a, locale))),
        tuple(dict.fromkeys([statement.passage.source, *also])),
        tuple(dict.fromkeys([*statement.subjects, *([statement.claimant] if statement.claimant else [])])),
        statement.kind,
        *(span or (None, None)),
    )


def _letters(passage: Passage) -> str:
    """The letters and digits of a passage: marks and case make no other wording."""
    return "".join(c for c in passage.text.lower() if c.isalnum())


def quote_view(quotation: Quotation, locale: Locale) -> QuoteView:
    """A quotation with its date in words."""
    span = timex.days(quotation.date) if quotation.date else None
    sure = quotation.confidence >= SURE or quotation.speaker is None or quotation.edited
    return QuoteView(
        quotation,
        in_words(quotation.date, locale) if quotation.date else None,
        None if sure else format(quotation.confidence, ".0%"),
        tuple(dict.fromkeys([quotation.content[0].source, *(w.source for w in quotation.wordings)])),
        tuple(s for s in (quotation.speaker, quotation.addressee) if s),
        quotation.kind,
        *(span or (None, None)),
    )


def event_view(happening: Happening, locale: Locale) -> EventView:
    """An entry with its day in words."""
    day = happening.day
    return EventView(
        happening,
        in_words(day.value, locale, day.mod) if day else "date not stated",
        STATUS.get(happening.status),
        tuple(TellingView(_triggered(t), t.sentence, t.wording) for t in _by_sentence(happening.tellings)),
        tuple(dict.fromkeys(t.sentence.source for t in happening.tellings)),
        tuple(dict.fromkeys([*happening.participants, *([happening.place] if happening.place else [])])),
        happening.status,
        day.earliest if day else None,
        day.latest if day else None,
    )


def _by_sentence(tellings: Iterable[Telling]) -> list[Telling]:
    found: dict[tuple[str, int], Telling] = {}
    for telling in tellings:
        found.setdefault((telling.sentence.source, telling.sentence.start), telling)
    return list(found.values())


def _triggered(telling: Telling) -> Markup:
    """A sentence with its trigger marked."""
    text, base = telling.sentence.text, telling.sentence.start
    start, end = telling.trigger.start - base, telling.trigger.end - base
    return Markup('{}<b class="trigger">{}</b>{}').format(inert(text[:start]), inert(text[start:end]), inert(text[end:]))


def _marked(statement: Statement, links: Links) -> Markup:
    text, base = statement.passage.text, statement.passage.start
    parts, position = [], 0
    for mark in statement.marks:
        end = mark.end - base
        if position <= end <= len(text) and mark.subject in links.names:
            parts.append(
                Markup('{} <span class="ours">[{}]</span>').format(
                    inert(text[position:end]), inert(links.names[mark.subject])
                )
            )
            position = end
    parts.append(inert(text[position:]))
    return Markup("").join(parts)


def _amount(amount: Amount, locale: Locale) -> str | None:
    """The normalised value, where it says more than the words do."""
    value = int(amount.value) if amount.value == int(amount.value) else amount.value
    if amount.unit and len(amount.unit) == 3 and amount.unit.isupper():
        return str(format_currency(value, amount.unit, locale=locale, currency_digits=False, format="¤#,##0.##"))
    plain = str(format_decimal(value, locale=locale))
    shown = f"{plain}{'' if amount.unit == '%' else ' '}{amount.unit or ''}".strip()
    if amount.unit is None:
        shown = f"{plain} {amount.counts.text}" if amount.counts else plain
    return None if shown.replace(" ", "") in amount.passage.text.replace(" ", "") or plain in amount.passage.text else shown
