"""From a dossier to Markdown and data files. No decision here about what is true."""

from generator.pages.draft import Draft
from generator.pages.render import drafts, render
from generator.pages.settings import PageSettings

__all__ = ["Draft", "PageSettings", "drafts", "render"]
