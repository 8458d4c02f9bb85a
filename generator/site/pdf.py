"""The briefing as one document for paper: the first page with all facts, the chronology and all quotations in their places.

Made from the built site, so that paper says what the pages say. Citation numbers lead to the numbered sources at the end.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from html import escape as html_escape
from pathlib import Path
from typing import Any

from lxml import html

CONTENTS = "Contents"
LEAST = 3  # parts of a document that has contents
DEMOTED = {"h1": "h2", "h2": "h3", "h3": "h4"}
SCREEN = (
    "//form | //nav | //script | //details | //section[@class='on-paper'] | "
    "//*[contains(concat(' ', @class, ' '), ' sr ')][starts-with(@id, 'n-')]"
)
# each list of the site, and the section of the first page in whose place it stands
LISTS = (("facts", "key-facts"), ("chronology", None), ("quotes", "quotes"))


def document(site: Path, sheets: Sequence[int] = ()) -> str:
    """The whole briefing of a built site as one HTML page.

    Args:
        site: the folder of the site.
        sheets: on which sheet each line of the contents begins, once that is known.
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
    _contents(front, sheets)
    _inner_links(front)
    styles = "".join(
        f'<link rel="stylesheet" href="{(site / link.get("href")).resolve().as_uri()}">'
        for link in page.xpath("//link[@rel='stylesheet']")
    )
    heading, body = front.findtext(".//h1") or title, html.tostring(front, encoding="unicode")
    return (
        f'<!doctype html><html lang="{page.get("lang", "en")}"><head><meta charset="utf-8">'
        f"<title>{_escaped(title)}</title>{styles}{_heads(heading)}</head>"
        f'<body data-md-color-scheme="default"><div class="md-content__inner md-typeset paper">{body}</div></body></html>'
    )


def parts(paper: bytes) -> list[int]:
    """On which sheet of a printed document each line of its contents begins, by its bookmarks; sheets count from 1."""
    import pypdfium2

    document = pypdfium2.PdfDocument(paper)
    found = [(mark.get_title(), mark.get_dest()) for mark in document.get_toc() if mark.level == 1]
    return [place.get_index() + 1 for title, place in found if place is not None and title != CONTENTS]


def _contents(front: Any, sheets: Sequence[int]) -> None:
    """The parts of the document behind its masthead, each with its sheet; a line is as high before the sheets are known."""
    headings = [
        heading for heading in front.iter("h2") if heading.get("id") and "sr" not in (heading.get("class") or "").split()
    ]
    masthead = front.find("header")
    if masthead is None or len(headings) < LEAST:
        return
    known = list(sheets) if len(sheets) == len(headings) else [0] * len(headings)
    lines = "".join(
        f'<li><a href="#{html_escape(heading.get("id"))}">{_escaped(" ".join(heading.text_content().split()))}</a>'
        f"<span>{sheet or ' '}</span></li>"
        for heading, sheet in zip(headings, known, strict=True)
    )
    masthead.addnext(html.fragment_fromstring(f'<section class="contents"><h2>{CONTENTS}</h2><ol>{lines}</ol></section>'))


def _heads(title: str) -> str:
    """What stands at the head of each sheet but the first."""
    words = "".join(c if c.isalnum() or c == " " else f"\\{ord(c):06x} " for c in " ".join(title.split()))
    style = "font: 8pt sans-serif; color: #333;"
    return f'<style>@page {{ @top-left {{ content: "{words}"; {style} }} }} @page :first {{ @top-left {{ content: none; }} }}</style>'


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
