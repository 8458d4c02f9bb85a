"""The MkDocs plugin `briefing`: regenerates what is stale before each build, watches what pages are made from, finishes their head.

While serving, our mistakes and an article's are one readable error and the last good pages stay; in `mkdocs build` they end the
build. Only files whose bytes change are written, so the server does not rebuild for ever.
"""

from __future__ import annotations

import html
import logging
import re
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from generator.building.messages import summarised
from generator.errors import BriefingError
from generator.settings import SETTINGS_FILE, Settings, read_settings
from generator.site import lasting, navigation, provenance, share_picture, single_pages
from generator.site.alternates import alternates
from generator.site.head import finished, theme_scripts
from generator.site.html_pages import OPENS, as_it_is, searchable, whole
from generator.site.open_graph import open_graph
from generator.site.theme_parts import render_once

log = logging.getLogger("mkdocs.plugins.briefing")
LARGEST_SERVED = 5_000_000  # bytes of what Explore searches: of more, the index would delay every look at an edit
UNNAMED = "My briefing"  # in the `mkdocs.yml` that `briefing new` copies


class BriefingPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Runs `briefing build` when MkDocs builds."""

    def __init__(self) -> None:
        self._serving = False
        self._command = "build"
        self._language, self._most = "en", single_pages.MOST_PAGES
        self.problem: str | None = None
        self._scripts: list[re.Pattern[str]] = []
        self._unsearched = ""  # the page of which a search index sees less

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what we do."""
        self._command = command
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Build before MkDocs looks for files."""
        from generator.building.run import build

        project = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self.problem = None
        config.theme.dirs.insert(0, str(Path(__file__).parent.parent / "theme" / "overrides"))  # our page for a missing page
        try:
            self._named(config, read_settings(project))
            outcome = build(project, in_place=self._serving)
        except BriefingError as error:
            if not self._serving:
                raise PluginError(str(error)) from error
            self.problem = str(error)
            log.error("%s The last good pages are shown.", error)
            return config
        lacking = navigation.missing(
            config.nav, Path(config.docs_dir), lambda file: bool(config.not_in_nav and config.not_in_nav.match_file(file))
        )
        if lacking and config.nav:
            config.nav = navigation.completed(config.nav, lacking)
            log.info(navigation.advice(lacking, done=True))
        for line in summarised(outcome.warnings) if outcome.fresh else ():
            log.info(line)  # not a warning: --strict would stop at an article without a date
        if outcome.problems:
            self.problem = " ".join(outcome.problems)
            for line in summarised(outcome.problems):
                log.error(line)
            if not self._serving and config.strict:
                raise PluginError(self.problem)
        return config

    def _named(self, config: MkDocsConfig, settings: Settings) -> None:
        """Title and address are the briefing's, where `mkdocs.yml` has none of its own."""
        self._language, self._most = settings.language, settings.single_pages
        if config.site_name in {UNNAMED, settings.title}:
            config.site_name = html.escape(settings.title)  # themes print it as it is
        if not config.site_url and settings.site_url:
            config.site_url = f"{settings.site_url.rstrip('/')}/"

    def on_nav(self, nav: Navigation, **_: Any) -> Navigation:
        """Remember it for the theme."""
        self._navigation = nav
        return nav

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read which inline scripts are the theme's own."""
        self._scripts = theme_scripts(config.theme.dirs)

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Spare the theme what it would do alike a thousand times."""
        render_once(env, self._navigation)
        return env

    def on_page_markdown(self, markdown: str, *, page: Page, **_: Any) -> str:
        """Keep a page that is HTML already from being interpreted."""
        if whole(markdown):
            page.render = as_it_is(page, markdown)  # type: ignore[method-assign]
        return markdown

    def on_page_content(self, html: str, **_: Any) -> str:
        """While serving, a banner says what is wrong."""
        if not (self._serving and self.problem):
            return html
        from generator.pages.escaping import inert

        return f'<p class="admonition failure" role="alert">{inert(self.problem)}</p>{html}'

    @event_priority(100)
    def _before_search(
        self, /, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        self._unsearched = page.content or ""
        if OPENS in self._unsearched:
            left_out = (page.meta.get("search") or {}).get("exclude")
            page.content = "" if left_out else searchable(self._unsearched)
        return context

    @event_priority(-100)
    def _after_search(
        self, /, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if OPENS in self._unsearched:
            page.content = self._unsearched
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Add the policy and what a page says of itself to other sites."""
        tags = open_graph(
            page.file.dest_uri,
            html.unescape(str(page.meta.get("title", page.title) or "")),
            html.unescape(str(page.meta.get("description", ""))),
            html.unescape(config.site_name),
            config.site_url or "",
            str(config.theme.get("language", "en")),
        )
        output = provenance.stamped(output, Path(config.docs_dir) / "data" / "manifest.json")
        links = alternates(page.file.dest_uri, Path(config.docs_dir), html.unescape(config.site_name), config.site_url or "")
        return finished(output, self._scripts, tags, links=links)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for a missing page is under the same policy."""
        return finished(output_content, self._scripts, {}) if template_name.endswith(".html") else output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Make what belongs to the built site alone: the picture for links; index and database only where nothing follows."""
        site = Path(config.site_dir)
        share_picture.write(site)
        if not self._serving:
            lasting.write(site, html.unescape(config.site_name), config.site_url or "", self._language, self._most)
        provenance.texts(site)
        provenance.configuration(site, config.user_configs)
        if self._serving and (found := site / "data" / "explore.jsonl").is_file() and found.stat().st_size < LARGEST_SERVED:
            from generator.site.search_index import index as made

            if problem := made(site):
                log.info(problem)
        if self._command == "gh-deploy":
            from generator.site import database
            from generator.site.search_index import index

            database.write(site)
            if problem := index(site):
                log.info(problem)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        """Watch what the pages are made from."""
        project = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        seeds = project / read_settings(project).seeds
        for place in (
            seeds,
            project / SETTINGS_FILE,
            Path(__file__).parent.parent / "pages",
            Path(__file__).parent.parent / "theme",
        ):
            if place.exists():
                server.watch(str(place))
        return server
