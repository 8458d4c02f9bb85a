"""Key facts and answers against what people wrote: run our components and the evaluation's own scorers.

    python benchmarks/facts.py EVALUATION [--cache FOLDER] [--only NAME,...]

EVALUATION is the folder of the fact and answer benchmarks (with `score_facts.py`). Parsing takes most of the time, so parsed
articles are kept under --cache, by pipeline; everything after the parser runs anew. `5w1h-bare` is `5w1h-dev` with the headline
taken out of the article and of its metadata.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin

from generator.language import document, extensions
from generator.language.setup.annotation import COMPONENTS
from generator.language.setup.shipped import PIPELINE
from generator.records import record, write
from generator.sources import read
from generator.sources.article import Article
from generator.sources.paragraphs import paragraphs

KEPT = ["TAG", "POS", "POS", "LEMMA", "HEAD", "DEP", "SENT_START", "ENT_IOB", "ENT_TYPE", "MORPH"]
SETS = ("5w1h-dev", "5w1h-bare", "abstracts-dev", "headlines-dev", "summaries-dev", "noise")
SCORED = {
    "5w1h-dev": [("score_5w1h.py", "5w1h-dev")],
    "5w1h-bare": [("score_5w1h.py", "5w1h-dev")],
    "abstracts-dev": [("score_facts.py", "abstracts-dev", "--words", "35")],
    "headlines-dev": [("score_facts.py", "headlines-dev", "--words", "15")],
    "summaries-dev": [("score_facts.py", "summaries-dev", "--words", "35")],
    "noise": [("score_noise.py", "noise-dev.json")],
}


def main() -> None:
    """Run and print one line a set."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("evaluation", type=Path)
    options.add_argument("--cache", type=Path, default=Path("/tmp/briefing-benchmarks"))
    options.add_argument("--only")
    chosen = options.parse_args()
    if not (chosen.evaluation / "score_facts.py").is_file():
        options.error(
            f"{chosen.evaluation} has no score_facts.py: pass the folder of the facts' data, as ../shared/eval/facts."
        )
    chosen.cache.mkdir(parents=True, exist_ok=True)
    nlp = spacy.load(PIPELINE)
    ours = spacy.blank("en", vocab=nlp.vocab)
    steps = [(name, ours.add_pipe(name)) for name in COMPONENTS]
    cost: dict[str, float] = dict.fromkeys(COMPONENTS, 0.0)
    total = 0
    for name in (chosen.only or ",".join(SETS)).split(","):
        articles = list(_articles(chosen.evaluation, name))
        with (chosen.cache / f"{name}.jsonl").open("w", encoding="utf-8") as stream:
            for article, doc in zip(articles, _parsed(nlp, articles, chosen.cache / name), strict=True):
                extensions.prepare(doc, article)
                total += len(article.text.split())
                for step, component in steps:
                    began = time.process_time()
                    component(doc)
                    cost[step] += time.process_time() - began
                write([record(article, doc)], stream)
        for script, *arguments in SCORED[name]:
            _score(chosen.evaluation, script, arguments, chosen.cache / f"{name}.jsonl", name)
    print("words/s:", {step: round(total / seconds) for step, seconds in cost.items() if seconds})


def _articles(evaluation: Path, name: str) -> Iterator[Article]:
    if name == "noise":
        wanted = {entry["id"] for entry in json.loads((evaluation / "noise-dev.json").read_text("utf-8"))}
        files = [file for file in sorted((evaluation / "dossiers-dev").glob("*/*.txt")) if file.stem in wanted]
    else:
        files = sorted((evaluation / name.replace("-bare", "-dev")).glob("*.txt"))
    for file in files:
        article = read(file).article
        yield _without_headline(article) if name == "5w1h-bare" else article


def _without_headline(article: Article) -> Article:
    text = article.text.partition("\n")[2].lstrip("\n")
    metadata = replace(article.metadata, title=None)
    return replace(article, text=text, metadata=metadata, paragraphs=paragraphs(text, None))


def _parsed(nlp: spacy.language.Language, articles: list[Article], cache: Path) -> Iterator[Doc]:
    """Parse, or read what was parsed before by the same pipeline."""
    mark = hashlib.sha256()
    for part in ("parser/model", "ner/model", "config.cfg"):
        mark.update((PIPELINE / part).read_bytes())
    for article in articles:
        mark.update(article.text.encode("utf-8", "surrogatepass") + b"\0")
    file = cache.with_name(f"{cache.name}-{mark.hexdigest()[:8]}.spacy")
    if not file.exists():
        DocBin(attrs=KEPT, docs=[nlp(document(nlp, article)) for article in articles]).to_disk(file)
    return DocBin().from_disk(file).get_docs(nlp.vocab)


def _score(evaluation: Path, script: str, arguments: list[str], records: Path, name: str) -> None:
    path, *rest = arguments
    command = [sys.executable, str(evaluation / script), str(evaluation / path), str(records), *rest]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().splitlines()
    print(f"== {name}")
    print("\n".join(line for line in told if not line.startswith("{")), flush=True)


if __name__ == "__main__":
    main()
