"""Nothing of the story lost: loose text made paragraphs before the extractor reads a page, and its omissions found after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from generator.sources.boilerplate import is_noise
from generator.sources.readers.web.tree import BREAK, Element, same, words

CONTAINERS = ("body", "td", "div", "section", "article", "center", "main")
RECALLED_BLOCKS = frozenset(
    "p div section article table ul ol dl h1 h2 h3 h4 h5 h6 hr form blockquote pre center header footer nav aside figure main".split()
)
AROUND = ("p", "font", "b", "i", "span", "strong", "em", "small", "big")
LOOSE = 8  # words outside of links from which loose text is a paragraph
SHARE = 0.3  # of the words found: so many stand where other paragraphs of the story may stand too
SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*$")


class Told(NamedTuple):
    """A paragraph of a page and where it stands: the tags and classes around it."""

    place: tuple[str, ...]
    line: str


def wrapped(tree: Element, heading: Element | None) -> None:
    """Make paragraphs of text that stands loose beside blocks, as pages of the nineties have it (in place)."""
    for element in list(tree.iter(*AROUND)):  # "<p><font>One.<p>Two.</font>": a paragraph in a paragraph
        if (
            next(element.iterdescendants("p"), None) is not None
            and element.getparent() is not None
            and element is not heading
        ):
            element.text = f" {BREAK if element.tag == 'p' else ''} {element.text or ''}"
            element.drop_tag()
    for container in list(tree.iter(*CONTAINERS)):
        if any(_is_block(child) for child in container):
            _wrap(container, heading)


def _is_block(element: Element) -> bool:
    """Whether an element stands apart from text, or holds one that does: "<font><p>"."""
    return element.tag in RECALLED_BLOCKS or next(element.iter(*RECALLED_BLOCKS), None) is not None


def _wrap(container: Element, heading: Element | None) -> None:
    """Put each run of text and inline elements of a container into an element of its own."""
    run = container.makeelement("p")
    run.text, container.text = container.text, None
    runs = [(0, run)]
    for child in list(container):
        headed = heading is not None and any(one is heading for one in child.iter(heading.tag))
        if not _is_block(child) and not headed:
            run.append(child)
            continue
        run = container.makeelement("p")
        run.text, child.tail = child.tail, None
        runs.append((container.index(child) + 1, run))
    for place, each in reversed(runs):
        if len(each) or (each.text or "").strip():
            loose = len(words(each).split()) - sum(len(words(link).split()) for link in each.iter("a"))
            each.tag = "p" if loose >= LOOSE else "span"
            container.insert(place, each)


def told(tree: Element, heading: Element | None) -> list[Told]:
    """The paragraphs of a page in order; those of the headline's own article, if it has one: another story may follow."""
    article = next(heading.iterancestors("article"), None) if heading is not None else None
    return [Told(_place(each), line) for each in (tree if article is None else article).iter("p") if (line := words(each))]


def _place(element: Element) -> tuple[str, ...]:
    """The tags around an element, each with the first name of its class, less numbers."""
    classes = ((each, (each.get("class") or "").split()) for each in element.iterancestors())
    return tuple(f"{each.tag} {re.sub(r'[0-9]+', '#', names[0]) if names else ''}" for each, names in classes)


def recalled(blocks: Sequence[str], page: Sequence[Told]) -> list[str]:
    """The extractor's blocks with the sentences that stand in boxes like those of the story and that it left out.

    Args:
        blocks: what it found.
        page: the page's paragraphs, as they were before.
    """
    known = {same(block): number for number, block in enumerate(blocks)}
    found = Counter[tuple[str, ...]]()
    for each in page:
        found[each.place] += len(each.line) if same(each.line) in known else 0
    places = {place for place, length in found.items() if length >= SHARE * max(sum(found.values()), 1)}
    made, last = [(float(number), block) for number, block in enumerate(blocks)], -0.5
    for number, each in enumerate(page):
        key = same(each.line)
        if key in known:
            last = known[key]
        elif each.place in places and SENTENCE_END.search(each.line) and not is_noise(each.line):
            made.append((last + (number + 1) / (len(page) + 1) / 2, each.line))
    return [block for _, block in sorted(made, key=lambda each: each[0])]
