"""Shared fixtures: a project with the seed article, built once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.building.run import build

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def seed_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's project (settings and seeds), built."""
    project = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "seeds", project / "seeds")
    for name in ("briefing.yml", "mkdocs.yml"):
        shutil.copy(ROOT / name, project / name)
    build(project, jobs=1)
    return project
