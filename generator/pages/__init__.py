"""From a dossier to Markdown and data files. No decision here about what is true."""

from generator.pages.draft import Draft
from generator.pages.page_settings import PageSettings
from generator.pages.render import drafts, render

__all__ = ["Draft", "PageSettings", "drafts", "render"]
