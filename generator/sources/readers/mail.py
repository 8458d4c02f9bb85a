"""Mail (.eml) and pages that a browser saved in the shape of one (.mhtml): the story, and what the headers say."""

from __future__ import annotations

import email
import email.policy
import re
from datetime import date
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr, parsedate_to_datetime

from generator.errors import SourceError
from generator.sources.article import Metadata
from generator.sources.encodings import decode
from generator.sources.readers.web.blocks import blocks
from generator.sources.readers.web.people import names
from generator.sources.readers.web.tree import decoded, parsed
from generator.sources.readers.webpage import read_webpage
from generator.sources.sidecar import Sidecar, merged

REPLY = re.compile(r"^((re|fwd?|aw|wg|tr)\s*:\s*|\[[^\]]{1,30}\]\s*)+", re.I)
SIGNATURE = re.compile(r"\n-- \n.*", re.S)
QUOTED = re.compile(r"^>.*\n?", re.M)


def read_mail(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The words of a mail under its subject; its sender and the day on which it was sent.

    Raises:
        SourceError: it holds no text.
    """
    message = _parsed(data, name)
    title = REPLY.sub("", " ".join(_header(message, "subject").split())) or None
    sender, address = parseaddr(_header(message, "from"))
    day = _day(message)
    text = _words(message, name)
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    listed = _header(message, "list-id") or _header(message, "list-unsubscribe")  # a newsletter's sender is its publisher
    person = [] if listed else names([sender])
    return text, Sidecar(
        Metadata(
            title=title,
            published=day,
            published_from="mail" if day else None,
            author=person[0] if person else None,
            publisher=None if person else sender or address.partition("@")[2] or None,
        )
    )


def read_mhtml(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The article of a web page that a browser saved with all its parts.

    Raises:
        SourceError: it holds no page, or no article is found in it.
    """
    message = _parsed(data, name)
    page = next((part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None)
    if page is None:
        raise SourceError(f"{name} holds no web page: save the article's text as .txt.")
    text, said = read_webpage(_bytes(page), name, page.get_content_charset())
    saved = _day(message)
    url = (_header(message, "snapshot-content-location") or _header(page, "content-location")).strip()
    known = Metadata(retrieved=saved, url=url if url.startswith("http") else None)
    return text, Sidecar(merged(said.metadata, known))


def _parsed(data: bytes, name: str) -> EmailMessage:
    try:
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.default)
    except (ValueError, LookupError, IndexError, AttributeError) as error:  # the parser's own slips on broken headers
        raise SourceError(f"{name} is not a mail that can be read ({error}): save the article's text as .txt.") from error
    if not isinstance(message, EmailMessage) or not message.keys():
        raise SourceError(f"{name} is not a mail: it has no headers. Save the article's text as .txt.")
    return message


def _words(message: EmailMessage, name: str) -> str:
    html = message.get_body(("html",))
    if html is not None:
        page = decoded(_bytes(html), html.get_content_charset())
        try:
            found = read_webpage(page, name)[0]
        except SourceError:
            found = ""
        whole = blocks(parsed(page)) if page.strip() else []
        # a mail is mostly its story: where the extractor took less than half, all of it is
        return found if len(found) > 0.5 * sum(map(len, whole)) else "\n\n".join(whole)
    plain = message.get_body(("plain",))
    if plain is None:
        raise SourceError(f"{name} holds no text: save the article's text as .txt.")
    data, charset = _bytes(plain), plain.get_content_charset()
    try:
        text = data.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = decode(data, name)
    return QUOTED.sub("", SIGNATURE.sub("\n", text.replace("\r\n", "\n"))).strip()


def _header(message: MIMEPart, name: str) -> str:
    """A header's value; none where the library can't make sense of it."""
    try:
        return str(message[name] or "")
    except (AttributeError, IndexError, KeyError, ValueError, TypeError):  # the library's own slips on broken headers
        return ""


def _bytes(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _day(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(said).date() if (said := _header(message, "date")) else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
