"""The YAML beside an article: what its publisher says of it, and what an editor sets right."""

from __future__ import annotations

import difflib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from generator.errors import SourceError
from generator.sources import yaml_faults
from generator.sources.article import DATE_ORIGINS, Metadata
from generator.sources.encodings import decode

SIDECAR_SUFFIXES = (".yml", ".yaml")
KEYS = ("title", "published", "publisher", "author", "url", "language", "published_from", "retrieved", "published_checked")
UNREAD = ("sha256", "asked")  # what `briefing add` notes for people and for itself
SWITCHES = ("published_checked",)
DAYS = ("published", "retrieved")
CORRECTIONS = "corrections"
LARGEST = 1_000_000  # bytes
LONGEST_NUMBER = 1000  # bits
DEEPEST = 20  # lists in lists: PyYAML takes minutes for a line of thousands of brackets


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A sidecar's content; `warnings` are sentences for the user."""

    metadata: Metadata = field(default_factory=Metadata)
    corrections: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()


def beside(article: Path) -> Path | None:
    """The sidecar of an article's file, if there is one; a link that leads out of the article's folder is none."""
    stem = os.path.splitext(article)[0]  # strings: a build asks this of every article, and paths cost more than the disk
    found = (Path(stem + suffix) for suffix in SIDECAR_SUFFIXES if os.path.isfile(stem + suffix))
    return next((path for path in found if not outside(path, article.parent)), None)


def outside(file: Path, folder: Path) -> bool:
    """Whether a file is a link that leads out of a folder."""
    return file.is_symlink() and not file.resolve().is_relative_to(folder.resolve())


def read_sidecar(path: Path) -> Sidecar:
    """Read a sidecar.

    Raises:
        SourceError: it is not YAML, or not a mapping.
    """
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise SourceError(f"{path.name} is larger than a sidecar may be (1 MB): keep the article's text out of it.")
    return parse(decode(data, path.name), path.name)


def parse(text: str, name: str, origin: str = "sidecar") -> Sidecar:
    """Read metadata and corrections from YAML text.

    Args:
        text: the YAML.
        name: the file's name, for messages.
        origin: where a day of publication that stands in it is said to come from, unless it says so itself.
    """
    found = load_yaml(text, name)
    if found is None:
        return Sidecar()
    if not isinstance(found, dict):
        raise SourceError(f"{name} must hold keys such as `title:` and `published:`, one a line.")
    warnings: list[str] = []
    values: dict[str, Any] = {}
    for key, value in found.items():
        if key == CORRECTIONS or key in UNREAD or value is None:
            continue
        values[str(key)], wrong = _value(str(key), value)
        warnings += [f"{name}: {wrong}"] if wrong else []
    values = {key: value for key, value in values.items() if key in KEYS}
    corrections = found.get(CORRECTIONS) or []
    if not isinstance(corrections, list) or not all(isinstance(each, dict) for each in corrections):
        raise SourceError(f"{name}: `corrections:` must be a list; each entry begins with `- id:` or `- person:`.")
    if wrong := _stated(values, origin):
        warnings.append(f"{name}: {wrong}")
    return Sidecar(Metadata(**values), tuple(corrections), tuple(warnings))


def _value(key: str, value: object) -> tuple[Any, str | None]:
    """A key's value, and what is wrong with it."""
    if key not in KEYS:
        near = difflib.get_close_matches(key, [*KEYS, CORRECTIONS], 1)
        hint = f"; did you mean `{near[0]}:`?" if near else f" (known: {', '.join([*KEYS, CORRECTIONS])})"
        return None, f"the key `{key}:` is not known and was left out{hint}."
    if key in DAYS:
        day = _day(value)
        return day, None if day else f"`{key}: {value}` is not a date and was left out; write it as 2016-08-09."
    if key in SWITCHES:
        right = isinstance(value, bool)
        return value if right else None, None if right else f"`{key}: {value}` must be true or false, and was left out."
    if isinstance(value, dict | list):
        return None, f"`{key}:` must be a text, not a list, and was left out."
    return " ".join(str(value).split()) or None, None


def _stated(values: dict[str, Any], origin: str) -> str | None:
    """Set who states the day of publication; a sentence where the sidecar names somebody unknown."""
    said = values.pop("published_from", None)
    if values.get("published") is None:
        return None
    values["published_from"] = said if said in DATE_ORIGINS else origin
    if said in (None, *DATE_ORIGINS):
        return None
    return f"`published_from: {said}` is not known (known: {', '.join(DATE_ORIGINS)}) and was left out."


def load_yaml(text: str, name: str) -> Any:
    """Plain YAML values; anchors, aliases and tags are refused, so that a small file can't grow large or make objects.

    Raises:
        SourceError: the text is not YAML, or uses anchors or tags.
    """
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if (
                isinstance(event, yaml.ScalarEvent)
                and not event.value.isascii()
                and any("\ud800" <= c <= "\udfff" for c in event.value)
            ):
                raise SourceError(f"{name} holds half of a character (\\uD800 to \\uDFFF): write the character itself.")
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                raise SourceError(f"{name} nests lists more than {DEEPEST} deep: write `key: value`, one a line.")
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise SourceError(f"{name} uses YAML anchors (& or *), which are not allowed here: write the values out.")
            if tag := getattr(event, "tag", None):
                raise SourceError(f"{name} uses a YAML tag ({tag[:40]}), which is not allowed here: write the plain value.")
        loader = yaml.SafeLoader(text)
        node = loader.get_single_node()
        if doubled := yaml_faults.twice(node):
            raise SourceError(f"{name} has the key `{doubled[0]}:` twice (again in line {doubled[1]}): keep one of them.")
        found = loader.construct_document(node) if node is not None else None
        if _endless(found):
            raise SourceError(
                f"{name} holds a number of hundreds of digits: put it into quotation marks, or write the text that is meant."
            )
        return found
    except yaml.YAMLError as error:
        at = yaml_faults.line(error)
        where = f" (line {at})" if at else ""
        raise SourceError(f"{name} is not valid YAML{where}: {yaml_faults.cure(error)}.") from error
    except RecursionError as error:
        raise SourceError(f"{name} is not valid YAML: it is nested too deep.") from error
    except ValueError as error:  # 2016-02-30; a number of thousands of digits
        raise SourceError(
            f"{name} holds a date or a number that there is not ({error}): write a day as 2016-08-09."
        ) from error


def _endless(value: Any) -> bool:
    """Whether there is a whole number in it that Python would not print (`0xfff…` of 5,000 digits)."""
    if isinstance(value, int):
        return value.bit_length() > LONGEST_NUMBER
    parts = (
        [*value.keys(), *value.values()]
        if isinstance(value, dict)
        else value
        if isinstance(value, list | set | tuple)
        else ()
    )
    return any(map(_endless, parts))


def merged(first: Metadata, second: Metadata) -> Metadata:
    """What `first` says, and where it is silent what `second` says; a day and who states it stay together."""
    if first.published is not None:
        second = replace(second, published_from=None)
    return replace(second, **{key: value for key in KEYS if (value := getattr(first, key)) is not None})


def _day(value: object) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value).strip()[:10])
    except ValueError:
        return None
