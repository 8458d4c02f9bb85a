"""What the templates show of each thing: words with our marks beside them, dates in words, facets for filtering."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from babel import Locale
from babel.numbers import format_currency, format_decimal
from markupsafe import Markup
from msgspec import Struct

from generator.dossier.model import Amount, Difference, Happening, Passage, Quotation, Statement, Telling, Version, Worded
from generator.pages.dates import in_words
from generator.pages.escaping import inert
from generator.pages.links import Links
from generator.values import timex

PARTICIPANTS = 6  # shown of an entry
DETAILS = 20  # sentences shown under an entry that tell of its parts
SENTENCES_SHOWN = 3  # sentences shown at once of a value that others tell differently
NEWS = 10  # of what is counted, below which a number says no more than its words do ("two employees"), unless somebody came to harm
# "Two workers died", "Three sailors were injured"
HARM = re.compile(
    r"\b(kill|dead|death|die[ds]?\b|dying|injur|wound|hurt|missing|drown|hostage|abduct|kidnap|casualt|fatal)", re.I
)
SCALES = {10**6: "million|mn|m", 10**9: "billion|bn|b", 10**12: "trillion|tn"}  # "$82 million", "£3bn"
STATUS = {"planned": "planned or expected", "negated": "said not to have happened", "hypothetical": "only possible"}


@dataclass(frozen=True, slots=True)
class VersionView:
    """What some sources tell of a difference."""

    value: str
    publishers: str  # in words
    shown: tuple[PassageView, ...]  # one a source, the first ones
    more: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """A sentence with the words of a value marked."""

    words: Markup
    sentence: Passage


class DifferenceView(Struct, frozen=True, dict=True):
    """A difference for the page."""

    id: str
    difference: Difference
    locale: Locale

    @property
    def says(self) -> str:
        """What is the matter, in words."""
        if self.difference.kind == "claim" and any(v.value == "denied" for v in self.difference.values):
            return "One side tells it, another denies it"
        return "Has changed as days passed" if self.difference.changed else "The sources differ"

    @cached_property
    def versions(self) -> tuple[VersionView, ...]:
        """What is told."""
        days = self.difference.kind == "date"
        return tuple(_version(version, self.locale, days=days) for version in self.difference.values)

    @property
    def passages(self) -> list[Passage]:
        """All that it cites."""
        return [worded.whole for version in self.difference.values for worded in version.passages]


class FactView(Struct, frozen=True, dict=True):
    """A statement for the page; what is told of it in words is worked out when it is shown."""

    id: str
    statement: Statement
    number: int  # its rank; 0 where it is not shown
    sources: tuple[str, ...]
    subjects: tuple[str, ...]
    kind: str
    first: str | None
    last: str | None
    names: Mapping[str, str]  # of all subjects
    locale: Locale
    differs: tuple[DifferenceView, ...] = ()  # what others tell of a figure of it
    published: str | None = None  # when its article was, in words, where that is long before the others

    @cached_property
    def words(self) -> Markup:
        """The passage with the referents of its pronouns beside them."""
        return _marked(self.statement, self.names)

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All that it cites."""
        return (self.statement.passage, *self.statement.also, *(p for d in self.differs for p in d.passages))

    @property
    def names_claimant(self) -> bool:
        """Whether its own words say whose claim it is, by name: "Police said the road was closed" needs no "according to Police"."""
        said, told = self.statement.claimed_by, self.statement.passage
        if said is None or said.source != told.source or not told.start <= said.start < said.end <= told.end:
            return False
        name = self.names.get(self.statement.claimant or "")
        return name is None or name.split()[-1] in said.text

    @cached_property
    def also(self) -> tuple[Passage, ...]:
        """A passage of each other source that tells the same."""
        return tuple(_elsewhere(self.statement).values())

    @cached_property
    def otherwise(self) -> tuple[Passage, ...]:
        """Those of them in other words."""
        told = _letters(self.statement.passage) if self.also else ""
        return tuple(passage for passage in self.also if _letters(passage) != told)

    @cached_property
    def date(self) -> str | None:
        """Its date in words."""
        return in_words(self.statement.date, self.locale) if self.statement.date else None

    @cached_property
    def amounts(self) -> tuple[str, ...]:
        """Its amounts, where their values say more than the words do."""
        return tuple(text for a in self.statement.amounts if (text := _amount(a, self.statement, self.locale)))


class QuoteView(Struct, frozen=True, dict=True):
    """A quotation for the page."""

    id: str
    quotation: Quotation
    sources: tuple[str, ...]
    subjects: tuple[str, ...]
    kind: str
    first: str | None
    last: str | None
    locale: Locale

    @cached_property
    def date(self) -> str | None:
        """Its date in words."""
        return in_words(self.quotation.date, self.locale) if self.quotation.date else None

    @property
    def passages(self) -> list[Passage]:
        """All that it cites."""
        return [*self.quotation.content, *(part for wording in self.quotation.wordings for part in wording.content)]

    @property
    def doubt(self) -> str | None:
        """How sure the speaker is, where that is not sure enough to be named without a mark."""
        return None if self.quotation.certain or self.quotation.speaker is None else format(self.quotation.confidence, ".0%")


@dataclass(frozen=True, slots=True)
class TellingView:
    """A sentence with the words that tell its day marked, or with them beside it where they stand elsewhere."""

    words: Markup
    sentence: Passage
    wording: Passage | None


class EventView(Struct, frozen=True, dict=True):
    """An entry of the chronology for the page."""

    id: str
    happening: Happening
    parts: tuple[Happening, ...]  # what is told of it under other words
    sources: tuple[str, ...]
    subjects: tuple[str, ...]
    kind: str  # where on the chronology it stands
    first: str | None
    last: str | None
    locale: Locale
    differs: tuple[DifferenceView, ...] = ()  # what others tell of a figure or the time of it

    @cached_property
    def when(self) -> str:
        """Its day in words."""
        day = self.happening.day
        return in_words(day.value, self.locale, day.mod) if day else "date not stated"

    @property
    def passages(self) -> list[Passage]:
        """All that it cites."""
        told = [telling.sentence for telling in (*self.happening.tellings, *self.details)]
        return [*told, *(p for d in self.differs for p in d.passages)]

    @property
    def unsure(self) -> bool:
        """Whether no source states its day, or the day is counted from one that is in doubt."""
        day = self.happening.day
        return day is not None and (day.inferred or self.happening.doubtful)

    @property
    def status(self) -> str | None:
        """Whether it happened, where it did not."""
        return STATUS.get(self.happening.status)

    @cached_property
    def tellings(self) -> tuple[TellingView, ...]:
        """The sentences that tell of it, each once, the best first."""
        return tuple(self._view(t) for t in _by_sentence(self.happening.tellings))

    @property
    def participants(self) -> tuple[str, ...]:
        """Who takes part, as many as can be shown."""
        return self.happening.participants[:PARTICIPANTS]

    @property
    def others(self) -> tuple[TellingView, ...]:
        """All but the best."""
        return self.tellings[1:]

    @cached_property
    def more(self) -> tuple[TellingView, ...]:
        """The sentences that tell of its parts and not of itself."""
        return tuple(self._view(t) for t in self.details)

    @cached_property
    def details(self) -> tuple[Telling, ...]:
        """A telling for each sentence that tells of its parts and not of itself."""
        known = {(t.sentence.source, t.sentence.start) for t in self.happening.tellings}
        found = _by_sentence(t for part in self.parts for t in part.tellings)
        return tuple(t for t in found if (t.sentence.source, t.sentence.start) not in known)[:DETAILS]

    @property
    def anchors(self) -> tuple[str, ...]:
        """The ids that led to what is told here."""
        names = (*self.happening.members, *(name for part in self.parts for name in part.members))
        return tuple(name for name in dict.fromkeys(names) if name != self.id)

    def _view(self, telling: Telling) -> TellingView:
        words, sentence = telling.wording, telling.sentence
        if words and words.source == sentence.source and sentence.start <= words.start and words.end <= sentence.end:
            return TellingView(_dated(sentence, words), sentence, None)
        return TellingView(inert(sentence.text), sentence, words if words and words.text != self.when else None)


View = FactView | QuoteView | EventView


def fact_view(
    statement: Statement,
    number: int,
    links: Links,
    locale: Locale,
    differs: Sequence[DifferenceView] = (),
    published: str | None = None,
) -> FactView:
    """A statement with whom and what it can be filtered by.

    Args:
        statement: what is told.
        number: its rank; 0 where it is not shown.
        links: where things stand.
        locale: of days and numbers.
        differs: what others tell of a figure of it.
        published: the day of its article, where a reader must know that.
    """
    subjects = (*statement.subjects, statement.claimant) if statement.claimant else statement.subjects
    return FactView(
        statement.id,
        statement,
        number,
        (statement.passage.source, *_elsewhere(statement)),
        tuple(dict.fromkeys(subjects)),
        statement.kind,
        *_span(statement.date),
        links.names,
        locale,
        tuple(differs),
        in_words(published, locale) if published and not statement.date else None,
    )


def quote_view(quotation: Quotation, locale: Locale) -> QuoteView:
    """A quotation with whom and what it can be filtered by."""
    return QuoteView(
        quotation.id,
        quotation,
        tuple(dict.fromkeys([quotation.content[0].source, *(w.source for w in quotation.wordings)])),
        tuple(s for s in (quotation.speaker, quotation.addressee) if s),
        quotation.kind,
        *_span(quotation.date),
        locale,
    )


def event_view(
    happening: Happening, parts: Sequence[Happening], locale: Locale, differs: Sequence[DifferenceView] = ()
) -> EventView:
    """An entry with whom and what it can be filtered by.

    Args:
        happening: the event.
        parts: what stands under it.
        locale: the site's language.
        differs: what others tell of it.
    """
    day = happening.day
    kind = "further" if not happening.listed else happening.tier if happening.status == "happened" else happening.status
    return EventView(
        happening.id,
        happening,
        tuple(parts),
        tuple(dict.fromkeys(t.sentence.source for t in happening.tellings)),
        tuple(dict.fromkeys([*happening.participants, *([happening.place] if happening.place else [])])),
        kind,
        day.earliest if day else None,
        day.latest if day else None,
        locale,
        tuple(differs),
    )


def _version(version: Version, locale: Locale, *, days: bool) -> VersionView:
    by_source: dict[str, Worded] = {}
    for worded in version.passages:
        by_source.setdefault(worded.source, worded)
    first = list(by_source.values())[:SENTENCES_SHOWN]
    more = [worded for worded in version.passages if worded not in first]
    count = f"{version.publishers} independent publishers" if version.publishers > 1 else "one publisher"
    since = f", first on {in_words(version.first, locale)}" if version.first else ""
    value = in_words(version.value, locale) if days and timex.precision(version.value) in {"day", "month"} else version.value
    return VersionView(value, count + since, tuple(map(_worded, first)), tuple(map(_worded, more)))


def _worded(worded: Worded) -> PassageView:
    """A sentence with the words of its value marked; nothing is marked where they are all of it."""
    text, start, end = worded.sentence, worded.start - worded.sentence_start, worded.end - worded.sentence_start
    if end - start == len(text):
        return PassageView(inert(text), worded.whole)
    parts = inert(text[:start]), inert(text[start:end]), inert(text[end:])
    return PassageView(Markup('{}<b class="trigger">{}</b>{}').format(*parts), worded.whole)


@cache
def _span(date: str | None) -> tuple[str | None, str | None]:
    """The first and the last day of a TIMEX3 value."""
    return (timex.days(date) if date else None) or (None, None)


def _elsewhere(statement: Statement) -> dict[str, Passage]:
    """By source, the first passage of each other one that tells the same."""
    found: dict[str, Passage] = {}
    for passage in statement.also:
        if passage.source != statement.passage.source:
            found.setdefault(passage.source, passage)
    return found


def _letters(passage: Passage) -> str:
    """The letters and digits of a passage: marks and case make no other wording."""
    return "".join(c for c in passage.text.lower() if c.isalnum())


def _by_sentence(tellings: Iterable[Telling]) -> list[Telling]:
    found: dict[tuple[str, int], Telling] = {}
    for telling in tellings:
        found.setdefault((telling.sentence.source, telling.sentence.start), telling)
    return list(found.values())


def _dated(sentence: Passage, wording: Passage) -> Markup:
    """A sentence with the words marked that its day is read from."""
    text, start, end = sentence.text, wording.start - sentence.start, wording.end - sentence.start
    return Markup('{}<b class="dated">{}</b>{}').format(inert(text[:start]), inert(text[start:end]), inert(text[end:]))


def _marked(statement: Statement, names: Mapping[str, str]) -> Markup:
    text, base = statement.passage.text, statement.passage.start
    parts, position = [], 0
    for mark in statement.marks:
        end = mark.end - base
        if position <= end <= len(text) and mark.subject in names:
            parts.append(
                Markup('{}<span class="ours"> [{}]</span>').format(inert(text[position:end]), inert(names[mark.subject]))
            )
            position = end
    parts.append(inert(text[position:]))
    return Markup("").join(parts)


def _scaled(value: float, sign: str, text: str) -> bool:
    """Whether words tell a sum with its sign and scale: "$121 billion" needs no "$121,000,000,000" beside it."""
    return any(
        re.search(rf"{re.escape(f'{sign}{value / scale:.10g}')}\s?(?:{names})\b", text, re.IGNORECASE)
        for scale, names in SCALES.items()
    )


def _amount(amount: Amount, statement: Statement, locale: Locale) -> str | None:
    """The normalised value, where it says more than the words do."""
    value = int(amount.value) if amount.value == int(amount.value) else amount.value
    if amount.unit == "GBP" and "£" not in amount.passage.text:
        return None  # "5 million pounds of thrust"
    if amount.unit and len(amount.unit) == 3 and amount.unit.isupper():
        shown = str(format_currency(value, amount.unit, locale=locale, currency_digits=False, format="¤#,##0.##"))
        return None if shown in amount.passage.text or _scaled(value, shown[:1], amount.passage.text) else shown
    plain = str(format_decimal(value, locale=locale))
    shown = f"{plain}{'' if amount.unit == '%' else ' '}{amount.unit or ''}".strip()
    if amount.unit is None:
        if value < NEWS and not HARM.search(statement.passage.text):
            return None
        shown = f"{plain} {amount.counts.text}" if amount.counts else plain
    return None if shown.replace(" ", "") in amount.passage.text.replace(" ", "") or plain in amount.passage.text else shown
