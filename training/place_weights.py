"""Fit the weights of `generator/dossier/people/locating.py` on news with resolved toponyms.

    python place_weights.py EXAMPLES.json

EXAMPLES.json is a list of `{"group": article or paper, "signs": [{sign: value} of each candidate], "right": [numbers of those that
lie where the annotators say]}`. A softmax over the candidates and "none"; five folds by group give the threshold's figures.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

STEPS, RATE, DECAY, FOLDS = 600, 0.5, 0.002, 5


def main(path: Path) -> None:
    """Print the weights, and what they reach on articles that they have not seen."""
    examples = json.loads(path.read_text("utf-8"))
    names = sorted({sign for e in examples for signs in e["signs"] for sign in signs})
    made = [(np.array([[s.get(n, 0.0) for n in names] for s in e["signs"]]), e["right"], e["group"]) for e in examples]
    groups = sorted({group for _, _, group in made})
    rows = []
    for fold in range(FOLDS):
        held = set(groups[fold::FOLDS])
        weights, none = _fitted([m for m in made if m[2] not in held])
        rows += [_answer(x, weights, none, right) for x, right, group in made if group in held]
    for sure in (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9):
        told = [ok for p, ok in rows if p >= sure]
        print(sure, "placed", round(len(told) / len(rows), 3), "right", round(sum(told) / max(1, len(told)), 3))
    weights, none = _fitted(made)
    print(
        json.dumps({n: round(float(w), 2) for n, w in zip(names, weights, strict=True)} | {"none": round(none, 2)}, indent=1)
    )


def _fitted(made: list[Any]) -> tuple[Any, float]:
    weights, none = np.zeros(made[0][0].shape[1]), 0.0
    for _ in range(STEPS):
        slope, slope_none = -DECAY * len(made) * weights, 0.0
        for x, right, _ in made:
            scores = np.append(x @ weights, none)
            p = np.exp(scores - scores.max())
            p /= p.sum()
            good = np.zeros(len(p))
            good[right if right else [-1]] = p[right if right else [-1]]
            good /= good.sum()
            slope += x.T @ (good - p)[:-1]
            slope_none += (good - p)[-1]
        weights, none = weights + RATE * slope / len(made), none + RATE * slope_none / len(made)
    return weights, float(none)


def _answer(x: Any, weights: Any, none: float, right: list[int]) -> tuple[float, bool]:
    scores = np.append(x @ weights, none)
    p = np.exp(scores - scores.max())
    p /= p.sum()
    best = int(np.argmax(p[:-1]))
    return (float(sum(p[right])) if best in right else float(p[best])), best in right


if __name__ == "__main__":
    main(Path(sys.argv[1]))
