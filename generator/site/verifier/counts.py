"""Counts on pages, and titles, publishers and days of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import Any

from generator.site.verifier.known import (
    MENTIONS,
    Known,
    heard,
    squeezed,
    tells,
)

TABLES = {"facts": "facts", "quotations": "quotes", "events": "events"}  # what a filter counts


def _sizes(texts: list[str]) -> list[tuple[str, str]]:
    """What "All 13 events on 2 pages" counts, and how many."""
    found = (re.match(r"(?:All )?([\d,]+) (\w+?)s?(?: on \d+ pages)?$", text) for text in texts)
    return [(m[2], m[1]) for m in found if m]


class Counts(Known):
    """What pages tell of how many there are, and of the sources."""

    def counts(self, name: str, page: Any) -> Iterator[str]:
        """Every problem of a page's counts, and of the sources that it lists."""
        yield from self._counts(name, page)
        yield from self._described(name, page)

    def _counts(self, name: str, page: Any) -> Iterator[str]:
        sizes = {
            "source": len(self.sources),
            "fact": len(self.facts),
            "quotation": len(self.quotes),
            "event": self.listed(),
            "difference": len(self.differences),
        }
        told = [
            ("".join(d.itertext("dt")), d.xpath("string(dd)")) for d in page.xpath("//dl[@class='figures']/div[not(@class)]")
        ]
        told += _sizes(page.xpath("//p[@class='more']/a/text()"))
        told += _sizes(page.xpath("//form[@class='filter']//output/text()"))
        for label, count in told:
            want = sizes.get(label.strip().removesuffix("s"))
            if want is not None and count.replace(",", "").strip() != str(want):
                yield f"{count} {label} are told, {want} are there."
        for heading in page.xpath("//section[@class='group']/h2[span[@class='count']]"):
            if heading.xpath("string(span)") != str(
                len(heading.getparent().xpath(".//li[contains(concat(' ',@class,' '),' quote ')]"))
            ):
                yield f"{heading.text_content()}: other quotations stand there."
        for option in page.xpath("//form[@class='filter']//option[@value!='']"):
            what, among = option.xpath("string(ancestor::form/@data-what)"), option.xpath("string(ancestor::select/@name)")
            if not option.text_content().endswith(f"({self.tally[TABLES.get(what, 'facts')][among, option.get('value')]})"):
                yield f"the filter counts {option.text_content()}, the data other entries."
        for card in page.xpath("//li[@class='card'] | //div[header/p[@class='meta numbers']]"):
            subject = card.xpath("string(.//h2/@id | .//h3/@id)")[2:] if card.tag == "li" else _stem(name)
            if subject in self.people:
                yield from self._card(subject, card.xpath("string(./p[@class='meta'] | ./header/p[@class='meta numbers'])"))
                if card.tag == "li" and squeezed(card.xpath("string(./h2 | ./h3)")) != squeezed(self.names[subject]):
                    yield f"{subject} is called “{card.xpath('string(./h2 | ./h3)')}”."

    def _card(self, subject: str, text: str) -> Iterator[str]:
        person = self.people[subject]
        tables = ("fact", "facts"), ("quotation", "quotes"), ("event", "events")
        sizes = {word: self.tally[table]["who", subject] for word, table in tables}
        listed = (event for event in self.events.values() if event.get("listed") is not False)
        sizes["event"] = sum(subject in self.facets(event)["who"] for event in listed)
        mentions = len(person["mentions"])
        for count, word in re.findall(r"([\d,]+) (mention|fact|quotation|event)s?\b", text):
            number = int(count.replace(",", ""))
            fits = (
                number == mentions or number > MENTIONS == mentions
                if word == "mention"
                else number in {sizes[word], self.spoken[subject], *([self.unfolded(subject)] if word == "event" else [])}
            )
            if not fits:
                yield f"{person['name']} has {count} {word}s by this page, and others by the data."

    def _described(self, name: str, page: Any) -> Iterator[str]:
        """Titles, publishers and days of sources, wherever they are listed."""
        if name in self.sources:
            metadata = page.xpath("string(//div[contains(@class,'source')]/header/p[@class='meta'])")
            yield from self._source(self.sources[name], page.xpath("string(//h1)"), metadata)
        for entry in page.xpath("//ol[@class='sources']/li"):
            target = normpath(join(dirname(name), entry.xpath("string(./a/@href)")))
            if self.numbers.get(target) != int(entry.get("data-n", "0")):
                yield f"source {entry.get('data-n')} leads to {target}."
            else:
                yield from self._source(
                    self.sources[target], entry.xpath("string(./a)"), entry.xpath("string(./span[@class='meta'])")
                )
        numbered = {number: self.sources[page] for page, number in self.numbers.items()}
        for entry in page.xpath("//section[contains(@class,'on-paper')]//li"):
            source = numbered.get(int(entry.get("value", "0")), "")
            text = squeezed(entry.text_content()).partition("] ")[2]
            known = self.records.get(source, {"metadata": {}})["metadata"]
            title = squeezed(known.get("title") or text.partition(". ")[0])
            yield from self._source(source, title if text.startswith(title) else text, text.removeprefix(title).lstrip(". "))

    def _source(self, source: str, title: str, line: str) -> Iterator[str]:
        known = self.records.get(source, {"metadata": {}})["metadata"]
        if not self.titled(source, title):
            yield f"the source {source} is called “{title[:60]}”, its record says “{known.get('title')}”."
        rest = squeezed(line)
        for part in (known.get("url"), "Original", known.get("publisher"), known.get("author")):
            if part and part not in {"Original", known.get("url")} and squeezed(part) not in rest:
                yield f"the source {source}: “{part}” is not told."
            rest = rest.replace(squeezed(part), "", 1) if part else rest
        rest = re.sub(r"https?://\S+", "", rest)
        if not (tells(known.get("published"), rest) if known.get("published") else not heard(rest)):
            yield f"the source {source}: “{rest.strip(' ·')}” is told as its day, its record says {known.get('published')}."


def _stem(page: str) -> str:
    return page.rpartition("/")[2].removesuffix(".html")
