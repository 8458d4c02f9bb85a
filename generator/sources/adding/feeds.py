"""RSS and Atom feeds, by feedparser: their stories, the newest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from lxml import html
from lxml.etree import LxmlError

from generator.sources.adding.addresses import is_address, joined
from generator.sources.adding.items import Item
from generator.sources.article import Metadata
from generator.sources.readers.web.people import names

BEFORE_FEED = rb"(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE rss.*?>|\s)*"  # what may stand before a feed's first element
START = re.compile(rb"(?:\xef\xbb\xbf)?" + BEFORE_FEED + rb"<(rss|feed|rdf:RDF)\b", re.S | re.I)


def is_feed(data: bytes) -> bool:
    """Whether bytes are a feed."""
    return START.match(data[:4096]) is not None


def stories(data: bytes, address: str) -> list[Item]:
    """The stories of a feed, the newest first, each with what the feed says of it."""
    import feedparser

    parsed = feedparser.parse(data, sanitize_html=True, resolve_relative_uris=False)
    site = _line(parsed.feed.get("title"))
    found = [item for entry in parsed.entries if (item := _story(entry, address, site))]
    return sorted(found, key=lambda item: item.metadata.published or date.min, reverse=True)


def _story(entry: Any, address: str, site: str | None) -> Item | None:
    link = joined(address, str(entry.get("link") or ""))
    if not entry.get("link") or not is_address(link):
        return None
    stamp = entry.get("published_parsed")
    day = date(*stamp[:3]) if stamp else None
    metadata = Metadata(
        title=_line(entry.get("title")),
        published=day,
        published_from="feed" if day else None,
        author="; ".join(names([str(entry.get("author") or "")], site)) or None,
        publisher=site,
    )
    return Item(link, link, metadata=metadata)


def _line(value: object) -> str | None:
    if not value:
        return None
    text = str(value)
    if "<" in text:
        try:
            text = html.fromstring(text).text_content()
        except (LxmlError, ValueError):
            return None
    return " ".join(text.split()) or None


def announced(page: bytes, address: str) -> Iterator[str]:
    """The addresses of the feeds that a page names in its head."""
    for tag in re.findall(rb"<link\b[^>]{0,600}>", page[:200_000], re.I):
        if re.search(rb"application/(rss|atom)\+xml", tag, re.I) and (
            href := re.search(rb"href\s*=\s*[\"']?([^\"'\s>]+)", tag, re.I)
        ):
            yield joined(address, href[1].decode("utf-8", "replace"))
