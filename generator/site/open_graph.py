"""What a page says of itself to other sites: its Open Graph tags, the same under every engine."""

from __future__ import annotations

from posixpath import relpath

from generator.site import share_picture


def open_graph(path: str, title: str, description: str, site_name: str, site_url: str, language: str) -> dict[str, str]:
    """The Open Graph properties of a page; those without a value are left out where they are written.

    Args:
        path: the page's file below the site, such as `subjects/ann-field.html`.
        title: as plain text, not HTML.
        description: as plain text.
        site_name: the name in the head of every page.
        site_url: where the site is published, or an empty string.
        language: of the site, such as `en`.
    """
    home = site_url.rstrip("/")
    folder = path.rpartition("/")[0] or "."
    return {
        "og:type": "website" if path == "index.html" else "article",
        "og:title": title,
        "og:description": description,
        "og:site_name": site_name,
        "og:url": f"{home}/{'' if path == 'index.html' else path}" if home else "",
        "og:locale": language,
        "og:image": f"{home}/{share_picture.PICTURE_FILE}" if home else relpath(share_picture.PICTURE_FILE, folder),
        "og:image:type": "image/png",
        "og:image:width": str(share_picture.WIDTH),
        "og:image:height": str(share_picture.HEIGHT),
        "og:image:alt": f"{site_name}: title, period and counts of the briefing",
    }
