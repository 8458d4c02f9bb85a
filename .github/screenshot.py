"""Takes the README's picture of a built site: `make screenshot`."""

from __future__ import annotations

import functools
import os
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import sync_playwright

SIZE = {"width": 1280, "height": 1250}
# the picture ends under the last list item that is whole
LAST_WHOLE = """height => Math.max(...[...document.querySelectorAll("article li, .md-content li")]
  .map(item => item.getBoundingClientRect().bottom).filter(bottom => bottom < height), height / 2)"""


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


def main(site: str, picture: str) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"]
        )
        page = browser.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html")
        page.wait_for_load_state("networkidle")
        lowest = page.evaluate(LAST_WHOLE, SIZE["height"])
        page.screenshot(path=picture, clip={"x": 0, "y": 0, "width": SIZE["width"], "height": lowest})
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
