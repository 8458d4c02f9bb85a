"""Average two trained versions of the syntax: `average.py BEFORE AFTER SHARE TARGET`; SHARE is the weight of AFTER.

Weights that training has led from one to the other lie in one valley, and their mean keeps what either knows (Wortsman et al. 2022,
"Robust fine-tuning"): the first is better on headlines, the second on everything else. The lemmatizer, made anew, is AFTER's.
"""

from __future__ import annotations

import sys
from pathlib import Path

import spacy
from thinc.api import Model

SHARED = ("tok2vec", "tagger", "morphologizer", "parser")


def main(before: Path, after: Path, share: float, target: Path) -> None:
    """Write a pipeline of averaged weights."""
    old, new = spacy.load(before), spacy.load(after)
    for name in SHARED:
        _average(old.get_pipe(name).model, new.get_pipe(name).model, share)
    new.to_disk(target)


def _average(old: Model, new: Model, share: float) -> None:
    nodes = [[node for node in model.walk() if node.param_names] for model in (old, new)]
    for before, after in zip(*nodes, strict=True):
        for name in before.param_names:
            if before.has_param(name):
                after.set_param(name, share * after.get_param(name) + (1 - share) * before.get_param(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3]), Path(sys.argv[4]))
