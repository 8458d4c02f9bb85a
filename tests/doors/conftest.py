"""The package, built once."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, once


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of what is here, alone in its folder; built outside so that nothing of an earlier build gets into it."""

    def make(place: Path) -> None:
        source = place / "source"
        shutil.copytree(ROOT / "generator", source / "generator", ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md", "LICENSE", "LICENSE-DATA.md"):
            shutil.copy(ROOT / name, source)
        pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index")
        subprocess.run([*pip, "--wheel-dir", place / "made", source], check=True, capture_output=True)
        shutil.rmtree(source)

    (made,) = (once(tmp_path_factory, "wheel", make) / "made").glob("*.whl")
    return made
