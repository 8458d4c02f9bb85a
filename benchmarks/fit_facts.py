"""Fit the weights of the facts' features on summaries that people wrote.

    python -m benchmarks.fit_facts EVALUATION [--cache FOLDER] [--folds N] [--further]

Coordinate ascent on ROUGE-1 recall at each set's word budget, from the table in `generator.language.facts.ranking`; with --folds it
also prints what weights fitted without a fold reach on that fold. The table itself keeps round numbers near the optimum.

The development sets are small: on articles left out of it, a fit does worse than the table. --further also shows what the table
reaches on 1,100 articles that have no summary but a headline (and some an abstract), cut out of their text; a change of the table
must do no harm there.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import spacy

from benchmarks.facts import _articles, _parsed
from generator.language import extensions
from generator.language.facts.candidates import candidates
from generator.language.facts.ranking import WEIGHTS, Features, Ranked, chosen
from generator.language.setup.annotation import COMPONENTS
from generator.language.setup.shipped import PIPELINE
from generator.language.words import words_of
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

BUDGETS = {"abstracts-dev": 35, "headlines-dev": 15, "summaries-dev": 35}
WANTED = {"abstracts-dev": 0.45, "headlines-dev": 0.315, "summaries-dev": 0.37}
STEPS = (-2.0, -1.0, -0.5, 0.5, 1.0, 2.0)
FURTHER = {"headlines": 15, "nyt": 35, "bbc": 15}
EVERY = 6  # of the BBC's 2,225 articles
ABSTRACT = re.compile(r"ABSTRACT\.\n\n(.+?)\n\nFULL TEXT\.\n\n", re.S)
LEAST = 0.002  # gain from which a step counts


def main() -> None:
    """Print the fitted table."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("evaluation", type=Path)
    options.add_argument("--cache", type=Path, default=Path("/tmp/briefing-benchmarks"))
    options.add_argument("--folds", type=int, default=0)
    options.add_argument("--rounds", type=int, default=2)
    options.add_argument("--further", action="store_true")
    given = options.parse_args()
    if given.further:
        print("further", _means(list(_read_further(given.evaluation, given.cache)), WEIGHTS))
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


def _read(evaluation: Path, cache: Path) -> Iterator[dict[str, Any]]:
    for name, budget in BUDGETS.items():
        articles = list(_articles(evaluation, name))
        gold = [json.loads((evaluation / name / f"{a.id}.gold.json").read_text("utf-8"))["summaries"] for a in articles]
        yield from _prepared(name, budget, articles, gold, cache)


def _read_further(evaluation: Path, cache: Path) -> Iterator[dict[str, Any]]:
    """The articles of other development sets: the headline or the abstract, cut out of the text, is the summary."""
    found: dict[str, list[tuple[Article, list[str]]]] = {name: [] for name in FURTHER}
    with gzip.open(evaluation.parent / "quotes" / "quotes-train.jsonl.gz", "rt", encoding="utf-8") as stream:
        for row in map(json.loads, stream):
            head, _, body = row["text"].partition("\n\n")
            known = row["meta"].get("published")
            published = date.fromisoformat(known) if known else None
            found["headlines"].append((_article(row["id"], body, None, published), [row["meta"]["title"]]))
            abstract = ABSTRACT.match(body)
            if abstract:
                text = f"{head}\n\n{body[abstract.end() :]}"
                found["nyt"].append((_article(row["id"], text, row["meta"]["title"], published), [abstract[1]]))
    with gzip.open(evaluation / "bbc-2225.jsonl.gz", "rt", encoding="utf-8") as stream:
        for row in [json.loads(line) for line in stream][::EVERY]:
            body = row["text"].partition("\n")[2].lstrip("\n")
            found["bbc"].append((_article(row["id"], body, None, None), [row["title"]]))
    for name, pairs in found.items():
        yield from _prepared(f"further-{name}", FURTHER[name], [a for a, _ in pairs], [g for _, g in pairs], cache)


def _article(name: str, text: str, title: str | None, published: date | None) -> Article:
    return Article(name, text, Metadata(title=title, published=published), paragraphs(text, title))


def _prepared(
    name: str, budget: int, articles: list[Article], gold: Iterable[list[str]], cache: Path
) -> Iterator[dict[str, Any]]:
    """Each article with its candidates, their features and words, and the summaries."""
    nlp = spacy.load(PIPELINE)
    ours = spacy.blank("en", vocab=nlp.vocab)
    steps = [ours.add_pipe(step) for step in COMPONENTS[:4]]
    cache.mkdir(parents=True, exist_ok=True)
    for article, doc, summaries in zip(articles, _parsed(nlp, articles, cache / name), gold, strict=True):
        extensions.prepare(doc, article)
        for step in steps:
            step(doc)
        words = words_of(doc)
        found = list(candidates(doc, words))
        table = Features(doc, words, found)
        yield {
            "set": name,
            "budget": budget,
            "found": [
                (c, table.content(c), table.of(c), article.text[words.start[c.first] : words.end[c.last - 1]].split())
                for c in found
            ],
            "gold": [Counter(_tokens(s)) for s in summaries],
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
