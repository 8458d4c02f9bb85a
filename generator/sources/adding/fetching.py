"""Fetching one address: politely, bounded in size, time and redirects, and never from a private network.

The host's name is resolved once, each of its addresses is judged, and the connection goes to the very address that was judged
(so that a second DNS answer can't lead elsewhere). No cookies are kept, no scripts run, nothing is sent but the request.
"""

from __future__ import annotations

import contextlib
import email.utils
import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import DecodeError, HTTPError, IncompleteRead
from urllib3.exceptions import TimeoutError as SilentError
from urllib3.response import HTTPResponse

from generator import __version__
from generator.sources.adding import robots
from generator.sources.adding.addresses import IP, PORTS, RefusedError, canonical, is_private, joined, resolved

AGENT = f"briefing/{__version__} (+a reader's own archive of articles; asks for one page at a time)"
HEADERS = {
    "User-Agent": AGENT,
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en",
    "Connection": "close",
}
PIECE = 16_384  # bytes read at once: bounds what a compressed answer can grow to before it is counted
REASONS = {
    401: "asks for a password",
    402: "asks to be paid",
    403: "refuses to be read by programs (403)",
    404: "does not exist (404)",
    410: "does not exist any more (410)",
    429: "asks for fewer requests (429)",
    451: "may not be shown for legal reasons (451)",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a stranger's server, and of this machine, one address may use."""

    size: int = 20_000_000  # bytes, unpacked
    seconds: float = 60.0  # for one address, all its redirects together
    silence: float = 15.0  # without a byte
    redirects: int = 5
    pause: float = 1.0  # between two requests to a host
    longest_pause: float = 30.0  # that a server may ask for
    tries: int = 3


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave."""

    address: str  # after redirects
    data: bytes
    kind: str  # the media type, in small letters
    charset: str | None = None


@dataclass(slots=True)
class Fetcher:
    """Asks for addresses, one at a time, and remembers what each host wishes."""

    limits: Limits = field(default_factory=Limits)
    forbidden: Callable[[IP], bool] = is_private
    ask: Callable[..., object] | None = None  # the resolver
    wait: Callable[[float], None] = time.sleep
    _robots: dict[str, robots.Rules | str] = field(default_factory=dict)
    _last: dict[str, float] = field(default_factory=dict)
    _delays: dict[str, float] = field(default_factory=dict)  # that a host's robots.txt asks for

    def fetch(self, address: str) -> Page:
        """What an address gives.

        Raises:
            RefusedError: it can't be had, or may not be asked for.
        """
        if urlsplit(address).scheme.lower() not in PORTS:
            raise RefusedError("is no http or https address")
        end = time.monotonic() + self.limits.seconds
        for attempt in range(self.limits.tries):
            page, again = self._followed(address, end)
            if page:
                return page
            if attempt + 1 == self.limits.tries or time.monotonic() + again > end:
                break
            self.wait(again)
        raise RefusedError("is not to be had at the moment; run the command again later")

    def _followed(self, address: str, end: float) -> tuple[Page | None, float]:
        """The page behind an address's redirects; or None, and the seconds after which to ask again."""
        for _ in range(self.limits.redirects + 1):
            self._permitted(address, end)
            status, headers, data = self._request(address, end)
            if status in (301, 302, 303, 307, 308) and headers.get("location"):
                address = joined(address, headers["location"])
                if urlsplit(address).scheme.lower() not in PORTS:
                    raise RefusedError("leads to something that is no http or https address")
                continue
            if status in (429, 500, 502, 503, 504):
                return None, self._asked_pause(status, headers)
            if status != 200:
                raise RefusedError(REASONS.get(status, f"answers with {status}"))
            kind, _, rest = headers.get("content-type", "").partition(";")
            charset = rest.partition("charset=")[2].split(";")[0].strip(" \"'") or None
            return Page(canonical(address), data, kind.strip().lower(), charset), 0.0
        raise RefusedError(f"leads on and on (more than {self.limits.redirects} redirects)")

    def _asked_pause(self, status: int, headers: Mapping[str, str]) -> float:
        """The seconds that a server asks to wait.

        Raises:
            RefusedError: it asks for more than we wait.
        """
        said = headers.get("retry-after", "").strip()
        seconds = self.limits.pause
        if said.isdecimal():
            seconds = float(said[:9])
        elif said:
            with contextlib.suppress(ValueError, TypeError):
                seconds = max(0.0, email.utils.parsedate_to_datetime(said).timestamp() - time.time())
        if seconds > self.limits.longest_pause:
            raise RefusedError(
                f"{REASONS.get(status, f'answers with {status}')} and to wait {seconds:.0f} seconds: run again then"
            )
        return seconds

    def _permitted(self, address: str, end: float) -> None:
        """Ask a host's robots.txt, once.

        Raises:
            RefusedError: it forbids the address.
        """
        parts = urlsplit(address)
        origin = f"{parts.scheme.lower()}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._rules(origin, end)
        rules = self._robots[origin]
        if isinstance(rules, str):
            raise RefusedError(rules)
        if not rules.allow(address):
            raise RefusedError("is closed to programs by its site's robots.txt")
        self._delays[parts.hostname or ""] = min(rules.delay, self.limits.longest_pause)

    def _rules(self, origin: str, end: float) -> robots.Rules | str:
        address = f"{origin}/robots.txt"
        for _ in range(self.limits.redirects + 1):
            status, headers, data = self._request(address, end)
            if status in (301, 302, 307, 308) and headers.get("location"):
                address = joined(address, headers["location"])
                continue
            if status >= 500 or status == 429:
                return f"can't be asked for: its site's robots.txt answers with {status}"
            return robots.rules(data.decode("utf-8", "replace") if status == 200 else "")
        return "can't be asked for: its site's robots.txt leads on and on"

    def _request(self, address: str, end: float) -> tuple[int, dict[str, str], bytes]:
        """One request: status, headers in small letters, and the body, unpacked."""
        parts = urlsplit(address)
        host = parts.hostname or ""
        if not host or parts.username is not None or parts.password is not None:
            raise RefusedError("is no address of a page" if not host else "holds a name and password")
        try:
            port = parts.port or PORTS[parts.scheme.lower()]
            places = resolved(host, port, self.forbidden, self.ask)  # type: ignore[arg-type]
        except (ValueError, KeyError) as error:
            raise RefusedError("is no http or https address") from error
        self._pause(host)
        connection = self._connected(parts.scheme.lower(), host, port, places, end)
        watch = threading.Timer(max(0.1, end - time.monotonic()), _cut, (connection,))
        watch.daemon = True
        watch.start()
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            named = f"[{host}]" if ":" in host else host
            headers = {"Host": named if port == PORTS[parts.scheme.lower()] else f"{named}:{port}", **HEADERS}
            connection.request("GET", _ascii(target), headers=headers, preload_content=False)
            response = connection.getresponse()
            found = {key.lower(): value for key, value in response.headers.items()}
            data = self._body(response, end) if response.status == 200 else b""
            return response.status, found, data
        except (TimeoutError, ssl.SSLError, HTTPError, OSError, ValueError) as error:
            late = time.monotonic() >= end or isinstance(error, TimeoutError | SilentError)
            raise RefusedError("does not answer in time" if late else f"can't be read ({_plain(error)})") from error
        finally:
            watch.cancel()
            connection.close()
            self._last[host] = time.monotonic()

    def _connected(self, scheme: str, host: str, port: int, places: list[str], end: float) -> HTTPConnection:
        """A connection to the first of a host's addresses that answers."""
        reason: Exception | None = None
        for place in places:
            left = max(0.1, min(self.limits.silence, end - time.monotonic()))
            connection: HTTPConnection
            if scheme == "https":
                connection = HTTPSConnection(
                    place, port, timeout=left, server_hostname=host, assert_hostname=host, cert_reqs="CERT_REQUIRED"
                )
                connection.ca_certs = certifi.where()
            else:
                connection = HTTPConnection(place, port, timeout=left)
            try:
                connection.connect()
                return connection
            except (OSError, HTTPError, ValueError) as error:  # a certificate for another host is a ValueError
                connection.close()
                reason = error
        raise RefusedError(f"can't be reached ({_plain(reason)})") from reason

    def _body(self, response: HTTPResponse, end: float) -> bytes:
        """A body, unpacked, as far as the limits allow."""
        data = bytearray()
        while piece := response.read1(PIECE, decode_content=True):
            data += piece
            if len(data) > self.limits.size:
                raise RefusedError(f"is larger than {self.limits.size // 1_000_000} MB")
            if time.monotonic() > end:
                raise TimeoutError
        return bytes(data)

    def _pause(self, host: str) -> None:
        pause = max(self.limits.pause, self._delays.get(host, 0.0))
        rest = self._last.get(host, -1e9) + pause - time.monotonic()
        if rest > 0:
            self.wait(rest)


def _cut(connection: HTTPConnection) -> None:
    """End a connection whose time is up, wherever it waits."""
    if connection.sock is not None:
        with contextlib.suppress(OSError):
            connection.sock.shutdown(socket.SHUT_RDWR)


def _ascii(target: str) -> str:
    """A path as it may stand in a request: letters beyond ASCII and blanks in percents, line breaks among them."""
    return quote(target, safe="/?&=%:@!$'()*+,;~-._[]|")


def _plain(error: Exception | None) -> str:
    """The gist of an error, without the objects that libraries print."""
    inner = getattr(error, "reason", None) or error
    if isinstance(error, IncompleteRead) or "IncompleteRead" in str(error):
        return "its server broke off"
    if isinstance(error, DecodeError):
        return "its server sends damaged data"
    text = getattr(inner, "strerror", None) or str(inner).rpartition(": ")[2] or type(inner).__name__
    return re.sub(r"^\[Errno \d+\] ", "", str(text)).strip("()'\" ")[:100]
