"""What a build leaves out of spaCy is there for whoever wants it, and the pipeline reads the same tokens as spaCy's own."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from generator.language import load
from generator.language.setup.shipped import PIPELINE

ROOT = Path(__file__).parent.parent.parent
LEFT_OUT = """
import sys
from generator.language import load
load()
assert not {"spacy.cli", "spacy.cli.info", "typer", "requests"} & sys.modules.keys()
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert {"spacy.cli.info", "typer"} <= sys.modules.keys() and callable(spacy.cli.train_cli)
"""
ANOTHER_SPACY = """
from generator.language.setup import startup
from generator.language import load
startup.STAND_IN = "spacy.errors"  # as if spaCy wanted more of a module than its stand-in has
assert [token.text for token in load()("It isn't.")] == ["It", "is", "n't", "."]
"""
CASES = (
    "don't Don’t cannot isn't o'clock 10a.m. p.m. U.S. e.g. :-) ¯\\(ツ)/¯ and/or Jan. Dr. gonna 'cause y'all we'd've".split()
)
SOUP = st.lists(
    st.sampled_from([*CASES, *"“”\"'’.,:;()-–/$ \n\t", "\u00a0", "she", "said", "3", "http://x.org"]), max_size=30
)


@pytest.mark.parametrize("code", [LEFT_OUT, ANOTHER_SPACY])
def test_spacy_without_its_command_line_is_spacy(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(PIPELINE)


def tokens(doc: Doc) -> list[tuple[int, str, str, str]]:
    return [(token.idx, token.text, token.norm_, token.whitespace_) for token in doc]


@given(SOUP)
def test_special_cases_are_taken_up_when_a_text_has_them(nlp: Language, plain: Language, words: list[str]) -> None:
    for text in ("".join(words), " ".join(words)):
        assert tokens(nlp.make_doc(text)) == tokens(plain.make_doc(text))


def test_every_special_case_is_known(nlp: Language, plain: Language) -> None:
    assert dict(nlp.tokenizer.rules) == plain.tokenizer.rules
    for case in plain.tokenizer.rules:
        assert tokens(nlp.make_doc(f"({case})")) == tokens(plain.make_doc(f"({case})"))


def test_special_cases_outlive_a_memory_zone(nlp: Language, plain: Language) -> None:
    texts = ["She said they shouldn't've.", "At 8 p.m. it wasn't open :-)"]
    for text in [*texts, *texts]:
        with nlp.memory_zone():
            assert tokens(nlp.make_doc(text)) == tokens(plain.make_doc(text))
    assert dict(nlp.tokenizer.rules) == plain.tokenizer.rules


def test_a_tokenizer_is_written_with_all_its_special_cases(plain: Language) -> None:
    tokenizer = load().tokenizer
    assert dict(pickle.loads(pickle.dumps(tokenizer)).rules) == plain.tokenizer.rules
    assert tokenizer.to_bytes(exclude=["vocab"]) == plain.tokenizer.to_bytes(exclude=["vocab"])
