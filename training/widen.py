"""Give a trained recogniser the word lists as a further input, and three types of places for one: `widen.py PIPELINE TARGET`.

All weights are kept; the new inputs begin with weights of zero, and GPE, LOC and FAC with those of PLACE, so that the recogniser
is what it was until it is trained on.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.training import Example
from thinc.api import Model, fix_random_seed

from generator.language.names.component import embedding  # noqa: F401 (registers the embedding)

ROWS = 500  # of each table of the lists
OLD, NEW = "PLACE", ("GPE", "LOC", "FAC")
Actions = dict[int, dict[str, int]]


def main(pipeline: Path, target: Path) -> None:
    """Write a pipeline of the widened recogniser alone."""
    trained = spacy.load(pipeline)
    old, settings = trained.get_pipe("ner"), trained.get_pipe_config("ner")
    settings.pop("factory")
    embed = settings["model"]["tok2vec"]["embed"]
    for key in ("include_static_vectors", "@architectures"):
        embed.pop(key)
    settings["model"]["tok2vec"]["embed"] = {"@architectures": "briefing.ListsEmbed.v1", "lists_rows": ROWS, **embed}
    before: Actions = {number: dict(labels) for number, labels in old.moves.labels.items()}
    after = {number: _split(labels) for number, labels in before.items()}
    fix_random_seed(0)
    nlp = spacy.blank("en")
    new = nlp.add_pipe("ner", config=settings)
    doc = nlp.make_doc("One.")
    new.initialize(lambda: [Example(doc, doc)], nlp=nlp, labels=after)
    rows = [_actions(before).index((n, OLD if label in NEW else label)) for n, label in _actions(after)]
    _copy(old.model, new.model, np.array(rows))
    nlp.to_disk(target)


def _split(labels: dict[str, int]) -> dict[str, int]:
    rest = {label: count for label, count in labels.items() if label != OLD}
    return {label: labels[OLD] - n for n, label in enumerate(NEW)} | rest if OLD in labels else rest


def _actions(labels: Actions) -> list[tuple[int, str]]:
    """The parser's actions in its own order: the most frequent label first."""
    return [
        (number, label)
        for number, counts in sorted(labels.items())
        for _, label in sorted(((count, label) for label, count in counts.items()), reverse=True)
    ]


def _copy(old: Model, new: Model, rows: NDArray[np.int64]) -> None:
    nodes = [[node for node in model.walk() if node.param_names] for model in (old, new)]
    tables = [[node for node in found if node.name == "hashembed"] for found in nodes]
    added = tables[1][len(tables[0]) :]
    for before, after in zip(nodes[0], (node for node in nodes[1] if node not in added), strict=True):
        for name in before.param_names:
            value, shape = before.get_param(name), after.get_param(name).shape
            if before is old.get_ref("upper"):
                value = value[rows]
            elif value.shape != shape:  # the layer that mixes the tables: more inputs
                value = np.pad(value, [(0, large - small) for small, large in zip(value.shape, shape, strict=True)])
            after.set_param(name, value)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
