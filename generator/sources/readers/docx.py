"""Word documents, by mammoth: their paragraphs and headings; the title and author that their properties state."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from lxml import etree

from generator.errors import SourceError
from generator.sources.article import Metadata
from generator.sources.readers.print.opening import byline, title_said
from generator.sources.readers.printouts import printout
from generator.sources.readers.web.blocks import blocks, first_heading
from generator.sources.readers.web.people import names
from generator.sources.readers.web.tree import parsed
from generator.sources.readers.zipped import BROKEN, DUBLIN_CORE, LARGEST
from generator.sources.sidecar import Sidecar

CORE = "docProps/core.xml"
STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read_docx(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The words of a Word document, a blank line between paragraphs; and what it says of itself.

    Raises:
        SourceError: it is damaged, too large, or protected by a password.
    """
    import mammoth

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > LARGEST:
                raise SourceError(f"{name} unpacks to more than 100 MB: save only the article's text.")
            core = packed.read(CORE) if CORE in packed.namelist() else b""
        page = mammoth.convert_to_html(
            io.BytesIO(data), style_map=STYLES, convert_image=mammoth.images.img_element(_no_image)
        ).value
        tree = parsed(f"<html><body>{page}</body></html>")
    except (*BROKEN, etree.LxmlError) as error:
        raise SourceError(
            f"{name} is not a Word document that can be read ({error}): save the article's text as .txt."
        ) from error
    heading = first_heading(tree)
    texts = blocks(tree)
    said_title, said_author = _core(core)
    title = heading or (texts[0] if texts and len(texts[0]) < 200 and texts[0][-1:] not in ".?!" else None) or said_title
    start = next((n for n, text in enumerate(texts) if text == title), -1)
    if start >= 0 and (database := printout(texts[start:])):
        said = Metadata(title, database.published, database.publisher, database.author)
        said = replace(said, published_from="page" if database.published else None)
        return "\n\n".join([texts[start], *database.story]), Sidecar(said)
    authors, day, _ = byline(texts, start)
    author = authors or "; ".join(names([said_author or ""])) or None
    return "\n\n".join(texts), Sidecar(
        Metadata(title=title, author=author, published=day, published_from="page" if day else None)
    )


def _no_image(_: object) -> dict[str, str]:
    return {"src": ""}


def _core(data: bytes) -> tuple[str | None, str | None]:
    """Title and author in a document's properties."""
    if not data:
        return None, None
    try:
        tree = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.LxmlError:
        return None, None
    return title_said(tree.findtext(f"{DUBLIN_CORE}title")), tree.findtext(f"{DUBLIN_CORE}creator")
