"""What the pages need to know besides the dossier."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.dossier.changes import Change
from generator.dossier.revisions import Revision


@dataclass(frozen=True, slots=True)
class PageSettings:
    """How the pages are made."""

    language: str = "en"
    publish: Literal["full", "excerpts"] = "full"
    site_url: str | None = None
    report: str | None = None  # where readers report an error: mailto: or https:
    versions: tuple[tuple[str, str], ...] = ()  # name and version of what made the pages
    pipeline: dict[str, object] = field(default_factory=dict)  # the pipeline's meta: name, version, licence, scores
    problems: tuple[str, ...] = ()  # files that could not be read, as sentences
    since: str | None = None  # the earlier build that this one is compared with, as the user named it
    changes: tuple[Change, ...] = ()  # what differs from it
    revisions: tuple[Revision, ...] = ()  # what publishers changed in articles that were fetched again
    words: int | None = None  # of all sources, where their texts are not at hand to be counted
