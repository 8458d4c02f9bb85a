"""Run the recipe from its first step to its last on a small sample: `sample.py FOLDER` (some minutes; nothing in the repository changes).

The corpora are not in the repository, so the sample is made of the seed articles as the shipped pipeline labels them: enough to see that each step
runs, finds what the step before wrote, and that a pipeline comes out which reads a sentence. How good it is says nothing: every step of
training learns for two steps only. In place of the teacher, which needs torch, the same sentences stand as what it labelled; the
outlines of countries are those that are there; the figures need the evaluation data.
"""

from __future__ import annotations

import gzip
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy
import yaml
from spacy.tokens import Doc, Token

ROOT = Path(__file__).parent.parent
CORPORA = ("btc_news", "crossner_train", "ewt_train", "gmb_train", "gum_train_open", "wikigold")
DEVELOPMENT = ("crossner_politics_dev", "ewt_dev", "gmb_dev", "gum_dev_open")
SILVER = ("btc_news", "crossner_train", "ewt_train", "gmb_train", "wikigold")
LEFT_OUT = {
    "outlines": "needs npm",
    "teach": "needs torch; the sample stands for what it labels",
    "mark": "needs torch; the sample stands for what it marks",
    "evaluate": "needs the evaluation data",
}
FEW = ("--training.max_steps", "2", "--training.eval_frequency", "1")
SENTENCE = "Mary Jones told the BBC in Paris on Monday that the two trams had collided."
PLACE = "GPE"


def main(folder: Path) -> None:
    """Run all steps in a copy and look at what comes out."""
    home = folder / "repository"
    shutil.copytree(ROOT / "generator", home / "generator", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "training", home / "training", ignore=shutil.ignore_patterns("__pycache__", "work"))
    work, corpora = home / "training" / "work", folder / "corpora"
    for place in (work / "silver", work / "teacher", corpora):
        place.mkdir(parents=True)
    text = labelled(spacy.load(ROOT / "generator" / "language" / "pipeline"), ROOT / "seeds")
    for name in (*CORPORA, *DEVELOPMENT):
        _write(corpora / f"{name}.conllu.gz", text)
    for name in SILVER:
        _write(work / "silver" / f"{name}_silver.conllu.gz", text)
    project = shortened(yaml.safe_load((ROOT / "training" / "project.yml").read_text("utf-8")), corpora)
    (home / "training" / "project.yml").write_text(yaml.safe_dump(project, sort_keys=False), "utf-8")
    shutil.rmtree(home / "generator" / "language" / "pipeline")  # the steps must not lean on what is shipped
    run = (sys.executable, "-m", "spacy", "project", "run", "all")
    subprocess.run(run, cwd=home / "training", env=os.environ | {"PYTHONPATH": str(home)}, check=True)
    print(read(home / "generator" / "language" / "pipeline"))
    for name, reason in LEFT_OUT.items():
        print(f"left out: {name}: {reason}")


def shortened(project: dict[str, Any], corpora: Path) -> dict[str, Any]:
    """The project without the steps that are left out; each that trains learns for two steps."""
    project["vars"]["corpora"] = str(corpora)
    project["workflows"]["all"] = [name for name in project["workflows"]["all"] if name not in LEFT_OUT]
    for command in project["commands"]:
        command["script"] = [_short(line) for line in command["script"]]
    return project


def _short(line: str) -> str:
    if "spacy train" not in line:
        return line
    words = line.split()
    for option in FEW[::2]:  # a line's own number gives way
        if option in words:
            n = words.index(option)
            del words[n : n + 2]
    return " ".join((*words, *FEW))


def labelled(nlp: spacy.Language, folder: Path) -> str:
    """Texts in CoNLL-U with names, as a pipeline labels them."""
    texts = [file.read_text("utf-8") for file in sorted(folder.glob("*.txt")) + sorted(folder.glob("*.md"))]
    assert texts, f"{folder} holds no text to make a sample of"
    return "".join(line for text in texts for line in _document(nlp, text))


def _document(nlp: spacy.Language, text: str) -> Iterator[str]:
    yield "# newdoc\n"
    for paragraph in (p for p in text.split("\n\n") if p.strip()):
        yield "# newpar\n"
        doc: Doc = nlp(" ".join(paragraph.split()))
        for sentence in doc.sents:
            yield from (_line(token, sentence.start) for token in sentence)
            yield "\n"


def _line(token: Token, start: int) -> str:
    head = 0 if token.head == token else token.head.i - start + 1
    kind = token.ent_type_ and f"NE={token.ent_iob_}-{token.ent_type_}"
    misc = "|".join(part for part in ("" if token.whitespace_ else "SpaceAfter=No", kind) if part) or "_"
    feats = str(token.morph) or "_"
    columns = (
        str(token.i - start + 1),
        token.text,
        token.lemma_,
        token.pos_,
        token.tag_,
        feats,
        str(head),
        token.dep_.lower(),
        "_",
        misc,
    )
    return "\t".join(columns) + "\n"


def _write(file: Path, text: str) -> None:
    with gzip.open(file, "wt", encoding="utf-8") as stream:
        stream.write(text)


def read(pipeline: Path) -> str:
    """What the finished pipeline makes of a sentence: every layer is there."""
    nlp = spacy.load(pipeline)
    doc = nlp(SENTENCE)
    for layer in ("TAG", "POS", "LEMMA", "DEP", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(layer), f"the pipeline gives no {layer}"
    return f"{' -> '.join(nlp.pipe_names)}: {' '.join(f'{t.text}/{t.tag_}' for t in doc)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
