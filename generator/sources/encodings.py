"""From bytes to text: right, or refused by name; never silently wrong."""

from __future__ import annotations

import codecs

from generator.errors import SourceError

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
FOREIGN = 0.12  # share of bytes beyond ASCII from which a file is no English text in Windows-1252


def decode(data: bytes, name: str) -> str:
    """Decode an article's bytes; line ends and every other character stay as they are.

    Args:
        data: the file's bytes: UTF-8, UTF-16 or UTF-32 with a byte order mark, or Windows-1252.
        name: the file's name, for messages.

    Raises:
        SourceError: the bytes are no text, or text in another encoding.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, name)
    if data.translate(None, CONTROLS) != data:
        raise SourceError(f"{name} is not a text file (it holds binary data): save the article as UTF-8 text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        beyond = sum(byte > 127 for byte in data)
        if beyond > FOREIGN * len(data):
            raise SourceError(
                f"{name} is neither UTF-8 nor Windows-1252 text (byte {error.start}): save it as UTF-8."
            ) from error
        return _strict(data, "windows-1252", name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name} can't be read as {encoding.upper()} (byte {error.start}): save the article as UTF-8."
        ) from error
