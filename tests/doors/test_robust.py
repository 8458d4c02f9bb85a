"""What can go wrong around a build: the kernel refuses bytes, pages may not be written, articles vanish, the clock jumps."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.building.extraction import sealed
from generator.building.run import build
from generator.settings import read_settings
from generator.site.check import problems
from generator.sources import Article
from tests.building.test_build import copied, tree

KILLS = int(os.environ.get("BRIEFING_KILLS", "6"))  # 50 for the full run


def built(project: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "generator", "build", "--jobs", "1", "--project", str(project)]
    return subprocess.run(command, capture_output=True, text=True)


def test_a_whole_build_killed_at_random_moments_leaves_old_or_new_pages(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    settings = project / "briefing.yml"
    titles = ("title: One\n", "title: Two\n")
    whole = []
    for title in titles:
        settings.write_text(title, "utf-8")
        began = time.monotonic()
        assert built(project).returncode == 0
        took = time.monotonic() - began
        whole.append(tree(project / "docs"))
    moments = random.Random(8)
    for kill in range(KILLS):
        settings.write_text(titles[kill % 2], "utf-8")
        command = [sys.executable, "-m", "generator", "build", "--jobs", "1", "--project", str(project)]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        time.sleep(took * moments.random())
        process.kill()
        process.wait()
        assert tree(project / "docs") in whole, f"kill {kill}"
    settings.write_text(titles[0], "utf-8")
    assert built(project).returncode == 0
    assert tree(project / "docs") == whole[0]


def test_a_kernel_that_takes_no_more_bytes_leaves_the_last_good_pages(seed_project: Path, tmp_path: Path) -> None:
    """A limit on the size of files stands for a full disk: it needs no other rights, so this is never skipped."""
    project = copied(seed_project, tmp_path / "p")
    before = tree(project / "docs")
    (project / "briefing.yml").write_text("title: Another\n", "utf-8")
    code = (
        "import resource, sys; from generator.cli import main;"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (8000, 8000)); sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", code, "build", "--jobs", "1", "--project", str(project)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 1
    assert "can't be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project / "docs") == before
    assert built(project).returncode == 0
    assert list(problems(project, read_settings(project))) == []


def test_an_article_that_vanishes_while_building_is_named(
    seed_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = copied(seed_project, tmp_path / "p")
    files = sorted((project / "seeds").glob("*.txt"))
    monkeypatch.setattr("generator.building.run.find", lambda paths: ([*files, project / "seeds" / "gone.txt"], []))
    outcome = build(project, jobs=1, progress=False)
    assert outcome.articles == len(files)
    assert "gone.txt can't be read" in outcome.problems[0]


def test_a_defect_costs_one_article(seed_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = copied(seed_project, tmp_path / "p")
    (project / "seeds" / "odd.txt").write_text("The bridge was shut on Monday.\n\nThe mayor said that it would open.")

    def stumbling(article: Article, pipeline: str | None) -> bytes:
        if article.id == "odd":
            raise IndexError("list index out of range")
        return sealed(article, pipeline)

    monkeypatch.setattr("generator.building.extraction.sealed", stumbling)
    outcome = build(project, jobs=1, progress=False)
    assert outcome.articles == len(list((seed_project / "seeds").glob("*.txt")))
    assert "odd.txt met a defect of Briefing's (IndexError: list index out of range)" in outcome.problems[0]


def test_a_clock_that_jumps_changes_no_byte(seed_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = tmp_path / "p"
    shutil.copytree(seed_project / "seeds", project / "seeds")
    shutil.copy(seed_project / "briefing.yml", project)
    jumps = random.Random(8)
    monkeypatch.setattr(time, "time", lambda: jumps.uniform(0, 4e9))
    for file in (project / "seeds").iterdir():
        os.utime(file, (4e9, 4e9))
    build(project, jobs=1)
    assert tree(project / "docs") == tree(seed_project / "docs")
