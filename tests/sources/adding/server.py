"""A web server on this machine that behaves well or badly, as its paths say."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

STORY = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta property="article:published_time" content="{day}T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>{title}</h1><p class="byline">By Ann Field</p>
<p>The council of Harbourtown agreed on Monday to close the old {thing}, which has served the town for sixty years and more.</p>
<p>“We could not wait any longer,” said Ellen Marsh, who leads the council. {more}</p>
<p>The owners said that they would appeal to the ministry, and that a hundred people would lose their work in the spring.</p>
</article><footer>Terms of use</footer></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title><link>{base}/</link>
<item><title>Old news</title><link>{base}/stories/mill</link><pubDate>Mon, 03 Jan 2022 08:00:00 GMT</pubDate></item>
<item><title>Ferry</title><link>{base}/stories/ferry?utm_source=feed</link><pubDate>Thu, 09 Nov 2023 08:00:00 GMT</pubDate></item>
</channel></rss>"""


BOMB = gzip.compress(b"a" * 40_000_000, 1)


def story(thing: str, day: str = "2023-11-09", more: str = "She gave no date.") -> bytes:
    """A page of a newspaper."""
    return STORY.format(title=f"Council closes the {thing}", thing=thing, day=day, more=more).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers by path; each request is noted."""

    protocol_version = "HTTP/1.1"
    asked: list[tuple[str, str, dict[str, str]]]
    counts: dict[str, int]

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer."""
        path = self.path.partition("?")[0]
        self.asked.append((self.headers["Host"], path, dict(self.headers)))
        self.counts[path] = self.counts.get(path, 0) + 1
        try:
            if path.startswith("/stories/"):
                thing = path.rpartition("/")[2]
                self.answer(story(thing, "2022-01-03" if thing == "mill" else "2023-11-09"))
            else:
                getattr(self, f"get_{path.strip('/').replace('.', '_').replace('/', '_') or 'home'}", self.missing)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, data: bytes, status: int = 200, kind: str = "text/html", **headers: str) -> None:
        """Send a whole answer."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def base(self) -> str:
        return f"http://{self.headers['Host']}"

    def missing(self) -> None:
        self.answer(b"not here", 404)

    def get_robots_txt(self) -> None:
        host = self.headers["Host"]
        if host.startswith("closed."):
            self.answer(b"User-agent: *\nDisallow: /\n", kind="text/plain")
        elif host.startswith("broken."):
            self.answer(b"", 503)
        else:
            self.answer(b"User-agent: *\nDisallow: /hidden\n", kind="text/plain")

    def get_feed_xml(self) -> None:
        self.answer(FEED.format(base=self.base()).encode(), kind="application/rss+xml")

    def get_home(self) -> None:
        self.answer(
            b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body></body></html>'
        )

    def get_hidden(self) -> None:
        self.answer(story("hidden"))

    def get_live(self) -> None:
        number = self.counts["/live"]
        self.answer(story("pier", more=f"It was the vote of her life. There were {40 + number} people in the hall."))

    def get_slow(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.flush()
        time.sleep(4)

    def get_endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.close_connection = True
        for _ in range(200):
            self.wfile.write(b"<p>and on</p>")
            self.wfile.flush()
            time.sleep(0.05)

    def get_huge(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.close_connection = True
        for _ in range(400):
            self.wfile.write(b"x" * 100_000)

    def get_bomb(self) -> None:
        self.answer(BOMB, Content_Encoding="gzip")

    def get_packed(self) -> None:
        self.answer(gzip.compress(story("lighthouse")), Content_Encoding="gzip")

    def get_private(self) -> None:
        self.answer(b"", 302, Location="http://secret.test/stories/secret")

    def get_metadata(self) -> None:
        self.answer(b"", 302, Location="http://169.254.169.254/latest")

    def get_file(self) -> None:
        self.answer(b"", 302, Location="file:///etc/passwd")

    def get_circle(self) -> None:
        self.answer(b"", 301, Location="/circle")

    def get_moved(self) -> None:
        self.answer(b"", 301, Location="/stories/market")

    def get_wrong(self) -> None:
        self.answer(story("café").decode().encode("windows-1252"), kind="text/html; charset=utf-8")

    def get_forbidden(self) -> None:
        self.answer(b"", 403)

    def get_error(self) -> None:
        self.answer(b"", 500)

    def get_busy(self) -> None:
        if self.counts["/busy"] == 1:
            self.answer(b"", 429, Retry_After="2")
        else:
            self.answer(story("busy"))

    def get_tomorrow(self) -> None:
        self.answer(b"", 429, Retry_After="86400")

    def get_picture(self) -> None:
        self.answer(b"\x89PNG\r\n\x1a\n", kind="image/png")


@contextmanager
def served() -> Iterator[tuple[int, type[Handler]]]:
    """The server's port, and what it was asked."""
    handler = type("Noting", (Handler,), {"asked": [], "counts": {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield server.server_port, handler
    finally:
        server.shutdown()
        server.server_close()
