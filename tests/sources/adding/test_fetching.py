"""Fetching: polite, bounded, and never from a private network, whatever a server does."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import Iterator
from typing import Any

import pytest

from generator import __version__
from generator.sources.adding.addresses import RefusedError, canonical, is_private, same_page
from generator.sources.adding.fetching import Fetcher, Limits
from tests.sources.adding.server import Handler, served

LIMITS = Limits(size=3_000_000, seconds=1.2, silence=0.5, pause=0.0, longest_pause=3.0, redirects=4)
PLACES = {"secret.test": "10.0.0.7"}  # every other name leads to this machine, which the tests take for a public one


def ask(host: str, port: int, **_: Any) -> list[tuple[Any, ...]]:
    """A resolver without a network."""
    if host == "unknown.test":
        raise OSError
    place = host if host[0].isdigit() else PLACES.get(host, "127.0.0.1")
    return [(2, 1, 6, "", (place, port))]


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[int, type[Handler]]]:
    with served() as found:
        yield found


def fetcher(waits: list[float] | None = None) -> Fetcher:
    waits = [] if waits is None else waits
    return Fetcher(LIMITS, lambda ip: is_private(ip) and str(ip) != "127.0.0.1", ask, waits.append)


def test_a_page_is_fetched_with_our_name_and_without_cookies(server: tuple[int, type[Handler]]) -> None:
    port, handler = server
    page = fetcher().fetch(f"http://good.test:{port}/stories/ferry?b=1#top")
    assert b"Council closes the ferry" in page.data
    assert (page.kind, page.address) == ("text/html", f"http://good.test:{port}/stories/ferry?b=1")
    headers = next(headers for host, path, headers in handler.asked if host.startswith("good.") and path == "/stories/ferry")
    assert f"briefing/{__version__}" in headers["User-Agent"]
    assert "Cookie" not in headers
    assert [path for host, path, _ in handler.asked if host.startswith("good.")] == ["/robots.txt", "/stories/ferry"]


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/slow", "in time"),
        ("/endless", "in time"),
        ("/huge", "larger than 3 MB"),
        ("/bomb", "larger than 3 MB"),
        ("/private", r"secret\.test is a private address \(10\.0\.0\.7\)"),
        ("/metadata", r"169\.254\.169\.254 is a private address"),
        ("/file", "no http or https address"),
        ("/circle", "more than 4 redirects"),
        ("/forbidden", "403"),
        ("/nothing", "404"),
        ("/error", "not to be had"),
        ("/tomorrow", "86400 seconds"),
        ("/hidden", "robots.txt"),
    ],
)
def test_what_a_server_does_badly_is_refused_in_words_and_in_time(
    server: tuple[int, type[Handler]], path: str, says: str
) -> None:
    start = time.monotonic()
    with pytest.raises(RefusedError, match=says):
        fetcher().fetch(f"http://bad.test:{server[0]}{path}")
    assert time.monotonic() - start < 3


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("http://secret.test/", "private address"),
        ("http://unknown.test/", "not known"),
        ("http://127.0.0.2/", "private address"),
        ("ftp://good.test/", "no http or https"),
        ("file:///etc/passwd", "no http or https"),
        ("http://ann:secret@good.test/", "name and password"),
        ("http://closed.test:{port}/stories/ferry", "robots.txt"),
        ("http://broken.test:{port}/stories/ferry", "robots.txt answers with 503"),
    ],
)
def test_what_may_not_be_asked_for_is_not_asked_for(server: tuple[int, type[Handler]], address: str, says: str) -> None:
    before = len(server[1].asked)
    with pytest.raises(RefusedError, match=says):
        fetcher().fetch(address.replace("{port}", str(server[0])))
    assert {path for _, path, _ in server[1].asked[before:]} <= {"/robots.txt"}


def test_a_busy_server_is_asked_again_after_as_long_as_it_says(server: tuple[int, type[Handler]]) -> None:
    waits: list[float] = []
    one = Fetcher(Limits(pause=0.0), lambda ip: False, ask, waits.append)
    assert b"closes the busy" in one.fetch(f"http://busy.test:{server[0]}/busy").data
    assert waits == [2.0]


def test_a_host_is_asked_one_thing_at_a_time_with_a_pause(server: tuple[int, type[Handler]]) -> None:
    waits: list[float] = []
    one = Fetcher(Limits(pause=1.0), lambda ip: False, ask, waits.append)
    one.fetch(f"http://calm.test:{server[0]}/stories/ferry")
    one.fetch(f"http://other.test:{server[0]}/stories/ferry")
    assert len(waits) == 2  # after each host's robots.txt
    assert all(0.5 < wait <= 1.0 for wait in waits)


def test_packed_and_moved_pages_are_read(server: tuple[int, type[Handler]]) -> None:
    assert b"closes the lighthouse" in fetcher().fetch(f"http://good.test:{server[0]}/packed").data
    assert fetcher().fetch(f"http://good.test:{server[0]}/moved").address.endswith("/stories/market")


@pytest.mark.parametrize(
    "ip",
    "127.0.0.1 10.1.2.3 192.168.0.1 172.16.0.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 ::1 fe80::1 fc00::1 ::ffff:10.0.0.1 "
    "2002:7f00:0001:: 64:ff9b::7f00:1 255.255.255.255".split(),
)
def test_private_addresses_are_known_in_every_form(ip: str) -> None:
    assert is_private(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"])
def test_public_addresses_are_not_private(ip: str) -> None:
    assert not is_private(ipaddress.ip_address(ip))


def test_addresses_of_one_page_are_the_same() -> None:
    assert canonical("HTTPS://Harbour.Example:443/a?utm_source=x&id=2#top") == "https://harbour.example/a?id=2"
    assert same_page("http://www.harbour.example/a/") == same_page("https://harbour.example/a?fbclid=1")
    assert same_page("https://harbour.example/a?id=1") != same_page("https://harbour.example/a?id=2")


def test_a_certificate_for_another_host_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from urllib3.connection import HTTPSConnection
    from urllib3.util.ssl_match_hostname import CertificateError

    asked: list[Any] = []

    def connect(self: HTTPSConnection) -> None:
        asked.append((self.host, self.server_hostname, self.assert_hostname, self.cert_reqs))
        raise CertificateError("hostname 'good.test' doesn't match 'other.test'")

    monkeypatch.setattr(HTTPSConnection, "connect", connect)
    with pytest.raises(RefusedError, match="can't be reached"):
        fetcher().fetch("https://good.test/")
    # the connection goes to the address that was judged, and asks for the certificate of the name
    assert asked == [("127.0.0.1", "good.test", "good.test", "CERT_REQUIRED")]
