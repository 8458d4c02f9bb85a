"""Write the scores of `benchmarks/pipeline.py --json` into the pipeline's model card: `card.py PIPELINE SCORES.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TITLES = {
    "ewt_dev": "EWT development part: web text",
    "gum_dev_open": "GUM development part: many kinds of text",
    "gmb_dev": "GMB development part: news",
    "crossner_politics_dev": "CrossNER politics development part: encyclopedia",
}
FIGURES = {"tag": "tags", "lemma": "lemmas", "sentence": "sentences", "uas": "UAS", "las": "LAS", "ner_all": "names"}
WEAKNESSES = """The corpora disagree on the types of places: a place that the gazetteer lacks may be GPE or LOC.
EVENT, PRODUCT, WORK_OF_ART and LAW were learnt from few examples, mostly from Wikipedia, and are often missed.
Companies and products without a telling word in their name are taken for persons or places, or missed.
Web text: capitals for emphasis, names without capitals, and lists of names are read less well than news.
News names were learnt from Voice of America texts of 2003 to 2010, annotated by a machine and corrected in part.
Headlines in title case, lists and transcripts are parsed less well than running text."""


def main(pipeline: Path, scores: Path) -> None:
    """Write `performance` and `notes` of meta.json, and README.md beside it."""
    measured: dict[str, Any] = json.loads(scores.read_text("utf-8"))
    performance = {
        TITLES[name]: {title: found[key] for key, title in FIGURES.items() if found.get(key) is not None}
        | {"names by type": {label: f1 for label, (f1, _) in found["ner"].items()}}
        for name, found in measured["accuracy"].items()
    }
    path = pipeline / "meta.json"
    meta = json.loads(path.read_text("utf-8"))
    meta |= {"performance": performance, "notes": WEAKNESSES}
    path.write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", "utf-8")
    (pipeline / "README.md").write_text(card(meta, measured["speed"]), "utf-8")


def card(meta: dict[str, Any], speed: dict[str, float]) -> str:
    """The model card as Markdown."""
    columns = list(FIGURES.values())
    lines = [
        f"# {meta['name']} {meta['version']}",
        "",
        meta["description"],
        "",
        f"Licence: {meta['license']}.",
        "",
        "## Data",
        "",
    ]
    lines += [f"- {source['name']}: {source['license']}" for source in meta["sources"]]
    lines += [
        "",
        "## Scores",
        "",
        "F1 in percent on raw text (CoNLL-2018 rules), on data that was not trained on; checkpoints and the share of the teacher's lessons "
        "were chosen by these parts.",
        "",
    ]
    lines += [f"| | {' | '.join(columns)} |", f"| --- |{' --- |' * len(columns)}"]
    for title, figures in meta["performance"].items():
        lines.append(f"| {title} | {' | '.join(str(figures.get(column, '')) for column in columns)} |")
    labels = sorted({label for figures in meta["performance"].values() for label in figures["names by type"]})
    lines += ["", f"| names by type | {' | '.join(labels)} |", f"| --- |{' --- |' * len(labels)}"]
    for title, figures in meta["performance"].items():
        lines.append(f"| {title} | {' | '.join(str(figures['names by type'].get(label, '')) for label in labels)} |")
    lines += ["", "## Size and speed", ""]
    lines += [f"- {name}: {value:,.2f}" for name, value in speed.items()]
    lines += ["", "## Known weaknesses", "", *(f"- {line}" for line in meta["notes"].splitlines()), ""]
    return "\n".join(lines)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
