"""The last touch to a page that MkDocs has rendered: what a page's Markdown can't say, because it belongs into `<head>`.

A Content-Security-Policy under which the theme works and nothing else runs, Open Graph tags, and a name for the search dialog (the
one thing that the accessibility checker finds in the theme). Without the plugin, pages are whole, but lack these.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.S)
PLACEHOLDER = re.compile(r"\\\{\\\{.*?\\\}\\\}")  # a Jinja expression, in an escaped pattern
ADDRESS_PATTERN = r"[\w./~%-]*"  # what stands there in a page: the way to the top, or the path of a published site
LITERAL = re.compile(r"""=(?=(['"])((?:(?!\1)[^\\\n]){400,})\1)""")  # a long string that a script keeps
STYLES = re.compile(r"[.#@:\w][^{}]*\{[^{}]*\}.*\}$", re.S)  # ".u{text-decoration-style:wavy}..."
CHARSET = '<meta charset="utf-8">'
DIALOG = 'data-md-component="search" role="dialog"'
POLICY = (
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
)
WASM = "pagefind"  # a page that loads this searches with WebAssembly


def theme_scripts(folders: Iterable[str]) -> list[re.Pattern[str]]:
    """The inline scripts of a theme's own templates, as patterns: only these may run.

    Hashing whatever stands in a page would bless what an article smuggled in.

    Args:
        folders: where the theme's templates are.
    """
    found = []
    for folder in folders:
        for file in sorted(Path(folder).rglob("*.html")):
            for script in INLINE_SCRIPT.findall(file.read_text("utf-8")):
                found.append(re.compile(PLACEHOLDER.sub(lambda _: ADDRESS_PATTERN, re.escape(script))))
    return found


def finished(
    page: str,
    known: Iterable[re.Pattern[str]],
    tags: Mapping[str, str],
    styles: Iterable[str] = (),
    links: Iterable[str] = (),
) -> str:
    """A rendered page with its policy and tags.

    Args:
        page: the HTML of the whole page.
        known: the scripts that may run.
        tags: Open Graph properties and their values.
        styles: hashes of styles that the theme's own script puts in.
        links: what else the head names, as HTML.
    """
    patterns = tuple(known)
    hashes = {found for script in INLINE_SCRIPT.findall(page) if (found := allowed(script, patterns))}
    head = [f'<meta http-equiv="Content-Security-Policy" content="{policy(hashes, WASM in page, styles)}">']
    head += [f'<meta property="{name}" content="{html.escape(value)}">' for name, value in tags.items() if value]
    head += links
    page = page.replace(CHARSET, "\n      ".join([CHARSET, *head]), 1)
    return page.replace(DIALOG, f'{DIALOG} aria-label="Search"', 1)


def policy(hashes: Iterable[str] = (), wasm: bool = False, styles: Iterable[str] = ()) -> str:
    """The Content-Security-Policy: everything from the site itself, and inline scripts and styles by their hash alone."""
    more = {
        "script-src": [f"'{found}'" for found in sorted(hashes)] + (["'wasm-unsafe-eval'"] if wasm else []),
        "style-src": [f"'{found}'" for found in sorted(styles)],
    }
    return "; ".join(" ".join([part, *more.get(part.split()[0], ())]) for part in POLICY)


def style_hashes(script: str) -> set[str]:
    """The hashes of the style sheets that a theme's script holds as strings, which it puts into the page by itself."""
    return {_hash(text) for _, text in LITERAL.findall(script) if STYLES.match(text)}


@lru_cache(maxsize=64)
def allowed(script: str, patterns: tuple[re.Pattern[str], ...]) -> str | None:
    """The hash of a script that may run; pages have the same few."""
    if not any(pattern.fullmatch(script) for pattern in patterns):
        return None
    return _hash(script)


def _hash(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
