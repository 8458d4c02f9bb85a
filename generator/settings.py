"""`briefing.yml`: what a project says about its briefing; every key has a default and is checked."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.errors import SettingsError, SourceError
from generator.sources.encodings import decode
from generator.sources.sidecar import load_yaml

SETTINGS_FILE = "briefing.yml"


class Settings(BaseModel):
    """The keys of `briefing.yml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field("Briefing", description="the briefing's title, in the masthead")
    dek: str | None = Field(None, description="the line under the title")
    language: str = Field(
        "en", description="the site's language for dates and numbers, such as en or en_GB", pattern="^en([_-][A-Z]{2})?$"
    )
    publish: Literal["full", "excerpts"] = Field(
        "full",
        description="full: show each source whole; excerpts: only the cited passages, where the text may not be republished",
    )
    pipeline: str | None = Field(None, description="another installed spaCy pipeline; left out: the one that briefing ships")
    seeds: str = Field("seeds", description="the folder of articles")
    docs: str = Field("docs", description="the folder of generated pages")
    site_url: str | None = Field(
        None,
        description="the address at which the site will be published, with https:// or http://",
        pattern=r"^(https?://[^\s<>\"']+)?$",
    )
    report: str | None = Field(
        None,
        description="where readers report an error: an e-mail address, or a form at https://, to which item, page and words are added",
        pattern=r"^(mailto:)?[^\s<>\"'@:/?#&]+@[^\s<>\"'@:/?#&]+$|^https://[^\s<>\"']+$|^$",
    )
    single_pages: int = Field(
        50_000,
        ge=0,
        description="at most so many items have a page of their own, f/ID.html; in a larger site those that the lists show, or only "
        "those that the first pages show; the addresses of the others go on working where the host answers with 404.html",
    )
    changes_since: str | None = Field(
        None,
        description="`previous`, a git revision, or a folder that holds an earlier docs/: adds a page of what is new since then",
    )


def read_settings(project: Path) -> Settings:
    """The settings of a project folder; the defaults where it has no `briefing.yml`.

    Raises:
        SettingsError: a key is unknown or has a wrong value.
    """
    file = project / SETTINGS_FILE
    if not file.is_file():
        return Settings()
    try:
        found = load_yaml(decode(file.read_bytes(), SETTINGS_FILE), SETTINGS_FILE) or {}
    except SourceError as error:
        raise SettingsError(str(error)) from error
    if not isinstance(found, dict):
        raise SettingsError(f"{SETTINGS_FILE} must hold keys such as `title:`, one a line.")
    try:
        settings = Settings.model_validate(found)
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from error
    _apart(project, settings)
    return settings


def _apart(project: Path, settings: Settings) -> None:
    """Articles and pages lie in two folders of the project, so that making pages never touches anything else."""
    places = {key: (project / getattr(settings, key)).resolve() for key in ("seeds", "docs")}
    for key, place in places.items():
        inside = place.relative_to(project.resolve()).parts if place.is_relative_to(project.resolve()) else ()
        if not inside or any(part.startswith(".") for part in inside):
            raise SettingsError(
                f"{SETTINGS_FILE}: `{key}:` must be a folder inside the project, not {getattr(settings, key)!r}."
            )
    if places["docs"].is_relative_to(places["seeds"]) or places["seeds"].is_relative_to(places["docs"]):
        raise SettingsError(f"{SETTINGS_FILE}: `docs:` and `seeds:` must be two folders, neither inside the other.")


def _sentence(error: ValidationError) -> str:
    first = error.errors()[0]
    key = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "extra_forbidden":
        near = difflib.get_close_matches(key, Settings.model_fields, 1)
        hint = f"did you mean `{near[0]}:`?" if near else f"known keys: {', '.join(Settings.model_fields)}."
        return f"{SETTINGS_FILE}: the key `{key}:` is not known; {hint}"
    allowed = f" Allowed: {first['ctx']['expected']}." if "expected" in first.get("ctx", {}) else ""
    about = Settings.model_fields[key].description if key in Settings.model_fields else ""
    return f"{SETTINGS_FILE}: `{key}: {first['input']}` is not right ({about}).{allowed}"
