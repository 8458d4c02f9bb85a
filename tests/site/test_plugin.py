"""The plugin: `mkdocs build` makes what is stale; `mkdocs serve` shows edits, survives mistakes, and does not loop."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.site.navigation import PAGES, _files

WAIT = 40.0  # seconds


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "mkdocs", *arguments], cwd=project, capture_output=True, text=True)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    return folder


def test_a_new_project_builds_strictly_without_an_earlier_briefing_build(project: Path) -> None:
    done = mkdocs(project, "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "Harbourtown" in (project / "site" / "index.html").read_text("utf-8")


def test_no_readable_article_ends_the_build_in_one_sentence(project: Path) -> None:
    (project / "seeds" / "example.txt").write_bytes(b"\x00")
    done = mkdocs(project, "build")
    assert done.returncode == 1
    assert "binary" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_head_of_each_page_says_the_briefing_s_title(project: Path) -> None:
    (project / "briefing.yml").write_text("title: Ferries & <b>docks\nsite_url: https://example.org/ferry\n", "utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    page = (project / "site" / "facts.html").read_text("utf-8")
    assert "<title>Key facts - Ferries &amp; &lt;b&gt;docks</title>" in page
    assert '<meta property="og:site_name" content="Ferries &amp; &lt;b&gt;docks">' in page
    assert '<meta property="og:url" content="https://example.org/ferry/facts.html">' in page
    assert "<b>docks" not in page
    (fact, *_) = (project / "site" / "f").glob("f-*.html")
    assert "https://example.org/ferry/f/" in fact.read_text("utf-8")


def test_a_navigation_of_an_earlier_version_is_completed(project: Path) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert "  - Differences: differences.md\n" in text
    settings.write_text(
        text.replace("  - Differences: differences.md\n", "").replace("      - Method: method.md\n", ""), "utf-8"
    )
    done = mkdocs(project, "build")
    assert (
        "put `- Differences: differences.md`; `- Method: method.md` where you want them, or under `not_in_nav:`"
        in done.stderr
    )
    page = (project / "site" / "index.html").read_text("utf-8")
    assert 'href="differences.html" class="md-tabs__link">' in page
    assert "More" in page
    settings.write_text(
        settings.read_text("utf-8").replace("not_in_nav: |\n", "not_in_nav: |\n  /differences.md\n  /method.md\n"), "utf-8"
    )
    assert "nav:" not in mkdocs(project, "build").stderr


def test_every_page_of_a_new_project_is_in_its_navigation(project: Path) -> None:
    found = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""))
    assert set(PAGES) == set(_files(found["nav"]))


class Server:
    """`mkdocs serve` in a process of its own."""

    def __init__(self, project: Path, log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = log
        with log.open("w") as target:
            command = [sys.executable, "-m", "mkdocs", "serve", "-a", self.address]
            self.process = subprocess.Popen(command, cwd=project, stdout=target, stderr=target)

    def page(self, path: str = "index.html") -> str:
        try:
            with urllib.request.urlopen(f"http://{self.address}/{path}", timeout=10) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, OSError):
            return ""

    def builds(self) -> int:
        return self.log.read_text("utf-8").count("Documentation built")

    def rests(self) -> bool:
        """Whether no build follows within some seconds."""
        before = self.builds()
        time.sleep(4)
        return self.builds() == before


@pytest.fixture
def server(project: Path, tmp_path: Path) -> Iterator[Server]:
    made = Server(project, tmp_path / "log.txt")
    yield made
    made.process.terminate()
    made.process.wait(10)


def until(holds: Callable[[], bool], log: Path) -> None:
    deadline = time.monotonic() + WAIT
    while not holds():
        assert time.monotonic() < deadline, log.read_text("utf-8")
        time.sleep(0.2)


def test_serving_shows_an_edit_survives_a_mistake_and_does_not_loop(project: Path, server: Server) -> None:
    article = project / "seeds" / "example.txt"
    good = article.read_text("utf-8")
    until(lambda: "Harbourtown" in server.page(), server.log)
    assert "assets/explore.js" in server.page("explore.html"), "Explore has its index without another command"
    assert server.page("pagefind/pagefind-entry.json")

    article.write_text(good.replace("Ann Field", "Ann Meadow"), "utf-8")
    until(lambda: "Ann Meadow" in server.page("people.html"), server.log)

    article.write_bytes(b"\x00\x01")
    until(lambda: 'role="alert"' in server.page("people.html"), server.log)
    broken = server.page("people.html")
    assert "example.txt" in broken
    assert "Ann Meadow" in broken, "the last good page is shown"

    article.write_text(good, "utf-8")
    until(lambda: "Ann Field" in (page := server.page("people.html")) and 'role="alert"' not in page, server.log)
    until(server.rests, server.log)  # an edit is built twice: itself, and the pages that it changed; then no more
    assert "Traceback" not in server.log.read_text("utf-8")
