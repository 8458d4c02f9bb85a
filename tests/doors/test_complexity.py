"""How tangled functions may be: bounds that are held, so that the next engineer can read them."""

from __future__ import annotations

import ast

import pytest

from benchmarks.complexity import complexity, functions

WORST = 25
TANGLED = 10
SHARE = 0.30  # of a room's functions that may be over `TANGLED`
LANGUAGE = 0.15  # of each folder of `language/`


@pytest.mark.parametrize("room", sorted({each.room for each in functions()}))
def test_functions_can_be_read(room: str) -> None:
    """None is a knot, and few are long-winded; those over the bound are to be taken apart, never the bound to be raised."""
    found = [each for each in functions() if each.room == room]
    assert [each for each in found if each.complexity > WORST] == []
    assert sum(each.complexity > TANGLED for each in found) <= max(1, SHARE * len(found))


@pytest.mark.parametrize("folder", sorted({each.file.split("/")[1] for each in functions() if each.room == "language"}))
def test_folders_of_language_can_be_read(folder: str) -> None:
    found = [each for each in functions() if each.file.split("/")[:2] == ["language", folder]]
    assert sum(each.complexity > TANGLED for each in found) <= max(1, LANGUAGE * len(found))


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("def f(): return 1", 1),
        ("def f(a):\n if a: return 1\n elif a > 1 and a < 3: return 2", 4),
        ("def f(a): return [x for x in a if x if x > 1]", 4),
        ("def f(a):\n try:\n  while a: pass\n except E: pass\n return 1 if a else lambda: 2", 5),
    ],
)
def test_complexity_is_counted(code: str, number: int) -> None:
    assert complexity(ast.parse(code).body[0]) == number
