"""Compiled templates are kept from build to build; whatever happens to them, pages are the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment

from generator.dossier import assemble
from generator.pages import PageSettings
from generator.pages.compiled import compiled
from generator.pages.render import render
from tests.records import record


def pages() -> dict[str, bytes]:
    return dict(render(assemble([record("a", "Nothing happened.")], "Title", None), PageSettings()))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the user's cache is."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path


def test_a_template_is_compiled_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = pages()
    monkeypatch.setattr(Environment, "_parse", None)
    assert pages() == first


@pytest.mark.parametrize("damaged", [b"", b"?" * 100, slice(None, 60)])
def test_a_damaged_template_is_compiled_again(folder: Path, damaged: bytes | slice) -> None:
    first = pages()
    files = list(folder.rglob("briefing-*.cache"))
    assert len(files) > 5
    for file in files:
        file.write_bytes(file.read_bytes()[damaged] if isinstance(damaged, slice) else damaged)
    assert pages() == first


def test_where_no_folder_is_safe_nothing_is_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "briefing" / "templates").mkdir(parents=True)
    (folder / "briefing" / "templates").chmod(0o777)  # anybody may put code there
    assert compiled() is None
    assert "index.md" in pages()
