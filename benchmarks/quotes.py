"""How good and how fast the quotations are, beside what the peers reach on the same articles.

    python benchmarks/quotes.py FOLDER [--limit N] [--peers]

FOLDER holds articles (NAME.txt) and, where quality is asked for, NAME.gold.json with `quotes` (content, cue and source as lists of
spans, kind, speaker, speaker_grade). Prints the F1 of the direct quotations that have the right words and the right speaker's
surname, of all contents, cues and sources by the words that they share with the gold's, how many of the direct quotations shown
with a speaker are wrong, whether the confidence holds (a reliability table), and the words a second that coreference and
quotations read on one core, the parser's time left out. With --peers, textacy's direct quotations are judged in the same run,
where textacy is installed (`pip install textacy`). Citron and the Gender Gap Tracker are no packages of the index: their figures
in the README were measured once.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from generator.language import document, load
from generator.language.extensions import paragraphs
from generator.language.setup.annotation import COMPONENTS
from generator.sources import read
from generator.values.certainty import CERTAIN

WORD = re.compile(r"\w+")
OURS = ("briefing_coreference", "briefing_quotes")
ENOUGH = 0.9  # share of a quotation's words that must be its speaker's
BINS = (0.0, 0.7, 0.8, 0.85, 0.9, 0.95, 0.97, 1.0)
FINDERS = Callable[[Doc], list[dict[str, Any]]]


def main() -> None:
    """Read the articles, time the components, and compare with the gold quotations where there are any."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--limit", type=int, help="read only so many articles")
    parser.add_argument("--peers", action="store_true", help="judge textacy too")
    arguments = parser.parse_args()

    nlp = load()
    paths = sorted(arguments.folder.glob("*.txt"))[: arguments.limit]
    docs = [document(nlp, read(path).article) for path in paths]
    words, spent = sum(len(doc.text.split()) for doc in docs), 0.0
    for name, component in nlp.pipeline:
        if name in COMPONENTS and name not in OURS:
            continue
        began = time.process_time()
        docs = [component(doc) for doc in docs]
        spent += (time.process_time() - began) * (name in OURS)
    finders: dict[str, FINDERS] = {"ours": ours}
    if arguments.peers and importlib.util.find_spec("textacy"):
        finders["textacy"] = textacy
    golds = [json.loads(path.with_suffix(".gold.json").read_text("utf-8"))["quotes"] for path in paths if _has_gold(path)]
    figures: dict[str, Any] = {"articles": len(docs), "words": words, "words_per_second": round(words / spent)}
    if len(golds) == len(docs):
        for name, find in finders.items():
            figures[name] = score((doc.text, gold, find(doc)) for doc, gold in zip(docs, golds, strict=True))
        figures["direct, shown with a speaker"] = shown(zip(docs, golds, strict=True))
    print(json.dumps(figures, indent=1))


def ours(doc: Doc) -> list[dict[str, Any]]:
    """Our quotations in the gold's layout."""
    names = {entity.id: entity.name for entity in doc._.entities}
    return [
        {
            "kind": quote.kind,
            "content": [{"start": a, "end": b} for a, b in quote.content],
            "cue": [{"start": quote.cue[0], "end": quote.cue[1]}] if quote.cue else [],
            "source": [{"start": quote.source[0], "end": quote.source[1]}] if quote.source else [],
            "speaker": names.get(quote.speaker or ""),
            "confidence": quote.confidence,
        }
        for quote in doc._.quotes
    ]


def textacy(doc: Doc) -> list[dict[str, Any]]:
    """textacy's direct quotations; its speaker is the words before or behind, so their last name counts."""
    from textacy import extract  # type: ignore[import-not-found]

    found = []
    for paragraph in paragraphs(doc):  # it gives a whole text up at a mark without its partner
        span = doc.char_span(paragraph.start, paragraph.end, alignment_mode="expand")
        if span is None:
            continue
        at = span.start_char
        try:
            for quote in extract.triples.direct_quotations(span.as_doc()):
                found.append(
                    {
                        "kind": "direct",
                        "content": [{"start": at + quote.content.start_char, "end": at + quote.content.end_char}],
                        "cue": [{"start": at + t.idx, "end": at + t.idx + len(t)} for t in quote.cue],
                        "source": [{"start": at + t.idx, "end": at + t.idx + len(t)} for t in quote.speaker],
                        "speaker": " ".join(t.text for t in quote.speaker),
                    }
                )
        except ValueError:
            continue
    return found


def score(articles: Iterable[tuple[str, list[dict[str, Any]], list[dict[str, Any]]]]) -> dict[str, float]:
    """F1 of the direct quotations end to end, and of contents, cues and sources by shared words, in per cent."""
    counts: Counter[str] = Counter()
    for text, gold, found in articles:
        _end_to_end(text, gold, found, counts)
        for key in ("content", "cue", "source"):
            one = [_words(text, quote[key]) for quote in gold if quote.get("act", "speech") == "speech"]
            other = [_words(text, quote[key]) for quote in found]
            for name, mine, theirs in (("gold", one, other), ("found", other, one)):
                for words in filter(None, mine):
                    counts[f"{key} {name}"] += 1
                    counts[f"{key} {name} right"] += max((len(words & w) / len(words) for w in theirs), default=0)  # type: ignore[assignment]
    return {
        key: _f1(counts[f"{key} found right"], counts[f"{key} found"], counts[f"{key} gold right"], counts[f"{key} gold"])
        for key in ("direct end to end", "content", "cue", "source")
    }


def _end_to_end(text: str, gold: list[dict[str, Any]], found: list[dict[str, Any]], counts: Counter[str]) -> None:
    """A direct quotation is right if nearly all of its words are given to its speaker; unknown speakers do not count."""
    said = {
        word: _surname(quote["speaker"]) for quote in gold for word in _words(text, quote["content"]) if quote.get("speaker")
    }
    given = {
        word: _surname(quote["speaker"]) for quote in found for word in _words(text, quote["content"]) if quote["speaker"]
    }
    known = {
        word: quote.get("speaker_grade", "certain") == "certain" for quote in gold for word in _words(text, quote["content"])
    }
    for name, quotes, mine, theirs in (("gold", gold, said, given), ("found", found, given, said)):
        for quote in quotes:
            words = [w for w in _words(text, quote["content"]) if known.get(w, name == "found")]
            if quote["kind"] != "direct" or not quote.get("speaker") or not words:
                continue
            counts[f"direct end to end {name}"] += 1
            right = sum(theirs.get(word) == mine.get(word) for word in words)
            counts[f"direct end to end {name} right"] += right >= ENOUGH * len(words)


def shown(articles: Iterable[tuple[Doc, list[dict[str, Any]]]]) -> dict[str, Any]:
    """Of our direct quotations with a speaker, those whose speaker the gold knows for certain: how many are wrong, by confidence."""
    judged: list[tuple[float, bool]] = []
    for doc, gold in articles:
        owner = {word: quote for quote in gold for word in _words(doc.text, quote["content"])}
        for quote in ours(doc):
            words = _words(doc.text, quote["content"])
            known = [w for w in words if w not in owner or owner[w].get("speaker_grade", "certain") == "certain"]
            if quote["kind"] != "direct" or not quote["speaker"] or not known:
                continue
            name = _surname(quote["speaker"])
            right = sum(w in owner and _surname(owner[w].get("speaker")) == name for w in known)
            judged.append((quote["confidence"], right >= ENOUGH * len(known)))
    table = {f"{low:.2f} to {high:.2f}": _held(judged, low, high) for low, high in itertools.pairwise(BINS)}
    return {
        "quotations": len(judged),
        "wrong, per cent": round(100 * sum(not right for _, right in judged) / max(1, len(judged)), 1),
        "without a mark": _held(judged, CERTAIN, 1),
        "at .95 and above": _held(judged, 0.95, 1),
        "by confidence": table,
    }


def _held(judged: list[tuple[float, bool]], low: float, high: float) -> str:
    """How many have a confidence in a range, what it says on average, and how many are right."""
    inside = [(said, right) for said, right in judged if low <= said < high or said == high == 1]
    if not inside:
        return "0"
    said, right = (sum(values) / len(inside) for values in zip(*inside, strict=True))
    return f"{len(inside)} of {len(judged)}, said {said:.3f}, right {right:.3f}"


def _words(text: str, spans: list[dict[str, int]]) -> frozenset[int]:
    return frozenset(m.start() for span in spans for m in WORD.finditer(text, span["start"], span["end"]))


def _surname(name: str | None) -> str:
    return name.split()[-1].strip("'’.,").lower() if name and name.split() else ""


def _has_gold(path: Path) -> bool:
    return path.with_suffix(".gold.json").exists()


def _f1(found_right: float, found: float, gold_right: float, gold: float) -> float:
    precision, recall = found_right / (found or 1), gold_right / (gold or 1)
    return round(200 * precision * recall / (precision + recall), 1) if precision + recall else 0.0


if __name__ == "__main__":
    main()
