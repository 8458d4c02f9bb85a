"""Fit the model that says how sure an event's day is, and measure it on articles that it was not fitted on.

    python -m training.event_days FOLDER [--write] [--threshold 0.4]

FOLDER holds articles in the layout of TimeBank (NAME.txt, NAME.yml with `published`, NAME.gold.json with `events`, `times`, `dct` and
`links`). A third of the articles (by the hash of their name) is kept back: the model is chosen by cross-validation over the others,
by article, and measured on the third once. Prints how many of our days are right by confidence (reliability), and with --write
writes the model fitted on all articles to `generator/language/events/attachment.json`.

A pair of event and day is right where a link puts the event in or at just that day; wrong where the links put it elsewhere, or before
or after that day. Other pairs tell nothing and are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from generator.language import document, load
from generator.language.events import triggers
from generator.language.events.attachment import Feature, described
from generator.language.events.choosing import ATTACHMENT_FILE, PROPOSED, ArticleDays, share_of
from generator.language.events.component import habits
from generator.language.events.periods import periods
from generator.language.events.reach import Speech
from generator.language.extensions import paragraphs
from generator.language.words import words_of
from generator.sources import read
from generator.values import timex
from training.logistic import logistic

AT = frozenset({"IS_INCLUDED", "DURING", "SIMULTANEOUS", "IDENTITY"})
INVERSE = {"INCLUDES": "IS_INCLUDED", "IS_INCLUDED": "INCLUDES", "BEFORE": "AFTER", "AFTER": "BEFORE"}
RIDGE = 3.0  # how much the weights are drawn to nothing
RAREST = 6  # pairs in which a feature must occur
FOLDS = 5
BINS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)
GROUPS = 14  # of equally many days, in which the share that is right is counted
Days = tuple[str, str]
Shares = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """An event and a day that may be its own, and whether it is; None where nobody knows."""

    proposed: bool  # by the rules
    right: bool | None
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """An article: for each event its pairs, and how many gold events have a day."""

    name: str
    events: list[list[Pair]]
    dated: int


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted model."""

    bias: float
    weights: dict[Feature, float]

    def weight(self, pair: Pair) -> float:
        """How much speaks for a pair."""
        return self.bias + sum(self.weights.get(f, 0.0) for f in set(pair.features))


def main() -> None:
    """Read, fit, measure, and write if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--threshold", type=float, default=0.35, help="the least confidence of a day that the rules propose")
    parser.add_argument("--unproposed", type=float, default=0.4, help="the same of any other day")
    arguments = parser.parse_args()
    limits = (arguments.threshold, arguments.unproposed)
    articles = list(_articles(arguments.folder))
    seen = [a for a in articles if _hash(a.name, "kept") % 3]
    kept = [a for a in articles if _hash(a.name, "kept") % 3 == 0]
    folds = [fit([a for a in seen if _hash(a.name, "fold") % FOLDS != k]) for k in range(FOLDS)]
    crossed = [(a, folds[_hash(a.name, "fold") % FOLDS]) for a in seen]
    shares = calibrated(crossed)
    print("cross-validated on two thirds:", report(crossed, shares, limits))
    one = fit(seen)
    print("the third that was kept back:", report([(a, one) for a in kept], shares, limits))
    if arguments.write:
        write(fit(articles), shares, limits)


def fit(articles: Iterable[Article]) -> Fit:
    """A logistic regression with ridge, by Newton's method."""
    pairs = [pair for article in articles for event in article.events for pair in event if pair.right is not None]
    counts = Counter(feature for pair in pairs for feature in set(pair.features))
    place = {f: n + 1 for n, f in enumerate(sorted((f for f, k in counts.items() if k >= RAREST), key=repr))}
    table = np.zeros((len(pairs), len(place) + 1))
    table[:, 0] = 1
    for row, pair in enumerate(pairs):
        table[row, [place[f] for f in set(pair.features) if f in place]] = 1
    right = np.array([float(bool(pair.right)) for pair in pairs])
    ridge = np.full(len(place) + 1, RIDGE)
    ridge[0] = 1e-3
    weights = logistic(table, right, ridge)
    return Fit(float(weights[0]), {f: float(weights[n]) for f, n in place.items()})


def calibrated(crossed: Sequence[tuple[Article, Fit]]) -> Shares:
    """Which share of the likeliest days of a weight is right, never falling as the weight grows (pool adjacent violators)."""
    chosen = sorted((weight, right) for weight, right in _likeliest(crossed) if right is not None)
    size = len(chosen) // GROUPS
    groups = [chosen[n : n + size] for n in range(0, len(chosen) - size + 1, size)]
    pools: list[list[float]] = []  # sum of weights, how many right, how many
    for group in groups:
        pools.append([sum(w for w, _ in group), float(sum(bool(r) for _, r in group)), float(len(group))])
        while len(pools) > 1 and pools[-2][1] * pools[-1][2] >= pools[-1][1] * pools[-2][2]:
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return tuple((round(w / n, 3), round(r / n, 3)) for w, r, n in pools)


def _likeliest(crossed: Sequence[tuple[Article, Fit]]) -> Iterable[tuple[float, bool | None]]:
    for article, model in crossed:
        for event in article.events:
            if event:
                yield max(((model.weight(pair), pair.right) for pair in event), key=lambda each: each[0])


def report(crossed: Sequence[tuple[Article, Fit]], shares: Shares, limits: tuple[float, float]) -> str:
    """Precision, recall and F1 of the chosen days, and how many are right by confidence."""
    chosen = list(_chosen(crossed, shares, limits))
    judged = [(sure, right) for sure, _, right in chosen if right is not None]
    right, gold = sum(bool(r) for _, r in judged), sum(article.dated for article, _ in crossed)
    lines = [
        f"precision {100 * right / len(judged):.1f}, recall {100 * right / gold:.1f}, F1 {200 * right / (len(judged) + gold):.1f}"
    ]
    for low, high in pairwise(BINS):
        here = [r for sure, r in judged if low <= sure < high]
        if here:
            lines.append(
                f"  confidence {low:.2f} to {min(high, 1):.2f}: {len(here):4d} days, {100 * sum(map(bool, here)) / len(here):.1f} % right"
            )
    return "\n".join(lines)


def _chosen(
    crossed: Sequence[tuple[Article, Fit]], shares: Shares, limits: tuple[float, float]
) -> Iterable[tuple[float, float, bool | None]]:
    for article, model in crossed:
        for event in article.events:
            sure = ((share_of(model.weight(p), shares), model.weight(p), p) for p in event)
            enough = [each for each in sure if each[0] >= limits[not each[2].proposed]]
            if enough:
                best = max(enough, key=lambda each: each[0])
                yield float(best[0]), best[1], best[2].right


def write(model: Fit, shares: Shares, limits: tuple[float, float]) -> None:
    """Write the model, a row a feature."""
    rows: dict[str, list[list[Any]]] = {}
    for feature, weight in sorted(model.weights.items(), key=repr):
        if abs(weight) >= 0.01:
            rows.setdefault(str(feature[0]), []).append([*feature[1:], round(weight, 3)])
    told = {
        "bias": round(model.bias, 4),
        "shares": shares,
        "threshold": limits[0],
        "unproposed": limits[1],
    }
    lines = ",\n".join(
        f" {json.dumps(name)}: [\n" + ",\n".join("  " + json.dumps(row) for row in rows[name]) + "\n ]"
        for name in sorted(rows)
    )
    ATTACHMENT_FILE.write_text(json.dumps(told)[:-1] + ',\n"weights": {\n' + lines + "\n}}\n", encoding="utf-8")


def _articles(folder: Path) -> Iterable[Article]:
    nlp = load()
    for name in [name for name in nlp.pipe_names if name.startswith("briefing_") and name not in KEPT]:
        nlp.disable_pipe(name)
    for path in sorted(folder.glob("*.txt")):
        doc = nlp(document(nlp, read(path).article))
        truth = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
        words = words_of(doc)
        stated = list(periods(words, doc._.times, doc._.published))
        speech = Speech(words, ((p.start, p.end) for p in paragraphs(doc)))
        told = ArticleDays(words, stated, doc._.published, habits(words, doc._.times), speech)
        chosen = {
            n for n in range(len(words.text)) if triggers.is_verb_trigger(words, n) or triggers.is_noun_trigger(words, n)
        }
        links, gold = _gold(truth)
        at = {words.start[n]: n for n in chosen | told.dates.keys()}
        events = []
        for event in truth["events"]:
            n = at.get(event["start"])
            if n is None:
                continue
            event_word = described(words, n)
            pairs = []
            for candidate in told.candidates(n):
                ours = timex.days(candidate.date.value)
                right = _right(links.get(event["id"], []), ours) if ours else None
                pairs.append(Pair(candidate.rule in PROPOSED, right, tuple(told.features(event_word, candidate))))
            events.append(pairs)
        yield Article(path.stem, events, gold)


KEPT = frozenset({"briefing_sentences", "briefing_names", "briefing_times"})


def _gold(truth: dict[str, Any]) -> tuple[dict[str, list[tuple[str, Days]]], int]:
    """The links of each event to a calendar time, and how many events have a day."""
    spans = {t["id"]: timex.days(t["value"].partition("T")[0]) for t in [*truth["times"], truth["dct"]]}
    links: dict[str, list[tuple[str, Days]]] = {}
    for link in truth["links"]:
        event, when, relation = link["from"], link["to"], link["relation"]
        if event in spans:
            event, when, relation = when, event, INVERSE.get(relation, relation)
        if span := spans.get(when):
            links.setdefault(event, []).append((relation, span))
    return links, sum(any(relation in AT for relation, _ in told) for told in links.values())


def _right(links: Sequence[tuple[str, Days]], ours: Days) -> bool | None:
    at = [span for relation, span in links if relation in AT]
    if at:
        return ours in at
    wrong = any((r == "BEFORE" and ours[1] >= s[0]) or (r == "AFTER" and ours[0] <= s[1]) for r, s in links)
    return False if wrong else None


def _hash(name: str, salt: str) -> int:
    return int(hashlib.sha256((name if salt == "kept" else salt + name).encode()).hexdigest(), 16)


if __name__ == "__main__":
    main()
