"""What readers of zipped formats (Word documents, EPUB books) share: what damaged bytes raise, and how much is unpacked."""

from __future__ import annotations

import zipfile
import zlib

# what zipfile and what stands on it raise on damaged bytes
BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    EOFError,
    KeyError,
    ValueError,
    AttributeError,
    NotImplementedError,
    RuntimeError,
)
LARGEST = 100_000_000  # bytes unpacked
DUBLIN_CORE = "{http://purl.org/dc/elements/1.1/}"  # the namespace of a title, an author, a date
