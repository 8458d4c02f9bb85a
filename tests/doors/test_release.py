"""The release workflow: what of it runs here is run; what GitHub runs is held to rules that a linter would ask for."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent.parent
WORKFLOWS = [*sorted((ROOT / ".github" / "workflows").glob("*.yml")), ROOT / "generator" / "scaffold" / "publish.yml"]
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")


def jobs(file: Path) -> dict[str, dict[str, Any]]:
    return yaml.safe_load(file.read_text("utf-8"))["jobs"]


def step(name: str) -> str:
    """The command of the build job's step of this name."""
    steps = jobs(ROOT / ".github" / "workflows" / "release.yml")["build"]["steps"]
    return next(found["run"] for found in steps if found.get("name") == name)


def shell(command: str, folder: Path, **values: str) -> None:
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", command], cwd=folder, env={**os.environ, **values}, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_actions_are_pinned_and_no_workflow_may_write_as_a_whole(file: Path) -> None:
    used = [found["uses"] for job in jobs(file).values() for found in job["steps"] if "uses" in found]
    assert [name for name in used if not PINNED.fullmatch(name)] == []
    whole = yaml.safe_load(file.read_text("utf-8"))["permissions"]
    assert set(whole.values()) <= {"read"}


def test_only_the_jobs_that_sign_may_ask_for_an_identity() -> None:
    found = jobs(ROOT / ".github" / "workflows" / "release.yml")
    assert {name for name, job in found.items() if "id-token" in job["permissions"]} == {"attest", "publish"}
    assert found["publish"]["environment"] == "release"
    assert set(found["attest"]["needs"]) == {"test", "sbom"}
    assert found["publish"]["needs"] == "attest"


def test_every_python_that_is_promised_is_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = [found.split()[-1] for found in project["classifiers"] if re.search(r":: 3\.\d+$", found)]
    assert jobs(ROOT / ".github" / "workflows" / "release.yml")["test"]["strategy"]["matrix"]["python"] == promised


def test_the_tag_must_name_the_version(tmp_path: Path) -> None:
    (tmp_path / "generator").mkdir()
    shutil.copy(ROOT / "generator" / "__init__.py", tmp_path / "generator")
    command = step("The tag names the version").replace("python", shutil.which("python3") or "python")
    version = re.search(r'__version__ = "([^"]+)"', (ROOT / "generator" / "__init__.py").read_text("utf-8"))[1]  # type: ignore[index]
    shell(command, tmp_path, GITHUB_REF_NAME=f"v{version}")
    with pytest.raises(AssertionError):
        shell(command, tmp_path, GITHUB_REF_NAME="v99")


def test_what_the_index_shows_has_whole_addresses(tmp_path: Path) -> None:
    for name in ("README.md", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    shell(
        step("The index shows the picture and the source by their addresses"),
        tmp_path,
        HERE="https://example.org/o/r",
        GITHUB_REF_NAME="v1.2.3",
    )
    assert tomllib.loads((tmp_path / "pyproject.toml").read_text("utf-8"))["project"]["urls"] == {
        "Source": "https://example.org/o/r",
        "Changelog": "https://example.org/o/r/blob/v1.2.3/CHANGELOG.md",
    }
    links = re.findall(r"\]\(([^)]+)\)", (tmp_path / "README.md").read_text("utf-8"))
    assert len(links) >= 3
    assert [link for link in links if not link.startswith(("https://", "#"))] == []
