"""Carriage returns and a missing last newline are no words of an article: they change no value."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from generator.language import annotate, load
from generator.records import Record, record
from generator.sources import read

ARTICLE = """Storm shuts the port of Aldmouth

A storm shut the port of Aldmouth on Monday and tore the roof off the old customs house, officials said.

"We have never seen such a wind," said Ann Field, the harbour master. "It took the roof in one minute."

“It was as if a train had come. We ran for the cellar, Cole said.

The port, which opened in 1987, will stay shut until Thursday.

Bo Reed, who lives by the quay, lost two boats. He had bought them last year.
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def told(nlp: Language, folder: Path, text: str) -> list[object]:
    file = folder / "storm.txt"
    file.write_bytes(text.encode())
    (folder / "storm.yml").write_text("published: 2016-07-20\n")
    made: Record = next(record(article, doc) for article, doc in annotate(nlp, [read(file).article]))

    def words(span: object) -> str:
        return " ".join(made.text[span.start : span.end].split())  # type: ignore[attr-defined]

    return [
        [(p.kind, words(p)) for p in made.paragraphs],
        [(words(t), t.value) for t in made.times],
        [(e.name, e.type, [words(m) for m in e.mentions]) for e in made.entities],
        [([words(c) for c in q.content], q.speaker) for q in made.quotes],
        [(words(e.trigger), e.date and (e.date.value, e.date.confidence), words(e.sentence)) for e in made.events],
        [(words(f), f.date, f.score) for f in made.facts],
        {
            question: [words(a) for a in getattr(made.answers, question)]
            for question in ("who", "what", "when", "where", "why", "how")
        },
    ]


@pytest.mark.parametrize(
    "other", [ARTICLE.replace("\n", "\r\n"), ARTICLE.rstrip("\n"), ARTICLE.replace("\n", "\r\n").rstrip()]
)
def test_line_ends_change_no_value(nlp: Language, tmp_path: Path, other: str) -> None:
    assert told(nlp, tmp_path, other) == told(nlp, tmp_path, ARTICLE)
