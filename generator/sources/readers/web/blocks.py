"""Simple pages without anything beside their story (a document, a chapter, a mail): every block is a paragraph."""

from __future__ import annotations

from generator.sources.readers.web.tree import Element, words

BLOCKS = frozenset(
    "h1 h2 h3 h4 h5 h6 p li dt dd td th pre div blockquote section article tr table ul ol center body".split()
)
HIDDEN = ("script", "style", "head", "title", "noscript", "template", "svg", "figure")


def blocks(tree: Element) -> list[str]:
    """The words of each block in order, nothing left out that a reader sees."""
    for element in list(tree.iter(*HIDDEN)):
        if element.getparent() is not None:
            element.drop_tree()
    for element in list(tree.xpath("//*[contains(translate(@style, ' ', ''), 'display:none') or @hidden]")):
        if element.getparent() is not None:
            element.drop_tree()
    found: list[str] = []
    pending: list[str] = []

    def flush() -> None:
        if line := " ".join("".join(pending).split()):
            found.append(line)
        pending.clear()

    def walk(element: Element) -> None:
        if not isinstance(element.tag, str):
            return
        block = element.tag in BLOCKS
        following = element.getnext()
        if block or (
            element.tag == "br" and following is not None and following.tag == "br" and not (element.tail or "").strip()
        ):
            flush()
        pending.append(" " if element.tag == "br" else "")
        pending.append(element.text or "")
        for child in element:
            walk(child)
            pending.append(child.tail or "")
        if block:
            flush()

    walk(tree)
    flush()
    return found


def first_heading(tree: Element) -> str | None:
    """The words of the first heading."""
    return next((words(each) for each in tree.iter("h1", "h2") if words(each)), None)
