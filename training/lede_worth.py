"""Fit what a sentence is worth as a lede on sentences that a reader graded.

    python -m training.lede_worth DOSSIERS [--records FOLDER]

DOSSIERS holds a folder of articles for each event; `lede_grades.tsv` the grades of sentences that could open its briefing (by their
spans): 3 an editor would sign it, 2 it would do, 1 weak; all others 0. Ridge regression with the signs of `generator.dossier.lede.WEIGHTS`
on what sets a sentence apart from the others of its folder. Printed are the weights, and the grade of the sentence that weights fitted
without its folder choose, folder by folder.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np

from benchmarks.dossiers import records_of
from generator.dossier import assemble, main_event
from generator.dossier.lede import LEDE_WEIGHTS, candidates
from training.fact_worth import Floats, fitted

GRADES = Path(__file__).parent / "lede_grades.tsv"
SIGNED, WOULD_DO = 3, 2  # grades


def main() -> None:
    """Print the weights and what they choose."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dossiers", type=Path)
    options.add_argument("--records", type=Path, default=Path("/tmp/briefing-benchmarks/dossiers"))
    given = options.parse_args()
    graded: dict[str, dict[tuple[str, int], int]] = {}
    with GRADES.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            graded.setdefault(row["dossier"], {})[row["article"], int(row["start"])] = int(row["grade"])
    tables = {name: _table(given.dossiers / name, given.records, graded[name]) for name in sorted(graded)}
    for feature, weight in zip(LEDE_WEIGHTS, _fitted(list(tables.values())), strict=True):
        print(f"{feature:10} fitted {weight:+.3f}   table {LEDE_WEIGHTS[feature]:+.3f}")
    chosen = []
    for name, (rows, grades) in tables.items():
        weights = _fitted([table for other, table in tables.items() if other != name])
        chosen.append(int(grades[int(np.argmax(rows @ weights))]))
        print(f"{name[:40]:42}{chosen[-1]} of {int(grades.max())}")
    signed, would_do = (sum(grade >= least for grade in chosen) for least in (SIGNED, WOULD_DO))
    print(f"folder left out: an editor would sign {signed} of {len(chosen)}, {would_do} would do")


def _table(folder: Path, kept: Path, graded: dict[tuple[str, int], int]) -> tuple[Floats, Floats]:
    """The features of the sentences of a folder, a row each, and their grades."""
    made = assemble(records_of(folder, kept), "Event")
    records = [source.record for source in made.sources]
    origins = {s.id: min((s.id, *s.similar)) for s in made.sources}
    entry = main_event.entry((*made.happenings, *made.unlisted), len(records))
    found, worth = candidates(entry, records, made.statements, origins)
    rows = [[worth.features(passage)[name] for name in LEDE_WEIGHTS] for passage in found]
    return np.array(rows), np.array([float(graded.get((p.source, p.start), 0)) for p in found])


def _fitted(tables: list[tuple[Floats, Floats]]) -> Floats:
    rows = np.vstack([rows - rows.mean(axis=0) for rows, _ in tables])
    grades = np.concatenate([grades - grades.mean() for _, grades in tables])
    return fitted(rows, grades, tuple(LEDE_WEIGHTS.values()))


if __name__ == "__main__":
    main()
