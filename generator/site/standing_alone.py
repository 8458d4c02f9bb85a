"""The HTML of a page that stands alone: it leads on where it is visited, and shows what it is about where another site frames it.

What other sites show of a link to it (Open Graph), and how a publishing system frames it (oEmbed), is said in its head. No picture an
item: Pillow needs 0.1 s and 17 kB for one, so those of the 13,000 entries that 1,000
articles list would cost 22 minutes and 220 MB at every build. The picture tells the kind, title and description the rest.
"""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING

from generator.pages.escaping import inert
from generator.site.head import policy
from generator.site.share_picture import picture_of

if TYPE_CHECKING:
    from generator.site.lasting import Place

ITEMS_FOLDER = "f"
TIMELINE = "embed/timeline.html"
SCRIPT, STYLE = "assets/moved.js", "assets/briefing.css"
ICON = "assets/images/favicon.png"
WIDTH = 640
HEIGHTS = {"timeline": 640, "difference": 420}  # until the frame tells its own
HEIGHT = 240


class Shell:
    """What is around each such page of a site."""

    def __init__(self, name: str, address: str, icon: bool = True) -> None:
        """Prepare it.

        Args:
            name: of the site.
            address: where it is published, or an empty string.
            icon: whether the theme brought one: a browser would else ask the host for its own.
        """
        self._icon = ICON if icon else ""
        self._name, self._home = name, address.rstrip("/")
        self._policy = f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'

    def page(self, place: Place, path: str, offered: bool = False) -> str:
        """A page that leads on.

        Args:
            place: where it leads, and what it shows.
            path: its file below the site.
            offered: other sites may be told how to frame it.
        """
        up, card = "../" * path.count("/"), place.card
        title = inert(card.title if card else place.title)
        target = html.escape(f"{up}{place.address}")
        links = self._oembed(path, title) if offered and self._home else ""
        stays = bool(card and card.kind == "timeline")  # a page for frames alone: nothing to lead on to
        onward = "" if stays else f'<noscript><meta http-equiv="refresh" content="1;url={target}"></noscript>'
        onward += f'<script src="{up}{SCRIPT}"{" data-stay" if stays else ""}></script>'
        body = card.body if card else f"<p>{title}</p>"
        head = f'<meta charset="utf-8">{self._policy}<title>{title}</title>{self._metas(place, path, up)}'
        head += '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        icon = f'<link rel="icon" href="{up}{self._icon}">' if self._icon else ""
        head += f'{links}{icon}<link rel="stylesheet" href="{up}{STYLE}">{onward}'
        on = f'<a id="on" href="{target}" target="_top">Read on in the briefing</a> <span class="ours">{inert(self._name)}</span>'
        shown = f'<article class="alone">{body}<p class="on">{on}</p></article>'
        return (
            f'<!doctype html><html lang="en"><head>{head}</head><body class="{"alone" if stays else "moved"}">'
            f'<main class="md-typeset"><div class="briefing">{shown}</div></main></body></html>\n'
        )

    def offer(self, place: Place, path: str) -> str:
        """How another site frames a page (oEmbed 1.0)."""
        kind, title = (place.card.kind, place.card.title) if place.card else ("passage", place.title)
        height = HEIGHTS.get(kind, HEIGHT)
        frame = (
            f'<iframe src="{html.escape(f"{self._home}/{path}")}" title="{inert(title)}" width="{WIDTH}" height="{height}" loading="lazy" '
            'style="width:100%;border:0"></iframe>'
        )
        told = {
            "version": "1.0",
            "type": "rich",
            "title": title,
            "provider_name": self._name,
            "provider_url": f"{self._home}/",
        }
        return (
            json.dumps({**told, "html": frame, "width": WIDTH, "height": height}, ensure_ascii=False)
            .encode("utf-8", "replace")
            .decode()
            + "\n"
        )

    def _oembed(self, path: str, title: str) -> str:
        address = f"{self._home}/{path.removesuffix('.html')}.json"
        return f'<link rel="alternate" type="application/json+oembed" href="{html.escape(address)}" title="{title}">'

    def _metas(self, place: Place, path: str, up: str) -> str:
        """What others show of a link to it."""
        card, home = place.card, f"{self._home}/" if self._home else ""
        description = card.description if card else ""
        tags = {
            "og:type": "article",
            "og:title": card.title if card else place.title,
            "og:description": description,
            "og:site_name": self._name,
        }
        addresses = {
            "og:url": f"{home}{path}" if home else "",
            "og:image": f"{home or up}{picture_of(card.kind if card else '')}",
        }
        found = {key: inert(value) for key, value in tags.items()} | {
            key: html.escape(value) for key, value in addresses.items()
        }
        metas = "".join(f'<meta property="{key}" content="{value}">' for key, value in found.items() if value)
        return f'<meta name="description" content="{inert(description)}">{metas}' if description else metas
