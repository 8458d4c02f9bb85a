"""`briefing build`: write the pages."""

from __future__ import annotations

import argparse
import sys
from functools import partial
from pathlib import Path

from generator.building.messages import summarised
from generator.building.run import build
from generator.commands.extract import count, together, where
from generator.settings import read_settings

HELP = "write the pages from seeds/ to docs/"
EXAMPLES = """examples:
  briefing build                 only what changed is extracted again
  briefing build --jobs 1        one process
  briefing build --no-cache      extract everything again
  briefing build --executor dask --scheduler tcp://10.0.0.1:8786  articles are read and extracted by a cluster
  briefing build --since HEAD~1  adds a page of what changed since that git revision, and an Atom feed
  briefing build --since previous  the same since the build before this one
  briefing build --strict        for a publishing job: stop if an article can't be read

Exit status: 0 the pages are written (articles that could not be read are named), 1 they are not, or --strict and one could not be read."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )
    parser.add_argument("--jobs", type=count, metavar="N", help="processes (default: one a core)")
    where(parser)
    parser.add_argument(
        "--since",
        metavar="BUILD",
        help="add a page of what changed since `previous`, a git revision or a folder of an earlier docs/; "
        "`changes_since:` in briefing.yml keeps it at every build",
    )
    parser.add_argument("--strict", action="store_true", help="exit with 1 if an article or correction had to be left out")
    parser.add_argument("--no-cache", action="store_true", help="extract everything again")


def run(arguments: argparse.Namespace) -> int:
    """Build; with --strict 1 if an article or a correction had to be left out."""
    together(arguments)
    extracting = None
    if arguments.executor == "dask":
        from generator.building import cluster

        extracting = partial(cluster.extract, arguments.scheduler)
    project, cached = arguments.project.resolve(), not arguments.no_cache
    outcome = build(project, arguments.jobs, cached, extracting=extracting, since=arguments.since)
    for label, lines in (("note", outcome.notes), ("warning", outcome.warnings), ("error", outcome.problems)):
        for line in summarised(lines):
            print(f"{label}: {line}", file=sys.stderr)
    docs = read_settings(arguments.project.resolve()).docs
    count = f"{outcome.articles} article{'s' if outcome.articles != 1 else ''}"
    count += f" ({outcome.left_out} more left out, see above)" if outcome.left_out else ""
    what = (
        f"{outcome.changed} file{'s' if outcome.changed != 1 else ''} of {docs}/ changed"
        if outcome.fresh
        else "nothing has changed"
    )
    print(f"{count}; {what}.", file=sys.stderr)
    return 1 if outcome.problems and arguments.strict else 0
