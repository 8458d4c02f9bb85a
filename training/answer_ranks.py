"""Fit which phrase answers a question about an article's main event, and measure it on events that it was not fitted on.

    python -m training.answer_ranks FOLDER... [--write]

A FOLDER holds articles in the layout of Giveme5W1H's gold standard (NAME.txt, NAME.yml, NAME.gold.json with `event` and `answers`: for
each question phrases with `coders`, how many people noted them; 0 = rejected). A phrase is right where its words and those
of a noted one overlap by half (F1, articles, case and marks left out), as the benchmark counts. Cross-validated by event, since
the articles of one event are answered by the same words. Prints for each question how many first answers are right (of those that
people answered), how many of all first answers given are right, and how often a question that people left open stays
open. With --write fits on all and writes `generator/language/answers/ranking.json`.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from generator.language import document, load
from generator.language.answers.component import QUESTIONS
from generator.language.answers.ranking import FILE, Candidate, Question
from generator.language.answers.story import story
from generator.sources import read
from training.logistic import logistic

RIDGE = 4.0  # how much the weights are drawn to nothing
RAREST = 4  # articles in which a feature must occur
# the least estimate from which a phrase is given, by question; why only where about every second phrase given is right
LEAST = {"who": 0.0, "what": 0.0, "where": 0.35, "why": 0.3}
HALF = 0.5
ARTICLES = frozenset({"a", "an", "the"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to an article."""

    article: str
    event: str
    question: str
    candidates: tuple[Candidate, ...]
    right: tuple[bool, ...]
    noted: bool  # whether people found an answer
    left_open: bool  # whether two or more agreed that there is none


def main() -> None:
    """Read, fit, measure, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    asked = [each for folder in arguments.folders for each in _asked(folder)]
    report(asked)
    if arguments.write:
        FILE.write_text(_written({name: fit(_of(asked, name), LEAST[name]) for name in QUESTIONS}), encoding="utf-8")


def report(asked: Sequence[Asked]) -> None:
    """Print for each question what the model gets right on events that it was not fitted on."""
    shares = []
    for name in QUESTIONS:
        mine = _of(asked, name)
        chosen = list(crossed(mine, LEAST[name]))
        noted = [(each, first) for each, first in chosen if each.noted]
        given = [each.right[first] for each, first in noted if first is not None]
        unjudged = [first is None for each, first in chosen if each.left_open]
        best = sum(any(each.right) for each, _ in noted) / len(noted)
        shares.append(sum(given) / len(noted))
        print(
            f"{name:6} right {shares[-1]:.3f} of {len(noted)}, of the {len(given)} given {sum(given) / max(len(given), 1):.3f}, "
            f"among the candidates {best:.3f}; left open rightly {sum(unjudged)} of {len(unjudged)}"
        )
    print(f"mean   {sum(shares) / len(shares):.3f}")


def _of(asked: Iterable[Asked], question: str) -> list[Asked]:
    return [each for each in asked if each.question == question]


def crossed(asked: Sequence[Asked], least: float) -> Iterable[tuple[Asked, int | None]]:
    """Each question with the candidate that a model chooses which was fitted on the other events; None where none is likely enough."""
    for event in sorted({each.event for each in asked}):
        model = fit([each for each in asked if each.event != event], least)
        for each in asked:
            if each.event == event:
                yield each, first(model, each.candidates)


def first(model: Question, candidates: Sequence[Candidate]) -> int | None:
    """The place of the likeliest candidate; None where it is not likely enough."""
    judged = [(-model.estimate(each), each.span, n) for n, each in enumerate(candidates)]
    best = min(judged, default=None)
    return best[2] if best and -best[0] >= model.least else None


def fit(asked: Sequence[Asked], least: float) -> Question:
    """A logistic regression with ridge, by Newton's method."""
    told = [each for each in asked if each.noted or each.left_open]
    counts = Counter(feature for each in told for feature in {f for c in each.candidates for f in c.features})
    place = {f: n + 1 for n, f in enumerate(sorted((f for f, k in counts.items() if k >= RAREST), key=repr))}
    rows = [(c.features, right) for each in told for c, right in zip(each.candidates, each.right, strict=True)]
    table = np.zeros((len(rows), len(place) + 1))
    table[:, 0] = 1
    for row, (features, _) in enumerate(rows):
        table[row, [place[f] for f in set(features) if f in place]] = 1
    right = np.array([float(good) for _, good in rows])
    ridge = np.full(len(place) + 1, RIDGE)
    ridge[0] = 1e-3
    weights = logistic(table, right, ridge)
    return Question(float(weights[0]), least, {f: float(weights[n]) for f, n in place.items()})


def _written(models: Mapping[str, Question]) -> str:
    """The models, a row a feature."""
    parts = []
    for name, model in models.items():
        rows: dict[str, list[list[Any]]] = {}
        for feature, weight in sorted(model.weights.items(), key=repr):
            if abs(weight) >= 0.01:
                rows.setdefault(str(feature[0]), []).append([*feature[1:], round(weight, 3)])
        weights = ",\n".join(
            f"  {json.dumps(feature)}: [\n" + ",\n".join("   " + json.dumps(row) for row in rows[feature]) + "\n  ]"
            for feature in sorted(rows)
        )
        head = json.dumps({"bias": round(model.bias, 4), "least": model.least})[:-1]
        parts.append(f' "{name}": {head}, "weights": {{\n{weights}\n }}}}')
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _asked(folder: Path) -> Iterable[Asked]:
    nlp = load()
    for path in sorted(folder.glob("*.txt")):
        doc = nlp(document(nlp, read(path).article))
        truth = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        yield from questions(doc, path.stem, truth)


def questions(doc: Any, name: str, truth: Mapping[str, Any]) -> Iterable[Asked]:
    """The questions put to one article."""
    told = story(doc)
    for question, candidates in QUESTIONS.items():
        noted = [_words(each["text"]) for each in truth["answers"].get(question, []) if each.get("coders")]
        found = _differing(told.text, candidates(told))
        right = tuple(any(_alike(_words(told.text[slice(*c.span)]), each) for each in noted) for c in found)
        nobody = not truth["answers"].get(question) and truth.get("coders_who_found_no_answer", {}).get(question, 0) >= 2
        yield Asked(name, truth.get("event", name), question, found, right, bool(noted), nobody)


def _differing(text: str, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Candidates, none twice at one place."""
    return tuple({c.span: c for c in candidates}.values())


def _words(text: str) -> list[str]:
    words = re.findall(r"[\w.]*\w", text.lower().replace("’", "'").replace("'s ", " ").removesuffix("'s"))
    return [word for word in words if word not in ARTICLES]


def _alike(ours: list[str], theirs: list[str]) -> bool:
    shared = sum((Counter(ours) & Counter(theirs)).values())
    return bool(shared) and 2 * shared / (len(ours) + len(theirs)) >= HALF


if __name__ == "__main__":
    main()
