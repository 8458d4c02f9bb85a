"""What a theme puts around a page, rendered once for all pages of a folder that are not in the navigation.

Nothing in these parts differs between such pages: no entry is the current one, nothing comes before or after, and the relative
addresses are the same. With a thousand sources it is a fifth of what MkDocs does. A theme without these parts is left alone.
"""

from __future__ import annotations

from collections.abc import Callable
from posixpath import dirname

from jinja2 import ChoiceLoader, DictLoader, Environment, Template, TemplateNotFound, pass_context
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation

PARTS = tuple(f"partials/{name}.html" for name in ("nav", "tabs", "search", "palette", "logo", "footer", "javascripts/base"))
GLOBAL = "briefing_parts"


def render_once(environment: Environment, navigation: Navigation) -> None:
    """Let a theme's environment render each of the parts once a folder.

    Args:
        environment: the theme's; its loader is replaced.
        navigation: what the parts show.
    """
    theme, listed = environment.loader, {page.url for page in navigation.pages}
    parts: dict[str, Callable[[Context], str]] = {}
    for name in PARTS:
        try:
            parts[name] = _once(environment.get_template(name), listed)
        except TemplateNotFound:
            continue
    if theme is None or not parts:
        return
    environment.globals[GLOBAL] = parts
    ours = DictLoader({name: f"{{{{ {GLOBAL}['{name}']() }}}}" for name in parts})
    environment.loader = ChoiceLoader([ours, theme])
    environment.auto_reload = False  # no look at the disk for each part of each page: the environment lives for one build
    if environment.cache is not None:
        environment.cache.clear()


def _once(part: Template, listed: set[str]) -> Callable[[Context], str]:
    rendered: dict[str, str] = {}

    @pass_context
    def render(context: Context) -> str:
        page = context.get("page")
        if page is None or page.url in listed:
            return part.render(context.get_all())
        folder = dirname(page.url)
        if folder not in rendered:
            rendered[folder] = part.render(context.get_all())
        return rendered[folder]

    return render
