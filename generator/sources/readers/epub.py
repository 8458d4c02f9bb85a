"""Electronic books (.epub): their chapters in order."""

from __future__ import annotations

import io
import posixpath
import zipfile
from urllib.parse import unquote

from lxml import etree

from generator.errors import SourceError
from generator.sources.article import Metadata
from generator.sources.readers.web.blocks import blocks
from generator.sources.readers.web.days import first_day
from generator.sources.readers.web.people import names
from generator.sources.readers.web.tree import decoded, parsed
from generator.sources.readers.zipped import BROKEN, DUBLIN_CORE, LARGEST
from generator.sources.sidecar import Sidecar

OPF = "{http://www.idpf.org/2007/opf}"


def read_epub(data: bytes, name: str) -> tuple[str, Sidecar]:
    """The words of a book, a blank line between paragraphs; and what it says of itself.

    Raises:
        SourceError: it is damaged or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > LARGEST:
                raise SourceError(f"{name} unpacks to more than 100 MB: save only the article's text.")
            container = _xml(packed.read("META-INF/container.xml"))
            place = container.xpath("string(//*[local-name()='rootfile']/@full-path)")
            package = _xml(packed.read(place))
            texts = [
                block
                for chapter in _chapters(package, posixpath.dirname(place))
                for block in blocks(parsed(decoded(packed.read(chapter))))
            ]
    except (*BROKEN, etree.LxmlError) as error:
        raise SourceError(f"{name} is not an EPUB that can be read ({error}): save the article's text as .txt.") from error
    found = first_day(package.findtext(f".//{DUBLIN_CORE}date") or "")
    return "\n\n".join(texts), Sidecar(
        Metadata(
            title=" ".join((package.findtext(f".//{DUBLIN_CORE}title") or "").split()) or None,
            author="; ".join(names([package.findtext(f".//{DUBLIN_CORE}creator") or ""])) or None,
            publisher=package.findtext(f".//{DUBLIN_CORE}publisher") or None,
            published=found.day if found else None,
            published_from="metadata" if found else None,
        )
    )


def _xml(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _chapters(package: etree._Element, folder: str) -> list[str]:
    files = {item.get("id"): item.get("href") for item in package.iter(f"{OPF}item")}
    return [
        posixpath.normpath(posixpath.join(folder, unquote(files[item.get("idref")])))
        for item in package.iter(f"{OPF}itemref")
        if files.get(item.get("idref"))
    ]
