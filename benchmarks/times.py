"""How good and how fast the time expressions are.

    python benchmarks/times.py FOLDER [--limit N]

FOLDER holds articles (NAME.txt, with `published` in NAME.yml) and, where quality is asked for, NAME.gold.json with `times`
(TempEval-3 layout). Prints strict, relaxed, type and value F1 as TempEval-3 defines them, and the words a second that the
component reads on one core, the parser's time left out.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from pathlib import Path

import spacy

from generator.language.setup.annotation import document
from generator.language.setup.shipped import PIPELINE
from generator.language.times import TimeExpression, Times
from generator.sources import read

ROUNDS = 3  # the fastest counts


def main() -> None:
    """Read the articles, time the component, and compare with the gold times where there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many articles")
    arguments = parser.parse_args()

    nlp = spacy.load(PIPELINE)
    paths = sorted(arguments.folder.glob("*.txt"))[: arguments.limit]
    docs = list(nlp.pipe(document(nlp, read(path).article) for path in paths))
    component, words, best = Times(), sum(len(doc.text.split()) for doc in docs), float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for doc in docs:
            component(doc)
        best = min(best, time.process_time() - start)

    counts: Counter[str] = Counter()
    for path, doc in zip(paths, docs, strict=True):
        gold = path.with_suffix(".gold.json")
        if gold.exists():
            counts += compare(json.loads(gold.read_text(encoding="utf-8"))["times"], doc._.times)
    figures = {"articles": len(docs), "words": words, "words_per_second": round(words / best)}
    if counts["gold"]:
        figures |= {name: f1(counts, name) for name in ("strict", "relaxed", "type", "value")}
    print(json.dumps(figures))


def compare(gold: list[dict[str, str | int]], found: tuple[TimeExpression, ...]) -> Counter[str]:
    """Count the pairs that overlap, one to one, and what is right in them."""
    counts = Counter(gold=len(gold), found=len(found))
    pairs = sorted(
        (
            (min(int(g["end"]), f.end) - max(int(g["start"]), f.start), -abs(int(g["start"]) - f.start), i, j)
            for i, g in enumerate(gold)
            for j, f in enumerate(found)
        ),
        reverse=True,
    )
    used_gold, used = set(), set()
    for overlap, _, i, j in pairs:
        if overlap <= 0 or i in used_gold or j in used:
            continue
        used_gold.add(i)
        used.add(j)
        one, other = gold[i], found[j]
        counts["relaxed"] += 1
        counts["strict"] += (one["start"], one["end"]) == (other.start, other.end)
        counts["type"] += one["type"] == other.type
        counts["value"] += one["value"] == other.value
    return counts


def f1(counts: Counter[str], name: str) -> float:
    """The harmonic mean of precision and recall, in per cent."""
    return round(200 * counts[name] / (counts["gold"] + counts["found"]), 2)


if __name__ == "__main__":
    main()
