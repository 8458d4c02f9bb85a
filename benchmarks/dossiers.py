"""Key facts of folders of articles about one event: how much they tell of what all the articles are about, and how often twice.

    python benchmarks/dossiers.py DOSSIERS [--records FOLDER]

DOSSIERS holds a folder for each event, with articles, their sidecars and `group.json`. What an article is about is told by its title and
its publisher's description of it. `covered` is the share of the content words of each of them that the first words of the facts hold;
`by others` leaves an article's own facts out; `again` is the share of content words of the first eight facts that a fact before said.
Beside ours: the articles' leads in turn, and the facts in the order of their own articles' ranking.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from pathlib import Path

import yaml

from generator.building.extraction import extract
from generator.dossier import assemble, facts
from generator.dossier.fact_words import SMALL
from generator.dossier.model import Passage
from generator.records import read, write
from generator.records.model import Record
from generator.sources import find

BUDGETS = (50, 100)  # words
FIRST = 8  # facts on the first page
WORD = re.compile(r"[a-z0-9]+")
SENTENCE = re.compile(r".+?[.!?](?=\s|$)", re.S)


@dataclass(frozen=True, slots=True)
class Event:
    """A folder's records, and what each of its articles is about."""

    records: list[Record]
    about: dict[str, set[str]]


def main() -> None:
    """Print a row for each way to choose facts."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dossiers", type=Path)
    options.add_argument("--records", type=Path, default=Path("/tmp/briefing-benchmarks/dossiers"))
    given = options.parse_args()
    folders = sorted(file.parent for file in given.dossiers.glob("*/group.json"))
    if not folders:
        options.error(
            f"{given.dossiers} has no folder with a group.json: pass the dossiers, as ../shared/eval/facts/dossiers-dev."
        )
    events = [_event(folder, given.records) for folder in folders]
    print(f"{'':20}" + "".join(f"{f'covered {n}':>13}" for n in BUDGETS) + f"{'by others':>13}{'again':>13}")
    for name, choose in (("leads in turn", _leads), ("each its own best", _own), ("ours", _ours)):
        rows = [_row(event, choose(event.records)) for event in events]
        means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
        print(f"{name:20}" + "".join(f"{mean:13.3f}" for mean in means))


def records_of(folder: Path, kept: Path) -> list[Record]:
    """Read what was extracted before, or extract; delete the folder of records after a change of the language."""
    file = kept / f"{folder.name}.jsonl"
    if not file.exists():
        files, _ = find([folder])
        records = [each.record for each in extract(files, jobs=1, progress=False) if each.record]
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8") as stream:
            write(records, stream)
    return list(read(file.read_text("utf-8").splitlines()))


def _event(folder: Path, kept: Path) -> Event:
    """A folder's records and what each is about."""
    told = {
        article["id"]: article.get("description") or ""
        for article in json.loads((folder / "group.json").read_text("utf-8"))["articles"]
    }
    about = {}
    for name, description in told.items():
        sidecar = folder / f"{name}.yml"
        title = (yaml.safe_load(sidecar.read_text("utf-8")) or {}).get("title") if sidecar.is_file() else None
        if words := _content(f"{title or ''} {description}"):
            about[name] = words
    return Event(records_of(folder, kept), about)


def _ours(records: Sequence[Record]) -> list[Passage]:
    return [statement.passage for statement in assemble(records, "Event").statements]


def _own(records: Sequence[Record]) -> list[Passage]:
    """The best fact of each article, then the second of each."""
    ranked = (
        [Passage(record.id, f.start, f.end, f.text) for f in record.facts[: facts.MOST_OF_ONE_ARTICLE]] for record in records
    )
    return [passage for rank in zip_longest(*ranked) for passage in rank if passage]


def _leads(records: Sequence[Record]) -> list[Passage]:
    """The first sentence of each article's story, then the second of each."""
    ranked = []
    for record in records:
        story = chain.from_iterable(
            ((p.start, match) for match in SENTENCE.finditer(record.text[p.start : p.end]))
            for p in record.paragraphs
            if p.kind == "body"
        )
        ranked.append([Passage(record.id, at + m.start(), at + m.end(), m.group()) for at, m in story])
    return [passage for rank in zip_longest(*ranked) for passage in rank if passage]


def _row(event: Event, chosen: Sequence[Passage]) -> list[float]:
    covered = [_mean(_share(about, chosen, budget) for about in event.about.values()) for budget in BUDGETS]
    others = _mean(
        _share(about, [p for p in chosen if p.source != name], BUDGETS[-1]) for name, about in event.about.items()
    )
    said: set[str] = set()
    again = total = 0
    for passage in chosen[:FIRST]:
        words = _content(passage.text)
        again, total = again + len(words & said), total + len(words)
        said |= words
    return [*covered, others, again / (total or 1)]


def _share(about: set[str], chosen: Iterable[Passage], budget: int) -> float:
    words = list(chain.from_iterable(passage.text.split() for passage in chosen))[:budget]
    return len(about & _content(" ".join(words))) / len(about)


def _content(text: str) -> set[str]:
    return set(WORD.findall(text.lower())) - SMALL


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / (len(found) or 1)


if __name__ == "__main__":
    main()
