"""Where sources differ: each value stands with its own passages, on the page and in the table as in the data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.site.verifier.known import Known, placed, shows, squeezed


class Differing(Known):
    """The differences of a page, and of the data."""

    def differing(self, page: Any) -> Iterator[str]:
        """Every problem of the differences that a page shows."""
        for item in page.xpath("//li[contains(concat(' ',@class,' '),' difference ')]"):
            known = self.differences.get(item.get("id"))
            yield from self._difference(item, known) if known else (f"{item.get('id')} is in no file of data.",)

    def _difference(self, item: Any, known: Mapping[str, Any]) -> Iterator[str]:
        """A difference shows each value with its own passages, all of them."""
        if squeezed(item.xpath("string(./h2)")) != squeezed(known["about"]):
            yield f"{known['id']} is about “{item.xpath('string(./h2)')}”, in the data about “{known['about']}”."
        shown = [
            (squeezed(part.xpath("string(./dt)")), set(part.xpath("./dd//@data-verbatim")))
            for part in item.xpath("./dl/div")
        ]
        held = [(v["value"], sentences(v)) for v in known["values"]]
        if len(shown) != len(held) or any(not shows(v, t) or s != h for (t, s), (v, h) in zip(shown, held, strict=True)):
            yield f"{known['id']} shows other values, or other passages of them, than the data."
        for note in item.xpath(".//p[@class='note']"):
            if squeezed(note.text_content()) != squeezed(f"Editor’s note: {known.get('note')}"):
                yield f"{known['id']} has another note in the data."

    def beside(self, names: set[str]) -> set[str]:
        """What others tell of some facts and events, which stands beside them: the passages."""
        found = (d for d in self.differences.values() if not names.isdisjoint([*d["facts"], *d["events"]]))
        return set().union(*(sentences(version) for d in found for version in d["values"]))

    def called_differently(self, name: str) -> list[str]:
        """What the data call the difference of a passage."""
        return [found["about"] for found in self.differences.values() if name in found["members"]]

    def misplaced(self) -> Iterator[str]:
        """Sentences of the data that are not in their source."""
        for worded in self.passages(list(self.differences.values())):
            text = self.records.get(worded["source"], {}).get("text", "")
            if text[worded["sentence_start"] : worded["sentence_end"]] != worded["sentence"]:
                yield f"data/disagreements.json: “{worded['sentence'][:60]}” does not stand where it says."

    def difference_rows(self) -> Iterator[dict[str, Any]]:
        """The rows that the table must have: one for each passage."""
        for found in self.differences.values():
            names = iter(found["members"])
            for version in found["values"]:
                for worded in version["passages"]:
                    yield {
                        "id": next(names),
                        "difference": found["id"],
                        **{key: found[key] for key in ("kind", "about", "changed", "edited")},
                        **{key: version[key] for key in ("value", "publishers")},
                        **{key: worded[key] for key in ("text", "sentence")},
                        **placed(worded),
                        "note": found["note"],
                    }


def sentences(version: Mapping[str, Any]) -> set[str]:
    """The sentences of a value, as pages name them."""
    return {f"{p['source']}:{p['sentence_start']}:{p['sentence_end']}" for p in version["passages"]}
