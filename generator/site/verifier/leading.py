"""The index of the items that have no page of their own: each leads to the item of its name, and none is forgotten."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from generator.site.verifier.known import Known

NAME = re.compile(r"[fqed]-([0-9a-f]{2})[0-9a-f]{8}")
SHARDS = [f"f/index/{number:02x}.json" for number in range(256)]


class Leading(Known):
    """What the missing page's script reads."""

    def leading(self) -> Iterator[str]:
        """Every problem of it."""
        if self.site.remote and self.site.read(SHARDS[0]) is None:
            return  # no large site; the pages of its items are in no list
        led: set[str] = set()
        for file in SHARDS:
            for name, place in self.site.json(file, {}).items():
                led.add(name)
                yield from (f"{file}: {problem}" for problem in self._led_to(file, name, place))
        single = {page[2:].removesuffix(".html") for page in self.pages if page.startswith("f/")}
        if not self.site.remote and (led or single):
            for name in sorted({*self.owners, *self._spots} - led - single):
                yield f"{name} has neither a page of its own nor a place in f/index/."

    def _led_to(self, file: str, name: str, place: Any) -> Iterator[str]:
        shape = NAME.fullmatch(name)
        if shape is None or not file.endswith(f"/{shape[1]}.json"):
            yield f"{name[:40]} does not belong there."
        if not isinstance(place, str) or re.match(r"[a-z]+:|/", place) or not self.lands("404.html", place):
            yield f"{name} leads nowhere."
            return
        page, _, fragment = place.partition("#")
        if fragment in {name, self.owners.get(name)}:
            return
        source, start = self._spots.get(name, (None, 0))
        starts = [part["start"] for part in self.records[source]["paragraphs"] if part["start"] <= start] if source else []
        own = {"", f"p{max(starts, default=0)}"}
        if self.sources.get(page) is None or (source and (self.sources[page] != source or fragment not in own)):
            yield f"{name} leads to {place}, where it is not."

    @cached_property
    def _spots(self) -> dict[str, tuple[str, int]]:
        """Where each thing that a source holds begins."""
        found = {}
        for source, record in self.records.items():
            for thing in (*record["facts"], *record["quotes"], *record["events"]):
                first = thing["content"][0] if "content" in thing else thing.get("sentence", thing)
                found[thing["id"]] = (source, first["start"])
        return found
