"""How much of what a briefing must tell its first facts tell, each thing once.

    python -m training.fact_items DOSSIERS [--records FOLDER]

DOSSIERS holds a folder of articles for each event; `fact_items.tsv` says of their facts (by spans) which of the ten to fourteen essential
things they tell that an independent annotator listed for each of eight folders (by number), `other` where they are of another story or no
news. A fact is essential where it tells one that no better fact told, repeated where all that it tells was told, else minor or other.
Printed are these four for the first eight and ten facts, and the share of the essential things that are told.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.dossiers import records_of
from generator.dossier import assemble
from generator.dossier.model import Statement

ITEMS = Path(__file__).parent / "fact_items.tsv"
OTHER = "other"
FIRST = (8, 10)  # facts: of the first page, of a reader
Known = Mapping[tuple[str, int, int], str]


def main() -> None:
    """Print a row for each folder, and their sum."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dossiers", type=Path)
    options.add_argument("--records", type=Path, default=Path("/tmp/briefing-benchmarks/dossiers"))
    given = options.parse_args()
    known: dict[str, dict[tuple[str, int, int], str]] = {}
    with ITEMS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            known.setdefault(row["dossier"], {})[row["article"], int(row["start"]), int(row["end"])] = row["items"]
    here = [name for name in sorted(known) if (given.dossiers / name).is_dir()]
    made = {name: assemble(records_of(given.dossiers / name, given.records), "Event").statements for name in here}
    for first in FIRST:
        whole: Counter[str] = Counter()
        for name, statements in made.items():
            found = graded(statements[:first], known[name])
            whole.update(found)
            print(f"{name[:40]:42}{first:3}  {_row(found)}")
        print(f"{'all':42}{first:3}  {_row(whole)}\n")


def graded(statements: Sequence[Statement], known: Known) -> Counter[str]:
    """How many facts are of each kind, and how many essential things they tell (`told`) of those that any fact tells (`all`)."""
    told: set[str] = set()
    found: Counter[str] = Counter()
    for statement in statements:
        passage = statement.passage
        items = known.get((passage.source, passage.start, passage.end))
        here = set() if items in {None, OTHER} else set((items or "").split())
        kind = "unknown" if items is None else OTHER if items == OTHER else "minor"
        if here:
            kind = "essential" if here - told else "repeated"
        found[kind] += 1
        told |= here
    found["told"] = len(told)
    found["all"] = len({item for items in known.values() if items != OTHER for item in items.split()})
    return found


def _row(found: Counter[str]) -> str:
    kinds = ("essential", "minor", "repeated", OTHER, "unknown")
    share = found["essential"] / max(1, sum(found[kind] for kind in kinds))
    return f"{share:.3f} essential  " + ", ".join(f"{found[kind]} {kind}" for kind in (*kinds, "told", "all"))


if __name__ == "__main__":
    main()
