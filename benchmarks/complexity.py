"""How tangled functions are: McCabe's number as radon counts it, by room; `python -m benchmarks.complexity` prints the worst.

One, and one more for each branch, loop, handler, comprehension and its conditions, `and`/`or`, lambda and assertion. A function within
a function counts with it; a class is not counted, its methods are.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"
BRANCHES = (ast.If, ast.IfExp, ast.For, ast.While, ast.ExceptHandler, ast.Lambda, ast.Assert, ast.match_case)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, slots=True)
class Function:
    """A function and its number."""

    file: str
    name: str
    complexity: int

    @property
    def room(self) -> str:
        """The room that it is in."""
        return self.file.partition("/")[0]


def functions(folder: Path = GENERATOR) -> Iterator[Function]:
    """Every function and method of a folder."""
    for file in sorted(folder.rglob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        for node in [*tree.body, *(inner for each in tree.body if isinstance(each, ast.ClassDef) for inner in each.body)]:
            if isinstance(node, FUNCTIONS):
                yield Function(file.relative_to(folder).as_posix(), node.name, complexity(node))


def complexity(node: ast.AST) -> int:
    """McCabe's number of a function."""
    total = 1
    for inner in ast.walk(node):
        if isinstance(inner, BRANCHES):
            total += 1
        elif isinstance(inner, ast.comprehension):
            total += 1 + len(inner.ifs)
        elif isinstance(inner, ast.BoolOp):
            total += len(inner.values) - 1
    return total


def main(least: int = 11) -> None:
    """Print the functions of at least so high a number, and each room's share of functions over 10."""
    found = list(functions())
    for each in sorted(found, key=lambda f: -f.complexity):
        if each.complexity >= least:
            print(f"{each.complexity:3} {each.file}:{each.name}")
    for room in sorted({each.room for each in found}):
        inside = [each.complexity for each in found if each.room == room]
        print(
            f"{room}: {len(inside)} functions, {sum(n > 10 for n in inside) / len(inside):.0%} over 10, worst {max(inside)}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 11)
