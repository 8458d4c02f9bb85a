"""What a page's head names as the same in another form: the feeds of what changed, and how to frame the chronology (oEmbed)."""

from __future__ import annotations

import html
from collections.abc import Collection
from pathlib import Path

from generator.site.standing_alone import TIMELINE

REL = "alternate "  # the theme fetches a sitemap beside whatever has exactly "alternate": it would be a translation
FEEDS = {"changes.xml": "application/atom+xml", "changes.json": "application/feed+json"}


def alternates(path: str, files: Path, name: str, address: str) -> list[str]:
    """The links of a page, as HTML, where the site's other files are in a folder: see `alternates_of`."""
    return alternates_of(
        path, [file for file in (*FEEDS, own_feed(path)) if file and (files / file).is_file()], name, address
    )


def own_feed(path: str) -> str:
    """The feed of a subject's page, below the site; an empty string for other pages."""
    return f"feeds/{path.removeprefix('subjects/').removesuffix('.html')}.xml" if path.startswith("subjects/") else ""


def alternates_of(path: str, files: Collection[str], name: str, address: str) -> list[str]:
    """The links of a page, as HTML.

    Args:
        path: the page's file below the site.
        files: the site's other files.
        name: of the site.
        address: where it is published, or an empty string.
    """
    up, title = "../" * path.count("/"), html.escape(f"{name}: what changed")
    found = [
        f'<link rel="{REL}" type="{kind}" title="{title}" href="{up}{file}">'
        for file, kind in FEEDS.items()
        if file in files
    ]
    if (own := own_feed(path)) in files:
        about = html.escape(f"{name}: what changed here")
        found.append(f'<link rel="{REL}" type="{FEEDS["changes.xml"]}" title="{about}" href="{up}{own}">')
    if path == "chronology.html" and address:
        offer = html.escape(f"{address.rstrip('/')}/{TIMELINE.replace('.html', '.json')}")
        found.append(
            f'<link rel="{REL}" type="application/json+oembed" title="{html.escape(name)}: chronology" href="{offer}">'
        )
    return found
