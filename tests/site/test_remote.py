"""A finished site at an address: who asks, and what is said when nobody answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest

from generator.cli import main
from generator.site.verifier.remote import AGENT, UnreachableError, fetched


class Handler(BaseHTTPRequestHandler):
    agents: ClassVar[list[str]] = []
    busy = 1

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        self.agents.append(self.headers["User-Agent"])
        status = {"/whole": 200, "/missing": 404, "/closed": 403}.get(self.path, 200)
        if self.path == "/busy" and self.busy:
            type(self).busy, status = 0, 503
        self.send_response(status)
        self.send_header("Retry-After", "7")
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"words")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_file_is_asked_for_by_name_and_one_that_is_missing_is_none(address: str) -> None:
    assert fetched(f"{address}/whole") == b"words"
    assert fetched(f"{address}/missing") is None
    assert set(Handler.agents) == {AGENT}


def test_a_busy_server_is_asked_again_after_as_long_as_it_says(address: str) -> None:
    waits: list[float] = []
    assert fetched(f"{address}/busy", waits.append) == b"words"
    assert waits == [7.0]


@pytest.mark.parametrize("place", ["{address}/closed", "http://127.0.0.1:1/whole", "http://nobody.invalid/"])
def test_a_site_that_can_not_be_read_is_not_said_to_lack_files(address: str, place: str) -> None:
    with pytest.raises(UnreachableError, match=r"can't be verified: its server (answers with 403|can't be reached)"):
        fetched(place.format(address=address))


def test_the_command_says_it_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", "http://127.0.0.1:1"]) == 1
    said = capsys.readouterr().err
    assert "can't be reached" in said
    assert said.count("\n") == 1
