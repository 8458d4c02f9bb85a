"""The articles that a project has: what is known already, and how a new one is written, whole or not at all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.errors import BriefingError
from generator.sources.adding.addresses import is_address, same_page
from generator.sources.article import Metadata
from generator.sources.reading import find
from generator.sources.sidecar import beside
from generator.sources.versions import EARLIER
from generator.values import files
from generator.values.slugs import slug

EDITORS = ("published_checked", "corrections")  # keys of a sidecar that only an editor writes
LONGEST = 60  # characters of a file's name


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the project has."""

    file: Path
    sha256: str


class Library:
    """A project's folder of articles."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._by_address: dict[str, Known] = {}
        self._by_bytes: dict[str, Known] = {}
        self._names: set[str] = set()
        for file in find([folder])[0] if folder.is_dir() else []:
            self._note(file)

    def _note(self, file: Path) -> None:
        said = _sidecar(file)
        known = Known(file, str(said.get("sha256") or digest(file.read_bytes())))
        self._by_bytes.setdefault(known.sha256, known)
        self._names.add(file.stem.casefold())
        for key in ("url", "asked"):
            if is_address(str(said.get(key) or "")):
                self._by_address[same_page(str(said[key]))] = known

    def at(self, address: str | None) -> Known | None:
        """The article that came from an address."""
        return self._by_address.get(same_page(address)) if address else None

    def holding(self, data: bytes) -> Known | None:
        """The article with exactly these bytes."""
        return self._by_bytes.get(digest(data))

    def add(self, data: bytes, suffix: str, known: Metadata, asked: str | None, sha256: str | None = None) -> Path:
        """Write a new article and its sidecar; its name comes from its title."""
        stem = self._free(slug(known.title or "")[:LONGEST].strip("-") or "article")
        file = self.folder / f"{stem}{suffix}"
        self._write(file, data, known, asked, sha256)
        return file

    def renew(self, old: Known, data: bytes, suffix: str, known: Metadata, asked: str | None) -> Path:
        """Put a newer version in an article's place; the older one is kept in `.earlier/`."""
        said = _sidecar(old.file)
        stamp = f"{said.get('retrieved') or 'undated'}-{old.sha256[:8]}"
        kept = self.folder / EARLIER / old.file.stem
        companion = beside(old.file)
        try:
            kept.mkdir(parents=True, exist_ok=True)
            (kept / f"{stamp}{old.file.suffix}").write_bytes(old.file.read_bytes())
            if companion:
                (kept / f"{stamp}.yml").write_bytes(companion.read_bytes())
        except OSError as error:
            raise BriefingError(
                f"{kept} can't be written ({error.strerror}): make room, or check who may write there."
            ) from error
        file = old.file.with_suffix(suffix)
        if file != old.file:
            old.file.unlink()
        self._write(file, data, known, asked, None, {key: said[key] for key in EDITORS if key in said})
        return file

    def keep_original(self, name: str, data: bytes) -> None:
        """Keep the mail of which stories were taken out."""
        _replace(self.folder / EARLIER / Path(name).name, data)

    def _free(self, stem: str) -> str:
        name, number = stem, 2
        while name.casefold() in self._names:
            name, number = f"{stem}-{number}", number + 1
        return name

    def _write(
        self,
        file: Path,
        data: bytes,
        known: Metadata,
        asked: str | None,
        sha256: str | None,
        edited: dict[str, Any] | None = None,
    ) -> None:
        values: dict[str, Any] = {
            "url": known.url,
            "asked": asked if asked and known.url and same_page(asked) != same_page(known.url) else None,
            "title": known.title,
            "published": known.published,
            "published_from": known.published_from,
            "publisher": known.publisher,
            "author": known.author,
            "retrieved": known.retrieved,
            "sha256": sha256 or digest(data),
            **(edited or {}),
        }
        said = {key: value for key, value in values.items() if value is not None}
        # the sidecar first: an article that a crash leaves without one would be taken for a reader's own
        _replace(file.with_suffix(".yml"), yaml.safe_dump(said, sort_keys=False, allow_unicode=True, width=1000).encode())
        _replace(file, data)
        self._note(file)


def digest(data: bytes) -> str:
    """SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def _sidecar(file: Path) -> dict[str, Any]:
    """The keys of a sidecar; none where it can't be read, which a build tells."""
    companion = beside(file)
    if companion is None:
        return {}
    try:
        found = yaml.safe_load(companion.read_bytes()) if companion.stat().st_size < 1_000_000 else {}
    except (OSError, yaml.YAMLError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _replace(file: Path, data: bytes) -> None:
    try:
        files.replace(file, data)
    except OSError as error:
        raise BriefingError(
            f"{file} can't be written ({error.strerror}): make room, or check who may write there."
        ) from error
