"""Saved web pages: the story by trafilatura, the best of the open extractors in its authors' and others' tests.

What it takes for the story is mended before (`web.pruning`: other stories, captions, calls to subscribe) and its guesses at
date, title and author are replaced by what the page says of itself (`web.published`, `web.head`, `web.people`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.errors import SourceError
from generator.sources.article import Metadata
from generator.sources.boilerplate import HEADING_WORDS, calls, is_heading, is_noise
from generator.sources.readers.web.belonging import without_strangers
from generator.sources.readers.web.blocks import blocks as simple
from generator.sources.readers.web.days import LINE, dateline
from generator.sources.readers.web.head import address_of, linked_data, publisher_of, saved_on, title_of
from generator.sources.readers.web.people import BY, authors, names
from generator.sources.readers.web.pruning import pruned
from generator.sources.readers.web.published import published
from generator.sources.readers.web.recall import recalled, told, unwrapped, wrapped
from generator.sources.readers.web.signatures import signature
from generator.sources.readers.web.standfirst import standfirst
from generator.sources.readers.web.tree import BREAK, Element, decoded, parsed, same
from generator.sources.readers.web.walls import shell, wall
from generator.sources.sidecar import Sidecar

STORY_BLOCKS = frozenset("p head item quote cell code list row table main body".split())
MOST = 0.9  # of the letters
# how a biography goes on after an author's whole name, and after the last name alone, which a person of the story may bear too
ABOUT_PERSON = "(?:is|was|has|covers|writes|reports|can)"
ABOUT_WORK = "(?:is an? (?:\\w+ )?(?:reporter|writer|correspondent|columnist|editor)|covers|reported from|can be reached)"
LONGEST_BIOGRAPHY = 400  # characters
QUOTED, LONGEST_QUOTED = 4, 40  # words of a pull quote
OVER = 8  # blocks among which the headline is looked for
KICKER = 4  # words; a longer line over the story may be a standfirst
LISTED = 2  # the same of an item in a list, which may be a fact
FEWEST = 5  # words; fewer are no story
SENTENCE_END = re.compile(r"[.!?][”\"’')\]]*$")


def read_webpage(source: str | bytes, name: str, charset: str | None = None) -> tuple[str, Sidecar]:
    """The words of a web page's article, its headline first, a blank line between paragraphs; and its metadata.

    Args:
        source: the page.
        name: its file's name, for messages.
        charset: the encoding that its server named, if any.

    Raises:
        SourceError: no article is found in the page.
    """
    from lxml.etree import LxmlError

    page = decoded(source, charset) if isinstance(source, bytes) else source
    try:
        tree = parsed(page)
        scripted = shell(tree)
        metadata, own = _said(tree, page)
        lead = standfirst(tree, own)
        blocks = _story(tree, own, metadata, linked_data(tree))
    except (LxmlError, ValueError, RecursionError, AssertionError) as error:
        raise SourceError(f"{name} can't be read as a web page ({error}): save the article's text as .txt.") from error
    if why := wall(metadata.title, " ".join(blocks)):
        raise SourceError(f"{name} {why}.")
    if sum(len(block.split()) for block in blocks) < FEWEST:
        cure = "open it in a browser and save the page from there, or save" if scripted else "save"
        why = "shows its text only by scripts" if scripted else "holds no article text that can be found"
        raise SourceError(f"{name} {why}: {cure} the article's text as .txt.")
    return "\n\n".join(_opened(blocks, metadata.title, lead, metadata.author)), Sidecar(metadata)


def _said(tree: Element, page: str) -> tuple[Metadata, Element | None]:
    """What a page says of itself, and the element of its headline."""
    data = linked_data(tree)
    address = address_of(tree, page)
    publisher = publisher_of(tree, data, address)
    title, own = title_of(tree, data, publisher)
    day = published(tree, own, data, [address] if address else [])
    metadata = Metadata(
        title=title,
        published=day[0] if day else None,
        publisher=publisher,
        author=authors(tree, own, data, publisher) or signature(tree, own),
        url=address,
        published_from=day[1] if day else None,
        retrieved=saved_on(page),
    )
    return metadata, own


def _story(tree: Element, own: Element | None, metadata: Metadata, data: Sequence[Mapping[str, Any]]) -> list[str]:
    """The story's paragraphs and cross-headings."""
    import trafilatura  # takes a third of a second to import; only web pages need it

    pruned(tree, own)
    _mark_breaks(tree)
    unwrapped(tree)
    wrapped(tree, own)
    page = [each for each in told(tree, own) if BREAK not in each.line]
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False, with_metadata=False)
    body = getattr(found, "body", None)
    if body is None:
        return []
    blocks: list[str] = []
    for block, listed in _under_headline(list(_blocks(body)), metadata.title):
        over = not any(_told(each) for each in blocks) and _kicker(block, listed, metadata)
        if block not in blocks[-1:] and not over:
            blocks.append(block)
    blocks = recalled(_apart(blocks[0], tree, data) if len(blocks) == 1 else blocks, page)
    blocks = without_strangers(blocks, page)
    blocks = [
        block
        for block in blocks
        if not _said_again(block, blocks) and not calls(block) and not _office(block, metadata.author)
    ]
    while len(blocks) > 1 and (is_noise(blocks[-1]) or is_heading(blocks[-1]) or _biography(blocks[-1], metadata.author)):
        blocks.pop()
    return blocks


def _under_headline(blocks: list[tuple[str, bool]], title: str | None) -> list[tuple[str, bool]]:
    """The blocks from the headline on, where short lines alone stand over it: "For immediate release", "Contact: 555 0199"."""
    place = next((n for n, (block, _) in enumerate(blocks[:OVER]) if title and same(block) == same(title)), 0)
    return blocks if any(_told(block) for block, _ in blocks[:place]) else blocks[place:]


def _told(block: str) -> bool:
    """Whether the story has begun with a paragraph."""
    return len(block.split()) > HEADING_WORDS and SENTENCE_END.search(block) is not None


def _apart(block: str, tree: Element, data: Sequence[Mapping[str, Any]]) -> list[str]:
    """The page's own paragraphs, where the extractor takes all words of a short page at once, or the story from its linked data."""
    parts = [part for each in simple(tree) for part in each.split(BREAK) if part.strip()]
    if not any(same(part) in same(block) for part in parts if len(part.split()) >= FEWEST):
        parts = [line for each in data for line in str(each.get("articleBody") or "").splitlines()]
    whole = [" ".join(part.split()) for part in parts if same(part) and same(part) in same(block)]
    return whole if sum(len(same(part)) for part in whole) >= MOST * len(same(block)) else [block]


def _kicker(block: str, listed: bool, said: Metadata) -> bool:
    """Whether a line over the story is the page's: a section, a name, "3-Minute Listen"; or the headline again."""
    words = block.split()
    again = len(words) > 2 and same(block) in same(said.title or "")
    signed = any(name and name.casefold() in block.casefold() for name in (said.author or "").split("; "))
    if len(block) <= LINE and (dateline(block) or (BY.match(block) and (signed or names([block])))):
        return True
    return is_heading(block) and (again or len(words) <= (LISTED if listed else KICKER))


def _said_again(block: str, blocks: list[str]) -> bool:
    """Whether a few words are set apart that a paragraph of the story holds: a sentence shown large beside it."""
    if not QUOTED <= len(block.split()) <= LONGEST_QUOTED:
        return False
    return any(same(block) in same(other) for other in blocks if len(other.split()) > len(block.split()) and _told(other))


def _biography(block: str, author: str | None) -> bool:
    """Whether a last paragraph is about one of the authors: "Ann Field is a reporter who covers the coast."."""
    authors = [name for name in (author or "").split("; ") if name]
    patterns = [*(rf"{re.escape(name)} {ABOUT_PERSON}\b" for name in authors)]
    patterns += [rf"{re.escape(name.split()[-1])} {ABOUT_WORK}\b" for name in authors]
    return len(block) < LONGEST_BIOGRAPHY and any(re.match(pattern, block) for pattern in patterns)


def _office(block: str, author: str | None) -> bool:
    """Whether a paragraph tells what an author does, wherever it stands: "Field is a staff writer who covers the coast."."""
    last = [re.escape(name.split()[-1]) for name in (author or "").split("; ") if name]
    return len(block) < LONGEST_BIOGRAPHY and any(re.match(rf"(?:\S+ ){{0,2}}{name} {ABOUT_WORK}\b", block) for name in last)


def _mark_breaks(tree: Element) -> None:
    """Set a mark where line breaks divide paragraphs: two of them, or one between whole sentences of some length."""
    for element in list(tree.iter("br")):
        parent, following = element.getparent(), element.getnext()
        if parent is None:
            continue
        double = following is not None and following.tag == "br" and not (element.tail or "").strip()
        earlier = element.getprevious()
        before = ((earlier.tail if earlier is not None else parent.text) or "").strip()
        after = (element.tail or "").strip()
        whole = len(before) > 60 and len(after) > 60 and SENTENCE_END.search(before)
        element.tail = f" {BREAK if double or whole else ''} {element.tail or ''}"
        element.drop_tag()


def _blocks(body: Element) -> Iterator[tuple[str, bool]]:
    """The text of the extractor's tree, block by block, nothing left out; and whether it is an item of a list."""
    pending: list[str] = []

    def flushed(listed: bool = False) -> Iterator[tuple[str, bool]]:
        for part in "".join(pending).split(BREAK):
            if line := " ".join(part.split()):
                yield line, listed
        pending.clear()

    def walk(element: Element) -> Iterator[tuple[str, bool]]:
        block = element.tag in STORY_BLOCKS
        if block:
            yield from flushed()
        pending.append(" " if element.tag == "lb" else "")
        pending.append(element.text or "")
        for child in element:
            yield from walk(child)
            pending.append(child.tail or "")
        if block:
            yield from flushed(element.tag == "item")

    yield from walk(body)
    yield from flushed()


def _opened(blocks: list[str], title: str | None, lead: str | None, author: str | None) -> list[str]:
    """The paragraphs with the headline first and the standfirst after it."""
    if title:
        blocks = [block for number, block in enumerate(blocks) if number > 2 or same(block) != same(title)]
    if (
        lead
        and not _office(lead, author)
        and same(lead) not in {same(block) for block in blocks[:4]}
        and same(lead) != same(title or "")
    ):
        blocks = [lead, *blocks]
    return [title, *blocks] if title else blocks
