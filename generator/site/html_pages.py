"""Pages of ours as MkDocs meets them: already HTML, so that it need neither interpret them nor search through their markup.

A page is one block of HTML that Python-Markdown would hand on as it is, after parsing it three times; the theme's search would parse
it once more. In a large dossier that is most of what `mkdocs build` takes. Without the plugin, pages come out the same, but slower.
"""

from __future__ import annotations

import html
import re
import textwrap
from collections.abc import Callable
from typing import Any

from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from generator.pages.escaping import inert

OPENS = '<div class="briefing '
CLOSES = "</div>"
SCRIPTS = re.compile(r"<script\b.*?</script>", re.S)
LEFT_OUT = re.compile(r"<(section|figure|form|p|a)\b[^>]*\sdata-search-exclude\b[^>]*>.*?</\1>", re.S)
INLINE = re.compile(r"</?(?:a|abbr|b|cite|em|i|mark|q|small|span|strong|time)\b[^>]*>")
ITEM_HEADING = re.compile(
    r'(<h[23]\b[^>]* id="[nsd]-[fqe]-\w+"[^>]*>)(.*?)(</h[23]>)(.*?<span data-verbatim="[^"]*">)(.*?)(?=</span>)', re.S
)
SILENT = ("Fact", "no speaker stated")  # headings that say nothing of the words
RESULT_TITLE_LENGTH = 90  # characters of the words by which a search shows an entry
PARAGRAPH = re.compile(r"<p [^>]*>")


def whole(text: str) -> bool:
    """Whether a page's Markdown (without its front matter) is one block of HTML, which Markdown hands on as it is."""
    text = text.strip()
    return text.startswith(OPENS) and text.endswith(CLOSES) and "\n\n" not in text


def as_it_is(page: Page, text: str) -> Callable[..., None]:
    """What to do in place of `page.render`, for a page that is one block of HTML."""

    def render(*_: Any) -> None:
        page.content = text.strip()
        page.toc = TableOfContents([])
        page.present_anchor_ids = set()

    return render


def searchable(content: str) -> str:
    """A page's HTML with what a search index is made from: its blocks and words, without what it leaves out.

    Args:
        content: HTML whose attributes hold no ">" (ours are escaped).
    """
    titled = ITEM_HEADING.sub(_titled, LEFT_OUT.sub("", SCRIPTS.sub("", content)))
    return PARAGRAPH.sub("<p>", INLINE.sub("", titled))


def _titled(found: re.Match[str]) -> str:
    """An entry's heading as a search shows it: who or when, and the words; "Fact 3" would say nothing."""
    opens, heading, closes, between, words = found.groups()
    label = " ".join(INLINE.sub("", heading).split())
    said = inert(textwrap.shorten(html.unescape(INLINE.sub("", words)), RESULT_TITLE_LENGTH, placeholder="…"))
    return f"{opens}{said if label.startswith(SILENT) else f'{label} — {said}'}{closes}{between}{words}"
