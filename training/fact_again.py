"""Fit how likely two statements say the same, on pairs that a reader judged.

    python -m training.fact_again DOSSIERS [--records FOLDER]

DOSSIERS holds a folder of articles for each event. `fact_pairs.tsv` names the first statements of 17 of them, by their spans, each with a
number and the numbers of those before it that it says again; for other folders `fact_items.tsv` says what each statement tells (see
`training.fact_items`): one says another again where all that it tells is told there. Logistic regression with a ridge. Printed are the
weights for `generator.dossier.fact_order.SAYS_AGAIN`, and how well they tell pairs apart with the pair's folder left out.

Tried on the same pairs, and no better than these three (area under the curve .85 with and without): events joined across articles and
main clauses that tell one, likeness of the verbs, quotations joined, numbers and names that only one has, which paragraph each stands in,
soft alignment of words by vectors, words of headlines that both hold.
"""

from __future__ import annotations

import argparse
import csv
import math
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain, combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.dossiers import records_of
from generator.dossier import assemble
from generator.dossier.fact_order import SAYS_AGAIN, Chosen, Ranked
from generator.dossier.fact_words import concepts, content
from generator.dossier.fact_worth import vectors
from generator.dossier.model import Statement
from training.fact_items import ITEMS, OTHER
from training.logistic import logistic

PAIRS = Path(__file__).parent / "fact_pairs.tsv"
RIDGE = 3.0
SHOWN = 18  # statements of a folder of `fact_items.tsv`
Floats = NDArray[np.float64]
Span = tuple[str, int, int]


def main() -> None:
    """Print the weights and how well they tell pairs apart."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("dossiers", type=Path)
    options.add_argument("--records", type=Path, default=Path("/tmp/briefing-benchmarks/dossiers"))
    given = options.parse_args()
    judged, items = _pairs(), _items()
    names: list[str] = []
    rows: list[list[float]] = []
    same: list[float] = []
    for name in sorted(n for n in judged.keys() | items.keys() if (given.dossiers / n).is_dir()):
        made = assemble(records_of(given.dossiers / name, given.records), "Event").statements
        told = {(s.passage.source, s.passage.start, s.passage.end): s for s in made}
        pairs = judged[name] if name in judged else _by_items(list(told), items[name])
        for (one, other), again in sorted(pairs.items()):
            if one in told and other in told:
                names.append(name)
                rows.append(_likeness(made, told[one], told[other]))
                same.append(float(again))
    table, wanted, folder = np.array(rows), np.array(same), np.array(names)
    print(f"{len(same)} pairs of {len(set(names))} folders, {int(wanted.sum())} say the same")
    for feature, weight in zip(SAYS_AGAIN, _fitted(table, wanted), strict=True):
        print(f"{feature or 'constant':10} fitted {weight:+.2f}   table {SAYS_AGAIN[feature]:+.2f}")
    held = np.zeros(len(wanted))
    for name in sorted(set(names)):
        left = folder == name
        weights = _fitted(table[~left], wanted[~left])
        held[left] = weights[0] + table[left] @ weights[1:]
    print(f"area under the curve, folder left out: {_area(held, wanted):.3f}")


def _pairs() -> dict[str, dict[tuple[Span, Span], bool]]:
    """By folder, for each pair of its first statements whether the second says the first again."""
    found: dict[str, dict[int, tuple[Span, list[int]]]] = {}
    with PAIRS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            span = row["article"], int(row["start"]), int(row["end"])
            found.setdefault(row["dossier"], {})[int(row["number"])] = span, [int(n) for n in row["says again"].split()]
    return {
        name: {(rows[one][0], rows[other][0]): one in rows[other][1] for one, other in combinations(sorted(rows), 2)}
        for name, rows in found.items()
    }


def _items() -> dict[str, dict[Span, set[str]]]:
    found: dict[str, dict[Span, set[str]]] = {}
    with ITEMS.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, delimiter="\t"):
            told = set() if row["items"] == OTHER else set(row["items"].split())
            found.setdefault(row["dossier"], {})[row["article"], int(row["start"]), int(row["end"])] = told
    return found


def _by_items(order: Sequence[Span], items: Mapping[Span, set[str]]) -> dict[tuple[Span, Span], bool]:
    """Pairs of the first statements, of which one at least tells something essential."""
    known = [span for span in order if span in items][:SHOWN]
    pairs = (pair for pair in combinations(known, 2) if items[pair[0]] or items[pair[1]])
    return {(one, other): bool(items[other]) and items[other] <= items[one] for one, other in pairs}


def _likeness(made: Sequence[Statement], one: Statement, other: Statement) -> list[float]:
    counted = Counter(chain.from_iterable(concepts(content(s.passage.text)) for s in made))
    chosen = Chosen({concept: math.log((len(made) + 1) / count) for concept, count in counted.items()})
    words = [content(s.passage.text) for s in (one, other)]
    meanings = vectors([one.passage.text, other.passage.text])
    first, second = (Ranked(0.0, w, concepts(w), meaning) for w, meaning in zip(words, meanings, strict=True))
    found = chosen.likeness(second, chosen.weight(second.concepts), first, chosen.weight(first.concepts))
    return [found[name] for name in SAYS_AGAIN if name]


def _fitted(table: Floats, wanted: Floats) -> Floats:
    """The constant and the weights of a logistic regression, its ridge the same for features of any spread."""
    mean, spread = table.mean(axis=0), table.std(axis=0)
    scaled = np.column_stack([np.ones(len(table)), (table - mean) / spread])
    weights = logistic(scaled, wanted, RIDGE * np.array([1e-6, *np.ones(table.shape[1])]))
    raw = weights[1:] / spread
    return np.array([weights[0] - float(raw @ mean), *raw])


def _area(scores: Floats, wanted: Floats) -> float:
    ranks = np.empty(len(scores))
    ranks[np.argsort(scores, kind="stable")] = np.arange(len(scores))
    many = wanted.sum()
    return float((ranks[wanted == 1].sum() - many * (many - 1) / 2) / (many * (len(wanted) - many)))


if __name__ == "__main__":
    main()
