"""A web page's tree: bytes decoded as browsers do, parsed, and small questions about its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from generator.sources.encodings import BOMS

Element = Any  # lxml's elements have no types
DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
# what browsers read as windows-1252 whatever the page calls it (WHATWG Encoding Standard)
WESTERN = {"iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "ascii", "us-ascii", "iso_8859-1", "cp1252", "windows-1252"}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\x00"))
MOST_OF_TITLE = 0.4  # a site with a slogan may be longer than the headline before it
RETOLD = 0.5  # share of a title's longer words that a heading in other words repeats
# what programs write where nobody gave a title: "New Page 1", "Untitled Document"
NO_TITLE = re.compile(
    r"(new page|untitled|document|index|page|home)\W*(document|page)?\W*\d*(\.html?)?|\S+\.(html?|docx?|pdf|txt|rtf|odt)",
    re.I,
)
STYLED = frozenset({"title", "MsoTitle", "Title", "doc-title", "page-title"})
LONGEST_TITLE = 250  # characters
HOME_ADDRESS = re.compile(r"/|https?://[^/]+/?")
MARKED = ("h1", "h2", "h3", "h4")
BREAK = "⁋⸿⁋"  # a mark that no text holds, where two line breaks divide paragraphs
DEEPEST = 250  # elements in elements: more is made to exhaust the reader


def decoded(data: bytes, charset: str | None = None) -> str:
    """A page's text. `charset` is what its server said, if anything."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    try:
        return data.decode("utf-8")  # text in another encoding is practically never valid UTF-8
    except UnicodeDecodeError:
        pass
    declared = DECLARED.search(data[:4096])
    name = (charset or (declared[1].decode("ascii", "replace") if declared else "")).lower()
    if name and name not in WESTERN and not name.startswith(("utf-16", "utf16", "utf-32")):
        try:
            return data.decode(name, "strict")
        except (LookupError, UnicodeDecodeError):
            pass
    return _mostly_utf8(data) or "".join(_western(data))


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes cut off or damaged, rather than another encoding; None where it is not."""
    text = data.decode("utf-8", "replace")
    broken, beyond = text.count("\ufffd"), sum(c > "\x7f" for c in text)
    return text if broken * 3 < beyond else None


def _western(data: bytes) -> Iterator[str]:
    """Windows-1252; its five bytes without a character are what they are in iso-8859-1, as in browsers."""
    for byte in (data[i : i + 1] for i in range(len(data))) if _undefined(data) else (data,):
        try:
            yield byte.decode("windows-1252")
        except UnicodeDecodeError:
            yield byte.decode("latin-1")


def _undefined(data: bytes) -> bool:
    return any(byte in data for byte in (b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"))


def parsed(text: str) -> Element:
    """The tree of a page; soft hyphens and characters of no width are gone, because they are hints to a browser and no letters.

    Raises:
        ValueError: it holds no elements, or too deep ones.
    """
    text = re.sub(r"^\s*<\?xml[^>]*>", "", text.translate(INVISIBLE))
    text = re.sub(r"&(shy|zwnj|zwj|lrm|rlm|ZeroWidthSpace|#173|#xad|#8203|#x200b|#8204|#8205|#8288);", "", text, flags=re.I)
    if not text.strip():
        raise ValueError("it is empty")
    tree = html.document_fromstring(text)
    if _depth(tree) > DEEPEST:
        raise ValueError("its elements are nested too deep")
    return tree


def _depth(tree: Element) -> int:
    deepest, waiting = 0, [(tree, 1)]
    while waiting and deepest <= DEEPEST:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in element]
    return deepest


def words(element: Element) -> str:
    """An element's words in one line; elements that stand apart on the page stay apart."""
    return " ".join("".join(_in_order(element)).split())


def apart(element: Element) -> str:
    """An element's words with "; " where two elements touch, or a line breaks: a page sets those apart by style."""
    return " ".join("".join(_apart(element)).split())


def _apart(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT or named(element) & OVERLAID:
        return
    yield element.text or ""
    for child in element:
        previous = child.getprevious()
        if child.tag == "br" or (previous is not None and not (previous.tail or "").strip()):
            yield "; "
        yield from _apart(child)
        yield child.tail or ""


OVERLAID = frozenset("overlay tooltip popup popover modal".split())  # opens when a reader points at the name
INLINE = frozenset("a abbr b bdi bdo cite code em font i ins kbd mark q s small span strong sub sup time u var wbr".split())
SILENT = frozenset("script style template noscript svg".split())


def _in_order(element: Element) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in SILENT:
        return
    apart = "" if element.tag in INLINE else " "
    yield apart
    if element.text:
        yield element.text
    for child in element:
        yield from _in_order(child)
        if child.tail:
            yield child.tail
    yield apart


# where pages name the part that an element plays
NAMING = ("class", "id", "data-component", "data-hook", "data-testid", "data-qa", "data-gu-name")


def named(element: Element) -> set[str]:
    """The words in an element's class, id and the like: "js-streamContent" gives js, stream, content."""
    text = " ".join(filter(None, map(element.get, NAMING)))
    text = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    return {part.lower() for part in re.split(r"[^A-Za-z]+", text) if part}


def heading(tree: Element, titles: tuple[str, ...] = ()) -> Element | None:
    """The headline's element: the longest heading that the page's titles contain; else the only level-one heading of its story.

    Blogs put their own name into the level-one heading and the headline into the second or third.
    """
    said = [same(title) for title in titles]
    found = [each for each in tree.iter("h1", "h2", "h3") if headline(each) and not _leads_home(each)]
    fitting = [each for each in found if any(_is_title(same(headline(each)), title) for title in said)]
    if (later := _only_after(tree, fitting)) is not None:
        return later
    if fitting:  # a title may hold a blog's own name beside the headline: what another title says alone is the headline
        return max(fitting, key=lambda each: (same(headline(each)) in said[:-1], len(same(headline(each)))))
    outside = [each for each in found if not set(_tags(each)) & {"nav", "aside", "footer"}]
    if marked := [each for each in tree.xpath("//*[@itemprop='headline']") if each.tag in MARKED and headline(each)]:
        return marked[0]
    if first := [each for each in outside if each.tag == "h1"]:
        begun = next((each for each in first if _begins(headline(each), titles)), None)
        return begun if begun is not None else _only(first)
    return _told(tree, outside, titles, said)


def _only_after(tree: Element, fitting: list[Element]) -> Element | None:
    """The page's only level-one heading, where all that its title has are lower ones before it, with its site's name."""
    first = [each for each in tree.iter("h1") if headline(each)]
    if not fitting or len(first) != 1 or first[0] in fitting:
        return None
    before = set(first[0].xpath("preceding::*"))
    return first[0] if all(each in before for each in fitting) else None


def _leads_home(heading: Element) -> bool:
    """Whether a heading is the site's name: all of it a link to the site's first page."""
    links = (
        link
        for link in heading.iter("a")
        if HOME_ADDRESS.fullmatch(link.get("href") or "") or "home" in (link.get("rel") or "").split()
    )
    return any(words(link) == words(heading) for link in links)


def _begins(heading: str, titles: tuple[str, ...]) -> bool:
    """Whether a heading begins with all that a title says: "Pupils vote" of "Pupils vote to shorten their holiday"."""
    return any(len(title.split()) > 1 and same(heading).startswith(same(title)) for title in titles)


def _only(found: list[Element]) -> Element | None:
    """The one of several level-one headings that stands in the article."""
    return found[0] if len(found) == 1 else next((h for h in found if set(_tags(h)) & {"article", "main"}), None)


def _styled(tree: Element) -> Element | None:
    """What a word processor marks as the title of a document that it saves as a page: <p class="MsoTitle">, <p class="c4 title">."""
    for element in tree.iter("p", "div", "span"):
        style = (element.get("class") or "").split()
        if any(each in STYLED for each in style) and 0 < len(words(element)) <= LONGEST_TITLE:
            return element
    first = next((each for each in tree.iter("p") if words(each)), None)
    bold = first is not None and len(first) == 1 and first[0].tag in ("b", "strong") and words(first[0]) == words(first)
    return first if bold and len(words(first).split()) > 2 and len(words(first)) <= LONGEST_TITLE else None


def _told(tree: Element, outside: list[Element], titles: tuple[str, ...], said: list[str]) -> Element | None:
    """A lower heading that says what the title says, or the headline of a page without headings."""
    if outside and all(NO_TITLE.fullmatch(title.strip()) for title in titles):
        return outside[0]
    told = next((each for each in outside if _retold(headline(each), titles)), None)
    if told is None:
        told = _unmarked(tree, said)
    if told is None and len(outside) == 1 and len(headline(outside[0]).split()) > 2:
        return outside[0]  # the title of each page is the site's name
    return told if told is not None or outside else _styled(tree)


def _retold(heading: str, titles: tuple[str, ...]) -> bool:
    """Whether a heading says in other words what a title says: half of the title's longer words are in it."""
    own = set(_long_words(heading))
    return any(
        len(told := set(_long_words(re.split(r"\s[|–—-]\s", title)[0]))) >= 3
        and len(told & own) >= max(3, RETOLD * len(told))
        for title in titles
    )


def _long_words(text: str) -> list[str]:
    return re.findall(r"\w{4,}", text.casefold())


def _unmarked(tree: Element, titles: list[str]) -> Element | None:
    """The headline of an old page, in bold or in a larger font and in no heading: what its title holds, word for word."""
    for element in tree.iter("b", "strong", "font", "td", "p", "div", "span"):
        line = same(words(element)) if len(element) <= 2 else ""
        if len(words(element).split()) >= 3 and any(line and _is_title(line, title) for title in titles):
            return element
    return None


def around(element: Element, heading: Element, others: frozenset[str]) -> bool:
    """Whether an element stands in the box of the headline, and in no smaller one with such a name."""
    boxes = set(heading.iterancestors())
    for each in (element, *element.iterancestors()):
        if each in boxes:
            return each.tag not in ("body", "html") or "hentry" in named(each)
        if named(each) & others or each.tag in ("aside", "nav"):
            return False
    return False


def headline(element: Element) -> str:
    """The words of a heading, without a date or a remark that stands small in it."""
    whole = words(element)
    for small in element.iter("small", "time"):
        whole = whole.replace(words(small), "", 1)
    return " ".join(whole.split())


def _is_title(heading: str, title: str) -> bool:
    """Whether a heading is what a title says, or all of it but a site's name."""
    return heading in title and len(heading) >= MOST_OF_TITLE * len(title)


def _tags(element: Element) -> list[str]:
    return [each.tag for each in element.iterancestors()]


def same(text: str) -> str:
    """Letters and digits alone, for comparing."""
    return re.sub(r"\W+", "", text).casefold()
