"""Files of a site that are no page and no data: the list for search engines, the ends of pictures, and what nobody can prove."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from lxml import etree

from generator.site.search_index import INDEX_FOLDER
from generator.site.surroundings import theme_folders, told
from generator.site.verifier import Site

SITEMAP = "sitemap.xml"
SITEMAP_SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
TAGS = {f"{SITEMAP_SPACE}{tag}" for tag in ("urlset", "url", "loc", "lastmod")}
THEME = Path(__file__).parent.parent / "theme"
COMPARED_FOLDERS = (f"{INDEX_FOLDER}/", "search/")  # what stands there is compared with the pages
ELSEWHERE = {SITEMAP, f"{SITEMAP}.gz", "search.json", "search.js", ".nojekyll"}
MOST = 12  # that are named one by one
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PNG_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"}  # what a picture of ours consists of


def listed(site: Site, pages: Collection[str]) -> Iterator[str]:
    """What is wrong with the list for search engines.

    Args:
        site: what is verified.
        pages: those of the briefing.
    """
    data = site.read(SITEMAP)
    if data is None:
        return
    packed = site.read(f"{SITEMAP}.gz")
    if packed is not None and _unpacked(packed) != data:
        yield f"{SITEMAP}.gz holds something else than {SITEMAP}."
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        yield f"{SITEMAP} is no list that can be read."
        return
    address = told((site.read("index.html") or b"").decode("utf-8", "replace")).get("og:url", "").removesuffix("index.html")
    there: set[str] = set()
    for element in tree.iter():
        text = (element.text or "").strip()
        if element.tag not in TAGS or element.attrib:
            yield f"{SITEMAP} holds more than addresses: “{(text or str(element.tag))[:80]}”."
        elif element.tag == f"{SITEMAP_SPACE}loc":
            page = unquote(text.removeprefix(address or "/")) or "index.html"  # Zensical lists pages without an address, too
            there.add(page)
            if not text.startswith(address or "/") or not page.endswith(".html") or site.read(page) is None:
                yield f"{SITEMAP} names {text[:80]}, which is no page of this site."
    if address:
        yield from (f"{SITEMAP} does not name {page}." for page in sorted(set(pages) - there))


def bare(picture: bytes) -> bool:
    """Whether a PNG holds what is drawn, and nothing behind or beside it."""
    if not picture.startswith(SIGNATURE):
        return False
    at = len(SIGNATURE)
    while at + 12 <= len(picture):
        size, kind = int.from_bytes(picture[at : at + 4], "big"), picture[at + 4 : at + 8]
        if kind not in PNG_CHUNKS:
            return False
        at += size + 12
        if kind == b"IEND":
            return size == 0 and at == len(picture)
    return False


def unproved(site: Site, known: Collection[str]) -> Iterator[str]:
    """A sentence for each file that nothing gives.

    Args:
        site: what is verified, in a folder.
        known: files that are compared, or named already.
    """
    place = Path(site.place)
    paths = sorted(file.relative_to(place).as_posix() for file in place.rglob("*") if file.is_file())
    left = [path for path in paths if path not in known and path not in ELSEWHERE and not path.startswith(COMPARED_FOLDERS)]
    left = [path for path in left if hashlib.sha256(site.read(path) or b"").hexdigest() not in _brought()]
    yield from (f"{path} is a file that nothing gives: what it says or does is not proved." for path in left[:MOST])
    if len(left) > MOST:
        yield f"{len(left) - MOST:,} more files are given by nothing, the first of them {left[MOST]}."


@cache
def _brought() -> frozenset[str]:
    """The files that the themes and we bring, by SHA-256."""
    folders = [THEME, *(found for folder in theme_folders() for found in Path(folder).rglob("templates/assets"))]
    files = (file for folder in folders for file in folder.rglob("*") if file.is_file())
    return frozenset(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


def _unpacked(data: bytes) -> bytes | None:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return None
