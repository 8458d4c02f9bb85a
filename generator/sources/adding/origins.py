"""From what a user names to items: addresses, lists of them, feeds, files, folders, archives, exports."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import IO

from generator.errors import SourceError
from generator.sources.adding import exports, feeds, mailboxes, newsletters
from generator.sources.adding.addresses import is_address
from generator.sources.adding.archives import wacz_pages, warc_pages
from generator.sources.adding.items import Found, Item, Problem
from generator.sources.readers import READERS
from generator.sources.reading import LARGEST_FILE
from generator.sources.sidecar import beside, read_sidecar

ARCHIVES = (".warc", ".gz", ".wacz", mailboxes.ENDING)
PICTURE_FOLDERS = re.compile(
    r"(_files|_archivos|-Dateien|_fichiers|\.fld|\.files)$"
)  # where browsers put a saved page's pictures
MOST_ADDRESSES = 100_000


def found_in(given: Iterable[str], stdin: IO[str]) -> Found:
    """The items behind what a user names, in its order: addresses, files, folders, "-" for addresses from standard input."""
    for text in given:
        if text == "-":
            yield from _addresses(stdin.read(), "standard input")
        elif is_address(text):
            yield Item(text, text)
        else:
            yield from _place(Path(text))


def _place(path: Path) -> Found:
    if path.is_dir():
        for each in sorted(path.iterdir()):
            if each.name.startswith(".") or PICTURE_FOLDERS.search(each.name):
                continue
            if each.is_dir() or each.suffix.lower() in (*READERS, *ARCHIVES, ".xml", ".rss", ".atom"):
                yield from _place(each)
    elif re.match(r"https?:", str(path), re.I):
        yield Problem(str(path), "is no address of a page")
    elif not path.is_file():
        yield Problem(str(path), f"does not exist{_meant(path)}")
    else:
        try:
            yield from _file(path)
        except (SourceError, OSError) as error:
            yield Problem(str(path), _reason(error, path))


_LIBRARY = "is a library in a format that is not read: export it as CSL JSON"
_WORD = "is an older or other word processor's document: save it as .docx"
CURES = {
    ".zip": "is packed: unpack it and name the folder",
    **dict.fromkeys((".tar", ".gz", ".tgz", ".7z", ".rar"), "is packed: unpack it and name the folder"),
    **dict.fromkeys((".ris", ".bib", ".rdf", ".enw", ".nbib"), _LIBRARY),
    **dict.fromkeys((".doc", ".odt", ".rtf", ".pages"), _WORD),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".tif", ".tiff"), "is a picture: `ocrmypdf` makes a PDF with text of it"),
    ".msg": "is a mail of Outlook's own format: save it as .eml",
}


def _meant(path: Path) -> str:
    """What may have been meant by the name of a file that is not there: one beside it, or the address of a web page."""
    if (path.suffix.lower() in READERS and len(path.parts) == 1) or not re.match(r"[\w-]+(\.[\w-]+)+(/|$)", str(path)):
        there = [each.name for each in path.parent.iterdir()] if path.parent.is_dir() else []
        near = difflib.get_close_matches(path.name, sorted(there), 1, 0.8)
        return f"; did you mean {path.parent / near[0]}?" if near else ": check its name and folder"
    return f"; for a web page give its address: https://{path}"


def _reason(error: Exception, path: Path) -> str:
    if isinstance(error, OSError):
        return f"can't be read ({error.strerror})"
    return str(error).removeprefix(f"{path.name} ").removesuffix(".")


def _file(path: Path) -> Iterator[Item | Problem]:
    suffix = path.suffix.lower()
    if suffix == ".wacz":
        yield from wacz_pages(path)
        return
    if suffix == mailboxes.ENDING:
        yield from mailboxes.mails(path)
        return
    if suffix in ARCHIVES:
        with path.open("rb") as stream:
            yield from warc_pages(stream, path.name)
        return
    if path.stat().st_size > LARGEST_FILE:
        yield Problem(str(path), "is larger than 50 MB")
        return
    data = path.read_bytes()
    if feeds.is_feed(data):
        yield from feeds.stories(data, path.absolute().as_uri())
    elif suffix == ".json":
        yield from exports.entries(data, path.name)
    elif suffix == ".eml":
        yield from newsletters.stories(data, str(path))
    elif suffix in (".txt", ".csv", ".list", "", ".urls") and (found := _listed(data)):
        yield from _addresses("\n".join(found), str(path))
    elif suffix in READERS:
        yield _article(path, data, suffix)
    else:
        yield Problem(str(path), _cure(suffix, data))


def _cure(suffix: str, data: bytes) -> str:
    """What is wrong with a file that is of no format that can be read, and what its owner can do."""
    if suffix in CURES:
        return CURES[suffix]
    if suffix == ".xml" and b"<urlset" in data[:2000]:
        return "is a sitemap, which lists all of a site's pages: put the addresses of the articles that you want into a file, one a line"
    return f"is no format that can be read ({', '.join(READERS)}, feeds, mbox, WARC, WACZ, CSL JSON)"


def _article(path: Path, data: bytes, suffix: str) -> Item:
    """An article's file, with what its sidecar says."""
    companion = beside(path)
    said = read_sidecar(companion).metadata if companion else None
    saved = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    item = Item(str(path), None, data, suffix, retrieved=saved)
    return Item(item.name, None, data, suffix, said, said.retrieved or saved) if said else item


def _listed(data: bytes) -> list[str]:
    """The addresses in a file that holds nothing else, one a line; "#" begins a remark."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return []
    lines = [line.strip().strip("<>,\"'") for line in text.splitlines()]
    kept = [line for line in lines if line and not line.startswith("#")]
    return kept if kept and all(is_address(line) for line in kept) else []


def _addresses(text: str, name: str) -> Found:
    lines = [line.split("#")[0].strip() if line.lstrip().startswith("#") else line.strip() for line in text.splitlines()]
    for line in lines[:MOST_ADDRESSES]:
        if line and is_address(line):
            yield Item(line, line)
        elif line:
            yield Problem(line[:100], f"is no address ({name} must hold one a line, such as https://harbour.example/story)")


def today() -> date:
    """The day on which something is fetched (UTC)."""
    return datetime.now(UTC).date()
