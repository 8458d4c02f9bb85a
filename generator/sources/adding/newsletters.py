"""Newsletters: a mail that holds several stories, each under its heading, as several articles."""

from __future__ import annotations

import email
import email.policy
import html
import re
from dataclasses import replace

from generator.errors import SourceError
from generator.sources.adding.items import Item
from generator.sources.readers.mail import read_mail
from generator.sources.readers.web.tree import Element, decoded, parsed, words

LEAST = 60  # words of a story
FEWEST = 2  # stories
HEADINGS = ("h1", "h2", "h3")
BLOCKS = frozenset(("p", "li", "td", "div", "blockquote", *HEADINGS, "h4", "h5", "h6"))
BUTTON = re.compile(r"\W*(read more|view in browser|unsubscribe)\W*", re.I)
PART_ELEMENTS = frozenset(("p", "table", "div", "ul", "ol", "blockquote", *HEADINGS))


def stories(data: bytes, name: str) -> list[Item]:
    """A newsletter's stories; the mail itself as the only one, where it holds no more.

    Raises:
        SourceError: it is no mail.
    """
    whole = Item(name, None, data, ".eml")
    message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    part = message.get_body(("html",)) if isinstance(message, email.message.EmailMessage) else None
    payload = part.get_payload(decode=True) if part else None
    if not part or not isinstance(payload, bytes) or not payload.strip():
        return [whole]
    try:
        found = _stories(parsed(decoded(payload, part.get_content_charset())))
        said = read_mail(data, name)[1].metadata if len(found) >= FEWEST else None
    except (ValueError, SourceError):
        return [whole]
    if not said:
        return [whole]
    mail = (name, data)
    return [
        Item(f"{name}: {title}", None, _page(title, texts), ".html", replace(said, title=title), original=mail)
        for title, texts in found
    ]


def _stories(tree: Element) -> list[tuple[str, list[str]]]:
    """The headings of a page with the paragraphs under each, where these are a story."""
    found: list[tuple[str, list[str]]] = []
    for element in tree.iter(*BLOCKS):
        if any(True for _ in element.iterdescendants(*PART_ELEMENTS)):
            continue
        line = words(element)
        if not line:
            continue
        if element.tag in HEADINGS:
            found.append((line, []))
        elif found:
            found[-1][1].append(line)
    return [(title, texts) for title, texts in found if sum(len(text.split()) for text in texts) >= LEAST]


def _page(title: str, texts: list[str]) -> bytes:
    lines = [f"<p>{html.escape(text)}</p>" for text in texts if not BUTTON.fullmatch(text)]
    head = f'<head><meta charset="utf-8"><title>{html.escape(title)}</title></head>'
    body = [f"<h1>{html.escape(title)}</h1>", *lines, "</article></body></html>\n"]
    return "\n".join(["<!DOCTYPE html>", '<html lang="en">', head, "<body><article>", *body]).encode()
