"""Authors whom a page names without "by": in a labelled field, behind a link to their own page, or alone beside the day.

Asked last: what a page marks as its authors, and a byline, is surer.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from generator.sources.readers.web.days import LINE, MAIL, UPDATED, dateline, first_day
from generator.sources.readers.web.people import BY, names
from generator.sources.readers.web.tree import SILENT, Element, apart, same, words
from generator.values.gazetteer import common_words, given_names, place_type

FIELD_OF_AUTHOR = re.compile(
    r"(?:authors?|writers?|reporters?|by|byline|written by|words|text|reporting|journalists?)\W*", re.I
)
# "/author/ann-field/", "/autor/ann-field", "/by/annfield", "/people/ann-field", "/journalists/ann-field"
OWN_PAGE = re.compile(
    r"/(?:authors?|autor(?:es)?|auteurs?|autore|forfatter|by|byline|people|person|profiles?|journalists?|reporters?|writers?|"
    r"contributors?|experts?|fellows?|scholars?|staff|team|correspondents?|columnists?|user|users|@)/?[\w.%-]*",
    re.I,
)
ELSEWHERE = frozenset(
    "nav aside footer figure figcaption blockquote form dl table".split()
)  # of a list of fields the label decides
STORY_BEGINS = 25  # words: where the story begins
LINES = 16  # after the headline among which a signature is looked for
OVER = 3  # before it
LOOKED_OVER = 60  # elements before it
LEAF = (
    "[self::p or self::div or self::span or self::a or self::time or self::em or self::i or self::b or self::strong or self::li"
    " or self::address]"
    "[not(.//p or .//div or .//li or .//a or .//span or .//time)]"
)
AND = re.compile(r"\b(?:and|with)\b")
BREAKS = re.compile(r"\s*[|•·/–—]\s*|\s+-\s+")


def signature(tree: Element, heading: Element | None) -> str | None:
    """The names of a page's authors, joined by "; "; None where none of the three places has any.

    Args:
        tree: the page.
        heading: its headline's element.
    """
    found = list(_fields(tree))
    if not found and heading is not None:
        found = _behind_links(heading) or _beside_day(heading)
    return "; ".join(found) or None


def is_person(name: str) -> bool:
    """Whether words with capitals may be a person's name: a first name first, or no common word, and no place."""
    first = name.casefold().split()[0]
    return first in given_names() or (first not in common_words() and not place_type(name.split()))


def _fields(tree: Element) -> Iterator[str]:
    """The names in a row or a pair of a list that is labelled so: "Author | Ann Field"."""
    for label in tree.iter("dt", "th"):
        value = label.getnext()
        if value is not None and value.tag in ("dd", "td") and FIELD_OF_AUTHOR.fullmatch(words(label)):
            yield from names([words(value)])
            return


def _behind_links(heading: Element) -> list[str]:
    """The names in links to people's own pages that stand in one box between the headline and the story."""
    found: list[str] = []
    box = None
    for element in itertools.islice(heading.xpath("following::*[self::p or self::a]"), 2 * LINES):
        if element.tag == "p" and len(words(element).split()) >= STORY_BEGINS:
            break
        if element.tag != "a" or not OWN_PAGE.search(element.get("href") or "") or _is_elsewhere(element, heading):
            continue
        name = names([words(element)])
        if name and is_person(name[0]) and (box is None or element.getparent() is box):
            box = element.getparent()
            found += [each for each in name if each not in found]
    return found


def _beside_day(heading: Element) -> list[str]:
    """A name that is all of a line next to the line that gives the day, or all but the day of that line: "Ann Field, 12 June 2025"."""
    lines = list(_lines(heading))
    days = [number for number, (line, _) in enumerate(lines) if len(line) <= LINE and dateline(line)]
    for number in days[:1]:
        with_day, own = lines[number]
        rest = [part.strip(" ,.;") for part in BREAKS.split(with_day) if not first_day(part)] or [_without_day(with_day)]
        near_by = (*range(number), number + 1)  # in one paragraph a newspaper's name may stand between name and day
        beside = [lines[n][0] for n in near_by if n < len(lines) and (abs(n - number) == 1 or lines[n][1] is own)]
        near = [*rest, *(part for line in beside for part in BREAKS.split(line))]
        for line in near:
            line = BY.sub("", line)
            if (name := names([line])) and same("".join(name)) == same(AND.sub("", line)) and all(map(_is_known, name)):
                return name
    return []


def _is_known(name: str) -> bool:
    """Whether a name is a person's for certain: a first name first, or no word of it common; a day stands behind places too."""
    parts = name.casefold().split()
    return not place_type(name.split()) and (parts[0] in given_names() or not any(part in common_words() for part in parts))


def _without_day(line: str) -> str:
    found = first_day(line)
    if found is None or UPDATED.search(line):
        return ""
    return f"{line[: found.start]} {line[found.end :]}".strip(" ,.;")


def _lines(heading: Element) -> Iterator[tuple[str, Element]]:
    """The short lines with letters around the headline, up to where the story begins, each with its element."""
    over = heading.xpath(f"preceding::*{LEAF}")[-LOOKED_OVER:]
    before = [each for each in over if words(each) and not _is_elsewhere(each, heading)]
    yield from ((words(each), each) for each in before[-OVER:])
    seen: set[Element] = set()
    taken = 0
    for element in heading.xpath(f"following::*{LEAF}"):
        line = words(element) if element.tag not in SILENT and not _is_elsewhere(element, heading) else ""
        if not re.search(r"\w", line) or MAIL.fullmatch(line) or not seen.isdisjoint(element.iterancestors()):
            continue
        if len(line.split()) >= STORY_BEGINS or taken >= LINES:
            return
        seen.add(element)
        taken += 1
        broken = next(element.iter("br"), None) is not None
        yield from ((each, element) for each in (apart(element).split("; ") if broken else [line]))


def _is_elsewhere(element: Element, heading: Element) -> bool:
    around = set(heading.iterancestors())
    return any(each.tag in ELSEWHERE for each in element.iterancestors() if each not in around)
