"""A finished site is what its data give: every page and file is made of them again and compared, to the last comment and attribute.

The verifier, which shares no code with what makes a site, proves the data from the texts, and what pages say of each entry from the
data. This proves the rest: that a page holds everything that the data give, in that order, under those headings, and nothing else.

What is around the briefing on a page is the theme's. It must be the same on all pages, but for what tells of the page itself, and say
nothing that neither the theme nor the site's own configuration says.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from generator import __version__
from generator.building.publishing import MANIFEST, listing
from generator.pages import render, whole
from generator.pages.page_settings import PageSettings
from generator.site import database, lasting, provenance, share_picture
from generator.site.proof import differences
from generator.site.surroundings import Surroundings, split
from generator.site.verifier import Site

MADE = ("f/", "embed/", "subjects/", "sources/", "data/")  # folders in which nothing is anybody's own
PICTURES = ".png"
BASE = "data/briefing.sqlite"


def problems(site: Site) -> Iterator[str]:
    """A sentence for each thing that is not what the data give."""
    try:
        dossier, settings = whole.decoded(lambda name: site.read(f"data/{name}"))
    except msgspec.MsgspecError as error:
        yield f"data/ holds not all that the pages are made of, or what they can't be made of: {error}."
        return
    if (maker := dict(settings.versions).get("briefing")) not in (None, __version__):
        yield f"the site was made by briefing {maker}, this is {__version__}: install that version to have its pages compared."
        return
    expected = dict(render(dossier, settings))
    expected[MANIFEST] = listing({path: hashlib.sha256(data).hexdigest() for path, data in expected.items()})
    yield from Again(site, expected, settings).problems()


class Again:
    """What a site must hold, and what it does."""

    def __init__(self, site: Site, expected: Mapping[str, bytes], settings: PageSettings) -> None:
        """Take what was made again.

        Args:
            site: what is verified.
            expected: the files of `docs/` that its data give.
            settings: with which they were made.
        """
        self._site, self._settings = site, settings
        pages = {path: data.decode("utf-8") for path, data in expected.items() if path.endswith(".md")}
        self._bodies = {f"{path.removesuffix('.md')}.html": page.split("\n---\n", 1) for path, page in pages.items()}
        self._files = {path: data for path, data in expected.items() if not path.endswith(".md")}
        digest = hashlib.sha256(site.read(MANIFEST) or b"").hexdigest()
        self._bodies = {
            name: (front, provenance.with_digest(body.strip(), digest)) for name, (front, body) in self._bodies.items()
        }

        if site.read(BASE) is not None and "downloads.html" in self._bodies:
            front, body = self._bodies["downloads.html"]
            self._bodies["downloads.html"] = front, database.named(body)

    def problems(self) -> Iterator[str]:
        """Every difference."""
        around = Surroundings(self._site, self._files)
        for name, (front, body) in self._bodies.items():
            page = self._site.read(name)
            if page is None:
                yield f"{name} is missing."
                continue
            text = page.decode("utf-8", "replace")
            found = split(text, body)
            if found is None:
                yield from self._page(name, body, text)
            else:
                yield from around.of(name, front, found, text)
        yield from around.alike()
        for path, data in self._files.items():
            if path != MANIFEST or not self._site.remote:
                yield from self._file(path, data)
        if not self._site.remote:
            yield from self._built()

    def _page(self, name: str, body: str, text: str) -> Iterator[str]:
        """The first difference of a page, in words."""
        begin = text.find('<div class="briefing')
        end = text.rfind("</div>", begin, text.find("</article>", begin)) + len("</div>")
        yield next(differences(name, body.encode(), text[begin:end].encode()), f"{name} is not what the data give.")

    def _file(self, path: str, data: bytes) -> Iterator[str]:
        found = self._site.read(path)
        if found is None:
            yield f"{path} is missing."
        elif found != data:
            yield next(differences(path, data, found))

    def _built(self) -> Iterator[str]:
        """What is made when a site is built: lasting addresses, texts, pictures, database."""
        place = Path(self._site.place)
        with tempfile.TemporaryDirectory() as folder:
            again = Path(folder)
            for path, data in [*self._files.items(), *((name, body.encode()) for name, (_, body) in self._bodies.items())]:
                (again / path).parent.mkdir(parents=True, exist_ok=True)
                (again / path).write_bytes(data)
            before = _all(again)
            name, address, language = self._named()
            if (place / lasting.ICON).is_file():
                (again / lasting.ICON).parent.mkdir(parents=True, exist_ok=True)
                (again / lasting.ICON).touch()
                before.add(lasting.ICON)
            lasting.write(again, name, address, language)
            provenance.texts(again)
            share_picture.write(again)
            for path in sorted(_all(again) - before):
                yield from self._compared(path, (again / path).read_bytes())
            yield from self._database(again)
            there = {path for path in _all(place) if path.startswith(MADE)}
            for path in sorted(there - _all(again) - {"data/site.json"}):
                if not path.endswith((".sqlite", ".gz")):
                    yield f"{path} is nothing that the data give."

    def _named(self) -> tuple[str, str, str]:
        """Name, address and language of the site, as its first page says."""
        said = Surroundings.told((self._site.read("index.html") or b"").decode("utf-8", "replace"))
        return said.get("og:site_name", ""), said.get("og:url", ""), self._settings.language

    def _compared(self, path: str, data: bytes) -> Iterator[str]:
        found = self._site.read(path)
        if found is not None and found != data and path.endswith(PICTURES) and _pixels(found) == _pixels(data):
            return  # another version of the library packs them otherwise
        yield from self._file(path, data)

    def _database(self, again: Path) -> Iterator[str]:
        if not (Path(self._site.place) / BASE).is_file():
            return
        database.write(again)
        one, other = (_dump(folder / BASE) for folder in (again, Path(self._site.place)))
        if one != other:
            row = next((b for a, b in zip(one, other, strict=False) if a != b), "")
            yield f"{BASE} holds other rows than the data give: {row[:120]}"


def _all(folder: Path) -> set[str]:
    return {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}


def _pixels(data: bytes) -> object:
    import io

    from PIL import Image, UnidentifiedImageError

    try:
        image = Image.open(io.BytesIO(data))
        return image.size, image.info, image.convert("RGB").tobytes()
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError):
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
