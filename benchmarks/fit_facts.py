"""Fit the weights of the facts' features on summaries that people wrote.

    python benchmarks/fit_facts.py EVALUATION [--cache FOLDER] [--folds N]

Ridge regression of what a statement adds to ROUGE-1 recall within its set's word budget; with --folds it also prints what weights
fitted without a fold reach on that fold.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import spacy

from benchmarks.facts import _articles, _parsed
from generator.language import layers
from generator.language.annotation import COMPONENTS
from generator.language.facts.candidates import candidates
from generator.language.facts.ranking import WEIGHTS, Features, Ranked, chosen
from generator.language.shipped import PIPELINE
from generator.language.words import words_of

BUDGETS = {"abstracts-dev": 35, "headlines-dev": 15, "summaries-dev": 35}
WANTED = {"abstracts-dev": 0.45, "headlines-dev": 0.315, "summaries-dev": 0.37}
USUAL = 0.25  # words of the summary that a word of any statement hits
NAMES = tuple(WEIGHTS)


def main() -> None:
    """Print the fitted table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("evaluation", type=Path)
    options.add_argument("--cache", type=Path, default=Path("/tmp/briefing-benchmarks"))
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--ridge", type=float, default=0.5)
    given = options.parse_args()
    articles = list(_read(given.evaluation, given.cache))
    print("now", _means(articles, WEIGHTS))
    print("best single order", {name: round(v, 3) for name, v in _means(articles, {"early": 1.0}).items()})
    if given.folds:
        held: dict[str, list[float]] = {}
        for fold in range(given.folds):
            fitted = _fit([a for n, a in enumerate(articles) if n % given.folds != fold], given.ridge)
            for article in articles[fold :: given.folds]:
                held.setdefault(article["set"], []).append(_recall(article, fitted))
        print("held out", {name: round(sum(v) / len(v), 4) for name, v in held.items()})
    fitted = _fit(articles, given.ridge)
    print("fitted", _means(articles, fitted))
    print(json.dumps({k: round(v, 2) for k, v in fitted.items()}, indent=4))


def _read(evaluation: Path, cache: Path) -> Any:
    nlp = spacy.load(PIPELINE)
    ours = spacy.blank("en", vocab=nlp.vocab)
    steps = [ours.add_pipe(name) for name in COMPONENTS[:4]]
    for name, budget in BUDGETS.items():
        articles = list(_articles(evaluation, name))
        for article, doc in zip(articles, _parsed(nlp, articles, cache / name), strict=True):
            layers.prepare(doc, article)
            for step in steps:
                step(doc)
            words = words_of(doc)
            found = list(candidates(doc, words))
            table = Features(doc, words, found)
            gold = json.loads((evaluation / name / f"{article.id}.gold.json").read_text("utf-8"))
            yield {
                "set": name,
                "budget": budget,
                "found": [
                    (c, table.content(c), table.of(c), article.text[words.start[c.first] : words.end[c.last - 1]].split())
                    for c in found
                ],
                "gold": [Counter(_tokens(s)) for s in gold["summaries"]],
            }


def _tokens(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def _recall(article: dict[str, Any], weights: dict[str, float]) -> float:
    scored = [Ranked(c, sum(weights.get(k, 0.0) * v for k, v in f.items()), s) for c, s, f, _ in article["found"]]
    texts = {(c.first, c.last): t for c, _, _, t in article["found"]}
    joined: list[str] = []
    for ranked in chosen(scored, article["budget"] // 4 + 1):
        joined += texts[ranked.candidate.first, ranked.candidate.last]
        if len(joined) >= article["budget"]:
            break
    told = Counter(_tokens(" ".join(joined[: article["budget"]])))
    return sum(sum((told & gold).values()) / max(1, sum(gold.values())) for gold in article["gold"]) / len(article["gold"])


def _means(articles: list[dict[str, Any]], weights: dict[str, float]) -> dict[str, float]:
    sums: dict[str, list[float]] = {}
    for article in articles:
        sums.setdefault(article["set"], []).append(_recall(article, weights))
    return {name: round(sum(v) / len(v), 4) for name, v in sums.items()}


def _fit(articles: list[dict[str, Any]], ridge: float) -> dict[str, float]:
    """Ridge regression, within articles, of what a candidate adds to the recall over what its length would add anyway."""
    rows, gains = [], []
    for article in articles:
        if len(article["found"]) < 2:
            continue
        own = np.array([[f[k] for k in NAMES] for _, _, f, _ in article["found"]])
        gain = np.array([_gain(article, text) for _, _, _, text in article["found"]])
        share = 1 / math.sqrt(len(gain)) / WANTED[article["set"]]
        rows.append((own - own.mean(0)) * share)
        gains.append((gain - gain.mean()) * share)
    features, target = np.concatenate(rows), np.concatenate(gains)
    scale = features.std(0) + 1e-9
    features = features / scale
    solved = np.linalg.solve(features.T @ features + ridge * np.eye(len(NAMES)), features.T @ target) / scale
    return dict(zip(NAMES, (solved / abs(solved).max() * 3).tolist(), strict=True))


def _gain(article: dict[str, Any], text: list[str]) -> float:
    cut = text[: article["budget"]]
    told = Counter(_tokens(" ".join(cut)))
    return sum(
        (sum((told & gold).values()) - USUAL * len(cut)) / max(1, sum(gold.values())) for gold in article["gold"]
    ) / len(article["gold"])


if __name__ == "__main__":
    main()
