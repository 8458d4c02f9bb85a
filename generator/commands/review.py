"""`briefing review`: what an editor should look at, each with the command that settles it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from generator.dossier import Difference, Finding, Happening, Quotation, Statement, Subject, findings
from generator.errors import BriefingError
from generator.pages.escaping import inert
from generator.settings import read_settings

HELP = "list what an editor should look at: names, wordings, days, differences, joins in doubt; each with the command for it"
EXAMPLES = """examples:
  briefing review                     print it
  briefing review --output review.md  write it as a page of your own, outside docs/"""
Item = TypeVar("Item")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--output", type=Path, metavar="FILE", help="write a Markdown page there, outside the site")
    parser.add_argument(
        "--project", type=Path, default=Path(), metavar="DIR", help="the project's folder (default: this one)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print or write the findings."""
    project = arguments.project.resolve()
    docs = (project / read_settings(project).docs).resolve()
    if arguments.output and arguments.output.resolve().is_relative_to(docs):
        raise BriefingError(f"{arguments.output} lies in {docs.name}/, which is published: name a file outside of it.")
    data = docs / "data"
    found = findings(
        _read(data / "people.json", Subject),
        _read(data / "quotes.json", Quotation),
        _read(data / "events.json", Happening),
        _read(data / "facts.json", Statement),
        _read(data / "disagreements.json", Difference),
    )
    if arguments.output:
        try:
            arguments.output.write_text(_page(found, inert), "utf-8")
        except OSError as error:
            raise BriefingError(f"{arguments.output} can't be written: {error.strerror}.") from error
    else:
        sys.stdout.write(_page(found, str))
    return 0


def _read(file: Path, kind: type[Item]) -> list[Item]:
    try:
        return msgspec.json.decode(file.read_bytes(), type=list[kind])  # type: ignore[valid-type]
    except OSError as error:
        raise BriefingError("There are no pages yet: run `briefing build` first.") from error
    except msgspec.DecodeError as error:
        raise BriefingError(f"{file.name} is of another version: run `briefing build` again.") from error


def _page(found: Sequence[Finding], escaped: Callable[[str], str]) -> str:
    """Markdown that reads well as plain text, too.

    Args:
        found: what to list.
        escaped: makes sources' words inert where the page is read by a browser.
    """
    if not found:
        return "Nothing to look at.\n"
    lines = ["# For the editor\n"]
    for kind in dict.fromkeys(each.kind for each in found):
        same = [each for each in found if each.kind == kind]
        lines.append(f"\n## {kind.capitalize()}: {len(same)}\n")
        for each in same:
            lines.append(f"\n{escaped(_printable(each.sentence))}\n")
            lines.extend(f"\n    {_printable(command)}" for command in each.commands)
            lines.append("\n")
    return "".join(lines)


def _printable(text: str) -> str:
    """Without characters that steer a terminal or the direction of writing."""
    return "".join(c if c.isprintable() else " " for c in text)
