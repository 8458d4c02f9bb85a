"""How well a layer is found: each component has a scorer of its own, as spaCy's have, so that `nlp.evaluate(examples)` measures all.

An example's reference bears the layer as it should be, in the values that the component itself leaves (`doc._.times` ...). What is
compared of each is named in the component's `default_config`; precision, recall and F1 are over what is equal in all of that. The
benchmarks measure each layer beside its own gold standard in the standard's own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from spacy.scorer import PRFScore
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry

Scorer = Callable[[Iterable[Example]], dict[str, Any]]
NAME = "briefing.layer_scorer.v1"


class Layer:
    """A component that leaves a layer on a document and knows how to score it."""

    def __init__(self, scorer: Scorer | None = None) -> None:
        """Without a scorer it scores nothing."""
        self._scorer = scorer

    def score(self, examples: Iterable[Example], **_: Any) -> dict[str, Any]:
        """Precision, recall and F1 of the layer, as `nlp.evaluate` asks for them."""
        return self._scorer(examples) if self._scorer else {}


def scored(layer: str, *of: str) -> dict[str, Any]:
    """The part of a component's `default_config` that says how it is scored.

    Args:
        layer: the attribute of `doc._`.
        of: what is compared of each of its values, with points ("date.value"); of a layer that is one value, its parts.
    """
    return {"@scorers": NAME, "layer": layer, "of": list(of)}


@registry.scorers(NAME)  # type: ignore[untyped-decorator]
def make_layer_scorer(layer: str, of: list[str]) -> Scorer:
    """A scorer of a layer: see `scored`."""

    def score(examples: Iterable[Example]) -> dict[str, Any]:
        found = PRFScore()
        for example in examples:
            found.score_set(set(_told(example.predicted, layer, of)), set(_told(example.reference, layer, of)))
        return {f"{layer}_p": found.precision, f"{layer}_r": found.recall, f"{layer}_f": found.fscore}

    return score


def _told(doc: Doc, layer: str, of: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    values = getattr(doc._, layer)
    if isinstance(values, tuple | list):
        yield from (tuple(_part(value, path) for path in of) for value in values)
    elif values is not None:
        yield from ((path, part) for path in of if (part := _part(values, path)))


def _part(value: Any, path: str) -> Any:
    for name in path.split("."):
        value = None if value is None else getattr(value, name)
    return value
