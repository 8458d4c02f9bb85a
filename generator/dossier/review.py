"""What an editor should look at: joins that may be wrong, names left apart, clashes, doubtful days; each with what settles it.

For the editor only: nothing of this stands on a page of the site. Read from the data files of the last build.
"""

from __future__ import annotations

import shlex
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier import review_told
from generator.dossier.model import Difference, Happening, Quotation, Statement, Subject
from generator.values.person_names import PersonName, alike, person_name

CARDS = 8  # people whose role is asked for: those of the first page
LONG = 20  # letters from which the same words are the same quotation
SHOWN_OF_QUOTATION = 80  # code points of a quotation


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    kind: str
    sentence: str
    commands: tuple[str, ...]  # each settles it another way


def findings(
    subjects: Sequence[Subject],
    quotations: Sequence[Quotation],
    happenings: Sequence[Happening],
    statements: Sequence[Statement] = (),
    differences: Sequence[Difference] = (),
) -> list[Finding]:
    """Everything to look at, kind by kind, what is named most first.

    Args:
        subjects: most salient first.
        quotations: of the whole dossier.
        happenings: the chronology.
        statements: the facts, best first.
        differences: where sources differ.
    """
    people = [s for s in subjects if s.type == "PERSON"]
    names = {s.id: s.name for s in subjects}
    told = [
        *review_told.unnamed(statements, {s.id: s for s in subjects}),
        *review_told.wordings(statements),
        *review_told.parts(happenings),
        *review_told.differences(differences),
    ]
    return [
        *(Finding(*each) for each in told),
        *_joins(people),
        *_apart(people),
        *_kinds(subjects),
        *_speakers(quotations, names),
        *_days(happenings),
        *_roles(people),
    ]


def _command(target: str, *options: str) -> str:
    return shlex.join(["briefing", "edit", target, *options])


def _full(subject: Subject) -> list[tuple[str, PersonName]]:
    found = ((name, person_name(name)) for name in (subject.name, *subject.aliases))
    return [(name, read) for name, read in found if read.full]


def _surnames(people: Iterable[Subject]) -> dict[str, list[Subject]]:
    found: dict[str, list[Subject]] = defaultdict(list)
    for subject in people:
        for surname in dict.fromkeys(name.surname for _, name in _full(subject)):
            found[surname].append(subject)
    return found


def _joins(people: Sequence[Subject]) -> Iterator[Finding]:
    """Names that hardly one person has; a surname of two given to one in an article that names neither in full."""
    owners = _surnames(people)
    for subject in people:
        full = _full(subject)
        for name, read in full[1:]:
            if not any(alike(read, other) for known, other in full if known != name):
                yield Finding(
                    "suspicious join",
                    f"{name!r} is joined to {subject.name!r}.",
                    (_command(name, "--split"),),
                )
        namesakes = [s.name for surname in {n.surname for _, n in full} for s in owners[surname] if s.id != subject.id]
        bare = _articles_of_surname_only(subject, {n.surname for _, n in full})
        if namesakes and bare:
            surname = next(iter(dict.fromkeys(word for _, word in bare)))
            yield Finding(
                "suspicious join",
                f"{surname!r} of {_list([article for article, _ in bare])}, which name nobody so in full, is taken for "
                f"{subject.name!r}; there {_is(namesakes)} also {_list(sorted(set(namesakes)))}.",
                (_command(surname, "--split"),),
            )


def _articles_of_surname_only(subject: Subject, surnames: set[str]) -> list[tuple[str, str]]:
    """The articles that name somebody by the surname alone, each with the word."""
    named: dict[str, set[str]] = defaultdict(set)
    for mention in subject.mentions:
        if mention.text[:1].isupper():
            named[mention.source].add(" ".join(mention.text.split()))
    return [
        (source, found)
        for source, words in named.items()
        if not any(" " in word for word in words)
        for found in [next((w for w in sorted(words) if person_name(w).surname in surnames), None)]
        if found
    ]


def _apart(people: Sequence[Subject]) -> Iterator[Finding]:
    """A surname alone beside people who have it; two names that can be one person's."""
    owners = _surnames(people)
    for subject in people:
        read = person_name(subject.name)
        if not read.full and (known := [s for s in owners.get(read.surname, ()) if s.id != subject.id]):
            yield Finding(
                "left apart",
                f"{subject.name!r} may be {_list([s.name for s in known], 'or')}.",
                tuple(_command(s.name, "--merge", subject.name) for s in known),
            )
    for surname in sorted(owners):
        same = owners[surname]
        for n, one in enumerate(same[:CARDS]):
            for other in same[n + 1 : CARDS]:
                if alike(person_name(one.name), person_name(other.name)):
                    yield Finding(
                        "left apart",
                        f"{one.name!r} and {other.name!r} can be one person's names.",
                        (_command(one.name, "--merge", other.name),),
                    )


def _kinds(subjects: Sequence[Subject]) -> Iterator[Finding]:
    """One name, two kinds."""
    named: dict[str, list[Subject]] = defaultdict(list)
    for subject in subjects:
        named[subject.name.casefold()].append(subject)
    for same in named.values():
        kinds = Counter(s.type for s in same)
        if len(kinds) > 1:
            told = _list([f"{s.type} ({len(s.mentions)} mentions)" for s in same])
            yield Finding(
                "two kinds",
                f"{same[0].name!r} is {told}.",
                (_command(same[0].id, "--merge", same[1].id), _command(same[1].id, "--type", same[0].type)),
            )


def _speakers(quotations: Sequence[Quotation], names: Mapping[str, str]) -> Iterator[Finding]:
    """The same words, said by two."""
    said: dict[str, list[Quotation]] = defaultdict(list)
    for quotation in quotations:
        words = "".join(c for part in quotation.content for c in part.text.casefold() if c.isalnum())
        if len(words) >= LONG:
            said[words].append(quotation)
    for same in said.values():
        speakers = list(dict.fromkeys(q.speaker for q in same))
        if len(speakers) > 1:
            words = " ".join(same[0].content[0].text.split())[:SHOWN_OF_QUOTATION]
            told = _list([f"{names.get(q.speaker or '', 'nobody')} ({q.content[0].source})" for q in same])
            options = [names[s] for s in speakers if s is not None and s in names]
            yield Finding(
                "speakers clash",
                f"“{words}” is said by {told}.",
                tuple(
                    _command(q.id, "--speaker", name) for name in options for q in same if names.get(q.speaker or "") != name
                ),
            )


def _days(happenings: Sequence[Happening]) -> Iterator[Finding]:
    """Days that sources give otherwise, or that are counted from a date of publication that is in doubt."""
    for happening in happenings:
        if not happening.day or not happening.listed or not (happening.differ or happening.doubtful):
            continue
        words = " ".join(happening.tellings[0].sentence.text.split())[:SHOWN_OF_QUOTATION]
        why = (
            f"other words give another day: {_list([repr(p.text) for p in happening.differ])}"
            if happening.differ
            else "it is counted from a date of publication that is in doubt"
        )
        yield Finding(
            "doubtful day",
            f"{happening.day.value} of “{words}”: {why}.",
            (_command(happening.id, "--date", happening.day.value), _command(happening.id, "--no-date")),
        )


def _roles(people: Sequence[Subject]) -> Iterator[Finding]:
    """People of the first page of whom no source says who they are."""
    for subject in people[:CARDS]:
        if not subject.descriptions and not subject.note:
            yield Finding(
                "no role",
                f"No words that say who {subject.name!r} is were found.",
                (_command(subject.name, "--note", "who it is"),),
            )


def _is(names: Sequence[str]) -> str:
    return "is" if len(set(names)) == 1 else "are"


def _list(words: Sequence[str], last: str = "and") -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"
