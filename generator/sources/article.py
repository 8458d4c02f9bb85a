"""An article as the other rooms see it: its text, what its publisher says of it, and its paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

ParagraphKind = Literal["title", "heading", "body", "noise"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text between blank lines (or between line breaks, where the article uses no blank lines)."""

    start: int  # code points into the article
    end: int
    kind: ParagraphKind = "body"  # "noise": boilerplate such as share buttons, captions, bylines, "Read more"


# where a date of publication comes from, and how a source's page says so
DATE_ORIGINS = {
    "sidecar": "Date given by the editor",
    "front matter": "Date given at the head of the article’s file",
    "metadata": "Date stated in the page’s metadata",
    "page": "Date shown on the page",
    "address": "Date read from the page’s address",
    "feed": "Date stated in the feed",
    "mail": "Date on which the mail was sent",
    "export": "Date stated in a library’s export",
}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a sidecar, front matter or a web page's head says about an article; `None` where nothing is said."""

    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    published_from: str | None = None  # who states the day: one of ORIGINS
    retrieved: date | None = None  # the day on which the page was saved
    published_checked: bool | None = None  # by the editor: the day is right, whatever other sources say


@dataclass(frozen=True, slots=True)
class Article:
    """One article: `text` is what every span of every room points into; no step rewrites it."""

    id: str  # the file's stem
    text: str
    metadata: Metadata = field(default_factory=Metadata)
    paragraphs: tuple[Paragraph, ...] = ()
