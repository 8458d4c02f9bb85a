"""“according to S”: the rest of the sentence is what S says."""

from __future__ import annotations

from generator.language.quotes.contents import Contents
from generator.language.quotes.sources import Sources
from generator.language.quotes.view import Attribution, Offsets, Part, Phrase, View

# "according to plan", "according to legend": nobody's words
NOBODY = frozenset(
    "plan plans legend tradition custom schedule folklore lore size need rank merit taste law wish wishes".split()
)


class According(Part):
    """Finds what is told according to somebody."""

    def __init__(self, view: View, sources: Sources, contents: Contents) -> None:
        super().__init__(view)
        self.sources = sources
        self.contents = contents

    def find(self, n: int) -> Attribution | None:
        """The attribution of an "according to" that begins at a word."""
        words = self.words
        first, last = words.sentences[words.sent[n]]
        source = self._source(n, last)
        if source is None:
            return None
        low, high, noun = source
        while first < n and words.pos[first] == "SPACE":
            first += 1
        content = self._content(first, n, high, last)
        if not content:
            return None
        cue = (words.start[n], words.end[n + 1])
        made = Attribution(content, cue, (low, high), noun, n, self.paragraph_at[n])
        for k in self.view.in_paragraph.get(self.paragraph_at[n], range(0)):
            q = self.quoted[k]
            if any(a <= q.start and q.end <= b + 1 for a, b in content):
                self.taken.setdefault(k, made)
        return made

    def _source(self, n: int, last: int) -> Phrase | None:
        words = self.words
        head = n + 2
        while head < last and words.pos[head] in {"DET", "ADJ", "PUNCT"} and words.text[head] != ",":
            head += 1
        if head >= last:
            return None
        noun = head
        limit = next((k for k in range(head, last) if words.text[k] == "," or self.quote_at[k] >= 0), last)
        for _ in range(6):
            up = words.head[noun]
            if up == noun or not n < up < limit or words.pos[up] not in {"NOUN", "PROPN", "PRON"}:
                break
            noun = up
        if noun == n + 2 and words.low[noun] in NOBODY:
            return None
        low, high, noun = self.sources.phrase(noun, skip_case=True)
        while high > noun + 1 and words.text[high - 1] in {".", ","}:
            high -= 1
        if words.pos[noun] == "PROPN":
            while high < last and words.tag[high] in {"NN", "NNS", "VBG"}:  # "according to U.S. | lobbying records"
                noun, high = high, high + 1
        return max(low, n + 2), high, noun

    def _content(self, first: int, n: int, high: int, last: int) -> list[Offsets]:
        pieces = [
            self.contents.clean(first, n, n) if n > first else None,
            self.contents.clean(high, last, n) if high < last else None,
        ]
        content = [piece for piece in pieces if piece]
        if content and high < last:
            for k in self.view.in_paragraph.get(self.paragraph_at[n], range(0)):  # what is quoted may go on over sentences
                q = self.quoted[k]
                if content[-1][0] <= q.start < content[-1][1] < q.end:
                    content[-1] = (content[-1][0], q.end)
        return content
