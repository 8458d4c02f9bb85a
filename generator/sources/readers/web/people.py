"""Authors as names: from tags and bylines, without sites, desks, placeholders, dates and addresses; each once."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.sources.readers.web.days import BULLETED, DIGIT, dateline
from generator.sources.readers.web.tree import Element, apart, around, named, same, words
from generator.values.calendar_words import ANY_MONTH, MONTHS, WEEKDAYS

# words that no person's name holds: offices, desks, agencies, placeholders
NO_NAME = frozenset(
    "admin administrator staff staffs editor editors editorial desk team newsroom reporter reporters correspondent correspondents "
    "writer writers contributor contributors news newspaper press agency agencies reuters afp ap bloomberg xinhua service services "
    "wire wires media network online web website digital magazine times gazette herald tribune daily weekly post journal "
    "observer guardian telegraph bbc cnn nbc cbs abc npr user author unknown anonymous webmaster published updated posted follow "
    "share email twitter facebook contact producer bureau chief board department office company inc ltd llc group the our your "
    "letter newsletter digest briefing bulletin view bio com org net www http https nv bv ag gmbh plc sa spa "
    "courier register chronicle sentinel standard examiner dispatch echo globe radio tv television mail monitor review argus "
    "corp corporation foundation university ministry council association "
    "institute holdings communications research equity analysis insight insights strategy economics markets quarterly annual edition "
    "volume policy special feature interview written posted officer secretary president chairman chairwoman spokesman spokeswoman "
    "spokesperson minister treasurer manager analyst".split()
)
ROLES = re.compile(
    r"(?:,|\s[-–—|]|\bis|\bfor\b|\bin\b|\bon\b)\s.*$|\s*\((?:[^)]*)\)|"
    r"\s+(?:(?:senior|chief|staff|political|business|science|health|crime|sports?|local|special|our|associate|deputy|managing|"
    r"regional|national|foreign|diplomatic|education|environment|economics?|technology|travel|food|arts|culture|home|world|court|"
    r"legal|defen[cs]e|security|religion|transport|housing|investigati(?:ve|ons)|data|video|multimedia|white house)\s+)*"
    r"(?:reporter|writer|correspondent|editor|columnist|contributor|journalist|producer)s?\b.*$",
    re.I,
)
BY = re.compile(
    r"^\W*(?:(?:words|story|text|report|reporting|reported|written|posted|published|article|analysis|review|interview|essay|submitted)\s+)?by:?\s+|^\W*by:\s*|"
    r"^(?:words|text|story|report|interview|review|essay|author|authors|byline|reporter|writer)\s?:\s+|"
    r"^(?:words|text|story)\s+(?=(?-i:[A-Z]).{3,60}\s(?:photograph\w*|photos|pictures|illustrations?)\b)|"
    r"^from (?:our|the)\b[\w ]{0,30}\bcorrespondent(?: (?:in|at) [A-Z]\w+)?,?\s+",
    re.I,
)
JOINED = re.compile(r"\s*(?:;|\||/|•|·|\band\b|&|\bwith\b|\n)\s*|,\s*(?=\S+\s+\S)", re.I)
# "Words: Ann Field   Photographs: Bo Reed"
PICTURES = re.compile(
    r"\s(?:photographs?|photos?|photography|pictures|illustrations?|graphics)(?:\s?(?:by|:)|(?=\s(?-i:[A-Z])))\s", re.I
)
ADDRESS_IN_BYLINE = re.compile(r"\S*(?:https?:|www\.|@)\S*|\S+\.(?:com|org|net|co\.uk|example)\b\S*", re.I)
NOTED = re.compile(r"(?<=[^\W\d_])\d(?:,\d)*\*?(?=,|\s|$)")  # "Ann Field1, Bo Reed2"
HONORIFIC = re.compile(r"^(?:(?:dr|prof|professor|mr|mrs|ms|rev)\.?\s+)+", re.I)
# "(Point Sorrel, special correspondent)": behind a name, never a second name
ASIDE = re.compile(r"(?<=\w)\s*\([^()]*\)")
# "education reporter Tess Kelloway"
ROLE_BEFORE = re.compile(r"^(?:\S+ ){0,3}(?:reporter|correspondent|editor|writer|columnist)s?:?\s+(?=[A-Z])")
BYLINE_PARTICLES = frozenset(
    "de da del della di du van von der den la le el al bin ibn ben st y e dos das ter ten ap af zu".split()
)
TAGS = (
    "author",
    "article:author",
    "byl",
    "byline",
    "article:author_name",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "citation_author",
)
# the line under a byline: "Tribune Staff", "Chief football writer"
OFFICE_LINE = re.compile(
    r"(?:[\w&’'-]+ ){0,4}(?:staff|writers?|reporters?|correspondents?|editors?|columnists?|contributors?|journalists?|press|bureau|"
    r"news service)",
    re.I,
)
BYLINES = frozenset("byline author authors contributor contrib writer".split())
ABOUT = frozenset("role designation title job bio image photo position description desc type".split())
# what WordPress and Drupal mark as the author's name; commenters have the like, and firms are "fn org"
CARDS = (
    "//*[contains(concat(' ', @class, ' '), ' vcard ')]//*[contains(concat(' ', @class, ' '), ' fn ')]"
    "[not(contains(concat(' ', @class, ' '), ' org '))]"
    " | //*[@property='foaf:name' and contains(@class, 'username')]"
)
COMMENTS = frozenset("comment comments related sidebar aside recent popular latest teaser card".split())
_DAYS = "|".join(sorted(WEEKDAYS.keys() - {"sun", "sat", "wed", "mon"}, key=len, reverse=True))
BEFORE_DATE = re.compile(
    rf"\s*(?:\||•|·|\bpublished\b|\bupdated\b|(?<=\w )\bposted\b|(?<=\w )at\b(?= \w+ \d)|\b(?:{_DAYS}),|\b(?:{ANY_MONTH})\.?\s+\d)",
    re.I,
)
# the elements after a headline among which a byline is looked for
AFTER = (
    "following::*[self::p or self::div or self::span or self::a or self::li or self::address or self::font or self::i or self::b]"
    "[position() <= 25]"
)
BOX = ".//*[self::p or self::div or self::li]"
WRITTEN_BY = re.compile(r"(?<=\d) by\s+(?=(?-i:[A-Z]))", re.I)  # "Written on 5 August 2022 by Ann Field"
SIGNED = re.compile(r"(?:posted|written|published|text|words) by:?\s", re.I)  # in a post's foot
LONGEST_BYLINE = 160
LONGEST = 60  # characters of a name
MOST_AUTHORS = 8


def authors(tree: Element, heading: Element | None, data: Sequence[Mapping[str, Any]], site: str | None) -> str | None:
    """The names of a page's authors, joined by "; "; None where it names nobody.

    Args:
        tree: the page.
        heading: its headline's element: a byline stands after it.
        data: its JSON-LD objects.
        site: the name of its site, which is no author.
    """
    for source in (_linked_data(data), _metas(tree), _bylines(tree, heading)):
        if found := names(source, site):
            return "; ".join(found)
    return None


def names(values: Iterable[str], site: str | None = None) -> list[str]:
    """The names of people in the values of author tags or in bylines, each once, in their order."""
    found: dict[str, str] = {}
    for value in values:
        text = ADDRESS_IN_BYLINE.sub(" ", BY.sub("", " ".join(value.split()))).strip()
        text = re.sub(r"^\((.*)\)$", r"\1", text)  # feeds: "ann@harbour.example (Ann Field)"
        text = ASIDE.sub("", PICTURES.split(text)[0])
        for part in _parts(text):
            name = _name(part)
            if name and same(name) != same(site or ""):
                found.setdefault(same(name), name)
    return list(found.values())[:MOST_AUTHORS]


def _parts(text: str) -> list[str]:
    """The parts of a byline, each a name: in "Ann Field, Harbour Post, and Bo Reed, Quay News" what follows a name is its office."""
    pairs = [part.split(", ") for part in re.split(r", and |;", text)]
    if len(pairs) > 1 and all(len(pair) == 2 for pair in pairs):
        return [pair[0] for pair in pairs]
    return JOINED.split(NOTED.sub("", text))


def _name(text: str) -> str | None:
    """A person's name, in capitals and small letters; None where the text is something else."""
    text = re.split(r"\s+(?=\d)|\s*[,:]\s", ROLES.sub("", ROLE_BEFORE.sub("", BY.sub("", text.strip()))))[0].strip(
        " .,:;-–—|"
    )
    parts = HONORIFIC.sub("", text).split()
    # "GILLIAN MOORE March", "Ann Field Monday"
    while len(parts) > 2 and (parts[-1].lower().strip(".,") in MONTHS or parts[-1].lower().strip(".,") in WEEKDAYS):
        parts.pop()
    if not 2 <= len(parts) <= 6 or len(text) > LONGEST or DIGIT.search(text):
        return None
    if {re.sub(r"\W", "", part).lower() for part in parts} & NO_NAME:
        return None
    if not all(part[0].isupper() or part.lower() in BYLINE_PARTICLES or part[:2].lower() in ("d'", "d’") for part in parts):
        return None
    if text.isupper():
        parts = [_small(part) for part in parts]
    return " ".join(_initial(part) for part in parts)


def _initial(part: str) -> str:
    return f"{part}." if len(part) == 1 and part.isupper() else part


def _small(part: str) -> str:
    """ "MCGETTLE" as McGettle, "O'NEIL" as O'Neil, "J.R." as it is."""
    if "." in part or len(part) == 1:
        return part
    small = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), part)
    return re.sub(r"^Mc([a-z])", lambda match: f"Mc{match[1].upper()}", small)


def _linked_data(data: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for each in data:
        given = each.get("author")
        for author in given if isinstance(given, list) else [given]:
            if isinstance(author, dict):
                kinds = author.get("@type")
                if kinds in (None, "Person") or (isinstance(kinds, list) and "Person" in kinds):
                    named_as = author.get("name")
                    yield from (named_as if isinstance(named_as, list) else [named_as]) if named_as else ()
            elif isinstance(author, str):
                yield author


def _metas(tree: Element) -> Iterator[str]:
    for tag in tree.iter("meta"):
        if (tag.get("name") or tag.get("property") or tag.get("itemprop") or "").lower() in TAGS and tag.get("content"):
            yield tag.get("content")


def _bylines(tree: Element, heading: Element | None) -> Sequence[str]:
    """The names in a byline: the element that is marked as an author's, or the line "By …" after the heading."""
    marked = tree.xpath("//*[@itemprop='author' or @rel='author' or contains(@itemprop, 'author ')]")
    inner = [element.xpath(".//*[@itemprop='name']") for element in marked]
    found = [words(named_as[0] if named_as else element) for element, named_as in zip(marked, inner, strict=True)]
    if heading is None or names(found):
        return found
    if cards := [each for each in tree.xpath(CARDS) if around(each, heading, COMMENTS)]:
        return [words(cards[0])]
    for element in heading.xpath(AFTER):
        long = len(words(element)) > LONGEST_BYLINE
        if long and element.tag == "p":
            break
        if not long and (found := _in_byline(element)):
            return found
    signed = (each for each in tree.iter("p", "span", "div") if len(each) <= 3 and around(each, heading, COMMENTS))
    lines = (line for each in signed if len(line := words(each)) <= LONGEST_BYLINE and SIGNED.match(line))
    return [_before_date(line) for line in itertools.islice(lines, 1)]


def _in_byline(element: Element) -> list[str]:
    """What may be names in an element, if it is a byline."""
    parts = [each for each in (element, *element.iterdescendants()) if isinstance(each.tag, str) and not each.xpath(BOX)]
    marked = [apart(each) for each in parts if named(each) & BYLINES and not named(each) & ABOUT and each is not element]
    if names(marked):
        return marked
    line = _before_date(apart(element))
    if written := [part for part in BULLETED.split(words(element)) if dateline(part) and WRITTEN_BY.search(part)]:
        return [WRITTEN_BY.split(written[0], maxsplit=1)[1]]
    if named(element) & BYLINES and not names([line]):  # a name in one box and the desk in the next
        return [words(each) for each in parts if not len(each)][:3]
    return [line] if named(element) & BYLINES or (BY.match(line) and names([line])) else []


def _before_date(line: str) -> str:
    """A byline without what follows its names: "By Ann Field March 12, 2015 4:11 PM"."""
    return BEFORE_DATE.split(line)[0]
