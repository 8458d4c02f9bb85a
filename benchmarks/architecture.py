"""The picture of the rooms for ARCHITECTURE.md, made from the imports: `python -m benchmarks.architecture`."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

GENERATOR = Path(__file__).parent.parent / "generator"
ROOMS = (
    "values",
    "sources",
    "language",
    "records",
    "dossier",
    "pages",
    "building",
    "site",
    "commands",
)  # ground floor first
GIVES = {  # what a room hands to the next one
    ("sources", "language"): "Article",
    ("language", "records"): "Doc",
    ("records", "dossier"): "Record",
    ("dossier", "pages"): "Dossier",
}


def imports(folder: Path = GENERATOR) -> Iterator[tuple[str, str, str, str]]:
    """File, its room, and the room and module (empty: the room's face) that it imports, for each import of our own code."""
    for file in sorted(folder.rglob("*.py")):
        parts = file.relative_to(folder).with_suffix("").parts
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            for name in _named(node):
                _, room, *module = name.split(".")
                yield file.relative_to(folder).as_posix(), parts[0], room, ".".join(module)


def _named(node: ast.AST) -> Iterator[str]:
    """The modules of ours that an import names."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names if alias.name.startswith("generator."))
    elif isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
        modules = [f"{node.module}.{alias.name}" for alias in node.names]
        whole = [name for name in modules if _is_module(name)]
        yield from whole
        if "." in node.module and len(whole) < len(modules):
            yield node.module


def _is_module(name: str) -> bool:
    place = GENERATOR.parent.joinpath(*name.split("."))
    return place.with_suffix(".py").is_file() or (place / "__init__.py").is_file()


def picture() -> str:
    """A Mermaid drawing: an arrow leads from a room to one that imports it; the ground floor, which all use, has none.

    What an edge's ends reach by way of another room is left out, so that the way through stays visible.
    """
    edges = {(to, own) for _, own, to, _ in imports() if own != to and {own, to} <= {*ROOMS[1:]}}
    edges |= GIVES.keys()  # a `Doc` is taken by its attributes, not by an import
    direct = [edge for edge in edges if edge in GIVES or not _by_way(edge, edges)]
    direct.sort(key=lambda edge: tuple(map(ROOMS.index, edge)))
    lines = [
        "```mermaid",
        "flowchart LR",
        "  seeds[(seeds/)] --> sources",
        *(f"  {one} -->{f'|{GIVES[one, other]}|' if (one, other) in GIVES else ''} {other}" for one, other in direct),
        "  pages -->|Markdown, data| docs[(docs/)]",
        "  docs -->|MkDocs| website[(site/)]",
        "```",
    ]
    return "\n".join(lines)


def _by_way(edge: tuple[str, str], edges: set[tuple[str, str]]) -> bool:
    """Whether another way leads from one end of an edge to the other."""
    start, end = edge
    reached, waiting = set[str](), [other for one, other in edges if one == start and other != end]
    while waiting:
        room = waiting.pop()
        if room not in reached:
            reached.add(room)
            waiting += [other for one, other in edges if one == room]
    return end in reached


if __name__ == "__main__":
    sys.stdout.write(picture() + "\n")
