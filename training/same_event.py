"""Train the model of which mentions tell of one event: `generator/dossier/stories/data/same_event.json`.

    python training/same_event.py GOLD RECORDS [--judge] [--write] [--target FILE]

GOLD holds ECB+ as topic folders with gold.json: clusters of event mentions over articles, and the sentences whose annotation is complete
(Cybulska and Vossen 2014, CC BY 3.0). RECORDS holds TOPIC.jsonl for each, as `briefing extract GOLD/TOPIC --output RECORDS/TOPIC.jsonl`
prints it. Pairs of mentions in complete sentences are the examples, each topic weighing by the root of its pairs; boosted trees keep to the
sign of every feature (`features.NAMES`, `context.NAMES`). So that a dossier of many stories is not glued together, each topic is also seen
amid all others, and pairs of two topics are examples of two events. What the second forest sees of the first is said by first forests
that have not seen the topic. --judge: each fold of topics is judged by forests that have not seen it: how many of its joins are right is
printed (LEAST was chosen so, for purity before F1). --write: all topics together make the shipped file. Needs scikit-learn
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
from generator.dossier.stories import context, model, same_event
from generator.dossier.stories.features import PAIR_FEATURES
from generator.dossier.stories.linkage import Least
from generator.dossier.stories.mentions import EventMention, mentions
from generator.records import json_lines
from generator.records.model import Record

TARGET = Path(__file__).parent.parent / "generator/dossier/stories/data/same_event.json"
SETTINGS: dict[str, Any] = {
    "max_iter": 100,
    "learning_rate": 0.12,
    "max_bins": 63,
    "max_leaf_nodes": 12,
    "min_samples_leaf": 60,
    "l2_regularization": 5.0,
    "max_features": 0.5,
    "early_stopping": False,
    "random_state": 0,
}
LEAST, LEAST_OF_MANY_STORIES = Least(alone=0.75, many=0.45), Least(alone=0.9, many=0.7)
ACROSS = 40_000  # pairs of two topics
FOLDS = 4  # of topics
SIGNS = PAIR_FEATURES
Forest = HistGradientBoostingClassifier
Label = str | tuple[str, int]
Rows = np.ndarray[Any, np.dtype[np.float32]]
Labels = np.ndarray[Any, np.dtype[np.int8]]


@dataclass(frozen=True, slots=True)
class Topic:
    """The pairs of a topic: what the model sees, and 1 for one event, 0 for two, -1 where nobody said."""

    name: str
    read: list[Record]
    told: tuple[EventMention, ...]
    labels: list[Label | None]
    pairs: list[tuple[int, int]]
    rows: Rows
    same: Labels


@dataclass(frozen=True, slots=True)
class Table:
    """Examples: what is seen of pairs, whether they are one, and where they stand among many stories, of which topics they are."""

    rows: Rows
    same: Labels
    homes: np.ndarray[Any, Any] | None = None

    def some(self, chosen: np.ndarray[Any, np.dtype[np.bool_]]) -> Table:
        """Some of them."""
        return Table(self.rows[chosen], self.same[chosen])

    def known(self) -> Table:
        """Those whose label is known."""
        return self.some(self.same >= 0)


@dataclass(frozen=True, slots=True)
class Mixed:
    """The pairs of mentions in one dossier of all topics, of which topics they are, and which of them are examples."""

    told: tuple[EventMention, ...]
    pairs: list[tuple[int, int]]
    rows: Rows
    same: Labels
    homes: np.ndarray[Any, Any]  # of each pair the names of two topics
    chosen: np.ndarray[Any, np.dtype[np.bool_]]


def main() -> None:
    """Train, judge, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("records", type=Path)
    parser.add_argument("--write", action="store_true", help="write the model, judged or not")
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--judge", action="store_true", help="judge each fold of topics by forests that have not seen it")
    options = parser.parse_args()
    topics = [topic(file, options.records) for file in sorted(options.gold.glob("*/gold.json"))]
    trained = Trained(topics, together(topics))
    if options.judge:
        for fold in range(FOLDS):
            judge = trained.without(fold)
            for other in topics[fold::FOLDS]:
                print(other.name, judged(other, judge), flush=True)
    if options.write:
        options.target.write_text(trained.without(None), encoding="utf-8")
        print(options.target, f"{options.target.stat().st_size / 1000:.0f} kB")


def topic(file: Path, records: Path) -> Topic:
    """The examples of a topic."""
    lines = (records / f"{file.parent.name}.jsonl").read_bytes().splitlines()
    sources = copies.sources([json_lines.decode(line) for line in lines if line.strip()])
    read = [source.record for source in sources]
    told = mentions(read, subjects.merge(read)[1])
    labels = labelled(json.loads(file.read_text(encoding="utf-8")), told)
    pairs, rows = same_event.features(told, read)
    same = [_same(labels[a], labels[b]) for a, b in pairs]
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
    """The pairs of all topics as they look in one dossier; examples are the labelled ones of one topic, and some of two topics."""
    read = [record for t in topics for record in t.read]
    home = {record.id: t.name for t in topics for record in t.read}
    labels = {m.event.id: label for t in topics for m, label in zip(t.told, t.labels, strict=True)}
    told = mentions(read, subjects.merge(read)[1])
    found, compared = same_event.candidates(told, read)
    homes = np.array([[home[told[n].article] for n in pair] for pair in found])
    inside = homes[:, 0] == homes[:, 1]
    same = np.array([_same(labels[told[a].event.id], labels[told[b].event.id]) for a, b in found], dtype=np.int8)
    same[~inside] = 0
    across = np.flatnonzero(~inside).tolist()
    chosen = inside & (same >= 0)
    chosen[random.Random(0).sample(across, min(ACROSS, len(across)))] = True
    rows = [compared.table(found[n : n + same_event.PAIRS_AT_ONCE]) for n in range(0, len(found), same_event.PAIRS_AT_ONCE)]
    return Mixed(told, found, np.concatenate(rows), same, homes, chosen)


def _same(one: Label | None, other: Label | None) -> int:
    return -1 if one is None or other is None else int(one == other)


class Trained:
    """The forests, each first one trained when it is first asked for."""

    def __init__(self, topics: list[Topic], mixed: Mixed) -> None:
        self._topics, self._mixed = topics, mixed
        self._fold = {t.name: n % FOLDS for n, t in enumerate(topics)}
        self._first: dict[frozenset[int], Forest] = {}

    def without(self, fold: int | None) -> str:
        """The model, as its file has it, that has seen no topic of a fold.

        The second forest is trained on what first ones say that have not seen the topic either.
        """
        out = frozenset() if fold is None else frozenset({fold})
        topics = [t for t in self._topics if self._fold[t.name] not in out]
        tables = {t.name: self._looked(t, self.first(out | {self._fold[t.name]})) for t in topics}
        return exported(self.first(out), fit(tables, self._mixed_looked(out), SIGNS | context.CONTEXT_FEATURES))

    def first(self, out: frozenset[int]) -> Forest:
        """A forest that judges two mentions by themselves, of all topics but those of some folds."""
        if out not in self._first:
            tables = {t.name: Table(t.rows, t.same) for t in self._topics if self._fold[t.name] not in out}
            m = self._mixed
            mixed = Table(m.rows[m.chosen], m.same[m.chosen], m.homes[m.chosen])
            self._first[out] = fit(tables, mixed, SIGNS)
        return self._first[out]

    def _looked(self, t: Topic, first: Forest) -> Table:
        return second_look(t.told, t.pairs, t.rows, t.same, first.predict_proba(t.rows)[:, 1])

    def _mixed_looked(self, out: frozenset[int]) -> Table:
        """Each pair by a forest that has not seen the first one's topic."""
        m = self._mixed
        likely = np.zeros(len(m.pairs))
        folds = np.array([self._fold[name] for name in m.homes[:, 0]])
        for fold in range(FOLDS):
            likely[folds == fold] = self.first(out | {fold}).predict_proba(m.rows[folds == fold])[:, 1]
        return second_look(m.told, m.pairs, m.rows, np.where(m.chosen, m.same, -1), likely, m.homes)


def second_look(
    told: tuple[EventMention, ...],
    pairs: list[tuple[int, int]],
    rows: Rows,
    same: Labels,
    likely: Any,
    homes: np.ndarray[Any, Any] | None = None,
) -> Table:
    """What the second forest sees of pairs, and whether each is one event."""
    kept = same_event.kept(likely, rows)
    amid = same_event.amid(np.array(pairs, dtype=np.intp).reshape(-1, 2)[kept], likely[kept], told)
    return Table(np.hstack([rows[kept], amid]), same[kept], None if homes is None else homes[kept])


def fit(topics: dict[str, Table], mixed: Table, signs: dict[str, int]) -> Forest:
    """Trees for the labelled pairs of some topics: each alone, and amid the others, with as much of two topics beside them."""
    assert mixed.homes is not None
    tables = [table.known() for table in topics.values()]
    within = mixed.homes[:, 0] == mixed.homes[:, 1]
    tables += [mixed.some(within & (mixed.homes[:, 0] == name)).known() for name in topics]
    weight = [np.full(len(t.same), 1 / np.sqrt(max(1, len(t.same)))) for t in tables]
    across = mixed.some(~within & np.isin(mixed.homes, list(topics)).all(axis=1)).known()
    weight.append(np.full(len(across.same), sum(w.sum() for w in weight) / 2 / max(1, len(across.same))))
    tables.append(across)
    weights = np.concatenate(weight)
    forest = HistGradientBoostingClassifier(monotonic_cst=list(signs.values()), **SETTINGS)
    rows, same = np.concatenate([t.rows for t in tables]), np.concatenate([t.same for t in tables])
    return forest.fit(rows, same, sample_weight=weights / weights.mean())


def judged(topic: Topic, text: str) -> str:
    """How many of the joins of labelled mentions are right."""
    judge = model.read(text)
    right = joined = 0
    for group in same_event.grouped(topic.told, [(topic.pairs, topic.rows)], judge):
        known = [topic.labels[n] for n in group if topic.labels[n] is not None]
        joined += len(known) > 1
        right += len(known) > 1 and len(set(known)) == 1
    return f"{right} of {joined} groups of several labelled mentions are one event"


def exported(first: Forest, second: Forest) -> str:
    """The trees as JSON: a leaf is [log-odds], another node [feature, threshold, left, right]; more than the threshold goes right."""
    head = {
        "features": list(PAIR_FEATURES),
        "amid": list(context.CONTEXT_FEATURES),
        "least": [LEAST.alone, LEAST.many],
        "least_of_many_stories": [LEAST_OF_MANY_STORIES.alone, LEAST_OF_MANY_STORIES.many],
    }
    forests = ",\n".join(f'"{name}": {_forest(forest)}' for name, forest in (("first", first), ("second", second)))
    return json.dumps(head, indent=0)[:-2] + f",\n{forests}\n}}\n"


def _forest(forest: Forest) -> str:
    rows = ",\n".join(json.dumps(_nodes(p[0].nodes), separators=(",", ":")) for p in forest._predictors)
    return f'{{"base": {round(float(forest._baseline_prediction[0, 0]), 5)}, "trees": [\n{rows}\n]}}'


def _nodes(nodes: Any) -> list[list[float]]:
    return [
        [round(float(n["value"]), 5)]
        if n["is_leaf"]
        else [int(n["feature_idx"]), float(np.float32(n["num_threshold"])), int(n["left"]), int(n["right"])]
        for n in nodes
    ]


if __name__ == "__main__":
    main()
