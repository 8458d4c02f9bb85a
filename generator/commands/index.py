"""`briefing index`: what is made from a whole built site: the Explore page's index, and the database."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.errors import BriefingError

HELP = "make the built site's search index (for the Explore page) and its SQLite database"
EXAMPLES = """example:
  mkdocs build && briefing index"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site (default: site)")


def run(arguments: argparse.Namespace) -> int:
    """Write the database of the built site and index it with Pagefind."""
    from generator.site import database
    from generator.site.search_index import EXPLORE_PAGE, INDEX_FOLDER, index

    page = arguments.site / EXPLORE_PAGE
    if not page.is_file():
        raise BriefingError(f"{page} does not exist: run `mkdocs build` first.")
    made = [f"{arguments.site}/data/{database.DATABASE_FILE}"] if database.write(arguments.site) else []
    if problem := index(arguments.site):
        raise BriefingError(problem)
    print(f"Written: {' and '.join([*made, f'{arguments.site}/{INDEX_FOLDER}/'])}.", file=sys.stderr)
    return 0
