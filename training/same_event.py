"""Train the model of which mentions tell of one event: `generator/dossier/stories/data/same_event.json`.

    python training/same_event.py GOLD RECORDS [--target FILE] [--folds 11]

GOLD holds ECB+ as topic folders with gold.json: clusters of event mentions over articles, and the sentences whose annotation is complete
(Cybulska and Vossen 2014, CC BY 3.0). RECORDS holds TOPIC.jsonl for each, as `briefing extract GOLD/TOPIC --output RECORDS/TOPIC.jsonl`
prints it. Pairs of mentions in complete sentences are the examples, each topic weighing by the root of its pairs; boosted trees keep to the
sign of every feature (`features.NAMES`). So that a dossier of many stories is not glued together, each topic is also seen amid all
others, and pairs of two topics are examples of two events. First each fold of topics is judged by trees that have not seen it: how many
of its joins are right is printed (LEAST was chosen so, for purity before F1); then all topics together make the shipped file. Needs scikit-learn
(requirements-stories.txt); the same inputs give the same file.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from generator.dossier import copies
from generator.dossier.people import subjects
from generator.dossier.stories import same_event
from generator.dossier.stories.features import NAMES, weighed
from generator.dossier.stories.linkage import Least, average_linkage
from generator.dossier.stories.mentions import EventMention, mentions
from generator.records import json_lines
from generator.records.model import Record

TARGET = Path(__file__).parent.parent / "generator/dossier/stories/data/same_event.json"
SETTINGS: dict[str, Any] = {
    "max_iter": 200,
    "learning_rate": 0.06,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 60,
    "l2_regularization": 5.0,
    "max_features": 0.5,
    "early_stopping": False,
    "random_state": 0,
}
LEAST, LEAST_OF_MANY_STORIES = Least(alone=0.8, many=0.4), Least(alone=0.92, many=0.75)
ACROSS = 40_000  # pairs of two topics
Label = str | tuple[str, int]


@dataclass(frozen=True, slots=True)
class Topic:
    """The pairs of a topic: what the model sees, and 1 for one event, 0 for two, -1 where nobody said."""

    name: str
    read: list[Record]
    told: tuple[EventMention, ...]
    labels: list[Label | None]
    pairs: list[tuple[int, int]]
    rows: np.ndarray[Any, np.dtype[np.float32]]
    same: np.ndarray[Any, np.dtype[np.int8]]


@dataclass(frozen=True, slots=True)
class Mixed:
    """Pairs of mentions in a dossier of many stories, and of which topics they are."""

    rows: np.ndarray[Any, np.dtype[np.float32]]
    same: np.ndarray[Any, np.dtype[np.int8]]
    homes: np.ndarray[Any, Any]


def main() -> None:
    """Train, judge, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--folds", type=int, default=11, help="0 leaves the judging out")
    options = parser.parse_args()
    topics = [topic(file, options.records) for file in sorted(options.gold.glob("*/gold.json"))]
    mixed = together(topics)
    for fold in range(options.folds):
        seen = [t for n, t in enumerate(topics) if n % options.folds != fold]
        model = fit(seen, mixed)
        for other in topics[fold :: options.folds]:
            print(other.name, judged(other, model))
    options.target.write_text(exported(fit(topics, mixed)), encoding="utf-8")
    print(options.target, f"{options.target.stat().st_size / 1000:.0f} kB")


def topic(file: Path, records: Path) -> Topic:
    """The examples of a topic."""
    lines = (records / f"{file.parent.name}.jsonl").read_bytes().splitlines()
    sources = copies.sources([json_lines.decode(line) for line in lines if line.strip()])
    read = [source.record for source in sources]
    told = mentions(read, subjects.merge(read)[1])
    labels = labelled(json.loads(file.read_text(encoding="utf-8")), told)
    pairs, rows = same_event.features(told, read)
    same = [-1 if labels[a] is None or labels[b] is None else int(labels[a] == labels[b]) for a, b in pairs]
    return Topic(file.parent.name, read, told, labels, pairs, rows, np.array(same, dtype=np.int8))


def labelled(gold: dict[str, Any], told: tuple[EventMention, ...]) -> list[Label | None]:
    """The event that each mention tells of; one of its own where the annotation has none; None where it is not complete."""
    near = defaultdict(list)
    for name, cluster in gold["clusters"].items():
        for article, start, end, _ in cluster["mentions"]:
            near[article].append((start, end, name))
    labels: list[Label | None] = []
    taken = set()
    for n, mention in enumerate(told):
        a, b = mention.event.trigger.start, mention.event.trigger.end
        if not any(x <= a < y for x, y in gold["complete"].get(mention.article, ())):
            labels.append(None)
            continue
        over = [
            (min(b, y) - max(a, x), x - y, x, name)
            for x, y, name in near[mention.article]
            if min(b, y) > max(a, x) and (mention.article, x, y) not in taken
        ]
        best = max(over, default=None)
        if best:
            taken.add((mention.article, best[2], best[2] - best[1]))
        labels.append(best[3] if best else ("own", n))
    return labels


def together(topics: list[Topic]) -> Mixed:
    """The labelled pairs of each topic, and pairs of two topics, as they look in one dossier of all topics."""
    read = [record for t in topics for record in t.read]
    home = {record.id: n for n, t in enumerate(topics) for record in t.read}
    labels = {m.event.id: label for t in topics for m, label in zip(t.told, t.labels, strict=True)}
    told = mentions(read, subjects.merge(read)[1])
    found, compared = same_event.candidates(told, read)
    inside, across = [], []
    for pair in found:
        a, b = (told[n] for n in pair)
        if home[a.article] != home[b.article]:
            across.append(pair)
        elif labels[a.event.id] is not None and labels[b.event.id] is not None:
            inside.append(pair)
    across = random.Random(0).sample(across, min(ACROSS, len(across)))
    pairs = [*inside, *across]
    rows = np.concatenate(
        [compared.table(pairs[n : n + same_event.AT_ONCE]) for n in range(0, len(pairs), same_event.AT_ONCE)]
    )
    same = [labels[told[a].event.id] == labels[told[b].event.id] for a, b in inside] + [False] * len(across)
    homes = [tuple(topics[home[told[n].article]].name for n in pair) for pair in pairs]
    return Mixed(rows, np.array(same, dtype=np.int8), np.array(homes))


def fit(topics: list[Topic], mixed: Mixed) -> HistGradientBoostingClassifier:
    """Trees for the labelled pairs of some topics: each alone, and amid the others, with as much of two topics beside them."""
    chosen = [t.same >= 0 for t in topics]
    rows = [t.rows[c] for t, c in zip(topics, chosen, strict=True)]
    same = [t.same[c] for t, c in zip(topics, chosen, strict=True)]
    names = [t.name for t in topics]
    inside = mixed.homes[:, 0] == mixed.homes[:, 1]
    for name in names:
        here = inside & (mixed.homes[:, 0] == name)
        rows.append(mixed.rows[here])
        same.append(mixed.same[here])
    weight = [np.full(len(s), 1 / np.sqrt(max(1, len(s)))) for s in same]
    across = ~inside & np.isin(mixed.homes, names).all(axis=1)
    weight.append(np.full(across.sum(), sum(w.sum() for w in weight) / 2 / max(1, across.sum())))
    rows.append(mixed.rows[across])
    same.append(mixed.same[across])
    weights = np.concatenate(weight)
    model = HistGradientBoostingClassifier(monotonic_cst=list(NAMES.values()), **SETTINGS)
    return model.fit(np.concatenate(rows), np.concatenate(same), sample_weight=weights / weights.mean())


def judged(topic: Topic, model: HistGradientBoostingClassifier) -> str:
    """How many of the joins of labelled mentions are right."""
    likely = weighed(model.predict_proba(topic.rows)[:, 1], topic.rows)
    edges = [(a, b, float(p)) for (a, b), p in zip(topic.pairs, likely, strict=True)]
    right = joined = 0
    for group in average_linkage(len(topic.told), edges, LEAST):
        known = [topic.labels[n] for n in group if topic.labels[n] is not None]
        joined += len(known) > 1
        right += len(known) > 1 and len(set(known)) == 1
    return f"{right} of {joined} groups of several labelled mentions are one event"


def exported(model: HistGradientBoostingClassifier) -> str:
    """The trees as JSON: a leaf is [log-odds], another node [feature, threshold, left, right]; more than the threshold goes right."""
    trees = [_nodes(predictors[0].nodes) for predictors in model._predictors]
    rows = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in trees)
    head = {
        "features": list(NAMES),
        "base": round(float(model._baseline_prediction[0, 0]), 5),
        "least": [LEAST.alone, LEAST.many],
        "least_of_many_stories": [LEAST_OF_MANY_STORIES.alone, LEAST_OF_MANY_STORIES.many],
    }
    return json.dumps(head, indent=0)[:-2] + f',\n"trees": [\n{rows}\n]\n}}\n'


def _nodes(nodes: Any) -> list[list[float]]:
    return [
        [round(float(n["value"]), 5)]
        if n["is_leaf"]
        else [int(n["feature_idx"]), float(np.float32(n["num_threshold"])), int(n["left"]), int(n["right"])]
        for n in nodes
    ]


if __name__ == "__main__":
    main()
