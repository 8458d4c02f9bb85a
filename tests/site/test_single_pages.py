"""In a large site only some items have a page of their own; the address of any other is found through the index."""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.settings import read_settings
from generator.site import lasting, verified
from generator.site.single_pages import ITEM_IDS

REFRESH = re.compile(r'http-equiv="refresh" content="1;url=\.\./([^"]+)"')


def single(site: Path) -> dict[str, str]:
    """The items that have a page, and where it leads."""
    pages = sorted((site / "f").glob("*.html"))
    return {page.stem: html.unescape(REFRESH.findall(page.read_text("utf-8"))[0]) for page in pages}


def indexed(site: Path) -> dict[str, str]:
    """The items of the index, and where it leads."""
    files = sorted((site / "f" / "index").glob("*.json"))
    return {name: place for file in files for name, place in json.loads(file.read_bytes()).items()}


@pytest.fixture
def bounded(briefed: Path, tmp_path: Path) -> Callable[[int], Path]:
    """The same site with at most so many pages of one item."""

    def made(most: int) -> Path:
        site = tmp_path / str(most) / "site"
        shutil.copytree(briefed / "site", site, ignore=lambda folder, names: ["f"] if folder.endswith("/site") else [])
        lasting.write(site, read_settings(briefed).title, most=most)
        return site

    return made


def shown(site: Path, *stems: str) -> set[str]:
    return {name for stem in stems for name in ITEM_IDS.findall((site / f"{stem}.html").read_text("utf-8"))}


def test_no_site_of_few_articles_needs_an_index(bounded: Callable[[int], Path]) -> None:
    site = bounded(1000)
    assert not (site / "f" / "index").exists()
    assert shown(site, "facts", "quotes", "chronology", "index") < set(single(site))


def test_beyond_the_bound_the_lists_entries_have_pages_and_the_index_leads_on_to_the_others(
    bounded: Callable[[int], Path],
) -> None:
    every = single(bounded(1000))
    site = bounded(len(every) - 1)
    assert shown(site, "facts", "quotes", "chronology", "differences") <= set(single(site))
    assert indexed(site)
    assert single(site).keys().isdisjoint(indexed(site))
    assert single(site) | indexed(site) == every


def test_beyond_the_lists_only_what_the_first_pages_show_has_one(bounded: Callable[[int], Path]) -> None:
    every = single(bounded(1000))
    site = bounded(3)
    assert shown(site, "index") <= set(single(site)) < set(every)
    assert single(site) | indexed(site) == every


def test_each_file_of_the_index_holds_the_ids_of_its_two_digits(bounded: Callable[[int], Path]) -> None:
    for file in (bounded(0) / "f" / "index").glob("*.json"):
        assert {name[2:4] for name in json.loads(file.read_bytes())} == {file.stem}


def test_the_verifier_finds_nothing_wrong_with_a_bounded_site(bounded: Callable[[int], Path]) -> None:
    assert verified.problems(bounded(0)) == []


def planted(site: Path, change: Callable[[dict[str, str], str], None]) -> list[str]:
    """What the verifier says of the index after a change to the entry of one that is not on the first page."""
    name = next(name for name in sorted(indexed(site)) if name.startswith("q-"))
    file = site / "f" / "index" / f"{name[2:4]}.json"
    places = json.loads(file.read_bytes())
    change(places, name)
    file.write_text(json.dumps(places), "utf-8")
    return [problem for problem in verified.problems(site) if name in problem]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda places, name: places.pop(name), "neither a page of its own nor a place"),
        (lambda places, name: places.update({name: "https://example.com/"}), "leads nowhere"),
        (lambda places, name: places.update({name: "quotes.html#q-0123456789"}), "leads nowhere"),
        (lambda places, name: places.update({name: "facts.html"}), "where it is not"),
        (lambda places, name: places.update({name: "sources/workers.html"}), "where it is not"),
    ],
    ids=["forgotten", "another site", "nowhere", "another page", "another source"],
)
def test_the_verifier_holds_the_index_to_the_data(
    bounded: Callable[[int], Path], change: Callable[[dict[str, str], str], None], said: str
) -> None:
    (problem, *_) = planted(bounded(0), change)
    assert said in problem
