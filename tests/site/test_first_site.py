"""What people do first: a new project, five addresses, one `briefing add`, one `mkdocs serve`; and the site is there.

The five are pages of different systems: a blog, a page of tables from 1999, an agency's, a government's, and a PDF with footnotes.
"""

from __future__ import annotations

import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from generator.cli import main
from generator.sources.adding.fetching import Fetcher
from tests.site.test_plugin import Server, until

PAGES = Path(__file__).parent.parent / "sources" / "pages"
FIVE = {
    "/2023/11/old-quay/": "01-site-name-in-h1.html",
    "/sports/strike.htm": "63-tables-and-font-1999.html",
    "/world/quay": "64-agency-reuters.html",
    "/government/news/moss": "65-gov-uk.html",
    "/papers/moss.pdf": "79-footnotes.pdf",
}


class Publisher(BaseHTTPRequestHandler):
    """A web server with these pages."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        name = FIVE.get(self.path)
        data = (PAGES / name).read_bytes() if name else b""
        self.send_response(200 if name else 404)
        self.send_header("Content-Type", "application/pdf" if self.path.endswith(".pdf") else "text/html")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def publisher() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Publisher)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def wants() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = yaml.safe_load((PAGES / "wants.yml").read_text("utf-8"))
    return found


def test_from_five_addresses_to_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], wants: dict[str, dict[str, str]]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Fetcher, "_pause", lambda self, host: None)
    assert main(["new", "my-briefing"]) == 0
    project = tmp_path / "my-briefing"
    (project / "seeds" / "example.txt").unlink()
    with publisher() as base:
        assert main(["add", "--project", str(project), "--allow-private", *(f"{base}{path}" for path in FIVE)]) == 0
    assert "5 new" in capsys.readouterr().err
    server = Server(project, tmp_path / "log.txt")
    try:
        until(lambda: "Sources" in server.page(), server.log)
        shown = html.unescape(server.page())
        for name in FIVE.values():
            assert wants[name]["title"] in shown, name
        assert "Traceback" not in server.log.read_text("utf-8")
    finally:
        server.process.terminate()
        server.process.wait(10)
