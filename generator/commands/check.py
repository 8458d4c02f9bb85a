"""`briefing check`: prove that every line is what its source says."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands.extract import count
from generator.errors import BriefingError
from generator.settings import read_settings

HELP = "prove every page from the sources, or a finished site from what it says of itself"
EXAMPLES = """examples:
  briefing check                  make docs/ again from the sources and compare every byte
  briefing check --from-scratch   the same, and trust no record of an earlier run
  briefing check --site site      verify a finished site by what it says of itself; a folder or an address
  briefing check --site site --seeds seeds   the same, and against the articles"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )
    parser.add_argument("--from-scratch", action="store_true", help="extract everything again")
    parser.add_argument("--jobs", type=count, metavar="N", help="processes (default: one a core)")
    parser.add_argument(
        "--site",
        metavar="DIR|ADDRESS",
        help="verify a finished site: data and entries by code that shares nothing with what made it, pages by making them again",
    )
    parser.add_argument("--seeds", type=Path, metavar="DIR", help="with --site: the articles, for who has them")
    parser.set_defaults(usage_error=parser.error)
    parser.add_argument("--since", metavar="BUILD", help="what `briefing build --since` was given")


def run(arguments: argparse.Namespace) -> int:
    """Print what does not hold; 1 if anything."""
    if arguments.seeds and not arguments.site:
        arguments.usage_error("--seeds goes with --site")
    if arguments.site:
        return _site(arguments.site, arguments.seeds)
    from generator.site.check import consistency
    from generator.site.proof import prove

    project = arguments.project.resolve()
    settings = read_settings(project)
    if arguments.since:
        settings = settings.model_copy(update={"changes_since": arguments.since})
    proof = prove(project, settings, arguments.from_scratch, arguments.jobs)
    problems = proof.problems or list(consistency(project, settings))
    for note in proof.notes:
        print(f"note: {note}", file=sys.stderr)
    for line in problems:
        print(f"error: {line}", file=sys.stderr)
    if not problems:
        print(f"Every page and file is what the sources give. Digest: {proof.digest}", file=sys.stderr)
    return 1 if problems else 0


# what a comparison with articles proves, and what it does not
WITH_SEEDS = (
    ", its texts are those of the articles, and corrections, titles, publishers and days those that sidecars and front matter state. "
    "Not compared: what the program reads out of the articles (who speaks, which day a word means, which facts it chose; titles and days "
    "that only the articles give): `briefing check` in the project makes that again."
)


def _site(site: str, seeds: Path | None) -> int:
    """Print what does not hold on a finished site; 1 if anything."""
    from generator.site.verified import verified
    from generator.site.verifier.remote import UnreachableError

    if seeds and not seeds.is_dir():
        raise BriefingError(f"{seeds} is no folder: name the folder of articles.")
    try:
        found, notes = verified(site, seeds)
    except UnreachableError as error:
        raise BriefingError(str(error)) from error
    for line in notes:
        print(f"note: {line}", file=sys.stderr)
    for line in found:
        print(f"error: {line}", file=sys.stderr)
    if not found:
        print(f"Everything that can be verified from the site holds{WITH_SEEDS if seeds else '.'}", file=sys.stderr)
    return 1 if found else 0
