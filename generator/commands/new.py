"""`briefing new`: make a project for somebody's own articles."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator import __version__
from generator.errors import BriefingError

HELP = "make a project: settings, an example article, the publishing workflow"
EXAMPLES = """example:
  briefing new my-briefing
  cd my-briefing && briefing serve"""
SCAFFOLD = Path(__file__).parent.parent / "scaffold"
FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "briefing.yml": "briefing.yml",
    "example.txt": "seeds/example.txt",
    "example.yml": "seeds/example.yml",
    "publish.yml": ".github/workflows/publish.yml",
    "requirements.txt": "requirements.txt",
}
VERSION = b"VERSION"  # in the workflow: the program's own
IGNORED = ".briefing/\nsite/\n"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to make")


def run(arguments: argparse.Namespace) -> int:
    """Make the project; an existing folder must be empty."""
    folder: Path = arguments.folder
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise BriefingError(f"{folder} exists and is not empty: name another folder.")
    try:
        for name, target in FILES.items():
            place = folder / target
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes((SCAFFOLD / name).read_bytes().replace(VERSION, __version__.encode()))
        (folder / ".gitignore").write_text(IGNORED, "utf-8")
        (folder / "docs").mkdir()
    except OSError as error:
        raise BriefingError(
            f"{error.filename or folder} can't be written ({error.strerror}): choose another place."
        ) from error
    print(
        f"Made {folder}: there, run `briefing add ADDRESS`, or put articles into seeds/; then `briefing serve`.",
        file=sys.stderr,
    )
    return 0
