"""The wheel alone, in an environment of its own, makes a project and builds it: nothing that it needs was left out of it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

import generator

ROOT = Path(__file__).parent.parent.parent
LARGEST = 25_500_000  # bytes, nine tenths of them the pipeline, the vectors and the places; more stops the release


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(part) for part in command], cwd=folder, capture_output=True, text=True, env=surroundings)
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def briefing(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of an environment that has the wheel, and beside it sees only what other packages this one has."""
    place = tmp_path_factory.mktemp("bare")
    run(sys.executable, "-m", "venv", "--without-pip", place / "venv", folder=place)
    python = place / "venv" / "bin" / "python"
    inner = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", folder=place).stdout.strip())
    pip = (sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index")
    run(*pip, wheel, folder=place)
    # plain lines are added to the path, but their own .pth files, such as that of an editable install, are not read
    (inner / "others.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    found = run(python, "-c", "import generator; print(generator.__file__)", folder=place).stdout
    assert found.startswith(str(inner)), "the wheel's code runs, not the repository's"
    return place / "venv" / "bin" / "briefing"


def test_the_wheel_is_small_and_says_what_it_is(wheel: Path) -> None:
    assert wheel.stat().st_size <= LARGEST
    with zipfile.ZipFile(wheel) as opened:
        (name,) = [name for name in opened.namelist() if name.endswith("dist-info/METADATA")]
        said = Parser().parsestr(opened.read(name).decode())
        assert not [name for name in opened.namelist() if name.split("/")[0] in {"tests", "training", "manual", "docs"}]
    assert said["Version"] == generator.__version__
    assert said["License-Expression"].startswith("MIT AND ")
    assert said["Author"] == "The briefing developers"
    assert "Turn news articles into a briefing" in str(said.get_payload())


def test_it_makes_and_builds_a_project(briefing: Path, tmp_path: Path) -> None:
    assert run(briefing, "--version", folder=tmp_path).stdout.split() == ["briefing", generator.__version__]
    run(briefing, "new", "x", folder=tmp_path)
    run(briefing, "site", "--strict", folder=tmp_path / "x")
    run(briefing, "check", folder=tmp_path / "x")
    assert (tmp_path / "x" / "site" / "index.html").is_file()
    assert (tmp_path / "x" / "site" / "data" / "briefing.sqlite").is_file()


def test_version_and_changelog_agree() -> None:
    """The version stands in one place; the changelog has its section, in the form that readers of releases know."""
    heads = re.findall(r"(?m)^## \[(\S+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"))
    assert generator.__version__ in heads
    assert heads[0] in {"Unreleased", generator.__version__}
    kinds = set(re.findall(r"(?m)^### (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8")))
    assert kinds <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_every_shipped_data_file_has_its_licence_named() -> None:
    told = (ROOT / "LICENSE-DATA.md").read_text("utf-8")
    data = {
        file.relative_to(ROOT).as_posix()
        for ending in ("*.json", "*.npz", "*.tsv")
        for file in (ROOT / "generator").rglob(ending)
        if not {"pipeline", "scaffold"} & set(file.parts)
    }
    assert data
    assert [name for name in sorted(data) if f"`{name}`" not in told] == []
