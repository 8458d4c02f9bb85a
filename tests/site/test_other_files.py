"""Files that are no page and no data: a foreign address for search engines, words behind a picture, files that nothing gives."""

from __future__ import annotations

import gzip
import shutil
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site import again
from generator.site.verifier import Site
from tests.site.test_again import planted, put

ENTRY = "<url><loc>https://news.example/{}</loc></url>"
LIST = '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{}</urlset>'
CARD = "assets/share-fact.png"


def chunk(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def card(change: Callable[[bytes], bytes]) -> Callable[[Path], None]:
    return lambda site: put(site / CARD, change((site / CARD).read_bytes()))


def listed(*pages: str) -> Callable[[Path], None]:
    def plant(site: Path) -> None:
        data = LIST.format("".join(map(ENTRY.format, pages))).encode()
        put(site / "sitemap.xml", data)
        put(site / "sitemap.xml.gz", gzip.compress(data))

    return plant


PLANTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "words behind a picture": (card(lambda data: data + b"The mayor lies."), CARD),
    "words in a picture": (card(lambda data: data[:-12] + chunk(b"tEXt", b"Comment\0He lies.") + data[-12:]), CARD),
    "unknown part of a picture": (card(lambda data: data[:-12] + chunk(b"miNe", b"He lies.") + data[-12:]), CARD),
    "foreign address": (listed("sold.html"), "names https://news.example/sold.html, which is no page"),
    "packed otherwise": (
        lambda site: put(site / "sitemap.xml.gz", gzip.compress(b"x")),
        "sitemap.xml.gz holds something else",
    ),
    "more than addresses": (
        lambda site: put(site / "sitemap.xml", LIST.format("<!--He lies-->").encode()),
        "more than addresses: “He lies",
    ),
    "no list": (lambda site: put(site / "sitemap.xml", b"sold"), "no list that can be read"),
}


@pytest.mark.parametrize("name", PLANTS)
def test_what_is_planted_in_other_files_is_told(name: str, briefed: Path, tmp_path: Path) -> None:
    plant, word = PLANTS[name]
    site = planted(briefed, tmp_path)
    plant(site)
    told = list(again.problems(Site(str(site))))
    assert any(word in line for line in told), told


def test_a_published_site_lists_its_pages_and_no_others(briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    index = site / "index.html"
    name = b'<meta property="og:type"'
    put(index, index.read_bytes().replace(name, b'<meta property="og:url" content="https://news.example/">' + name, 1))
    listed("", "facts.html", "sold.html")(site)
    told = [line for line in again.problems(Site(str(site))) if line.startswith("sitemap")]
    assert "sitemap.xml does not name quotes.html." in told
    assert "sitemap.xml names https://news.example/sold.html, which is no page of this site." in told
    assert not any("facts.html" in line or "index.html" in line for line in told)


def test_files_that_nothing_gives_are_noted(briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    put(site / "robots.txt", b"User-agent: *\nDisallow: /differences.html\n")
    put(site / "_headers", b"/*\n  Refresh: 0;url=https://sold.example/\n")
    assert [line.partition(" ")[0] for line in again.notes(Site(str(site)))] == ["_headers", "robots.txt"]
    (site / "more").mkdir()
    for number in range(12):
        shutil.copy(site / "robots.txt", site / "more" / f"{number:02}.txt")
    assert list(again.notes(Site(str(site))))[-1] == "2 more files are given by nothing, the first of them more/11.txt."
