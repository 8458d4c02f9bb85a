"""What all kinds of differences are found in: sentences, events, names and independent publishers of a dossier."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property

from generator.dossier.differences.article import Article
from generator.dossier.differences.bearers import joined
from generator.dossier.differences.clock_days import with_days
from generator.dossier.differences.corroboration import publishers
from generator.dossier.differences.counting import Claim, claims
from generator.dossier.differences.denials import concepts
from generator.dossier.differences.said import Said, said
from generator.dossier.differences.sentences import Sentence, sentences
from generator.dossier.model import FEW, Happening, Subject
from generator.dossier.stories.vectors import shipped
from generator.records.model import Record

MATTER = 0.4  # share of the rarer words of an opening that another of the same story has
BETWEEN = 3  # articles of one story with each of two others, which are of one story then
EVERYWHERE = 0.5  # share of the articles from which a name tells no two events apart


class Ground:
    """What differences are found in."""

    def __init__(
        self,
        records: Sequence[Record],
        index: Mapping[tuple[str, str], str],
        people: Sequence[Subject],
        happenings: Sequence[Happening],
        similar: Mapping[str, Sequence[str]],
    ) -> None:
        """Read the records.

        Args:
            records: the articles, in the order of publication.
            index: the subject of each record's entity.
            people: the subjects.
            happenings: all events.
            similar: for an article that has them, the others that share most of their text.
        """
        self.records = records
        self.happenings = happenings
        self.people = people
        self.origins = publishers(records, similar)
        self.sentences: list[list[Sentence]] = [list(sentences(n, record)) for n, record in enumerate(records)]
        self.articles = _articles(records, joined(records, index, people), people)
        self.events = _events(records, happenings)
        leads = [[s for s in told if s.lead] for told in self.sentences]
        self.main = [_told_in(lead, events) for lead, events in zip(leads, self.events, strict=True)]
        self.openings = [
            frozenset(name for s in lead for _, _, name in article.names(s))
            for lead, article in zip(leads, self.articles, strict=True)
        ]
        self.matter = [frozenset(c for s in lead for c in concepts(s.text)) for lead in leads]
        named = Counter(person.id for person in people for _ in person.sources)
        self._near = (
            [frozenset(m for m in range(len(records)) if self._akin(n, m)) for n in range(len(records))]
            if len(records) <= FEW
            else []
        )
        of_event: dict[str, set[int]] = {}
        for n, events in enumerate(self.main):
            for event in events:
                of_event.setdefault(event, set()).add(n)
        self._of_one_event = [frozenset().union(*(of_event[event] for event in events)) for events in self.main]
        self.common = frozenset(name for name, count in named.items() if count > EVERYWHERE * len(records))

    def akin(self, one: int, other: int) -> bool:
        """Whether two articles tell of one story: by themselves, or because others tell of it with both."""
        if not self._near:
            return other in self._of_one_event[one]
        both = self._near[one] & self._near[other]
        return other in self._near[one] or len(both) >= BETWEEN

    def _akin(self, one: int, other: int) -> bool:
        """Whether two openings tell of one event, or, of few articles, name the same."""
        if self.main[one] & self.main[other]:
            return True
        if self._dated(one) != self._dated(other):
            return False  # nothing says that they appeared at one time: "on Saturday" may be of another year
        return bool(self.openings[one] & self.openings[other]) or self._of_one_matter(one, other)

    def _dated(self, number: int) -> bool:
        return self.records[number].metadata.published is not None

    def _of_one_matter(self, one: int, other: int) -> bool:
        """Whether the openings of two articles share much of their rarer words."""
        a, b = self.matter[one], self.matter[other]
        poorer = min(_weight(a), _weight(b))
        return poorer > 0 and _weight(a & b) >= MATTER * poorer

    def claims(self) -> list[Claim]:
        """The counts of all articles."""
        return [
            claim
            for n, article in enumerate(self.articles)
            for claim in claims(article, self.sentences[n], self.events[n], self.origins[n], self._said[n])
        ]

    def details(self) -> list[Said]:
        """The amounts, times and places of all articles."""
        return [detail for told in self._said for detail in told]

    @cached_property
    def _said(self) -> list[list[Said]]:
        return [
            list(with_days(article, said(article, self.sentences[n], self.events[n])))
            for n, article in enumerate(self.articles)
        ]


def _articles(records: Sequence[Record], index: Mapping[tuple[str, str], str], people: Sequence[Subject]) -> list[Article]:
    """The articles, with what is known of the dossier's places and names."""
    places = {s.id: _kind(s) for s in people if s.type in {"GPE", "LOC", "FAC"}}
    made = [Article(n, record, index, places) for n, record in enumerate(records)]
    towns = frozenset(s.id for s in people if s.type == "GPE" and s.place is not None and s.place.kind == "city")
    called, wider = _called(people), _wider(made, places)
    for article in made:
        article.towns_known, article.called, article.wider = towns, called, wider
    return made


def _wider(articles: Iterable[Article], places: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """For each town those of which some article says that it is a part."""
    found: dict[str, set[str]] = {}
    for part, whole in (pair for article in articles for pair in article.parts()):
        if places.get(part) == places.get(whole) == "city":
            found.setdefault(part, set()).add(whole)
    return {part: frozenset(wholes) for part, wholes in found.items()}


def _called(people: Sequence[Subject]) -> dict[str, str]:
    """Subjects by the last word of their name, and firms by its first ("Lumex Inc"), where no two share it."""
    found: dict[str, set[str]] = {}
    for person in people:
        words = person.name.casefold().split()
        if person.name[:1].isupper():
            for word in {words[-1], words[0] if person.type == "ORG" else words[-1]}:
                found.setdefault(word, set()).add(person.id)
    return {word: min(names) for word, names in found.items() if len(names) == 1}


def _kind(subject: Subject) -> str:
    if subject.place is not None:
        return subject.place.kind
    return "city" if subject.type == "FAC" else ""


def _events(records: Sequence[Record], happenings: Sequence[Happening]) -> list[list[tuple[int, int, str]]]:
    """By number of the record, where triggers stand and of which entry they tell."""
    number = {record.id: n for n, record in enumerate(records)}
    found: list[list[tuple[int, int, str]]] = [[] for _ in records]
    for happening in happenings:
        for telling in happening.tellings:
            trigger = telling.trigger
            found[number[trigger.source]].append((trigger.start, trigger.end, happening.id))
    return [sorted(told) for told in found]


def _told_in(lead: Sequence[Sentence], events: Sequence[tuple[int, int, str]]) -> frozenset[str]:
    """The events that the sentences of an opening tell of."""
    return frozenset(name for start, _, name in events if any(s.start <= start < s.end for s in lead))


@cache
def _weight(words: frozenset[str]) -> float:
    return sum(shipped().rarity_of_stem(word) for word in sorted(words))
