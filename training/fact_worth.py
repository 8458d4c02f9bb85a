"""Fit what a statement is worth on statements that a reader judged.

    python -m training.fact_worth DOSSIERS [--records FOLDER]

DOSSIERS holds a folder of articles for each event; `fact_grades.tsv` the judgement of 479 of their statements (by their spans): 3 a
briefing must tell it, 2 right but minor, 1 beside the point, 0 no news (a teaser, a torn line, another story). Ridge regression with
the signs of `generator.dossier.fact_worth.WEIGHTS`. Printed are the fitted weights, and what the statements that stand first are like:
by weights fitted without their folder, and by the table as it is. The table's numbers are rounded, and some were raised by hand (see there).
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.dossiers import records_of
from generator.dossier import assemble
from generator.dossier.fact_worth import FACT_WEIGHTS, Around, Articles
from generator.records.model import Record

GRADES = Path(__file__).parent / "fact_grades.tsv"
VALUE = {0: 0.0, 1: 0.3, 2: 0.65, 3: 1.0}
RIDGE = 30.0
ROUNDS = 200
FIRST = 10  # statements that a reader sees
Floats = NDArray[np.float64]


def main() -> None:
    """Print the weights and what they choose."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dossiers", type=Path)
    options.add_argument("--records", type=Path, default=Path("/tmp/briefing-benchmarks/dossiers"))
    given = options.parse_args()
    with GRADES.open(encoding="utf-8", newline="") as stream:
        graded = {
            (r["dossier"], r["article"], int(r["start"]), int(r["end"])): int(r["grade"])
            for r in csv.DictReader(stream, delimiter="\t")
        }
    names: list[str] = []
    rows: list[list[float]] = []
    grades: list[int] = []
    for name in sorted({dossier for dossier, *_ in graded}):
        for grade, row in _rows(name, records_of(given.dossiers / name, given.records), graded):
            names.append(name)
            grades.append(grade)
            rows.append(row)
    table, told, folder = np.array(rows), np.array(grades), np.array(names)
    wanted = np.array([VALUE[grade] for grade in grades])
    for feature, weight in zip(FACT_WEIGHTS, fitted(table, wanted), strict=True):
        print(f"{feature:14} fitted {weight:+.3f}   table {FACT_WEIGHTS[feature]:+.3f}")
    held = np.zeros(len(told))
    for name in sorted(set(names)):
        held[folder == name] = table[folder == name] @ fitted(table[folder != name], wanted[folder != name])
    print("folder left out:", _first(held, told, folder))
    print("the table:      ", _first(table @ np.array(list(FACT_WEIGHTS.values())), told, folder))


def _rows(
    name: str, records: Sequence[Record], graded: dict[tuple[str, str, int, int], int]
) -> list[tuple[int, list[float]]]:
    made = assemble(records, "Event")
    told = Articles([s.record for s in made.sources], {}, Around((*made.happenings, *made.unlisted), made.subjects))
    scores = {f.id: f.score / r.facts[0].score for r in records for f in r.facts}
    found = []
    for statement in made.statements:
        passage = statement.passage
        grade = graded.get((name, passage.source, passage.start, passage.end))
        if grade is not None:
            own = told.features(statement, statement.publishers) | {"own": scores[statement.id]}
            found.append((grade, [own[feature] for feature in FACT_WEIGHTS]))
    return found


def fitted(table: Floats, wanted: Floats, known: Sequence[float] = tuple(FACT_WEIGHTS.values())) -> Floats:
    """Weights of least squares with a ridge, none against its sign among those known."""
    spread = table.std(axis=0)
    spread[spread == 0] = 1
    scaled = (table - table.mean(axis=0)) / spread
    square = scaled.T @ scaled + RIDGE * np.eye(table.shape[1])
    target = scaled.T @ (wanted - wanted.mean())
    signs = np.sign(known)
    weights = np.zeros(table.shape[1])
    for _ in range(ROUNDS):
        for n in range(len(weights)):
            step = weights[n] + (target[n] - square[n] @ weights) / square[n, n]
            weights[n] = max(0.0, step * signs[n]) * signs[n]
    return np.asarray(weights / spread)


def _first(worth: Floats, grades: NDArray[np.int64], folder: NDArray[np.str_]) -> str:
    """What the first statements of each folder are like."""
    essential, none = [], []
    for name in sorted(set(folder)):
        here = grades[folder == name]
        if len(here) > FIRST:
            first = here[np.argsort(-worth[folder == name], kind="stable")][:FIRST]
            essential.append(float((first == 3).sum() / min(FIRST, max(1, int((here == 3).sum())))))
            none.append(float((first == 0).mean()))
    return f"essential found {np.mean(essential):.3f}, no news {np.mean(none):.3f}"


if __name__ == "__main__":
    main()
