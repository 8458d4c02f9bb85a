"""`briefing serve`: look at the site while articles are added and corrected."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.site.engines import ENGINES, chosen
from generator.site.serving import serve

HELP = "show the site on this machine, and make it again when articles or settings change"
EXAMPLES = """examples:
  briefing serve                     http://127.0.0.1:8000
  briefing serve --port 9000
  briefing serve --engine zensical   rendered with Zensical (pip install zensical)"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )
    parser.add_argument("--port", type=int, default=8000, help="where it listens, on this machine alone (default: 8000)")
    parser.add_argument("--engine", choices=ENGINES, help="what renders the pages (default: the one that is installed)")


def run(arguments: argparse.Namespace) -> int:
    """Serve until it is stopped."""
    return serve(arguments.project.resolve(), chosen(arguments.engine), arguments.port)
