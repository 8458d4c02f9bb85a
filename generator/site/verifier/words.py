"""Words on pages that are neither a source's nor in the data: they must be the program's own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.site.verifier.known import (
    MONTHS,
    WORD,
    Known,
    squeezed,
)


class Words(Known):
    """Every text of a page is accounted for."""

    _phrases = ""

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
            texts += element.xpath(".//text()[ancestor::span[contains(@class,'ours')]/ancestor::*[@data-verbatim]]")
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
        held = {value for first in WORD.findall(text) for value in self.by_first.get(first, ()) if value in text}
        for value in sorted(held, key=lambda v: (-len(v), v)):  # "Putin and Erdogan mend ties" before "Erdogan"
            text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", " \0 ", text)
        for part in re.split(r"[\0\d]+|[(){}\[\]:;,.•●■◆→←·–—…|“”/%°+]+", text):
            words = re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", part.lower())
            months = all(any(w.startswith(m) for m in MONTHS) for w in words)
            if (
                words
                and not months
                and not any(self._own(words[:n]) and self._own(words[n:]) for n in range(1, len(words) + 1))
            ):
                return part.strip()
        return ""

    def _own(self, words: list[str]) -> bool:
        """Whether the program can say these words in a row; "Filter " and "events" are two things that it says."""
        if not self._phrases:
            lines = (" ".join(re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", line.lower())) for line in self.phrases)
            self._phrases = "".join(f" {line} \n" for line in sorted(set(lines)))
        one = [*words[:-1], words[-1].removesuffix("s")] if words else []  # "weeks" is made of "week"
        return not words or any(f" {' '.join(said)} " in self._phrases for said in (words, one))
