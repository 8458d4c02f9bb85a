"""The command `briefing`: a thin door; each subcommand is a module of `generator.commands`."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

from generator import __version__
from generator.errors import BriefingError

COMMANDS = ("new", "add", "serve", "site", "build", "check", "edit", "review", "index", "pdf", "extract", "timeline", "info")
EXAMPLES = """examples:
  briefing new my-briefing        make a project, and go there: cd my-briefing
  briefing add ADDRESS ...        bring articles in: addresses, feeds, saved pages, PDFs, archives, mail
  briefing serve                  look at the site; what you add or correct shows at once
  briefing site                   the finished site, in site/

`briefing COMMAND --help` tells more about each command. Exit status: 0 done, 1 the input is at fault, 2 wrong usage."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status."""
    parser = argparse.ArgumentParser(
        "briefing",
        description="Turn news articles into a briefing site that others can check.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"briefing {__version__}")
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    given = sys.argv[1:] if arguments is None else arguments
    for name in given[:1] if given and given[0] in COMMANDS else COMMANDS:  # one command need not load what the others use
        module = importlib.import_module(f"generator.commands.{name}")
        sub = subparsers.add_parser(
            name,
            help=module.HELP,
            description=f"{module.HELP[0].upper()}{module.HELP[1:]}.",
            epilog=module.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.configure(sub)
        sub.set_defaults(run=module.run)
    parsed = parser.parse_args(arguments)
    try:
        status: int = parsed.run(parsed)
        sys.stdout.flush()
    except BriefingError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:  # `briefing extract … | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("stopped; nothing was changed", file=sys.stderr)
        return 130
    return status
