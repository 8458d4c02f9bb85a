"""Fit where a caption ran into the sentence after it, and measure it.

    python -m training.seams CORPORA [--write]

CORPORA holds the corpora of `training.conllu`. Two sentences that follow each other, the first ending with a full stop and the second
beginning with a capital, make an example: the full stop is taken away in every second pair. The same of headings that have no mark.
All other words with a capital are examples against. Fitted on GUM, EWT and a part of GMB (train). Printed is, by three-fold
cross-validation and on their development parts, how many seams are found at the bar, and how many words inside of sentences are taken for
one; the worst of these are shown, since most of them are seams: web texts lack many full stops. By reading them, about 1 of 1,000 whole
sentences of edited text is cut at the bar chosen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from generator.language import load
from generator.language.seams import SEAMS_FILE, Feature, Line, candidates, features
from training.conllu import Sentence, documents
from training.logistic import logistic

TRAIN = {"gum_train_open": 7000, "ewt_train": 6000, "gmb_train": 12000}  # sentences read of each
DEVELOPMENT = ("gum_dev_open", "ewt_dev", "gmb_dev")
RAREST = 8  # examples in which a feature must occur
RIDGE = 1.0
BAR = 0.924  # likelihood from which a word opens a sentence
LEAST_WEIGHT = 0.005
SHOWN = 12  # worst words
AROUND = 50  # code points shown on each side of one
FOLDS = 3
LEAST = 4  # words of a sentence
Example = tuple[
    frozenset[Feature], bool, tuple[str, int], str
]  # features, whether a seam, number of its pair, the words around it


def main() -> None:
    """Print how well seams are found; write the model."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("corpora", type=Path)
    options.add_argument("--write", action="store_true")
    given = options.parse_args()
    nlp = load()
    nlp.select_pipes(enable=["tok2vec", "tagger"])
    made = [e for name, most in TRAIN.items() for e in _examples(nlp, given.corpora / f"{name}.conllu.gz", most)]
    counted = Counter(f for found, *_ in made for f in found)
    known = {f: n for n, f in enumerate(sorted(f for f, many in counted.items() if many >= RAREST))}
    print(f"{len(made)} examples, {sum(seam for _, seam, *_ in made)} seams, {len(known)} features")
    held = np.zeros(len(made))
    for fold in range(FOLDS):
        left = [e for e in made if e[2][1] % FOLDS != fold]
        weights = _fitted(left, known)
        for n, each in enumerate(made):
            if each[2][1] % FOLDS == fold:
                held[n] = _score(each[0], known, weights)
    print(f"cross-validated: {_row(held, made)}")
    weights = _fitted(made, known)
    for name in DEVELOPMENT:
        told = list(_examples(nlp, given.corpora / f"{name}.conllu.gz", 10**6))
        print(f"{name}: {_row(np.array([_score(f, known, weights) for f, *_ in told]), told)}")
    if given.write:
        rows: dict[str, list[list[object]]] = defaultdict(list)
        for (name, *values), n in known.items():
            if abs(weights[n]) >= LEAST_WEIGHT:
                rows[name].append([*values, round(float(weights[n]), 2)])
        SEAMS_FILE.write_text(_json(rows), "utf-8")


def _row(scores: NDArray[np.float64], told: Sequence[Example]) -> str:
    """How many seams reach the bar, how many other words do in how many sentences, and the worst of these."""
    seam = np.array([each[1] for each in told], dtype=bool)
    reach = scores >= BAR
    worst = sorted(
        ((score, each[3]) for score, each in zip(scores, told, strict=True) if score >= BAR and not each[1]), reverse=True
    )
    return (
        f"found {reach[seam].sum()} of {seam.sum()}; others {reach[~seam].sum()} in {2 * len({each[2] for each in told})} sentences"
        + "".join(f"\n    {score:.3f} {words}" for score, words in worst[:SHOWN])
    )


def _json(rows: dict[str, list[list[object]]]) -> str:
    parts = [
        f" {json.dumps(name)}: [\n  " + ",\n  ".join(json.dumps(row) for row in rows[name]) + "]" for name in sorted(rows)
    ]
    return f'{{"bar": {BAR:.3f},\n"weights": {{\n' + ",\n".join(parts) + "}}\n"


def _examples(nlp: Language, path: Path, most: int) -> Iterator[Example]:
    """The words with a capital of pairs of sentences, in every second of which a full stop was taken away."""
    pairs = list(_pairs(path, most))
    texts = [f"{one} {other}" for one, other in pairs]
    for number, ((one, _), doc) in enumerate(zip(pairs, nlp.pipe(texts, batch_size=64), strict=True)):
        line = Line([t.text for t in doc], [t.tag_ for t in doc])
        barred = [n == 0 or doc[n - 1].text[-1:] in ".?!" for n in range(len(doc))]
        for n in candidates(line, barred):
            at = doc[n].idx
            around = f"{doc.text[max(0, at - AROUND) : at]}|{doc.text[at : at + AROUND]}"
            yield features(line, n), at == len(one) + 1, (path.name, number), around


def _pairs(path: Path, most: int) -> Iterator[tuple[str, str]]:
    """Two sentences that follow each other."""
    read = 0
    flat = (_text(sentence) for document in documents(path) for paragraph in document for sentence in paragraph)
    for one, other in zip(flat, flat, strict=False):
        read += 2
        if not other[:1].isupper() or len(one.split()) < LEAST or len(other.split()) < LEAST:
            continue
        yield (one[:-1].rstrip() if one.endswith(".") and (read // 2) % 2 else one), other
        if read >= most:
            return


def _text(sentence: Sentence) -> str:
    return "".join(word.form + " " * word.space for word in sentence).strip()


def _fitted(made: Sequence[Example], known: dict[Feature, int]) -> NDArray[np.float64]:
    table = np.zeros((len(made), len(known)))
    for n, (found, *_) in enumerate(made):
        for feature in found:
            if feature in known:
                table[n, known[feature]] = 1
    ridge = np.full(len(known), RIDGE)
    return logistic(table, np.array([float(seam) for _, seam, *_ in made]), ridge)


def _score(found: frozenset[Feature], known: dict[Feature, int], weights: NDArray[np.float64]) -> float:
    total = sum(weights[known[f]] for f in found if f in known)
    return float(1 / (1 + np.exp(-total)))


if __name__ == "__main__":
    main()
