"""Markdown articles: front matter as metadata, the rendered words as text."""

from __future__ import annotations

import re

import markdown
from lxml import html

from generator.errors import SourceError
from generator.sources.article import Metadata
from generator.sources.encodings import decode
from generator.sources.sidecar import Sidecar, parse

FRONT_MATTER = re.compile(r"---[^\S\n]*\n(.*?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|\Z)", re.S)
# what no article has, and what Python-Markdown needs minutes for: open brackets cost their square, nested lists more
MOST_BRACKETS = 4_000
TOO_DEEP = re.compile(r"^[ \t]{100}", re.M)
# Python-Markdown looks at the rest of a block again after each rule and heading in it: such lines end a block that is long
LONG_BLOCK = 100
ENDS_BLOCK = re.compile(r" {0,3}(?:([-*_])(?: *\1){2,} *|#{1,6} .*|=+ *)")
MARKDOWN_BLOCKS = ("h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "dt", "dd", "td", "th", "pre")


def read_markdown(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The words of a Markdown article, a blank line between paragraphs, and what its front matter says.

    Raises:
        SourceError: the front matter is not YAML, or the text is made to keep the reader busy.
    """
    source = decode(data, name).replace("\r\n", "\n")
    found = FRONT_MATTER.match(source)
    front = parse(found.group(1), f"{name} (front matter)", "front matter") if found else Sidecar()
    body = source[found.end() :] if found else source
    if body.count("[") > MOST_BRACKETS or TOO_DEEP.search(body):
        raise SourceError(f"{name} has thousands of brackets or lists nested too deep: save the article's text as .txt.")
    # Python-Markdown (MkDocs brings it) renders; raw HTML in the article is dropped with its tags, not shown as words
    tree = html.fromstring(f"<div>{markdown.markdown(_parted(body), extensions=['tables'])}</div>")
    for element in tree.xpath(".//script|.//style|.//comment()"):
        element.drop_tree()
    blocks = [
        _words(e)
        for e in tree.iter(*MARKDOWN_BLOCKS)
        if not any(c.tag in MARKDOWN_BLOCKS for c in e.iterdescendants(*MARKDOWN_BLOCKS))
    ]
    text = "\n\n".join(block for block in blocks if block)
    heading = tree.find(".//h1")
    if front.metadata.title is None and heading is not None:
        front = Sidecar(_titled(front.metadata, _words(heading)), front.corrections, front.warnings)
    return text, front


def _parted(body: str) -> str:
    """The same Markdown with a blank line behind each rule and heading of a block of many lines: as it is read, and in linear time."""
    parts = re.split(r"(\n(?:[ \t]*\n)+)", body)
    return "".join(_parted_block(part) if part.count("\n") > LONG_BLOCK else part for part in parts)


def _parted_block(block: str) -> str:
    return "\n".join(f"{line}\n" if ENDS_BLOCK.fullmatch(line) else line for line in block.split("\n"))


def _words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _titled(metadata: Metadata, title: str) -> Metadata:
    from dataclasses import replace

    return replace(metadata, title=title or None)
