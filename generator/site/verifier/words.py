"""Words on pages that are neither a source's nor in the data: they must be the program's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from typing import Any

from generator.site.verifier.known import (
    MONTHS,
    WORD,
    Known,
    squeezed,
)

PIECES = re.compile(r"[\0\d]+|[(){}\[\]:;,.•●■◆→←·–—…|“”/%°+]+")
TERMS = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


NUMBER = re.compile(r"(?<!\w)\d[\d.,]*\W?$")
NAMED = set("january february march april may june july august september sept october november december".split()) | set(
    MONTHS
)
CARD = "title, period and counts of the briefing"  # what is said of the picture that others show
JOINED = 2  # things said in one text: "Filter " and "events"


class Words(Known):
    """Every text of a page is accounted for."""

    def own_words(self, page: Any) -> Iterator[str]:
        """Every text that is not."""
        yield from self._head(page)
        yield from self.accounted(page)

    def _head(self, page: Any) -> Iterator[str]:
        """What the page says of itself to other sites."""
        told = {
            str(m.get("property") or m.get("name")): squeezed(m.get("content") or "")
            for m in page.xpath("//head/meta[@content]")
        }
        title = squeezed(page.xpath("string(//head/title)"))
        if told.get("og:title") and told["og:title"] not in (title, title.removesuffix(f" - {told.get('og:site_name')}")):
            yield f"og:title is “{told['og:title'][:60]}”, the page is called “{title[:60]}”."
        if told.get("og:description", "") != told.get("description", ""):
            yield "og:description is not the page's description."
        if told.get("og:image:alt", CARD) not in (CARD, f"{told.get('og:site_name')}: {CARD}"):
            yield f"og:image:alt is “{told['og:image:alt'][:60]}”."
        for text in (title, told.get("description", "")) if self.phrases else ():
            if strange := self.unaccounted(text):
                yield f"in its head: “{strange[:80]}” is neither a source's words, nor in the data, nor said by the program."

    def accounted(self, page: Any) -> Iterator[str]:
        """Words that are neither a source's, nor in the data, nor the program's own."""
        if not self.phrases:
            return
        for element in page.xpath("//div[@class='briefing' or starts-with(@class,'briefing ')]")[:1]:
            source = "ancestor::p[@id='digest'] or ancestor::*[@data-verbatim] or ancestor::section[@class='text']//mark"
            texts = element.xpath(f".//text()[not(ancestor-or-self::script) and not({source})]")
            for inside in element.xpath(".//span[contains(@class,'ours')][ancestor::*[@data-verbatim]]"):
                if (named := squeezed(inside.text_content()).strip("[] ")) not in {"", *self.names.values()}:
                    yield f"“{named[:80]}” stands inside a source's words, and is nobody of the data."
            texts += element.xpath(".//@aria-label | .//@title | .//@placeholder | .//@alt")
            for text in dict.fromkeys(map(squeezed, texts)):
                if strange := self.unaccounted(text):
                    yield f"“{strange[:80]}” is neither a source's words, nor in the data, nor said by the program."

    def unaccounted(self, text: str) -> str:
        if not re.search(r"[^\W\d_]", text) or text in self.exact:
            return ""
        if re.fullmatch(r"same text: \S+(?:, \S+)*", text):  # ids of articles that are shown once
            return ""
        label, _, rest = text.partition(": ")
        if rest and rest.strip("… ") in self.all_values:
            text = label  # "3 May 2019: A storm killed ..."
        bare = text.strip("… ")
        if len(bare) > 3 and bare in self.all_values:
            return ""
        parts = text.split(" · ")  # "Publisher · Ann Field, Bo R…"
        text = " · ".join(part for part in parts if len(part) < 4 or part.strip("… ") not in self.all_values)
        return self._stranger(text)

    def _stranger(self, text: str) -> str:
        """The first words of a text that are neither a value nor, whole, something that the program says."""
        words = list(TERMS.finditer(text))
        breaks = [bool(PIECES.search(text[a.end() : b.start()])) for a, b in pairwise(words)]
        reached = {0: 0}  # from which word on nothing is explained yet -> how many sayings stand directly before it
        for n in range(len(words)):
            if n not in reached:
                continue
            for end in self._values_at(text, words, n):
                reached[end] = 0
            for end in self._sayings_at(words, breaks, n) if reached[n] < JOINED else ():
                again = 0 if end == len(words) or breaks[end - 1] else reached[n] + 1
                reached[end] = min(again, reached.get(end, again))
        return "" if len(words) in reached else text[words[max(reached)].start() :]

    def _values_at(self, text: str, words: list[re.Match[str]], n: int) -> Iterator[int]:
        """Behind which words values end that begin with a word; "14 people" begins before its first word."""
        begins = [words[n].start()]
        if found := NUMBER.search(text[: words[n].start()]):
            begins.append(found.start())
        for begin in begins:
            first = WORD.match(text, begin)
            for value in self.by_first.get(first[0], ()) if first else ():
                end = begin + len(value)
                if end > words[n].start() and text.startswith(value, begin) and not text[end : end + 1].isalnum():
                    yield next((i for i in range(n, len(words)) if words[i].start() >= end), len(words))

    def _sayings_at(self, words: list[re.Match[str]], breaks: list[bool], n: int) -> Iterator[int]:
        """Behind which words something ends that the program says; "weeks" is made of "week"."""
        last = next((i + 1 for i in range(n, len(breaks)) if breaks[i]), len(words))
        said = tuple(word[0].lower() for word in words[n:last])
        for size in range(1, len(said) + 1):
            one = (*said[: size - 1], said[size - 1].removesuffix("s"))
            months = size == 1 and said[0] in NAMED
            if months or not self.sayings.isdisjoint({said[:size], one}):
                yield n + size

    @cached_property
    def sayings(self) -> set[tuple[str, ...]]:
        """What the program says between two marks, numbers or values, word by word."""
        return {tuple(TERMS.findall(part.lower())) for phrase in self.phrases for part in PIECES.split(phrase)}
