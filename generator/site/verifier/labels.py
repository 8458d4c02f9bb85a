"""What stands beside an entry in the program's words: marks, counts, days for filters, labels of drawings; each is that of its data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import pairwise
from posixpath import dirname, join, normpath
from typing import Any

from generator.site.verifier.known import Known, squeezed, subject_of

DENIED = re.compile(r"(?:(?:has|have|had|also) denied|was denying|den(?:y|ied|ies|ying))")
DENIAL = "denied by the speaker"
KICKERS = {
    "f": "Key fact",
    "q": "Quotation",
    "e": "Event",
}  # what stands over an item by itself; of what is no entry: "Passage"
KINDS = {"PERSON": "People", "ORG": "Organisations", "GPE": "Places", "LOC": "Places"}
PUBLISHERS = re.compile(r"(?:told by )?([\d,]+) independent publishers?")
FOLDED = re.compile(r"(?:Told in ([\d,]+) more passages?|In other words in ([\d,]+) sources?)")
LISTS = {r"All [\d,]+ facts.*": "facts", r"All [\d,]+ quotations.*": "quotes", "The whole chronology": "chronology"}
MARKS = re.compile('[“”"«»‘’]')
HIDDEN = re.compile(r"(?:md-|elsewhere|note|filter explore)")  # what the theme and our scripts may show later


class Labels(Known):
    """Marks, counts, days and drawings."""

    def labels(self, name: str, page: Any) -> Iterator[str]:
        """Every problem of a page."""
        yield from self._hidden(page)
        yield from self._kicker(name, page)
        for form in page.xpath("//form[@data-what]"):
            if form.get("aria-label") != f"Filter {form.get('data-what')}":
                yield f"the filter is called “{form.get('aria-label')}”."
        for kind, table in (("fact", self.facts), ("quote", self.quotes), ("event", self.events)):
            for item in page.xpath(f"//li[contains(concat(' ',@class,' '),' {kind} ')]"):
                if found := table.get(item.get("id")):
                    yield from (f"{found['id']} {problem}" for problem in self._beside(name, kind, item, found))
        yield from self._ranked(page)
        yield from self._led(name, page)
        yield from self._drawing(page)

    def _hidden(self, page: Any) -> Iterator[str]:
        for element in page.xpath("//*[@style or @hidden]"):
            ours = HIDDEN.match(element.get("class") or "") or element.tag == "button"
            if element.get("style") is not None or not ours:
                yield f"<{element.tag}> is hidden or styled by itself: “{squeezed(element.text_content())[:60]}”."

    def _beside(self, name: str, kind: str, item: Any, found: Mapping[str, Any]) -> Iterator[str]:
        marked = DENIAL in map(squeezed, item.xpath("./p[@class='meta']/span[@class='status']/text()"))
        cue = (found.get("cue") or {}).get("text", "").lower()
        if kind == "quote" and marked != (found["kind"] != "direct" and bool(DENIED.fullmatch(cue))):
            yield f"is {'' if marked else 'not '}marked as denied by who said it."
        amounts = item.xpath("./p[@class='meta']/span[contains(@class,'amount')]")
        if kind == "fact" and found["id"] in self.with_amount and not amounts:
            yield "shows no amount, elsewhere it does."
        if kind == "quote":
            yield from self._spoken(item, found)
        if kind == "event" and found["status"] not in item.get("class").split():
            yield f"looks like an event of another status than {found['status']}."
        for text in item.xpath("./p[@class='meta']//span[contains(@class,'publishers')]/text()"):
            if (told := PUBLISHERS.fullmatch(squeezed(text))) and int(told[1].replace(",", "")) != found.get("publishers"):
                yield f"is “{text}”, in the data of {found.get('publishers')}."
        yield from self._folded(item)
        yield from self._filtered(item, found)
        own = {(p["source"], f"c{p['start']}-{p['end']}") for p in self.passages(found)}
        for chip in item.xpath("./ul[@class='wordings']/li[span]/a[@class='chip']"):
            page, _, fragment = chip.get("href", "").partition("#")
            if (self.sources.get(normpath(join(dirname(name), page))), fragment) not in own:
                yield f"is said to have the same words in {chip.get('href')}."

    def _spoken(self, item: Any, quote: Mapping[str, Any]) -> Iterator[str]:
        looks = {*item.get("class").split(), *(item.xpath("string(./blockquote/@class)")).split()} & {
            "direct",
            "indirect",
            "mixed",
        }
        if looks != {quote["kind"]}:
            yield f"looks {' and '.join(sorted(looks))}, in the data it is {quote['kind']}."
        if MARKS.search("".join(item.xpath("./blockquote/p/text()"))):
            yield "has marks around its words that are not the source's."
        for note in item.xpath("./p[@class='meta']/span[@class='ours']"):
            text = squeezed(note.text_content())
            if text.startswith("to ") and text != f"to {squeezed(self.names.get(quote['addressee']) or '')}":
                yield f"is said “{text}”, in the data to {quote['addressee']}."

    @cached_property
    def with_amount(self) -> set[str]:
        """The facts of which some page shows an amount, so that all must."""
        path = "//li[p[@class='meta']/span[contains(@class,'amount')]]/@id"
        return {name for page in self.pages.values() for name in page.xpath(path)}

    def _folded(self, item: Any) -> Iterator[str]:
        for fold in item.xpath("./details"):
            told = FOLDED.fullmatch(squeezed(fold.xpath("string(./summary)")))
            number = int((told[1] or told[2]).replace(",", "")) if told else 0
            chips = fold.xpath("./ul/li//a[@class='chip']")
            there = len({c.text_content() for c in chips}) if told and told[2] else len(chips)
            if told and number != there:
                yield f"tells of {number} more, {there} stand there."

    def _filtered(self, item: Any, found: Mapping[str, Any]) -> Iterator[str]:
        """The days by which filters find it begin and end within those of the data."""
        day = found.get("day") or {}
        known = (day.get("earliest"), day.get("latest")) if day else (found.get("date"), found.get("date"))
        for key, value in zip(("data-first", "data-last"), known, strict=True):
            shown = item.get(key)
            if shown and re.fullmatch(r"\d{4}-\d\d-\d\d", value or "") and shown != value:
                yield f"is filtered by {shown}, in the data it is of {value}."

    def _ranked(self, page: Any) -> Iterator[str]:
        for among in page.xpath("//div[contains(@class,'briefing facts')]//ol[contains(@class,'facts')]"):
            ranks = [self.ranks[i] for i in among.xpath("./li/@id") if i in self.ranks]
            if any(one > other for one, other in pairwise(ranks)):
                yield "the facts stand in another order than in the data."

    def _led(self, name: str, page: Any) -> Iterator[str]:
        """What links to lists say, the order of a source's words, and what may turn text round or name another page as the true one."""
        for link in page.xpath("//p[@class='more']/a"):
            text = squeezed(link.text_content())
            wanted = next((stem for words, stem in LISTS.items() if re.fullmatch(words, text)), None)
            if wanted and link.get("href", "").rpartition("/")[2].partition("#")[0] != f"{wanted}.html":
                yield f"“{text}” leads to {link.get('href')}."
        starts = [int(mark.rsplit(":", 2)[1]) for mark in page.xpath("//section[@class='text']//@data-verbatim")]
        if starts != sorted(starts):
            yield "the source's words stand in another order."
        for element in page.xpath("//*[@dir][not(self::html or self::body)]"):
            if element.get("dir") != "auto":
                yield f"<{element.tag} dir=“{element.get('dir')}”> turns text round."
        own = page.xpath("string(//meta[@property='og:url']/@content)")
        for link in page.xpath("//link[@rel='canonical']/@href"):
            if own and link.removesuffix("index.html") != own.removesuffix("index.html"):
                yield f"it names {link} as the page that it is."

    def _drawing(self, page: Any) -> Iterator[str]:
        """The words drawn are those of the label of the link that they stand in; the day before them is its day."""
        for link in page.xpath("//*[local-name()='svg']//*[local-name()='a'][*[local-name()='title']]"):
            label, _, rest = squeezed(link.xpath("string(*[local-name()='title'])")).partition(": ")
            lines = [squeezed(line).removesuffix("…") for line in link.xpath("*[local-name()='text']//text()")]
            before = link.xpath("preceding-sibling::*[1][local-name()='text'][@class='when']")
            if strange := next((line for line in lines if line not in label and line not in rest), ""):
                yield f"a drawing shows “{strange}” for “{label}: {rest[:60]}”."
            if before and squeezed(before[0].text_content()).partition(" (")[0] not in label:  # "3 May (planned)"
                yield f"a drawing shows “{before[0].text_content()}” for “{label}”."

    def _kicker(self, name: str, page: Any) -> Iterator[str]:
        """What a page of one item, or of a subject, calls it."""
        told = squeezed(page.xpath("string(//p[@class='kicker'])"))
        if name.startswith("f/") and told not in {KICKERS.get(name[2], told), "Passage", ""}:
            yield f"it is called “{told}”."
        subject = self.people.get(subject_of(name)) if name.startswith("subjects/") else None
        if subject and told and KINDS.get(subject["type"], told) != told:
            yield f"{subject['name']} is among “{told}”, in the data a {subject['type']}."
