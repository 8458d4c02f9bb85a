"""Saved web pages of every kind that real ones have (`pages/`): each names its traits and what must come out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.sources import Reading, from_bytes

PAGES = Path(__file__).parent / "pages"
WANTS: dict[str, dict[str, Any]] = yaml.safe_load((PAGES / "wants.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {name: from_bytes((PAGES / name).read_bytes(), Path(name).suffix, Path(name).stem, name) for name in WANTS}


@pytest.mark.parametrize("name", WANTS)
def test_a_saved_page_says_what_it_says(name: str, readings: dict[str, Reading]) -> None:
    want, found = WANTS[name], readings[name].article.metadata
    for key in ("title", "published", "published_from", "author", "publisher", "url", "retrieved"):
        if key in want:
            value = getattr(found, key)
            assert (value.isoformat() if hasattr(value, "isoformat") else value) == want[key], key
    if "published" in want and want["published"] is None:
        assert found.published_from is None
        assert any("no date of publication" in warning for warning in readings[name].warnings)


@pytest.mark.parametrize("name", WANTS)
def test_a_saved_page_is_its_story_and_nothing_else(name: str, readings: dict[str, Reading]) -> None:
    want, article = WANTS[name], readings[name].article
    body = [article.text[p.start : p.end] for p in article.paragraphs if p.kind == "body"]
    if "body" in want:
        assert len(body) in (want["body"] if isinstance(want["body"], list) else [want["body"]]), body
    if "warns" in want:
        assert any(want["warns"] in warning for warning in readings[name].warnings)
    for words in want.get("absent", ()):
        assert words not in "\n".join(body)
    for words in want.get("present", ()):
        assert any(words in paragraph for paragraph in body), words
    for words in want.get("paragraphs", ()):
        assert words in body


def test_every_page_is_wanted() -> None:
    assert {path.name for path in PAGES.iterdir() if path.suffix in (".html", ".pdf")} == set(WANTS)
