"""The entries of the pages: names, days, numbers, speakers, marks are those of the data."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath
from typing import Any

from generator.site.verifier.differing import Differing
from generator.site.verifier.known import (
    KINDS,
    STATUS,
    UNMARKED,
    as_number,
    denied,
    heard,
    squeezed,
    subject_of,
    tells,
)


class Entries(Differing):
    """Facts, quotations, events; what machines read of them; labels of drawings."""

    def entries(self, name: str, page: Any) -> Iterator[str]:
        """Every problem of a page's entries."""
        for element in page.xpath("//a[contains(concat(' ',@class,' '),' subject ')]"):
            if self.names.get(subject_of(element.get("href", ""))) != element.text_content():
                yield f"“{element.text_content()}” leads to {element.get('href')}, which is another's."
        yield from self.differing(page)
        checks = ("fact", self.facts, self._fact), ("quote", self.quotes, self._quote), ("event", self.events, self._event)
        for kind, table, check in checks:
            for item in page.xpath(f"//li[contains(concat(' ',@class,' '),' {kind} ')]"):
                found = table.get(item.get("id"))
                yield from check(item, found) if found else (f"{item.get('id')} is in no file of data.",)
        yield from self._graph(name, page)

    def _fact(self, item: Any, fact: Mapping[str, Any]) -> Iterator[str]:
        yield from self._named(item, fact, {*fact["subjects"], fact["claimant"]}, self.spans(fact))
        yield from self._first(item, [fact["passage"]])
        yield from self._day(item.xpath("./p[@class='meta']/span[@class='ours']"), fact["date"], fact["id"])
        yield from self._published(item, fact)
        if item.xpath("string(./p[@class='meta']/span[@class='kind'])") != KINDS.get(fact["kind"], fact["kind"]):
            yield f"{fact['id']} is of another kind in the data."
        amounts = {as_number(a["value"]) for a in fact["amounts"]}
        for shown in item.xpath(".//span[contains(@class,'amount')]"):
            if as_number(re.sub(r"[^\d.]", "", re.sub(r"\s.*", "", shown.text_content()) or "0")) not in amounts:
                yield f"{fact['id']} shows the amount {shown.text_content()}, which the data do not hold."
        rank = item.xpath("string(./*[contains(@class,'sr')])")
        if rank not in {"Fact", f"Fact {self.ranks[fact['id']]}"} or item.get("data-n") not in {
            "·",
            str(self.ranks[fact["id"]]),
        }:
            yield f"{fact['id']} is called “{rank}”, and is number {self.ranks[fact['id']]} in the data."
        claim = item.xpath("./p[@class='meta']/span[@class='claim']")
        if bool(claim) != bool(fact["claimed_by"]):
            yield f"{fact['id']} is {'' if fact['claimed_by'] else 'not '}somebody's claim in the data."
        elif claim and claim[0].xpath("string(.//span[@class='ours'])").strip("[] ") not in {
            "",
            self.names.get(fact["claimant"]),
        }:
            yield f"{fact['id']} is the claim of somebody else in the data."

    def _published(self, item: Any, fact: Mapping[str, Any]) -> Iterator[str]:
        """Whether the day of publication that stands beside a fact is its article's."""
        day = self.records[fact["passage"]["source"]]["metadata"].get("published")
        for shown in item.xpath("./p[@class='meta']/span[@class='ours published']"):
            if not (day and tells(day, shown.text_content())):
                yield f"{fact['id']} is “{shown.text_content()}”, its article appeared on {day or 'no known day'}."

    def _quote(self, item: Any, quote: Mapping[str, Any]) -> Iterator[str]:
        yield from self._named(item, quote, {quote["speaker"], quote["addressee"], *quote["otherwise"]}, self.spans(quote))
        yield from self._first(item.find("blockquote"), quote["content"])
        heading = "".join(item.xpath("./h3")[0].itertext()).strip() if item.xpath("./h3") else ""
        speaker = self.names.get(quote["speaker"])
        stated = quote["attributed_to"]
        doubt = bool(speaker) and quote["confidence"] < UNMARKED and "speaker" not in quote["edits"]
        expected = speaker or (f"“{stated['text']}”" if stated else "no speaker stated")
        expected = f"probably {expected}" if doubt else expected
        group = item.xpath("ancestor::section[@class='group']/h2")
        if doubt and item.xpath("./h3[@class='speaker']"):  # under a speaker's own heading only ears hear the name again
            expected += f" {quote['confidence']:.0%} sure"
        if squeezed(heading) != squeezed(expected):
            yield f"{quote['id']} names the speaker “{heading}”, the data “{expected}”."
        if group and group[0].text_content().rpartition(" ")[0].strip() not in {
            speaker or "Others, as the sources name them"
        }:
            yield f"{quote['id']} stands under “{group[0].text_content()}”, the data name “{speaker}”."
        if item.xpath("string(./p[@class='meta']/span[@class='kind'])") != KINDS.get(quote["kind"], quote["kind"]):
            yield f"{quote['id']} is of another kind in the data."
        if denied(quote) != bool(item.xpath("./p[@class='meta']/span[@class='status']")):
            yield f"{quote['id']} is {'' if denied(quote) else 'not '}denied by who said it."
        notes = item.xpath("./p[@class='meta']/span[@class='ours']")
        notes = [
            n for n in notes if not n.text_content().startswith(("to ", "probably", "another source has", "sources have"))
        ]
        yield from self._day(notes, quote["date"], quote["id"])

    def _event(self, item: Any, event: Mapping[str, Any]) -> Iterator[str]:
        parts = self.parts.get(event["id"], ())
        subjects = {name for each in (event, *parts) for name in (*each["participants"], each["place"])}
        yield from self._named(item, event, subjects, self.spans([event, *parts]))
        yield from self._first(item, [event["tellings"][0]["sentence"]])
        day, when = event["day"], item.xpath("./h3//span[@class='ours']")
        if day and not (when and tells(day["value"], when[0].text_content())):
            yield f"{event['id']} stands on “{when[0].text_content() if when else ''}”, in the data on {day['value']}."
        if not day and when and heard(when[0].text_content()):
            yield f"{event['id']} has no day in the data."
        if bool(day and day["inferred"]) != any("inferred" in note.text_content() for note in when):
            yield f"{event['id']}: whether its day is inferred differs from the data."
        status = item.xpath("string(./h3//span[@class='status'])")
        if event["status"] in STATUS and status != STATUS[event["status"]]:
            yield f"{event['id']} is “{status}”, in the data {event['status']}."

    def spans(self, item: Any) -> set[str]:
        """The passages of a thing, and those of what others tell of it."""
        own = {f"{p['source']}:{p['start']}:{p['end']}" for p in self.passages(item)}
        return own | self.beside({x["id"] for x in (item if isinstance(item, list) else [item])})

    def _named(
        self, item: Any, found: Mapping[str, Any], subjects: Collection[str | None], spans: set[str]
    ) -> Iterator[str]:
        names = {self.names.get(s or "") for s in subjects}
        for name in item.xpath(".//*[contains(concat(' ',@class,' '),' subject ')]"):
            if name.text_content() not in names:
                yield f"{found['id']} names {name.text_content()}, whom the data do not."
        for mark in item.xpath(".//@data-verbatim"):
            if mark not in spans:
                yield f"{found['id']} shows the passage {mark}, which is not among its own in the data."
        for note in item.xpath(".//p[@class='note']"):
            if squeezed(note.text_content()) != squeezed(f"Editor’s note: {found.get('note')}"):
                yield f"{found['id']} has another note in the data."
        for heading in item.xpath("./p[@class='heading']"):
            if squeezed(heading.text or "") != squeezed(found.get("heading") or ""):
                yield f"{found['id']} has another heading in the data."
        told = item.xpath("./p[@class='meta']/span[contains(@class,'publishers')]/text()")
        if told != ([f"{found['publishers']} independent publishers"] if found.get("publishers", 1) > 1 else []):
            yield f"{found['id']} is “{' '.join(told)}”, in the data of {found.get('publishers')}."
        if bool(item.xpath(".//span[@class='edited']")) > bool(found["edited"]):
            yield f"{found['id']} is marked as edited, in the data it is not."
        for key, values in (
            ("data-kind", self.kinds(found)),
            ("data-subject", {s for s in subjects if s}),
        ):
            if not set((item.get(key) or "").split()) <= values:
                yield f"{found['id']}: what filters see ({key}) differs from the data."

    def _first(self, item: Any, passages: list[dict[str, Any]]) -> Iterator[str]:
        shown = item.xpath(".//@data-verbatim")[: len(passages)] if item is not None else []
        if shown != [f"{p['source']}:{p['start']}:{p['end']}" for p in passages]:
            yield f"an entry shows the passages {', '.join(shown)} first, the data “{passages[0]['text'][:60]}”."

    def _day(self, shown: list[Any], value: str | None, name: str) -> Iterator[str]:
        told = [element.text_content() for element in shown]
        if (value is None and told) or (value is not None and not any(tells(value, text) for text in told)):
            yield f"{name} tells “{', '.join(told)}”, the data {value or 'no day'}."

    def _graph(self, name: str, page: Any) -> Iterator[str]:
        for block in page.xpath("//script[@type='application/ld+json']"):
            for node in json.loads(block.text or "{}").get("@graph", ()):
                item = str(node.get("@id", "")).partition("#")[2]
                if node["@type"] == "Claim" and node.get("text") != self.words(item):
                    yield f"JSON-LD: the claim {item} has other words than the data."
                elif node["@type"] == "Quotation":
                    quote = self.quotes.get(item, {})
                    speaker = node.get("spokenByCharacter", {})
                    if node.get("text") != self.words(item) or (
                        speaker and speaker.get("name") != self.names.get(quote.get("speaker"))
                    ):
                        yield f"JSON-LD: the quotation {item} has other words, or another speaker, than the data."
                elif node["@type"] == "Event":
                    yield from self._graph_event(item, node)
                elif node["@type"] == "NewsArticle":
                    source = self.sources.get(normpath(join(dirname(name), node["@id"])), "")
                    known = self.records.get(source, {"metadata": {}})["metadata"]
                    told = (
                        node.get("datePublished"),
                        node.get("author", {}).get("name"),
                        node.get("publisher", {}).get("name"),
                    )
                    want = known.get("published"), known.get("author"), known.get("publisher")
                    if told != want or not self.titled(source, node["headline"]):
                        yield f"JSON-LD: {source} has another title, day, author or publisher than its record."

    def _graph_event(self, item: str, node: Mapping[str, Any]) -> Iterator[str]:
        event = self.events.get(item)
        day = (event or {}).get("day") or {}
        far = (day.get("latest") or "") >= "9999-12-31"
        if event is None or node.get("name") != event["tellings"][0]["sentence"]["text"]:
            yield f"JSON-LD: the event {item} has other words than the data."
        elif (node.get("startDate"), node.get("endDate")) != (day.get("earliest"), None if far else day.get("latest")):
            yield f"JSON-LD: the event {item} is on other days than in the data."
