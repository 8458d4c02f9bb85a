"""Web archives: WARC files and WACZ packages, by warcio."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import IO, Any

from generator.errors import SourceError
from generator.sources.adding.addresses import canonical
from generator.sources.adding.items import Item
from generator.sources.adding.kinds import suffix_of

CUT = "{name} is cut off {place}: what stands before it is read; fetch the archive again."
LARGEST = 50_000_000  # bytes of one page, unpacked
PAGES = ("text/html", "application/xhtml+xml", "application/pdf")


def warc_pages(stream: IO[bytes], name: str, wanted: set[str] | None = None) -> Iterator[Item]:
    """The pages that a WARC file holds.

    Args:
        stream: the file's bytes, packed or not.
        name: its name, for messages.
        wanted: the addresses of its pages, where an index says which of its answers are pages.

    Raises:
        SourceError: it is no WARC file, or is damaged.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        records = 0
        for record in ArchiveIterator(stream):
            records += 1
            if not record.rec_headers.get_header("Content-Length"):
                raise SourceError(CUT.format(name=name, place="inside a record"))
            if record.rec_type not in ("response", "resource"):
                continue
            address = record.rec_headers.get_header("WARC-Target-URI") or ""
            kind = _kind(record)
            if kind not in PAGES or not address.startswith(("http://", "https://")):
                continue
            if wanted is not None and canonical(address) not in wanted:
                continue
            data = record.content_stream().read(LARGEST)
            if _is_cut(record, len(data)):
                raise SourceError(CUT.format(name=name, place=f"inside {address}"))
            suffix = suffix_of(data, kind, address)
            if data and suffix:
                saved = _day(record.rec_headers.get_header("WARC-Date"))
                yield Item(address, address, data, suffix, retrieved=saved)
        if not records:
            raise SourceError(f"{name} holds no record of a web archive: it is empty or cut off, so fetch it again.")
    except AttributeError as error:  # the library's slip on a record without its headers
        raise SourceError(CUT.format(name=name, place="inside a record")) from error
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise SourceError(f"{name} is not a web archive that can be read ({str(error)[:100]}).") from error


def _is_cut(record: Any, length: int) -> bool:
    """Whether an archive ends before a record does: half a page is no page."""
    rest: Any = getattr(record, "raw_stream", None)
    if rest is None or length >= LARGEST or not hasattr(rest, "limit"):
        return False
    while rest.read(65_536):
        pass
    return bool(rest.limit > 0)


def wacz_pages(file: Path) -> Iterator[Item]:
    """The pages that a WACZ package holds.

    Raises:
        SourceError: it is no WACZ package, or is damaged.
    """
    try:
        with zipfile.ZipFile(file) as packed:
            listed = _listed(packed)
            for member in sorted(packed.namelist()):
                if member.startswith("archive/") and member.endswith((".warc", ".warc.gz")):
                    with packed.open(member) as stream:
                        yield from warc_pages(stream, file.name, listed)
    except (zipfile.BadZipFile, KeyError, NotImplementedError, RuntimeError) as error:
        raise SourceError(f"{file.name} is not a web archive that can be read ({error}).") from error


def _listed(packed: zipfile.ZipFile) -> set[str] | None:
    """The addresses in a package's list of pages; None where it has none."""
    if "pages/pages.jsonl" not in packed.namelist():
        return None
    found = set()
    for line in packed.read("pages/pages.jsonl").decode("utf-8", "replace").splitlines():
        try:
            page = json.loads(line)
        except ValueError:
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            found.add(canonical(page["url"]))
    return found or None


def _kind(record: Any) -> str:
    headers = record.http_headers
    if headers is None:
        return str(record.rec_headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    if headers.get_statuscode() != "200":
        return ""
    return str(headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None
