"""The built site in a real browser, served from this machine."""

from __future__ import annotations

import contextlib
import functools
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.conftest import once

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
).split()
AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ROOT = Path(__file__).parent.parent.parent
SCREENSHOTS = Path(__file__).parent.parent / "screenshots"


PAGES = [
    "index",
    "facts",
    "quotes",
    "chronology",
    "people",
    "organisations",
    "places",
    "topics",
    "explore",
    "method",
    "downloads",
]


def all_pages(site: Path) -> list[str]:
    """Every page of the site but for those that only lead on."""
    pages = (file for file in sorted(site.rglob("*.html")) if file.name != "404.html")
    return [file.relative_to(site).as_posix() for file in pages if b'class="moved"' not in file.read_bytes()]


def kinds_of_page(site: Path) -> list[str]:
    """One page of each kind."""
    below = [next(p for p in all_pages(site) if p.startswith(folder)) for folder in ("sources/", "subjects/")]
    return [f"{name}.html" for name in PAGES] + below


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with an open page, whose policy must let it run."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run(document, {{runOnly: {json.dumps(RULES)}}}).then(r => r.violations)")
    return [f"{v['id']}: {node['html'][:120]}" for v in found for node in v["nodes"]]


def too_wide(page: Page, widths: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The widths of a screen, in pixels, at which the page scrolls sideways, and by how many pixels; each is laid out anew."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        more = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if more > 0:
            yield width, more


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def site(seed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seed's site, built by `mkdocs build --strict`."""

    def make(place: Path) -> None:
        shutil.copytree(seed_project, place / "project")
        built(place / "project")

    return once(tmp_path_factory, "site", make) / "project" / "site"


def built(project: Path, strict: bool = True) -> Path:
    """A project's site; where not strict, also with articles that could not be read."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *(["--strict"] if strict else [])]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    subprocess.run([sys.executable, "-m", "generator", "index"], cwd=project, check=True)
    return project / "site"


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is served."""
    with served(site) as where:
        yield where


@contextlib.contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; the tests fail where there is none."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield made
        made.close()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A reader at a desk."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """An empty page."""
    return context.new_page()
