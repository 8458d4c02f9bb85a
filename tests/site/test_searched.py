"""What Explore searches and shows is made again: a word changed, a passage taken away, a foreign script is told."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.site import again, searched
from generator.site.search_index import index
from generator.site.verifier import Site
from tests.site.test_again import planted, put


@pytest.fixture(scope="module")
def indexed(briefed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site has an index."""
    site = planted(briefed, folder := tmp_path_factory.mktemp("indexed"))
    page = site / "explore.html"
    put(page, page.read_bytes())  # not the one that it is linked with
    assert index(site) is None
    return folder


def fragment(site: Path) -> Path:
    return next(f for f in sorted((site / "pagefind" / "fragment").iterdir()) if b"Okoro" in gzip.decompress(f.read_bytes()))


def another_word(site: Path) -> None:
    file = fragment(site)
    put(file, gzip.compress(gzip.decompress(file.read_bytes()).replace(b"Okoro", b"Sato"), mtime=0))


def filtered(site: Path) -> None:
    """A filter says another name, consistently packed."""
    for file in sorted((site / "pagefind" / "filter").iterdir()):
        put(file, gzip.compress(gzip.decompress(file.read_bytes()).replace(b"Ann Field", b"Ann Fiend")))


def another_name_of_a_list(site: Path) -> None:
    entry = site / "pagefind" / "pagefind-entry.json"
    told = json.loads(entry.read_bytes())
    told["languages"]["en"]["hash"] = "en_0000000000"
    put(entry, json.dumps(told).encode())


def unread(site: Path) -> None:
    page = site / "explore.html"
    put(page, page.read_bytes().replace(b'<script type="module" src="assets/explore.js"></script>', b""))


def appended(path: str) -> Callable[[Path], None]:
    return lambda site: put(site / path, (site / path).read_bytes() + b"\n.status{display:none}")


PLANTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "word of a fragment": (another_word, "is not what the data give"),
    "fragment taken away": (lambda site: fragment(site).unlink(), "is missing: “"),
    "script": (appended("pagefind/pagefind.js"), "pagefind/pagefind.js is not what Pagefind writes"),
    "style": (appended("pagefind/pagefind-ui.css"), "pagefind/pagefind-ui.css is not what Pagefind writes"),
    "program": (appended("pagefind/wasm.en.pagefind"), "pagefind/wasm.en.pagefind is not what Pagefind writes"),
    "filter": (filtered, "something else than data/explore.jsonl"),
    "list that is not there": (another_name_of_a_list, "can be read"),
    "one more file": (lambda site: put(site / "pagefind" / "more.js", b"x"), "pagefind/more.js is nothing"),
    "index of no page": (unread, "no page searches it"),
}


@pytest.mark.parametrize("name", PLANTS)
def test_what_is_planted_in_the_index_is_told(name: str, indexed: Path, tmp_path: Path) -> None:
    plant, word = PLANTS[name]
    site = planted(indexed, tmp_path)
    plant(site)
    told = list(again.problems(Site(str(site))))
    assert any(word in line for line in told), told


def test_another_run_of_pagefind_gives_the_same_index(indexed: Path) -> None:
    searched._made.cache_clear()
    entries = (indexed / "site" / "data" / "explore.jsonl").read_bytes()
    assert list(searched.problems(Site(str(indexed / "site")), entries)) == []


def test_another_version_of_pagefind_is_named(indexed: Path, tmp_path: Path) -> None:
    site = planted(indexed, tmp_path)
    entry = site / "pagefind" / "pagefind-entry.json"
    put(entry, entry.read_bytes().replace(b'"version":"1', b'"version":"0'))
    entries = (indexed / "site" / "data" / "explore.jsonl").read_bytes()
    assert ["can be compared by that version" in line for line in searched.problems(Site(str(site)), entries)] == [True]
