"""A constant's name says which of several it is: `LEAST` in seven files of a folder says nothing to whoever reads two of them."""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent.parent / "generator"
# what every command has, by the same name: `cli` asks each for it
PROTOCOL = {"HELP", "EXAMPLES"}
# these share nothing with what they verify, and so write down again what it is called
OWN = ("site/verifier/", "site/seeded.py")


def constants(source: str) -> Iterator[str]:
    """The constants that a module defines; a type variable of one letter is none."""
    for node in ast.parse(source).body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        yield from (each.id for each in targets if isinstance(each, ast.Name) and each.id.isupper() and len(each.id) > 1)


def classes(source: str) -> Iterator[str]:
    yield from (node.name for node in ast.parse(source).body if isinstance(node, ast.ClassDef))


def sources() -> dict[str, str]:
    return {p.relative_to(GENERATOR).as_posix(): p.read_text("utf-8") for p in sorted(GENERATOR.rglob("*.py"))}


def twice(names: Mapping[str, list[str]]) -> dict[tuple[str, str], list[str]]:
    """Names that several files of a folder define."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for file, defined in names.items():
        folder, _, module = file.rpartition("/")
        for name in defined:
            found[folder, name].append(module)
    return {key: files for key, files in found.items() if len(files) > 1}


def test_no_constant_stands_twice_in_a_folder() -> None:
    found = twice({file: list(constants(source)) for file, source in sources().items()})
    assert {key: files for key, files in found.items() if not (key[0] == "commands" and key[1] in PROTOCOL)} == {}


def test_no_class_stands_twice_in_a_folder() -> None:
    assert twice({file: list(classes(source)) for file, source in sources().items()}) == {}


def crossing(files: Mapping[str, str]) -> dict[str, set[str]]:
    """Constants that a module of another room imports, with the files that define one of the name."""
    places = defaultdict(set)
    for file, source in files.items():
        if not file.startswith(OWN):
            for name in constants(source):
                places[name].add(file)
    modules = {"generator." + file.removesuffix(".py").replace("/", ".").removesuffix(".__init__"): file for file in files}
    found = set()
    for file, source in files.items():
        for node in ast.walk(ast.parse(source)):
            home = modules.get(node.module or "") if isinstance(node, ast.ImportFrom) else None
            if isinstance(node, ast.ImportFrom) and home and home.split("/")[0] != file.split("/")[0]:
                found |= {alias.name for alias in node.names if home in places[alias.name]}
    return {name: places[name] for name in found}


def test_a_constant_that_crosses_a_room_s_border_is_the_only_one_of_its_name() -> None:
    found = crossing(sources())
    assert len(found) > 30
    assert {name: sorted(files) for name, files in found.items() if len(files) > 1} == {}


@pytest.mark.parametrize(
    ("files", "several"),
    [
        ({"pages/a.py": "NEAR = 1", "pages/b.py": "NEAR: int = 2"}, True),
        ({"pages/a.py": "NEAR = 1", "site/b.py": "NEAR = 2"}, False),
        ({"pages/a.py": "NEAR = 1", "pages/b.py": "def f():\n    NEAR = 2"}, False),
    ],
)
def test_constants_of_a_folder_are_compared(files: dict[str, str], several: bool) -> None:
    assert bool(twice({file: list(constants(source)) for file, source in files.items()})) == several


def test_a_border_is_seen() -> None:
    files = {"values/a.py": "NEAR = 1", "pages/b.py": "from generator.values.a import NEAR", "site/c.py": "NEAR = 3"}
    assert crossing(files) == {"NEAR": {"values/a.py", "site/c.py"}}
    assert crossing({**files, "pages/b.py": "import re"}) == {}
