"""Which items of a large site have a page of their own, and the index by which the missing page finds all others.

Each page costs some 2 kB and a file to upload: 10,000 articles hold 729,000 facts, quotations and events, more than hosts of static
sites take. So beyond a number only what the lists show has a page, or, where that is too much as well, what the first page, the pages of
stories and the differences show. The address of any other, `f/ID.html`, is answered by the host with `404.html`, whose script looks the
id up in `f/index/` and leads on: no address that was ever published dies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping
from pathlib import Path

ITEM_INDEX = "f/index"
MOST_PAGES = 50_000  # some 100 MB
FRONT_PAGES = ("index.html", "differences.html", "story-*.html")
ITEM_IDS = re.compile(r'\bid="([fqed]-[0-9a-f]{10})"')


def chosen(site: Path, listed: Collection[str], others: Collection[str], most: int) -> set[str]:
    """The ids that get a page each.

    Args:
        site: the folder of the built site.
        listed: what the lists show, and what became part of it.
        others: what only a source holds.
        most: so many, unless the first pages alone show more.
    """
    every = {*listed, *others}
    if len(every) <= most:
        return every
    return set(listed) if len(listed) <= most else _fronted(site) & set(listed)


def write_index(site: Path, places: Mapping[str, str]) -> None:
    """Write where those stand that have no page: 256 files, by the first two digits of the id.

    Args:
        site: the folder of the built site.
        places: an address from the top of the site for each id.
    """
    shards: dict[str, dict[str, str]] = {}
    for identity in sorted(places):
        shards.setdefault(identity.partition("-")[2][:2], {})[identity] = places[identity]
    for name, found in shards.items():
        file = site / ITEM_INDEX / f"{name}.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"{json.dumps(found, ensure_ascii=False, separators=(',', ':'))}\n", "utf-8")


def _fronted(site: Path) -> set[str]:
    pages = (file for pattern in FRONT_PAGES for file in sorted(site.glob(pattern)))
    return {found for file in pages for found in ITEM_IDS.findall(file.read_text("utf-8"))}
