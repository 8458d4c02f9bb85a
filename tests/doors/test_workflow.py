"""The publishing workflow that a new project gets: its own commands, read from its YAML, in an environment that has nothing of ours.

What is not run is GitHub's: its actions, and the package index, in whose place stands a folder that holds the wheel.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

import generator
from generator.cli import main

ROOT = Path(__file__).parent.parent.parent
ADDRESS = "https://desk.example.org/storm"
EXPRESSIONS = {"${{ steps.pages.outputs.base_url }}": ADDRESS}  # what GitHub puts in place
UPLOADED = (
    "tar",
    "--dereference",
    "--hard-dereference",
    "--exclude=.[^/]*",
    "-cf",
)  # as actions/upload-pages-artifact packs


def steps(workflow: Mapping[str, Any], job: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The commands of a job with what they find in their environment, in their order."""
    for step in workflow["jobs"][job]["steps"]:
        if "run" in step:
            wanted = {name: str(value) for name, value in step.get("env", {}).items()}
            for expression, value in EXPRESSIONS.items():
                wanted = {name: told.replace(expression, value) for name, told in wanted.items()}
            assert "${{" not in step["run"] + "".join(wanted.values()), "an expression that this test does not know"
            yield step["run"], wanted


@pytest.fixture(scope="module")
def surroundings(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A bare environment, as the runner's: it sees the packages that this one has, but for ours, and pip finds the index's folder alone."""
    place = tmp_path_factory.mktemp("runner")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", place / "venv"], check=True, capture_output=True)
    python = place / "venv" / "bin" / "python"
    others = place / "others"
    others.mkdir()
    for entry in Path(sysconfig.get_path("purelib")).iterdir():
        if not re.match(r"(?i)sourced_briefing|__editable__|.*\.pth$|__pycache__", entry.name):
            (others / entry.name).symlink_to(entry)
    ask = [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    inner = Path(subprocess.run(ask, check=True, capture_output=True, text=True).stdout.strip())
    (inner / "others.pth").write_text(f"{others}\n", "utf-8")
    pip = place / "venv" / "bin" / "pip"
    pip.write_text(f'#!/bin/sh\nexec "{python}" -m pip "$@"\n', "utf-8")
    pip.chmod(0o755)
    own = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "VIRTUAL_ENV", "PIP_"))}
    return own | {
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheel.parent),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
    }


def test_the_workflow_runs_as_it_is_written(surroundings: dict[str, str], tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "storm")]) == 0
    project = tmp_path / "storm"
    workflow = yaml.safe_load((project / ".github" / "workflows" / "publish.yml").read_text("utf-8"))

    def done(command: str, wanted: dict[str, str], folder: Path) -> str:
        found = subprocess.run(
            ["bash", "-e", "-c", command], cwd=folder, env=surroundings | wanted, capture_output=True, text=True
        )
        assert found.returncode == 0, f"{command}\n{found.stdout}{found.stderr}"
        return found.stdout + found.stderr

    said = [done(command, wanted, project) for command, wanted in steps(workflow, "build")]
    assert len(said) == 5
    installed = done("command -v briefing; briefing --version", {}, project)
    assert installed.split() == [f"{surroundings['PATH'].split(os.pathsep)[0]}/briefing", "briefing", generator.__version__]
    assert ADDRESS in (project / "site" / "sitemap.xml").read_text("utf-8"), "the site knows where it will stand"

    attested = tmp_path / "attested"
    attested.mkdir()
    subprocess.run([*UPLOADED, attested / "artifact.tar", "-C", project / "site", "."], check=True)
    for command, wanted in steps(workflow, "attest"):
        done(command, wanted, attested)
    (step,) = [step for step in workflow["jobs"]["attest"]["steps"] if "subject-path" in step.get("with", {})]
    assert (attested / step["with"]["subject-path"]).read_bytes() == (
        project / "docs" / "data" / "manifest.json"
    ).read_bytes()
    assert list(steps(workflow, "deploy")) == []


def test_the_workflow_pins_and_asks_for_little() -> None:
    """Each action by the digest of a commit; only the job that publishes may write, and none that runs our code has an id token."""
    workflow = yaml.safe_load((ROOT / "generator" / "scaffold" / "publish.yml").read_text("utf-8"))
    used = [step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step]
    assert used
    assert [action for action in used if not re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)] == []
    assert workflow["permissions"] == {}
    for job in workflow["jobs"].values():
        runs_ours = any("briefing" in step.get("run", "") for step in job["steps"])
        assert not (runs_ours and "write" in job["permissions"].values())
