"""Word documents, books and mails made in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def zipped(files: Mapping[str, str]) -> bytes:
    """A package of files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(name, text)
    return stream.getvalue()


def docx(*paragraphs: str, title: str = "Document1", creator: str = "Ann Field") -> bytes:
    """A Word document; a paragraph that begins with "#" is a heading."""
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr><w:r><w:t>{text[1:]}</w:t></w:r></w:p>'
        if text.startswith("#")
        else f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in paragraphs
    )
    main = f"{OFFICE}/officeDocument"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
            '<Override PartName="/word/document.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{main}" Target="word/document.xml"/></Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
            "word/styles.xml": f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/>'
            "</w:style></w:styles>",
            "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
            "docProps/core.xml": '<c:coreProperties xmlns:c="x" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator></c:coreProperties>",
        }
    )


def epub(*chapters: str) -> bytes:
    """A book."""
    names = [f"part {number}.xhtml" for number in range(len(chapters))]
    items = "".join(f'<item id="c{n}" href="{name.replace(" ", "%20")}"/>' for n, name in enumerate(names))
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    said = "<dc:title>The quay</dc:title><dc:creator>Ann Field</dc:creator><dc:date>2023-11-09</dc:date>"
    return zipped(
        {
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
            "OPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<metadata>{said}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{f"OPS/{name}": f"<html><body>{chapter}</body></html>" for name, chapter in zip(names, chapters, strict=True)},
        }
    )


def mail(plain: str, html: str | None = None, sender: str = "Ann Field <ann@harbour.example>", **headers: str) -> bytes:
    """A mail of Friday 10 November 2023."""
    message = EmailMessage()
    message["Subject"], message["From"] = headers.pop("subject", "Re: [Quay] The vote"), sender
    message["Date"] = "Fri, 10 Nov 2023 07:00:00 +0000"
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(plain)
    if html:
        message.add_alternative(html, subtype="html")
    return bytes(message)
