"""Make the examples of `kind_weights.py`: names with the kind that people gave them, and the signs that the program sees.

    python -m training.kind_examples ECB CORPORA DOSSIERS EXAMPLES.jsonl

ECB holds ECB+ as topic folders of articles (Cybulska and Vossen 2014, CC BY 3.0); `data/ecb_kinds.tsv` says, by topic, what its names are:
written by one person who read the list that the program made, and corrected it; names that are torn or could be two kinds are left out. CORPORA
holds the pipeline's corpora (`*.conllu.gz`): a group of mentions has the kind that the corpus gives most of them, NOTHING where no name is marked.
DOSSIERS holds folders of news articles, one a dossier, named as in `data/dossier_kinds.tsv`, which is made like the other table (names that are
torn or no names are NOTHING in it); lines with "#" tell which articles of a public set a folder holds.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from generator.building.extraction import annotated
from generator.dossier.people import kinds
from generator.dossier.people.group import Group
from generator.dossier.people.kind_signs import signs
from generator.dossier.people.subjects import named_groups
from generator.records.model import Record
from generator.sources import read
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

LABELS = Path(__file__).parent / "data" / "ecb_kinds.tsv"
JUDGED = Path(__file__).parent / "data" / "dossier_kinds.tsv"
# corpus -> how many of its documents are read as one text
CORPORA = {
    "gmb_dev": 50,
    "crossner_politics_dev": 10,
    "gum_dev_open": 1,
    "ewt_dev_names_for_training": 1,
    "gum_train_open": 1,
    "wikigold": 1,
}
MOST = 500  # texts of a corpus
SAME = 0.6  # share of two spans that is common, from which they are one
PLACES = {"GPE": "PLACE", "LOC": "PLACE", "PER": "PERSON"}
NOTHING = frozenset({"PERSON", "ORG", "GPE", "LOC", "EVENT"})
Gold = list[tuple[int, int, str]]


def main(ecb: Path, corpora: Path, dossiers: Path, target: Path) -> None:
    """Write the examples."""
    with target.open("w", encoding="utf-8") as file:
        judged = _of_dossiers(dossiers, JUDGED, "", "dossier-")
        for example in (*_of_dossiers(ecb, LABELS, "topic-", "ecb-"), *judged, *_of_corpora(corpora)):
            file.write(json.dumps(example, ensure_ascii=False) + "\n")


def _of_dossiers(root: Path, table: Path, folder: str, prefix: str) -> Iterator[dict[str, Any]]:
    labels: dict[str, dict[str, str]] = defaultdict(dict)
    for line in table.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        topic, kind, names = line.split("\t")
        labels[topic] |= dict.fromkeys(names.split(" | "), kind)
    for topic, told in labels.items():
        files = sorted((root / f"{folder}{topic}").glob("*.txt"))
        records = [annotated(read(file, file.stem).article, None) for file in files]
        for group, name, bodies in _groups(records):
            if kind := told.get(name):
                yield _example(f"{prefix}{topic}", group, name, kind, bodies)


def _of_corpora(corpora: Path) -> Iterator[dict[str, Any]]:
    for corpus, size in CORPORA.items():
        for text, gold in islice(_texts(corpora / f"{corpus}.conllu.gz", size), MOST):
            article = Article(id="a", text=text, metadata=Metadata(), paragraphs=paragraphs(text, None))
            for group, name, bodies in _groups([annotated(article, None)]):
                if kind := _kind(group, gold):
                    yield _example(corpus, group, name, kind, bodies)


def _groups(records: Sequence[Record]) -> Iterator[tuple[Group, str, frozenset[str]]]:
    found = named_groups(records)
    bodies = kinds.bodies([group for group, _ in found], {id(group): name for group, name in found})
    yield from ((group, name, bodies) for group, name in found)


def _example(corpus: str, group: Group, name: str, kind: str, bodies: frozenset[str]) -> dict[str, Any]:
    types: Counter[str] = Counter()
    for _, entity in group.members:
        types[entity.type] += len(entity.mentions)
    shown = signs(group, name, bodies)
    return {"set": corpus, "name": name, "label": kind, "count": sum(types.values()), "types": types, "signs": shown}


def _kind(group: Group, gold: Gold) -> str | None:
    """What a corpus says of a group; None where it does not."""
    mentions = [(m.start, m.end, m.kind) for _, entity in group.members for m in entity.mentions]
    votes = Counter(
        kind for start, end, what in mentions if what == "name" for a, b, kind in gold if _same(a, b, start, end)
    )
    if votes:
        kind = votes.most_common(1)[0][0]
        return None if kind == "?" else PLACES.get(kind, kind)
    touched = any(min(b, end) > max(a, start) for start, end, _ in mentions for a, b, _ in gold)
    only_names = all(what == "name" for *_, what in mentions)
    return "NOTHING" if not touched and only_names and group.type in NOTHING else None


def _same(a: int, b: int, start: int, end: int) -> bool:
    return min(b, end) - max(a, start) > SAME * (max(b, end) - min(a, start))


def _texts(file: Path, size: int) -> Iterator[tuple[str, Gold]]:
    """The texts of a corpus with its names; so many documents are one text."""
    documents = _documents(file)
    while together := list(islice(documents, size)):
        text, gold = "", []
        for part, names in together:
            gold += [(a + len(text), b + len(text), kind) for a, b, kind in names]
            text += part + "\n\n"
        yield text, gold


def _documents(file: Path) -> Iterator[tuple[str, Gold]]:
    text, names, gap = "", [], ""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc") and text:
                yield text, names
                text, names, gap = "", [], ""
            elif line.startswith("# newpar") and text:
                gap = "\n\n"
            elif line[:1].isdigit() and (row := line.rstrip("\n").split("\t"))[0].isdigit():
                start = len(text) + len(gap if text else "")
                text += (gap if text else "") + row[1]
                marked = re.search(r"NE=([BI])?-?([^|]+)", row[9])
                if marked and marked[1] == "B":
                    names.append((start, len(text), marked[2]))
                elif marked and marked[1] == "I" and names:
                    names[-1] = (names[-1][0], len(text), names[-1][2])
                gap = "" if "SpaceAfter=No" in row[9] else " "
    if text:
        yield text, names


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
