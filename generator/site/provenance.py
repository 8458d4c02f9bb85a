"""Where a site comes from: the digest of the whole briefing on its method page, and the texts that "Verify this page" reads.

A page can't hold a digest of all pages, itself included, so it is put there when the site is made: that of `data/manifest.json`, which
holds those of all files of `docs/`; `briefing check` prints the same.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from generator.values.identity import digest

PLACE = re.compile(r'<p id="digest"[^>]*>.*?</p>')
TEXTS_FOLDER = "data/texts"
SHOWN_SETTINGS = ("site_name", "nav", "copyright", "theme", "extra", "repo_name")  # of `mkdocs.yml`, that stand on pages


def stamped(page: str, manifest: Path) -> str:
    """The method page with the digest of the briefing; any other page as it is."""
    return with_digest(page, hashlib.sha256(manifest.read_bytes()).hexdigest()) if manifest.is_file() else page


def with_digest(page: str, found: str) -> str:
    """The same, where the digest is known."""
    if not PLACE.search(page):
        return page
    link = '<a href="data/manifest.json">data/manifest.json</a>'
    told = f'<p id="digest">SHA-256 of {link}, which holds those of all pages and data: <code>{found}</code></p>'
    return PLACE.sub(lambda _: told, page, count=1)


def texts(site: Path) -> None:
    """Write each source's text as a script, which a page can load from a folder too, where it may read no other file."""
    records = site / "data" / "records.jsonl"
    if not records.is_file():
        return
    (site / TEXTS_FOLDER).mkdir(exist_ok=True)
    for line in records.read_bytes().splitlines():
        record = msgspec.json.decode(line)
        value = json.dumps([record["id"], record["sha256"], record["text"]])
        (site / TEXTS_FOLDER / f"{name(record['id'])}.js").write_text(f"briefingText({value});\n", "utf-8")


def configuration(site: Path, configured: Iterable[Mapping[str, Any]]) -> None:
    """Write what `mkdocs.yml` says in words of the publisher's own, for a verifier to know them from what somebody put in later."""
    if (site / "data").is_dir():
        said = sorted({text for each in configured for key in SHOWN_SETTINGS for text in _strings(each.get(key))})
        (site / "data" / "site.json").write_text(json.dumps(said, indent=0, ensure_ascii=False) + "\n", "utf-8")


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from (*_strings(name), *_strings(part))
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)


def name(source: str) -> str:
    """The file of a source's text: any id is a file name so, and a script can reckon it."""
    return digest(source)[:16]
