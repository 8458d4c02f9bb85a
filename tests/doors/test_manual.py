"""The manual is current: its reference is made from the code, its tutorial works, its pages are all reached, and it builds."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from generator.building.run import build
from generator.cli import COMMANDS, main
from generator.pages.exports import WHAT
from generator.settings import Settings
from generator.sources.readers import READERS
from generator.sources.sidecar import KEYS
from manual import reference
from manual.dependencies import FOR, dependencies

MANUAL = Path(reference.__file__).parent
PAGES = MANUAL / "pages"


@pytest.mark.parametrize("name", ["commands", "settings", "sidecar", "files", "record", "formats", "speed", "pipeline"])
def test_the_reference_is_what_the_code_says(name: str) -> None:
    made = reference.pages()[f"{name}.md"]
    assert (PAGES / "reference" / f"{name}.md").read_text("utf-8") == made, "run `python -m manual.reference`"


def test_nothing_is_missing_in_the_reference() -> None:
    made = reference.pages()
    assert all(f"## briefing {name}\n" in made["commands.md"] for name in COMMANDS)
    for page, names in {"settings": Settings.model_fields, "sidecar": KEYS, "files": WHAT, "formats": READERS}.items():
        assert [name for name in names if f"| `{name}` | " not in made[f"{page}.md"]] == [], page


def test_a_key_that_nobody_has_described_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check above says something: a new key has no line by itself."""
    monkeypatch.setattr(reference, "KEYS", (*KEYS, "colour"))
    with pytest.raises(KeyError, match="colour"):
        reference.sidecar()


def test_the_dependencies_page_names_each() -> None:
    page = (PAGES / "explanation" / "dependencies.md").read_text("utf-8")
    assert [name for name in dependencies() if f"| {name} | {FOR[name]} |" not in page] == [], (
        "run `python -m manual.dependencies`"
    )


def listed(entry: object) -> set[str]:
    if isinstance(entry, dict):
        entry = list(entry.values())
    return {entry} if isinstance(entry, str) else set().union(*map(listed, entry)) if isinstance(entry, list) else set()


def test_every_page_is_in_the_menu_and_asks_one_question() -> None:
    configuration = re.sub(r"!relative ", "", (MANUAL / "mkdocs.yml").read_text("utf-8"))
    there = {file.relative_to(PAGES).as_posix(): file for file in PAGES.rglob("*.md")}
    assert listed(yaml.safe_load(configuration)["nav"]) == set(there)
    for name, file in there.items():
        heads = [
            line for line in re.sub(r"(?s)```.*?```", "", file.read_text("utf-8")).splitlines() if line.startswith("# ")
        ]
        assert len(heads) == 1, name
        assert heads[0].endswith("?"), name


def test_no_command_of_the_manual_is_made_up() -> None:
    named = {
        (file.name, word)
        for file in PAGES.rglob("*.md")
        for word in re.findall(r"(?m)^(?:\S*/)?briefing (\w+)", file.read_text("utf-8"))
    }
    assert named
    assert [each for each in sorted(named) if each[1] not in COMMANDS] == []


def test_the_tutorial_s_corrections_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = shutil.copytree(
        MANUAL / "example", tmp_path / "dam", ignore=shutil.ignore_patterns("docs", "site", ".briefing")
    )
    build(project, jobs=1)
    quotes = (project / "docs" / "data" / "quotes.csv").read_text("utf-8")
    tutorial = (PAGES / "tutorial.md").read_text("utf-8")
    edits = re.findall(r"(?m)^briefing (edit .+)$", tutorial)
    assert len(edits) == 2
    for line in edits:
        assert main([*shlex.split(line), "--project", str(project)]) == 0, capsys.readouterr().err
    build(project, jobs=1)
    assert (project / "docs" / "data" / "quotes.csv").read_text("utf-8") != quotes
    assert main(["check", "--project", str(project)]) == 0
    assert "claimed by" in (project / "docs" / "facts.md").read_text("utf-8")


def test_the_manual_builds_and_asks_nobody(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--quiet",
        "--strict",
        "-f",
        str(MANUAL / "mkdocs.yml"),
        "-d",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    for file in tmp_path.rglob("*.html"):
        loaded = re.findall(
            r"<(?:script|img|iframe)[^>]+src=\"?(\S+?)[\"> ]|<link[^>]+rel=\"?stylesheet\"?[^>]+href=\"?(\S+?)[\"> ]",
            file.read_text("utf-8"),
        )
        assert [each for pair in loaded for each in pair if "//" in each] == [], file.name
