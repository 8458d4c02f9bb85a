"""`briefing index`: what the Explore page searches."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.errors import BriefingError

HELP = "make the index of the built site's Explore page"
EXAMPLES = """example:
  mkdocs build && briefing index"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--site", type=Path, default=Path("site"), metavar="DIR", help="the built site (default: site)")


def run(arguments: argparse.Namespace) -> int:
    """Index the built site with Pagefind."""
    from generator.explore import PAGE, index

    page = arguments.site / PAGE
    if not page.is_file():
        raise BriefingError(f"{page} does not exist: run `mkdocs build` first.")
    problem = index(arguments.site)
    if problem:
        raise BriefingError(problem)
    print(f"Written to {arguments.site}/pagefind.", file=sys.stderr)
    return 0
