"""What the word lists say of each word of a document: an input of the recogniser, beside the word's own form.

A small recogniser cannot know the world's names from a million words of text. The lists (given names, places, peoples, titles,
words that end an organisation's name) tell it what a form may be; it learns itself how far to believe them in which context.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, cast

import numpy as np
from spacy.ml.featureextractor import FeatureExtractor
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import HashEmbed, Maxout, Model, chain, concatenate, list2ragged, ragged2list, with_array

from generator.values.gazetteer import (
    FACILITIES,
    GOVERNED,
    LANDFORMS,
    REGIONS,
    TITLES,
    given_names,
    is_demonym,
    places,
)

# "Harlow Holdings", "Ministry of Culture", "Human Rights Watch": words of organisations' names
ORGANISATIONS = frozenset(
    "academy administration agency airlines airways alliance army assembly association authority bank board brigade brigades "
    "broadcasting brothers bureau cabinet center centre chamber club co coalition college command commission committee companies "
    "company confederation conference congress consortium corp corporation council court department enterprises federation "
    "force forces foundation front fund group guard guards herald holdings inc inc. industries initiative institute institution "
    "international journal laboratories league legislature limited llc ltd ltd. magazine media ministry mission movement "
    "networks news office organisation organization parliament partners partnership party petroleum police post press "
    "productions programme records school secretariat senate service services society studios systems taskforce team "
    "technologies telegraph times tribunal tribune trust union united university watch".split()
)
LONGEST_PLACE = 4  # words of a place
OUTSIDE, INSIDE, BEGINS = 0, 1, 2


@lru_cache(maxsize=50_000)
def word_code(word: str) -> int:
    """The lists that a word is on, one bit each."""
    lower = word.lower()
    groups = (ORGANISATIONS, FACILITIES, LANDFORMS, REGIONS, GOVERNED, TITLES)
    code = sum(1 << bit for bit, group in enumerate(groups) if lower in group)
    if not word[:1].isupper():
        return code
    given = given_names().get(lower)
    gender = {"female": 1, "male": 2}.get(given, 0) if given else 0
    return code | gender << 6 | is_demonym(word if not word.isupper() else word.title()) << 8


def place_codes(words: Sequence[str]) -> list[int]:
    """For each word whether it begins or continues the name of a known place (the longest counts), and how long that is."""
    codes, known = [OUTSIDE] * len(words), places()
    n = 0
    while n < len(words):
        longest = min(LONGEST_PLACE, len(words) - n) if words[n][:1].isupper() else 0
        for size in range(longest, 0, -1):
            if " ".join(words[n : n + size]).lower() in known:
                codes[n : n + size] = [BEGINS + size, *[INSIDE] * (size - 1)]
                n += size - 1
                break
        n += 1
    return codes


@registry.architectures("briefing.ListsEmbed.v1")  # type: ignore[untyped-decorator]
def make_embedding(width: int, attrs: list[str], rows: list[int], lists_rows: int) -> Model[list[Doc], list[Any]]:
    """spaCy's `MultiHashEmbed`, with two columns more: what the lists say of the word, and of the words around it.

    Args:
        width: of each table and of the output.
        attrs: of tokens, as for `MultiHashEmbed`.
        rows: of their tables.
        lists_rows: of each of the two other tables.
    """
    sizes = [*rows, lists_rows, lists_rows]
    tables: list[Any] = [HashEmbed(width, size, column=n, seed=8 + n, dropout=0.0) for n, size in enumerate(sizes)]
    mixed = Maxout(width, width * len(sizes), nP=3, dropout=0.0, normalize=True)
    features: Model[Any, Any] = Model("lists_features", _forward, layers=[FeatureExtractor(cast(Any, attrs))])
    return cast(
        "Model[list[Doc], list[Any]]",
        chain(features, list2ragged(), with_array(concatenate(*tables)), with_array(mixed), ragged2list()),
    )


def _forward(model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[list[Any], Callable[[Any], list[Any]]]:
    attributes, _ = model.layers[0](docs, is_train)
    features = []
    for doc, columns in zip(docs, attributes, strict=True):
        words = [token.text for token in doc]
        lists = np.array([[word_code(word) for word in words], place_codes(words)], dtype="uint64").T
        features.append(model.ops.asarray2i(cast(Any, np.hstack([columns, lists.reshape(len(words), 2)])), dtype="uint64"))
    return features, lambda _: []
