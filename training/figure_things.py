"""Count how many of the amounts that articles tell differently the program shows: `python -m training.figure_things RECORDS.jsonl...`.

RECORDS are the records of a folder of articles each, named after it (`briefing extract`). `figure_things.tsv` names, by article and span, the
1,105 amounts of 45 folders that a reader found to be of one of 277 things (`?` where in doubt); every other amount of 56 folders is of
nothing that another article gives an amount of (the articles are not in the repository). Printed are, for each folder and in all: the
things of which two articles give amounts that exclude each other, how many of these an item shows, and how many items show none.

Tried on these labels as the one model in place of `alike` and `same_figure`, fitted with the folder left out: a logistic regression over
likeness of verbs, nouns, the ten words beside the amount (aligned by vectors) and the sentence, one event across articles, openings of one
event, hedges, ratio and equality of the values. Of two values that exclude each other it is right about 23 times of 29 (of 64) where rules
part what is of others or asked otherwise, and 32 of 67 where none do; forests of trees and thirty more features are no better. The items
it makes are 16 right and 2 wrong where the rules make 11 and 2, but only while nothing parts other days, other parts of a clause, "high" and
"wide"; with these it makes 12 and 2. What keeps amounts from being joined is what decides, not how alike they are.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from generator.dossier import copies
from generator.dossier.differences import detail_threads
from generator.dossier.differences.ground import Ground
from generator.dossier.differences.making import Maker
from generator.dossier.differences.said import Said
from generator.dossier.model import Difference
from generator.dossier.people import subjects
from generator.dossier.stories import chronology
from generator.records.model import Record

THINGS = Path(__file__).parent / "figure_things.tsv"
DOUBT = "?"
Spans = Mapping[str, Sequence[tuple[int, int, str]]]  # by article: start, end, thing


def main(files: Sequence[str]) -> None:
    """Print what is shown of each folder."""
    known = _things()
    total = [0, 0, 0]
    for file in map(Path, files):
        counts = _shown(_ground(file), known.get(file.stem, {}))
        total = [a + b for a, b in zip(total, counts, strict=True)]
        if any(counts):
            print(f"{file.stem[:40]:40} things {counts[0]:3}  shown {counts[1]:3}  wrong {counts[2]:3}")
    print(f"{'all':40} things {total[0]:3}  shown {total[1]:3}  wrong {total[2]:3}")


def _things() -> Mapping[str, Spans]:
    found: dict[str, dict[str, list[tuple[int, int, str]]]] = {}
    with THINGS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            span = int(row["start"]), int(row["end"]), row["thing"]
            found.setdefault(row["dossier"], {}).setdefault(row["article"], []).append(span)
    return found


def _ground(file: Path) -> Ground:
    sources = copies.sources([msgspec.json.decode(line, type=Record) for line in file.open("rb")])
    told = [source.record for source in sources]
    people, index = subjects.merge(told)
    similar = {source.id: source.similar for source in sources}
    return Ground(told, index, people, chronology.merge(told, index, {}), similar)


def _shown(ground: Ground, spans: Spans) -> tuple[int, int, int]:
    """The things told differently, how many of them are shown, and the items that show none."""
    counts = {(claim.number, claim.text[1]) for claim in ground.claims() if claim.of_people}
    details = [d for d in ground.details() if d.kind in {"quantity", "clock"} and (d.number, d.end) not in counts]
    by_thing: dict[str, list[Said]] = {}
    for detail in details:
        for thing in _of(spans, ground.records[detail.number].id, detail.start, detail.end):
            by_thing.setdefault(thing, []).append(detail)
    differing = {thing for thing, told in by_thing.items() if thing != DOUBT and _differ(told)}
    shown: set[str] = set()
    wrong = 0
    for item in detail_threads.differences(details, ground.akin, Maker(ground.records, ground.origins), ground.common):
        found = _told(item, spans)
        right = {thing for thing, values in found.items() if len(values) > 1}
        shown |= right
        wrong += not right and DOUBT not in found
    return len(differing), len(shown & differing), wrong


def _differ(told: Sequence[Said]) -> bool:
    return any(
        one.number != other.number and not detail_threads.agree(one, other) and not detail_threads.far(one, other)
        for n, one in enumerate(told)
        for other in told[:n]
    )


def _told(item: Difference, spans: Spans) -> Mapping[str, set[str]]:
    """The values that an item gives of each thing."""
    found: dict[str, set[str]] = {}
    for version in item.values:
        for passage in version.passages:
            for thing in _of(spans, passage.source, passage.start, passage.end):
                found.setdefault(thing, set()).add(version.value)
    return found


def _of(spans: Spans, article: str, start: int, end: int) -> Iterator[str]:
    """The things of which some words are an amount."""
    yield from (thing for first, last, thing in spans.get(article, ()) if first < end and start < last)


if __name__ == "__main__":
    main(sys.argv[1:])
