"""Names for files and addresses: from any text to lower-case ASCII, unique and stable."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from slugify import slugify

PLAIN = re.compile(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*")
LONGEST_SLUG = 80  # file systems allow 255 bytes; addresses are also read by people


def slug(text: str) -> str:
    """ASCII letters, digits and hyphens; never empty, never a reserved name."""
    if len(text) <= LONGEST_SLUG and PLAIN.fullmatch(text):  # most names: the library would say the same, later
        made = text.lower().replace(" ", "-")
    else:
        made = slugify(text, max_length=LONGEST_SLUG, word_boundary=True)
    return made if made and made != "index" else f"{made or 'x'}-{fingerprint(text)}"


def slugs(texts: Iterable[str]) -> dict[str, str]:
    """A slug for each distinct text; where two would get the same one, both carry a fingerprint of their text."""
    texts = list(dict.fromkeys(texts))
    plain = {text: slug(text) for text in texts}
    counts: dict[str, int] = {}
    for made in plain.values():
        counts[made] = counts.get(made, 0) + 1
    return {text: made if counts[made] == 1 else f"{made}-{fingerprint(text)}" for text, made in plain.items()}


def fingerprint(text: str) -> str:
    """Six hexadecimal digits that depend on the text alone."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]
