"""Run the independent verifier with what it can't know of itself: which scripts, styles and phrases are the program's and the theme's."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterable
from pathlib import Path

from lxml import html

from generator.errors import BriefingError
from generator.site.head import theme_scripts
from generator.site.own_words import phrases
from generator.site.verifier import Site, Verifier

ASSETS = Path(__file__).parent.parent / "theme" / "assets"


def problems(site: Path | str, seeds: Path | None = None) -> list[str]:
    """A sentence for each thing on a finished site that does not hold.

    Args:
        site: its folder or address.
        seeds: the folder of articles, for who has them.

    Raises:
        BriefingError: there is no site.
    """
    place = Site(str(site))
    if place.read("data/records.jsonl") is None:
        raise BriefingError(
            f"{site} holds no site of a briefing (no data/records.jsonl): run `mkdocs build` first, or name another place."
        )
    theme = _theme()
    verifier = Verifier(place, phrases(), _scripts(place, theme), set(_digests([ASSETS, *theme])))
    return [*verifier.problems(), *(verifier.articles(seeds) if seeds else ())]


def _theme() -> list[Path]:
    """The folder of the theme as it is installed here."""
    found = importlib.util.find_spec("material")
    return [Path(place) for place in (found.submodule_search_locations or ())] if found else []


def _digests(folders: Iterable[Path]) -> Iterable[str]:
    for folder in folders:
        for file in folder.rglob("*.*"):
            if file.suffix in {".js", ".css"}:
                yield hashlib.sha256(file.read_bytes()).hexdigest()


def _scripts(site: Site, theme: Iterable[Path]) -> set[str]:
    """Those inline scripts of a site that the theme's own templates hold, by SHA-256."""
    patterns = theme_scripts(map(str, theme))
    found = set()
    for name in site.pages():
        for script in html.fromstring(site.read(name) or b"<p>").xpath("//script[not(@src)]/text()"):
            if any(pattern.fullmatch(script) for pattern in patterns):
                found.add(hashlib.sha256(script.encode()).hexdigest())
    return found or {""}
