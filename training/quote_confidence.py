"""Fit the weights of the quotations' antecedents and confidence, and show how well the confidence holds.

    python -m training.quote_confidence GOLD... [--spoken GOLD.json ARTICLES.jsonl.gz]... [--cache FOLDER] [--write]

GOLD is a folder of NAME.txt (with NAME.yml) and NAME.gold.json, or a file of JSON lines (`id`, `meta`, `text`, `quotes`, gzipped or not);
`quotes` as `benchmarks/quotes.py` takes them. --spoken adds articles whose double quotation marks are annotated by hand:
`{id: [[start, end, who], ...]}`, `*` and `-` before who has no name or says nothing; `quote_readings.json` beside this file is such an
annotation of 98 articles of the BBC, made by reading what the program showed. `quote_rereadings.json` beside this file holds what
a reader found where a speaker that a program had put behind a pronoun (the silver ones) and ours differed, `quote_unannotated.json`
which mixed and indirect quotations that the annotation lacks are right, `quote_descriptions.json` whom "the singer said" means. A third of all articles is kept back (SHA-1 of the
id, modulo 3, is 0): nothing is fitted on it. Two models, both small enough to be read: a conditional logit over the persons before
a pronoun or a quotation without a source, and a logistic over the signs of `generator/language/quotes/confidence.py`, checked by
cross-validation by article. --write puts the weights beside the code; --cache keeps the parsed articles for another run.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from spacy.tokens import Doc

from generator.language import document, load
from generator.language.coreference.component import Coreference
from generator.language.quotes import component, confidence
from generator.language.setup.annotation import COMPONENTS
from generator.sources import from_bytes
from training.logistic import logistic

WORD = re.compile(r"\w+")
REREAD = Path(__file__).with_name("quote_rereadings.json")  # {article: {start of a quotation: speaker, null: unclear}}
# {article: {start of a mixed or indirect quotation: speaker}}: right by a reader, where the annotation has nothing, or a program's speaker
UNANNOTATED = Path(__file__).with_name("quote_unannotated.json")
# {article: {start of a quotation: whom "the singer said" means, "*": nobody whom the article has named before}}, by a reader
DESCRIBED = Path(__file__).with_name("quote_descriptions.json")
WEIGHTS = Path(confidence.__file__).with_name("weights.json")
SUFFIXES = frozenset("jr sr ii iii iv".split())
ENOUGH = 0.9  # share of a quotation's words that must be its speaker's
FOLDS = 10
ROUNDS = 3  # who spoke last depends on the weights
STRENGTH = {"antecedent": 1.0, "sign": 4.0, "reported": 1.0}  # of the ridge
RARE = 8  # examples that a sign must have
SILVER_WRONG = 0.1  # share of the speakers that a program had put behind pronouns: three of thirty read were wrong
SILVER_ROUNDS = 5
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 1.01)

Example = tuple[list[dict[str, float]], int, str]  # candidates' features, the right one, article
Antecedent = tuple[list[dict[str, float]], int, str, bool]  # the same, and whether a program had said which is right


def main() -> None:
    """Read, fit, show, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--spoken", type=Path, nargs=2, action="append", default=[])
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()

    articles = [article for path in arguments.gold for article in gold_articles(path)]
    for labels, texts in arguments.spoken:
        articles += spoken_articles(labels, texts)
    reread(articles)
    docs = parsed(articles, arguments.cache)
    table: dict[str, dict[str, float]] = {"antecedent": {}, "sign": {"always": 3.0}, "reported": {"always": 3.0}}
    for _ in range(ROUNDS):
        examples = [e for e in antecedents(articles, docs, table) if not kept_back(e[2])]
        table["antecedent"] = fit_doubting(examples, STRENGTH["antecedent"])
    print(f"antecedents: {len(examples)} examples, right by cross-validation: {cross_validated(examples):.3f}")
    signs = list(confidences(articles, docs, table))
    seen = [(features, right, article) for features, right, article, _ in signs if not kept_back(article)]
    for name, kinds in {"sign": ("direct",), "reported": ("mixed", "indirect")}.items():
        own = [row for row in seen if any(row[0].get(kind) for kind in kinds)]
        table[name] = of_signs(own, STRENGTH[name])
        chances = np.array(list(by_fold(own, STRENGTH[name])))
        for kind in kinds:
            of = np.array([bool(features.get(kind)) for features, _, _ in own])
            show(f"cross-validated by article, {kind}", chances[of], np.array([right for _, right, _ in own])[of])
            rest = [
                (confidence.probability(f, table[name]), right)
                for f, right, article, _ in signs
                if kept_back(article) and f.get(kind)
            ]
            if rest:
                show(f"kept back, {kind}", np.array([p for p, _ in rest]), np.array([right for _, right in rest]))
    if arguments.write:
        rounded = {
            part: {name: round(value, 3) for name, value in sorted(weights.items())} for part, weights in table.items()
        }
        WEIGHTS.write_text(json.dumps(rounded, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def kept_back(article: str) -> bool:
    """The third of the articles that nothing is fitted on."""
    return int(hashlib.sha1(article.encode()).hexdigest(), 16) % 3 == 0


def gold_articles(path: Path) -> Iterator[dict[str, Any]]:
    """Articles with `id`, `text`, `meta`, `quotes`, `ignore`."""
    if path.is_dir():
        for file in sorted(path.glob("*.gold.json")):
            name = file.name.removesuffix(".gold.json")
            side = file.with_name(f"{name}.yml")
            meta = yaml.safe_load(side.read_text("utf-8")) if side.exists() else {}
            yield {
                "id": name,
                "meta": meta,
                "text": file.with_name(f"{name}.txt").read_bytes().decode(),
                **json.loads(file.read_text("utf-8")),
            }
        return
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def spoken_articles(gold: Path, articles: Path) -> list[dict[str, Any]]:
    """Articles of which only the long double quotation marks are annotated: nothing is known of the others."""
    spoken = json.loads(gold.read_text("utf-8"))
    made = []
    for article in gold_articles(articles):
        if article["id"] not in spoken:
            continue
        quotes = [
            {
                "content": [{"start": a, "end": b}],
                "kind": "direct",
                "speaker": None if who[0] in "*-" else who,
                "speaker_grade": "certain",
            }
            for a, b, who in spoken[article["id"]]
        ]
        made.append(
            {
                "id": article["id"],
                "meta": {"title": article.get("title"), "published": article.get("published")},
                "text": article["text"],
                "quotes": quotes,
                "partial": True,
            }
        )
    return made


def reread(articles: Iterable[dict[str, Any]]) -> None:
    """Put a reader's speakers in the place of those that a program had put behind pronouns."""
    found = json.loads(REREAD.read_text("utf-8"))
    for article in articles:
        for start, speaker in found.get(article["id"], {}).items():
            for quote in article["quotes"]:
                if any(span["start"] <= int(start) + 1 < span["end"] for span in quote["content"]):
                    quote["speaker"], quote["speaker_grade"] = speaker, "certain" if speaker else "unknown"


def parsed(articles: list[dict[str, Any]], cache: Path | None) -> dict[str, Doc]:
    """The articles with everything before coreference."""
    file = cache / f"{hashlib.sha1(''.join(a['id'] for a in articles).encode()).hexdigest()[:12]}.pickle" if cache else None
    if file is not None and file.exists():
        kept: dict[str, Doc] = pickle.loads(file.read_bytes())
        return kept
    nlp = load()
    for name in COMPONENTS:
        nlp.disable_pipe(name)
    pairs = ((document(nlp, _article(a)), a["id"]) for a in articles)
    docs = {name: doc for doc, name in nlp.pipe(pairs, as_tuples=True, batch_size=16)}
    if file is not None:
        file.write_bytes(pickle.dumps(docs, protocol=5))
    return docs


def _article(article: dict[str, Any]) -> Any:
    made = from_bytes(article["text"].encode(), ".txt", article["id"], f"{article['id']}.txt").article
    return made


def read(
    articles: list[dict[str, Any]], docs: dict[str, Doc], table: dict[str, dict[str, float]]
) -> Iterator[tuple[Any, ...]]:
    """(article, gold of each word, words to leave out, quotation, its evidence, names of the entities)."""
    coreference, quotes = Coreference(), component.Quotes()
    confidence.weights.cache_clear()
    component.weights = lambda: table  # type: ignore[assignment,attr-defined]
    for article in articles:
        doc = coreference(docs[article["id"]])
        owner = {word: quote for quote in article["quotes"] for word in _words(article["text"], quote["content"])}
        ignored = _words(article["text"], article.get("ignore") or [])
        names = {entity.id: entity.name for entity in doc._.entities}
        for quote, evidence in quotes.read(doc):
            yield article, owner, ignored, quote, evidence, names


def antecedents(
    articles: list[dict[str, Any]], docs: dict[str, Doc], table: dict[str, dict[str, float]]
) -> Iterator[Antecedent]:
    """What pronouns, descriptions and quotations without a source are known to mean."""
    described = json.loads(DESCRIBED.read_text("utf-8"))
    for article, owner, ignored, quote, evidence, _ in read(articles, docs, table):
        candidates = evidence.speaker.candidates
        if not candidates:
            continue
        told = described.get(article["id"], {}).get(str(quote.content[0][0]))
        if told is not None:
            right = next((n for n, (e, _) in enumerate(candidates) if e and same_name(e.name, told)), len(candidates) - 1)
            yield [features for _, features in candidates], right, article["id"], False
            continue
        words = _words(article["text"], [{"start": a, "end": b} for a, b in quote.content]) - ignored
        golds = [owner[w] for w in words if w in owner and owner[w].get("speaker_grade") != "unknown"]
        if not golds and (any(w in owner for w in words) or article.get("partial") or not words):
            continue
        said = (
            max((g.get("speaker") or "" for g in golds), key=[g.get("speaker") or "" for g in golds].count) if golds else ""
        )
        right = next(
            (n for n, (entity, _) in enumerate(candidates) if entity and said and same_name(entity.name, said)),
            len(candidates) - 1,
        )
        silver = any(g.get("speaker_grade") == "silver" for g in golds)
        yield [features for _, features in candidates], right, article["id"], silver


def confidences(
    articles: list[dict[str, Any]], docs: dict[str, Doc], table: dict[str, dict[str, float]]
) -> Iterator[tuple[dict[str, float], int, str, str]]:
    """The signs of each quotation with a speaker, and whether it is right."""
    heard, described = (json.loads(file.read_text("utf-8")) for file in (UNANNOTATED, DESCRIBED))
    for article, owner, ignored, quote, evidence, _ in read(articles, docs, table):
        entity = evidence.speaker.entity
        if entity is not None and heard.get(article["id"], {}).get(str(quote.content[0][0])) == entity.name:
            yield evidence.signs, 1, article["id"], entity.name
            continue
        told = described.get(article["id"], {}).get(str(quote.content[0][0]))
        if entity is not None and told is not None:
            yield evidence.signs, int(same_name(entity.name, told)), article["id"], entity.name
            continue
        words = _words(article["text"], [{"start": a, "end": b} for a, b in quote.content]) - ignored
        if article.get("partial"):
            words = frozenset(w for w in words if w in owner)
        known = [w for w in words if w not in owner or owner[w].get("speaker_grade") != "unknown"]
        if entity is not None and entity.type != "PERSON" and _organisation(article["text"], owner, words, entity.name):
            yield evidence.signs, 1, article["id"], entity.name
            continue
        if entity is None or not known:
            continue
        hits = sum(
            w in owner and bool(owner[w].get("speaker")) and same_name(entity.name, owner[w]["speaker"]) for w in known
        )
        if quote.kind != "direct":  # where reported words begin and end is not what is asked
            known = [w for w in known if w in owner] or known
        yield (
            evidence.signs,
            int(hits >= (ENOUGH if quote.kind == "direct" else 0.5) * len(known)),
            article["id"],
            entity.name,
        )


def _organisation(text: str, owner: dict[int, dict[str, Any]], words: Iterable[int], name: str) -> bool:
    """Whether the gold, which names persons alone, has a source that is this organisation's or place's name."""
    golds = [owner[w] for w in words if w in owner]
    unnamed = [g for g in golds if g.get("speaker_grade") == "unknown" and g.get("source")]
    sources = [text[span["start"] : span["end"]] for g in unnamed for span in g["source"]]
    return 2 * len(unnamed) > len(golds) and any(name.split()[-1] in source for source in sources)


def same_name(one: str, other: str) -> bool:
    """Whether two names share their surname, and their first names where both have one and no title stands before it."""
    first, second = ([w.strip(".,'’").lower() for w in name.split()] for name in (one, other))
    first, second = ([w for w in words if w not in SUFFIXES] or words for words in (first, second))
    if not first or not second or first[-1] != second[-1]:
        return False
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) == 1 or bool(set(shorter[:-1]) & set(longer[:-1]))


def fit_doubting(examples: Iterable[Antecedent], strength: float) -> dict[str, float]:
    """Weights fitted on labels of which some are wrong: each that a program made counts as far as the weights believe it.

    Expectation and maximisation: a silver label is right with the chance that the weights give it, or with `SILVER_WRONG` anything.
    """
    examples = list(examples)
    plain = [example[:3] for example in examples]
    worth = [1.0] * len(examples)
    for _ in range(SILVER_ROUNDS):
        weights = fit(plain, strength, worth=worth)
        worth = [_believed(candidates, right, weights) if silver else 1.0 for candidates, right, _, silver in examples]
    return weights


def _believed(candidates: list[dict[str, float]], right: int, weights: dict[str, float]) -> float:
    """How sure it is that a label is right."""
    scores = np.array([sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in candidates])
    chances = np.exp(scores - scores.max())
    chance = (1 - SILVER_WRONG) * float(chances[right] / chances.sum())
    return chance / (chance + SILVER_WRONG / len(candidates))


def fit(examples: Iterable[Example], strength: float, steps: int = 60, worth: list[float] | None = None) -> dict[str, float]:
    """Weights of a conditional logit with a ridge, by Newton's method; `worth` says how much each example counts."""
    examples = list(examples)
    counts: dict[str, int] = {}
    for candidates, _, _ in examples:
        for name in {name for features in candidates for name in features}:
            counts[name] = counts.get(name, 0) + 1
    names = {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}
    tables = []
    for (candidates, right, _), share in zip(examples, worth or [1.0] * len(examples), strict=True):
        table = np.zeros((len(candidates), len(names)))
        for row, features in enumerate(candidates):
            for name, value in features.items():
                if name in names:
                    table[row, names[name]] = value
        tables.append((table, right, share))
    weights = np.zeros(len(names))
    for _ in range(steps):
        gradient, curvature = strength * weights, strength * np.eye(len(names))
        for table, right, share in tables:
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            mean = chances @ table
            gradient = gradient + share * (mean - table[right])
            curvature = curvature + share * ((table.T * chances) @ table - np.outer(mean, mean))
        step = np.linalg.solve(curvature, gradient)
        weights -= step
        if np.abs(step).max() < 1e-4:
            break
    return dict(zip(names, map(float, weights), strict=True))


def of_signs(rows: Iterable[tuple[dict[str, float], int, str]], strength: float) -> dict[str, float]:
    """Weights of a logistic with a ridge over the signs that enough quotations have."""
    told = [({"always": 1.0, **features}, right) for features, right, _ in rows]
    counts = Counter(chain.from_iterable(features for features, _ in told))
    names = {name: n for n, name in enumerate(sorted(name for name, count in counts.items() if count >= RARE))}
    table = np.zeros((len(told), len(names)))
    for row, (features, _) in enumerate(told):
        for name, value in features.items():
            if name in names:
                table[row, names[name]] = value
    weights = logistic(table, np.array([float(right) for _, right in told]), np.full(len(names), strength))
    return dict(zip(names, map(float, weights), strict=True))


def by_fold(rows: list[tuple[dict[str, float], int, str]], strength: float) -> Iterator[float]:
    """Each row's probability by weights fitted on the other articles."""
    made: dict[int, float] = {}
    for fold in range(FOLDS):
        inside = [n for n, row in enumerate(rows) if _fold(row[2]) == fold]
        weights = of_signs((row for row in rows if _fold(row[2]) != fold), strength)
        made |= {n: confidence.probability(rows[n][0], weights) for n in inside}
    return (made[n] for n in range(len(rows)))


def cross_validated(examples: list[Antecedent]) -> float:
    """Share of antecedents that weights fitted on the other articles find."""
    right = 0
    for fold in range(FOLDS):
        weights = fit_doubting((e for e in examples if _fold(e[2]) != fold), STRENGTH["antecedent"])
        for candidates, gold, article, _ in examples:
            if _fold(article) == fold:
                scores = [sum(weights.get(name, 0.0) * value for name, value in features.items()) for features in candidates]
                right += scores.index(max(scores)) == gold
    return right / max(1, len(examples))


def show(title: str, chances: Any, right: Any) -> None:
    """A reliability table."""
    print(f"{title}: {len(right)} quotations with a speaker, {right.mean():.3f} right")
    for low, high in pairwise(BINS):
        inside = (chances >= low) & (chances < high)
        if inside.any():
            print(
                f"  {low:.2f} to {min(high, 1):.2f}: {inside.sum():5} said {chances[inside].mean():.3f} right {right[inside].mean():.3f}"
            )
    for low in (0.6, 0.7, 0.8, 0.85, 0.9, 0.95):
        above = chances >= low
        if above.any():
            print(f"  from {low:.2f}: {above.mean():.3f} of them, {right[above].mean():.4f} right")


def _fold(article: str) -> int:
    return int(hashlib.sha1(f"fold {article}".encode()).hexdigest(), 16) % FOLDS


def _words(text: str, spans: list[dict[str, int]]) -> frozenset[int]:
    return frozenset(m.start() for span in spans for m in WORD.finditer(text, span["start"], span["end"]))


if __name__ == "__main__":
    main()
