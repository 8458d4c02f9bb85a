"""No function outside `language/` is too tangled to be read, and what is tangled inside grows no worse (`benchmarks.complexity`)."""

from __future__ import annotations

import ast

import pytest

from benchmarks.complexity import complexity, functions

WORST = 25
TANGLED = 10
# `language/` on the way: the worst function and the share of those over 10, to be lowered with each that is taken apart
LANGUAGE = (40, 0.27)
SHARE = 0.30  # of any other room
TIDY = {"language/quotes/": (15, 0.15)}  # folders of `language/` that are taken apart: the worst function, the share over 10


# folders of `language/` that are done
FOLDERS = {"language/names/": 0.15, "language/coreference/": 0.15}


@pytest.mark.parametrize("folder", sorted(FOLDERS))
def test_functions_of_a_folder_can_be_read(folder: str) -> None:
    found = [each for each in functions() if each.file.startswith(folder)]
    assert [each for each in found if each.complexity > WORST] == []
    assert sum(each.complexity > TANGLED for each in found) <= FOLDERS[folder] * len(found)


@pytest.mark.parametrize("room", sorted({each.room for each in functions()}))
def test_functions_can_be_read(room: str) -> None:
    worst, share = LANGUAGE if room == "language" else (WORST, SHARE)
    found = [each for each in functions() if each.room == room]
    assert [each for each in found if each.complexity > worst] == []
    assert sum(each.complexity > TANGLED for each in found) <= max(1, share * len(found))


@pytest.mark.parametrize("folder", sorted(TIDY))
def test_a_folder_that_was_taken_apart_stays_so(folder: str) -> None:
    worst, share = TIDY[folder]
    found = [each for each in functions() if each.file.startswith(folder)]
    assert [each for each in found if each.complexity > worst] == []
    assert sum(each.complexity > TANGLED for each in found) <= share * len(found)


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
