"""What the verifier knows: the files of a site, what they hold, and how a value is said in words."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from lxml import html

from generator.site.verifier.remote import fetched

UNMARKED = 0.9  # from here a page and a machine name a speaker without “probably”
KINDS = {
    "action": "what happened", "statement": "what somebody says", "figure": "figures", "background": "background",
    "planned": "planned or expected",
    "direct": "direct quotation", "mixed": "partly quoted", "indirect": "reported, not quoted",
}  # fmt: skip
STATUS = {
    "happened": "",
    "planned": "planned or expected",
    "negated": "said not to have happened",
    "hypothetical": "only possible",
}
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
ORDINALS = ("first", "second", "third", "fourth")
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "AU": "autumn", "WI": "winter"}
OURS = "descendant-or-self::*[contains(concat(' ',@class,' '),' ours ') or contains(concat(' ',@class,' '),' chip ')]"
ARTICLES = (".txt", ".md", ".html", ".htm", ".pdf", ".docx", ".eml", ".mhtml", ".mht", ".epub")
UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
DENIED = re.compile(r"(?:(?:has|have|had|also) denied|was denying|den(?:y|ied|ies|ying))")
MARKS = re.compile(r"[\W_]+")
MENTIONS = 50  # of a subject in people.json, at most


class Site:
    """The files of a site: of a folder, or at an address."""

    def __init__(self, place: str) -> None:
        self.place, self.remote = place.rstrip("/"), place.startswith(("http://", "https://"))
        self._kept: dict[str, bytes | None] = {}
        self._root = Path(self.place).resolve()

    def read(self, path: str) -> bytes | None:
        """A file's bytes; None where there is none."""
        if path not in self._kept:
            self._kept[path] = self._read(path)
        return self._kept[path]

    def _read(self, path: str) -> bytes | None:
        if self.remote:
            return fetched(f"{self.place}/{path}")
        try:
            file = Path(self.place, unquote(path))
            return file.read_bytes() if file.resolve().is_relative_to(self._root) else None
        except OSError:
            return None

    def json(self, path: str, default: Any) -> Any:
        """A file of JSON, or the default where there is none."""
        data = self.read(path)
        return default if data is None else json.loads(data)

    def pages(self) -> list[str]:
        """The HTML pages: all in the folder, or those of the manifest."""
        if not self.remote:
            return sorted(f.relative_to(self.place).as_posix() for f in Path(self.place).rglob("*.html"))
        return [f"{name.removesuffix('.md')}.html" for name in self.json("data/manifest.json", {}) if name.endswith(".md")]

    def code(self) -> set[str]:
        """All scripts and styles of a folder, but for the indexes that are made of the pages."""
        if self.remote:
            return set()
        files = (
            f.relative_to(self.place).as_posix()
            for f in Path(self.place).rglob("*.*")
            if f.suffix in {".js", ".mjs", ".css"}
        )
        return {file for file in files if not file.startswith(("pagefind/", "search/", "data/texts/"))}


def squeezed(text: str) -> str:
    """Text as a browser shows it: runs of spaces are one, control characters are their symbols."""
    return " ".join((UNSEEN.sub(lambda c: _shown(c[0]), text) if UNSEEN.search(text) else text).split())


def _shown(character: str) -> str:
    code = ord(character)
    if (127 < code < 160 and code != 0x85) or 0xD800 <= code < 0xE000 or code in (65534, 65535):
        return "\ufffd"
    if code == 127:
        return "\u2421"
    return chr(0x2400 + code) if code < 32 and character not in "\t\n\r" else character


def said(value: str) -> set[str] | None:
    """What a TIMEX3 value of a day says in words: numbers, first letters of months, names of seasons; None: not known here."""
    plain, _, _ = value.partition("T")
    if found := re.fullmatch(r"(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?", plain):
        year, month, day = found.groups()
        parts = {year} if year != "XXXX" else set()
        return (
            parts
            | ({MONTHS[int(month) - 1]} if month and 1 <= int(month) <= 12 else set())
            | ({str(int(day))} if day else set())
        )
    if found := re.fullmatch(r"(\d{4})-([QH])([1-4])", plain):
        return {found[1], ORDINALS[int(found[3]) - 1]}
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|AU|WI)", plain):
        return {found[1], SEASONS[found[2]]}
    return {f"{plain}0s"} if re.fullmatch(r"\d{3}", plain) else None


def heard(text: str) -> set[str]:
    """The numbers, months, ordinals and seasons of words."""
    text = re.sub(r"\d+:\d\d(\s?[AP]M)?", "", text)
    words = re.findall(r"\d+s\b|\d+|[a-z]+", text.replace(",", "").lower())
    keep = {*ORDINALS, *SEASONS.values()}
    months = {
        m for w in words for m in MONTHS if w.startswith(m) and (w == m or len(w) > 3) and w not in {"second", "market"}
    }
    return {w for w in words if w[0].isdigit() or w in keep} | months


def tells(value: str | None, text: str) -> bool:
    """Whether words tell a day."""
    expected = said(value or "")
    return expected == heard(text) if expected is not None else not (value or "")[:4].isdigit() or (value or "")[:3] in text


def shows(value: str, text: str) -> bool:
    """Whether words show what some sources tell of a difference: a day in the site's words, all else letter for letter."""
    return tells(value, text) if re.fullmatch(r"\d{4}(-\d\d){1,2}", value) else text == squeezed(value)


class Known:
    """A site with its data."""

    def __init__(self, site: Site, scripts: Collection[str] = (), assets: Collection[str] | None = None):
        """Read the data.

        Args:
            site: the site.
            scripts: inline scripts that may run, by SHA-256; empty: every page must have the same ones.
            assets: SHA-256 of scripts and styles; None: these are only searched for requests.
        """
        self.site, self.scripts, self.assets = site, set(scripts), assets
        lines = (site.read("data/records.jsonl") or b"").decode().split("\n")
        self.records = {r["id"]: r for r in map(json.loads, filter(None, lines))}
        read = {name: site.json(f"data/{name}.json", []) for name in ("facts", "quotes", "events", "people")}
        self.facts, self.quotes, self.events, self.people = ({x["id"]: x for x in read[n]} for n in read)
        self.tables = {"facts": self.facts, "quotes": self.quotes, "events": self.events}
        self.differences = {x["id"]: x for x in site.json("data/disagreements.json", [])}
        self.names = {name: x["name"] for name, x in self.people.items()}
        self.ranks = {name: n for n, name in enumerate(self.facts, 1)}
        self.pages = {
            name: html.fromstring(site.read(name) or b"<p>", parser=html.HTMLParser(encoding="utf-8"))
            for name in site.pages()
        }
        self.ids = {name: set(page.xpath("//@id | //a/@name")) for name, page in self.pages.items()}
        self._facets: dict[int, dict[str, set[Any]]] = {}  # by identity of the entry
        self.numbers: dict[str, int] = {}  # page of a source -> its number
        self.sources = self._source_pages()

    def _source_pages(self) -> dict[str, str]:
        """Which source each page of one shows, by its marked words; its number is noted."""
        found = {}
        for name, page in self.pages.items():
            kicker = "".join(page.xpath("string(//p[@class='kicker'])"))
            marked = [m.rsplit(":", 2)[0] for m in page.xpath("//section[@class='text']//@data-verbatim")]
            marked = marked or page.xpath("//section[@class='text']/@data-source")  # of which only excerpts are shown
            if (number := re.fullmatch(r"Source (\d+)", kicker)) and marked:
                found[name], self.numbers[name] = marked[0], int(number[1])
        return found

    def passages(self, value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            if {"source", "start", "end", "text"} <= value.keys():
                yield value
            value = list(value.values())
        for part in value if isinstance(value, list) else ():
            yield from self.passages(part)

    def slice(self, passage: Mapping[str, Any]) -> bool:
        text = self.records.get(passage["source"], {}).get("text", "")
        return bool(passage["text"]) and text[passage["start"] : passage["end"]] == passage["text"]

    def words(self, item: str) -> str:
        if item in self.facts:
            return str(self.facts[item]["passage"]["text"])
        if item in self.quotes:
            return " ".join(p["text"] for p in self.quotes[item]["content"])
        if item.startswith("d-"):
            told = (d for d in self.differences.values() if item in d["members"])
            return " ".join(p["sentence"] for d in told for v in d["values"] for p in v["passages"])
        return " ".join(t["sentence"]["text"] for t in self.events.get(item, {}).get("tellings", ()))

    def titled(self, source: str, title: str) -> bool:
        record = self.records.get(source, {})
        known = record.get("metadata", {}).get("title")
        return (
            squeezed(title) == squeezed(known)
            if known
            else squeezed(title).rstrip("…") in squeezed(f"{record.get('text')} {source}")
        )

    def lands(self, page: str, href: str) -> bool:
        """Whether a link leads to a page or file, and to a place that it has."""
        path, _, fragment = href.partition("#")
        target = normpath(join(dirname(page), unquote(path.partition("?")[0]))) if path.partition("?")[0] else page
        target = "index.html" if target == "." else target
        if target in self.pages:
            return (
                not fragment
                or fragment in self.ids[target]
                or unquote(fragment) in self.ids[target]
                or fragment.startswith("__")
            )
        return self.site.read(target) is not None

    def unfolded(self, subject: str) -> int:
        """How many entries that are listed, not folded away, name a subject."""
        return sum(e.get("listed") is not False and subject in self.facets(e)["who"] for e in self.events.values())

    def listed(self) -> int:
        return sum(event.get("listed") is not False for event in self.events.values())

    @cached_property
    def tally(self) -> dict[str, Counter[tuple[str, Any]]]:
        """Of each table, how many entries each value of a facet has: ("who", "ann-field") -> 4."""
        return {
            table: Counter(
                (facet, value)
                for item in items.values()
                if shown(item)
                for facet, values in self.facets(item).items()
                for value in values
            )
            for table, items in self.tables.items()
        }

    @cached_property
    def owners(self) -> dict[str, str]:
        """The entry that an id leads to: its own, or the one of which it became part."""
        tables = (*self.tables.values(), self.differences)
        items = [item for table in tables for item in table.values()]
        found = {
            member: event["part_of"] for event in self.events.values() if event.get("part_of") for member in event["members"]
        }
        found = {member: item["id"] for item in items for member in item["members"]} | found
        return found | {item["id"]: item["id"] for item in items if not item.get("part_of")}

    @cached_property
    def parts(self) -> dict[str, list[dict[str, Any]]]:
        """By the id of an entry of the chronology, the events that stand under it."""
        found: dict[str, list[dict[str, Any]]] = {}
        for event in self.events.values():
            if event.get("part_of"):
                found.setdefault(event["part_of"], []).append(event)
        return found

    @cached_property
    def spoken(self) -> Counter[str | None]:
        """How many quotations each speaker has."""
        return Counter(quote["speaker"] for quote in self.quotes.values())

    def facets(self, item: Mapping[str, Any]) -> dict[str, set[Any]]:
        """What a list is narrowed by to an entry, by facet; found once for each."""
        if id(item) not in self._facets:  # which lives as long as the site's tables
            self._facets[id(item)] = self._narrowed(item)
        return self._facets[id(item)]

    def _narrowed(self, item: Mapping[str, Any]) -> dict[str, set[Any]]:
        single = (item.get(key) for key in ("claimant", "speaker", "addressee", "place"))
        subjects = {*item.get("subjects", ()), *item.get("participants", ()), *single}
        sources = {p["source"] for p in self.passages(item)}
        return {"who": subjects, "where": subjects, "kind": self.kinds(item), "source": sources}

    def kinds(self, item: Mapping[str, Any]) -> set[Any]:
        """By what a list is narrowed to an entry: its kind, and whether others tell it differently."""
        beside = any(item["id"] in (*d["facts"], *d["events"]) for d in self.differences.values())
        return {kind_of(item), *(["differs"] if beside else [])}


def shown(item: Mapping[str, Any]) -> bool:
    """Whether pages show an entry: an event can be data alone, or stand under another."""
    return item.get("listed") is not False or (item.get("part_of") is None and item.get("tier") == "further")


def kind_of(item: Mapping[str, Any]) -> Any:
    """By what a list is narrowed: of an event its status, or where it happened, how near it is to the story."""
    if "kind" in item or "tier" not in item:
        return item.get("kind", item.get("status"))
    if not item["listed"]:
        return "further"
    return item["tier"] if item["status"] == "happened" else item["status"]


def denied(quote: Mapping[str, Any]) -> bool:
    """Whether the words are what their speaker says is not so: “He denied that he had been asleep”."""
    return quote["kind"] != "direct" and bool(DENIED.fullmatch(((quote["cue"] or {}).get("text") or "").lower()))


def shown_text(element: Any) -> str:
    """The words of an element but for what is ours in it: "he [Ann Field] said" is "he said"."""
    if not len(element):
        return element.text or ""
    inside = len(element.xpath("ancestor-or-self::span[@class='ours']"))
    return "".join(element.xpath(f".//text()[count(ancestor::span[@class='ours']) <= {inside}]"))


def decoded(data: bytes) -> list[str]:
    """An article's text in the encodings that it can be in."""
    found = []
    for encoding in ("utf-8-sig", "utf-8", "cp1252", "utf-16", "latin-1"):
        try:
            found.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    return found


def placed(passage: Mapping[str, Any]) -> dict[str, Any]:
    return {key: passage[key] for key in ("source", "start", "end")}


def cell(value: Any) -> str:
    return "" if value is None else str(value).removeprefix("'")


def apart(text: str, other: str) -> str:
    """A text from shortly before the place where it begins to differ."""
    same = next((n for n, (a, b) in enumerate(zip(text, other, strict=False)) if a != b), 0)
    return f"{'…' if same > 20 else ''}{text[max(0, same - 20) : same + 60]}"


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return MARKS.sub("", text.replace("\\n", ""))


def as_number(text: Any) -> float | None:
    try:
        return round(float(text), 3)  # as pages show it
    except ValueError:
        return None


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def subject_of(href: str) -> str:
    path, _, fragment = href.partition("#")
    return fragment.removeprefix("w-") if fragment else path.rpartition("/")[2].removesuffix(".html")
