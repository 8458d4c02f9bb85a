"""A long document is encoded piece by piece, and a process forgets old words: the same results, in less memory."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from generator.building import extraction
from generator.building.extraction import annotated
from generator.language import load
from generator.records import encode
from generator.sources import read

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load()


def encoders(nlp: Any) -> list[Any]:
    found = [node for _, pipe in nlp.pipeline if hasattr(pipe, "model") for node in pipe.model.walk()]
    return [node for node in found if node.name == "in_pieces"]


def test_long_documents_are_encoded_in_pieces(nlp: Any) -> None:
    assert len(encoders(nlp)) == 2, "the parser's and the recogniser's"


@pytest.mark.parametrize("size", [1, 7, 50])
def test_the_vectors_of_pieces_are_those_of_the_whole(nlp: Any, size: int) -> None:
    words = " ".join((ROOT / "seeds").glob("*.txt").__next__().read_text("utf-8").split()[:150])
    doc = nlp.make_doc(words + " New York City’s Metropolitan Museum of Art")
    for encoder in encoders(nlp):
        limits = dict(encoder.attrs)
        encoder.attrs["size"] = len(doc)
        whole = encoder.predict([doc])[0]
        encoder.attrs["size"] = size
        parts = encoder.predict([doc, nlp.make_doc("")])
        encoder.attrs.update(limits)
        assert np.allclose(parts[0], whole, atol=1e-4)
        assert parts[1].shape == (0, whole.shape[1])


def test_what_is_forgotten_changes_no_record(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [read(file).article for file in sorted((ROOT / "seeds").glob("*.txt"))] * 4
    before = [encode(annotated(article, None)) for article in articles]
    monkeypatch.setattr(extraction, "FORGET", 1)
    assert [encode(annotated(article, None)) for article in articles] == before
