"""The stories of a folder whose articles tell of several: each with its lede, its facts, its entries of the chronology, its people."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from msgspec import structs

from generator.dossier import glance, lede, main_event
from generator.dossier.model import Dossier, Happening, Source, Statement, Story, Subject
from generator.values.identity import identifier

LEADING = 12  # subjects of a story
TABLE = 12  # stories of a folder up to which one that a single article tells is shown, too


def stories(made: Dossier, groups: Sequence[Sequence[int]], origins: Sequence[str]) -> tuple[Story, ...]:
    """The stories that several articles tell, that of most articles first; of few stories those, too, that a single one tells.

    Args:
        made: the dossier without them.
        groups: the numbers of the articles of each.
        origins: of each article its independent publisher.
    """
    home = {made.sources[n].id: g for g, group in enumerate(groups) for n in group}
    statements: list[list[Statement]] = [[] for _ in groups]
    for statement in made.statements:
        statements[home[statement.passage.source]].append(statement)
    quotations: list[list[str]] = [[] for _ in groups]
    for quotation in sorted(made.quotations, key=lambda q: (-q.score, q.id)):
        quotations[home[quotation.content[0].source]].append(quotation.id)
    happenings: list[list[Happening]] = [[] for _ in groups]
    for happening in made.happenings:
        if happening.listed:
            happenings[_mostly([home[t.sentence.source] for t in happening.tellings])].append(happening)
    people = _people(made, home, len(groups))
    return tuple(
        _story(
            [made.sources[n] for n in group],
            statements[g],
            quotations[g],
            happenings[g],
            people[g],
            {made.sources[n].id: origins[n] for n in group},
        )
        for g, group in enumerate(groups)
        if len(group) > 1 or len(groups) <= TABLE
    )


def _story(
    sources: Sequence[Source],
    statements: Sequence[Statement],
    quotations: Sequence[str],
    happenings: Sequence[Happening],
    people: Sequence[Subject],
    origins: dict[str, str],
) -> Story:
    records = [source.record for source in sources]
    main = main_event.entry(happenings, len(sources))
    answers = main_event.answers(sources, statements, people)
    opening = lede.lede(main, records, statements, origins)
    when = main_event.day(answers, sources, happenings, main)
    found = glance.glance(records, answers, when, main, people, opening, origins)
    headline = next((g.passage for g in found if g.question == "what"), None)
    best = next((s for s in sources if headline is not None and s.id == headline.source), sources[0])
    name = min(source.id for source in sources)
    return Story(
        id=f"story-{zlib.crc32(identifier('s', name, (0, 0)).encode())}",
        title=best.title,
        sources=tuple(source.id for source in sources),
        publishers=len(set(origins.values())),
        statements=tuple(s.id for s in statements),
        quotations=tuple(quotations),
        happenings=tuple(h.id for h in happenings),
        subjects=tuple(s.id for s in people[:LEADING]),
        lede=opening,
        glance=found,
        period=main_event.period([h for h in happenings if h.tier == "story"], sources),
    )


def period(found: Sequence[Story]) -> tuple[str, str] | None:
    """From the first to the last day of several stories; None where one of them has no days."""
    days = [story.period for story in found if story.period]
    return (min(first for first, _ in days), max(last for _, last in days)) if len(days) == len(found) else None


def _people(made: Dossier, home: dict[str, int], size: int) -> list[list[Subject]]:
    """Whom and what each story names, with what it says of them, by how often it does."""
    found: list[list[tuple[int, int, Subject]]] = [[] for _ in range(size)]
    for order, subject in enumerate(made.subjects):
        here: dict[int, list[int]] = {}
        for number, mention in enumerate(subject.mentions):
            here.setdefault(home[mention.source], []).append(number)
        for g, numbers in here.items():
            own = structs.replace(
                subject,
                mentions=tuple(subject.mentions[n] for n in numbers),
                sources=tuple(s for s in subject.sources if home[s] == g),
            )
            found[g].append((-len(numbers), order, own))
    return [[subject for _, _, subject in sorted(each, key=lambda e: e[:2])] for each in found]


def _mostly(numbers: Sequence[int]) -> int:
    return max(sorted(set(numbers)), key=numbers.count)
