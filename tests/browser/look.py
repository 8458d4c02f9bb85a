"""Pictures of every kind of page at a desk, in the dark, on a phone and on paper, to be looked at: `make look`, into tests/screenshots/."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, SCREENSHOTS, kinds_of_page, served

LOOKS = (
    ("desktop", "light", "screen", 1280),
    ("dark", "dark", "screen", 1280),
    ("phone", "light", "screen", 390),
    ("print", "light", "print", 1280),
)


def pictures(browser: Browser, address: str, site: Path) -> None:
    """One picture of each kind of page in each of the looks."""
    for name, scheme, media, width in LOOKS:
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)  # type: ignore[arg-type]
        page = context.new_page()
        page.emulate_media(media=media)  # type: ignore[arg-type]
        for kind in kinds_of_page(site):
            page.goto(f"{address}/{kind}")
            page.screenshot(path=SCREENSHOTS / f"{kind.split('/')[0].removesuffix('.html')}-{name}.png", full_page=True)
        context.close()


def main(site: str) -> None:
    """Take them of a built site."""
    SCREENSHOTS.mkdir(exist_ok=True)
    with served(Path(site)) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=list(FLAGS)
        )
        pictures(browser, address, Path(site))
        browser.close()
    print(f"pictures are in {SCREENSHOTS}")


if __name__ == "__main__":
    main(*sys.argv[1:])
