"""From a dossier to Markdown and data files. No decision here about what is true."""

from generator.pages.render import render
from generator.pages.settings import PageSettings

__all__ = ["PageSettings", "render"]
