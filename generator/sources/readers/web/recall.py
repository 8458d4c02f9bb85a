"""Nothing of the story lost: loose text made paragraphs before the extractor reads a page, and its omissions found after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.sources.boilerplate import is_noise
from generator.sources.readers.web.days import LINE, dateline
from generator.sources.readers.web.tree import BREAK, Element, same, words

CONTAINERS = ("body", "td", "div", "section", "article", "center", "main")
RECALLED_BLOCKS = frozenset(
    "p div section article table ul ol dl h1 h2 h3 h4 h5 h6 hr form blockquote pre center header footer nav aside figure main".split()
)
AROUND = ("p", "font", "b", "i", "span", "strong", "em", "small", "big")
PROSE = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{2,}[,;:]? ){4}")  # words of a sentence, which ends as one, too
MOST_LETTERS = 0.6  # of the letters
LOOSE = 8  # words outside of links from which loose text is a paragraph
SHARE = 0.3  # of the words found: so many stand where other paragraphs of the story may stand too
HEADS = ("h2", "h3", "h4")
SENTENCE_END = re.compile(r"[.!?…][”\"’')\]]*$")
SENTENCE_TAIL = 12  # characters in which a sentence ends; looked for in all of a text, time would grow with the square of its closing marks


class Standing(NamedTuple):
    """A paragraph of a page and where it stands: the tags and classes around it."""

    place: tuple[str, ...]
    line: str
    heads: bool = False  # a cross-heading


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


def unwrapped(tree: Element) -> None:
    """Make paragraphs of prose that a page shows as a typewriter would, its lines broken by hand (in place)."""
    for block in list(tree.iter("pre")):
        parts = [" ".join(part.split()) for part in re.split(r"\n[^\S\n]*\n", block.text_content())]
        prose = sum(len(part) for part in parts if ends_as_sentence(part) and PROSE.search(part))
        if prose < MOST_LETTERS * sum(map(len, parts)) or block.getparent() is None:
            continue  # code, a table, a drawing
        for part in parts:
            paragraph = block.makeelement("p")
            paragraph.text = part
            block.addprevious(paragraph)
        block.drop_tree()


def ends_as_sentence(text: str) -> bool:
    """Whether a text ends with a full stop or its like, closing marks behind it or not."""
    return SENTENCE_END.search(text[-SENTENCE_TAIL:]) is not None


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


def told(tree: Element, heading: Element | None) -> list[Standing]:
    """The paragraphs and cross-headings of a page in order; where the headline has an article, those in it: another may follow."""
    article = next(heading.iterancestors("article"), None) if heading is not None else None
    found = (each for each in (tree if article is None else article).iter("p", *HEADS) if each is not heading)
    return [Standing(_place(each), line, each.tag in HEADS) for each in found if (line := words(each))]


def _place(element: Element) -> tuple[str, ...]:
    """The tags around an element, each with the first name of its class, less numbers."""
    classes = ((each, (each.get("class") or "").split()) for each in element.iterancestors())
    return tuple(f"{each.tag} {re.sub(r'[0-9]+', '#', names[0]) if names else ''}" for each, names in classes)


def recalled(blocks: Sequence[str], page: Sequence[Standing]) -> list[str]:
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
        elif (
            each.place in places and not _apart(each.line) and (_between(number, page, known) or ends_as_sentence(each.line))
        ):
            made.append((last + (number + 1) / (len(page) + 1) / 2, each.line))
    return [block for _, block in sorted(made, key=lambda each: each[0])]


def _apart(line: str) -> bool:
    """Whether a line is none of the story's: "Written by Ann Field on 6 October 2023. Posted in Local."."""
    return is_noise(line) or (len(line) <= LINE and dateline(line) is not None)


def _between(number: int, page: Sequence[Standing], known: Mapping[str, int]) -> bool:
    """Whether a line is a cross-heading between two paragraphs that the extractor found."""
    beside = [*page[max(number - 1, 0) : number], *page[number + 1 : number + 2]]
    return page[number].heads and len(beside) == 2 and all(same(each.line) in known for each in beside)
