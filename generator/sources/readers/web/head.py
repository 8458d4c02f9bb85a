"""What a web page says of itself: title, publisher, address, when it was saved, and its JSON-LD."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from generator.sources.readers.web.tree import NO_TITLE, Element, heading, headline, same, words

TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title")
SEPARATORS = re.compile(r"\s+[-–—|»·•:~>›]+\s+|\s*[|»]\s*")
OWNERS = "//*[@itemprop='publisher']//*[@itemprop='name']"
# where a page shows its site's name
MASTHEADS = (
    "//a[contains(concat(' ', @rel, ' '), ' home ')]"
    " | //*[contains(@class, 'site-title') or contains(@class, 'site-name') or contains(@id, 'site-name')]"
    " | //a[@href='/'] | //*[@id='masthead'] | //*[contains(@id, 'header')]//h1"
)
OWNED = re.compile(r"(?:©|\(c\)|\bcopyright\b)[\s\d–,-]*", re.I)
OWNED_UNTIL = re.compile(
    r"(?:\s+(?:Ltd|Limited|Inc|LLC|plc|GmbH|AG|Corp|Pty))*[\s,.]*(?:\d{4})?\W*$|\. .*$"
)  # "(c) Harbour Mail 2023", "© Harbour Mail. All rights reserved."
# where a page names its site though nothing confirms it: WordPress' and Blogger's mastheads lead home; an agency is the source
HOME = "//h1[.//a[@href='/' or @rel='home']] | //*[contains(@class, 'site-title') and (self::a or .//a)]"
SOURCE = re.compile(r"(?i:source|via)\s*:\s*(?P<name>[A-Z][\w&’' -]{2,40}?)\s*(?:[|•·\d]|$)")
ROOT = re.compile(r"https?://[^/]+/?")
PRINTED_ON = re.compile(r"published on (?P<name>.{3,60}?) \(https?://", re.I)  # Drupal's print view
# a page kept by a web archive: "https://web.archive.example/web/20260102030405/https://varna.example/first-arch"
ARCHIVED = re.compile(r"^https?://[^/]+/web/(?P<day>\d{8})\d{6}(?:[a-z]{2}_)?/(?P<url>https?://.+)$")
LONGEST_HEADING = 300
LONGEST_NAME = 60  # of a site
FIRST_LINES = 30  # among which a page names its source
LARGEST_DATA = 500_000  # characters of JSON-LD
SAVED_FROM = re.compile(r"saved from url=\(\d+\)(https?://\S+)")
SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(?P<url>https?://\S+)(?:\s+saved date:\s*(?P<date>[^\n(]+))?")


def meta(tree: Element, *names: str) -> list[str]:
    """The values of `<meta>` tags of these names, in the order of the names."""
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or "").lower()
        if name in names and (tag.get("content") or "").strip():
            found.setdefault(name, " ".join(tag.get("content").split()))
    return [found[name] for name in names if name in found]


def linked_data(tree: Element) -> list[Mapping[str, Any]]:
    """The page's JSON-LD objects, those in a graph among them; broken ones are left out."""
    found: list[Mapping[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) < LARGEST_DATA:
            try:
                found += _objects(json.loads(script.text, strict=False))
            except (ValueError, RecursionError):
                continue
    return sorted(
        found, key=lambda each: "Article" not in str(each.get("@type")) and "Posting" not in str(each.get("@type"))
    )


def _objects(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, list):
        for each in value:
            yield from _objects(each)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def title_of(tree: Element, data: Sequence[Mapping[str, Any]], site: str | None) -> tuple[str | None, Element | None]:
    """The headline and its element: the page's own heading decides; without one, the title less the site's name."""
    said = [*(str(each["headline"]) for each in data if isinstance(each.get("headline"), str)), *meta(tree, *TITLE_KEYS)]
    head = tree.find(".//title")
    if head is not None and words(head):
        said.append(words(head))
    said = [" ".join(each.split()) for each in said if each.strip()]
    own = heading(tree, tuple(said))
    if own is not None and len(headline(own)) <= LONGEST_HEADING and same(headline(own)) != same(site or ""):
        shown = headline(own)  # parts that stand apart by style touch in it: "Pellworm Salt:Shares fall"
        spaced = (each for each in said if same(each) == same(shown) and len(each.split()) > len(shown.split()))
        return next(spaced, shown), own
    said = [each for each in said if not NO_TITLE.fullmatch(each)]
    return (without_site(said[0], site) if said else None), None


def without_site(title: str, site: str | None) -> str:
    """A title without the site's name behind it: "Dealers jailed - Harbour Gazette"."""
    known = same(site or "")
    for match in reversed(list(SEPARATORS.finditer(title))):
        before, after = title[: match.start()].strip(), title[match.end() :].strip()
        if before and known and (same(after) == known or same(after) in known or known.startswith(same(after))):
            return without_site(before, site)
        if before and known and same(before) == known:
            return after
    bar = [part.strip() for part in re.split(r"\s+\|\s+", title)]
    return bar[0] if len(bar) > 1 and len(bar[0].split()) >= 3 else title


def publisher_of(tree: Element, data: Sequence[Mapping[str, Any]], address: str | None) -> str | None:
    """The publisher's name; where the page gives only an address, its host."""
    said = meta(tree, "og:site_name", "application-name", "dc.publisher", "citation_journal_title")
    for each in data:
        owner = each.get("publisher")
        if isinstance(owner, dict) and isinstance(owner.get("name"), str):
            said.append(" ".join(owner["name"].split()))
    said += [words(each) or each.get("content") or "" for each in tree.xpath(OWNERS)]
    if name := next((each for each in said if each and not re.match(r"https?://|www\.", each, re.I)), None):
        return name.lstrip("@") or None
    for value in said:
        host = urlsplit(value if "//" in value else f"//{value}").hostname
        if host:
            return host.removeprefix("www.")
    if confirmed := _behind_the_headline(tree):
        return confirmed
    if named := _named_site(tree):
        return named
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


def _named_site(tree: Element) -> str | None:
    """The site's name in a masthead that leads home, in the line "Source: …" under the headline, or over a print view."""
    head = tree.find(".//title")
    title = same(words(head)) if head is not None else ""
    shown = (words(each) for each in tree.xpath(HOME))
    if name := next((each for each in shown if 2 < len(each) <= LONGEST_NAME and not title.startswith(same(each))), None):
        return name
    lines = (words(each) for each in tree.iter("p", "span", "div") if not any(child.tag in ("p", "div") for child in each))
    for line in itertools.islice((each for each in lines if 0 < len(each) <= LONGEST_HEADING), FIRST_LINES):
        if found := (PRINTED_ON.match(line) or SOURCE.match(line)):
            return found["name"].strip()
    return None


def _behind_the_headline(tree: Element) -> str | None:
    """The site's name where the page shows it over its story, and says it again.

    Again: beside the headline in its title ("Quay closed – The Harbour Post", "The Harbour Post: Quay closed"), or as the owner
    ("© 2024 The Harbour Post").
    """
    head = tree.find(".//title")
    title = words(head) if head is not None else ""
    said = {title[mark.end() :] for mark in SEPARATORS.finditer(title)} | {
        title.partition(": ")[0],
        SEPARATORS.split(title)[0],
    }
    said -= {title}
    owners = (
        each for each in tree.xpath("//text()[contains(., '©') or contains(., 'opyright')]") if len(each) < LONGEST_HEADING
    )
    owned = {OWNED_UNTIL.sub("", OWNED.split(owner)[-1]) for owner in owners}
    confirmed = [name for name in sorted(said) if same(name) in {same(each) for each in owned}]
    said |= owned
    known = {same(each) for each in said}
    boxes = tree.xpath(MASTHEADS) + [link for link in tree.iter("a") if ROOT.fullmatch(link.get("href") or "")]
    logos = (image.get("alt") or "" for box in boxes for image in box.iter("img", "amp-img"))
    shown = [text for each in (*(words(box) for box in boxes), *logos) if (text := " ".join(each.split()))]
    shown += confirmed
    return next((name for name in shown if len(same(name)) > 2 and same(name) in known), None)


def address_of(tree: Element, source: str) -> str | None:
    """The page's own address."""
    said = [link.get("href") for link in tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    said += meta(tree, "og:url", "twitter:url", "parsely-link")
    saved = SINGLE_FILE.search(source[:20_000]) or SAVED_FROM.search(source[:20_000])
    if saved:
        said.append(saved[1])
    for value in said:
        value = (value or "").strip()
        parts = urlsplit(value) if re.match(r"https?://", value, re.I) and not re.search(r"\s", value) else None
        if parts and parts.hostname and (parts.path.strip("/") or parts.query):
            kept = ARCHIVED.match(value)
            return kept["url"] if kept else value
    return None


def saved_on(source: str) -> date | None:
    """The day on which a browser saved the page, where it says so (SingleFile does)."""
    found = SINGLE_FILE.search(source[:20_000])
    if not found or not found["date"]:
        return None
    try:
        return datetime.strptime(" ".join(found["date"].split()[1:4]), "%b %d %Y").date()
    except ValueError:
        return None
