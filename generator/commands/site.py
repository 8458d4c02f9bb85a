"""`briefing site`: everything from the articles to the finished site."""

from __future__ import annotations

import argparse
import sys

from generator.commands import build
from generator.errors import BriefingError
from generator.site.engines import ENGINES, chosen, configured, render

HELP = "make the whole site from seeds/: pages, engine, search index and database"
EXAMPLES = """examples:
  briefing site                    seeds/ -> docs/ -> site/
  briefing site --strict           stop if an article can't be read
  briefing site --engine zensical  render with Zensical (pip install zensical)

Exit status: 0 the site is built (articles that could not be read are named), 1 it is not, or --strict and one could not be read."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    build.configure(parser)
    parser.add_argument("--engine", choices=ENGINES, help="what renders the pages (default: the one that is installed)")


def run(arguments: argparse.Namespace) -> int:
    """Build the pages, render them, and make what belongs to a built site."""
    from generator.site import database
    from generator.site.search_index import index

    engine = chosen(arguments.engine)
    configured(arguments.project.resolve())  # before the work, not behind it
    if status := build.run(arguments):
        return status
    site = render(arguments.project.resolve(), engine, arguments.strict)
    database.write(site)
    if problem := index(site):
        raise BriefingError(problem)
    print(f"The site is in {site.name}/ (by {engine}): open {site.name}/index.html.", file=sys.stderr)
    return 0
