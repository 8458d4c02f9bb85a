"""`briefing pdf`: the briefing on paper, through the browser that is there."""

from __future__ import annotations

import argparse
import contextlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.building.project import STATE_FOLDER
from generator.building.publishing import locked
from generator.errors import BriefingError

HELP = "print the built site's briefing to a PDF with bookmarks"
EXAMPLES = """example:
  mkdocs build && briefing pdf --output briefing.pdf"""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update "
    "--disable-sync --no-pdf-header-footer --generate-pdf-document-outline --export-tagged-pdf"
).split()
LIMIT = 120  # seconds


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site (default: site)")
    parser.add_argument("--output", type=Path, default=Path("briefing.pdf"), metavar="FILE", help="default: briefing.pdf")


def run(arguments: argparse.Namespace) -> int:
    """Print the briefing with all its facts, events and quotations."""
    from generator.site.pdf import document, parts

    page = arguments.site / "index.html"
    if not page.is_file():
        raise BriefingError(f"{page} does not exist: run `mkdocs build` first.")
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        raise BriefingError("No browser was found: install Chromium (on Debian: apt-get install chromium).")
    with _workshop(arguments.site) as profile:
        try:
            made = _printed(browser, Path(profile), document(arguments.site))
            if sheets := parts(made):  # the contents name the sheets that the first printing told
                made = _printed(browser, Path(profile), document(arguments.site, sheets))
            arguments.output.write_bytes(made)
        except (subprocess.SubprocessError, OSError) as error:
            raise BriefingError(
                f"{browser} could not print the page ({type(error).__name__}): try again, or print from the browser."
            ) from error
    print(f"Written to {arguments.output}.", file=sys.stderr)
    return 0


def _printed(browser: str, folder: Path, page: str) -> bytes:
    """A page on paper."""
    target, paper = folder / "briefing.pdf", folder / "briefing.html"
    paper.write_text(page, "utf-8")
    command = [browser, *FLAGS, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", paper.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)
    return target.read_bytes()


@contextlib.contextmanager
def _workshop(site: Path) -> Iterator[str]:
    """A folder for what is not finished: in the project's own, where the next run clears away what a killed one left."""
    own = site.resolve().parent / STATE_FOLDER
    if not own.is_dir():
        with tempfile.TemporaryDirectory() as folder:
            yield folder
        return
    with locked(own):
        folder = str(own / "pdf")
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir()
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
