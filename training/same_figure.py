"""Learn how alike two amounts of one thing read: `python -m training.same_figure RECORDS.jsonl...`, one file a dossier or topic (`briefing extract`).

Nobody labels anything: what two articles of one story tell alike ("$17.4 billion" in both) is of one thing, as long as it is no word for
word copy; of two values that one article gives, neither is the other article's. It prints the weights for `same_figure.WEIGHTS` and,
with whole files left out in turn, how often the surest are right.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from generator.dossier import copies
from generator.dossier.differences.clauses import nouns
from generator.dossier.differences.detail_threads import agree, far
from generator.dossier.differences.ground import Ground
from generator.dossier.differences.said import Said
from generator.dossier.differences.same_figure import FIELDS, KIND_OF_FIGURE, Figures
from generator.dossier.people import subjects
from generator.dossier.stories import chronology
from generator.records.model import Record
from training.logistic import logistic

COPIED = 0.7  # share of the words of a sentence that makes it the other's copy
RARE = 13  # counts below that are equal by chance
FOLDS = 5
Row = tuple[str, str, float, tuple[float, ...]]  # file, kind, label, features


def rows(file: Path) -> Iterator[Row]:
    """The labelled pairs of a file."""
    told = [s.record for s in copies.sources([msgspec.json.decode(line, type=Record) for line in file.open("rb")])]
    people, index = subjects.merge(told)
    ground = Ground(told, index, people, chronology.merge(told, index, {}), {})
    details = [d for d in ground.details() if d.kind in {"quantity", "day"}]
    figures = Figures(details, ground.common)
    for n, one in enumerate(details):
        for other in details[:n]:
            if one.dimension != other.dimension or one.number == other.number or not ground.akin(one.number, other.number):
                continue
            if not far(one, other) and (one.dimension != "count" or nouns(one, other) > 0):
                label = _label(one, other, [d for d in details if d.dimension == one.dimension])
                if label is not None:
                    yield file.stem, KIND_OF_FIGURE.get(one.dimension, "measure"), label, figures.features(one, other)


def _label(one: Said, other: Said, group: Sequence[Said]) -> float | None:
    a, b = (set(d.sentence.text.lower().split()) for d in (one, other))
    copied = len(a & b) > COPIED * min(len(a), len(b))
    if agree(one, other):
        rare = one.dimension not in {"count", "number"} or (one.amount is not None and one.amount.figure.value >= RARE)
        return 1.0 if one.value == other.value and rare and not copied else None
    known = any((d.number == x.number) and agree(d, y) for d in group for x, y in ((one, other), (other, one)))
    return 0.0 if known and not copied else None


def fitted(found: Sequence[Row]) -> Any:
    """Weights by a logistic regression, both labels with the same weight."""
    x, y = _matrix(found), np.array([row[2] for row in found])
    weight = np.where(y == 1, 0.5 / max(1, y.sum()), 0.5 / max(1, (1 - y).sum())) * len(y)
    return logistic(x, y, np.ones(x.shape[1]), weight)


def _matrix(found: Sequence[Row]) -> Any:
    return np.array([[*row[3], 1.0] for row in found])


def main(files: Sequence[str]) -> None:
    """Print the weights of each kind and how good they are."""
    every = [row for file in files for row in rows(Path(file))]
    for kind in sorted({row[1] for row in every}):
        found = [row for row in every if row[1] == kind]
        names = sorted({row[0] for row in found})
        scored: list[tuple[float, float]] = []
        for fold in range(FOLDS):
            held = set(names[fold::FOLDS])
            weights = fitted([row for row in found if row[0] not in held])
            test = [row for row in found if row[0] in held]
            scored += zip(_matrix(test) @ weights if test else [], [row[2] for row in test], strict=True)
        scored.sort(reverse=True)
        print(kind, len(found), dict(zip([*FIELDS, "bias"], fitted(found).round(2).tolist(), strict=True)))
        for top in (50, 100, 200, 400):
            print("   surest", top, "right", round(sum(label for _, label in scored[:top]) / top, 3))


if __name__ == "__main__":
    main(sys.argv[1:])
