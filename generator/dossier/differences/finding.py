"""All differences of a dossier: figures, ages, days, denials; the strongest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.dossier.differences import ages, denials, figure_threads, spellings, timing, years
from generator.dossier.differences.corroboration import publishers
from generator.dossier.differences.counting import Article, Claim, claims
from generator.dossier.differences.making import Maker
from generator.dossier.differences.sentences import Sentence, sentences
from generator.dossier.differences.threads import threads
from generator.dossier.model import FEW, Difference, Happening, Passage, Statement, Subject
from generator.records.model import Record

EVERYWHERE = 0.5  # share of the articles from which a name tells no two events apart


class Ground:
    """What all kinds of differences are found in: sentences, events, names and independent publishers."""

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
        places = {s.id: _kind(s) for s in people if s.type in {"GPE", "LOC", "FAC"}}
        self.articles = [Article(n, record, index, places) for n, record in enumerate(records)]
        wider: dict[str, set[str]] = {}
        for part, whole in (pair for article in self.articles for pair in article.parts()):
            if places.get(part) == places.get(whole) == "city":
                wider.setdefault(part, set()).add(whole)
        for article in self.articles:
            article.wider = {part: frozenset(found) for part, found in wider.items()}
        self.events = _events(records, happenings)
        self.main = [
            frozenset(
                name
                for sentence in told
                if sentence.lead
                for start, _, name in self.events[n]
                if sentence.start <= start < sentence.end
            )
            for n, told in enumerate(self.sentences)
        ]
        self.openings = [
            frozenset(name for s in told if s.lead for _, _, name in self.articles[n].names(s))
            for n, told in enumerate(self.sentences)
        ]
        named = Counter(s for person in people for s in {person.id: None} for _ in person.sources)
        self.common = frozenset(name for name, count in named.items() if count > EVERYWHERE * len(records))

    def akin(self, one: int, other: int) -> bool:
        """Whether two articles tell of one story: their openings tell of one event, or, of few articles, name the same."""
        if self.main[one] & self.main[other]:
            return True
        return len(self.records) <= FEW and bool(self.openings[one] & self.openings[other])

    def claims(self) -> list[Claim]:
        """The counts of all articles."""
        return [
            claim
            for n, article in enumerate(self.articles)
            for claim in claims(article, self.sentences[n], self.events[n], self.origins[n])
        ]


def differences(ground: Ground, statements: Sequence[Statement]) -> tuple[Difference, ...]:
    """The differences, the strongest first.

    Args:
        ground: what they are found in.
        statements: the facts beside which they are marked.
    """
    maker = Maker(ground.records, ground.origins)
    made = [
        (thread, difference)
        for thread in threads(ground.claims(), ground.akin, ground.common)
        if (difference := figure_threads.difference(thread, maker))
    ]
    names = {person.id: person.name for person in ground.people}
    found = _told_apart([d for _, d in made], {d.id: thread for thread, d in made}, names)
    found += timing.differences(maker, ground.sentences, ground.akin)
    found += years.differences(maker, ground.sentences, ground.akin)
    found += denials.differences(maker, ground.sentences, ground.akin)
    found += ages.differences(maker, ground.sentences, ground.people)
    found += spellings.differences(maker, ground.sentences, ground.people, ground.akin)
    return ordered(_beside(_once(found), statements, ground.happenings))


def _once(found: Iterable[Difference]) -> Iterator[Difference]:
    """Differences without a passage that an earlier one shows; with only one side left it is none."""
    taken: set[str] = set()
    for difference in found:
        if taken.isdisjoint(difference.members):
            taken.update(difference.members)
            yield difference


def _beside(
    found: Iterable[Difference], statements: Sequence[Statement], happenings: Sequence[Happening]
) -> Iterator[Difference]:
    """The differences with the facts and the entries of the chronology beside which they are marked."""
    stretches: dict[str, list[tuple[int, int, str, str]]] = {}
    for statement in statements:
        stretches.setdefault(statement.passage.source, []).append((*_span(statement.passage), statement.id, "f"))
    for happening in happenings:
        if happening.part_of is None and happening.listed:
            for telling in happening.tellings[:1]:
                stretches.setdefault(telling.sentence.source, []).append((*_span(telling.sentence), happening.id, "e"))
    for difference in found:
        names = [
            (name, kind)
            for version in difference.values
            for p in version.passages
            for start, end, name, kind in stretches.get(p.source, ())
            if start <= p.start and p.end <= end
        ]
        yield replace(
            difference,
            facts=tuple(dict.fromkeys(name for name, kind in names if kind == "f")),
            events=tuple(dict.fromkeys(name for name, kind in names if kind == "e")),
        )


def _span(passage: Passage) -> tuple[int, int]:
    return passage.start, passage.end


def _told_apart(
    found: Sequence[Difference], threads_of: Mapping[str, Sequence[Claim]], names: Mapping[str, str]
) -> list[Difference]:
    """Differences that would be called alike with the town that each names most."""
    alike = Counter(d.about for d in found)
    made = []
    for difference in found:
        towns = Counter(town for claim in threads_of.get(difference.id, ()) for town in claim.places)
        if alike[difference.about] > 1 and towns:
            town = max(sorted(towns), key=lambda name: towns[name])
            difference = replace(difference, about=f"{difference.about} ({names.get(town, town)})")
        made.append(difference)
    return made


def ordered(found: Iterable[Difference]) -> tuple[Difference, ...]:
    """The strongest first."""
    return tuple(sorted(found, key=lambda d: (-d.score, d.id)))


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
