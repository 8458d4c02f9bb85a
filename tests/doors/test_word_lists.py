"""A list of words stands once, whatever it is called, in all rooms: who needs it imports it, or it moves to `values/`."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator

import pytest

import generator

SMALL = 3  # words of a list, at most, that two may share by chance
# the verifier shares no code with what it verifies
OWN = ("generator.site.verifier",)


def written() -> Iterator[tuple[str, frozenset[str]]]:
    """Each list of words that a module writes down itself, by its full name."""
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if module.name.startswith(OWN) or module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        with open(str(loaded.__file__), encoding="utf-8") as source:
            body = ast.parse(source.read()).body
        for node in body:
            target = node.targets[0] if isinstance(node, ast.Assign) else None
            if isinstance(target, ast.Name) and not any(isinstance(part, ast.BinOp) for part in ast.walk(node)):
                value = getattr(loaded, target.id)
                if isinstance(value, frozenset | tuple) and value and all(isinstance(word, str) for word in value):
                    yield f"{module.name}.{target.id}", frozenset(word.lower() for word in value)


@pytest.fixture(scope="module")
def lists() -> dict[str, frozenset[str]]:
    return dict(written())


def test_no_list_of_words_stands_twice(lists: dict[str, frozenset[str]]) -> None:
    places = defaultdict(list)
    for name, words in lists.items():
        if len(words) > SMALL:
            places[words].append(name)
    assert len(places) > 200
    assert sorted(names for names in places.values() if len(names) > 1) == []
