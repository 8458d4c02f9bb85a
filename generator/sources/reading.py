"""Find article files and read them: one entry for every format."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.errors import SourceError
from generator.sources.article import Article, Metadata
from generator.sources.english import english, other_language
from generator.sources.paragraphs import paragraphs
from generator.sources.readers import READERS
from generator.sources.sidecar import KEYS, SIDECAR_SUFFIXES, Sidecar, beside, merged, outside, read_sidecar

LARGEST_TEXT = 5_000_000  # characters
LARGEST_FILE = 50_000_000  # bytes


@dataclass(frozen=True, slots=True)
class Reading:
    """An article as read, with what its sidecar corrects and sentences for the user."""

    article: Article
    corrections: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()


def find(paths: Iterable[Path]) -> tuple[list[Path], list[str]]:
    """The article files among files and folders, in order of their names, and a note on each file that is left out.

    Raises:
        SourceError: a path does not exist.
    """
    files: list[Path] = []
    notes: list[str] = []
    for path in paths:
        if path.is_dir():
            visible = _visible(path)
            files += [each for each in visible if each.suffix.lower() in READERS and not outside(each, path)]
            notes += [note for each in visible if (note := _left_out(each, path))]
        else:
            files.append(_named(path))
    return list(dict.fromkeys(files)), notes


def _named(path: Path) -> Path:
    """An article that the user named, not the folder that it is in."""
    if not path.exists():
        raise SourceError(f"{path} does not exist: give an article or a folder of articles.")
    if not path.is_file():
        raise SourceError(f"{path} is neither a file nor a folder but a device or a pipe: give a file.")
    if path.suffix.lower() not in READERS:
        raise SourceError(f"{path} is not an article: give a file that ends in {', '.join(READERS)}, or a folder.")
    return path


def _left_out(file: Path, folder: Path) -> str | None:
    """A note on a file in a folder that is no article."""
    if outside(file, folder):
        return f"{file} is a link that leads out of {folder}: left out."
    if file.suffix.lower() in READERS:
        return None
    if file.suffix.lower() not in SIDECAR_SUFFIXES:
        return f"{file} is not an article ({', '.join(READERS)}): left out."
    if not _belongs(file):
        return f"{file} says nothing of any article: give it the name of the article that it belongs to."
    return None


def _belongs(sidecar: Path) -> bool:
    """Whether an article has a sidecar's name; "UPPER.yml" belongs to "UPPER.TXT"."""
    return any(
        each.stem == sidecar.stem and each.suffix.lower() in READERS for each in sidecar.parent.iterdir() if each.is_file()
    )


def _visible(folder: Path) -> list[Path]:
    """The files in a folder and the folders in it, but for hidden ones and what lies behind linked folders, in order of their names."""
    found: list[Path] = []
    for place, inner, names in os.walk(folder):
        inner[:] = [name for name in inner if not name.startswith(".")]
        files = (os.path.join(place, name) for name in names if not name.startswith("."))
        found += (Path(file) for file in files if os.path.isfile(file))
    return sorted(found, key=lambda file: file.parts)


def read(path: Path, name: str | None = None) -> Reading:
    """Read an article with its sidecar.

    Args:
        path: the article's file.
        name: its id, unless that is the file's stem.

    Raises:
        SourceError: the file is empty, binary, too large, not English, a scan, or can't be read.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise SourceError(f"{path.name} is larger than 50 MB: save only the article's text.")
        data = path.read_bytes()
        companion = beside(path)
        sidecar = _sidecar(companion, path) if companion else Sidecar()
    except OSError as error:
        raise SourceError(f"{path} can't be read ({error.strerror}): check that it exists and may be read.") from error
    return from_bytes(data, path.suffix.lower(), name or path.stem, path.name, sidecar)


def retold(article: Article, text: str) -> Article:
    """An article with another text of the same file: what an earlier version of its reader made of it."""
    return replace(article, text=text, paragraphs=paragraphs(text, article.metadata.title))


def _sidecar(companion: Path, article: Path) -> Sidecar:
    """The sidecar of an article; one that can't be read costs its article, which the message names."""
    try:
        return read_sidecar(companion)
    except SourceError as error:
        raise SourceError(f"{article.name} is left out: {error}") from error


def from_bytes(data: bytes, suffix: str, name: str, file: str, sidecar: Sidecar | None = None) -> Reading:
    """Read an article from its bytes; `suffix` names the format, `file` the file in messages."""
    sidecar = sidecar or Sidecar()
    text, inner = READERS[suffix](data, file)
    text, inner = _whole(text), replace(inner, metadata=_whole_metadata(inner.metadata))
    if not text.strip():
        raise SourceError(f"{file} is empty: put the article's text into it, or remove it.")
    if len(text) > LARGEST_TEXT:
        raise SourceError(f"{file} holds more than 5 million characters: split it into articles.")
    metadata = merged(sidecar.metadata, inner.metadata)
    metadata, doubt = _in_english(metadata, sidecar.metadata.language, text, file)
    warnings = [*sidecar.warnings, *inner.warnings, *doubt]
    if metadata.published is None:
        warnings.append(
            f"{file} has no date of publication, so days without a year stay without one"
            + (f": add `published: YYYY-MM-DD` to {Path(file).stem}.yml beside it." if Path(file).suffix else ".")
        )
    elif metadata.retrieved and metadata.published > metadata.retrieved:
        warnings.append(
            f"{file} says that it was published on {metadata.published}, after it was saved on {metadata.retrieved}: "
            "check the date; every day in it is counted from there."
        )
    article = Article(name, text, metadata, paragraphs(text, metadata.title))
    return Reading(article, (*inner.corrections, *sidecar.corrections), tuple(map(_whole, warnings)))


def _in_english(metadata: Metadata, stated: str | None, text: str, file: str) -> tuple[Metadata, list[str]]:
    """The metadata of a text that can be read as English, with a warning where its sidecar says another language.

    The text is the witness: a page's template, and who writes a sidecar by the page's country, may say another language.

    Args:
        metadata: what the file and its sidecar say.
        stated: what the sidecar says of the language.
        text: the article's text.
        file: the article's file.
    """
    companion = f"{Path(file).stem}.yml"
    if not _english(metadata.language) and english(text):
        warning = (
            f"{companion} says `language: {stated}`, but {file} is in English and is read: write `language: en` into it."
        )
        return replace(metadata, language=None), [warning] if stated else []
    language = metadata.language or other_language(text)
    if _english(language):
        return metadata, []
    if stated:
        raise SourceError(
            f"{file} is not in English ({companion} beside it says `language: {stated}`): only English articles can be read; "
            f"if it is English, write `language: en` into {companion}."
        )
    seen = "says that it is" if metadata.language else "seems to be"
    raise SourceError(
        f"{file} is not in English (it {seen} {language!r}): only English articles can be read; "
        f"if it is English, write `language: en` into {companion} beside it."
    )


def _english(language: str | None) -> bool:
    return language is None or language.lower().startswith("en")


def ids(files: Iterable[Path], holders: Mapping[str, Path] | None = None) -> dict[Path, str]:
    """An id for each file: its stem; where files share one, the first of them has it, and each other a fingerprint of its place besides.

    First is what has had the name before, then what lies in fewer folders, then plain text before other formats. Bytes of a name that are
    no UTF-8, which Linux allows, are U+FFFD in the id.

    Args:
        files: the articles.
        holders: the files that have had the names that several share, by stem.
    """
    stems = {file: _whole(file.stem) for file in files}
    first = {_whole(stem): file for stem, file in (holders or {}).items() if file in stems}
    for file in sorted(stems, key=_precedence):
        first.setdefault(stems[file], file)
    return {
        file: stem if first[stem] == file else f"{stem}-{hashlib.sha256(_place(file)).hexdigest()[:6]}"
        for file, stem in stems.items()
    }


def _precedence(file: Path) -> tuple[int, int, bytes]:
    suffix = file.suffix.lower()
    return len(file.parts), list(READERS).index(suffix) if suffix in READERS else len(READERS), os.fsencode(file)


def _place(file: Path) -> bytes:
    return "/".join(file.parts[-2:]).encode("utf-8", "surrogateescape")


HALVES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")  # PDFs and web pages can hold them; no file of UTF-8 can


def _whole(text: str) -> str:
    return text if text.isascii() else text.translate(HALVES)


def _whole_metadata(found: Metadata) -> Metadata:
    values = {key: getattr(found, key) for key in KEYS}
    changed: dict[str, Any] = {key: _whole(value) for key, value in values.items() if isinstance(value, str)}
    return replace(found, **changed)
