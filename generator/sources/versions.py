"""The earlier versions of articles that `briefing add --again` keeps in `seeds/.earlier/`, as they were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.errors import SourceError
from generator.sources.article import Article
from generator.sources.readers import READERS
from generator.sources.reading import read
from generator.sources.sidecar import beside, read_sidecar

EARLIER = ".earlier"  # the folder in seeds/ of versions that a newer one replaced, and of mails whose stories were taken out


@dataclass(frozen=True, slots=True)
class Version:
    """An article as it was on a day."""

    article: Article
    retrieved: date | None  # the day on which it was fetched


def kept_files(seeds: Path, file: Path) -> list[Path]:
    """The files of an article's earlier versions, in the order of their names, which begin with the day."""
    folder = seeds / EARLIER / file.stem
    if not folder.is_dir():
        return []
    return sorted(each for each in folder.iterdir() if each.suffix.lower() in READERS and each.is_file())


def earlier_versions(seeds: Path, file: Path) -> Iterator[Version | str]:
    """An article's earlier versions, the oldest first; a sentence in place of one that can't be read.

    Args:
        seeds: the folder of articles.
        file: the article as it is now.
    """
    found: list[Version] = []
    for each in kept_files(seeds, file):
        try:
            article = read(each, file.stem).article
            found.append(Version(article, article.metadata.retrieved))
        except SourceError as error:
            yield f"The earlier version {each.name} of {file.name} can't be compared: {error}"
    yield from sorted(found, key=lambda version: (version.retrieved is not None, version.retrieved or date.min))


def retrieved_on(file: Path) -> date | None:
    """The day on which an article was fetched, by its sidecar."""
    companion = beside(file)
    try:
        return read_sidecar(companion).metadata.retrieved if companion else None
    except SourceError:
        return None
