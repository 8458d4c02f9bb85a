"""The map of ARCHITECTURE.md holds: imports run only its way, its picture is current, and what there is is documented."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.architecture import ROOMS, imports, picture
from generator.cli import COMMANDS
from generator.dossier.editor import applying
from generator.dossier.editor.corrections import APPLIES
from generator.pages.exports import WHAT
from generator.settings import Settings

ROOT = Path(__file__).parent.parent.parent
GENERATOR = ROOT / "generator"
MAP = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")

# what each room may import; `settings` is a user's file, read as the sources' sidecars are
MAY = {
    "values": set(),
    "errors": set(),
    "sources": {"values", "errors"},
    "settings": {"values", "errors", "sources"},
    "language": {"values", "errors", "sources"},
    "records": {"values", "errors", "sources"},
    "dossier": {"values", "errors", "records"},
    "pages": {"values", "errors", "sources", "records", "dossier"},
    "building": {"values", "errors", "settings", "sources", "language", "records", "dossier", "pages"},
    "site": {"values", "errors", "settings", "sources", "language", "records", "pages", "building"},
    "commands": {
        *("values", "errors", "settings", "sources", "language", "records", "dossier", "pages", "building", "site"),
    },
    "cli": {"errors", "commands"},
    "__main__": {"cli"},
}
# a room's public modules, beside its `__init__`; what is not named here is the room's own affair (None: all are public)
PUBLIC: dict[str, set[str] | None] = {
    "values": None,
    "errors": None,
    "settings": None,
    "sources": {"adding", "article", "sidecar", "encodings", "versions"},
    "language": {"setup.shipped"},
    "records": {"model"},
    "dossier": {"model", "changes", "doubts", "outlets", "revisions", "republishing", "editor.corrections"},
    "pages": {
        "cards",
        "escaping",
        "excerpts",
        "render",
        "explore_page",
        "list_pages",
        "page_settings",
        "pieces",
        "tables",
        "whole",
    },
    "building": None,
    "site": None,
    "commands": None,
    "cli": None,
}


def test_every_room_stands_on_the_map() -> None:
    there = {p.stem for p in GENERATOR.iterdir() if p.suffix == ".py" or (p / "__init__.py").is_file()} - {"__init__"}
    assert there == set(MAY)
    for room in ROOMS:
        assert f"generator/{room}/" in MAP, f"ARCHITECTURE.md does not speak of {room}"


def test_imports_run_only_the_way_of_the_map() -> None:
    against = [f"{file} imports {room}.{module}" for file, own, room, module in imports() if room not in {own, *MAY[own]}]
    assert not against


def test_no_room_reaches_into_another_s_inside() -> None:
    inside = [
        f"{file} imports generator.{room}.{module}"
        for file, own, room, module in imports()
        if room != own and module and (public := PUBLIC[room]) is not None and module not in public
    ]
    assert not inside


def test_an_import_against_the_map_is_found(tmp_path: Path) -> None:
    """The checks above say something: what they look for is found where it is."""
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / "bad.py").write_text(
        "from generator.dossier.people import subjects\nfrom generator import pages\ndef f():\n    import generator.site.check\n"
    )
    assert [found[1:] for found in imports(tmp_path)] == [
        ("records", "dossier", "people.subjects"),
        ("records", "pages", ""),
        ("records", "site", "check"),
    ]


def test_the_picture_is_made_from_the_imports() -> None:
    assert picture() in MAP, "run `python -m benchmarks.architecture` and put what it prints into ARCHITECTURE.md"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"`briefing {command}" in README


@pytest.mark.parametrize("setting", Settings.model_fields)
def test_every_setting_is_documented(setting: str) -> None:
    assert f"`{setting}`" in README.split("## Settings")[1].split("\n## ")[0]


@pytest.mark.parametrize("export", WHAT)
def test_every_export_is_documented(export: str) -> None:
    assert f"`{export}`" in (ROOT / "CONTRACT.md").read_text("utf-8")


def data_files() -> Iterator[str]:
    for file in sorted([*GENERATOR.rglob("*.json"), *GENERATOR.rglob("*.npz")]):
        if "pipeline" not in file.parts and "scaffold" not in file.parts:
            yield file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", list(data_files()))
def test_every_data_file_is_documented_with_its_maker(file: str) -> None:
    (row,) = [line for line in MAP.splitlines() if line.startswith(f"| `{file}`")]
    makers = re.findall(r"`((?:training|benchmarks)/\w+\.py)`", row)
    assert makers, "say what makes it"
    assert all((ROOT / maker).is_file() for maker in makers)


def test_the_map_names_only_what_there_is() -> None:
    named = set(re.findall(r"`((?:generator|training|benchmarks|tests)/[\w/.]+)[`:]", MAP))
    assert len(named) > 30
    assert [name for name in sorted(named) if not (ROOT / name).exists()] == []


def test_a_function_that_the_map_names_is_in_its_file() -> None:
    named = re.findall(r"`(generator/[\w/.]+\.py):(\w+)`", MAP)
    assert named
    for file, name in named:
        tree = ast.parse((ROOT / file).read_text("utf-8"))
        assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.ClassDef)}, (
            file,
            name,
        )


def test_the_desk_says_of_every_correction_where_it_takes_effect() -> None:
    rows = re.findall(r"^\| (?:a|an) (\w+) \| (.*?) \| (.*?) \|$", applying.__doc__ or "", re.M)
    said: dict[str, set[str]] = {}
    for thing, keys, _ in rows:
        said.setdefault(thing, set()).update(re.findall(r"`(\w+)`", keys))
    assert said == {name.split()[-1].replace("quote", "quotation"): keys for name, keys in APPLIES.values()}
    steps = {step for _, _, where in rows for step in re.findall(r"`(\w+)`", where)}
    assert steps <= set(dir(applying.Desk))


# what a newcomer asks first: each is answered by opening one file
QUESTIONS = (
    'where is "Thursday last" understood',
    "where is a speaker chosen",
    "where does an event get its day",
    "where does a new export go",
    "where does a correction take effect",
    "what makes a page anew",
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_file_of_an_answer_leads_to_the_others(question: str) -> None:
    """Whoever opens it alone reads in its docstring what the other files of the map's row do."""
    (row,) = [line for line in MAP.splitlines() if line.startswith(f"| {question} |")]
    first, *others = dict.fromkeys(re.findall(r"`(generator/[\w/.]+\.py)", row))
    told = ast.get_docstring(ast.parse((ROOT / first).read_text("utf-8"))) or ""
    assert others
    assert [file for file in others if not re.search(rf"\b{Path(file).stem}\b", told)] == []
