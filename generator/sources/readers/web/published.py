"""The day on which a web page says it was first published; None where it does not say so.

In this order: tags made for machines that mean the first publication; a line on the page beside its heading; the page's
address. Never the copyright's year, another story's date, a day that the story tells of, or the day of an update.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.sources.readers.web.days import LINE, dateline, first_day, order_of, tells
from generator.sources.readers.web.tree import SILENT, Element, around, named, words

# names of <meta> tags, best first: those that say "published", then those that say only "date"
PUBLISHED = (
    "article:published_time article:published og:published_time og:article:published_time datepublished date_published "
    "publish-date publish_date publishdate published_date published-date publication_date publicationdate pubdate pub_date "
    "dc.date.issued dcterms.issued dcterms.created dc.date.created dc.created citation_publication_date citation_date "
    "parsely-pub-date sailthru.date cxenseparse:recs:publishtime originalpublicationdate article.published bt:pubdate "
    "dcsext.articlefirstpublished rbpubdate displaydate og:pubdate rnews:datepublished vr:published_time ptime"
).split()
NAMED_PUBLISHED = re.compile(r"(?:first[-_]?)?published?[-_]?(?:at|on|date|time)")  # "govuk:first-published-at"
# WordPress and other blogs: <time class="entry-date published">, <abbr class="published">
ENTRIES = "//*[@class and (contains(concat(' ', @class, ' '), ' entry-date ') or contains(concat(' ', @class, ' '), ' published '))]"
DATED = "dc.date dcterms.date date article.created date_created datecreated created og:regdate doc_date".split()
ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle blogposting "
    "socialmediaposting report advertisercontentarticle liveblogposting reviewnewsarticle scholarlyarticle webpage".split()
)
# classes of elements beside a heading that hold the date, and of those that hold other stories' dates
OTHER_DATES = frozenset(
    "related recommended teaser card promo sidebar comments comment footer latest popular trending archive".split()
)
NO_DATE_WITHIN = frozenset("aside nav footer figure figcaption table form blockquote".split())
DATES = frozenset("date dateline time timestamp published posted pubdate".split())
STORY_WORDS = 8  # words
STANDFIRST = 2  # sentences between heading and date; after more the story has begun
DATE_LEAVES = "following::*[not(*[self::p or self::div or self::section or self::ul or self::article])]"
PARAGRAPHS = 3  # a teaser has fewer
LINES_OVER = 3  # lines over the headline that may hold the date
TAIL = 8  # words of a site's name and a day
LEVELS = 2  # boxes around the heading over which the date may stand
BESIDE = 14  # blocks after the heading that may hold the date
FOREIGN_UPDATE = re.compile(
    r"\b(?:aktuali|uppdat|oppdat|opdat|mis(?:e)? à jour|modifi|aggiorn|actuali|atuali|bijgewerkt|päivit|zuletzt|geändert)",
    re.I,
)
# labels of a field: of the first publication, where a portal gives its own day besides; of any
ORIGINAL = re.compile(r"\W*(?:first|original(?:ly)?)[ -](?:published|publication|release|issued)( date| on)?\W*", re.I)
FIELD_OF_DAY = re.compile(r"(?!.*\b(?:updated|modified|edited)\b).*", re.I)
RELATIVE = re.compile(r"(?:about )?\w+ (?:minute|hour|day|week|month|year)s? ago|yesterday|today", re.I)
DAY_IN_ADDRESS = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?!\d)")
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)")
ADDRESS_WORDS = re.compile(r"/((?:19|20)\d\d)/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*/(\d{1,2})(?!\d)", re.I)


def published(
    tree: Element, heading: Element | None, data: Sequence[Mapping[str, Any]], addresses: Sequence[str]
) -> tuple[date, str] | None:
    """The day of first publication, and where the page says so: `metadata`, `page` or `address`.

    Args:
        tree: the page.
        heading: its headline's element.
        data: its JSON-LD objects.
        addresses: the page's addresses, the most certain first.
    """
    tags = _tags(tree)
    lang = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").lower().replace("_", "-")
    first = order_of(tags.values())
    if first is None and lang.startswith("en-"):
        first = not lang.startswith(("en-us", "en-ph"))
    for value in _machine(tree, heading, data, tags):
        # Drupal's "07/11/2023 - 17:57" puts the month first whatever the page's language
        drupal = re.search(r"\d{4} - \d\d:\d\d", value)
        if found := first_day(value, first if not drupal or first is not None else False):
            return found.day, "metadata"
    if seen := _visible(tree, heading, first):
        return seen, "page"
    if titled := _in_title(tree):
        return titled, "page"
    for address in addresses:
        if in_address := from_address(address):
            return in_address, "address"
    for name in DATED:  # a bare "date" may be an update's: after what the page shows
        if name in tags and (found := first_day(tags[name], first)):
            return found.day, "metadata"
    return None


def _in_title(tree: Element) -> date | None:
    """The day that stands with the site's name behind the headline in the title: "… · Harbour Review 15 June 2023"."""
    head = tree.find(".//title")
    parts = re.split(r"\s[|·•–—-]\s", words(head)) if head is not None else []
    found = first_day(parts[-1]) if len(parts) > 1 and len(parts[-1].split()) <= TAIL else None
    return found.day if found and not parts[-1][found.end :].strip() else None


def from_address(address: str) -> date | None:
    """The day in an address such as `/2023/11/09/`, `/2023/nov/09/` or `-20231109`; None where there is no whole date."""
    path = re.sub(r"^[a-z]+://[^/]*|[?#].*$", "", address, flags=re.I)
    spoken = ADDRESS_WORDS.search(path)
    if spoken:
        found = first_day(f"{spoken[3]} {spoken[2]} {spoken[1]}")
        return found.day if found else None
    for match in (*DAY_IN_ADDRESS.finditer(path), *COMPACT.finditer(path)):
        with contextlib.suppress(ValueError):
            return date(int(match[1]), int(match[3]), int(match[4]))
    return None


def _tags(tree: Element) -> dict[str, str]:
    """The values of `<meta>` tags by name, in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        value = tag.get("content") or tag.get("datetime")
        if name and value:
            found.setdefault(name, value.strip())
    return found


def _machine(
    tree: Element, heading: Element | None, data: Sequence[Mapping[str, Any]], tags: Mapping[str, str]
) -> Iterator[str]:
    """What tags made for machines say of the first publication, the most certain first."""
    for name in PUBLISHED[:2]:
        if name in tags:
            yield tags[name]
    yield from _linked_data(data)
    for name in PUBLISHED[2:]:
        if name in tags:
            yield tags[name]
    yield from _marked(tree, heading)
    yield from (value for name, value in tags.items() if NAMED_PUBLISHED.fullmatch(name.rpartition(":")[2]))
    yield from _of_entry(tree, heading)
    # where nothing says "published", a "date" beside a later "modified" is the first publication, if it is no later
    modified = tags.get("article:modified_time") or tags.get("og:updated_time")
    if modified and tags.get("date") and modified[:10] > tags["date"][:10]:
        yield tags["date"]


def _linked_data(data: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """When articles were published by the page's linked data."""
    for each in data:
        value = each.get("datePublished") or each.get("dateCreated")
        kinds = each.get("@type") or ()
        named_kinds = {str(kind).lower() for kind in ([kinds] if isinstance(kinds, str) else kinds)}
        if isinstance(value, str) and named_kinds & ARTICLES:
            yield value


def _marked(tree: Element, heading: Element | None) -> Iterator[str]:
    """What elements that are marked as the date of publication say."""
    for element in tree.xpath("//*[@itemprop='datePublished' or @pubdate or contains(@class, 'dt-published')]"):
        own = heading is not None and around(
            element, heading, OTHER_DATES - {"footer"}
        )  # some name the line below a headline "footer"
        if element.tag != "meta" and (own or not _of_others(element, heading)):
            yield element.get("datetime") or element.get("content") or words(element)


def _of_entry(tree: Element, heading: Element | None) -> Iterator[str]:
    """What the entry around the headline says of its day."""
    for element in tree.xpath(ENTRIES) if heading is not None else ():
        stamp = element.get("datetime") or element.get("title")
        if stamp and "updated" not in named(element) and around(element, heading, OTHER_DATES - {"footer"}):
            yield stamp


def _of_others(element: Element, heading: Element | None, but: str = "") -> bool:
    """Whether an element belongs to another story, a comment, a list, or the foot of the page: to a box without the headline."""
    around = set(heading.iterancestors()) if heading is not None else set()
    for each in (element, *element.iterancestors()):
        if each in around:
            return False
        article = each.tag == "article" and heading is not None and not _is_told_in(each, heading)
        if (each.tag in NO_DATE_WITHIN and each.tag != but) or named(each) & OTHER_DATES or article:
            return True
    return False


def _is_told_in(article: Element, heading: Element) -> bool:
    """Whether an article is the headline's though it stands outside: the first after it, with paragraphs of its own (Drupal)."""
    if any(each.tag == "article" for each in (*heading.iterancestors(), *article.iterancestors())):
        return False
    paragraphs = sum(len(words(each).split()) >= STORY_WORDS for each in article.iter("p"))
    return paragraphs >= PARAGRAPHS and next(iter(heading.xpath("following::article")), None) is article


def _visible(tree: Element, heading: Element | None, day_first: bool | None) -> date | None:
    """The date in a line beside the heading, or in a line that says "Published"."""
    for line, element in _lines(tree, heading):
        stamp = first_day(_stamp(element) or "")
        if found := dateline(line, day_first):
            return stamp.day if stamp else found
        if stamp and _is_time(element, line) and (RELATIVE.fullmatch(line) or _says(line, stamp.day)):  # "2 hours ago"
            return stamp.day
    return None


def _is_time(element: Element, line: str) -> bool:
    return element.tag == "time" or any(words(each) == line for each in element.iter("time"))


def _says(line: str, day: date) -> bool:
    """Whether a line says a day in another language: "Publicerat tisdag 17 oktober 2023 kl 10.13"."""
    numbers = re.findall(r"\d+", line)
    return (
        str(day.year) in numbers
        and str(day.day) in (number.lstrip("0") for number in numbers)
        and not FOREIGN_UPDATE.search(line)
    )


def _stamp(element: Element) -> str | None:
    """The machine's value of a line that is one `<time>`."""
    stamps = [element] if element.tag == "time" else list(element.iter("time"))
    return stamps[0].get("datetime") if len(stamps) == 1 else None


def _lines(tree: Element, heading: Element | None) -> Iterator[tuple[str, Element]]:
    """Short lines in, after and over the heading; then those elsewhere in the story that say "Published"."""
    if heading is None:
        return
    yield from _fields(tree, heading, ORIGINAL)
    yield from ((words(inner), inner) for inner in heading.iter("small", "time"))
    yield from _after(heading)
    yield from _over(heading)
    yield from _fields(tree, heading, FIELD_OF_DAY)
    for element in tree.xpath("//footer//*[contains(@class, 'date') or contains(@class, 'time')] | //footer//time"):
        if around(element, heading, OTHER_DATES - {"footer"}):  # in a post's own foot
            yield words(element), element
    for element in tree.iter("p", "div", "span", "small"):
        if len(element) <= 2 and not _of_others(element, heading):
            line = words(element)
            if len(line) <= LINE and re.match(r"\W*(?:first |originally )?(?:published|posted)\b", line, re.I):
                yield line, element


def _fields(tree: Element, heading: Element, label: re.Pattern[str]) -> Iterator[tuple[str, Element]]:
    """What stands behind such a label in a list of fields, or in a table of two columns: "Published | 6 October 2023"."""
    for each in tree.iter("dt", "th"):
        value = each.getnext()
        paired = value is not None and (each.tag, value.tag) in (("dt", "dd"), ("th", "td")) and value.getnext() is None
        listed = each.tag == "dt" and value is not None and value.tag == "dd"
        if (paired or listed) and label.fullmatch(words(each)) and not _of_others(each.getparent(), heading, "table"):
            yield f"{words(each)} {words(value).lstrip('@')}", value


def _after(heading: Element) -> Iterator[tuple[str, Element]]:
    """The lines after the heading, up to where the story has begun."""
    seen: set[Element] = set()
    lines = sentences = 0
    for element in heading.xpath(DATE_LEAVES):
        line = words(element)
        if not line or _of_others(element, heading) or element.tag in SILENT or not seen.isdisjoint(element.iterancestors()):
            continue
        if tells(line):
            seen.add(element)
        yield line, element
        lines += 1
        sentences += len(line.split()) >= STORY_WORDS and line[-1:] in '.!?”"’'
        if len(line) > LINE or lines > BESIDE or sentences > STANDFIRST:
            return


def _over(heading: Element) -> Iterator[tuple[str, Element]]:
    """The line over the heading, and those over the boxes around it."""
    for above in (heading, *list(heading.iterancestors("header", "div", "section", "article"))[:LEVELS]):
        texts = (each for each in above.itersiblings(preceding=True) if isinstance(each.tag, str) and each.tag not in SILENT)
        found = [each for each in texts if words(each) and not _of_others(each, heading)][
            : LINES_OVER if above is heading else 1
        ]
        # a box before the story's may be the page's masthead, with the day of today; so may what stands farther over it
        for number, element in enumerate(found):
            if (above is heading and number == 0) or (element.tag != "header" and named(element) & DATES):
                yield words(element), element
