"""Fit `generator/dossier/people/kinds.json`: what each sign of a name is worth for each kind.

    python -m training.kind_weights EXAMPLES.jsonl [TARGET]

EXAMPLES holds a line a name: `{"set": corpus or topic, "name": ..., "label": its kind, "types": {what the recogniser took it for: mentions},
"signs": {sign: value}}`. A softmax with weight decay; needs scipy (requirements-stories.txt). The sets are judged by folds of names that were not seen, printed by kind beside
what the recogniser alone says. Sets whose texts the recogniser was trained on (SEEN) would teach that it never errs: what it took a name for
is drawn anew there, as it errs on the others. `training/kind_examples.py` makes the examples.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

KINDS = ("PERSON", "ORG", "PLACE", "FAC", "NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "NOTHING")
SEEN = ("gum_train_open", "wikigold", "crossner_train")
# what the words of a sign say before any example is seen: the decay pulls to this, which tells for what few examples show
NOUNS = {
    "person": {"PERSON": 2.0},
    "media": {"ORG": 2.5},
    "body": {"ORG": 2.5},
    "vehicle": {"PRODUCT": 2.0},
    "work": {"WORK_OF_ART": 2.0},
    "law": {"LAW": 2.0},
    "built": {"FAC": 1.5},
    "place": {"PLACE": 1.5},
    "belief": {"NORP": 1.5},
    "event": {"EVENT": 1.0, "NOTHING": 0.5},
    "thing": {"PRODUCT": 1.0, "NOTHING": 0.5},
}
PRIOR = {f"{sign}: {noun}": {k: w * v for k, v in row.items()} for noun, row in NOUNS.items()
         for sign, w in (("is a", 1.5), ("noun before", 1.0), ("last word is a noun", 0.7), ("noun after", 0.3))}  # fmt: skip
PRIOR |= {
    "before: courtesy": {"PERSON": 2.5},
    "before: title": {"PERSON": 2.0},
    "before: said": {"PERSON": 2.0},
    "after: says": {"PERSON": 1.5},
    "after: aged": {"PERSON": 2.5},
    "after: lives": {"PERSON": 2.0},
    "a surname of two": {"PERSON": 2.5},
    "described as somebody": {"PERSON": 2.0},
    "an acronym": {"ORG": 1.0},
    "a feast": {"EVENT": 3.0},
    "one word again": {"NOTHING": 2.0},
    "before: aboard": {"PRODUCT": 2.0},
    "after: moves": {"PRODUCT": 1.0},
    "before: called": {"PERSON": -0.5},
    "a faith": {"NORP": 3.0},
    # rules give these types only where words show them
    "taken for PRODUCT": {"PRODUCT": 2.0},
    "taken for LAW": {"LAW": 1.5},
    "taken for FAC": {"FAC": 1.0},
    "taken for WORK_OF_ART": {"WORK_OF_ART": 1.0},
    "what a body makes": {"PRODUCT": 2.5},
    "taken for a place, and known as one": {"PLACE": 1.5},
    "ends as a law": {"LAW": 4.5},
    # the oftener the recogniser says so, the surer
    "always taken for ORG": {"ORG": 1.5},
    "always taken for PERSON": {"PERSON": 1.5},
    "always taken for GPE": {"PLACE": 1.5},
    "taken for ORG": {"ORG": 1.0},
    "often, and mostly taken for ORG": {"ORG": 1.0},
    "often, and mostly taken for PERSON": {"PERSON": 1.0},
    "often, and mostly taken for GPE": {"PLACE": 1.0},
    "ends as a firm": {"ORG": 5.0},
    "begins as a body": {"ORG": 1.5},
    "two with an and": {"ORG": 1.0},
    "ends as a work": {"WORK_OF_ART": 1.0},
    "ends as media": {"ORG": 1.5},
    "ends as a body": {"ORG": 1.5},
    "a listed body": {"ORG": 2.0},
    "quoted": {"WORK_OF_ART": 1.0, "PERSON": -0.5},
    "begins with a body of the dossier": {"PERSON": -1.5, "PRODUCT": 0.7, "ORG": 0.3},
    "begins with a listed body": {"PERSON": -1.0, "PRODUCT": 0.5},
}
PRIOR |= {
    f"written small, too: {noun}": {"NOTHING": 2.0} for noun in ("thing", "event", "person", "work", "vehicle", "no noun")
}
LEAST = 3  # names that show a sign from which it is weighed
STEPS, DECAY, FOLDS = 80, 2.0, 4
SEEN_WEIGHT = 0.2
# dossiers of several articles are what the program reads; single sentences of an encyclopaedia are not
WORTH = {"ecb": 3.0, "dossier": 3.0, "crossner_politics_dev": 0.3}
RARE = 0.3  # how much more a name of a rare kind counts
TOLD = "taken for "


def main(path: Path, target: Path | None) -> None:
    """Print what names that were not seen get; write the weights that all examples give."""
    examples = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    examples = [
        e
        for e in examples
        if e["label"] in KINDS and not (e["set"] in SEEN and e["label"] == "NOTHING") and e["set"] != "crossner_train"
    ]
    _err(examples)
    counted = Counter(sign for e in examples for sign in e["signs"])
    names = sorted({sign for sign, n in counted.items() if n >= LEAST} | PRIOR.keys())
    x = np.array([[e["signs"].get(n, 0.0) for n in names] for e in examples])
    x = np.hstack([x, np.ones((len(x), 1))])
    y = np.array([KINDS.index(e["label"]) for e in examples])
    kinds = Counter(e["label"] for e in examples)
    size = np.array([_weight(e) * (len(examples) / len(KINDS) / kinds[e["label"]]) ** RARE for e in examples])
    prior = np.array([[PRIOR.get(n, {}).get(k, 0.0) for k in KINDS] for n in [*names, "any name"]])
    fold = np.array([int(hashlib.md5(e["name"].lower().encode()).hexdigest(), 16) % FOLDS for e in examples])
    told = np.zeros((len(x), len(KINDS)))
    for n in range(FOLDS):
        told[fold == n] = _shares(x[fold == n] @ _fitted(x[fold != n], y[fold != n], size[fold != n], prior))
    honest = np.array([e["set"] not in SEEN for e in examples])
    _report(examples, y, told, honest)
    weights = _fitted(x, y, size, prior)
    if target:
        table = {
            sign: {k: round(float(w), 2) for k, w in zip(KINDS, row, strict=True) if abs(w) >= 0.05}
            for sign, row in zip([*names, "any name"], weights, strict=True)
        }
        target.write_text(json.dumps({sign: row for sign, row in table.items() if row}, indent=0) + "\n", "utf-8")
        print(len(table), "signs", target.stat().st_size, "bytes")


def _weight(example: dict[str, Any]) -> float:
    """A name that is told often counts more, but not by much; what was marked by hand more than what was drawn."""
    own = SEEN_WEIGHT if example["set"] in SEEN else WORTH.get(example["set"].partition("-")[0], 1.0)
    return float(own * (1 + np.log(max(1, example["count"]))) ** 0.5)


def _err(examples: list[dict[str, Any]]) -> None:
    """Let the recogniser err on what it was trained on as it errs on the rest."""
    taken: dict[str, Counter[str]] = defaultdict(Counter)
    for e in examples:
        if e["set"] not in SEEN:
            taken[e["label"]][max(e["types"], key=e["types"].get)] += 1
    random = np.random.default_rng(0)
    for e in examples:
        if e["set"] not in SEEN or not taken[e["label"]]:
            continue
        kinds = sorted(taken[e["label"]])
        share = np.array([taken[e["label"]][k] for k in kinds], float)
        drawn = kinds[int(random.choice(len(kinds), p=share / share.sum()))]
        often = any(sign.startswith("always ") for sign in e["signs"])
        e["signs"] = {sign: v for sign, v in e["signs"].items() if TOLD not in sign}
        e["signs"] |= {f"{TOLD}{drawn}": 1.0} | ({f"always {TOLD}{drawn}": 1.0} if often else {})


def _fitted(x: Any, y: Any, size: Any, prior: Any) -> Any:
    """Weights by L-BFGS; the last row is the kind's own."""
    wanted = np.eye(len(KINDS))[y]

    def loss(flat: Any) -> tuple[float, Any]:
        weights = flat.reshape(prior.shape)
        p = _shares(x @ weights)
        away = weights - prior
        value = -(size * np.log(p[np.arange(len(y)), y] + 1e-12)).sum() + DECAY / 2 * (away**2).sum()
        return value, (x.T @ ((p - wanted) * size[:, None]) + DECAY * away).ravel()

    found = minimize(loss, prior.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return found.x.reshape(prior.shape)


def _shares(scores: Any) -> Any:
    e = np.exp(scores - scores.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def _report(examples: list[dict[str, Any]], y: Any, told: Any, honest: Any) -> None:
    """Right of names unseen, by kind and by set, beside the recogniser's own word."""
    best = told.argmax(axis=1)
    own = np.array([_index(max(e["types"], key=e["types"].get)) for e in examples])
    rule = np.array([_index(e.get("rule", "")) for e in examples])
    for what, said in (("model", best), ("recogniser", own), ("rules", rule)):
        print(f"unseen names {honest.sum()} {what} {(said == y)[honest].mean():.3f}")
    for k, kind in enumerate(KINDS):
        gold, said, was = honest & (y == k), honest & (best == k), honest & (own == k)
        right, before = (gold & said).sum(), (gold & was).sum()
        print(f"{kind:12} n {gold.sum():5} P {right / max(1, said.sum()):.3f} R {right / max(1, gold.sum()):.3f}"
              f"   was P {before / max(1, was.sum()):.3f} R {before / max(1, gold.sum()):.3f}")  # fmt: skip
    for name in sorted({e["set"].partition("-")[0] for e in examples}):
        here = np.array([e["set"].partition("-")[0] == name for e in examples])
        print(f"{name:26} {here.sum():5} model {(best == y)[here].mean():.3f} recogniser {(own == y)[here].mean():.3f} "
              f"rules {(rule == y)[here].mean():.3f}")  # fmt: skip


def _index(kind: str) -> int:
    kind = {"GPE": "PLACE", "LOC": "PLACE"}.get(kind, kind)
    return KINDS.index(kind) if kind in KINDS else -1


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
