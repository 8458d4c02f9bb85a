"""Tabs and navigation, which are the same on every page: what they must lead to, and that nothing around the briefing hides or turns it.

That a navigation is the same on all pages says nothing of what it leaves out: it must lead to every page of the briefing that its
configuration names, each under its own name, and the tabs must be its first level.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html

from generator.site.navigation import PAGES

PRIMARY = "//nav[contains(@class,'md-nav--primary')]"
NAV_LINK = "contains(concat(' ',@class,' '),' md-nav__link ')"
LEVEL = "./ul/li[contains(@class,'md-nav__item')]"
PLAIN = {"class", "data-md-component", "role"}  # attributes of what a briefing stands in
DRESS = {"dir", "data-md-color-scheme", "data-md-color-primary", "data-md-color-accent", "data-md-color-media"}
USUAL = {"default", "indigo"}  # the theme's colours where no others are configured
FEATURE = "navigation.tabs"
TAB_ELEMENT = "x-briefing"  # an element in the place of the briefing


def problems(
    shell: str, here: str, pages: Collection[str], said: Collection[str], languages: Collection[Path]
) -> Iterator[str]:
    """A sentence for each thing that is wrong around all pages.

    Args:
        shell: what stands around the pages, its links from the top of the site.
        here: what stands in it for the briefing.
        pages: those of the briefing.
        said: the strings of the site's configuration.
        languages: folders of the theme's templates.
    """
    page = html.fromstring(shell.replace(here, f"<{TAB_ELEMENT}></{TAB_ELEMENT}>"))
    yield from _reached(page, pages, said)
    yield from _tabs(page, said)
    yield from _dressed(page, said, languages)


def _reached(page: Any, pages: Collection[str], said: Collection[str]) -> Iterator[str]:
    """Every page stands in the navigation, under its own name."""
    links = {(_text(link), link.get("href", "")) for link in page.xpath(f"{PRIMARY}//a[{NAV_LINK}]")}
    if not links:
        return  # a theme of somebody's own
    targets = {href for _, href in links}
    own = {name: file.replace(".md", ".html") for file, name in PAGES.items()}
    for name, file in own.items():
        configured = file.replace(".html", ".md") in said or not any(text.endswith(".md") for text in said)
        if file in pages and file not in targets and configured:
            yield f"the navigation around the pages does not lead to {file}, which is a page of the briefing."
        yield from (
            f"“{name}” of the navigation leads to {href[:80]}, and not to {file}."
            for text, href in sorted(links)
            if text == name and file in pages and href in pages and href != file
        )


def _tabs(page: Any, said: Collection[str]) -> Iterator[str]:
    """The tabs are the first level of the navigation."""
    shown = [(_text(link), link.get("href", "")) for link in page.xpath("//*[contains(@class,'md-tabs__item')]/a[@href]")]
    expected = [found for item in page.xpath(f"{PRIMARY}/{LEVEL[2:]}") if (found := _entry(item))]
    if not expected or (not shown and FEATURE not in said):
        return
    for tab in expected:
        if tab not in shown:
            yield f"no tab “{tab[0][:60]}” leads to {tab[1][:80]}, as the navigation does."
    for text, href in shown:
        if (text, href) not in expected:
            yield f"the tab “{text[:60]}” leads to {href[:80]}, as nothing in the navigation does."


def _entry(item: Any) -> tuple[str, str] | None:
    """What an item of the first level is called, and the first page that it leads to."""
    called, links = item.xpath(f".//*[{NAV_LINK}]"), item.xpath(f".//a[{NAV_LINK}]/@href")
    return (_text(called[0]), links[0]) if called and links else None


def _dressed(page: Any, said: Collection[str], folders: Collection[Path]) -> Iterator[str]:
    """Direction and colours of a page are the theme's, and nothing that the briefing stands in is hidden."""
    for body in page.xpath("//body"):
        language = page.xpath("string(/html/@lang)")
        turned = body.get("dir")
        if turned is not None and turned != _direction(language, tuple(folders)) and turned not in said:
            yield f"the pages are in “{language}” and run “{turned}”."
        for key, value in body.attrib.items():
            plain = {" ".join(text.replace("-", " ").split()) for text in (*said, *USUAL)}
            if key not in DRESS or (key != "dir" and " ".join(value.replace("-", " ").split()) not in plain):
                yield f"<body {key}=“{value[:60]}”> is not the theme's."
    around = page.xpath(f"//{TAB_ELEMENT}/ancestor::*[not(self::html or self::body)]")
    for element in around:
        for key, value in element.attrib.items():
            if key not in PLAIN or (key == "class" and not all(name.startswith("md-") for name in value.split())):
                yield f"the briefing stands in <{element.tag} {key}=“{value[:60]}”>, which is not the theme's."


@cache
def _direction(language: str, folders: Collection[Path]) -> str:
    """How the theme's translation into a language runs."""
    for folder in folders:
        for file in sorted(folder.rglob("partials/languages/*.html")):
            told: Mapping[str, str] = dict(re.findall(r'"(language|direction)": "([^"]*)"', file.read_text("utf-8")))
            if told.get("language") == language:
                return told.get("direction", "ltr")
    return "ltr"


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())
