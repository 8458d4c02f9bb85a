"""`briefing check`: prove that every line is what its source says."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.settings import read_settings
from generator.site.check import problems

HELP = "prove every span, hash and link of the built pages"
EXAMPLES = """example:
  briefing check"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what does not hold; 1 if anything."""
    project = arguments.project.resolve()
    count = 0
    for line in problems(project, read_settings(project)):
        print(f"error: {line}", file=sys.stderr)
        count += 1
    if not count:
        print("Every span, hash and link holds.", file=sys.stderr)
    return 1 if count else 0
