"""What a page asks for, what may run in it, and where its links lead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote

from lxml import html

from generator.site.verifier.known import (
    Known,
    sha256,
)

FETCHES = {"src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "manifest"}
FORBIDDEN = {"iframe", "object", "embed", "base", "frame", "portal", "style"}
SCRIPT = re.compile(r"\s*(javascript|vbscript|data):", re.I)
ELSEWHERE = re.compile(r"\s*(?:[a-z][a-z+.-]*:|//)", re.I)


class Safety(Known):
    """No request to another host, no script that is not known, no link into the void."""

    reports: set[str]  # where errors are reported

    def safety(self, name: str, page: Any) -> Iterator[str]:
        """Every problem of a page."""
        yield from self._safe(name, page)
        yield from self._links(name, page)
        self.reports.update(page.xpath("//@data-report"))

    def _safe(self, name: str, page: Any) -> Iterator[str]:
        yield from self._policy(page)
        yield from self._scripts(page)
        for element in page.iter(html.etree.Element):
            tag, refresh = element.tag, (element.get("http-equiv") or "").lower() == "refresh"
            if tag in FORBIDDEN or (tag == "meta" and refresh):
                yield f"<{tag}> has no place on these pages."
            yield from (
                f"<{tag} {key}=“{value[:40]}”> could run a script."
                for key, value in element.attrib.items()
                if _runs(key, value)
            )
            yield from self._fetched(name, element)

    def _policy(self, page: Any) -> Iterator[str]:
        policy = page.xpath("//head/meta[@http-equiv='Content-Security-Policy']/@content")
        rules = [{rule.split()[0]: rule.split()[1:] for rule in str(p).split(";") if rule.strip()} for p in policy]
        if len(rules) != 1 or rules[0].get("default-src") != ["'none'"]:
            yield "the page has no policy that forbids everything else."
        for what, sources in (rules[0] if rules else {}).items():
            if any(not re.fullmatch(r"'(?:self|none|sha256-[\w+/=]+|wasm-unsafe-eval)'|data:", s) for s in sources):
                yield f"the policy allows {what} {' '.join(sources)}."

    def _scripts(self, page: Any) -> Iterator[str]:
        for script in page.xpath("//script[not(@type) or contains(@type,'javascript') or @type='module']"):
            if script.get("src") is None and self.scripts and sha256(script.text or "") not in self.scripts:
                yield f"a script runs that is not ours: “{' '.join((script.text or '').split())[:60]}”."

    def _fetched(self, name: str, element: Any) -> Iterator[str]:
        """What a browser fetches for an element, unasked."""
        tag = element.tag
        fetched = [value for key, value in element.attrib.items() if key in FETCHES and tag != "object"]
        if tag == "link" and (element.get("rel") or "").split() == ["alternate"]:
            yield from self._alternate(name, element.get("href", ""))
        elif tag == "link" and element.get("rel") not in {"canonical", "prev", "next"}:
            fetched.append(element.get("href", ""))
        for value in fetched:
            file = normpath(join(dirname(name), value.partition("?")[0]))
            if ELSEWHERE.match(value) and not value.startswith("data:image/"):
                yield f"<{tag}> asks for {value[:60]}, which is not of this site."
            elif value and tag in {"script", "link", "img"} and name != "404.html" and self.site.read(file) is None:
                yield f"<{tag}> asks for {value[:60]}, which is not there."

    def _alternate(self, name: str, href: str) -> Iterator[str]:
        """The same in another form, which a reader's program may ask for: a file of this site."""
        path = normpath(join(dirname(name), href))
        if ELSEWHERE.match(href):
            own = self.pages[name].xpath("string(//meta[@property='og:url']/@content)")
            home = own.removesuffix("index.html" if own.endswith("index.html") else name)
            path = href.removeprefix(home) if href.startswith(home) and home else ""
        if not path or self.site.read(path) is None:
            yield f"<link> names {href[:80]}, which is no file of this site."

    def _links(self, name: str, page: Any) -> Iterator[str]:
        known = {unquote(record["metadata"]["url"] or "") for record in self.records.values()}
        for element in page.xpath("//a[@href] | //*[local-name()='svg']//*[@href] | //link[@rel='prev' or @rel='next']"):
            href = element.get("href").strip()
            if ELSEWHERE.match(href):
                ours = (element.get("class") or "").startswith("md-")
                if element.get("class") == "report" and re.match(r"https://|mailto:[^?]+$", href):
                    ours = True
                    self.reports.add(href)
                if unquote(href) not in known and not ours:
                    yield f"the link to {href[:80]} is no source's own address."
            elif name != "404.html" and not self.lands(name, href):
                yield f"the link {href} leads nowhere."


def _runs(key: str, value: str) -> bool:
    """Whether an attribute could run a script."""
    return (
        key.startswith("on")
        or (key == "style" and "url(" in value)
        or (key in {"href", "src", "action"} and bool(SCRIPT.match(value)))
    )
