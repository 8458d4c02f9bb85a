"""The page of corrections holds what the data hold, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.site.verifier.known import Known, heard, squeezed, tells


class Corrected(Known):
    """What editors set right."""

    def corrections(self, page: Any) -> Iterator[str]:
        """Every problem of the page."""
        shown = page.xpath("//li[@class='correction']")
        if page.xpath("//h1[@id='corrections']") and len(shown) != len(self.corrected):
            yield f"{len(shown)} corrections are shown, the data hold {len(self.corrected)}."
        for item, known in zip(shown, self.corrected, strict=False):
            yield from self._correction(item, known)

    def _correction(self, item: Any, known: Mapping[str, Any]) -> Iterator[str]:
        day = squeezed(item.xpath("string(.//span[contains(@class,'day')])"))
        note = squeezed(item.xpath("string(./p[@class='note'])"))
        made = item.xpath("./p[@class='meta']/span[@class='ours']")
        if not (tells(known["day"], day) if known["day"] else not heard(day)):
            yield f"the correction of {known['target']} is told of “{day}”, the data say {known['day']}."
        if note != squeezed(f"Editor’s note: {known['note']}" if known["note"] else ""):
            yield f"the correction of {known['target']} has another note in the data."
        if len(made) != len(known["made"]):
            yield f"the correction of {known['target']} set other things in the data."
        for part, (key, value) in zip(made, known["made"], strict=False):
            told = squeezed(part.text_content().partition(": ")[2])
            if key not in {"date", "type"} and told != squeezed(value):
                yield f"the correction of {known['target']} is told to be “{told}”, the data say “{value}”."
