"""`briefing check` when a reader makes another text of a file than the one that pages were made of: the kept text proves them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.building.cache import Cache, text_place
from generator.building.run import build
from generator.cli import main
from generator.sources.readers import webpage
from tests.sources.adding.server import story


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built project, after which the reader of web pages has become another one."""
    (tmp_path / "briefing.yml").write_text("title: The ferry\n", "utf-8")
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "ferry.html").write_bytes(story("ferry"))
    build(tmp_path, jobs=1, progress=False)
    as_it_was = webpage.read_webpage

    def another(*given: Any) -> Any:
        text, said = as_it_was(*given)
        return text.replace("\n\nThe owners said", "\n\nAdvertisement\n\nThe owners said"), said

    monkeypatch.setattr(webpage, "read_webpage", another)
    return tmp_path


def check(project: Path) -> int:
    return main(["check", "--project", str(project), "--from-scratch", "--jobs", "1"])


def test_pages_are_proved_by_the_text_that_they_were_made_of(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check(project) == 0
    assert "ferry.html is read differently by now: proved by the text that was kept" in capsys.readouterr().err


def test_a_page_that_the_kept_text_does_not_hold_is_found_out(project: Path) -> None:
    page = project / "docs" / "sources" / "ferry.md"
    page.write_text(page.read_text("utf-8").replace("appeal to the ministry", "give in to the ministry"), "utf-8")
    assert check(project) == 1


def test_an_edited_article_must_be_built_again(project: Path) -> None:
    (project / "seeds" / "ferry.html").write_bytes(story("ferry", more="She wept."))
    assert check(project) == 1


def test_a_text_that_somebody_else_put_there_counts_for_nothing(project: Path) -> None:
    for file in (project / ".briefing" / "texts").glob("*.of"):
        file.write_bytes(b"0" * 32 + file.read_bytes()[32:])
    assert check(project) == 1


def test_a_text_that_was_changed_counts_for_nothing(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "records", None)
    kept.keep_text("It sank.", b"page")
    (name,) = (file.stem for file in (tmp_path / "texts").glob("*.txt"))
    assert kept.text_of(b"page", name) == "It sank."
    assert kept.text_of(b"another page", name) is None
    Path(text_place(str(tmp_path / "records"), name)).write_text("It swam.", "utf-8")
    assert kept.text_of(b"page", name) is None
