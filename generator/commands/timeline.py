"""`briefing timeline`: the dated events of one person, organisation or thing."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from generator.building.cache import Cache
from generator.building.extraction import extract
from generator.building.project import cache_folder
from generator.dossier import timeline
from generator.errors import BriefingError
from generator.settings import read_settings
from generator.sources import READERS, find

HELP = "print the timeline of a person, organisation or thing"
EXAMPLES = """examples:
  briefing timeline "Vladimir Putin" seeds/
  briefing timeline "Boeing 777" articles/ --json"""


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("name", metavar="NAME", help="whose timeline")
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="an article or a folder of articles")
    parser.add_argument("--json", action="store_true", help="one JSON object instead of a table")


def run(arguments: argparse.Namespace) -> int:
    """Print the timeline; 1 if an article could not be read."""
    settings = read_settings(Path.cwd())
    files, _ = find(arguments.paths)
    records, problems = [], 0
    for each in extract(files, settings.pipeline, None, Cache(cache_folder(Path.cwd()), settings.pipeline)):
        if each.problem:
            print(f"error: {each.problem}", file=sys.stderr)
            problems += 1
        elif each.record:
            records.append(each.record)
    if not records:
        raise BriefingError(f"No article could be read: give a folder with files that end in {', '.join(READERS)}.")
    entries = timeline(arguments.name, records)
    if arguments.json:
        print(json.dumps({arguments.name: [asdict(entry) for entry in entries]}, ensure_ascii=False))
    elif not entries:
        print(f"No dated event of {arguments.name!r} was found.", file=sys.stderr)
    else:  # a sentence that tells of two events is one line
        firsts = ((entry.value, entry.mentions[0]) for entry in entries)
        for line in dict.fromkeys(f"{day:<12} {' '.join(told.sentence.split())}  [{told.doc}]" for day, told in firsts):
            print(line)
    return 1 if problems else 0
