"""Fit what tells that a telling is of its entry's event, and measure it on dossiers that it was not fitted on.

    python -m training.tellings RECORDS [--labels training/telling_labels.tsv] [--ridge 3.0]

RECORDS holds a folder for each dossier with its `records.jsonl` (as `briefing extract` prints it, or below `docs/data/`). A line of the
labels holds the ids of two events, that by which an entry is shown and that of one of its tellings, and what a reader said: 1 the two tell of
one event, 0 they do not.

Prints, leaving out one dossier at a time, how many of the joins that stay are right and how many of the right ones stay, by score; then the
weights of all dossiers, for `generator/dossier/stories/verifying.py`.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generator.dossier import copies, dates_in_doubt
from generator.dossier.people import subjects
from generator.dossier.stories import chronology, telling, verifying
from generator.dossier.stories.vectors import shipped
from generator.records import json_lines
from generator.records.model import Record
from training.logistic import logistic

Array = npt.NDArray[np.float64]
Row = tuple[str, str, int, list[float]]  # dossier, entry, label, features
NAMES = tuple(verifying.SAME_WEIGHTS)
LEVELS = np.arange(-1.0, 2.01, 0.25)
FREE = 0.01  # how strongly the bias is held to 0


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records", type=Path, nargs="+")
    parser.add_argument("--labels", type=Path, default=Path(__file__).with_name("telling_labels.tsv"))
    parser.add_argument("--ridge", type=float, default=3.0)
    options = parser.parse_args()
    lines = (line.split("\t") for line in options.labels.read_text("utf-8").splitlines() if line.strip())
    labels = {(entry, told): int(label) for entry, told, label in lines}
    verifying.LEAST_SAME = -math.inf  # tellings as the model of pairs joins them
    rows: list[Row] = []
    for folder in sorted(folder for records in options.records for folder in records.iterdir()):
        for file in (folder / "records.jsonl", folder / "docs/data/records.jsonl"):
            if file.exists():
                found = [json_lines.decode(line) for line in file.read_bytes().splitlines() if line.strip()]
                rows += [(folder.name, *row) for row in judged(found, labels)]
    fitted(rows, options.ridge)


def judged(records: Sequence[Record], labels: dict[tuple[str, str], int]) -> Iterator[tuple[str, int, list[float]]]:
    """The labelled tellings of a dossier, with their features."""
    sources = copies.sources(records)
    told = [source.record for source in sources]
    similar = {source.id: source.similar for source in sources}
    doubts = dates_in_doubt.doubts(told, similar)
    _, index = subjects.merge(told)
    verifier = verifying.Verifier(told, shipped())
    for story in chronology.stories(told, index, similar, doubtful=frozenset(doubt.article for doubt in doubts)):
        best, _ = telling.best(story)
        for m, found in zip(story.mentions, verifier.compared(story), strict=True):
            label = labels.get((best.event.id, m.event.id))
            if label is not None and found is not None:
                yield best.event.id, label, [found[name] for name in NAMES]


def fitted(rows: Sequence[Row], ridge: float) -> None:
    """Print what the weights are worth, each dossier by those of the others, and the weights of all."""
    table = np.array([[1.0, *values] for *_, values in rows])
    right = np.array([label for _, _, label, _ in rows], dtype=np.float64)
    counts = Counter(entry for _, entry, _, _ in rows)
    weigh = np.array([counts[entry] ** -0.35 for _, entry, _, _ in rows])  # one large entry must not decide
    held = np.array([FREE, *[ridge] * len(NAMES)])
    spread = table.std(axis=0)
    spread[0] = 1.0
    table /= np.where(spread > 0, spread, 1.0)
    scores = np.zeros(len(rows))
    dossiers = np.array([name for name, *_ in rows])
    for name in sorted(set(dossiers.tolist())):
        out = dossiers == name
        scores[out] = table[out] @ logistic(table[~out], right[~out], held, weigh[~out])
    print(f"{len(rows)} tellings, {int(right.sum())} right; weighed {np.average(right, weights=weigh):.3f}")
    for level in LEVELS:
        kept = scores >= level
        print(
            f"{level:+.2f}: right of what stays {np.average(right[kept], weights=weigh[kept]):.3f},"
            f" of the right stay {(weigh * right)[kept].sum() / (weigh * right).sum():.3f}"
        )
    for name, value in zip(("bias", *NAMES), logistic(table, right, held, weigh) / spread, strict=True):
        print(f'    "{name}": {value:.2f},')


if __name__ == "__main__":
    main()
