"""Fit the model that says what kind of thing an event's word tells of, and measure it on articles that it was not fitted on.

    python -m training.event_kinds FOLDER GUM [--write]

FOLDER holds articles in the layout of TimeBank (NAME.txt, NAME.yml, NAME.gold.json with `events` and their TimeML `class`); GUM is the
open part of the Georgetown corpus (`gum_train_open.conllu.gz`). A word that may be an event and that TimeBank does not call one tells of
nothing that happens once, by its guidelines what holds in general; so do the presents of guide books, textbooks and studies.

A third of the articles (by the hash of their name) is kept back: prints how many kinds are right, and how often what is said to happen
once does so, by how sure the model is, by cross-validation over the others and on that third. With --write writes the model fitted on all
to `generator/language/events/kinds.json`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import numpy as np
from spacy.language import Language

from generator.language import document, load
from generator.language.events import triggers
from generator.language.events.attachment import Feature, verb_form
from generator.language.events.component import surroundings
from generator.language.events.kinds import KINDS_FILE, features
from generator.language.events.model import Kind
from generator.language.events.periods import periods
from generator.language.words import words_of
from generator.sources import read
from training.event_days import _hash as hashed

KINDS: tuple[Kind, ...] = get_args(Kind)
OF_CLASS: dict[str, Kind] = {
    "OCCURRENCE": "occurrence",
    "I_ACTION": "occurrence",
    "ASPECTUAL": "occurrence",
    "PERCEPTION": "occurrence",
    "REPORTING": "speech",
    "STATE": "state",
    "I_STATE": "state",
}
GENERAL_TEXTS = ("GUM_academic", "GUM_textbook", "GUM_voyage")
PRESENTS = frozenset({"VBZ", "VBP"})
RIDGE = 2.0  # how much the weights are drawn to nothing
RAREST = 5  # words in which a feature must occur
STEPS = 400
FOLDS = 5
BINS = (0.0, 0.2, 0.4, 0.6, 0.8, 0.9, 1.01)
NEEDED = frozenset({"briefing_sentences", "briefing_names", "briefing_times"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may be an event."""

    kind: Kind
    features: frozenset[Feature]


@dataclass(frozen=True, slots=True)
class Text:
    """An article and its words that may be events."""

    name: str
    words: list[Word]


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model: a row of weights a feature, a column a kind."""

    place: dict[Feature, int]
    weights: np.ndarray[Any, Any]

    def shares(self, word: Word) -> np.ndarray[Any, Any]:
        """How likely each kind is."""
        rows = [self.place[f] for f in word.features if f in self.place]
        sums = self.weights[rows].sum(axis=0)
        powers = np.exp(sums - sums.max())
        return np.asarray(powers / powers.sum())


def main() -> None:
    """Read, fit, measure, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("gum", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    nlp = load()
    for name in [name for name in nlp.pipe_names if name.startswith("briefing_") and name not in NEEDED]:
        nlp.disable_pipe(name)
    articles, general = list(_articles(nlp, arguments.folder)), list(_general(nlp, arguments.gum))
    seen = [a for a in articles if hashed(a.name, "kept") % 3]
    kept = [a for a in articles if hashed(a.name, "kept") % 3 == 0]
    folds = [fit([*(a for a in seen if hashed(a.name, "fold") % FOLDS != k), *general]) for k in range(FOLDS)]
    print("cross-validated on two thirds:", report([(a, folds[hashed(a.name, "fold") % FOLDS]) for a in seen]))
    one = fit([*seen, *general])
    print("the third that was kept back:", report([(a, one) for a in kept]))
    if arguments.write:
        write(fit([*articles, *general]))


def fit(texts: Iterable[Text]) -> Fit:
    """A softmax regression with ridge."""
    words = [word for text in texts for word in text.words]
    counts = Counter(feature for word in words for feature in word.features)
    known = sorted((f for f, k in counts.items() if k >= RAREST), key=repr)
    place = {feature: n for n, feature in enumerate(known)}
    table = np.zeros((len(words), len(place)), dtype=np.float32)
    for row, word in enumerate(words):
        table[row, [place[f] for f in word.features if f in place]] = 1
    wanted = np.eye(len(KINDS), dtype=np.float32)[[KINDS.index(word.kind) for word in words]]
    # no step is too long where each weight has its own bound on the curvature (Böhning and Lindsay 1988)
    steps = 1 / (0.5 * table.T @ table.sum(axis=1) + RIDGE)[:, None]
    weights = ahead = np.zeros((len(place), len(KINDS)), dtype=np.float32)
    for n in range(STEPS):
        sums = table @ ahead
        powers = np.exp(sums - sums.max(axis=1, keepdims=True))
        slope = table.T @ (powers / powers.sum(axis=1, keepdims=True) - wanted) + RIDGE * ahead
        moved = ahead - steps * slope
        weights, ahead = moved, moved + n / (n + 3) * (moved - weights)  # Nesterov 1983
    return Fit(place, weights)


def report(crossed: Sequence[tuple[Text, Fit]]) -> str:
    """How many kinds are found and right, and how often what is said to happen once does."""
    judged = [(word.kind, model.shares(word)) for text, model in crossed for word in text.words]
    told = Counter((kind, KINDS[int(shares.argmax())]) for kind, shares in judged)
    lines = [f"{sum(k for (a, b), k in told.items() if a == b) / len(judged):.1%} of {len(judged)} kinds right"]
    for kind in KINDS:
        right, said = told[kind, kind], sum(k for (_, b), k in told.items() if b == kind)
        gold = sum(k for (a, _), k in told.items() if a == kind)
        lines.append(
            f"  {kind}: {right / max(said, 1):.1%} of {said} said are right, {right / max(gold, 1):.1%} of {gold} found"
        )
    once = KINDS.index("occurrence")
    for low, high in pairwise(BINS):
        here = [kind == "occurrence" for kind, shares in judged if low <= shares[once] < high]
        if here:
            lines.append(f"  happens once at {low:.1f} to {min(high, 1):.1f}: {sum(here) / len(here):.1%} of {len(here)} do")
    return "\n".join(lines)


def write(model: Fit) -> None:
    """Write the model, a row a feature: its values, then a weight for each kind."""
    rows: dict[str, list[list[Any]]] = {}
    for feature, n in model.place.items():
        weights = [round(float(w), 2) for w in model.weights[n]]
        if any(abs(w) >= 0.05 for w in weights):
            rows.setdefault(str(feature[0]), []).append([*feature[1:], *weights])
    lines = ",\n".join(
        f" {json.dumps(name)}: [\n" + ",\n".join("  " + json.dumps(row) for row in rows[name]) + "\n ]"
        for name in sorted(rows)
    )
    KINDS_FILE.write_text(json.dumps({"kinds": KINDS})[:-1] + ',\n"weights": {\n' + lines + "\n}}\n", encoding="utf-8")


def _articles(nlp: Language, folder: Path) -> Iterable[Text]:
    for path in sorted(folder.glob("*.txt")):
        doc = nlp(document(nlp, read(path).article))
        truth = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        words = words_of(doc)
        around = surroundings(words, doc._.times, list(periods(words, doc._.times, doc._.published)))
        classes = {start: OF_CLASS[e["class"]] for e in truth["events"] for start in range(e["start"], e["end"])}
        yield Text(
            path.stem,
            [
                Word(classes.get(words.start[n], "general"), frozenset(features(words, n, around)))
                for n in range(len(words.text))
                if triggers.is_verb_trigger(words, n) or triggers.is_noun_trigger(words, n)
            ],
        )


def _general(nlp: Language, path: Path) -> Iterable[Text]:
    """The presents of texts that tell of what holds in general."""
    for name, text in _texts(path):
        doc = nlp(text)
        words = words_of(doc)
        around = surroundings(words, doc._.times, list(periods(words, doc._.times, None)))
        presents = (
            n
            for n in range(len(words.text))
            if triggers.is_verb_trigger(words, n)
            and verb_form(words, n) in PRESENTS
            and words.lemma[n] not in triggers.SAYING
        )
        yield Text(name, [Word("general", frozenset(features(words, n, around))) for n in presents])


def _texts(path: Path) -> Iterable[tuple[str, str]]:
    name, sentences = "", list[str]()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc id = "):
                if name.startswith(GENERAL_TEXTS):
                    yield name, "\n".join(sentences)
                name, sentences = line.partition("= ")[2].strip(), []
            elif line.startswith("# text = "):
                sentences.append(line.partition("= ")[2].strip())
    if name.startswith(GENERAL_TEXTS):
        yield name, "\n".join(sentences)


if __name__ == "__main__":
    main()
