"""A finished site is what its data give: every page and file is made of them again and compared, to the last comment and attribute.

The verifier, which shares no code with what makes a site, proves the data from the texts, and what pages say of each entry from the
data. This proves the rest: that a page holds everything that the data give, in that order, under those headings, and nothing else.
What is around the briefing on a page is another matter: `surroundings`.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec
from PIL import Image

from generator import __version__
from generator.building.publishing import MANIFEST, listing
from generator.pages import render, whole
from generator.pages.explore_page import EXPLORE_FILE as EXPLORE
from generator.site import database, lasting, other_files, provenance, searched, share_picture, single_pages
from generator.site.proof import differences
from generator.site.standing_alone import ICON, TIMELINE
from generator.site.surroundings import CONFIGURED, MISSING_PAGE, ZENSICAL, Surroundings, split, told
from generator.site.verifier import Site

READ = ("briefing", "people", "facts", "quotes", "events", "disagreements", "corrections")  # all that pages are made of,
RECORDS = "records.jsonl"  # with these
MADE_FOLDERS = ("f/", "embed/", "subjects/", "sources/", "data/")  # folders in which nothing is anybody's own
BASE = "data/briefing.sqlite"
UNSEARCHED = " data-search-exclude"  # that engine takes them away
OUR_MARK = b'<div class="briefing'


class Expected(NamedTuple):
    """What a site must hold."""

    fronts: Mapping[str, str]  # page -> its front matter
    bodies: Mapping[str, str]  # page -> the briefing on it
    files: Mapping[str, bytes]  # made by a build
    built: Mapping[str, bytes]  # made when the site is: lasting addresses, texts, pictures


def problems(site: Site) -> Iterator[str]:
    """A sentence for each thing that is not what the data give."""
    try:
        expected = _of(site)
    except msgspec.MsgspecError as error:
        yield f"data/ holds not all that the pages are made of, or what they can't be made of: {error}."
        return
    except LookupError as error:
        yield str(error.args[0])
        return
    yield from _pages(site, expected)
    for path, made in {**expected.files, **expected.built}.items():
        yield from _file(site, path, made)
    yield from searched.problems(site, expected.files.get(f"data/{EXPLORE}", b""))
    yield from other_files.listed(site, expected.bodies)
    if not site.remote:
        yield from _database(site, expected)
        yield from (f"{path} is nothing that the data give." for path in _more(site, expected) if _claims(site, path))


def _of(site: Site) -> Expected:
    """What a site must hold.

    Raises:
        MsgspecError: its data hold not all that pages are made of.
        LookupError: another version of the program made it.
    """
    said = told((site.read("index.html") or b"").decode("utf-8", "replace"))
    data = tuple((name, site.read(f"data/{name}")) for name in (*(f"{table}.json" for table in READ), RECORDS))
    drawn, base = site.read(ICON) is not None, site.read(BASE) is not None
    return _expected(data, said.get("og:site_name", ""), said.get("og:url", ""), drawn, base, _most(site))


def _most(site: Site) -> int:
    """By which bound the items that have a page of their own are the same as on the site; without an index all have one."""
    if site.remote or not (Path(site.place) / single_pages.ITEM_INDEX).is_dir():
        indexed = site.read(f"{single_pages.ITEM_INDEX}/00.json") is not None
        return single_pages.MOST_PAGES if indexed else sys.maxsize
    return sum(page.startswith("f/") for page in site.pages())


def notes(site: Site) -> Iterator[str]:
    """A sentence for each page that is an editor's own, and each file that nothing gives."""
    if site.remote:
        return
    with contextlib.suppress(msgspec.MsgspecError, LookupError):
        expected = _of(site)
        yield from other_files.unproved(site, {*site.pages(), *expected.files, *expected.built, BASE, CONFIGURED})
    for path in site.pages():
        if path != MISSING_PAGE and OUR_MARK not in (site.read(path) or b""):
            yield f"{path} is an editor's own page: nothing in it is proved."


@lru_cache(maxsize=2)
def _expected(
    files: tuple[tuple[str, bytes | None], ...], name: str, address: str, icon: bool, base: bool, most: int
) -> Expected:
    """What a site must hold by its data.

    Args:
        files: of data, by name.
        name: of the site.
        address: where it is published, or an empty string.
        icon: whether the theme brought one.
        base: whether a database was made.
        most: so many items have a page of their own.
    """
    dossier, settings = whole.decoded(dict(files).get)
    if (maker := dict(settings.versions).get("briefing")) not in (None, __version__):
        raise LookupError(
            f"the site was made by briefing {maker}, this is {__version__}: its pages can be compared by that version."
        )
    made = dict(render(dossier, settings))
    made[MANIFEST] = listing({path: hashlib.sha256(data).hexdigest() for path, data in made.items()})
    digest = hashlib.sha256(made[MANIFEST]).hexdigest()
    pages = {path: data.decode().partition("\n---\n") for path, data in made.items() if path.endswith(".md")}
    fronts = {f"{path.removesuffix('.md')}.html": front for path, (front, _, _) in pages.items()}
    bodies = {
        f"{path.removesuffix('.md')}.html": provenance.with_digest(b.strip(), digest) for path, (*_, b) in pages.items()
    }
    rest = {path: data for path, data in made.items() if not path.endswith(".md")}
    if base:
        bodies["downloads.html"] = database.named(bodies["downloads.html"])
    return Expected(fronts, bodies, rest, _built(bodies, rest, name, address, settings.language, icon, most))


def _built(
    bodies: Mapping[str, str], files: Mapping[str, bytes], name: str, address: str, language: str, icon: bool, most: int
) -> dict[str, bytes]:
    """What is made when a site is built: lasting addresses, texts, pictures."""
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder)
        _write(again, {**files, **{page: body.encode() for page, body in bodies.items()}, **({ICON: b""} if icon else {})})
        before = _all(again)
        lasting.write(again, name, address, language, most)
        provenance.texts(again)
        share_picture.write(again)
        return {path: (again / path).read_bytes() for path in sorted(_all(again) - before)}


def _pages(site: Site, expected: Expected) -> Iterator[str]:
    around = Surroundings(site, expected.files)
    for name, body in expected.bodies.items():
        text = (site.read(name) or b"").decode("utf-8", "replace")
        if ZENSICAL in text:
            body = body.replace(UNSEARCHED, "")
        if not text:
            yield f"{name} is missing."
        elif (rest := split(text, body)) is None:
            begin = text.find('<div class="briefing')
            end = text.rfind("</div>", begin, text.find("</article>", begin)) + len("</div>")
            yield next(differences(name, body.encode(), text[begin:end].encode()), f"{name} is not what the data give.")
        else:
            yield from around.of(name, expected.fronts[name], rest, text)
    yield from around.alike()


def _file(site: Site, path: str, data: bytes) -> Iterator[str]:
    found = site.read(path)
    if found is None:
        yield f"{path} is missing."
    elif (
        path == TIMELINE
        and found == data.replace(UNSEARCHED.encode(), b"")
        and ZENSICAL.encode() in (site.read(MISSING_PAGE) or b"")
    ):
        return
    elif found != data and not (path.endswith(".png") and _pixels(found) == _pixels(data) and other_files.bare(found)):
        if path.endswith(".png"):
            yield f"{path}, the picture beside links, is not the one that is drawn of the data, or holds more than is drawn."
        else:
            yield next(differences(path, data, found))


def _database(site: Site, expected: Expected) -> Iterator[str]:
    if site.read(BASE) is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        again = Path(folder)
        _write(again, {**expected.files, "downloads.html": b""})
        database.write(again)
        one, other = _dump(again / BASE), _dump(Path(site.place) / BASE)
    if one != other:
        row = next((b for a, b in zip(one, other, strict=False) if a != b), "")
        yield f"{BASE} holds other rows than the data give: {row[:120]}"


def _more(site: Site, expected: Expected) -> list[str]:
    """Files of a folder that the data do not give, and that nobody but us makes."""
    known = {*expected.bodies, *expected.files, *expected.built, MISSING_PAGE, BASE, CONFIGURED}
    there = _all(Path(site.place)) - known
    return sorted(path for path in there if path.endswith(".html") or path.startswith(MADE_FOLDERS))


def _claims(site: Site, path: str) -> bool:
    """Whether a file that the data do not give looks as if they did: an editor's own page does not."""
    return path.startswith(MADE_FOLDERS) or OUR_MARK in (site.read(path) or b"")


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def _all(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def _pixels(data: bytes) -> object:
    """What a picture shows: another version of the library packs it otherwise."""
    try:
        image = Image.open(io.BytesIO(data))
        return image.size, image.info, image.convert("RGB").tobytes()
    except (OSError, SyntaxError, ValueError):
        return data


def _dump(file: Path) -> list[str]:
    """The tables of a database, row by row."""
    base = sqlite3.connect(file)
    try:
        return list(base.iterdump())
    except sqlite3.Error as error:
        return [str(error)]
    finally:
        base.close()
