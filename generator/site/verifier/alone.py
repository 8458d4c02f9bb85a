"""Pages that lead on from a lasting address: to the item of their name, of which they show what the data hold and no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from generator.site.verifier.known import STATUS, UNMARKED, apart, denied, heard, shown_text, shows, squeezed, tells
from generator.site.verifier.safety import Safety

LABEL = re.compile(r"(Denied by |Denied|Reported)")


class Alone(Safety):
    """A page with one item."""

    def alone(self, name: str, page: Any) -> Iterator[str]:
        """Every problem of it."""
        (refresh, *more) = page.xpath("//meta[@http-equiv='refresh']") or [None]
        links = page.xpath("//a/@href")
        if (
            refresh is None
            or more
            or len(links) != 1
            or refresh.get("content") != f"1;url={links[0]}"
            or not self.lands(name, links[0])
        ):
            yield "the page leads nowhere, or to several places."
            return
        refresh.getparent().remove(refresh)
        yield from self.safety(name, page)
        for element in page.xpath("//*[@data-verbatim]"):
            yield from self.verbatim(element)
        item = name.rpartition("/")[2].removesuffix(".html")
        item = self.owners.get(item, item)
        if name.startswith("f/"):
            yield from self._item(item, page)

    def _item(self, item: str, page: Any) -> Iterator[str]:
        """Speaker, day, status and source of it."""
        for part in page.xpath("//p[contains(@class,'source')]"):
            yield from self._source_alone(part)
        if quote := self.quotes.get(item):
            yield from self._quote_alone(item, quote, page)
        if (event := self.events.get(item)) and page.xpath("//p[@class='when']"):
            yield from self._event_alone(item, event, page)
        if (difference := self.differences.get(item)) is not None:
            shown = [squeezed(part.text_content()) for part in page.xpath("//dl/div/dt")]
            held = [v["value"] for v in difference["values"]]
            if not 0 < len(shown) <= len(held) or not all(map(shows, held, shown)):
                yield f"{item} shows other values than the data."
        for note in page.xpath("//p[@class='note']"):
            known = next((t[item].get("note") for t in (*self.tables.values(), self.differences) if item in t), None)
            if squeezed(note.text_content()) != squeezed(f"Editor’s note: {known}"):
                yield f"{item} has another note in the data."

    def _source_alone(self, part: Any) -> Iterator[str]:
        marks = part.xpath("preceding::*[@data-verbatim][1]/@data-verbatim")
        source = marks[0].rsplit(":", 2)[0] if marks else ""
        known = self.records.get(source, {}).get("metadata")
        if known is None:
            return
        line = squeezed(part.xpath("string(.//span[@class='line'])"))
        for value in (known["publisher"], known["author"]):
            if value and squeezed(value) not in line:
                yield f"“{line}” does not name {value}, from whom {source} is."
            line = line.replace(squeezed(value or ""), "", 1)
        if not self.titled(source, part.xpath("string(.//cite)")):
            yield f"“{part.xpath('string(.//cite)')[:60]}” is not the title of {source}."
        if not (tells(known["published"], line) if known["published"] else not heard(line)):
            yield f"“{line}” is not the day on which {source} was published."

    def _quote_alone(self, item: str, quote: Mapping[str, Any], page: Any) -> Iterator[str]:
        speaker = self.names.get(quote["speaker"])
        shown = squeezed(page.xpath("string(//b[@class='speaker'])"))
        if shown != squeezed(speaker or ""):
            yield f"{item} names the speaker “{shown}”, the data “{speaker}”."
        title = LABEL.sub("", squeezed(page.xpath("string(//title)")))
        stated = speaker or (quote["attributed_to"] or {}).get("text")
        cut = title.endswith("…") and squeezed(stated or "").startswith(title[:-1])  # a long wording of who it was
        if stated and not cut and not title.startswith(f"{squeezed(stated)}:"):
            yield f"“{title[:60]}” does not begin with {stated}, who is told to have said {item}."
        doubt = speaker and quote["confidence"] < UNMARKED and "speaker" not in quote["edits"]
        told = squeezed(page.xpath("string(//p[@class='by']/span[@class='ours'])"))
        if told != (f"probably, {quote['confidence']:.0%} sure" if doubt else ""):
            yield f"{item} is told to be “{told}”, in the data it is {quote['confidence']} sure."
        if denied(quote) != bool(page.xpath("//p[@class='by']/span[@class='status']")):
            yield f"{item} is {'' if denied(quote) else 'not '}denied by who said it."

    def _event_alone(self, item: str, event: Mapping[str, Any], page: Any) -> Iterator[str]:
        day, when = event["day"], squeezed(page.xpath("string(//p[@class='when']/span[contains(@class,'day')])"))
        if not (tells(day["value"], when) if day else not heard(when)):
            yield f"{item} stands on “{when}”, in the data on {day and day['value']}."
        if not squeezed(page.xpath("string(//title)")).startswith(f"{when}: "):
            yield f"{item} is on another day in its title."
        status = squeezed(page.xpath("string(//p[@class='when']/span[@class='status'])"))
        if event["status"] in STATUS and status != STATUS[event["status"]]:
            yield f"{item} is “{status}”, in the data {event['status']}."

    def verbatim(self, element: Any) -> Iterator[str]:
        source, start, end = (*element.get("data-verbatim").rsplit(":", 2), "", "")[:3]
        text = self.records.get(source, {}).get("text", "")
        shown = shown_text(element)
        if not (
            start.isdigit() and end.isdigit() and squeezed(text[int(start) : int(end)]) == squeezed(shown) and shown.strip()
        ):
            there = text[int(start) : int(end)] if start.isdigit() and end.isdigit() else ""
            yield f"“{apart(squeezed(shown), squeezed(there))}” is not what stands at {start}-{end} of {source or 'no source'}."
        chip = element.xpath("following-sibling::a[@class='chip'][1]")
        if chip and element.tag != "p":
            page, _, fragment = chip[0].get("href", "").partition("#")
            to = self.sources.get(page.replace("../", "") if "/" in page else f"sources/{page}")
            if to != source or fragment != f"c{start}-{end}":
                yield f"“{squeezed(shown)[:60]}” is followed by a link to another passage ({chip[0].get('href')})."
