"""Pages that a project's `mkdocs.yml` does not lead to: its navigation was written before they were invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

# the pages that every briefing has, as the navigation of a new project names them
PAGES = {
    "index.md": "Briefing",
    "facts.md": "Facts",
    "quotes.md": "Quotes",
    "chronology.md": "Chronology",
    "differences.md": "Differences",
    "people.md": "People",
    "organisations.md": "Organisations",
    "places.md": "Places",
    "topics.md": "Others",
    "explore.md": "Explore",
    "method.md": "Method",
    "corrections.md": "Corrections",
    "downloads.md": "Downloads",
}
LAST = "More"


def missing(nav: object, docs: Path, left_out: Callable[[str], bool]) -> dict[str, str]:
    """The pages that are in `docs/` and not in a navigation, with their names; none where a project has no navigation of its own.

    Args:
        nav: `nav` of `mkdocs.yml`.
        docs: the folder of pages.
        left_out: whether an author leaves a page out on purpose (`not_in_nav` of `mkdocs.yml`).
    """
    if not isinstance(nav, list) or not nav:
        return {}
    named = set(_files(nav))
    return {
        file: name for file, name in PAGES.items() if file not in named and (docs / file).is_file() and not left_out(file)
    }


def matching(patterns: str) -> Callable[[str], bool]:
    """Whether a file is among those of `not_in_nav`, one pattern a line."""
    lines = [line.strip().lstrip("/") for line in patterns.splitlines() if line.strip()]
    return lambda file: any(fnmatch(file, pattern) for pattern in lines)


def completed(nav: list[Any], pages: dict[str, str]) -> list[Any]:
    """A navigation with these pages at its end."""
    return [*nav, {LAST: [{name: file} for file, name in pages.items()]}] if pages else nav


def advice(pages: dict[str, str], done: bool) -> str:
    """What to tell the author of a navigation that lacks pages.

    Args:
        pages: those that it lacks.
        done: they were put at its end.
    """
    lines = "; ".join(f"`- {name}: {file}`" for file, name in pages.items())
    became = f"is completed by a tab “{LAST}”" if done else "leads to all pages but some"
    return f"The `nav:` of mkdocs.yml {became}: put {lines} where you want {'it' if len(pages) == 1 else 'them'}, or under `not_in_nav:`."


def _files(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield re.sub(r"^\./", "", nav)
    for part in nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ():
        yield from _files(part)
