"""What each figure of the sources counts, and of which event: read from sentences, times, names and events of the records."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.dossier.differences.fate_words import Fate
from generator.dossier.differences.fates import Counted, counted
from generator.dossier.differences.figures import Figure, figures
from generator.dossier.differences.measures import magnitudes
from generator.dossier.differences.sentences import Sentence
from generator.records.model import Mention, Record, Time

AGE_UNIT = re.compile(r"^-(?:year|month|week|day)s?-old|^ years? (?:old|of age)")
AGED = re.compile(r"(?:[A-Za-z’'-]+, |\baged? )$")
AHEAD = 9  # characters of "aged " with what stands before it
ONE_MORE = re.compile(
    r"\b(?:injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?) (?P<one>a (?:second|third|fourth|fifth)"
    r"(?: (?!(?:in|at|on|by|with|and|after|before|during|as|who|was|near|outside|inside|of)\b)[a-z-]+)?)(?=[ ,.;])",
    re.IGNORECASE,
)
NEIGHBOURS_COUNTED = 3
MONTH_VALUE = re.compile(r"(?:\d{4}|XXXX)-\d\d")  # "in September": of an undated article's events not the one of its opening
OLD_NEWS = 60  # days before its publication from which what an article dates is no news
MANY_EVENTS = 3  # values of one kind in one article above which it lists many events
# what stands between a place and the one that it lies in or by
PART_OF = re.compile(
    r",? (?:(?:near|in|outside|just|the)\s)*(?:(?:north|south|east|west|central|inner|outer)(?:[ -]?(?:east|west))?(?:ern)?\s)?(?:of\s)?",
    re.I,
)
WITHIN = 20
BESIDE_FIGURE = 60  # letters between a figure and the word for its event


@dataclass(slots=True)
class Claim:
    """A figure that a source gives, with what it counts and what tells of which event that is."""

    number: int  # of the record
    sentence: Sentence
    figure: Figure
    kind: str  # fate and noun: only claims of one kind are compared
    fate: Fate
    span: bool  # a count over years
    published: str
    origin: str
    homes: frozenset[str] = frozenset()  # events (happenings) whose words stand by the figure
    around: frozenset[str] = frozenset()  # events of its sentence
    places: frozenset[str] = frozenset()  # towns that its sentence names
    context: frozenset[str] = frozenset()  # and those of the sentence before
    names: frozenset[str] = frozenset()  # all that the sentence names
    main: bool = False  # in the headline or the opening
    listed: bool = False  # one of many of its kind in its article: a list of other events
    dated: bool = False  # its sentence states a time
    foreign: str = ""  # the year or month of which its sentence speaks, where that is long before the article

    @property
    def text(self) -> tuple[int, int]:
        """Where its words stand in the article."""
        return self.sentence.start + self.figure.start, self.sentence.start + self.figure.end


class Article:
    """What a record tells of the stretch of a sentence."""

    def __init__(self, number: int, record: Record, index: Mapping[tuple[str, str], str], places: Mapping[str, str]) -> None:
        """Sort its mentions and times.

        Args:
            number: of the record.
            record: the article.
            index: the subject of each record's entity.
            places: subjects that are places, with what they are ("city", "state", "country").
        """
        self.number, self.record = number, record
        named = sorted(
            (m.start, m.end, index.get((record.id, e.id), e.id))
            for e in record.entities
            for m in e.mentions
            if m.kind == "name"
        )
        self._ends = {
            m.end: index.get((record.id, e.id), e.id) for e in record.entities for m in sorted(e.mentions, key=_length)
        }
        self._starts = [start for start, _, _ in named]
        self._named = named
        self._times = sorted(record.times, key=lambda t: t.start)
        self._time_starts = [t.start for t in self._times]
        self._places = places
        self._direct = [(c.start, c.end) for q in record.quotes if q.kind != "indirect" for c in q.content]
        self.called: Mapping[str, str] = {}  # subjects by the last word of their name, where it is one's alone
        self.towns_known: frozenset[str] = frozenset()  # subjects that are towns and no buildings
        self.wider: Mapping[str, frozenset[str]] = {}

    def masked(self, sentence: Sentence, found: Sequence[Figure]) -> str:
        """The sentence in lower case, its figures numbered, times and ages blanked."""
        text, parts, position = sentence.text, [], 0
        taken = [(t.start - sentence.start, t.end - sentence.start) for t in self.times(sentence)]
        names = [(s - sentence.start, e - sentence.start) for s, e, _ in self.names(sentence)]
        for n, figure in enumerate(found):
            dated = any(s < figure.end and figure.start < e for s, e in _before(taken, figure.end))
            inside = any(s < figure.start and figure.end <= e for s, e in _before(names, figure.start))
            aged = AGE_UNIT.match(text, figure.end) or (
                AGED.search(text[max(0, figure.start - AHEAD) : figure.start])
                and text[figure.end : figure.end + 1] in {",", ".", ")"}
                and text[figure.start : figure.end].isdigit()
            )
            parts += [text[position : figure.start], "@" if dated or inside or aged or figure.unit else f"#{n}#"]
            position = figure.end
        return " ".join("".join([*parts, text[position:]]).lower().replace(",", " ,").split())

    def times(self, sentence: Sentence) -> list[Time]:
        """The time expressions of a sentence."""
        first, last = bisect_left(self._time_starts, sentence.start), bisect_left(self._time_starts, sentence.end)
        return self._times[first:last]

    def names(self, sentence: Sentence) -> list[tuple[int, int, str]]:
        """The names in a sentence, with the subjects that they stand for."""
        return self._named[bisect_left(self._starts, sentence.start) : bisect_right(self._starts, sentence.end - 1)]

    def named_in(self, start: int, end: int) -> frozenset[str]:
        """The subjects named within a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        told = self._named[first:last]
        return frozenset(name for at, stop, name in told if stop <= end and self.record.text[at - 1 : at] != "(")

    def quoted(self, at: int) -> bool:
        """Whether it stands within a direct quotation."""
        return any(s <= at < e for s, e in self._direct)

    def towns(self, sentence: Sentence) -> frozenset[str]:
        """The towns and buildings that a sentence names, and those of which they are said to be a part or a neighbour."""
        named = [name for _, _, name in self.names(sentence) if self._places.get(name) == "city"]
        return frozenset(named).union(*(self.wider.get(name, ()) for name in named))

    def subject_of(self, start: int, end: int) -> str:
        """Whom or what the words stand for: a name, a role or a pronoun; empty where that is not known."""
        last = self.record.text[start:end].split()[-1]
        known = self._ends.get(end) or (self.called.get(last.casefold()) if last[0].isupper() else None)
        return f"@{known}" if known else ""

    def parts(self) -> Iterator[tuple[str, str]]:
        """Which place the article says to lie in or by which: "Croydon, south London", "in Croydon, near London"."""
        for (_, end, one), (start, _, other) in itertools.pairwise(self._named):
            if 0 < start - end <= WITHIN and PART_OF.fullmatch(self.record.text, end, start):
                yield one, other


def _before(spans: Sequence[tuple[int, int]], end: int) -> Sequence[tuple[int, int]]:
    """Of spans in their order the last ones that begin before a place: in a list of a thousand days no other is near."""
    at = bisect_left(spans, (end,))
    return spans[max(0, at - NEIGHBOURS_COUNTED) : at]


def _length(mention: Mention) -> int:
    return mention.end - mention.start


def claims(
    article: Article,
    told: Sequence[Sentence],
    events: Sequence[tuple[int, int, str]],
    origin: str,
) -> list[Claim]:
    """The counts of an article.

    Args:
        article: it.
        told: its sentences.
        events: where triggers stand and of which event they tell, in reading order.
        origin: its independent publisher.
    """
    before: Sentence | None = None
    made = []
    for sentence in told:
        found = sorted((*figures(sentence.text), *_one_more(sentence.text)), key=lambda figure: figure.start)
        for count in counted(article.masked(sentence, found)) if found else ():
            made.append(_claim(article, sentence, before, found[count.figure], count, events, origin))
        for figure, count in magnitudes(sentence.text):
            made.append(_claim(article, sentence, before, figure, count, events, origin))
        before = sentence
    values: dict[str, set[float]] = {}
    for claim in made:
        values.setdefault(claim.kind, set()).add(claim.figure.value)
    for claim in made:
        claim.listed = len(values[claim.kind]) > MANY_EVENTS and not claim.main
    return made


def _one_more(text: str) -> Iterator[Figure]:
    """ "killing two and wounding a third": one is wounded."""
    for match in ONE_MORE.finditer(text):
        yield Figure(match.start("one"), match.end("one"), 1, 1, 1)


def _claim(
    article: Article,
    sentence: Sentence,
    before: Sentence | None,
    figure: Figure,
    count: Counted,
    events: Sequence[tuple[int, int, str]],
    origin: str,
) -> Claim:
    first, last = (bisect_left(events, (at,)) for at in (sentence.start, sentence.end))
    inside = events[first:last]
    middle = sentence.start + figure.start
    return Claim(
        number=article.number,
        sentence=sentence,
        figure=figure,
        kind=f"{count.fate.name} {count.noun}".strip(),
        fate=count.fate,
        span=count.span,
        published=article.record.metadata.published or "",
        origin=origin,
        homes=frozenset(name for at, _, name in inside if abs(at - middle) <= BESIDE_FIGURE),
        around=frozenset(name for _, _, name in inside),
        places=article.towns(sentence),
        context=article.towns(before) if before is not None and not sentence.lead else frozenset(),
        names=frozenset(name for _, _, name in article.names(sentence)),
        main=sentence.lead,
        dated=any(t.latest and t.type in {"DATE", "TIME"} for t in article.times(sentence)),
        foreign=_foreign(article, sentence, figure, before),
    )


def _foreign(article: Article, sentence: Sentence, figure: Figure, before: Sentence | None) -> str:
    """The past of which a figure speaks: the year that stands in its sentence, or, below the opening, in the one before."""
    published = article.record.metadata.published
    if not published:
        months = [t.value for t in article.times(sentence) if MONTH_VALUE.fullmatch(t.value)]
        return "" if sentence.lead or not months else months[0]
    for told in (sentence, before if before is not None and not sentence.lead else None):
        dated = [t for t in (article.times(told) if told else ()) if _long_ago(t, published)]
        if dated:
            near = min(dated, key=lambda t: abs(t.start - sentence.start - figure.start))
            return (near.latest or "")[:4]
    return ""


def _long_ago(time: Time, published: str) -> bool:
    if time.type not in {"DATE", "TIME"} or not time.latest:
        return False
    return date.fromisoformat(published[:10]).toordinal() - date.fromisoformat(time.latest[:10]).toordinal() > OLD_NEWS
