"""`publish: excerpts`: nothing that is published holds a source's whole text, and what can be proved of it still is."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.building.run import build
from generator.settings import read_settings
from generator.site import database
from generator.site.check import problems as unproved
from generator.site.verified import problems, verified
from generator.values.hidden import HIDDEN
from tests.site.conftest import ARTICLES, SCAFFOLD

UNCITED = "Who could have known of it? What for, and why then?"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that may not republish its sources, with `docs/` and `site/`."""
    project = tmp_path_factory.mktemp("excerpts")
    (project / "seeds").mkdir()
    for name, (text, sidecar) in list(ARTICLES.items())[:2]:
        (project / "seeds" / f"{name}.txt").write_text(f"{text.rstrip()}\n\n{UNCITED}\n", "utf-8")
        (project / "seeds" / f"{name}.yml").write_text(sidecar.replace("note: checked\n", ""), "utf-8")
    shutil.copy(SCAFFOLD / "mkdocs.yml", project / "mkdocs.yml")
    (project / "briefing.yml").write_text("title: Excerpts\npublish: excerpts\n", "utf-8")
    build(project, jobs=1)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True, capture_output=True)
    database.write(project / "site")
    return project


def test_no_published_file_holds_what_nothing_cites(site: Path) -> None:
    words = ("known of it", "and why then")
    for folder in ("docs", "site"):
        for file in (site / folder).rglob("*"):
            data = file.read_bytes() if file.is_file() else b""
            assert not any(word.encode() in data for word in words), file
    records = [json.loads(line) for line in (site / "site" / "data" / "records.jsonl").read_text("utf-8").splitlines()]
    for record in records:
        text = (site / "seeds" / f"{record['id']}.txt").read_text("utf-8")
        assert len(record["text"]) == len(text)
        assert HIDDEN in record["text"]
        assert all(shown in (HIDDEN, there) for shown, there in zip(record["text"], text, strict=True))


def test_what_can_be_proved_is_and_what_can_not_is_said(site: Path) -> None:
    assert list(unproved(site, read_settings(site))) == []
    found, notes = verified(site / "site")
    assert found == []
    assert "2 of 2 sources" in notes[0]
    assert verified(site / "site", site / "seeds") == ([], [])


def test_a_word_changed_in_an_excerpt_is_found_with_the_articles(site: Path, tmp_path: Path) -> None:
    forged = tmp_path / "site"
    shutil.copytree(site / "site", forged)
    file = forged / "data" / "records.jsonl"
    first, *rest = file.read_text("utf-8").splitlines(keepends=True)
    record = json.loads(first)
    uncited = record["text"].index(HIDDEN)
    record["text"] = record["text"][:uncited] + "x" + record["text"][uncited + 1 :]
    file.write_text(json.dumps(record, ensure_ascii=False) + "\n" + "".join(rest), "utf-8")
    assert any("are not its words" in line for line in problems(forged, site / "seeds"))
