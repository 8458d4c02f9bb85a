"""Simple pages without anything beside their story (a document, a chapter, a mail): every block is a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from generator.sources.readers.web.tree import Element, words

BLOCK_ELEMENTS = frozenset(
    "h1 h2 h3 h4 h5 h6 p li dt dd td th pre div blockquote section article tr table ul ol center body".split()
)
END = "\x00"  # no parsed page holds it
UNSEEN = ("script", "style", "head", "title", "noscript", "template", "svg", "figure")


def blocks(tree: Element) -> list[str]:
    """The words of each block in order, nothing left out that a reader sees."""
    hidden = tree.xpath("//*[contains(translate(@style, ' ', ''), 'display:none') or @hidden]")
    for element in [*tree.iter(*UNSEEN), *hidden]:
        if element.getparent() is not None:
            element.drop_tree()
    lines = "".join(_pieces(tree)).split(END)
    return [line for each in lines if (line := " ".join(each.split()))]


def _pieces(element: Element) -> Iterator[str]:
    """An element's text in pieces, with a mark where a block begins or ends."""
    if not isinstance(element.tag, str):
        return
    block = element.tag in BLOCK_ELEMENTS or _divides(element)
    yield END if block else " " if element.tag == "br" else ""
    yield element.text or ""
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield END if block else ""


def _divides(element: Element) -> bool:
    """Whether a line break is the first of two, which divide paragraphs."""
    following = element.getnext()
    return element.tag == "br" and following is not None and following.tag == "br" and not (element.tail or "").strip()


def first_heading(tree: Element) -> str | None:
    """The words of the first heading."""
    return next((words(each) for each in tree.iter("h1", "h2") if words(each)), None)
