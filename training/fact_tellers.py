"""Fit how likely a passage of another article tells what a fact tells, on pairs that a reader judged.

    python -m training.fact_tellers DOSSIERS [--records FOLDER]

DOSSIERS holds a folder of articles for each event. `fact_tellers.tsv` names, by their spans, 150 of the first eight facts of 25 folders, each
with the sentence of another article that shares most with it: `same` is 1 where that tells the fact's news, `joined` where the two were
joined as one fact without the model. Logistic regression with a ridge. Printed are the weights for
`generator.dossier.tellers.TELLS_SAME`, and how many pairs are right from each bar on, with the pair's folder left out: of those that
were joined, and of all.
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np

from benchmarks.dossiers import records_of
from generator.dossier.fact_worth import vectors
from generator.dossier.passages import slice_of
from generator.dossier.tellers import TELLS_SAME, Texts
from training.logistic import logistic

PAIRS = Path(__file__).parent / "fact_tellers.tsv"
RIDGE = 0.3
BARS = (0.0, 0.5, 0.6, 0.7, 0.8)


def main() -> None:
    """Print the weights and how well they tell pairs apart."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dossiers", type=Path)
    options.add_argument("--records", type=Path, default=Path("/tmp/briefing-benchmarks/dossiers"))
    given = options.parse_args()
    judged: dict[str, list[dict[str, str]]] = {}
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            judged.setdefault(row["dossier"], []).append(row)
    names, rows, same, joined = [], [], [], []
    for name, pairs in sorted(judged.items()):
        records = {r.id: r for r in records_of(given.dossiers / name, given.records)}
        texts = Texts(list(records.values()))
        for row in pairs:
            fact = slice_of(records[row["article"]], int(row["start"]), int(row["end"]))
            other = slice_of(records[row["other"]], int(row["other start"]), int(row["other end"]))
            one, two = vectors([fact.text, other.text])
            found = texts.shared(fact, other) | {"alike": float(one @ two)}
            rows.append([1.0, *(found[feature] for feature in TELLS_SAME if feature)])
            names.append(name)
            same.append(float(row["same"]))
            joined.append(row["joined"] == "1")
    table, wanted, folder, before = np.array(rows), np.array(same), np.array(names), np.array(joined)
    ridge = np.array([1e-6] + [RIDGE] * (table.shape[1] - 1))
    for feature, weight in zip(TELLS_SAME, logistic(table, wanted, ridge), strict=True):
        print(f"{feature or 'constant':10} fitted {weight:+.2f}   table {TELLS_SAME[feature]:+.2f}")
    held = np.zeros(len(wanted))
    for name in sorted(judged):
        left = folder == name
        weights = logistic(table[~left], wanted[~left], ridge)
        held[left] = 1 / (1 + np.exp(-table[left] @ weights))
    for bar in BARS:
        reach = held >= bar
        some = reach & before
        print(
            f"from {bar}: joined {wanted[some].sum():.0f} of {some.sum()} right, all {wanted[reach].sum():.0f} of {reach.sum()}"
        )


if __name__ == "__main__":
    main()
