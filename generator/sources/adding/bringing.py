"""Bringing articles in: each item fetched, read, judged by the user's wishes, and written once."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from generator.errors import SourceError
from generator.sources.adding import feeds
from generator.sources.adding.addresses import RefusedError
from generator.sources.adding.fetching import Fetcher
from generator.sources.adding.items import Item, Outcome, Problem
from generator.sources.adding.kinds import suffix_of
from generator.sources.adding.library import Known, Library, digest
from generator.sources.adding.origins import today
from generator.sources.article import Article, Metadata
from generator.sources.readers.web.published import from_address
from generator.sources.reading import from_bytes
from generator.sources.sidecar import Sidecar, merged

OCR = "ocrmypdf"
OCR_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a user wants of what is found."""

    since: date | None = None  # nothing published before
    match: tuple[str, ...] = ()  # one of these words, in title or text
    limit: int | None = None  # new articles
    dry_run: bool = False  # say what would be done
    again: bool = False  # fetch known addresses anew
    ocr: bool = False  # recognise the text of scans


def bring(found: Iterable[Item | Problem], library: Library, fetcher: Fetcher, wishes: Wishes) -> Iterator[Outcome]:
    """Bring items in, one after the other; what became of each is told at once, and a failure ends none of the others."""
    new = 0
    waiting = [iter(found)]
    while waiting:
        item = next(waiting[-1], None)
        if item is None:
            waiting.pop()
            continue
        if isinstance(item, Problem):
            yield Outcome("refused", item.name, item.reason)
            continue
        if wishes.limit is not None and new >= wishes.limit:
            return
        try:
            result = _one(item, library, fetcher, wishes)
        except RefusedError as error:
            result = Outcome("refused", item.name, str(error))
        except ValueError as error:  # a redirect to something that only looks like an address
            result = Outcome("refused", item.name, f"leads to no sound address ({error})")
        if isinstance(result, list):  # a feed: its stories come next; a feed among them is none of its own
            if len(waiting) == 1:
                waiting.append(iter(result))
                continue
            result = Outcome("refused", item.name, "is a feed in a feed: name it by itself")
        new += result.fate in ("new", "changed")
        yield result


def _one(item: Item, library: Library, fetcher: Fetcher, wishes: Wishes) -> Outcome | list[Item]:
    """What becomes of one item; the stories of a feed are items of their own."""
    old = library.at(item.address or (item.name if item.data is not None else None))
    if old and not wishes.again:
        return Outcome("known", item.name, old.file.name, old.file)
    if _too_old(item.metadata, wishes):
        return Outcome("left", item.name, f"published on {item.metadata.published}")
    data, suffix, address, retrieved = item.data, item.suffix, item.address, item.retrieved
    if data is None:
        page = fetcher.fetch(item.address or item.name)
        data, address, retrieved = page.data, page.address, today()
        if feeds.is_feed(data):
            return feeds.stories(data, address)
        suffix = suffix_of(data, page.kind, address) or ""
        if not suffix:
            raise RefusedError(f"is no article ({page.kind or 'of an unknown format'})")
    same = library.holding(data)
    if same and not (old and old.file == same.file and wishes.again):
        return Outcome("known", item.name, same.file.name, same.file)
    return _judged(item, data, suffix, address, retrieved, old, library, wishes)


def _judged(
    item: Item,
    data: bytes,
    suffix: str,
    address: str | None,
    retrieved: date | None,
    old: Known | None,
    library: Library,
    wishes: Wishes,
) -> Outcome:
    """An item whose bytes are there: read, compared with the user's wishes and the older version, written."""
    original = digest(item.original[1]) if item.original else digest(data)
    data, article = _read(item, data, suffix, address, wishes)
    said = article.metadata
    url = said.url if _is_of(said.url, address) else address or said.url
    known = replace(said, url=url, retrieved=said.retrieved or retrieved)
    if address is None and url and not wishes.again and (held := library.at(url)):
        return Outcome("known", item.name, held.file.name, held.file)
    if _too_old(known, wishes):
        return Outcome("left", item.name, f"published on {known.published}")
    if wishes.match and not _matches(article, wishes.match):
        return Outcome("left", item.name, f"says nothing of {' or '.join(wishes.match)}")
    told = f"{known.title or 'without a title'} ({known.published or 'date not stated'})"
    if old:
        if _text_of(old) == article.text:
            return Outcome("known", item.name, f"{old.file.name}, unchanged", old.file)
        file = old.file if wishes.dry_run else library.renew(old, data, suffix, known, item.address)
        return Outcome("changed", item.name, told, file)
    if wishes.dry_run:
        return Outcome("new", item.name, told)
    file = library.add(data, suffix, known, item.address, original)
    if item.original:
        library.keep_original(*item.original)
    return Outcome("new", item.name, told, file)


def _read(item: Item, data: bytes, suffix: str, address: str | None, wishes: Wishes) -> tuple[bytes, Article]:
    """The article in an item's bytes; a scan's text is recognised where the user wishes it."""
    try:
        return data, _article(item, data, suffix, address)
    except SourceError as error:
        if wishes.ocr and suffix == ".pdf" and OCR in str(error):
            data = recognised(data, "--force-ocr" if "--force-ocr" in str(error) else "--skip-text")
            return data, _article(item, data, suffix, address)
        feed = next(feeds.announced(data, address), None) if address and suffix == ".html" else None
        hint = f"; its site has a feed: {feed}" if feed else ""
        raise RefusedError(_briefly(str(error)) + hint) from error


def _briefly(reason: str) -> str:
    """A reader's sentence as the rest of one that begins with an address, without the sidecar, which is not there yet."""
    return reason.removeprefix("it ").split("; if it is English")[0].removesuffix(".")


def _article(item: Item, data: bytes, suffix: str, address: str | None) -> Article:
    """The article, with what a feed or an archive says where the page itself is silent, and its address's date last."""
    try:
        inner = from_bytes(data, suffix, "article", "it").article
    except (ValueError, KeyError, RuntimeError, RecursionError) as error:  # a reader's slip costs one article
        raise SourceError(f"it can't be read ({error}).") from error
    stated = item.metadata
    known = (
        merged(stated, inner.metadata) if stated.published_from in ("sidecar", "export") else merged(inner.metadata, stated)
    )
    if known.published is None and address:
        day = from_address(address)
        known = replace(known, published=day, published_from="address" if day else None)
    return replace(inner, metadata=known)


def recognised(data: bytes, how: str) -> bytes:
    """A PDF with its text recognised by ocrmypdf, a program of its own.

    Raises:
        RefusedError: it is not installed, or fails.
    """
    program = shutil.which(OCR)
    if program is None:
        raise RefusedError(f"is a scan, and {OCR} is not installed: install it, or recognise the text with another program")
    with tempfile.TemporaryDirectory() as folder:
        scan, text = Path(folder, "scan.pdf"), Path(folder, "text.pdf")
        scan.write_bytes(data)
        command = [program, how, "--quiet", "-l", "eng", str(scan), str(text)]
        try:
            subprocess.run(command, check=True, timeout=OCR_SECONDS, capture_output=True)
            return text.read_bytes()
        except (OSError, subprocess.SubprocessError) as error:
            raise RefusedError(f"is a scan that {OCR} could not read") from error


def _text_of(old: Known) -> str | None:
    """The text of the version that the project has."""
    try:
        return from_bytes(old.file.read_bytes(), old.file.suffix.lower(), "article", old.file.name, Sidecar()).article.text
    except (SourceError, OSError):
        return None


def _too_old(known: Metadata, wishes: Wishes) -> bool:
    return wishes.since is not None and known.published is not None and known.published < wishes.since


def _matches(article: Article, wanted: Iterable[str]) -> bool:
    text = f"{article.metadata.title or ''}\n{article.text}"
    return any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I) for word in wanted)


def _is_of(said: str | None, address: str | None) -> bool:
    """Whether the address that a page gives for itself is one of the site that it came from: another one may be anybody's."""
    if not said or not address:
        return bool(said) and not address
    hosts = [(urlsplit(each).hostname or "").removeprefix("www.") for each in (said, address)]
    return hosts[0] == hosts[1]
