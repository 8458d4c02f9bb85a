"""What an editor should look at in what is told: names that a fact's words do not say, wordings joined, days apart, differences.

For the editor only, as `review`; each with the command that settles it.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from generator.dossier.model import Day, Difference, Happening, Passage, Statement, Subject
from generator.values.calendar_words import WEEKDAY_NAMES
from generator.values.identity import identifier
from generator.values.words import WORD_OR_NUMBER

FACTS_REVIEWED = 40  # whose names are asked for: a reader goes no further
DAYS_CLOSE_BY = 3  # days
SHOWN_OF_FACT = 100  # code points of a passage
NUMBER = re.compile(r"\d+(?:[,.]\d+)*")
Found = tuple[str, str, tuple[str, ...]]  # the kind, a sentence, and commands that settle it


def unnamed(statements: Sequence[Statement], subjects: Mapping[str, Subject]) -> Iterator[Found]:
    """People beside a fact whom its words name only by a pronoun: the gravest mistake of all, where it is one."""
    for statement in statements[:FACTS_REVIEWED]:
        words = set(WORD_OR_NUMBER.findall(statement.passage.text))
        for subject in (subjects[s] for s in statement.subjects if s in subjects):
            names = set(WORD_OR_NUMBER.findall(" ".join((subject.name, *subject.aliases))))
            if subject.type == "PERSON" and words.isdisjoint(name for name in names if name[:1].isupper()):
                yield (
                    "name not in the words",
                    f"{subject.name!r} stands beside “{_short(statement.passage)}”, which does not name them.",
                    (_command(statement.id, "--not-about", subject.name),),
                )


def wordings(statements: Sequence[Statement]) -> Iterator[Found]:
    """Facts joined as one in other words, of which each tells a number or a day of the week that the other does not."""
    for statement in statements:
        for other in statement.also:
            if _apart(statement.passage.text, other.text):
                yield (
                    "doubtful wording",
                    f"“{_short(statement.passage)}” and “{_short(other)}” are shown as one fact.",
                    (_command(identifier("f", other.source, (other.start, other.end)), "--split"),),
                )


def parts(happenings: Sequence[Happening]) -> Iterator[Found]:
    """What is told under an entry of the chronology, and whose own words give a day close to it: "on Tuesday" for Monday.

    A day further off is of what was before or comes after, and stands under the entry for that.
    """
    entries = {h.id: h for h in happenings if h.listed}
    told: set[Passage] = set()
    for happening in happenings:
        entry = happening if happening.listed else entries.get(happening.part_of or "")
        if entry is None or entry.day is None:
            continue
        for telling in happening.tellings:
            day = telling.day or (happening.day if happening is not entry else None)
            if day and _beside(day, entry.day) and telling.wording not in entry.differ and telling.sentence not in told:
                told.add(telling.sentence)
                yield (
                    "another day",
                    f"“{_short(telling.sentence)}” stands under {entry.day.value}; its own words give {day.value}.",
                    (_command(telling.id or happening.id, "--split"),),
                )


def differences(found: Sequence[Difference]) -> Iterator[Found]:
    """What sources tell differently, and no editor has settled."""
    for difference in found:
        if not (difference.changed or difference.note):
            yield (
                "told differently",
                f"{difference.about}: {', '.join(version.value for version in difference.values)}.",
                (_command(difference.id, "--settle", "what holds, and why"), _command(difference.id, "--dismiss")),
            )


def _apart(one: str, other: str) -> bool:
    mine, theirs = (set(NUMBER.findall(text)) for text in (one, other))
    days, others = (frozenset(WEEKDAY_NAMES).intersection(WORD_OR_NUMBER.findall(text.lower())) for text in (one, other))
    return bool(mine - theirs and theirs - mine) or bool(days and others and days != others)


def _beside(one: Day, other: Day) -> bool:
    """Whether each is a single day, and they are a few days apart."""
    if not (one.earliest and one.earliest == one.latest and other.earliest and other.earliest == other.latest):
        return False
    return 0 < abs((date.fromisoformat(one.earliest) - date.fromisoformat(other.earliest)).days) <= DAYS_CLOSE_BY


def _short(passage: Passage) -> str:
    return " ".join(passage.text.split())[:SHOWN_OF_FACT]


def _command(target: str, *options: str) -> str:
    return shlex.join(["briefing", "edit", target, *options])
