"""The shared word lists stand once: no layer writes one down again, under whatever name."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections import defaultdict

import generator.language
from generator.language import lexicon


def tables(package: str, path: list[str]) -> dict[frozenset[object], list[str]]:
    """The sets of words and labels of a package's modules, with where they are written."""
    found: dict[frozenset[object], list[str]] = defaultdict(list)
    for module in pkgutil.walk_packages(path, f"{package}."):
        loaded = importlib.import_module(module.name)
        assert loaded.__file__
        with open(loaded.__file__, encoding="utf-8") as source:
            body = ast.parse(source.read()).body
        for node in body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                value = getattr(loaded, node.targets[0].id)
                if isinstance(value, frozenset | tuple) and len(value) > 2 and all(isinstance(word, str) for word in value):
                    found[frozenset(value)].append(f"{module.name}.{node.targets[0].id}")
    return found


def test_no_word_list_is_written_twice() -> None:
    every = tables("generator.language", list(generator.language.__path__))
    assert len(every) > 200
    assert [places for places in every.values() if len(places) > 1] == []


def test_a_name_of_the_lexicon_means_one_thing() -> None:
    """Whoever reads `FINITE` or `DASHES` in any layer reads the lexicon's."""
    shared = {
        place.rpartition(".")[2] for places in tables(lexicon.__name__, list(lexicon.__path__)).values() for place in places
    }
    assert {"FINITE", "DASHES"} <= shared
    every = [
        place for places in tables("generator.language", list(generator.language.__path__)).values() for place in places
    ]
    again = [place for place in every if ".lexicon." not in place and place.rpartition(".")[2] in shared]
    assert again == []
