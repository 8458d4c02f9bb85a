"""The briefing as one document for paper: the first page with all facts, the chronology and all quotations in their places.

Made from the built site, so that paper says what the pages say. Citation numbers lead to the numbered sources at the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import html

DEMOTED = {"h1": "h2", "h2": "h3", "h3": "h4"}
SCREEN = (
    "//form | //nav | //script | //details | //section[@class='on-paper'] | "
    "//*[contains(concat(' ', @class, ' '), ' sr ')][starts-with(@id, 'n-')]"
)
# each list of the site, and the section of the first page in whose place it stands
LISTS = (("facts", "key-facts"), ("chronology", None), ("quotes", "quotes"))


def document(site: Path) -> str:
    """The whole briefing of a built site as one HTML page.

    Args:
        site: the folder of the site.
    """
    page = html.parse(str(site / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
    front = _content(page)
    title = page.findtext(".//title") or "Briefing"
    for name, replaced in LISTS:
        parts = [part for file in _pages(site, name) for part in _list(file, first=file.stem == name)]
        section = html.Element("section")
        section.extend(parts)
        place = _section(front, replaced) if replaced else None
        if place is not None:
            place.getparent().replace(place, section)
        else:
            after = _section(front, "timeline")
            (after.addnext if after is not None else front.append)(section)
    sources = _section(front, "sources")
    if sources is not None:
        front.append(sources)
    for element in front.xpath(SCREEN.replace("//", ".//")):
        element.drop_tree()
    _inner_links(front)
    styles = "".join(
        f'<link rel="stylesheet" href="{(site / link.get("href")).resolve().as_uri()}">'
        for link in page.xpath("//link[@rel='stylesheet']")
    )
    body = html.tostring(front, encoding="unicode")
    return (
        f'<!doctype html><html lang="{page.get("lang", "en")}"><head><meta charset="utf-8"><title>{_escaped(title)}</title>{styles}'
        f'</head><body data-md-color-scheme="default"><div class="md-content__inner md-typeset paper">{body}</div></body></html>'
    )


def _content(page: Any) -> Any:
    return page.xpath("//div[contains(concat(' ', @class, ' '), ' briefing ')]")[0]


def _pages(site: Path, name: str) -> Iterator[Path]:
    """A list's pages in their order; where a list is not split, `data/pages.json` does not name it."""
    try:
        named = json.loads((site / "data" / "pages.json").read_text("utf-8")).get(name, [name])
    except (OSError, ValueError, AttributeError):
        named = [name]
    yield from (file for each in named if (file := site / f"{each}.html").is_file())


def _list(file: Path, first: bool) -> list[Any]:
    """What a list's page holds, its headings one level lower; the page's own heading once."""
    content = _content(html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot())
    for figure in content.xpath(".//figure"):
        figure.drop_tree()
    for heading in list(content.iter(*DEMOTED)):
        heading.tag = DEMOTED[heading.tag]
    return [child for child in content if first or child.tag != "header"]


def _section(front: Any, name: str) -> Any:
    found = front.xpath("./section[@aria-labelledby=$name]", name=name)
    return found[0] if found else None


def _inner_links(front: Any) -> None:
    """A chip leads to its source's entry; other links to where their target stands in the document, or nowhere."""
    ids = set(front.xpath(".//@id"))
    for link in front.iter("a"):
        href = link.get("href") or ""
        target = f"source-{link.text}" if link.get("class") == "chip" else href.partition("#")[2]
        if target in ids:
            link.set("href", f"#{target}")
        elif not href.startswith(("http://", "https://")):
            link.attrib.pop("href", None)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")
