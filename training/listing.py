"""Fit the weights that say which events deserve an entry of the chronology, and measure them on dossiers that they were not fitted on.

    python -m training.listing RECORDS [--labels training/listing_labels.tsv] [--ridge 2.0]

RECORDS holds a folder for each dossier with its `records.jsonl` (as `briefing extract` prints it, or below `docs/data/`). A line of the
labels holds the id of an event and what a reader said of it as an entry: 1 it belongs there, m it may stand there, 0 it does not. A label
is of the entry that holds the event.

Prints, leaving out one dossier at a time, how many of the entries above each score are wanted, and how many of the wanted are there; then
the weights of all dossiers, for `generator/dossier/stories/worth.py`.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.dossier import copies, dates_in_doubt
from generator.dossier.people import subjects
from generator.dossier.stories import chronology
from generator.dossier.stories.worth import WEIGHTS
from generator.records import json_lines
from generator.records.model import Record

Array = npt.NDArray[np.float64]
WEIGHT = {"1": 1.0, "m": 0.5, "0": 1.0}  # what a label counts
STEPS, RATE = 4000, 0.05
LEVELS = np.arange(-1.5, 2.01, 0.25)


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path)
    parser.add_argument("--labels", type=Path, default=Path(__file__).with_name("listing_labels.tsv"))
    parser.add_argument("--ridge", type=float, default=2.0)
    options = parser.parse_args()
    labels = dict(line.split("\t")[:2] for line in options.labels.read_text("utf-8").splitlines() if line.strip())
    rows: list[tuple[str, str, Sequence[float]]] = []
    for folder in sorted(options.records.iterdir()):
        for file in (folder / "records.jsonl", folder / "docs/data/records.jsonl"):
            if file.exists():
                found = [json_lines.decode(line) for line in file.read_bytes().splitlines() if line.strip()]
                rows += [(folder.name, label, values) for label, values in judged(found, labels)]
    fitted(rows, options.ridge)


def judged(records: Sequence[Record], labels: dict[str, str]) -> list[tuple[str, list[float]]]:
    """The entries of a dossier that are labelled, with their features."""
    sources = copies.sources(records)
    told = [source.record for source in sources]
    similar = {source.id: source.similar for source in sources}
    doubts = dates_in_doubt.doubts(told, similar)
    _, index = subjects.merge(told)
    made = chronology.stories(told, index, similar, doubtful=frozenset(doubt.article for doubt in doubts))
    kept = [
        story
        for story in made
        if story.day is not None and story.part_of is None and story.tier != "data" and not story.main
    ]
    found = []
    for story in kept:
        label = next((labels[m.event.id] for m in story.mentions if m.event.id in labels), None)
        if label is not None:
            found.append((label, [story.features[name] for name in WEIGHTS]))
    return found


def fitted(rows: Sequence[tuple[str, str, Sequence[float]]], ridge: float) -> None:
    """Measure by leaving dossiers out, then fit all and print the table."""
    values = np.array([row[2] for row in rows])
    wanted = np.array([row[1] != "0" for row in rows], dtype=float)
    counts = np.array([WEIGHT[row[1]] for row in rows])
    groups = np.array([row[0] for row in rows])
    scores = np.zeros(len(rows))
    for group in sorted(set(groups)):
        out = groups == group
        weights, bias = fit(values[~out], wanted[~out], counts[~out], ridge)
        scores[out] = values[out] @ weights + bias
    print(f"{len(rows)} entries of {len(set(groups))} dossiers, {int(wanted.sum())} wanted")
    for level in LEVELS:
        above = scores >= level
        right = wanted[above].mean() if above.any() else 0.0
        print(
            f"score >= {level:5.2f}: {int(above.sum()):4} listed, {right:.2f} of them wanted, {wanted[above].sum() / wanted.sum():.2f} found"
        )
    weights, bias = fit(values, wanted, counts, ridge)
    for name, weight in zip(WEIGHTS, weights, strict=True):
        print(f'    "{name}": {weight:.2f},')
    print(f"BIAS = {bias:.2f}")


def fit(values: Array, wanted: Array, counts: Array, ridge: float) -> tuple[Array, float]:
    """A logistic regression whose weights keep their signs: projected gradient descent with momentum."""
    signs = np.array([1.0 if weight >= 0 else -1.0 for weight in WEIGHTS.values()])
    scale = np.maximum(values.std(axis=0), 0.15)
    scaled = values / scale
    weights, bias = np.zeros(len(signs)), 0.0
    speed, speed_of_bias = np.zeros(len(signs)), 0.0
    total = counts.sum()
    for _ in range(STEPS):
        error = counts * (1 / (1 + np.exp(-(scaled @ weights + bias))) - wanted)
        speed = 0.9 * speed - RATE * (scaled.T @ error / total + ridge * weights / total)
        speed_of_bias = 0.9 * speed_of_bias - RATE * error.sum() / total
        weights, bias = weights + speed, bias + speed_of_bias
        below = weights * signs < 0
        weights[below], speed[below] = 0.0, 0.0
    return weights / scale, float(bias)


if __name__ == "__main__":
    main()
