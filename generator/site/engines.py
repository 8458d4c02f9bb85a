"""From `docs/` to `site/` by whichever engine is there: MkDocs with its Material theme, or Zensical, its successor.

Both read the same `mkdocs.yml` and `docs/`. Under MkDocs our plugin finishes each page while it is rendered. Zensical has no plugins
(version 0.0.73): its pages are finished afterwards, file by file, so that both sites carry the same policy, tags and missing page.
"""

from __future__ import annotations

import contextlib
import html
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

import yaml

from generator.errors import BriefingError
from generator.settings import Settings, read_settings
from generator.site import lasting, navigation, provenance, share_picture
from generator.site.alternates import alternates
from generator.site.head import finished, style_hashes, theme_scripts
from generator.site.open_graph import open_graph

Engine = Literal["mkdocs", "zensical"]
ENGINES: tuple[Engine, ...] = get_args(Engine)
CONFIGURATION = "mkdocs.yml"
QUIET = {"NO_MKDOCS_2_WARNING": "1"}  # the theme's notice of its own end is no affair of a briefing's author
TITLE_TAG = re.compile(r"<title>(.*?)</title>", re.S)
DESCRIPTION = re.compile(r'<meta name="description" content="([^"]*)">')
BUNDLE_FILES = "assets/javascripts/bundle.*.js"  # holds the styles of the search box
MISSING_HEADING = re.compile(r"<h1>404 - Not found</h1>")


def chosen(wanted: str | None) -> Engine:
    """The engine that is asked for, or the first that is installed.

    Raises:
        BriefingError: it is not installed.
    """
    there = [name for name in ENGINES if importlib.util.find_spec(name) is not None]
    if wanted is None and there:
        return there[0]
    for name in there:
        if name == wanted:
            return name
    raise BriefingError(
        f"{wanted or 'No engine for the site'} is not installed here: pip install {wanted or 'mkdocs-material'}."
    )


def configured(project: Path) -> None:
    """Make sure that there is something to render by.

    Args:
        project: the folder of `mkdocs.yml`.

    Raises:
        BriefingError: there is no `mkdocs.yml`.
    """
    if not (project / CONFIGURATION).is_file():
        raise BriefingError(f"{project / CONFIGURATION} does not exist: run `briefing new` for a project that has one.")


def render(project: Path, engine: Engine, strict: bool = False) -> Path:
    """Make the site of a project whose `docs/` is built; returns the site's folder.

    Args:
        project: the folder of `mkdocs.yml`.
        engine: which program renders.
        strict: stop at the engine's warnings.

    Raises:
        BriefingError: there is no `mkdocs.yml`, or the engine has failed; its own words went to standard error.
    """
    configured(project)
    command = [sys.executable, "-m", engine, "build", *(["--quiet"] if engine == "mkdocs" else ["--clean"])]
    own = read_settings(project)
    named = {"BRIEFING_TITLE": own.title, **({"SITE_URL": own.site_url} if own.site_url else {})}
    done = subprocess.run(
        [*command, *(["--strict"] if strict else [])],
        cwd=project,
        env={**named, **os.environ, **QUIET},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        print(done.stdout.strip(), file=sys.stderr)
        raise BriefingError(f"{engine} has made no site; what it says stands above.")
    with _environed(named):
        settings = configuration(project)
    site = project / str(settings.get("site_dir") or "site")
    lacking = navigation.missing(
        settings.get("nav"), project / own.docs, navigation.matching(str(settings.get("not_in_nav") or ""))
    )
    if lacking:
        print(f"note: {navigation.advice(lacking, done=engine == 'mkdocs')}", file=sys.stderr)
    if engine == "zensical":
        finish(site, settings, own)
    return site


@contextlib.contextmanager
def _environed(values: Mapping[str, str]) -> Iterator[None]:
    """What `!ENV` finds as the engine finds it."""
    new = {key: value for key, value in values.items() if key not in os.environ}
    os.environ.update(new)
    try:
        yield
    finally:
        for key in new:
            os.environ.pop(key, None)


def finish(site: Path, settings: Mapping[str, Any], own: Settings) -> None:
    """Give the pages of a site that Zensical made what the MkDocs plugin gives them.

    Args:
        site: the folder of pages.
        settings: the keys of `mkdocs.yml`.
        own: those of `briefing.yml`.
    """
    spec = importlib.util.find_spec("zensical")
    homes = list(spec.submodule_search_locations or ()) if spec else []
    scripts = theme_scripts([str(Path(home) / "templates") for home in homes])
    name, address = str(settings.get("site_name") or "Briefing"), str(settings.get("site_url") or "")
    language = str((settings.get("theme") or {}).get("language") or "en")
    styles = {found for file in sorted(site.glob(BUNDLE_FILES)) for found in style_hashes(file.read_text("utf-8"))}
    share_picture.write(site)
    for file in sorted(site.rglob("*.html")):
        path = file.relative_to(site).as_posix()
        page = file.read_text("utf-8")
        tags = {} if path == "404.html" else open_graph(path, *_of_itself(page, name), name, address, language)
        if path == "404.html":
            page = MISSING_HEADING.sub(_missing(settings), page, count=1)
        page = provenance.stamped(page, site / "data" / "manifest.json")
        file.write_text(finished(page, scripts, tags, styles, alternates(path, site, name, address)), "utf-8")
    lasting.write(site, name, address, own.language, own.single_pages)
    provenance.texts(site)
    provenance.configuration(site, [settings])


def configuration(project: Path) -> dict[str, Any]:
    """The keys of `mkdocs.yml`, with `!ENV` read as MkDocs and Zensical read it."""
    found = yaml.load((project / CONFIGURATION).read_text("utf-8"), _Loader)
    return found if isinstance(found, dict) else {}


class _Loader(yaml.SafeLoader):
    """YAML with `!ENV [NAME, ..., default]`."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
    else:
        names, default = [loader.construct_scalar(node)], None  # type: ignore[arg-type]
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def _of_itself(page: str, site_name: str) -> tuple[str, str]:
    """A page's title, without the site's name after it, and its description, as plain text."""
    title = html.unescape(found[1]).strip() if (found := TITLE_TAG.search(page)) else ""
    description = html.unescape(found[1]) if (found := DESCRIPTION.search(page)) else ""
    return title.removesuffix(f" - {site_name}"), description


def _entries(nav: object) -> Iterator[tuple[str, str]]:
    """The titles and files of a menu, those of its groups among them."""
    for each in nav if isinstance(nav, list) else ():
        for title, below in each.items() if isinstance(each, dict) else ():
            if isinstance(below, str):
                yield str(title), below
            else:
                yield from _entries(below)


def _missing(settings: Mapping[str, Any]) -> str:
    """What stands on the page for a missing page."""
    entries = list(_entries(settings.get("nav")))
    items = "".join(
        f'<li><a href="{html.escape(file.removesuffix(".md"))}.html">{html.escape(title)}</a></li>'
        for title, file in entries
    )
    home = f"{urlsplit(str(settings.get('site_url') or '')).path.rstrip('/')}/"
    return (
        '<div class="briefing missing"><header><p class="kicker">Page not found</p><h1>Nothing is at this address</h1>'
        '<p class="lede">The address may be mistyped, or what it named may be gone since the briefing was last made: '
        "an article was taken out, or an editor hid or joined something.</p></header>"
        f'<section aria-labelledby="instead"><h2 id="instead">Where to look instead</h2><ul class="plain">{items}</ul></section></div>'
        f'<script src="{html.escape(home)}assets/missing.js"></script>'
    )
