"""How good, how fast and how large the trained pipeline is.

    python benchmarks/pipeline.py EVAL CORPORA [--pipeline FOLDER] [--only speed|accuracy] [--json FILE]

EVAL holds `pipeline/score_pipeline.py` and `facts/bbc-2225.jsonl.gz`, CORPORA the development files (`*.conllu.gz`). Prints F1 on raw text,
and the words a second of CPU time on one core (median of 5 runs) beside a blank tokenizer and beside the baseline: the same
components at the first study's size, 96 wide, in the same run.
"""

# ruff: noqa: E402 (the number of threads is read when numpy is loaded)
from __future__ import annotations

import os

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import gzip
import json
import runpy
import statistics
import subprocess
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import load_config, load_model_from_config

from generator.language.setup.shipped import PIPELINE

ROOT = Path(__file__).parent.parent
TRAINING = ROOT / "training"
DEVELOPMENT = ("ewt_dev", "gum_dev_open", "gmb_dev", "crossner_politics_dev")
RUNS = 5
ARTICLES = 60  # every 37th
SAMPLE = 1500  # documents that the baseline is made from: enough to know all labels
BATCH = 15
BASELINE = {"width": 96, "hidden_width": 64, "rows": [5000, 1000, 2500, 2500, 50, 50]}
FIGURES = (
    ("tag", "tags"),
    ("lemma", "lemmas"),
    ("sentence", "sentences"),
    ("uas", "UAS"),
    ("las", "LAS"),
    ("ner_all", "names"),
)


def main() -> None:
    """Print and perhaps write the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--pipeline", type=Path, default=PIPELINE)
    parser.add_argument("--only", choices=("speed", "accuracy"))
    parser.add_argument("--json", type=Path, help="write the figures there, for training/card.py")
    arguments = parser.parse_args()
    figures: dict[str, Any] = {}
    if arguments.only != "speed":
        figures["accuracy"] = accuracy(arguments.pipeline, arguments.eval, arguments.corpora)
    if arguments.only != "accuracy":
        figures["speed"] = speed(arguments.pipeline, arguments.eval, arguments.corpora)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", "utf-8")


def accuracy(pipeline: Path, evaluation: Path, corpora: Path) -> dict[str, dict[str, Any]]:
    """The scorer's figures of each development file, printed as a table."""
    files = [str(corpora / f"{name}.conllu.gz") for name in DEVELOPMENT]
    command = [sys.executable, str(evaluation / "pipeline" / "score_pipeline.py"), str(pipeline), *files]
    output = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    scores: dict[str, dict[str, Any]] = json.loads(output.splitlines()[-1])
    print(f"{'F1, raw text':<24}" + "".join(f"{title:>11}" for _, title in FIGURES))
    for name, found in scores.items():
        print(f"{name:<24}" + "".join(f"{found.get(key, '-'):>11}" for key, _ in FIGURES))
    return scores


def speed(pipeline: Path, evaluation: Path, corpora: Path) -> dict[str, float]:
    """Words a second of CPU time, seconds to load, megabytes; printed."""
    with gzip.open(evaluation / "facts" / "bbc-2225.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines][:: 2225 // ARTICLES]
    start = time.process_time()
    nlp = spacy.load(pipeline)
    figures = {"load s": time.process_time() - start}
    figures["MB"] = sum(file.stat().st_size for file in pipeline.rglob("*") if file.is_file()) / 1e6
    measured = {"blank tokenizer": spacy.blank("en"), "baseline, 96 wide": baseline(corpora), "this pipeline": nlp}
    rates: dict[str, list[float]] = {name: [] for name in measured}
    words = sum(len(text.split()) for text in texts)
    for _ in range(RUNS):  # in turns, since other work on the machine comes and goes
        for name, one in measured.items():
            start = time.process_time()
            for _ in one.pipe(texts):
                pass
            rates[name].append(words / (time.process_time() - start))
    figures |= {f"words/s, {name}": statistics.median(rate) for name, rate in rates.items()}
    figures["this / baseline"] = figures["words/s, this pipeline"] / figures["words/s, baseline, 96 wide"]
    for name, value in figures.items():
        print(f"{name:<32}{value:>12,.2f}")
    return figures


def baseline(corpora: Path) -> Language:
    """The first study's configuration, trained a minute (random weights would find absurd names and trees), with our rules."""
    sys.path.insert(0, str(TRAINING))
    runpy.run_path(str(TRAINING / "reader.py"))  # registers the reader
    made = []
    for name in ("syntax", "names"):
        config = load_config(
            TRAINING / "configs" / f"{name}.cfg", overrides={"paths.corpora": str(corpora)}, interpolate=True
        )
        _shrink(config)
        config["corpora"]["train"].pop("names", None)
        config["corpora"]["train"]["augment"] = False
        nlp = load_model_from_config(config, auto_fill=True)
        reader = spacy.registry.resolve({"corpus": nlp.config["corpora"]["train"]})["corpus"]
        sample = list(islice(reader(nlp), SAMPLE))
        optimizer = nlp.initialize(lambda sample=sample: sample)
        for n in range(0, SAMPLE, BATCH):
            nlp.update(sample[n : n + BATCH], sgd=optimizer)
        made.append(nlp)
    syntax, names = made
    syntax.add_pipe("briefing_sentences", before="parser")
    syntax.add_pipe("ner", source=names, last=True)
    syntax.add_pipe("briefing_names", last=True)
    return syntax


def _shrink(section: dict[str, Any]) -> None:
    for key, value in section.items():
        if isinstance(value, dict):
            _shrink(value)
        elif key in BASELINE:
            section[key] = BASELINE[key]


if __name__ == "__main__":
    main()
