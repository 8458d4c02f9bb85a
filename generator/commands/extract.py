"""`briefing extract`: print the records of articles as JSON Lines."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.building.cache import Cache
from generator.building.extraction import Extracted, annotated, extract
from generator.building.project import cache_folder
from generator.errors import BriefingError
from generator.records import Record, write
from generator.settings import Settings, read_settings
from generator.sources import find, from_bytes

HELP = "print what is found in articles, one JSON record a line"
EXAMPLES = """examples:
  briefing extract seeds/ > records.jsonl
  briefing extract a.txt b.html --output records.jsonl
  cat article.txt | briefing extract -
  briefing extract s3://bucket/articles/ --output s3://bucket/records.jsonl --executor dask --scheduler tcp://10.0.0.1:8786"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="an article, a folder of articles, or - for standard input")
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--jobs", type=count, metavar="N", help="processes (default: one a core)")
    parser.add_argument("--no-cache", action="store_true", help="extract everything again")
    where(parser)


def where(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say on which machines articles are extracted."""
    parser.add_argument(
        "--executor", choices=("local", "dask"), default="local", help="where the work is done (default: local)"
    )
    parser.add_argument("--scheduler", metavar="ADDRESS", help="the dask cluster's scheduler, such as tcp://10.0.0.1:8786")
    parser.set_defaults(usage_error=parser.error)


def together(arguments: argparse.Namespace) -> None:
    """Stop with a word on usage where one of the two is given without the other."""
    if (arguments.executor == "dask") != bool(arguments.scheduler):
        arguments.usage_error("--executor dask and --scheduler ADDRESS go together")


def run(arguments: argparse.Namespace) -> int:
    """Print the records; 1 if an article could not be read."""
    together(arguments)
    addresses = [text for text in (*arguments.paths, arguments.output or "") if "://" in text]
    if addresses and arguments.executor != "dask":
        arguments.usage_error(f"{addresses[0]} needs --executor dask")
    settings = read_settings(Path.cwd())
    problems = 0

    def good() -> Iterator[Record]:
        nonlocal problems
        for each in _extracted(arguments, settings):
            for warning in each.warnings:
                print(f"warning: {warning}", file=sys.stderr)
            if each.record is None:
                print(f"error: {each.problem}", file=sys.stderr)
                problems += 1
            else:
                yield each.record

    _write(good(), arguments.output)
    return 1 if problems else 0


def _extracted(arguments: argparse.Namespace, settings: Settings) -> Iterator[Extracted]:
    if "-" in arguments.paths:
        reading = from_bytes(sys.stdin.buffer.read(), ".txt", "stdin", "standard input")
        yield Extracted(Path("-"), annotated(reading.article, settings.pipeline), warnings=reading.warnings)
    cache = Cache(None if arguments.no_cache else cache_folder(Path.cwd()), settings.pipeline)
    files: list[Path | str] = []
    for path in dict.fromkeys(arguments.paths):
        if path == "-":
            continue
        found, notes = _listed(path)
        files += found
        for note in notes:
            print(f"note: {note}", file=sys.stderr)
    if arguments.executor == "dask":
        from generator.building import cluster

        yield from cluster.extract(arguments.scheduler, dict.fromkeys(files), settings.pipeline, arguments.jobs, cache)
    else:
        yield from extract(map(Path, dict.fromkeys(files)), settings.pipeline, arguments.jobs, cache)


def _listed(path: str) -> tuple[list[Path] | list[str], list[str]]:
    if "://" not in path:
        return find([Path(path)])
    from generator.building import cluster

    return cluster.listed(path)


def _write(records: Iterable[Record], output: str | None) -> None:
    """Write the records; a file changes only when all of them are there."""
    if output is None:
        sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
        write(records, sys.stdout)
        return
    if "://" in output:
        from generator.building import cluster

        cluster.put(output, records)
        return
    partial = Path(f"{output}.{os.getpid()}")
    try:
        with partial.open("w", encoding="utf-8") as target:
            write(records, target)
        partial.replace(output)
    except OSError as error:
        raise BriefingError(f"{output} can't be written ({error.strerror}): choose another place.") from error
    finally:
        partial.unlink(missing_ok=True)


def count(text: str) -> int:
    """A number of processes from the command line."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes (1 or more)")
    return int(text)
