"""Hostile articles, titles, sidecars and file names through `briefing build`, `mkdocs build` and a browser: inert, and readable.

Each attack that runs leaves a mark (`window.pwned`), opens a dialog, asks another host or breaks the policy; none may happen, not even
where the policy is switched off. What the attacker wrote must stand on the pages as the characters that it is.
"""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect

from generator.building.run import build
from tests.browser.conftest import ROOT, all_pages, built, served, too_wide
from tests.doors.test_hostile import BOMBS

RUN = "window.pwned=1"
FAR = "http://evil.example/"
ATTACKS = {
    "<script>alert(1)<": f"<script>{RUN};alert(1)</script>",
    "x..%2f..%2fetc%2fpasswd": f"</title><script>{RUN}</script>",
    "{{ 7*7 }}": "{{ 7*7 }} {% include '/etc/passwd' %} {{ config.items() }} {# gone #}",
    "a\nb": f"<img src=x onerror={RUN}>",
    "\u202egnp": "\u202edesrever\u202c \u2066isolated\u2069",
    "index": f'<img src={FAR}a.png><link rel=stylesheet href="{FAR}a.css"><iframe src={FAR}></iframe>',
    "-rf ~": f"--><svg onload={RUN}><!--",
    "n" * 200: "a" * 10_000,
    "[a](javascript:x)": f"[press](javascript:{RUN}) ![look]({FAR}b.png) <javascript:{RUN}>",
    "%2e%2e": f"{{: onclick={RUN} }} *a*{{: .b }} --8<-- '/etc/passwd' [TOC]",
    "a'b\"c": f'" onmouseover="{RUN}" autofocus onfocus=\'{RUN}\' x="',
    "...": "&lt;script&gt; &#60;i&#62; &amp;amp; &colon;",
    "CON": "bell\x07 escape\x1b[31m delete\x7f next\x85 null\x00",
    "#f?x=1&y": f"</script><script>{RUN}</script> ]]> \\u003c </mark> </textarea>",
    "caf\u00e9 zero\u200bwidth": "zero\u200bwidth\u200djoined\ufeff",
    "setup`rm`": "| `c` | ~~d~~ | ==mark== $$y$$ [[wiki]] [^1] :smile: !!! note",
}
STORY = (
    "Mayor {0} opens the bridge\n\nMayor Ann Field {0} opened the bridge {0} in Paris on 15 July 2016. It cost $5 million {0} and carries "
    "{1} trains a day.\n\n“The bridge {0} is safe and it will stay open for everybody,” said Ann Field {0}, the mayor of Paris.\n\n"
    "Bo Reed said that the bridge number {1} {0} would be closed on 3 May 2017. He met Ann Field in London on Monday {0}.\n"
)
WEB = "<html><head><title>Web {0}</title></head><body><article><h1>Web {0}</h1><p>{1}</p></article></body></html>"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that compares with a build before the hostile articles came, so that there is a page of changes and a feed."""
    made = tmp_path_factory.mktemp("hostile") / "project"
    seeds = made / "seeds"
    seeds.mkdir(parents=True)
    (made / "mkdocs.yml").write_text((ROOT / "mkdocs.yml").read_text("utf-8"), "utf-8")
    (made / "briefing.yml").write_text("title: 'Bridges <b>and</b> {{ ties }}'\nchanges_since: previous\n", "utf-8")
    (seeds / "plain.txt").write_text(f"Bridge opens\n\n{STORY.format('', 3)}", "utf-8")
    build(made, jobs=1, progress=False)
    (seeds / "plain.yml").write_text(yaml.safe_dump(_sidecar("plain", 0)), "utf-8")
    for number, (name, attack) in enumerate(ATTACKS.items()):
        encoding = "utf-16" if "\x07" in attack else "utf-8"  # elsewhere such a file is taken for no text
        (seeds / f"{name}.txt").write_text(STORY.format(attack, 100 + number), encoding)
        (seeds / f"{name}.yml").write_text(yaml.safe_dump(_sidecar(attack, number), allow_unicode=True), "utf-8")
    for name in ("image", "policy"):
        attack = ATTACKS["a\nb"].replace("<", "&lt;")
        (seeds / f"{name}.html").write_text(WEB.format(attack, STORY.format(attack, name).replace("\n\n", "<p>")), "utf-8")
        (seeds / f"{name}2.md").write_text(
            f"---\ntitle: '{name} {{{{ 7*7 }}}}'\n---\n\n{STORY.format('`<b>`', name)}", "utf-8"
        )
    with open(os.fsencode(seeds) + b"/\xff\xfe.txt", "wb") as handle:  # a name that is no UTF-8
        handle.write(STORY.format("odd", 99).encode())
    for name, bomb in BOMBS.items():
        (seeds / name).write_bytes(bomb)
    (seeds / "tags.txt").write_text(STORY.format("tags", 98), "utf-8")
    (seeds / "tags.yml").write_text(f"title: !!python/object/apply:os.system ['touch {made / 'owned'}']\n", "utf-8")
    outcome = build(made, jobs=1, progress=False)
    assert outcome.articles > len(ATTACKS)
    assert len(outcome.problems) == len(BOMBS) + 1, outcome.problems
    _corrected(made)
    return made


def _sidecar(attack: str, number: int) -> dict[str, str]:
    attack = "".join(c for c in attack if c >= " " and c not in "\x7f\x85")
    return {
        "title": f"Title {attack}",
        "published": "2016-07-20",
        "publisher": f"Paper {attack}",
        "author": f"Author {attack}",
        "url": f"https://example.org/{attack}" if number % 2 else f"javascript:{RUN}",
    }


def _corrected(project: Path) -> None:
    """An editor's own words are not trusted either."""
    facts = json.loads((project / "docs/data/facts.json").read_text("utf-8"))
    quotes = json.loads((project / "docs/data/quotes.json").read_text("utf-8"))
    note = f"<script>{RUN}</script> {{{{ 7*7 }}}} <img src=x onerror={RUN}>"
    corrections = [
        {"person": "Bo Reed", "rename": f"Bo <img src=x onerror={RUN}> Reed", "note": note},
        {"id": facts[0]["id"], "heading": f"<svg onload={RUN}>", "note": note},
        {"id": quotes[0]["id"], "note": note, "speaker": "London"},
    ]
    content = {**_sidecar("plain", 0), "corrections": corrections}
    (project / "seeds/plain.yml").write_text(yaml.safe_dump(content), "utf-8")
    outcome = build(project, jobs=1, progress=False)
    assert not [w for w in outcome.warnings if "matches nothing" in w]


@pytest.fixture(scope="module")
def site(project: Path) -> Path:
    return built(project, strict=False)


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    with served(site) as where:
        yield where


class Watch:
    """Notes what must not happen on a page."""

    def __init__(self, page: Page, address: str) -> None:
        self.wrong: list[str] = []
        page.on("dialog", lambda d: (self.wrong.append(f"dialog {d.message}"), d.dismiss())[0])
        page.on("pageerror", lambda e: self.wrong.append(f"error {e}"))
        page.on("console", lambda m: self.wrong.append(f"console {m.text}") if m.type == "error" else None)
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else self.wrong.append(r.url))
        page.on("popup", lambda p: self.wrong.append(f"popup {p.url}"))

    def found(self, page: Page) -> list[str]:
        """What has happened since the last look, and whether a script of theirs has run."""
        happened, self.wrong = self.wrong, []
        if page.evaluate("window.pwned") is not None:
            happened.append("a script ran")
        return [f"{page.url}: {each}" for each in happened]

    def check(self, page: Page) -> None:
        """Nothing has happened, and no script of theirs has run."""
        assert self.found(page) == []


@dataclass
class Visit:
    """What one visit to every page has found."""

    wrong: list[str] = field(default_factory=list)  # what ran, opened a dialog, asked another host or broke the policy
    wide: list[str] = field(default_factory=list)  # pages that scroll sideways
    graphs: list[dict[str, Any]] = field(default_factory=list)  # nodes of JSON-LD
    links: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def visit(browser: Browser, address: str, site: Path) -> Visit:
    """A visit under the policy: hovering, focusing, at two widths of the screen."""
    found = Visit()
    context = browser.new_context()
    page = context.new_page()
    watch = Watch(page, address)
    for name in all_pages(site):
        page.goto(f"{address}/{name}", wait_until="load")
        found.wide += [f"{name} is {more} px too wide at {width}" for width, more in too_wide(page, (320, 1280))]
        for block in page.locator("script[type='application/ld+json']").all():
            found.graphs += json.loads(block.text_content() or "")["@graph"]
        found.links |= set(page.evaluate(LINKS))
        tempt(page)
        found.wrong += watch.found(page)
    context.close()
    return found


LINKS = "[...document.querySelectorAll('main [href], main [src]')].map(e => e.getAttribute('href') || e.getAttribute('src'))"


def tempt(page: Page) -> None:
    """Point at what can be pointed at, and give everything the focus."""
    for chip in page.locator(".chip:visible").all()[:3]:
        chip.hover()
    page.evaluate(
        "document.querySelectorAll('.briefing *').forEach(e => { e.dispatchEvent(new MouseEvent('mouseover')); e.focus && e.focus() })"
    )


def test_no_page_runs_what_an_article_brought(visit: Visit) -> None:
    assert visit.wrong == []


def test_nor_where_no_policy_protects(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    watch = Watch(page, address)
    for name in all_pages(site):
        page.goto(f"{address}/{name}", wait_until="load")
        tempt(page)
        watch.check(page)
    context.close()


def test_the_words_stand_on_the_pages_as_they_are(page: Page, address: str, project: Path, site: Path) -> None:
    records = [json.loads(line) for line in (site / "data/records.jsonl").read_text("utf-8").split("\n") if line]
    titles = set()
    for file in sorted((site / "sources").glob("*.html")):
        page.goto(f"{address}/sources/{file.name}")
        shown = plain(page.locator("section.text").text_content() or "")
        record = next(r for r in records if all(plain(part) in shown for part in r["text"].split("\n\n")))
        records.remove(record)
        title = record["metadata"]["title"]
        assert plain(page.locator("h1").text_content() or "") == plain(title)
        assert plain(page.title()).startswith(plain(title)[:100])
        titles.add(title)
    assert records == []
    assert any(ATTACKS["<script>alert(1)<"] in title for title in titles)


def test_facets_tooltips_and_citations_show_text(page: Page, address: str) -> None:
    watch = Watch(page, address)
    page.goto(f"{address}/facts.html")
    options = page.locator("select[name=source] option").all_text_contents()
    assert any(f"Title {ATTACKS['{{ 7*7 }}']}" in option for option in options)
    assert any("<img src=x onerror=" in option for option in page.locator("select[name=who] option").all_text_contents())
    page.evaluate("document.querySelectorAll('.chip').forEach(chip => chip.focus())")
    peeks = page.locator(".chip .peek").all_text_contents()
    assert any("<script>" in peek for peek in peeks)
    for button in page.locator("button.cite").all()[:12]:
        button.click()
        for form in ("BibTeX", "CSL-JSON"):
            page.get_by_role("dialog").get_by_label(form).check()
        json.loads(page.get_by_label("Citation").input_value())
        page.keyboard.press("Escape")
    watch.check(page)


@pytest.mark.parametrize(
    "words",
    ["script alert pwned", "opens bridge", "7*7 config.items", "desrever", "évil <img src=x onerror=window.pwned=1>"],
)
def test_search_results_are_text(page: Page, address: str, words: str) -> None:
    watch = Watch(page, address)
    page.goto(f"{address}/index.html")
    page.keyboard.press("/")
    page.keyboard.type(words)
    page.wait_for_timeout(600)
    if words == "opens bridge":
        expect(page.locator(".md-search-result__item").first).to_be_visible(timeout=10_000)
    assert page.locator(".md-search-result :is(img, svg[onload], script, iframe, b)").count() == 0
    page.goto(f"{address}/explore.html")
    page.get_by_label("Words").fill(words)
    page.wait_for_timeout(600)
    assert page.locator(".results :is(img, svg, script, iframe, b)").count() == 0
    watch.check(page)


def test_what_machines_read_is_whole(visit: Visit, site: Path) -> None:
    assert visit.graphs
    assert [node for node in visit.graphs if not node.get("url", "https://").startswith("https://")] == []
    feed = ElementTree.parse(site / "changes.xml")
    entries = feed.findall("{http://www.w3.org/2005/Atom}entry")
    assert any("<script>" in (entry.findtext("{http://www.w3.org/2005/Atom}title") or "") for entry in entries)
    assert not [link for link in feed.iter("{http://www.w3.org/2005/Atom}link") if ":" in link.get("href", "")]
    assert visit.links
    for found in visit.links:
        assert re.match(r"(https?://|[\w./-]+|#)", found), found
        assert not found.lower().startswith(("javascript", "data:", "//"))


def test_no_word_is_too_wide_for_the_screen(visit: Visit) -> None:
    assert visit.wide == []


def test_nothing_is_read_or_written_outside(project: Path) -> None:
    assert not (project / "owned").exists()
    assert {p.name for p in project.parent.iterdir()} == {"project"}
    assert {p.name for p in project.iterdir()} <= {"seeds", "docs", "site", ".briefing", "mkdocs.yml", "briefing.yml"}
    everything = b"".join(p.read_bytes() for p in (project / "docs").rglob("*") if p.is_file())
    assert b"root:x:0" not in everything


def plain(text: Any) -> str:
    """Letters, digits and marks, without space, what can't be seen, and what HTML can't hold."""
    return "".join(
        c for c in str(text) if not c.isspace() and unicodedata.category(c)[0] != "C" and not "\u2400" <= c <= "\u2421"
    )
