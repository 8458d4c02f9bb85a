"""All differences of a dossier: figures, ages, days, denials; the strongest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from generator.dossier.differences import (
    ages,
    denials,
    detail_threads,
    figure_threads,
    given_names,
    minutes,
    misspelt,
    quote_days,
    spellings,
    timing,
    works,
    years,
)
from generator.dossier.differences.counting import Claim
from generator.dossier.differences.ground import Ground
from generator.dossier.differences.making import Maker
from generator.dossier.differences.threads import threads
from generator.dossier.model import Difference, Happening, Passage, Statement


def differences(ground: Ground, statements: Sequence[Statement]) -> tuple[Difference, ...]:
    """The differences, the strongest first.

    Args:
        ground: what they are found in.
        statements: the facts beside which they are marked.
    """
    maker = Maker(ground.records, ground.origins)
    claims = ground.claims()
    made = [
        (thread, difference)
        for thread in threads(claims, ground.akin, ground.common)
        if (difference := figure_threads.difference(thread, maker))
    ]
    names = {person.id: person.name for person in ground.people}
    found = _told_apart([d for _, d in made], {d.id: thread for thread, d in made}, names)
    found += timing.differences(maker, ground.sentences, ground.akin)
    found += years.differences(maker, ground.sentences, ground.akin)
    found += denials.differences(maker, ground.sentences, ground.akin, ground.articles)
    found += ages.differences(maker, ground.sentences, ground.people)
    spelled = list(spellings.differences(maker, ground.sentences, ground.people, ground.akin))
    found += spelled
    shown = [version.value for difference in spelled for version in difference.values]
    found += misspelt.differences(maker, ground.sentences, ground.akin, shown)
    found += given_names.differences(maker, ground.sentences, ground.people, ground.akin)
    found += works.differences(maker, ground.sentences, ground.akin)
    # compared by of whom and where they are, and so no more
    counts = {(claim.number, claim.text[1]) for claim in claims if claim.of_people}
    details = [d for d in ground.details() if d.dimension != "count" or (d.number, d.end) not in counts]
    found += detail_threads.differences(details, ground.akin, maker, ground.common)
    found += quote_days.differences(maker, details)
    found += minutes.differences(details, ground.akin, maker)
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
