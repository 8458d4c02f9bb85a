"""A passage in context: what stands before and after it in its source, for the small window over a citation chip."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.dossier.model import Passage
from generator.pages.json_ld import data
from generator.pages.links import Links
from generator.records import Record

LENGTH_BEFORE = 110  # letters
LENGTH_AFTER = 110
CONTEXT_LENGTH = 320


@dataclass(frozen=True, slots=True)
class Context:
    """The words around a passage, cut at spaces."""

    before: str
    words: str
    after: str


class Contexts:
    """The contexts of the passages that a page cites, each once, for the window that a script opens over a chip."""

    def __init__(self, links: Links, titles: Mapping[str, str], around: Callable[[Passage], Context]) -> None:
        self._links, self._titles, self._around = links, titles, around
        self._passages: dict[str, tuple[str, str, str, int]] = {}
        self._sources: dict[str, int] = {}

    def cite(self, passage: Passage) -> str:
        """The address of a passage, whose context is noted."""
        address = self._links.passage(passage)
        if address not in self._passages:
            found = self._around(passage)
            number = self._sources.setdefault(passage.source, len(self._sources))
            self._passages[address] = (found.before, found.words, found.after, number)
        return address

    @property
    def sources(self) -> list[str]:
        """The sources of all that were noted, in the order of their numbers."""
        return sorted(self._sources, key=lambda name: self._links.numbers[name])

    def block(self) -> Markup:
        """All that were noted, as a data block: words before, the passage, words after, and which of the titles."""
        if not self._passages:
            return Markup("")
        titles = [self._titles[name] for name in self._sources]
        return data("application/json", {"passages": self._passages, "titles": titles})


def surroundings(record: Record, passage: Passage) -> tuple[str, str]:
    """The text before and after a passage, as much as its context can show of it."""
    text = record.text
    return text[max(0, passage.start - 2 * LENGTH_BEFORE) : passage.start], text[
        passage.end : passage.end + 2 * LENGTH_AFTER
    ]


def around(record: Record, passage: Passage) -> Context:
    """The passage with its surroundings; a long passage is cut in its middle."""
    before, after = surroundings(record, passage)
    if len(before) > LENGTH_BEFORE:
        before = "… " + before[-LENGTH_BEFORE:].partition(" ")[2]
    if len(after) > LENGTH_AFTER:
        after = after[:LENGTH_AFTER].rpartition(" ")[0] + " …"
    words = passage.text
    if len(words) > CONTEXT_LENGTH:
        words = words[: CONTEXT_LENGTH // 2].rpartition(" ")[0] + " … " + words[-CONTEXT_LENGTH // 2 :].partition(" ")[2]
    return Context(before, words, after)
