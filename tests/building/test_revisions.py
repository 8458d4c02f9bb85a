"""`briefing add --again` and the page of changes: what a publisher changed stands there, old and new, with both days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.building.run import build
from generator.cli import main
from tests.sources.adding.server import served
from tests.sources.adding.test_adding import add


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one article, fetched twice: the page has changed in between."""
    (tmp_path / "briefing.yml").write_text("title: The pier\n", "utf-8")
    with served() as (port, _):
        for day in (date(2023, 11, 10), date(2023, 11, 14)):
            monkeypatch.setattr("generator.sources.adding.bringing.today", lambda day=day: day)
            add(tmp_path / "seeds", f"http://good.test:{port}/live", again=True)
    return tmp_path


def test_changed_sentences_stand_on_the_page_of_changes(project: Path) -> None:
    build(project, jobs=1, progress=False)
    page = (project / "docs" / "changes.md").read_text("utf-8")
    assert "<del>There were 41 people in the hall.</del>" in page
    assert "<ins>There were 42 people in the hall.</ins>" in page
    assert "Fetched on 10 November 2023, and again on 14 November 2023." in page
    assert "vote of her life" not in page  # the sentence before it stayed
    assert 'href="changes.html">1</a>' in (project / "docs" / "index.md").read_text("utf-8")


def test_the_page_of_changes_is_proved_and_made_anew_when_a_kept_version_changes(project: Path) -> None:
    build(project, jobs=1, progress=False)
    assert main(["check", "--project", str(project)]) == 0
    assert not build(project, jobs=1, progress=False).fresh
    (kept,) = (project / "seeds" / ".earlier").rglob("*.html")
    kept.write_bytes(kept.read_bytes().replace(b"41 people", b"14 people"))
    assert main(["check", "--project", str(project)]) == 1
    assert build(project, jobs=1, progress=False).fresh
    assert "14 people" in (project / "docs" / "changes.md").read_text("utf-8")


def test_a_kept_version_that_cannot_be_read_is_told_and_left_out(project: Path) -> None:
    (kept,) = (project / "seeds" / ".earlier").rglob("*.html")
    kept.write_bytes(b"")
    (warning,) = [each for each in build(project, jobs=1, progress=False).warnings if "earlier version" in each]
    assert kept.name in warning
    assert not (project / "docs" / "changes.md").exists()


def test_excerpts_show_no_sentences_of_earlier_versions(project: Path) -> None:
    (project / "briefing.yml").write_text("title: The pier\npublish: excerpts\n", "utf-8")
    build(project, jobs=1, progress=False)
    assert not (project / "docs" / "changes.md").exists()
