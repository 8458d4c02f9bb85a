"""Write an editor's correction into a sidecar, keeping its comments and order (ruamel.yaml does; PyYAML would lose them)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from generator.dossier.editor.corrections import LIST_KEYS
from generator.errors import BriefingError
from generator.sources.sidecar import load_yaml
from generator.values import files
from generator.values.slugs import slug


def correct(sidecar: Path, correction: Mapping[str, Any]) -> str:
    """Add a correction to a sidecar, or change the one of the same target; returns the sidecar's new text.

    Args:
        sidecar: the YAML file; made if it does not exist.
        correction: with `id` or `person`, and what to set.

    Raises:
        BriefingError: the sidecar is no YAML mapping, or can't be written.
    """
    yaml, content = _read(sidecar)
    entries = content.setdefault("corrections", [])
    key = "id" if "id" in correction else "person"
    known = [e for e in entries if isinstance(e, dict)]
    entry = next((e for e in known if e.get(key) == correction[key]), None)
    if entry is None and key == "person":  # the page shows the name that the editor gave
        entry = next((e for e in known if e.get("rename") == correction[key]), None)
    if entry is None:
        entries.append(dict(correction))
    else:
        lists = {name: [*(entry.get(name) or ()), *correction[name]] for name in LIST_KEYS if name in correction}
        entry.update({name: value for name, value in correction.items() if name != key})
        entry.update({name: list(dict.fromkeys(found)) for name, found in lists.items()})  # one more name, not another
    return _dumped(sidecar, yaml, content)


def withdraw(sidecar: Path, target: Mapping[str, Any]) -> bool:
    """Take the corrections of a target out of a sidecar; False where there are none.

    Args:
        sidecar: the YAML file.
        target: with `id` or `person`; a person also by the name that the correction gives, or by the end of its page's address.

    Raises:
        BriefingError: the sidecar is no YAML mapping, or can't be written.
    """
    yaml, content = _read(sidecar)
    entries = content.get("corrections")
    (key, name), *_ = target.items()
    known = [e for e in entries if isinstance(e, dict) and e.get(key)] if isinstance(entries, list) else []
    names = {name, *(e[key] for e in known if key == "person" and name in {e.get("rename"), slug(str(e[key]))})}
    found = [e for e in known if e[key] in names]
    for entry in found:
        entries.remove(entry)
    if found and not entries:
        del content["corrections"]
    if found:
        _dumped(sidecar, yaml, content)
    return bool(found)


def _read(sidecar: Path) -> tuple[YAML, Any]:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 120
    before = sidecar.read_text("utf-8") if sidecar.is_file() else ""
    load_yaml(before, sidecar.name)  # refuses anchors and tags with our own message
    try:
        content = yaml.load(before) if before.strip() else None
    except YAMLError as error:
        raise BriefingError(f"{sidecar.name} is not valid YAML: mend it first.") from error
    if content is None:
        content = yaml.load("{}")
        content.fa.set_block_style()
    if not isinstance(content, dict):
        raise BriefingError(f"{sidecar.name} must hold keys such as `published:`, one a line.")
    return yaml, content


def _dumped(sidecar: Path, yaml: YAML, content: Any) -> str:
    text = io.StringIO()
    if content:
        yaml.dump(content, text)
    _write(sidecar, text.getvalue())
    return text.getvalue()


def _write(file: Path, text: str) -> None:
    try:
        files.replace(file, text.encode("utf-8"))
    except OSError as error:
        raise BriefingError(f"{file} can't be written ({error.strerror}): check the folder's permissions.") from error
