"""A user's own spaCy pipeline, with UD or ClearNLP labels: stubs that know one text by heart stand for it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import ensure_path

from generator.cli import main
from generator.language.setup.annotation import legible
from generator.language.setup.shipped import PIPELINE
from generator.records import decode
from generator.sources import read

ARTICLE = next((Path(__file__).parent.parent.parent / "seeds").glob("*.txt"))
CLEARNLP = {
    "obj": "dobj",
    "iobj": "dative",
    "nsubj:pass": "nsubjpass",
    "aux:pass": "auxpass",
    "obl:agent": "pobj",
    "nmod:poss": "poss",
    "acl:relcl": "relcl",
    "obl:tmod": "npadvmod",
    "root": "ROOT",
    "flat": "compound",
    "fixed": "mwe",
}


class ByHeart:
    """Sets what a table says of each token; as a component it can be written to disk and loaded."""

    def __init__(self, rows: list[list[Any]] | None = None) -> None:
        self.rows = rows or []

    def __call__(self, doc: Doc) -> Doc:
        if len(doc) != len(self.rows):
            return doc
        tags, poses, lemmas, heads, deps, names = zip(*self.rows, strict=True)
        known = Doc(
            doc.vocab,
            words=[token.text for token in doc],
            spaces=[bool(token.whitespace_) for token in doc],
            tags=list(tags),
            pos=list(poses),
            lemmas=list(lemmas),
            heads=list(heads),
            deps=list(deps),
            ents=list(names),
        )
        return doc.from_array(COLUMNS, known.to_array(COLUMNS))

    def to_disk(self, path: str | Path, exclude: object = ()) -> None:
        ensure_path(path).write_text(json.dumps(self.rows), "utf-8")

    def from_disk(self, path: str | Path, exclude: object = ()) -> ByHeart:
        self.rows = json.loads(ensure_path(path).read_text("utf-8"))
        return self


COLUMNS = ["TAG", "POS", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE"]


@Language.factory("by_heart")
def make_by_heart(nlp: Language, name: str) -> ByHeart:
    return ByHeart()


def parsed() -> Doc:
    article = read(ARTICLE).article
    return spacy.load(PIPELINE)(legible(article))


def universal(doc: Doc) -> list[list[Any]]:
    """The table of a document with UD labels."""
    return [[t.tag_, t.pos_, t.lemma_, t.head.i, t.dep_, f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O"] for t in doc]


def clearnlp(doc: Doc) -> list[list[Any]]:
    """The same with ClearNLP labels: prepositions and copulas become heads."""
    rows = universal(doc)
    for token in doc:
        rows[token.i][4] = CLEARNLP.get(token.dep_, token.dep_.partition(":")[0])
    for token in doc:
        if token.dep_ == "case" and token.tag_ == "IN" and token.head.dep_ in {"obl", "nmod"}:  # "met | in -> Paris"
            noun = token.head
            rows[token.i][3:5] = [rows[noun.i][3], "prep"]
            rows[noun.i][3:5] = [token.i, "pobj"]
        elif token.dep_ == "cop":  # "he | was -> ready"
            word = token.head
            outer = token.i if word.head == word else rows[word.i][3]
            rows[token.i][3:5] = [outer, rows[word.i][4]]
            rows[word.i][3:5] = [token.i, "attr"]
            for child in word.children:
                if child.dep_ in {"nsubj", "aux", "advmod", "punct", "mark"}:
                    rows[child.i][3] = token.i
    return rows


def written(folder: Path, table: Callable[[Doc], list[list[Any]]]) -> Path:
    nlp = spacy.blank("en")
    nlp.tokenizer = spacy.load(PIPELINE).tokenizer
    component = nlp.add_pipe("by_heart")
    assert isinstance(component, ByHeart)
    component.rows = table(parsed())
    nlp.to_disk(folder / "stub")
    return folder / "stub"


@pytest.mark.parametrize("table", [universal, clearnlp])
def test_another_pipeline_in_the_settings_gives_quotes_and_events(
    table: Callable[[Doc], list[list[Any]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    stub = written(tmp_path, table)
    (tmp_path / "briefing.yml").write_text(f"pipeline: {stub}\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["extract", str(ARTICLE), "--no-cache"]) == 0
    record = decode(capsys.readouterr().out)
    assert len(record.quotes) >= 5
    assert {"Vladimir Putin", "Recep Tayyip Erdogan"} & {quote.speaker for quote in record.quotes}
    assert len(record.events) >= 10
    assert any(event.date for event in record.events)
    assert record.facts
    for quote in record.quotes:
        assert record.text[quote.content[0].start : quote.content[-1].end].strip()


def test_a_pipeline_that_is_not_installed_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "briefing.yml").write_text("pipeline: en_core_nowhere\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["extract", str(ARTICLE), "--no-cache"]) == 1
    message = capsys.readouterr().err
    assert "en_core_nowhere" in message
    assert "briefing.yml" in message
