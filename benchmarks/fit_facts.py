"""Fit the weights of the facts' features on summaries that people wrote.

    python -m benchmarks.fit_facts EVALUATION [--cache FOLDER] [--folds N]

Coordinate ascent on ROUGE-1 recall at each set's word budget, from the table in `generator.language.facts.ranking`; with --folds it
also prints what weights fitted without a fold reach on that fold. The table itself keeps round numbers near the optimum.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

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
STEPS = (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)
LEAST = 0.002  # gain from which a step counts


def main() -> None:
    """Print the fitted table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("evaluation", type=Path)
    options.add_argument("--cache", type=Path, default=Path("/tmp/briefing-benchmarks"))
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--rounds", type=int, default=2)
    given = options.parse_args()
    articles = list(_read(given.evaluation, given.cache))
    print("now", _means(articles, WEIGHTS))
    print("best single order", {name: round(v, 3) for name, v in _means(articles, {"early": 1.0}).items()})
    if given.folds:
        held: dict[str, list[float]] = {}
        for fold in range(given.folds):
            fitted = _fit([a for n, a in enumerate(articles) if n % given.folds != fold], given.rounds)
            for article in articles[fold :: given.folds]:
                held.setdefault(article["set"], []).append(_recall(article, fitted))
        print("held out", {name: round(sum(v) / len(v), 4) for name, v in held.items()})
    fitted = _fit(articles, given.rounds)
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


def _fit(articles: list[dict[str, Any]], rounds: int) -> dict[str, float]:
    """Coordinate ascent; a step must be worth more than noise."""
    weights = dict(WEIGHTS)
    best = _worth(articles, weights)
    for _ in range(rounds):
        before = best
        for name in WEIGHTS:
            tried = [{**weights, name: weights[name] + step} for step in STEPS]
            worth, step = max(((_worth(articles, each), n) for n, each in enumerate(tried)), key=lambda pair: pair[0])
            if worth > best + LEAST:
                best, weights = worth, tried[step]
        if best - before < LEAST:
            break
    return weights


def _worth(articles: list[dict[str, Any]], weights: dict[str, float]) -> float:
    means = _means(articles, weights)
    return sum(means[name] / WANTED[name] for name in means) / len(means)


if __name__ == "__main__":
    main()
