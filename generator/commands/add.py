"""`briefing add`: bring articles in, from wherever they are."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from generator.errors import BriefingError
from generator.settings import SETTINGS_FILE, read_settings

HELP = "bring articles in: addresses, feeds, saved pages, archives, mail"
EXAMPLES = """examples:
  briefing add https://harbour.example/news/ferry-closes
  briefing add https://harbour.example/feed.xml --since 2024-01-01 --match ferry --limit 20
  briefing add addresses.txt             a file with an address a line; - reads them from standard input
  briefing add ~/saved-pages/            .html, .mhtml, .pdf, .docx, .eml, .mbox, .epub, .warc, .wacz, and folders
  briefing add library.json              the addresses of a CSL-JSON export (Zotero), with what it states
  briefing add --again https://harbour.example/news/ferry-closes

Each article is kept as it came, beside a .yml that says where it is from; nothing is added twice.
This is the only command that uses the network: it asks each site for one page at a time, keeps to its robots.txt, and sends
no cookies. Then run `briefing serve`."""
SIGNS = {"new": "new", "changed": "changed", "known": "known", "left": "left out", "refused": "refused"}
ORDER = ("new", "changed", "known", "left", "refused")


OPTIONS = {
    "--match": "only articles that hold these words; may be repeated (any of them)",
    "--dry-run": "say what would be added, and write nothing",
    "--again": "fetch known addresses anew; a changed one takes the older's place, which is kept",
    "--allow-private": "also ask addresses of this machine and its network",
    "--ocr": "recognise the text of scanned PDFs by ocrmypdf, where it is installed",
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="an address, a file, a folder, or - for addresses from standard input"
    )
    parser.add_argument("--since", type=_day, metavar="DATE", help="leave out what was published before, such as 2024-01-31")
    parser.add_argument("--match", action="append", default=[], metavar="WORDS", help=OPTIONS["--match"])
    parser.add_argument("--limit", type=_number, metavar="N", help="stop after so many new articles")
    for name in ("--dry-run", "--again", "--allow-private", "--ocr"):
        parser.add_argument(name, action="store_true", help=OPTIONS[name])
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Bring the articles in; 1 if one could not be."""
    from generator.sources.adding import Fetcher, Library, Wishes, bring, found_in

    project = arguments.project.resolve()
    settings = read_settings(project)
    if not (project / SETTINGS_FILE).is_file() and not (project / settings.seeds).is_dir():
        raise BriefingError(
            f"{arguments.project} is no project: make one by `briefing new DIR`, and run this command there."
        )
    wishes = Wishes(
        arguments.since, tuple(arguments.match), arguments.limit, arguments.dry_run, arguments.again, arguments.ocr
    )
    fetcher = Fetcher(forbidden=lambda ip: False) if arguments.allow_private else Fetcher()
    counts: Counter[str] = Counter()
    try:
        for each in bring(found_in(arguments.sources, sys.stdin), Library(project / settings.seeds), fetcher, wishes):
            counts[each.fate] += 1
            between = " " if each.fate == "refused" else ": "
            print(f"{SIGNS[each.fate]:>8}  {each.name}{between}{each.detail}", file=sys.stderr, flush=True)
    except KeyboardInterrupt:
        told = _summary(counts, arguments.dry_run) if counts else "nothing yet."
        print(f"stopped: {told} Run the command again to go on.", file=sys.stderr)
        return 130
    print(_summary(counts, arguments.dry_run), file=sys.stderr)
    return 1 if counts["refused"] else 0


def _summary(counts: Counter[str], dry_run: bool) -> str:
    told = ", ".join(f"{counts[fate]} {SIGNS[fate]}" for fate in ORDER if counts[fate]) or "nothing found"
    return f"{told}{'; nothing was written (--dry-run)' if dry_run else ''}."


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a date such as 2024-01-31") from None


def _number(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of articles (1 or more)")
    return int(text)
