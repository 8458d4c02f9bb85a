"""Shared fixtures: a project with the seed article, built once for all of the processes that run tests."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.building.run import build

ROOT = Path(__file__).parent.parent


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first of the processes that asks for it has made; the others wait. Nothing may be changed in it afterwards."""
    base = factory.getbasetemp()
    place = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "shared" / name
    place.parent.mkdir(exist_ok=True)
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = place.with_suffix(".done")
        if not done.exists():
            place.mkdir()  # where making it failed, this fails, too: a half-made folder is used by nobody
            make(place)
            done.touch()
    return place


@pytest.fixture(scope="session")
def seed_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's project (settings and seeds), built."""

    def make(project: Path) -> None:
        shutil.copytree(ROOT / "seeds", project / "seeds")
        for name in ("briefing.yml", "mkdocs.yml"):
            shutil.copy(ROOT / name, project / name)
        build(project, jobs=1)

    return once(tmp_path_factory, "seed", make)
