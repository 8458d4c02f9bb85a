"""What every part of attribution reads: an article's words, its quotations, and where each stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from generator.language.quotes.marks import Quoted
from generator.language.words import Words

Offsets = tuple[int, int]  # half-open, code points into the article
Phrase = tuple[int, int, int]  # token range and head


@dataclass(slots=True)
class Attribution:
    """A quotation while it is being found; `source` in tokens, the rest in code points."""

    content: list[Offsets]
    cue: Offsets | None = None
    source: tuple[int, int] | None = None
    source_head: int | None = None
    cue_token: int | None = None
    paragraph: int = 0
    quoted: list[int] = field(default_factory=list)  # numbers of the quotations it takes
    opens: bool = True  # a quotation without a cue: nothing stands before it in its paragraph
    sure: bool = False  # the order of words says so, whatever the parse makes of it


class View:
    """One article, read only but for `taken`."""

    def __init__(self, words: Words, text: str, quoted: list[Quoted], paragraphs: list[Offsets]) -> None:
        self.words = words
        self.text = text
        self.quoted = quoted
        self.paragraphs = paragraphs
        self.starts = words.start
        total = len(words.text)
        self.quote_at: list[int] = [-1] * total  # the quotation that a token stands in
        for number, q in enumerate(quoted):
            for n in range(bisect_left(self.starts, q.start), min(bisect_left(self.starts, q.end), total)):
                self.quote_at[n] = number
        self.paragraph_at = self._paragraph_numbers()
        self.taken: dict[int, Attribution] = {}  # quotation -> who has it

    def token(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def adjacent(self, one: int, other: int) -> bool:
        return not self.text[self.quoted[one].end : self.quoted[other].start].strip(" .,\u00a0")

    def cue_span(self, cue: int) -> Offsets:
        """The verb group: "has said", "would not say", "was quoted as saying" keeps its last verb."""
        words = self.words
        start = end = cue
        for child in sorted(words.children[cue], reverse=True):
            if child == start - 1 and (
                words.dep[child] == "aux" or words.low[child] in {"not", "n't", "n’t", "also", "later", "to"}
            ):
                start = child
        if words.low[start] in {"also", "later"} and start < cue:
            start += 1
        return words.start[start], words.end[end]

    def _paragraph_numbers(self) -> list[int]:
        numbers, current = [], 0
        for start in self.starts:
            while current + 1 < len(self.paragraphs) and start >= self.paragraphs[current + 1][0]:
                current += 1
            numbers.append(current)
        return numbers


class Part:
    """A part of attribution with the article's lists at hand."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.words = view.words
        self.text = view.text
        self.quoted = view.quoted
        self.paragraphs = view.paragraphs
        self.starts = view.starts
        self.quote_at = view.quote_at
        self.paragraph_at = view.paragraph_at
        self.taken = view.taken
