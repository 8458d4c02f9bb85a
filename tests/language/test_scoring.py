"""Each component has a default config with its own scorer, and `nlp.evaluate` measures every layer."""

from __future__ import annotations

from copy import deepcopy

import pytest
from spacy.language import Language
from spacy.training import Example

from generator.language import document, load
from generator.language.setup.annotation import COMPONENTS
from generator.sources.article import Article, Paragraph

TEXT = "Ann Field closed the pier in Arn on 3 May 2021. “It is not safe,” Field said on Tuesday. The pier will open again in June."
LAYERS = ("times", "entities", "quotes", "events", "facts", "answers", "details")


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture
def example(nlp: Language) -> Example:
    doc = nlp(document(nlp, Article("a", TEXT, paragraphs=(Paragraph(0, len(TEXT)),))))
    reference = document(nlp, Article("a", TEXT, paragraphs=(Paragraph(0, len(TEXT)),)))
    for layer in LAYERS:
        setattr(reference._, layer, deepcopy(getattr(doc._, layer)))
    return Example(doc, reference)


def test_every_component_says_in_its_config_how_it_is_scored(nlp: Language) -> None:
    for name in (*COMPONENTS, "briefing_names", "briefing_sentences"):
        assert nlp.get_pipe_config(name)["scorer"]["@scorers"], name


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_is_scored_by_what_is_equal(nlp: Language, example: Example, layer: str) -> None:
    (component,) = [
        pipe for _, pipe in nlp.pipeline if getattr(pipe, "_scorer", None) and f"{layer}_f" in pipe.score([example])
    ]
    assert component.score([example])[f"{layer}_f"] == 1.0
    gold = getattr(example.reference._, layer)
    setattr(example.reference._, layer, gold[:-1] if isinstance(gold, tuple) else None)
    found = component.score([example])
    assert found[f"{layer}_p"] < 1.0
    assert found[f"{layer}_r"] in {1.0, 0.0}


def test_a_wrong_value_counts_as_wrong(nlp: Language, example: Example) -> None:
    example.reference._.times = tuple(example.predicted._.times[1:])
    score = nlp.get_pipe("briefing_times").score([example])
    assert score["times_r"] == 1.0
    assert 0 < score["times_p"] < 1.0


def test_the_whole_pipeline_is_evaluated_in_spacys_own_way(nlp: Language, example: Example) -> None:
    fresh = document(nlp, Article("a", TEXT, paragraphs=(Paragraph(0, len(TEXT)),)))
    scores = nlp.evaluate([Example(fresh, example.reference)])
    assert {scores[f"{layer}_f"] for layer in LAYERS} == {1.0}
