"""Where a project keeps its things: what is generated and safe to delete lies in `.briefing/`."""

from __future__ import annotations

from pathlib import Path

STATE_FOLDER = ".briefing"


def cache_folder(project: Path) -> Path | None:
    """The folder of cached records; None outside a project, so that nothing is left in a foreign folder."""
    known = (project / "briefing.yml").is_file() or (project / STATE_FOLDER).is_dir() or (project / "mkdocs.yml").is_file()
    return project / STATE_FOLDER / "records" if known else None
