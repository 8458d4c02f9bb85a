"""The whole of a site, page by page."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any

from lxml import html

from generator.site.verifier.alone import Alone
from generator.site.verifier.counts import Counts
from generator.site.verifier.data import HIDDEN, DataFiles
from generator.site.verifier.entries import Entries
from generator.site.verifier.known import (
    ARTICLES,
    decoded,
    letters,
    squeezed,
)
from generator.site.verifier.leading import Leading
from generator.site.verifier.stated import Stated


class Verifier(DataFiles, Alone, Entries, Counts, Leading, Stated):
    """All that is wrong with a site, as sentences."""

    def problems(self) -> Iterator[str]:
        """Every problem."""
        if not self.records:
            yield "data/records.jsonl is missing: this is no site of a briefing, or not a whole one."
            return
        yield from self.data()
        yield from self.stated()
        self.reports = set()
        for name, page in self.pages.items():
            yield from (f"{name}: {problem}" for problem in dict.fromkeys(self._page(name, page)))
        if len(self.reports) > 1:
            yield f"errors are to be reported to several addresses: {', '.join(sorted(self.reports))}."
        yield from self._complete()
        yield from self.leading()
        yield from self._search()
        yield from self._manifest()
        yield from self._outer()

    def _page(self, name: str, page: Any) -> Iterator[str]:
        if page.xpath("//body[@class='moved']"):
            yield from self.alone(name, page)
            return
        yield from self.safety(name, page)
        for element in page.xpath("//*[@data-verbatim]"):
            yield from self.verbatim(element)
        yield from self._marks(name, page)
        yield from self._windows(name, page)
        yield from self.entries(name, page)
        yield from self.counts(name, page)

    def _marks(self, name: str, page: Any) -> Iterator[str]:
        for chip in page.xpath("//a[@class='chip']"):
            target = normpath(join(dirname(name), chip.get("href", "").partition("#")[0]))
            if (
                str(self.numbers.get(target)) != chip.text_content()
                or chip.get("aria-label") != f"source {chip.text_content()}"
            ):
                yield f"the chip {chip.text_content()} leads to {target}, which has another number."
        source = self.records.get(self.sources.get(name, ""))
        pieces: dict[str, list[str]] = {}
        for mark in page.xpath("//mark[@data-c]"):
            for cover in mark.get("data-c").split():
                pieces.setdefault(cover, []).append(mark.text_content())
        for cover, found in pieces.items():
            start, end = map(int, cover[1:].split("-"))
            if source and letters(source["text"][start:end]) != letters("".join(found)):
                yield f"the passage {cover} is marked over other words."

    def _windows(self, name: str, page: Any) -> Iterator[str]:
        for block in page.xpath("//script[@type='application/json']"):
            shown = json.loads(block.text or "{}")
            for address, (before, words, after, number) in shown.get("passages", {}).items():
                target, _, fragment = address.partition("#")
                source = self.sources.get(normpath(join(dirname(name), target)), "")
                text = self.records.get(source, {}).get("text", "")
                span = re.fullmatch(r"c(\d+)-(\d+)", fragment)
                start, end = (int(span[1]), int(span[2])) if span else (0, 0)
                head, _, tail = words.partition(" … ") if len(words) < end - start else (words, "", "")
                fits = (
                    text[start:end].startswith(head)
                    and text[start:end].endswith(tail)
                    and (tail or len(head) == end - start)
                )
                around = text[:start].endswith(before.removeprefix("… ")) and text[end:].startswith(after.removesuffix(" …"))
                if not (fits and around and self.titled(source, shown["titles"][number])):
                    yield f"the window over {address} shows other words than the source."

    def _complete(self) -> Iterator[str]:
        shown = Counter(self.sources.values())
        for name in self.records:
            if shown[name] != 1:
                yield f"the source {name} has {shown[name] or 'no'} page{'s' if shown[name] > 1 else ''} of its own."
        for table, stem in (("facts", "facts"), ("quotes", "quotes"), ("events", "chronology")):
            there = {i for page, ids in self.ids.items() if re.fullmatch(rf"{stem}(-\d+)?\.html", page) for i in ids}
            for name, item in self.tables[table].items():
                if name not in there and item.get("listed") is not False:
                    yield f"{name} of data/{table}.json stands on no page of the list."

    def _manifest(self) -> Iterator[str]:
        """The digests, and the texts that a reader's browser compares with."""
        for path, digest in self.site.json("data/manifest.json", {}).items():
            data = None if path.endswith(".md") else self.site.read(path)
            if data is not None and hashlib.sha256(data).hexdigest() != digest:
                yield f"{path} has not the SHA-256 that data/manifest.json states."
        told = self.pages["method.html"].xpath("string(//*[@id='digest']/code)") if "method.html" in self.pages else ""
        if told and told != hashlib.sha256(self.site.read("data/manifest.json") or b"").hexdigest():
            yield "method.html states another digest than that of data/manifest.json."
        for name, record in self.records.items():
            path = f"data/texts/{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}.js"
            script = (self.site.read(path) or b"").decode()
            if script and script != f"briefingText({json.dumps([name, record['sha256'], record['text']])});\n":
                yield f"{path} is not the text of {name}."

    def _search(self) -> Iterator[str]:
        """What the theme's search shows is on the pages."""
        texts = {
            name: letters("".join(page.xpath("//text()[not(ancestor::a[@class='chip'])]")))
            for name, page in self.pages.items()
        }
        data = self.site.read("search/search_index.json")
        for entry in json.loads(data or b"{}").get("docs", ()):
            page = entry["location"].partition("#")[0] or "index.html"
            for part in re.split(r"<[^>]*>", f"{entry['title']}<p>{entry['text']}"):
                if letters(html.fromstring(f"<p>{part}</p>").text_content()) not in texts.get(page, ""):
                    yield f"search/search_index.json: “{part[:60]}” is not on {page}."
        script = self.site.read("search/search_index.js")
        if data and script and json.loads(script[script.index(b"{") : script.rindex(b"}") + 1]) != json.loads(data):
            yield "search/search_index.js holds another index than search/search_index.json."

    def _outer(self) -> Iterator[str]:
        """Scripts and styles are known."""
        asked = {
            normpath(join(dirname(name), path))
            for name, page in self.pages.items()
            for path in page.xpath("//script/@src | //link[@rel='stylesheet']/@href")
            if name != "404.html"
        }
        for file in sorted(asked | self.site.code()):
            data = self.site.read(file) or b""
            if file == "search.js" and data == b"var __index = %b;" % (self.site.read("search.json") or b""):
                continue  # the index that Zensical makes of the pages
            if self.assets is not None and hashlib.sha256(data).hexdigest() not in self.assets:
                yield f"{file} is no script or style of the program's or the theme's."
            if re.search(rb"url\(\s*[\"']?\s*(?:https?:)?//", data):
                yield f"{file} asks for something of another host."

    def articles(self, seeds: Path) -> Iterator[str]:
        """Whether the texts are those of the articles, for a reader who has them."""
        found = (
            f
            for f in seeds.rglob("*")
            if f.is_file() and not any(part.startswith(".") for part in f.relative_to(seeds).parts)
        )
        # text first: of several of one stem it is known by its SHA-256, and the others are what is left
        files = sorted(found, key=lambda f: (f.suffix.lower() != ".txt", f))
        left = dict(self.records)
        out = (
            " ".join(self.pages["method.html"].xpath("//section[h2/@id='left-out']//text()"))
            if "method.html" in self.pages
            else ""
        )
        known = {record["sha256"] for record in self.records.values()}
        for file in (f for f in files if f.suffix.lower() in ARTICLES):
            texts = decoded(file.read_bytes())
            same = [hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() for text in texts]
            named = [n for n in left if n == file.stem or re.fullmatch(rf"{re.escape(file.stem)}-[0-9a-f]{{6}}", n)]
            name = next((n for n in named if left[n]["sha256"] in same), next(iter(named), None))
            if name is not None:
                yield from self._article(file, left.pop(name), texts, same)
            elif file.name not in out and not known & set(same):  # left out, or shown once under another name
                yield f"{file.name} is an article without a page."
        yield from (f"{name} is a page of no article in {seeds.name}/." for name in left)

    def _article(self, file: Path, record: dict[str, Any], texts: list[str], same: list[str]) -> Iterator[str]:
        suffix = file.suffix.lower()
        if suffix == ".txt" and record["sha256"] not in same:
            yield f"{file.name} is not the text that the site shows: SHA-256 {same[0]}, on the site {record['sha256']}."
        elif suffix == ".txt" and HIDDEN in record["text"]:
            text = texts[same.index(record["sha256"])]
            if len(text) != len(record["text"]) or any(
                c not in (HIDDEN, t) for c, t in zip(record["text"], text, strict=False)
            ):
                yield f"data/records.jsonl: the excerpts of {file.name} are not its words."
        if suffix not in {".html", ".htm", ".md"}:
            return
        shown = [letters(text if suffix == ".md" else html.fromstring(text or " ").text_content()) for text in texts]
        for part in record["paragraphs"]:
            words = record["text"][part["start"] : part["end"]]
            pieces = list(map(letters, words.split(HIDDEN)))
            if part["kind"] in {"body", "heading"} and not any(all(p in text for p in pieces) for text in shown):
                yield f"{file.name} does not hold “{_unheld(squeezed(words), shown)}”, which the page of {record['id']} shows."


def _unheld(words: str, texts: list[str]) -> str:
    """The words around the first that no text holds behind those before it."""
    held, end = 0, len(words)
    while held < end:  # the longest beginning that a text holds
        middle = (held + end + 1) // 2
        if any(letters(words[:middle]) in text for text in texts):
            held = middle
        else:
            end = middle - 1
    return f"{'…' if held > 40 else ''}{words[max(0, held - 40) : held + 40]}{'…' if held + 40 < len(words) else ''}"
