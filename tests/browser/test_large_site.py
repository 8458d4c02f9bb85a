"""A large site, of whose items only some have a page: the missing page leads on to the others, and stays where nothing is."""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from generator.site import lasting


class Host(http.server.SimpleHTTPRequestHandler):
    """Answers with 404.html as a host of static sites does."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The site's own page."""
        found = Path(self.directory, "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(found)))
        self.end_headers()
        self.wfile.write(found)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The seed's site as if it were too large for a page an item."""
    made = tmp_path_factory.mktemp("large") / "site"
    shutil.copytree(site, made, ignore=lambda folder, names: ["f"] if folder == str(site) else [])
    lasting.write(made, most=0)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Host, directory=str(made)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", made
    server.shutdown()


def test_the_missing_page_leads_on_to_an_item_without_a_page(page: Page, large: tuple[str, Path]) -> None:
    address, made = large
    for kind in "fqe":
        places = (json.loads(file.read_bytes()) for file in sorted((made / "f" / "index").glob("*.json")))
        name, place = next((n, p) for found in places for n, p in found.items() if n.startswith(kind) and n in p)
        page.goto(f"{address}/f/{name}.html")
        page.wait_for_url(f"{address}/{place}")
        expect(page.locator(f"[id='{name}']")).to_be_in_viewport()


def test_nothing_is_said_to_be_where_nothing_is(page: Page, large: tuple[str, Path]) -> None:
    address, _ = large
    page.goto(f"{address}/f/f-0123456789.html")
    expect(page.get_by_role("heading", name="Nothing is at this address")).to_be_visible()
    page.goto(f"{address}/f/d-0123456789.html")
    page.wait_for_url(f"{address}/differences.html")
