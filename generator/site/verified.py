"""Run the independent verifier with what it can't know of itself: which scripts, styles and phrases are the program's and the theme's."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from generator.errors import BriefingError
from generator.site import again, seeded
from generator.site.head import INLINE_SCRIPT
from generator.site.surroundings import patterns, theme_folders
from generator.site.verifier import Site, Verifier

ASSETS = Path(__file__).parent.parent / "theme" / "assets"


def problems(site: Path | str, seeds: Path | None = None) -> list[str]:
    """A sentence for each thing on a finished site that does not hold."""
    return verified(site, seeds)[0]


def verified(site: Path | str, seeds: Path | None = None) -> tuple[list[str], list[str]]:
    """A sentence for each thing on a finished site that does not hold, and for what nobody can prove from it.

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
    verifier = Verifier(place, _scripts(place), _known())
    found = [
        *verifier.problems(),
        *again.problems(place),
        *((*verifier.articles(seeds), *seeded.problems(place, seeds)) if seeds else ()),
    ]
    return found, [*again.notes(place), *([] if seeds else verifier.notes())]


@cache
def _known() -> frozenset[str]:
    """The scripts and styles of ours and of the theme, by SHA-256."""
    files = (
        file
        for folder in (ASSETS, *map(Path, theme_folders()))
        for file in folder.rglob("*.*")
        if file.suffix in {".js", ".css"}
    )
    return frozenset(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


def _scripts(site: Site) -> set[str]:
    """Those inline scripts of a site that the theme's own templates hold, by SHA-256."""
    found = {
        script
        for name in site.pages()
        for script in INLINE_SCRIPT.findall((site.read(name) or b"").decode("utf-8", "replace"))
    }
    known = {script for script in found if any(pattern.fullmatch(script) for pattern in patterns())}
    return {hashlib.sha256(script.encode()).hexdigest() for script in known} or {""}
