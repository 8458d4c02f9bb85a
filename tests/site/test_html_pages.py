"""What the plugin spares MkDocs changes no byte of a page, and loses no word of the search."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from markdown import Markdown
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from generator.site.html_pages import searchable, whole
from tests.building.test_build import tree


def made(project: Path, target: Path) -> dict[str, bytes]:
    """A project's site, without what is written after the pages."""
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(target))
    build(config)  # type: ignore[no-untyped-call]
    return {name: data for name, data in tree(target).items() if name.endswith((".html", "search_index.json"))}


def test_pages_and_search_are_what_mkdocs_makes_by_itself(
    seed_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "p"
    shutil.copytree(seed_project, project)
    spared = made(project, tmp_path / "spared")
    monkeypatch.setattr("generator.site.plugin.whole", lambda text: False)
    monkeypatch.setattr("generator.site.plugin.render_once", lambda environment, navigation: None)
    monkeypatch.setattr("generator.site.plugin.searchable", lambda content: content)
    plain = made(project, tmp_path / "plain")
    index = "search/search_index.json"
    entries, others = (json.loads(site.pop(index))["docs"] for site in (spared, plain))
    assert spared == plain
    texts = [(entry["location"], " ".join(entry["text"].split())) for entry in entries]
    wanted = [(entry["location"], " ".join(entry["text"].split())) for entry in others]
    assert texts == [(where, words) for where, words in wanted if words or (where, words) in texts]
    assert len(texts) > sum(b'class="moved"' not in page for page in spared.values())


def test_markdown_hands_a_whole_page_on_as_it_is(seed_project: Path) -> None:
    files = sorted((seed_project / "docs").rglob("*.md"))
    assert files
    for file in files:
        text, _ = get_data(file.read_text("utf-8"))
        assert whole(text)
        assert Markdown(extensions=["toc", "tables", "fenced_code", "attr_list"]).convert(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "# A page of a person's own",
        '<div class="briefing mine">\n\n*words*\n\n</div>',
        '<div class="briefing mine"></div> and *words*',
    ],
)
def test_a_page_of_others_is_markdown(text: str) -> None:
    assert not whole(text)


def test_a_search_index_is_made_from_blocks_and_words() -> None:
    page = (
        '<h1 id="a">A <q>name</q></h1><p class="body" id="p1">It <mark id="c1" data-c="c1">rained</mark>.</p>'
        '<p class="refs" data-search-exclude>cited in <a href="b">B</a></p><script type="x">{"@id": 1}</script>'
    )
    assert searchable(page) == '<h1 id="a">A name</h1><p>It rained.</p>'
