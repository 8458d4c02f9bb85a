"""What is around the briefing on a page: the theme's, the same on every page but for what tells of the page itself."""

from __future__ import annotations

import hashlib
import html
import importlib.util
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import yaml
from lxml import html as markup

from generator.site import tabs
from generator.site.alternates import alternates_of
from generator.site.head import INLINE_SCRIPT, WASM, allowed, policy, style_hashes, theme_scripts
from generator.site.markup import TAG
from generator.site.open_graph import open_graph
from generator.site.verifier import Site
from generator.values.words import SPACE

HERE = "\x00"  # where the briefing stands
CONFIGURED = "data/site.json"  # what the site's configuration says in words of its own
META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')
TITLE_TEXT = re.compile(r"<title>([^<]*)</title>")
OWN = re.compile(r'<meta (?:property="og:[a-z:_]+"|name="description") content="[^"]*">')
POLICY_TAG = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
WAYS = re.compile(r'<link rel="(prev|next|canonical)" href="([^"]*)">')
TOPIC = re.compile(r'(data-md-component="header-topic">\s*<span class="md-ellipsis">)([^<]*)(</span>)')
UP = re.compile(r'\b((?:href|src)=")(?:\./|(?:\.\./)+|/(?=[a-z]))')
ACTIVE = re.compile(
    r' md-(?:tabs__item|nav__item|nav__link)--(?:active|section)|<input [^>]*id="__toc"[^>]*>|(?<=") (?:checked)?(?=>)'
)
NESTED = re.compile(r'(id="__nav_\d+_label" tabindex=|aria-labelledby="__nav_\d+_label" aria-expanded=)"[a-z0-9]*"')
CONFIG = re.compile(r'("(?:base|search)": ?")(?:\.\.?\/?|\/)+')
SCOPE = re.compile(r'(__md_scope=new URL\(")[./]*"')
ZENSICAL = '<meta name="generator" content="zensical'
THEMES = ("material", "zensical")
BUNDLE_LINK = re.compile(r'<script src="\.{0,2}/?(?:\.\./)*(assets/javascripts/bundle\.[^"]*)"')
HEARD = ("placeholder", "aria-label", "title", "alt")
SAID_BY_SCRIPTS = (re.compile(r'"([^"{}<>\n]{2,120})"'), re.compile(r">([^<>{}]{2,400})<"))
MISSING_PAGE = "404.html"
OVERRIDES = Path(__file__).parent.parent / "theme" / "overrides"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # where the library has it, six times as fast
SEARCH = re.compile(r'<script type="module" src="assets/explore\.js"></script>')  # Zensical puts it behind the page


def split(text: str, body: str) -> str | None:
    """A page without the briefing; None where it does not hold it, once and whole."""
    before, found, after = text.partition(body)
    return f"{before}{HERE}{after}" if found and body not in after else None


def told(page: str) -> dict[str, str]:
    """What a page says of itself in its head."""
    return {name: html.unescape(value) for name, value in META.findall(page)}


class Surroundings:
    """What is around the pages of a site."""

    def __init__(self, site: Site, files: Mapping[str, bytes]) -> None:
        """Know the site.

        Args:
            site: what is verified.
            files: what it must hold beside pages.
        """
        self._site, self._files = site, files
        self._shells: dict[str, str] = {}
        self._ways: dict[str, dict[str, str]] = {}
        self._first = told((site.read("index.html") or b"").decode("utf-8", "replace"))

    def of(self, name: str, front: str, around: str, text: str) -> Iterator[str]:
        """What is wrong with a page's head; the rest is kept to be compared.

        Args:
            name: of the page.
            front: the front matter of its Markdown.
            around: the page without the briefing.
            text: the whole page.
        """
        known = yaml.load(front.removeprefix("---\n"), LOADER) or {}
        title, about = html.unescape(str(known.get("title", ""))), html.unescape(str(known.get("description", "")))
        site_name, address, language = (self._first.get(key, "") for key in ("og:site_name", "og:url", "og:locale"))
        said = told(around)
        expected = {k: v for k, v in open_graph(name, title, about, site_name, address, language).items() if v}
        expected |= {"description": about} if about else {}
        for key in sorted({key for key in (*said, *expected) if key == "description" or key.startswith("og:")}):
            if said.get(key) != expected.get(key):
                yield f"{name}: {key} is “{(said.get(key) or '')[:80]}”, and must be “{(expected.get(key) or '')[:80]}”."
        shown = [html.unescape(found) for found in TITLE_TEXT.findall(around)[:1]]
        if shown != [f"{title} - {site_name}"]:
            yield f"{name} is titled “{''.join(shown)[:80]}”, and must be “{title} - {site_name}”."
        topic = TOPIC.search(around)
        if topic and " ".join(html.unescape(topic[2]).split()) != " ".join(title.split()):
            yield f"{name} is called “{' '.join(topic[2].split())[:80]}” in its header."
        if "".join(POLICY_TAG.findall(text)[:1]) != self._policy(text):
            yield f"{name} has another policy than ours."
        yield from self._alternates(name, around, site_name, address)
        self._ways[name] = {rel: html.unescape(href) for rel, href in WAYS.findall(around)}
        self._shells[name] = self._bare(around, expected)
        if (
            (own := self._ways[name].get("canonical"))
            and address
            and own.removesuffix("index.html") != expected.get("og:url")
        ):
            yield f"{name} names {own} as the page that it is."

    def _policy(self, page: str) -> str:
        """The policy that a page must have: its scripts that are the theme's may run, and what Zensical's put in may be seen."""
        scripts = {found for script in INLINE_SCRIPT.findall(page) if (found := allowed(script, patterns()))}
        bundles = BUNDLE_LINK.findall(page) if ZENSICAL in page else []
        return policy(scripts, WASM in page, {found for path in bundles for found in self._styles(path)})

    @lru_cache  # noqa: B019 (one of a few files, and the site is verified once)
    def _styles(self, path: str) -> frozenset[str]:
        return frozenset(style_hashes((self._site.read(path) or b"").decode("utf-8", "replace")))

    def _alternates(self, name: str, around: str, site_name: str, address: str) -> Iterator[str]:
        for link in alternates_of(name, self._files, site_name, address):
            if link not in around:
                yield f"{name} does not name {link} in its head."

    def _bare(self, around: str, expected: Mapping[str, str]) -> str:
        """What stands around it without what tells of the page itself; each of that once, or the rest stays to be seen."""
        for pattern, times in ((OWN, len(expected)), (TITLE_TEXT, 1), (POLICY_TAG, 1), (WAYS, 3)):
            around = pattern.sub("", around, count=times)
        for pattern, by in (
            (TOPIC, r"\1\3"),
            (UP, r"\1"),
            (ACTIVE, ""),
            (NESTED, r"\1"),
            (CONFIG, r"\1"),
            (SCOPE, r"\1"),
            (SEARCH, ""),
        ):
            around = pattern.sub(by, around)
        for link in re.findall(r'<link rel="alternate [^>]*>', around):
            around = around.replace(link, "", 1)
        return SPACE.sub(" ", around)

    def alike(self) -> Iterator[str]:
        """Pages around which something else stands, or words that are nobody's."""
        if not self._shells:
            return
        usual = Counter(self._shells.values()).most_common(1)[0][0]
        for name, shell in self._shells.items():
            if shell != usual:
                at = next(
                    (n for n, (a, b) in enumerate(zip(shell, usual, strict=False)) if a != b), min(map(len, (shell, usual)))
                )
                yield f"{name}: something else stands around the page than around the others: “{shell[max(0, at - 20) : at + 60]}”."
        yield from self._strange(usual)
        missing = (self._site.read(MISSING_PAGE) or b"").decode("utf-8", "replace")
        if missing:
            yield from self._strange(missing, f"on {MISSING_PAGE}", _literals(OVERRIDES / MISSING_PAGE))
            below = urlsplit(
                self._first.get("og:url", "")
            ).path  # it may be shown at any depth, so it links from the top of the host
            strange = _links(missing, below) - _links(usual)
            yield from (f"{MISSING_PAGE}: “{text}” leads to {href}." for text, href in sorted(strange))
        yield from self._order(usual)
        said = _said(json.loads(self._site.read(CONFIGURED) or b"[]"))
        yield from tabs.problems(usual, HERE, self._shells.keys(), said, tuple(map(Path, theme_folders())))
        yield from self._drawn(usual)

    def _strange(self, shell: str, where: str = "around the pages", more: frozenset[str] = frozenset()) -> Iterator[str]:
        """Words around the pages that neither the theme nor the site's configuration says."""
        said = _said(json.loads(self._site.read(CONFIGURED) or b"[]"))
        known = _theme_words() | said | more | {self._first.get("og:site_name", "")}
        page = markup.fromstring(shell.replace(HERE, ""))
        texts = list(page.xpath("//body//text()[not(ancestor::script)]"))
        texts += [value for key in HEARD for value in page.xpath(f"//body//@{key}")]
        texts += [str(comment.text) for comment in page.iter(markup.etree.Comment)]
        for text in dict.fromkeys(" ".join(text.split()) for text in texts):
            if text and text not in known:
                yield f"{where} stands “{text[:80]}”, which neither the theme nor the site's configuration says."

    def _drawn(self, shell: str) -> Iterator[str]:
        """Pictures around the pages are the theme's, or named by the site's configuration."""
        said = _said(json.loads(self._site.read(CONFIGURED) or b"[]"))
        page = markup.fromstring(shell.replace(HERE, ""))
        for path in dict.fromkeys(page.xpath("//link[@rel='icon']/@href | //body//img/@src")):
            file = path.lstrip("./")
            if hashlib.sha256(self._site.read(file) or b"").hexdigest() not in _theme_pictures() and file not in said:
                yield f"{file} is no picture of the theme's."

    def _order(self, shell: str) -> Iterator[str]:
        """Pages lead to their neighbours in the navigation."""
        page = markup.fromstring(shell.replace(HERE, ""))
        nav = list(
            dict.fromkeys(page.xpath("//nav[contains(@class,'md-nav--primary')]//a[contains(@class,'md-nav__link')]/@href"))
        )
        around: dict[str, dict[str, str]] = {}
        for before, after in pairwise(nav):
            around.setdefault(before, {})["next"] = after
            around.setdefault(after, {})["prev"] = before
        for name, ways in self._ways.items():
            found = {rel: href.removeprefix("../").removeprefix("./") for rel, href in ways.items() if rel != "canonical"}
            if nav and found != around.get(name, {}):
                yield f"{name} leads to other neighbours than the navigation."


def _links(page: str, below: str = "") -> set[tuple[str, str]]:
    """What the links of a page say, and where they lead from the top of the site, which stands below a folder of its host."""
    found = markup.fromstring(page.replace(HERE, "")).xpath("//body//a[@href]")
    return {(" ".join(a.text_content().split()), a.get("href").removeprefix(below).lstrip("./")) for a in found}


def _said(value: object) -> set[str]:
    """The strings of a value."""
    if isinstance(value, dict):
        return set().union(*(_said(part) for pair in value.items() for part in pair)) if value else set()
    if isinstance(value, list):
        return set().union(*map(_said, value)) if value else set()
    return {" ".join(html.unescape(part).split()) for part in TAG.split(value)} if isinstance(value, str) else set()


@cache
def theme_folders() -> tuple[str, ...]:
    """The folders of the themes that are installed here: of MkDocs, of Zensical."""
    found = [spec for name in THEMES if (spec := importlib.util.find_spec(name)) is not None]
    return tuple(folder for spec in found for folder in spec.submodule_search_locations or ())


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """The inline scripts of the theme's own templates."""
    return tuple(theme_scripts(theme_folders()))


@cache
def _theme_pictures() -> frozenset[str]:
    """The pictures of the themes, by SHA-256."""
    files = (
        file
        for folder in theme_folders()
        for kind in ("png", "svg", "ico")
        for file in Path(folder).rglob(f"images/*.{kind}")
    )
    return frozenset(hashlib.sha256(file.read_bytes()).hexdigest() for file in files)


@cache
def _theme_words() -> frozenset[str]:
    """What the theme's templates say, and its translations."""
    files = (file for folder in theme_folders() for file in sorted(Path(folder).rglob("*.html")))
    return frozenset().union(*map(_literals, files))


@cache
def _literals(file: Path) -> frozenset[str]:
    """What a template says in words."""
    text = file.read_text("utf-8")
    return frozenset(" ".join(html.unescape(part).split()) for pattern in SAID_BY_SCRIPTS for part in pattern.findall(text))
