"""Article text as inert HTML: the one way by which any text gets into a page.

Every ASCII mark but a few harmless ones becomes a numeric character reference, so that neither HTML nor Markdown nor any
extension of it finds anything to interpret (measured: notes on escaping). Control characters, which HTML can't hold, show as
their symbols; lone surrogates as U+FFFD.
"""

from __future__ import annotations

import re

from markupsafe import Markup

HARMLESS = frozenset(",;?%.- ")
ESCAPES = {n: f"&#{n};" for n in range(33, 127) if not chr(n).isalnum() and chr(n) not in HARMLESS}
ESCAPES |= {n: chr(0x2400 + n) for n in range(32) if n not in {9, 10, 13}}
ESCAPES |= {9: " ", 10: " ", 13: " ", 0x85: " ", 0x2028: " ", 0x2029: " ", 127: "\u2421"}
ESCAPES |= dict.fromkeys((*range(128, 133), *range(134, 160), *range(55296, 57344), 65534, 65535), "�")
# a pattern looks at a text several times faster than str.translate does
_UNSAFE = re.compile(f"[{''.join(map(re.escape, map(chr, ESCAPES)))}]")
_SAFE = {chr(n): safe for n, safe in ESCAPES.items()}


def inert(value: object) -> Markup:
    """Text as HTML that can only be text; `Markup` passes as it is, None is nothing."""
    if isinstance(value, Markup):
        return value
    return Markup("" if value is None else _UNSAFE.sub(lambda found: _SAFE[found[0]], str(value)))


def front_matter(value: str) -> str:
    """Text for a value of YAML front matter that the theme prints raw: HTML-escaped, then in double quotes."""
    escaped = str(inert(" ".join(value.split())))
    return '"' + escaped.replace("\\", "\\\\").replace('"', '\\"') + '"'
