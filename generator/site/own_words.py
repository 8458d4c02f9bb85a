"""What the program says on pages in words of its own: the texts of its templates and code, for the verifier to know them from others'."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel import Locale

HOME = Path(__file__).parent.parent
CODE = ("pages", "dossier/editor")  # that says something to a reader
MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", re.S)
INSIDE = re.compile(r"\{[%{].*?[%}]\}", re.S)
STRING = re.compile(r"\"([^\"]*)\"|'([^']*)'")
ATTRIBUTE = re.compile(r'\b(?:aria-label|title|placeholder|alt)="([^"]*)"')


@cache
def phrases() -> frozenset[str]:
    """Every stretch of text that a template or a line of code can put on a page."""
    return frozenset(" ".join(found.split()) for found in _all() if found.strip())


def _all() -> Iterator[str]:
    for file in sorted([*(HOME / "pages" / "templates").glob("*.j2"), *(HOME / "theme" / "overrides").glob("*.html")]):
        text = file.read_text("utf-8")
        yield from MARKUP.split(text)
        for inside in INSIDE.findall(text):
            yield from ("".join(found) for found in STRING.findall(inside))
        for attribute in ATTRIBUTE.findall(text):
            yield from INSIDE.split(attribute)
    yield from _constants(HOME / "site" / "database.py")
    yield from _constants(HOME / "sources" / "article.py")
    yield from _constants(HOME / "site" / "provenance.py")
    yield from _constants(HOME / "site" / "standing_alone.py")
    yield from _constants(HOME / "site" / "standing_alone.py")
    yield from ("country", "state", "city", "mkdocs", "mkdocs-material", "spacy")
    for folder in CODE:
        for file in sorted((HOME / folder).rglob("*.py")):
            yield from _constants(file)
    yield from _strings(json.loads((HOME / "language" / "pipeline" / "meta.json").read_text("utf-8")))
    yield from Locale("en").territories.values()


def _constants(file: Path) -> Iterator[str]:
    """The strings of a file's code, without its documentation."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            whole = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            whole = node.value
        else:
            continue
        if "\n" not in whole:
            yield from (part for piece in MARKUP.split(whole) for part in re.split(r"[{}]", piece))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, part in value.items():
            yield str(key)
            yield from _strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, str):
        yield from value.split("\n")
