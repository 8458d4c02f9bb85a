"""The spaCy component: every date goes to the event that it belongs to.

Method: a time expression dates its syntactic governor. Within a noun phrase that is an event noun ("the July 15 coup attempt");
else the verb of its clause, its complements and the verbs joined to it that name no time of their own. A reporting verb keeps
its own date to itself. What names no time may have happened on the day of publication, which is marked as inferred. A small model
weighs all that (`choosing`), and says how sure each day is.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.events import headlines, triggers
from generator.language.events.choosing import ArticleDays, days_of
from generator.language.events.days import is_ahead
from generator.language.events.form import form_of
from generator.language.events.kinds import Surroundings, kind_of
from generator.language.events.model import Event, EventDate, Status
from generator.language.events.participants import Mentions
from generator.language.events.periods import Period, periods
from generator.language.events.reach import Speech
from generator.language.extensions import page_furniture, paragraphs
from generator.language.setup.scoring import Layer, Scorer, scored
from generator.language.times import TimeExpression
from generator.language.words import Words, words_of


class Events(Layer):
    """The spaCy component; sets `doc._.events`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of a document."""
        words = words_of(doc)
        stated = list(periods(words, doc._.times, doc._.published))
        titles = [(p.start, p.end) for p in doc._.paragraphs if p.kind == "title"]
        around = surroundings(words, doc._.times, stated, titles)
        speech = Speech(words, ((p.start, p.end) for p in paragraphs(doc)))
        told = ArticleDays(words, stated, doc._.published, around.habits, speech)
        published = doc._.published.isoformat() if doc._.published else None
        chosen = [n for n in _chosen(words, told, titles) if not _in_time(words, n, doc._.times)]
        dates = days_of(words, chosen, told)
        furniture = page_furniture(doc)
        places = Mentions(words, doc._.entities)
        events = (_event(words, n, dates, places, around) for n in chosen if not furniture(words.start[n]))
        doc._.events = tuple(_planned(words, event, published) for event in events)
        return doc


def _planned(words: Words, event: Event, published: str | None) -> Event:
    """What is named by a day ahead has not happened, whatever its word: "preparing for next Tuesday's vote"."""
    date = event.date
    if published is None or date is None or date.wording is None or event.status != "happened":
        return event
    n = bisect_left(words.start, event.trigger[0])
    named = date.wording[1] <= event.trigger[0] and words.pos[n] == "NOUN"
    first, last = (bisect_left(words.start, edge) for edge in date.wording)
    names = named and any(words.head[k] == n for k in range(first, last))
    return replace(event, status="planned") if names and is_ahead(words, date, published) else event


def _chosen(words: Words, told: ArticleDays, titles: Sequence[tuple[int, int]]) -> list[int]:
    """The tokens that tell of events, in order."""
    named = (n for n in range(len(words.text)) if triggers.is_trigger(words, n))
    return sorted({*named, *told.dates, *headlines.verbs(words, titles)})


def _in_time(words: Words, n: int, times: Sequence[TimeExpression]) -> bool:
    """Whether a noun only helps to say when: "at the end of 2009", "the beginning of March"."""
    place = bisect_right(times, words.start[n], key=lambda time: time.start) - 1
    return words.pos[n] == "NOUN" and place >= 0 and words.end[n] <= times[place].end


def _event(words: Words, n: int, dates: dict[int, EventDate], places: Mentions, around: Surroundings) -> Event:
    participants, place = places.around(n)
    kind, occurrence = kind_of(words, n, around)
    date = dates.get(n)
    if date is not None and date.inferred and kind == "general":
        date = None  # "eddies mix the water": not on the day of publication
    return Event(
        trigger=(words.start[n], words.end[n]),
        sentence=_sentence(words, n),
        date=date,
        participants=participants,
        place=place,
        status=cast(Status, triggers.status_of(words, n)),
        kind=kind,
        occurrence=occurrence,
        form=form_of(words, n),
    )


def _sentence(words: Words, n: int) -> tuple[int, int]:
    """The sentence of a token without white space at its ends, in code points."""
    first, last = words.sentences[words.sent[n]]
    while first < n and words.pos[first] == "SPACE":
        first += 1
    while last > n + 1 and words.pos[last - 1] == "SPACE":
        last -= 1
    return words.start[first], words.end[last - 1]


def surroundings(
    words: Words, times: Sequence[TimeExpression], stated: Sequence[Period], titles: Iterable[tuple[int, int]] = ()
) -> Surroundings:
    """What the sentences of an article tell of time; `titles` are its headlines, in code points."""
    headlines = (range(bisect_left(words.start, start), bisect_left(words.start, end)) for start, end in titles)
    return Surroundings(
        frozenset(words.sent[period.first] for period in stated),
        habits(words, times),
        frozenset(words.sent[n] for tokens in headlines for n in tokens),
    )


def habits(words: Words, times: Sequence[TimeExpression]) -> frozenset[int]:
    """The numbers of the sentences that tell of what recurs: "meets every May"."""
    sets = (bisect_right(words.start, time.start) - 1 for time in times if time.type == "SET")
    return frozenset(words.sent[n] for n in sets if n >= 0)


@Language.factory(
    "briefing_events",
    requires=["doc._.times", "doc._.entities"],
    assigns=["doc._.events"],
    default_config={"scorer": scored("events", "trigger", "status", "date.value")},
)
def make_events(nlp: Language, name: str, scorer: Scorer) -> Events:
    """Make the component."""
    return Events(scorer)
