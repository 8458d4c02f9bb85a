"""How good and how fast the dates of events are.

    python -m benchmarks.events FOLDER [--limit N]

FOLDER holds articles (NAME.txt, with `published` in NAME.yml) and, where quality is asked for, NAME.gold.json with `events`,
`times`, `dct` and `links` (TimeBank's TLINKs). Of the events that a link puts in or at a date, it prints how many we give that
date (recall), how many of ours that can be judged are right (precision), the same for the peer that needs no program (the day
of publication for all), and the words a second that the component reads on one core, the parser's time left out. A date that
contradicts a BEFORE or AFTER is wrong. Below stands how many days of each confidence are right: on the articles that the model was
fitted on it flatters; `python -m training.event_days FOLDER` measures it by cross-validation.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.language import document, load
from generator.language.setup.annotation import COMPONENTS
from generator.sources import read
from generator.values import timex

ROUNDS = 3  # the fastest counts
AT = frozenset({"IS_INCLUDED", "DURING", "SIMULTANEOUS", "IDENTITY"})
INVERSE = {"INCLUDES": "IS_INCLUDED", "BEFORE": "AFTER", "AFTER": "BEFORE", "IBEFORE": "AFTER", "IAFTER": "BEFORE"}
BEFORE, AFTER = frozenset({"BEFORE", "IBEFORE"}), frozenset({"AFTER", "IAFTER"})
Days = tuple[str, str]  # the first and the last, ISO 8601


def main() -> None:
    """Read the articles, time the component, and compare with the gold links where there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many articles")
    arguments = parser.parse_args()

    nlp = load()
    paths = sorted(arguments.folder.glob("*.txt"))[: arguments.limit]
    docs = list(nlp.pipe(document(nlp, read(path).article) for path in paths))
    component = dict(nlp.pipeline)[next(name for name in COMPONENTS if name.endswith("events"))]
    words, best = sum(len(doc.text.split()) for doc in docs), float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for doc in docs:
            component(doc)
        best = min(best, time.process_time() - start)

    ours: Counter[str] = Counter()
    reliability: dict[int, Counter[bool]] = defaultdict(Counter)
    peer: Counter[str] = Counter()
    for path, doc in zip(paths, docs, strict=True):
        gold = path.with_suffix(".gold.json")
        if not gold.exists():
            continue
        truth = json.loads(gold.read_text(encoding="utf-8"))
        published = timex.days(truth["dct"]["value"][:10])
        found = {event.trigger[0]: timex.days(event.date.value[:10]) for event in doc._.events if event.date}
        ours += compare(truth, found)
        sure = {event.trigger[0]: event.date.confidence for event in doc._.events if event.date}
        for start, right in judged(truth, found):
            place = int(10 * (sure[start] or 0.0))
            reliability[place][right] += 1
        peer += compare(truth, {event["start"]: published for event in truth["events"]})
    figures: dict[str, Any] = {"articles": len(docs), "words": words, "words_per_second": round(words / best)}
    if ours["gold"]:
        figures |= {"ours": scores(ours), "day of publication for all": scores(peer)}
    print(json.dumps(figures))
    for place, counted in sorted(reliability.items()):
        total = sum(counted.values())
        print(
            f"confidence {place / 10:.1f} to {(place + 1) / 10:.1f}: {total:4d} days, {100 * counted[True] / total:.1f} % right"
        )


def judged(truth: Mapping[str, Any], found: Mapping[int, Days | None]) -> Iterator[tuple[int, bool]]:
    """The events of ours that can be judged, by where they begin, and whether each is right."""
    for start, days in found.items():
        counts = compare(truth, {start: days})
        if counts["judged"]:
            yield start, bool(counts["right"])


def compare(truth: Mapping[str, Any], found: Mapping[int, Days | None]) -> Counter[str]:
    """Count the events that the links date, those of ours that can be judged, and those that are right."""
    spans = {each["id"]: timex.days(each["value"][:10]) for each in [*truth["times"], truth["dct"]]}
    counts: Counter[str] = Counter()
    links: dict[str, list[tuple[str, Days]]] = {}
    for link in truth["links"]:
        event, when, relation = link["from"], link["to"], link["relation"]
        if event in spans:
            event, when, relation = when, event, INVERSE.get(relation, relation)
        if span := spans.get(when):
            links.setdefault(event, []).append((relation, span))
    for event in truth["events"]:
        told = links.get(event["id"], [])
        at = [span for relation, span in told if relation in AT]
        ours = found.get(event["start"])
        counts["gold"] += bool(at)
        if ours is None:
            continue
        if at:
            counts["judged"] += 1
            counts["right"] += ours in at
        elif any(
            (relation in BEFORE and ours[0] >= span[0]) or (relation in AFTER and ours[1] <= span[1])
            for relation, span in told
        ):
            counts["judged"] += 1
    return counts


def scores(counts: Counter[str]) -> dict[str, float]:
    """Precision, recall and their harmonic mean, in per cent."""
    return {
        "precision": round(100 * counts["right"] / max(1, counts["judged"]), 2),
        "recall": round(100 * counts["right"] / max(1, counts["gold"]), 2),
        "f1": round(200 * counts["right"] / max(1, counts["judged"] + counts["gold"]), 2),
    }


if __name__ == "__main__":
    main()
