"""The sentence between a web page's headline and its story that sums it up."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from generator.sources.boilerplate import is_noise
from generator.sources.readers.web.days import LINE, OF_UPDATE, dateline
from generator.sources.readers.web.head import meta
from generator.sources.readers.web.people import BY, BYLINES, names
from generator.sources.readers.web.tree import Element, named, same, words

STANDFIRST_NAMES = frozenset(
    "standfirst dek deck subtitle subheadline subhead subheading lede lead intro summary excerpt abstract desc chapo".split()
)
STANDFIRST_PAIRS = (
    frozenset({"sub", "title"}),
    frozenset({"sub", "heading"}),
    frozenset({"sub", "headline"}),
    frozenset({"teaser", "text"}),
)
STANDFIRST_LEAVES = (
    "following::*[self::p or self::h2 or self::h3 or self::h4 or self::div or self::span or self::time or self::address]"
    "[not(.//p or .//li or .//div)]"
)
NO_STANDFIRST_WITHIN = frozenset("nav aside figure figcaption button form li ul footer".split())
SEEN = 30  # elements after the headline among which it is looked for
LINES_AFTER = 4  # lines after it among which the byline or the day stands
FEWEST, MOST = 5, 80  # words
LONG_PARAGRAPH = 15  # words: a paragraph so long that is not marked begins the story


def standfirst(tree: Element, own: Element | None) -> str | None:
    """The standfirst: what the page marks as such, or says of itself as its description; or what stands before byline and day.

    Args:
        tree: the page.
        own: its headline's element.
    """
    if own is None:
        return None
    described = {same(value) for value in meta(tree, "description", "og:description")}
    found = list(itertools.islice(_lines(own), SEEN))
    signed = False
    for number, (element, line) in enumerate(found):
        length = len(line.split())
        if FEWEST <= length <= MOST and not is_noise(line) and not OF_UPDATE.match(line):
            following = (_signs(*each) for each in found[number + 1 : number + 1 + LINES_AFTER])
            before = not signed and line.lstrip("“\"'‘")[:1].isupper() and not _signs(element, line) and any(following)
            if same(line) in described or _is_marked(element, own) or (before and _is_prose(element, line)):
                return line
        signed = signed or _signs(element, line)
        if element.tag == "p" and length > LONG_PARAGRAPH:
            return None
    return None


def _lines(own: Element) -> Iterator[tuple[Element, str]]:
    """The blocks after the headline that hold no others, with their words; no menus, no pictures."""
    seen: set[Element] = set()
    around = set(own.iterancestors())
    for element in own.xpath(STANDFIRST_LEAVES):
        above = set(element.iterancestors()) - around
        if not seen.isdisjoint(above) or any(each.tag in NO_STANDFIRST_WITHIN or named(each) & BYLINES for each in above):
            continue
        if line := words(element):
            seen.add(element)
            yield element, line


def _is_prose(element: Element, line: str) -> bool:
    """Whether a line is words of the story's own: no link throughout, mostly in small letters."""
    linked = sum(len(words(link)) for link in element.iter("a"))
    if "site" in named(element):
        return False
    return linked < 0.5 * len(line) and sum(word[:1].islower() for word in line.split()) * 2 >= len(line.split())


def _signs(element: Element, line: str) -> bool:
    """Whether a line is the byline or the day."""
    byline = bool(named(element) & BYLINES) or (BY.match(line) is not None and bool(names([line])))
    return len(line) <= LINE and (byline or element.tag in ("time", "address") or dateline(line) is not None)


def _is_marked(element: Element, own: Element) -> bool:
    """Whether an element, or the box that it is the first of, is called a standfirst."""
    around = set(own.iterancestors())
    found = named(element)
    if element.getprevious() is None:
        found = found.union(*(named(each) for each in list(element.iterancestors())[:2] if each not in around))
    if found & BYLINES:  # what an author says of himself
        return False
    return bool(found & STANDFIRST_NAMES) or any(pair <= found for pair in STANDFIRST_PAIRS)
