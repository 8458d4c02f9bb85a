"""Encode a long document piece by piece, so that memory is bounded by a piece and not by the longest article.

The encoder looks a few words to each side only. Each piece is encoded with that much of its neighbours, so that every word gets the
vector that it gets in the whole document (up to rounding).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, cast

from spacy.tokens import Doc, Token
from spacy.util import registry
from thinc.api import Model


@registry.architectures("briefing.InPieces.v1")  # type: ignore[untyped-decorator]
def make_pieces(model: Model[Any, Any], size: int, overlap: int) -> Model[list[Doc], list[Any]]:
    """Wrap an encoder.

    Args:
        model: from documents (or spans) to an array each, a row a token; it sees at most `overlap` tokens to each side.
        size: tokens of a piece.
        overlap: tokens of its neighbours that are encoded with it, on each side.
    """
    width = model.get_dim("nO") if model.has_dim("nO") else None
    limits = {"size": size, "overlap": overlap}
    wrapped: Model[Any, Any] = Model("in_pieces", _forward, layers=[model], init=_begin, dims={"nO": width}, attrs=limits)
    return cast("Model[list[Doc], list[Any]]", wrapped)


def _begin(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:  # noqa: N803 (thinc's names)
    model.layers[0].initialize(X, Y)
    if model.has_dim("nO") is None:
        model.set_dim("nO", model.layers[0].get_dim("nO"))


def _forward(model: Model[Any, Any], docs: list[Any], is_train: bool) -> tuple[list[Any], Callable[[Any], Any]]:
    encode, size, overlap = model.layers[0], model.attrs["size"], model.attrs["overlap"]
    if is_train or all(len(doc) <= size for doc in docs):
        return cast("tuple[list[Any], Callable[[Any], Any]]", encode(docs, is_train))
    encoded = []
    for doc in docs:
        rows = []
        for start in range(0, max(1, len(doc)), size):
            first, end = max(0, start - overlap), min(len(doc), start + size)
            piece = encode.predict([_Piece(doc, first, min(len(doc), end + overlap))])[0]
            rows.append(piece[start - first : end - first])
        encoded.append(model.ops.xp.concatenate(rows))
    return encoded, _not_trained


class _Piece:
    """A stretch of a document, as far as encoders read one (a `Span` takes no names of attributes)."""

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self._doc, self._start, self._end = doc, start, end

    def __len__(self) -> int:
        return self._end - self._start

    def __iter__(self) -> Iterator[Token]:
        return iter(self._doc[self._start : self._end])

    def to_array(self, attributes: list[str]) -> Any:
        """The values of attributes, a row a token."""
        return self._doc.to_array(cast(Any, attributes))[self._start : self._end]


def _not_trained(_: Any) -> Any:
    raise ValueError("pieces are for prediction only")
