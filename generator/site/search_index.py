"""Pagefind's index for the Explore page: made in the built site, from what the pages room says there is to find.

Library pagefind: the reader's browser loads only the parts of the index that a query needs, so a search costs the same among ten
articles and ten thousand. It reads HTML, one page an entry; its Python interface adds entries one by one, a hundred times slower.
"""

from __future__ import annotations

import html
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from generator.pages.explore_page import EXPLORE_FILE

INDEX_FOLDER = "pagefind"  # below the site; the Explore page loads it
EXPLORE_PAGE = "explore.html"
EXPLORE_SCRIPT = '<script type="module" src="assets/explore.js"></script>'
LONGEST = 400  # characters of what a result shows of its words
FILTERS = ("kind", "who", "where", "speaker", "source", "month", "day")


def index(site: Path) -> str | None:
    """Make the index of a built site, and let its Explore page use it.

    Args:
        site: the folder that MkDocs wrote.

    Returns:
        None, or a sentence that says why there is no index; the Explore page then leads to the theme's search.
    """
    entries, page = site / "data" / EXPLORE_FILE, site / EXPLORE_PAGE
    if not entries.is_file() or not page.is_file():
        return f"{entries} or {page} is missing, so the Explore page has no index: build the site first."
    if importlib.util.find_spec("pagefind") is None:
        return "Pagefind is not installed, so the Explore page has no index: pip install 'pagefind[bin]'."
    made = site / f"{INDEX_FOLDER}.new"
    try:
        shutil.rmtree(made, ignore_errors=True)
        with tempfile.TemporaryDirectory() as folder:
            for line in entries.read_text("utf-8").split("\n"):
                if line:
                    _write(Path(folder), json.loads(line))
            command = [sys.executable, "-m", "pagefind", "--site", folder, "--output-path", str(made.resolve()), "--silent"]
            # in a folder of its own: what is run by `-m` would import from the folder where it is run
            done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
        if done.returncode == 0:
            shutil.rmtree(site / INDEX_FOLDER, ignore_errors=True)  # parts of an earlier index would stay among the new ones
            made.replace(site / INDEX_FOLDER)
    except OSError as error:
        shutil.rmtree(made, ignore_errors=True)
        return f"The index of the Explore page can't be written ({error.strerror}): free some space or check the folder's permissions."
    if done.returncode:
        reason = (done.stderr or done.stdout).strip().splitlines()[-1:] or ["no reason given"]
        return f"Pagefind made no index for the Explore page ({reason[0]})."
    text = page.read_text("utf-8")
    if EXPLORE_SCRIPT not in text:
        page.write_text(text.replace("</body>", f"{EXPLORE_SCRIPT}</body>", 1), "utf-8")
    return None


def _write(folder: Path, entry: dict[str, str | list[str]]) -> None:
    """Write an entry as Pagefind reads it.

    "facts.html#f-1" becomes the file "facts/f-1.html": Pagefind gives back a file's path, and would search whatever else it is told
    to keep. (A folder "facts.html" it would try to read, again and again.)
    """
    address, words = str(entry["address"]), str(entry["words"])
    file = folder / f"{address.replace('.html#', '/')}.html"
    file.parent.mkdir(parents=True, exist_ok=True)
    marks = [
        f'<meta data-pagefind-filter="{name}[content]" content="{html.escape(value)}">'
        for name in FILTERS
        for value in entry.get(name, ())
    ]
    title = str(entry.get("title", ""))
    head = f"<h2>{html.escape(title)}</h2>" if title and title not in words else ""  # found by it, too: "1 October 2017"
    shown = f'<meta data-pagefind-meta="title[content]" content="{html.escape(title)}">'
    shown += f'<meta data-pagefind-meta="words[content]" content="{html.escape(words[:LONGEST])}">'
    page = f'<!doctype html><html lang="en"><head>{shown}{"".join(marks)}</head><body>{head}<p>{html.escape(words)}</p></body></html>'
    file.write_text(page, "utf-8")
