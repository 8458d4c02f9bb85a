"""What each figure of the sources counts, and of which event: read from sentences, times, names and events of the records."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.dossier.differences.article import Article
from generator.dossier.differences.fate_words import Fate
from generator.dossier.differences.fates import Counted, counted
from generator.dossier.differences.figures import Figure, figures
from generator.dossier.differences.measures import magnitudes
from generator.dossier.differences.said import Said
from generator.dossier.differences.scopes import OF_ALL, Scope, nation_of, scopes
from generator.dossier.differences.sentences import Sentence
from generator.dossier.differences.tallies import tallies
from generator.records.model import Time

ONE_MORE = re.compile(
    r"\b(?:injur(?:ed|ing)|wound(?:ed|ing)|hurt(?:ing)?) (?P<one>a (?:second|third|fourth|fifth)"
    r"(?: (?!(?:in|at|on|by|with|and|after|before|during|as|who|was|near|outside|inside|of)\b)[a-z-]+)?)(?=[ ,.;])",
    re.IGNORECASE,
)
MONTH_VALUE = re.compile(r"(?:\d{4}|XXXX)-\d\d")  # "in September": of an undated article's events not the one of its opening
OLD_NEWS = 60  # days before its publication from which what an article dates is no news
FIRST_YEAR = "1500"  # "by 1100 (1600 GMT)" is no year
MANY_EVENTS = 3  # values of one kind in one article above which it lists many events
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
    scope: Scope = OF_ALL  # of whom and where
    inside: frozenset[str] = frozenset()  # buildings that its article names here alone, and in which it is said to be
    known: frozenset[str] = frozenset()  # all that its article names

    @property
    def text(self) -> tuple[int, int]:
        """Where its words stand in the article."""
        return self.sentence.start + self.figure.start, self.sentence.start + self.figure.end

    @property
    def of_people(self) -> bool:
        """Whether people as such are counted, or those of a people or a body."""
        return self.kind == f"{self.fate.name} {self.scope.whose}".strip() and not self.fate.of_things


def claims(
    article: Article,
    told: Sequence[Sentence],
    events: Sequence[tuple[int, int, str]],
    origin: str,
    details: Sequence[Said],
) -> list[Claim]:
    """The counts of an article.

    Args:
        article: it.
        told: its sentences.
        events: where triggers stand and of which event they tell, in reading order.
        origin: its independent publisher.
        details: its amounts, times and places.
    """
    before: Sentence | None = None
    made = []
    named = Counter(name for s in told for name in {name for _, _, name in article.names(s)})
    known = frozenset(named)
    read = _tallied(details)
    for sentence in told:
        found = sorted((*figures(sentence.text), *_one_more(sentence.text)), key=lambda figure: figure.start)
        counts = [(found[c.figure], c) for c in (counted(article.masked(sentence, found)) if found else ())]
        ends = {figure.end for figure, _ in counts}
        counts += [(figure, count) for figure, count in read.get(sentence.start, ()) if figure.end not in ends]
        scope = {f.end: s for f, s in zip(found, scopes(article, sentence, found), strict=True)} if counts else {}
        for figure, count in (*counts, *magnitudes(sentence.text)):
            claim = _claim(article, sentence, before, figure, count, events, origin)
            _scoped(claim, scope.get(figure.end, OF_ALL), count)
            claim.known, claim.inside = known, frozenset(name for name in claim.scope.inside if named[name] == 1)
            made.append(claim)
        before = sentence
    values: dict[tuple[str, frozenset[str]], set[float]] = {}
    for claim in made:
        if not claim.foreign:
            values.setdefault((claim.kind, claim.scope.where), set()).add(claim.figure.value)
    for claim in made:
        claim.listed = len(values.get((claim.kind, claim.scope.where), ())) > MANY_EVENTS and not claim.main
    return made


def _tallied(details: Sequence[Said]) -> dict[int, list[tuple[Figure, Counted]]]:
    """What details tell of counts, by where their sentences begin."""
    found: dict[int, list[tuple[Figure, Counted]]] = {}
    for detail, figure, count in tallies(details):
        found.setdefault(detail.sentence.start, []).append((figure, count))
    return found


def _scoped(claim: Claim, scope: Scope, count: Counted) -> None:
    """Say of whom and where a count is; of persons of a people or a body that is all that is compared."""
    words = count.noun.split()
    nation = next((found for word in words if (found := nation_of(word))), "")
    if nation:
        scope = replace(scope, whose=nation, called=nation)
    elif count.fate.anybody or count.fate.of_things:
        scope = replace(scope, whose="", called="")
    rest = " ".join(word for word in words if not nation_of(word))
    noun = "" if scope.whose and not count.fate.of_things else rest
    claim.scope = scope
    claim.kind = " ".join(part for part in (count.fate.name, scope.whose, noun) if part)


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
        at = sentence.start + figure.start
        times = [
            t for t in (article.times(told) if told else ()) if t.start < at or article.record.text[t.end : t.end + 1] != ":"
        ]
        dated = [t for t in times if _long_ago(t, published)]  # "1957: two million died 1968: one million died"
        if dated:
            near = min(dated, key=lambda t: abs(t.start - sentence.start - figure.start))
            return (near.latest or "")[:4]
    return ""


def _long_ago(time: Time, published: str) -> bool:
    if time.type not in {"DATE", "TIME"} or not time.latest or time.latest < FIRST_YEAR:
        return False
    return date.fromisoformat(published[:10]).toordinal() - date.fromisoformat(time.latest[:10]).toordinal() > OLD_NEWS
