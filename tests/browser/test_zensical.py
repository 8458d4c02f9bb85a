"""The site by Zensical in a real browser: nothing is refused by the policy, nothing leaves the machine, and the search finds."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.site import search_index
from generator.site.engines import render
from tests.browser.conftest import served


@pytest.fixture(scope="module")
def zensical(seed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = tmp_path_factory.mktemp("zensical") / "p"
    shutil.copytree(seed_project, project, ignore=shutil.ignore_patterns("site"))
    site = render(project, "zensical")
    assert search_index.index(site) is None
    with served(site) as address:
        yield address


@pytest.mark.parametrize("name", ["index", "facts", "chronology", "explore", "places", "404"])
def test_nothing_is_refused_and_nothing_leaves_the_machine(page: Page, zensical: str, name: str) -> None:
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith((zensical, "data:")) else told.append(request.url))
    page.goto(f"{zensical}/{name}.html")
    page.wait_for_load_state("networkidle")
    assert told == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_search_and_explore_find_what_the_article_says(page: Page, zensical: str) -> None:
    page.goto(f"{zensical}/index.html")
    page.keyboard.press("Control+k")
    page.keyboard.type("Sochi")
    page.get_by_text("Sochi").nth(1).wait_for()
    page.goto(f"{zensical}/explore.html")
    page.get_by_label("Words").fill("Sochi")
    expect(page.locator(".results li").first).to_contain_text("Sochi")
