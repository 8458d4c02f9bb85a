"""`briefing info`: versions and the pipeline, as JSON."""

from __future__ import annotations

import argparse
import json
from importlib.metadata import version
from pathlib import Path

from generator import __version__
from generator.language.setup.shipped import PIPELINE
from generator.settings import read_settings

HELP = "print versions and the pipeline as JSON"
EXAMPLES = """example:
  briefing info"""


def configure(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(arguments: argparse.Namespace) -> int:
    """Print the JSON object."""
    named = read_settings(Path.cwd()).pipeline
    facts = {
        "version": __version__,
        "pipeline": _pipeline(named),
        **{name: version(name) for name in ("spacy", "mkdocs", "mkdocs-material")},
    }
    print(json.dumps(facts, indent=2))
    return 0


def _pipeline(named: str | None) -> dict[str, str]:
    if named is None:
        meta = json.loads((PIPELINE / "meta.json").read_text("utf-8"))
        return {"name": f"{meta['lang']}_{meta['name']}", "version": meta["version"], "path": str(PIPELINE)}
    from generator.language import load

    meta = load(named).meta
    return {"name": f"{meta['lang']}_{meta['name']}", "version": meta["version"], "path": named}
