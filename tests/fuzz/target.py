"""What a fuzzer calls with bytes of its own: the readers, and a page made of what they read.

    make fuzz                                    # two minutes with atheris
    python -m tests.fuzz.target -max_total_time=600

Whatever the bytes are, a reader gives an article or raises SourceError, and the page that shows it holds only what we made.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from html.parser import HTMLParser
from pathlib import Path

from generator.dossier import assemble
from generator.errors import SourceError
from generator.pages import render
from generator.pages.page_settings import PageSettings
from generator.sources import READERS, Article, from_bytes
from generator.sources.sidecar import Sidecar, parse
from tests.records import entity, fact, quote, record

SUFFIXES = sorted(READERS)
LARGEST = 50_000  # bytes of a first input
DATA = re.compile(r'<script type="application/(?:ld\+)?json">(.*?)</script>', re.S)


def one(data: bytes) -> bool:
    """Read, and show what was read; the first byte chooses the format. Returns whether there was anything to show."""
    suffix = SUFFIXES[data[0] % len(SUFFIXES)] if data else ".txt"
    head, _, body = data[1:].partition(b"\0\0")
    try:
        sidecar = parse(head.decode("utf-8", "replace"), "a.yml") if body else Sidecar()
        article = from_bytes(body or head, suffix, "a", f"a{suffix}", sidecar).article
    except SourceError:
        return False
    shown(article)
    return True


def shown(article: Article) -> dict[str, str]:
    """The pages of an article whose first paragraph is a fact, a quotation and a name; every page is checked.

    Raises:
        AssertionError: a page holds an element, a handler or an address that is not ours.
    """
    text, first = article.text, article.paragraphs[0]
    words = text[first.start : first.end]
    who = entity(text, 1, words)
    layers = {"facts": (fact("a", text, words),), "quotes": (quote("a", text, words, who),), "entities": (who,)}
    made = record(article.id, text, title=article.metadata.title, **layers)
    settings = PageSettings()
    pages = {
        path: data.decode("utf-8") for path, data in render(assemble([made], "Title"), settings) if path.endswith(".md")
    }
    for path, page in pages.items():
        inert(path, page)
    return pages


def inert(path: str, page: str) -> None:
    """A page runs nothing and leads nowhere but where we lead it."""
    for block in DATA.findall(page):
        json.loads(block)
    walker = _Walker()
    walker.feed(DATA.sub("", page))
    walker.close()
    assert not walker.found, f"{path}: {walker.found}"


class _Walker(HTMLParser):
    """Lists what must not be in a page."""

    FORBIDDEN = frozenset("script style iframe object embed base link meta img textarea plaintext xmp".split())

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.FORBIDDEN:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on") or (
                name in {"href", "src"} and re.match(r"\s*(javascript|data|vbscript)\s*:", value or "", re.I)
            ):
                self.found.append(f"<{tag} {name}={value!r}>")


def main() -> None:
    """Let atheris loose; its options are libFuzzer's. It begins with the attacks of `tests/doors/test_hostile.py`, in every format."""
    import atheris

    from tests.doors.test_hostile import BOMBS, CORPUS, HOSTILE, STORY

    first = [*CORPUS, *(f"{words}\n\n{STORY}".encode("utf-8", "replace") for words in HOSTILE)]
    first += [bomb for bomb in BOMBS.values() if len(bomb) < LARGEST]
    with tempfile.TemporaryDirectory() as folder:
        for number, data in enumerate(first):
            for choice in range(len(SUFFIXES)):
                Path(folder, f"{number}-{choice}").write_bytes(bytes([choice]) + data)
        atheris.instrument_all()
        repeated = any(Path(argument).is_file() for argument in sys.argv[1:])  # a crash of an earlier run
        atheris.Setup([*sys.argv, *([] if repeated else [folder])], lambda data: one(data) and None)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
