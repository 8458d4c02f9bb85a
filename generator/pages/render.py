"""From a dossier to files: each page is front matter and one block of inert HTML in a Markdown file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from generator.dossier.model import Dossier
from generator.pages import about, explore_page, exports, front, lists, source_page, story_pages, subject_page
from generator.pages.draft import Draft
from generator.pages.page_settings import PageSettings
from generator.pages.pieces import Pieces
from generator.pages.site import Site

ASSETS = Path(__file__).parent.parent / "theme" / "assets"


def render(dossier: Dossier, settings: PageSettings) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the site's sources: path below `docs/` with forward slashes, and bytes; in a fixed order."""
    for draft in drafts(dossier, settings):
        yield draft.path, draft.make()


def drafts(dossier: Dossier, settings: PageSettings, pieces: Pieces | None = None) -> Iterator[Draft]:
    """Yield every file of the site's sources before it is made, in a fixed order; `pieces` of the last build are used again."""
    site = Site(dossier, settings, pieces)
    yield from front.drafts(site)
    yield from story_pages.drafts(site)
    yield from lists.drafts(site)
    yield from about.drafts(site)
    yield from source_page.drafts(site)
    yield from subject_page.drafts(site)
    yield from exports.drafts(site)
    yield Draft(f"data/{explore_page.EXPLORE_FILE}", partial(explore_page.entries, site))
    for file in sorted(ASSETS.iterdir()):
        yield Draft(f"assets/{file.name}", file.read_bytes)
