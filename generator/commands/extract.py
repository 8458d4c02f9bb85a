"""`briefing extract`: print the records of articles as JSON Lines."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.cache import Cache
from generator.errors import BriefingError
from generator.extraction import Extracted, annotated, extract
from generator.project import cache_folder
from generator.records import write
from generator.settings import read_settings
from generator.sources import find, from_bytes

HELP = "print what is found in articles, one JSON record a line"
EXAMPLES = """examples:
  briefing extract seeds/ > records.jsonl
  briefing extract a.txt b.html --output records.jsonl
  cat article.txt | briefing extract -"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="an article, a folder of articles, or - for standard input")
    parser.add_argument("--output", type=Path, metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--jobs", type=count, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--no-cache", action="store_true", help="extract everything again")


def run(arguments: argparse.Namespace) -> int:
    """Print the records; 1 if an article could not be read."""
    project = Path.cwd()
    settings = read_settings(project)
    problems = 0

    def records() -> Iterator[Extracted]:
        if "-" in arguments.paths:
            reading = from_bytes(sys.stdin.buffer.read(), ".txt", "stdin", "standard input")
            yield Extracted(Path("-"), annotated(reading.article, settings.pipeline), warnings=reading.warnings)
        files, notes = find(Path(path) for path in arguments.paths if path != "-")
        for note in notes:
            print(f"note: {note}", file=sys.stderr)
        cache = Cache(None if arguments.no_cache else cache_folder(project), settings.pipeline)
        yield from extract(files, settings.pipeline, arguments.jobs, cache)

    def good() -> Iterator[Extracted]:
        nonlocal problems
        for each in records():
            for warning in each.warnings:
                print(f"warning: {warning}", file=sys.stderr)
            if each.problem:
                print(f"error: {each.problem}", file=sys.stderr)
                problems += 1
            else:
                yield each

    found = (each.record for each in good() if each.record)
    if arguments.output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        write(found, sys.stdout)
        return 1 if problems else 0
    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=arguments.output.parent, delete=False) as partial:
            try:
                write(found, partial)
            except BaseException:
                Path(partial.name).unlink(missing_ok=True)
                raise
        Path(partial.name).replace(arguments.output)
    except OSError as error:
        raise BriefingError(f"{arguments.output} can't be written ({error.strerror}): choose another place.") from error
    return 1 if problems else 0


def count(text: str) -> int:
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes (1 or more)")
    return int(text)
